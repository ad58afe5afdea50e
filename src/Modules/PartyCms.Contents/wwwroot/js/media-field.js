// Turns the addresses of a media field into files one sees, chosen from the library or sent from this device.
import { showToast } from "/_content/PartyCms.Themes.Admin/js/toasts.js";
import { pickFile } from "/_content/PartyCms.Media/js/picker.js";
import { tokenOf, upload } from "./upload.js";

const PICTURES = /\.(jpe?g|png|webp|gif)$/i;

export function startMediaField(field, form) {
  const isSingle = field.dataset.mediaField === "single";
  const accept = field.dataset.mediaAccept;
  const wanted = { kind: accept && accept.split(",").every((ending) => PICTURES.test(ending)) ? "image" : "", accept };
  const choose = makeButton("bi-images", "从图库选");
  const send = makeButton("bi-upload", "上传");
  const device = Object.assign(document.createElement("input"), { type: "file", accept, hidden: true });
  const buttons = Object.assign(document.createElement("div"), { className: "media-field__buttons" });
  buttons.append(choose, send, device);
  const rows = () => [...field.querySelectorAll("[data-media-row]")];
  const pathOf = (row) => row.querySelector("[data-media-path]");
  const change = (row, value) => {
    pathOf(row).value = value;
    show(row);
    pathOf(row).dispatchEvent(new Event("input", { bubbles: true }));
  };

  function show(row) {
    const path = pathOf(row);
    row.hidden = path.value === "";
    path.type = "hidden";
    row.querySelector(".media-field__file")?.remove();
    if (path.value !== "") {
      row.prepend(view(path.value, () => change(row, "")));
    }
  }

  function take({ url, alt }) {
    const row = isSingle ? rows()[0] : rows().find((one) => pathOf(one).value === "") ?? addRow();
    change(row, url);
    const words = row.querySelector("[data-media-text]");
    if (words && (alt || isSingle)) {
      words.value = alt || "";
    }
    words?.focus();
  }

  // The server reads places from the names; a new row stands behind the last.
  function addRow() {
    const last = rows().at(-1);
    const row = last.cloneNode(true);
    for (const input of row.querySelectorAll("input")) {
      input.name = input.name.replace(/\[(\d+)\]\]$/, (_, place) => `[${Number(place) + 1}]]`);
      input.value = "";
    }
    last.after(row);
    return row;
  }

  choose.addEventListener("click", async () => {
    const picked = await pickFile(tokenOf(form), wanted);
    if (picked) {
      take(picked);
    }
  });
  send.addEventListener("click", () => device.click());
  device.addEventListener("change", async () => {
    const [file] = device.files;
    device.value = "";
    if (!file) {
      return;
    }

    send.disabled = true;
    send.lastChild.textContent = "正在上传…";
    try {
      take(await upload(file, form));
    } catch (fault) {
      showToast(fault.message, "fault");
    } finally {
      send.disabled = false;
      send.lastChild.textContent = "上传";
    }
  });
  field.addEventListener("restored", () => rows().forEach(show), { capture: true });
  rows().at(-1).after(buttons);
  rows().forEach(show);
}

function view(address, remove) {
  const source = address.startsWith("/") || /^https?:/i.test(address) ? address : `/media/${address}`;
  const file = Object.assign(document.createElement("div"), { className: "media-field__file" });
  const name = Object.assign(document.createElement("a"), { href: source, target: "_blank", textContent: source.split("/").at(-1) });
  if (PICTURES.test(source)) {
    const picture = Object.assign(document.createElement("img"), { src: source, alt: "" });
    picture.addEventListener("error", () => picture.replaceWith("找不到这个文件"), { once: true });
    file.append(picture);
  }

  const button = makeButton("bi-x-lg", "移除");
  button.addEventListener("click", remove);
  file.append(name, button);
  return file;
}

function makeButton(icon, text) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet" });
  button.append(Object.assign(document.createElement("i"), { className: "bi " + icon, ariaHidden: "true" }), text);
  return button;
}
