/// SARIF 2.1.0 of checked quotations: one result for each that is not faithful.

#include <algorithm>
#include <string>
#include <vector>

#include "engine/document/read.hpp"
#include "engine/report/quotes_writers.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/rounding.hpp"
#include "engine/report/sarif_parts_json.hpp"

namespace parallax {
namespace {

using Json = SarifJson;

constexpr std::size_t kFingerprintDigits = 16;

class QuotesSarif {
 public:
  explicit QuotesSarif(const QuoteReport& report) : r_(report), article_(report.article) {
    for (const ReportDocument& official : report.officials) {
      officials_.emplace_back(official);
    }
  }

  [[nodiscard]] Json whole() const {
    Json run;
    run["tool"]["driver"] = {
        {"name", "parallax"},
        {"version", r_.tool.version},
        {"properties",
         {{"icu", r_.tool.icu}, {"unicode", r_.tool.unicode}, {"lexicons", r_.tool.lexicons}}},
        {"rules", sarif_rules(labels_with_help())}};
    run["invocations"] = Json::array({sarif_warnings(r_.check.warnings)});
    run["columnKind"] = "unicodeCodePoints";
    run["artifacts"] = Json::array({sarif_artifact(r_.article)});
    for (const ReportDocument& official : r_.officials) {
      run["artifacts"].push_back(sarif_artifact(official));
    }
    run["results"] = Json::array();
    for (std::size_t k = 0; k < r_.check.quotes.size(); ++k) {
      add_result(k, run["results"]);
    }
    return sarif_log(std::move(run));
  }

 private:
  void add_result(std::size_t k, Json& results) const {
    const CheckedQuote& q = r_.check.quotes[k];
    const std::vector<KindHelp>& labels = labels_with_help();
    const auto rule = std::find_if(labels.begin(), labels.end(), [&](const KindHelp& help) {
      return help.kind == name_of(q.label);
    });
    if (rule == labels.end()) {
      return;  // faithful
    }
    Json out = {{"ruleId", rule->kind}, {"ruleIndex", rule - labels.begin()}};
    out["level"] = rule->level;
    out["message"]["text"] = sarif_message(q.explanation + " \"" +
                                           std::string(slice(r_.article, q.quotation.span)) + "\"");
    out["locations"] =
        Json::array({location(r_.article, article_, 0, q.quotation.span, q.article_place)});
    if (q.official) {
      Json related = location(r_.officials.at(*q.official), officials_.at(*q.official),
                              *q.official + 1, q.official_span, q.official_place);
      related["id"] = 1;
      out["relatedLocations"] = Json::array({std::move(related)});
    }
    out["partialFingerprints"] = {{"parallaxQuotation/v1", fingerprint(q)}};
    out["properties"] = {{"id", "Q" + std::to_string(k + 1)},
                         {"similarity", rounded(q.similarity)},
                         {"saidBy", q.quotation.source_name},
                         {"officialSource", q.official_source}};
    results.push_back(std::move(out));
  }

  [[nodiscard]] static Json location(const ReportDocument& document, const SarifText& text,
                                     std::size_t index, ByteSpan span, TextPlace place) {
    Json out = sarif_place(document, text, index, span);
    const std::string where =
        " " + std::to_string(place.paragraph) + ":" + std::to_string(place.sentence);
    out["logicalLocations"] = Json::array({{{"fullyQualifiedName", document.id + where}}});
    out["message"]["text"] =
        sarif_message(document_name(document) + ": " + std::string(slice(document, span)));
    return out;
  }

  /// Depends on the label and the words of both sides only.
  [[nodiscard]] std::string fingerprint(const CheckedQuote& q) const {
    std::string words = std::string(name_of(q.label)) + "\n";
    words += slice(r_.article, q.quotation.span);
    words += "\n";
    if (q.official) {
      words += slice(r_.officials.at(*q.official), q.official_span);
    }
    return sha256_hex(words).substr(0, kFingerprintDigits);
  }

  const QuoteReport& r_;
  SarifText article_;
  std::vector<SarifText> officials_;
};

}  // namespace

std::string write_quotes_sarif(const QuoteReport& report) {
  check_quote_spans(report);
  return QuotesSarif(report).whole().dump(2, ' ', true, Json::error_handler_t::replace) + "\n";
}

}  // namespace parallax
