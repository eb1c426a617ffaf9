#pragma once

/// Shared formulations straight from the definition in engine/corpus/formulations.hpp: every run of
/// words of every paragraph is looked at, and kept where no longer one has all its documents.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace parallax::reference {

using Words = std::vector<std::string>;

struct WordedDocument {
  std::string source;
  std::vector<Words> paragraphs;
};

/// Shared formulations with the documents that have them.
inline std::map<Words, std::set<std::size_t>> formulations(
    const std::vector<WordedDocument>& documents, std::size_t min_words, std::size_t min_sources) {
  std::map<Words, std::set<std::size_t>> all;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (const Words& paragraph : documents[d].paragraphs) {
      for (std::size_t begin = 0; begin < paragraph.size(); ++begin) {
        for (std::size_t end = begin + min_words; end <= paragraph.size(); ++end) {
          all[Words(paragraph.begin() + static_cast<std::ptrdiff_t>(begin),
                    paragraph.begin() + static_cast<std::ptrdiff_t>(end))]
              .insert(d);
        }
      }
    }
  }
  std::map<Words, std::set<std::size_t>> kept = all;
  for (const auto& [words, holders] : all) {
    std::set<std::string> sources;
    for (const std::size_t d : holders) {
      sources.insert(documents[d].source);
    }
    if (sources.size() < min_sources) {
      kept.erase(words);
    }
    if (words.size() > min_words) {  // It makes its two parts longer by one word.
      for (const Words& part :
           {Words(words.begin() + 1, words.end()), Words(words.begin(), words.end() - 1)}) {
        if (all.at(part).size() == holders.size()) {
          kept.erase(part);
        }
      }
    }
  }
  return kept;
}

}  // namespace parallax::reference
