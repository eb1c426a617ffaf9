#include "engine/index/index_layout.hpp"
#include "engine/index/posting_sums.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"
#include "tests/unit/engine/index/indexed.hpp"

namespace parallax {
namespace {

using Sums = std::vector<std::uint64_t>;

/// Postings as bytes, with gaps and counts of one to three bytes.
struct List {
  std::string bytes;
  std::uint32_t count = 0;
};

List list_of(test::Random& random, std::uint32_t paragraphs, Sums& sums, std::uint64_t weight,
             double rarity) {
  List list;
  const std::size_t gap = std::size_t{1} << random.below(14);
  std::uint32_t next = 0;
  for (std::size_t step = random.below(gap); next + step < paragraphs; step = random.below(gap)) {
    const std::size_t often = random.below(50) == 0 ? 40000 : random.below(9) == 0 ? 300 : 3;
    const auto times = static_cast<std::uint32_t>(1 + random.below(often));
    store_varint(list.bytes, step * 2 + (times > 1 ? 1 : 0));
    if (times > 1) {
      store_varint(list.bytes, times - 2);
    }
    const std::size_t paragraph = next + step;
    sums[paragraph] += weight * term_weight(times, rarity);
    next = static_cast<std::uint32_t>(paragraph + 1);
    ++list.count;
  }
  return list;
}

}  // namespace

TEST_CASE("postings of any number of terms read in step add up as read one by one") {
  const std::string bytes = test::index_bytes(test::three_records());
  const TextIndex index = TextIndex::open(bytes, "i").value();
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    test::Random random(seed);
    const auto paragraphs = static_cast<std::uint32_t>(1 + random.below(20000));
    Sums expected(paragraphs, 0);
    std::vector<List> lists;
    std::vector<WeightedPostings> terms;
    for (std::size_t n = random.below(12); n > 0; --n) {
      const std::uint64_t weight = 1 + random.below(500000);
      const double rarity = 1.0 + static_cast<double>(random.below(900)) / 100.0;
      lists.push_back(list_of(random, paragraphs, expected, weight, rarity));
      terms.push_back({weight, rarity, {lists.back().count, {}}});
    }
    for (std::size_t i = 0; i < lists.size(); ++i) {
      terms[i].found.postings = lists[i].bytes;
    }
    Sums sums(paragraphs, 0);
    REQUIRE(add_postings(index, terms, sums));
    REQUIRE(sums == expected);

    for (WeightedPostings& term : terms) {
      for (const int change : {-1, 1}) {
        const std::uint32_t right = term.found.paragraphs;
        term.found.paragraphs = right + static_cast<std::uint32_t>(change);
        if (right + static_cast<std::uint32_t>(change) < paragraphs) {
          CHECK(add_postings(index, terms, sums).error().code == ErrorCode::kFormat);
        }
        term.found.paragraphs = right;
      }
    }
    if (expected.back() != 0) {
      Sums short_by_one(paragraphs - 1, 0);
      CHECK_FALSE(add_postings(index, terms, short_by_one));
    }
  }
}

}  // namespace parallax
