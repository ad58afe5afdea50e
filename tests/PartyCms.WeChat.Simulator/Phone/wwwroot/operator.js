import { clock, day, el, whenChanged } from "./dom.js";
import { act, say } from "./api.js";

const faults = {
  Busy: "系统繁忙（-1），没有执行",
  BadGateway: "网关错误（502），没有执行",
  Hang: "一直不应答，没有执行",
  Refuse: "返回错误码，没有执行",
  LostAnswer: "已执行，连接中断",
  HangAfterwards: "已执行，一直不应答",
  BusyAfterwards: "已执行，却说系统繁忙（-1）",
  TruncatedJson: "已执行，应答只有一半",
  ControlCharacters: "已执行，应答里有控制字符",
  JsonForBinary: "下载时返回 JSON",
};
const modes = { Plain: "明文", Compatible: "兼容", Safe: "安全" };
const steps = [[10, "10 分钟"], [120, "2 小时"], [1440, "1 天"], [43200, "30 天"]];

const field = (label, control) => el("label", { class: "field" }, el("span", {}, label), control);
const check = (label, name, checked) => el("label", { class: "check" }, el("input", { type: "checkbox", name, checked }), label);
const options = (names, chosen) => Object.entries(names).map(([value, label]) => el("option", { value, selected: value === chosen }, label));

async function done(path, body, text) {
  const answer = await act(path, body);
  if (answer) {
    say(text);
  }
  return answer;
}

function panel(title, isOpen = false) {
  const body = el("div", { class: "panel__body" });
  return { box: el("details", { class: "panel", open: isOpen }, el("summary", {}, title), body), body };
}

function drawAccount(body, account) {
  const form = el("form", {
    onsubmit: (event) => {
      event.preventDefault();
      const data = new FormData(form);
      const on = (name) => data.get(name) === "on";
      done("/phone/operator/account", {
        kind: data.get("kind"), verified: on("verified"), isPersonal: on("isPersonal"), secretFrozen: on("secretFrozen"),
        onlyListedAddresses: on("onlyListedAddresses"), givesSnapshots: on("givesSnapshots"),
      }, "账号已更改。");
    },
  },
  field("类型", el("select", { name: "kind" }, options({ Service: "服务号", Subscription: "公众号（订阅号）" }, account.kind))),
  check("已认证", "verified", account.verified),
  check("个人主体", "isPersonal", account.isPersonal),
  check("AppSecret 已冻结（40243）", "secretFrozen", account.secretFrozen),
  check("网站不在 IP 白名单（40164）", "onlyListedAddresses", account.onlyListedAddresses),
  check("网页以快照打开", "givesSnapshots", account.givesSnapshots),
  el("button", {}, "保存"));
  body.replaceChildren(form);
}

function drawFacts(body, { appId, appSecret, tokens }) {
  body.replaceChildren(
    el("dl", { class: "facts" }, [["AppID", appId], ["AppSecret", appSecret], ["已发出的令牌", String(tokens)]]
      .flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    el("button", { type: "button", class: "plain-button", onclick: () => done("/phone/operator/tokens/revoke", {}, "所有令牌已作废。") }, "作废所有令牌"));
}

function buildClock(body) {
  const now = el("strong");
  body.replaceChildren(
    el("p", {}, "现在是 ", now),
    el("div", { class: "buttons" }, steps.map(([minutes, label]) => el("button", {
      type: "button",
      onclick: () => done("/phone/operator/clock", { minutes }, `时钟已前进 ${label}。`),
    }, `前进 ${label}`))));
  return (instant) => {
    now.textContent = day(instant);
  };
}

function drawFaults(body, current) {
  const form = el("form", {
    onsubmit: (event) => {
      event.preventDefault();
      const data = new FormData(form);
      done("/phone/operator/fault", {
        pathPrefix: data.get("path"), kind: data.get("kind"), times: Number(data.get("times")) || null, code: Number(data.get("code")) || -1,
      }, "故障已打开。");
    },
  },
  field("接口以此开头", el("input", { name: "path", value: "/cgi-bin/", required: true, pattern: "/.*" })),
  field("故障", el("select", { name: "kind" }, options(faults))),
  field("次数（空为一直）", el("input", { name: "times", type: "number", min: "1", value: "1" })),
  field("错误码", el("input", { name: "code", type: "number", value: "45009" })),
  el("button", {}, "打开"));
  body.replaceChildren(form,
    el("ul", {}, current.map((fault) => el("li", {}, `${fault.pathPrefix}：${faults[fault.kind]}${fault.times ? `，还有 ${fault.times} 次` : ""}`))),
    el("button", { type: "button", class: "plain-button", onclick: () => done("/phone/operator/faults/clear", {}, "故障已全部关闭。") }, "全部关闭"));
}

function drawCallback(body, callback) {
  const form = el("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      const data = Object.fromEntries(new FormData(form));
      const isProven = await act("/phone/operator/callback", data);
      if (isProven !== null) {
        say(isProven ? "已保存，网站通过了验证。" : "已保存，但网站没有通过验证。");
      }
    },
  },
  field("地址", el("input", { name: "url", value: callback.url, type: "url" })),
  field("Token", el("input", { name: "token", value: callback.token })),
  field("EncodingAESKey", el("input", { name: "encodingAesKey", value: callback.encodingAesKey })),
  field("加密方式", el("select", { name: "mode" }, options(modes, callback.mode))),
  el("button", {}, "保存并验证"));
  body.replaceChildren(form);
}

const endings = {
  Succeeded: "成功", OriginalityFailed: "原创校验失败", Failed: "失败", Refused: "平台审核不通过",
};
const announcements = { PublishJobFinish: "推送发布事件", MassSendJobFinish: "推送群发事件", Nothing: "不推送" };

function drawPublishing(body, publishing) {
  const form = el("form", {
    onsubmit: (event) => {
      event.preventDefault();
      const data = new FormData(form);
      done("/phone/operator/publishing", {
        nextEndsAs: data.get("ending"), delayMinutes: Number(data.get("delay")), announcement: data.get("announcement"),
        protectsMassSends: data.get("protects") === "on",
      }, "已保存。");
    },
  },
  field("下一次发布的结果", el("select", { name: "ending" }, options(endings, "Succeeded"))),
  field("需要几分钟", el("input", { name: "delay", type: "number", min: "0", max: "1440", step: "any", value: publishing.delayMinutes })),
  field("结束后", el("select", { name: "announcement" }, options(announcements, publishing.announcement))),
  check("群发要管理员确认", "protects", publishing.protectsMassSends),
  el("button", {}, "保存"));
  body.replaceChildren(form);
}

function drawWaiting(body, waiting) {
  const decide = (one, confirms) => done("/phone/operator/mass-send", { msgId: one.msgId, confirms }, confirms ? "已确认群发。" : "已拒绝群发。");
  body.replaceChildren(...waiting.map((one) => el("p", { class: "row" },
    el("span", { class: "row__words" }, `等待管理员确认：${one.title}（${one.count} 人）`),
    el("button", { type: "button", onclick: () => decide(one, true) }, "确认"),
    el("button", { type: "button", class: "plain-button", onclick: () => decide(one, false) }, "拒绝"))));
}

function table(head, rows) {
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": head.join("、") }, el("table", {},
    el("thead", {}, el("tr", {}, head.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((cell) => el("td", {}, cell)))))));
}

function describe(one) {
  return el("li", {}, el("details", {},
    el("summary", { class: one.code === 0 && one.status === 200 ? "" : "bad" },
      `${one.method} ${one.path} → ${one.status || "没有应答"}${one.code ? ` / ${one.code}` : ""}${one.fault ? `（${faults[one.fault] ?? one.fault}）` : ""}`),
    one.body && el("pre", {}, one.body),
    el("pre", {}, one.answer || "（空）")));
}

// Entries that are there already stay as they are: one that was opened stays open.
function buildRequests(body) {
  const list = el("ol", { class: "log" });
  const shown = new Map();
  body.replaceChildren(
    el("button", { type: "button", class: "plain-button", onclick: () => done("/phone/operator/requests/clear", {}, "记录已清空。") }, "清空"),
    list);
  return (requests) => {
    const known = new Set(requests.map((one) => one.number));
    for (const [number, item] of shown) {
      if (!known.has(number)) {
        item.remove();
        shown.delete(number);
      }
    }
    for (const one of requests.toReversed()) {
      if (!shown.has(one.number)) {
        const item = describe(one);
        shown.set(one.number, item);
        list.prepend(item);
      }
    }
  };
}

const verdicts = { Accepted: "收到", Answered: "已回复", Faulty: "回复有误", Unavailable: "没有应答", NotSent: "没有推送" };

export function startOperator(root) {
  const account = panel("账号", true);
  const time = panel("时钟", true);
  const publishing = panel("发布和群发");
  const fault = panel("故障");
  const callback = panel("消息推送");
  const quotas = panel("今天的额度");
  const pushes = panel("推送记录", true);
  const requests = panel("接口调用记录", true);
  root.append(el("h2", {}, "后台"), ...[account, time, publishing, fault, callback, quotas, pushes, requests].map((one) => one.box));
  const switches = el("div");
  const facts = el("div");
  const plan = el("div");
  const waiting = el("div");
  account.body.append(switches, facts);
  publishing.body.append(plan, waiting);
  const draws = [
    [({ account: { tokens: _, ...rest } }) => rest, (value) => drawAccount(switches, value)],
    [(state) => state.account, (value) => drawFacts(facts, value)],
    [(state) => state.now, buildClock(time.body)],
    [(state) => state.publishing, (value) => drawPublishing(plan, value)],
    [(state) => state.waiting, (value) => {
      publishing.box.open ||= value.length > 0;
      drawWaiting(waiting, value);
    }],
    [(state) => state.faults, (value) => drawFaults(fault.body, value)],
    [(state) => state.callback, (value) => drawCallback(callback.body, value)],
    [(state) => state.quotas, (value) => quotas.body.replaceChildren(table(["接口", "已用", "每天"],
      value.map((one) => [one.path, String(one.used), String(one.limit)])))],
    [(state) => state.pushes, (value) => pushes.body.replaceChildren(table(["事件或消息", "时间", "结果", "次数"],
      value.map((one) => [one.name, clock(one.at), verdicts[one.verdict] + (one.fault && `：${one.fault}`), String(one.attempts)])))],
    [(state) => state.requests, buildRequests(requests.body)],
  ].map(([choose, draw]) => {
    const update = whenChanged(draw);
    return (state) => update(choose(state));
  });
  return (state) => draws.forEach((update) => update(state));
}
