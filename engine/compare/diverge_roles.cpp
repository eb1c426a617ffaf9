/// Who did what to whom: two parties exchange their parts around the same predicate.

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/converse.hpp"
#include "engine/compare/crossed_parties.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Things that are no known actors count as parties only if the claims share this much.
constexpr double kSameMatter = 0.8;

bool is_actor(const Term& term) {
  return is_entity(term) || (term.kind == TermKind::kConcept && term.actor);
}

/// Who may change places: actors known as such, or any thing where the claims say nothing else.
enum class Parties : std::uint8_t { kActors, kThings };

bool is_party(const Term& term, Parties parties) {
  if (term.relative || term.frame) {
    return false;
  }
  return is_actor(term) || (parties == Parties::kThings && is_content(term) && !term.event &&
                            !term.speech && !term.locative && !term.verb);
}

/// Languages whose word order is free because case endings tell the parts of things.
bool case_tells(const Document& document) {
  return document.language == "ru" || document.language == "tr" || document.language == "az";
}

/// The part a party has in what a predicate says.
enum class Part : std::uint8_t { kNone, kAgent, kPatient, kFrom, kTo, kAgainst, kOf };

/// Tokens behind the predicate in which its "by" must stand.
constexpr std::uint32_t kAgentReach = 6;
/// Tokens between "by" and its noun.
constexpr std::uint32_t kAgentPhrase = 4;

/// The frame of a predicate: where subject and object part, and the passive's "by".
struct Voice {
  bool passive = false;
  std::uint32_t split = 0;                ///< Subjects stand in front of this token.
  const std::uint32_t* marker = nullptr;  ///< Token of "by"; nullptr if there is none.
};

Voice voice_of(const Claim& claim, const Term& predicate) {
  Voice voice{predicate.passive, predicate.pivot, nullptr};
  for (const std::uint32_t& at : claim.agents) {
    const bool behind = at > predicate.token && at <= predicate.token + kAgentReach;
    const bool inside = (claim.verb_final || at > predicate.pivot) && at < predicate.token;
    if (voice.marker == nullptr && (behind || inside)) {
      voice.marker = &at;
      voice.passive = true;
      voice.split = inside ? at : voice.split;
    }
  }
  return voice;
}

/// Part by preposition; kNone for prepositions that give a place, a time or a manner.
Part oblique_part(const PairContext& pair, const Term& term, bool is_passive, bool nominal,
                  bool ends_bond) {
  const std::string& preposition = pair.words.stem(term.preposition);
  if (preposition == "by") {
    return is_passive || nominal ? Part::kAgent : Part::kNone;
  }
  if (preposition == "from") {
    return Part::kFrom;
  }
  if (preposition == "to" || preposition == "into") {
    return Part::kTo;
  }
  if (preposition == "at" && is_actor(term) && !is_entity(term)) {
    return Part::kAgainst;  // "threw stones at the police"
  }
  if (preposition == "against" || preposition == "on" || preposition == "upon") {
    return nominal ? Part::kPatient : Part::kAgainst;
  }
  if (preposition == "of") {
    return Part::kOf;
  }
  // "terminated its contract with X", "ended its cover for X"
  if ((preposition == "with" || preposition == "for") && ends_bond) {
    return Part::kAgainst;
  }
  return Part::kNone;
}

/// Verbs of giving, whose receiver may stand without a preposition: "owes Kelland 90 million",
/// "both parties were offered its good offices".
bool gives(const WordTable& words, const Term& predicate) {
  static constexpr WordList kGive = {
      "give",   "=give",    "offer", "=offer", "grant", "=grant", "award",    "owe",
      "=owe",   "lend",     "=lend", "send",   "pay",   "=pay",   "hand",     "deni",
      "promis", "=promise", "teach", "tell",   "show",  "assign", "guarante", "allow",
      "bring",  "sell",     "=sell", "issu",   "serv",  "allot",  "accord"};
  const auto known = [&](StemId id) { return kGive.contains(words.stem(id)); };
  return known(predicate.id) || known(predicate.stem);
}

/// Another object of the same clause behind `term`, right behind its noun phrase.
bool object_behind(const Claim& claim, const Term& term) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& other) {
    const bool object =
        other.slot == Slot::kObject && other.clause == term.clause && other.segment == term.segment;
    return object && other.token > term.token && other.kind != TermKind::kFunction &&
           !other.predicative && other.kind != TermKind::kDate;
  });
}

/// The receiver of a verb of giving that stands without preposition.
bool dative(const PairContext& pair, const Claim& claim, const Term& term, const Term& predicate) {
  if (!predicate.verb || !gives(pair.words, predicate) || term.clause != predicate.clause) {
    return false;
  }
  const bool behind = term.token > predicate.token;
  const bool open = behind ? term.slot == Slot::kObject && !predicate.passive
                           : term.slot == Slot::kSubject && predicate.passive;
  return open && object_behind(claim, behind ? term : predicate);
}

/// Subject and object belong to the verb of their clause, not to a deed told as a noun beside it
/// ("offered its good offices"), but for light verbs ("carried out the attack").
bool anothers_verb(const PairContext& pair, const Term& term, const Term& predicate) {
  const bool nominal = predicate.event && !predicate.verb && predicate.slot != Slot::kNone;
  return nominal && (term.slot == Slot::kSubject || term.slot == Slot::kObject) &&
         predicate.governor != StemId{} && !light_verb(pair.words.stem(predicate.governor));
}

/// Part of a party behind a preposition; of a deed told as a noun also in front of it ("X's attack
/// of Y").
Part prepositional_part(const PairContext& pair, const Term& term, const Term& predicate,
                        const Voice& voice) {
  const bool before = term.token < voice.split;
  const bool nominal = predicate.event && !predicate.verb;
  static constexpr WordList kEnd = {"=end",    "=cancel", "termin",   "=terminate",
                                    "rescind", "break",   "=suspend", "annul"};
  const std::string& id = pair.words.stem(predicate.id);
  const bool ends_bond = predicate.verb && kEnd.contains(id);
  const Converse converse = converse_of(pair.words, predicate);
  const std::string& preposition = pair.words.stem(term.preposition);
  if (preposition == "over" && contest(converse)) {
    return Part::kAgainst;  // "prevailed over Kelland"
  }
  if (preposition == "for" && converse.side == ConverseSide::kServing) {
    return Part::kFrom;  // "works for Kelland"
  }
  const Part part = oblique_part(pair, term, voice.passive, nominal, ends_bond);
  if (part != Part::kOf) {
    return part;
  }
  return before && !voice.passive ? Part::kAgent : Part::kPatient;
}

/// "Ran into the barge", "fired on the post" as one word of the tables: what stands behind is its
/// object.
bool own_object(const PairContext& pair, const Document& document, const Term& term,
                const Term& predicate) {
  const Token& last = document.tokens[predicate.token + predicate.tokens - 1];
  const StemId preposition = pair.words[last.word].stem_id;
  return predicate.verb && !predicate.passive && predicate.tokens > 1 &&
         term.slot == Slot::kOblique && term.token > predicate.token &&
         term.preposition == preposition && pair.words.stem(preposition) != "by" &&
         pair.words.stem(preposition) != "with";
}

Part part_of(const PairContext& pair, const ClaimSide& side, const Term& term,
             const Term& predicate, const Voice& voice) {
  const Claim& claim = side.claim;
  if (dative(pair, claim, term, predicate)) {
    return Part::kTo;
  }
  if (own_object(pair, side.document, term, predicate)) {
    return Part::kPatient;
  }
  const bool before = term.token < voice.split;
  if (anothers_verb(pair, term, predicate)) {
    return Part::kNone;
  }
  if (term.slot == Slot::kOblique && (!before || predicate.event)) {
    return prepositional_part(pair, term, predicate, voice);
  }
  const bool agent = voice.marker != nullptr && term.token > *voice.marker &&
                     term.token <= *voice.marker + kAgentPhrase;
  const bool placed = term.slot == Slot::kNone && term.locative;
  // Behind a passive without "by" stands what was offered, not who offered it.
  const bool offered = term.slot == Slot::kObject && voice.passive && !before;
  if ((placed || offered) && !agent) {
    return Part::kNone;
  }
  return before == voice.passive ? Part::kPatient : Part::kAgent;
}

/// Subject and object in front of the verb: the first party acts, unless a postposition behind it
/// says who does.
Part verb_final_part(const Term& term, const Voice& voice, bool first) {
  if (voice.marker == nullptr) {
    return first ? Part::kAgent : Part::kPatient;
  }
  return term.token < *voice.marker && term.token + kAgentPhrase > *voice.marker ? Part::kAgent
                                                                                 : Part::kPatient;
}

/// The part as the giving side of converse words tells it.
Part told_by_giver(ConverseSide side, Part part) {
  struct Turn {
    ConverseSide side;
    Part from, to;
  };
  static constexpr Turn kTurns[] = {{ConverseSide::kReceiving, Part::kAgent, Part::kTo},
                                    {ConverseSide::kReceiving, Part::kFrom, Part::kAgent},
                                    {ConverseSide::kLosing, Part::kAgent, Part::kPatient},
                                    {ConverseSide::kLosing, Part::kTo, Part::kAgent},
                                    {ConverseSide::kLosing, Part::kAgainst, Part::kAgent},
                                    {ConverseSide::kTurned, Part::kAgent, Part::kPatient},
                                    {ConverseSide::kTurned, Part::kPatient, Part::kAgent},
                                    {ConverseSide::kHearing, Part::kAgent, Part::kPatient},
                                    {ConverseSide::kHearing, Part::kFrom, Part::kAgent},
                                    {ConverseSide::kServing, Part::kAgent, Part::kPatient},
                                    {ConverseSide::kServing, Part::kFrom, Part::kAgent}};
  const auto* const turn = std::find_if(std::begin(kTurns), std::end(kTurns), [&](const Turn& t) {
    return t.side == side && t.from == part;
  });
  return turn == std::end(kTurns) ? part : turn->to;
}

struct Played {
  const Term* term = nullptr;
  Part part = Part::kNone;
};

/// "The people died": an active verb without an object says of its subject what befalls it as well
/// as what it does.
bool befalls(const Claim& claim, const Term& predicate) {
  return predicate.verb && !predicate.passive && predicate.slot == Slot::kNone &&
         std::none_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.slot == Slot::kObject && term.clause == predicate.clause && !term.frame &&
                  term.token > predicate.token && term.kind != TermKind::kFunction;
         });
}

bool has_part(const std::vector<Played>& played, Part part) {
  return std::any_of(played.begin(), played.end(), [&](const Played& p) { return p.part == part; });
}

/// "The invitation came from X and went to Y": who gives acts, who is given to is acted on, where
/// nobody else is.
void fill_by_way(std::vector<Played>& played) {
  const bool against = has_part(played, Part::kAgainst) && !has_part(played, Part::kPatient);
  const bool from = has_part(played, Part::kFrom) && !has_part(played, Part::kAgent);
  const bool to = has_part(played, Part::kTo) && !has_part(played, Part::kPatient);
  for (Played& p : played) {
    p.part = from && p.part == Part::kFrom         ? Part::kAgent
             : to && p.part == Part::kTo           ? Part::kPatient
             : against && p.part == Part::kAgainst ? Part::kPatient
                                                   : p.part;
  }
}

/// A party of the predicate's clause behind it and behind one of the prepositions.
bool party_behind(const PairContext& pair, const Claim& claim, const Term& predicate,
                  Parties parties, std::initializer_list<std::string_view> prepositions) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_party(term, parties) && term.slot == Slot::kOblique && term.token > predicate.token &&
           term.clause == predicate.clause &&
           std::find(prepositions.begin(), prepositions.end(), pair.words.stem(term.preposition)) !=
               prepositions.end();
  });
}

/// What a word of a converse pair tells in its clause: "leases the island from X" tells of taking,
/// "won against X" of a contest.
Converse converse_here(const PairContext& pair, const Claim& claim, const Term& predicate,
                       Parties parties) {
  Converse converse = converse_of(pair.words, predicate);
  if (converse.side == ConverseSide::kGiving &&
      party_behind(pair, claim, predicate, parties, {"from"}) &&
      !party_behind(pair, claim, predicate, parties, {"to"})) {
    converse.side = ConverseSide::kReceiving;
  } else if (pair.words.stem(predicate.id) == "=win" &&
             party_behind(pair, claim, predicate, parties, {"against", "over"})) {
    converse = as_contest(converse);
  }
  return converse;
}

/// "Panama's ballast water manual": the owner of a thing does nothing, and nothing is done to it.
/// Of a deed ("Panama's endorsement") or of people ("Panama's delegates") it has their part.
bool owns_thing(const WordTable& words, const ClaimSide& side, const Term& term) {
  const Word& last = words[side.document.tokens[term.token + term.tokens - 1].word];
  if (side.document.language != "en" || last.surface_folded.size() <= last.folded.size()) {
    return false;
  }
  const Term* head = nullptr;
  std::uint32_t next = term.token + term.tokens;
  for (const Term& other : side.claim.terms) {
    if (other.token != next || !is_content(other) || other.verb) {
      continue;
    }
    if (other.event || is_actor(other)) {
      return false;
    }
    head = &other;
    next = other.token + other.tokens;
  }
  return head != nullptr;
}

/// Parties with their parts; a party with two parts in one claim has none.
std::vector<Played> parts_of(const PairContext& pair, const ClaimSide& side, const Term& predicate,
                             Parties parties) {
  const ConverseSide told = side.document.language == "en"
                                ? converse_here(pair, side.claim, predicate, parties).side
                                : ConverseSide::kNone;
  std::vector<Played> played;
  bool aimed = false;
  const Voice voice = voice_of(side.claim, predicate);
  for (const Term& term : side.claim.terms) {
    const bool elsewhere = parties == Parties::kThings && term.clause != predicate.clause;
    const bool place = side.claim.verb_final && term.locative;  // by its case ending
    if (!is_party(term, parties) || term.id == predicate.id || elsewhere || place ||
        owns_thing(pair.words, side, term)) {
      continue;
    }
    Part part = side.claim.verb_final ? verb_final_part(term, voice, played.empty())
                                      : part_of(pair, side, term, predicate, voice);
    aimed = aimed || part == Part::kTo || part == Part::kFrom || part == Part::kAgainst ||
            own_object(pair, side.document, term, predicate);
    part = told_by_giver(told, part);
    const auto seen = std::find_if(played.begin(), played.end(),
                                   [&](const Played& p) { return p.term->id == term.id; });
    if (seen == played.end()) {
      played.push_back({&term, part});
    } else if (seen->part != part) {
      seen->part = Part::kNone;
    }
  }
  if (!aimed && befalls(side.claim, predicate)) {
    std::erase_if(played, [](const Played& p) { return p.part == Part::kAgent; });
  }
  if (parties == Parties::kActors) {
    fill_by_way(played);
  }
  return played;
}

/// The party in `list` that is `term`, as left and right of the pair.
const Played* with_name(const PairContext& pair, const std::vector<Played>& list,
                        const Term& term) {
  const auto it = std::find_if(list.begin(), list.end(), [&](const Played& p) {
    return p.term->id == term.id ||
           (is_entity(term) && is_entity(*p.term) && same_entity(pair, term, *p.term));
  });
  return it == list.end() || it->part == Part::kNone ? nullptr : &*it;
}

Finding finding_of(const PairContext& pair, const Term& left, const Term& right,
                   const Term& predicate) {
  Finding f;
  f.kind = "role";
  f.severity = Severity::kConflict;
  f.rule = "role.swapped";
  f.confidence = 0.85;
  f.slot = "who: " + std::string(pair.left_document.slice(predicate.span));
  f.left = {left.span, {{"agent", pair.words.stem(left.id)}}};
  f.right = {right.span, {{"agent", pair.words.stem(right.id)}}};
  f.explanation = "The parties change places around \"" +
                  std::string(pair.left_document.slice(predicate.span)) +
                  "\": " + std::string(pair.left_document.slice(left.span)) + " on one side, " +
                  std::string(pair.right_document.slice(right.span)) + " on the other";
  return f;
}

/// "The Panel on Threats, Challenges and Change": a word of a title, no deed.
bool in_title(const Document& document, const Claim& claim, const Term& term) {
  return document.language == "en" && term.token != claim.first_token &&
         document.tokens[term.token].shape == Shape::kCapitalised;
}

bool swapped_around(const PairContext& pair, const Term& left, const Term& right, Parties parties,
                    Finding& finding) {
  if (in_title(pair.left_document, pair.left, left) ||
      in_title(pair.right_document, pair.right, right)) {
    return false;
  }
  const std::vector<Played> l = parts_of(pair, {pair.left_document, pair.left}, left, parties);
  if (l.size() < 2) {
    return false;
  }
  const std::vector<Played> r = parts_of(pair, {pair.right_document, pair.right}, right, parties);
  for (const Played& first : l) {
    const Played* first_there = with_name(pair, r, *first.term);
    if (first.part == Part::kNone || first_there == nullptr || first_there->part == first.part) {
      continue;
    }
    for (const Played& second : l) {
      const Played* second_there = with_name(pair, r, *second.term);
      if (second.term->id != first.term->id && second_there != nullptr &&
          second.part == first_there->part && second_there->part == first.part &&
          first.part < second.part) {
        finding = finding_of(pair, *first.term, *second_there->term, left);
        return true;
      }
    }
  }
  return false;
}

bool symmetric(const PairContext& pair, const Term& predicate) {
  const std::string& stem = pair.words.stem(predicate.id);
  static constexpr WordList kSymmetric = {
      "=meet",   "=agree",  "=clash", "=talk",      "=negotiate", "=sign",   "=border", "meet",
      "agre",    "clash",   "border", "negoti",     "talk",       "cooper",  "compet",  "differ",
      "coordin", "marri",   "collid", "=collide",   "merg",       "exchang", "discuss", "share",
      "separ",   "connect", "link",   "neighbour",  "trade",      "war",     "fight",   "fought",
      "unit",    "ally",    "alli",   "correspond", "stretch",    "extend",  "border"};
  return kSymmetric.contains(stem);
}

/// The same deed in the other claim, or else a verb for a related one.
const Term* predicate_there(const Claim& claim, const Term& predicate) {
  const Term* related = nullptr;
  for (const Term& t : claim.terms) {
    if (t.relative || !t.predicate) {
      continue;
    }
    if (t.id == predicate.id) {
      return &t;
    }
    const bool both = related == nullptr && t.verb && predicate.verb && kin(t, predicate);
    related = both ? &t : related;
  }
  return related;
}

/// "The first match", "the second match": each side names another one of a series.
bool other_ordinals(const PairContext& pair) {
  static constexpr WordList kOrdinals = {"first", "second", "third",  "fourth",
                                         "fifth", "sixth",  "seventh"};
  const auto ordinals = [&](const Document& document, const Claim& claim) {
    std::vector<std::string_view> found;
    for (std::uint32_t i = claim.first_token; i < claim.first_token + claim.token_count; ++i) {
      const std::string& word = pair.words[document.tokens[i].word].folded;
      if (kOrdinals.contains(word)) {
        found.emplace_back(word);
      }
    }
    return found;
  };
  const auto left = ordinals(pair.left_document, pair.left);
  const auto right = ordinals(pair.right_document, pair.right);
  return !left.empty() && !right.empty() && left != right;
}

/// "A sold it to B", "A bought it from B", "B's sale of it to A": a swap told by two words.
bool find_converse_swap(const PairContext& pair, Finding& finding) {
  const auto tells = [&](const Claim& claim, const Term& term) {
    const bool deed = (term.verb || term.event) && !term.relative && !term.frame;
    return deed ? converse_here(pair, claim, term, Parties::kActors) : Converse{};
  };
  for (const Term& left : pair.left.terms) {
    const Converse one = tells(pair.left, left);
    if (one.deeds == 0) {
      continue;
    }
    for (const Term& right : pair.right.terms) {
      const bool other_word = right.id != left.id || right.stem != left.stem;
      if (other_word && one_deed(one, tells(pair.right, right)) &&
          swapped_around(pair, left, right, Parties::kActors, finding)) {
        finding.rule = "role.converse";
        return true;
      }
    }
  }
  return false;
}

/// Where clauses are read, a deed told as a noun says nothing of the parties of another verb.
bool tells_parts(const Term& predicate, Parties parties) {
  return parties == Parties::kActors || predicate.verb || predicate.slot == Slot::kNone;
}

bool find_swap(const PairContext& pair, const EventGate& gate, Parties parties, Finding& finding) {
  for (const Term& term : pair.left.terms) {
    const bool part = pair.words.stem(term.id) == "=include";  // "132 people, crew included"
    const bool candidate = is_content(term) && !is_actor(term) && term.predicate && !part &&
                           !term.relative && in_common(gate, term.id) && tells_parts(term, parties);
    if (!candidate || symmetric(pair, term)) {
      continue;
    }
    const Term* right = predicate_there(pair.right, term);
    // "Denies having invited them": who denies it tells nothing of who invited
    const bool told = right != nullptr && term.negated == right->negated;
    if (told && !symmetric(pair, *right) && tells_parts(*right, parties) &&
        swapped_around(pair, term, *right, parties, finding)) {
      return true;
    }
  }
  return false;
}

/// A swap of parties around one verb, or around two words for one deed.
bool find_any_swap(const PairContext& pair, const EventGate& gate, Finding& finding) {
  constexpr double kOverlap = 0.6;
  constexpr double kJaccard = 0.4;
  const bool free_order = case_tells(pair.left_document) || case_tells(pair.right_document);
  // Two words that tell one deed from its two ends are no part of what must agree.
  const EventGate words = without(gate, 1, 1);
  const bool same = gate.overlap >= kOverlap && gate.jaccard >= kJaccard;
  const bool same_but_for_words =
      words.overlap >= kOverlap && words.jaccard >= kJaccard && !gate.substituted;
  if (!(same || same_but_for_words)) {
    return false;
  }
  const bool things = std::max(gate.jaccard, gate.rest_jaccard) >= kSameMatter && !free_order;
  return (same && find_swap(pair, gate, Parties::kActors, finding)) ||
         (same && things && find_swap(pair, gate, Parties::kThings, finding)) ||
         (!free_order && find_converse_swap(pair, finding) && !other_ordinals(pair));
}

}  // namespace

void diverge_roles(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event) {
    return;
  }
  const FoundCrossing& told = crossing_of(pair, gate);
  if (told.crossing == Crossing::kStraight || told.crossing == Crossing::kReturned) {
    return;
  }
  Finding finding;
  if (find_any_swap(pair, gate, finding)) {
    out.push_back(std::move(finding));
  } else if (told.crossing == Crossing::kCrossed) {
    out.push_back(told.finding);
  }
}

}  // namespace parallax
