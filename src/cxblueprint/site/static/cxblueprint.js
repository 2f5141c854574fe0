// Gives each picture two buttons: fit it to the page, and see it alone. Of large sites it unpacks the pictures.
// Without this the pages of others lack nothing else.
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
  function unpack(box) {
    var said = box.querySelector("noscript").textContent;
    box.style.minHeight = box.dataset.height + "px";
    return new Promise(function (done) {
      var bytes = Uint8Array.from(atob(box.querySelector("script").textContent), function (c) { return c.charCodeAt(0); });
      done(new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text());
    }).then(function (markup) {
      box.outerHTML = markup;
    }, function () {
      box.outerHTML = said;
    });
  }
  function start() {
    document.querySelectorAll("figure.cx-figure").forEach(equip);
    var packed = Array.from(document.querySelectorAll(".cx-packed"), unpack);
    if (packed.length) Promise.all(packed).then(function () {
      document.querySelectorAll("figure.cx-figure").forEach(equip);
      // What an address leads to may have moved; who has scrolled by then stays where they are.
      var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target) target.scrollIntoView();
    });
  }
  // Material exchanges pages without loading them anew, and tells so here.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
