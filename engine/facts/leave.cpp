/// "The order permits X to leave", "leaves owners free to decide": what somebody may do, told by a
/// verb of leave with its object.

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Tokens between the verb of leave and its "to".
constexpr std::size_t kReach = 10;

/// The present tense: "permitted him to leave" tells that he left.
bool gives_leave(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"permits", "permit", "allows", "allow", "authorises", "authorizes",
                      "authorise", "authorize", "entitles", "entitle", "lets", "enables"});
}

/// "Leaves captains free to", "gives members the right to".
bool gives_right(const ClaimContext& c, std::size_t i, std::size_t to) {
  return c.is_any(i, {"leaves", "leave", "gives", "give", "grants", "grant", "offers"}) && to > 0 &&
         c.is_any(to - 1, {"free", "right", "freedom", "option", "choice", "possibility", "liberty",
                           "permission", "leave", "discretion"});
}

/// True if the "to" at `i` follows a verb of leave and what it is given to.
bool leave_behind(const ClaimContext& c, std::size_t i) {
  for (std::size_t back = 2; back <= std::min(i, kReach); ++back) {
    const std::size_t at = i - back;
    if (c.punctuation(at + 1) || c.is_any(at + 1, {"that", "which", "and"})) {
      return false;
    }
    if (gives_leave(c, at) || gives_right(c, at, i)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void read_leave(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language != "en") {
    return;
  }
  for (std::size_t i = 2; i + 1 < c.size(); ++i) {
    if (!c.is(i, "to") || !leave_behind(c, i)) {
      continue;
    }
    const std::uint32_t first = c.first_token + static_cast<std::uint32_t>(i);
    const auto verb = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.token > first && term.kind != TermKind::kFunction;
    });
    if (verb == claim.terms.end() || !verb->verb || verb->negated ||
        verb->modality != Modality::kFact) {
      continue;
    }
    verb->governed = true;
    for (auto it = verb; it != claim.terms.end() && it->clause == verb->clause; ++it) {
      it->modality = it->modality == Modality::kFact ? Modality::kPossible : it->modality;
    }
  }
}

}  // namespace parallax
