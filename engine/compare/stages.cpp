#include "engine/compare/stages.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace parallax {
namespace {

/// Clause of the term that covers `token`, or stands next behind it.
std::uint8_t clause_of(const Claim& claim, std::uint32_t token) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(),
                               [&](const Term& term) { return term.token + term.tokens > token; });
  return it == claim.terms.end() ? 0 : it->clause;
}

/// Stages that the clause of `token` tells; those of the whole claim where it tells none.
std::vector<const Stage*> stages_at(const Claim& claim, std::uint32_t token) {
  const std::uint8_t clause = clause_of(claim, token);
  std::vector<const Stage*> own;
  for (const Stage& stage : claim.stages) {
    if (clause_of(claim, stage.token) == clause) {
      own.push_back(&stage);
    }
  }
  if (own.empty()) {
    for (const Stage& stage : claim.stages) {
      own.push_back(&stage);
    }
  }
  return own;
}

bool adds(const PairContext& pair, const Document& document, const Claim& claim,
          std::uint32_t token) {
  static constexpr std::array<std::string_view, 7> kAdds = {
      "also", "likewise", "additionally", "too", "besides", "again", "afterwards"};
  const std::uint32_t end = claim.first_token + claim.token_count;
  for (std::uint32_t i = claim.first_token; document.language == "en" && i < end; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    const bool too = word == "too" && i + 1 < end &&
                     document.tokens[i + 1].kind != TokenKind::kPunctuation;  // "too late"
    if (!too && std::find(kAdds.begin(), kAdds.end(), word) != kAdds.end() &&
        clause_of(claim, i) == clause_of(claim, token)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool other_stages(const PairContext& pair, std::uint32_t left, std::uint32_t right) {
  if (pair.left.stages.empty() || pair.right.stages.empty()) {
    return false;
  }
  bool other = false;
  for (const Stage* a : stages_at(pair.left, left)) {
    for (const Stage* b : stages_at(pair.right, right)) {
      if (a->course == b->course && a->rank == b->rank) {
        return false;
      }
      other = other || a->course == b->course;
    }
  }
  return other;
}

bool told_in_addition(const PairContext& pair, std::uint32_t left, std::uint32_t right) {
  return adds(pair, pair.left_document, pair.left, left) !=
         adds(pair, pair.right_document, pair.right, right);
}

}  // namespace parallax
