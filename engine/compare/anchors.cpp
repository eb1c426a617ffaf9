#include "engine/compare/anchors.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"

namespace parallax {
namespace {

constexpr double kName = 2.0;
constexpr double kWord = 1.0;
constexpr double kEverywhere = 0.5;
constexpr double kEnough = 3.0;
constexpr std::size_t kEnoughWords = 3;
/// Long sentences share words by chance.
constexpr double kShare = 0.3;
constexpr double kShareOfAll = 0.15;

/// Words that most claims of a field have.
bool everywhere(std::string_view id) {
  static constexpr std::string_view kWords[] = {
      "=person",  "=ministry", "=government", "=state",  "=country", "=official", "=authority",
      "=worker",  "=hold",     "=take",       "=make",   "=include", "=year",     "=number_toll",
      "new",      "last",      "first",       "member",  "=member",  "=group",    "=part",
      "national", "public",    "=be",         "=become", "=have",    "=receive",  "countri"};
  return std::find(std::begin(kWords), std::end(kWords), id) != std::end(kWords);
}

/// Bodies that everybody speaks of before them.
bool body_of_all(std::string_view id) {
  static constexpr std::string_view kBodies[] = {"@org:un",  "@org:unga", "@org:unsc",
                                                 "=un",      "=unga",     "=unsc",
                                                 "=council", "=assembly", "state"};
  return std::find(std::begin(kBodies), std::end(kBodies), id) != std::end(kBodies);
}

bool same_figure(const Quantity& a, const Quantity& b) {
  return a.value.low == a.value.high && a.value.low == b.value.low && b.value.low == b.value.high &&
         a.unit == b.unit && a.aspect == b.aspect;
}

/// A figure of one side that the other side gives too.
std::size_t same_figures(const Claim& left, const Claim& right) {
  return static_cast<std::size_t>(
      std::count_if(left.quantities.begin(), left.quantities.end(), [&](const Quantity& a) {
        return std::any_of(right.quantities.begin(), right.quantities.end(),
                           [&](const Quantity& b) { return same_figure(a, b); });
      }));
}

/// Names of `told` that the other side is, or is quoted by: "Saravian jets", "the air force of
/// Saravia said".
std::size_t speakers(const PairContext& pair, const EventGate& gate, const Claim& told,
                     const Claim& framed) {
  const bool left = &told == &pair.left;
  return static_cast<std::size_t>(
      std::count_if(told.terms.begin(), told.terms.end(), [&](const Term& name) {
        return is_entity(name) && is_told(name) && !in_common(gate, name.id) &&
               std::any_of(framed.terms.begin(), framed.terms.end(), [&](const Term& other) {
                 return is_entity(other) && other.frame &&
                        (left ? same_entity(pair, name, other) : same_entity(pair, other, name));
               });
      }));
}

}  // namespace

Anchors anchors_of(const PairContext& pair, const EventGate& gate) {
  Anchors anchors;
  std::vector<StemId> seen;
  for (const Term& term : pair.left.terms) {
    if (!is_told(term) || !in_common(gate, term.id) ||
        std::find(seen.begin(), seen.end(), term.id) != seen.end()) {
      continue;
    }
    seen.push_back(term.id);
    anchors.event = anchors.event || term.event || term.verb;
    if (is_entity(term)) {
      const bool body = body_of_all(pair.words.stem(term.id));
      anchors.names += body ? 0 : 1;
      anchors.weight += body ? kEverywhere : term.kind == TermKind::kCountry ? kWord : kName;
    } else {
      ++anchors.words;
      anchors.weight += everywhere(pair.words.stem(term.id)) ? kEverywhere : kWord;
    }
  }
  anchors.values =
      same_figures(pair.left, pair.right) +
      (one_moment(pair.left, pair.right) && !pair.left.dates[0].frame && !pair.right.dates[0].frame
           ? 1
           : 0);
  anchors.weight += static_cast<double>(anchors.values) * kWord;
  const std::size_t spoken =
      speakers(pair, gate, pair.left, pair.right) + speakers(pair, gate, pair.right, pair.left);
  anchors.names += spoken;
  anchors.weight += static_cast<double>(spoken) * kWord;
  return anchors;
}

bool anchored(const Anchors& anchors, const EventGate& gate) {
  return anchors.weight >= kEnough && gate.overlap >= kShare && gate.jaccard >= kShareOfAll &&
         (anchors.names > 0 || anchors.words + anchors.values >= kEnoughWords);
}

}  // namespace parallax
