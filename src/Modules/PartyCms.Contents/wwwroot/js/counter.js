// Tells how many characters are typed of how many.
export function startCounter(field) {
  const longest = Number(field.dataset.count);
  const note = document.createElement("p");
  note.className = "count";
  const tell = () => {
    const length = field.value.trim().length;
    note.textContent = `${length}/${longest}`;
    note.classList.toggle("count--over", length > longest);
  };
  field.after(note);
  field.addEventListener("input", tell);
  tell();
}
