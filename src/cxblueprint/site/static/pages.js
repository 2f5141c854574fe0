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
