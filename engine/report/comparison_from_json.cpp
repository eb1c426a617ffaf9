/// JSON `parallax.comparison/1` -> report.

#include <algorithm>
#include <set>
#include <unordered_map>

#include "engine/report/report_view.hpp"
#include "engine/report/sarif_rules.hpp"
#include "engine/report/saved_readers_json.hpp"
#include "engine/sources/statement.hpp"

namespace parallax {
namespace {

constexpr Relation kRelations[] = {Relation::kIdentical, Relation::kAgree, Relation::kRelated,
                                   Relation::kDiffer, Relation::kConflict};
constexpr Severity kSeverities[] = {Severity::kConflict, Severity::kDifference, Severity::kNote};
constexpr CellState kStates[] = {CellState::kSilent, CellState::kSaid, CellState::kValue,
                                 CellState::kConflict};
constexpr RowRelation kRowRelations[] = {RowRelation::kConflict, RowRelation::kDiffer,
                                         RowRelation::kNote, RowRelation::kAgree,
                                         RowRelation::kSingle};
constexpr Role kRoles[] = {Role::kMinistry,   Role::kMinister,     Role::kOmbudsperson,
                           Role::kAmbassador, Role::kSpokesperson, Role::kPresident,
                           Role::kGovernment, Role::kParliament,   Role::kMilitary,
                           Role::kPolice,     Role::kCourt,        Role::kParty,
                           Role::kIgo,        Role::kNgo,          Role::kMedia,
                           Role::kPerson,     Role::kUnknown};
constexpr Mode kModes[] = {Mode::kDirect, Mode::kIndirect, Mode::kMixed, Mode::kNarration};
constexpr Commitment kCommitments[] = {Commitment::kAsserted, Commitment::kReported,
                                       Commitment::kDenied, Commitment::kConditional};

std::string kind_of(const SavedNode& node, bool claims_allowed) {
  std::string kind = node.text();
  const std::vector<KindHelp>& kinds = kinds_with_help();
  const bool known = std::any_of(kinds.begin(), kinds.end(),
                                 [&](const KindHelp& help) { return help.kind == kind; });
  if (!known && !(claims_allowed && kind == "claim")) {
    node.fail_word(kind);
  }
  return kind;
}

std::string fingerprint_of(const SavedNode& node) {
  std::string text = node.text();
  if (text.size() != 16 || text.find_first_not_of("0123456789abcdef") != std::string::npos) {
    node.fail("is not a fingerprint of 16 lower-case hex digits");
  }
  return text;
}

/// Ids -> places in a list. Ids that stand twice are an error.
class Ids {
 public:
  void add(const SavedNode& node, const std::string& id) {
    if (!index_.emplace(id, index_.size()).second) {
      node.fail("the id stands twice");
    }
  }
  [[nodiscard]] bool has(const std::string& id) const { return index_.count(id) > 0; }
  [[nodiscard]] std::size_t of(const SavedNode& node) const {
    const auto it = index_.find(node.text());
    if (it == index_.end()) {
      node.fail("names what is not in this file");
      return 0;
    }
    return it->second;
  }

 private:
  std::unordered_map<std::string, std::size_t> index_;
};

class ComparisonReader {
 public:
  explicit ComparisonReader(const SavedNode& root) : root_(root) {}

  ComparisonReport read() {
    r_.tool = saved_tool(root_);
    for (const SavedNode& node : root_.at("sources").list()) {
      source(node);
    }
    for (const SavedNode& node : root_.at("documents").list()) {
      document(node);
    }
    if (!root_.failed()) {
      for (const SavedNode& node : root_.at("comparisons").list()) {
        comparison(node);
      }
      table();
    }
    r_.warnings = root_.at("warnings").texts();
    r_.options = saved_options(root_);
    r_.inputs = saved_inputs(root_);
    baseline();
    return std::move(r_);
  }

 private:
  void source(const SavedNode& node) {
    ReportSource s;
    s.id = node.at("id").id("SRC");
    source_ids_.add(node.at("id"), s.id);
    s.name = node.at("name").text();
    s.role = std::string(name_of(node.at("role").one_of(kRoles)));
    s.organisation = node.at("organisation").text();
    s.country = node.at("country").text();
    s.inferred = node.at("inferred").flag();
    s.narration = node.at("narration").flag();
    r_.sources.push_back(std::move(s));
  }

  void document(const SavedNode& node) {
    r_.documents.push_back(saved_document(node));
    document_ids_.emplace(r_.documents.back().id);
    for (const SavedNode& s : node.at("statements").list()) {
      statement(s);
    }
  }

  void statement(const SavedNode& node) {
    ReportStatement s;
    s.id = node.at("id").id("S");
    statement_ids_.add(node.at("id"), s.id);
    s.source = static_cast<SourceIndex>(source_ids_.of(node.at("source")));
    s.mode = std::string(name_of(node.at("mode").one_of(kModes)));
    s.spans = node.at("spans").spans(r_.documents.back().text);
    const auto index = static_cast<StatementIndex>(r_.statements.size());
    for (const SavedNode& c : node.at("claims").list()) {
      s.claims.push_back(static_cast<ClaimIndex>(r_.claims.size()));
      claim(c, index);
    }
    r_.documents.back().statements.push_back(index);
    r_.statements.push_back(std::move(s));
  }

  void claim(const SavedNode& node, StatementIndex statement) {
    const std::string& text = r_.documents.back().text;
    ReportClaim c;
    c.id = node.at("id").id("C");
    claim_ids_.add(node.at("id"), c.id);
    c.statement = statement;
    c.document = static_cast<DocumentIndex>(r_.documents.size() - 1);
    c.span = node.at("span").span(text);
    node.expect_words(text, c.span, node.at("text").text());
    c.sentence_span = node.at("sentence_span").span(text);
    c.paragraph = node.at("paragraph").small();
    c.sentence = node.at("sentence").small();
    c.commitment = std::string(name_of(node.at("commitment").one_of(kCommitments)));
    c.weight = node.at("weight").score();
    c.centrality = node.at("centrality").score();
    r_.claims.push_back(std::move(c));
  }

  [[nodiscard]] std::vector<ClaimIndex> claims(const SavedNode& node) const {
    std::vector<ClaimIndex> out;
    for (const SavedNode& id : node.list()) {
      out.push_back(static_cast<ClaimIndex>(claim_ids_.of(id)));
    }
    return out;
  }

  /// The id of a document or source.
  [[nodiscard]] std::string party(const SavedNode& node) const {
    std::string id = node.text();
    if (!source_ids_.has(id) && !document_ids_.contains(id)) {
      node.fail("names neither a document nor a source of this file");
    }
    return id;
  }

  void comparison(const SavedNode& node) {
    Comparison c;
    c.left = party(node.at("left"));
    c.right = party(node.at("right"));
    c.left_source = static_cast<SourceIndex>(source_ids_.of(node.at("left_source")));
    c.right_source = static_cast<SourceIndex>(source_ids_.of(node.at("right_source")));
    if (const std::optional<SavedNode> kinds = node.find("compared_kinds")) {
      for (const SavedNode& kind : kinds->list()) {
        c.compared_kinds.push_back(kind_of(kind, false));
      }
    }
    const SavedNode overlap = node.at("overlap");
    c.overlap = {overlap.at("similarity").score(), overlap.at("left_in_right").score(),
                 overlap.at("right_in_left").score(), overlap.at("verbatim").score()};
    for (const SavedNode& p : node.at("pairs").list()) {
      c.pairs.push_back(pair(p));
    }
    for (const SavedNode& d : node.at("divergences").list()) {
      c.divergences.push_back(divergence(d));
      if (c.divergences.back().pair >= c.pairs.size()) {
        d.at("pair").fail("there is no such pair");
      }
    }
    c.only_left = claims(node.at("only_left"));
    c.only_right = claims(node.at("only_right"));
    c.formulaic = claims(node.at("formulaic"));
    c.distinctive_left = distinctive(node.at("distinctive").at("left"));
    c.distinctive_right = distinctive(node.at("distinctive").at("right"));
    r_.comparisons.push_back(std::move(c));
  }

  [[nodiscard]] ReportPair pair(const SavedNode& node) const {
    ReportPair p;
    p.left = claims(node.at("left"));
    p.right = claims(node.at("right"));
    p.similarity = node.at("similarity").score();
    p.relation = node.at("relation").one_of(kRelations);
    p.matched_by = node.at("matched_by").word({"exact", "score", "group", "anchors"});
    p.moved = node.at("moved").flag();
    for (const SavedNode& term : node.at("why").list()) {
      const std::vector<SavedNode> parts = term.list();
      if (parts.size() != 2) {
        term.fail("is not a term with its share");
        break;
      }
      p.why.push_back({parts[0].text(), parts[1].score()});
    }
    return p;
  }

  [[nodiscard]] ReportDivergence divergence(const SavedNode& node) const {
    ReportDivergence d;
    d.id = node.at("id").id("D");
    d.fingerprint = fingerprint_of(node.at("fingerprint"));
    d.kind = kind_of(node.at("kind"), false);
    d.severity = node.at("severity").one_of(kSeverities);
    d.confidence = node.at("confidence").score();
    d.importance = node.at("importance").score();
    d.rule = node.at("rule").text();
    d.slot = node.at("slot").text();
    d.left = evidence(node.at("left"));
    d.right = evidence(node.at("right"));
    d.comparable_because = node.at("comparable_because").text();
    d.explanation = node.at("explanation").text();
    d.pair = node.at("pair").small();
    d.accepted = node.at("accepted").flag();
    if (const std::optional<SavedNode> note = node.find("note")) {
      d.note = note->text();
    }
    return d;
  }

  [[nodiscard]] Evidence evidence(const SavedNode& node) const {
    Evidence e;
    const std::size_t claim = claim_ids_.of(node.at("claim"));
    if (claim >= r_.claims.size()) {
      return e;  // told already
    }
    e.claim = static_cast<ClaimIndex>(claim);
    const std::string& text = document_of(r_, e.claim).text;
    e.span = node.at("span").span(text);
    e.text = node.at("text").text();
    node.expect_words(text, e.span, e.text);
    e.value = node.at("value").value();
    for (const SavedNode& term : node.at("key_terms").list()) {
      const ByteSpan span = term.at("span").span(text);
      term.expect_words(text, span, term.at("text").text());
      e.key_terms.push_back(span);
    }
    return e;
  }

  [[nodiscard]] static std::vector<ReportDistinctive> distinctive(const SavedNode& node) {
    std::vector<ReportDistinctive> out;
    for (const SavedNode& word : node.list()) {
      out.push_back({word.at("term").text(), word.at("left").small(), word.at("right").small(),
                     word.at("z").real()});
    }
    return out;
  }

  void table() {
    const std::optional<SavedNode> node = root_.find("claim_table");
    if (!node) {
      return;
    }
    ClaimTable table;
    for (const SavedNode& column : node->at("columns").list()) {
      table.columns.push_back(static_cast<SourceIndex>(source_ids_.of(column)));
    }
    for (const SavedNode& r : node->at("rows").list()) {
      TableRow row;
      row.title = r.at("title").text();
      row.kind = kind_of(r.at("kind"), true);
      row.relation = r.at("relation").one_of(kRowRelations);
      row.weight = r.at("weight").score();
      for (const SavedNode& c : r.at("cells").list()) {
        row.cells.push_back(cell(c));
      }
      if (row.cells.size() != table.columns.size()) {
        r.at("cells").fail("has not one cell a column");
      }
      table.rows.push_back(std::move(row));
    }
    r_.table = std::move(table);
  }

  [[nodiscard]] TableCell cell(const SavedNode& node) const {
    TableCell c;
    c.source = static_cast<SourceIndex>(source_ids_.of(node.at("source")));
    c.state = node.at("state").one_of(kStates);
    c.text = node.at("text").text();
    c.note = node.at("note").text();
    c.claims = claims(node.at("claims"));
    const std::vector<SavedNode> spans = node.at("spans").list();
    if (spans.size() != c.claims.size()) {
      node.at("spans").fail("has not one span a claim");
      return c;
    }
    for (std::size_t i = 0; i < spans.size() && !root_.failed(); ++i) {
      const ReportClaim& claim = r_.claim(c.claims[i]);
      c.spans.push_back(spans[i].span(document_of(r_, c.claims[i]).text));
      if (!claim.span.contains(c.spans.back())) {
        spans[i].fail("does not lie in its claim");
      }
    }
    return c;
  }

  void baseline() {
    const std::optional<SavedNode> node = root_.find("baseline");
    if (!node) {
      return;
    }
    BaselineUse use;
    use.path = node->at("path").text();
    use.entries = node->at("entries").small();
    for (const SavedNode& e : node->at("stale").list()) {
      use.stale.push_back({fingerprint_of(e.at("fingerprint")), kind_of(e.at("kind"), false),
                           e.at("left").text(), e.at("right").text(), e.at("note").text()});
    }
    r_.baseline = std::move(use);
  }

  SavedNode root_;
  ComparisonReport r_;
  Ids source_ids_, statement_ids_, claim_ids_;
  std::set<std::string> document_ids_;
};

}  // namespace

ComparisonReport comparison_from_json(const SavedNode& root) {
  return ComparisonReader(root).read();
}

}  // namespace parallax
