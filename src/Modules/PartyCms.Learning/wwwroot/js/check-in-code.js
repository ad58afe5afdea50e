// @ts-check
// Keeps the code of a gathering fresh, and the list of who is there.
const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-check-in]"));
if (panel) {
  keepFresh(panel);
}

/**
 * What the server shows now.
 * @typedef {{ code: string, secondsLeft: number, size: number, path: string, present: number }} ShownCode
 */

/**
 * Asks for the code when it changes, and every few seconds for who has come.
 * @param {HTMLElement} panel
 */
function keepFresh(panel) {
  const address = panel.dataset.checkIn ?? "";
  const code = panel.querySelector("svg");
  const left = panel.querySelector("progress");
  const digits = panel.querySelector("[data-digits]");
  const count = panel.querySelector("[data-present]");
  const stale = /** @type {HTMLElement | null} */ (panel.querySelector("[data-stale]"));
  let changesAt = Date.now() + (left?.value ?? 0) * 1000;
  let ticks = 0;
  let asking = false;

  const ask = async () => {
    asking = true;
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (answer.status === 404 || answer.redirected) {
        location.reload();
        return;
      }

      show(/** @type {ShownCode} */ (await answer.json()));
      stale?.toggleAttribute("hidden", true);
    } catch {
      stale?.toggleAttribute("hidden", false);
    } finally {
      asking = false;
    }
  };

  /** @param {ShownCode} shown */
  const show = (shown) => {
    code?.setAttribute("viewBox", `0 0 ${shown.size} ${shown.size}`);
    code?.querySelector("path")?.setAttribute("d", shown.path);
    code?.querySelector("rect")?.setAttribute("width", String(shown.size));
    code?.querySelector("rect")?.setAttribute("height", String(shown.size));
    if (digits) {
      digits.textContent = `${shown.code.slice(0, 3)} ${shown.code.slice(3)}`;
    }

    changesAt = Date.now() + shown.secondsLeft * 1000;
    if (count && count.textContent !== String(shown.present)) {
      count.textContent = String(shown.present);
      freshenList();
    }
  };

  setInterval(() => {
    const seconds = Math.ceil((changesAt - Date.now()) / 1000);
    if (left) {
      left.value = Math.max(0, seconds);
    }

    ticks++;
    if (!asking && (seconds <= 0 || ticks % 5 === 0) && !document.hidden) {
      ask();
    }
  }, 1000);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !asking) {
      ask();
    }
  });
}

/** Takes the list from the page as it is now; never under the hands of somebody who types into it. */
async function freshenList() {
  const shown = document.getElementById("arrivals");
  if (!shown || shown.contains(document.activeElement)) {
    return;
  }

  const answer = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("arrivals");
  if (answer.ok && fresh && !shown.contains(document.activeElement)) {
    shown.replaceWith(fresh);
  }
}
