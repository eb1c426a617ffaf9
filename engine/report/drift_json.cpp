/// JSON `parallax.drift/1` (drift.schema.json).

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/report/code_points.hpp"
#include "engine/report/drift_writers.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/rounding.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::optional<std::string>& text) {
  return text && !text->empty() ? Json(*text) : Json(nullptr);
}

Json value_json(const Value& value) {
  Json out = Json::object();
  for (const auto& [name, field] : value) {
    std::visit([&, &key = name](const auto& v) { out[key] = v; }, field);
  }
  return out;
}

class DriftJson {
 public:
  explicit DriftJson(const DriftReport& report) : r_(report) {
    for (const DriftStatement& s : report.statements) {
      offsets_.emplace_back(s.document.text);
    }
  }

  [[nodiscard]] Json document() const {
    Json out = {{"schema", "parallax.drift/1"},
                {"tool",
                 {{"version", r_.tool.version},
                  {"icu", r_.tool.icu},
                  {"unicode", r_.tool.unicode},
                  {"model", r_.tool.model},
                  {"lexicons", r_.tool.lexicons}}},
                {"source", text_or_null(r_.source)}};
    out["statements"] = statements();
    out["positions"] = positions();
    out["changes"] = changes();
    out["phrases"] = phrases();
    Json counts = Json::object();
    for (const DriftChange& c : r_.changes) {
      const std::string kind(name_of(c.kind));
      counts[kind] = counts.value(kind, std::size_t{0}) + 1;
    }
    out["counts"] = counts;
    out["warnings"] = r_.warnings;
    if (!r_.inputs.empty()) {
      out["inputs"] = r_.inputs;
    }
    for (const auto& [name, value] : r_.options) {
      out["options"].push_back({name, value});
    }
    return out;
  }

 private:
  [[nodiscard]] static Json span(ByteSpan s) { return Json::array({s.begin, s.end}); }
  [[nodiscard]] Json chars(std::uint32_t statement, ByteSpan s) const {
    return Json::array({offsets_[statement].at(s.begin), offsets_[statement].at(s.end)});
  }
  [[nodiscard]] std::string words(std::uint32_t statement, ByteSpan s) const {
    return std::string(slice(r_.statements[statement].document, s));
  }

  [[nodiscard]] Json statements() const {
    Json out = Json::array();
    for (const DriftStatement& s : r_.statements) {
      const ReportDocument& d = s.document;
      Json formulaic = Json::array();
      for (const ByteSpan f : s.formulaic) {
        formulaic.push_back(span(f));
      }
      out.push_back({{"id", d.id},
                     {"path", d.path},
                     {"sha256", d.sha256},
                     {"language", d.language},
                     {"title", text_or_null(d.title)},
                     {"day", s.day},
                     {"day_from", d.date_from_name   ? "name"
                                  : d.date_from_head ? "head"
                                                     : "metadata"},
                     {"claims", s.claims},
                     {"formulaic", formulaic},
                     {"source", d.source ? Json(*d.source) : Json(nullptr)},
                     {"source_from",
                      d.source ? Json(d.source_from_head ? "head" : "metadata") : Json(nullptr)},
                     {"encoding", d.encoding},
                     {"encoding_confidence", rounded(d.encoding_confidence)},
                     {"body_begin", d.body_begin},
                     {"text", d.text}});
    }
    return out;
  }

  [[nodiscard]] Json id_or_null(const std::optional<std::size_t>& position) const {
    return position ? Json(r_.positions[*position].id) : Json(nullptr);
  }

  [[nodiscard]] Json positions() const {
    Json out = Json::array();
    for (const DriftPosition& p : r_.positions) {
      Json mentions = Json::array();
      for (const PositionMention& m : p.mentions) {
        mentions.push_back({{"statement", m.statement},
                            {"span", span(m.span)},
                            {"chars", chars(m.statement, m.span)},
                            {"text", words(m.statement, m.span)},
                            {"paragraph", m.paragraph},
                            {"sentence", m.sentence},
                            {"reworded", m.reworded}});
      }
      out.push_back({{"id", p.id},
                     {"first", r_.statements[p.mentions.front().statement].day},
                     {"last", r_.statements[p.mentions.back().statement].day},
                     {"split_from", id_or_null(p.split_from)},
                     {"merged_into", id_or_null(p.merged_into)},
                     {"mentions", mentions}});
    }
    return out;
  }

  [[nodiscard]] Json side(const std::optional<ChangeSide>& s) const {
    if (!s) {
      return nullptr;
    }
    return {{"statement", s->statement}, {"day", r_.statements[s->statement].day},
            {"span", span(s->span)},     {"chars", chars(s->statement, s->span)},
            {"text", s->text},           {"value", value_json(s->value)}};
  }

  [[nodiscard]] Json changes() const {
    Json out = Json::array();
    for (const DriftChange& c : r_.changes) {
      out.push_back({{"id", c.id},
                     {"kind", std::string(name_of(c.kind))},
                     {"statement", c.statement()},
                     {"day", r_.statements[c.statement()].day},
                     {"position", r_.positions[c.position].id},
                     {"origin", id_or_null(c.origin)},
                     {"before", side(c.before)},
                     {"after", side(c.after)},
                     {"slot", text_or_null(c.slot)},
                     {"direction", text_or_null(c.direction)},
                     {"rule", c.rule},
                     {"confidence", rounded(c.confidence)},
                     {"explanation", c.explanation}});
    }
    return out;
  }

  [[nodiscard]] Json phrases() const {
    Json out = Json::array();
    for (const PhraseLife& life : r_.phrases) {
      const std::uint32_t first = life.statements.front();
      out.push_back({{"text", words(first, life.span)},
                     {"words", life.words},
                     {"first", r_.statements[first].day},
                     {"last", r_.statements[life.statements.back()].day},
                     {"statements", life.statements},
                     {"span", span(life.span)},
                     {"chars", chars(first, life.span)},
                     {"formulaic", life.formulaic}});
    }
    return out;
  }

  const DriftReport& r_;
  std::vector<CodePointOffsets> offsets_;
};

}  // namespace

std::string write_drift_json(const DriftReport& report) {
  check_drift_spans(report);
  return DriftJson(report).document().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace parallax
