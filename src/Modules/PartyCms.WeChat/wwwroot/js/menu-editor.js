// Shows in the phone what is being typed, and asks for what the chosen action needs. Without it the form still saves.

const hints = {
  Address: "网址，以 https:// 开头",
  Key: "关键词，点了等于发送它",
  Article: "文章编号（article_id）",
  Media: "素材编号（media_id）",
};

function field(button, name) {
  return button.querySelector(`[name$=".${name}"]`);
}

function showNeeds(button) {
  const type = field(button, "Type");
  const target = type.selectedOptions[0]?.dataset.target;
  const label = button.querySelector(".menu-button__target label");
  label.textContent = hints[target] ?? label.textContent;
  const input = field(button, "Target");
  if (target === "Address") {
    input.setAttribute("list", "site-pages");
  } else {
    input.removeAttribute("list");
  }
  for (const part of button.querySelectorAll("[data-only]")) {
    part.hidden = part.dataset.only !== type.value;
  }
}

function showGroup(group, phone) {
  const slot = phone.querySelector(`[data-phone-button="${group.dataset.menuGroup}"]`);
  const name = field(group.querySelector('[data-menu-button="top"]'), "Name").value.trim();
  const subs = [...group.querySelectorAll('[data-menu-button="sub"]')].map((button) => field(button, "Name").value.trim());
  slot.hidden = name === "";
  slot.querySelector("[data-phone-name]").textContent = name;
  const hasBelow = subs.some((sub) => sub !== "");
  slot.querySelector(".menu-phone__lines").hidden = !hasBelow;
  slot.querySelector(".menu-phone__below").hidden = !hasBelow;
  slot.querySelectorAll("[data-phone-sub]").forEach((item, place) => {
    item.textContent = subs[place] ?? "";
    item.hidden = !subs[place];
  });
}

export function start(form, phone) {
  form.querySelectorAll("[data-menu-button]").forEach(showNeeds);
  form.addEventListener("input", (event) => {
    const group = event.target.closest("[data-menu-group]");
    if (group) {
      showGroup(group, phone);
    }
    const button = event.target.closest("[data-menu-button]");
    if (button && event.target.name?.endsWith(".Type")) {
      showNeeds(button);
    }
  });
}

const phone = document.querySelector("[data-menu-phone]");
const form = document.querySelector(".menu-desk__form");
if (phone && form) {
  start(form, phone);
}
