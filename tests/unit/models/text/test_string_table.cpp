#include <map>
#include <string>

#include "models/text/string_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {

TEST_CASE("a string table equals a map and lists strings as they came") {
  test::Random random(7);
  StringTable table;
  std::map<std::string, std::uint32_t> twin;
  std::vector<std::string> order;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    // Short strings of few letters collide and repeat; zero bytes count.
    std::string text;
    for (std::size_t n = random.below(random.below(4) == 0 ? 40 : 6); n > 0; --n) {
      text.push_back("ab\0c"[random.below(4)]);
    }
    CHECK(table.find(text) == (twin.contains(text) ? twin.at(text) : StringTable::kNone));
    if (twin.emplace(text, i).second) {
      order.push_back(text);
    }
    REQUIRE(table.insert(text, i) == twin.at(text));
  }
  REQUIRE(table.size() == order.size());
  for (std::size_t n = 0; n < order.size(); ++n) {
    REQUIRE(table[n] == order[n]);
  }
}

}  // namespace parallax
