/// One act is a duty on one side, open or forbidden on the other; it is done on one side, planned
/// or tried on the other.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "engine/compare/accomplished.hpp"
#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

enum class Deontic : std::uint8_t { kNone, kBound, kFree, kBanned, kGranted };

/// A duty binds, an order too; leave, permission and choice leave free; what is granted may be
/// refused.
Deontic deontic(std::string_view kind) {
  if (kind == "duty" || kind == "ordered") {
    return Deontic::kBound;
  }
  if (kind == "leave" || kind == "free" || kind == "permitted") {
    return Deontic::kFree;
  }
  return kind == "ban" ? Deontic::kBanned : kind == "grace" ? Deontic::kGranted : Deontic::kNone;
}

/// The first force of those that bind, free or ban, if they say one thing; nullptr otherwise.
const Force* deontic_of(const Claim& claim) {
  const Force* first = nullptr;
  for (const Force& force : claim.forces) {
    const Deontic kind = deontic(force.kind);
    if (kind == Deontic::kNone) {
      continue;
    }
    if (first != nullptr && deontic(first->kind) != kind) {
      return nullptr;
    }
    first = first == nullptr ? &force : first;
  }
  return first;
}

bool apart(const Force* left, const Force* right) {
  if (left == nullptr || right == nullptr) {
    return false;
  }
  const Deontic a = deontic(left->kind);
  const Deontic b = deontic(right->kind);
  const auto granted = [](Deontic x, Deontic y) {  // who must ask may still have to
    return x == Deontic::kGranted && y != Deontic::kFree;
  };
  return a != b && !granted(a, b) && !granted(b, a);
}

/// "Only if the others do", "whatever the others do": under a condition, or under none.
bool conditional(const Force& force) {
  return force.kind == "tied" || force.kind == "untied";
}

const Force* condition_of(const Claim& claim) {
  const auto first = std::find_if(claim.forces.begin(), claim.forces.end(), conditional);
  const bool one = std::all_of(claim.forces.begin(), claim.forces.end(), [&](const Force& force) {
    return !conditional(force) || force.kind == first->kind;
  });
  return first != claim.forces.end() && one ? &*first : nullptr;
}

/// No force but a condition.
bool no_force(const Claim& claim) {
  return std::all_of(claim.forces.begin(), claim.forces.end(), conditional);
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

std::string explained(std::string_view kind) {
  return kind == "plan" ? "planned" : kind == "tried" ? "tried" : std::string(kind);
}

/// What a verb is done to stands on both sides, though another verb tells it there.
bool shared_thing(const Claim& claim, const EventGate& gate, const Term& verb) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const bool patient = verb.passive ? term.slot == Slot::kSubject && term.token < verb.token
                                      : term.slot == Slot::kObject && term.token > verb.token;
    return patient && term.clause == verb.clause && is_told(term) && !term.attribute &&
           in_common(gate, term.id);
  });
}

/// "Was refused", "failed": what stands behind it was not done.
bool denies(std::string_view id) {
  static constexpr WordList kDeny = {"=refuse",  "refus",   "=deny",    "deni",   "=reject",
                                     "=fail",    "fail",    "=decline", "declin", "turn",
                                     "=prevent", "prevent", "=suspend", "=cancel"};
  return kDeny.contains(id);
}

/// Done with words alone: "offered", "promised", "ordered". Who does it has not done the deed.
bool commits(std::string_view id) {
  static constexpr WordList kCommit = {"=offer",   "=promise", "=threaten",  "=order", "=permit",
                                       "=plan",    "=ask",     "=demand",    "=urge",  "=recommend",
                                       "=propose", "=warn",    "=authorise", "promis", "propos",
                                       "order",    "=rule"};
  return kCommit.contains(id);
}

/// All but the deed itself is told by both sides, and by whom.
bool told_alike(const PairContext& pair, const Claim& claim, const EventGate& gate,
                const Term& verb) {
  constexpr double kNearlyAll = 0.75;
  constexpr std::size_t kEnough = 3;
  static constexpr WordList kStages = {"=begin", "start",     "=continue",
                                       "began",  "=complete", "=end"};
  const bool stage = kStages.contains(pair.words.stem(verb.id));  // "the evacuation began"
  return !stage && gate.overlap >= kNearlyAll && gate.shared >= kEnough &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.slot == Slot::kSubject && term.clause == verb.clause && is_told(term) &&
                  in_common(gate, term.id);
         });
}

/// What is done on one side: its verb, and a thing that it is done to and both sides speak of.
struct Done {
  const Term* verb = nullptr;
};

/// The main verb says that something has happened.
Done done(const PairContext& pair, const Document& document, const Claim& claim,
          const EventGate& gate) {
  for (const Term& term : claim.terms) {
    if (!term.verb || term.frame || term.relative || term.speech) {
      continue;
    }
    const bool over = tells_past(ClaimWords{pair.words, document, claim}, term);
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
    return common || accomplished || told_alike(pair, claim, gate, term) ? Done{&term} : Done{};
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

/// One side sets a condition, the other says that there is none; adds the finding.
bool conditions_apart(const PairContext& pair, std::vector<Finding>& out) {
  const Force* left = condition_of(pair.left);
  const Force* right = condition_of(pair.right);
  if (left == nullptr || right == nullptr || left->kind == right->kind) {
    return false;
  }
  out.push_back(anchored_finding("modality", {left->span, {{"force", left->kind}}},
                                 {right->span, {{"force", right->kind}}},
                                 "one side sets a condition, the other none"));
  return true;
}

}  // namespace

void anchored_force(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto idle = [](const Claim& claim) {
    return claim.question || claim.disputed || claim.commitment == "conditional";
  };
  if (conditions_apart(pair, out)) {
    return;
  }
  if (idle(pair.left) || idle(pair.right)) {
    return;
  }
  if (gate.other_party && (named_doer(pair.left, gate) || named_doer(pair.right, gate))) {
    return;
  }
  const Force* bound = deontic_of(pair.left);
  const Force* freed = deontic_of(pair.right);
  if (apart(bound, freed)) {
    out.push_back(anchored_finding("modality", {bound->span, {{"force", bound->kind}}},
                                   {freed->span, {{"force", freed->kind}}},
                                   "one side leaves open or forbids what the other side does not"));
    return;
  }
  const Force* left = open_of(pair.left);
  const Force* right = open_of(pair.right);
  const bool left_open = left != nullptr && no_force(pair.right) && !has_deadline(pair.left);
  const bool right_open = right != nullptr && no_force(pair.left) && !has_deadline(pair.right);
  if (left_open == right_open || pair.left.negators + pair.right.negators > 0) {
    return;
  }
  const Done deed = left_open ? done(pair, pair.right_document, pair.right, gate)
                              : done(pair, pair.left_document, pair.left, gate);
  if (deed.verb == nullptr || !open_somewhere(left_open ? pair.left : pair.right, gate) ||
      !all_told(left_open ? pair.right : pair.left, gate)) {
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
