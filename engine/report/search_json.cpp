/// JSON `parallax.search/1` (search.schema.json).

#include <nlohmann/json.hpp>

#include "engine/report/rounding.hpp"
#include "engine/report/search_writers.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json term_json(const HitTerm& term, const std::string& text) {
  Json spans = Json::array();
  for (const ByteSpan span : term.spans) {
    spans.push_back(Json::array({span.begin, span.end}));
  }
  return {{"term", term.term},
          {"words", words_at(text, term.spans)},
          {"share", rounded(term.share)},
          {"spans", spans}};
}

Json hit_json(const SearchHit& hit, std::size_t rank) {
  Json terms = Json::array();
  for (const HitTerm& term : hit.terms) {
    terms.push_back(term_json(term, hit.text));
  }
  return {{"rank", rank},
          {"score", rounded(hit.score)},
          {"paragraph", hit.paragraph},
          {"document",
           {{"id", hit.document.id},
            {"path", hit.document.path},
            {"language", hit.document.language},
            {"title", text_or_null(hit.document.title)},
            {"date", text_or_null(hit.document.date)},
            {"source", text_or_null(hit.document.source)}}},
          {"number", hit.paragraph - hit.document.first_paragraph + 1},
          {"span", Json::array({hit.span.begin, hit.span.end})},
          {"text", hit.text},
          {"terms", terms}};
}

Json query_json(const AnsweredQuery& query) {
  Json hits = Json::array();
  for (const SearchHit& hit : query.result.hits) {
    hits.push_back(hit_json(hit, hits.size() + 1));
  }
  return {{"path", query.path.empty() ? Json(nullptr) : Json(query.path)},
          {"span",
           query.path.empty() ? Json(nullptr) : Json::array({query.span.begin, query.span.end})},
          {"text", query.text},
          {"unknown_terms", query.result.unknown},
          {"unknown_words", query.result.unknown_words},
          {"hits", hits}};
}

Json frame(const SearchRun& run) {
  Json out;
  out["schema"] = "parallax.search/1";
  out["tool"] = {
      {"version", run.tool.version}, {"icu", run.tool.icu}, {"unicode", run.tool.unicode}};
  out["index"] = {
      {"path", run.index}, {"documents", run.documents}, {"paragraphs", run.paragraphs}};
  if (!run.input.empty()) {
    out["input"] = run.input;
  }
  for (const auto& [name, value] : run.options) {
    out["options"].push_back({name, value});
  }
  out["queries"] = Json::array();
  return out;
}

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string write_search_json(const SearchRun& run, const std::vector<AnsweredQuery>& queries) {
  Json out = frame(run);
  for (const AnsweredQuery& query : queries) {
    out["queries"].push_back(query_json(query));
  }
  return dump(out, 2);
}

std::string write_search_line(const SearchRun& run, const AnsweredQuery& query) {
  Json out = frame(run);
  out["queries"].push_back(query_json(query));
  return dump(out, -1);
}

}  // namespace parallax
