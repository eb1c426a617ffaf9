#include "engine/compare/agreement.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/compare/diverge.hpp"
#include "engine/compare/name_slots.hpp"

namespace parallax {
namespace {

/// And that share of what both tell must be the same: long sentences on one subject are near in
/// their words and say different things.
constexpr double kAgreeTold = 0.24;

/// 1 or -1 where all positions of a claim go one way, else 0.
int position(const Claim& claim) {
  int way = 0;
  for (const Stance& s : claim.stances) {
    const int sign = s.polarity > 0 ? 1 : s.polarity < 0 ? -1 : 0;
    const int effect = s.negated ? -sign : sign;
    if (effect != 0 && way == -effect) {
      return 0;
    }
    way = effect == 0 ? way : effect;
  }
  return way;
}

/// One side makes a duty of something, the other leaves something open.
bool duty_and_leave(const Claim& left, const Claim& right) {
  const auto has = [](const Claim& claim, Modality modality) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.verb && term.governed && term.modality == modality;
    });
  };
  const auto duty = [&](const Claim& a, const Claim& b) {
    return has(a, Modality::kObligation) && has(b, Modality::kPossible) &&
           !has(a, Modality::kPossible) && !has(b, Modality::kObligation);
  };
  return duty(left, right) || duty(right, left);
}

/// Both give figures, and not all of the one that gives fewer are the other's: "340", "120 of the
/// 340"; "three months", "three weeks".
bool figures_open(const Claim& left, const Claim& right) {
  const bool swap = left.quantities.size() > right.quantities.size();
  const std::vector<Quantity>& fewer = (swap ? right : left).quantities;
  const std::vector<Quantity>& more = (swap ? left : right).quantities;
  const auto given = [&](const Quantity& q) {
    return std::any_of(more.begin(), more.end(), [&](const Quantity& other) {
      return q.unit == other.unit && q.of == other.of && !numbers_apart(q, other);
    });
  };
  const auto part = [&](const Quantity& q) {  // "120 of the 340"
    return q.of > 0 && std::any_of(fewer.begin(), fewer.end(),
                                   [&](const Quantity& other) { return other.value.low == q.of; });
  };
  return !std::all_of(fewer.begin(), fewer.end(), given) ||
         std::any_of(more.begin(), more.end(), part);
}

/// Some verb or state of one side is told by the other, too; true where a side tells none, or no
/// clauses are read.
bool shares_deed(const PairContext& pair, const EventGate& gate) {
  const auto deed = [](const Term& term) {
    return is_told(term) && (term.verb || term.predicative);
  };
  const auto any = [](const Claim& claim, const auto& is) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), is);
  };
  const auto told = [&](const Term& term) { return deed(term) && in_common(gate, term.id); };
  const auto named = [&](const Term& term) {
    return is_told(term) && (deed(term) || term.event) && in_common(gate, term.id);
  };
  return !any(pair.left, deed) || !any(pair.right, deed) ||
         (any(pair.left, told) && any(pair.right, named)) ||
         (any(pair.right, told) && any(pair.left, named));
}

/// One thing of both stands behind opposite prepositions: "inside the zone", "outside the zone".
bool opposite_places(const PairContext& pair) {
  static constexpr std::pair<std::string_view, std::string_view> kOpposites[] = {
      {"inside", "outside"}, {"within", "outside"}, {"insid", "outsid"}, {"within", "outsid"},
      {"above", "below"},    {"with", "without"},   {"before", "after"}, {"for", "against"},
      {"over", "under"},     {"within", "beyond"},  {"befor", "after"}};
  const auto opposite = [&](StemId a, StemId b) {
    const std::string& x = pair.words.stem(a);
    const std::string& y = pair.words.stem(b);
    return std::any_of(std::begin(kOpposites), std::end(kOpposites), [&](const auto& o) {
      return (o.first == x && o.second == y) || (o.first == y && o.second == x);
    });
  };
  return std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& a) {
    return is_told(a) && a.preposition != StemId{} &&
           std::any_of(pair.right.terms.begin(), pair.right.terms.end(), [&](const Term& b) {
             return b.id == a.id && is_told(b) && opposite(a.preposition, b.preposition);
           });
  });
}

/// The one who acts of each claim is acted on in the other: "the ferry ran into the barge", "the
/// barge struck the ferry". "With" makes no part ("met with").
bool parts_exchanged(const PairContext& pair, const EventGate& gate) {
  const auto subject = [&](const Claim& claim) -> const Term* {
    const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.slot == Slot::kSubject && term.preposition == StemId{} && is_told(term) &&
             in_common(gate, term.id) && !term.event && !term.verb;
    });
    return it == claim.terms.end() ? nullptr : &*it;
  };
  const auto acted_on = [&](const Claim& claim, const Term& party) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      const std::string& preposition = pair.words.stem(term.preposition);
      return term.id == party.id &&
             (term.slot == Slot::kObject || (term.slot == Slot::kOblique && preposition != "with" &&
                                             preposition != "by" && preposition != "of"));
    });
  };
  const Term* left = subject(pair.left);
  const Term* right = subject(pair.right);
  const auto passive = [](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(),
                       [](const Term& term) { return term.verb && term.passive; });
  };
  return left != nullptr && right != nullptr && left->id != right->id &&
         passive(pair.left) == passive(pair.right) && acted_on(pair.right, *left) &&
         acted_on(pair.left, *right);
}

/// Each side names somebody whom the other does not.
bool names_open(const PairContext& pair) {
  const OpenNames& open = open_names(pair);
  const auto named = [](const SlotName& name) {
    return name.term->kind == TermKind::kName && name.term->slot != Slot::kNone;
  };
  return std::any_of(open.left.begin(), open.left.end(), named) &&
         std::any_of(open.right.begin(), open.right.end(), named);
}

}  // namespace

bool opposed_states(const Claim& left, const Claim& right) {
  return opposite_ways(left, right) || position(left) * position(right) < 0;
}

bool stands_open(const Claim& left, const Claim& right) {
  const bool figures = figures_open(left, right);
  const bool denied = (left.commitment == "denied") != (right.commitment == "denied");
  return denied || left.negators % 2 != right.negators % 2 || other_dates(left, right) || figures ||
         duty_and_leave(left, right) || opposed_states(left, right);
}

bool tells_same(const PairContext& pair, const EventGate& gate) {
  return pair.left_document.language != pair.right_document.language ||
         (gate.jaccard >= kAgreeTold && !gate.substituted && !gate.other_party &&
          !gate.other_place && gate.shared >= std::min<std::size_t>(2, gate.all) &&
          shares_deed(pair, gate) && !opposite_places(pair) && !parts_exchanged(pair, gate) &&
          !names_open(pair) && !laid_to_others(pair));
}

}  // namespace parallax
