// Sends one file to the library and tells how far it is.

/**
 * @typedef {{token: string, folder?: string, unit?: string}} Target where a file goes, and the page's token
 * @param {File} file
 * @param {Target} target
 * @param {(share: number) => void} tell is called with 0 to 1
 * @returns {Promise<{id: string, url: string, alt: string}>} what is kept; the error's message is for people
 */
export function send(file, target, tell = () => {}) {
  const body = new FormData();
  for (const name of ["folder", "unit"]) {
    if (target[name]) {
      body.append(name, target[name]);
    }
  }

  body.append("file", file);
  const request = new XMLHttpRequest();
  request.open("POST", "/admin/media/upload");
  request.setRequestHeader("X-CSRF-Token", target.token);
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      tell(event.loaded / event.total);
    }
  });
  return new Promise((resolve, reject) => {
    request.addEventListener("loadend", () =>
      request.status === 200 ? resolve(JSON.parse(request.responseText)) : reject(new Error(remedy(request))));
    request.send(body);
  });
}

/** Where a form's files go. @param {HTMLFormElement} form @returns {Target} */
export function targetOf(form) {
  const value = (name) => form.querySelector(`[name=${name}]`)?.value;
  return { token: value("__RequestVerificationToken"), folder: value("folder"), unit: value("unit") };
}

function remedy(request) {
  try {
    return JSON.parse(request.responseText).detail;
  } catch {
    return request.status === 401 || request.status === 403 ? "登录已失效，请重新登录。" : "没有传上去，请检查网络后再试。";
  }
}
