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
#include "engine/compare/two_deeds.hpp"
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
  return verb == nullptr ? std::string_view{} : verb_word(pair, side, *verb);
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

/// "The lawyer Mira Holm": by the noun in front of the name.
Part part_by_noun(const PairContext& pair, const ClaimSide& side, const Term& name) {
  const ClaimWords words{pair.words, side.document, side.claim};
  return name.token == words.begin() ? Part::kNone : part_of_word(words.at(name.token - 1), 'n');
}

Part part_by_verb(const PairContext& pair, const ClaimSide& side, const Term& name,
                  const Argument& argument) {
  return part_of_word(verb_of(pair, side, name), role_of(pair, name, argument));
}

bool differ(Part a, Part b) {
  return a != b && a != Part::kNone && b != Part::kNone;
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
  const Part x = part_by_verb(pair, l, *a, done);
  const Part y = part_by_verb(pair, r, *b, also);
  const bool nouns = !one_deed && differ(part_by_noun(pair, l, *a), part_by_noun(pair, r, *b));
  const bool stands_by =
      (x == Part::kStandsBy || stands_by_it(left)) != (y == Part::kStandsBy || stands_by_it(right));
  const bool each = done.part == also.part && done_by_many(verb_of(pair, l, *a)) &&
                    done_by_many(verb_of(pair, r, *b));
  // "was brokered by Norrun", "was violated by Halde": one side tells which part it is
  const bool known = holder_parts(pair.left, *a).empty() != holder_parts(pair.right, *b).empty();
  const bool many = x == y && (x == Part::kTestifies || x == Part::kVisits ||
                               x == Part::kCongratulates || x == Part::kStandsBy);
  if (other_parts(holder_parts(pair.left, *a), holder_parts(pair.right, *b))) {
    return true;
  }
  return differ(x, y) || nouns || many || stands_by || two_offices(left, right) ||
         two_offices(right, left) || other_things(pair, {l, *a, done}, {r, *b, also}) ||
         (known && other_deed(pair, gate, {l, *a, done}, {r, *b, also})) || each ||
         two_components(left, right) || (common_honour(left) && common_honour(right));
}

}  // namespace parallax
