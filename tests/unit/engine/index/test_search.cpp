#include "engine/index/search.hpp"
#include "tests/reference/naive_search.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"
#include "tests/unit/engine/index/indexed.hpp"

namespace parallax {
namespace {

using test::index_bytes;
using test::indexed_record;
using test::three_records;

std::vector<std::string> ids(const SearchResult& result) {
  std::vector<std::string> out;
  for (const SearchHit& hit : result.hits) {
    out.push_back(hit.document.id);
  }
  return out;
}

std::vector<std::string> ids_for(const SearchOptions& options) {
  const std::string bytes = index_bytes(three_records());
  const TextIndex index = TextIndex::open(bytes, "i").value();
  return ids(Searcher(index).search("the bridge is open", options).value());
}

}  // namespace

TEST_CASE("search equals brute-force cosine over every paragraph") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    test::Random random(seed);
    std::vector<std::string> texts;
    std::vector<Record> records;
    for (std::size_t i = 0; i < 40; ++i) {
      std::string text;
      for (std::size_t n = 1 + random.below(3); n > 0; --n) {
        text += (text.empty() ? "" : " ") + test::sentence(random);
      }
      // Equal paragraphs, so that order by number matters.
      texts.push_back(i % 5 == 4 ? texts[random.below(texts.size())] : text);
      records.push_back(indexed_record(std::to_string(i), texts.back()));
    }
    const std::string bytes = index_bytes(records);
    const TextIndex index = TextIndex::open(bytes, "i").value();
    REQUIRE(index.info().paragraphs == texts.size());
    Searcher searcher(index);
    for (std::size_t q = 0; q < 8; ++q) {
      const std::string query = q % 2 == 0 ? test::sentence(random) + " Unheard words."
                                           : texts[random.below(texts.size())];
      const std::vector<test::NaiveHit> all = test::naive_search(texts, query, "en");
      for (const std::size_t k : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
        SearchOptions options;
        options.top_k = k;
        const SearchResult result = searcher.search(query, options).value();
        REQUIRE(result.hits.size() == std::min(k, all.size()));
        for (std::size_t i = 0; i < result.hits.size(); ++i) {
          REQUIRE(result.hits[i].paragraph == all[i].paragraph);
          REQUIRE(result.hits[i].score == all[i].score);
          REQUIRE(result.hits[i].score == Approx(all[i].cosine).margin(2e-5));
        }
      }
    }
  }
}

TEST_CASE("shares add up to the score and spans point at the words") {
  const std::string bytes = index_bytes(three_records());
  const TextIndex index = TextIndex::open(bytes, "i").value();
  const SearchResult result = Searcher(index).search("Bridges, repairing a zeppelin", {}).value();
  CHECK(result.unknown == std::vector<std::string>{"a", "zeppelin"});
  CHECK(result.unknown_words == std::vector<std::string>{"a", "zeppelin"});
  REQUIRE(result.hits.size() == 3);
  const SearchHit& first = result.hits.front();
  CHECK(first.document.id == "roads");
  CHECK(first.text.find("Repairs") == 0);
  REQUIRE(first.terms.size() == 2);
  CHECK(first.terms[0].term == "repair");
  CHECK(words_at(first.text, first.terms[0].spans) == std::vector<std::string>{"Repairs"});
  REQUIRE(first.terms[0].spans.size() == 1);
  CHECK(first.text.substr(first.terms[0].spans[0].begin, first.terms[0].spans[0].size()) ==
        "Repairs");
  for (const SearchHit& hit : result.hits) {
    double sum = 0.0;
    for (const HitTerm& term : hit.terms) {
      sum += term.share;
    }
    CHECK(sum == Approx(hit.score));
  }
}

TEST_CASE("words are told as they are written, each once") {
  const std::string text = "Ferries, a ferry and FERRIES";
  CHECK(words_at(text, {{0, 7}, {11, 16}, {21, 28}}) ==
        std::vector<std::string>{"Ferries", "ferry"});
}

TEST_CASE("words that the index has not are told as the query has them") {
  const std::string bytes = index_bytes(three_records());
  const TextIndex index = TextIndex::open(bytes, "i").value();
  const SearchResult result = Searcher(index).search("Zebras at the bridges", {}).value();
  REQUIRE_FALSE(result.unknown.empty());
  REQUIRE(result.unknown.size() == result.unknown_words.size());
  CHECK(result.unknown_words.back() == "Zebras");
}

TEST_CASE("the same text scores 1") {
  const std::string bytes = index_bytes(three_records());
  const TextIndex index = TextIndex::open(bytes, "i").value();
  const SearchResult result = Searcher(index).search(three_records()[1].text, {}).value();
  REQUIRE_FALSE(result.hits.empty());
  CHECK(result.hits.front().score == Approx(1.0));
  CHECK(result.hits.front().score <= 1.0);
  CHECK(result.hits.front().document.id == "harbour");
}

TEST_CASE("filters on source and date") {
  using Ids = std::vector<std::string>;
  CHECK(ids_for({}).size() == 4);
  CHECK(ids_for({.sources = {"port authority"}}) == Ids{"harbour"});
  CHECK(ids_for({.sources = {"Port Authority", "MINISTRY OF ROADS"}}).size() == 3);
  CHECK(ids_for({.sources = {"Port"}}).empty());
  CHECK(ids_for({.since = "2022"}) == Ids{"harbour"});
  CHECK(ids_for({.since = "2022-06-01"}) == Ids{"harbour"});
  CHECK(ids_for({.since = "2023"}).empty());
  CHECK(ids_for({.until = "2021-03-04"}) == Ids{"roads", "roads"});
  CHECK(ids_for({.until = "2021-03-03"}).empty());
  CHECK(ids_for({.until = "2021-03"}) == Ids{"roads", "roads"});
  CHECK(ids_for({.since = "2021-03-04", .until = "2022-01"}).size() == 3);
  CHECK(ids_for({.sources = {"Port Authority"}, .until = "2021"}).empty());
}

TEST_CASE("dates that filters take") {
  for (const char* date : {"2022", "2022-01", "2022-12-31"}) {
    CHECK(is_iso_date(date));
  }
  for (const char* date : {"", "22", "2022-", "2022-13", "2022-00", "2022-1-1", "2022-01-32",
                           "2022/01/01", "2022-01-011", "abcd"}) {
    CHECK_FALSE(is_iso_date(date));
  }
}

TEST_CASE("a query without words is an error, one of unknown words finds nothing") {
  const std::string bytes = index_bytes(three_records());
  const TextIndex index = TextIndex::open(bytes, "i").value();
  Searcher searcher(index);
  CHECK(searcher.search("?!", {}).error().code == ErrorCode::kEmpty);
  const SearchResult nothing = searcher.search("zebra", {}).value();
  CHECK(nothing.hits.empty());
  CHECK(nothing.unknown == std::vector<std::string>{"zebra"});
  CHECK(searcher.search("harbour", {}).value().hits.size() == 1);
}

}  // namespace parallax
