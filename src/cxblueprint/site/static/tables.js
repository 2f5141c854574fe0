// Lets readers sort the rows of a table by any column, and see only those with some words or values.
var SEVERITIES = { "cx-is-error": 1e6, "cx-is-warning": 1e3, "cx-is-info": 1 };
var NUMBER = /^[+-]?[\d,]+(\.\d+)?%?$/;

// What a cell stands in the order by: a number, words, or null where it is empty.
function sortKey(cell) {
  var own = cell.querySelector("[data-key]");
  if (own) return Number(own.dataset.key);
  var badges = cell.querySelectorAll(".cx-is-error, .cx-is-warning, .cx-is-info");
  if (badges.length) return Array.from(badges).reduce(function (sum, badge) {
    var count = Number(badge.textContent.replace(/\D/g, "")) || 1;
    return sum + count * SEVERITIES[Object.keys(SEVERITIES).find(function (name) { return badge.classList.contains(name); })];
  }, 0);
  var words = cell.textContent.trim();
  if (NUMBER.test(words)) return parseFloat(words.replace(/,/g, ""));
  return words || null;
}

function makeSortable(table, rows) {
  var heads = Array.from(table.tHead.rows[0].cells);
  var collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });
  heads.forEach(function (head, column) {
    var keys = new Map(rows.map(function (row) { return [row, sortKey(row.cells[column])]; }));
    var stated = Array.from(keys.values()).filter(function (key) { return key !== null; });
    var areNumbers = stated.every(function (key) { return typeof key === "number"; });
    // Most readers look for the largest number and for the first word.
    var ways = areNumbers ? ["descending", "ascending"] : ["ascending", "descending"];
    function compare(one, other) {
      return areNumbers ? one - other : collator.compare(String(one), String(other));
    }
    var button = document.createElement("button");
    button.type = "button";
    button.className = "cx-sort";
    button.append.apply(button, head.childNodes);
    head.append(button);
    button.addEventListener("click", function () {
      var way = ways[ways.indexOf(head.getAttribute("aria-sort")) + 1];
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      if (way) head.setAttribute("aria-sort", way);
      var sorted = way ? rows.slice().sort(function (one, other) {
        var a = keys.get(one), b = keys.get(other);
        if (a === null || b === null) return (a === null) - (b === null);
        return way === "ascending" ? compare(a, b) : compare(b, a);
      }) : rows;
      table.tBodies[0].append.apply(table.tBodies[0], sorted);
    });
  });
}

// Without accents and capital letters, as people type when they look for something.
function plain(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function makeChoosable(block, rows) {
  var bar = document.createElement("div");
  bar.className = "cx-filter";
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", "Rows of the table: " + nameAbove(block));
  function field(label, name, properties) {
    return make(name, make("label", bar, { textContent: label + " " }), properties);
  }
  var words = field("Find", "input", { type: "search" });
  // What rows may be chosen by, in the order of the columns: by each value, the rows that have it.
  var values = new Map();
  var cells = rows.flatMap(function (row) { return Array.from(row.cells); });
  cells.sort(function (one, other) { return one.cellIndex - other.cellIndex; }).forEach(function (cell) {
    cell.querySelectorAll("[data-choice]").forEach(function (value) {
      var of = value.dataset.choice, said = value.textContent.trim();
      if (!values.has(of)) values.set(of, new Map());
      if (!values.get(of).has(said)) values.get(of).set(said, new Set());
      values.get(of).get(said).add(cell.parentNode);
    });
  });
  var choices = [];
  values.forEach(function (found, of) {
    if (found.size === 1 && found.values().next().value.size === rows.length) return;
    var select = field(of, "select", {});
    make("option", select, { value: "", textContent: "any" });
    Array.from(found.keys()).sort(new Intl.Collator(document.documentElement.lang || "en").compare)
      .forEach(function (said) { make("option", select, { value: said, textContent: said }); });
    choices.push([select, found]);
  });
  var all = make("button", bar, { type: "button", textContent: "Show all", hidden: true });
  var said = make("output", bar, {});
  function choose() {
    var sought = plain(words.value).split(/\s+/).filter(Boolean), shown = 0;
    rows.forEach(function (row) {
      var text = plain(row.textContent);
      var fits = sought.every(function (word) { return text.includes(word); }) && choices.every(function (choice) {
        return !choice[0].value || choice[1].get(choice[0].value).has(row);
      });
      row.hidden = !fits;
      shown += fits;
    });
    all.hidden = !sought.length && choices.every(function (choice) { return !choice[0].value; });
    block.classList.toggle("cx-empty", !shown);
    said.textContent = all.hidden ? "" : shown ? shown + " of " + rows.length + " shown" : "Nothing fits: none of the " + rows.length + " rows";
  }
  bar.addEventListener("input", choose);
  all.addEventListener("click", function () {
    bar.querySelectorAll("input, select").forEach(function (one) { one.value = ""; });
    choose();
    words.focus();
  });
  block.prepend(bar);
}

onEachPage(".cx-sortable", function (block) {
  var table = block.querySelector("table");
  if (!table || block.querySelector(".cx-sort")) return;
  var rows = Array.from(table.tBodies[0].rows);
  if (rows.length > 1) makeSortable(table, rows);
  if (block.classList.contains("cx-many")) makeChoosable(block, rows);
});
