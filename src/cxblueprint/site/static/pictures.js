// Gives each picture two buttons: fit it to the page, and see it alone.
function equipPicture(figure) {
  var region = figure.querySelector(".cx-scroll");
  if (!region || figure.querySelector(".cx-bar")) return;
  var bar = figure.insertBefore(document.createElement("div"), region);
  bar.className = "cx-bar";
  var fit = make("button", bar, { type: "button", textContent: "Fit width" });
  fit.setAttribute("aria-pressed", "false");
  fit.addEventListener("click", function () {
    fit.setAttribute("aria-pressed", String(region.classList.toggle("cx-fit")));
  });
  make("button", bar, { type: "button", textContent: "Full screen" }).addEventListener("click", function () {
    var alone = make("dialog", document.body, { className: "cx-alone" });
    alone.setAttribute("aria-label", region.getAttribute("aria-label"));
    var close = make("button", alone, { type: "button", textContent: "Close" });
    close.addEventListener("click", function () { alone.close(); });
    var place = region.parentNode.insertBefore(document.createComment("picture"), region);
    alone.appendChild(region);
    alone.addEventListener("close", function () { place.replaceWith(region); alone.remove(); });
    alone.showModal();
  });
}

onEachPage("figure.cx-figure", equipPicture);
