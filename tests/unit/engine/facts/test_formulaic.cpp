#include <string>

#include "engine/facts/claims.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

bool formulaic(const std::string& sentence) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  FactLexicons tables(lexicons);
  const Document document = analyser.analyse(test::record_of("x", sentence)).value();
  const std::vector<Claim> claims = extract_claims(document, *tables.get("en").value(), words);
  REQUIRE(claims.size() == 1);
  return claims.front().formulaic;
}

}  // namespace

TEST_CASE("sentences that are nothing but formula") {
  for (const char* sentence :
       {"The ministry expresses its deep concern.", "We express our grave and growing concern.",
        "The delegation of Norland thanks the Secretary-General for his comprehensive report.",
        "I thank you, Mr. President.", "Thank you for your attention.",
        "Arvenia reiterates its firm commitment to peace and stability in the region.",
        "The Government of Norland reaffirmed its commitment to international law.",
        "The minister conveyed heartfelt condolences to the families of the victims.",
        "We wish the injured a speedy recovery.",
        "My delegation congratulates Ambassador Marsh on her assumption of the presidency.",
        "The ministry is closely following the situation.",
        "Excellencies, distinguished delegates, ladies and gentlemen, it is a great honour to "
        "address this Assembly.",
        "The Ministry avails itself of this opportunity to renew to the Embassy the assurances of "
        "its highest consideration.",
        "The sides exchanged views on issues of mutual interest.",
        "The Council will remain seized of the matter.",
        "We stand ready to continue the constructive dialogue."}) {
    INFO(sentence);
    CHECK(formulaic(sentence));
  }
}

TEST_CASE("sentences that say something are no formula") {
  for (const char* sentence :
       {"The ministry expresses its deep concern over the shelling of Gorin.",
        "Arvenia reiterates its support for Belmar.",
        "We express our condolences for the death of 12 miners.",
        "The ministry does not thank the Secretary-General.",
        "On 4 May the minister conveyed condolences to the families of the victims.",
        "Belmar strongly condemns this act of aggression.",
        "The government reaffirmed its commitment to raise pensions.",
        "The delegation thanked Norland for the delivery of tanks.",
        "Both sides agreed on a ceasefire.", "Does the ministry express its concern?",
        "The situation in the region.", "Arvenia."}) {
    INFO(sentence);
    CHECK_FALSE(formulaic(sentence));
  }
}

TEST_CASE("formulas on both sides are set apart once each, not paired") {
  const ComparisonReport report = test::compared(
      "We thank the Secretary-General for his report. The bridge at Solk was blown up.",
      "The bridge at Solk was blown up at night. We thank the Secretary-General for his report.");
  const Comparison& c = report.comparisons.at(0);
  CHECK(c.formulaic.size() == 2);
  REQUIRE(c.pairs.size() == 1);
  CHECK(c.pairs.front().left.size() + c.pairs.front().right.size() == 2);
  CHECK(c.only_left.empty());
  CHECK(c.only_right.empty());
}

TEST_CASE("a formula that diverges from what it meets stays in the alignment") {
  const ComparisonReport report = test::compared("The ministry welcomes the statement.",
                                                 "The ministry does not welcome the statement.");
  CHECK(report.comparisons.at(0).formulaic.empty());
  CHECK(test::labels(report) != "");
}

}  // namespace parallax
