/// The word tables of sources: all embedded ones load, and bad rows are refused with their place.

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "engine/sources/source_lexicon.hpp"
#include "tests/support/catch.hpp"

namespace parallax {

TEST_CASE("the English tables are broad and load") {
  const LexiconSource source;
  const Result<SourceLexicon> l = SourceLexicon::load("en", source);
  REQUIRE(l);
  CHECK(l.value().cue_rows.size() >= 150);
  CHECK(l.value().role_rows.size() >= 150);
  CHECK(l.value().quotes.size() >= 20);
  CHECK(l.value().order == WordOrder::kSvo);
  CHECK(SourceLexicon::load("tr", source).value().order == WordOrder::kSov);
}

TEST_CASE("an unknown word in a column is an error with file and line") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("parallax_source_lexicon_test_" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder / "en");
  std::ofstream(folder / "en" / "cue.tsv") << "pattern\tclass\ttakes\nblurb~\tneutral\tnothing\n";
  const Result<LexiconSource> overlay = LexiconSource::with_overlay(folder.string());
  REQUIRE(overlay);
  const Result<SourceLexicon> l = SourceLexicon::load("en", overlay.value());
  REQUIRE_FALSE(l);
  CHECK(l.error().code == ErrorCode::kFormat);
  CHECK(l.error().place.find("cue.tsv:2") != std::string::npos);
  CHECK(l.error().message.find("'nothing'") != std::string::npos);
  std::filesystem::remove_all(folder);
}

}  // namespace parallax
