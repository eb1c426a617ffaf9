/// What has to be done, may be, need not be, must not be, is planned or tried: by the words that
/// say so, wherever they stand in the claim.

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// "No tank is permitted": the subject denies what stands behind it.
bool denied_subject(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 8;
  for (std::size_t k = i; k > 0 && k + kReach > i && !c.punctuation(k - 1); --k) {
    if (c.is_any(k - 1, {"no", "none", "nobody", "nothing", "neither", "nor"})) {
      return true;
    }
    if (c.is_any(k - 1, {"that", "and", "but"})) {
      return false;
    }
  }
  return false;
}

std::string denied(const std::string& kind) {
  return kind == "leave" ? "ban" : kind == "ban" ? "leave" : kind == "duty" ? "free" : kind;
}

}  // namespace

void read_forces(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.force.rows.empty()) {
    return;
  }
  for (std::size_t i = 0; i < c.size();) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.force, i, length);
    if (row != nullptr && row->front() != "none" && !c.taken[i] && !in_frame(c, claim, i)) {
      claim.forces.push_back(
          {c.span(i, i + length - 1), denied_subject(c, i) ? denied(row->front()) : row->front()});
    }
    i += std::max<std::size_t>(1, length);
  }
}

}  // namespace parallax
