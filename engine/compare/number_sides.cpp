/// Whose count it is: figures of two countries, armies, bodies or groups are never one figure.

#include <algorithm>

#include "engine/compare/arguments.hpp"
#include "engine/compare/number_fit.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Countries whose people are counted: in the noun phrase, or the subject's when it says "its own".
std::vector<StemId> sides(const Quantity& q, const Claim& claim, const WordTable& words) {
  std::vector<StemId> countries;
  const bool own = has(q.owner, words, "@own");
  for (const StemId id : q.owner) {
    if (words.stem(id) != "@own") {
      countries.push_back(id);
    }
  }
  for (const TermKind kind : {TermKind::kCountry, TermKind::kName}) {
    for (const Term& term : claim.terms) {
      if (countries.empty() && own && term.kind == kind && !term.relative) {
        countries.push_back(term.id);
      }
    }
  }
  if (countries.empty() && own && claim.speaker != StemId{}) {
    countries.push_back(claim.speaker);
  }
  return countries;
}

/// "Velmora", "Velmoran": a country and its adjective that no table knows.
bool one_country(const WordTable& words, StemId a, StemId b) {
  constexpr std::size_t kStart = 4;
  constexpr std::size_t kEnding = 3;
  const std::string& x = words.stem(a);
  const std::string& y = words.stem(b);
  const auto at = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
  const auto same = static_cast<std::size_t>(at.first - x.begin());
  return a == b || (same >= kStart && x.size() - same <= kEnding && y.size() - same <= kEnding &&
                    x[0] != '@' && x[0] != '=');
}

bool one_side(const WordTable& words, const std::vector<StemId>& a, const std::vector<StemId>& b) {
  return std::any_of(a.begin(), a.end(), [&](StemId x) {
    return std::any_of(b.begin(), b.end(), [&](StemId y) { return one_country(words, x, y); });
  });
}

/// "its own" counts one side; what a speaker of another country counts without saying whose is not
/// known to be the same side.
bool own_against_unsaid(const Quantity& own, const std::vector<StemId>& side, const Claim& unsaid,
                        const std::vector<StemId>& nobody, const WordTable& words) {
  return has(own.owner, words, "@own") && !side.empty() && nobody.empty() &&
         unsaid.speaker != StemId{} &&
         std::find(side.begin(), side.end(), unsaid.speaker) == side.end();
}

/// "The parliament has 150 seats": nothing but a form of "have" in front of the number.
bool behind_have(const WordTable& words, const Document& document, const Quantity& q) {
  if (q.first_token == 0) {
    return false;
  }
  const std::string& word = words[document.tokens[q.first_token - 1].word].folded;
  return word == "has" || word == "have" || word == "had";
}

/// "Our army lost six soldiers", "the enemy lost forty": one active verb, subjects with nothing in
/// common.
bool other_subjects(const PairContext& pair, const EventGate& gate, const Quantity& a,
                    const Quantity& b) {
  StemId left_verb{};
  StemId right_verb{};
  const std::vector<StemId> left = subjects_of(pair.left, a.first_token, left_verb);
  const std::vector<StemId> right = subjects_of(pair.right, b.first_token, right_verb);
  const auto names = [](const Claim& claim, StemId id) {
    return std::any_of(claim.terms.begin(), claim.terms.end(),
                       [&](const Term& term) { return term.id == id && term.frame; });
  };
  const auto known = [&](StemId id) {
    return in_common(gate, id) || names(pair.left, id) || names(pair.right, id);
  };
  // "the fault forced the line to cancel", "the line, hit by the fault, cancelled"
  const auto framed = [&](const std::vector<StemId>& ids) {
    return std::any_of(ids.begin(), ids.end(),
                       [&](StemId id) { return names(pair.left, id) || names(pair.right, id); });
  };
  const bool has = left_verb == StemId{} && behind_have(pair.words, pair.left_document, a) &&
                   behind_have(pair.words, pair.right_document, b);
  // "cases were reported", "X reported cases"
  if (left_verb != StemId{} && shares(left, a.head) != shares(right, b.head)) {
    return false;
  }
  return (left_verb != StemId{} || has) && left_verb == right_verb && !left.empty() &&
         !right.empty() &&
         ((std::none_of(left.begin(), left.end(), known) &&
           std::none_of(right.begin(), right.end(), known)) ||
          (!framed(left) && !framed(right) &&
           (std::none_of(left.begin(), left.end(), known) ||
            std::none_of(right.begin(), right.end(), known))));
}

/// "Live outside their country", "live in the seven countries of X": people by where they live.
bool live_elsewhere(const PairContext& pair, const EventGate& gate, const Quantity& a,
                    const Quantity& b) {
  const auto named = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return is_entity(term) && is_told(term) && term.slot == Slot::kOblique &&
             !in_common(gate, term.id);
    });
  };
  return has(a.event, pair.words, "=stay_place") && has(b.event, pair.words, "=stay_place") &&
         (named(pair.left) || named(pair.right));
}

/// "Unemployment among young people", "unemployment": one side counts within a group that the other
/// does not name.
bool within_group(const PairContext& pair, const EventGate& gate, const Claim& claim) {
  const Document& document = &claim == &pair.left ? pair.left_document : pair.right_document;
  // "214 cases, most of them among children": the figure is of all
  const auto most_of_them = [&](const Term& term) {
    constexpr std::uint32_t kReach = 5;
    for (std::uint32_t i = term.token; i > claim.first_token && term.token - i < kReach; --i) {
      const std::string& word = pair.words[document.tokens[i - 1].word].folded;
      if (word == "them" || word == "mostly" || word == "mainly" || word == "most" ||
          word == "especially" || word == "particularly" || word == "chiefly") {
        return true;
      }
    }
    return false;
  };
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& preposition = pair.words.stem(term.preposition);
    return term.slot == Slot::kOblique && (preposition == "among" || preposition == "amongst") &&
           is_told(term) && !in_common(gate, term.id) && !most_of_them(term) &&
           pair.words.stem(term.id) != "=person";
  });
}

/// "Seventeen Malvennan citizens", "citizens of Ruthen": the name that says whose people are
/// counted; StemId{} if there is none.
StemId nation_of(const PairContext& pair, const Claim& claim, const Quantity& q) {
  static constexpr WordList kPeople = {"citizen",  "nation",  "=citizen", "=prisoner",
                                       "=soldier", "subject", "sailor",   "=national"};
  const auto people = [&](const Term& term) {
    const auto is = [&](StemId id) { return kPeople.contains(pair.words.stem(id)); };
    return is(term.id) || is(term.stem);
  };
  constexpr std::uint32_t kNear = 3;
  const auto& terms = claim.terms;
  for (std::size_t t = 0; t + 1 < terms.size(); ++t) {
    if (terms[t].token <= q.last_token || terms[t].token > q.last_token + kNear) {
      continue;
    }
    const bool named = terms[t].kind == TermKind::kName && people(terms[t + 1]);
    if (named) {
      return terms[t].id;
    }
    if (people(terms[t]) && t + 2 < terms.size() && terms[t + 2].kind == TermKind::kName &&
        pair.words.stem(terms[t + 2].preposition) == "of") {
      return terms[t + 2].id;
    }
  }
  return {};
}

/// "A boy of 14", "a man of 52": two people.
bool other_person(const PairContext& pair, const Quantity& a, const Quantity& b) {
  const auto who = [&](const Document& document, const Quantity& q) -> std::string_view {
    const auto word = [&](std::uint32_t back) -> std::string_view {
      return q.first_token < back ? std::string_view{}
                                  : pair.words[document.tokens[q.first_token - back].word].folded;
    };
    return word(1) == "of" ? word(2) : std::string_view{};
  };
  const std::string_view left = who(pair.left_document, a);
  const std::string_view right = who(pair.right_document, b);
  return a.unit == "age" && !left.empty() && !right.empty() && left != right && left != "age" &&
         right != "age";
}

/// The people of two nations.
bool of_two_nations(const PairContext& pair, const Quantity& a, const Quantity& b) {
  const StemId left = nation_of(pair, pair.left, a);
  const StemId right = left == StemId{} ? StemId{} : nation_of(pair, pair.right, b);
  return right != StemId{} && !one_country(pair.words, left, right);
}

}  // namespace

bool of_other_side(const PairContext& pair, const EventGate& gate, const Quantity& a,
                   const Quantity& b) {
  const auto left = sides(a, pair.left, pair.words);
  const auto right = sides(b, pair.right, pair.words);
  return (!left.empty() && !right.empty() && !one_side(pair.words, left, right)) ||
         own_against_unsaid(a, left, pair.right, right, pair.words) ||
         own_against_unsaid(b, right, pair.left, left, pair.words) ||
         live_elsewhere(pair, gate, a, b) || of_two_nations(pair, a, b) ||
         other_person(pair, a, b) ||
         within_group(pair, gate, pair.left) != within_group(pair, gate, pair.right) ||
         other_subjects(pair, gate, a, b);
}

}  // namespace parallax
