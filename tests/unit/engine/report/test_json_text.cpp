/// Written text is what the JSON library writes of the same values.

#include <cmath>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "engine/report/json_text.hpp"
#include "tests/support/catch.hpp"

namespace parallax {

namespace {

std::string written(int indent) {
  JsonText out(indent);
  out.open('{');
  out.key("empty");
  out.open('[');
  out.close(']');
  out.key("nothing in \"it\"");
  out.open('{');
  out.close('}');
  out.key("values");
  out.open('[');
  for (const double value : {0.0, 1.0, 0.9, 0.0001, 0.1234, 123456.5}) {
    out.real(value);
  }
  out.number(18446744073709551615U);
  out.boolean(true);
  out.boolean(false);
  out.null();
  out.text("tab\t line\n quote\" back\\ bell\x07 del\x7f \xc3\xa9\xd1\x8f\xe2\x80\x9c \r\b\f\x1f");
  out.raw("\"raw\"");
  out.open('[');
  out.number(7);
  out.close(']');
  out.close(']');
  out.close('}');
  return std::move(out).take();
}

}  // namespace

TEST_CASE("text of JSON is the library's, in one line and indented") {
  for (const int indent : {-1, 0, 2}) {
    const std::string text = written(indent);
    CHECK(text == nlohmann::ordered_json::parse(text).dump(indent));
  }
}

TEST_CASE("values are kept") {
  const auto json = nlohmann::ordered_json::parse(written(2));
  CHECK(json["values"][2] == 0.9);
  CHECK(json["values"][6] == 18446744073709551615U);
  CHECK(json["values"][9].is_null());
  CHECK(json["values"][10].get<std::string>().substr(0, 4) == "tab\t");
  CHECK(json["empty"].empty());
}

TEST_CASE("numbers of four decimals are written as the library writes them") {
  for (int k = 0; k <= 10000; ++k) {
    const double value = static_cast<double>(k) / 10000.0;
    for (const double number : {value, -value, value + 1e-9, std::nextafter(value, 2.0)}) {
      JsonText out(-1);
      out.real(number);
      const std::string text = std::move(out).take();
      CHECK(std::strtod(text.c_str(), nullptr) == number);  // stod refuses subnormal numbers
      if (number == value) {
        CHECK(text == nlohmann::json(number).dump());
      }
    }
  }
}

}  // namespace parallax
