#include <numeric>

#include "engine/compare/align.hpp"
#include "engine/document/analyse.hpp"
#include "tests/reference/naive_align.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

/// The sentences of a text as units.
struct Units {
  Document document;
  std::vector<AlignUnit> list;

  Units(Analyser& analyser, std::string text)
      : document(analyser.analyse(test::record_of("x", std::move(text))).value()) {
    for (const Sentence& s : document.sentences) {
      list.push_back({document.record.text, document.tokens.data() + s.first_token, s.token_count,
                      document.language});
    }
  }
  [[nodiscard]] std::vector<UnitProfile> profiles(const WordTable& words) const {
    std::vector<UnitProfile> all;
    for (const AlignUnit& unit : list) {
      all.push_back(profile_of(unit, words, BackgroundModel::builtin("en")));
    }
    return all;
  }
};

const std::vector<std::string>& sentences() {
  static const std::vector<std::string> kSentences = {
      "The harbour of Vell was closed by the navy.",
      "Farmers in the valley asked for compensation.",
      "A court ordered the release of both journalists.",
      "The central bank raised its rate by a quarter point.",
      "Doctors reported a new case of cholera.",
      "The airline cancelled its flights to the island.",
      "An earthquake damaged the old monastery."};
  return kSentences;
}

Alignment aligned(const std::string& left, const std::string& right) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Units a(analyser, left);
  const Units b(analyser, right);
  return align(a.list, b.list, words, BackgroundModel::builtin("en"));
}

}  // namespace

TEST_CASE("moves are what no longest chain can do without, for every order of up to six") {
  for (std::size_t n = 1; n <= 6; ++n) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    do {
      std::string left, right;
      for (std::size_t i = 0; i < n; ++i) {
        left += sentences()[i] + "\n\n";
        const auto at = std::find(order.begin(), order.end(), i) - order.begin();
        right += sentences()[static_cast<std::size_t>(at)] + "\n\n";
      }
      if (n == 6 && order[0] != 3) {
        continue;  // a sixth of the orders is enough
      }
      const Alignment alignment = aligned(left, right);
      REQUIRE(alignment.pairs.size() == n);
      const std::vector<bool> expected = reference::moved(order);
      for (std::size_t i = 0; i < n; ++i) {
        REQUIRE(alignment.pairs[i].right.front() == order[i]);
        REQUIRE(alignment.pairs[i].moved == expected[i]);
      }
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST_CASE("candidates are all free pairs that share a term of few units") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    test::Random random(seed);
    WordTable words;
    const LexiconSource lexicons;
    Analyser analyser(words, lexicons);
    const Units a(analyser, test::statement(random, 1 + random.below(9)));
    const Units b(analyser, test::statement(random, 1 + random.below(9)));
    std::vector<bool> a_done(a.list.size(), false);
    std::vector<bool> b_done(b.list.size(), false);
    a_done[random.below(a_done.size())] = true;
    b_done[random.below(b_done.size())] = true;
    const auto left = a.profiles(words);
    const auto right = b.profiles(words);
    CHECK(candidate_pairs(left, a_done, right, b_done) ==
          reference::candidate_pairs(left, a_done, right, b_done, 400));
  }
}

TEST_CASE("a sentence that was cut in two is aligned with both parts") {
  const Alignment alignment = aligned(
      "The ministry closed the northern crossing on Friday and sent its border guards back to the "
      "barracks in Vell.",
      "The ministry closed the northern crossing on Friday. It sent its border guards back to the "
      "barracks in Vell.");
  REQUIRE(alignment.pairs.size() == 1);
  CHECK(alignment.pairs[0].right == std::vector<std::uint32_t>{0, 1});
  CHECK(alignment.pairs[0].matched_by == "group");
}

TEST_CASE("what has no counterpart is left over") {
  const Alignment alignment =
      aligned(sentences()[0] + "\n\n" + sentences()[1], sentences()[1] + "\n\n" + sentences()[4]);
  REQUIRE(alignment.pairs.size() == 1);
  CHECK(alignment.pairs[0].matched_by == "exact");
  CHECK(alignment.pairs[0].similarity == 1.0);
  CHECK(alignment.only_left == std::vector<std::uint32_t>{0});
  CHECK(alignment.only_right == std::vector<std::uint32_t>{1});
}

TEST_CASE("similarity is symmetric, falls with edits and is 1 for equal words alone") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const auto score = [&](const std::string& left, const std::string& right) {
    const Units a(analyser, left);
    const Units b(analyser, right);
    const double forward = unit_similarity(a.list[0], b.list[0], words, nullptr);
    CHECK(forward == unit_similarity(b.list[0], a.list[0], words, nullptr));
    return forward;
  };
  const std::string base = "The court ordered the release of both journalists on Friday.";
  CHECK(score(base, "The court ordered the release of both journalists on Friday") == 1.0);
  const double one_word = score(base, "The court ordered the release of both reporters on Friday.");
  const double other_words = score(base, "Judges told the police to free the two reporters.");
  const double unrelated = score(base, "An earthquake damaged an old monastery.");
  CHECK(one_word < 1.0);
  CHECK(one_word > other_words);
  CHECK(other_words > unrelated);
  CHECK(unrelated < 0.3);
}

}  // namespace parallax
