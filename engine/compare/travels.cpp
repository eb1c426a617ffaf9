#include "engine/compare/travels.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/compare/date_values.hpp"

namespace parallax {
namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Verbs of being somewhere, going there and leaving.
bool moves_or_stays(const WordTable& words, const Term& verb) {
  static constexpr std::array<std::string_view, 14> kConcepts = {
      "=arrive", "=visit", "=travel", "=stay", "=return", "=leave", "=fly",
      "=land",   "=reach", "=remain", "=go",   "=enter",  "=sail",  "=move"};
  static constexpr std::array<std::string_view, 25> kStems = {
      "arriv",  "visit",  "travel", "stay", "return", "leav",  "left", "fli",  "flew",
      "land",   "reach",  "remain", "go",   "went",   "enter", "sail", "move", "head",
      "depart", "anchor", "dock",   "moor", "tour",   "came",  "stop"};
  return one_of(words.stem(verb.id), kConcepts) || one_of(words.stem(verb.stem), kStems);
}

/// Things that go from place to place as people do.
bool mobile_thing(std::string_view id) {
  static constexpr std::array<std::string_view, 16> kThings = {
      "=ship",  "=convoy",    "=plane", "=aircraft", "=helicopter", "=delegation",
      "=fleet", "=warship",   "=truck", "=train",    "=drone",      "=submarine",
      "=team",  "=hurricane", "=storm", "=balloon"};
  return one_of(id, kThings);
}

/// The subject of the clause that the place stands in can travel, and the clause says no more of it
/// than where it is or goes.
bool goes_places(const WordTable& words, const Claim& claim, const Term& place) {
  bool traveller = false;
  for (const Term& term : claim.terms) {
    if (term.clause != place.clause || term.frame) {
      continue;
    }
    if (term.verb && !moves_or_stays(words, term)) {
      return false;
    }
    traveller = traveller ||
                (term.slot == Slot::kSubject && term.token < place.token &&
                 (term.actor || term.kind == TermKind::kName || mobile_thing(words.stem(term.id))));
  }
  return traveller;
}

/// Every two days of the two claims exclude each other, whether they say when it was or when it was
/// said.
bool on_other_days(const Claim& left, const Claim& right) {
  return !left.dates.empty() && !right.dates.empty() &&
         std::all_of(left.dates.begin(), left.dates.end(), [&](const DateMention& a) {
           return std::all_of(right.dates.begin(), right.dates.end(), [&](const DateMention& b) {
             return dates_apart(a, b).value_or(false);
           });
         });
}

const Term* term_at(const Claim& claim, ByteSpan span) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(),
                               [&](const Term& term) { return term.span == span; });
  return it == claim.terms.end() ? nullptr : &*it;
}

}  // namespace

bool travelled(const PairContext& pair, const Finding& finding) {
  if (finding.kind != "place" || pair.left_document.language != "en" ||
      pair.right_document.language != "en" || !on_other_days(pair.left, pair.right)) {
    return false;
  }
  const Term* a = term_at(pair.left, finding.left.span);
  const Term* b = term_at(pair.right, finding.right.span);
  return a != nullptr && b != nullptr && goes_places(pair.words, pair.left, *a) &&
         goes_places(pair.words, pair.right, *b);
}

}  // namespace parallax
