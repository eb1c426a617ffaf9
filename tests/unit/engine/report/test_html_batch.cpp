#include <cstdlib>
#include <string>

#include "engine/corpus/batch.hpp"
#include "engine/report/batch_writers.hpp"
#include "models/base/atomic_file.hpp"
#include "tests/support/batch_by_hand.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/corpora.hpp"

namespace parallax {
namespace {

using test::BatchByHand;
using test::between;
using test::check_sound;
using test::count_of;
using test::picture_in;

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
      between(BatchByHand().html(), "<main id=\"main\" tabindex=\"-1\">\n", "</main>");
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
  const std::string html = BatchByHand().html();
  check_sound(html);
  CHECK(count_of(html, "<article class=\"finding") == 2);
  const std::string finding = between(html, "<article class=\"finding", "</article>");
  CHECK(finding.find("The storm took <mark>3</mark> boats") != std::string::npos);
  CHECK(finding.find("The storm took <mark>5</mark> boats") != std::string::npos);
  CHECK(finding.find("A says 3, B 5") != std::string::npos);
  CHECK(finding.find("both speak of storm, boats") != std::string::npos);
  CHECK(finding.find("href=\"#p2\"") != std::string::npos);
  CHECK(finding.find("sure 90 %") != std::string::npos);
  BatchByHand same;
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
  const std::string html = BatchByHand().html();
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
  const std::string html = BatchByHand().html();
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
  const std::string html = BatchByHand().html();
  const std::string failed = between(html, "<ul class=\"reasons\">", "</section>");
  CHECK(count_of(failed, "cannot be read") == 1);
  CHECK(failed.find("<b>2</b> <bdi>cannot be read</bdi>") != std::string::npos);
  CHECK(failed.find("in/z.txt") != std::string::npos);
  BatchByHand good;
  good.report().corpus.failures.clear();
  CHECK(good.html().find("id=\"failed\"") == std::string::npos);
}

TEST_CASE("what is left out is told with counts") {
  BatchByHand made;
  made.report().near = 9;
  const std::string left = between(made.html(), "Left out</h3>", "</table>");
  CHECK(left.find("units too short to have neighbours</th><td>2<") != std::string::npos);
  CHECK(left.find("near pairs beyond the 10 nearest of both units</th><td>5<") !=
        std::string::npos);
  CHECK(left.find("nothing to compare</th><td>1<") != std::string::npos);
}

TEST_CASE("findings whose words do not stand in their documents are not written") {
  BatchByHand made;
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

}  // namespace parallax
