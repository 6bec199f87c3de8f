// Sends one file to the address that the site gave for it, in blocks, so that a dropped connection costs one block and not the file.

const blockSize = 4 * 1024 * 1024;
const tries = 8;
const longestWait = 15000;

/** The address no longer takes the file: a new one is needed. */
export class AddressEnded extends Error {}

/** The file did not get through. */
export class NotSent extends Error {}

export async function sendInBlocks(file, address, onProgress) {
  const ids = [];
  for (let start = 0; start < file.size; start += blockSize) {
    const id = btoa(String(ids.length).padStart(6, '0'));
    const block = file.slice(start, Math.min(start + blockSize, file.size));
    await put(`${address}&comp=block&blockid=${encodeURIComponent(id)}`, block, (sent) => onProgress((start + sent) / file.size));
    ids.push(id);
  }

  const list = ids.map((id) => `<Latest>${id}</Latest>`).join('');
  await put(`${address}&comp=blocklist`, `<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`, () => {});
  onProgress(1);
}

async function put(address, body, onProgress) {
  for (let attempt = 1; ; attempt++) {
    const status = await putOnce(address, body, onProgress);
    if (status >= 200 && status < 300) {
      return;
    }

    if (status === 403) {
      throw new AddressEnded();
    }

    const mayPass = status === 0 || status === 408 || status === 429 || status >= 500;
    if (!mayPass || attempt === tries) {
      throw new NotSent();
    }

    await nextTry(attempt);
  }
}

function putOnce(address, body, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    request.addEventListener('loadend', () => resolve(request.status));
    request.send(body);
  });
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
