import { el } from "./dom.js";
import { push } from "./api.js";

const pages = new Set(["view", "miniprogram"]);

// A page opens at once and the site is told as well; everything else only tells the site.
function tap(button, person) {
  if (pages.has(button.type) && button.url) {
    window.open(button.url, "_blank", "noreferrer");
  }
  push("/phone/api/tap", { person, name: button.name });
}

function closeOthers(kept) {
  for (const open of document.querySelectorAll(".menu__more[open]")) {
    if (open !== kept) {
      open.open = false;
    }
  }
}

function entry(button, person) {
  if (button.buttons.length === 0) {
    return el("button", { type: "button", class: "menu__button", onclick: () => tap(button, person) }, button.name);
  }
  const more = el("details", { class: "menu__more", ontoggle: () => more.open && closeOthers(more) },
    el("summary", { class: "menu__button" }, `☰ ${button.name}`),
    el("div", { class: "menu__list" }, button.buttons.map((below) => el("button", {
      type: "button",
      onclick: () => {
        more.open = false;
        tap(below, person);
      },
    }, below.name))));
  return more;
}

export function drawMenu(bar, { menu, openId }) {
  bar.replaceChildren(...menu.map((button) => entry(button, openId)));
}
