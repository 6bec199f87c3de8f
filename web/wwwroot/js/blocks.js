// Sends one file to the address that the site gave for it, in blocks, so that a dropped connection costs one block and not the file.

import { patiently } from './retry.js';

const blockSize = 4 * 1024 * 1024;
const longestSilence = 60000;

/**
 * Sends what is not there yet. `sent` holds the blocks that are, and is added to: called again with it, the file goes on where it stopped.
 * False when the address takes nothing any more; throws Unreachable when nobody answers.
 */
export async function sendInBlocks(file, address, sent, onProgress, onWait) {
  while (sent.length * blockSize < file.size) {
    const start = sent.length * blockSize;
    const id = btoa(String(sent.length).padStart(6, '0'));
    const block = file.slice(start, Math.min(start + blockSize, file.size));
    if (!await put(`${address}&comp=block&blockid=${encodeURIComponent(id)}`, block, (count) => onProgress((start + count) / file.size), onWait)) {
      return false;
    }

    sent.push(id);
  }

  const list = sent.map((id) => `<Latest>${id}</Latest>`).join('');
  return put(`${address}&comp=blocklist`, `<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`, () => {}, onWait);
}

async function put(address, body, onProgress, onWait) {
  const { status } = await patiently(() => putOnce(address, body, onProgress), onWait);
  if (status < 300 || status === 403) {
    return status !== 403;
  }

  throw new Error(`Storage answered ${status}.`);
}

function putOnce(address, body, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence;

    // A line that went dead says nothing: it is hung up when nothing has moved for a while.
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), longestSilence);
    };
    request.open('PUT', address);
    request.upload.addEventListener('progress', (event) => {
      heard();
      onProgress(event.loaded);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(silence);
      resolve({ status: request.status });
    });
    heard();
    request.send(body);
  });
}
