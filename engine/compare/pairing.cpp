#include "engine/compare/pairing.hpp"

#include <algorithm>

namespace parallax {
namespace {

/// A leftover pair must share this much of its content, and at least two ids.
constexpr double kAnchorOverlap = 0.5;
constexpr double kAnchorJaccard = 0.3;
constexpr std::size_t kAnchorShared = 2;

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
  return gate.shared >= kAnchorShared && gate.overlap >= kAnchorOverlap &&
         gate.jaccard >= kAnchorJaccard;
}

std::vector<Candidate> candidates(const ClaimedDocument& left, const ClaimedDocument& right,
                                  const WordTable& words, const Alignment& alignment) {
  std::vector<Candidate> found;
  for (const std::uint32_t i : alignment.only_left) {
    for (const std::uint32_t j : alignment.only_right) {
      const EventGate gate =
          open_gate({left.document, right.document, left.claims[i], right.claims[j], words});
      if (anchored(gate)) {
        found.push_back({i, j, gate.jaccard});
      }
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

void erase(std::vector<std::uint32_t>& list, std::uint32_t value) {
  list.erase(std::remove(list.begin(), list.end(), value), list.end());
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
    erase(alignment.only_left, c.left);
    erase(alignment.only_right, c.right);
  }
  std::sort(alignment.pairs.begin(), alignment.pairs.end(),
            [](const AlignedPair& a, const AlignedPair& b) {
              return a.left.front() != b.left.front() ? a.left.front() < b.left.front()
                                                      : a.right.front() < b.right.front();
            });
  return alignment;
}

}  // namespace parallax
