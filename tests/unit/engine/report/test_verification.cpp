#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/report/verification.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/saved.hpp"

namespace parallax {
namespace {

/// The texts of a result as if they had been read again.
std::vector<CurrentText> read_again(const Resting& resting) {
  std::vector<CurrentText> now;
  for (const RestingText& text : resting.texts) {
    now.push_back({CurrentText::State::kRead, text.sha256, text.text, ""});
  }
  return now;
}

}  // namespace

TEST_CASE("a result holds for its own texts and findings") {
  const auto check = [](const auto& report) {
    const Resting saved = resting(report);
    Verification verification = verify_texts(saved, read_again(saved));
    verify_findings(saved, resting(report), verification);
    CHECK(verification.holds());
    CHECK(verification.spans == saved.spans.size());
    CHECK(verification.findings == saved.findings.size());
    CHECK(!saved.findings.empty());
    CHECK(!saved.texts.empty());
    CHECK(write_verification_terminal(verification).find("it holds") != std::string::npos);
    CHECK(nlohmann::json::parse(write_verification_json(verification)).at("holds") == true);
  };
  check(test::saved_comparison());
  check(test::saved_table());
  check(std::vector<SavedSources>{test::saved_sources()});
  check(test::saved_quotes());
  check(test::saved_drift());
  check(test::saved_search());
}

TEST_CASE("changed inputs and spans are told") {
  const Resting saved = resting(test::saved_comparison());
  std::vector<CurrentText> now = read_again(saved);
  const std::size_t at = now.at(0).text.find("Nine");
  now.at(0).text.replace(at, 4, "Five");
  now.at(0).sha256 = std::string(64, '0');
  const Verification verification = verify_texts(saved, now);
  CHECK(!verification.holds());
  CHECK(verification.inputs.at(0).state == InputState::kChanged);
  CHECK(verification.inputs.at(1).state == InputState::kSame);
  REQUIRE(!verification.broken.empty());
  CHECK(std::all_of(verification.broken.begin(), verification.broken.end(),
                    [](const BrokenSpan& b) { return b.path == "left.txt"; }));
  CHECK(verification.broken.at(0).saved.find("Nine") == 0);
  CHECK(verification.broken.at(0).current.find("Five") == 0);
  const std::string text = write_verification_terminal(verification, {.width = 100});
  CHECK(text.find("! changed") != std::string::npos);
  CHECK(text.find("it does not hold") != std::string::npos);
}

TEST_CASE("a span behind the end or inside a character reads nothing") {
  const Resting saved = resting(test::saved_comparison());
  std::vector<CurrentText> now = read_again(saved);
  now.at(0).text = "\u00E9\u00E9\u00E9\u00E9";
  const Verification verification = verify_texts(saved, now);
  CHECK(std::any_of(verification.broken.begin(), verification.broken.end(),
                    [](const BrokenSpan& b) { return b.current.empty(); }));
  CHECK(!write_verification_json(verification).empty());
}

TEST_CASE("the same text in other bytes is told as such") {
  const Resting saved = resting(test::saved_comparison());
  std::vector<CurrentText> now = read_again(saved);
  now.at(1).sha256 = std::string(64, '0');
  const Verification verification = verify_texts(saved, now);
  CHECK(verification.inputs.at(1).state == InputState::kChanged);
  CHECK(verification.inputs.at(1).note == "its text is the same");
  CHECK(verification.broken.empty());
  CHECK(!verification.holds());
}

TEST_CASE("a missing input breaks a result, standard input does not") {
  const Resting saved = resting(test::saved_comparison());
  std::vector<CurrentText> now = read_again(saved);
  now.at(0) = {CurrentText::State::kNotRead, "", "", ""};
  CHECK(verify_texts(saved, now).holds());
  CHECK(verify_texts(saved, now).spans < saved.spans.size());
  now.at(0) = {CurrentText::State::kMissing, "", "", "no such file"};
  const Verification verification = verify_texts(saved, now);
  CHECK(!verification.holds());
  CHECK(write_verification_terminal(verification).find("no such file") != std::string::npos);
}

TEST_CASE("findings that are gone or new are told") {
  const Resting saved = resting(test::saved_comparison());
  ComparisonReport other = test::saved_comparison();
  REQUIRE(other.comparisons.at(0).divergences.size() >= 2);
  other.comparisons.at(0).divergences.erase(other.comparisons.at(0).divergences.begin());
  other.tool.icu = "74.2";
  Verification verification = verify_texts(saved, read_again(saved));
  verify_findings(saved, resting(other), verification);
  CHECK(verification.gone.size() == 1);
  CHECK(verification.fresh.empty());
  CHECK(verification.notes.size() == 1);
  CHECK(verification.notes.at(0).find("74.2") != std::string::npos);
  CHECK(!verification.holds());
  verify_findings(resting(other), saved, verification);
  CHECK(verification.gone.empty());
  CHECK(verification.fresh.size() == 1);
  CHECK(write_verification_terminal(verification).find("! new") != std::string::npos);
}

TEST_CASE("a run that cannot be repeated does not hold") {
  const Resting saved = resting(test::saved_comparison());
  Verification verification = verify_texts(saved, read_again(saved));
  verification.not_repeated = "own.model: no such file";
  CHECK(!verification.holds());
  CHECK(write_verification_terminal(verification).find("own.model") != std::string::npos);
}

TEST_CASE("long lists are cut for people, not for programs") {
  const Resting saved = resting(test::saved_comparison());
  Verification verification = verify_texts(saved, read_again(saved));
  for (int i = 0; i < 50; ++i) {
    verification.gone.push_back({"D" + std::to_string(i), "k", "\x1b[31mwords\u202E"});
  }
  verification.findings = 60;
  const std::string text = write_verification_terminal(verification);
  CHECK(text.find("and 30 more") != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
  const nlohmann::json json = nlohmann::json::parse(write_verification_json(verification));
  CHECK(json.at("findings").at("gone").size() == 50);
}

}  // namespace parallax
