// Tells colleagues that this item is open here, and this person who else has it open. Only a hint: nothing is locked.
const every = 20_000;

export function startPresence(form) {
  const bar = document.querySelector("[data-others]");
  const text = bar.querySelector("[data-others-text]");
  const token = form.elements.__RequestVerificationToken.value;

  // A new item has no colleagues before its first save.
  const isStored = () => form.elements.NewId.value === "";
  const address = (handler) => {
    const url = new URL(form.dataset.autosave, location.href);
    url.searchParams.set("handler", handler);
    return url;
  };
  const body = () => {
    const data = new FormData();
    data.set("__RequestVerificationToken", token);
    return data;
  };

  async function beat() {
    if (document.hidden || !isStored()) {
      return;
    }

    try {
      const answer = await fetch(address("presence"), { method: "POST", body: body(), headers: { "Accept": "application/json" } });
      if (answer.ok) {
        show(await answer.json());
      }
    } catch {
      // The network is away; autosave tells so, and the next beat tries again.
    }
  }

  function show({ others, revision, author }) {
    const isOverwritten = others.length > 0 && revision > Number(form.elements.Revision.value);
    const words = isOverwritten
      ? `${author} 刚刚保存过这条内容，您保存时会先看到两边的不同。`
      : `${others.join("、")} 也打开了这条内容，先商量一下，免得改在同一处。`;
    bar.hidden = others.length === 0;
    if (text.textContent !== words) {
      text.textContent = words;
    }
  }

  setInterval(beat, every);
  document.addEventListener("visibilitychange", beat);
  addEventListener("pagehide", () => isStored() && navigator.sendBeacon(address("leave"), body()));
}
