/// One act is a duty on one side, open or forbidden on the other; it is done on one side, planned
/// or tried on the other.

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/compare/accomplished.hpp"
#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

/// The one force of a claim; nullptr if it has none, or several that say different things.
const Force* force_of(const Claim& claim) {
  if (claim.forces.empty()) {
    return nullptr;
  }
  const Force& first = claim.forces.front();
  const bool one = std::all_of(claim.forces.begin(), claim.forces.end(),
                               [&](const Force& f) { return f.kind == first.kind; });
  return one ? &first : nullptr;
}

bool between(std::string_view a, std::string_view b, std::string_view x, std::string_view y) {
  return (a == x && b == y) || (a == y && b == x);
}

bool apart(std::string_view a, std::string_view b) {
  return between(a, b, "duty", "leave") || between(a, b, "duty", "free") ||
         between(a, b, "ban", "leave") || between(a, b, "ban", "free") ||
         between(a, b, "ban", "duty");
}

bool open(std::string_view kind) {
  return kind == "plan" || kind == "tried" || kind == "ordered" || kind == "permitted" ||
         kind == "possible";
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

/// Done with words alone: "offered", "promised", "ordered". Who does it has not done the deed.
bool commits(std::string_view id) {
  static constexpr std::array<std::string_view, 17> kCommit = {
      "=offer",     "=promise", "=threaten", "=order",     "=permit",  "=plan",
      "=ask",       "=demand",  "=urge",     "=recommend", "=propose", "=warn",
      "=authorise", "promis",   "propos",    "order",      "=rule"};
  return std::find(kCommit.begin(), kCommit.end(), id) != kCommit.end();
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
    if (commits(pair.words.stem(term.id))) {
      return {};
    }
    const bool common = in_common(gate, term.id);
    const bool accomplished =
        (accomplishes(pair.words.stem(term.stem)) || accomplishes(pair.words.stem(term.id))) &&
        shared_thing(claim, gate, term);
    return common || accomplished ? Done{&term} : Done{};
  }
  return {};
}

/// The clause that a force stands in.
std::uint8_t clause_at(const Claim& claim, ByteSpan span) {
  std::uint8_t clause = 0;
  for (const Term& term : claim.terms) {
    clause = term.span.begin <= span.end ? term.clause : clause;
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

}  // namespace

void anchored_force(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto idle = [](const Claim& claim) {
    return claim.question || claim.disputed || claim.commitment == "conditional";
  };
  const Force* left = force_of(pair.left);
  const Force* right = force_of(pair.right);
  if (idle(pair.left) || idle(pair.right)) {
    return;
  }
  if (left != nullptr && right != nullptr && apart(left->kind, right->kind)) {
    out.push_back(anchored_finding("modality", {left->span, {{"force", left->kind}}},
                                   {right->span, {{"force", right->kind}}},
                                   "one side leaves open or forbids what the other side does not"));
    return;
  }
  const bool left_open = left != nullptr && open(left->kind) && pair.right.forces.empty();
  const bool right_open = right != nullptr && open(right->kind) && pair.left.forces.empty();
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
