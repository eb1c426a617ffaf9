#include "engine/compare/arguments.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/compare/converse.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

using Terms = std::vector<Term>;

/// The verb in front of a term in its clause; behind it for a subject. nullptr if there is none.
const Term* verb_of(const Terms& terms, const Term& term) {
  const Term* found = nullptr;
  for (const Term& other : terms) {
    if (!other.verb || other.clause != term.clause) {
      continue;
    }
    const bool ahead = other.token < term.token;
    if (term.slot == Slot::kSubject ? !ahead : ahead) {
      found = &other;
      if (!ahead) {
        break;
      }
    }
  }
  return found;
}

/// "It was X that ...": the verb of the clause behind, where the term's own clause has none.
const Term* cleft_verb(const WordTable& words, const ClaimSide& side, const Term& term) {
  const auto first = side.document.tokens[side.claim.first_token].word;
  if (words[first].folded != "it") {
    return nullptr;
  }
  const auto it =
      std::find_if(side.claim.terms.begin(), side.claim.terms.end(), [&](const Term& other) {
        return other.verb && other.token > term.token && other.clause == term.clause + 1;
      });
  return it == side.claim.terms.end() ? nullptr : &*it;
}

}  // namespace

namespace {

/// What a receiving, losing or turned verb says of a part, told by its converse.
ArgumentPart told_by_converse(ConverseSide side, ArgumentPart part, std::string_view preposition) {
  struct Row {
    ConverseSide side;
    ArgumentPart part;
    std::string_view preposition;
    ArgumentPart told;
  };
  static constexpr std::array<Row, 11> kRows = {{
      {ConverseSide::kGiving, ArgumentPart::kOblique, "to", ArgumentPart::kReceiver},
      {ConverseSide::kReceiving, ArgumentPart::kAgent, "", ArgumentPart::kReceiver},
      {ConverseSide::kReceiving, ArgumentPart::kOblique, "from", ArgumentPart::kAgent},
      {ConverseSide::kLosing, ArgumentPart::kAgent, "", ArgumentPart::kPatient},
      {ConverseSide::kLosing, ArgumentPart::kOblique, "to", ArgumentPart::kAgent},
      {ConverseSide::kHearing, ArgumentPart::kAgent, "", ArgumentPart::kPatient},
      {ConverseSide::kHearing, ArgumentPart::kOblique, "from", ArgumentPart::kAgent},
      {ConverseSide::kServing, ArgumentPart::kAgent, "", ArgumentPart::kPatient},
      {ConverseSide::kServing, ArgumentPart::kOblique, "for", ArgumentPart::kAgent},
      {ConverseSide::kTurned, ArgumentPart::kAgent, "", ArgumentPart::kPatient},
      {ConverseSide::kTurned, ArgumentPart::kPatient, "", ArgumentPart::kAgent},
  }};
  const auto* const row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) {
    return r.side == side && r.part == part &&
           (r.preposition.empty() || r.preposition == preposition);
  });
  return row == kRows.end() ? part : row->told;
}

/// The part as the giving side of a group of converse verbs tells it.
Argument turned(const WordTable& words, const Term& verb, const Term& term, Argument argument) {
  const Converse converse = converse_of(words, verb);
  argument.deeds = converse.deeds;
  argument.part = told_by_converse(converse.side, argument.part, words.stem(term.preposition));
  return argument;
}

}  // namespace

namespace {

/// "The militia known as X": the name has the part of its noun.
bool apposed(const WordTable& words, const ClaimSide& side, const Term& term) {
  if (term.token < side.claim.first_token + 2) {
    return false;
  }
  const auto word = [&](std::uint32_t back) -> std::string_view {
    return words[side.document.tokens[term.token - back].word].folded;
  };
  const bool as = word(1) == "as" && (word(2) == "known" || word(2) == "identified");
  return as || word(1) == "named" || word(1) == "called";
}

/// "At the head of the mission stood X": what follows a verb of posture is its subject.
bool posture(std::string_view stem) {
  return stem == "stand" || stem == "stood" || stem == "sit" || stem == "sat";
}

/// Nouns for those who do something: "operator", "mediator", "host".
bool agent_noun(const WordTable& words, const ClaimSide& side, const Term& term) {
  const std::string& word = words[side.document.tokens[term.token + term.tokens - 1].word].folded;
  constexpr std::size_t kShortest = 5;
  static constexpr WordList kNouns = {"host", "venue", "head", "leader", "chair", "culprit"};
  return (word.size() > kShortest && (word.ends_with("er") || word.ends_with("or"))) ||
         kNouns.contains(word);
}

/// "Was under the command of X", "the work of X": of a deed told as a noun, the name does it.
const Term* led_by(const WordTable& words, const ClaimSide& side, const Term& term) {
  const bool of = words.stem(term.preposition) == "of";
  const auto last_word = [&](const Term& t) -> std::string_view {
    return words[side.document.tokens[t.token + t.tokens - 1].word].folded;
  };
  const auto phrase =
      std::find_if(side.claim.terms.begin(), side.claim.terms.end(), [&](const Term& t) {
        return t.event && t.tokens > 2 && last_word(t) == "of" &&
               t.token + t.tokens <= term.token && t.token + t.tokens + 2 > term.token &&
               words[side.document.tokens[t.token].word].folded == "under";
      });
  if (is_entity(term) && phrase != side.claim.terms.end()) {
    return &*phrase;  // "under the command of" as one term
  }
  if (!is_entity(term) || !of) {
    return nullptr;
  }
  const std::vector<Term>& terms = side.claim.terms;
  const Term* deed = nullptr;
  for (const Term& other : terms) {
    if (other.token < term.token && other.kind != TermKind::kFunction) {
      deed = is_content(other) && !is_entity(other) ? &other : deed;
    }
  }
  if (deed == nullptr || term.token - (deed->token + deed->tokens) > 2) {
    return nullptr;
  }
  const auto word = [&](std::uint32_t token) -> std::string_view {
    return words[side.document.tokens[token].word].folded;
  };
  constexpr std::uint32_t kBack = 2;
  for (std::uint32_t back = 0; back <= kBack && deed->token >= side.claim.first_token + back;
       ++back) {
    const std::string_view lead = word(deed->token - back);
    if (lead == "under" || lead == "through" || lead == "thanks" || lead == "via") {
      return deed;
    }
  }
  return nullptr;
}

/// "X was the operator of the plane", "the operator was X": the name does what the noun says.
const Term* agent_noun_of(const WordTable& words, const ClaimSide& side, const Term& term) {
  const bool subject = term.slot == Slot::kSubject;
  if ((!subject && !term.predicative) || !is_entity(term)) {
    return nullptr;
  }
  const std::vector<Term>& terms = side.claim.terms;
  // "X was in command of the ship"
  const auto commands = [&](const Term& other) {
    const std::string& first = words[side.document.tokens[other.token].word].folded;
    return other.event && other.tokens > 1 && (first == "in" || first == "at");
  };
  const auto it = std::find_if(terms.begin(), terms.end(), [&](const Term& other) {
    if (subject && other.predicative && other.clause == term.clause && commands(other)) {
      return true;
    }
    const bool answers = subject ? other.predicative && other.clause == term.clause
                                 : other.slot == Slot::kSubject && other.token < term.token;
    return answers && !is_entity(other) && !other.verb && !other.frame && is_content(other) &&
           agent_noun(words, side, other);
  });
  return it == terms.end() ? nullptr : &*it;
}

/// "A member": one of several, so that two names may both be one.
bool indefinite(const WordTable& words, const ClaimSide& side, const Term& noun) {
  constexpr std::uint32_t kReach = 3;
  for (std::uint32_t back = 1; back <= kReach && noun.token >= side.claim.first_token + back;
       ++back) {
    const std::string& word = words[side.document.tokens[noun.token - back].word].folded;
    if (word == "a" || word == "an" || word == "of") {
      return true;
    }
    if (word == "the" || word == "as") {
      return false;
    }
  }
  return false;
}

bool names_to_office(std::string_view stem) {
  static constexpr WordList kVerbs = {"=appoint", "=elect", "=name_as", "name",
                                      "appoint",  "elect",  "nomin",    "sworn"};
  return kVerbs.contains(stem);
}

/// "X is the governor", "the governor is X", "X has been named governor", "appointed X governor":
/// the office that the name holds; nullptr if there is none.
const Term* office_of(const WordTable& words, const ClaimSide& side, const Term& term) {
  if (!is_entity(term) || term.slot == Slot::kOblique) {
    return nullptr;
  }
  const std::vector<Term>& terms = side.claim.terms;
  const Term* verb = verb_of(terms, term);
  const bool appointed = verb != nullptr && names_to_office(words.stem(verb->id));
  const auto it = std::find_if(terms.begin(), terms.end(), [&](const Term& other) {
    if (!other.actor || other.frame || other.clause != term.clause || is_entity(other)) {
      return false;
    }
    const bool copular = term.predicative ? other.slot == Slot::kSubject && other.token < term.token
                                          : term.slot == Slot::kSubject && other.predicative;
    const bool as = other.slot == Slot::kObject || words.stem(other.preposition) == "as";
    const bool named = appointed && as && other.token > verb->token &&
                       (verb->passive ? term.slot == Slot::kSubject
                                      : term.slot == Slot::kObject && other.token > term.token);
    return (copular || named) && !indefinite(words, side, other);
  });
  return it == terms.end() ? nullptr : &*it;
}

/// "Met X", "held talks with X": with whom is whom.
bool with_partner(const WordTable& words, const Term& verb, const Term& term) {
  static constexpr WordList kVerbs = {"=meet", "=talk", "=negotiate", "meet", "met"};
  return words.stem(term.preposition) == "with" && !verb.passive &&
         kVerbs.contains(words.stem(verb.id));
}

}  // namespace

Argument argument_of(const WordTable& words, const ClaimSide& side, const Term& term) {
  if (term.slot == Slot::kNone) {
    return {};
  }
  if (const Term* noun = agent_noun_of(words, side, term); noun != nullptr) {
    return {ArgumentPart::kAgent, noun->id, {}, 0};
  }
  if (const Term* office = office_of(words, side, term); office != nullptr) {
    return {ArgumentPart::kAgent, office->id, {}, 0};
  }
  if (const Term* deed = led_by(words, side, term); deed != nullptr) {
    return {ArgumentPart::kAgent, deed->id, {}, 0};
  }
  const Term* verb = verb_of(side.claim.terms, term);
  const bool cleft = verb == nullptr;
  verb = cleft ? cleft_verb(words, side, term) : verb;
  if (verb == nullptr) {
    return {};
  }
  if (term.slot == Slot::kOblique && with_partner(words, *verb, term)) {
    return {ArgumentPart::kPatient, verb->id, {}, 0};
  }
  if (term.slot == Slot::kOblique && !apposed(words, side, term)) {
    const bool agent = verb->passive && words.stem(term.preposition) == "by";
    return turned(
        words, *verb, term,
        {agent ? ArgumentPart::kAgent : ArgumentPart::kOblique, verb->id, term.preposition, 0});
  }
  const bool inverted = !verb->passive && posture(words.stem(verb->stem));
  const bool subject = cleft || inverted || term.slot == Slot::kSubject;
  return turned(
      words, *verb, term,
      {subject == verb->passive ? ArgumentPart::kPatient : ArgumentPart::kAgent, verb->id, {}, 0});
}

bool same_argument(const Argument& a, const Argument& b) {
  return a.part != ArgumentPart::kUnknown && a.part == b.part &&
         (a.part != ArgumentPart::kOblique || a.preposition == b.preposition);
}

bool light_verb(std::string_view stem) {
  static constexpr WordList kLight = {"=implement", "=hold",   "=give",   "=lead",    "=use",
                                      "=provide",   "make",    "made",    "do",       "take",
                                      "took",       "perform", "conduct", "undertak", "express",
                                      "voic",       "give",    "play",    "=happen",  "undertook"};
  return kLight.contains(stem);
}

std::vector<StemId> subjects_of(const Claim& claim, std::uint32_t token, StemId& verb) {
  verb = StemId{};
  std::uint8_t clause = 0;
  for (const Term& term : claim.terms) {
    clause = term.token <= token ? term.clause : clause;
  }
  std::vector<StemId> subjects;
  for (const Term& term : claim.terms) {
    if (term.clause != clause || term.token >= token) {
      continue;
    }
    if (term.verb) {
      verb = term.passive ? StemId{} : term.id;
    } else if (term.slot == Slot::kSubject && is_told(term)) {
      subjects.push_back(term.id);
    }
  }
  return subjects;
}

}  // namespace parallax
