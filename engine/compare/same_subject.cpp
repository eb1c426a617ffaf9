#include "engine/compare/same_subject.hpp"

#include <algorithm>

namespace parallax {

bool has_capital(const Document& document, const Name& name) {
  return std::any_of(name.begin(), name.end(),
                     [&](std::uint32_t i) { return has_capital(document.tokens[i].shape); });
}

bool same_name(const PairContext& pair, const Name& left, const Name& right, bool of_places) {
  const auto word = [&](const Document& document, std::uint32_t i) {
    return document.tokens[i].word;
  };
  const bool left_shorter = left.size() <= right.size();
  const Document& a = left_shorter ? pair.left_document : pair.right_document;
  const Document& b = left_shorter ? pair.right_document : pair.left_document;
  const Name& shorter = left_shorter ? left : right;
  const Name& longer = left_shorter ? right : left;
  const bool contained = std::all_of(shorter.begin(), shorter.end(), [&](std::uint32_t x) {
    return std::any_of(longer.begin(), longer.end(),
                       [&](std::uint32_t y) { return word(a, x) == word(b, y); });
  });
  const bool bound = word(a, shorter.back()) == word(b, longer.back()) ||
                     word(a, shorter.front()) == word(b, longer.front());
  // "the head of the mission", "the mission": a noun phrase must be the same word for word
  return contained && bound &&
         (shorter.size() == longer.size() ||
          (!of_places && has_capital(a, shorter) && has_capital(b, longer)));
}

}  // namespace parallax
