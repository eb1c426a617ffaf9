/// JSON `parallax.sources/1` (sources.schema.json).

#include <cmath>

#include <nlohmann/json.hpp>

#include "engine/report/sources_writers.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
  constexpr double kScale = 1e4;
  return std::round(value * kScale) / kScale;
}

Json span_json(ByteSpan s) {
  return Json::array({s.begin, s.end});
}

Json spans_json(const std::vector<ByteSpan>& spans) {
  Json out = Json::array();
  for (const ByteSpan s : spans) {
    out.push_back(span_json(s));
  }
  return out;
}

Json source_json(const Document& d, const Source& s) {
  Json mentions = Json::array();
  for (const Mention& m : s.mentions) {
    mentions.push_back({{"span", span_json(m.span)},
                        {"text", std::string(d.slice(m.span))},
                        {"how", name_of(m.how)},
                        {"confidence", rounded(m.confidence)}});
  }
  return {{"id", s.id},
          {"name", s.name},
          {"role", name_of(s.role)},
          {"organisation", s.organisation},
          {"country", s.country},
          {"country_inferred", s.country_inferred},
          {"gender", name_of(s.gender)},
          {"person", s.person},
          {"mentions", mentions}};
}

class SourcesJson {
 public:
  SourcesJson(const Document& document, const SourcedDocument& sourced)
      : d_(document), s_(sourced) {}

  [[nodiscard]] Json whole() const {
    Json out;
    out["schema"] = "parallax.sources/1";
    out["id"] = d_.record.id;
    out["path"] = d_.record.path;
    out["sha256"] = d_.record.sha256;
    out["language"] = d_.language;
    out["title"] = d_.record.title ? Json(*d_.record.title) : Json(nullptr);
    out["date"] = d_.record.date ? Json(*d_.record.date) : Json(nullptr);
    out["sources"] = Json::array();
    for (const Source& source : s_.sources) {
      out["sources"].push_back(source_json(d_, source));
    }
    out["statements"] = Json::array();
    for (const Statement& statement : s_.statements) {
      out["statements"].push_back(statement_json(statement));
    }
    out["warnings"] = s_.warnings;
    return out;
  }

 private:
  [[nodiscard]] Json id_of(const std::optional<std::size_t>& source) const {
    return source ? Json(s_.sources.at(*source).id) : Json(nullptr);
  }

  [[nodiscard]] Json statement_json(const Statement& s) const {
    Json claims = Json::array();
    std::size_t number = 0;
    for (const StatementClaim& claim : claims_of(d_, s)) {
      claims.push_back({{"id", s.id + "C" + std::to_string(++number)},
                        {"span", span_json(claim.span)},
                        {"text", std::string(d_.slice(claim.span))},
                        {"commitment", name_of(claim.commitment)}});
    }
    return {
        {"id", s.id},
        {"source", id_of(s.source)},
        {"source_name", s.source ? Json(s_.sources.at(*s.source).name) : Json(nullptr)},
        {"mode", name_of(s.mode)},
        {"commitment", name_of(s.commitment)},
        {"content", spans_json(s.content)},
        {"source_span", s.source_span ? Json::array({span_json(*s.source_span)}) : Json(nullptr)},
        {"cue", s.cue.empty() ? Json(nullptr) : spans_json(s.cue)},
        {"rule", s.rule},
        {"confidence", rounded(s.confidence)},
        {"relayed_by", id_of(s.relayed_by)},
        {"alternative", id_of(s.alternative)},
        {"sentences", Json::array({s.first_sentence + 1, s.last_sentence + 1})},
        {"claims", claims}};
  }

  const Document& d_;
  const SourcedDocument& s_;
};

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string write_sources_line(const Document& document, const SourcedDocument& sourced) {
  return dump(SourcesJson(document, sourced).whole(), -1);
}

std::string write_sources_json(const Document& document, const SourcedDocument& sourced) {
  return dump(SourcesJson(document, sourced).whole(), 2);
}

}  // namespace parallax
