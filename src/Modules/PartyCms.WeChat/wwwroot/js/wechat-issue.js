// An issue that the site works on changes by itself: look again every few seconds while the page is seen.
const moving = document.querySelector("[data-refresh]");
if (moving) {
  setInterval(() => {
    if (!document.hidden && !document.querySelector("dialog[open]")) {
      location.reload();
    }
  }, Number(moving.dataset.refresh) * 1000);
}
