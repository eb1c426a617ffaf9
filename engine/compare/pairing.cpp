#include "engine/compare/pairing.hpp"

#include <algorithm>
#include <unordered_map>

namespace parallax {
namespace {

/// A leftover pair must share this much of its content, and at least two ids.
constexpr double kAnchorOverlap = 0.5;
constexpr double kAnchorJaccard = 0.3;
constexpr std::size_t kAnchorShared = 2;
constexpr double kOnlyOverlap = 0.4;

std::vector<AlignUnit> units_of(const ClaimedDocument& side) {
  std::vector<AlignUnit> units;
  units.reserve(side.claims.size());
  for (const Claim& claim : side.claims) {
    units.push_back({side.document.record.text, side.document.tokens.data() + claim.first_token,
                     claim.token_count, side.document.language});
  }
  return units;
}

struct Candidate {
  std::uint32_t left = 0, right = 0;
  double score = 0.0;
};

bool anchored(const EventGate& gate) {
  const bool alike = gate.overlap >= kAnchorOverlap && gate.jaccard >= kAnchorJaccard;
  const bool inside = gate.contained && gate.shared > kAnchorShared;
  return gate.shared >= kAnchorShared && (alike || inside);
}

/// Two texts of one claim each are a pair already if they share enough to speak of one thing.
bool only_pair(const ClaimedDocument& left, const ClaimedDocument& right, const EventGate& gate) {
  return left.claims.size() == 1 && right.claims.size() == 1 && gate.shared > 0 &&
         gate.overlap >= kOnlyOverlap;
}

/// Ids in more leftover claims than this lead to no pair alone.
constexpr std::size_t kMaxPostings = 2000;

/// Up to this many leftover pairs one shared id is enough to open the gate, which also sees
/// families of words.
constexpr std::size_t kOpenWide = 40'000;

/// Leftover right claims by the ids of their content.
std::unordered_map<StemId, std::vector<std::uint32_t>> postings_of(
    const ClaimedDocument& side, const std::vector<std::uint32_t>& leftovers) {
  std::unordered_map<StemId, std::vector<std::uint32_t>> postings;
  for (const std::uint32_t j : leftovers) {
    for (const StemId id : content_ids(side.claims[j])) {
      postings[id].push_back(j);
    }
  }
  return postings;
}

/// Leftover pairs that share enough ids for the gate to be worth opening.
std::vector<Candidate> candidates(const ClaimedDocument& left, const ClaimedDocument& right,
                                  const WordTable& words, const Alignment& alignment) {
  const auto postings = postings_of(right, alignment.only_right);
  const bool wide = alignment.only_left.size() * alignment.only_right.size() <= kOpenWide;
  const std::size_t needed = wide ? 1 : kAnchorShared;
  std::vector<Candidate> found;
  std::vector<std::uint32_t> near;
  for (const std::uint32_t i : alignment.only_left) {
    near.clear();
    for (const StemId id : content_ids(left.claims[i])) {
      const auto it = postings.find(id);
      if (it != postings.end() && it->second.size() <= kMaxPostings) {
        near.insert(near.end(), it->second.begin(), it->second.end());
      }
    }
    std::sort(near.begin(), near.end());
    for (auto at = near.begin(); at != near.end();) {
      const auto next = std::upper_bound(at, near.end(), *at);
      if (static_cast<std::size_t>(next - at) >= needed) {
        const EventGate gate =
            open_gate({left.document, right.document, left.claims[i], right.claims[*at], words});
        if (anchored(gate) || only_pair(left, right, gate)) {
          found.push_back({i, *at, gate.jaccard});
        }
      }
      at = next;
    }
  }
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    if (a.score != b.score) {
      return a.score > b.score;
    }
    if (a.left + a.right != b.left + b.right) {
      return a.left + a.right < b.left + b.right;
    }
    return std::min(a.left, a.right) < std::min(b.left, b.right);
  });
  return found;
}

}  // namespace

Alignment pair_claims(const ClaimedDocument& left, const ClaimedDocument& right,
                      const WordTable& words, const BackgroundModel* model) {
  Alignment alignment = align(units_of(left), units_of(right), words, model);
  std::vector<bool> left_done(left.claims.size(), false);
  std::vector<bool> right_done(right.claims.size(), false);
  for (const Candidate& c : candidates(left, right, words, alignment)) {
    if (left_done[c.left] || right_done[c.right]) {
      continue;
    }
    left_done[c.left] = true;
    right_done[c.right] = true;
    AlignedPair pair;
    pair.left = {c.left};
    pair.right = {c.right};
    pair.similarity = c.score;
    pair.matched_by = "anchors";
    alignment.pairs.push_back(std::move(pair));
  }
  std::erase_if(alignment.only_left, [&](std::uint32_t i) { return left_done[i]; });
  std::erase_if(alignment.only_right, [&](std::uint32_t j) { return right_done[j]; });
  std::sort(alignment.pairs.begin(), alignment.pairs.end(),
            [](const AlignedPair& a, const AlignedPair& b) {
              return a.left.front() != b.left.front() ? a.left.front() < b.left.front()
                                                      : a.right.front() < b.right.front();
            });
  return alignment;
}

}  // namespace parallax
