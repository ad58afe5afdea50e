// An issue that the site works on changes by itself: look again every few seconds while the page is seen. The attribute is
// there, and empty, where nothing moves.
const seconds = Number(document.querySelector("[data-refresh]")?.dataset.refresh);
if (seconds > 0) {
  setInterval(() => {
    if (!document.hidden) {
      location.reload();
    }
  }, seconds * 1000);
}
