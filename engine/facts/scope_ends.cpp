/// Where the reach of a modal word ends before its clause does.

#include "engine/facts/scope_ends.hpp"

#include <algorithm>

namespace parallax {
namespace {

/// "As far as can be said at present", "From what may be gathered", "So far as might be seen".
bool hedges(const ClaimContext& c) {
  const bool far =
      c.is_any(0, {"as", "so", "insofar", "inasmuch"}) &&
      (c.is_any(1, {"far", "as", "can", "could", "may", "might", "much"}) || c.is(2, "as"));
  const bool gathered = c.is_any(0, {"from", "by", "for", "on"}) &&
                        c.is_any(1, {"what", "all", "everything", "anything"});
  const bool known = c.is(0, "to") && c.is_any(1, {"the", "our", "all"}) &&
                     c.is_any(2, {"best", "knowledge", "extent", "degree", "appearances"});
  return far || gathered || known;
}

/// "At the request of", "on the orders of", "following an appeal by", "in response to a call".
bool tells_on_whose_wish(const ClaimContext& c) {
  constexpr std::size_t kReach = 5;
  if (!c.is_any(0, {"at", "on", "upon", "under", "following", "after", "despite", "in", "by",
                    "acting", "against", "heeding", "ignoring", "complying", "notwithstanding",
                    "responding", "with", "obeying", "defying"})) {
    return false;
  }
  for (std::size_t i = 1; i < std::min(c.size(), kReach + 1); ++i) {
    if (c.is_any(i, {"request",    "requests", "order",       "orders",         "demand",
                     "demands",    "appeal",   "appeals",     "invitation",     "urging",
                     "insistence", "call",     "calls",       "recommendation", "advice",
                     "suggestion", "proposal", "instruction", "instructions",   "command",
                     "bidding",    "behest",   "instigation", "initiative",     "wish",
                     "warning",    "warnings", "ultimatum",   "plea",           "pleas"})) {
      return true;
    }
    if (c.punctuation(i)) {
      return false;
    }
  }
  return false;
}

}  // namespace

bool qualifies_noun(const ClaimContext& c, std::size_t i) {
  return c.lexicon.language == "en" &&
         c.is_any(
             i, {"planned", "envisaged", "intended", "alleged", "suspected", "attempted",
                 "presumed", "purported", "rumoured", "would-be", "prospective", "potential",
                 "possible", "upcoming", "forthcoming", "impending", "unconfirmed", "supposed"}) &&
         !(i > 0 &&
           c.is_any(i - 1, {"is",   "are",     "was",    "were",  "be",   "been", "being", "has",
                            "have", "had",     "they",   "he",    "she",  "it",   "we",    "i",
                            "who",  "remains", "remain", "still", "only", "not"}));
}

bool begins_predicate(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"has", "have", "had", "was", "were", "is", "are", "did", "does", "do"}) &&
         !c.is_any(i + 1, {"to", "planned", "expected", "due", "scheduled"});
}

bool closes_lead(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en" || !c.is(i, ",")) {
    return false;
  }
  for (std::size_t k = 0; k < i; ++k) {
    if (c.is(k, ",")) {
      return false;
    }
  }
  return hedges(c) || tells_on_whose_wish(c);
}

}  // namespace parallax
