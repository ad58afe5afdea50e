// suggest.js: offers titles while somebody types. Without it the form searches as ever.
// The field becomes an ARIA combobox: arrows choose, Enter opens, Escape closes; focus never leaves the field.
const PAUSE = 180;

for (const form of document.querySelectorAll("form[data-suggest]")) {
  start(form, form.querySelector("input[type=search]"));
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function start(form, field) {
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "标题");
  form.append(list);
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  form.append(told);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  let chosen = -1;
  let timer = 0;
  /** @type {AbortController | undefined} */
  let pending;

  function show(/** @type {{ title: string, url: string }[]} */ items) {
    list.replaceChildren(...items.map((item, index) => {
      const option = document.createElement("li");
      option.id = `suggestion-${index}`;
      option.className = "suggestions__item";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = item.url;
      option.textContent = item.title;
      return option;
    }));
    list.hidden = items.length === 0;
    field.setAttribute("aria-expanded", String(items.length > 0));
    told.textContent = items.length > 0 ? `${items.length} 个标题，按上下键选择` : "";
    choose(-1);
  }

  function choose(/** @type {number} */ index) {
    chosen = index;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    if (index < 0) {
      field.removeAttribute("aria-activedescendant");
    } else {
      field.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    clearTimeout(timer);
    pending?.abort();
    show([]);
  }

  async function ask() {
    pending?.abort();
    pending = new AbortController();
    const typed = field.value;
    if (typed.trim() === "") {
      show([]);
      return;
    }

    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: pending.signal });
      const { items } = answer.ok ? await answer.json() : { items: [] };
      if (document.activeElement === field) {
        show(items);
      }
    } catch {
      // Whoever goes on typing does not wait for an answer; whoever is offline presses the button.
      show([]);
    }
  }

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    // While an input method is composing, the letters are not yet what is meant.
    if (!(/** @type {InputEvent} */ (event).isComposing)) {
      timer = setTimeout(ask, PAUSE);
    }
  });
  field.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.isComposing || count === 0) {
      return;
    }

    switch (event.key) {
      case "ArrowDown":
        choose(chosen + 1 < count ? chosen + 1 : -1);
        break;
      case "ArrowUp":
        choose(chosen < 0 ? count - 1 : chosen - 1);
        break;
      case "Escape":
        close();
        break;
      case "Enter":
        if (chosen < 0) {
          close();
          return;
        }

        location.assign(/** @type {HTMLElement} */ (list.children[chosen]).dataset.url);
        break;
      default:
        return;
    }

    event.preventDefault();
  });
  // Before the field loses focus, or the list would close under the finger.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest("li");
    if (option) {
      location.assign(option.dataset.url);
    }
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
}
