const status = document.getElementById("status");

// Tells what happened to who sees the page and to who hears it.
export function say(text) {
  status.textContent = text;
}

export async function read(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

// Posts an act and returns its answer; what went wrong is told, and the answer is then null.
export async function act(path, body = {}) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) {
      say(`没有成功：${(await answer.text()) || answer.status}`);
      return null;
    }
    return answer.status === 204 ? {} : await answer.json();
  } catch {
    say("模拟器没有应答，可能已经停止。");
    return null;
  }
}

const verdicts = {
  Accepted: "网站收到了，没有回复。",
  Answered: "网站已回复。",
  Faulty: "网站的回复有误：",
  Unavailable: "网站三次都没有按时应答。",
  NotSent: "没有推送：没有填写回调地址，或者失败太多，暂停一分钟。",
};

// An act of the person: pushed to the site, and told how that ended.
export async function push(path, body) {
  say("正在推送…");
  const answer = await act(path, body);
  if (answer) {
    say(verdicts[answer.verdict] + (answer.fault ?? ""));
  }
  return answer;
}
