#include <map>
#include <string>
#include <utility>

#include "engine/compare/distinctive.hpp"
#include "models/text/fold.hpp"
#include "tests/reference/naive_distinctive.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

struct Sides {
  Sides(std::string left, std::string right, const std::string& right_language = "en")
      : analyser(words, lexicons),
        a(analyser.analyse(test::record_of("a", std::move(left))).value()),
        b(analyser.analyse(test::record_of("b", std::move(right), right_language)).value()) {}

  [[nodiscard]] DistinctiveWords found(std::size_t top = 1000) const {
    return distinctive_words(a, b, words, BackgroundModel::builtin("en"), {.top = top});
  }

  WordTable words;
  LexiconSource lexicons;
  Analyser analyser;
  Document a, b;
};

std::string terms(const std::vector<DistinctiveWord>& words) {
  std::string out;
  for (const DistinctiveWord& w : words) {
    out += (out.empty() ? "" : " ") + w.term;
  }
  return out;
}

/// Counts by stem, keyed by the word that stands for the stem in the result.
std::map<std::string, std::pair<int, int>> counts_of(const Sides& s,
                                                     std::map<std::string, double>& frequency) {
  std::map<std::string, std::pair<int, int>> counts;
  std::map<std::string, std::map<std::string, bool>> forms;
  const auto add = [&](const Document& d, int std::pair<int, int>::*side) {
    for (const Token& token : d.tokens) {
      const Word& word = s.words[token.word];
      if (token.kind == TokenKind::kWord && !word.stop && word.folded.size() > 1) {
        ++(counts[word.stem].*side);
        forms[word.stem][word.folded] = true;
      }
    }
  };
  add(s.a, &std::pair<int, int>::first);
  add(s.b, &std::pair<int, int>::second);
  for (const auto& [stem, list] : forms) {
    for (const auto& [form, yes] : list) {
      frequency[stem] += BackgroundModel::builtin("en")->paragraph_frequency(form);
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("distinctive words are those of the formula") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    test::Random random(seed);
    const Sides s(test::statement(random, 8), test::statement(random, 8));
    std::map<std::string, double> frequency;
    const auto counts = counts_of(s, frequency);
    const auto expected =
        reference::log_odds(counts, [&](const std::string& stem) { return frequency[stem]; });
    const DistinctiveWords found = s.found();
    std::size_t positive = 0;
    std::size_t negative = 0;
    for (const auto& [stem, z] : expected) {
      positive += z > 1e-12 && counts.at(stem).first > 0 ? 1U : 0U;
      negative += z < -1e-12 && counts.at(stem).second > 0 ? 1U : 0U;
    }
    REQUIRE(found.left.size() == positive);
    REQUIRE(found.right.size() == negative);
    for (const auto* list : {&found.left, &found.right}) {
      const double sign = list == &found.left ? 1.0 : -1.0;
      for (const DistinctiveWord& w : *list) {
        INFO(w.term);
        CHECK(w.z == Approx(sign * expected.at(stem(fold(w.term), "en"))));
        const auto& [left, right] = counts.at(stem(fold(w.term), "en"));
        CHECK(static_cast<int>(w.own) == (sign > 0 ? left : right));
        CHECK(static_cast<int>(w.other) == (sign > 0 ? right : left));
      }
    }
  }
}

TEST_CASE("each side's own word for the event leads") {
  const Sides s(
      "The provocation began at night. The provocation was planned. Arvenia answers this "
      "provocation.",
      "The aggression began at night. The aggression was planned. Arvenia answers this "
      "aggression.");
  const DistinctiveWords found = s.found(1);
  CHECK(terms(found.left) == "provocation");
  CHECK(terms(found.right) == "aggression");
  CHECK(found.left.front().own == 3);
  CHECK(found.left.front().other == 0);
}

TEST_CASE("distinctive words are written as inside sentences") {
  const Sides s("Provocation is what Belmar did. Provocation by Belmar's army, and a Provocation.",
                "Escalation is near. Nobody wants escalation.");
  CHECK(terms(s.found(2).left) == "Provocation Belmar");
  CHECK(terms(s.found(1).right) == "escalation");
  CHECK(terms(Sides("Usurpers. Usurpers! Usurpers?", "Peace came.").found(1).left) == "usurpers");
}

TEST_CASE("stop words, numbers and marks are never distinctive") {
  const Sides s("The 14 14 14 were, were, were of the of the.", "Ships sail.");
  CHECK(terms(s.found().left).empty());
}

TEST_CASE("swapping the sides swaps the lists; equal texts have none; languages are not mixed") {
  test::Random random(3);
  const std::string left = test::statement(random, 9);
  const std::string right = test::statement(random, 9);
  const DistinctiveWords one = Sides(left, right).found();
  const DistinctiveWords two = Sides(right, left).found();
  CHECK(terms(one.left) == terms(two.right));
  CHECK(terms(one.right) == terms(two.left));
  CHECK(Sides(left, left).found().left.empty());
  CHECK(Sides(left, left).found().right.empty());
  CHECK(Sides(left, right, "fr").found().left.empty());
}

}  // namespace parallax
