#include <algorithm>
#include <map>

#include "engine/compare/centrality.hpp"
#include "engine/facts/claims.hpp"
#include "tests/reference/naive_centrality.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

struct Side {
  explicit Side(std::string text)
      : analyser(words, lexicons),
        document(analyser.analyse(test::record_of("a", std::move(text))).value()),
        tables(lexicons),
        claimed{document, extract_claims(document, *tables.get("en").value(), words)} {}

  [[nodiscard]] std::vector<double> centrality() const {
    return claim_centrality(claimed, words, BackgroundModel::builtin("en"));
  }

  WordTable words;
  LexiconSource lexicons;
  Analyser analyser;
  Document document;
  FactLexicons tables;
  ClaimedDocument claimed;
};

std::vector<double> naive(const Side& side) {
  const BackgroundModel* model = BackgroundModel::builtin("en");
  std::vector<std::vector<TermCount>> texts;
  std::vector<double> weights;
  std::vector<double> key_terms;
  for (const Claim& claim : side.claimed.claims) {
    std::map<std::int32_t, TermCount> counts;
    double weight = 0.0;
    for (std::uint32_t i = 0; i < claim.token_count; ++i) {
      const Token& token = side.document.tokens[claim.first_token + i];
      const Word& word = side.words[token.word];
      if (token.kind != TokenKind::kPunctuation && !word.stop) {
        TermCount& count = counts[static_cast<std::int32_t>(word.stem_id)];
        count.term = static_cast<std::int32_t>(word.stem_id);
        ++count.count;
        count.folded = count.folded.empty() ? std::string_view(word.folded)
                                            : std::min(count.folded, std::string_view(word.folded));
        weight += model->idf(word.folded);
      }
    }
    texts.emplace_back();
    for (const auto& [term, count] : counts) {
      texts.back().push_back(count);
    }
    weights.push_back(weight);
    double heaviest = 0.0;
    for (const KeyTerm& term : claim.key_terms) {
      heaviest = std::max(heaviest, term.weight);
    }
    key_terms.push_back(heaviest);
  }
  return reference::centrality(texts, weights, key_terms, model);
}

}  // namespace

TEST_CASE("centrality by the sum of vectors is centrality by all pairs") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    test::Random random(seed);
    const Side side(test::statement(random, 1 + random.below(15)));
    const std::vector<double> fast = side.centrality();
    const std::vector<double> slow = naive(side);
    REQUIRE(fast.size() == slow.size());
    for (std::size_t i = 0; i < fast.size(); ++i) {
      CHECK(fast[i] == Approx(slow[i]).margin(2e-3));
      CHECK((fast[i] >= 0.0 && fast[i] <= 1.0));
    }
  }
}

TEST_CASE("what the rest of the text is about is central") {
  const Side side(
      "The dam in Gorin broke after heavy rain. Engineers had warned that the dam in Gorin was "
      "old. The lunch was tasty. Villages below the dam were cleared.");
  const std::vector<double> c = side.centrality();
  REQUIRE(c.size() == 4);
  CHECK(c[2] == *std::min_element(c.begin(), c.end()));
}

TEST_CASE("a claim without words is not central") {
  const Side side("The dam broke. And so it is. The dam was old.");
  CHECK(side.centrality().at(1) == 0.0);
}

}  // namespace parallax
