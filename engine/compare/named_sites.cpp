/// Names that are places by their last word, or by the verb of going in front of them.

#include <algorithm>
#include <string_view>

#include "engine/compare/name_slots.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

bool named_site(const PairContext& pair, const Document& document, const Term& term) {
  static constexpr WordList kSites = {
      "district", "province",  "region",  "county",     "state",  "island",    "islands",
      "lake",     "bay",       "valley",  "prefecture", "oblast", "territory", "port",
      "harbour",  "airport",   "station", "bridge",     "square", "street",    "park",
      "hospital", "prison",    "camp",    "barracks",   "pass",   "strait",    "cape",
      "gulf",     "peninsula", "canyon",  "desert",     "forest", "mountains", "hills",
      "avenue",   "airfield",  "city",    "village",    "town",   "canton",    "beach"};
  const std::string& last = pair.words[document.tokens[term.token + term.tokens - 1].word].folded;
  static constexpr WordList kFirst = {"port", "mount", "lake", "cape", "fort",   "point",
                                      "isle", "gulf",  "bay",  "camp", "puerto", "villa"};
  const std::string& first = pair.words[document.tokens[term.token].word].folded;
  const bool behind = term.tokens > 1 && kFirst.contains(first);
  return document.language == "en" && term.kind == TermKind::kName &&
         (behind || kSites.contains(last));
}

bool gone_to(const PairContext& pair, const Document& document, const Claim& claim,
             const Term& name) {
  static constexpr WordList kVerbs = {
      "moved",      "move",     "travelled",  "traveled",  "flying",      "drives",   "flew",
      "flown",      "deployed", "redeployed", "fled",      "returned",    "arrived",  "came",
      "sailed",     "drove",    "brought",    "relocated", "evacuated",   "deported", "diverted",
      "escaped",    "withdrew", "marched",    "headed",    "transferred", "towed",    "shipped",
      "dispatched", "rerouted", "crossed",    "retreated", "advanced",    "taken",    "took",
      "resettled",  "escorted", "rushed",     "airlifted", "driven",      "left",     "set",
      "departed",   "sailing",  "leaving",    "started",   "come"};
  const std::string& preposition = pair.words.stem(name.preposition);
  if (document.language != "en" || (preposition != "to" && preposition != "into" &&
                                    preposition != "from" && preposition != "toward")) {
    return false;
  }
  const Term* verb = nullptr;
  for (const Term& term : claim.terms) {
    verb = term.verb && term.token < name.token && term.clause == name.clause ? &term : verb;
  }
  return verb != nullptr && kVerbs.contains(pair.words[document.tokens[verb->token].word].folded);
}

}  // namespace parallax
