#include <set>
#include <string>

#include "engine/compare/fingerprint.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

std::multiset<std::string> fingerprints(const std::string& left, const std::string& right) {
  std::multiset<std::string> out;
  const ComparisonReport report = test::compared(left, right);
  for (const ReportDivergence& d : report.comparisons.at(0).divergences) {
    out.insert(d.fingerprint);
  }
  return out;
}

std::string rewrapped(const std::string& text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (const char c : text) {
    const bool wrap = c == ' ' && column >= width;
    out += wrap ? '\n' : c;
    column = wrap || c == '\n' ? 0 : column + 1;
  }
  return out;
}

const char* const kLeft =
    "In the attack on the convoy near Solk, about two thousand five hundred people were killed. "
    "The ministry condemned the closure of the bridge at Gorin.\n\nThe army opened fire first.";
const char* const kRight =
    "In the attack on the convoy near Solk, nine hundred people were killed. "
    "The ministry welcomed the closure of the bridge at Gorin.\n\nThe army did not open fire "
    "first.";

}  // namespace

TEST_CASE("line breaks change no fingerprint") {
  const auto before = fingerprints(kLeft, kRight);
  REQUIRE(before.size() >= 3);
  for (const std::size_t width : {10U, 23U, 40U}) {
    CHECK(fingerprints(rewrapped(kLeft, width), rewrapped(kRight, width)) == before);
  }
}

TEST_CASE("the order of paragraphs and of the sides changes no fingerprint") {
  const auto before = fingerprints(kLeft, kRight);
  const std::string text = kLeft;
  const std::size_t cut = text.find("\n\n");
  CHECK(fingerprints(text.substr(cut + 2) + "\n\n" + text.substr(0, cut), kRight) == before);
  CHECK(fingerprints(kRight, kLeft) == before);
}

TEST_CASE("another word is another fingerprint") {
  const auto before = fingerprints("Nine men died in the fire.", "Ten men died in the fire.");
  const auto after = fingerprints("Nine men died in the fire.", "Twelve men died in the fire.");
  REQUIRE(before.size() == 1);
  REQUIRE(after.size() == 1);
  CHECK(before != after);
}

TEST_CASE("generated statements keep their fingerprints when rewrapped or swapped") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    test::Random random(seed);
    const std::string left = test::statement(random, 6);
    const std::string right = test::statement(random, 6);
    INFO(left << "\n---\n" << right);
    const auto before = fingerprints(left, right);
    CHECK(fingerprints(rewrapped(left, 30), rewrapped(right, 17)) == before);
    CHECK(fingerprints(right, left) == before);
  }
}

}  // namespace parallax
