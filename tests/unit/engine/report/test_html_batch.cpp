#include <algorithm>
#include <cstdlib>
#include <regex>
#include <string>

#include "engine/corpus/batch.hpp"
#include "engine/report/batch_writers.hpp"
#include "engine/report/html_text.hpp"
#include "models/base/atomic_file.hpp"
#include "tests/reference/naive_png.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/corpora.hpp"
#include "tests/support/markup.hpp"

namespace parallax {
namespace {

using test::Markup;
using test::read_markup;

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  REQUIRE(from != std::string::npos);
  const std::size_t at = from + begin.size();
  return text.substr(at, text.find(end, at) - at);
}

/// A report made by hand, so that no rule of the engine changes it: four documents of one unit.
class Handmade {
 public:
  Handmade() {
    run_.tool = {"1.2.3", "72.1", "15.0", "model", "builtin"};
    run_.options.threshold = 0.4;
    add("a", "Harbour Office", "2024-03-01", "The storm took 3 boats at Lunde.");
    add("b", "Union & Sons", "2024-03", "The storm took 5 boats at Lunde.");
    add("c", "Harbour Office", "", "The storm took 3 boats at Lunde.");
    add("d", "", "2023-12-31", "A new ferry sails <soon>.");
    add("e", "Town", "2022-01-01", "Nobody else says this.");
    report_.sources = sources_of(report_.corpus.documents, report_.units);
    report_.pairs = {pair(0, 2, 1.0), pair(0, 1, 0.75), pair(1, 2, 0.75), pair(0, 3, 0.41)};
    report_.pairs[0].same_text = true;
    report_.pairs[1].findings = found(0, 1);
    report_.pairs[2].findings = found(2, 1);
    std::swap(report_.pairs[2].findings->divergences[0].left,
              report_.pairs[2].findings->divergences[0].right);
    report_.pairs[3].findings = PairFindings{"related", 0.5, 0.25, 0.0, {}};
    report_.compared = 3;
    report_.near = 5;
    report_.too_short = 2;
    report_.clusters = {{ClusterKind::kIdentical, {{0, 2}, 1, 1.0}, 2, 1, 0, 0},
                        {ClusterKind::kRelated, {{0, 1, 2}, 3, 0.75}, 3, 2, 2, 2}};
    report_.cells = {{0, 2, 2, 1, 2, {{"number", 2}}, 2}, {0, 3, 1, 1, 1, {}, 0}};
    report_.similarities.from = 0.2;
    for (const double score : {0.21, 0.22, 0.41, 0.75, 0.75, 1.0}) {
      report_.similarities.add(score);
    }
    map();
    report_.corpus.failures = {{ErrorCode::kIo, "in/x.txt", "cannot be read"},
                               {ErrorCode::kEmpty, "in/y.txt", "has no words"},
                               {ErrorCode::kIo, "in/z.txt", "cannot be read"}};
  }

  BatchReport& report() { return report_; }
  BatchRun& run() { return run_; }
  [[nodiscard]] std::string html() const { return write_batch_html(report_, run_); }

 private:
  void add(const std::string& id, const std::string& source, const std::string& date,
           const std::string& text) {
    Record record;
    record.id = id;
    record.path = "in/all.jsonl#" + std::to_string(report_.units.size() + 1);
    record.sha256 = std::string(64, 'a');
    record.text = text;
    record.language = "en";
    record.source = source.empty() ? std::nullopt : std::optional(source);
    record.date = date.empty() ? std::nullopt : std::optional(date);
    const auto index = static_cast<std::uint32_t>(report_.units.size());
    report_.units.push_back({index, 1, {0, static_cast<std::uint32_t>(text.size())}, 0});
    report_.corpus.documents.push_back(std::move(record));
  }

  static BatchPair pair(std::uint32_t left, std::uint32_t right, double score) {
    return {{left, right, score, 1, right > 1 ? 0U : 1U},
            {{"storm", 0.6}, {"boats", 0.4}},
            false,
            std::nullopt};
  }

  [[nodiscard]] PairFindingSide side(std::uint32_t unit, char figure) const {
    const auto at = static_cast<std::uint32_t>(report_.corpus.documents[unit].text.find(figure));
    return {{at, at + 1}, {at, at + 1}, std::string(1, figure)};
  }

  [[nodiscard]] PairFindings found(std::uint32_t left, std::uint32_t right) const {
    PairFinding d;
    d.kind = "number";
    d.severity = "conflict";
    d.fingerprint = "0123456789abcdef";
    d.rule = "number.disjoint";
    d.slot = "boats";
    d.confidence = 0.9;
    d.importance = 0.5;
    d.left = side(left, '3');
    d.right = side(right, '5');
    d.comparable_because = "both speak of storm, boats";
    d.explanation = "the left side says 3, the right side 5";
    return {"conflict", 0.8, 0.8, 0.5, {d}};
  }

  void map() {
    HeatMap map;
    map.rows = {{0, 1, 1}, {2, 1, 1}, {1, 1, 1}, {3, HeatRow::kNone, 1}};
    map.cells = {0, 255, 191, 104, 255, 0, 191, 0, 191, 191, 0, 0, 104, 0, 0, 0};
    map.alone = 1;
    report_.map = map;
  }

  BatchReport report_;
  BatchRun run_;
};

void check_sound(const std::string& html) {
  const Markup markup = read_markup(html);
  INFO(markup.trouble);
  CHECK(markup.trouble.empty());
  for (const auto& [id, count] : markup.ids) {
    INFO(id);
    CHECK(count == 1);
  }
  for (const std::string& link : markup.links) {
    INFO(link);
    CHECK((link.starts_with("#") && markup.ids.contains(link.substr(1))));
  }
  CHECK(markup.elements.at("script") == 1);
  CHECK(markup.elements.at("style") == 1);
  CHECK_FALSE(markup.attributes.contains("style"));
  CHECK_FALSE(markup.attributes.contains("src"));
}

test::NaivePicture picture_in(const std::string& html) {
  const std::string digits = between(html, "data:image/png;base64,", "\"");
  std::string bytes;
  std::uint32_t group = 0;
  unsigned bits = 0;
  for (const char c : digits) {
    if (c == '=') {
      break;
    }
    const std::uint32_t value = static_cast<std::uint32_t>(c >= 'a'   ? c - 'a' + 26
                                                           : c >= 'A' ? c - 'A'
                                                           : c >= '0' ? c - '0' + 52
                                                           : c == '+' ? 62
                                                                      : 63);
    group = (group << 6U) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<char>((group >> bits) & 0xFFU));
    }
  }
  return test::read_png(bytes);
}

BatchReport report_of(Corpus corpus, std::size_t threads = 1) {
  BatchOptions options;
  options.threshold = 0.3;
  options.min_terms = 2;
  options.compare = 60;
  options.map_rows = 50;
  options.threads = threads;
  const LexiconSource lexicons;
  return batch_report(std::move(corpus), lexicons, options).value();
}

}  // namespace

TEST_CASE("golden HTML of a batch") {
  std::string actual =
      between(Handmade().html(), "<main id=\"main\" tabindex=\"-1\">\n", "</main>");
  // The bytes of the picture are those of the zlib that is installed.
  const std::string digits = between(actual, "base64,", "\"");
  actual.replace(actual.find(digits), digits.size(), "PICTURE");
  const std::string path = PARALLAX_SOURCE_DIR "/tests/golden_html/batch.html";
  if (std::getenv("PARALLAX_UPDATE_GOLDEN") != nullptr) {
    REQUIRE(write_file_atomically(path, actual).has_value());
  }
  CHECK(actual == read_file(path, std::size_t{1} << 20U).value());
}

TEST_CASE("a divergence of near copies stands once, with both passages and a reason") {
  const std::string html = Handmade().html();
  check_sound(html);
  CHECK(count_of(html, "<article class=\"finding") == 2);
  const std::string finding = between(html, "<article class=\"finding", "</article>");
  CHECK(finding.find("The storm took <mark>3</mark> boats") != std::string::npos);
  CHECK(finding.find("The storm took <mark>5</mark> boats") != std::string::npos);
  CHECK(finding.find("A says 3, B 5") != std::string::npos);
  CHECK(finding.find("both speak of storm, boats") != std::string::npos);
  CHECK(finding.find("href=\"#p2\"") != std::string::npos);
  CHECK(finding.find("sure 90 %") != std::string::npos);
  Handmade same;
  same.report().pairs[2].findings = same.report().pairs[1].findings;
  PairFinding& d = same.report().pairs[2].findings->divergences[0];
  same.report().pairs[2].pair.left = 0;
  same.report().pairs[2].pair.right = 1;
  REQUIRE(d.left.text == "3");
  const std::string once = same.html();
  CHECK(count_of(once, "<article class=\"finding") == 1);
  CHECK(once.find("also in 1 more pair<") != std::string::npos);
}

TEST_CASE("a pair unfolds into its passages with the words that differ") {
  const std::string html = Handmade().html();
  const std::string row = between(html, "<tbody id=\"p2\"", "</tbody>");
  CHECK(row.find("data-kinds=\"number\"") != std::string::npos);
  CHECK(row.find("data-days=\"2024-03-01 2024-03\"") != std::string::npos);
  CHECK(row.find("took <mark>3</mark> boats") != std::string::npos);
  CHECK(row.find("took <mark>5</mark> boats") != std::string::npos);
  CHECK(row.find("storm</bdi> <span class=\"small\">60 %") != std::string::npos);
  CHECK(row.find("Union &amp; Sons") != std::string::npos);
  const std::string same = between(html, "<tbody id=\"p1\"", "</tbody>");
  CHECK(same.find("The same, letter by letter") != std::string::npos);
  CHECK(same.find("undated") != std::string::npos);
}

TEST_CASE("the picture shows the cells of the map") {
  const std::string html = Handmade().html();
  const test::NaivePicture picture = picture_in(html);
  REQUIRE(picture.width == 4);
  REQUIRE(picture.height == 4);
  // Grey for a unit with itself, white for nothing, else darker the more similar.
  CHECK(picture.pixels[0] == 15);
  CHECK(picture.pixels[1] == 14);
  CHECK(picture.pixels[7] == 0);
  CHECK(picture.pixels[2] > picture.pixels[3]);
  CHECK(picture.pixels[3] == 1);
  for (std::size_t y = 0; y < 4; ++y) {
    for (std::size_t x = 0; x < 4; ++x) {
      CHECK(picture.pixels[y * 4 + x] == picture.pixels[x * 4 + y]);
    }
  }
  for (std::size_t k = 2; k < 15; ++k) {
    CHECK(picture.palette[k][0] < picture.palette[k - 1][0]);
  }
  CHECK(html.find("4 rows, 4 of 6 pairs of rows at or above 0.40") != std::string::npos);
  CHECK(html.find("<td>rows 1 to 3</td><td>3</td><td>3</td>") != std::string::npos);
}

TEST_CASE("failed inputs are grouped by reason") {
  const std::string html = Handmade().html();
  const std::string failed = between(html, "<ul class=\"reasons\">", "</section>");
  CHECK(count_of(failed, "cannot be read") == 1);
  CHECK(failed.find("<b>2</b> <bdi>cannot be read</bdi>") != std::string::npos);
  CHECK(failed.find("in/z.txt") != std::string::npos);
  Handmade good;
  good.report().corpus.failures.clear();
  CHECK(good.html().find("id=\"failed\"") == std::string::npos);
}

TEST_CASE("what is left out is told with counts") {
  Handmade made;
  made.report().near = 9;
  const std::string left = between(made.html(), "Left out</h3>", "</table>");
  CHECK(left.find("units too short to have neighbours</th><td>2<") != std::string::npos);
  CHECK(left.find("near pairs beyond the 10 nearest of both units</th><td>5<") !=
        std::string::npos);
  CHECK(left.find("nothing to compare</th><td>1<") != std::string::npos);
}

TEST_CASE("findings whose words do not stand in their documents are not written") {
  Handmade made;
  made.report().pairs[1].findings->divergences[0].left.text = "4";
  CHECK_THROWS_AS(made.html(), ContractViolation);
}

TEST_CASE("HTML of generated collections is sound and the same each time") {
  for (const std::uint64_t seed : {1U, 2U}) {
    const std::string html = write_batch_html(report_of(test::corpus_of(seed, 40)), {});
    check_sound(html);
    CHECK(html == write_batch_html(report_of(test::corpus_of(seed, 40), 3), {}));
    CHECK(count_of(html, "<article class=\"finding") > 1);
    CHECK(count_of(html, "<tbody id=\"p") > 20);
  }
  check_sound(write_batch_html(report_of(test::corpus_of(1, 1)), {}));
}

TEST_CASE("hostile text in every field of a batch stays text") {
  const std::string attack =
      "</style></script><script>x</script>\"' onload=\"x\" <!-- --> ]]> "
      "\xe2\x80\xae\xe2\x81\xa7\x07\x1b[31m " +
      std::string(3000, 'w');
  Handmade made;
  BatchReport& r = made.report();
  for (Record& d : r.corpus.documents) {
    d.id = d.path = d.sha256 = d.language = attack;
    d.title = d.date = d.source = attack;
    d.text += attack;
  }
  for (std::size_t u = 0; u < r.units.size(); ++u) {
    r.units[u].span.end = static_cast<std::uint32_t>(r.corpus.documents[u].text.size());
  }
  for (CorpusSource& source : r.sources.list) {
    source.name = attack;
  }
  for (BatchPair& pair : r.pairs) {
    pair.why = {{attack, 0.5}};
    if (pair.findings) {
      pair.findings->relation = attack;
      for (PairFinding& d : pair.findings->divergences) {
        d.kind = d.severity = d.fingerprint = d.rule = d.slot = attack;
        d.comparable_because = d.explanation = attack;
      }
    }
  }
  for (SourceCell& cell : r.cells) {
    cell.kinds = {{attack, 3}};
  }
  for (Error& failure : r.corpus.failures) {
    failure.message = failure.place = attack;
  }
  made.run().tool.version = made.run().tool.model = made.run().tool.lexicons = attack;
  made.run().where = attack;
  const std::string html = made.html();
  check_sound(html);
  CHECK_FALSE(read_markup(html).attributes.contains("onload"));
  CHECK(html.find("<!--") == std::string::npos);
  for (const char* const control : {"\xe2\x80\xae", "\xe2\x81\xa7", "\x07", "\x1b"}) {
    CHECK(html.find(control) == std::string::npos);
  }
}

TEST_CASE("a large batch is cut to its size, with counts") {
  Handmade made;
  BatchReport& r = made.report();
  const BatchPair with = r.pairs[1];
  const BatchPair without = r.pairs[3];
  const std::string filler(600, 'x');
  for (Record& d : r.corpus.documents) {
    d.text += " " + filler + " " + filler;
  }
  for (Unit& unit : r.units) {
    unit.span.end = static_cast<std::uint32_t>(r.corpus.documents[unit.document].text.size());
  }
  r.pairs.clear();
  for (std::size_t k = 0; k < 3000; ++k) {
    r.pairs.push_back(k % 2 == 0 ? with : without);
    if (k % 2 == 0) {
      r.pairs.back().findings->divergences[0].kind = "number" + std::to_string(k);
    }
  }
  for (std::size_t k = 0; k < 2000; ++k) {
    r.clusters.push_back(r.clusters.back());
    r.cells.push_back(r.cells.back());
    r.corpus.failures.push_back({ErrorCode::kIo, "f" + std::to_string(k), "reason"});
    r.corpus.documents.push_back(r.corpus.documents.back());
    r.corpus.documents.back().path = "in/file-" + std::to_string(k) + ".txt";
    r.sources.of_document.push_back(0);
  }
  const std::string html = made.html();
  check_sound(html);
  CHECK(html.size() < 1'500'000);
  const std::size_t findings = count_of(html, "<article class=\"finding");
  CHECK(findings > 100);
  CHECK(html.find(std::to_string(1500 - findings) + " more left out") != std::string::npos);
  const std::size_t pairs = count_of(html, "<tbody id=\"p");
  CHECK(pairs > 100);
  CHECK(html.find(std::to_string(3000 - pairs) + " more pairs left out") != std::string::npos);
  const std::size_t clusters = count_of(html, "<article class=\"cluster");
  CHECK(html.find(std::to_string(2002 - clusters) + " smaller clusters left out") !=
        std::string::npos);
  const std::string left = between(html, "Left out</h3>", "</table>");
  CHECK(left.find("divergences of lower rank") != std::string::npos);
  CHECK(left.find("inputs in the list of files") != std::string::npos);
  CHECK(left.find("pairs of sources") != std::string::npos);
  CHECK(left.find("failed inputs") != std::string::npos);
}

}  // namespace parallax
