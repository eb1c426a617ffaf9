#include "engine/compare/entities.hpp"

#include <algorithm>

#include "models/text/latin.hpp"

namespace parallax {
namespace {

std::string_view last_word(std::string_view name) {
  const std::size_t at = name.find_last_of(" -");
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

bool is_latin(std::string_view text) {
  constexpr unsigned char kFirstOfOtherScripts = 0xCD;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= kFirstOfOtherScripts; });
}

/// Two spellings of one name ("Kiev", "Kyiv"; "Taleban", "Taliban"); countries have tables. A final
/// -a tells two people apart where both are written in one script; against another script it may be
/// a case. Two scripts must agree in more letters.
bool spelling_variants(const Term& a, const Term& b, std::string_view x, std::string_view y) {
  if (a.kind == TermKind::kCountry || b.kind == TermKind::kCountry || x.empty() || y.empty()) {
    return false;
  }
  if (is_latin(x) != is_latin(y)) {
    return a.skeleton != StemId{} && a.skeleton == b.skeleton;
  }
  const std::size_t longer = std::max(x.size(), y.size());
  const std::size_t shorter = std::min(x.size(), y.size());
  const bool person = a.kind == TermKind::kName && b.kind == TermKind::kName;
  if (longer - shorter > 2 ||
      (person && feminine_ending(last_word(x)) != feminine_ending(last_word(y)))) {
    return false;
  }
  const std::string left = name_skeleton(x);
  return left.size() >= 2 && left == name_skeleton(y);
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
  if (a.id == b.id || a.stem == b.stem) {
    return true;
  }
  if ((a.region != StemId{} && a.region == b.id) || (b.region != StemId{} && b.region == a.id)) {
    return true;
  }
  const std::string_view x = pair.left_document.slice(a.span);
  const std::string_view y = pair.right_document.slice(b.span);
  return x == y || spelling_variants(a, b, x, y) || last_word(x) == last_word(y) ||
         part_of_name(x, y) || part_of_name(y, x) || is_acronym_of(x, y) || is_acronym_of(y, x);
}

}  // namespace parallax
