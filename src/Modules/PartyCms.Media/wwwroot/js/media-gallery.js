// The library: files that are chosen, dropped, pasted or photographed are sent, one after another.
import "./confirm.js";
import { send, targetOf } from "./send.js";

const drop = document.querySelector("[data-media-upload]");
const progress = document.querySelector("[data-media-progress]");
let waiting = Promise.resolve();
let failed = 0;

function take(files) {
  const rows = [...files].map((file) => ({ file, row: addRow(file.name) }));
  waiting = waiting.then(async () => {
    for (const { file, row } of rows) {
      await sendOne(file, row);
    }
    if (rows.length > 0 && failed === 0) {
      location.reload();
    }
  });
}

async function sendOne(file, row) {
  try {
    await send(file, targetOf(drop), row.show);
    row.finish("已上传", false);
  } catch (fault) {
    failed++;
    row.finish(fault.message, true);
  }
}

function addRow(text) {
  const row = document.createElement("li");
  const name = Object.assign(document.createElement("span"), { className: "media-drop__name", textContent: text || "粘贴的图片" });
  const note = Object.assign(document.createElement("span"), { className: "quiet", textContent: "等待" });
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0, ariaLabel: `${text} 上传进度` });
  row.append(name, note, bar);
  progress.append(row);
  return {
    show(share, word) {
      if (word) {
        note.textContent = word;
      } else {
        bar.value = share;
        note.textContent = `${Math.round(share * 100)}%`;
      }
    },
    finish(message, isFault) {
      bar.remove();
      note.textContent = message;
      row.classList.toggle("text-danger", isFault);
    },
  };
}

for (const input of drop.querySelectorAll("[type=file]")) {
  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
}

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      drop.classList.toggle("media-drop--over", kind === "dragover");
    }
  });
}

document.addEventListener("drop", (event) => {
  if (event.dataTransfer?.files.length) {
    take(event.dataTransfer.files);
  }
});
document.addEventListener("paste", (event) => {
  if (event.clipboardData?.files.length) {
    event.preventDefault();
    take(event.clipboardData.files);
  }
});
for (const list of document.querySelectorAll("[data-submit-on-change]")) {
  list.addEventListener("change", () => list.form.requestSubmit());
}
