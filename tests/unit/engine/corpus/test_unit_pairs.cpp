#include <algorithm>
#include <set>

#include "engine/corpus/unit_pairs.hpp"
#include "tests/reference/naive_neighbours.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/corpora.hpp"

namespace parallax {
namespace {

/// A corpus with everything that a search reads.
struct Searched {
  std::vector<Record> documents;
  std::vector<Unit> units;
  UnitVectors vectors;
  std::vector<DocumentFacts> facts;

  explicit Searched(std::uint64_t seed, std::size_t size)
      : documents(test::corpus_of(seed, size).documents) {
    const LexiconSource lexicons;
    units = cut_units(documents, UnitKind::kParagraph, lexicons, 1).value();
    vectors = vectors_of(units, documents, lexicons, {2, 1}).value();
    for (const Record& record : documents) {
      facts.push_back(facts_of(record));
    }
  }
  [[nodiscard]] SearchSpace space() const { return {vectors, units, facts}; }
};

/// Every allowed pair by scoring all, from the contract.
std::vector<ScoredPair> all_pairs(const Searched& s, const PairOptions& options) {
  std::vector<ScoredPair> pairs;
  const RowsView rows = s.vectors.view();
  for (std::uint32_t i = 0; i < s.units.size(); ++i) {
    for (std::uint32_t j = i + 1; j < s.units.size(); ++j) {
      const DocumentFacts& a = s.facts[s.units[i].document];
      const DocumentFacts& b = s.facts[s.units[j].document];
      const bool allowed =
          options.where == nullptr || options.where->holds(a, b) || options.where->holds(b, a);
      const double score = reference::score(rows, i, rows, j);
      if (allowed && s.units[i].document != s.units[j].document && score >= options.threshold) {
        pairs.push_back({i, j, score});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const ScoredPair& x, const ScoredPair& y) { return nearer(x, y); });
  return pairs;
}

}  // namespace

TEST_CASE("shards merge to exactly the whole, with and without a predicate") {
  const PairPredicate where =
      PairPredicate::parse("a.source != b.source && days(a.date, b.date) <= 90", "test").value();
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    test::Random random(seed);
    const Searched s(seed, 5 + random.below(30));
    for (const PairPredicate* predicate : {static_cast<const PairPredicate*>(nullptr), &where}) {
      const PairOptions options{1 + random.below(5), 0.2, 1 + random.below(3), predicate};
      const NeighbourLists whole = neighbours_of(s.space(), options);
      const std::size_t shards = 1 + random.below(7);
      std::vector<NeighbourLists> parts;
      for (std::size_t shard = 0; shard < shards; ++shard) {
        parts.push_back(neighbours_of_shard(s.space(), options, shard, shards));
      }
      std::reverse(parts.begin(), parts.end());
      INFO("seed " << seed << " shards " << shards);
      CHECK(merge_nearest(parts, options.top_k) == whole);
      CHECK(pairs_of(merge_nearest(parts, options.top_k)) == pairs_of(whole));
    }
  }
}

TEST_CASE("pairs stand once, in order, and only between documents") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const Searched s(seed, 20);
    const PairOptions options{3, 0.25, 2, nullptr};
    const NeighbourLists lists = neighbours_of(s.space(), options);
    const std::vector<UnitPair> pairs = pairs_of(lists);
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    std::size_t ranks = 0;
    for (const UnitPair& pair : pairs) {
      CHECK(pair.left < pair.right);
      CHECK(seen.insert({pair.left, pair.right}).second);
      CHECK(s.units[pair.left].document != s.units[pair.right].document);
      CHECK(pair.score >= options.threshold);
      for (const auto& [unit, other, rank] : {std::tuple(pair.left, pair.right, pair.right_rank),
                                              std::tuple(pair.right, pair.left, pair.left_rank)}) {
        if (rank > 0) {
          CHECK(lists[unit][rank - 1].row == other);
          ++ranks;
        }
      }
    }
    CHECK(ranks == lists.items.size());
    CHECK(std::is_sorted(pairs.begin(), pairs.end(), [](const UnitPair& a, const UnitPair& b) {
      return nearer(ScoredPair{a.left, a.right, a.score}, ScoredPair{b.left, b.right, b.score});
    }));
  }
}

TEST_CASE("all near pairs are visited once, as scoring every pair finds them") {
  const PairPredicate one_way =
      PairPredicate::parse("a.source == 'Source A' && b.source == 'Source B'", "test").value();
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const Searched s(seed, 24);
    for (const PairPredicate* predicate : {static_cast<const PairPredicate*>(nullptr), &one_way}) {
      const PairOptions options{1, 0.3, 2, predicate};
      std::vector<ScoredPair> visited;
      for_each_pair(s.space(), options, [&](const ScoredPair& pair) { visited.push_back(pair); });
      std::sort(visited.begin(), visited.end(),
                [](const ScoredPair& x, const ScoredPair& y) { return nearer(x, y); });
      CHECK(visited == all_pairs(s, options));
    }
  }
}

TEST_CASE("units of two languages are never near, short ones have no neighbours") {
  std::vector<Record> documents = {
      test::record_of("en", "The border commission meets in Radom on Friday.", "en"),
      test::record_of("de", "The border commission meets in Radom on Friday.", "de"),
      test::record_of("en2", "The border commission meets in Radom on Friday.", "en"),
      test::record_of("short", "Radom.", "en"),
  };
  const LexiconSource lexicons;
  const std::vector<Unit> units = cut_units(documents, UnitKind::kStatement, lexicons, 2).value();
  REQUIRE(units.size() == 4);
  const UnitVectors vectors = vectors_of(units, documents, lexicons, {2, 2}).value();
  CHECK(vectors.too_short == 1);
  std::vector<DocumentFacts> facts(4);
  const std::vector<UnitPair> pairs =
      pairs_of(neighbours_of({vectors, units, facts}, {10, 0.01, 1, nullptr}));
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].left == 0);
  CHECK(pairs[0].right == 2);
  CHECK(pairs[0].score == Approx(1.0));
  WhyNear why(vectors, units, documents);
  const std::vector<SharedWord> words = why(0, 2, 3);
  REQUIRE(words.size() == 3);
  CHECK(words[0].share >= words[1].share);
  CHECK(why(0, 2, 100).size() <= 8);
}

}  // namespace parallax
