/// Stages of procedures and courses of events: charged, tried, convicted; left, arrived.

#include <algorithm>
#include <charconv>
#include <string_view>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// "case:2|captivity:1" -> one stage each.
void add_stages(const ClaimContext& c, std::size_t i, std::string_view told, Claim& claim) {
  while (!told.empty()) {
    const std::string_view one = told.substr(0, told.find('|'));
    const std::size_t colon = one.find(':');
    int rank = 0;
    std::from_chars(one.data() + colon + 1, one.data() + one.size(), rank);
    claim.stages.push_back(
        {static_cast<std::uint32_t>(i) + c.first_token, std::string(one.substr(0, colon)), rank});
    told.remove_prefix(std::min(told.size(), one.size() + 1));
  }
}

/// "At the end of May": when, not what.
bool says_when(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"end", "beginning", "start", "close", "opening"}) && c.is(i + 1, "of") &&
         i + 2 < c.size() && (c.taken[i + 2] || c.is_any(i + 2, {"this", "next", "last"})) &&
         c.is_any(i - (i > 0 ? 1 : 0), {"the", "at", "by", "until", "late"});
}

}  // namespace

void read_stages(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.stage.rows.empty()) {
    return;
  }
  for (std::size_t i = 0; i < c.size();) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.stage, i, length);
    if (row != nullptr && !c.taken[i] && !says_when(c, i) && !in_frame(c, claim, i)) {
      add_stages(c, i, row->front(), claim);
    }
    i += std::max<std::size_t>(1, length);
  }
}

}  // namespace parallax
