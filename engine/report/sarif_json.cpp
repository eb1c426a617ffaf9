/// SARIF 2.1.0 (OASIS), the form in which code reviews take findings.

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/report/gate_writers.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/sarif_parts_json.hpp"
#include "engine/report/sarif_rules.hpp"
#include "engine/report/table_text.hpp"

namespace parallax {
namespace {

using Json = SarifJson;

double rounded(double value) {
  return std::round(value * 1e6) / 1e6;
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::kConflict:
      return "error";
    case Severity::kDifference:
      return "warning";
    case Severity::kNote:
      break;
  }
  return "note";
}

class SarifWriter {
 public:
  explicit SarifWriter(const ComparisonReport& report) : r_(report) {
    for (const ReportDocument& document : report.documents) {
      texts_.emplace_back(document);
    }
  }

  [[nodiscard]] Json whole() const {
    Json run;
    run["tool"]["driver"] = {{"name", "parallax"},
                             {"version", r_.tool.version},
                             {"properties",
                              {{"icu", r_.tool.icu},
                               {"unicode", r_.tool.unicode},
                               {"model", r_.tool.model},
                               {"lexicons", r_.tool.lexicons}}},
                             {"rules", sarif_rules(kinds_with_help())}};
    run["invocations"] = Json::array({invocation()});
    run["columnKind"] = "unicodeCodePoints";
    run["artifacts"] = artifacts();
    run["results"] = Json::array();
    for (const PlacedFinding& found : findings_of(r_)) {
      run["results"].push_back(result(*found.comparison, *found.divergence));
    }
    return sarif_log(std::move(run));
  }

 private:
  [[nodiscard]] Json invocation() const {
    Json out = sarif_warnings(r_.warnings);
    if (r_.baseline) {
      for (const BaselineEntry& e : r_.baseline->stale) {
        const std::string text =
            "the accepted finding " + e.fingerprint + " (" + e.kind + ") is not found any more";
        out["toolExecutionNotifications"].push_back(
            {{"level", "note"}, {"message", {{"text", sarif_message(text)}}}});
      }
    }
    return out;
  }

  [[nodiscard]] Json artifacts() const {
    Json out = Json::array();
    for (const ReportDocument& d : r_.documents) {
      out.push_back(sarif_artifact(d));
    }
    return out;
  }

  [[nodiscard]] Json location(const SideInfo& side, const Evidence& e) const {
    const auto index = static_cast<std::size_t>(r_.claim(e.claim).document);
    const ReportDocument& d = r_.documents.at(index);
    Json out = sarif_place(d, texts_[index], index, e.span);
    out["logicalLocations"] =
        Json::array({{{"fullyQualifiedName", d.id + " " + place(r_, e.claim)}}});
    out["message"]["text"] = sarif_message(side.letter + " " + side.name + ": " + e.text);
    return out;
  }

  [[nodiscard]] Json side_properties(const Evidence& e) const {
    return {{"claim", r_.claim(e.claim).id},
            {"span", Json::array({e.span.begin, e.span.end})},
            {"value", phrase(e.value, DateStyle::kIso)}};
  }

  [[nodiscard]] Json result(const Comparison& c, const ReportDivergence& d) const {
    const SideInfo left = side_info(r_, c, Side::kLeft);
    const SideInfo right = side_info(r_, c, Side::kRight);
    const std::vector<KindHelp>& kinds = kinds_with_help();
    const auto rule = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const KindHelp& k) { return k.kind == d.kind; });
    const std::string text = told_of(r_, c, d) + ". " + left.letter + ": \"" + d.left.text +
                             "\" - " + right.letter + ": \"" + d.right.text + "\"";
    Json related = location(right, d.right);
    related["id"] = 1;
    Json out = {{"ruleId", d.kind}};
    if (rule != kinds.end()) {
      out["ruleIndex"] = rule - kinds.begin();
    }
    out["level"] = level_of(d.severity);
    out["message"]["text"] = sarif_message(text);
    out["locations"] = Json::array({location(left, d.left)});
    out["relatedLocations"] = Json::array({related});
    out["partialFingerprints"] = {{"parallaxFinding/v1", d.fingerprint}};
    out["rank"] = rounded(d.importance * 100.0);
    if (r_.baseline) {
      out["suppressions"] = suppressions(d);
    }
    out["properties"] = {{"id", d.id},
                         {"rule", d.rule},
                         {"slot", d.slot},
                         {"confidence", rounded(d.confidence)},
                         {"comparableBecause", d.comparable_because},
                         {"left", side_properties(d.left)},
                         {"right", side_properties(d.right)}};
    return out;
  }

  [[nodiscard]] static Json suppressions(const ReportDivergence& d) {
    Json out = Json::array();
    if (d.accepted) {
      out.push_back({{"kind", "external"}, {"status", "accepted"}});
      if (!d.note.empty()) {
        out.back()["justification"] = d.note;
      }
    }
    return out;
  }

  const ComparisonReport& r_;
  std::vector<SarifText> texts_;
};

}  // namespace

std::string write_sarif(const ComparisonReport& report) {
  check_evidence(report);
  return SarifWriter(report).whole().dump(2, ' ', true, Json::error_handler_t::replace) + "\n";
}

}  // namespace parallax
