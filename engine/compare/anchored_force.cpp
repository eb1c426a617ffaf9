/// One act is a duty on one side, open or forbidden on the other; it is done on one side, planned
/// or tried on the other.

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/compare/anchored_rules.hpp"

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
  return kind == "plan" || kind == "tried";
}

/// Verbs after which a thing is otherwise than before: who still plans it has not done it.
bool accomplishes(std::string_view stem) {
  static constexpr std::array<std::string_view, 92> kVerbs = {
      "impos",     "adopt",    "introduc",   "take",     "captur",  "seiz",    "conclud",
      "sign",      "pay",      "complet",    "approv",   "ratifi",  "shut",    "close",
      "destroy",   "withdraw", "withdrew",   "join",     "leave",   "recal",   "recall",
      "open",      "launch",   "lift",       "appoint",  "dismiss", "sell",    "buy",
      "acquir",    "merg",     "nationalis", "privatis", "abolish", "enact",   "grant",
      "releas",    "transfer", "deliv",      "deliver",  "build",   "evacu",   "extradit",
      "expel",     "deport",   "hand",       "return",   "deploy",  "ban",     "suspend",
      "rais",      "cut",      "pass",       "elect",    "resign",  "sack",    "fire",
      "arrest",    "detain",   "free",       "execut",   "annex",   "occupi",  "block",
      "blow",      "dissolv",  "repeal",     "revok",    "cancel",  "expand",  "reduc",
      "doubl",     "halv",     "begin",      "start",    "end",     "halt",    "resum",
      "establish", "creat",    "found",      "publish",  "award",   "purchas", "replac",
      "remov",     "demolish", "inaugur",    "reopen",   "relocat", "freez",   "split",
      "shell"};
  stem.remove_prefix(stem.starts_with("=") ? 1 : 0);
  return std::any_of(kVerbs.begin(), kVerbs.end(), [&](std::string_view verb) {
    return stem == verb || (stem.starts_with(verb) && stem.size() <= verb.size() + 1);
  });
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

/// The main verb says that something has happened; both sides speak of it.
const Term* done(const PairContext& pair, const Document& document, const Claim& claim,
                 const EventGate& gate) {
  for (const Term& term : claim.terms) {
    if (!term.verb || term.frame || term.relative || term.speech) {
      continue;
    }
    const std::string& word = pair.words[document.tokens[term.token].word].folded;
    const bool over = word.ends_with("ed") || word.ends_with("en") || word.ends_with("own");
    const bool fact = term.modality == Modality::kFact && !term.negated;
    if (!over || !fact) {
      return nullptr;
    }
    const bool accomplished =
        (accomplishes(pair.words.stem(term.stem)) || accomplishes(pair.words.stem(term.id))) &&
        shared_thing(claim, gate, term);
    return in_common(gate, term.id) || accomplished ? &term : nullptr;
  }
  return nullptr;
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
  if (left_open == right_open) {
    return;
  }
  const Term* deed = left_open ? done(pair, pair.right_document, pair.right, gate)
                               : done(pair, pair.left_document, pair.left, gate);
  if (deed == nullptr) {
    return;
  }
  const FindingSide told{deed->span, {{"force", "done"}}};
  const Force& force = left_open ? *left : *right;
  const FindingSide planned{force.span, {{"force", force.kind}}};
  out.push_back(anchored_finding("modality", left_open ? planned : told, left_open ? told : planned,
                                 "one side plans or tries what the other side says is done"));
}

}  // namespace parallax
