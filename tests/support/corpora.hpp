#pragma once

/// Seeded collections of documents for tests of engine/corpus.

#include <string>
#include <vector>

#include "engine/corpus/inputs.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax::test {

/// Documents of a few sources whose paragraphs repeat each other now and then.
inline Corpus corpus_of(std::uint64_t seed, std::size_t documents) {
  Random random(seed);
  Corpus corpus;
  std::vector<std::string> said;
  for (std::size_t d = 0; d < documents; ++d) {
    std::string text;
    for (std::size_t p = 0; p < 1 + random.below(5); ++p) {
      if (!said.empty() && random.below(4) == 0) {
        text += pick(random, said) + "\n\n";
        continue;
      }
      said.push_back(sentence(random) + " " + sentence(random));
      text += said.back() + "\n\n";
    }
    Record record = record_of("d" + std::to_string(d), text);
    if (random.below(6) != 0) {
      record.source = "Source " + std::string(1, static_cast<char>('A' + random.below(4)));
      record.date = "2024-0" + std::to_string(1 + random.below(9));
    }
    corpus.documents.push_back(std::move(record));
  }
  return corpus;
}

}  // namespace parallax::test
