/// Movements, states and positions that are told in other words and exclude each other.

#include "engine/facts/claim.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("movements of one measure in other words go opposite ways", "[compare]") {
  each_has(
      {{"Queues at the ferry in Selm got shorter last year, the harbour office said.",
        "Passengers had to queue longer and longer at the ferry in Selm last year, riders said."},
       {"The rowing clubs of Tarsk are losing members, the sports council noted.",
        "Membership of the rowing clubs of Tarsk is growing, the sports council noted."},
       {"Salt became dearer in Kelm in May, the statistics office said.",
        "Salt became cheaper in Kelm in May, the statistics office said."},
       {"More timber was shipped through the lock at Tarsk in May, the canal board reported.",
        "Timber shipments through the lock at Tarsk dwindled in May, the mill owners said."},
       {"The level of the lake at Kelm is rising, the engineers reported.",
        "The level of the lake at Kelm is sinking, the engineers reported."}},
      "direction");
}

TEST_CASE("one movement told from two sides is no divergence", "[compare]") {
  each_has({{"The crown lost ground against the dollar on Friday.",
             "On Friday the dollar gained against the crown."},
            {"Exports of cut roses from Selm rose in May, the trade office said.",
             "In May, exports of cut roses from Selm increased, the trade office said."}},
           "");
}

TEST_CASE("states told in other words exclude each other", "[compare]") {
  each_has(
      {{"The pumps of the Tarsk mill were running on the night of the flood, the owner said.",
        "On the night of the flood the pumps of the Tarsk mill stood switched off, police found."},
       {"The detained miner was allowed to see a lawyer on Monday, the prison said.",
        "On Monday the detained miner was refused any contact with a lawyer, his wife said."},
       {"The miners' choir was consulted before the Kelm hall was sold, the council said.",
        "Nobody at the miners' choir was asked for its view before the sale of the Kelm hall."},
       {"The registry in Selm keeps working as usual, the city assured.",
        "All work of the registry in Selm has been suspended, a notice on its door says."}},
      "negation");
}

TEST_CASE("positions on one thing in other words are opposed", "[compare]") {
  each_has(
      {{"The weavers' guild backs the introduction of a levy on imported silk.",
        "The traders' league is opposed to a silk levy."},
       {"The harbour master regards the sale of the dredger to Tarsk as good for fishermen.",
        "According to the fishermen's league, selling the dredger to Tarsk will harm fishermen."},
       {"Readmitting the Tarsk rowers is the wrong signal, the rowing club of Selm said.",
        "The rowing club of Kelm favours readmitting the Tarsk rowers."},
       {"The mayor called the new tram line a resounding success.",
        "In the view of the shopkeepers, the new tram line is an utter failure."},
       {"The guild of bakers spoke out against the levy on flour, warning that bread would suffer.",
        "The council of Selm approves of the levy on flour."}},
      "stance");
}

TEST_CASE("being against the end of a thing is being for it", "[compare]") {
  each_has({{"Norland opposes any end to the ban on whaling.",
             "Norland supports keeping the ban on whaling in place."}},
           "");
}

TEST_CASE("a verb with a thing behind it frames nothing", "[facts]") {
  const auto framed = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    std::string all;
    for (const Term& term : r.claim.terms) {
      if (term.frame && term.kind != TermKind::kFunction) {
        all += r.text(term.span) + " ";
      }
    }
    return all;
  };
  CHECK(framed("The mayor endorsed the curfew that the council imposed.").empty());
  CHECK(framed("The guild came out against the levy, warning that bread would suffer.")
            .find("levy") == std::string::npos);
  CHECK(!framed("The mayor warned the miners that the shaft was flooded.").empty());
}

TEST_CASE("amounts are compared with earlier ones", "[facts]") {
  const auto moves = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    int sum = 0;
    for (const Direction& d : r.claim.directions) {
      sum += d.axis == "amount" ? d.sign : 0;
    }
    return sum;
  };
  CHECK(moves("Fewer pupils passed the test than a year ago.") < 0);
  CHECK(moves("The weavers sent ever larger sums home.") > 0);
  CHECK(moves("Trains became less punctual.") < 0);
  CHECK(moves("The mill sells more than 40 sacks.") == 0);
}

TEST_CASE("an end that both sides tell of, by whatever words, turns no position round",
          "[compare]") {
  each_has({{"The warden welcomed the closure of the hostel at Brel.",
             "The warden deplored the shutting of the hostel at Brel."}},
           "stance");
  each_has({{"The warden opposes ending the embargo on eels.",
             "The warden supports the embargo on eels."}},
           "");
}

}  // namespace parallax
