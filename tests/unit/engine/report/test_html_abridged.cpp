#include "engine/report/html_abridged.hpp"
#include "engine/report/html_text.hpp"
#include "models/base/utf8.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

std::string words(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += (i == 0 ? "w" : " w") + std::to_string(i);
  }
  return out;
}

ByteSpan at(const std::string& text, const std::string& word) {
  const auto begin = static_cast<std::uint32_t>(text.find(word));
  return {begin, begin + static_cast<std::uint32_t>(word.size())};
}

}  // namespace

TEST_CASE("a text that is short enough is kept whole") {
  CHECK(html_abridged("a <b> c", {{2, 5}}, 7) == "a <mark>&lt;b&gt;</mark> c");
  CHECK(html_abridged("", {}, 10).empty());
}

TEST_CASE("a long text keeps what stands around its marks") {
  const std::string text = words(400);
  const std::string html = html_abridged(text, {at(text, "w100"), at(text, "w300")}, 600);
  CHECK(html.find("<mark>w100</mark>") != std::string::npos);
  CHECK(html.find("<mark>w300</mark>") != std::string::npos);
  CHECK(html.find("w200") == std::string::npos);
  CHECK(html.starts_with("&#8230; w"));
  CHECK(html.ends_with(" &#8230;"));
  CHECK(html.find(" &#8230; w") != std::string::npos);
  CHECK(html.size() < 700);
}

TEST_CASE("a long text without marks keeps its beginning") {
  CHECK(html_abridged(words(400), {}, 20) == "w0 w1 w2 w3 w4 w5 w6 &#8230;");
}

TEST_CASE("many marks do not make a passage long") {
  const std::string text = words(4000);
  std::vector<ByteSpan> spans;
  for (std::size_t i = 7; i < 4000; i += 100) {
    spans.push_back(at(text, "w" + std::to_string(i) + " "));
  }
  const std::string html = html_abridged(text, spans, 900);
  CHECK(html.size() < 1300);
  CHECK(html.find("<mark>w7 </mark>") != std::string::npos);
}

TEST_CASE("a mark that is longer than the passage is cut") {
  const std::string text(5000, 'x');
  const std::string html = html_abridged(text, {{10, 4990}}, 300);
  CHECK(html.size() < 400);
  CHECK(html.find("</mark>") != std::string::npos);
  CHECK(html.ends_with("&#8230;"));
}

TEST_CASE("text without blanks is cut between characters, wherever the marks are") {
  test::Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    std::vector<std::uint32_t> bounds = {0};
    for (std::size_t i = 0; i < 300; ++i) {
      static const char* const kLetters[] = {"a", "\xd8\xa7", "\xe4\xb8\xad", "\xf0\x9f\x9a\x80"};
      text += kLetters[random.below(4)];
      bounds.push_back(static_cast<std::uint32_t>(text.size()));
    }
    std::vector<ByteSpan> spans;
    for (std::size_t i = random.below(40); i + 5 < bounds.size(); i += 6 + random.below(120)) {
      spans.push_back({bounds[i], bounds[i + random.below(6)]});
    }
    const std::string html = html_abridged(text, spans, 50 + random.below(400));
    CHECK_FALSE(first_invalid_utf8(html));
    CHECK(html.find("\xef\xbf\xbd") == std::string::npos);
  }
}

}  // namespace parallax
