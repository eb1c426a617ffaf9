
// Filters and orders the divergences. The report is complete without it.
(function () {
  "use strict";

  var form = document.querySelector("form.filter");
  var list = document.querySelector(".findings");
  if (form && list) {
    var findings = Array.prototype.slice.call(list.querySelectorAll(".finding"));
    var shown = form.querySelector(".shown");

    var orders = {
      rank: function () { return 0; },
      left: function (a, b) { return a.dataset.left - b.dataset.left; },
      kind: function (a, b) { return a.dataset.kind < b.dataset.kind ? -1 : a.dataset.kind > b.dataset.kind ? 1 : 0; },
      sure: function (a, b) { return b.dataset.sure - a.dataset.sure; }
    };

    var wanted = function (finding) {
      var data = finding.dataset;
      var severity = form.querySelector('input[name="severity"][value="' + data.severity + '"]');
      var kind = form.elements.kind.value;
      var source = form.elements.source ? form.elements.source.value : "";
      return (!severity || severity.checked) && (!kind || data.kind === kind) &&
        (!source || data.sources.split(" ").indexOf(source) >= 0);
    };

    var update = function () {
      var count = 0;
      findings.forEach(function (finding) {
        finding.hidden = !wanted(finding);
        count += finding.hidden ? 0 : 1;
      });
      shown.textContent = count === findings.length
        ? "All " + count + " divergences shown"
        : count + " of " + findings.length + " divergences shown";
    };

    var order = function () {
      var by = orders[form.elements.order.value];
      findings.slice().sort(function (a, b) {
        return by(a, b) || a.dataset.rank - b.dataset.rank;
      }).forEach(function (finding) { list.appendChild(finding); });
    };

    form.addEventListener("change", function (event) {
      if (event.target.name === "order") {
        order();
      }
      update();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.hidden = false;
    update();
  }

  // A link to a divergence that a filter hides brings it back.
  var reveal = function () {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) {
      return;
    }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
    if (target.hidden) {
      form.reset();
      order();
      update();
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
