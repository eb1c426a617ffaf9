/// What one side has settled is only talked of on the other.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/compare/anchored_rules.hpp"

namespace parallax {
namespace {

enum class Plan : std::uint8_t { kNone, kLoose, kFirm };

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// "Has agreed to", "is committed to": settled; "is considering", "an idea of": only thought of.
/// Offers, proposals and plans stand between the two.
Plan plan_of(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kLoose = {
      "consider", "weigh",  "discuss", "mull",   "debat",  "idea",     "option",  "moot",
      "float",    "examin", "explor",  "stud",   "review", "contempl", "thought", "think",
      "toy",      "ponder", "flirt",   "reflec", "muse",   "possib",   "undecid", "thinking"};
  static constexpr std::array<std::string_view, 16> kFirm = {
      "agreed",      "decided",  "decision to", "resolved", "committed",  "commitment",
      "undert",      "sworn",    "swore",       "vow",      "determined", "certain",
      "undertaking", "its word", "pledg",       "bound to"};
  static constexpr std::array<std::string_view, 6> kNeither = {
      "in principle", "not decided", "no ", "yet", "not ", "still to"};
  if (holds_any(text, kLoose)) {
    return Plan::kLoose;
  }
  return holds_any(text, kFirm) && !holds_any(text, kNeither) ? Plan::kFirm : Plan::kNone;
}

/// "Will impose them if ...", "might impose them if ...": under a condition the modal words alone
/// tell.
Plan under_condition(const PairContext& pair, const Document& document, const Claim& claim,
                     ByteSpan& words) {
  Plan found = Plan::kNone;
  for (std::uint32_t i = claim.first_token; i < claim.first_token + claim.token_count; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    const Plan plan = word == "will" || word == "shall" ? Plan::kFirm
                      : word == "may" || word == "might" || word == "could" || word == "possibly"
                          ? Plan::kLoose
                          : Plan::kNone;
    if (plan != Plan::kNone && found != Plan::kNone && plan != found) {
      return Plan::kNone;
    }
    if (plan != Plan::kNone && found == Plan::kNone) {
      words = document.tokens[i].span;
      found = plan;
    }
  }
  return found;
}

/// Leave and conditions settle nothing, and leave nothing open of themselves.
bool aside(const Force& force) {
  return force.kind == "tied" || force.kind == "leave";
}

/// "Will halt", "may halt": by the main verb, where nothing else tells a plan.
Plan by_verb(const Claim& claim, ByteSpan& words) {
  const auto verb = std::find_if(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
    return term.verb && !term.frame && !term.relative && !term.speech &&
           (term.modality == Modality::kFuture || term.modality == Modality::kPossible);
  });
  if (verb == claim.terms.end() || verb->negated ||
      !std::all_of(claim.forces.begin(), claim.forces.end(), aside)) {
    return Plan::kNone;
  }
  words = verb->span;
  return verb->modality == Modality::kFuture ? Plan::kFirm : Plan::kLoose;
}

/// What all the forces of a claim say that tell plans; "will" settles, "might" does not.
Plan plan_of(const Document& document, const Claim& claim, ByteSpan& words) {
  Plan found = Plan::kNone;
  for (const Force& force : claim.forces) {
    if (aside(force)) {
      continue;
    }
    const Plan plan = force.kind == "possible" ? Plan::kLoose
                      : force.kind == "plan"   ? plan_of(document.slice(force.span))
                                               : Plan::kNone;
    if (plan == Plan::kNone || (found != Plan::kNone && plan != found)) {
      return Plan::kNone;
    }
    words = found == Plan::kNone ? force.span : words;
    found = plan;
  }
  return found != Plan::kNone ? found : by_verb(claim, words);
}

}  // namespace

void anchored_plans(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr double kOneMatter = 0.6;
  constexpr std::size_t kShared = 3;
  const bool tied = pair.left.commitment == "conditional" && pair.right.commitment == "conditional";
  // "if the dam is not mended": the condition may deny something, on both sides alike
  const bool denied = tied ? pair.left.negators != pair.right.negators
                           : pair.left.negators + pair.right.negators > 0;
  if (gate.overlap < kOneMatter || gate.shared < kShared || gate.other_party || denied) {
    return;
  }
  ByteSpan left{};
  ByteSpan right{};
  const Plan a = tied ? under_condition(pair, pair.left_document, pair.left, left)
                      : plan_of(pair.left_document, pair.left, left);
  const Plan b = tied ? under_condition(pair, pair.right_document, pair.right, right)
                      : plan_of(pair.right_document, pair.right, right);
  if (a == Plan::kNone || b == Plan::kNone || a == b) {
    return;
  }
  const auto mood = [](Plan plan) {
    return std::string(name_of(plan == Plan::kFirm ? Modality::kFuture : Modality::kPossible));
  };
  Finding f = anchored_finding("modality", {left, {{"modality", mood(a)}}},
                               {right, {{"modality", mood(b)}}},
                               "what one side says is settled is only talked of on the other");
  out.push_back(f);
  f.kind = "strength";  // and the one commits more firmly
  f.rule = "strength.plan";
  out.push_back(std::move(f));
}

}  // namespace parallax
