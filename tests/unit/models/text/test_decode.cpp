#include <string>

#include "models/text/decode.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

/// UTF-8 -> UTF-16 for the basic plane; little endian unless `big`.
std::string utf16(const std::u16string& text, bool big) {
  std::string bytes;
  for (const char16_t c : text) {
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

const std::string kRussian1251 =
    "\xcc\xe8\xed\xe8\xf1\xf2\xe5\xf0\xf1\xf2\xe2\xee \xe8\xed\xee\xf1\xf2\xf0\xe0\xed\xed\xfb\xf5 "
    "\xe4\xe5\xeb \xee\xf1\xf3\xe4\xe8\xeb\xee \xed\xe0\xef\xe0\xe4\xe5\xed\xe8\xe5 \xed\xe0 "
    "\xef\xee\xf1\xee\xeb\xfc\xf1\xf2\xe2\xee \xe8 \xef\xf0\xe8\xe7\xe2\xe0\xeb\xee "
    "\xf0\xe0\xf1\xf1\xeb\xe5\xe4\xee\xe2\xe0\xf2\xfc \xfd\xf2\xee "
    "\xef\xf0\xe5\xf1\xf2\xf3\xef\xeb\xe5\xed\xe8\xe5.";

}  // namespace

TEST_CASE("a byte order mark decides and is not part of the text") {
  const Decoded utf8 = decode("\xef\xbb\xbfPeace.", "x").value();
  CHECK(utf8.text == "Peace.");
  CHECK(utf8.encoding == "UTF-8");
  const Decoded little = decode("\xff\xfe" + utf16(u"Peace.", false), "x").value();
  CHECK(little.text == "Peace.");
  CHECK(little.encoding == "UTF-16LE");
  const Decoded big = decode("\xfe\xff" + utf16(u"Peace.", true), "x").value();
  CHECK(big.text == "Peace.");
  CHECK(big.encoding == "UTF-16BE");
}

TEST_CASE("UTF-16 without a mark is known by its NUL and blank pattern") {
  const std::u16string latin = u"The ministry denied the report on Monday.";
  const std::u16string cyrillic =
      u"\u041c\u0438\u043d\u0438\u0441\u0442\u0435\u0440 \u0437\u0430"
      u"\u044f\u0432\u0438\u043b \u043e\u0431 \u044d\u0442\u043e\u043c "
      u"\u0432\u043e \u0432\u0442\u043e\u0440\u043d\u0438\u043a.";
  for (const bool big : {false, true}) {
    const Decoded a = decode(utf16(latin, big), "x").value();
    CHECK(a.encoding == (big ? "UTF-16BE" : "UTF-16LE"));
    CHECK(a.text == "The ministry denied the report on Monday.");
    const Decoded b = decode(utf16(cyrillic, big), "x").value();
    CHECK(b.encoding == (big ? "UTF-16BE" : "UTF-16LE"));
    CHECK(b.text.find("\xd0\x9c\xd0\xb8\xd0\xbd") == 0);
  }
}

TEST_CASE("valid UTF-8 with a single accent stays UTF-8 and is not guessed") {
  const Decoded d = decode("The caf\xc3\xa9 near the embassy was closed.", "x").value();
  CHECK(d.encoding == "UTF-8");
  CHECK(d.confidence == 1.0);
  CHECK_FALSE(d.guessed);
}

TEST_CASE("legacy encodings are guessed and the guess is reported") {
  const Decoded d = decode(kRussian1251, "x").value();
  CHECK(d.encoding == "windows-1251");
  CHECK(d.guessed);
  CHECK(d.confidence < 1.0);
  CHECK(d.confidence >= 0.3);
  CHECK(d.text.find("\xd0\xbf\xd0\xbe\xd1\x81\xd0\xbe\xd0\xbb\xd1\x8c\xd1\x81") !=
        std::string::npos);
  // Curly quotes of windows-1252 survive: ISO-8859-1 is read as windows-1252.
  const std::string quoted =
      "The minister said \x93we will not accept this\x94 and left the caf\xe9 at noon, officials "
      "of the d\xe9l\xe9gation said on Monday evening in the capital.";
  const Decoded w = decode(quoted, "x").value();
  CHECK(w.encoding == "windows-1252");
  CHECK(w.text.find("\xe2\x80\x9cwe will") != std::string::npos);
}

TEST_CASE("a given encoding overrides and must fit") {
  CHECK(decode("Caf\xe9", "x", {.encoding = "ISO-8859-1"}).value().text == "Caf\xc3\xa9");
  CHECK(decode(kRussian1251, "x", {.encoding = "windows-1251"}).value().confidence == 1.0);
  const auto bad = decode("ok \xff", "a.txt", {.encoding = "UTF-8"});
  REQUIRE_FALSE(bad.has_value());
  CHECK(bad.error().code == ErrorCode::kEncoding);
  CHECK(bad.error().offset == std::size_t{3});
  const auto unknown = decode("ok", "a.txt", {.encoding = "klingon"});
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().code == ErrorCode::kInvalidOption);
}

TEST_CASE("binary data is refused") {
  const std::string bytes("\x00\x01\x02\x03\x00\x00\x10\x00\xff\x00\x7f\x00", 12);
  const auto refused = decode(bytes, "x.bin");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::kEncoding);
  CHECK(refused.error().place == "x.bin");
}

}  // namespace parallax
