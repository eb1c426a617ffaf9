/// JSON `parallax.comparison/1` (comparison.schema.json) and the lines of `batch --pairs`.

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/report/code_points.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/rounding.hpp"
#include "engine/report/writers.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

/// A value's number: without decimals where it has none.
Json number_json(double value) {
  if (std::fabs(value) < 9e15 && value == std::trunc(value)) {
    return static_cast<std::int64_t>(value);
  }
  return rounded(value);
}

Json optional_text(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json value_json(const Value& value) {
  Json out = Json::object();
  for (const auto& [name, content] : value) {
    if (const auto* d = std::get_if<double>(&content)) {
      out[name] = number_json(*d);
    } else if (const auto* b = std::get_if<bool>(&content)) {
      out[name] = *b;
    } else {
      out[name] = std::get<std::string>(content);
    }
  }
  return out;
}

class JsonWriter {
 public:
  explicit JsonWriter(const ComparisonReport& report) : report_(report) {
    for (const ReportDocument& document : report.documents) {
      offsets_.emplace_back(document.text);
    }
  }

  [[nodiscard]] Json whole() const {
    Json out;
    out["schema"] = "parallax.comparison/1";
    out["tool"] = {{"version", report_.tool.version},
                   {"icu", report_.tool.icu},
                   {"unicode", report_.tool.unicode},
                   {"model", report_.tool.model},
                   {"lexicons", report_.tool.lexicons}};
    out["documents"] = Json::array();
    for (std::size_t k = 0; k < report_.documents.size(); ++k) {
      out["documents"].push_back(document(k));
    }
    out["sources"] = Json::array();
    for (const ReportSource& s : report_.sources) {
      out["sources"].push_back({{"id", s.id},
                                {"name", s.name},
                                {"role", s.role},
                                {"organisation", s.organisation},
                                {"country", s.country},
                                {"inferred", s.inferred},
                                {"narration", s.narration}});
    }
    out["comparisons"] = Json::array();
    for (const Comparison& c : report_.comparisons) {
      out["comparisons"].push_back(comparison(c));
    }
    if (report_.table) {
      out["claim_table"] = claim_table(*report_.table);
    }
    out["warnings"] = report_.warnings;
    if (!report_.inputs.empty()) {
      out["inputs"] = report_.inputs;
    }
    for (const auto& [name, value] : report_.options) {
      out["options"].push_back({name, value});
    }
    if (report_.baseline) {
      out["baseline"] = baseline(*report_.baseline);
    }
    return out;
  }

  [[nodiscard]] Json divergences(const Comparison& c) const {
    Json out = Json::array();
    for (const ReportDivergence& d : c.divergences) {
      out.push_back({{"id", d.id},
                     {"fingerprint", d.fingerprint},
                     {"kind", d.kind},
                     {"severity", std::string(name_of(d.severity))},
                     {"confidence", rounded(d.confidence)},
                     {"importance", rounded(d.importance)},
                     {"rule", d.rule},
                     {"slot", d.slot},
                     {"left", evidence(d.left)},
                     {"right", evidence(d.right)},
                     {"comparable_because", d.comparable_because},
                     {"explanation", d.explanation},
                     {"pair", d.pair},
                     {"accepted", d.accepted}});
      if (d.accepted) {
        out.back()["note"] = d.note;
      }
    }
    return out;
  }

 private:
  static Json span(ByteSpan s) { return Json::array({s.begin, s.end}); }

  [[nodiscard]] Json chars(std::size_t document, ByteSpan s) const {
    return Json::array({offsets_[document].at(s.begin), offsets_[document].at(s.end)});
  }

  [[nodiscard]] Json claim(ClaimIndex index) const {
    const ReportClaim& c = report_.claim(index);
    return {{"id", c.id},
            {"span", span(c.span)},
            {"chars", chars(static_cast<std::size_t>(c.document), c.span)},
            {"text", std::string(claim_text(report_, index))},
            {"paragraph", c.paragraph},
            {"sentence", c.sentence},
            {"sentence_span", span(c.sentence_span)},
            {"commitment", c.commitment},
            {"weight", rounded(c.weight)},
            {"centrality", rounded(c.centrality)}};
  }

  [[nodiscard]] Json statement(std::size_t document, StatementIndex index) const {
    const ReportStatement& s = report_.statements.at(static_cast<std::size_t>(index));
    Json spans = Json::array();
    Json all_chars = Json::array();
    for (const ByteSpan part : s.spans) {
      spans.push_back(span(part));
      all_chars.push_back(chars(document, part));
    }
    Json claims = Json::array();
    for (const ClaimIndex c : s.claims) {
      claims.push_back(claim(c));
    }
    return {
        {"id", s.id},         {"source", report_.sources.at(static_cast<std::size_t>(s.source)).id},
        {"mode", s.mode},     {"spans", spans},
        {"chars", all_chars}, {"claims", claims}};
  }

  [[nodiscard]] Json document(std::size_t k) const {
    const ReportDocument& d = report_.documents[k];
    Json statements = Json::array();
    for (const StatementIndex s : d.statements) {
      statements.push_back(statement(k, s));
    }
    return {{"id", d.id},
            {"path", d.path},
            {"sha256", d.sha256},
            {"language", d.language},
            {"encoding", d.encoding},
            {"encoding_confidence", rounded(d.encoding_confidence)},
            {"title", optional_text(d.title)},
            {"date", optional_text(d.date)},
            {"source", optional_text(d.source)},
            {"body_begin", d.body_begin},
            {"text", d.text},
            {"statements", statements}};
  }

  [[nodiscard]] Json ids(const std::vector<ClaimIndex>& claims) const {
    Json out = Json::array();
    for (const ClaimIndex c : claims) {
      out.push_back(report_.claim(c).id);
    }
    return out;
  }

  [[nodiscard]] Json cell(const TableCell& c) const {
    Json spans = Json::array();
    Json all_chars = Json::array();
    for (std::size_t i = 0; i < c.claims.size(); ++i) {
      spans.push_back(span(c.spans[i]));
      all_chars.push_back(
          chars(static_cast<std::size_t>(report_.claim(c.claims[i]).document), c.spans[i]));
    }
    return {{"source", report_.source(c.source).id},
            {"state", std::string(name_of(c.state))},
            {"text", c.text},
            {"note", c.note},
            {"claims", ids(c.claims)},
            {"spans", spans},
            {"chars", all_chars}};
  }

  [[nodiscard]] Json claim_table(const ClaimTable& table) const {
    Json columns = Json::array();
    for (const SourceIndex column : table.columns) {
      columns.push_back(report_.source(column).id);
    }
    Json rows = Json::array();
    for (const TableRow& r : table.rows) {
      Json cells = Json::array();
      for (const TableCell& c : r.cells) {
        cells.push_back(cell(c));
      }
      rows.push_back({{"title", r.title},
                      {"kind", r.kind},
                      {"relation", std::string(name_of(r.relation))},
                      {"weight", rounded(r.weight)},
                      {"cells", cells}});
    }
    return {{"columns", columns}, {"rows", rows}};
  }

  [[nodiscard]] Json pair(const ReportPair& p) const {
    Json why = Json::array();
    for (const TermWeight& t : p.why) {
      why.push_back(Json::array({t.term, rounded(t.weight)}));
    }
    return {{"left", ids(p.left)},
            {"right", ids(p.right)},
            {"similarity", rounded(p.similarity)},
            {"relation", std::string(name_of(p.relation))},
            {"matched_by", p.matched_by},
            {"moved", p.moved},
            {"why", why}};
  }

  [[nodiscard]] Json evidence(const Evidence& e) const {
    const ReportClaim& c = report_.claim(e.claim);
    Json key_terms = Json::array();
    for (const ByteSpan term : e.key_terms) {
      key_terms.push_back({{"span", span(term)},
                           {"text", std::string(slice(document_of(report_, e.claim), term))}});
    }
    return {{"claim", c.id},
            {"span", span(e.span)},
            {"chars", chars(static_cast<std::size_t>(c.document), e.span)},
            {"text", e.text},
            {"value", value_json(e.value)},
            {"key_terms", key_terms}};
  }

  [[nodiscard]] static Json distinctive(const std::vector<ReportDistinctive>& words) {
    Json out = Json::array();
    for (const ReportDistinctive& word : words) {
      out.push_back({{"term", word.term},
                     {"left", word.left},
                     {"right", word.right},
                     {"z", rounded(word.z)}});
    }
    return out;
  }

  [[nodiscard]] Json baseline(const BaselineUse& use) const {
    std::size_t accepted = 0;
    for (const Comparison& c : report_.comparisons) {
      accepted += count_accepted(c);
    }
    Json stale = Json::array();
    for (const BaselineEntry& e : use.stale) {
      stale.push_back({{"fingerprint", e.fingerprint},
                       {"kind", e.kind},
                       {"left", e.left},
                       {"right", e.right},
                       {"note", e.note}});
    }
    return {{"path", use.path}, {"entries", use.entries}, {"accepted", accepted}, {"stale", stale}};
  }

  [[nodiscard]] Json comparison(const Comparison& c) const {
    Json pairs = Json::array();
    for (const ReportPair& p : c.pairs) {
      pairs.push_back(pair(p));
    }
    Json out = {
        {"left", c.left},
        {"right", c.right},
        {"left_source", report_.source(c.left_source).id},
        {"right_source", report_.source(c.right_source).id},
        {"overlap",
         {{"similarity", rounded(c.overlap.similarity)},
          {"left_in_right", rounded(c.overlap.left_in_right)},
          {"right_in_left", rounded(c.overlap.right_in_left)},
          {"verbatim", rounded(c.overlap.verbatim)}}},
        {"pairs", pairs},
        {"divergences", divergences(c)},
        {"only_left", ids(c.only_left)},
        {"only_right", ids(c.only_right)},
        {"formulaic", ids(c.formulaic)},
        {"distinctive",
         {{"left", distinctive(c.distinctive_left)}, {"right", distinctive(c.distinctive_right)}}}};
    if (!c.compared_kinds.empty()) {
      out["compared_kinds"] = c.compared_kinds;
    }
    return out;
  }

  const ComparisonReport& report_;
  std::vector<CodePointOffsets> offsets_;
};

/// File names may hold any bytes; everything else is valid UTF-8 already.
std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string write_json(const ComparisonReport& report) {
  check_evidence(report);
  return dump(JsonWriter(report).whole(), 2);
}

std::string write_pair_line(std::string_view id, const ComparisonReport& report) {
  PARALLAX_EXPECTS(report.comparisons.size() == 1);
  check_evidence(report);
  const Comparison& c = report.comparisons.front();
  std::set<std::string> labels;
  for (const ReportDivergence& d : c.divergences) {
    if (d.severity != Severity::kNote) {
      labels.insert(d.kind);
    }
  }
  const Json line = {{"id", std::string(id)},
                     {"similarity", rounded(c.overlap.similarity)},
                     {"relation", strongest_relation(c)},
                     {"overlap",
                      {{"left_in_right", rounded(c.overlap.left_in_right)},
                       {"right_in_left", rounded(c.overlap.right_in_left)},
                       {"verbatim", rounded(c.overlap.verbatim)}}},
                     {"labels", labels},
                     {"divergences", JsonWriter(report).divergences(c)}};
  return dump(line, -1);
}

}  // namespace parallax
