// learning.js: tells the server how long a lesson was really in view. The form works without it.
const form = document.querySelector("[data-study]");
const note = document.querySelector("[data-study-note]");

if (form) {
  start(form.dataset.study);
}

async function start(contentItemId) {
  const answer = await send("/api/learning/sessions", { contentItemId });
  if (!answer?.ok) {
    return;
  }

  const session = await answer.json();
  form.elements.Session.value = session.id;
  let sequence = 0;
  let visible = 0;
  let since = shown() ? performance.now() : null;

  function shown() {
    return document.visibilityState === "visible";
  }

  function collect() {
    if (since !== null) {
      visible += performance.now() - since;
    }

    since = shown() ? performance.now() : null;
  }

  async function beat() {
    collect();
    const activeSeconds = Math.floor(visible / 1000);
    if (activeSeconds === 0) {
      return;
    }

    visible -= activeSeconds * 1000;
    const answer = await send(`/api/learning/sessions/${session.id}/heartbeat`, { sequence: ++sequence, activeSeconds });
    if (answer?.status === 409) {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", beat);
      note.textContent = "您已在别处继续学习，这一页不再计时。在这里也可以直接完成。";
    }
  }

  // A page that goes into the background reports at once what was read so far.
  document.addEventListener("visibilitychange", beat);
  const timer = setInterval(beat, session.heartbeatSeconds * 1000);
}

async function send(path, body) {
  try {
    return await fetch(path, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRF-Token": form.elements.__RequestVerificationToken.value,
      },
      body: JSON.stringify(body),
      keepalive: true,
    });
  } catch {
    // Off line: the form still carries the time since the page was opened.
    return null;
  }
}
