/// Who did what to whom where the two sides tell it from its two ends, how it came out in other
/// words, and who was where; each pair is told both ways round.

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("parties that two words for one deed exchange") {
  each_has({{"Niger delivered 900 tonnes of onions to Benin in March.",
             "Niger obtained 900 tonnes of onions from Benin in March."},
            {"Benin won against Niger in the qualifier on Saturday.",
             "On Saturday Niger prevailed over Benin in the qualifier."},
            {"Benin defeated Niger in the final in Lagos.",
             "Benin lost to Niger in the final in Lagos."},
            {"Norway's aid to Malawi was paid out in May.",
             "In May Norway received the aid from Malawi."},
            {"The field hospital was donated to Peru by Chile.",
             "Chile received the field hospital from Peru."}},
           "role");
}

TEST_CASE("one deed from its two ends, two deeds, and two times exchange nobody") {
  each_has(
      {{"Niger delivered 900 tonnes of onions to Benin in March.",
        "Benin obtained 900 tonnes of onions from Niger in March."},
       {"Benin defeated Niger in the final in Lagos.", "Niger lost the final in Lagos to Benin."},
       {"Egypt paid France 2 billion euros for the ferries.",
        "France delivered the ferries to Egypt."},
       {"Turkey exports textiles to Iraq.", "Turkey imports oil from Iraq."},
       {"Spain lost to Italy in the first match of the tournament.",
        "Spain beat Italy in the second match of the tournament."},
       {"Mali sent observers to Togo in 2019.", "Mali received observers from Togo in 2021."}},
      "");
}

TEST_CASE("outcomes in other words") {
  each_has({{"Mayor Brandl won the run-off in Tesk on Sunday.",
             "Mayor Brandl was beaten in the run-off in Tesk on Sunday."},
            {"The two pilots walked free on Thursday, the prosecutor said.",
             "The prosecutor said the two pilots remained in custody on Thursday."},
            {"Residents of Gorm heeded the order to leave their homes.",
             "Residents of Gorm ignored the order to leave their homes."}},
           "negation");
}

TEST_CASE("outcomes of others, and of some of many, deny nothing") {
  each_has({{"Mayor Brandl won the run-off in Tesk on Sunday.",
             "Challenger Orlo was beaten in the run-off in Tesk on Sunday."},
            {"Benin won against Niger in the qualifier on Saturday.",
             "On Saturday Niger lost the qualifier to Benin."},
            {"Benin won against Niger in the final on Sunday.",
             "Benin defeated Niger in the final on Sunday."},
            {"Opposition lawmakers walked out of the session.",
             "Government lawmakers stayed to the end of the session."}},
           "");
}

TEST_CASE("whoever travels is in two places on two days") {
  each_has({{"Minister Varga is in Berlin for talks on salt, the ministry said Monday.",
             "Minister Varga is in Paris for talks on salt, the ministry said Thursday."},
            {"The convoy with flour reached Gao on Friday, the agency said.",
             "The convoy with flour is in Mopti, the agency said on Wednesday."}},
           "");
  each_has({{"Minister Varga is in Berlin for talks on salt.",
             "Minister Varga is in Paris for talks on salt."},
            {"The minister was shot in Berlin, police said on Monday.",
             "The minister was shot in Paris, police said on Tuesday."}},
           "place");
}

}  // namespace parallax
