/// What no rule tells apart, judged by weights that were fitted to labelled pairs: the one suspect
/// of a pair that is surest, if it is sure enough. Speaks only where the other families found
/// nothing; its findings are differences.

#include <algorithm>

#include "engine/compare/anchors.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/pair_weights.hpp"
#include "engine/compare/suspects.hpp"

namespace parallax {
namespace {

/// Claims that share less are never judged.
constexpr std::size_t kLeastShared = 2;

const KindWeights* weights_of(std::string_view kind) {
  const std::span<const KindWeights> all = pair_weights();
  const auto it = std::find_if(all.begin(), all.end(),
                               [&](const KindWeights& weights) { return weights.kind == kind; });
  return it == all.end() ? nullptr : &*it;
}

/// "In Paris and London" alone ties no two claims.
bool only_places(const PairContext& pair, const EventGate& gate) {
  return std::none_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& term) {
    const bool place = is_place(term) || term.kind == TermKind::kCountry;
    return is_told(term) && !place && !term.attribute && in_common(gate, term.id);
  });
}

/// "18 cases", "22 cases as of yesterday": one of the figures is a count that goes on.
bool grown_since(const PairContext& pair, const Suspect& suspect) {
  const auto counts_on = [](const Claim& claim, ByteSpan span) {
    return std::any_of(claim.quantities.begin(), claim.quantities.end(),
                       [&](const Quantity& q) { return q.span == span && q.cumulative; });
  };
  const bool one_day =
      !pair.left.dates.empty() && !pair.right.dates.empty() && !other_dates(pair.left, pair.right);
  return suspect.kind == "number" && !one_day &&
         counts_on(pair.left, suspect.left.span) != counts_on(pair.right, suspect.right.span);
}

}  // namespace

void diverge_weighed(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || gate.shared < kLeastShared || says_something(out) ||
      tell_parts(pair.left, pair.right) || each_of_itself(pair, gate)) {
    return;
  }
  const std::vector<Suspect> suspects = suspects_of(pair, gate, traits_of(pair, gate));
  const Suspect* surest = nullptr;
  double best = 0.0;
  double margin = 0.0;
  // of equal ones the first in both texts, whichever side is the left
  const auto earlier = [](const Suspect& a, const Suspect& b) {
    return a.left.span.begin + a.right.span.begin < b.left.span.begin + b.right.span.begin;
  };
  for (const Suspect& suspect : suspects) {
    const KindWeights* weights = weights_of(suspect.kind);
    if (weights == nullptr || grown_since(pair, suspect) ||
        (suspect.kind != "number" && only_places(pair, gate))) {
      continue;
    }
    const double sure = probability(*weights, suspect.traits);
    const double over = sure - weights->enough;
    if (over >= 0.0 &&
        (surest == nullptr || over > margin || (over == margin && earlier(suspect, *surest)))) {
      surest = &suspect;
      best = sure;
      margin = over;
    }
  }
  if (surest == nullptr) {
    return;
  }
  Finding f;
  f.kind = surest->kind;
  f.severity = Severity::kDifference;
  f.rule = f.kind + ".weighed";
  f.confidence = best;
  f.left = surest->left;
  f.right = surest->right;
  f.explanation = "Of what looks like one event, " + surest->differs;
  out.push_back(std::move(f));
}

}  // namespace parallax
