/// The one person, body or ship that each side names in one matter, whatever clause names it: "the
/// case was assigned to Judge Holm", "Judge Varga has been designated rapporteur in the case".
/// English; speaks only where no other family found anything.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "engine/compare/anchors.hpp"
#include "engine/compare/arguments.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/holder_matter.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

std::string_view word_at(const PairContext& pair, const ClaimSide& side, std::uint32_t token) {
  return token >= side.claim.first_token &&
                 token < side.claim.first_token + side.claim.token_count
             ? std::string_view(pair.words[side.document.tokens[token].word].folded)
             : std::string_view{};
}

/// "The Constitutional Council ruled on Friday": it says so, and has no part in the matter.
bool speaks(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr std::array<std::string_view, 24> kSay = {
      "=say",   "rule",    "ruled",    "=confirm", "=declare", "note",   "report", "=report",
      "tell",   "told",    "state",    "write",    "wrote",    "show",   "hold",   "=announce",
      "inform", "=inform", "indicate", "indic",    "=believe", "=claim", "recal",  "find"};
  const Argument part = argument_of(pair.words, side, name);
  return part.part == ArgumentPart::kAgent &&
         std::find(kSay.begin(), kSay.end(), pair.words.stem(part.verb)) != kSay.end();
}

/// "Norland's port", "the port of Norrun": whose it is; "in Norrun": where.
bool beside_the_matter(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kWhere = std::to_array<std::string_view>(
      {"of", "in", "at", "near", "off", "on", "around", "against", "within", "over", "about", "under",
       "concerning", "before", "after", "beside", "during", "since", "until", "along", "across",
       "between", "among", "beyond", "past", "without", "despite", "including", "like", "unlike"});
  const std::string& preposition = pair.words.stem(name.preposition);
  const std::string_view text = side.document.slice(name.span);
  const bool owner = text.ends_with("'s") || text.ends_with("\u2019s") ||
                     word_at(pair, side, name.token + name.tokens) == "'";
  const bool led = argument_of(pair.words, side, name).part == ArgumentPart::kAgent;
  return owner || (!led && std::find(kWhere.begin(), kWhere.end(), preposition) != kWhere.end());
}

/// "The Archbishop of Selm": a noun with a capital; the Kingdom of Norland is a party.
bool only_noun(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kStates = std::to_array<std::string_view>(
      {"republic", "kingdom", "duchy", "principality", "federation", "confederation", "emirate",
       "sultanate", "commonwealth", "league", "union", "order", "bank", "society", "guild"});
  const std::string_view word = word_at(pair, side, name.token);
  const bool of = word_at(pair, side, name.token + 1) == "of" &&
                  std::find(kStates.begin(), kStates.end(), word) != kStates.end();
  return name.tokens == 1 && name.token > side.claim.first_token && !of &&
         word_at(pair, side, name.token - 1) == "the";
}

/// "The First World War", "Hurricane Mira", "the Treaty of Selm": no party.
bool names_no_party(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kNouns = std::to_array<std::string_view>(
      {"war",        "treaty",  "act",      "protocol",  "agreement",  "convention", "charter",
       "cup",        "games",   "olympics", "festival",  "award",      "prize",      "medal",
       "revolution", "day",     "week",     "month",     "year",       "christmas",  "easter",
       "ramadan",    "eve",     "mass",     "highway",   "road",       "street",     "avenue",
       "square",     "tunnel",  "bridge",   "canal",     "dam",        "airport",    "terminal",
       "station",    "stadium", "palace",   "castle",    "plan",       "accord",     "pact",
       "constitution", "bill",  "law",      "code",      "resolution", "declaration"});
  const std::string_view first = word_at(pair, side, name.token);
  const std::string_view last = word_at(pair, side, name.token + name.tokens - 1);
  return std::find(kNouns.begin(), kNouns.end(), last) != kNouns.end() || first == "operation" ||
         first == "resolution" || first == "article" || broad_region(pair, side.document, name) ||
         named_site(pair, side.document, name);
}

/// "Ratified the treaty", "condemns the attack": each does so for itself.
bool own(const PairContext& pair, const ClaimSide& side, const Term& name) {
  const Argument part = argument_of(pair.words, side, name);
  return part.part == ArgumentPart::kAgent &&
         (own_deed(pair.words.stem(part.verb)) ||
          std::any_of(side.claim.stances.begin(), side.claim.stances.end(), [&](const Stance& s) {
            const Term& act = side.claim.terms[s.term];
            return s.polarity != 0 && act.verb && act.id == part.verb;
          }));
}

/// The one name of a side that the other does not know, and that may have the part; nullptr if
/// there is none or are more.
const Term* only_name(const PairContext& pair, const ClaimSide& side, bool left) {
  const Term* found = nullptr;
  for (const Term& term : side.claim.terms) {
    if (term.kind != TermKind::kName || term.frame || names_thing(side.claim, term) ||
        !unknown_there(pair, left, term) || beside_the_matter(pair, side, term) ||
        only_noun(pair, side, term) || names_no_party(pair, side, term) ||
        speaks(pair, side, term)) {
      continue;
    }
    if (found != nullptr) {
      return nullptr;
    }
    found = &term;
  }
  return found;
}

Finding finding_of(const PairContext& pair, const Term& left, const Term& right) {
  Finding f;
  f.kind = "name";
  f.severity = Severity::kDifference;
  f.rule = "name.told";
  f.confidence = 0.55;
  f.slot = "who";
  f.left = {left.span, {{"id", pair.words.stem(left.id)}}};
  f.right = {right.span, {{"id", pair.words.stem(right.id)}}};
  f.explanation = "Of one matter, one side names " +
                  std::string(pair.left_document.slice(left.span)) + ", the other " +
                  std::string(pair.right_document.slice(right.span));
  return f;
}

}  // namespace

void diverge_told_names(const PairContext& pair, const EventGate& gate,
                        std::vector<Finding>& out) {
  constexpr double kOverlap = 0.5;
  constexpr double kWeight = 4.0;
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || gate.overlap < kOverlap || gate.shared < 3 || gate.other_event ||
      gate.contrasted || gate.substituted || gate.other_place || gate.other_time || says_something(out) ||
      tell_parts(pair.left, pair.right) || each_of_itself(pair, gate) ||
      other_dates(pair.left, pair.right)) {
    return;
  }
  const Term* a = only_name(pair, {pair.left_document, pair.left}, true);
  const Term* b = a == nullptr ? nullptr : only_name(pair, {pair.right_document, pair.right}, false);
  if (b == nullptr || anchors_of(pair, gate).weight < kWeight || !one_event(pair, gate) ||
      own(pair, {pair.left_document, pair.left}, *a) ||
      own(pair, {pair.right_document, pair.right}, *b) ||
      told_in_addition(pair, a->token, b->token)) {
    return;
  }
  out.push_back(finding_of(pair, *a, *b));
}

}  // namespace parallax
