// Sends chosen, dropped or photographed files one after another and shows how far each is.

const drop = document.querySelector("[data-media-upload]");
const progress = document.querySelector("[data-media-progress]");

async function sendAll(files) {
  let stored = 0;
  for (const file of files) {
    stored += await send(file) ? 1 : 0;
  }
  if (stored > 0 && stored === files.length) {
    location.reload();
  }
}

function send(file) {
  const row = document.createElement("li");
  const name = document.createElement("span");
  const bar = document.createElement("progress");
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `${file.name} 上传进度`);
  row.append(name, bar);
  progress.append(row);

  const form = new FormData();
  form.append("file", file);
  const request = new XMLHttpRequest();
  request.open("POST", drop.dataset.mediaUpload);
  request.setRequestHeader("X-CSRF-Token", drop.querySelector("[name=__RequestVerificationToken]").value);
  request.upload.addEventListener("progress", event => {
    if (event.lengthComputable) {
      bar.value = event.loaded / event.total;
    }
  });
  return new Promise(resolve => {
    request.addEventListener("loadend", () => {
      bar.remove();
      const isStored = request.status === 200;
      name.textContent = `${file.name}：${isStored ? "已上传" : remedy(request)}`;
      row.classList.toggle("text-danger", !isStored);
      resolve(isStored);
    });
    request.send(form);
  });
}

function remedy(request) {
  try {
    return JSON.parse(request.responseText).detail;
  } catch {
    return request.status === 401 || request.status === 403 ? "登录已失效，请重新登录。" : "没有传上去，请检查网络后再试。";
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
  const text = button.textContent;
  button.textContent = "已复制";
  setTimeout(() => { button.textContent = text; }, 1500);
}

for (const input of drop.querySelectorAll("[type=file]")) {
  input.addEventListener("change", () => sendAll([...input.files]));
}
for (const kind of ["dragover", "dragleave", "drop"]) {
  drop.addEventListener(kind, event => {
    event.preventDefault();
    drop.classList.toggle("media-drop--over", kind === "dragover");
  });
}
drop.addEventListener("drop", event => sendAll([...event.dataTransfer.files]));
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copy(button));
}
for (const form of document.querySelectorAll("form[data-confirm]")) {
  form.addEventListener("submit", event => {
    if (!confirm(form.dataset.confirm)) {
      event.preventDefault();
    }
  });
}
