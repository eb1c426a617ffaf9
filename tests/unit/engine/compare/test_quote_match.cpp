#include <vector>

#include "engine/compare/quote_match.hpp"
#include "tests/reference/naive_quote_match.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

using test::Random;
using Words = std::vector<MatchWord>;

/// Common words below 20, rare ones above; two words share a stem.
Words random_text(Random& random, std::size_t size, std::size_t vocabulary) {
  Words text;
  for (std::size_t i = 0; i < size; ++i) {
    const auto word = static_cast<std::uint32_t>(random.below(2) == 0 ? random.below(20)
                                                                      : random.below(vocabulary));
    text.push_back({word, word / 2});
  }
  return text;
}

/// A stretch of the text with some words changed, put in or left out.
Words edited(Random& random, const Words& text, std::size_t begin, std::size_t size,
             std::size_t one_in) {
  Words quote;
  for (std::size_t i = begin; i < begin + size; ++i) {
    if (random.below(one_in) != 0) {
      quote.push_back(text[i]);
      continue;
    }
    const auto word = static_cast<std::uint32_t>(random.below(5000));
    switch (random.below(3)) {
      case 0:
        quote.push_back({word, word / 2});
        break;
      case 1:
        quote.push_back(text[i]);
        quote.push_back({word, word / 2});
        break;
      default:
        break;
    }
  }
  return quote;
}

/// Every word of the quotation once and in order, the stretch of text without a gap.
void check_steps(const QuoteMatch& match, const Words& quote, const Words& text) {
  std::int32_t next_quote = 0;
  auto next_text = static_cast<std::int32_t>(match.begin);
  int score = 0;
  for (const MatchStep& step : match.steps) {
    if (step.quote >= 0) {
      REQUIRE(step.quote == next_quote++);
    }
    if (step.text >= 0) {
      REQUIRE(step.text == next_text++);
    }
    if (step.quote >= 0 && step.text >= 0) {
      const MatchWord& a = quote[static_cast<std::size_t>(step.quote)];
      const MatchWord& b = text[static_cast<std::size_t>(step.text)];
      score += a.word == b.word   ? MatchScores::kSame
               : a.stem == b.stem ? MatchScores::kStem
                                  : MatchScores::kOther;
    } else {
      score += MatchScores::kGap;
    }
  }
  REQUIRE(next_quote == static_cast<std::int32_t>(quote.size()));
  REQUIRE(next_text == static_cast<std::int32_t>(match.end));
  REQUIRE(score == match.score);
}

}  // namespace

TEST_CASE("an edited stretch of a long text gets the score of the whole table") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    const Words text = random_text(random, 12'000, 3000);
    const QuoteMatcher matcher(text);
    const std::size_t size = 40 + random.below(60);
    const Words quote = edited(random, text, random.below(text.size() - size), size, 6);
    const auto match = matcher.find(quote);
    REQUIRE(match.has_value());
    CHECK(match->score == reference::fitting_score(quote, text));
    check_steps(*match, quote, text);
  }
}

TEST_CASE("short texts and any words get the score of the whole table") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Random random(seed);
    const Words text = random_text(random, 1 + random.below(60), 60);
    const Words quote = random_text(random, 1 + random.below(12), 60);
    const auto match = QuoteMatcher(text).find(quote);
    const int expected = reference::fitting_score(quote, text);
    CHECK((match ? match->score : 0) == std::max(expected, 0));
    if (match) {
      check_steps(*match, quote, text);
    }
  }
}

TEST_CASE("never better than the whole table, wherever the quotation comes from") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    const Words text = random_text(random, 12'000, 3000);
    const Words quote = random_text(random, 50, 3000);
    const auto match = QuoteMatcher(text).find(quote);
    if (match) {
      check_steps(*match, quote, text);
      CHECK(match->score <= reference::fitting_score(quote, text));
    }
  }
}

TEST_CASE("a range is kept to, ties take the earliest place, nothing shared is nothing found") {
  const Words text = {{1, 1}, {2, 2}, {3, 3}, {1, 1}, {2, 2}, {3, 3}};
  const Words quote = {{1, 1}, {2, 2}};
  const QuoteMatcher matcher(text);
  CHECK(matcher.find(quote)->begin == 0);
  CHECK(matcher.find(quote)->end == 2);
  CHECK(matcher.find(quote, {1, 6})->begin == 3);
  CHECK(matcher.find(quote)->same == 2);
  CHECK_FALSE(matcher.find(Words{{9, 9}}).has_value());
  CHECK_FALSE(matcher.find(Words{}).has_value());
  CHECK_FALSE(QuoteMatcher(Words{}).find(quote).has_value());
}

}  // namespace parallax
