#include <algorithm>
#include <string>

#include "engine/compare/quotes.hpp"
#include "engine/report/quotes_writers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"
#include "tests/support/quoted.hpp"

namespace parallax {
namespace {

using test::quoted;
using test::verdict;

const char* const kOfficial =
    "The dam at Solk failed on the night of 9 May. According to the rescue service, more than 300 "
    "houses were flooded and 12 people died.\n\nThe ministry did not order the gate to be opened. "
    "We strongly condemn the looting of the warehouses. The owners must be compensated before "
    "winter. Norland will send engineers to Keria, which has asked for help, and will pay for "
    "them.\n\nWe support the plan of the Danube Commission. We do not support the plan of the "
    "shipping companies.";

std::string folded(const QuoteReport& report) {
  std::string out;
  for (const std::string& tier : report.check.quotes.at(0).normalised) {
    out += (out.empty() ? "" : " ") + tier;
  }
  return out;
}

std::string folded(const std::string& official, const std::string& quotation) {
  return folded(quoted(official, "The ministry said: \u201C" + quotation + "\u201D"));
}

}  // namespace

TEST_CASE("faithful quotations") {
  CHECK(verdict(kOfficial, "The dam at Solk failed on the night of 9 May.") == "verbatim");
  CHECK(verdict(kOfficial, "did not order the gate to be opened") == "verbatim");
  CHECK(verdict(kOfficial, "Norland will send engineers to Keria ... and will pay for them") ==
        "trimmed");
  CHECK(verdict(kOfficial, "Norland will send engineers [...] and will pay for them") == "trimmed");
  CHECK(verdict(kOfficial, "\u2026 strongly condemn the looting of the warehouses") == "trimmed");
  CHECK(verdict(kOfficial, "[The minister] did not order the gate to be opened") ==
        "trimmed: bracket");
}

TEST_CASE("words cut out of a denial, a bound or a modal are no faithful quotation") {
  CHECK(verdict("It is not true that the gate in Solk will be closed.",
                "The gate in Solk will be closed") == "altered_in_substance: negation");
  CHECK(verdict("Fewer than 85 per cent of the families have returned.",
                "85 per cent of the families have returned") == "altered_in_substance: number");
  CHECK(verdict("We may close the gate in Solk next year.",
                "We ... close the gate in Solk next "
                "year") == "altered_in_substance: modality");
  // more than 300 are 300, too
  CHECK(verdict(kOfficial, "300 houses were flooded and 12 people died") == "verbatim");
}

TEST_CASE("what brackets put in may change the substance") {
  CHECK(verdict("The bridge is safe for lorries of any weight.",
                "The bridge is [not] safe for lorries of any weight") ==
        "altered_in_substance: bracket negation");
  CHECK(verdict("40 per cent of the wells are dry.",
                "[More than] 40 per cent of the wells are dry") ==
        "altered_in_substance: bracket number");
}

TEST_CASE("changes that leave the facts alone") {
  CHECK(verdict(kOfficial, "The dam near Solk failed on the night of 9 May") == "altered: word");
  CHECK(verdict(kOfficial, "We strongly condemn the looting of warehouses") == "altered: omitted");
  CHECK(verdict(kOfficial, "We strongly condemn the recent looting of the warehouses") ==
        "altered: added");
  CHECK(verdict(kOfficial, "more than 300 houses were flooded and twelve people died") ==
        "altered: word");
  CHECK(verdict(kOfficial, "will pay for them ... Norland will send engineers to Keria") ==
        "altered: order");
}

TEST_CASE("changes of substance are told by kind") {
  CHECK(verdict(kOfficial, "more than 300 houses were flooded and 21 people died") ==
        "altered_in_substance: number");
  CHECK(verdict(kOfficial, "300 houses were flooded and 12 people died") == "verbatim");
  CHECK(verdict(kOfficial, "nearly 300 houses were flooded and 12 people died") ==
        "altered_in_substance: number");
  CHECK(verdict(kOfficial, "The dam at Solk failed on the night of 8 May") ==
        "altered_in_substance: date");
  CHECK(verdict(kOfficial, "The ministry did order the gate to be opened") ==
        "altered_in_substance: negation");
  CHECK(verdict(kOfficial, "We do not strongly condemn the looting of the warehouses") ==
        "altered_in_substance: negation");
  CHECK(verdict(kOfficial, "We deplore the looting of the warehouses") ==
        "altered_in_substance: strength");
  CHECK(verdict(kOfficial, "We strongly welcome the looting of the warehouses") ==
        "altered_in_substance: stance");
  CHECK(verdict(kOfficial, "Norland may send engineers to Keria") ==
        "altered_in_substance: modality strength");
  CHECK(verdict(kOfficial, "Belgium will send engineers to France") ==
        "altered_in_substance: name name");
}

TEST_CASE("what is put in is a fact, what is left out is not") {
  const char* const official = "The ship left the port of Solk on Sunday with 40 people on board.";
  CHECK(verdict(official, "The ship left the port of Solk with 40 people on board") ==
        "altered: omitted");
  CHECK(verdict(official, "The ship left the port of Solk on Sunday with people on board") ==
        "altered: omitted");
  CHECK(verdict(official,
                "The ship left the port of Solk on Sunday 12 May with 40 people on board") ==
        "altered_in_substance: date");
  CHECK(verdict(official,
                "The ship left the port of Solk on Sunday with 40 people and 3 dogs on board")
            .substr(0, 28) == "altered_in_substance: number");
}

TEST_CASE("signs and prefixes carry facts, vague words do not") {
  const char* const official =
      "The port earned \u20AC12.5 million last year. The ship was fishing legally. Half of 40 % of "
      "the "
      "catch was sold.";
  CHECK(verdict(official, "The port earned \u20AC12.5 million last year") == "verbatim");
  CHECK(verdict(official, "The port earned $12.5 million last year") ==
        "altered_in_substance: number");
  CHECK(verdict(official, "The ship was fishing illegally") == "altered_in_substance: negation");
  CHECK(verdict(official, "Several times the ship was fishing legally").substr(0, 8) == "altered:");
}

TEST_CASE("an ellipsis that hides a denial changes the substance") {
  CHECK(verdict(kOfficial, "The ministry did ... order the gate to be opened") ==
        "altered_in_substance: negation");
}

TEST_CASE("a faithful fragment cut out of a denial is a changed negation") {
  const QuoteReport cut = quoted(
      kOfficial,
      "Ministers \u201Csupport the plan of the shipping companies\u201D, the spokesman said.");
  REQUIRE(cut.check.quotes.size() == 1);
  CHECK(cut.check.quotes[0].label == QuoteLabel::kAlteredInSubstance);
  const QuoteReport kept = quoted(kOfficial,
                                  "Ministers do not \u201Csupport the plan of the shipping "
                                  "companies\u201D, the spokesman said.");
  REQUIRE(kept.check.quotes.size() == 1);
  CHECK(kept.check.quotes[0].label == QuoteLabel::kVerbatim);
}

TEST_CASE("what is not said is not found") {
  CHECK(verdict(kOfficial, "The harvest of this year was the best in a decade") == "not_found");
  CHECK(verdict(kOfficial, "It is the one that we have and it was there") == "not_found");
}

TEST_CASE("terms and titles are not judged unless they are found") {
  const QuoteReport report =
      quoted(kOfficial,
             "A \u201Cwall of water\u201D hit the town, and the \u201Crescue service\u201D came.");
  REQUIRE(report.check.skipped.size() == 1);
  CHECK(report.check.skipped[0].reason == "short");
  REQUIRE(report.check.quotes.size() == 1);
  CHECK(report.check.quotes[0].label == QuoteLabel::kVerbatim);
}

TEST_CASE("what was folded is told") {
  CHECK(folded(kOfficial, "The owners must be compensated before winter.").empty());
  CHECK(folded(kOfficial, "the owners must be compensated before winter.") == "case");
  CHECK(folded(kOfficial, "The owners must be compensated before winter,") == "marks");
  CHECK(folded("It is the ministry's duty -\nour duty.",
               "It is the ministry\u2019s duty - our "
               "duty.") == "marks spaces");
  CHECK(folded(kOfficial, "\u2026 must be compensated before [the] winter") == "ellipsis brackets");
}

TEST_CASE("a quotation in another language than all official texts is not judged") {
  const QuoteReport report = quoted(
      {{"", "Das Ministerium hat die \u00D6ffnung des Tores nicht angeordnet.", "de"}},
      "The ministry said: \u201CThe ministry did not order the gate to be opened last night\u201D");
  CHECK(report.check.quotes.empty());
  REQUIRE(report.check.skipped.size() == 1);
  CHECK(report.check.skipped[0].reason == "language");
  CHECK_FALSE(report.check.warnings.empty());
}

TEST_CASE("words of another given source are misattributed") {
  const std::vector<test::IssuedText> texts = {
      {"Ministry of Emergencies of Keria", "The upper gate of the dam failed at night."},
      {"Foreign Ministry of Norland", "Our engineers warned the operator of the dam twice."}};
  const QuoteReport wrong = quoted(
      texts,
      "The Keria emergencies ministry said: \u201COur engineers warned the operator of the dam "
      "twice.\u201D");
  REQUIRE(wrong.check.quotes.size() == 1);
  CHECK(wrong.check.quotes[0].label == QuoteLabel::kMisattributed);
  CHECK(wrong.check.quotes[0].official == 1U);
  CHECK(wrong.check.quotes[0].official_source == "Foreign Ministry of Norland");
  const QuoteReport right = quoted(
      texts,
      "The Foreign Ministry of Norland said: \u201COur engineers warned the operator of the dam "
      "twice.\u201D The ministry said: \u201CThe upper gate of the dam failed at night.\u201D");
  REQUIRE(right.check.quotes.size() == 2);
  CHECK(right.check.quotes[0].label == QuoteLabel::kVerbatim);
  CHECK(right.check.quotes[1].label == QuoteLabel::kVerbatim);
}

TEST_CASE("the most faithful of several texts counts") {
  const QuoteReport report = quoted(
      {{"A", "The bridge was closed for 3 days."}, {"B", "The bridge was closed for 5 days."}},
      "The mayor said: \u201CThe bridge was closed for 5 days.\u201D");
  REQUIRE(report.check.quotes.size() == 1);
  CHECK(report.check.quotes[0].label == QuoteLabel::kVerbatim);
  CHECK(report.check.quotes[0].official == 1U);
}

TEST_CASE("any stretch of any text quoted as it stands is verbatim, whatever the layout") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    test::Random random(seed);
    const std::string official = test::statement(random, 6);
    const std::string sentence =
        official.substr(0, std::min(official.find(". "), official.find(".\n")));
    if (sentence.find("\u201C") != std::string::npos || sentence.find(" (") != std::string::npos) {
      continue;
    }
    INFO(official << "\n" << sentence);
    CHECK(verdict(official, sentence) == "verbatim");
    std::string wrapped = official;
    for (std::size_t at = 30; (at = wrapped.find(' ', at)) != std::string::npos; at += 30) {
      wrapped[at] = '\n';
    }
    CHECK(verdict(wrapped, sentence) == "verbatim");
  }
}

TEST_CASE("noise obeys the rules of spans in every writer") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    test::Random random(seed);
    const std::string official = "x " + test::noise(random, 80);
    const std::string article =
        "y \u201C" + test::noise(random, 30) + "\u201D " + test::noise(random, 30);
    INFO(official << "\n" << article);
    const QuoteReport report = quoted(official, article);
    CHECK_NOTHROW(write_quotes_json(report));
    CHECK_NOTHROW(write_quotes_lines(report));
    CHECK_NOTHROW(write_quotes_terminal(report, {.width = 40}));
    CHECK_NOTHROW(write_quotes_markdown(report));
  }
}

}  // namespace parallax
