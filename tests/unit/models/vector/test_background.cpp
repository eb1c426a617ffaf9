#include <cmath>

#include "models/vector/background.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

std::string small_model() {
  BackgroundModel::Info info;
  info.language = "en";
  info.description = "three terms";
  info.documents = 10;
  info.paragraphs = 100;
  info.unicode = "15.0";
  return serialise_model(info, {{"peace", 8, 50}, {"treaty", 4, 9}, {"zinc", 1, 1}});
}

}  // namespace

TEST_CASE("a model gives back what it was made of") {
  const std::string bytes = small_model();
  const BackgroundModel model = BackgroundModel::open(bytes, "m").value();
  CHECK(model.info().language == "en");
  CHECK(model.info().description == "three terms");
  CHECK(model.info().documents == 10);
  CHECK(model.info().paragraphs == 100);
  CHECK(model.info().terms == 3);
  CHECK(model.paragraph_frequency("peace") == 50);
  CHECK(model.paragraph_frequency("zinc") == 1);
  CHECK(model.paragraph_frequency("unknown") == 0);
  CHECK(model.idf("treaty") == Approx(std::log(101.0 / 10.0) + 1.0));
  CHECK(model.idf("unknown") > model.idf("zinc"));
  CHECK(model.idf("zinc") > model.idf("peace"));
}

TEST_CASE("the order of the terms does not change the file") {
  BackgroundModel::Info info;
  info.paragraphs = 5;
  CHECK(serialise_model(info, {{"a", 1, 1}, {"b", 2, 2}}) ==
        serialise_model(info, {{"b", 2, 2}, {"a", 1, 1}}));
}

TEST_CASE("a model cut at any byte or with any bit flipped is refused") {
  const std::string bytes = small_model();
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    const std::string cut = bytes.substr(0, n);
    const auto refused = BackgroundModel::open(cut, "m");
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().place == "m");
    REQUIRE(refused.error().code == ErrorCode::kFormat);
  }
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    std::string flipped = bytes;
    flipped[n] = static_cast<char>(flipped[n] ^ 0x10);
    INFO("byte " << n);
    CHECK_FALSE(BackgroundModel::open(flipped, "m").has_value());
  }
}

TEST_CASE("English has a model of its own, other languages fall back") {
  const BackgroundModel* english = BackgroundModel::builtin("en");
  REQUIRE(english != nullptr);
  CHECK(english->info().terms > 20000);
  CHECK(english->idf("peace") < english->idf("fishery"));
  CHECK(BackgroundModel::builtin("fr") == nullptr);
}

}  // namespace parallax
