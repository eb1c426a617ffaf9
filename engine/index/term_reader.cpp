#include "engine/index/term_reader.hpp"

#include <algorithm>

#include "models/text/fold.hpp"
#include "models/text/words.hpp"

namespace parallax {

const std::vector<TermPlace>& TermReader::places(std::string_view text, std::string_view language) {
  auto found = surfaces_.find(language);
  if (found == surfaces_.end()) {
    found = surfaces_.emplace(std::string(language), StringTable()).first;
  }
  StringTable& surfaces = found->second;
  places_.clear();
  splitter_.split(text, pieces_);
  for (const Piece& piece : pieces_) {
    if (piece.kind == TokenKind::kPunctuation) {
      continue;
    }
    const std::string_view surface = text.substr(piece.begin, piece.end - piece.begin);
    std::uint32_t term = surfaces.find(surface);
    if (term == StringTable::kNone) {
      const std::string folded = fold(surface, language);
      term = terms_.insert(stem(match_key(folded, language), language),
                           static_cast<std::uint32_t>(terms_.size()));
      surfaces.insert(surface, term);
    }
    places_.push_back({term, {piece.begin, piece.end}});
  }
  return places_;
}

const std::vector<TermTimes>& TermReader::count(std::string_view text, std::string_view language) {
  numbers_.clear();
  for (const TermPlace& place : places(text, language)) {
    numbers_.push_back(place.term);
  }
  std::sort(numbers_.begin(), numbers_.end());
  counts_.clear();
  for (const std::uint32_t term : numbers_) {
    if (counts_.empty() || counts_.back().term != term) {
      counts_.push_back({term, 0});
    }
    ++counts_.back().times;
  }
  return counts_;
}

}  // namespace parallax
