/// Laws that hold for every pair of texts: identity, mirror, nothing dropped, evidence re-read.

#include <set>
#include <string>

#include "engine/report/writers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

using test::compared;
using test::Random;

/// Every claim of both documents stands exactly once among the pairs and the lists.
void check_nothing_dropped(const ComparisonReport& report) {
  const Comparison& c = report.comparisons.at(0);
  std::multiset<ClaimIndex> seen;
  for (const ReportPair& pair : c.pairs) {
    REQUIRE_FALSE(pair.left.empty());
    REQUIRE_FALSE(pair.right.empty());
    seen.insert(pair.left.begin(), pair.left.end());
    seen.insert(pair.right.begin(), pair.right.end());
  }
  seen.insert(c.only_left.begin(), c.only_left.end());
  seen.insert(c.only_right.begin(), c.only_right.end());
  seen.insert(c.formulaic.begin(), c.formulaic.end());
  REQUIRE(seen.size() == report.claims.size());
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    REQUIRE(seen.count(static_cast<ClaimIndex>(i)) == 1);
  }
}

void check_scores(const ComparisonReport& report) {
  const auto in_range = [](double x) { return x >= 0.0 && x <= 1.0; };
  for (const Comparison& c : report.comparisons) {
    REQUIRE(in_range(c.overlap.similarity));
    REQUIRE(in_range(c.overlap.left_in_right));
    REQUIRE(in_range(c.overlap.right_in_left));
    REQUIRE(in_range(c.overlap.verbatim));
    for (const ReportPair& pair : c.pairs) {
      REQUIRE(in_range(pair.similarity));
    }
    for (const ReportDivergence& d : c.divergences) {
      REQUIRE(in_range(d.confidence));
    }
  }
}

void check_evidence_rereads(const ComparisonReport& report) {
  for (const ReportDivergence& d : report.comparisons.at(0).divergences) {
    for (const Evidence* e : {&d.left, &d.right}) {
      const ReportClaim& claim = report.claim(e->claim);
      const std::string& text = report.documents.at(static_cast<std::size_t>(claim.document)).text;
      REQUIRE(text.substr(e->span.begin, e->span.size()) == e->text);
      REQUIRE_FALSE(e->text.empty());
    }
  }
}

/// What must be equal when the sides are swapped.
std::string mirrored_form(const ComparisonReport& report, bool swapped) {
  const Comparison& c = report.comparisons.at(0);
  const auto claim_text = [&](ClaimIndex i) {
    const ReportClaim& claim = report.claim(i);
    return report.documents.at(static_cast<std::size_t>(claim.document))
        .text.substr(claim.span.begin, claim.span.size());
  };
  std::multiset<std::string> lines;
  for (const ReportPair& pair : c.pairs) {
    std::string left, right;
    for (const ClaimIndex i : pair.left) {
      left += claim_text(i) + "|";
    }
    for (const ClaimIndex i : pair.right) {
      right += claim_text(i) + "|";
    }
    lines.insert((swapped ? right + "=" + left : left + "=" + right) +
                 std::to_string(pair.similarity) + std::string(name_of(pair.relation)) +
                 (pair.moved ? " moved" : ""));
  }
  for (const ReportDivergence& d : c.divergences) {
    const Evidence& left = swapped ? d.right : d.left;
    const Evidence& right = swapped ? d.left : d.right;
    lines.insert(d.kind + std::string(name_of(d.severity)) + left.text + "/" + right.text +
                 std::to_string(d.confidence));
  }
  for (const ClaimIndex i : swapped ? c.only_right : c.only_left) {
    lines.insert("L" + claim_text(i));
  }
  for (const ClaimIndex i : swapped ? c.only_left : c.only_right) {
    lines.insert("R" + claim_text(i));
  }
  std::string all = std::to_string(c.overlap.similarity) + " " +
                    std::to_string(swapped ? c.overlap.right_in_left : c.overlap.left_in_right) +
                    " " + std::to_string(c.overlap.verbatim);
  for (const std::string& line : lines) {
    all += "\n" + line;
  }
  return all;
}

}  // namespace

TEST_CASE("a text compared with itself is one hundred percent and has no finding") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Random random(seed);
    const std::string text = test::statement(random, 1 + random.below(12));
    const ComparisonReport report = compared(text, text);
    const Comparison& c = report.comparisons.at(0);
    INFO(text);
    CHECK(c.overlap.similarity == 1.0);
    CHECK(c.overlap.left_in_right == 1.0);
    CHECK(c.overlap.right_in_left == 1.0);
    CHECK(c.overlap.verbatim == 1.0);
    CHECK(c.divergences.empty());
    CHECK(c.only_left.empty());
    CHECK(c.only_right.empty());
  }
}

TEST_CASE("any two texts: nothing is dropped, scores are in range, evidence re-reads") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    const std::string left = test::statement(random, 1 + random.below(10));
    const std::string right = test::statement(random, 1 + random.below(10));
    INFO(left << "\n----\n" << right);
    const ComparisonReport report = compared(left, right);
    check_nothing_dropped(report);
    check_scores(report);
    check_evidence_rereads(report);
    CHECK_NOTHROW(write_json(report));
    CHECK_NOTHROW(write_terminal(report));
    CHECK_NOTHROW(write_markdown(report));
  }
}

TEST_CASE("noise of many scripts obeys the same laws") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    const std::string left = "x " + test::noise(random, 120);
    const std::string right = "x " + test::noise(random, 120);
    INFO(left << "\n----\n" << right);
    const ComparisonReport report = compared(left, right, seed % 2 == 0 ? "tr" : "en");
    check_nothing_dropped(report);
    check_scores(report);
    check_evidence_rereads(report);
    CHECK_NOTHROW(write_json(report));
    CHECK_NOTHROW(write_terminal(report, {.width = 40}));
  }
}

TEST_CASE("swapping the sides mirrors the result") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    const std::string left = test::statement(random, 1 + random.below(10));
    const std::string right = test::statement(random, 1 + random.below(10));
    INFO(left << "\n----\n" << right);
    CHECK(mirrored_form(compared(left, right), false) ==
          mirrored_form(compared(right, left), true));
  }
}

TEST_CASE("the same input gives the same bytes") {
  Random random(7);
  const std::string left = test::statement(random, 12);
  const std::string right = test::statement(random, 12);
  CHECK(write_json(compared(left, right)) == write_json(compared(left, right)));
}

TEST_CASE("the order of sentences in a text changes no containment") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    std::vector<std::string> sentences;
    for (int i = 0; i < 6; ++i) {
      sentences.push_back(test::sentence(random));
    }
    const std::string other = test::statement(random, 5);
    std::string forward, backward;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      forward += sentences[i] + "\n\n";
      backward += sentences[sentences.size() - 1 - i] + "\n\n";
    }
    const Overlap a = compared(forward, other).comparisons.at(0).overlap;
    const Overlap b = compared(backward, other).comparisons.at(0).overlap;
    CHECK(a.left_in_right == Approx(b.left_in_right).margin(1e-9));
  }
}

}  // namespace parallax
