#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "engine/document/analyse.hpp"
#include "models/text/sentences.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

struct Case {
  std::string language, trap, text;
  std::vector<std::string> sentences;
};

std::size_t bullet_length(const std::string& text) {
  std::size_t i = text[0] == '(' ? 1 : 0;
  const std::size_t begin = i;
  while (i < text.size() && i < begin + 2 &&
         std::isalnum(static_cast<unsigned char>(text[i])) != 0) {
    ++i;
  }
  const bool marker =
      i > begin && (text[i] == ')' ||
                    (text[i] == '.' && std::isdigit(static_cast<unsigned char>(text[begin])) != 0));
  return marker && text[i + 1] == ' ' ? i + 2 : 0;
}

/// Rows of sentence_cases.tsv; a broken bar marks where a sentence begins.
std::vector<Case> cases() {
  std::ifstream in(PARALLAX_SOURCE_DIR "/tests/unit/models/text/sentence_cases.tsv");
  std::vector<Case> all;
  std::string line;
  std::getline(in, line);
  std::getline(in, line);
  const std::string bar = "\u00A6";
  while (std::getline(in, line)) {
    const std::size_t one = line.find('\t');
    const std::size_t two = line.find('\t', one + 1);
    Case c{line.substr(0, one), line.substr(one + 1, two - one - 1), "", {}};
    std::string rest = line.substr(two + 1);
    for (std::size_t at = 0; at != std::string::npos;) {
      const std::size_t next = rest.find(bar, at);
      std::string part = rest.substr(at, next == std::string::npos ? next : next - at);
      c.text += part;
      // A number or bullet at the start of a paragraph is no part of its sentence.
      if (c.sentences.empty()) {
        part.erase(0, bullet_length(part));
      }
      part.erase(part.find_last_not_of(' ') + 1);
      part.erase(0, part.find_first_not_of(' '));
      c.sentences.push_back(part);
      at = next == std::string::npos ? next : next + bar.size();
    }
    all.push_back(std::move(c));
  }
  return all;
}

std::vector<std::string> split(const Case& c) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Document document = analyser.analyse(test::record_of("case", c.text, c.language)).value();
  std::vector<std::string> sentences;
  for (const Sentence& s : document.sentences) {
    sentences.emplace_back(document.slice(s.span));
  }
  return sentences;
}

}  // namespace

TEST_CASE("the table of sentence traps") {
  std::map<std::string, std::pair<int, int>> by_language;
  int right = 0;
  const std::vector<Case> all = cases();
  REQUIRE(all.size() >= 200);
  for (const Case& c : all) {
    const bool ok = split(c) == c.sentences;
    right += ok ? 1 : 0;
    by_language[c.language].first += ok ? 1 : 0;
    ++by_language[c.language].second;
    if (!ok && std::getenv("PARALLAX_SHOW_MISSES") != nullptr) {
      std::cout << c.language << ' ' << c.trap << ": ";
      for (const std::string& s : split(c)) {
        std::cout << '[' << s << ']';
      }
      std::cout << "\n    wanted ";
      for (const std::string& s : c.sentences) {
        std::cout << '[' << s << ']';
      }
      std::cout << '\n';
    }
  }
  std::ostringstream figures;
  for (const auto& [language, count] : by_language) {
    figures << language << ' ' << count.first << '/' << count.second << "  ";
  }
  if (std::getenv("PARALLAX_SHOW_MISSES") != nullptr) {
    std::cout << right << '/' << all.size() << "  " << figures.str() << '\n';
  }
  INFO(right << " of " << all.size() << " right: " << figures.str());
  CHECK(static_cast<double>(right) >= 0.90 * static_cast<double>(all.size()));
}

}  // namespace parallax
