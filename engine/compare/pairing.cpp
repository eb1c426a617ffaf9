#include "engine/compare/pairing.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "engine/compare/outcomes.hpp"

namespace parallax {
namespace {

/// A leftover pair must share this much of its content, and at least two ids.
constexpr double kAnchorOverlap = 0.5;
constexpr double kAnchorJaccard = 0.3;
constexpr std::size_t kAnchorShared = 2;
/// One claim each in one language: a pair already if they share this much.
constexpr double kOnlyOverlap = 0.4;
/// The same where both name who has one part in it.
constexpr double kPartOverlap = 0.2;

/// The same beside a name that few claims have.
constexpr double kNamedOverlap = 0.4;
constexpr std::size_t kFewClaims = 2;

/// What an equal figure or date adds to the score of two claims in two languages.
constexpr double kFigureBonus = 0.15;

bool same_figure(const Quantity& a, const Quantity& b) {
  return a.unit == b.unit && a.value.low == b.value.low && a.value.high == b.value.high;
}

bool same_day(const DateMention& a, const DateMention& b) {
  return a.value.day != 0 && a.value.day == b.value.day && a.value.month == b.value.month;
}

/// Figures and days of the left claim that the right one has, too.
std::size_t shared_figures(const Claim& left, const Claim& right) {
  const auto quantities =
      std::count_if(left.quantities.begin(), left.quantities.end(), [&](const Quantity& a) {
        return std::any_of(right.quantities.begin(), right.quantities.end(),
                           [&](const Quantity& b) { return same_figure(a, b); });
      });
  const auto days = std::count_if(left.dates.begin(), left.dates.end(), [&](const DateMention& a) {
    return std::any_of(right.dates.begin(), right.dates.end(),
                       [&](const DateMention& b) { return same_day(a, b); });
  });
  return static_cast<std::size_t>(quantities + days);
}

/// How two leftover claims may be paired.
struct Manner {
  bool across = false;  ///< Two languages: figures and dates are anchors, too.
  bool single = false;  ///< One claim each: a pair already if they speak of one thing.
  bool named = false;   ///< Both have a name that few other claims of either side have.
  bool part = false;    ///< Both name who has one part: "the author is X", "written by Y".
};

/// Both claims name somebody, or some place, for one part.
bool share_part(const Claim& left, const Claim& right) {
  return std::any_of(left.holders.begin(), left.holders.end(), [&](const Holder& a) {
    return std::any_of(right.holders.begin(), right.holders.end(),
                       [&](const Holder& b) { return a.part == b.part; });
  });
}

bool anchored(const EventGate& gate, std::size_t figures, const Manner& manner) {
  const double only = manner.across ? kAnchorOverlap : kOnlyOverlap;
  if (manner.single && gate.shared > 0 && gate.overlap >= only) {
    return true;
  }
  if (manner.single && manner.part && gate.shared > 0 && gate.overlap >= kPartOverlap) {
    return true;
  }
  const bool alike = gate.overlap >= kAnchorOverlap && gate.jaccard >= kAnchorJaccard;
  const bool inside = gate.contained && gate.shared > kAnchorShared;
  if (manner.named && gate.shared >= kAnchorShared && gate.overlap >= kNamedOverlap) {
    return true;
  }
  return gate.shared > 0 && gate.shared + figures >= kAnchorShared && (alike || inside);
}

/// Ids by which a claim is found: its content, and names in the letters that every script keeps.
std::vector<StemId> anchor_ids(const Claim& claim) {
  std::vector<StemId> ids = content_ids(claim);
  for (const Term& term : claim.terms) {
    if (term.skeleton != StemId{}) {
      ids.push_back(term.skeleton);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

/// Ids in more leftover claims than this lead to no pair alone.
constexpr std::size_t kMaxPostings = 2000;

/// Up to this many leftover pairs one shared id is enough to open the gate, which also sees
/// families of words.
constexpr std::size_t kOpenWide = 40'000;

/// Leftover right claims by the ids of their content.
std::unordered_map<StemId, std::vector<std::uint32_t>> postings_of(
    const PairingSide& side, const std::vector<std::uint32_t>& leftovers) {
  std::unordered_map<StemId, std::vector<std::uint32_t>> postings;
  for (const std::uint32_t j : leftovers) {
    for (const StemId id : side.anchors[j]) {
      postings[id].push_back(j);
    }
  }
  return postings;
}

bool across(const PlacedClaim& left, const PlacedClaim& right) {
  return left.document->language != right.document->language;
}

/// In how many claims of a side an id stands.
using ClaimCounts = std::unordered_map<StemId, std::size_t>;

ClaimCounts count_ids(const PairingSide& side) {
  ClaimCounts counts;
  for (const std::vector<StemId>& ids : side.anchors) {
    for (const StemId id : ids) {
      ++counts[id];
    }
  }
  return counts;
}

/// A name or place of both claims that few claims of either side have.
bool share_rare_name(const Claim& left, const EventGate& gate, const ClaimCounts& left_counts,
                     const ClaimCounts& right_counts) {
  const auto rare = [&](const ClaimCounts& counts, StemId id) {
    const auto it = counts.find(id);
    return it != counts.end() && it->second <= kFewClaims;
  };
  return std::any_of(left.terms.begin(), left.terms.end(), [&](const Term& term) {
    return (term.kind == TermKind::kName || term.kind == TermKind::kPlace) && is_told(term) &&
           in_common(gate, term.id) && rare(left_counts, term.id) && rare(right_counts, term.id);
  });
}

/// Both sides with how common their ids are.
struct Sides {
  const PairingSide& left;
  const PairingSide& right;
  ClaimCounts left_counts = count_ids(left);
  ClaimCounts right_counts = count_ids(right);
};

/// Takes the pair up if its anchors hold.
void consider(const Sides& sides, ClaimPair pair, const WordTable& words,
              std::vector<ClaimPair>& found) {
  const PlacedClaim& a = sides.left.claims[pair.left];
  const PlacedClaim& b = sides.right.claims[pair.right];
  Manner manner;
  manner.across = across(a, b);
  manner.single = sides.left.claims.size() == 1 && sides.right.claims.size() == 1;
  const EventGate gate = open_gate({*a.document, *b.document, *a.claim, *b.claim, words});
  manner.named = share_rare_name(*a.claim, gate, sides.left_counts, sides.right_counts);
  const std::size_t figures = manner.across ? shared_figures(*a.claim, *b.claim) : 0;
  manner.part = manner.single && share_part(*a.claim, *b.claim);
  if (anchored(gate, figures, manner)) {
    pair.score = std::min(1.0, gate.jaccard + kFigureBonus * static_cast<double>(figures));
    found.push_back(pair);
  }
}

/// Leftover pairs that share enough ids for the gate to be worth opening.
std::vector<ClaimPair> candidates(const PairingSide& left, const PairingSide& right,
                                  const WordTable& words, const Alignment& alignment) {
  const auto postings = postings_of(right, alignment.only_right);
  const bool wide = alignment.only_left.size() * alignment.only_right.size() <= kOpenWide;
  const std::size_t needed = wide ? 1 : kAnchorShared;
  const Sides sides{left, right};
  std::vector<ClaimPair> found;
  std::vector<std::uint32_t> near;
  for (const std::uint32_t i : alignment.only_left) {
    near.clear();
    for (const StemId id : left.anchors[i]) {
      const auto it = postings.find(id);
      if (it != postings.end() && it->second.size() <= kMaxPostings) {
        near.insert(near.end(), it->second.begin(), it->second.end());
      }
    }
    std::sort(near.begin(), near.end());
    for (auto at = near.begin(); at != near.end();) {
      const auto next = std::upper_bound(at, near.end(), *at);
      if (static_cast<std::size_t>(next - at) >= needed) {
        consider(sides, {i, *at}, words, found);
      }
      at = next;
    }
  }
  std::sort(found.begin(), found.end(), better_pair);
  return found;
}

/// Wording says nothing across languages: claims that it paired there wait for their
/// anchors. The same text is the same in any language.
void release_across(const PairingSide& left, const PairingSide& right, Alignment& alignment) {
  const auto crosses = [&](const AlignedPair& pair) {
    return pair.matched_by != "exact" &&
           std::any_of(pair.left.begin(), pair.left.end(), [&](std::uint32_t i) {
             return std::any_of(pair.right.begin(), pair.right.end(), [&](std::uint32_t j) {
               return across(left.claims[i], right.claims[j]);
             });
           });
  };
  for (const AlignedPair& pair : alignment.pairs) {
    if (crosses(pair)) {
      alignment.only_left.insert(alignment.only_left.end(), pair.left.begin(), pair.left.end());
      alignment.only_right.insert(alignment.only_right.end(), pair.right.begin(), pair.right.end());
    }
  }
  std::erase_if(alignment.pairs, crosses);
  std::sort(alignment.only_left.begin(), alignment.only_left.end());
  std::sort(alignment.only_right.begin(), alignment.only_right.end());
}

/// Pairs of little likeness that share no content: function words brought them together. Their
/// claims are free again.
std::vector<AlignedPair> release_empty(const PairingSide& left, const PairingSide& right,
                                       const WordTable& words, Alignment& alignment) {
  constexpr double kLittle = 0.4;
  std::vector<AlignedPair> released;
  const auto empty = [&](const AlignedPair& pair) {
    if (pair.matched_by != "score" || pair.similarity >= kLittle || pair.left.size() != 1 ||
        pair.right.size() != 1) {
      return false;
    }
    const PlacedClaim& a = left.claims[pair.left.front()];
    const PlacedClaim& b = right.claims[pair.right.front()];
    return open_gate({*a.document, *b.document, *a.claim, *b.claim, words}).shared == 0;
  };
  for (const AlignedPair& pair : alignment.pairs) {
    if (empty(pair)) {
      released.push_back(pair);
      alignment.only_left.push_back(pair.left.front());
      alignment.only_right.push_back(pair.right.front());
    }
  }
  std::erase_if(alignment.pairs, [&](const AlignedPair& pair) {
    return std::any_of(released.begin(), released.end(), [&](const AlignedPair& r) {
      return r.left == pair.left && r.right == pair.right;
    });
  });
  std::sort(alignment.only_left.begin(), alignment.only_left.end());
  std::sort(alignment.only_right.begin(), alignment.only_right.end());
  return released;
}

/// The claims of a side that count an outcome or say that there was none.
std::map<StemId, std::vector<std::uint32_t>> claims_by_outcome(const PairingSide& side,
                                                               const WordTable& words) {
  std::map<StemId, std::vector<std::uint32_t>> claims;
  for (std::uint32_t i = 0; i < side.claims.size(); ++i) {
    for (const Toll& toll : tolls_of(words, *side.claims[i].claim)) {
      claims[toll.outcome].push_back(i);
    }
  }
  return claims;
}

/// "Two were wounded", "nobody was hurt": the only claims of their sides on one outcome, of which
/// one says that there was none, belong together though they share nothing else.
std::vector<ClaimPair> by_outcome(const PairingSide& left, const PairingSide& right,
                                  const WordTable& words) {
  std::vector<ClaimPair> found;
  const auto right_claims = claims_by_outcome(right, words);
  const auto none = [&](const PlacedClaim& placed, StemId outcome) {
    const std::vector<Toll> tolls = tolls_of(words, *placed.claim);
    return std::any_of(tolls.begin(), tolls.end(),
                       [&](const Toll& toll) { return toll.outcome == outcome && toll.none; });
  };
  for (const auto& [outcome, claims] : claims_by_outcome(left, words)) {
    const auto there = right_claims.find(outcome);
    if (claims.size() == 1 && there != right_claims.end() && there->second.size() == 1 &&
        none(left.claims[claims.front()], outcome) !=
            none(right.claims[there->second.front()], outcome)) {
      found.push_back({claims.front(), there->second.front(), 0.0});
    }
  }
  return found;
}

}  // namespace

bool better_pair(const ClaimPair& a, const ClaimPair& b) {
  if (a.score != b.score) {
    return a.score > b.score;
  }
  if (a.left + a.right != b.left + b.right) {
    return a.left + a.right < b.left + b.right;
  }
  return std::min(a.left, a.right) < std::min(b.left, b.right);
}

PairingSide prepare_side(std::vector<PlacedClaim> claims, const WordTable& words,
                         const BackgroundModel* model) {
  PairingSide side;
  std::vector<AlignUnit> units;
  units.reserve(claims.size());
  side.anchors.reserve(claims.size());
  for (const PlacedClaim& placed : claims) {
    units.push_back({placed.document->record.text,
                     placed.document->tokens.data() + placed.claim->first_token,
                     placed.claim->token_count, placed.document->language});
    side.anchors.push_back(anchor_ids(*placed.claim));
  }
  side.units = prepare(std::move(units), words, model);
  side.claims = std::move(claims);
  return side;
}

Alignment pair_claims(const PairingSide& left, const PairingSide& right, const WordTable& words,
                      const BackgroundModel* model) {
  Alignment alignment = align(left.units, right.units, words, model);
  release_across(left, right, alignment);
  const std::vector<AlignedPair> released = release_empty(left, right, words, alignment);
  std::vector<bool> left_done(left.claims.size(), false);
  std::vector<bool> right_done(right.claims.size(), false);
  const auto only = [](const std::vector<std::uint32_t>& claims, std::uint32_t claim) {
    return std::binary_search(claims.begin(), claims.end(), claim);
  };
  std::vector<ClaimPair> wanted = candidates(left, right, words, alignment);
  for (const ClaimPair& c : by_outcome(left, right, words)) {
    if (only(alignment.only_left, c.left) && only(alignment.only_right, c.right)) {
      wanted.push_back(c);
    }
  }
  for (const ClaimPair& c : wanted) {
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
  for (const AlignedPair& pair : released) {
    if (!left_done[pair.left.front()] && !right_done[pair.right.front()]) {
      left_done[pair.left.front()] = true;
      right_done[pair.right.front()] = true;
      alignment.pairs.push_back(pair);
    }
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
