#include "engine/compare/joining.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

/// Among the claims of long speeches some diverge by chance.
constexpr std::size_t kFewPairs = 1000;
constexpr std::size_t kMaxGroup = 4;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// The pair that each claim of a side is in.
std::vector<std::size_t> owners(const PairingSide& side, const Alignment& alignment,
                                std::vector<std::uint32_t> AlignedPair::*members) {
  std::vector<std::size_t> owner(side.claims.size(), kNone);
  for (std::size_t p = 0; p < alignment.pairs.size(); ++p) {
    for (const std::uint32_t claim : alignment.pairs[p].*members) {
      owner[claim] = p;
    }
  }
  return owner;
}

bool share_id(const std::vector<StemId>& a, const std::vector<StemId>& b) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) {
      return true;
    }
    *x < *y ? ++x : ++y;
  }
  return false;
}

/// Some rules take it for granted that the two speak of one matter ("talks with Ostria" against
/// "talks in Selm"); so they do where there are hardly any others.
bool sure(const Finding& finding, bool few) {
  return finding.severity != Severity::kNote && finding.rule != "place.retold" &&
         (few || !finding.rule.ends_with(".weighed"));
}

class Joining {
 public:
  Joining(const PairingSide& left, const PairingSide& right, const WordTable& words,
          Alignment& alignment)
      : left_(left),
        right_(right),
        words_(words),
        alignment_(alignment),
        left_owner_(owners(left, alignment, &AlignedPair::left)),
        right_owner_(owners(right, alignment, &AlignedPair::right)) {}

  void join() {
    for (const ClaimPair& j : wanted()) {
      std::size_t& left = left_owner_[j.left];
      std::size_t& right = right_owner_[j.right];
      if (left == kNone && right == kNone) {
        left = right = alignment_.pairs.size();
        AlignedPair pair;
        pair.left = {j.left};
        pair.right = {j.right};
        pair.similarity = j.score;
        pair.matched_by = "anchors";
        alignment_.pairs.push_back(std::move(pair));
      } else if (left == kNone && enters(true, right, j.left)) {
        left = right;
      } else if (right == kNone && left != kNone && enters(false, left, j.right)) {
        right = left;
      }
    }
    std::erase_if(alignment_.only_left, [&](std::uint32_t i) { return left_owner_[i] != kNone; });
    std::erase_if(alignment_.only_right, [&](std::uint32_t j) { return right_owner_[j] != kNone; });
    std::sort(alignment_.pairs.begin(), alignment_.pairs.end(),
              [](const AlignedPair& a, const AlignedPair& b) {
                return a.left.front() != b.left.front() ? a.left.front() < b.left.front()
                                                        : a.right.front() < b.right.front();
              });
  }

 private:
  [[nodiscard]] bool one_text(const std::vector<std::uint32_t>& members, const PairingSide& side,
                              std::uint32_t claim) const {
    return side.claims[members.front()].document == side.claims[claim].document;
  }

  /// The claim of the left or right side joins the pair, if that is open to it.
  bool enters(bool left, std::size_t pair, std::uint32_t claim) {
    const PairingSide& side = left ? left_ : right_;
    std::vector<std::uint32_t>& members =
        left ? alignment_.pairs[pair].left : alignment_.pairs[pair].right;
    if (alignment_.pairs[pair].matched_by == "exact" || members.size() >= kMaxGroup ||
        !one_text(members, side, claim)) {
      return false;
    }
    members.insert(std::lower_bound(members.begin(), members.end(), claim), claim);
    alignment_.pairs[pair].matched_by = "group";
    return true;
  }

  /// Pairs of which one claim or both are left over, and that diverge; likeliest first.
  [[nodiscard]] std::vector<ClaimPair> wanted() const {
    std::vector<ClaimPair> found;
    for (std::uint32_t i = 0; i < left_.claims.size(); ++i) {
      for (std::uint32_t j = 0; j < right_.claims.size(); ++j) {
        const bool free = left_owner_[i] == kNone || right_owner_[j] == kNone;
        if (free && share_id(left_.anchors[i], right_.anchors[j])) {
          consider({i, j, 0.0}, found);
        }
      }
    }
    std::sort(found.begin(), found.end(), better_pair);
    return found;
  }

  void consider(ClaimPair join, std::vector<ClaimPair>& found) const {
    const PlacedClaim& a = left_.claims[join.left];
    const PlacedClaim& b = right_.claims[join.right];
    const PairContext pair{*a.document, *b.document, *a.claim, *b.claim, words_};
    const EventGate gate = open_gate(pair);
    if (gate.shared == 0) {
      return;
    }
    const std::vector<Finding> findings = diverge(pair, gate);
    constexpr std::size_t kHardlyAny = 4;
    const bool few = left_.claims.size() * right_.claims.size() <= kHardlyAny;
    if (std::any_of(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return sure(finding, few); })) {
      join.score = gate.jaccard;
      found.push_back(join);
    }
  }

  const PairingSide& left_;
  const PairingSide& right_;
  const WordTable& words_;
  Alignment& alignment_;
  std::vector<std::size_t> left_owner_, right_owner_;
};

}  // namespace

void join_leftovers(const PairingSide& left, const PairingSide& right, const WordTable& words,
                    Alignment& alignment) {
  if (left.claims.size() * right.claims.size() <= kFewPairs) {
    Joining(left, right, words, alignment).join();
  }
}

}  // namespace parallax
