// Comforts for fields by definition; each field is complete without them.

/** Finds more items by their title than the list of a picker holds. */
export function startPicker(search) {
  const list = search.parentElement.querySelector("[data-picker-list]");
  let asked = 0;
  search.hidden = false;
  search.addEventListener("input", async () => {
    const mine = ++asked;
    const answer = await fetch(`${search.dataset.pickerSource}&q=${encodeURIComponent(search.value)}`).catch(() => null);
    if (!answer?.ok || mine !== asked) {
      return;
    }

    const found = await answer.json();
    const kept = [...list.options].filter((option) => option.value === "" || option.selected);
    list.replaceChildren(...kept, ...found
      .filter((item) => kept.every((option) => option.value !== item.id))
      .map((item) => new Option(item.name, item.id)));
  });
}
