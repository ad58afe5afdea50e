// Sends one file to the library in pieces (tus 1.0), tells how far it is, and takes it up again where the network broke.
import { shrink } from "./shrink.js";

const address = "/admin/media/uploads";
const pieceSize = 2 * 1024 * 1024;
const longestWait = 30_000;
const mostFailures = 12;
const signedOut = "登录已失效，请重新登录。";

/**
 * @typedef {{token: string, folder?: string, unit?: string}} Target where a file goes, and the page's token
 * @typedef {{id: string, url: string, alt: string}} Kept
 * @param {File} file
 * @param {Target} target
 * @param {(share: number, note?: string) => void} tell is called with 0 to 1, and with a word when it waits
 * @returns {Promise<Kept>} what is kept; the error's message is for people
 */
export async function send(file, target, tell = () => {}) {
  const sent = await shrink(file);
  const memory = new Memory(sent === file ? file : null, target);
  let place = memory.place;
  for (let failures = 0; ;) {
    try {
      const offset = place ? await measure(place, sent.size) : null;
      if (offset === null) {
        place = await announce(sent, target);
        memory.keep(place);
      }

      await sendPieces(place, offset ?? 0, sent, target, (done) => {
        failures = 0;
        tell(done / sent.size);
      });
      const kept = await (await ask(place)).json();
      memory.forget();
      return kept;
    } catch (fault) {
      if (!(fault instanceof Interruption) || ++failures > mostFailures) {
        memory.forget();
        throw fault instanceof Interruption ? new Error("没有传上去，请检查网络后再试。") : fault;
      }

      tell(NaN, "网络断了，等着接着传");
      await wait(Math.min(longestWait, 500 * 2 ** failures));
    }
  }
}

/** Where a form's files go. @param {HTMLFormElement} form @returns {Target} */
export function targetOf(form) {
  const value = (name) => form.querySelector(`[name=${name}]`)?.value;
  return { token: value("__RequestVerificationToken"), folder: value("folder"), unit: value("unit") };
}

/** The network broke, or the server could not answer just now: worth another try. */
class Interruption extends Error {}

/** Remembers unfinished uploads of a device's files, so that choosing the file again goes on with it. */
class Memory {
  #key;

  constructor(file, target) {
    this.#key = file && `media-upload:${target.folder ?? target.unit ?? ""}:${file.name}:${file.size}:${file.lastModified}`;
  }

  get place() {
    return this.#key && localStorage.getItem(this.#key);
  }

  keep(place) {
    if (this.#key) {
      localStorage.setItem(this.#key, place);
    }
  }

  forget() {
    if (this.#key) {
      localStorage.removeItem(this.#key);
    }
  }
}

async function announce(file, target) {
  const metadata = { filename: file.name };
  for (const name of ["folder", "unit"]) {
    if (target[name]) {
      metadata[name] = target[name];
    }
  }

  const answer = await call("POST", address, target.token, {
    "Upload-Length": String(file.size),
    "Upload-Metadata": Object.entries(metadata).map(([name, value]) => `${name} ${encode(value)}`).join(","),
  });
  return answer.headers.get("Location");
}

// Null where the upload is not there any more, or is of another file.
async function measure(place, size) {
  const answer = await call("HEAD", place, null, {}, [404]);
  return answer.ok && Number(answer.headers.get("Upload-Length")) === size ? Number(answer.headers.get("Upload-Offset")) : null;
}

// Also sends an empty piece where all bytes are there: the server then finishes what it could not.
async function sendPieces(place, from, file, target, done) {
  let offset = from;
  do {
    const begin = offset;
    offset = await sendPiece(place, begin, file.slice(begin, begin + pieceSize), target.token, (bytes) => done(begin + bytes));
    done(offset);
  } while (offset < file.size);
}

// By XMLHttpRequest, for only it tells how far a piece is.
function sendPiece(place, offset, piece, token, tell) {
  const request = new XMLHttpRequest();
  request.open("PATCH", place);
  request.setRequestHeader("Tus-Resumable", "1.0.0");
  request.setRequestHeader("Upload-Offset", String(offset));
  request.setRequestHeader("Content-Type", "application/offset+octet-stream");
  request.setRequestHeader("X-CSRF-Token", token);
  request.upload.addEventListener("progress", (event) => tell(event.loaded));
  return new Promise((resolve, reject) => {
    request.addEventListener("loadend", () => {
      if (request.status === 204) {
        resolve(Number(request.getResponseHeader("Upload-Offset")));
      } else if (isPassing(request.status)) {
        reject(new Interruption());
      } else {
        reject(new Error(remedy(request.status, request.responseText)));
      }
    });
    request.send(piece);
  });
}

const ask = (place) => call("GET", place, null, {});

async function call(method, url, token, headers, expected = []) {
  let answer;
  try {
    answer = await fetch(url, {
      method,
      redirect: "manual",
      headers: { "Tus-Resumable": "1.0.0", Accept: "application/json", ...(token ? { "X-CSRF-Token": token } : {}), ...headers },
    });
  } catch {
    throw new Interruption();
  }

  if (answer.ok || expected.includes(answer.status)) {
    return answer;
  }
  if (answer.type === "opaqueredirect") {
    throw new Error(signedOut); // To the page where one signs in.
  }
  if (isPassing(answer.status)) {
    throw new Interruption();
  }
  throw new Error(remedy(answer.status, await answer.text()));
}

// 0: no network. 409: we do not know how far it is. 423: the broken piece is still being written. 5xx: a restart.
const isPassing = (status) => [0, 409, 423, 502, 503, 504].includes(status);

function remedy(status, text) {
  try {
    return JSON.parse(text).detail;
  } catch {
    return [200, 401, 403].includes(status) ? signedOut : "没有传上去，请检查网络后再试。";
  }
}

function encode(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

// Goes on at once when the network is back.
function wait(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end, { once: true });
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    }
  });
}
