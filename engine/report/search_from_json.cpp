/// JSON `parallax.search/1` -> queries with what was found.

#include "engine/report/saved_readers_json.hpp"

namespace parallax {
namespace {

HitTerm term_of(const SavedNode& node, const std::string& text) {
  return {node.at("term").text(), node.at("share").score(), node.at("spans").spans(text)};
}

SearchHit hit_of(const SavedNode& node, const SearchRun& run) {
  SearchHit hit;
  hit.score = node.at("score").score();
  hit.paragraph = node.at("paragraph").small();
  const std::uint32_t number = node.at("number").small();
  if (number == 0 || number > hit.paragraph + std::uint64_t{1}) {
    node.at("number").fail("is not the number of a paragraph in its document");
  }
  if (hit.paragraph >= run.paragraphs) {
    node.at("paragraph").fail("is no paragraph of the index");
  }
  const SavedNode document = node.at("document");
  hit.document.id = document.at("id").text();
  hit.document.path = document.at("path").text();
  hit.document.language = document.at("language").text();
  hit.document.title = document.at("title").optional_text();
  hit.document.date = document.at("date").optional_text();
  hit.document.source = document.at("source").optional_text();
  hit.document.first_paragraph = node.failed() ? 0 : hit.paragraph + 1 - number;
  hit.text = node.at("text").text();
  const std::vector<SavedNode> ends = node.at("span").list();
  if (ends.size() == 2) {
    hit.span = {ends[0].small(), ends[1].small()};
  }
  if (ends.size() != 2 || hit.span.begin > hit.span.end || hit.span.size() != hit.text.size()) {
    node.at("span").fail("is not as long as the text");
  }
  for (const SavedNode& term : node.at("terms").list()) {
    hit.terms.push_back(term_of(term, hit.text));
  }
  return hit;
}

AnsweredQuery query_of(const SavedNode& node, const SearchRun& run) {
  AnsweredQuery query;
  query.text = node.at("text").text();
  if (const std::optional<SavedNode> path = node.find("path")) {
    query.path = path->text();
    const std::vector<SavedNode> ends = node.at("span").list();
    if (ends.size() == 2) {
      query.span = {ends[0].small(), ends[1].small()};
    }
    if (ends.size() != 2 || query.span.begin > query.span.end ||
        query.span.size() != query.text.size()) {
      node.at("span").fail("is not as long as the text");
    }
  }
  query.result.unknown = node.at("unknown_terms").texts();
  query.result.unknown_words = query.result.unknown;
  if (const std::optional<SavedNode> words = node.find("unknown_words")) {
    query.result.unknown_words = words->texts();
  }
  for (const SavedNode& hit : node.at("hits").list()) {
    query.result.hits.push_back(hit_of(hit, run));
  }
  return query;
}

}  // namespace

SavedSearch search_from_json(const SavedNode& root) {
  SavedSearch search;
  search.run.tool = saved_tool(root);
  search.run.options = saved_options(root);
  if (const std::optional<SavedNode> input = root.find("input")) {
    search.run.input = input->text();
  }
  const SavedNode index = root.at("index");
  search.run.index = index.at("path").text();
  search.run.documents = index.at("documents").small();
  search.run.paragraphs = index.at("paragraphs").small();
  for (const SavedNode& node : root.at("queries").list()) {
    search.queries.push_back(query_of(node, search.run));
  }
  return search;
}

}  // namespace parallax
