#include <string>

#include "engine/report/batch_writers.hpp"
#include "tests/support/batch_by_hand.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"
#include "tests/support/markup.hpp"

namespace parallax {
namespace {

using test::BatchByHand;
using test::between;
using test::check_sound;
using test::count_of;
using test::picture_in;

/// A map that no compression makes small.
HeatMap noise(std::size_t rows) {
  test::Random random(5);
  HeatMap map;
  map.rows.assign(rows, {0, HeatRow::kNone, 1});
  map.cells.assign(rows * rows, 0);
  for (std::size_t y = 0; y < rows; ++y) {
    for (std::size_t x = 0; x < y; ++x) {
      map.cells[y * rows + x] = map.cells[x * rows + y] =
          static_cast<std::uint8_t>(random.below(256));
    }
  }
  return map;
}

}  // namespace

TEST_CASE("hostile text in every field of a batch stays text") {
  const std::string attack =
      "</style></script><script>x</script>\"' onload=\"x\" <!-- --> ]]> "
      "\xe2\x80\xae\xe2\x81\xa7\x07\x1b[31m " +
      std::string(3000, 'w');
  BatchByHand made;
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
  CHECK_FALSE(test::read_markup(html).attributes.contains("onload"));
  CHECK(html.find("<!--") == std::string::npos);
  for (const char* const control : {"\xe2\x80\xae", "\xe2\x81\xa7", "\x07", "\x1b"}) {
    CHECK(html.find(control) == std::string::npos);
  }
}

TEST_CASE("a large batch is cut to its size, with counts") {
  BatchByHand made;
  BatchReport& r = made.report();
  r.map = noise(2000);
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
  const std::size_t rows = std::stoul(between(html, "id=\"map-text\">", " rows"));
  CHECK(rows >= 400);
  CHECK(rows < 2000);
  const std::size_t pool = (rows + 639) / 640;
  CHECK(picture_in(html).width == (rows + pool - 1) / pool);
  CHECK(html.find("; " + std::to_string(2000 - rows) + " more are left out") != std::string::npos);
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
