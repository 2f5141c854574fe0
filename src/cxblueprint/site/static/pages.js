// What the other scripts need: to be told of each page that is shown.
function onEachPage(selector, equip) {
  function start() { document.querySelectorAll(selector).forEach(equip); }
  // Material exchanges pages without loading them anew, and tells so here.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

function make(name, parent, properties) {
  return Object.assign(parent.appendChild(document.createElement(name)), properties);
}

// The words of the heading under which something stands.
function nameAbove(thing) {
  var article = thing.closest("article"), above = thing;
  while (above && above !== article && !/^H[1-6]$/.test(above.tagName)) {
    above = above.previousElementSibling || above.parentElement;
  }
  return (above && above !== article ? above.firstChild.textContent : document.title).trim();
}

// Material exchanges pages only after it has assigned to each of their links, which links in pictures refuse.
[window.SVGAElement, window.SVGUseElement].forEach(function (type) {
  var href = Object.getOwnPropertyDescriptor(type.prototype, "href");
  if (!href.set) Object.defineProperty(type.prototype, "href", Object.assign(href, { set: function () {} }));
});
