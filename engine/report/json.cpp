/// JSON by the contract of comparison.schema.json. Rounding happens here and nowhere else.

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "engine/report/writers.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
  return std::round(value * 1e6) / 1e6;
}

Json span_json(ByteSpan span) {
  return Json::array({span.begin, span.end});
}

/// The same span in code points.
Json chars_json(const std::string& text, ByteSpan span) {
  const std::size_t begin = count_code_points(std::string_view(text).substr(0, span.begin));
  const std::size_t length =
      count_code_points(std::string_view(text).substr(span.begin, span.size()));
  return Json::array({begin, begin + length});
}

Json optional_json(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json value_json(const Value& value) {
  Json json = Json::object();
  for (const auto& [name, field] : value) {
    if (const auto* number = std::get_if<double>(&field)) {
      const double r = rounded(*number);
      if (r == std::floor(r) && std::abs(r) < 9e15) {
        json[name] = static_cast<std::int64_t>(r);
      } else {
        json[name] = r;
      }
    } else if (const auto* flag = std::get_if<bool>(&field)) {
      json[name] = *flag;
    } else {
      json[name] = std::get<std::string>(field);
    }
  }
  return json;
}

Json ids_json(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  Json json = Json::array();
  for (const ClaimIndex claim : claims) {
    json.push_back(report.claim(claim).id);
  }
  return json;
}

const ReportDocument& document_of(const ComparisonReport& report, ClaimIndex claim) {
  return report.documents.at(static_cast<std::size_t>(report.claim(claim).document));
}

Json claim_json(const ComparisonReport& report, ClaimIndex index) {
  const ReportClaim& claim = report.claim(index);
  const std::string& text = document_of(report, index).text;
  return {{"id", claim.id},
          {"span", span_json(claim.span)},
          {"chars", chars_json(text, claim.span)},
          {"text", text.substr(claim.span.begin, claim.span.size())},
          {"paragraph", claim.paragraph},
          {"sentence", claim.sentence},
          {"commitment", claim.commitment},
          {"weight", rounded(claim.weight)}};
}

Json statement_json(const ComparisonReport& report, StatementIndex index) {
  const ReportStatement& s = report.statements.at(static_cast<std::size_t>(index));
  Json json = {{"id", s.id},
               {"source", report.sources.at(static_cast<std::size_t>(s.source)).id},
               {"mode", s.mode},
               {"spans", Json::array()},
               {"claims", Json::array()}};
  for (const ByteSpan span : s.spans) {
    json["spans"].push_back(span_json(span));
  }
  for (const ClaimIndex claim : s.claims) {
    json["claims"].push_back(claim_json(report, claim));
  }
  return json;
}

Json document_json(const ComparisonReport& report, const ReportDocument& d) {
  Json json = {{"id", d.id},
               {"path", d.path},
               {"sha256", d.sha256},
               {"language", d.language},
               {"encoding", d.encoding},
               {"encoding_confidence", rounded(d.encoding_confidence)},
               {"title", optional_json(d.title)},
               {"date", optional_json(d.date)},
               {"publisher", optional_json(d.source)},
               {"statements", Json::array()}};
  for (const StatementIndex s : d.statements) {
    json["statements"].push_back(statement_json(report, s));
  }
  return json;
}

Json evidence_json(const ComparisonReport& report, const Evidence& e) {
  return {{"claim", report.claim(e.claim).id},
          {"span", span_json(e.span)},
          {"chars", chars_json(document_of(report, e.claim).text, e.span)},
          {"text", e.text},
          {"value", value_json(e.value)}};
}

Json divergence_json(const ComparisonReport& report, const ReportDivergence& d) {
  return {{"id", d.id},
          {"fingerprint", d.fingerprint},
          {"kind", d.kind},
          {"severity", std::string(name_of(d.severity))},
          {"confidence", rounded(d.confidence)},
          {"rule", d.rule},
          {"slot", d.slot},
          {"left", evidence_json(report, d.left)},
          {"right", evidence_json(report, d.right)},
          {"comparable_because", d.comparable_because},
          {"explanation", d.explanation}};
}

Json pair_json(const ComparisonReport& report, const ReportPair& pair) {
  Json why = Json::array();
  for (const TermWeight& term : pair.why) {
    why.push_back(Json::array({term.term, rounded(term.weight)}));
  }
  return {{"left", ids_json(report, pair.left)},
          {"right", ids_json(report, pair.right)},
          {"similarity", rounded(pair.similarity)},
          {"relation", std::string(name_of(pair.relation))},
          {"matched_by", pair.matched_by},
          {"moved", pair.moved},
          {"why", std::move(why)}};
}

Json comparison_json(const ComparisonReport& report, const Comparison& c) {
  Json json = {{"left", c.left},
               {"right", c.right},
               {"overlap",
                {{"similarity", rounded(c.overlap.similarity)},
                 {"left_in_right", rounded(c.overlap.left_in_right)},
                 {"right_in_left", rounded(c.overlap.right_in_left)},
                 {"verbatim", rounded(c.overlap.verbatim)}}},
               {"pairs", Json::array()},
               {"divergences", Json::array()},
               {"only_left", ids_json(report, c.only_left)},
               {"only_right", ids_json(report, c.only_right)},
               {"formulaic", ids_json(report, c.formulaic)}};
  for (const ReportPair& pair : c.pairs) {
    json["pairs"].push_back(pair_json(report, pair));
  }
  for (const ReportDivergence& d : c.divergences) {
    json["divergences"].push_back(divergence_json(report, d));
  }
  return json;
}

}  // namespace

std::string write_json(const ComparisonReport& report) {
  Json json = {{"schema", "parallax.comparison/1"},
               {"tool",
                {{"version", report.tool.version},
                 {"icu", report.tool.icu},
                 {"unicode", report.tool.unicode},
                 {"model", report.tool.model},
                 {"lexicons", report.tool.lexicons}}},
               {"documents", Json::array()},
               {"sources", Json::array()},
               {"comparisons", Json::array()},
               {"warnings", report.warnings}};
  for (const ReportDocument& d : report.documents) {
    json["documents"].push_back(document_json(report, d));
  }
  for (const ReportSource& s : report.sources) {
    json["sources"].push_back({{"id", s.id},
                               {"name", s.name},
                               {"role", s.role},
                               {"organisation", s.organisation},
                               {"country", s.country},
                               {"inferred", s.inferred}});
  }
  for (const Comparison& c : report.comparisons) {
    json["comparisons"].push_back(comparison_json(report, c));
  }
  return json.dump(2) + "\n";
}

std::string write_pair_line(std::string_view id, const ComparisonReport& report) {
  const Comparison& c = report.comparisons.front();
  std::vector<std::string> kinds;
  for (const ReportDivergence& d : c.divergences) {
    if (d.severity != Severity::kNote) {
      kinds.push_back(d.kind);
    }
  }
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  std::string relation = "unrelated";
  Relation strongest = Relation::kIdentical;
  for (const ReportPair& pair : c.pairs) {
    strongest = std::max(strongest, pair.relation);
    relation = name_of(strongest);
  }
  Json divergences = Json::array();
  for (const ReportDivergence& d : c.divergences) {
    divergences.push_back(divergence_json(report, d));
  }
  const Json line = {{"id", std::string(id)},
                     {"similarity", rounded(c.overlap.similarity)},
                     {"relation", relation},
                     {"labels", kinds},
                     {"divergences", std::move(divergences)}};
  return line.dump() + "\n";
}

}  // namespace parallax
