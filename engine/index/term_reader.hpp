#pragma once

/// Text -> terms with counts: what a search compares.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/span.hpp"
#include "models/text/split.hpp"
#include "models/text/string_table.hpp"

namespace parallax {

/// How often a term occurs in one text.
struct TermTimes {
  std::uint32_t term = 0;  ///< Place in TermReader::terms().
  std::uint32_t times = 0;
};

/// A place where a term stands.
struct TermPlace {
  std::uint32_t term = 0;
  ByteSpan span;
};

/// Terms are stems of folded words, numbers and ideographs (as in `corpus_vectors`). Each distinct
/// written form is folded and stemmed once a language. Terms are numbered in order of first sight.
/// REQUIRES of all texts: valid UTF-8 below 4 GiB. Thread safety: none.
class TermReader {
 public:
  /// Terms of a text, ascending by number without repetition. Lifetime: until the next call.
  const std::vector<TermTimes>& count(std::string_view text, std::string_view language);
  /// Every place of a term, in text order. Lifetime: until the next call.
  const std::vector<TermPlace>& places(std::string_view text, std::string_view language);

  [[nodiscard]] const StringTable& terms() const { return terms_; }

 private:
  Splitter splitter_;
  std::vector<Piece> pieces_;
  std::vector<TermPlace> places_;
  std::vector<std::uint32_t> numbers_;
  std::vector<TermTimes> counts_;
  StringTable terms_;
  std::map<std::string, StringTable, std::less<>> surfaces_;  ///< By language: term of a form.
};

}  // namespace parallax
