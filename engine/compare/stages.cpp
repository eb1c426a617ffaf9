#include "engine/compare/stages.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Rank of a deed that belongs to no course: told in several ways, but no step of anything.
constexpr int kOwnDeed = 0;

/// Clause of the term that covers `token`, or stands next behind it.
std::uint8_t clause_of(const Claim& claim, std::uint32_t token) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(),
                               [&](const Term& term) { return term.token + term.tokens > token; });
  return it == claim.terms.end() ? 0 : it->clause;
}

/// Stages that the clause of `token` tells; those of the whole claim where it tells none. Deeds
/// that belong to no course only if `own_deeds`.
std::vector<const Stage*> stages_at(const Claim& claim, std::uint32_t token, bool own_deeds) {
  const std::uint8_t clause = clause_of(claim, token);
  std::vector<const Stage*> all;
  std::vector<const Stage*> own;
  for (const Stage& stage : claim.stages) {
    if (stage.rank == kOwnDeed && !own_deeds) {
      continue;
    }
    all.push_back(&stage);
    if (clause_of(claim, stage.token) == clause) {
      own.push_back(&stage);
    }
  }
  return own.empty() ? all : own;
}

/// A verb tells it, or a phrase that begins with no noun, or that holds its verb: "was filed",
/// "into custody", "guns fell silent".
bool told_by_verb(const Claim& claim, const Stage& stage) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token <= stage.token && term.token + term.tokens > stage.token;
  });
  return it == claim.terms.end() || it->verb || it->kind == TermKind::kFunction ||
         (it->event && it->token < stage.token);
}

/// Stages of one side and the other.
struct Told {
  std::vector<const Stage*> left, right;
};

/// Those that verbs tell; all where one side has none: "the appeal was filed", "the appeal was
/// heard" tell two stages, and the noun that both have tells none.
Told by_verbs(const PairContext& pair, Told told) {
  const auto verb = [](const Claim& claim) {
    return [&claim](const Stage* stage) { return told_by_verb(claim, *stage); };
  };
  if (std::any_of(told.left.begin(), told.left.end(), verb(pair.left)) &&
      std::any_of(told.right.begin(), told.right.end(), verb(pair.right))) {
    std::erase_if(told.left, std::not_fn(verb(pair.left)));
    std::erase_if(told.right, std::not_fn(verb(pair.right)));
  }
  return told;
}

bool one_stage(const Stage& a, const Stage& b) {
  return a.course == b.course && a.rank == b.rank;
}

/// True if they are stages of one course, and not the same; nothing where no course is common.
std::optional<bool> differ(const Told& told) {
  std::optional<bool> other;
  for (const Stage* a : told.left) {
    for (const Stage* b : told.right) {
      if (one_stage(*a, *b)) {
        return false;
      }
      if (a->course == b->course) {
        other = true;
      }
    }
  }
  return other;
}

bool adds(const PairContext& pair, const Document& document, const Claim& claim,
          std::uint32_t token) {
  static constexpr WordList kAdds = {"also",    "likewise", "additionally", "too",
                                     "besides", "again",    "afterwards"};
  const std::uint32_t end = claim.first_token + claim.token_count;
  for (std::uint32_t i = claim.first_token; document.language == "en" && i < end; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    const bool too = word == "too" && i + 1 < end &&
                     document.tokens[i + 1].kind != TokenKind::kPunctuation;  // "too late"
    if (!too && kAdds.contains(word) && clause_of(claim, i) == clause_of(claim, token)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool same_stage(const PairContext& pair, std::uint32_t left, std::uint32_t right) {
  const Told told{stages_at(pair.left, left, true), stages_at(pair.right, right, true)};
  const auto verb = [](const Claim& claim, const Stage& stage) {
    return told_by_verb(claim, stage);
  };
  const auto any = [&](const Claim& claim, const std::vector<const Stage*>& stages) {
    return std::any_of(stages.begin(), stages.end(),
                       [&](const Stage* stage) { return verb(claim, *stage); });
  };
  // a noun of both may be what two deeds are done to: "the appeal was filed", "heard"
  const bool by_verb = any(pair.left, told.left) && any(pair.right, told.right);
  return std::any_of(told.left.begin(), told.left.end(), [&](const Stage* a) {
    return std::any_of(told.right.begin(), told.right.end(), [&](const Stage* b) {
      return one_stage(*a, *b) && (!by_verb || verb(pair.left, *a) || verb(pair.right, *b));
    });
  });
}

bool same_told_stage(const PairContext& pair, std::uint32_t left, std::uint32_t right) {
  const auto told = [](const Claim& claim, std::uint32_t token) {
    std::vector<const Stage*> stages = stages_at(claim, token, true);
    std::erase_if(stages, [&](const Stage* stage) { return !told_by_verb(claim, *stage); });
    return stages;
  };
  const std::vector<const Stage*> a = told(pair.left, left);
  const std::vector<const Stage*> b = told(pair.right, right);
  return std::any_of(a.begin(), a.end(), [&](const Stage* x) {
    return std::any_of(b.begin(), b.end(), [&](const Stage* y) { return one_stage(*x, *y); });
  });
}

bool other_stages(const PairContext& pair, std::uint32_t left, std::uint32_t right) {
  if (pair.left.stages.empty() || pair.right.stages.empty()) {
    return false;
  }
  const Told all{stages_at(pair.left, left, false), stages_at(pair.right, right, false)};
  const std::optional<bool> verbs = differ(by_verbs(pair, all));
  return verbs ? *verbs : !same_stage(pair, left, right) && differ(all).value_or(false);
}

bool other_nearest_stages(const PairContext& pair, std::uint32_t left, std::uint32_t right) {
  const auto nearest = [](const Claim& claim, std::uint32_t token) {
    std::vector<const Stage*> next;
    for (const Stage* stage : stages_at(claim, token, false)) {
      if (stage->token > token || !told_by_verb(claim, *stage)) {
        continue;
      }
      if (!next.empty() && next.front()->token < stage->token) {
        next.clear();
      }
      next.push_back(stage);
    }
    return next;
  };
  return differ({nearest(pair.left, left), nearest(pair.right, right)}).value_or(false);
}

bool told_stage(const Claim& claim, std::uint32_t token) {
  const std::uint8_t clause = clause_of(claim, token);
  return std::any_of(claim.stages.begin(), claim.stages.end(), [&](const Stage& stage) {
    return clause_of(claim, stage.token) == clause && told_by_verb(claim, stage);
  });
}

bool begins(const Claim& claim, std::uint32_t token) {
  static constexpr std::array<std::pair<std::string_view, int>, 24> kBeginnings = {{
      {"course", 1},
      {"course", 3},
      {"use", 2},
      {"retreat", kOwnDeed},
      {"withdrawal", kOwnDeed},
      {"captivity", 1},
      {"case", 2},
      {"company", 3},
      {"entry", kOwnDeed},
      {"illness", 1},
      {"journey", 3},
      {"law", 5},
      {"membership", 5},
      {"office", 2},
      {"treaty", 4},
      {"inquiry", 1},
      {"company", 1},
      {"use", 1},
      {"membership", 4},
      {"office", 3},
      {"regime", kOwnDeed},
      {"opening", kOwnDeed},
      {"closure", kOwnDeed},
      {"reopening", kOwnDeed},
  }};
  const std::vector<const Stage*> told = stages_at(claim, token, true);
  return std::any_of(told.begin(), told.end(), [&](const Stage* stage) {
    return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](const auto& beginning) {
      return stage->course == beginning.first && stage->rank == beginning.second;
    });
  });
}

bool reopens(const Claim& claim) {
  return std::any_of(claim.stages.begin(), claim.stages.end(),
                     [](const Stage& stage) { return stage.course == "reopening"; });
}

bool told_in_addition(const PairContext& pair, std::uint32_t left, std::uint32_t right) {
  return adds(pair, pair.left_document, pair.left, left) !=
         adds(pair, pair.right_document, pair.right, right);
}

}  // namespace parallax
