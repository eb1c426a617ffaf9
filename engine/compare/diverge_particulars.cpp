/// Facts of which a thing has one: when it was born or released, who directed it, where it sits,
/// the how-many-th it is. They are set against each other where both claims are about one thing,
/// whatever else they say.

#include <algorithm>
#include <string_view>

#include "engine/compare/date_values.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/same_subject.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// A document opens with "it", "the film": nobody was named before.
bool opens_unnamed(const Claim& claim, const Particular& p) {
  return p.anaphor && claim.first_token == 0;
}

/// Lower-case topics ("the agreement") may be any: the claims must share most of what they say.
constexpr double kOneMatter = 0.5;

bool one_topic(const PairContext& pair, const EventGate& gate, const Particular& a,
               const Particular& b) {
  const bool left = has_capital(pair.left_document, a.topic);
  const bool right = has_capital(pair.right_document, b.topic);
  // "He", at the begin of a sentence, has a capital letter
  const bool named = left && right && !a.anaphor && !b.anaphor;
  if (same_name(pair, a.topic, b.topic, false)) {
    return named || (gate.jaccard >= kOneMatter && a.anaphor == b.anaphor);
  }
  const bool resumes = (opens_unnamed(pair.left, a) && right && !b.anaphor) ||
                       (opens_unnamed(pair.right, b) && left && !a.anaphor);
  return resumes && (a.value != Particular::Value::kRank || gate.shared >= 2);
}

std::string_view word(const PairContext& pair, const Document& document, std::uint32_t token) {
  return pair.words[document.tokens[token].word].folded;
}

/// Titles and kinds of bodies that two makers may share.
bool says_little(std::string_view name) {
  static constexpr WordList kWords = {
      "president", "minister", "prime",   "king",    "queen",   "sir",
      "dr",        "mr",       "mrs",     "ms",      "general", "ambassador",
      "professor", "senator",  "lord",    "foreign", "the",     "chancellor",
      "pictures",  "records",  "studios", "company"};
  return name.size() < 3 || kWords.contains(name);
}

/// All capitals, or nothing but words that say little: who it is stays open.
bool names_nobody(const PairContext& pair, const Document& document, const Name& names) {
  return std::all_of(names.begin(), names.end(), [&](std::uint32_t i) {
    return document.tokens[i].shape == Shape::kUpper || says_little(word(pair, document, i));
  });
}

bool other_makers(const PairContext& pair, const Particular& a, const Particular& b) {
  const auto met = [&](std::uint32_t x) {
    const std::string_view name = word(pair, pair.left_document, x);
    return !says_little(name) && std::any_of(b.names.begin(), b.names.end(), [&](std::uint32_t y) {
      const std::string_view other = word(pair, pair.right_document, y);
      return name == other || (name.size() > 4 && other.size() > 4 &&
                               (name.starts_with(other) || other.starts_with(name)));
    });
  };
  return !names_nobody(pair, pair.left_document, a.names) &&
         !names_nobody(pair, pair.right_document, b.names) &&
         std::none_of(a.names.begin(), a.names.end(), met);
}

/// Two countries, or two towns of the tables: an unknown name may lie in any of them.
bool other_places(const PairContext& pair, const Particular& a, const Particular& b) {
  const Term& x = pair.left.terms[a.term];
  const Term& y = pair.right.terms[b.term];
  const bool known = x.kind != TermKind::kName && y.kind != TermKind::kName;
  const bool names = x.kind == TermKind::kName && y.kind == TermKind::kName;
  // "in Ghent, Belgium" beside "in Belgium"
  const auto lies_in = [](const Claim& claim, const Term& at, const Term& other) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.token > at.token && term.token <= at.token + 4 && term.id == other.id;
    });
  };
  return (known || names) && !same_entity(pair, x, y) && !place_within(x, y) &&
         !lies_in(pair.left, x, y) && !lies_in(pair.right, y, x);
}

bool subset(const std::vector<StemId>& a, const std::vector<StemId>& b) {
  return std::includes(a.begin(), a.end(), b.begin(), b.end());
}

/// The same series, told of the same place: "the first visit" has another number within a year.
bool other_rank(const Particular& a, const Particular& b) {
  const bool scope =
      a.within == b.within || ((subset(a.within, b.within) || subset(b.within, a.within)) &&
                               !a.within.empty() == !b.within.empty());
  const bool unbound = a.within.empty() != b.within.empty() && a.kind.empty();
  return a.of == b.of && (scope || unbound) && a.rank != b.rank;
}

/// "Released in Norway", "released in Japan": each side speaks of another country.
bool elsewhere(const PairContext& pair) {
  const auto names = [](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(),
                       [](const Term& term) { return term.locative && is_place(term); });
  };
  return names(pair.left) && names(pair.right) &&
         std::none_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& x) {
           return x.locative && is_place(x) &&
                  std::any_of(pair.right.terms.begin(), pair.right.terms.end(), [&](const Term& y) {
                    return y.locative && is_place(y) && same_entity(pair, x, y);
                  });
         });
}

bool apart(const PairContext& pair, const Particular& a, const Particular& b) {
  switch (a.value) {
    case Particular::Value::kDate: {
      DateMention x = pair.left.dates[a.date];
      DateMention y = pair.right.dates[b.date];
      x.use = x.use == DateUse::kSince ? DateUse::kOn : x.use;
      y.use = y.use == DateUse::kSince ? DateUse::kOn : y.use;
      return dates_apart(x, y).value_or(false) &&
             (a.kind == "birth" || a.kind == "death" || !elsewhere(pair));
    }
    case Particular::Value::kMaker:
      return other_makers(pair, a, b);
    case Particular::Value::kPlace:
      return other_places(pair, a, b);
    default:
      return other_rank(a, b);
  }
}

/// May the two be compared at all?
bool one_fact(const PairContext& pair, const EventGate& gate, const Particular& a,
              const Particular& b) {
  return a.value == b.value && a.kind == b.kind &&
         (a.value != Particular::Value::kRank || a.of == b.of) && one_topic(pair, gate, a, b);
}

struct Words {
  std::string_view kind, rule, slot, text;
};

Words words_of(Particular::Value value) {
  switch (value) {
    case Particular::Value::kDate:
      return {"date", "date.particular", "when", "One thing has one date of its kind: "};
    case Particular::Value::kMaker:
      return {"name", "name.maker", "who", "One thing is said to be of two makers: "};
    case Particular::Value::kPlace:
      return {"place", "place.particular", "where", "One thing has one place of its kind: "};
    default:
      return {"number", "number.rank", "rank", "One thing has one rank: "};
  }
}

Finding finding_of(const PairContext& pair, const Particular& a, const Particular& b) {
  const Words words = words_of(a.value);
  Finding f;
  f.kind = words.kind;
  f.rule = words.rule;
  f.severity = a.value == Particular::Value::kMaker ? Severity::kDifference : Severity::kConflict;
  f.confidence = a.anaphor || b.anaphor ? 0.6 : 0.75;
  f.slot = a.kind.empty() ? words.slot : a.kind;
  f.left = {a.span, {}};
  f.right = {b.span, {}};
  f.explanation = std::string(words.text) + "\"" + std::string(pair.left_document.slice(a.span)) +
                  "\" against \"" + std::string(pair.right_document.slice(b.span)) + "\"";
  return f;
}

/// Every value that the other side gives of the fact differs from `a`, and there is one.
const Particular* against(const PairContext& pair, const EventGate& gate, const Particular& a) {
  const Particular* found = nullptr;
  for (const Particular& b : pair.right.particulars) {
    if (one_fact(pair, gate, a, b)) {
      if (!apart(pair, a, b)) {
        return nullptr;
      }
      found = found == nullptr ? &b : found;
    }
  }
  return found;
}

/// Another value of the left side fits `b`.
bool met_elsewhere(const PairContext& pair, const EventGate& gate, const Particular& b) {
  return std::any_of(
      pair.left.particulars.begin(), pair.left.particulars.end(),
      [&](const Particular& a) { return one_fact(pair, gate, a, b) && !apart(pair, a, b); });
}

/// The fact of which the span is the date; nullptr if it is of none.
const Particular* dated(const Claim& claim, ByteSpan span) {
  const auto it = std::find_if(
      claim.particulars.begin(), claim.particulars.end(),
      [&](const Particular& p) { return p.value == Particular::Value::kDate && p.span == span; });
  return it == claim.particulars.end() ? nullptr : &*it;
}

/// "Oren Pell was born in 1950", "Mira Pell was born in 1962": the dates of two things.
bool of_two_things(const PairContext& pair, const Finding& f) {
  const Particular* a = f.kind == "date" ? dated(pair.left, f.left.span) : nullptr;
  const Particular* b = a != nullptr ? dated(pair.right, f.right.span) : nullptr;
  return b != nullptr && a->topic.size() > 1 && b->topic.size() > 1 &&
         has_capital(pair.left_document, a->topic) && has_capital(pair.right_document, b->topic) &&
         !same_name(pair, a->topic, b->topic, false) &&
         pair.right_document.tokens[b->topic.back()].word ==
             pair.left_document.tokens[a->topic.back()].word;
}

}  // namespace

void diverge_particulars(const PairContext& pair, const EventGate& gate,
                         std::vector<Finding>& out) {
  if (pair.left.particulars.empty() || pair.right.particulars.empty() || gate.other_event) {
    return;
  }
  std::erase_if(out, [&](const Finding& f) { return of_two_things(pair, f); });
  for (const Particular& a : pair.left.particulars) {
    const Particular* b = against(pair, gate, a);
    if (b == nullptr || met_elsewhere(pair, gate, *b)) {
      continue;
    }
    const std::string_view kind = words_of(a.value).kind;
    // terms and visits follow each other
    const bool later = a.value == Particular::Value::kRank && other_dates(pair.left, pair.right);
    const bool told = std::any_of(out.begin(), out.end(), [&](const Finding& f) {
      return f.kind == kind && f.severity != Severity::kNote;
    });
    if (!later && !told) {
      out.push_back(finding_of(pair, a, *b));
    }
  }
}

}  // namespace parallax
