// A table that is wider than its page can be moved by keys, and then says what it holds; any other is no stop.
function reach(wrap) {
  if (wrap.scrollWidth <= wrap.clientWidth) {
    ["tabindex", "role", "aria-label"].forEach(function (name) { wrap.removeAttribute(name); });
    return;
  }
  wrap.tabIndex = 0;
  wrap.setAttribute("role", "group");
  wrap.setAttribute("aria-label", "Table: " + nameAbove(wrap));
}

var widths = window.ResizeObserver && new ResizeObserver(function () {
  document.querySelectorAll(".md-typeset__scrollwrap").forEach(reach);
});
// Material puts the room in which a table moves around it only later, which this is told of too.
if (widths) onEachPage("article", function (article) { widths.observe(article); });
