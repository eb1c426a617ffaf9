#pragma once

/// Two texts -> a comparison report, as the program makes it.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/compare/compare.hpp"
#include "engine/document/analyse.hpp"
#include "engine/document/read.hpp"

namespace parallax::test {

inline Record record_of(std::string id, std::string text, std::string language = "en") {
  Record record;
  record.id = std::move(id);
  record.path = record.id + ".txt";
  record.sha256 = sha256_hex(text);
  record.text = std::move(text);
  record.language = std::move(language);
  return record;
}

/// Compares the two texts with the built-in tables and model.
inline ComparisonReport compared(std::string left, std::string right,
                                 const std::string& language = "en") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Document a = analyser.analyse(record_of("left", std::move(left), language)).value();
  const Document b = analyser.analyse(record_of("right", std::move(right), language)).value();
  return compare_documents(a, b, words, lexicons).value();
}

/// The kinds of all findings of severity conflict or difference, sorted and joined by blanks.
inline std::string labels(const ComparisonReport& report) {
  std::vector<std::string> kinds;
  for (const ReportDivergence& d : report.comparisons.at(0).divergences) {
    if (d.severity != Severity::kNote) {
      kinds.push_back(d.kind);
    }
  }
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  std::string joined;
  for (const std::string& kind : kinds) {
    joined += (joined.empty() ? "" : " ") + kind;
  }
  return joined;
}

}  // namespace parallax::test
