"use strict";
// A list that is checked or stored: look again by itself, but never while the page is hidden, and never once the
// reader has begun to go elsewhere: a slow answer to what they pressed must not be cut off.
const renewing = document.querySelector("[data-renews]");
if (renewing) {
  const wait = 1000 * Number(renewing.dataset.renews);
  let next = setTimeout(lookAgain, wait);
  function lookAgain() {
    if (document.hidden) next = setTimeout(lookAgain, wait);
    else location.reload();
  }
  addEventListener("beforeunload", () => clearTimeout(next));
}
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
// The search boxes of the registers name themselves after what was chosen; before that they have no name at all.
function nameSearchBoxes() {
  document.querySelectorAll(".select2-selection").forEach((box) => {
    const select = box.closest(".select2-container").previousElementSibling;
    const label = select && select.id && document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    if (!label) return;
    label.id = label.id || `${select.id}_label`;
    const shown = box.querySelector(".select2-selection__rendered");
    box.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
    shown.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
  });
}
// After what makes the boxes: both wait for jQuery, which calls in the order of asking.
if (window.django && window.django.jQuery) window.django.jQuery(nameSearchBoxes);
document.addEventListener("formset:added", () => setTimeout(nameSearchBoxes));
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.account[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  });
});
