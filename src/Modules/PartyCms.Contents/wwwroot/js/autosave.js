// Keeps what is typed: in this browser at once, on the server every fifteen seconds. What readers see is never touched:
// of a published item the server gets nothing until the person saves.
import { forget, forgetItem, keep, read } from "/_content/PartyCms.Themes.Admin/js/kept-drafts.js";

const keptAfter = 800;
const sentAfter = 15_000;
const titleName = "Fields[TitlePart.Title]";

export function startAutosave(form) {
  const { user } = form.dataset;
  const note = form.querySelector("[data-saved-note]");

  // Where a program makes the title there is none to wait for.
  const title = form.elements[titleName] ?? form.elements.DisplayText;
  let place = form.dataset.place;
  let keepTimer;
  let sendTimer;
  let leaving = false;
  let changed = form.dataset.unsaved === "true";
  offerKept();

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(keepTimer);
    keepTimer = setTimeout(keepNow, keptAfter);
    sendTimer ??= setTimeout(send, sentAfter);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    keepNow();
    clearTimeout(keepTimer);
    clearTimeout(sendTimer);
  });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("pagehide", keepNow);
  addEventListener("online", () => changed && send());
  document.addEventListener("visibilitychange", () => document.hidden && keepNow());

  function fields() {
    return [...new FormData(form)].filter(([name, value]) => name.startsWith("Fields[") && typeof value === "string");
  }

  function keepNow() {
    if (changed) {
      keep(user, place, { item: form.dataset.item, at: new Date().toISOString(), fields: fields() });
    }
  }

  async function send() {
    clearTimeout(sendTimer);
    sendTimer = undefined;
    const isPublic = form.dataset.state === "Published";
    if (leaving || isPublic || title?.value.trim() === "") {
      note.textContent = isPublic ? "修改已留在本机" : "";
      return;
    }

    const body = new FormData(form);
    changed = false;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, headers: { "Accept": "application/json" } });
      const result = await answer.json().catch(() => ({}));
      if (answer.ok) {
        stored(result);
      } else {
        changed = true;
        note.textContent = result.message ? `没有自动保存：${result.message}` : "没有自动保存，已留在本机";
      }
    } catch {
      changed = true;
      note.textContent = "网络不通，已留在本机";
      sendTimer ??= setTimeout(send, sentAfter);
    }
  }

  function stored({ id, revision, at }) {
    if (leaving) {
      return;
    }

    note.textContent = `已自动保存 ${at}`;
    form.elements.Revision.value = revision;
    if (place !== id) {
      // From now on this is an item of its own: closing and opening again leads back to it.
      forget(user, place);
      place = id;
      form.dataset.item = id;
      form.elements.NewId.value = "";
      const address = `/admin/content/edit/${id}`;
      history.replaceState(null, "", address);
      form.action = `${address}?handler=draft`;
      form.dataset.autosave = `${address}?handler=autosave`;
      for (const button of form.querySelectorAll("[formaction]")) {
        const handler = new URL(button.formAction).searchParams.get("handler");
        button.setAttribute("formaction", `${address}?handler=${handler}`);
      }
    }

    if (!changed) {
      forgetItem(user, id);
    }
  }

  function offerKept() {
    const kept = read(user, place);
    const bar = document.querySelector("[data-kept]");
    const now = JSON.stringify(fields());
    if (!kept || form.dataset.unsaved === "true" || JSON.stringify(kept.fields) === now) {
      return;
    }

    const at = new Date(kept.at).toLocaleString("zh-CN", { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" });
    bar.querySelector("[data-kept-text]").textContent = `这台设备上有${at}写到一半、没有保存的内容。`;
    bar.hidden = false;
    bar.querySelector("[data-kept-drop]").addEventListener("click", () => {
      forget(user, place);
      bar.hidden = true;
    });
    bar.querySelector("[data-kept-restore]").addEventListener("click", () => {
      restore(kept.fields);
      bar.hidden = true;
    });
  }

  function restore(values) {
    const byName = new Map();
    for (const [name, value] of values) {
      byName.set(name, [...(byName.get(name) ?? []), value]);
    }

    for (const field of form.querySelectorAll("[name^='Fields[']")) {
      const kept = byName.get(field.name) ?? [];
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = kept.includes(field.value);
      } else if (field.type !== "hidden" || field.matches("[data-cover-path]")) {
        field.value = kept.at(-1) ?? "";
        field.dispatchEvent(new Event("restored"));
      }
    }

    form.dispatchEvent(new Event("input"));
  }
}
