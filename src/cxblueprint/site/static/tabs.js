// Shows one of several pictures at a time. The list of them is there without this, as links to each.
function tabFor(hash) {
  var place = document.getElementById(hash.slice(1));
  var panel = place && place.closest(".cx-ready > .cx-tab");
  return panel && document.getElementById(panel.getAttribute("aria-labelledby"));
}

function chooseTab(chosen) {
  chosen.closest(".cx-tablist").querySelectorAll("[role=tab]").forEach(function (tab) {
    var isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !isChosen;
  });
}

function showPlace() {
  var tab = tabFor(location.hash);
  if (tab) chooseTab(tab);
}

onEachPage(".cx-tabs", function (block) {
  if (block.classList.contains("cx-ready")) return showPlace();
  var list = block.querySelector(".cx-tablist > ul");
  var tabs = Array.from(list.querySelectorAll("a"));
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Pictures");
  tabs.forEach(function (tab) {
    var name = tab.hash.slice(1);
    var panel = document.getElementById(name).closest(".cx-tab");
    panel.id = "panel." + name;
    panel.setAttribute("role", "tabpanel");
    tab.id = "tab." + name;
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    tab.setAttribute("role", "tab");
    tab.parentNode.setAttribute("role", "presentation");
  });
  function go(tab) {
    chooseTab(tab);
    tab.focus({ preventScroll: true });
    // The address leads here again, and going back leads to the page before.
    history.replaceState(history.state, "", "#" + tab.id.slice(4));
  }
  list.addEventListener("click", function (event) {
    var tab = event.target.closest("[role=tab]");
    if (!tab || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(tab);
  });
  list.addEventListener("keydown", function (event) {
    var at = tabs.indexOf(event.target), last = tabs.length - 1;
    var to = { ArrowRight: at < last ? at + 1 : 0, ArrowLeft: at ? at - 1 : last, Home: 0, End: last, " ": at }[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(tabs[to]);
  });
  block.classList.add("cx-ready");
  chooseTab(tabFor(location.hash) || tabs[0]);
});

window.addEventListener("hashchange", showPlace);
// Also a link to where the address leads already shows its place, and does so before the browser goes there.
document.addEventListener("click", function (event) {
  var way = event.target.closest && event.target.closest("a[href^='#']");
  var tab = way && way.hash && tabFor(way.hash);
  if (tab) chooseTab(tab);
}, true);
