#include "engine/compare/diverge_states.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/anchors.hpp"
#include "engine/compare/denial_agrees.hpp"
#include "engine/compare/directions_apart.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/shared_terms.hpp"
#include "engine/compare/state_bearers.hpp"

namespace parallax {
namespace {

/// What both sides say beside the states must agree this much where a common noun bears them ...
constexpr double kOverlap = 0.5;
constexpr double kJaccard = 0.25;
/// ... and this much where a person or a thing with a name of its own does.
constexpr double kNamedOverlap = 0.3;
constexpr double kNamedJaccard = 0.15;
constexpr double kConfidence = 0.6;

int effect(const Direction& d) {
  return d.negated ? -d.sign : d.sign;
}

/// Said to be so.
bool asserted(const Claim& claim, const Direction& d) {
  const Term& term = claim.terms[d.term];
  return !claim.question && !claim.disputed && claim.commitment != "conditional" &&
         !claim.general && term.modality == Modality::kFact && !term.frame;
}

/// "Had to wait longer": what one had to do was done.
bool had_to(const PairContext& pair, const Document& document, const Claim& claim,
            const Direction& d) {
  constexpr std::uint32_t kReach = 4;
  const std::uint32_t at = claim.terms[d.term].token;
  const ClaimWords c{pair.words, document, claim};
  for (std::uint32_t i = at < claim.first_token + kReach ? claim.first_token : at - kReach; i < at;
       ++i) {
    if (c.is(i, {"had"}) && c.is(i + 1, {"to"})) {
      return true;
    }
  }
  return false;
}

/// "Will not stand again", "intends to stand again": both tell what is to come.
bool both_to_come(const PairContext& pair, const Direction& a, const Direction& b) {
  const auto to_come = [](const Claim& claim, const Direction& d) {
    const Term& term = claim.terms[d.term];
    return !claim.question && !claim.disputed && claim.commitment != "conditional" &&
           !claim.general && !term.frame &&
           (term.modality == Modality::kFuture || term.modality == Modality::kIntended);
  };
  return to_come(pair.left, a) && to_come(pair.right, b);
}

/// What moves is told as a fact, or both sides tell what is to come.
bool both_move(const PairContext& pair, const Direction& a, const Direction& b) {
  const auto modality = [&](const Document& document, const Claim& claim, const Direction& d) {
    const Modality m = claim.terms[d.term].modality;
    return m == Modality::kObligation && had_to(pair, document, claim, d) ? Modality::kFact : m;
  };
  const auto told = [](const Claim& claim, const Direction& d) {
    return !claim.question && !claim.disputed && claim.commitment != "conditional" &&
           !claim.general && !claim.terms[d.term].frame;
  };
  const Modality left = modality(pair.left_document, pair.left, a);
  const Modality right = modality(pair.right_document, pair.right, b);
  const auto known = [](Modality m) { return m == Modality::kFact || m == Modality::kFuture; };
  const bool now = left == Modality::kFact && right == Modality::kFact;
  // "the budget cuts it next year", "it will go up next year"
  const auto presents = [&](const Document& document, const Claim& claim, const Direction& d,
                            Modality m) {
    const std::uint32_t at = claim.terms[d.term].token;
    return m == Modality::kFuture || ClaimWords{pair.words, document, claim}.at(at).ends_with("s");
  };
  return told(pair.left, a) && told(pair.right, b) && known(left) && known(right) &&
         (now || (presents(pair.left_document, pair.left, a, left) &&
                  presents(pair.right_document, pair.right, b, right)));
}

/// The claim says both, or the same state under a denial and without.
bool wavers(const Claim& claim, const Direction& d) {
  return std::any_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& other) {
    return other.axis == d.axis && effect(other) != effect(d);
  });
}

/// "Was sacked", "had a son": other people in the same breath would tell of two events.
bool agrees_beside(const PairContext& pair, const EventGate& gate, const Direction& a,
                   const Direction& b, const Bearer& bearer) {
  const EventGate rest =
      without(gate, open_inside(pair.left, gate, a.span), open_inside(pair.right, gate, b.span));
  if (bearer.named && anchors_of(pair, gate).names >= 2) {
    return true;  // who bears it, and who says so here and acts there
  }
  if (bearer.named) {
    return rest.overlap >= kNamedOverlap && rest.jaccard >= kNamedJaccard;
  }
  // "rents are on the rise", "rents keep falling": nothing but what moves, or of one month
  const bool bare = is_movement(a) && rest.shared >= 1 &&
                    (rest.jaccard >= 1.0 || one_moment(pair.left, pair.right));
  return bare || (rest.shared >= 2 && rest.overlap >= kOverlap && rest.jaccard >= kJaccard);
}

/// "The levy does not extend to charities", "charities are subject to the levy": the bearers change
/// their parts, and nearly all that one side says is said by the other.
bool told_around(const PairContext& pair, const EventGate& gate, const Direction& a,
                 const Direction& b) {
  constexpr double kNearlyAll = 0.75;
  constexpr double kMost = 0.5;
  constexpr double kSameThing = 0.6;
  const EventGate rest =
      without(gate, open_inside(pair.left, gate, a.span), open_inside(pair.right, gate, b.span));
  const auto known = [&](const Term* term) { return in_common(gate, term->id); };
  const std::vector<const Term*> left = bearers(pair.words, pair.left, a);
  const std::vector<const Term*> right = bearers(pair.words, pair.right, b);
  // "nobody at the yard was asked": no word bears it
  const auto borne = [&](const std::vector<const Term*>& heads) {
    return heads.empty() || std::any_of(heads.begin(), heads.end(), known);
  };
  // "the depot keeps working", "all work of the depot is suspended": little more is said
  const bool brief = rest.shared >= 2 && rest.overlap >= 1.0 && rest.jaccard >= kSameThing;
  const bool same = rest.shared >= 3 && rest.overlap >= kNearlyAll && rest.jaccard >= kMost;
  const bool alike = same && rest.jaccard >= kNearlyAll;
  return (same || brief) && (is_movement(a) || alike || (borne(left) && borne(right)));
}

/// Says it of another time, or leaves something out: "formerly", "no longer", "except the ferry".
bool partly(const ClaimWords& c) {
  for (std::uint32_t i = c.begin() + 1; i < c.end(); ++i) {
    if (c.is(i, {"longer"}) && c.is(i - 1, {"no", "any"})) {
      return true;
    }
  }
  static constexpr WordList kOnce = {"formerly",   "previously", "initially",
                                     "originally", "once",       "unlike"};
  return with_exception(c) || c.has(kOnce);
}

/// "The rebels of the Brenta front", "fighters of the Brenta front": people told in two words, of
/// one name.
bool of_one_name(const PairContext& pair, const EventGate& gate) {
  const auto owners = [&](const Claim& claim) {
    std::vector<StemId> ids;
    for (std::size_t t = 0; t + 1 < claim.terms.size(); ++t) {
      const Term& doer = claim.terms[t];
      if (!doer.actor || doer.slot != Slot::kSubject || !is_told(doer) ||
          in_common(gate, doer.id)) {
        continue;
      }
      const auto name =
          std::find_if(claim.terms.begin() + static_cast<std::ptrdiff_t>(t) + 1, claim.terms.end(),
                       [](const Term& term) { return term.kind != TermKind::kFunction; });
      if (name != claim.terms.end() && name->kind == TermKind::kName && in_common(gate, name->id)) {
        ids.push_back(name->id);
      }
    }
    return ids;
  };
  const std::vector<StemId> left = owners(pair.left);
  const std::vector<StemId> right = owners(pair.right);
  return std::any_of(left.begin(), left.end(), [&](StemId id) {
    return std::find(right.begin(), right.end(), id) != right.end();
  });
}

bool excluded(const PairContext& pair, const EventGate& gate) {
  return of_namesakes(pair) || gate.other_event || gate.contrasted ||
         (gate.other_party && !of_one_name(pair, gate)) || gate.other_place ||
         other_dates(pair.left, pair.right) || tell_parts(pair.left, pair.right) ||
         other_ordinals(pair) || other_obliques(pair, gate) ||
         other_complements(pair, gate, false) || other_relation_to_time(pair) ||
         partly({pair.words, pair.left_document, pair.left}) ||
         partly({pair.words, pair.right_document, pair.right});
}

/// Told from two ends ("lent to", "borrowed from"), or of who won against whom.
bool two_ended(std::string_view axis) {
  return axis == "lending" || axis == "outcome" || axis == "win" || axis == "success";
}

/// "Rose in January", "fell in the year as a whole": movements of other periods, or of other things
/// beside one word.
bool other_movement(const PairContext& pair, const EventGate& gate, const Direction& d) {
  return is_movement(d) && other_way_or_period(pair, gate);
}

bool states_apart(const PairContext& pair, const EventGate& gate, const Direction& a,
                  const Direction& b) {
  if (a.axis != b.axis || two_ended(a.axis) || effect(a) == effect(b) ||
      !(is_movement(a)
            ? both_move(pair, a, b)
            : (asserted(pair.left, a) && asserted(pair.right, b)) || both_to_come(pair, a, b)) ||
      wavers(pair.left, a) || wavers(pair.right, b)) {
    return false;
  }
  const Term& left = pair.left.terms[a.term];
  const Term& right = pair.right.terms[b.term];
  if (of_two_groups(pair, a, b) || (!is_movement(a) && other_objects(pair, gate, left, right)) ||
      other_instance(pair, a.axis) || other_movement(pair, gate, a) ||
      slows_growth(pair.words, pair.left, left, pair.right) ||
      slows_growth(pair.words, pair.right, right, pair.left) || converse_movement(pair, a, b)) {
    return false;
  }
  const auto word = [&](const Document& document, const Claim& claim, const Term& term) {
    return ClaimWords{pair.words, document, claim}.at(term.token);
  };
  const bool one_form = left.verb == right.verb || word(pair.left_document, pair.left, left) ==
                                                       word(pair.right_document, pair.right, right);
  if (a.sign == b.sign && one_form && (left.id == right.id || left.stem == right.stem)) {
    return false;  // asserted and denied in one word: `diverge_polarity` has judged it
  }
  const Bearer bearer = one_bearer(pair, a, b);
  return bearer.shared ? agrees_beside(pair, gate, a, b, bearer) : told_around(pair, gate, a, b);
}

}  // namespace

void diverge_states(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || says_something(out) || pair.left.directions.empty() ||
      pair.right.directions.empty() || excluded(pair, gate)) {
    return;
  }
  // of several the first in both texts, whichever side is the left
  const Direction* left = nullptr;
  const Direction* right = nullptr;
  for (const Direction& a : pair.left.directions) {
    for (const Direction& b : pair.right.directions) {
      const bool earlier =
          left == nullptr || a.span.begin + b.span.begin < left->span.begin + right->span.begin;
      if (earlier && states_apart(pair, gate, a, b)) {
        left = &a;
        right = &b;
      }
    }
  }
  if (left == nullptr) {
    return;
  }
  Finding f = direction_finding(pair, *left, *right);
  f.severity = Severity::kDifference;
  if (f.kind == "direction" && left->sign == right->sign) {
    f.kind = "negation";  // "was reinstated", "refused the reinstatement"
  }
  f.rule = f.kind == "negation" ? "negation.state" : f.rule;
  f.confidence = kConfidence;
  out.push_back(std::move(f));
}

}  // namespace parallax
