// Starts what the editor's page needs; each behaviour stands alone, and the form works without any of them.
import { startAutosave } from "./autosave.js";
import { startCounter } from "./counter.js";
import { startCover } from "./cover.js";
import { startPicker } from "./defined-fields.js";
import { startMediaField } from "./media-field.js";
import { startPresence } from "./presence.js";
import { startRichText } from "./rich-text.js";
import { startSchedule } from "./schedule.js";

const form = document.querySelector("[data-edit]");
for (const counted of form.querySelectorAll("[data-count]")) {
  startCounter(counted);
}

startSchedule(form);
const cover = form.querySelector("[data-cover]");
if (cover) {
  startCover(cover, form);
}

form.querySelectorAll("[data-media-field]").forEach((field) => startMediaField(field, form));
form.querySelectorAll("[data-picker-search]").forEach(startPicker);
const richTexts = await Promise.all(
  [...form.querySelectorAll("[data-rich-text]")].map((textarea) => startRichText(textarea, form)));
startAutosave(form);
startPresence(form);

// The list of problems leads to its fields, also to the one the rich text stands in for.
document.querySelector("[data-problem-summary]")?.addEventListener("click", (event) => {
  const id = event.target.closest("a[href^='#']")?.hash.slice(1);
  const field = id && document.getElementById(id);
  if (field) {
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    (richTexts.find((richText) => richText?.textarea === field) ?? field).focus();
    field.closest(".panel")?.scrollIntoView({ block: "start" });
  }
});
const firstInvalid = form.querySelector("[aria-invalid=true]");
if (firstInvalid) {
  (richTexts.find((richText) => richText?.textarea === firstInvalid) ?? firstInvalid).focus();
} else {
  document.querySelector("[data-problem-summary]")?.focus();
}

// A field that is being mended is no longer marked; the server looks at it again.
form.addEventListener("input", ({ target }) => {
  if (target.getAttribute("aria-invalid") === "true") {
    target.removeAttribute("aria-invalid");
    target.classList.remove("is-invalid");
    target.parentElement.querySelector(".rich--invalid")?.classList.remove("rich--invalid");
    document.getElementById(target.id + "-problem")?.classList.replace("d-block", "d-none");
  }
});
