/// Long sentences tell several things: clauses of one against clauses of the other, and claims that
/// are left over although they speak against one another.

#include <algorithm>
#include <string>
#include <vector>

#include "engine/compare/clause_views.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {
namespace {

using test::compared;
using test::each_has;

/// The content that is left in each clause of a sentence.
std::vector<std::string> clauses(const char* sentence) {
  test::ReadClaim r;
  test::read_into(r, sentence);
  std::vector<std::string> all;
  for (const Claim& view : clause_views(r.document, r.claim, r.words)) {
    std::string text;
    for (const Term& term : view.terms) {
      if (term.kind != TermKind::kFunction) {
        text += (text.empty() ? "" : " ") + r.text(term.span);
      }
    }
    all.push_back(text);
  }
  return all;
}

std::vector<std::string> kinds(const ComparisonReport& report) {
  std::vector<std::string> found;
  for (const ReportDivergence& d : report.comparisons.at(0).divergences) {
    if (d.severity != Severity::kNote) {
      found.push_back(d.kind);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a claim is cut into its clauses", "[compare]") {
  CHECK(clauses("The water in the lake, which has risen since March, is tested every week.") ==
        std::vector<std::string>{"water lake risen March", "water lake tested week"});
  CHECK(clauses("The mayor left the hall, and the guards closed the gate behind him.") ==
        std::vector<std::string>{"mayor left hall", "guards closed gate"});
  CHECK(
      clauses("In the harbour of Selm, the ferry ran aground, thanks to a broken rudder.").size() ==
      1);
  CHECK(clauses("The mayor left the hall.").empty());
}

TEST_CASE("clauses of long sentences are set against each other", "[compare]") {
  each_has({{"The water in the lake, which has risen by two metres since March, is tested every "
             "week by students of the college.",
             "Divers of the club went down into the lake, where the water has fallen by two metres "
             "since March, and brought up an anchor."}},
           "direction");
  each_has({{"The council has read the plan of the surveyor, which it accepts, and has put aside "
             "the money for the coming spring.",
             "The parents met on Monday in the school of Selm to discuss the plan of the surveyor, "
             "which they reject, and wrote a letter."}},
           "stance");
}

TEST_CASE("clauses at other places, and what both sides say, are no divergence", "[compare]") {
  each_has({{"Flood water entered 320 cellars in the quarter of Arn, the brigade said.",
             "In the quarter of Bell, flood water entered 145 cellars, the brigade said."},
            {"Critics call the tax on boats needless, but the harbour office thinks it necessary.",
             "The harbour office thinks the tax on boats necessary."},
            {"Norvia, Keria and Arvenia abstained in the vote on the canal.",
             "Arvenia, Norvia and Keria abstained in the vote on the canal."}},
           "");
}

TEST_CASE("a claim that is left over joins what it speaks against", "[compare]") {
  const ComparisonReport report = compared(
      "Two guards of the mill were wounded and flown to Brenn. The mill stood still for a "
      "week.",
      "The mill was searched for three days by the police of the district of Selm. "
      "According to the owner, nobody at the mill was hurt. The mill did not stand still.");
  const std::vector<std::string> found = kinds(report);
  CHECK(std::count(found.begin(), found.end(), "negation") == 2);
  std::vector<ClaimIndex> seen;
  for (const ReportPair& pair : report.comparisons[0].pairs) {
    seen.insert(seen.end(), pair.left.begin(), pair.left.end());
    seen.insert(seen.end(), pair.right.begin(), pair.right.end());
  }
  for (const auto* alone : {&report.comparisons[0].only_left, &report.comparisons[0].only_right}) {
    seen.insert(seen.end(), alone->begin(), alone->end());
  }
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());  // each claim once
  CHECK(seen.size() == report.claims.size());
}

}  // namespace parallax
