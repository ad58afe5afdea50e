// Sends a picture of the editor to the media library, and asks what it shows.
import { send } from "/_content/PartyCms.Media/js/send.js";

/** Uploads a file and gives its address and text; the error's message is for people. */
export const upload = (file, form) => send(file, { token: tokenOf(form) });

/** The page's token against forged requests. */
export const tokenOf = (form) => form.querySelector("[name=__RequestVerificationToken]").value;

/** Asks what a picture shows; resolves with the text, empty when nothing was said. */
export function askForAlt() {
  const dialog = document.querySelector("[data-alt-dialog]");
  const field = dialog.querySelector("[name=alt]");
  field.value = "";
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(field.value.trim()), { once: true }));
}
