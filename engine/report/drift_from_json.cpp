/// JSON `parallax.drift/1` -> report.

#include <map>

#include "engine/index/search.hpp"
#include "engine/report/saved_readers_json.hpp"

namespace parallax {
namespace {

constexpr ChangeKind kKinds[] = {
    ChangeKind::kWithdrawal,    ChangeKind::kCorrection, ChangeKind::kFlip,    ChangeKind::kNumber,
    ChangeKind::kDate,          ChangeKind::kStrength,   ChangeKind::kName,    ChangeKind::kLabel,
    ChangeKind::kClarification, ChangeKind::kDropped,    ChangeKind::kResumed, ChangeKind::kNew};

std::string text_or_empty(const SavedNode& node, const char* field) {
  const std::optional<SavedNode> value = node.find(field);
  return value ? value->text() : "";
}

/// What a writer needs of a change of this kind.
bool complete(const DriftChange& c) {
  switch (c.kind) {
    case ChangeKind::kNumber:
    case ChangeKind::kDate:
    case ChangeKind::kFlip:
    case ChangeKind::kStrength:
    case ChangeKind::kLabel:
    case ChangeKind::kResumed:
      return c.before && c.after;
    case ChangeKind::kDropped:
      return c.before.has_value();
    case ChangeKind::kName:
      return c.origin ? c.after.has_value() : c.before || c.after;
    default:
      return c.after.has_value();
  }
}

class DriftReader {
 public:
  explicit DriftReader(const SavedNode& root) : root_(root) {}

  DriftReport read() {
    r_.tool = saved_tool(root_);
    r_.source = text_or_empty(root_, "source");
    for (const SavedNode& node : root_.at("statements").list()) {
      statement(node);
    }
    if (r_.statements.size() < 2) {
      root_.at("statements").fail("has fewer than two statements");
    }
    const std::vector<SavedNode> positions = root_.at("positions").list();
    for (const SavedNode& node : positions) {
      if (!ids_.emplace(node.at("id").text(), ids_.size()).second) {
        node.at("id").fail("the id stands twice");
      }
    }
    for (const SavedNode& node : positions) {
      position(node);
    }
    for (const SavedNode& node : root_.at("changes").list()) {
      change(node);
    }
    for (const SavedNode& node : root_.at("phrases").list()) {
      phrase(node);
    }
    r_.warnings = root_.at("warnings").texts();
    r_.options = saved_options(root_);
    r_.inputs = saved_inputs(root_);
    return std::move(r_);
  }

 private:
  void statement(const SavedNode& node) {
    DriftStatement s;
    s.document = saved_document(node);
    s.day = node.at("day").text();
    if (!is_iso_date(s.day)) {
      node.at("day").fail("is not a date such as 2026-09-13, 2026-09 or 2026");
    }
    s.document.date = s.day;
    const std::string from = node.at("day_from").word({"name", "head", "metadata"});
    s.document.date_from_name = from == "name";
    s.document.date_from_head = from == "head";
    s.claims = node.at("claims").small();
    s.formulaic = node.at("formulaic").spans(s.document.text);
    r_.statements.push_back(std::move(s));
  }

  [[nodiscard]] std::uint32_t statement_of(const SavedNode& node) const {
    const std::uint32_t index = node.small();
    if (index >= r_.statements.size()) {
      node.fail("there is no such statement");
      return 0;
    }
    return index;
  }

  [[nodiscard]] std::string_view text_of(std::uint32_t statement) const {
    return statement < r_.statements.size()
               ? std::string_view(r_.statements[statement].document.text)
               : std::string_view();
  }

  [[nodiscard]] std::size_t position_of(const SavedNode& node) const {
    const auto it = ids_.find(node.text());
    if (it == ids_.end()) {
      node.fail("names no position of this file");
      return 0;
    }
    return it->second;
  }

  [[nodiscard]] std::optional<std::size_t> optional_position(const SavedNode& node,
                                                             const char* field) const {
    const std::optional<SavedNode> id = node.find(field);
    return id ? std::optional<std::size_t>(position_of(*id)) : std::nullopt;
  }

  void position(const SavedNode& node) {
    DriftPosition p;
    p.id = node.at("id").id("P");
    p.split_from = optional_position(node, "split_from");
    p.merged_into = optional_position(node, "merged_into");
    for (const SavedNode& mention : node.at("mentions").list()) {
      PositionMention m;
      m.statement = statement_of(mention.at("statement"));
      if (!p.mentions.empty() && m.statement <= p.mentions.back().statement) {
        mention.at("statement").fail("does not come after the mention before");
      }
      m.span = mention.at("span").span(text_of(m.statement));
      mention.expect_words(text_of(m.statement), m.span, mention.at("text").text());
      m.paragraph = mention.at("paragraph").small();
      m.sentence = mention.at("sentence").small();
      m.reworded = mention.at("reworded").flag();
      p.mentions.push_back(m);
    }
    if (p.mentions.empty()) {
      node.at("mentions").fail("is empty");
    }
    r_.positions.push_back(std::move(p));
  }

  [[nodiscard]] std::optional<ChangeSide> side(const SavedNode& change, const char* field) const {
    const std::optional<SavedNode> node = change.find(field);
    if (!node) {
      return std::nullopt;
    }
    ChangeSide s;
    s.statement = statement_of(node->at("statement"));
    s.span = node->at("span").span(text_of(s.statement));
    s.text = node->at("text").text();
    node->expect_words(text_of(s.statement), s.span, s.text);
    s.value = node->at("value").value();
    return s;
  }

  void change(const SavedNode& node) {
    DriftChange c;
    c.id = node.at("id").id("C");
    c.kind = node.at("kind").one_of(kKinds);
    c.position = position_of(node.at("position"));
    c.origin = optional_position(node, "origin");
    c.before = side(node, "before");
    c.after = side(node, "after");
    if (!complete(c)) {
      node.fail("has not the sides that a change of this kind has");
      return;
    }
    if (c.statement() >= r_.statements.size() ||
        c.statement() != statement_of(node.at("statement"))) {
      node.at("statement").fail("is not the statement of its sides");
    }
    c.slot = text_or_empty(node, "slot");
    if (const std::optional<SavedNode> direction = node.find("direction")) {
      c.direction = direction->word({"up", "down", "stronger", "weaker", "other"});
    }
    c.rule = node.at("rule").text();
    c.confidence = node.at("confidence").score();
    c.explanation = node.at("explanation").text();
    r_.changes.push_back(std::move(c));
  }

  void phrase(const SavedNode& node) {
    PhraseLife life;
    life.words = node.at("words").small();
    for (const SavedNode& statement : node.at("statements").list()) {
      life.statements.push_back(statement_of(statement));
    }
    if (life.statements.empty()) {
      node.at("statements").fail("is empty");
      return;
    }
    const std::string_view text = text_of(life.statements.front());
    life.span = node.at("span").span(text);
    node.expect_words(text, life.span, node.at("text").text());
    life.formulaic = node.at("formulaic").flag();
    r_.phrases.push_back(std::move(life));
  }

  SavedNode root_;
  DriftReport r_;
  std::map<std::string, std::size_t> ids_;
};

}  // namespace

DriftReport drift_from_json(const SavedNode& root) {
  return DriftReader(root).read();
}

}  // namespace parallax
