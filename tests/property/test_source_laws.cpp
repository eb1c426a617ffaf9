/// Every sentence is in a statement, spans are real, same input gives the same bytes.

#include <string>
#include <vector>

#include "engine/report/sources_writers.hpp"
#include "models/base/utf8.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"
#include "tests/support/sourced.hpp"

namespace parallax {
namespace {

/// Statements with verbs of saying, quotations and pronouns between them.
std::string reported(test::Random& random, std::size_t count) {
  static const std::vector<std::string> frames = {"", "The spokesman said: \u201C", "\"",
                                                  "According to Reuters, ", "She added that "};
  static const std::vector<std::string> tails = {"", "\u201D", "\" Ana Reis said. ",
                                                 " he told reporters.", "\n\n"};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += test::pick(random, frames) + test::sentence(random) + test::pick(random, tails) + " ";
  }
  return text;
}

void check_laws(const std::string& text) {
  INFO(text);
  const test::Sourced d = test::sourced(text);
  std::vector<char> covered(d.document.sentences.size(), 0);
  for (const Statement& s : d.out.statements) {
    REQUIRE_FALSE(s.content.empty());
    REQUIRE(s.confidence >= 0.0);
    REQUIRE(s.confidence <= 1.0);
    std::uint32_t end = 0;
    for (const ByteSpan span : s.content) {
      REQUIRE(span.begin < span.end);
      REQUIRE(span.begin >= end);
      end = span.end;
      REQUIRE_FALSE(first_invalid_utf8(d.document.slice(span)).has_value());
    }
    REQUIRE((!s.source || *s.source < d.out.sources.size()));
    for (std::uint32_t t = s.first_sentence; t <= s.last_sentence; ++t) {
      covered.at(t) = 1;
    }
  }
  for (const char c : covered) {
    REQUIRE(c == 1);
  }
  const test::Sourced again = test::sourced(text);
  REQUIRE(write_sources_json(d.document, d.out) == write_sources_json(again.document, again.out));
}

}  // namespace

TEST_CASE("laws of statements hold on generated news") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    test::Random random(seed);
    check_laws(reported(random, 12));
  }
}

TEST_CASE("laws of statements hold on noise") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    test::Random random(seed);
    check_laws(test::noise(random, 150));
  }
}

}  // namespace parallax
