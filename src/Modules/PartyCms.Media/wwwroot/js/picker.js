// The library in a window: somebody picks a picture or another file, or sends a new one, without leaving what is being written.
import { showToast } from "/_content/PartyCms.Themes.Admin/js/toasts.js";
import { send } from "./send.js";

/**
 * @typedef {{id: string, url: string, alt: string, name?: string}} Picked
 * @param {string} token the page's token against forged requests
 * @returns {Promise<Picked | null>} null when the window is closed without a choice
 */
export const pickPicture = (token) => new Picker(token, { kind: "image", accept: "image/*" }).open();

/**
 * @param {string} token the page's token against forged requests
 * @param {{kind: string, accept: string}} wanted kind of file, empty for any, and what a device may send
 * @returns {Promise<Picked | null>} null when the window is closed without a choice
 */
export const pickFile = (token, wanted) => new Picker(token, wanted).open();

class Picker {
  #token;
  #wanted;
  #noun;
  #dialog = document.createElement("dialog");
  #body = make("div", "media-picker__body");
  #find = make("form", "media-picker__find");
  #search = Object.assign(make("input", "form-control"), { type: "search", placeholder: "按名称或说明找", ariaLabel: "按名称或说明找", maxLength: 100 });
  #unit = Object.assign(make("select", "form-select"), { ariaLabel: "支部", hidden: true });
  #place = {};
  #choose = () => {};
  #turn = 0;

  constructor(token, wanted) {
    this.#token = token;
    this.#wanted = wanted;
    this.#noun = wanted.kind === "image" ? "图片" : "文件";
    const title = Object.assign(make("h2"), { textContent: wanted.kind === "image" ? "选一张图片" : "选一个文件", id: "media-picker-title" });
    const head = make("div", "media-picker__head", title, this.#uploadButton(), this.#closeButton());
    this.#find.append(this.#unit, this.#search);
    this.#dialog.className = "media-picker";
    this.#dialog.setAttribute("aria-labelledby", title.id);
    this.#dialog.append(head, this.#find, this.#body);
    this.#find.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#load();
    });
    this.#search.addEventListener("search", () => this.#load());
    this.#unit.addEventListener("change", () => {
      this.#place = { unit: this.#unit.value };
      this.#load();
    });
  }

  open() {
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.#load();
    return new Promise((resolve) => {
      this.#choose = (picked) => {
        resolve(picked);
        this.#dialog.close();
      };
      this.#dialog.addEventListener("close", () => {
        resolve(null);
        this.#dialog.remove();
      }, { once: true });
    });
  }

  async #load(after) {
    const turn = ++this.#turn;
    const query = new URLSearchParams({ kind: this.#wanted.kind, ...this.#place });
    if (this.#search.value.trim()) {
      query.set("q", this.#search.value.trim());
    }
    if (after) {
      query.set("after", after);
    }

    let page;
    try {
      const answer = await fetch(`/admin/media/items?${query}`, { headers: { Accept: "application/json" }, redirect: "error" });
      page = answer.ok ? await answer.json() : null;
    } catch {
      page = null;
    }

    if (turn !== this.#turn) {
      return;
    }
    if (page === null) {
      this.#body.replaceChildren(Object.assign(make("p", "empty"), { textContent: "图库打不开，请检查网络或重新登录。" }));
      return;
    }

    this.#show(page, after !== undefined);
  }

  #show(page, isMore) {
    this.#unit.hidden = page.units.length < 2;
    this.#unit.replaceChildren(...page.units.map((unit) => new Option(unit.name, unit.slug, unit.isCurrent, unit.isCurrent)));
    if (!isMore) {
      this.#body.replaceChildren(this.#trail(page.trail), this.#folders(page.folders), make("ul", "media-grid"));
    }

    this.#body.querySelector(".more")?.remove();
    const grid = this.#body.querySelector(".media-grid");
    const first = page.files.map((file) => grid.appendChild(this.#card(file)))[0];
    if (isMore) {
      first?.querySelector("button").focus();
    }
    if (grid.children.length === 0) {
      this.#body.append(Object.assign(make("p", "empty"), { textContent: `这里还没有${this.#noun}。` }));
    }
    if (page.next) {
      const more = button(`更早的${this.#noun}`, () => this.#load(page.next));
      this.#body.append(make("p", "more", more));
    }
  }

  #trail(steps) {
    const list = make("ol", "", ...steps.map((step, index) => {
      const link = Object.assign(make("a"), { href: "#", textContent: step.name });
      if (index === steps.length - 1) {
        link.setAttribute("aria-current", "page");
      }
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.#go(step);
      });
      return make("li", "", link);
    }));
    const trail = make("nav", "media-trail", list);
    trail.setAttribute("aria-label", "所在文件夹");
    return trail;
  }

  #folders(folders) {
    return make("ul", "media-folders", ...folders.map((folder) => {
      const open = make("button", "media-folder", icon("bi-folder-fill"), folder.name);
      open.type = "button";
      open.addEventListener("click", () => this.#go(folder));
      return make("li", "", open);
    }));
  }

  // The top of a unit has no id; its unit stays the chosen one.
  #go(folder) {
    this.#place = folder.id ? { folder: folder.id } : this.#unit.value ? { unit: this.#unit.value } : {};
    this.#search.value = "";
    this.#load();
  }

  #card(file) {
    const view = file.isImage
      ? Object.assign(make("img"), { src: `${file.url}?width=480`, alt: "", loading: "lazy", width: file.width, height: file.height })
      : Object.assign(make("span", "media-card__kind"), { textContent: file.url.split(".").at(-1).toUpperCase() });
    const name = Object.assign(make("span", "media-card__name"), { textContent: file.alt || file.name });
    const note = Object.assign(make("span", "media-card__note"), { textContent: file.day });
    const choose = make("button", "media-card__button", make("span", "media-card__view", view), name, note);
    choose.type = "button";
    choose.addEventListener("click", () => this.#choose(file));
    return make("li", "media-card", choose);
  }

  #uploadButton() {
    const input = Object.assign(make("input"), { type: "file", accept: this.#wanted.accept, hidden: true });
    const upload = make("button", "btn btn-primary", icon("bi-upload"), "上传");
    upload.type = "button";
    upload.addEventListener("click", () => input.click());
    input.addEventListener("change", async () => {
      const [file] = input.files;
      input.value = "";
      if (!file) {
        return;
      }

      upload.disabled = true;
      try {
        const kept = await send(file, { token: this.#token, ...this.#place }, (share) => {
          upload.lastChild.textContent = Number.isNaN(share) ? "等网络" : `${Math.round(share * 100)}%`;
        });
        this.#choose(kept);
      } catch (fault) {
        showToast(fault.message, "fault");
      } finally {
        upload.disabled = false;
        upload.lastChild.textContent = "上传";
      }
    });
    return make("span", "", upload, input);
  }

  #closeButton() {
    const close = Object.assign(make("button", "btn-close"), { type: "button", ariaLabel: "关闭" });
    close.addEventListener("click", () => this.#dialog.close());
    return close;
  }
}

function make(tag, className = "", ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children);
  return element;
}

function button(text, act) {
  const made = Object.assign(make("button", "btn btn-quiet"), { type: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
}

function icon(name) {
  const made = make("i", "bi " + name);
  made.ariaHidden = "true";
  return made;
}
