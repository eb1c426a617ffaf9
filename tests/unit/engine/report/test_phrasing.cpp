#include "engine/report/phrasing.hpp"
#include "engine/report/word_diff.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

std::string marked(const std::string& text, const std::vector<ByteSpan>& spans) {
  std::string out;
  std::uint32_t at = 0;
  for (const ByteSpan span : spans) {
    out += text.substr(at, span.begin - at) + "[" + text.substr(span.begin, span.size()) + "]";
    at = span.end;
  }
  return out + text.substr(at);
}

/// Length of the longest common subsequence of blank-separated words, by definition.
std::size_t naive_common(const std::vector<std::string>& a, const std::vector<std::string>& b,
                         std::size_t i = 0, std::size_t j = 0) {
  if (i == a.size() || j == b.size()) {
    return 0;
  }
  if (a[i] == b[j]) {
    return 1 + naive_common(a, b, i + 1, j + 1);
  }
  return std::max(naive_common(a, b, i + 1, j), naive_common(a, b, i, j + 1));
}

}  // namespace

TEST_CASE("shares and scores never round to identity or to nothing") {
  CHECK(percent(0.0) == "0 %");
  CHECK(percent(1.0) == "100 %");
  CHECK(percent(0.001) == "<1 %");
  CHECK(percent(0.999) == ">99 %");
  CHECK(percent(0.555) == "56 %");
  CHECK(score(1.0) == "1");
  CHECK(score(0.0) == "0");
  CHECK(score(0.5) == "0.50");
  CHECK(score(0.9999) != "1");
  CHECK(score(0.0001) != "0");
  CHECK(confidence(0.91) == ".91");
}

TEST_CASE("numbers, counts and dates in words for people") {
  CHECK(number(79.0) == "79");
  CHECK(number(2.5) == "2.5");
  CHECK(counted(1, "conflict") == "1 conflict");
  CHECK(counted(3, "conflict") == "3 conflicts");
  CHECK(short_date("2026-09-13") == "13 Sep 2026");
  CHECK(short_date("2026-09") == "Sep 2026");
  CHECK(short_date("--09-03") == "3 Sep");
  CHECK(short_date("--06-03 03:50") == "3 Jun, 03:50");
  CHECK(short_date("--06-03..05") == "3 Jun to 5 Jun");
  CHECK(short_date("2024-06-30..2024-07-02") == "30 Jun 2024 to 2 Jul 2024");
  for (const char* other : {"soon", "", "-", "--", "--06", "2026", "2026-13-01", "2026-00-01",
                            "20x6-09-13", "2026-09-13T10:00", "2026-9-13", "2026-09-131"}) {
    CHECK(short_date(other) == other);
  }
  CHECK(phrase({{"date", "--06-03 03:50"}, {"from", "03:50"}, {"to", "03:50"}}) == "3 Jun, 03:50");
  CHECK(phrase({{"date", "2024-06-03"}}, DateStyle::kIso) == "2024-06-03");
  CHECK(one_line("a \n\t b ") == "a b");
}

TEST_CASE("word differences are marked without the marks around them") {
  const std::string left = "The army \"shelled\" the town.";
  const std::string right = "The army did not shell the town.";
  const WordDiff diff = diff_words(left, right);
  CHECK(marked(left, diff.left) == "The army \"[shelled]\" the town.");
  CHECK(marked(right, diff.right) == "The army [did not shell] the town.");
  CHECK(diff_words("Same words.", "same words").left.empty());
  CHECK(diff_words("Same words.", "same words").shared == 1.0);
  CHECK(diff_words("", "x").shared == 0.0);
}

TEST_CASE("the share of common words is that of a longest common subsequence") {
  const std::vector<std::string> alphabet = {"a", "b", "c"};
  for (std::size_t n = 0; n < 243; ++n) {
    for (std::size_t m = 0; m < 81; ++m) {
      std::vector<std::string> x, y;
      std::string left, right;
      for (std::size_t k = 0, rest = n; k < 5; ++k, rest /= 3) {
        x.push_back(alphabet[rest % 3]);
        left += x.back() + " ";
      }
      for (std::size_t k = 0, rest = m; k < 4; ++k, rest /= 3) {
        y.push_back(alphabet[rest % 3]);
        right += y.back() + " ";
      }
      const double expected = 2.0 * static_cast<double>(naive_common(x, y)) / 9.0;
      REQUIRE(diff_words(left, right).shared == Approx(expected));
    }
  }
}

}  // namespace parallax
