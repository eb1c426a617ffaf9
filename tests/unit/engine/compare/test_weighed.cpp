/// What weights judge where no rule speaks.

#include <cmath>
#include <string>

#include "engine/compare/pair_weights.hpp"
#include "engine/compare/suspects.hpp"
#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

/// The suspects of two sentences, from both sides.
struct Suspected {
  explicit Suspected(const std::string& left, const std::string& right)
      : analyser(words, lexicons),
        a(analyser.analyse(test::record_of("left", left)).value()),
        b(analyser.analyse(test::record_of("right", right)).value()),
        tables(lexicons),
        left_claims(extract_claims(a, *tables.get("en").value(), words)),
        right_claims(extract_claims(b, *tables.get("en").value(), words)) {}

  [[nodiscard]] std::vector<Suspect> suspects(bool swapped) const {
    const PairContext pair = swapped ? PairContext{b, a, right_claims[0], left_claims[0], words}
                                     : PairContext{a, b, left_claims[0], right_claims[0], words};
    const EventGate gate = open_gate(pair);
    return suspects_of(pair, gate, traits_of(pair, gate));
  }

  WordTable words;
  LexiconSource lexicons;
  Analyser analyser;
  Document a, b;
  FactLexicons tables;
  std::vector<Claim> left_claims, right_claims;
};

std::string kinds(const std::vector<Suspect>& suspects) {
  std::string joined;
  for (const Suspect& suspect : suspects) {
    joined += std::string(suspect.kind) + " ";
  }
  return joined;
}

}  // namespace

TEST_CASE("suspects are facts that could not both hold of one event", "[compare]") {
  const Suspected figures("The dockers of Selm loaded 40 ships in June.",
                          "In June, 65 ships were loaded by the dockers of Selm.");
  CHECK(kinds(figures.suspects(false)) == "number ");
  const Suspected names("The court in Selm is headed by Ada Lorn.",
                        "Ivo Kelm presides over the court in Selm.");
  CHECK(kinds(names.suspects(false)) == "name ");
  const Suspected same("The dockers of Selm loaded 40 ships in June.",
                       "In June, 40 ships were loaded by the dockers of Selm.");
  CHECK(kinds(same.suspects(false)).empty());
}

TEST_CASE("a swap of the sides changes no trait", "[compare]") {
  const Suspected pair("The envoy of Norland met 12 mayors in Selm on Monday.",
                       "On Monday the envoy of Norland met 15 mayors in Kelm, Ada Lorn said.");
  const std::vector<Suspect> one = pair.suspects(false);
  const std::vector<Suspect> two = pair.suspects(true);
  REQUIRE(one.size() == two.size());
  REQUIRE(!one.empty());
  for (std::size_t i = 0; i < one.size(); ++i) {
    INFO(one[i].differs);
    CHECK(one[i].kind == two[i].kind);
    CHECK(one[i].traits.values == two[i].traits.values);
  }
}

TEST_CASE("every kind has weights and a limit", "[compare]") {
  REQUIRE(pair_weights().size() == 3);
  for (const KindWeights& weights : pair_weights()) {
    INFO(weights.kind);
    CHECK(!weights.steps.empty());
    CHECK(weights.enough > 0.5);
    CHECK(weights.enough < 1.0);
    for (const Step& step : weights.steps) {
      CHECK(step.trait < Trait::kCount);
      CHECK(step.below * step.above <= 0.0);
    }
  }
}

TEST_CASE("a probability is the logistic sum of the steps", "[compare]") {
  const Step steps[] = {{Trait::kShared, 2.5, -1.0, 0.5}, {Trait::kOwn, 0.5, 0.25, -2.0}};
  const KindWeights weights{"number", 0.5, 0.7, steps};
  Traits traits;
  traits[Trait::kShared] = 3.0;
  CHECK(probability(weights, traits) == Approx(1.0 / (1.0 + std::exp(-1.25))));
  traits[Trait::kOwn] = 1.0;
  CHECK(probability(weights, traits) == Approx(1.0 / (1.0 + std::exp(1.0))));
}

}  // namespace parallax
