// Buttons with data-copy put an address of the site into the clipboard.

/** @param {ParentNode} container */
export function startCopy(container) {
  for (const button of container.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copy(button));
  }
}

async function copy(button) {
  const address = new URL(button.dataset.copy, location.href).href;
  const before = [...button.childNodes];
  try {
    await navigator.clipboard.writeText(address);
    button.replaceChildren("已复制");
  } catch {
    button.replaceChildren(address); // No right to the clipboard: the person copies it by hand.
    return;
  }

  setTimeout(() => button.replaceChildren(...before), 1500);
}
