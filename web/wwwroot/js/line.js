// One file on the page while it is sent: its name, how far it has come, and what came of it.

export class Line {
  constructor(list, name) {
    this.name = name;
    this.item = add(list, 'li', 'upload__file');
    add(this.item, 'span', 'upload__name').textContent = name;
    this.state = add(this.item, 'span', 'upload__state');
    this.bar = add(this.item, 'progress', 'upload__bar');
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute('aria-label', `Sending ${name}`);
    this.say('Waiting');
  }

  progress(part) {
    this.bar.value = part;
    this.say(`${Math.floor(part * 100)}%`);
  }

  say(words) {
    this.state.textContent = words;
  }

  receipt(address) {
    const link = add(this.note(), 'a', 'govuk-link');
    link.href = address;
    link.textContent = 'Receipt';
  }

  end(words, bad) {
    const long = words.length > 30;
    this.say(long ? (bad ? 'Not accepted' : 'Accepted') : words);
    if (long) {
      this.note().textContent = words;
    }

    this.bar.hidden = true;
    this.item.classList.toggle('upload__file--bad', bad);
  }

  /** The file stays on the page, and a button sends what is missing of it. */
  offerAgain(words, again) {
    this.end(words, true);
    this.say('Not sent');
    const button = add(this.note(), 'button', 'govuk-button govuk-button--secondary upload__again');
    button.type = 'button';
    button.textContent = 'Try again';
    button.setAttribute('aria-label', `Try again to send ${this.name}`);
    button.addEventListener('click', () => {
      this.item.querySelectorAll('.upload__note').forEach((note) => note.remove());
      this.item.classList.remove('upload__file--bad');
      this.bar.hidden = false;
      this.say('Waiting');
      again();
    });
  }

  note() {
    return add(this.item, 'span', 'upload__note');
  }
}

function add(parent, name, className) {
  const element = document.createElement(name);
  element.className = className;
  parent.append(element);
  return element;
}
