#include <set>

#include "models/base/result.hpp"
#include "tests/support/catch.hpp"

namespace parallax {

TEST_CASE("every error code has a name of its own") {
  std::set<std::string_view> names;
  for (int i = 0; i < static_cast<int>(ErrorCode::kCodeCount); ++i) {
    const std::string_view name = name_of(static_cast<ErrorCode>(i));
    CHECK_FALSE(name.empty());
    names.insert(name);
  }
  CHECK(names.size() == static_cast<std::size_t>(ErrorCode::kCodeCount));
}

TEST_CASE("an error is one line: place, message, byte") {
  CHECK(Error{ErrorCode::kIo, "a.txt", "no such file"}.to_string() == "a.txt: no such file");
  CHECK(Error{ErrorCode::kEncoding, "a.txt", "not valid UTF-8", 12}.to_string() ==
        "a.txt: not valid UTF-8 (byte 12)");
  CHECK(Error{ErrorCode::kEmpty, "", "nothing to do"}.to_string() == "nothing to do");
  CHECK(Error{ErrorCode::kIo, "odd\nname", "no such file"}.to_string().find('\n') ==
        std::string::npos);
}

TEST_CASE("reading the wrong half of a result is a bug, not bad input") {
  const Result<int> good(7);
  const Result<int> bad(Error{ErrorCode::kIo, "x", "y"});
  CHECK(good.value() == 7);
  CHECK(bad.error().message == "y");
  CHECK_THROWS_AS(good.error(), ContractViolation);
  CHECK_THROWS_AS(bad.value(), ContractViolation);
}

}  // namespace parallax
