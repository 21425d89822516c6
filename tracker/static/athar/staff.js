"use strict";
document.addEventListener("keydown", (event) => {
  const field = document.getElementById("find");
  const busy = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && field && !busy && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
  if (event.key === "Escape") {
    document.querySelectorAll("details.account[open]").forEach((menu) => menu.removeAttribute("open"));
  }
});
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.account[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  });
});
