#include "models/base/utf8.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

/// RFC 3629, section 4, written down as plainly as possible.
bool well_formed(const std::string& s) {
  std::size_t i = 0;
  const auto tail = [&](std::size_t at) {
    return at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0U) == 0x80U;
  };
  while (i < s.size()) {
    const auto c = static_cast<unsigned char>(s[i]);
    std::size_t length = c < 0x80                 ? 1
                         : c >= 0xC2 && c <= 0xDF ? 2
                         : (c & 0xF0U) == 0xE0U   ? 3
                         : c >= 0xF0 && c <= 0xF4 ? 4
                                                  : 0;
    if (length == 0) {
      return false;
    }
    for (std::size_t k = 1; k < length; ++k) {
      if (!tail(i + k)) {
        return false;
      }
    }
    const auto second = length > 1 ? static_cast<unsigned char>(s[i + 1]) : 0U;
    if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) ||
        (c == 0xF0 && second < 0x90) || (c == 0xF4 && second > 0x8F)) {
      return false;
    }
    i += length;
  }
  return true;
}

}  // namespace

TEST_CASE("all strings of up to four telling bytes are judged as RFC 3629 says") {
  const std::string alphabet(
      "\x41\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xed\xef\xf0\xf4\xf5\xff", 19);
  std::size_t count = 0;
  for (std::size_t n = 0; n <= 4; ++n) {
    std::vector<std::size_t> at(n, 0);
    for (bool more = true; more;) {
      std::string s;
      for (const std::size_t k : at) {
        s += alphabet[k];
      }
      ++count;
      if (first_invalid_utf8(s).has_value() == well_formed(s)) {
        FAIL("wrong for a string of " << n << " bytes");
      }
      more = false;
      for (std::size_t k = 0; k < n && !more; ++k) {
        at[k] = (at[k] + 1) % alphabet.size();
        more = at[k] != 0;
      }
    }
  }
  CHECK(count == 1 + 19 + 361 + 6859 + 130321);
}

TEST_CASE("the first bad byte is named and code points round-trip") {
  CHECK(first_invalid_utf8("abc\xff") == std::size_t{3});
  CHECK(first_invalid_utf8("a\xe2\x82") == std::size_t{1});
  CHECK_FALSE(first_invalid_utf8("").has_value());
  for (const char32_t c : {U'\x41', U'\x7ff', U'\x800', U'\xffff', U'\x10000', U'\x10ffff'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t offset = 0;
    CHECK(next_code_point(text, offset) == c);
    CHECK(offset == text.size());
    CHECK(count_code_points(text) == 1);
  }
}

}  // namespace parallax
