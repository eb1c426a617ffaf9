#include "engine/compare/entities.hpp"

#include <algorithm>

#include "models/text/fold.hpp"

namespace parallax {
namespace {

/// Without a possessive or company ending.
std::string_view bare(std::string_view name) {
  for (const std::string_view ending :
       {"'s", "\xe2\x80\x99s", "'", " Corp", " Inc", " Ltd", " Co"}) {
    if (name.size() > ending.size() + 1 && name.ends_with(ending)) {
      name.remove_suffix(ending.size());
    }
  }
  return name;
}

std::string_view last_word(std::string_view name) {
  const std::size_t at = name.find_last_of(" -");
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find(' '));
}

/// One surname, and first names that do not speak against it: "Pell", "Oren Pell", "O. Pell".
bool same_person(std::string_view x, std::string_view y) {
  if (last_word(x) != last_word(y)) {
    return false;
  }
  const std::string_view a = first_word(x);
  const std::string_view b = first_word(y);
  const bool initial = (a.size() <= 2 || b.size() <= 2) && !a.empty() && !b.empty() && a[0] == b[0];
  return a == b || a == x || b == y || initial;
}

/// Letters that transliterations keep: vowels and marks are left out, doubled letters count once.
std::string skeleton(std::string_view folded) {
  static constexpr std::string_view kVowels = "aeiouyhj'-` ";
  std::string letters;
  for (char c : folded) {
    c = c == 'q' || c == 'c' ? 'k' : c == 'w' ? 'v' : c == 'z' ? 's' : c;
    const bool kept = kVowels.find(c) == std::string_view::npos;
    if (kept && (letters.empty() || letters.back() != c)) {
      letters.push_back(c);
    }
  }
  return letters;
}

/// Two spellings of one name ("Kiev", "Kyiv"; "Taleban", "Taliban"); countries have tables.
bool spelling_variants(const Term& a, const Term& b, std::string_view x, std::string_view y) {
  if (a.kind == TermKind::kCountry || b.kind == TermKind::kCountry) {
    return false;
  }
  const std::size_t longer = std::max(x.size(), y.size());
  const std::size_t shorter = std::min(x.size(), y.size());
  if (longer - shorter > 2 || x.empty() || y.empty()) {
    return false;
  }
  const std::string left = skeleton(fold(x));
  return left.size() >= 2 && left == skeleton(fold(y));
}

/// "WHO" for "World Health Organization".
bool is_acronym_of(std::string_view acronym, std::string_view name) {
  if (acronym.size() < 2 || acronym.size() > 7 || name.find(' ') == std::string_view::npos) {
    return false;
  }
  std::string initials;
  bool start = true;
  for (const char c : name) {
    if (start && c >= 'A' && c <= 'Z') {
      initials.push_back(c);
    }
    start = c == ' ' || c == '-';
  }
  return initials == acronym;
}

/// One name inside the other at word bounds.
bool part_of_name(std::string_view part, std::string_view name) {
  const std::size_t at = part.size() > 3 ? name.find(part) : std::string_view::npos;
  if (at == std::string_view::npos) {
    return false;
  }
  const std::size_t end = at + part.size();
  const bool left = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
  const bool right =
      end == name.size() || name[end] == ' ' || name[end] == '-' || name[end] == '\'';
  return left && right;
}

}  // namespace

bool same_entity(const PairContext& pair, const Term& a, const Term& b) {
  if (a.id == b.id || (a.stem == b.stem && a.tokens == 1 && b.tokens == 1)) {
    return true;
  }
  if ((a.region != StemId{} && a.region == b.id) || (b.region != StemId{} && b.region == a.id)) {
    return true;
  }
  const std::string_view x = bare(pair.left_document.slice(a.span));
  const std::string_view y = bare(pair.right_document.slice(b.span));
  return x == y || spelling_variants(a, b, x, y) || same_person(x, y) || part_of_name(x, y) ||
         part_of_name(y, x) || is_acronym_of(x, y) || is_acronym_of(y, x);
}

}  // namespace parallax
