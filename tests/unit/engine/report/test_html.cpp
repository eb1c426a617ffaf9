#include <algorithm>
#include <cstdlib>
#include <string>

#include "engine/report/html_page.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/writers.hpp"
#include "models/base/atomic_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"
#include "tests/support/markup.hpp"

namespace parallax {
namespace {

using test::compared;
using test::compared_all;
using test::Markup;
using test::read_markup;
using test::record_of;

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin) + begin.size();
  return text.substr(at, text.find(end, at) - at);
}

/// A report made by hand, so that no rule of the engine changes it: a finding, a pair, a claim on
/// each side alone.
class Handmade {
 public:
  Handmade() {
    report_.tool = {"1.2.3", "72.1", "15.0", "model", "builtin"};
    report_.options = {{"--lang", "en"}, {"--no-narration", ""}};
    report_.warnings = {"a \"warning\" & more"};
  }

  std::size_t document(const std::string& id, const std::string& name, const std::string& text) {
    ReportDocument d;
    d.id = id;
    d.path = "in/" + id + ".txt";
    d.sha256 = std::string(64, 'a');
    d.text = text;
    d.language = "en";
    d.encoding = "UTF-8";
    const auto index = static_cast<std::uint32_t>(report_.documents.size());
    d.statements = {static_cast<StatementIndex>(index)};
    ReportSource source;
    source.id = "SRC" + std::to_string(index + 1);
    source.name = name;
    report_.sources.push_back(source);
    ReportStatement statement;
    statement.id = "S" + std::to_string(index + 1);
    statement.source = static_cast<SourceIndex>(index);
    report_.statements.push_back(statement);
    report_.documents.push_back(d);
    return index;
  }

  ClaimIndex claim(std::size_t document, const std::string& words, std::uint32_t paragraph,
                   std::uint32_t sentence) {
    ReportClaim c;
    const auto index = static_cast<ClaimIndex>(report_.claims.size());
    c.id = "C" + std::to_string(report_.claims.size() + 1);
    c.document = static_cast<DocumentIndex>(document);
    c.statement = static_cast<StatementIndex>(document);
    c.span = c.sentence_span = span(document, words);
    c.paragraph = paragraph;
    c.sentence = sentence;
    report_.claims.push_back(c);
    report_.statements[document].claims.push_back(index);
    return index;
  }

  Evidence evidence(ClaimIndex claim, const std::string& words) {
    Evidence e;
    e.claim = claim;
    e.text = words;
    e.span = span(static_cast<std::size_t>(report_.claim(claim).document), words);
    return e;
  }

  Comparison& comparison(std::size_t left, std::size_t right) {
    Comparison c;
    c.left = report_.documents[left].id;
    c.right = report_.documents[right].id;
    c.left_source = static_cast<SourceIndex>(left);
    c.right_source = static_cast<SourceIndex>(right);
    c.overlap = {0.5, 0.25, 0.75, 0.125};
    report_.comparisons.push_back(c);
    return report_.comparisons.back();
  }

  ComparisonReport& report() { return report_; }

 private:
  ByteSpan span(std::size_t document, const std::string& words) const {
    const auto at = static_cast<std::uint32_t>(report_.documents[document].text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  ComparisonReport report_;
};

ReportDivergence divergence(const std::string& id, Evidence left, Evidence right) {
  ReportDivergence d;
  d.id = id;
  d.fingerprint = "0123456789abcdef";
  d.kind = "number";
  d.severity = Severity::kConflict;
  d.confidence = 0.9;
  d.importance = 0.5;
  d.rule = "number.disjoint";
  d.slot = "boats lost";
  d.left = std::move(left);
  d.right = std::move(right);
  d.left.value = {{"min", 3.0}, {"max", 3.0}, {"unit", std::string("boat")}};
  d.right.value = {{"min", 5.0}, {"max", 5.0}, {"unit", std::string("boat")}};
  d.comparable_because = "both speak of boats, storm";
  d.explanation = "The left side says 3, the right side 5";
  return d;
}

ComparisonReport pair_by_hand() {
  Handmade made;
  made.document(
      "a", "Harbour Office",
      "Title: Storm\n\nThe storm took 3 boats. We mourn <no> one.\n\nAid\nis on its way.");
  made.document("b", "Union & Sons", "In the storm 5 boats were lost.\n\nNobody helped.");
  const ClaimIndex lost = made.claim(0, "The storm took 3 boats.", 1, 1);
  const ClaimIndex mourn = made.claim(0, "We mourn <no> one.", 1, 2);
  const ClaimIndex aid = made.claim(0, "Aid\nis on its way.", 2, 1);
  const ClaimIndex five = made.claim(1, "In the storm 5 boats were lost.", 1, 1);
  const ClaimIndex nobody = made.claim(1, "Nobody helped.", 2, 1);
  Comparison& c = made.comparison(0, 1);
  c.pairs = {{{lost}, {five}, 0.6, Relation::kConflict, "score", false, {{"storm", 0.75}}},
             {{aid}, {nobody}, 0.3, Relation::kRelated, "score", true, {}}};
  c.only_left = {mourn};
  c.distinctive_left = {{"mourn", 1, 0, 1.5}};
  c.divergences = {divergence("D1", made.evidence(lost, "3"), made.evidence(five, "5"))};
  return made.report();
}

ComparisonReport table_by_hand() {
  Handmade made;
  for (const char* id : {"a", "b", "c"}) {
    made.document(id, std::string("Office ") + id, std::string("We of ") + id + " lost 4 boats.");
  }
  ClaimTable table;
  TableRow row;
  row.title = "boats <lost>";
  row.kind = "number";
  row.relation = RowRelation::kConflict;
  for (std::uint32_t k = 0; k < 3; ++k) {
    const ClaimIndex claim =
        made.claim(k, std::string("We of ") + "abc"[k] + " lost 4 boats.", 1, 1);
    table.columns.push_back(static_cast<SourceIndex>(k));
    TableCell cell;
    cell.source = static_cast<SourceIndex>(k);
    cell.state = k == 0 ? CellState::kConflict : k == 1 ? CellState::kValue : CellState::kSilent;
    cell.text = k == 2 ? "" : "4";
    cell.note = k == 1 ? "other boats" : "";
    if (k != 2) {
      cell.claims = {claim};
      cell.spans = {made.evidence(claim, "4").span};
    }
    row.cells.push_back(cell);
  }
  table.rows = {row};
  made.report().table = table;
  made.comparison(0, 1);
  made.comparison(0, 2);
  made.comparison(1, 2);
  return made.report();
}

/// What stands between <main> and </main>, against the file of that name.
void check_golden(const std::string& name, const std::string& html) {
  const std::string path = PARALLAX_SOURCE_DIR "/tests/golden_html/" + name;
  const std::string actual = between(html, "<main id=\"main\" tabindex=\"-1\">\n", "</main>");
  if (std::getenv("PARALLAX_UPDATE_GOLDEN") != nullptr) {
    REQUIRE(write_file_atomically(path, actual).has_value());
  }
  CHECK(actual == read_file(path, std::size_t{1} << 20U).value());
}

void check_sound(const std::string& html, const ComparisonReport& report) {
  const Markup markup = read_markup(html);
  CHECK(markup.trouble.empty());
  INFO(markup.trouble);
  for (const auto& [id, count] : markup.ids) {
    INFO(id);
    CHECK(count == 1);
  }
  for (const std::string& link : markup.links) {
    INFO(link);
    CHECK((link.starts_with("#") && markup.ids.contains(link.substr(1))));
  }
  for (std::size_t k = 0; k < report.claims.size(); ++k) {
    CHECK(markup.ids.contains("c" + std::to_string(k + 1)));
  }
  CHECK(markup.elements.at("script") == 1);
  CHECK(markup.elements.at("style") == 1);
  CHECK_FALSE(markup.attributes.contains("style"));
  CHECK_FALSE(markup.attributes.contains("src"));
}

}  // namespace

TEST_CASE("text never becomes markup") {
  CHECK(html_escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(html_escaped("&lt;") == "&amp;lt;");
  CHECK(html_escaped("") == "");
  CHECK(html_escaped("a\nb\tc") == "a b c");
  CHECK(html_escaped("\x1b[31m") == "\xe2\x90\x9b[31m");
  CHECK(html_escaped(std::string_view("\0", 1)) == "\xe2\x90\x80");
  // U+202E, U+2067 and U+0085
  CHECK(html_escaped("\xe2\x80\xae\xe2\x81\xa7\xc2\x85") == "\xef\xbf\xbd\xef\xbf\xbd ");
  CHECK(html_escaped("\xff") == "\xef\xbf\xbd");
  CHECK(html_escaped("\xd8\xa7\xd9\x84") == "\xd8\xa7\xd9\x84");
}

TEST_CASE("marks keep all of the text") {
  CHECK(html_marked("a<b>c", {{1, 2}, {3, 5}}) == "a<mark>&lt;</mark>b<mark>&gt;c</mark>");
  CHECK(html_marked("abc", {{1, 1}}) == "abc");
  CHECK(html_marked("abc", {}) == "abc");
  CHECK(html_isolated("x<", "ar") == "<bdi lang=\"ar\">x&lt;</bdi>");
}

TEST_CASE("a language that is none becomes und") {
  CHECK(html_language("hy") == " lang=\"hy\" dir=\"auto\"");
  CHECK(html_language("") == " lang=\"und\" dir=\"auto\"");
  CHECK(html_language("\"><script>") == " lang=\"und\" dir=\"auto\"");
}

TEST_CASE("hashes are those of the standard") {
  // CSP Level 3, section 8.4, and the SHA-256 of nothing.
  CHECK(csp_hash("alert('Hello, world.');") ==
        "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
  CHECK(csp_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

TEST_CASE("the policy allows the style and the script that stand there, and nothing else") {
  const std::string html =
      html_document({"Title <1>", {{"x", "X & Y"}}, "", "<p id=\"x\">x</p>", ""});
  const std::string policy = between(html, "Content-Security-Policy\" content=\"", "\"");
  CHECK(policy == "default-src 'none'; style-src " +
                      csp_hash(between(html, "<style>", "</style>")) + "; script-src " +
                      csp_hash(between(html, "<script>", "</script>")) +
                      "; img-src data:; base-uri 'none'; form-action 'none'");
  CHECK(html.find("<title>Title &lt;1&gt;</title>") != std::string::npos);
  CHECK(html.find("<a href=\"#x\">X &amp; Y</a>") != std::string::npos);
  CHECK(html.find("http:") == std::string::npos);
  CHECK(html.find("https:") == std::string::npos);
  CHECK(html.find("url(") == std::string::npos);
}

TEST_CASE("golden HTML of a pair and of a table") {
  check_golden("pair.html", write_html(pair_by_hand()));
  check_golden("table.html", write_html(table_by_hand()));
}

TEST_CASE("a finding shows both passages, why, and how sure") {
  const std::string html = write_html(pair_by_hand());
  check_sound(html, pair_by_hand());
  const std::string finding = between(html, "<article", "</article>");
  CHECK(finding.find("The storm took <mark>3</mark> boats.") != std::string::npos);
  CHECK(finding.find("In the storm <mark>5</mark> boats were lost.") != std::string::npos);
  CHECK(finding.find("<span class=\"around\">We mourn &lt;no&gt; one.</span>") !=
        std::string::npos);
  CHECK(finding.find("A says 3, B 5") != std::string::npos);
  CHECK(finding.find("both speak of boats, storm") != std::string::npos);
  CHECK(finding.find("sure 90 %") != std::string::npos);
  CHECK(finding.find("number.disjoint") != std::string::npos);
  CHECK(finding.find("3 boat") != std::string::npos);
  CHECK(finding.find("0123456789abcdef") != std::string::npos);
}

TEST_CASE("an accepted finding is shown as such, behind the others") {
  ComparisonReport report = pair_by_hand();
  ReportDivergence second = report.comparisons[0].divergences[0];
  second.id = "D2";
  report.comparisons[0].divergences[0].accepted = true;
  report.comparisons[0].divergences[0].note = "known <since> May";
  report.comparisons[0].divergences.push_back(second);
  report.baseline = BaselineUse{"base.json", 2, {{"ffff", "date", "1 <May>", "2 May", ""}}};
  const std::string html = write_html(report);
  check_sound(html, report);
  CHECK(html.find("finding accepted\" id=\"d1\"") > html.find("finding conflict\" id=\"d2\""));
  CHECK(html.find("known &lt;since&gt; May") != std::string::npos);
  CHECK(html.find("<bdi>1 &lt;May&gt;</bdi>") != std::string::npos);
}

TEST_CASE("broken evidence is not written") {
  ComparisonReport report = pair_by_hand();
  report.comparisons[0].divergences[0].left.text = "4";
  CHECK_THROWS_AS(write_html(report), ContractViolation);
}

TEST_CASE("HTML of generated statements is sound, whole and the same each time") {
  test::Random random(7);
  for (int round = 0; round < 6; ++round) {
    const ComparisonReport report =
        compared(test::statement(random, 9), test::statement(random, 12));
    const std::string html = write_html(report);
    check_sound(html, report);
    CHECK(html == write_html(report));
    const Comparison& c = report.comparisons.at(0);
    CHECK(count_of(html, "<article class=\"finding") == c.divergences.size());
    CHECK(count_of(html, "<td class=\"relation\">") == c.pairs.size());
  }
  std::vector<Record> records;
  for (int i = 0; i < 9; ++i) {
    records.push_back(record_of("s" + std::to_string(i), test::statement(random, 6)));
  }
  const ComparisonReport many = compared_all(records);
  const std::string html = write_html(many);
  check_sound(html, many);
  CHECK(count_of(html, "<tr id=\"r") == many.table->rows.size());
}

TEST_CASE("hostile text in every field stays text") {
  const std::string attack = "</style></script><script>x</script>\"' onload=\"x\" <!-- --> ]]>";
  ComparisonReport report = pair_by_hand();
  report.tool.version = report.tool.model = report.tool.lexicons = attack;
  report.warnings = {attack};
  report.options = {{attack, attack}};
  for (ReportDocument& d : report.documents) {
    d.path = d.sha256 = d.language = d.encoding = attack;
    d.title = d.date = d.source = attack;
  }
  for (ReportSource& s : report.sources) {
    s.name = s.role = s.country = s.organisation = attack;
  }
  ReportDivergence& d = report.comparisons[0].divergences[0];
  d.id = d.fingerprint = d.kind = d.rule = d.slot = d.comparable_because = d.explanation = attack;
  d.left.value = {{attack, attack}};
  report.comparisons[0].pairs[0].matched_by = attack;
  report.comparisons[0].pairs[0].why = {{attack, 0.5}};
  report.comparisons[0].distinctive_left = {{attack, 1, 0, 2.0}};
  report.comparisons[0].compared_kinds = {attack};
  for (ReportClaim& c : report.claims) {
    c.id = c.commitment = attack;
  }
  const std::string html = write_html(report);
  check_sound(html, report);
  CHECK_FALSE(read_markup(html).attributes.contains("onload"));
  CHECK(html.find("<!--") == std::string::npos);
}

TEST_CASE("what is left out of many sources is counted") {
  std::vector<Record> records;
  for (int i = 0; i < 32; ++i) {
    records.push_back(
        record_of("s" + std::to_string(i),
                  "In the flood at Lunde, " + std::to_string(20 + i) + " people were killed."));
  }
  const ComparisonReport report = compared_all(records);
  std::size_t findings = 0;
  for (const Comparison& c : report.comparisons) {
    findings += c.divergences.size();
  }
  REQUIRE(findings == 32 * 31 / 2);
  const std::string html = write_html(report);
  check_sound(html, report);
  const std::size_t shown = count_of(html, "<article class=\"finding");
  CHECK(shown < findings);
  CHECK(html.find(std::to_string(findings - shown) + " more left out") != std::string::npos);
  CHECK(html.find("tables left out") != std::string::npos);
}

}  // namespace parallax
