/// The stems that pattern tables need are computed ahead, because a run would spend more time on
/// them than on its texts. This test holds models/lexicon/en/stem.gen.tsv to the tables;
/// PARALLAX_UPDATE_STEMS=1 writes it anew.

#include <cstdlib>
#include <set>

#include "models/base/atomic_file.hpp"
#include "models/lexicon/table.hpp"
#include "models/text/fold.hpp"
#include "models/text/words.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

void add_words(std::string_view pattern, std::set<std::string>& words) {
  std::size_t begin = 0;
  while (begin < pattern.size()) {
    const std::size_t end = std::min(pattern.find_first_of(" -|", begin), pattern.size());
    const std::string_view word = pattern.substr(begin, end - begin);
    if (word.size() > 1 && word.ends_with('~')) {
      words.insert(fold(word.substr(0, word.size() - 1), "en"));
    }
    begin = end + 1;
  }
}

std::string expected_table() {
  std::set<std::string> words;
  for (const std::string_view name : embedded_table_names()) {
    std::string_view bytes = embedded_table(name).value();
    while (name.starts_with("en/") && !bytes.empty()) {
      const std::string_view line = bytes.substr(0, bytes.find('\n'));
      bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
      if (!line.starts_with('#')) {
        add_words(line.substr(0, line.find('\t')), words);
      }
    }
  }
  std::string text =
      "# Stems of the words of patterns, written by tests/unit/models/lexicon/test_stems.cpp\n"
      "word\tstem\tstem_with_e\n";
  for (const std::string& word : words) {
    text += word + "\t" + stem(word, "en") + "\t" + stem(word + "e", "en") + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("the stems of all English patterns are known ahead") {
  const std::string expected = expected_table();
  if (std::getenv("PARALLAX_UPDATE_STEMS") != nullptr) {
    REQUIRE(write_file_atomically(PARALLAX_SOURCE_DIR "/models/lexicon/en/stem.gen.tsv", expected)
                .has_value());
  }
  INFO("run this test with PARALLAX_UPDATE_STEMS=1");
  CHECK((embedded_table("en/stem.gen.tsv").value_or("") == expected));
}

}  // namespace parallax
