// Counts what is typed as WeChat counts it: in characters as people see them.
const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });
const charactersOf = (text) => [...segmenter.segment(text.trim())].length;

for (const field of document.querySelectorAll("[data-wechat-article] [data-limit]")) {
  const note = document.querySelector(`[data-limit-of="${field.id}"]`);
  const limit = Number(field.dataset.limit);
  const show = () => {
    const used = charactersOf(field.value);
    note.textContent = used > limit ? `${used} / ${limit}，超出 ${used - limit} 个字` : `${used} / ${limit}`;
    note.classList.toggle("is-over", used > limit);
  };
  field.addEventListener("input", show);
  show();
}
