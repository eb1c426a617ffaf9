/// What scopes over a term: negation (the trigger, pseudo-trigger, terminator machine of Chapman et
/// al., "A simple algorithm for identifying negated findings", 2001), implicatives (Karttunen
/// 1971), modality, relative clauses.

#include <algorithm>
#include <cstdlib>

#include "engine/facts/claim_context.hpp"
#include "engine/facts/other_events.hpp"
#include "engine/facts/scope_ends.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// State of the scopes while the terms are walked from left to right.
struct Scopes {
  std::uint8_t clause = 0;
  bool negated = false;
  Modality modality = Modality::kFact;
  bool relative = false;
  bool negated_before_relative = false;
  Modality modality_before_relative = Modality::kFact;
  std::uint8_t segment = 0;
  bool negator_seen = false;         ///< In this clause.
  bool concord = false;              ///< The negation stands so far on a concord word alone.
  std::uint8_t negator_segment = 0;  ///< Where the last negator stood.
  bool attributive = false;  ///< "The summit planned for June": the modal is part of a noun.
  bool fronted = false;      ///< "At no time after his arrest was he ...": over the whole sentence.
};

bool opens_relative(const ClaimContext& c, std::size_t i) {
  const bool after_comma = i > 0 && c.is(i - 1, ",");
  const bool capital = i + 1 < c.size() && c.tokens[i + 1].shape == Shape::kCapitalised;
  return (after_comma && (c.has(i, FunctionClass::kRelative) ||
                          (c.has(i, FunctionClass::kWeakRelative) && !capital))) ||
         c.is_any(i, {"(", "lrb"});
}

/// A frame behind the clause: ", the minister said", ", X told reporters".
bool opens_trailing_frame(const ClaimContext& c, const Claim& claim, std::size_t i) {
  if (!c.is(i, ",") || i + 2 >= c.size()) {
    return false;
  }
  const auto next = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token == c.first_token + i + 1;
  });
  if (next != claim.terms.end() && next->frame && claim.terms.back().frame) {
    return true;
  }
  if (i + 9 < c.size()) {
    return false;
  }
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.speech && term.token > c.first_token + i;
  });
}

bool ends_clause(const ClaimContext& c, const Claim& claim, std::size_t i) {
  return c.is_any(i, {";", ":", "?", "!"}) || opens_trailing_frame(c, claim, i);
}

/// "Act No. 10"
bool is_number_sign(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"no", "nos"}) && c.has(i, FunctionClass::kReference) &&
         (c.is(i + 1, ".") || (i + 1 < c.size() && c.tokens[i + 1].kind == TokenKind::kNumber));
}

/// Two negators of one coordinated part cancel; in the next part the negation starts anew ("did not
/// attack and did not shell").
void negate(Scopes& s) {
  const bool anew = s.negator_seen && s.negator_segment != s.segment;
  s.negated = anew || !s.negated;
  s.negator_seen = true;
  s.negator_segment = s.segment;
}

void end_scopes(Scopes& s) {
  s.negated = false;
  s.negator_seen = false;
  s.concord = false;
  s.modality = Modality::kFact;
}

void apply_negation_row(std::string_view kind, Scopes& s) {
  if (kind == "negator" || kind == "none") {
    const bool completes = s.concord && s.negator_segment == s.segment;
    s.concord = false;
    if (!completes) {  // "nobody not came" is one negation
      negate(s);
    }
  } else if (kind == "concord" && !s.negator_seen) {
    negate(s);
    s.concord = true;
  } else if (kind == "terminator") {
    end_scopes(s);
  }
}

/// Marks terms [from, from + tokens) as function words: markers are not content.
void mark_markers(const ClaimContext& c, Claim& claim, std::size_t local, std::size_t length) {
  const auto first = static_cast<std::uint32_t>(local) + c.first_token;
  for (Term& term : claim.terms) {
    if (term.token >= first && term.token < first + length && term.kind == TermKind::kPlain) {
      term.kind = TermKind::kFunction;
    }
  }
}

/// What the word makes together with its other half ("ne ... pas", "ne ... que").
enum class Preverbal : std::uint8_t { kNegates, kRestricts, kAlone };

/// Words between the halves of a negation.
constexpr std::size_t kHalvesApart = 10;

bool closes_negation(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.negation, i, length);
  return row != nullptr && (row->front() == "completer" || row->front() == "concord" ||
                            row->front() == "negator" || row->front() == "none");
}

Preverbal other_half(const ClaimContext& c, std::size_t i) {
  for (std::size_t at = i + 1; at < std::min(c.size(), i + 1 + kHalvesApart); ++at) {
    if (c.is_any(at, {",", ";", ":", ".", "(", ")"})) {
      break;
    }
    if (c.has(at, FunctionClass::kOnly)) {
      return Preverbal::kRestricts;
    }
    if (closes_negation(c, at)) {
      return Preverbal::kNegates;
    }
  }
  const bool in_front =
      (i > 0 && closes_negation(c, i - 1)) || (i > 1 && closes_negation(c, i - 2));
  return in_front ? Preverbal::kNegates : Preverbal::kAlone;
}

/// ", which the ministry denies": the denial of the whole sentence by somebody else.
bool denies_sentence(const ClaimContext& c, std::size_t i, std::size_t length, const Scopes& s) {
  return s.relative && (i + length >= c.size() || c.is_any(i + length, {",", ".", ";"}));
}

/// `whole`: what is denied is the whole sentence.
void apply_implicative(Claim& claim, std::string_view effect, bool whole, Scopes& s) {
  if (effect == "flip" && whole) {
    claim.disputed = true;
  } else if (effect == "flip" || effect == "flip_gerund") {
    claim.negators += s.relative ? 0U : 1U;
    s.negated = !s.negated;
    s.negator_seen = false;
  } else if (effect == "forbid") {  // "are forbidden to enter": must not, whatever is done
    claim.negators += s.relative ? 0U : 1U;
    s.negated = !s.negated;
    s.negator_seen = false;
    s.modality = Modality::kObligation;
  } else if (effect == "attempt") {
    s.modality = Modality::kAttempted;
  } else if (effect == "intend") {
    s.modality = Modality::kIntended;
  } else if (effect == "possible") {  // "it is conceivable that"
    s.modality = Modality::kPossible;
  }
}

/// English: "using", "spreading"; no "king", no "ring".
bool is_gerund(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kShortest = 5;
  return i < c.size() && c.folded(i).size() >= kShortest && c.folded(i).ends_with("ing");
}

/// "stop the disease from spreading": the "from" of a verb of hindering before a gerund.
bool hinders(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 8;
  if (!c.is(i, "from") || !is_gerund(c, i + 1) || c.lexicon.language != "en") {
    return false;
  }
  for (std::size_t k = i; k-- > (i > kReach ? i - kReach : 0);) {
    const std::string& stem = c.word(k).stem;
    if (stem == "stop" || stem == "keep" || stem == "kept" || stem == "bar" || stem == "block" ||
        stem == "deter" || stem == "discourag" || stem == "prohibit") {
      return i - k > 1;
    }
    if (c.punctuation(k)) {
      return false;
    }
  }
  return false;
}

/// "ordered to stop using": a verb of ending before a gerund.
bool ends_deed(const ClaimContext& c, std::size_t i) {
  const bool gerund =
      i + 1 < c.size() && c.folded(i + 1).size() > 5 && c.folded(i + 1).ends_with("ing");
  return gerund && c.lexicon.language == "en" &&
         c.is_any(i, {"stop", "stops", "stopped", "cease", "ceased", "ceases", "avoid", "avoided",
                      "quit"});
}

/// "Neither X nor Y": one negation. "do-not-call": none.
bool idle_negator(const ClaimContext& c, std::size_t i, const Scopes& s) {
  const bool compound = i > 0 && c.is(i - 1, "-") && c.is(i + 1, "-");
  return compound || (s.negated && c.is_any(i, {"nor", "neither"}));
}

/// One half of a negation in two parts ("ne ... pas").
void apply_preverbal(const ClaimContext& c, Claim& claim, std::size_t i, Scopes& s) {
  if (other_half(c, i) == Preverbal::kNegates && !s.negator_seen) {
    claim.negators += s.relative ? 0U : 1U;
    negate(s);
  }
  s.negator_seen = true;
  mark_markers(c, claim, i, 1);
}

/// "tried on election night to", "failed repeatedly to": an adverbial parts the verb from its "to".
bool parted_from_to(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 8;
  const bool adverb = i < c.size() && c.folded(i).size() > 4 && c.folded(i).ends_with("ly");
  if (i >= c.size() ||
      !(adverb || c.taken[i] ||
        c.is_any(i, {"on",    "in",        "at",    "during",  "for",  "once", "twice",
                     "again", "yesterday", "today", "earlier", "last", "this", "several",
                     "under", "by",        "with",  "through", "via",  "as",   "together"}))) {
    return false;
  }
  for (std::size_t k = i; k < std::min(c.size(), i + kReach) && !c.punctuation(k); ++k) {
    if (c.is_any(k, {"that", "which", "who", "and", "but"})) {
      return false;
    }
    if (c.is(k, "to")) {
      return k + 1 < c.size() && c.tokens[k + 1].shape == Shape::kLower &&
             !c.is_any(k + 1,
                       {"the", "a", "an", "its", "their", "his", "her", "this", "that", "all"});
    }
  }
  return false;
}

/// A row of the negation table that matches.
struct Negation {
  std::size_t at = 0;      ///< Local position of its first token.
  std::size_t length = 0;  ///< Tokens covered.
  std::string_view kind;
};

/// Gives the tokens covered.
std::size_t apply_negation(const ClaimContext& c, Claim& claim, const Negation& row, Scopes& s) {
  const bool negates =
      row.kind == "negator" || row.kind == "none" || (row.kind == "concord" && !s.negator_seen);
  claim.negators += negates && !s.relative ? 1U : 0U;
  apply_negation_row(row.kind, s);
  s.fronted = s.fronted || (negates && row.at == 0 && row.length > 1);
  std::size_t length = row.length;
  std::size_t reach = 0;
  const auto* modal = row.kind == "pseudo" ? c.look_up(c.lexicon.modal, row.at, reach) : nullptr;
  if (modal != nullptr && reach >= length) {  // "cannot be ruled out"
    s.modality = modality_of(modal->front()).value_or(s.modality);
    length = reach;
  }
  mark_markers(c, claim, row.at, length);
  return length;
}

/// "We wish to assure you that ...": wishing to say so says it.
bool wishes_to_say(const ClaimContext& c, std::string_view effect, std::size_t next) {
  static constexpr WordList kSays = {"assur", "reassur", "stress",  "underlin", "emphas", "emphasi",
                                     "recal", "remind",  "confirm", "inform",   "reiter", "clarifi",
                                     "state", "point",   "note",    "say"};
  return effect == "intend" && c.lexicon.language == "en" && next < c.size() &&
         kSays.contains(c.word(next).stem);
}

/// "Entry is forbidden to ships": behind "to" stands who, not what.
bool forbids_thing(const ClaimContext& c, const Claim& claim, std::size_t i, std::size_t length) {
  if (!c.is(i + length - 1, "to") || length < 2 || !c.is(i + length - 2, "forbidden")) {
    return false;
  }
  const std::uint32_t next = c.first_token + static_cast<std::uint32_t>(i + length);
  const auto term = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& t) {
    return t.token >= next && t.kind != TermKind::kFunction;
  });
  return term != claim.terms.end() && !term->verb;
}

/// "For as long as the drought lasts": no condition.
bool tells_how_long(const ClaimContext& c, std::size_t i) {
  return i > 0 && c.is(i - 1, "for") && c.is(i, "as") && c.is(i + 1, "long");
}

/// Applies the modal word at local position `i`; gives the tokens it covers, 0 if there is none.
std::size_t apply_modal(const ClaimContext& c, Claim& claim, std::size_t i, Scopes& s) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.modal, i, length);
  if (row == nullptr || tells_how_long(c, i)) {
    return 0;
  }
  const Modality modality = modality_of(row->front()).value_or(s.modality);
  // "it is possible that talks will resume"
  const bool stays = s.modality == Modality::kPossible && modality == Modality::kFuture;
  s.modality = stays ? s.modality : modality;
  s.attributive = length == 1 && qualifies_noun(c, i);
  mark_markers(c, claim, i, length);
  return length;
}

/// Applies the marker at local position `i`; gives the tokens it covers, 0 if there is none.
std::size_t apply_markers(const ClaimContext& c, Claim& claim, std::size_t i, Scopes& s) {
  std::size_t length = 0;
  if (c.taken[i] || idle_negator(c, i, s)) {
    return 0;
  }
  if (hinders(c, i) || ends_deed(c, i)) {
    apply_implicative(claim, "flip", denies_sentence(c, i, 1, s), s);
    return 1;
  }
  const auto* negation = is_number_sign(c, i) ? nullptr : c.look_up(c.lexicon.negation, i, length);
  if (c.has(i, FunctionClass::kPreverbal) && (negation == nullptr || length == 1)) {
    apply_preverbal(c, claim, i, s);
    return 1;
  }
  if (negation != nullptr) {
    return apply_negation(c, claim, {i, length, negation->front()}, s);
  }
  if (const auto* row = c.look_up(c.lexicon.implicative, i, length);
      row != nullptr && (row->front() != "flip_gerund" || is_gerund(c, i + length)) &&
      !forbids_thing(c, claim, i, length)) {
    if (!wishes_to_say(c, row->front(), i + length)) {
      apply_implicative(claim, row->front(), denies_sentence(c, i, length, s), s);
    }
    mark_markers(c, claim, i, length);
    return length;
  }
  if (const auto* row = c.look_up(c.lexicon.implicative_apart, i, length);
      row != nullptr && parted_from_to(c, i + length)) {
    apply_implicative(claim, row->front(), false, s);
    mark_markers(c, claim, i, length);
    return length;
  }
  return apply_modal(c, claim, i, s);
}

/// A new clause is out of reach of negators and modals unless it completes the verb: "denied that".
bool leaves_scope(const ClaimContext& c, std::size_t i, std::uint8_t before, std::uint8_t now) {
  return before != now && !c.is_any(i, {"that", "whether", "to", "(", ")"});
}

/// "At no time was the town in danger, and the road is open": a negator in front of the sentence
/// ends with its clause, but not inside a list.
bool ends_fronted(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const std::uint32_t here = static_cast<std::uint32_t>(i) + c.first_token;
  return c.is(i, ",") && c.is_any(i + 1, {"and", "but", "while", "yet"}) &&
         std::any_of(claim.terms.begin(), claim.terms.end(),
                     [&](const Term& term) { return term.verb && term.token > here; });
}

/// "The ward received, without any warning, a visit": the comma that closes a phrase of lack.
bool closes_without(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 6;
  if (c.lexicon.language != "en") {
    return false;
  }
  for (std::size_t k = i; k-- > 1 && i - k <= kReach && !c.punctuation(k);) {
    if (c.is(k, "without")) {
      return c.is(k - 1, ",");
    }
  }
  return false;
}

void apply_boundaries(const ClaimContext& c, const Claim& claim, std::size_t i, std::uint8_t clause,
                      Scopes& s) {
  if (opens_relative(c, i)) {
    s.relative = true;
    s.negated_before_relative = s.negated;
    s.modality_before_relative = s.modality;
    s.modality = c.lexicon.language == "en" ? Modality::kFact : s.modality;
    s.negated = false;
  } else if (s.relative && (c.is_any(i, {",", ")", "rrb"}))) {
    s.relative = false;
    s.negated = s.negated_before_relative;
    s.modality = c.lexicon.language == "en" ? s.modality_before_relative : s.modality;
  }
  // "Instead of closing it, the council ...": a phrase in front denies itself alone.
  const bool behind_phrase =
      c.is(i, ",") && s.negator_seen &&
      (c.is_any(0, {"instead", "rather", "without", "far"}) || closes_without(c, i));
  if (ends_clause(c, claim, i) || (leaves_scope(c, i, s.clause, clause) && !s.fronted) ||
      behind_phrase) {
    end_scopes(s);
  }
  if ((s.attributive && begins_predicate(c, i)) ||
      (s.modality != Modality::kFact && closes_lead(c, i))) {
    s.modality = Modality::kFact;
    s.attributive = false;
  }
  if (s.fronted && ends_fronted(c, claim, i)) {
    end_scopes(s);
    s.fronted = false;
  }
  s.clause = clause;
  if (c.is_any(i, {",", ";"}) || c.has(i, FunctionClass::kJoint)) {
    ++s.segment;
  }
}

/// Clause of every token.
std::vector<std::uint8_t> clauses_of(const ClaimContext& c, const Claim& claim) {
  std::vector<std::uint8_t> clauses(c.size(), 0);
  for (const Term& term : claim.terms) {
    for (std::uint32_t k = 0; k < term.tokens; ++k) {
      clauses[term.token - c.first_token + k] = term.clause;
    }
  }
  return clauses;
}

/// Tokens of the name that begins at each token, 0 where none does: "Centre for Disease Prevention"
/// prevents nothing.
std::vector<std::uint32_t> name_lengths(const ClaimContext& c, const Claim& claim) {
  std::vector<std::uint32_t> lengths(c.size(), 0);
  for (const Term& term : claim.terms) {
    const bool name = term.kind == TermKind::kName || term.kind == TermKind::kPlace ||
                      term.kind == TermKind::kCountry;
    lengths[term.token - c.first_token] = name ? term.tokens : 0;
  }
  return lengths;
}

/// "The claim that ... is false", "The attack failed": what stands in front is denied.
void flip_before(Claim& claim, std::vector<Scopes>& at, std::size_t i) {
  ++claim.negators;
  for (std::size_t k = 0; k < i; ++k) {
    at[k].negated = !at[k].negated;
  }
}

/// "The expulsion is under consideration": what stands in front is only planned.
void plan_before(std::vector<Scopes>& at, const std::vector<std::uint8_t>& clauses, std::size_t i,
                 std::string_view effect) {
  const Modality modality = effect == "attempt_before"    ? Modality::kAttempted
                            : effect == "possible_before" ? Modality::kPossible
                                                          : Modality::kIntended;
  for (std::size_t k = i; k-- > 0 && clauses[k] == clauses[i];) {
    at[k].modality = at[k].modality == Modality::kFact ? modality : at[k].modality;
  }
}

/// "It is not true that the convoy did not arrive": the second negation takes the first one from
/// what its clause said so far.
void cancel_before(std::vector<Scopes>& at, const std::vector<std::uint8_t>& clauses,
                   std::size_t i) {
  for (std::size_t k = i; k-- > 0 && clauses[k] == clauses[i] && at[k].negated;) {
    at[k].negated = false;
  }
}

bool terminates(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.negation, i, length);
  return row != nullptr && row->front() == "terminator";
}

/// A marker of what stands in front of it ("the attack failed"): the tokens that it covers; 0 if
/// there is none at `i`.
std::size_t look_back(const ClaimContext& c, Claim& claim, std::size_t i, std::vector<Scopes>& at,
                      const std::vector<std::uint8_t>& clauses) {
  std::size_t covered = 0;
  const auto* row = c.look_up(c.lexicon.implicative, i, covered);
  if (row == nullptr || !row->front().ends_with("_before")) {
    return 0;
  }
  if (row->front() == "flip_before") {
    flip_before(claim, at, i);
  } else {
    plan_before(at, clauses, i, row->front());
  }
  mark_markers(c, claim, i, covered);
  return covered;
}

std::vector<Scopes> walk(const ClaimContext& c, Claim& claim) {
  std::vector<Scopes> at(c.size());
  const std::vector<std::uint8_t> clauses = clauses_of(c, claim);
  const std::vector<std::uint32_t> names = name_lengths(c, claim);
  Scopes s;
  const bool forward = !verb_final(c);
  for (std::size_t i = 0; i < c.size();) {
    apply_boundaries(c, claim, i, clauses[i], s);
    if (names[i] > 0) {
      std::fill_n(at.begin() + static_cast<std::ptrdiff_t>(i), names[i], s);
      i += names[i];
      continue;
    }
    const std::size_t covered = s.relative ? 0 : look_back(c, claim, i, at, clauses);
    const bool backwards = covered > 0;
    const Scopes before = s;
    const std::size_t length =
        backwards ? covered : std::max<std::size_t>(1, forward ? apply_markers(c, claim, i, s) : 0);
    for (std::size_t k = i; k < i + length; ++k) {
      at[k] = before;
      at[k].segment = s.segment;
    }
    if (length > 1 && c.is(i + length - 1, "that")) {  // "it is possible that": into its clause
      s.clause = clauses[i + length - 1];
    }
    if (before.negated && !s.negated && !s.relative && !terminates(c, i)) {
      cancel_before(at, clauses, i);
    }
    i += length;
  }
  return at;
}

/// Used as a verb: an event that no determiner makes a noun, a verb form, or behind an auxiliary.
/// Languages without rules of their own take every event and every last word.
bool is_predicate(const ClaimContext& c, const Claim& claim, const Term& term) {
  if (term.kind == TermKind::kFunction || term.kind == TermKind::kQuantity ||
      term.kind == TermKind::kDate || term.actor) {
    return false;
  }
  const std::size_t i = term.token - c.first_token;
  if (term.verb) {
    return true;
  }
  if (c.lexicon.functions.empty()) {
    return term.event || &term == &claim.terms.back();
  }
  if (term.event || (i > 0 && c.has(i - 1, FunctionClass::kVerbMarker))) {
    return true;
  }
  return term.verb_form && !(i > 0 && c.has(i - 1, FunctionClass::kDeterminer));
}

/// An unknown word right behind a negator or modal is a verb ("intento tomar") unless a determiner
/// stands between; English has clause rules for that.
bool bare_verb(const ClaimContext& c, const Term& term) {
  const std::size_t i = term.token - c.first_token;
  return c.lexicon.language != "en" && !c.lexicon.functions.empty() &&
         term.kind == TermKind::kPlain && c.tokens[i].shape == Shape::kLower &&
         !(i > 0 && c.has(i - 1, FunctionClass::kDeterminer));
}

/// "No sign of fraud", "no trace of oil": what is denied stands behind.
bool stands_for_next(const ClaimContext& c, const Term& term) {
  const std::size_t i = term.token - c.first_token;
  return c.lexicon.language == "en" && c.is(i + term.tokens, "of") &&
         c.is_any(i, {"sign",        "signs",    "evidence",  "trace",  "traces", "indication",
                      "indications", "proof",    "hint",      "hints",  "record", "case",
                      "cases",       "instance", "instances", "form",   "kind",   "act",
                      "acts",        "act",      "shred",     "report", "reports"});
}

/// Marks what the negators and modals govern directly: the first content word behind each and the
/// first predicate.
void mark_governed(const ClaimContext& c, Claim& claim) {
  bool content_open = false;
  bool predicate_open = false;
  bool negated = false;
  Modality modality = Modality::kFact;
  for (Term& term : claim.terms) {
    term.predicate = is_predicate(c, claim, term);
    if (term.negated != negated || term.modality != modality) {
      content_open = predicate_open = term.negated || term.modality != Modality::kFact;
      negated = term.negated;
      modality = term.modality;
    }
    // Verb, subject, object: the subject stands between the verb and what it governs.
    const bool subject = c.lexicon.language == "ar" && term.actor;
    const bool content =
        !subject && (term.kind == TermKind::kPlain || term.kind == TermKind::kConcept);
    term.predicate = term.predicate || (content_open && bare_verb(c, term));
    term.governed = (content && content_open) || (term.predicate && predicate_open);
    // "never exceeded 100": the bound is what is denied.
    const bool number = content_open && predicate_open && term.kind == TermKind::kQuantity;
    content_open =
        content_open && (!content || term.attribute || stands_for_next(c, term)) && !number;
    predicate_open = predicate_open && !term.predicate && !number;
  }
}

bool bounds_clause(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.negation, i, length);
  return c.is_any(i, {",", ";", ":", ".", "?", "!", "(", ")"}) || c.has(i, FunctionClass::kJoint) ||
         (row != nullptr && row->front() == "terminator");
}

/// First token of the clause that `i` lies in, and one past its last.
std::pair<std::size_t, std::size_t> clause_around(const ClaimContext& c, std::size_t i) {
  std::size_t begin = i;
  while (begin > 0 && !bounds_clause(c, begin - 1)) {
    --begin;
  }
  std::size_t end = i + 1;
  while (end < c.size() && !bounds_clause(c, end)) {
    ++end;
  }
  return {begin, end};
}

/// Last predicate in [begin, end), or nullptr.
Term* predicate_in(const ClaimContext& c, Claim& claim, std::size_t begin, std::size_t end) {
  Term* found = nullptr;
  for (Term& term : claim.terms) {
    const std::size_t local = term.token - c.first_token;
    found = term.predicate && local >= begin && local < end ? &term : found;
  }
  return found;
}

/// "unterzeichnete den Vertrag nicht", "greift keine Stellung an": a negation behind its verb,
/// where nothing else is left to negate.
void reach_back(const ClaimContext& c, Claim& claim) {
  for (std::size_t i = 0; i < c.size(); ++i) {
    std::size_t length = 0;
    const auto* row =
        c.has(i, FunctionClass::kLateNegation) ? c.look_up(c.lexicon.negation, i, length) : nullptr;
    if (row == nullptr || row->front() == "pseudo") {
      continue;
    }
    const auto [begin, end] = clause_around(c, i);
    Term* verb =
        predicate_in(c, claim, i + 1, end) == nullptr ? predicate_in(c, claim, begin, i) : nullptr;
    if (verb != nullptr) {
      verb->negated = !verb->negated;
      verb->governed = true;
    }
  }
}

/// "The repair was not completed": what is denied of a deed told as a noun is the deed.
void deny_done_nouns(const ClaimContext& c, Claim& claim) {
  static constexpr WordList kDone = {
      "carri",   "complet",  "done",   "do",      "made",   "make",       "effect",
      "perform", "undertak", "finish", "conduct", "execut", "accomplish", "deliv",
      "realis",  "realiz",   "begun",  "begin",   "start",  "took",       "taken",
      "take",    "held",     "hold",   "commenc", "initi",  "launch"};
  if (c.lexicon.language != "en") {
    return;
  }
  for (const Term& verb : claim.terms) {
    if (!verb.verb || !verb.negated || verb.relative ||
        !kDone.contains(c.word(verb.token - c.first_token).stem)) {
      continue;
    }
    for (Term& deed : claim.terms) {
      if (deed.event && !deed.verb && !deed.negated && deed.slot == Slot::kSubject &&
          deed.clause == verb.clause && deed.token < verb.token && deed.preposition == StemId{}) {
        deed.negated = true;
        deed.governed = true;
      }
    }
  }
}

/// Subject and object part at the finite auxiliary where the main verb stands last.
void set_pivots(const ClaimContext& c, Claim& claim) {
  for (Term& term : claim.terms) {
    const std::size_t local = term.token - c.first_token;
    if (!term.predicate) {
      continue;
    }
    for (std::size_t i = local; i-- > 0 && !c.is_any(i, {",", ";", ":", "."});) {
      if (c.has(i, FunctionClass::kAuxiliary)) {
        term.pivot = static_cast<std::uint32_t>(i) + c.first_token;
        break;
      }
    }
  }
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (c.has(i, FunctionClass::kAgent)) {
      claim.agents.push_back(static_cast<std::uint32_t>(i) + c.first_token);
    }
  }
  claim.verb_final = verb_final(c);
}

/// Arabic "sa-" in front of the imperfect: its letter, then one of three person prefixes.
bool future_prefix(const ClaimContext& c, std::size_t i) {
  std::string_view word = c.folded(i);
  if (c.lexicon.language != "ar") {
    return false;
  }
  if (word.starts_with("\xd9\x88") || word.starts_with("\xd9\x81")) {
    word.remove_prefix(2);
  }
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.modal, i, length);
  const bool fact = row != nullptr && row->front() == "fact";
  return !fact && (word.starts_with("\xd8\xb3\xd9\x8a") || word.starts_with("\xd8\xb3\xd8\xaa") ||
                   word.starts_with("\xd8\xb3\xd9\x86"));
}

/// Future by its ending ("attaquera"); only words known as events have one.
void apply_future_endings(const ClaimContext& c, Claim& claim) {
  for (Term& term : claim.terms) {
    const std::size_t local = term.token - c.first_token;
    if (term.event && term.modality == Modality::kFact &&
        (c.lexicon.functions.ends_with(c.folded(local), FunctionClass::kFutureEnding) ||
         future_prefix(c, local))) {
      term.modality = Modality::kFuture;
    }
  }
}

void read_labels(const ClaimContext& c, Claim& claim) {
  for (std::uint32_t t = 0; t < claim.terms.size(); ++t) {
    const std::size_t local = claim.terms[t].token - c.first_token;
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.label, local, length);
    if (row != nullptr) {
      claim.labels.push_back({c.span(local, local + length - 1), t, (*row)[0], (*row)[1]});
    }
  }
}

/// "every third child": the number is no rank.
bool in_quantity(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const auto token = static_cast<std::uint32_t>(i) + c.first_token;
  return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) {
    return token >= q.first_token && token <= q.last_token;
  });
}

/// "A week before it", "the day after it": how far off, not how often.
bool tells_distance(const ClaimContext& c, std::size_t behind, const std::string& set) {
  return set == "period" && c.is_any(behind, {"before", "after", "following", "prior"}) &&
         behind + 1 < c.size() && !c.punctuation(behind + 1);
}

void read_contrasts(const ClaimContext& c, Claim& claim) {
  for (std::size_t i = 0; i < c.size();) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.contrast, i, length);
    if (row != nullptr && !in_quantity(c, claim, i) && !in_frame(c, claim, i) &&
        !tells_distance(c, i + length, row->front())) {
      claim.contrasts.push_back({(*row)[0], (*row)[1]});
    }
    i += std::max<std::size_t>(1, length);
  }
}

/// "Should the river rise, ...", "Had it rained, ...".
bool inverted_condition(const ClaimContext& c, std::size_t i) {
  return c.lexicon.language == "en" && c.is_any(i, {"should", "had", "were"}) &&
         !c.is(c.size() - 1, "?");
}

/// "If necessary", "if it sees fit": a phrase, no condition of what is said.
bool idle_condition(const ClaimContext& c, std::size_t i) {
  if (tells_how_long(c, i)) {
    return true;
  }
  if (!c.is(i, "if") || i + 1 >= c.size()) {
    return false;
  }
  if (c.is_any(i + 1, {"necessary", "needed", "need", "possible", "required", "appropriate", "any",
                       "anything", "applicable", "only", "ever", "not", "desired", "requested"})) {
    return true;
  }
  const bool pronoun = c.is_any(i + 1, {"it", "they", "he", "she", "we", "so"});
  return pronoun && i + 2 < c.size() &&
         c.is_any(i + 2, {"sees", "see", "wishes", "wish", "so", "desired", "requested", "required",
                          "deems", "deem", "chooses", "choose"});
}

/// "Without a settlement there can be no peace": what would come of the lack of something.
bool for_want_of(const ClaimContext& c, std::size_t first) {
  if (c.lexicon.language != "en" || !c.is(first, "without")) {
    return false;
  }
  bool open = false;
  bool denied = false;
  for (std::size_t i = first + 1; i < c.size(); ++i) {
    open = open || c.is_any(i, {"can", "cannot", "could", "will", "would", "may", "might"});
    denied = denied || c.is_any(i, {"no", "not", "cannot", "never", "nothing", "neither"});
  }
  return open && denied;
}

/// Where the condition stands to what it conditions.
enum class Place : std::uint8_t { kNone, kInFront, kBehind };

/// A condition, up to its comma: local tokens [first, last).
struct Condition {
  Place place = Place::kNone;
  std::size_t first = 0;
  std::size_t last = 0;
};

Condition condition_at(const ClaimContext& c, Place place, std::size_t first) {
  std::size_t last = first;
  while (last < c.size() && !c.is(last, ",")) {
    ++last;
  }
  return {place, first, last};
}

/// "If ...", "unless ...": nothing in the sentence is asserted, wherever the condition stands.
Condition condition_of(const ClaimContext& c) {
  std::size_t i = 0;
  while (i < c.size() && c.punctuation(i)) {
    ++i;
  }
  if (i < c.size() && (inverted_condition(c, i) || for_want_of(c, i))) {
    return condition_at(c, Place::kInFront, i);
  }
  const std::size_t first = i;
  for (; i < c.size(); ++i) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.modal, i, length);
    // "warned of floods": they are not certain, but what else is said is
    const bool wish = c.is_any(i, {"would", "could", "warn", "warns", "warned", "warning"});
    if (row != nullptr && row->front() == "conditional" && !wish && !idle_condition(c, i) &&
        !(i > 0 && c.is(i - 1, "even"))) {
      return condition_at(c, i == first ? Place::kInFront : Place::kBehind, i);
    }
  }
  return {};
}

/// "Should the union refuse, ...", "... if he agrees": nobody takes the position. English.
void drop_conditional_stances(const ClaimContext& c, const Condition& condition, Claim& claim) {
  if (condition.place == Place::kNone || c.lexicon.language != "en") {
    return;
  }
  std::erase_if(claim.stances, [&](const Stance& stance) {
    const std::size_t local = claim.terms[stance.term].token - c.first_token;
    return local >= condition.first && local < condition.last;
  });
}

/// "As a rule", "generally": what holds in general may not hold in one case. English.
bool in_general(const ClaimContext& c) {
  if (c.lexicon.language != "en") {
    return false;
  }
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (c.is_any(i, {"generally", "usually", "normally", "typically", "ordinarily", "customarily",
                     "habitually"}) ||
        (c.is(i, "as") && c.is(i + 2, "rule")) ||
        (c.is(i, "in") && c.is_any(i + 1, {"principle", "general"}))) {
      return true;
    }
  }
  return false;
}

/// "..., a claim which the ministry has rejected": told and denied. English.
bool denied_in_apposition(const ClaimContext& c) {
  constexpr std::size_t kReach = 10;
  if (c.lexicon.language != "en") {
    return false;
  }
  for (std::size_t i = 1; i < c.size(); ++i) {
    if (!c.is_any(i,
                  {"claim", "allegation", "accusation", "charge", "report", "assertion", "account",
                   "version", "suggestion", "reports", "claims", "allegations", "accusations"}) ||
        !(c.is(i - 1, ",") || (i > 1 && c.is(i - 2, ",")))) {
      continue;
    }
    for (std::size_t k = i + 1; k < std::min(c.size(), i + kReach); ++k) {
      if (c.is_any(k, {"rejected", "rejects", "denied", "denies", "dismissed", "dismisses",
                       "refuted", "refutes", "disputed", "disputes", "contested", "contests"})) {
        return true;
      }
    }
  }
  return false;
}

/// "Members asked whether the ministry had known": what stands behind is asked. English.
bool asks_whether(const ClaimContext& c) {
  constexpr std::size_t kReach = 8;
  if (c.lexicon.language != "en") {
    return false;
  }
  for (std::size_t i = 1; i < c.size(); ++i) {
    if (!c.is_any(i, {"asked", "asks", "asking", "inquired", "enquired", "wondered", "queried"})) {
      continue;
    }
    for (std::size_t k = i + 1; k < std::min(c.size(), i + kReach) && !c.punctuation(k); ++k) {
      if (c.is_any(k, {"whether", "if"})) {
        return true;
      }
    }
  }
  return false;
}

/// "Did the navy fire, the Ombudsman wanted to know": a question without its mark. English.
/// "Whether the wall was built to standard is being examined": nobody says so.
bool left_open(const ClaimContext& c) {
  static constexpr WordList kOpen = {
      "examined",   "investigated", "unclear",   "unknown",    "open",      "checked",
      "verified",   "assessed",     "disputed",  "determined", "uncertain", "established",
      "considered", "reviewed",     "clarified", "studied",    "probed",    "debated"};
  if (c.lexicon.language != "en" || !c.is(0, "whether") || c.is(1, "or")) {
    return false;
  }
  for (std::size_t i = 1; i < c.size(); ++i) {
    if (kOpen.contains(c.folded(i))) {
      return true;
    }
  }
  return false;
}

bool asked_about(const ClaimContext& c) {
  if (left_open(c) || asks_whether(c)) {
    return true;
  }
  if (c.lexicon.language != "en" || c.size() == 0 ||
      !c.is_any(
          0, {"did",   "does", "do",    "has",    "have", "was", "were", "is",  "are",  "will",
              "would", "can",  "could", "should", "may",  "who", "why",  "how", "when", "where"})) {
    return false;
  }
  for (std::size_t i = 3; i < c.size(); ++i) {
    const bool asks =
        c.is_any(i, {"asked", "asks", "wondered", "inquired", "enquired", "queried"}) ||
        (c.is_any(i, {"wanted", "wants"}) && c.is(i + 1, "to") && c.is(i + 2, "know"));
    if (asks) {
      return true;
    }
  }
  return false;
}

/// "advised its citizens that X had closed the border": a reporting verb, no request, where what is
/// said has an auxiliary of the indicative.
bool reports(const ClaimContext& c, const Claim& claim, const Stance& stance) {
  constexpr int kRecommend = 2;
  const std::size_t verb = claim.terms[stance.term].token - c.first_token;
  const bool insists = c.is_any(verb, {"insist", "insists", "insisted"}) && c.is(verb + 1, "that");
  if (!insists && (!claim.terms[stance.term].frame || stance.rank > kRecommend)) {
    return false;
  }
  for (std::size_t t = stance.term + 1; t < claim.terms.size(); ++t) {
    const Term& term = claim.terms[t];
    const std::size_t at = term.token - c.first_token;
    if (!term.frame &&
        (c.is_any(at, {"has", "have", "had", "is", "are", "was", "were", "did"}) ||
         (insists &&
          (c.folded(at).ends_with("ed") ||
           c.is_any(at, {"came", "went", "held", "stood", "fell", "left", "took",  "gave",
                         "kept", "met",  "paid", "said",  "made", "saw",  "began", "broke",
                         "rose", "shot", "sank", "sold",  "lost", "won"}))) ||
         (term.verb && c.folded(at).ends_with("s")))) {  // "that it takes effect in May"
      return true;
    }
    if (term.verb && !term.frame) {
      break;
    }
  }
  return false;
}

/// "Called for restraint, given that the river is falling": why it is asked for is a fact. English.
bool gives_reason(const ClaimContext& c, std::size_t i) {
  return c.lexicon.language == "en" && i > 0 &&
         ((c.is(i, "given") && c.is(i + 1, "that")) || c.is(i, "because") ||
          (c.is(i - 1, ",") && c.is_any(i, {"since", "as", "although", "though", "whereas", "where",
                                            "citing", "arguing", "noting", "saying"})));
}

/// "The order to free the ship was obeyed", "in a report requested by the board, the court says":
/// the request is over, and a fact is told. English.
bool ends_request(const ClaimContext& c, const Term& request, std::size_t i) {
  if (c.lexicon.language != "en") {
    return false;
  }
  const std::size_t at = request.token - c.first_token;
  const bool by = c.is(at + 1, "by") || c.is(at + 2, "by");
  return gives_reason(c, i) || (by && c.is(i, ",")) || (!request.verb && closes_lead(c, i)) ||
         (!request.verb && c.is_any(i, {"was", "were", "has", "had", "is", "are"}) &&
          !c.is_any(i + 1, {"to", "be"}));
}

/// Requests put what follows them under "requested".
void apply_requests(const ClaimContext& c, Claim& claim) {
  for (const Stance& stance : claim.stances) {
    if ((stance.ladder != "request" && stance.act != "urge") || reports(c, claim, stance)) {
      continue;
    }
    for (std::size_t t = stance.term + 1; t < claim.terms.size(); ++t) {
      if (ends_request(c, claim.terms[stance.term], claim.terms[t].token - c.first_token)) {
        break;
      }
      if (claim.terms[t].modality == Modality::kFact) {
        claim.terms[t].modality = Modality::kRequested;
      }
    }
  }
}

}  // namespace

void apply_scopes(const ClaimContext& c, Claim& claim) {
  const std::vector<Scopes> at = walk(c, claim);
  for (std::size_t i = 0; i < c.size(); ++i) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.event, i, length);
    claim.other_event = claim.other_event ||
                        (row != nullptr && row->front() == "other" && names_other(c, i, length));
  }
  for (Term& term : claim.terms) {
    const Scopes& s = at[term.token - c.first_token];
    term.negated = s.negated;
    term.modality = s.modality;
    term.relative = s.relative;
    term.segment = s.segment;
  }
  const Condition condition = condition_of(c);
  if (condition.place != Place::kNone) {
    for (Term& term : claim.terms) {
      // "may hand it out if stocks permit" leaves it open, condition or not
      const bool modal =
          c.lexicon.language == "en" && condition.place == Place::kBehind &&
          (term.modality == Modality::kPossible || term.modality == Modality::kObligation);
      term.modality = modal ? term.modality : Modality::kConditional;
    }
    claim.commitment = "conditional";
  }
  claim.general = in_general(c);
  claim.disputed = claim.disputed || denied_in_apposition(c);
  claim.question = c.size() > 0 && (c.is(c.size() - 1, "?") || asked_about(c));
  apply_future_endings(c, claim);
  mark_governed(c, claim);
  if (verb_final(c)) {
    apply_backward_scopes(c, claim);
  } else {
    reach_back(c, claim);
  }
  deny_done_nouns(c, claim);
  set_pivots(c, claim);
  read_delays(c, claim);
  read_leave(c, claim);
  read_stances(c, claim);
  drop_conditional_stances(c, condition, claim);
  read_directions(c, claim);
  read_contrasts(c, claim);
  read_labels(c, claim);
  read_definition(c, claim);
  read_forces(c, claim);
  read_stages(c, claim);
  read_grades(c, claim);
  read_steps(c, claim);
  apply_requests(c, claim);
}

bool verb_final(const ClaimContext& c) {
  return c.lexicon.functions.has("-", FunctionClass::kVerbFinal);
}

std::optional<Modality> modality_of(std::string_view name) {
  for (const Modality m :
       {Modality::kFact, Modality::kAttempted, Modality::kIntended, Modality::kPossible,
        Modality::kFuture, Modality::kObligation, Modality::kRequested, Modality::kConditional}) {
    if (name_of(m) == name) {
      return m;
    }
  }
  return std::nullopt;
}

std::string_view name_of(Modality modality) {
  switch (modality) {
    case Modality::kFact:
      return "fact";
    case Modality::kAttempted:
      return "attempted";
    case Modality::kIntended:
      return "intended";
    case Modality::kPossible:
      return "possible";
    case Modality::kFuture:
      return "future";
    case Modality::kObligation:
      return "obligation";
    case Modality::kRequested:
      return "requested";
    case Modality::kConditional:
      return "conditional";
    case Modality::kQuestion:
      return "question";
  }
  return "fact";
}

}  // namespace parallax
