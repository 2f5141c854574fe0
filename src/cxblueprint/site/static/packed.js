// Unpacks the pictures of a large site.
onEachPage(".cx-packed", function (box) {
  var said = box.querySelector("noscript").textContent;
  box.style.minHeight = box.dataset.height + "px";
  new Promise(function (done) {
    var bytes = Uint8Array.from(atob(box.querySelector("script").textContent), function (c) { return c.charCodeAt(0); });
    done(new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text());
  }).then(function (markup) {
    box.outerHTML = markup;
    document.querySelectorAll("figure.cx-figure").forEach(equipPicture);
    // What an address leads to may have moved; who has scrolled by then stays where they are.
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) target.scrollIntoView();
  }, function () {
    box.outerHTML = said;
  });
});
