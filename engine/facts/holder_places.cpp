/// Where the clause of a holder's words places it (holder_reader.hpp).

#include <algorithm>
#include <string_view>

#include "engine/facts/holder_reader.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

/// The last term that a token of [begin, end) is in; nullptr if there is none.
const Term* HolderReader::last_term(std::size_t begin, std::size_t end) const {
  const Term* last = nullptr;
  for (std::size_t k = end; k > begin && last == nullptr; --k) {
    last = term_at(c_, claim_, k - 1);
  }
  return last;
}

/// The first place of the clause behind the words, with no other verb in between; kNobody where
/// a second one is joined to it.
std::size_t HolderReader::place_behind(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kJoined = 3;
  const Term* cue = last_term(begin, end);
  std::size_t found = kNobody;
  std::size_t behind = 0;
  for (std::size_t t = 0; cue != nullptr && t < claim_.terms.size(); ++t) {
    const Term& term = claim_.terms[t];
    const std::size_t at = term.token - c_.first_token;
    if (at < end || term.clause != cue->clause) {
      continue;
    }
    if (found == kNobody && term.verb) {
      break;
    }
    if (named_place(term) && found != kNobody && at <= behind + kJoined) {
      return c_.is_any(at - 1, {"and", "or"}) || c_.is(behind, "and") ? kNobody : found;
    }
    if (found == kNobody && named_place(term) && located(term) && !wide(term)) {
      found = t;
      behind = at + term.tokens;
    }
  }
  return found == kNobody && cue != nullptr ? place_ahead(begin) : found;
}

/// "In Selm, the last of them died": the place that the claim begins with.
std::size_t HolderReader::place_ahead(std::size_t begin) const {
  constexpr std::size_t kLead = 4;
  for (std::size_t t = 0; t < claim_.terms.size(); ++t) {
    const Term& term = claim_.terms[t];
    const std::size_t at = term.token - c_.first_token;
    if (at >= std::min(begin, kLead)) {
      break;
    }
    if (named_place(term) && located(term) && !wide(term) && preposition(c_, 0)) {
      return t;
    }
  }
  return kNobody;
}

/// "Kept in a warehouse": the first thing without a name that the clause places it at.
std::size_t HolderReader::site_behind(std::size_t begin, std::size_t end) const {
  const Term* cue = last_term(begin, end);
  for (std::size_t t = 0; cue != nullptr && t < claim_.terms.size(); ++t) {
    const Term& term = claim_.terms[t];
    const bool noun = term.kind == TermKind::kPlain || term.kind == TermKind::kConcept;
    if (term.token - c_.first_token < end || term.clause != cue->clause) {
      continue;
    }
    if (term.verb) {
      break;
    }
    if (noun && term.slot == Slot::kOblique && !term.frame && located(term)) {
      return t;
    }
  }
  return kNobody;
}

bool HolderReader::named_place(const Term& term) const {
  const bool name = term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
                    term.kind == TermKind::kPlace;
  return name && !term.frame && (term.slot == Slot::kOblique || close_to(term));
}

/// "Close to Selm".
bool HolderReader::close_to(const Term& term) const {
  const std::size_t at = term.token - c_.first_token;
  return at > 1 && c_.is_any(at - 1, {"to", "from"}) && c_.is_any(at - 2, {"close", "next", "far"});
}

/// "In Latin America", "at the Corvo Games": no place, or too wide for one.
bool HolderReader::wide(const Term& term) const {
  const std::size_t first = term.token - c_.first_token;
  const std::size_t last = first + term.tokens - 1;
  const bool america =
      c_.is_any(first, {"latin", "central", "south", "north"}) &&
      (c_.is(last, "america") || c_.is(last + 1, "america") || c_.is(last, "asia"));
  return america || c_.is_any(last, {"africa", "asia", "europe", "america", "games", "cup",
                                     "olympics", "championship", "championships", "festival",
                                     "conference", "forum", "congress", "marathon", "biennale"});
}

/// "In Selm", "at Port Kelm", "through the Tarsk pass", "outside the town of Selm".
bool HolderReader::located(const Term& term) const {
  static constexpr WordList kWhere = {
      "in",     "at",      "near",    "on",      "off",    "from",  "to",     "for",     "via",
      "into",   "outside", "through", "towards", "above",  "over",  "beside", "below",   "around",
      "outsid", "abov",    "besid",   "under",   "inside", "insid", "along",  "beneath", "aboard"};
  static constexpr WordList kPlaces = {
      "town",       "city",      "village",   "port",         "island",     "district",
      "province",   "region",    "state",     "county",       "oasis",      "harbour",
      "gulf",       "bay",       "valley",    "gorge",        "capital",    "beach",
      "beaches",    "coast",     "shore",     "shores",       "stadium",    "airport",
      "airfield",   "airbase",   "base",      "prison",       "jail",       "hotel",
      "university", "camp",      "barracks",  "station",      "waterfront", "hills",
      "mountains",  "forest",    "forests",   "lake",         "cape",       "strait",
      "suburb",     "suburbs",   "outskirts", "waters",       "territory",  "quay",
      "peninsula",  "plain",     "desert",    "steppe",       "heights",    "hamlet",
      "settlement", "parish",    "commune",   "municipality", "centre",     "center",
      "railhead",   "depot",     "market",    "monastery",    "abbey",      "church",
      "cathedral",  "museum",    "palace",    "castle",       "pass",       "plateau",
      "islands",    "republic",  "garrison",  "refinery",     "mine",       "archipelago",
      "roads",      "roadstead", "anchorage", "casino",       "villa",      "monastery",
      "embassy",    "ministry",  "theatre",   "library",      "mosque",     "checkpoint",
      "crossing",   "summit",    "foot",      "mouth",        "estuary",    "delta",
      "hall",       "school",    "hospital",  "square",       "harbours",   "ports",
      "factory",    "farm",      "terminal",  "courthouse",   "residence",  "woods",
      "fields",     "slopes",    "banks",     "bank",         "streets",    "quarter"};
  const std::string_view preposition = c_.words.stem(term.preposition);
  const std::size_t at = term.token - c_.first_token;
  const bool of_town = preposition == "of" && at > 1 && kPlaces.contains(c_.folded(at - 2));
  return of_town || close_to(term) || kWhere.contains(preposition);
}

}  // namespace parallax
