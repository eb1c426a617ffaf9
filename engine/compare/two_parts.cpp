/// Two parties that may both have their part in one matter: who owns it and who rents it, who paid
/// and who carried it out, the judge and the counsel. English.

#include "engine/compare/two_parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "engine/compare/arguments.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/part_words.hpp"
#include "models/text/tokenise.hpp"

namespace parallax {
namespace {

/// The verb that the name is told by; empty if there is none.
std::string_view verb_of(const PairContext& pair, const ClaimSide& side, const Term& name) {
  const Argument argument = argument_of(pair.words, side, name);
  const Term* verb = nullptr;
  for (const Term& term : side.claim.terms) {
    if (term.verb && term.id == argument.verb && term.clause == name.clause) {
      verb = &term;
    }
  }
  return verb == nullptr
             ? std::string_view{}
             : std::string_view(pair.words[side.document.tokens[verb->token].word].folded);
}

/// 'a', 'p' or 'r', as in Row; ' ' for any other part.
char role_of(const PairContext& pair, const Term& name, const Argument& argument) {
  if (pair.words.stem(name.preposition) == "from") {
    return ' ';  // "bought from Norrun"
  }
  switch (argument.part) {
    case ArgumentPart::kAgent:
      return 'a';
    case ArgumentPart::kPatient:
      return 'p';
    case ArgumentPart::kReceiver:
      return 'r';
    case ArgumentPart::kOblique:
      return pair.words.stem(argument.preposition) == "to"   ? 'r'
             : pair.words.stem(argument.preposition) == "of" ? 'p'  // "searched the offices of"
                                                             : ' ';
    case ArgumentPart::kUnknown:
      break;
  }
  return ' ';
}

/// "The lawyer Mira Holm": the noun in front of the name, unless both do one thing (`one_deed`);
/// else the verb.
Part part_of(const PairContext& pair, const ClaimSide& side, const Term& name, bool one_deed) {
  const ClaimWords words{pair.words, side.document, side.claim};
  const std::string_view noun =
      one_deed || name.token == words.begin() ? std::string_view{} : words.at(name.token - 1);
  const Part named = part_of_word(noun, 'n');
  const std::string_view verb = verb_of(pair, side, name);
  return named != Part::kNone
             ? named
             : part_of_word(verb, role_of(pair, name, argument_of(pair.words, side, name)));
}

/// The parts that a name has by the table of holders; places left out.
std::vector<std::string_view> holder_parts(const Claim& claim, const Term& name) {
  std::vector<std::string_view> parts;
  for (const Holder& holder : claim.holders) {
    if (&claim.terms[holder.term] == &name && !holder.part.starts_with("place:") &&
        !holder.part.starts_with("site:")) {
      parts.emplace_back(holder.part);
    }
  }
  return parts;
}

/// Parts that one party may have under either name: who operates it leads it.
bool alike(std::string_view a, std::string_view b) {
  static constexpr auto kPairs = std::to_array<std::array<std::string_view, 2>>({
      {"operator", "carrier"},    {"operator", "leader"},    {"supplier", "financier"},
      {"proposer", "financier"},  {"presenter", "proposer"}, {"doer", "contractor"},
      {"doer", "leader"},         {"doer", "auditor"},       {"maker", "author"},
      {"maker", "contractor"},    {"maker", "supplier"},     {"contractor", "winner"},
      {"contractor", "supplier"}, {"owner", "shareholder"},  {"owner", "buyer"},
      {"owner", "rescuer"},       {"owner", "carrier"},      {"owner", "operator"},
      {"mediator", "leader"},     {"founder", "leader"},     {"insurer", "financier"},
      {"leader", "coach"},        {"leader", "contractor"},  {"leader", "auditor"},
      {"leader", "opener"},       {"leader", "presenter"},   {"leader", "signatory"},
      {"leader", "pilot"},        {"leader", "escort"},      {"leader", "formateur"},
      {"leader", "naming"},       {"leader", "proposer"},    {"winner", "scorer"},
      {"winner", "author"},       {"winner", "leader"},      {"winner", "receiver"},
      {"winner", "coach"},        {"author", "leader"},
  });
  const auto open = [](std::string_view part) {
    return part.starts_with("post ") || part == "envoy" || part == "successor" || part == "doer";
  };
  return a == b || open(a) || open(b) ||
         std::any_of(kPairs.begin(), kPairs.end(), [&](const auto& pair) {
           return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
         });
}

/// "Organised by Norrun", "escorted by Halde": both parts are known, and they are two.
bool other_parts(const std::vector<std::string_view>& left,
                 const std::vector<std::string_view>& right) {
  return !left.empty() && !right.empty() &&
         std::none_of(left.begin(), left.end(), [&](std::string_view a) {
           return std::any_of(right.begin(), right.end(),
                              [&](std::string_view b) { return alike(a, b); });
         });
}

/// A name's side with its part.
struct Told {
  const ClaimSide& side;
  const Argument& part;
};

/// The verb of a clause that the name is the agent of; nullptr if there is none or it says little.
const Term* deed_of(const PairContext& pair, const ClaimSide& side, const Term& name) {
  static constexpr auto kLittle = std::to_array<std::string_view>(
      {"take",        "took",      "taken",      "give",       "gave",     "given",    "make",
       "made",        "do",        "did",        "done",       "go",       "went",     "gone",
       "come",        "came",      "stand",      "stood",      "put",      "get",      "got",
       "have",        "had",       "has",        "run",        "ran",      "carry",    "carried",
       "hold",        "held",      "bring",      "brought",    "set",      "serve",    "served",
       "play",        "played",    "act",        "acted",      "work",     "worked",   "sit",
       "sat",         "rise",      "rose",       "say",        "said",     "is",       "was",
       "conducted",   "performed", "undertook",  "carries",    "takes",    "gives",    "makes",
       "runs",        "holds",     "sent",       "became",     "remained", "began",    "started",
       "ended",       "opened",    "handled",    "delivered",  "won",      "retired",  "named",
       "appeared",    "emerged",   "provided",   "handed",     "assumed",  "relieved", "stands",
       "sits",        "flew",      "flown",      "flies",      "operated", "operates", "managed",
       "led",         "headed",    "directed",   "supervised", "received", "receives", "obtained",
       "credits",     "credited",  "thanked",    "thanks",     "accepted", "leads",    "heads",
       "represented", "occupied",  "represents", "occupies",   "chaired",  "chairs",   "presided",
       "commanded"});
  const Argument argument = argument_of(pair.words, side, name);
  if (argument.part != ArgumentPart::kAgent) {
    return nullptr;
  }
  const auto verb =
      std::find_if(side.claim.terms.begin(), side.claim.terms.end(), [&](const Term& term) {
        return term.verb && term.id == argument.verb && term.clause == name.clause;
      });
  constexpr std::uint32_t kNear = 8;
  const bool far = verb != side.claim.terms.end() &&
                   std::max(verb->token, name.token) - std::min(verb->token, name.token) > kNear;
  if (verb == side.claim.terms.end() || far) {
    return nullptr;
  }
  const std::string_view word = pair.words[side.document.tokens[verb->token].word].folded;
  return std::find(kLittle.begin(), kLittle.end(), word) == kLittle.end() ? &*verb : nullptr;
}

/// "Was brokered by Norrun", "was violated by Halde": one side tells which part it is, and the
/// other tells another deed.
bool other_deed(const PairContext& pair, const EventGate& gate, const Told& left, const Term& a,
                const Told& right, const Term& b) {
  const Term* x = deed_of(pair, left.side, a);
  const Term* y = x == nullptr ? nullptr : deed_of(pair, right.side, b);
  if (y == nullptr || x->id == y->id || x->stem == y->stem || kin(*x, *y) ||
      (left.part.deeds & right.part.deeds) != 0 ||
      (in_common(gate, x->id) && in_common(gate, y->id))) {
    return false;
  }
  return holder_parts(pair.left, a).empty() != holder_parts(pair.right, b).empty() ||
         (x->event && y->event);
}

/// Each side speaks of another component: its hull, its engines.
bool two_components(const ClaimWords& left, const ClaimWords& right) {
  const auto own = [](const ClaimWords& mine, const ClaimWords& theirs) {
    for (std::uint32_t i = mine.begin(); i < mine.end(); ++i) {
      if (component(mine.at(i)) && theirs.find(theirs.begin(), {mine.at(i)}) == theirs.end()) {
        return true;
      }
    }
    return false;
  };
  return own(left, right) && own(right, left);
}

bool stands_by_it(const ClaimWords& words) {
  const std::uint32_t i = words.find(words.begin(), {"stood", "stands", "standing"});
  return i != words.end() && words.is(i + 1, {"by"}) && !words.is(i + 2, {"the", "its", "his"});
}

/// "Received the Order of Merit": one of many who do.
bool common_honour(const ClaimWords& words) {
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    if ((words.is(i, {"order"}) && words.is(i + 1, {"of"}) &&
         words.is(i - 1, {"the", "national", "grand"}) && !words.is(i + 2, {"the"})) ||
        words.is(i, {"citizenship", "knighthood"})) {
      return words.find(words.begin(), {"only", "sole", "alone", "solely"}) == words.end() &&
             words.find(words.begin(), {"awarded", "conferred", "bestowed", "received", "decorated",
                                        "granted"}) != words.end();
    }
  }
  return false;
}

/// "Elected her its Speaker", "elected him its Deputy Speaker". A title in front of a name is its
/// bearer's own ("Deputy Minister Holm").
bool two_offices(const ClaimWords& deputy, const ClaimWords& chief) {
  for (std::uint32_t i = deputy.begin(); i + 1 < deputy.end(); ++i) {
    const std::string_view office = deputy.at(i + 1);
    const bool second = deputy.is(i, {"deputy", "vice", "assistant", "associate", "acting"}) &&
                        deputy.is(i - 1, {"its", "the", "as", "a", "new", "his", "her", "their"});
    const bool title = i + 2 < deputy.end() && has_capital(deputy.document.tokens[i + 2].shape);
    if (!second || title) {
      continue;
    }
    for (std::uint32_t k = chief.begin(); k < chief.end(); ++k) {
      if (chief.at(k) == office && chief.is(k - 1, {"its", "the", "as", "a", "new", "their"})) {
        return true;
      }
    }
  }
  return false;
}

/// What the verb of the part is done to, names left out.
std::vector<const Term*> things_of(const Told& told) {
  const auto verb =
      std::find_if(told.side.claim.terms.begin(), told.side.claim.terms.end(),
                   [&](const Term& term) { return term.verb && term.id == told.part.verb; });
  std::vector<const Term*> things;
  for (const Term& term : told.side.claim.terms) {
    const bool slot = verb != told.side.claim.terms.end() && term.clause == verb->clause &&
                      term.slot == (verb->passive ? Slot::kSubject : Slot::kObject);
    if (slot && is_content(term) && !term.frame && !term.verb) {
      things.push_back(&term);
    }
  }
  return things;
}

/// "Delivers electricity to the camp", "water is delivered by": one deed, done to two things.
bool other_things(const PairContext& pair, const Told& left, const Told& right) {
  if (left.part.part != ArgumentPart::kAgent || right.part.part != ArgumentPart::kAgent ||
      left.part.verb != right.part.verb || left.part.verb == StemId{}) {
    return false;
  }
  const std::vector<const Term*> a = things_of(left);
  const std::vector<const Term*> b = things_of(right);
  const auto named = [](const Term* term) { return is_entity(*term) || term->actor; };
  if (a.empty() || b.empty() || std::any_of(a.begin(), a.end(), named) ||
      std::any_of(b.begin(), b.end(), named)) {
    return false;
  }
  const auto there = [&](const Term* term, const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& other) {
      return other.id == term->id || other.stem == term->stem || kin(other, *term);
    });
  };
  return std::none_of(a.begin(), a.end(),
                      [&](const Term* term) { return there(term, pair.right); }) &&
         std::none_of(b.begin(), b.end(), [&](const Term* term) { return there(term, pair.left); });
}

}  // namespace

bool two_parts(const PairContext& pair, const EventGate& gate, const Finding& finding) {
  if (finding.kind != "name" || finding.rule == "name.list" || finding.rule == "name.sort") {
    return false;
  }
  const auto at = [](const Claim& claim, ByteSpan span) {
    return std::find_if(claim.terms.begin(), claim.terms.end(),
                        [&](const Term& term) { return term.span == span; });
  };
  const auto a = at(pair.left, finding.left.span);
  const auto b = at(pair.right, finding.right.span);
  if (a == pair.left.terms.end() || b == pair.right.terms.end()) {
    return false;
  }
  const ClaimSide l{pair.left_document, pair.left};
  const ClaimSide r{pair.right_document, pair.right};
  const ClaimWords left{pair.words, l.document, l.claim};
  const ClaimWords right{pair.words, r.document, r.claim};
  const Argument done = argument_of(pair.words, l, *a);
  const Argument also = argument_of(pair.words, r, *b);
  const bool one_deed = same_argument(done, also) && done.verb == also.verb;
  const Part x = part_of(pair, l, *a, one_deed);
  const Part y = part_of(pair, r, *b, one_deed);
  const bool stands_by =
      (x == Part::kStandsBy || stands_by_it(left)) != (y == Part::kStandsBy || stands_by_it(right));
  const bool each = done.part == also.part && done_by_many(verb_of(pair, l, *a)) &&
                    done_by_many(verb_of(pair, r, *b));
  const bool many = x == y && (x == Part::kTestifies || x == Part::kVisits ||
                               x == Part::kCongratulates || x == Part::kStandsBy);
  if (other_parts(holder_parts(pair.left, *a), holder_parts(pair.right, *b))) {
    return true;
  }
  return (x != y && x != Part::kNone && y != Part::kNone) || many || stands_by ||
         two_offices(left, right) || two_offices(right, left) ||
         other_things(pair, {l, done}, {r, also}) ||
         other_deed(pair, gate, {l, done}, *a, {r, also}, *b) || each ||
         two_components(left, right) || (common_honour(left) && common_honour(right));
}

}  // namespace parallax
