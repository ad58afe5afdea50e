// Puts the rich text editor in the place of the body's field. The field stays the one that is sent, and is changed
// only when the person changes the text: opening an item must not rewrite it.
import { showToast } from "/_content/PartyCms.Themes.Admin/js/toasts.js";
import { pickPicture } from "/_content/PartyCms.Media/js/picker.js";
import { askForAlt, tokenOf, upload } from "./upload.js";

const tools = ["bold", "header2", "header3", "bulletedList", "numberedList", "blockquote", "insertLink", "uploadImage", "insertTable", "clearStyle", "undo"];

/** Starts on a field; gives its handle, or null where the plain field stays. */
export async function startRichText(textarea, form) {
  let editing;
  try {
    editing = await import(form.dataset.editorSrc);
  } catch {
    return null; // The plain field works.
  }

  const { frame, bar, text } = makeFrame(textarea);
  const original = textarea.value;
  const config = {
    placeholder: "写在这里，也可以从 Word 或微信里粘贴",
    autoFocus: false,
    scroll: false,
    MENU_CONF: {
      uploadImage: {
        customBrowseAndUpload: (insert) => pickInto(insert, form),
        customUpload: (file, insert) => uploadInto(file, insert, form),
      },
      insertLink: { checkLink: isLink },
    },
    customPaste: (editor, event) => pasteClean(editor, event, form),
    customAlert: (message, kind) => showToast(message, kind === "success" ? "done" : "fault"),
  };
  const editor = editing.createEditor({ selector: text, html: toEditor(original), mode: "simple", config });
  if (losesSomething(original, editor.getHtml())) {
    editor.destroy();
    frame.remove();
    textarea.hidden = false;
    const note = Object.assign(document.createElement("p"), { className: "rich-note" });
    note.textContent = "这篇正文里有编辑器不认识的格式（如表格标题），为了不弄丢，这里直接显示网页代码。";
    textarea.after(note);
    return null;
  }

  nameField(text.querySelector("[contenteditable]"), textarea.dataset.richName ?? "正文");
  editing.createToolbar({ editor, selector: bar, mode: "simple", config: { toolbarKeys: tools } });
  new MutationObserver(() => nameButtons(bar)).observe(bar, { childList: true, subtree: true });
  let loaded = editor.getHtml();
  editor.on("change", () => {
    const html = editor.getHtml();
    if (html !== loaded) {
      loaded = html;
      textarea.value = editor.isEmpty() ? "" : html;
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  textarea.addEventListener("restored", () => editor.setHtml(toEditor(textarea.value)));
  return { textarea, focus: () => editor.focus(true) };
}

function makeFrame(textarea) {
  const frame = Object.assign(document.createElement("div"), { className: "rich" });
  frame.classList.toggle("rich--invalid", textarea.getAttribute("aria-invalid") === "true");
  const bar = Object.assign(document.createElement("div"), { className: "rich__bar" });
  const text = Object.assign(document.createElement("div"), { className: "rich__text" });
  frame.append(bar, text);
  textarea.after(frame);
  textarea.hidden = true;
  return { frame, bar, text };
}

// The editor gives its field a role that does not exist; a screen reader needs a real one and a name.
function nameField(field, name) {
  field.setAttribute("role", "textbox");
  field.setAttribute("aria-multiline", "true");
  field.setAttribute("aria-label", name);
}

// Its buttons come a moment later and show only a picture; the tooltip's first line says what they do.
function nameButtons(bar) {
  for (const button of bar.querySelectorAll("button[data-tooltip]")) {
    button.setAttribute("aria-label", button.dataset.tooltip.split("\n")[0]);
  }
}

async function pickInto(insert, form) {
  const picked = await pickPicture(tokenOf(form));
  if (picked) {
    insert(picked.url, picked.alt || await askForAlt(), "");
  }
}

async function uploadInto(file, insert, form) {
  try {
    const { url, alt } = await upload(file, form);
    insert(url, alt || await askForAlt(), "");
  } catch (fault) {
    showToast(fault.message, "fault");
  }
}

function isLink(text, url) {
  return /^(https?:\/\/|mailto:|tel:|\/)/i.test(url) ? true : "链接应以 https:// 或 / 开头";
}

// What is pasted from Word, WeChat or a page is cleaned by the same rules as what is stored, before the editor sees it.
function pasteClean(editor, event, form) {
  const pasted = event.clipboardData;
  const html = pasted?.getData("text/html");
  const plain = pasted?.getData("text/plain") ?? "";
  const isPicture = pasted?.files.length > 0 && plain.trim() === "";
  if (!html || isPicture || pasted.types.includes("application/x-slate-fragment")) {
    return true; // Plain text, a picture to upload, and what was copied in this editor.
  }

  event.preventDefault();
  clean(html, form).then(
    (cleaned) => editor.dangerouslyInsertHtml(toEditor(cleaned)),
    () => {
      editor.insertText(plain);
      showToast("没能整理粘贴的格式，只粘贴了文字。", "fault");
    });
  return false;
}

async function clean(html, form) {
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const answer = await fetch("/admin/content/clean", {
    method: "POST", body: html, headers: { "X-CSRF-Token": token, "Content-Type": "text/html; charset=utf-8" },
  });
  if (!answer.ok) {
    throw new Error(`The server answered ${answer.status}.`);
  }

  return (await answer.json()).html;
}

// The site keeps alignment and the size of pictures as classes; the editor knows them as styles, and the server turns
// them back.
function toEditor(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const picture of body.querySelectorAll("img[class^='w-']")) {
    picture.style.width = `${picture.className.slice(2)}%`;
  }

  for (const element of body.querySelectorAll(".ta-center, .ta-right")) {
    element.style.textAlign = element.classList.contains("ta-center") ? "center" : "right";
  }

  return body.innerHTML;
}

function losesSomething(before, after) {
  const [from, to] = [before, after].map((html) => new DOMParser().parseFromString(html, "text/html").body);
  const letters = (body) => body.textContent.replace(/\s+/g, "");
  const counted = ["img", "table", "a", "audio", "video", "ul, ol"];
  return letters(from) !== letters(to)
    || counted.some((name) => from.querySelectorAll(name).length > to.querySelectorAll(name).length)
    || from.querySelector("caption, figure, figcaption") !== null;
}
