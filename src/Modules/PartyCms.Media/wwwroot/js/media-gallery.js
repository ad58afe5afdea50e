// The library: files that are chosen, dropped, pasted or photographed are sent, one after another.
import { send, targetOf } from "./send.js";

const drop = document.querySelector("[data-media-upload]");
const progress = document.querySelector("[data-media-progress]");
let waiting = Promise.resolve();

function take(files) {
  const rows = [...files].map((file) => ({ file, row: addRow(file.name) }));
  waiting = waiting.then(async () => {
    let sent = 0;
    for (const { file, row } of rows) {
      sent += await sendOne(file, row) ? 1 : 0;
    }
    if (sent > 0 && progress.querySelector(".text-danger")) {
      offerReload();
    } else if (sent > 0) {
      location.reload();
    }
  });
}

// What failed stays to be read; what arrived is one click away.
function offerReload() {
  progress.querySelector("[data-reload]")?.remove();
  const row = document.createElement("li");
  row.dataset.reload = "";
  const link = Object.assign(document.createElement("a"), { className: "btn btn-quiet", href: location.href, textContent: "看传好的文件" });
  row.append(link);
  progress.append(row);
}

async function sendOne(file, row) {
  try {
    await send(file, targetOf(drop), row.show);
    row.finish("已上传", false);
    return true;
  } catch (fault) {
    row.finish(fault.message, true);
    return false;
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
      note.classList.toggle("quiet", !isFault);
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
