/// Deeds with two parties, told in other words on each side.

#include "engine/facts/told_deeds.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("parties that change places in a deed told in other words", "[compare]") {
  each_has(
      {{"The Bakers' Guild of Ulm lodged a complaint against the mill Kornhaus over short weights.",
        "The Bakers' Guild of Ulm faces a complaint by the mill Kornhaus over short weights."},
       {"Verrania's foreign minister extended an invitation to her Kolish counterpart for talks.",
        "Verrania's foreign minister received an invitation from her Kolish counterpart for "
        "talks."},
       {"The patrol ship Vigor came under fire from the cutter Meridian off Cape Lorn.",
        "The patrol ship Vigor opened fire on the cutter Meridian off Cape Lorn."},
       {"General Osk was replaced as chief of staff by General Varga.",
        "General Osk took the place of General Varga as chief of staff."},
       {"The insurer Fidelia absorbed the mutual society Concord in January.",
        "The mutual society Concord took over the insurer Fidelia in January."},
       {"The central bank of Hesk advised the Treasury against the bond issue.",
        "The Treasury gave the central bank of Hesk the advice not to go ahead with the bond "
        "issue."}},
      "role");
}

TEST_CASE("parties that keep their places in other words", "[compare]") {
  each_has(
      {{"The Bakers' Guild of Ulm lodged a complaint against the mill Kornhaus over short weights.",
        "The mill Kornhaus faces a complaint by the Bakers' Guild of Ulm over short weights."},
       {"The tug Bruno towed the barge Elsa to Port Mallow.",
        "The barge Elsa was under tow by the tug Bruno on the way to Port Mallow."},
       {"The Lowland Bank is a debtor of the Highland Fund.",
        "The Highland Fund is a creditor of the Lowland Bank."},
       {"Minister Aune was briefed by the secret service on the plot.",
        "Minister Aune learned of the plot from the secret service."}},
      "");
}

TEST_CASE("what is done in return is another deed", "[compare]") {
  each_has(
      {{"The president of Verran visited Kolland in March for talks on fisheries.",
        "The president of Kolland paid a visit to Verran in September for talks on fisheries."},
       {"Ardel exports grain to Toria under the treaty.",
        "Toria exports fertiliser to Ardel under the treaty."},
       {"Torvia thanked Mesk for the vaccine shipment.",
        "Mesk thanked Torvia for sending divers after the dam burst."}},
      "");
}

TEST_CASE("a deed is read with who did it and to whom", "[compare]") {
  const auto told = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    const PhraseReader reader(r.words, r.document, r.claim);
    const auto words = [&](const NounPhrase& phrase) {
      std::string text;
      for (const std::uint32_t at : phrase) {
        text += (text.empty() ? "" : " ") + r.text(r.document.tokens[at].span);
      }
      return text;
    };
    std::string all;
    for (const ToldDeed& deed : told_deeds(reader)) {
      all += words(deed.agent) + " > " + words(deed.patient) + "; ";
    }
    return all;
  };
  CHECK(told("The guild sued the mill.") == "guild > mill; ");
  CHECK(told("The mill was sued by the guild.") == "guild > mill; ");
  CHECK(told("The mill faces a complaint by the guild.") == "guild > mill; ");
  CHECK(told("The mill is a creditor of the guild.") == "guild > mill; ");
  CHECK(told("The guild never sued the mill.").empty());
}

}  // namespace parallax
