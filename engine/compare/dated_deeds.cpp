#include "engine/compare/dated_deeds.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "engine/compare/converse.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

bool has_verb(const WordTable& words, const Claim& claim,
              std::initializer_list<std::string_view> stems) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && !term.relative &&
           std::find(stems.begin(), stems.end(), words.stem(term.stem)) != stems.end();
  });
}

bool comes(const WordTable& words, const Claim& claim) {
  return has_verb(words, claim, {"arriv", "enter", "come", "return"});
}

bool goes(const WordTable& words, const Claim& claim) {
  return has_verb(words, claim, {"leav", "left", "depart"});
}

/// "Left the rate unchanged"
bool keeps(const WordTable& words, const Claim& claim) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& stem = words.stem(term.stem);
    return stem == "unchang" || stem == "unalt" || stem == "steadi";
  });
}

/// "Cut the rate"
bool moves(const Claim& claim) {
  return std::any_of(claim.directions.begin(), claim.directions.end(),
                     [](const Direction& d) { return d.axis == "amount" && !d.negated; });
}

/// Both claims use the same words of direction: "expires unless extended" on both sides.
bool same_directions(const Claim& left, const Claim& right) {
  const auto covers = [](const Claim& claim, const Claim& other) {
    return std::all_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& a) {
      return std::any_of(other.directions.begin(), other.directions.end(), [&](const Direction& b) {
        return claim.terms[a.term].id == other.terms[b.term].id && a.axis == b.axis &&
               a.negated == b.negated;
      });
    });
  };
  return covers(left, right) && covers(right, left);
}

/// Which way a word of direction turns.
int way(const Direction& d) {
  return d.negated ? -d.sign : d.sign;
}

/// "The ceasefire takes effect", "the shelling must stop when the ceasefire takes effect": what one
/// side tells, the other tells too, beside what seems its opposite.
bool told_by_both(const Claim& left, const Claim& right) {
  const auto tells = [](const Claim& claim, const Claim& other, const Direction& wanted) {
    return std::any_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& d) {
      return way(d) == way(wanted) && claim.terms[d.term].id == other.terms[wanted.term].id;
    });
  };
  return std::all_of(left.directions.begin(), left.directions.end(), [&](const Direction& a) {
    return std::all_of(right.directions.begin(), right.directions.end(), [&](const Direction& b) {
      return a.axis != b.axis || way(a) == way(b) ||
             (a.axis != "amount" && a.axis != "setting" &&
              (tells(right, left, a) || tells(left, right, b)));
    });
  });
}

}  // namespace

bool opposite_deeds(const WordTable& words, const Claim& left, const Claim& right) {
  if ((comes(words, left) && goes(words, right)) || (goes(words, left) && comes(words, right)) ||
      (keeps(words, left) && moves(right)) || (keeps(words, right) && moves(left))) {
    return true;
  }
  return opposite_ways(left, right) && !same_directions(left, right) && !told_by_both(left, right);
}

bool converse_deeds(const PairContext& pair, const DateMention& a, const DateMention& b) {
  const auto deeds = [&](const Claim& claim, const DateMention& date) {
    for (const Term& term : claim.terms) {
      const bool told =
          std::find(date.event.begin(), date.event.end(), term.id) != date.event.end();
      if (term.verb && told) {
        return converse_of(pair.words, term).deeds;
      }
    }
    return std::uint32_t{0};
  };
  return (deeds(pair.left, a) & deeds(pair.right, b)) != 0;
}

bool done_by(const Claim& claim, const DateMention& date) {
  return date.use == DateUse::kBy &&
         std::none_of(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
           return term.verb && term.modality != Modality::kFact &&
                  term.modality != Modality::kAttempted;
         });
}

namespace {

/// "The detained leaders": tells of whom, not what happens.
bool only_describes(const Document& document, const WordTable& words, const Claim& claim,
                    StemId id) {
  const auto& terms = claim.terms;
  bool found = false;
  for (std::size_t t = 0; t < terms.size(); ++t) {
    if (terms[t].id != id) {
      continue;
    }
    const bool noun = t + 1 < terms.size() && is_content(terms[t + 1]) && !terms[t + 1].verb &&
                      terms[t + 1].token == terms[t].token + terms[t].tokens;
    if (terms[t].verb || terms[t].predicative || !noun ||
        !words[document.tokens[terms[t].token].word].folded.ends_with("ed")) {
      return false;
    }
    found = true;
  }
  return found;
}

}  // namespace

bool deed_of_both(const PairContext& pair, const EventGate& gate,
                  const std::vector<StemId>& events) {
  return std::any_of(events.begin(), events.end(), [&](StemId id) {
    return in_common(gate, id) && !only_describes(pair.left_document, pair.words, pair.left, id) &&
           !only_describes(pair.right_document, pair.words, pair.right, id);
  });
}

namespace {

/// What stands behind "before", "after" or "on the eve of" up to the next comma: the things of both
/// sides in it, and which of the two it is.
struct Reference {
  std::vector<const Term*> things;
  std::uint32_t first = 0, last = 0;  ///< Tokens, inclusive.
  bool before = false;
};

/// "Once the vote had been held", not "once a year" or "at once".
bool once_done(const ClaimWords& c, std::uint32_t i) {
  constexpr std::uint32_t kReach = 7;
  for (std::uint32_t at = i + 2; at < std::min(c.end(), i + kReach); ++at) {
    if (c.is(at, {"had", "has", "have", "was", "were", "is", "are"})) {
      return true;
    }
  }
  return false;
}

/// "Before", "prior to", "on the eve of", "ahead of"; "after", "following", "in the wake of", "once
/// it had". Tokens covered, 0 if it is none.
std::uint32_t word_of_order(const ClaimWords& c, std::uint32_t i, bool& before) {
  before = c.is(i, {"before", "prior", "ahead", "eve", "preceding"});
  if (c.is(i, {"before", "after", "following", "preceding"})) {
    return c.is(i - 1, {"not", "never", "the"}) ? 0 : 1;
  }
  if (c.is(i, {"once"})) {
    return !c.is(i - 1, {"at", "than", "never", "for"}) && once_done(c, i) ? 1 : 0;
  }
  const bool pair =
      (c.is(i, {"prior", "subsequent"}) && c.is(i + 1, {"to"})) ||
      (c.is(i, {"ahead", "eve", "wake", "aftermath", "heels"}) && c.is(i + 1, {"of"}));
  return pair ? 2 : 0;
}

Reference reference_of(const EventGate& gate, const ClaimWords& c) {
  constexpr std::uint32_t kReach = 7;
  Reference reference;
  for (std::uint32_t i = c.begin(); i < c.end() && reference.things.empty(); ++i) {
    const std::uint32_t length = word_of_order(c, i, reference.before);
    if (length == 0) {
      continue;
    }
    reference.first = i;
    reference.last = i + length;
    while (reference.last + 1 < std::min(c.end(), i + length + kReach) &&
           !c.is(reference.last + 1, {",", ";", "that", "and", "did"})) {
      ++reference.last;
    }
    const auto inside = [&](const Term& term) {
      return term.token > i && term.token <= reference.last;
    };
    const auto& terms = c.claim.terms;
    const bool clause = std::any_of(terms.begin(), terms.end(),
                                    [&](const Term& term) { return term.verb && inside(term); });
    for (const Term& term : terms) {
      const bool next = !is_entity(term) || term.token <= i + length + 1;  // "after Easter"
      if (inside(term) && is_told(term) && next && !term.verb && (clause || !term.actor) &&
          in_common(gate, term.id)) {
        reference.things.push_back(&term);
      }
    }
  }
  return reference;
}

bool inside(const Reference& reference, std::uint32_t token) {
  return token >= reference.first && token <= reference.last;
}

/// A deed that both tell, outside the reference.
bool tells_outside(const Claim& claim, const EventGate& gate, const Reference& reference) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return (term.verb || term.event) && is_told(term) && !inside(reference, term.token) &&
           in_common(gate, term.id);
  });
}

/// Enough of what both tell stands outside the references, a name in it, to be one deed by two
/// verbs: "lost its licence after the vote", "had its licence suspended before the vote".
bool one_matter_outside(const PairContext& pair, const EventGate& gate, const Reference& left,
                        const Reference& right) {
  constexpr std::size_t kEnough = 3;
  std::size_t shared = 0;
  bool named = false;
  for (const Term& a : pair.left.terms) {
    if (!is_told(a) || inside(left, a.token) || !in_common(gate, a.id)) {
      continue;
    }
    const bool both = std::any_of(
        pair.right.terms.begin(), pair.right.terms.end(),
        [&](const Term& b) { return b.id == a.id && is_told(b) && !inside(right, b.token); });
    shared += both ? 1U : 0U;
    named = named || (both && is_entity(a));
  }
  return named && shared >= kEnough &&
         !other_stages(pair, left.things[0]->token, right.things[0]->token) &&
         !opposite_deeds(pair.words, pair.left, pair.right);
}

/// The same by two words for one stage: "approved", "passed".
bool one_stage_outside(const PairContext& pair, const Reference& left, const Reference& right) {
  return std::any_of(pair.left.stages.begin(), pair.left.stages.end(), [&](const Stage& a) {
    return !inside(left, a.token) &&
           std::any_of(pair.right.stages.begin(), pair.right.stages.end(), [&](const Stage& b) {
             return !inside(right, b.token) && a.course == b.course && a.rank == b.rank;
           });
  });
}

}  // namespace

Sequence opposite_sequence(const PairContext& pair, const EventGate& gate) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return {};
  }
  const Reference left = reference_of(gate, {pair.words, pair.left_document, pair.left});
  const Reference right = reference_of(gate, {pair.words, pair.right_document, pair.right});
  if (left.things.empty() || right.things.empty() || left.before == right.before ||
      pair.left.negators % 2 != pair.right.negators % 2) {
    return {};
  }
  const bool told = tells_outside(pair.left, gate, left) && tells_outside(pair.right, gate, right);
  if (!told && !one_stage_outside(pair, left, right) &&
      !one_matter_outside(pair, gate, left, right)) {
    return {};
  }
  for (const Term* a : left.things) {
    for (const Term* b : right.things) {
      if ((a->id == b->id || kin(*a, *b)) && a->negated == b->negated) {
        return {a, b};
      }
    }
  }
  return {};
}

}  // namespace parallax
