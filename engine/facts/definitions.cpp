/// What a thing is said to be: "Pell (born 1950), known as Ox, is a Dutch singer in Ghent". Read
/// from the tokens, since brackets and names of other scripts stand between subject and verb.

#include <algorithm>

#include "engine/facts/definition_parts.hpp"

namespace parallax {
namespace {

void add_place(const ClaimContext& c, const Claim& claim, std::size_t i, Definition& definition) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.category, i, length);
  if (row != nullptr && (*row)[0] == "continent") {
    definition.places.push_back({c.span(i, i + length - 1), StemId{}, (*row)[1]});
    return;
  }
  const Term* term = term_at(c, claim, i);
  if (term == nullptr || term->token != document_token(c, i)) {
    return;
  }
  const StemId country = term->kind == TermKind::kCountry ? term->id
                         : term->kind == TermKind::kPlace ? term->region
                                                          : StemId{};
  const auto found = c.lexicon.continents.find(c.words.stem(country));
  if (country != StemId{} && found != c.lexicon.continents.end()) {
    definition.places.push_back({term->span, country, found->second});
  }
}

/// "In Ghent, Belgium", "located in the region of", from the end of the phrase on.
void read_places(const ClaimContext& c, const Claim& claim, std::size_t i, Definition& definition) {
  bool inside = false;
  int depth = 0;
  for (; i < c.size() && !relative(c, i) && !c.is_any(i, {".", ";", ":"}); ++i) {
    depth += opens(c, i) ? 1 : closes(c, i) ? -1 : 0;
    if (depth > 0) {
      continue;
    }
    if (c.is_any(i, {"in", "within"})) {
      inside = true;
    } else if (preposition(c, i) && !c.is(i, "of")) {
      inside = false;
    } else if (c.folded(i).ends_with("ed") && !capital(c, i) &&
               !c.is_any(i, {"located", "situated"})) {
      return;  // "a country bordered by ..."
    } else if (inside) {
      add_place(c, claim, i, definition);
    }
  }
}

/// "Not", "something other than", "anything but": tokens covered.
std::size_t denial(const ClaimContext& c, std::size_t i) {
  if (c.is_any(i, {"something", "anything"}) && c.is(i + 1, "other") && c.is(i + 2, "than")) {
    return 3;
  }
  if (c.is(i, "anything") && c.is(i + 1, "but")) {
    return 2;
  }
  return c.is_any(i, {"not", "never", "n't", "neither"}) ? 1 : 0;
}

/// Adverbs and denials between the verb and what it says.
std::size_t behind_adverbs(const ClaimContext& c, std::size_t i, Definition& definition) {
  for (; i < c.size(); ++i) {
    if (const std::size_t length = denial(c, i); length > 0) {
      definition.negated = !definition.negated;
      i += length - 1;
    } else if ((c.is(i, "nothing") && c.is(i + 1, "but")) ||
               (c.is(i, "in") && c.is(i + 1, "fact"))) {
      ++i;
    } else if (!c.is_any(
                   i, {"only",     "solely", "exclusively", "merely",     "just",      "currently",
                       "now",      "also",   "still",       "officially", "primarily", "mainly",
                       "formerly", "once",   "purely",      "simply",     "indeed",    "a",
                       "an",       "the",    "best",        "one"})) {
      break;
    }
  }
  return i;
}

/// Nobody says so for certain, or it is over, or it is told of many things at once.
bool unsure(const ClaimContext& c, const Claim& claim, std::size_t i) {
  return claim.question || claim.disputed || claim.commitment == "conditional" ||
         (c.is(i, "no") || c.is(i, "to") ||
          c.is_any(i, {"likely", "believed", "said", "considered"}));
}

/// "There is a town called Selm": the name stands last.
bool read_existence(const ClaimContext& c, const Claim& claim, Definition& definition) {
  if (!c.is_any(0, {"there", "this"}) || !copula(c, 1)) {
    return false;
  }
  const std::size_t phrase = behind_adverbs(c, 2, definition);
  for (std::size_t i = phrase; i < c.size(); ++i) {
    if (c.is(i, "name") || other_name(c, i) != 0) {
      std::vector<std::uint32_t> name = name_from(c, c.is(i, "name") ? i + 1 : other_name(c, i));
      if (name.empty()) {
        return true;
      }
      definition.names.push_back(std::move(name));
      static_cast<void>(read_phrase(c, claim, phrase, definition));
      return true;
    }
  }
  return true;
}

}  // namespace

void read_definition(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language != "en" || c.lexicon.category.rows.empty()) {
    return;
  }
  Definition definition;
  if (read_existence(c, claim, definition)) {
    claim.definition = unsure(c, claim, 0) ? Definition{} : std::move(definition);
    return;
  }
  const std::optional<DefinedSubject> subject = find_subject(c, claim, behind_frame(c, claim));
  if (!subject) {
    return;
  }
  definition.past = c.is_any(subject->verb, {"was", "were"});
  std::size_t i = behind_adverbs(c, subject->verb + 1, definition);
  if (c.is(subject->verb + 1, "no") || unsure(c, claim, i)) {
    return;
  }
  definition.names.push_back(subject->name);
  for (std::size_t k = 0; k < subject->verb; ++k) {
    if (const std::size_t at = other_name(c, k); at != 0) {
      if (std::vector<std::uint32_t> name = name_from(c, at); !name.empty()) {
        definition.names.push_back(std::move(name));
      }
    }
  }
  const bool placed = preposition(c, i) || c.is_any(i, {"located", "situated"});
  if (!placed) {
    i = read_phrase(c, claim, i, definition);
  }
  if (placed || !definition.kinds.empty()) {
    read_places(c, claim, i, definition);
  }
  claim.definition = std::move(definition);
}

}  // namespace parallax
