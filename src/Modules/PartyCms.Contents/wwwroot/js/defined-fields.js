// Comforts for fields by definition; each field is complete without them.
import { showToast } from "/_content/PartyCms.Themes.Admin/js/toasts.js";
import { upload } from "./upload.js";

/** Lets a media field take a file from this device into its last, empty row. */
export function startMediaField(field, form) {
  const rows = [...field.querySelectorAll("[data-media-row]")];
  const empty = rows.find((row) => row.querySelector("[data-media-path]").value === "");
  if (!empty) {
    return;
  }

  const path = empty.querySelector("[data-media-path]");
  const words = empty.querySelector("[data-media-text]");
  const picker = Object.assign(document.createElement("input"), { type: "file", hidden: true });
  const choose = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet", textContent: "上传" });
  empty.append(choose, picker);
  choose.addEventListener("click", () => picker.click());
  picker.addEventListener("change", async () => {
    if (!picker.files[0]) {
      return;
    }

    choose.disabled = true;
    choose.textContent = "正在上传…";
    try {
      path.value = (await upload(picker.files[0], form)).url;
      path.dispatchEvent(new Event("input", { bubbles: true }));
      words?.focus();
    } catch (fault) {
      showToast(fault.message, "fault");
    } finally {
      choose.disabled = false;
      choose.textContent = "上传";
      picker.value = "";
    }
  });
}

/** Finds more items by their title than the list of a picker holds. */
export function startPicker(search) {
  const list = search.parentElement.querySelector("[data-picker-list]");
  let asked = 0;
  search.hidden = false;
  search.addEventListener("input", async () => {
    const mine = ++asked;
    const answer = await fetch(`${search.dataset.pickerSource}&q=${encodeURIComponent(search.value)}`).catch(() => null);
    if (!answer?.ok || mine !== asked) {
      return;
    }

    const found = await answer.json();
    const kept = [...list.options].filter((option) => option.value === "" || option.selected);
    list.replaceChildren(...kept, ...found
      .filter((item) => kept.every((option) => option.value !== item.id))
      .map((item) => new Option(item.name, item.id)));
  });
}
