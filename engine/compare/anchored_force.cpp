/// One act is done on one side, planned, tried or only possible on the other.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "engine/compare/accomplished.hpp"
#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/other_matter.hpp"

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
         kind == "possible";
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

std::string explained(std::string_view kind) {
  return kind == "plan" ? "planned" : kind == "tried" ? "tried" : std::string(kind);
}

/// Where what a verb is done to stands.
enum class Done : std::uint8_t { kToSubject, kToObject, kBehind };

/// "The dam was repaired", "six boats have passed into its hands": the subject; "broke into the
/// server", "imposed a levy on timber": behind a preposition; else the object.
Done done_to(const Claim& claim, const Term& verb) {
  if (verb.passive) {
    return Done::kToSubject;
  }
  const auto any = [&](Slot slot) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.slot == slot && term.clause == verb.clause && term.token > verb.token &&
             is_content(term) && !term.frame;
    });
  };
  if (any(Slot::kObject)) {
    return Done::kToObject;
  }
  return verb.tokens > 1 && any(Slot::kOblique) ? Done::kBehind : Done::kToSubject;
}

/// What a verb is done to stands on both sides, though another verb tells it there.
bool shared_thing(const Claim& claim, const EventGate& gate, const Term& verb) {
  const Done where = done_to(claim, verb);
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const bool subject = term.slot == Slot::kSubject && term.token < verb.token;
    const bool behind = term.token > verb.token;
    const bool thing =
        where == Done::kToSubject
            ? subject && (verb.passive || (!term.actor && !is_entity(term)))
            : behind && (term.slot == Slot::kObject ||
                         (where == Done::kBehind && term.slot == Slot::kOblique));
    return thing && term.clause == verb.clause && is_told(term) && !term.attribute &&
           in_common(gate, term.id);
  });
}

/// "Was refused", "failed": what stands behind it was not done.
bool denies(std::string_view id) {
  static constexpr std::array<std::string_view, 14> kDeny = {
      "=refuse",  "refus",  "=deny", "deni",     "=reject", "=fail",    "fail",
      "=decline", "declin", "turn",  "=prevent", "prevent", "=suspend", "=cancel"};
  return std::find(kDeny.begin(), kDeny.end(), id) != kDeny.end();
}

/// "Accuses him of having bribed the inspector": nobody says that it was done.
bool charges(std::string_view id) {
  static constexpr std::array<std::string_view, 8> kCharges = {
      "=accuse", "=suspect", "=allege", "=charge", "=blame", "alleg", "suspect", "accus"};
  return std::find(kCharges.begin(), kCharges.end(), id) != kCharges.end();
}

/// Done with words alone: "offered", "promised", "ordered". Who does it has not done the deed.
bool commits(std::string_view id) {
  static constexpr std::array<std::string_view, 17> kCommit = {
      "=offer",     "=promise", "=threaten", "=order",     "=permit",  "=plan",
      "=ask",       "=demand",  "=urge",     "=recommend", "=propose", "=warn",
      "=authorise", "promis",   "propos",    "order",      "=rule"};
  return std::find(kCommit.begin(), kCommit.end(), id) != kCommit.end();
}

/// "The evacuation began": of something that goes on.
bool is_stage(std::string_view id) {
  static constexpr std::array<std::string_view, 6> kStages = {"=begin", "start",     "=continue",
                                                              "began",  "=complete", "=end"};
  return std::find(kStages.begin(), kStages.end(), id) != kStages.end();
}

/// "Were told to complete it by noon": what has begun is yet to end.
bool goes_on(const PairContext& pair, const Claim& claim) {
  static constexpr std::array<std::string_view, 8> kEnds = {"=complete", "=end", "=continue", "=full",
                                                            "complet", "finish", "conclud",
                                                            "continu"};
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_told(term) && std::find(kEnds.begin(), kEnds.end(), pair.words.stem(term.id)) !=
                                kEnds.end();
  });
}

/// All but the deed itself is told by both sides, and by whom.
bool told_alike(const PairContext& pair, const Claim& claim, const EventGate& gate,
                const Term& verb) {
  constexpr double kNearlyAll = 0.75;
  constexpr std::size_t kEnough = 3;
  return !is_stage(pair.words.stem(verb.id)) && gate.overlap >= kNearlyAll &&
         gate.shared >= kEnough &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.slot == Slot::kSubject && term.clause == verb.clause && is_told(term) &&
                  in_common(gate, term.id);
         });
}

/// What is done on one side: its verb, and a thing that it is done to and both sides speak of.
struct Deed {
  const Term* verb = nullptr;
};

/// "The poultry farms of Lerd culled their flocks": a noun taken for a verb in front of the verb.
bool misread(const PairContext& pair, const Document& document, const Claim& claim,
             const EventGate& gate, const Term& noun) {
  return !noun.negated && noun.modality == Modality::kFact && noun.token > claim.first_token &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.verb && term.clause == noun.clause && term.token > noun.token &&
                  in_common(gate, term.id) &&
                  tells_past(ClaimWords{pair.words, document, claim}, term);
         });
}

/// The main verb says that something has happened.
Deed done(const PairContext& pair, const Document& document, const Claim& claim,
          const EventGate& gate) {
  for (const Term& term : claim.terms) {
    if (charges(pair.words.stem(term.id)) && !term.relative) {
      return {};
    }
    if (!term.verb || term.frame || term.relative || term.speech) {
      continue;
    }
    const bool over = tells_past(ClaimWords{pair.words, document, claim}, term);
    if (!over && misread(pair, document, claim, gate, term)) {
      continue;
    }
    if (!over || term.modality != Modality::kFact || term.negated) {
      return {};
    }
    const std::string& id = pair.words.stem(term.id);
    if (commits(id) || denies(id)) {
      return {};
    }
    const bool common = in_common(gate, term.id);
    const bool accomplished =
        (accomplishes(pair.words.stem(term.stem)) || accomplishes(pair.words.stem(term.id))) &&
        shared_thing(claim, gate, term);
    return common || accomplished || told_alike(pair, claim, gate, term) ? Deed{&term} : Deed{};
  }
  return {};
}

/// The clause of what stands behind a force, or that it stands in at the end.
std::uint8_t clause_at(const Claim& claim, ByteSpan span) {
  std::uint8_t clause = 0;
  for (const Term& term : claim.terms) {
    clause = term.clause;
    if (term.span.begin >= span.end && is_content(term)) {
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

}  // namespace

void anchored_force(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto idle = [](const Claim& claim) {
    return claim.question || claim.disputed || claim.commitment == "conditional";
  };
  const bool other_doer =
      gate.other_party && (named_doer(pair.left, gate) || named_doer(pair.right, gate));
  if (anchored_norms(pair, other_doer, out) || other_doer || idle(pair.left) ||
      idle(pair.right)) {
    return;
  }
  const Force* left = open_of(pair.left);
  const Force* right = open_of(pair.right);
  const bool left_open = left != nullptr && no_force(pair.right) && !has_deadline(pair.left);
  const bool right_open = right != nullptr && no_force(pair.left) && !has_deadline(pair.right);
  const std::uint32_t denied = (left_open && thwarted(pair.left) ? 0 : pair.left.negators) +
                               (right_open && thwarted(pair.right) ? 0 : pair.right.negators);
  if (left_open == right_open || denied > 0) {
    anchored_plans(pair, gate, out);
    return;
  }
  const Deed deed = left_open ? done(pair, pair.right_document, pair.right, gate)
                              : done(pair, pair.left_document, pair.left, gate);
  if (deed.verb == nullptr) {
    anchored_plans(pair, gate, out);
  }
  if (deed.verb == nullptr || !open_somewhere(left_open ? pair.left : pair.right, gate) ||
      !all_told(left_open ? pair.right : pair.left, gate)) {
    return;
  }
  if (is_stage(pair.words.stem(deed.verb->id)) &&
      goes_on(pair, left_open ? pair.left : pair.right)) {
    return;
  }
  const Force& force = left_open ? *left : *right;
  const FindingSide told{deed.verb->span, {{"force", "done"}}};
  const FindingSide planned{force.span, {{"force", force.kind}}};
  out.push_back(
      anchored_finding("modality", left_open ? planned : told, left_open ? told : planned,
                       "what one side says is done is " + explained(force.kind) + " on the other"));
}

}  // namespace parallax
