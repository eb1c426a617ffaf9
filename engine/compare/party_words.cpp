#include "engine/compare/party_words.hpp"

#include <algorithm>
#include <iterator>

#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Words for kinds of bodies and offices: capitals do not make them names.
bool kind_of_body(std::string_view word) {
  static constexpr WordList kWords = {
      "ministry",   "minister", "foreign",    "defence",    "defense",     "interior",
      "committee",  "agency",   "office",     "bank",       "central",     "national",
      "federal",    "state",    "royal",      "court",      "union",       "association",
      "federation", "police",   "army",       "navy",       "government",  "president",
      "prime",      "chief",    "director",   "general",    "republic",    "kingdom",
      "city",       "town",     "council",    "party",      "force",       "forces",
      "guard",      "coast",    "border",     "service",    "authority",   "commission",
      "company",    "group",    "society",    "museum",     "hospital",    "university",
      "school",     "region",   "province",   "district",   "county",      "chamber",
      "institute",  "board",    "department", "secretary",  "dr",          "mr",
      "ms",         "mrs",      "professor",  "judge",      "senator",     "governor",
      "mayor",      "deputy",   "supreme",    "high",       "public",      "prosecutor",
      "finance",    "justice",  "health",     "transport",  "energy",      "treasury",
      "parliament", "assembly", "senate",     "chancellor", "chancellery", "embassy",
      "ambassador", "premier",  "king",       "queen",      "sir",         "captain",
      "colonel",    "admiral",  "commander",  "staff",      "team",        "club",
      "fc",         "security", "affairs",    "people",     "democratic",  "capital",
      "trade",      "staff",    "chair",      "head",       "delegation",  "envoy",
      "the",        "and"};
  return kWords.contains(word);
}

bool adjective_ending(std::string_view rest) {
  static constexpr WordList kEndings = {"n",   "an", "ian", "ean", "ese", "i",  "ish",  "ic",
                                        "ans", "er", "ers", "ine", "ite", "ns", "ians", "s"};
  return kEndings.contains(rest);
}

bool country_ending(std::string_view rest) {
  static constexpr WordList kEndings = {"", "a", "ia", "y", "e", "o", "os", "us", "land", "ea"};
  return kEndings.contains(rest);
}

/// "Ostria", "Ostrian", "Belia", "Belite": names of which one is made from the other.
bool derived(std::string_view a, std::string_view b) {
  constexpr std::size_t kStart = 3;
  constexpr std::size_t kBack = 2;  // letters of the start that may belong to both endings
  std::size_t common = 0;
  while (common < a.size() && common < b.size() && a[common] == b[common]) {
    ++common;
  }
  const std::size_t least = std::max(kStart, common - std::min(common, kBack));
  for (std::size_t start = common; start >= least; --start) {
    const std::string_view x = a.substr(start);
    const std::string_view y = b.substr(start);
    if ((country_ending(x) && adjective_ending(y)) || (country_ending(y) && adjective_ending(x))) {
      return true;
    }
  }
  return false;
}

bool same_word(const PartyWord& a, const PartyWord& b) {
  if (a.text == b.text || a.stem == b.stem) {
    return true;
  }
  if (a.name && b.name && derived(a.text, b.text)) {
    return true;
  }
  if (a.term == nullptr || b.term == nullptr) {
    return false;
  }
  const bool country = a.term->kind == TermKind::kCountry && b.term->kind == TermKind::kCountry;
  const bool concept_word =
      a.term->kind == TermKind::kConcept && b.term->kind == TermKind::kConcept;
  return (country && a.term->id == b.term->id) ||
         (concept_word && (a.term->id == b.term->id || kin(*a.term, *b.term)));
}

}  // namespace

PartyWords words_of(const PairContext& pair, const PartySide& side, const NounPhrase& phrase) {
  PartyWords words;
  for (const std::uint32_t at : phrase) {
    const Token& token = side.document.tokens[at];
    const std::string_view text = pair.words[token.word].folded;
    const Term* term = side.reader.term_at(at);
    const bool first = at == side.reader.begin();
    const bool entity = term != nullptr && is_entity(*term);
    const bool name = has_capital(token.shape) && (!first || entity) && !kind_of_body(text);
    if (std::none_of(words.begin(), words.end(),
                     [&](const PartyWord& w) { return w.text == text; })) {
      words.push_back({text, pair.words[token.word].stem_id, term, name});
    }
  }
  return words;
}

bool has_word(const PartyWords& list, const PartyWord& word) {
  return std::any_of(list.begin(), list.end(),
                     [&](const PartyWord& w) { return same_word(w, word); });
}

PartyWords apart_from(const PartyWords& list, const PartyWords& other) {
  PartyWords rest;
  std::copy_if(list.begin(), list.end(), std::back_inserter(rest),
               [&](const PartyWord& w) { return !has_word(other, w); });
  return rest;
}

int common_weight(const PartyWords& one, const PartyWords& other) {
  const auto sum = [](const PartyWords& list, const PartyWords& among) {
    int found = 0;
    for (const PartyWord& word : list) {
      found += !has_word(among, word) ? 0 : word.name ? kNameWeight : 1;
    }
    return found;
  };
  return std::max(sum(one, other), sum(other, one));
}

}  // namespace parallax
