#include "engine/compare/position_words.hpp"

#include <algorithm>
#include <array>

#include "models/text/word_list.hpp"

namespace parallax {

bool ends_thing(std::string_view word) {
  static constexpr std::array<std::string_view, 30> kStarts = {
      "ending",     "abolition", "abolish",  "lift",       "repeal",   "scrap",
      "closure",    "closing",   "withdraw", "removal",    "remov",    "cancel",
      "terminat",   "suspen",    "dismantl", "demoli",     "dissol",   "phasing",
      "stopping",   "halt",      "revok",    "revocation", "rollback", "disband",
      "discontinu", "rescind",   "shut",     "axing",      "abandon",  "eliminat"};
  return word == "end" || word == "close" || word == "stop" ||
         std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return word.starts_with(start); });
}

bool leads_to_end(const ClaimWords& c, std::uint32_t i) {
  return c.document.tokens[i].shape == Shape::kCapitalised || c.at(i) == "'s" ||
         c.is(i,
              {"any",          "the",       "a",          "an",        "immediate",    "early",
               "its",          "their",     "of",         "to",        "for",          "complete",
               "quick",        "this",      "that",       "all",       "swift",        "full",
               "proposed",     "planned",   "decision",   "decisions", "plan",         "plans",
               "proposal",     "move",      "vote",       "agreement", "intention",    "government",
               "organisers",   "ministry",  "council",    "board",     "authorities",  "commission",
               "government's", "council's", "ministry's", "board's",   "commission's", "step"});
}

bool links_state(const ClaimWords& c, std::uint32_t i) {
  return c.is(i, {"is",        "are",    "was",      "were",        "be",         "been",
                  "remains",   "remain", "remained", "constitutes", "constitute", "represents",
                  "represent", "seems",  "appears",  "became",      "becomes",    "proved",
                  "proves",    "means",  "meant",    "poses",       "pose"});
}

bool names_as(const ClaimWords& c, std::uint32_t i) {
  static constexpr WordList kVerbs = {
      "call",      "calls",    "called", "calling",   "consider", "considers", "considered",
      "deem",      "deems",    "deemed", "find",      "finds",    "found",     "think",
      "thinks",    "thought",  "brand",  "branded",   "brands",   "label",     "labelled",
      "labels",    "termed",   "terms",  "dubbed",    "dubs",     "judged",    "judges",
      "regards",   "regarded", "sees",   "saw",       "views",    "viewed",    "describes",
      "described", "hailed",   "hails",  "denounced", "declared"};
  return kVerbs.contains(c.at(i));
}

}  // namespace parallax
