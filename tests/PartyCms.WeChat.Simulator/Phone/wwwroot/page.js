import { el, whenChanged } from "./dom.js";
import { act, push, read, say } from "./api.js";
import { drawChat } from "./chat.js";
import { drawMenu } from "./menu.js";
import { drawProfile } from "./profile.js";
import { startOperator } from "./operator.js";

const pause = 1000;
const choice = document.getElementById("person");
const stage = document.querySelector(".stage");
let person = new URLSearchParams(location.search).get("person") ?? localStorage.getItem("person") ?? "";

// The page through which a site asks who someone is reads this cookie.
function become(openId) {
  person = openId;
  localStorage.setItem("person", openId);
  document.cookie = `simulated-person=${encodeURIComponent(openId)}; path=/; SameSite=Lax`;
}

function buildPhone(root) {
  const chat = el("div", { class: "chat", role: "log", "aria-label": "聊天", tabindex: "0" }, el("ol"));
  const profile = el("div", { class: "profile", hidden: true });
  const title = el("h2", { class: "phone__title" });
  const words = el("input", { "aria-label": "要说的话", maxlength: "600", autocomplete: "off", enterkeyhint: "send" });
  const say = el("form", {
    class: "say",
    onsubmit: async (event) => {
      event.preventDefault();
      const text = words.value.trim();
      if (text) {
        words.value = "";
        await push("/phone/api/say", { person, text });
        await refresh();
      }
    },
  }, words, el("button", {}, "发送"));
  const menu = el("nav", { class: "menu", "aria-label": "公众号菜单" });
  const follow = el("div", { class: "follow" },
    el("button", { type: "button", onclick: () => push("/phone/api/follow", { person }).then(refresh) }, "关注公众号"));
  const flip = el("button", {
    type: "button",
    class: "bar-button",
    "aria-expanded": "false",
    onclick: () => {
      profile.hidden = !profile.hidden;
      chat.hidden = foot.hidden = !profile.hidden;
      flip.setAttribute("aria-expanded", String(!profile.hidden));
      flip.textContent = profile.hidden ? "资料" : "返回聊天";
    },
  }, "资料");
  const keys = el("button", {
    type: "button",
    class: "keys",
    onclick: () => foot.classList.toggle("foot--typing"),
  }, el("span", { "aria-hidden": "true" }, "⌨"), el("span", { class: "hidden" }, "在菜单和输入框之间切换"));
  const foot = el("div", { class: "foot" }, keys, menu, say, follow);
  root.append(el("div", { class: "phone__head" }, title, flip), chat, profile, foot);

  const chatChanged = whenChanged((state) => drawChat(chat, state));
  const menuChanged = whenChanged((state) => drawMenu(menu, state));
  const profileChanged = whenChanged((state) => drawProfile(profile, state));
  return ({ account, person: someone }) => {
    title.textContent = account.name;
    foot.classList.toggle("foot--stranger", !someone.isFollowing);
    foot.classList.toggle("foot--menu", someone.menu.length > 0);
    chatChanged({ chat: someone.chat, openId: someone.openId });
    menuChanged({ menu: someone.menu, openId: someone.openId });
    const { chat: _, menu: __, ...rest } = someone;
    profileChanged({ account, person: rest });
  };
}

const drawPhone = buildPhone(document.getElementById("phone"));
const drawOperator = startOperator(document.getElementById("operator"));
const drawPeople = whenChanged(({ people, chosen }) => choice.replaceChildren(...people.map((one) => el("option", {
  value: one.openId,
  selected: one.openId === chosen,
}, one.nickname + (one.isFollowing ? "" : "（未关注）")))));

async function refresh() {
  const [phone, operator] = await Promise.all([
    read(`/phone/api/state?person=${encodeURIComponent(person)}`),
    read("/phone/operator/state"),
  ]);
  if (phone.person && phone.person.openId !== person) {
    become(phone.person.openId);
  }
  drawPeople({ people: phone.people, chosen: person });
  if (phone.person) {
    drawPhone(phone);
  }
  drawOperator(operator);
}

async function follow() {
  try {
    await refresh();
  } catch {
    say("模拟器没有应答，可能已经停止。");
  }
  setTimeout(follow, pause);
}

choice.addEventListener("change", () => {
  become(choice.value);
  refresh();
});

document.getElementById("newcomer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const nickname = document.getElementById("nickname");
  const added = await act("/phone/api/people", { nickname: nickname.value });
  if (added) {
    nickname.value = "";
    become(added.person);
    await refresh();
    say("已添加，还没有关注公众号。");
  }
});

for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => {
    stage.dataset.shown = button.dataset.show;
    for (const other of document.querySelectorAll("[data-show]")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
  });
}

if (person) {
  become(person);
}
follow();
