// What every page of the administration does: results fade, grave forms ask, forms go once, kept drafts are forgotten when stored.
import { forgetItem } from "./kept-drafts.js";
import { startToasts } from "./toasts.js";

const toasts = document.querySelector("[data-toasts]");
startToasts(toasts);
if (toasts?.dataset.savedItem) {
  forgetItem(toasts.dataset.user, toasts.dataset.savedItem);
}

// A second click while the first is on its way would only meet a conflict.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") {
    return;
  }

  const question = event.submitter?.dataset.ask ?? form.dataset.ask;
  if (question && !confirm(question)) {
    event.preventDefault();
    return;
  }

  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }

  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});

// The browser may show the page again from its memory; its forms must work then.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

document.querySelector("[data-focus-first] [aria-invalid=true]")?.focus();
