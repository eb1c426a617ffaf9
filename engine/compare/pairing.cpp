#include "engine/compare/pairing.hpp"

#include <algorithm>
#include <unordered_map>

namespace parallax {
namespace {

/// A leftover pair must share this much of its content, and at least two ids.
constexpr double kAnchorOverlap = 0.5;
constexpr double kAnchorJaccard = 0.3;
constexpr std::size_t kAnchorShared = 2;

/// Ids in more leftover claims than this lead to no pair alone.
constexpr std::size_t kMaxPostings = 2000;

/// Claims that hold an id.
using Postings = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

Postings postings_of(const PairingSide& side, const std::vector<std::uint32_t>& claims) {
  Postings postings;
  for (const std::uint32_t j : claims) {
    for (const StemId id : side.contents[j]) {
      postings[static_cast<std::uint32_t>(id)].push_back(j);
    }
  }
  return postings;
}

/// Best first; the order mirrors under a swap of the sides.
bool before(const Anchor& a, const Anchor& b) {
  if (a.score != b.score) {
    return a.score > b.score;
  }
  if (a.left + a.right != b.left + b.right) {
    return a.left + a.right < b.left + b.right;
  }
  const auto nearer = [](const Anchor& x) { return std::min(x.left, x.right); };
  return nearer(a) != nearer(b) ? nearer(a) < nearer(b) : a.left < b.left;
}

void remove_done(std::vector<std::uint32_t>& list, const std::vector<bool>& done) {
  std::erase_if(list, [&](std::uint32_t i) { return done[i]; });
}

}  // namespace

PairingSide prepare_side(std::vector<PlacedClaim> claims, const WordTable& words,
                         const BackgroundModel* model) {
  PairingSide side;
  std::vector<AlignUnit> units;
  units.reserve(claims.size());
  side.contents.reserve(claims.size());
  for (const PlacedClaim& placed : claims) {
    units.push_back({placed.document->record.text,
                     placed.document->tokens.data() + placed.claim->first_token,
                     placed.claim->token_count, placed.document->language});
    side.contents.push_back(content_ids(*placed.claim));
  }
  side.units = prepare(std::move(units), words, model);
  side.claims = std::move(claims);
  return side;
}

std::vector<Anchor> anchors(const PairingSide& left, const std::vector<std::uint32_t>& left_claims,
                            const PairingSide& right,
                            const std::vector<std::uint32_t>& right_claims) {
  const Postings postings = postings_of(right, right_claims);
  std::vector<std::size_t> shared(right.claims.size(), 0);
  std::vector<std::uint32_t> touched;
  std::vector<Anchor> found;
  for (const std::uint32_t i : left_claims) {
    touched.clear();
    for (const StemId id : left.contents[i]) {
      const auto at = postings.find(static_cast<std::uint32_t>(id));
      if (at == postings.end() || at->second.size() > kMaxPostings) {
        continue;
      }
      for (const std::uint32_t j : at->second) {
        if (shared[j]++ == 0) {
          touched.push_back(j);
        }
      }
    }
    for (const std::uint32_t j : touched) {
      const auto common = static_cast<double>(shared[j]);
      const std::size_t smaller = std::min(left.contents[i].size(), right.contents[j].size());
      const std::size_t all = left.contents[i].size() + right.contents[j].size() - shared[j];
      const double overlap = common / static_cast<double>(smaller);
      const double jaccard = common / static_cast<double>(all);
      if (shared[j] >= kAnchorShared && overlap >= kAnchorOverlap && jaccard >= kAnchorJaccard) {
        found.push_back({i, j, jaccard});
      }
      shared[j] = 0;
    }
  }
  std::sort(found.begin(), found.end(), before);
  return found;
}

Alignment pair_claims(const PairingSide& left, const PairingSide& right, const WordTable& words,
                      const BackgroundModel* model) {
  Alignment alignment = align(left.units, right.units, words, model);
  std::vector<bool> left_done(left.claims.size(), false);
  std::vector<bool> right_done(right.claims.size(), false);
  for (const Anchor& a : anchors(left, alignment.only_left, right, alignment.only_right)) {
    if (left_done[a.left] || right_done[a.right]) {
      continue;
    }
    left_done[a.left] = true;
    right_done[a.right] = true;
    AlignedPair pair;
    pair.left = {a.left};
    pair.right = {a.right};
    pair.similarity = a.score;
    pair.matched_by = "anchors";
    alignment.pairs.push_back(std::move(pair));
  }
  remove_done(alignment.only_left, left_done);
  remove_done(alignment.only_right, right_done);
  std::sort(alignment.pairs.begin(), alignment.pairs.end(),
            [](const AlignedPair& a, const AlignedPair& b) {
              return a.left.front() != b.left.front() ? a.left.front() < b.left.front()
                                                      : a.right.front() < b.right.front();
            });
  return alignment;
}

}  // namespace parallax
