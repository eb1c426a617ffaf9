#include "models/vector/tfidf.hpp"
#include "tests/reference/naive_tfidf.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

std::vector<TermCount> random_counts(test::Random& random) {
  static const std::vector<std::string> words = {"ministry", "the", "zorvania", "attack", "and"};
  std::vector<TermCount> counts;
  std::int32_t term = 0;
  const std::size_t size = random.below(12);
  for (std::size_t i = 0; i < size; ++i) {
    term += 1 + static_cast<std::int32_t>(random.below(3));
    const std::size_t w = random.below(words.size());
    counts.push_back({term, 1 + static_cast<std::uint32_t>(random.below(5)), words[w], w == 1});
  }
  return counts;
}

}  // namespace

TEST_CASE("vectors, cosines and containment equal the naive twin") {
  const BackgroundModel* model = BackgroundModel::builtin("en");
  REQUIRE(model != nullptr);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    test::Random random(seed);
    const auto x = random_counts(random);
    const auto y = random_counts(random);
    const TfidfOptions options{.idf_power = 0.5, .stop_weight = 0.25};
    const TermVector a = embed(x, model, options);
    const TermVector b = embed(y, model, options);
    const auto p = reference::embed(x, model, options);
    const auto q = reference::embed(y, model, options);
    REQUIRE(static_cast<std::size_t>(a.nonZeros()) == p.size());
    for (TermVector::InnerIterator i(a); i; ++i) {
      CHECK(static_cast<double>(i.value()) == p.at(i.index()));
    }
    CHECK(cosine(a, b) == std::min(1.0, reference::cosine(p, q)));
    CHECK(cosine(a, b) == cosine(b, a));
    const Containment c = weight_containment(a, b);
    CHECK(c.a_in_b == reference::containment(p, q));
    CHECK(c.b_in_a == reference::containment(q, p));
  }
}

TEST_CASE("a matrix product gives the cosines of its rows") {
  test::Random random(5);
  std::vector<TermVector> left, right;
  for (int i = 0; i < 20; ++i) {
    left.push_back(embed(random_counts(random), nullptr));
    right.push_back(embed(random_counts(random), nullptr));
  }
  right.pop_back();
  const std::vector<double> all = cosines(stack(left), stack(right));
  REQUIRE(all.size() == left.size() * right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      CHECK(all[i * right.size() + j] == cosine(left[i], right[j]));
    }
  }
}

TEST_CASE("unknown words weigh more than known ones and stop words least") {
  const BackgroundModel* model = BackgroundModel::builtin("en");
  REQUIRE(model != nullptr);
  const std::vector<TermCount> counts = {
      {1, 1, "the", true}, {2, 1, "government", false}, {3, 1, "zorvanian", false}};
  const TermVector v = embed(counts, model, {.idf_power = 1.0, .stop_weight = 0.25});
  CHECK(v.coeff(1) < v.coeff(2));
  CHECK(v.coeff(2) < v.coeff(3));
}

TEST_CASE("embedding demands ascending terms") {
  const std::vector<TermCount> counts = {{2, 1, "a", false}, {1, 1, "b", false}};
  CHECK_THROWS_AS(embed(counts, nullptr), ContractViolation);
}

}  // namespace parallax
