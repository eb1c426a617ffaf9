/// One event told in words that have little in common: what ties the two together, and what
/// differs.

#include "engine/compare/anchors.hpp"
#include "engine/facts/claims.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;
namespace {

/// Two sentences with their claims, compared either way round.
struct Tied {
  Tied(std::string left, std::string right)
      : analyser(words, lexicons),
        a(analyser.analyse(test::record_of("left", std::move(left))).value()),
        b(analyser.analyse(test::record_of("right", std::move(right))).value()),
        tables(lexicons),
        left_claims(extract_claims(a, *tables.get("en").value(), words)),
        right_claims(extract_claims(b, *tables.get("en").value(), words)) {}

  [[nodiscard]] Anchors anchors(bool swapped) const {
    const PairContext pair = swapped ? PairContext{b, a, right_claims[0], left_claims[0], words}
                                     : PairContext{a, b, left_claims[0], right_claims[0], words};
    return anchors_of(pair, open_gate(pair));
  }

  WordTable words;
  LexiconSource lexicons;
  Analyser analyser;
  Document a, b;
  FactLexicons tables;
  std::vector<Claim> left_claims, right_claims;
};

}  // namespace

TEST_CASE("anchors weigh names most, and are the same from either side") {
  const Tied tied("Torria handed 12 pilots to Norland at the bridge of Selm on 4 May.",
                  "On 4 May Norland received its 12 pilots from Torria at the Selm bridge.");
  const Anchors one = tied.anchors(false);
  const Anchors two = tied.anchors(true);
  CHECK(one.names >= 2);
  CHECK(one.values == 2);
  CHECK(one.weight >= 6.0);
  CHECK(one.weight == two.weight);
  CHECK(one.names == two.names);
  CHECK(one.words == two.words);
  CHECK(one.values == two.values);
  CHECK(one.event == two.event);

  const Tied bodies("The Security Council discussed the state of the country.",
                    "The country thanked the United Nations and the Security Council.");
  CHECK(bodies.anchors(false).names == 0);
  CHECK(bodies.anchors(false).weight == bodies.anchors(true).weight);
  CHECK(bodies.anchors(false).weight < 3.0);
}

TEST_CASE("one figure of an event told in other words") {
  each_has(
      {{"The jails of Torria hold nine citizens of Sweden, the embassy found.",
        "Fifteen Swedes are behind bars in Torria, the justice ministry said."},
       {"From the harbour of Selm 31 vessels with maize have put to sea since the corridor "
        "opened.",
        "Since the sea corridor was opened, 88 grain ships have sailed from Selm."},
       {"Two out of three pilots walked out in the strike at Norland Air, the union said.",
        "In the pilots' strike participation at Norland Air was 20 per cent, the airline said."}},
      "number");
}

TEST_CASE("figures of others, of parts and of other moments stay quiet") {
  each_has({{"The army of Torria lost six tanks in the fighting for Ravna.",
             "The rebels lost two tanks in the fighting for Ravna."},
            {"Two of the seven pumps at the Orlen station failed.",
             "Five of the seven pumps at the Orlen station are working."},
            {"Deputies adopted the fisheries act with 88 votes.",
             "With 61 votes deputies approved the pension fund."}},
           "");
}

TEST_CASE("one day or place of an event told in other words") {
  each_has({{"Arvenia set 9 October for the handover of the three sailors at the Solk checkpoint.",
             "The three sailors are to be handed over at the Solk checkpoint on 2 December."}},
           "date");
  each_has({{"A landmine killed a tractor driver near the village of Borisk on Tuesday.",
             "The farmer who died on Tuesday when his tractor drove over a mine had been working "
             "outside Temna."}},
           "place");
}

TEST_CASE("one name of an event told in other words") {
  each_has({{"The ferry that ran aground off Cape Sorn and lost its fuel was the Stella Nova, the "
             "harbour master reported.",
             "According to the ministry, the fuel slick off Cape Sorn comes from the ferry Baltic "
             "Queen, which struck the rocks there."}},
           "name");
}

TEST_CASE("one event denied in other words") {
  each_has({{"Our planes carried out no strikes on the town of Bel Karma last night.",
             "A mill in Bel Karma was hit in an air strike during the night."}},
           "negation");
}

TEST_CASE("for and against in other words") {
  each_has({{"The guild of Orlen has hailed the trawling ban in the bay as long overdue.",
             "Fishermen in Orlen are up in arms over the prohibition of trawling in the bay."}},
           "stance");
}

TEST_CASE("long sentences that share words by chance are not tied") {
  each_has(
      {{"At the outset I congratulate the President on his election, and I pledge the full support "
        "of my delegation for the work that lies before the General Assembly in the coming months, "
        "which the people of my country follow with great hope.",
        "The Government rejects the occupation of its territory, which the General Assembly has "
        "discussed for years without a result, and calls upon all countries to act in accordance "
        "with international law and with the resolutions of the Security Council."}},
      "");
}

}  // namespace parallax
