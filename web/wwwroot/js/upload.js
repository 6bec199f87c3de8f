// The upload form, better: files go straight to storage, each with its own bar; a dropped connection is taken up again, and what could not be
// sent stays on the page with a button. Without this script the form posts to the site, which does the same.

import { sendInBlocks } from './blocks.js';
import { Line } from './line.js';
import { patiently, Unreachable } from './retry.js';

const atOnce = 2;
const addresses = 3;
const looks = 90;
const betweenLooks = 1000;

/** What one form sends. */
class Sending {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector('[data-upload-status]');
    this.button = form.querySelector('button[type=submit]');
    this.unsent = new Set();
    this.leaving = (event) => event.preventDefault();
  }

  async begin(files, items) {
    const list = this.form.querySelector('[data-upload-files]');
    list.replaceChildren();
    [this.files, this.arrived, this.accepted, this.checks] = [files.length, 0, 0, []];
    this.status.textContent = files.length === 1 ? 'Sending 1 file.' : `Sending ${files.length} files.`;
    this.unsent = new Set(files.map((file) => ({ file, items, line: new Line(list, file.name), ticket: null, sent: [] })));
    await this.sendAll([...this.unsent]);
  }

  async sendAll(waiting) {
    this.button.disabled = true;
    addEventListener('beforeunload', this.leaving);
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await this.send(next);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    this.status.textContent = `${this.arrived} of ${this.files} ${this.files === 1 ? 'file' : 'files'} came in. Checking ...`;
    await Promise.all(this.checks);
    this.finish();
  }

  finish() {
    const left = this.unsent.size;
    const missing = left === 0 ? '' : ` ${left} not sent: choose “Try again” when you are back on line.`;
    this.status.textContent = `${this.arrived} of ${this.files} came in, ${this.accepted} accepted so far.${missing}`;
    this.form.querySelector('[data-upload-done]').hidden = false;
    this.form.querySelector('input[type=file]').value = '';
    this.button.disabled = left > 0;
    this.refresh();
    if (left === 0) {
      removeEventListener('beforeunload', this.leaving);
    }
  }

  /** What the page says of the item was true before these files came in. */
  async refresh() {
    const stale = [...document.querySelectorAll('[data-upload-fresh]')];
    const answer = stale.length > 0 ? await fetch(location.pathname, { redirect: 'manual' }).catch(() => ({ ok: false })) : { ok: false };
    if (!answer.ok) {
      return;
    }

    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of stale) {
      part.replaceChildren(...(page.querySelector(`[data-upload-fresh="${part.dataset.uploadFresh}"]`)?.childNodes ?? part.childNodes));
    }
  }

  async send(task) {
    try {
      const document = await this.deliver(task);
      this.arrived++;
      task.line.say('Being checked');
      this.checks.push(this.watch(document, task.line));
      this.unsent.delete(task);
    } catch (problem) {
      this.fail(task, problem);
    }
  }

  fail(task, problem) {
    if (problem instanceof Refusal) {
      this.unsent.delete(task);
      task.line.end(problem.message, true);
      return;
    }

    const words = problem instanceof Unreachable
      ? 'The connection was lost. What was sent so far is kept, and the file goes on from there.'
      : 'Something went wrong on the way. Try again; if that does not help, tell the coordinator of the inspection.';
    task.line.offerAgain(words, () => this.sendAll([task]));
  }

  /** Sends the file, and gives its document once the site knows that it is in. */
  async deliver(task) {
    if (task.file.size > Number(this.form.dataset.limit)) {
      throw new Refusal(`Not sent. ${this.form.dataset.limitWords}`);
    }

    const lost = () => task.line.say('Connection lost, trying again');
    for (let round = 1; round <= addresses; round++) {
      task.ticket ??= await this.ask('', {
        items: task.items, name: task.file.name, size: task.file.size, replaces: new FormData(this.form).get('replaces') || null,
      }, lost);
      const whole = await sendInBlocks(task.file, task.ticket.address, task.sent, (part) => task.line.progress(part), lost);
      if (await this.isIn(task, whole, lost)) {
        return task.ticket.document;
      }

      [task.ticket, task.sent] = [null, []];
    }

    throw new Error('Every address ended before the file was in.');
  }

  /** Asked also where the address has ended: the answer that the file is in may have been lost on its way, and nothing is sent twice. */
  async isIn(task, whole, lost) {
    try {
      await this.ask(`/${task.ticket.document}/completed`, {}, lost);
      return true;
    } catch (problem) {
      if (problem instanceof Refusal && !whole && !problem.isOfThePage) {
        return false;
      }

      throw problem;
    }
  }

  async ask(below, content, onWait) {
    const answer = await patiently(() => fetch(this.form.action.replace(/files$/, 'uploads') + below, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.form.querySelector('[name=__RequestVerificationToken]').value },
      body: JSON.stringify(content),
    }).catch(() => ({ status: 0 })), onWait);
    if (answer.type === 'opaqueredirect') {
      throw new Refusal('You have been signed out. Sign in with a new link, then send it again.', true);
    }

    if (answer.status === 409) {
      throw new Refusal((await answer.json()).because);
    }

    if (answer.status === 400) {
      throw new Refusal('This page is out of date. Reload it, then send the file again.', true);
    }

    if (!answer.ok) {
      throw new Error(`The site answered ${answer.status}.`);
    }

    return answer.json();
  }

  async watch(document, line) {
    line.receipt(`/lano/documents/${document}`);
    for (let look = 0; look < looks; look++) {
      await new Promise((resolve) => setTimeout(resolve, betweenLooks));
      const answer = await fetch(`/lano/uploads/${document}`, { redirect: 'manual' }).catch(() => ({ ok: false }));
      const { state, because, findings } = answer.ok ? await answer.json() : {};
      if (state === 'accepted') {
        this.accepted++;
        line.end(findings || 'Accepted', false);
        return;
      }

      if (state === 'refused') {
        line.end(`Refused: ${because}`, true);
        return;
      }
    }
  }
}

/** The site says why not, in a sentence. */
class Refusal extends Error {
  constructor(because, isOfThePage = false) {
    super(because);
    this.isOfThePage = isOfThePage;
  }
}

for (const form of document.querySelectorAll('[data-upload]')) {
  const sending = new Sending(form);
  form.addEventListener('submit', (event) => {
    const files = [...form.querySelector('input[type=file]').files];
    const items = new FormData(form).getAll('items');
    if (files.length > 0 && items.length > 0) {
      event.preventDefault();
      sending.begin(files, items);
    }
  });
}
