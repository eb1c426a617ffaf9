/// One act is done on one side, planned, tried or only possible on the other.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/done_deeds.hpp"
#include "engine/compare/open_deeds.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// No force but a condition.
bool no_force(const Claim& claim) {
  return std::all_of(claim.forces.begin(), claim.forces.end(), [](const Force& force) {
    return force.kind == "tied" || force.kind == "untied";
  });
}

bool open(std::string_view kind) {
  return kind == "plan" || kind == "tried" || kind == "ordered" || kind == "permitted" ||
         kind == "possible" || kind == "leave";
}

/// The first force of a claim all of whose forces leave the deed open; nullptr if there is none.
const Force* open_of(const Claim& claim) {
  const bool all =
      !claim.forces.empty() && std::all_of(claim.forces.begin(), claim.forces.end(),
                                           [](const Force& force) { return open(force.kind); });
  return all ? &claim.forces.front() : nullptr;
}

/// "An attempt to blow it up was foiled": what reads as a denial says that it was tried in vain.
bool thwarted(const Claim& claim) {
  return !claim.forces.empty() &&
         std::all_of(claim.forces.begin(), claim.forces.end(),
                     [](const Force& force) { return force.kind == "tried"; });
}

/// Words of denial that are no part of a force: "has not got beyond the planning stage" denies
/// nothing.
bool says_not(const PairContext& pair, const Document& document, const Claim& claim) {
  const ClaimWords words{pair.words, document, claim};
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    const ByteSpan span = document.tokens[i].span;
    const bool in_force =
        std::any_of(claim.forces.begin(), claim.forces.end(), [&](const Force& force) {
          return force.span.begin <= span.begin && span.end <= force.span.end;
        });
    if (!in_force &&
        words.is(i, {"not", "no", "never", "none", "nobody", "nothing", "neither", "nor"})) {
      return true;
    }
  }
  return false;
}

/// The open side says no more than that it is tried in vain, or planned with a "not".
bool denies_nothing(const PairContext& pair, const Document& document, const Claim& claim) {
  const ClaimWords words{pair.words, document, claim};
  bool denial = false;
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    denial = denial || words.is(i, {"not", "no", "never", "nothing"});
  }
  return thwarted(claim) || (denial && !says_not(pair, document, claim));
}

/// "May search any vehicle": a rule that cases follow; "may suspend the striker": one case.
bool rules(const PairContext& pair, const Document& document, const Claim& claim) {
  static constexpr WordList kGeneral = {"any",       "every",    "all",    "each",
                                        "whenever",  "anyone",   "only",   "until",
                                        "generally", "normally", "always", "whoever"};
  for (std::uint32_t i = claim.first_token; i < claim.first_token + claim.token_count; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (kGeneral.contains(word)) {
      return true;
    }
  }
  return false;
}

/// Leave to do one deed leaves it open as a plan does, if the claims agree in the rest.
bool leaves_one_deed(const PairContext& pair, const EventGate& gate, bool left) {
  constexpr double kOneMatter = 0.6;
  constexpr std::size_t kShared = 3;
  const Claim& claim = left ? pair.left : pair.right;
  const Claim& told = left ? pair.right : pair.left;
  const Document& document = left ? pair.left_document : pair.right_document;
  const std::string_view words = document.slice(claim.forces.front().span);
  const bool able = words.starts_with("can") || words.starts_with("are") ||
                    words.starts_with("allow") || words.starts_with("permit");
  return gate.overlap >= kOneMatter && gate.shared >= kShared && !able &&
         (told.quantities.empty() || !claim.quantities.empty()) && !rules(pair, document, claim);
}

std::string explained(std::string_view kind) {
  return kind == "plan"    ? "planned"
         : kind == "leave" ? "permitted"
         : kind == "tried" ? "tried"
                           : std::string(kind);
}

/// "Were told to complete it by noon": what has begun is yet to end.
bool goes_on(const PairContext& pair, const Claim& claim) {
  static constexpr WordList kEnds = {"=complete", "=end",   "=continue", "=full",
                                     "complet",   "finish", "conclud",   "continu"};
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_told(term) && kEnds.contains(pair.words.stem(term.id));
  });
}

/// The clause of what stands behind a force, or that it stands in at the end.
std::uint8_t clause_at(const Claim& claim, ByteSpan span) {
  std::uint8_t clause = 0;
  for (const Term& term : claim.terms) {
    clause = term.clause;
    if (term.span.begin >= span.end && is_content(term) && !term.frame) {
      break;
    }
  }
  return clause;
}

/// "The law, which ... next year, is being examined": only a relative clause stands between them.
bool parted_by(const Claim& claim, const Term& subject, const Force& force) {
  return std::none_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && !term.relative && term.token > subject.token &&
           term.span.end <= force.span.begin;
  });
}

/// What both sides speak of stands behind the force, or in front of it in its clause ("the bridge
/// is to be closed"), and nothing of it is told as a fact.
bool open_there(const Claim& claim, const EventGate& gate, const Force& force) {
  const std::uint8_t clause = clause_at(claim, force.span);
  bool aimed = false;
  for (const Term& term : claim.terms) {
    const bool of_force = term.span.begin < force.span.end && term.span.end > force.span.begin;
    if (of_force && in_common(gate, term.id)) {
      return false;  // "ordered the demolition", "was demolished on the order of the court"
    }
    if (!is_told(term) || is_entity(term) || !in_common(gate, term.id)) {
      continue;
    }
    const bool behind = term.span.end > force.span.begin;
    if (term.verb && !behind && term.modality == Modality::kFact && term.clause != clause) {
      return false;  // "signed an accord under which it will send"
    }
    const bool subject = term.slot == Slot::kSubject && !behind && parted_by(claim, term, force);
    aimed = aimed || term.clause == clause || subject;
  }
  return aimed;
}

bool open_somewhere(const Claim& claim, const EventGate& gate) {
  return std::any_of(claim.forces.begin(), claim.forces.end(),
                     [&](const Force& force) { return open_there(claim, gate, force); });
}

/// The side that tells the deed tells no other part of it as open.
bool all_told(const Claim& claim, const EventGate& gate) {
  return std::none_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && is_told(term) && in_common(gate, term.id) &&
           term.modality != Modality::kFact;
  });
}

/// "Is to be done no later than May": done before, or not yet.
bool has_deadline(const Claim& claim) {
  return std::any_of(claim.dates.begin(), claim.dates.end(), [&](const DateMention& date) {
    return !date.frame && date.span.begin > claim.forces.front().span.begin &&
           (date.use == DateUse::kBy || date.use == DateUse::kUntil ||
            date.use == DateUse::kBefore);
  });
}

/// Somebody by name does it on one side whom the other side does not name.
bool named_doer(const Claim& claim, const EventGate& gate) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_entity(term) && term.slot == Slot::kSubject && is_told(term) &&
           !in_common(gate, term.id);
  });
}

/// The side that leaves the deed open: what leaves it open there.
struct OpenSide {
  const Force* force = nullptr;
  bool left = false;
};

/// Force is nullptr if both sides leave it open, or none, or if one denies it.
OpenSide open_side(const PairContext& pair) {
  const Force* left = open_of(pair.left);
  const Force* right = open_of(pair.right);
  const bool left_open = left != nullptr && no_force(pair.right) && !has_deadline(pair.left);
  const bool right_open = right != nullptr && no_force(pair.left) && !has_deadline(pair.right);
  // "suspended payments", "might suspend payments": what reads as a denial stands on both sides
  const bool left_idle = left_open && denies_nothing(pair, pair.left_document, pair.left);
  const bool right_idle = right_open && denies_nothing(pair, pair.right_document, pair.right);
  const bool denied =
      (left_idle ? 0 : pair.left.negators) != (right_idle ? 0 : pair.right.negators);
  const bool in_words = pair.left.negators + pair.right.negators > 0 &&
                        (says_not(pair, pair.left_document, pair.left) ||
                         says_not(pair, pair.right_document, pair.right));
  return left_open == right_open || denied || in_words
             ? OpenSide{}
             : OpenSide{left_open ? left : right, left_open};
}

/// What is open is the deed that the other side tells, and that side tells all of it.
bool open_and_told(const PairContext& pair, const EventGate& gate, const OpenSide& side,
                   const Term& deed) {
  const Claim& open = side.left ? pair.left : pair.right;
  const Claim& told = side.left ? pair.right : pair.left;
  const Document& document = side.left ? pair.left_document : pair.right_document;
  const bool continued = tells_stage(pair, deed) && goes_on(pair, open);
  const bool loose = side.force->kind == "leave" && !leaves_one_deed(pair, gate, side.left);
  return open_somewhere(open, gate) && all_told(told, gate) && !continued && !loose &&
         !one_more(pair) && !follows_up(pair, open, {*side.force, deed}) &&
         open_deed(pair, document, open, {*side.force, deed});
}

/// Both hang on a condition: "will raise it if ...", "might raise it if ...".
bool both_conditional(const PairContext& pair) {
  return pair.left.commitment == "conditional" && pair.right.commitment == "conditional";
}

bool idle(const Claim& claim) {
  return claim.question || claim.disputed || claim.commitment == "conditional";
}

}  // namespace

void anchored_force(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool other_doer =
      gate.other_party && (named_doer(pair.left, gate) || named_doer(pair.right, gate));
  if (anchored_norms(pair, other_doer, out) || other_doer) {
    return;
  }
  if (idle(pair.left) || idle(pair.right)) {
    if (both_conditional(pair)) {
      anchored_plans(pair, gate, out);
    }
    return;
  }
  const OpenSide side = open_side(pair);
  const Term* deed = side.force == nullptr ? nullptr
                     : side.left           ? done_deed(pair, pair.right_document, pair.right, gate)
                                           : done_deed(pair, pair.left_document, pair.left, gate);
  if (deed == nullptr) {
    anchored_plans(pair, gate, out);
    return;
  }
  if (!open_and_told(pair, gate, side, *deed)) {
    return;
  }
  const FindingSide told{deed->span, {{"force", "done"}}};
  const FindingSide planned{side.force->span, {{"force", side.force->kind}}};
  out.push_back(anchored_finding(
      "modality", side.left ? planned : told, side.left ? told : planned,
      "what one side says is done is " + explained(side.force->kind) + " on the other"));
}

}  // namespace parallax
