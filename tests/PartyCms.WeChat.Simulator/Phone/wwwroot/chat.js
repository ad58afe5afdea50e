import { clock, el, pictureSource } from "./dom.js";
import { push } from "./api.js";

const speaker = { true: "公众号：", false: "我：" };

function cards(message) {
  const [first, ...others] = message.cards;
  return el("div", { class: "news" },
    el("a", { class: "news__first", href: first.url, target: "_blank", rel: "noreferrer" },
      first.picture && el("img", { src: pictureSource(first.picture), alt: "", loading: "lazy" }),
      el("strong", {}, first.title),
      others.length === 0 && first.description && el("span", { class: "news__words" }, first.description)),
    others.map((card) => el("a", { class: "news__next", href: card.url, target: "_blank", rel: "noreferrer" },
      el("span", {}, card.title),
      card.picture && el("img", { src: pictureSource(card.picture), alt: "", loading: "lazy" }))));
}

function notice(message) {
  return el("div", { class: "notice" },
    el("strong", {}, message.text),
    el("dl", {}, message.rows.filter((row) => row.value).flatMap((row) => [el("dt", {}, row.name), el("dd", {}, row.value)])),
    message.url && el("a", { href: message.url, target: "_blank", rel: "noreferrer" }, "查看详情"));
}

function choices(message, person) {
  return el("div", { class: "bubble" },
    el("p", {}, message.text),
    message.rows.map((row) => el("button", {
      type: "button",
      class: "link",
      onclick: () => push("/phone/api/choose", { person, id: row.name, text: row.value }),
    }, row.value)),
    message.tail && el("p", {}, message.tail));
}

// Addresses in a text can be tapped, as in WeChat; an <a href> that the site wrote as well.
function text(words) {
  const parts = [];
  const link = /<a\s+href=["']([^"']+)["'][^>]*>([^<]*)<\/a>|(https?:\/\/[^\s<]+)/gi;
  let end = 0;
  for (const found of words.matchAll(link)) {
    parts.push(words.slice(end, found.index));
    const url = found[1] ?? found[3];
    parts.push(/^https?:/i.test(url) ? el("a", { href: url, target: "_blank", rel: "noreferrer" }, found[2] ?? url) : found[2]);
    end = found.index + found[0].length;
  }
  parts.push(words.slice(end));
  return el("div", { class: "bubble" }, parts);
}

function content(message, person) {
  switch (message.kind) {
    case "news": return message.cards.length > 0 ? cards(message) : text("（空图文）");
    case "notice": return notice(message);
    case "choices": return choices(message, person);
    case "image": return el("img", { class: "photo", src: `/material/${message.mediaId}`, alt: "图片" });
    case "voice": return text("［语音］");
    case "video": return text(`［视频］${message.text}`);
    case "music": return text(`♪ ${message.text} ${message.url}`);
    default: return text(message.text);
  }
}

export function drawChat(pane, { chat, openId }) {
  const wasAtEnd = pane.scrollHeight - pane.scrollTop - pane.clientHeight < 60;
  pane.querySelector("ol").replaceChildren(...chat.map((message) => message.kind === "system"
    ? el("li", { class: "line" }, message.text)
    : el("li", { class: `message ${message.isFromAccount ? "message--account" : "message--me"}` },
      el("span", { class: "hidden" }, `${speaker[message.isFromAccount]}`),
      message.isFromAccount && el("span", { class: "face", "aria-hidden": "true" }, "党"),
      el("div", { class: "message__body" }, content(message, openId), el("time", { datetime: message.at }, clock(message.at))))));
  if (wasAtEnd) {
    pane.scrollTop = pane.scrollHeight;
  }
}
