// Asks again what a network or a server refuses for a while.

const tries = 8;
const longestWait = 15000;

/** It has been tried for about a minute, and nobody answers. */
export class Unreachable extends Error {}

/** The first answer that is not of the kind that passes; `onWait` is told before each wait. */
export async function patiently(ask, onWait) {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (!mayPass(answer)) {
      return answer;
    }

    if (attempt === tries) {
      throw new Unreachable();
    }

    onWait();
    await nextTry(attempt);
  }
}

// A redirect that is not followed has the status 0 too, and is an answer.
function mayPass({ status, type }) {
  return (status === 0 && type !== 'opaqueredirect') || status === 408 || status === 429 || status >= 500;
}

// Longer each time, and at once when the browser says that it is back on line.
function nextTry(attempt) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(500 * 2 ** attempt, longestWait));
    addEventListener('online', done);
  });
}
