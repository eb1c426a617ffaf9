/// JSON `parallax.sources/1` -> a document with its statements.

#include <map>

#include "engine/report/saved_readers_json.hpp"

namespace parallax {
namespace {

constexpr Mode kModes[] = {Mode::kDirect, Mode::kIndirect, Mode::kMixed, Mode::kNarration};
constexpr Commitment kCommitments[] = {Commitment::kAsserted, Commitment::kReported,
                                       Commitment::kDenied, Commitment::kConditional};
constexpr Role kRoles[] = {Role::kMinistry,   Role::kMinister,     Role::kOmbudsperson,
                           Role::kAmbassador, Role::kSpokesperson, Role::kPresident,
                           Role::kGovernment, Role::kParliament,   Role::kMilitary,
                           Role::kPolice,     Role::kCourt,        Role::kParty,
                           Role::kIgo,        Role::kNgo,          Role::kMedia,
                           Role::kPerson,     Role::kUnknown};
constexpr Gender kGenders[] = {Gender::kUnknown, Gender::kMale, Gender::kFemale};
constexpr Resolution kResolutions[] = {
    Resolution::kNamed,   Resolution::kSurname,  Resolution::kDefinite, Resolution::kPronoun,
    Resolution::kAcronym, Resolution::kMetonym,  Resolution::kDocument, Resolution::kInherited,
    Resolution::kIssuer,  Resolution::kNarration};

class SourcesReader {
 public:
  explicit SourcesReader(const SavedNode& root) : root_(root) {}

  SavedSources read() {
    r_.run.tool = saved_tool(root_);
    if (const std::optional<SavedNode> input = root_.find("input")) {
      r_.run.input = input->text();
    }
    r_.run.options = saved_options(root_);
    record();
    for (const SavedNode& node : root_.at("sentences").list()) {
      sentence(node);
    }
    for (const SavedNode& node : root_.at("sources").list()) {
      source(node);
    }
    for (const SavedNode& node : root_.at("statements").list()) {
      statement(node);
    }
    r_.sourced.warnings = root_.at("warnings").texts();
    return std::move(r_);
  }

 private:
  void record() {
    Record& record = r_.document.record;
    record.id = root_.at("id").text();
    record.path = root_.at("path").text();
    record.sha256 = saved_sha256(root_.at("sha256"));
    record.text = root_.at("text").text();
    record.encoding = root_.at("encoding").text();
    record.encoding_confidence = root_.at("encoding_confidence").score();
    record.title = root_.at("title").optional_text();
    record.date = root_.at("date").optional_text();
    record.source = root_.at("publisher").optional_text();
    r_.document.language = saved_language(root_.at("language"));
    record.language = r_.document.language;
    record.body_begin = root_.at("body_begin").small();
    if (record.body_begin > record.text.size()) {
      root_.at("body_begin").fail("does not lie in the text");
    }
  }

  void sentence(const SavedNode& node) {
    const std::vector<SavedNode> parts = node.list();
    if (parts.size() != 4) {
      node.fail("is not begin, end, paragraph and number of a sentence");
      return;
    }
    Sentence s;
    s.span = {parts[0].small(), parts[1].small()};
    const std::uint32_t paragraph = parts[2].small();
    s.number = parts[3].small();
    if (s.span.begin >= s.span.end || s.span.end > r_.document.record.text.size()) {
      node.fail("does not lie in the text");
    }
    if (paragraph == 0 || s.number == 0) {
      node.fail("paragraphs and sentences are counted from 1");
    }
    if (!r_.document.sentences.empty() && s.span.begin < r_.document.sentences.back().span.end) {
      node.fail("overlaps the sentence before");
    }
    s.paragraph = paragraph - 1;
    r_.document.sentences.push_back(s);
  }

  void source(const SavedNode& node) {
    Source s;
    s.id = node.at("id").id("SRC");
    if (!ids_.emplace(s.id, r_.sourced.sources.size()).second) {
      node.at("id").fail("the id stands twice");
    }
    s.name = node.at("name").text();
    s.role = node.at("role").one_of(kRoles);
    s.organisation = node.at("organisation").text();
    s.country = node.at("country").text();
    s.country_inferred = node.at("country_inferred").flag();
    s.gender = node.at("gender").one_of(kGenders);
    s.person = node.at("person").flag();
    for (const SavedNode& m : node.at("mentions").list()) {
      Mention mention;
      mention.span = m.at("span").span(text());
      m.expect_words(text(), mention.span, m.at("text").text());
      mention.how = m.at("how").one_of(kResolutions);
      mention.confidence = m.at("confidence").score();
      s.mentions.push_back(mention);
    }
    r_.sourced.sources.push_back(std::move(s));
  }

  [[nodiscard]] const std::string& text() const { return r_.document.record.text; }

  [[nodiscard]] std::optional<std::size_t> source_of(const SavedNode& node,
                                                     const char* field) const {
    const std::optional<SavedNode> id = node.find(field);
    if (!id) {
      return std::nullopt;
    }
    const auto it = ids_.find(id->text());
    if (it == ids_.end()) {
      id->fail("names no source of this document");
      return std::nullopt;
    }
    return it->second;
  }

  void statement(const SavedNode& node) {
    Statement s;
    s.id = node.at("id").id("S");
    s.source = source_of(node, "source");
    s.mode = node.at("mode").one_of(kModes);
    s.commitment = node.at("commitment").one_of(kCommitments);
    s.content = node.at("content").spans(text());
    s.passage = node.at("passage").spans(text());
    for (const SavedNode& e : node.at("embedded").list()) {
      s.embedded.push_back({e.at("span").span(text()), e.at("commitment").one_of(kCommitments)});
    }
    if (const std::optional<SavedNode> mention = node.find("source_span")) {
      const std::vector<ByteSpan> spans = mention->spans(text());
      if (spans.size() == 1) {
        s.source_span = spans.front();
      } else {
        mention->fail("is not one span");
      }
    }
    if (const std::optional<SavedNode> cue = node.find("cue")) {
      s.cue = cue->spans(text());
    }
    s.rule = node.at("rule").text();
    s.confidence = node.at("confidence").score();
    s.relayed_by = source_of(node, "relayed_by");
    s.alternative = source_of(node, "alternative");
    sentences(node.at("sentences"), s);
    if (!root_.failed()) {
      check_claims(node.at("claims"), s);
    }
    r_.sourced.statements.push_back(std::move(s));
  }

  void sentences(const SavedNode& node, Statement& s) const {
    const std::vector<SavedNode> ends = node.list();
    if (ends.size() != 2) {
      node.fail("is not the first and the last sentence");
      return;
    }
    const std::uint32_t first = ends[0].small();
    const std::uint32_t last = ends[1].small();
    if (first == 0 || first > last || last > r_.document.sentences.size()) {
      node.fail("there are no such sentences");
      return;
    }
    s.first_sentence = first - 1;
    s.last_sentence = last - 1;
  }

  /// Claims follow from passage and sentences; the file must say the same.
  void check_claims(const SavedNode& node, const Statement& s) const {
    const std::vector<SavedNode> saved = node.list();
    const std::vector<StatementClaim> claims = claims_of(r_.document, s);
    if (saved.size() != claims.size()) {
      node.fail("are not the claims of passage and sentences");
      return;
    }
    for (std::size_t i = 0; i < claims.size() && !root_.failed(); ++i) {
      const ByteSpan span = saved[i].at("span").span(text());
      saved[i].expect_words(text(), span, saved[i].at("text").text());
      if (span != claims[i].span ||
          saved[i].at("commitment").one_of(kCommitments) != claims[i].commitment) {
        saved[i].fail("is not the claim of passage and sentence");
      }
    }
  }

  SavedNode root_;
  SavedSources r_;
  std::map<std::string, std::size_t> ids_;
};

}  // namespace

SavedSources sources_from_json(const SavedNode& root) {
  return SourcesReader(root).read();
}

}  // namespace parallax
