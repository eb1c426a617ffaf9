/// JSON `parallax.quotes/1` and its lines -> report.

#include "engine/report/saved_readers_json.hpp"

namespace parallax {
namespace {

constexpr QuoteLabel kLabels[] = {QuoteLabel::kVerbatim,      QuoteLabel::kTrimmed,
                                  QuoteLabel::kAltered,       QuoteLabel::kAlteredInSubstance,
                                  QuoteLabel::kMisattributed, QuoteLabel::kNotFound};

std::string text_or_empty(const SavedNode& node, const char* field) {
  const std::optional<SavedNode> value = node.find(field);
  return value ? value->text() : "";
}

TextPlace place_of(const SavedNode& node) {
  const std::vector<SavedNode> parts = node.list();
  if (parts.size() != 2) {
    node.fail("is not paragraph and sentence");
    return {};
  }
  return {parts[0].small(), parts[1].small()};
}

ArticleQuote quotation_of(const SavedNode& node, const QuoteReport& report) {
  ArticleQuote quotation;
  quotation.span = node.at("span").span(report.article.text);
  node.expect_words(report.article.text, quotation.span, node.at("text").text());
  quotation.source_name = text_or_empty(node, "source_name");
  return quotation;
}

QuoteChange change_of(const SavedNode& node, const std::string& article,
                      const std::string* official) {
  QuoteChange change;
  change.kind = node.at("kind").word({"number", "date", "name", "place", "negation", "modality",
                                      "strength", "stance", "direction", "role", "word", "form",
                                      "added", "omitted", "order", "bracket"});
  change.substance = node.at("substance").flag();
  change.article = node.at("article_span").span(article);
  node.expect_words(article, change.article, node.at("article").text());
  if (const std::optional<SavedNode> span = node.find("official_span")) {
    if (official == nullptr) {
      span->fail("there is no official text");
      return change;
    }
    change.official = span->span(*official);
    node.expect_words(*official, change.official, node.at("official").text());
  }
  change.reason = node.at("reason").text();
  return change;
}

/// Where the quotation was found; nothing to do where it was not.
void find_official(const SavedNode& node, const QuoteReport& report, CheckedQuote& quote) {
  const std::optional<SavedNode> index = node.find("official_index");
  if (!index) {
    return;
  }
  const std::size_t official = index->small();
  if (official >= report.officials.size()) {
    index->fail("there is no such official text");
    return;
  }
  const std::string& text = report.officials[official].text;
  quote.official = official;
  quote.official_span = node.at("official_span").span(text);
  node.expect_words(text, quote.official_span, node.at("official_text").text());
  quote.official_place = place_of(node.at("official_place"));
  quote.official_parts = node.at("official_parts").spans(text);
}

}  // namespace

QuoteReport quotes_head_from_json(const SavedNode& root) {
  QuoteReport report;
  report.tool = saved_tool(root);
  for (const SavedNode& node : root.at("officials").list()) {
    report.officials.push_back(saved_document(node));
  }
  if (report.officials.empty()) {
    root.at("officials").fail("there is no official text");
  }
  report.article = saved_document(root.at("article"));
  report.options = saved_options(root);
  report.inputs = saved_inputs(root);
  return report;
}

void add_quote_from_json(const SavedNode& node, QuoteReport& report) {
  CheckedQuote quote;
  quote.quotation = quotation_of(node, report);
  quote.article_place = place_of(node.at("place"));
  quote.label = node.at("label").one_of(kLabels);
  quote.similarity = node.at("similarity").score();
  find_official(node, report, quote);
  const std::string* official = quote.official ? &report.officials[*quote.official].text : nullptr;
  for (const SavedNode& change : node.at("changes").list()) {
    quote.changes.push_back(change_of(change, report.article.text, official));
  }
  for (const SavedNode& tier : node.at("normalised").list()) {
    quote.normalised.push_back(tier.word({"marks", "spaces", "case", "ellipsis", "brackets"}));
  }
  quote.quotation.attributed = node.at("attributed").flag();
  if (const std::optional<SavedNode> sure = node.find("source_confidence")) {
    quote.quotation.source_confidence = sure->score();
  }
  quote.official_source = text_or_empty(node, "official_source");
  quote.explanation = node.at("explanation").text();
  report.check.quotes.push_back(std::move(quote));
}

void add_skipped_from_json(const SavedNode& node, QuoteReport& report) {
  SkippedQuote quote;
  quote.quotation = quotation_of(node, report);
  quote.article_place = place_of(node.at("place"));
  quote.reason = node.at("reason").word({"short", "language"});
  report.check.skipped.push_back(std::move(quote));
}

QuoteReport quotes_from_json(const SavedNode& root) {
  QuoteReport report = quotes_head_from_json(root);
  for (const SavedNode& node : root.at("quotes").list()) {
    add_quote_from_json(node, report);
  }
  for (const SavedNode& node : root.at("skipped").list()) {
    add_skipped_from_json(node, report);
  }
  report.check.warnings = root.at("warnings").texts();
  return report;
}

}  // namespace parallax
