// Shows only the fields of the chosen kind of answer; without it all are shown, and the server ignores the others.
const form = document.querySelector("[data-keyword-form]");

function show() {
  const kind = form.querySelector("[name='Form.Answer']:checked")?.value;
  for (const part of form.querySelectorAll("[data-answer]")) {
    part.hidden = part.dataset.answer !== kind;
  }
}

if (form) {
  form.addEventListener("change", show);
  show();
}
