#include "engine/compare/pairing.hpp"

#include <algorithm>
#include <map>

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

/// Equal figures and dates that two claims in two languages share.
constexpr double kFigureBonus = 0.15;

bool same_figure(const Quantity& a, const Quantity& b) {
  return a.unit == b.unit && a.value.low == b.value.low && a.value.high == b.value.high;
}

bool same_day(const DateMention& a, const DateMention& b) {
  return a.value.day != 0 && a.value.day == b.value.day && a.value.month == b.value.month;
}

std::size_t shared_figures(const Claim& left, const Claim& right) {
  std::size_t shared = 0;
  for (const Quantity& a : left.quantities) {
    shared += std::any_of(right.quantities.begin(), right.quantities.end(),
                          [&](const Quantity& b) { return same_figure(a, b); })
                  ? 1U
                  : 0U;
  }
  for (const DateMention& a : left.dates) {
    shared += std::any_of(right.dates.begin(), right.dates.end(),
                          [&](const DateMention& b) { return same_day(a, b); })
                  ? 1U
                  : 0U;
  }
  return shared;
}

/// Two single claims are given as a pair; otherwise a pair needs its anchors.
bool anchored(const EventGate& gate, std::size_t figures, bool single) {
  if (single && gate.shared > 0 && gate.overlap >= kAnchorOverlap) {
    return true;
  }
  return gate.shared > 0 && gate.shared + figures >= kAnchorShared &&
         gate.overlap >= kAnchorOverlap && gate.jaccard >= kAnchorJaccard;
}

/// Right claims that are free, by each id of theirs that may anchor a pair.
using Anchors = std::map<StemId, std::vector<std::uint32_t>>;

void add_anchor(Anchors& anchors, StemId id, std::uint32_t claim) {
  if (id != StemId{} && (anchors[id].empty() || anchors[id].back() != claim)) {
    anchors[id].push_back(claim);
  }
}

Anchors anchors_of(const ClaimedDocument& side, const std::vector<std::uint32_t>& free) {
  Anchors anchors;
  for (const std::uint32_t j : free) {
    for (const Term& term : side.claims[j].terms) {
      if (is_content(term) && !term.speech) {
        add_anchor(anchors, term.id, j);
        add_anchor(anchors, term.skeleton, j);
      }
    }
  }
  return anchors;
}

std::vector<std::uint32_t> near(const Claim& claim, const Anchors& anchors) {
  std::vector<std::uint32_t> found;
  for (const Term& term : claim.terms) {
    for (const StemId id : {term.id, term.skeleton}) {
      if (const auto it = anchors.find(id); is_content(term) && it != anchors.end()) {
        found.insert(found.end(), it->second.begin(), it->second.end());
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<Candidate> candidates(const ClaimedDocument& left, const ClaimedDocument& right,
                                  const WordTable& words, const Alignment& alignment) {
  const bool across = left.document.language != right.document.language;
  const bool single = across && left.claims.size() == 1 && right.claims.size() == 1;
  const Anchors anchors = anchors_of(right, alignment.only_right);
  std::vector<Candidate> found;
  for (const std::uint32_t i : alignment.only_left) {
    for (const std::uint32_t j : near(left.claims[i], anchors)) {
      const EventGate gate =
          open_gate({left.document, right.document, left.claims[i], right.claims[j], words});
      const std::size_t figures = across ? shared_figures(left.claims[i], right.claims[j]) : 0;
      if (anchored(gate, figures, single)) {
        const double score = gate.jaccard + kFigureBonus * static_cast<double>(figures);
        found.push_back({i, j, std::min(1.0, score)});
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

/// Wording says nothing across languages: every claim waits for its anchors.
Alignment nothing_aligned(const ClaimedDocument& left, const ClaimedDocument& right) {
  Alignment alignment;
  for (std::uint32_t i = 0; i < left.claims.size(); ++i) {
    alignment.only_left.push_back(i);
  }
  for (std::uint32_t j = 0; j < right.claims.size(); ++j) {
    alignment.only_right.push_back(j);
  }
  return alignment;
}

void erase(std::vector<std::uint32_t>& list, std::uint32_t value) {
  list.erase(std::remove(list.begin(), list.end(), value), list.end());
}

}  // namespace

Alignment pair_claims(const ClaimedDocument& left, const ClaimedDocument& right,
                      const WordTable& words, const BackgroundModel* model) {
  const bool across = left.document.language != right.document.language;
  Alignment alignment =
      across ? nothing_aligned(left, right) : align(units_of(left), units_of(right), words, model);
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
