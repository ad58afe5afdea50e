// The button says what it will do: with a time it publishes at that time.
export function startSchedule(form) {
  const at = form.querySelector("[data-publish-at]");
  const button = form.querySelector("[data-publish]");
  if (!at || !button) {
    return;
  }

  const say = () => { button.textContent = at.value === "" ? "发布" : "定时发布"; };
  at.addEventListener("input", say);
  say();
}
