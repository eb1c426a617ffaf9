/// Figures of a part beside the figure of all.

#include <algorithm>
#include <string_view>

#include "engine/compare/figure_side.hpp"
#include "engine/compare/number_fit.hpp"

namespace parallax {
namespace {

/// "Mostly on domestic routes": the figure is of all.
bool for_the_most_part(const ClaimWords& c, std::uint32_t i) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t back = 1; back <= kReach; ++back) {
    if (c.is(i - back, {"mostly", "mainly", "chiefly", "largely", "most", "primarily", "many",
                        "half", "including", "especially", "particularly"})) {
      return true;
    }
  }
  return false;
}

/// Words that narrow what is counted to a part of it: anywhere in the clause of the figure, or
/// right behind the figure.
bool narrows(const FigureSide& side, std::uint32_t i) {
  constexpr std::uint32_t kNounPhrase = 3;
  const bool near = i > side.q.last_token && i <= side.q.last_token + kNounPhrase;
  const bool wide = side.c.is(i, {"domestic", "international", "overseas", "rural", "urban",
                                  "suburban", "intercity", "long-haul", "short-haul", "freight",
                                  "seasonal", "part-time", "juvenile", "adult", "underage"});
  const bool close = side.c.is(i, {"female", "male", "elderly", "regional", "first-time", "foreign",
                                   "first-year", "disabled", "unaccompanied", "pregnant", "retired",
                                   "undocumented", "unmarried", "married", "foreign-born"});
  return (wide || (close && near)) && !for_the_most_part(side.c, i);
}

bool names(const ClaimWords& c, std::string_view word) {
  const auto has = [&](std::initializer_list<std::string_view> words) {
    return c.find(c.begin(), words) < c.end();
  };
  return has({word}) || (word == "foreign" && has({"international", "overseas", "abroad"})) ||
         (word == "domestic" && has({"home", "nationwide", "country"}));
}

/// "2 million passengers", "640,000 on domestic routes": the smaller figure is narrowed to a part,
/// the larger one to none. "In the capital alone" narrows, too.
bool narrowed(const FigureSide& part, const FigureSide& whole) {
  const std::uint8_t clause = clause_of(part);
  const std::uint32_t alone = part.c.find(part.c.begin(), {"alone"});
  const bool place = alone < part.c.end() && !names(whole.c, "alone") &&
                     part.c.find(part.c.begin(), {"in", "at", "on"}) < alone;
  return place ||
         std::any_of(part.c.claim.terms.begin(), part.c.claim.terms.end(), [&](const Term& term) {
           return !term.frame && term.clause == clause && narrows(part, term.token) &&
                  !names(whole.c, part.c.at(term.token));
         });
}

/// What the other side counts is named in [begin, end).
bool counted_in(const FigureSide& part, const FigureSide& whole, std::uint32_t begin,
                std::uint32_t end) {
  return std::any_of(part.c.claim.terms.begin(), part.c.claim.terms.end(), [&](const Term& term) {
    return term.token >= begin && term.token < end && holds(whole.q.head, term.id);
  });
}

/// "1,240 complaints", "of the complaints, 310"; "212 companies", "40 are among the companies": a
/// part of what the other side counts.
bool of_them(const FigureSide& part, const FigureSide& whole) {
  constexpr std::uint32_t kReach = 5;
  const ClaimWords& c = part.c;
  const auto known = [&](std::uint32_t i) {
    return c.is(i, {"the", "these", "those", "its", "their", "all"});
  };
  const std::uint32_t among = c.find(part.q.last_token, {"among"});
  if (among < c.end() && known(among + 1) && c.is(among - 1, {"is", "are", "was", "were"}) &&
      counted_in(part, whole, among, among + kReach)) {
    return true;
  }
  const bool one_deed = shares(part.q.verbs, whole.q.verbs) || shares(part.q.event, whole.q.event);
  // "70 buses with bad brakes", "eighteen of the buses are stationed at the depot"
  const std::uint32_t behind = part.q.last_token + 1;
  if (!one_deed && c.is(behind, {"of"}) && known(behind + 1) &&
      counted_in(part, whole, behind + 2, behind + 3)) {
    return true;
  }
  return !one_deed && part.q.of == 0 && whole.q.of == 0 &&
         !c.is(part.q.first_token - 1, {"only"}) && c.is(c.begin(), {"of"}) &&
         known(c.begin() + 1) && counted_in(part, whole, c.begin() + 2, c.begin() + kReach);
}

/// "205 transplants, including 88 of kidneys": the other side gives the part.
bool given_as_part(const FigureSide& part, const FigureSide& whole) {
  const auto& others = whole.c.claim.quantities;
  return std::any_of(others.begin(), others.end(), [&](const Quantity& other) {
    return &other != &whole.q && other.subset && other.unit == part.q.unit &&
           other.value.low == part.q.value.low && other.value.high == part.q.value.high;
  });
}

}  // namespace

bool figure_of_part(const FigureSide& a, const FigureSide& b) {
  if (a.q.unit == "%" || b.q.unit == "%" || a.q.unit != b.q.unit) {
    return false;
  }
  const FigureSide& part = a.q.value.high <= b.q.value.low ? a : b;
  const FigureSide& whole = &part == &a ? b : a;
  return narrowed(part, whole) || of_them(part, whole) || given_as_part(part, whole);
}

}  // namespace parallax
