/// Times of day, seasons, distances from an event, and the order of two deeds.

#include "tests/support/catch.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("times of day are read with stops, zones and in words", "[compare]") {
  each_has(
      {{"The convoy set out from Halmar at 06.15 local time on Monday, the mission reported.",
        "The convoy left Halmar on Monday at ten minutes past nine in the morning, local time, "
        "the army wrote in its log."},
       {"The ship was boarded at four in the morning, the coast guard stated.",
        "The ship was boarded at nine in the evening, its captain testified."},
       {"The alarm was raised at 23.40 hours, the fire service recorded.",
        "The alarm was raised at 21.15 hours, the port authority recorded."}},
      "date");
  each_has({{"The first shot was fired at 14.00 GMT on Thursday, the observers stated.",
             "It was five in the afternoon local time when the first shot was fired on Thursday."},
            {"Polling closed at 20.00 hours.", "Polling closed at eight in the evening."},
            {"Polling stations on the mainland closed at eight in the evening.",
             "Polling stations on the islands closed at six in the evening."}},
           "");
}

TEST_CASE("seasons beside a year and feast days are times", "[compare]") {
  each_has({{"The tunnel under the Orla will open to traffic in the spring of next year, the "
             "ministry announced.",
             "The tunnel under the Orla is to be opened to traffic in the autumn of next year, "
             "according to the contractor."},
            {"The first case of the fever in Lorn was recorded at Christmas, the health office "
             "said.",
             "The first case of the fever in Lorn was recorded in mid-February, the hospital "
             "reported."}},
           "date");
}

TEST_CASE("a deed stands at one distance from another", "[compare]") {
  each_has({{"The evacuation of the Orin valley was completed within two days of the eruption, the "
             "civil protection service said.",
             "Not until eight days after the eruption had everybody been taken out of the Orin "
             "valley, the Red Cross noted."},
            {"The body of the diver was recovered on the third day of the search, the coast guard "
             "stated.",
             "Divers recovered the diver's body on the ninth day of the search, the family was "
             "told."},
            {"Judge Ilona Braun tendered her resignation ten days prior to the publication of the "
             "inquiry, her office said.",
             "Only once the inquiry had been published did Judge Braun resign, the bar observed."}},
           "date");
  each_has({{"The minister resigned two days after the vote.",
             "The minister resigned 48 hours after the vote."},
            {"The embassy must be notified within ten days of an arrest.",
             "The embassy was notified three days after the arrest."},
            {"The Mining Act was adopted before the election in Torland, the speaker recalled.",
             "The Mining Act in Torland was repealed after the election."}},
           "");
}

TEST_CASE("deeds with two partners have two dates", "[compare]") {
  each_has({{"Arland signed a treaty on fisheries with Velia in May.",
             "A treaty on fisheries between Arland and Osgard was signed in October, the ministry "
             "announced."},
            {"The tug Orla collided with a barge on 4 May off Tarn.",
             "On 9 July the tug Orla collided with a ferry off Halden."}},
           "");
}

}  // namespace parallax
