#include "models/text/sentences.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

std::string joined(const std::string& text) {
  std::string out;
  for (const Paragraph& p : split_paragraphs(text)) {
    out += (out.empty() ? "" : "|") + text.substr(p.span.begin, p.span.size());
  }
  return out;
}

}  // namespace

TEST_CASE("blank lines separate paragraphs, whatever ends the lines") {
  CHECK(joined("One.\n\nTwo.") == "One.|Two.");
  CHECK(joined("One.\r\n\r\nTwo.\r\n") == "One.|Two.");
  CHECK(joined("One.\r\rTwo.") == "One.|Two.");
  CHECK(joined("\n\n  One.  \n \t \nTwo.\n\n") == "One.|Two.");
  CHECK(joined("") == "");
}

TEST_CASE("a line break is found wherever it stands among other bytes") {
  for (const std::string_view mark :
       {"\n", "\r", "\r\n", "\v", "\f", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    for (const std::string_view filler : {"", "\t", "\xC2\xA9", "\xE2\x80\x9C", "\xC3\xA9"}) {
      for (std::size_t before = 0; before < 40; ++before) {
        const std::string first = "a" + std::string(before, 'b') + std::string(filler) + "c.";
        const std::string second = "D" + std::string(40 - before, 'e') + ".";
        INFO(first << " | " << second);
        REQUIRE(joined(first + std::string(mark) + second) == first + "|" + second);
      }
    }
  }
}

TEST_CASE("short lines are paragraphs of their own, hard-wrapped lines are not") {
  CHECK(joined("The ministry denies it.\nThe embassy confirms it.") ==
        "The ministry denies it.|The embassy confirms it.");
  const std::string wrapped =
      "The ministry has taken note of the statement that was published by the embassy on\n"
      "Monday and finds that it does not reflect what the two delegations had agreed upon\n"
      "in the course of their consultations, which lasted for three days and were held in\n"
      "a constructive spirit.";
  CHECK(joined(wrapped) == wrapped);
  // a line that begins with a number goes on, whatever the stop before it
  const std::string numbered = "The mayor regretted the long\nvisit of the envoys (see Art.\n5).";
  CHECK(joined(numbered) == numbered);
  const std::string narrow = "The ministry\ncondemned the\nclosure of the\nbridge at Gorin.";
  CHECK(joined(narrow) == narrow);
  const std::string figure = "The mayor of\nSelm refused the\nnew levy, in which\n14 towns joined.";
  CHECK(joined(figure) == figure);
  CHECK(joined("Present:\nAnna Vell, minister\nTom Solk, envoy") ==
        "Present:|Anna Vell, minister|Tom Solk, envoy");
}

TEST_CASE("bullets begin a paragraph and are no part of it") {
  CHECK(joined("We demand:\n- an inquiry\n- an apology\n* compensation") ==
        "We demand:|an inquiry|an apology|compensation");
  CHECK(joined("1. First measure.\n2. Second measure.") == "First measure.|Second measure.");
}

TEST_CASE("headings are told from body text") {
  const std::string text = "# Statement\n\nThe ministry rejects the report.";
  const std::vector<Paragraph> p = split_paragraphs(text);
  REQUIRE(p.size() == 2);
  CHECK(p[0].kind == ParagraphKind::kHeading);
  CHECK(p[1].kind == ParagraphKind::kBody);
}

}  // namespace parallax
