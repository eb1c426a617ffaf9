#include "engine/compare/elapsed.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "engine/compare/dated_deeds.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

constexpr double kDay = 86400.0;
constexpr double kDaysOfMonth = 30.4;

/// A distance in days, and the thing that it is reckoned from; negative in front of it.
struct Elapsed {
  double low = 0.0, high = 0.0;
  const Term* from = nullptr;
  std::uint32_t first = 0, last = 0;
};

/// The first thing behind token `i` that both sides name.
const Term* thing_behind(const ClaimWords& c, const EventGate& gate, std::uint32_t i) {
  constexpr std::uint32_t kReach = 7;
  for (const Term& term : c.claim.terms) {
    if (term.token < i || !is_content(term)) {
      continue;
    }
    if (term.token > i + kReach || c.is(term.token - 1, {",", ";"})) {
      return nullptr;
    }
    if (is_told(term) && in_common(gate, term.id) && !term.verb) {
      return &term;
    }
  }
  return nullptr;
}

double days_of(const Quantity& q, double value) {
  return q.unit == "s" ? value / kDay : value * kDaysOfMonth;
}

/// "Nine days after it", "two hours before it", "within a day of it", "nine days passed between
/// it".
Elapsed by_quantity(const ClaimWords& c, const EventGate& gate, const Quantity& q) {
  const std::uint32_t behind = q.last_token + 1;
  Elapsed e{days_of(q, q.value.low), days_of(q, q.value.high), nullptr, q.first_token,
            q.last_token};
  const bool passed = c.is(behind, {"passed", "elapsed", "lay", "lapsed"}) &&
                      c.is(behind + 1, {"between", "from", "after"});
  const bool within = c.is(q.first_token - 1, {"within", "inside"}) && c.is(behind, {"of"});
  if (c.is(behind, {"after", "following"})) {
    e.from = thing_behind(c, gate, behind + 1);
  } else if (passed) {
    e.from = thing_behind(c, gate, behind + 2);
  } else if (within) {
    e.low = 0.0;
    e.from = thing_behind(c, gate, behind + 1);
  } else if (c.is(behind, {"before", "prior", "ahead"})) {
    e = {-e.high, -e.low, thing_behind(c, gate, behind + 1), e.first, e.last};
  }
  return e;
}

int ordinal(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"first",      "second",     "third",     "fourth",    "fifth",       "sixth",
       "seventh",    "eighth",     "ninth",     "tenth",     "eleventh",    "twelfth",
       "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
       "nineteenth", "twentieth",  "thirtieth", "fortieth",  "fiftieth",    "sixtieth",
       "seventieth", "eightieth",  "ninetieth", "hundredth"});
  constexpr int kTens = 20;
  const auto it = std::find(kWords.begin(), kWords.end(), word);
  if (it == kWords.end()) {
    return 0;
  }
  const int at = static_cast<int>(it - kWords.begin()) + 1;
  return at <= kTens ? at : kTens + (at - kTens) * 10;
}

/// "On the third day of the search", "its fortieth day".
Elapsed by_ordinal(const ClaimWords& c, const EventGate& gate, std::uint32_t i) {
  const int count = ordinal(c.at(i));
  const double length = c.is(i + 1, {"day"})     ? 1.0
                        : c.is(i + 1, {"week"})  ? 7.0
                        : c.is(i + 1, {"month"}) ? kDaysOfMonth
                                                 : 0.0;
  if (count == 0 || length == 0.0) {
    return {};
  }
  Elapsed e{(count - 1) * length, count * length, nullptr, i, i + 1};
  if (c.is(i + 2, {"of"})) {
    e.from = thing_behind(c, gate, i + 3);
  } else if (c.is(i - 1, {"its", "their"})) {
    const auto subject =
        std::find_if(c.claim.terms.begin(), c.claim.terms.end(), [&](const Term& term) {
          return term.slot == Slot::kSubject && is_told(term) && in_common(gate, term.id);
        });
    e.from = subject == c.claim.terms.end() ? nullptr : &*subject;
  }
  return e;
}

/// The one distance that a claim tells.
Elapsed elapsed_of(const ClaimWords& c, const EventGate& gate) {
  Elapsed found;
  for (const Quantity& q : c.claim.quantities) {
    const Elapsed e = q.unit == "s" || q.unit == "month" ? by_quantity(c, gate, q) : Elapsed{};
    if (e.from != nullptr) {
      return e;
    }
  }
  for (std::uint32_t i = c.begin(); i < c.end() && found.from == nullptr; ++i) {
    found = by_ordinal(c, gate, i);
  }
  return found;
}

/// Both after it or both before it, and far from each other.
bool apart(const Elapsed& a, const Elapsed& b) {
  constexpr double kRounding = 0.3;
  const double size = std::max(std::abs(a.high), std::abs(b.high));
  const double gap = std::max(a.low - b.high, b.low - a.high);
  return (a.low >= 0.0) == (b.low >= 0.0) && gap > kRounding * size;
}

/// A deed of the clause of the distance, or most of what is told, is what both tell.
bool one_deed(const PairContext& pair, const EventGate& gate, const Elapsed& a, const Elapsed& b) {
  constexpr double kNearlyAll = 0.75;
  const auto told = [&](const Claim& claim, const Elapsed& e) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return (term.verb || term.event) && is_told(term) && &term != e.from &&
             term.id != e.from->id && in_common(gate, term.id);
    });
  };
  return (told(pair.left, a) && told(pair.right, b)) || gate.overlap >= kNearlyAll;
}

/// "Must apply at least ten days before": what a rule asks, no case of it.
bool of_rule(const Claim& claim) {
  return std::any_of(claim.terms.begin(), claim.terms.end(),
                     [](const Term& term) {
                       return term.verb && !term.frame && term.modality == Modality::kObligation;
                     }) ||
         std::any_of(claim.forces.begin(), claim.forces.end(), [](const Force& force) {
           return force.kind == "duty" || force.kind == "ordered" || force.kind == "leave";
         });
}

}  // namespace

void diverge_elapsed(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr double kOverlap = 0.5;
  constexpr std::size_t kEnough = 3;
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || gate.overlap < kOverlap || gate.shared < kEnough || gate.other_event ||
      gate.contrasted || gate.other_place || of_rule(pair.left) != of_rule(pair.right)) {
    return;
  }
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const Elapsed a = elapsed_of(left, gate);
  const Elapsed b = a.from == nullptr ? Elapsed{} : elapsed_of(right, gate);
  if (b.from == nullptr || !(a.from->id == b.from->id || kin(*a.from, *b.from)) || !apart(a, b) ||
      pair.left.negators % 2 != pair.right.negators % 2 || !one_deed(pair, gate, a, b) ||
      other_stages(pair, a.first, b.first) || opposite_deeds(pair.words, pair.left, pair.right)) {
    return;
  }
  std::erase_if(out, [](const Finding& f) { return f.kind == "number"; });
  if (says_something(out)) {
    return;
  }
  const auto span = [](const ClaimWords& c, const Elapsed& e) {
    return c.document.tokens[e.first].span.join(c.document.tokens[e.last].span);
  };
  Finding f;
  f.kind = "date";
  f.severity = Severity::kConflict;
  f.rule = "date.elapsed";
  f.confidence = 0.65;
  f.slot = "distance";
  f.left = {span(left, a), {{"days", a.high}}};
  f.right = {span(right, b), {{"days", b.high}}};
  f.explanation =
      "Other distances from one thing: " + std::string(pair.left_document.slice(f.left.span)) +
      " against " + std::string(pair.right_document.slice(f.right.span));
  out.push_back(std::move(f));
}

}  // namespace parallax
