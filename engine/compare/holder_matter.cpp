/// Do two claims speak of one matter, whoever has a part in it?

#include "engine/compare/holder_matter.hpp"

#include <algorithm>
#include <vector>

#include "engine/compare/anchors.hpp"
#include "engine/compare/entities.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

namespace {

/// The words that say which part it is, and who has it, are no part of the matter.
bool of_holder(const Claim& claim, const Term& term, bool known) {
  return std::any_of(claim.holders.begin(), claim.holders.end(), [&](const Holder& holder) {
    const bool cue = term.span.begin < holder.cue.end && term.span.end > holder.cue.begin;
    const bool site = holder.part.starts_with("site:");
    return !site && ((cue && holder.part != "place:epicentre") ||
                     (&claim.terms[holder.term] == &term && !known));
  });
}

}  // namespace

bool named_there(const PairContext& pair, bool left, const Term& name) {
  const Claim& other = left ? pair.right : pair.left;
  return std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
    return is_entity(term) &&
           (left ? same_entity(pair, name, term) : same_entity(pair, term, name));
  });
}

namespace {

/// "The Selm health office recounts": a speaker's name that the other side tells of.
bool told_there(const PairContext& pair, bool left, const Term& name) {
  const Claim& other = left ? pair.right : pair.left;
  return std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
    return is_entity(term) && !term.frame &&
           (left ? same_entity(pair, name, term) : same_entity(pair, term, name));
  });
}

/// The phrase of a holder: its titles and what describes it ("the retired diplomat Mira Holm").
bool beside_holder(const Claim& claim, const Term& term) {
  constexpr std::uint32_t kPhrase = 4;
  return std::any_of(claim.holders.begin(), claim.holders.end(), [&](const Holder& holder) {
    const Term& name = claim.terms[holder.term];
    return !holder.part.starts_with("site:") && term.clause == name.clause &&
           term.token < name.token && name.token - term.token <= kPhrase && !term.verb;
  });
}

}  // namespace

bool names_thing(const Claim& claim, const Term& name) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token == name.token + name.tokens && !term.verb && !term.actor &&
           (term.kind == TermKind::kPlain || term.kind == TermKind::kConcept) &&
           term.preposition == name.preposition;
  });
}

namespace {

/// What a claim speaks of besides who has the part.
struct Matter {
  std::size_t shared = 0;  ///< Things of both sides.
  std::size_t words = 0;   ///< Those that are no names.
  std::size_t own = 0;     ///< Things of this side alone.
  std::size_t alone = 0;   ///< Names of both sides that stand for the thing itself: "the Orla".
};

/// Names of both sides count, and other words. "The granary in Selm" and "the tramway of Selm"
/// share a name alone.
Matter matter_of(const PairContext& pair, bool left, const EventGate& gate) {
  const Claim& claim = left ? pair.left : pair.right;
  std::vector<StemId> seen;
  Matter matter;
  for (const Term& term : claim.terms) {
    const bool speaker = term.frame && !(is_entity(term) && told_there(pair, left, term));
    const bool known = is_entity(term) && named_there(pair, left, term);
    const bool told = !speaker && is_content(term) && !of_holder(claim, term, known);
    if (!told || term.attribute || std::find(seen.begin(), seen.end(), term.id) != seen.end()) {
      continue;
    }
    seen.push_back(term.id);
    const bool entity = is_entity(term);
    const bool common = in_common(gate, term.id) || known;
    matter.shared += common ? 1U : 0U;
    matter.words += common && !entity ? 1U : 0U;
    matter.alone += known && term.kind == TermKind::kName && !term.locative &&
                            term.slot != Slot::kOblique && !names_thing(claim, term)
                        ? 1U
                        : 0U;
    matter.own += common || beside_holder(claim, term) ? 0U : 1U;
  }
  return matter;
}

/// "The Corvo Games", "the Lake Selm Festival": an event by its own name, on both sides.
bool event_named(const PairContext& pair, const EventGate& gate) {
  static constexpr WordList kEvents = {"games",        "cup",           "festival", "olympics",
                                       "championship", "championships", "forum",    "congress",
                                       "summit",       "expo",          "biennale", "marathon",
                                       "regatta",      "conference",    "fair",     "assembly"};
  return std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& term) {
    const std::uint32_t last = term.token + term.tokens - 1;
    const std::string& word = pair.words[pair.left_document.tokens[last].word].folded;
    return term.kind == TermKind::kName && term.tokens > 1 && !term.frame &&
           in_common(gate, term.id) && kEvents.contains(word);
  });
}

}  // namespace

bool one_matter(const PairContext& pair, const EventGate& gate, std::string_view part) {
  static constexpr WordList kTelling = {"formateur", "place:epicentre", "place:outbreak", "envoy"};
  static constexpr std::size_t kFew = 3;
  static constexpr std::size_t kShort = 2;
  const Matter left = matter_of(pair, true, gate);
  const Matter right = matter_of(pair, false, gate);
  const std::size_t shared = std::min(left.shared, right.shared);
  const std::size_t words = std::min(left.words, right.words);
  const std::size_t values = anchors_of(pair, gate).values;
  const bool says = kTelling.contains(part);
  const bool telling = says || event_named(pair, gate);
  const bool alone = left.alone > 0 && right.alone > 0;
  const std::size_t own = telling || alone ? kFew : kShort;
  const bool bare =
      (words > 0 || ((telling || alone) && shared > 0)) && left.own <= own && right.own <= own;
  return shared >= 2 || (words > 0 && values > 0) || bare;
}

namespace {

/// "The federation of anglers" beside "FOA, the Federation of Anglers": all words of the name stand
/// in the other claim.
bool spelt_there(const PairContext& pair, bool left, const Term& name) {
  const Document& own = left ? pair.left_document : pair.right_document;
  const Document& there = left ? pair.right_document : pair.left_document;
  const Claim& other = left ? pair.right : pair.left;
  for (std::uint32_t i = name.token; i < name.token + name.tokens; ++i) {
    const StemId stem = pair.words[own.tokens[i].word].stem_id;
    bool found = false;
    for (std::uint32_t k = other.first_token; k < other.first_token + other.token_count; ++k) {
      found = found || pair.words[there.tokens[k].word].stem_id == stem;
    }
    if (!found) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool unknown_there(const PairContext& pair, bool left, const Term& name) {
  const Claim& other = left ? pair.right : pair.left;
  const auto container = [&](const Term& term) {
    const bool country = term.kind == TermKind::kCountry || name.kind == TermKind::kCountry;
    return country && (term.frame || (place_within(name, term) && !term.locative));
  };
  return !spelt_there(pair, left, name) &&
         std::none_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
           return is_entity(term) && !container(term) &&
                  (left ? same_entity(pair, name, term) : same_entity(pair, term, name));
         });
}

}  // namespace parallax
