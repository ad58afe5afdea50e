import { el, pictureSource } from "./dom.js";
import { push } from "./api.js";

function list(title, empty, items) {
  return el("section", { class: "group" },
    el("h3", {}, title),
    items.length > 0 ? el("ul", {}, items.map((item) => el("li", {}, item))) : el("p", { class: "quiet" }, empty));
}

function article(one) {
  return el("a", { class: "article-link", href: one.url, target: "_blank", rel: "noreferrer" },
    el("span", {}, el("strong", {}, one.title), el("small", {}, one.digest)),
    one.picture && el("img", { src: pictureSource(one.picture), alt: "" }));
}

function code(one, person) {
  return el("div", { class: "row" },
    el("img", { class: "code", src: `/cgi-bin/showqrcode?ticket=${encodeURIComponent(one.ticket)}`, alt: "" }),
    el("span", { class: "row__words" }, one.scene),
    el("button", { type: "button", onclick: () => push("/phone/api/scan", { person, code: one.ticket }) }, `扫一扫`));
}

function consent(one, person) {
  const answer = (accepts) => push("/phone/api/consent", { person, templateId: one.id, accepts });
  return el("div", { class: "row" },
    el("span", { class: "row__words" }, one.title, el("small", {}, `还可收 ${one.grants} 条`)),
    el("button", { type: "button", onclick: () => answer(true) }, "允许一条"),
    el("button", { type: "button", class: "plain-button", onclick: () => answer(false) }, "拒绝"));
}

export function drawProfile(pane, { account, person }) {
  const { openId } = person;
  pane.replaceChildren(
    el("div", { class: "account" },
      el("span", { class: "face face--large", "aria-hidden": "true" }, "党"),
      el("h2", {}, account.name),
      el("p", { class: "quiet" }, `${account.kind === "Service" ? "服务号" : "公众号"}，${account.verified ? "已认证" : "未认证"}`),
      person.tags.length > 0 && el("p", { class: "quiet" }, `标签：${person.tags.join("、")}`),
      person.isFollowing
        ? el("button", { type: "button", class: "plain-button", onclick: () => push("/phone/api/unfollow", { person: openId }) }, "取消关注")
        : el("button", { type: "button", onclick: () => push("/phone/api/follow", { person: openId }) }, "关注公众号"),
      account.siteUrl && el("a", { class: "button", href: account.siteUrl, target: "_blank", rel: "noreferrer" }, "打开微站"),
      account.signInUrl && el("a", { class: "button", href: account.signInUrl, target: "_blank", rel: "noreferrer" }, "以本人身份打开")),
    list("文章", "还没有发布文章。", person.articles.map(article)),
    list("草稿（只有公众号看得到）", "草稿箱是空的。", person.drafts.map(article)),
    list("带场景的二维码", "网站还没有生成二维码。", person.codes.map((one) => code(one, openId))),
    list("订阅通知", "公众号没有选用订阅通知模板。", person.notices.map((one) => consent(one, openId))));
}
