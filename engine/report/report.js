
// Filters and orders divergences and pairs. The report is complete without it.
(function () {
  "use strict";

  var all = function (root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };

  /** By a data attribute, numbers as numbers; what has none comes last either way; then by rank. */
  var comparison = function (key, down) {
    return function (a, b) {
      var x = a.dataset[key] || "", y = b.dataset[key] || "";
      var order = 0;
      if (x === "" || y === "") {
        order = (x === "") - (y === "");
      } else if (isNaN(x) || isNaN(y)) {
        order = (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
      } else {
        order = (x - y) * (down ? -1 : 1);
      }
      return order || a.dataset.rank - b.dataset.rank;
    };
  };

  /** A list (articles, or bodies of a table) with the form that filters it. */
  function List(form, list) {
    var items = all(list, ".finding, tbody");
    var noun = form.dataset.noun || "divergences";
    var heads = all(list, "th[data-order]");
    var value = function (name) { return form.elements[name] ? form.elements[name].value : ""; };

    var within = function (days) {
      var since = value("since"), until = value("until");
      return (!since && !until) || (days || "").split(" ").some(function (day) {
        return day && (!since || day >= since.slice(0, day.length)) && (!until || day <= until);
      });
    };

    var wanted = function (data) {
      var severity = form.querySelector('input[name="severity"][value="' + data.severity + '"]');
      var kinds = (data.kind || data.kinds || "").split(" ");
      var kind = value("kind"), source = value("source");
      return (!severity || severity.checked) &&
        (!kind || (kind === "*" ? kinds[0] !== "" : kind === "-" ? kinds[0] === "" : kinds.indexOf(kind) >= 0)) &&
        (!source || data.sources.split(" ").indexOf(source) >= 0) && within(data.days);
    };

    var update = function () {
      var count = 0;
      items.forEach(function (item) {
        item.hidden = !wanted(item.dataset);
        count += item.hidden ? 0 : 1;
      });
      form.querySelector(".shown").textContent = count === items.length
        ? "All " + count + " " + noun + " shown"
        : count + " of " + items.length + " " + noun + " shown";
    };

    var order = function (key, down) {
      items.slice().sort(comparison(key, down)).forEach(function (item) { list.appendChild(item); });
      heads.forEach(function (head) {
        if (head.dataset.order === key) {
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
        } else {
          head.removeAttribute("aria-sort");
        }
      });
    };

    var reorder = function () {
      var option = form.elements.order.selectedOptions[0];
      order(option.value, "down" in option.dataset);
    };

    // Heads of columns become buttons: the first press gives the usual order, the next turns it round.
    heads.forEach(function (head) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (head.firstChild) {
        button.appendChild(head.firstChild);
      }
      head.appendChild(button);
      button.addEventListener("click", function () {
        var usual = "down" in head.dataset ? "descending" : "ascending";
        var turn = head.getAttribute("aria-sort") === usual;
        form.elements.order.value = head.dataset.order;
        order(head.dataset.order, (usual === "descending") !== turn);
      });
    });

    this.reset = function () {
      form.reset();
      reorder();
      update();
    };
    this.holds = function (item) { return items.indexOf(item) >= 0; };

    form.addEventListener("change", function (event) {
      if (event.target.name === "order") {
        reorder();
      }
      update();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.hidden = false;
    // A page that comes back keeps what was chosen.
    reorder();
    update();
  }

  var lists = all(document, "form.filter").map(function (form) {
    return new List(form, form.parentNode.querySelector(".findings, .top"));
  });

  // A link to what a filter hides brings it back, and unfolds it.
  var reveal = function () {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) {
      return;
    }
    if (target.tagName === "TBODY") {
      target.querySelector("details").open = true;
    }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
    if (target.hidden) {
      lists.forEach(function (list) {
        if (list.holds(target)) {
          list.reset();
        }
      });
      target.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", reveal);
  reveal();

  // Paper cannot be unfolded: print everything, then fold as it was.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (details) { details.open = false; });
    folded = [];
  });
})();
