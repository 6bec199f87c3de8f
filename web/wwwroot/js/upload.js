// The upload form, better: files go straight to storage, each with its own bar, and a dropped connection is taken up again.
// Without this script the form posts to the site, which does the same.

import { sendInBlocks, AddressEnded } from './blocks.js';

const atOnce = 2;
const looks = 90;
const betweenLooks = 1000;

for (const form of document.querySelectorAll('[data-upload]')) {
  form.addEventListener('submit', (event) => {
    const files = [...form.querySelector('input[type=file]').files];
    const items = new FormData(form).getAll('items');
    if (files.length > 0 && items.length > 0) {
      event.preventDefault();
      sendAll(form, files, items);
    }
  });
}

async function sendAll(form, files, items) {
  const list = form.querySelector('[data-upload-files]');
  const status = form.querySelector('[data-upload-status]');
  const button = form.querySelector('button[type=submit]');
  list.replaceChildren();
  button.disabled = true;
  addEventListener('beforeunload', stay);
  status.textContent = files.length === 1 ? 'Sending 1 file.' : `Sending ${files.length} files.`;

  const waiting = files.map((file) => ({ file, line: new Line(list, file.name) }));
  let arrived = 0;
  const checks = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const document = await sendOne(form, next.file, items, next.line);
      if (document) {
        arrived++;
        checks.push(watch(document, next.line));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));

  removeEventListener('beforeunload', stay);
  status.textContent = `${arrived} of ${files.length} ${files.length === 1 ? 'file' : 'files'} came in. Checking ...`;
  const accepted = (await Promise.all(checks)).filter(Boolean).length;
  status.textContent = `${arrived} of ${files.length} came in, ${accepted} accepted so far.`;
  form.querySelector('[data-upload-done]').hidden = false;
  form.querySelector('input[type=file]').value = '';
  button.disabled = false;
}

async function sendOne(form, file, items, line) {
  if (file.size > Number(form.dataset.limit)) {
    line.end(`Not sent. ${form.dataset.limitWords}`, true);
    return null;
  }

  try {
    for (let round = 1; ; round++) {
      const ticket = await ask(form, form.action.replace(/files$/, 'uploads'), {
        items, name: file.name, size: file.size, replaces: new FormData(form).get('replaces') || null,
      });
      try {
        await sendInBlocks(file, ticket.address, (part) => line.progress(part));
      } catch (problem) {
        if (problem instanceof AddressEnded && round < 3) {
          continue;
        }

        throw problem;
      }

      await ask(form, `${form.action.replace(/files$/, 'uploads')}/${ticket.document}/completed`, {});
      line.say('Being checked');
      return ticket.document;
    }
  } catch (problem) {
    line.end(problem instanceof Refusal ? problem.message : 'Not sent: the connection was lost. Send it again.', true);
    return null;
  }
}

/** The site says why not, in a sentence. */
class Refusal extends Error {}

async function ask(form, address, content) {
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json', RequestVerificationToken: form.querySelector('[name=__RequestVerificationToken]').value },
    body: JSON.stringify(content),
  });
  if (answer.type === 'opaqueredirect') {
    throw new Refusal('You have been signed out. Sign in with a new link, then send it again.');
  }

  if (answer.status === 409) {
    throw new Refusal((await answer.json()).because);
  }

  if (!answer.ok) {
    throw new Error(String(answer.status));
  }

  return answer.json();
}

async function watch(document, line) {
  line.receipt(`/lano/documents/${document}`);
  for (let look = 0; look < looks; look++) {
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    const answer = await fetch(`/lano/uploads/${document}`, { redirect: 'manual' });
    const { state, because, findings } = answer.ok ? await answer.json() : {};
    if (state === 'accepted') {
      line.end(findings || 'Accepted', false);
      return true;
    }

    if (state === 'refused') {
      line.end(`Refused: ${because}`, true);
      return false;
    }
  }

  return false;
}

function stay(event) {
  event.preventDefault();
}

/** One file on the page. */
class Line {
  constructor(list, name) {
    this.item = add(list, 'li', 'upload__file');
    add(this.item, 'span', 'upload__name').textContent = name;
    this.state = add(this.item, 'span', 'upload__state');
    this.state.textContent = 'Waiting';
    this.bar = add(this.item, 'progress', 'upload__bar');
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute('aria-label', `Sending ${name}`);
  }

  progress(part) {
    this.bar.value = part;
    this.say(`${Math.floor(part * 100)}%`);
  }

  say(words) {
    this.state.textContent = words;
  }

  receipt(address) {
    const link = add(add(this.item, 'span', 'upload__note'), 'a', 'govuk-link');
    link.href = address;
    link.textContent = 'Receipt';
  }

  end(words, bad) {
    const long = words.length > 30;
    this.state.textContent = long ? (bad ? 'Not accepted' : 'Accepted') : words;
    if (long) {
      add(this.item, 'span', 'upload__note').textContent = words;
    }

    this.bar.hidden = true;
    this.item.classList.toggle('upload__file--bad', bad);
  }
}

function add(parent, name, className) {
  const element = document.createElement(name);
  element.className = className;
  parent.append(element);
  return element;
}
