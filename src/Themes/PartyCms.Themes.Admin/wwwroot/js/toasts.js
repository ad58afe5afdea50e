// Results of acts: each stays long enough to be read, and longer while it is touched.
const shownFor = 7000;

/** Lets what the server put there fade. */
export function startToasts(container) {
  for (const toast of container?.children ?? []) {
    fadeLater(toast);
  }
}

/** Shows a message; kind is "done" or "fault". */
export function showToast(message, kind = "done") {
  const toast = document.createElement("div");
  toast.className = kind === "fault" ? "note-toast note-toast--fault" : "note-toast";
  const icon = document.createElement("i");
  icon.className = kind === "fault" ? "bi bi-exclamation-circle-fill" : "bi bi-check-circle-fill";
  icon.ariaHidden = "true";
  const text = document.createElement("span");
  text.textContent = message;
  toast.append(icon, text);
  document.querySelector("[data-toasts]")?.append(toast);
  fadeLater(toast);
}

function fadeLater(toast) {
  let timer = setTimeout(() => toast.remove(), shownFor);
  toast.addEventListener("pointerenter", () => clearTimeout(timer));
  toast.addEventListener("pointerleave", () => { timer = setTimeout(() => toast.remove(), shownFor); });
}
