// Gives each picture two buttons: fit it to the page, and see it alone. Without this the pages lack nothing else.
(function () {
  "use strict";
  function button(label, bar, act) {
    var made = bar.appendChild(document.createElement("button"));
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }
  function equip(figure) {
    var region = figure.querySelector(".cx-scroll");
    if (!region || figure.querySelector(".cx-bar")) return;
    var bar = figure.insertBefore(document.createElement("div"), region);
    bar.className = "cx-bar";
    var fit = button("Fit width", bar, function () {
      fit.setAttribute("aria-pressed", String(region.classList.toggle("cx-fit")));
    });
    fit.setAttribute("aria-pressed", "false");
    button("Full screen", bar, function () {
      var alone = document.body.appendChild(document.createElement("dialog"));
      alone.className = "cx-alone";
      alone.setAttribute("aria-label", region.getAttribute("aria-label"));
      button("Close", alone, function () { alone.close(); });
      var place = region.parentNode.insertBefore(document.createComment("picture"), region);
      alone.appendChild(region);
      alone.addEventListener("close", function () { place.replaceWith(region); alone.remove(); });
      alone.showModal();
    });
  }
  function start() { document.querySelectorAll("figure.cx-figure").forEach(equip); }
  // Material exchanges pages without loading them anew, and tells so here.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
