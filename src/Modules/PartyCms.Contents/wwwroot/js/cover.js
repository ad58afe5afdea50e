// Turns the cover's address field into a picture with buttons.
import { showToast } from "/_content/PartyCms.Themes.Admin/js/toasts.js";
import { pickPicture } from "/_content/PartyCms.Media/js/picker.js";
import { tokenOf, upload } from "./upload.js";

export function startCover(container, form) {
  const path = container.querySelector("[data-cover-path]");
  const alt = container.querySelector("[data-cover-alt]");
  const shown = Object.assign(document.createElement("img"), { className: "cover__shown", alt: "" });
  const picker = Object.assign(document.createElement("input"), { type: "file", accept: "image/*", hidden: true });
  const choose = makeButton("bi-camera");
  const browse = makeButton("bi-images");
  browse.append("从图库选");
  const remove = makeButton("bi-x-lg");
  remove.append("移除");
  const text = document.createElement("span");
  choose.append(text);
  const buttons = Object.assign(document.createElement("div"), { className: "cover__buttons" });
  buttons.append(choose, browse, remove);
  path.type = "hidden";
  path.after(shown, buttons, picker);

  const show = () => {
    const has = path.value !== "";
    shown.hidden = remove.hidden = alt.hidden = !has;
    text.textContent = has ? "换一张" : "传封面图片";
    if (has && shown.getAttribute("src") !== path.value) {
      shown.src = path.value;
    }
  };
  const change = (value) => {
    path.value = value;
    show();
    path.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const altField = alt.querySelector("input");
  const take = ({ url, alt: known }) => {
    change(url);
    if (known && altField.value === "") {
      altField.value = known;
      altField.dispatchEvent(new Event("input", { bubbles: true }));
    }
    altField.focus();
  };
  choose.addEventListener("click", () => picker.click());
  browse.addEventListener("click", async () => {
    const picked = await pickPicture(tokenOf(form));
    if (picked) {
      take(picked);
    }
  });
  remove.addEventListener("click", () => change(""));
  path.addEventListener("restored", show);
  picker.addEventListener("change", async () => {
    const [file] = picker.files;
    if (!file) {
      return;
    }

    choose.disabled = true;
    text.textContent = "正在上传…";
    try {
      take(await upload(file, form));
    } catch (fault) {
      showToast(fault.message, "fault");
    } finally {
      choose.disabled = false;
      picker.value = "";
      show();
    }
  });
  show();
}

function makeButton(icon) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet" });
  button.append(Object.assign(document.createElement("i"), { className: "bi " + icon, ariaHidden: "true" }));
  return button;
}
