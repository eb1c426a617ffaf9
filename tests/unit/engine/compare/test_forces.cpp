/// Duty, leave and ban, plan and deed of one event that is told in other words.

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::compared;
using test::each_has;
using test::labels;

TEST_CASE("a duty on one side is open or forbidden on the other", "[compare]") {
  each_has(
      {{"Hauliers crossing the Tarsk pass in winter are obliged to carry chains, the Norland "
        "transport ministry said.",
        "Carrying chains over the Tarsk pass in winter is optional for hauliers, the Norland "
        "automobile club explained."},
       {"Kites must not be flown over the harbour of Selm, the port authority of Selm declared.",
        "Flying kites above the harbour of Selm is permitted, the mayor's office replied."},
       {"Prisoners at Holm Island may receive parcels from their families, the prison service "
        "said.",
        "At Holm Island, families are barred from sending parcels to prisoners, their union "
        "found."}},
      "modality");
}

TEST_CASE("a plan is no deed", "[compare]") {
  each_has(
      {{"The parliament of Norland has adopted the Tarsk fisheries law, its speaker announced.",
        "The Tarsk fisheries law, which the parliament of Norland plans to adopt next year "
        "with changes, is being examined in committee."}},
      "modality");
}

TEST_CASE("what was tried, ordered, permitted or may be is not done", "[compare]") {
  each_has({{"Poachers broke into the seed vault of Selm on Monday, its keeper reported.",
             "On Monday there was an attempt by poachers to break into the seed vault of Selm."},
            {"Norland has withdrawn from the eel convention, its embassy in Tarsk confirmed.",
             "The withdrawal of Norland from the eel convention is foreseen for a later year."},
            {"The tannery in Kelm has removed the lead pipes from its yard.",
             "The tannery in Kelm was ordered to remove the lead pipes from its yard."},
            {"The herders shot five wolves on Mount Selm in spring, the game warden said.",
             "The herders were given permission to shoot five wolves on Mount Selm in spring."}},
           "modality");
}

TEST_CASE("orders that were carried out and deeds that follow a plan are no divergence",
          "[compare]") {
  each_has({{"The court ordered the demolition of the pier of Selm, which was torn down in May.",
             "The pier of Selm was demolished on the order of the court."},
            {"Norland and Tarsk signed an accord in Selm under which Norland will send nurses.",
             "Under the accord signed in Selm, Norland is to send nurses to Tarsk."}},
           "");
}

TEST_CASE("what all sides tell but the deed itself is done on one side alone", "[compare]") {
  each_has(
      {{"The brewery of Selm sold half of its orchards last year.",
        "Last year the brewery of Selm considered selling half of its orchards, its minutes "
        "show."},
       {"The monks of Mount Arn have left their cells because of the rockfall, the mayor said.",
        "The monks of Mount Arn were ordered to leave their cells because of the rockfall, the "
        "mayor said."},
       {"Kelm handed the bronze bell over to Tarsk, the museum reported.",
        "A court in Kelm has ruled that the bronze bell must be surrendered to Tarsk."}},
      "modality");
}

TEST_CASE("a choice, a condition and what may be refused", "[compare]") {
  each_has(
      {{"Beekeepers must report every swarm to the forest office within a day.",
        "Whether to report swarms to the forest office is left to each beekeeper's own choice, "
        "the guild explains."},
       {"Kelm will open the lock on condition that Tarsk opens its own first.",
        "Kelm will open the lock whatever Tarsk does, its envoy assured the commission."},
       {"Members of the choir are entitled to sing in the crypt of Selm, its statutes say.",
        "Singing in the crypt of Selm is a favour to the members of the choir, the sexton "
        "says."}},
      "modality");
}

TEST_CASE("deeds with a deadline, stages and other doers are no other deed", "[compare]") {
  each_has({{"The evacuation of the huts below the Arn glacier started at six, the wardens said.",
             "The guests of the huts below the Arn glacier were told to complete the evacuation by "
             "eight, the wardens said."},
            {"Kelm undertook to ratify the eel convention no later than 31 December 2020.",
             "The ratification of the eel convention by Kelm took place on 14 October 2020."},
            {"Tarsk ratified the eel convention last week.",
             "Kelm intends to ratify the eel convention in the autumn."}},
           "");
}

TEST_CASE("a ban told in two ways is one ban", "[compare]") {
  const char* left = "Lorries may not cross the Tarsk bridge, the engineers of Norland warned.";
  const char* right =
      "No lorry is permitted to cross over the Tarsk bridge, a notice of Norland's "
      "engineers says.";
  CHECK(labels(compared(left, right)).empty());
  CHECK(labels(compared(right, left)).empty());
}

TEST_CASE("forces are read where they stand", "[facts]") {
  const auto kind = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    std::string kinds;
    for (const Force& force : r.claim.forces) {
      kinds += (kinds.empty() ? "" : " ") + force.kind;
    }
    return kinds;
  };
  CHECK(kind("Ferries must carry a doctor.") == "duty");
  CHECK(kind("The ferry has since been ordered to carry a doctor.") == "ordered");
  CHECK(kind("The court ruled that the ferry must carry a doctor.") == "ordered");
  CHECK(kind("The ferry line considered selling two ships.") == "plan");
  CHECK(kind("Carrying a doctor is left to the ferry line's discretion.") == "free");
  CHECK(kind("The ferry will sail only if the wind drops.") == "tied");
  CHECK(kind("The ferry came without a permit.").empty());
  CHECK(kind("No ferry is required to carry a doctor.") == "free");
  CHECK(kind("No ferry may leave the port.") == "ban");
  CHECK(kind("The ferry may have left the port.").empty());
  CHECK(kind("A ban on ferries is under consideration.") == "plan");
  CHECK(kind("The ferry left in May 2021.").empty());
}

}  // namespace parallax
