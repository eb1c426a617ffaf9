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
#include "models/text/tokenise.hpp"

namespace parallax {
namespace {

std::string_view word_at(const PairContext& pair, const ClaimSide& side, std::uint32_t token) {
  return token >= side.claim.first_token && token < side.claim.first_token + side.claim.token_count
             ? std::string_view(pair.words[side.document.tokens[token].word].folded)
             : std::string_view{};
}

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "The Constitutional Council ruled on Friday", "was identified by the Bar Association": it says
/// so, and has no part in the matter.
bool speaks(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kSay = std::to_array<std::string_view>(
      {"ruled",        "rules",      "confirmed",     "confirms",   "declared",     "declares",
       "noted",        "notes",      "reported",      "reports",    "told",         "tells",
       "stated",       "states",     "wrote",         "writes",     "showed",       "shows",
       "held",         "holds",      "announced",     "announces",  "informed",     "informs",
       "indicated",    "indicates",  "believed",      "believes",   "claimed",      "claims",
       "recalled",     "recalls",    "found",         "finds",      "said",         "says",
       "thanked",      "thanks",     "congratulated", "praised",    "praises",      "credited",
       "credits",      "blamed",     "blames",        "accused",    "accuses",      "established",
       "concluded",    "concludes",  "disclosed",     "revealed",   "reveals",      "explained",
       "explains",     "added",      "adds",          "recorded",   "records",      "listed",
       "lists",        "published",  "publishes",     "maintained", "maintains",    "insisted",
       "acknowledged", "appointed",  "designated",    "nominated",  "named",        "chose",
       "selected",     "elected",    "retained",      "hired",      "commissioned", "engaged",
       "certified",    "proclaimed", "paid",          "welcomed",   "regretted"});
  static constexpr auto kNamed = std::to_array<std::string_view>(
      {"identified", "named", "recognised", "recognized", "cited", "listed", "mentioned",
       "described", "confirmed", "reported", "announced", "quoted", "published"});
  const Argument part = argument_of(pair.words, side, name);
  const auto verb =
      std::find_if(side.claim.terms.begin(), side.claim.terms.end(), [&](const Term& term) {
        return term.verb && term.clause == name.clause && term.id == part.verb;
      });
  if (part.part != ArgumentPart::kAgent || verb == side.claim.terms.end()) {
    return false;
  }
  const std::string_view word = word_at(pair, side, verb->token);
  return verb->passive ? among(word, kNamed) && pair.words.stem(name.preposition) == "by"
                       : verb->token > name.token && among(word, kSay);
}

/// Content right in front of the name: "the arrest of Major Holm".
const Term* noun_before(const ClaimSide& side, const Term& name) {
  const Term* found = nullptr;
  for (const Term& term : side.claim.terms) {
    if (term.token >= name.token) {
      break;
    }
    const bool title = term.actor && term.token + term.tokens == name.token;
    found = is_content(term) && !title ? &term : found;
  }
  return found;
}

/// "The arrest of Major Holm", "the work of Norrun": what is told is told of the name.
bool of_a_deed(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kNouns = std::to_array<std::string_view>(
      {"work",         "name",       "choice",   "hands",         "person",    "pen",
       "property",     "care",       "custody",  "command",       "direction", "leadership",
       "idea",         "initiative", "proposal", "person",        "figure",    "hand",
       "chairmanship", "candidacy",  "creation", "troops",        "soldiers",  "units",
       "members",      "forces",     "men",      "fighters",      "commandos", "achievement",
       "feat",         "merit",      "doing",    "handiwork",     "services",  "expertise",
       "help",         "assistance", "auspices", "responsibility"});
  constexpr std::uint32_t kReach = 4;
  const Term* noun = noun_before(side, name);
  return pair.words.stem(name.preposition) == "of" && noun != nullptr && !noun->verb &&
         noun->token + noun->tokens + kReach > name.token &&
         ((noun->event && !noun->actor) ||
          among(word_at(pair, side, noun->token + noun->tokens - 1), kNouns) ||
          among(word_at(pair, side, noun->token), kNouns));
}

/// "Norland's port", "the port of Norrun": whose it is; "in Norrun": where.
bool beside_the_matter(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kWhere = std::to_array<std::string_view>(
      {"of",     "in",   "at",      "near",   "off",     "on",     "around",  "against",
       "within", "over", "about",   "under",  "concern", "befor",  "before",  "after",
       "besid",  "dure", "sinc",    "until",  "along",   "across", "between", "among",
       "beyond", "past", "without", "despit", "includ",  "like",   "unlik"});
  const std::string& preposition = pair.words.stem(name.preposition);
  const std::string_view text = side.document.slice(name.span);
  const bool owner = text.ends_with("'s") || text.ends_with("\u2019s") ||
                     word_at(pair, side, name.token + name.tokens) == "'";
  const bool led = argument_of(pair.words, side, name).part == ArgumentPart::kAgent;
  return owner || (!led && !of_a_deed(pair, side, name) && among(preposition, kWhere));
}

/// "The Archbishop of Selm": a noun with a capital; the Kingdom of Norland is a party.
bool only_noun(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kStates = std::to_array<std::string_view>(
      {"republic", "kingdom", "duchy", "principality", "federation", "confederation", "emirate",
       "sultanate", "commonwealth", "league", "union", "order", "bank", "society", "guild"});
  const std::string_view word = word_at(pair, side, name.token);
  const bool of = word_at(pair, side, name.token + 1) == "of" && among(word, kStates);
  return name.tokens == 1 && name.token > side.claim.first_token && !of &&
         word_at(pair, side, name.token - 1) == "the";
}

/// "The First World War", "Hurricane Mira", "the Treaty of Selm": no party.
bool names_no_party(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kNouns = std::to_array<std::string_view>(
      {"war",          "treaty",  "act",      "protocol", "agreement",  "convention", "charter",
       "cup",          "games",   "olympics", "festival", "award",      "prize",      "medal",
       "revolution",   "day",     "week",     "month",    "year",       "christmas",  "easter",
       "ramadan",      "eve",     "mass",     "highway",  "road",       "street",     "avenue",
       "square",       "tunnel",  "bridge",   "canal",    "dam",        "airport",    "terminal",
       "station",      "stadium", "palace",   "castle",   "plan",       "accord",     "pact",
       "constitution", "bill",    "law",      "code",     "resolution", "declaration"});
  // "the Port Authority", "Lake Shipping Company"
  static constexpr auto kBodies = std::to_array<std::string_view>(
      {"service",    "authority", "company",    "corporation", "union",      "association",
       "council",    "committee", "commission", "bank",        "airlines",   "lines",
       "group",      "institute", "federation", "club",        "police",     "guard",
       "brigade",    "battalion", "regiment",   "squadron",    "foundation", "trust",
       "society",    "board",     "agency",     "fund",        "holding",    "shipping",
       "university", "academy",   "laboratory", "movement",    "front",      "army"});
  const std::string_view first = word_at(pair, side, name.token);
  const std::string_view last = word_at(pair, side, name.token + name.tokens - 1);
  return among(last, kNouns) || first == "operation" || first == "resolution" ||
         first == "article" || broad_region(pair, side.document, name) ||
         (!among(last, kBodies) && named_site(pair, side.document, name));
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

/// "Found Major Holm guilty": no name of a thing.
bool names_matter(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kSaid = std::to_array<std::string_view>(
      {"guilty",  "responsible", "dead",        "alive",       "alone",  "himself",
       "herself", "itself",      "personally",  "exclusively", "solely", "first",
       "only",    "winner",      "unanimously", "liable",      "fit",    "unfit",
       "safe",    "innocent",    "earlier",     "later",       "today",  "yesterday"});
  return names_thing(side.claim, name) &&
         !among(word_at(pair, side, name.token + name.tokens), kSaid);
}

/// "Morocco mediated", "the Navy coordinated it": a country or a body by its common noun.
bool common_party(const PairContext& pair, const ClaimSide& side, const Term& term) {
  const bool capital = term.token > side.claim.first_token + 1 &&
                       has_capital(side.document.tokens[term.token].shape);
  const Argument part = argument_of(pair.words, side, term);
  const bool body = term.kind == TermKind::kConcept && capital && !term.verb && !term.attribute &&
                    word_at(pair, side, term.token - 1) == "the";
  return !term.negated && (body || (term.kind == TermKind::kCountry && !term.locative)) &&
         (part.part == ArgumentPart::kAgent || part.part == ArgumentPart::kPatient ||
          part.part == ArgumentPart::kReceiver);
}

/// Known to the other side: told there, or who speaks.
bool known(const PairContext& pair, bool left, const Term& term) {
  const Claim& other = left ? pair.right : pair.left;
  return !unknown_there(pair, left, term) ||
         std::any_of(other.terms.begin(), other.terms.end(),
                     [&](const Term& there) { return there.id == term.id || kin(there, term); });
}

/// The one name of a side that the other does not know, and that may have the part; nullptr if
/// there is none or are more. `common`: countries and bodies by their common nouns, too.
const Term* only_name(const PairContext& pair, const ClaimSide& side, bool left, bool common) {
  const Term* found = nullptr;
  for (const Term& term : side.claim.terms) {
    const bool party = common ? common_party(pair, side, term)
                              : term.kind == TermKind::kName && !only_noun(pair, side, term);
    if (!party || term.frame || names_matter(pair, side, term) || known(pair, left, term) ||
        beside_the_matter(pair, side, term) || names_no_party(pair, side, term) ||
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

/// "Was not won by Holm": who won it is not told.
bool denied(const Claim& claim, const Term& name) {
  return name.negated || std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.clause == name.clause && term.negated && (term.verb || term.predicative);
         });
}

/// Both do the deed, or suffer it, and it is one deed.
bool one_part(const PairContext& pair, const EventGate& gate, const Term& a, const Term& b) {
  const Argument x = argument_of(pair.words, {pair.left_document, pair.left}, a);
  const Argument y = argument_of(pair.words, {pair.right_document, pair.right}, b);
  return same_argument(x, y) && (x.verb == y.verb || (x.deeds & y.deeds) != 0 ||
                                 (in_common(gate, x.verb) && in_common(gate, y.verb)));
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

void diverge_told_names(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr double kOverlap = 0.5;
  constexpr std::size_t kShared = 3;
  constexpr double kClose = 0.6;
  constexpr double kWeight = 4.0;
  constexpr double kPart = 3.0;  // in one part of one deed
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || gate.overlap < kOverlap || gate.shared < 2 || gate.other_event ||
      gate.contrasted || gate.substituted || gate.other_place || gate.other_time ||
      says_something(out) || tell_parts(pair.left, pair.right) || each_of_itself(pair, gate) ||
      other_dates(pair.left, pair.right) || own_figures(pair.left, pair.right)) {
    return;
  }
  const ClaimSide left{pair.left_document, pair.left};
  const ClaimSide right{pair.right_document, pair.right};
  const Term* a = only_name(pair, left, true, false);
  const Term* b = only_name(pair, right, false, false);
  const bool common = a == nullptr || b == nullptr;
  a = a == nullptr ? only_name(pair, left, true, true) : a;
  b = a == nullptr || b != nullptr ? b : only_name(pair, right, false, true);
  if (a == nullptr || b == nullptr || own(pair, left, *a) || own(pair, right, *b) ||
      denied(pair.left, *a) != denied(pair.right, *b)) {
    return;
  }
  const bool part = one_part(pair, gate, *a, *b);
  const Anchors anchors = anchors_of(pair, gate);
  const bool close = gate.overlap >= kClose && gate.shared >= kShared;
  if ((common && !part) || anchors.weight < (part || close ? kPart : kWeight) ||
      gate.shared + anchors.values < kShared || !one_event(pair, gate) ||
      (of_own_body(pair, true, *a) && of_own_body(pair, false, *b)) ||
      told_in_addition(pair, a->token, b->token)) {
    return;
  }
  out.push_back(finding_of(pair, *a, *b));
}

}  // namespace parallax
