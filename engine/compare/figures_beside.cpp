#include "engine/compare/figures_beside.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/compare/date_values.hpp"
#include "engine/compare/figure_side.hpp"
#include "engine/compare/number_fit.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

template <typename Holds>
bool any_verb(const FigureSide& side, Holds holds) {
  const std::uint8_t clause = clause_of(side);
  return std::any_of(side.c.claim.terms.begin(), side.c.claim.terms.end(), [&](const Term& term) {
    return term.verb && !term.frame && term.clause == clause && holds(term);
  });
}

/// "Must report within", "may stay at most", "have to be kept for": what a rule asks or allows.
bool of_rule(const FigureSide& side) {
  const bool forced =
      std::any_of(side.c.claim.forces.begin(), side.c.claim.forces.end(), [](const Force& force) {
        return force.kind == "duty" || force.kind == "leave" || force.kind == "ban";
      });
  return any_verb(side, [&](const Term& term) {
    return term.modality == Modality::kObligation ||
           (forced && term.modality == Modality::kPossible);
  });
}

bool of_case(const FigureSide& side) {
  return side.c.claim.forces.empty() &&
         any_verb(side, [](const Term& term) { return term.modality == Modality::kFact; }) &&
         !any_verb(side, [](const Term& term) { return term.modality != Modality::kFact; });
}

/// "Within 48 hours", "at least ten days", "up to 30 tonnes": an end that may not be passed.
bool limit(const FigureSide& side) {
  const std::uint32_t first = side.q.first_token;
  constexpr std::uint32_t kNear = 2;
  bool led = false;
  for (std::uint32_t back = 1; back <= kNear && back <= first; ++back) {
    led = led || side.c.is(first - back, {"within", "least", "most", "than", "to", "under", "over",
                                          "below", "above", "after", "before", "inside"});
  }
  const bool behind = side.c.is(side.q.last_token + 1, {"before", "after", "in", "ahead", "prior"});
  // "may open for six hours"
  const bool time = side.q.unit == "s" || side.q.unit == "month";
  const bool length = time && first > 0 && side.c.is(first - 1, {"for"});
  return led || behind || length || side.q.kind == QuantityKind::kBound;
}

/// "Must report within 72 hours", "reported after 20 hours": the rule, and a case of it.
bool rule_and_case(const FigureSide& a, const FigureSide& b) {
  return (of_rule(a) && limit(a) && of_case(b)) || (of_rule(b) && limit(b) && of_case(a));
}

/// "In groups of forty": how many at a time, not how many.
bool shared_out(const FigureSide& side) {
  static constexpr WordList kGroups = {
      "groups", "batches", "teams", "shifts", "lots",  "instalments", "installments", "tranches",
      "packs",  "stages",  "rows",  "pairs",  "boxes", "units",       "bundles",      "crates"};
  const std::uint32_t first = side.q.first_token;
  return side.c.is(first - 1, {"of"}) && side.c.is(first - 2, kGroups);
}

/// "Should it exceed five metres", "stands at four metres": the threshold of a condition.
bool conditional(const FigureSide& side) {
  return side.c.claim.commitment == "conditional" &&
         std::any_of(side.c.claim.terms.begin(), side.c.claim.terms.end(), [&](const Term& term) {
           return term.modality == Modality::kConditional && term.token <= side.q.last_token &&
                  term.token + term.tokens > side.q.first_token;
         });
}

/// Every time that one side gives, of saying too, is another than every time of the other side.
bool other_hours(const Claim& left, const Claim& right) {
  return !left.dates.empty() && !right.dates.empty() &&
         std::all_of(left.dates.begin(), left.dates.end(), [&](const DateMention& a) {
           return std::all_of(right.dates.begin(), right.dates.end(), [&](const DateMention& b) {
             return dates_apart(a, b).value_or(false);
           });
         });
}

/// "Has risen to", "had reached", "by Thursday": a count that goes on.
bool goes_on(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    if (c.is(i, {"risen", "reached", "climbed", "grown", "mounted", "increased", "swollen", "rose",
                 "climbs", "rises", "grew"}) ||
        (c.is(i, {"so"}) && c.is(i + 1, {"far"}))) {
      return true;
    }
  }
  return std::any_of(c.claim.dates.begin(), c.claim.dates.end(),
                     [](const DateMention& date) { return date.use == DateUse::kBy; });
}

/// "By Monday, 12 cases", "by Thursday the number had reached 19".
bool later_count(const FigureSide& a, const FigureSide& b) {
  return (goes_on(a.c) || goes_on(b.c)) && other_hours(a.c.claim, b.c.claim);
}

/// The verb that says what happens to what is counted: the passive one of its clause, or the next
/// one in front; nullptr if there is none.
const Term* deed_of(const FigureSide& side) {
  const std::uint8_t clause = clause_of(side);
  const Term* deed = nullptr;
  for (const Term& term : side.c.claim.terms) {
    if (!term.verb || term.frame || term.clause != clause) {
      continue;
    }
    const bool ahead = term.token < side.q.first_token;
    if ((ahead && !term.passive) || (!ahead && term.passive && deed == nullptr)) {
      deed = &term;
    }
  }
  return deed;
}

/// "34 trawlers were inspected", "six trawlers were fined": deeds of the tables that have nothing
/// in common.
bool other_known_deeds(const PairContext& pair, const EventGate& gate, const FigureSide& a,
                       const FigureSide& b) {
  static constexpr WordList kDone = {
      "=inspect", "=fine",      "=sell",       "=buy",    "=build",    "=destroy",  "=repair",
      "=launch",  "=intercept", "=shoot_down", "=seize",  "=release",  "=reject",   "=approve",
      "=apply",   "=appoint",   "=dismiss",    "=train",  "=treat",    "=test",     "=vaccinate",
      "=import",  "=export",    "=close",      "=open",   "=punish",   "=accuse",   "=convict",
      "=acquit",  "=detain",    "=question",   "=search", "=register", "=withdraw", "=deploy",
      "=invite",  "=cancel",    "=postpone",   "=borrow", "=lend",     "=repay"};
  const Term* left = deed_of(a);
  const Term* right = deed_of(b);
  if (left == nullptr || right == nullptr || left->id == right->id || kin(*left, *right) ||
      in_common(gate, left->id) || in_common(gate, right->id)) {
    return false;
  }
  const auto done = [&](const Term& term) { return kDone.contains(pair.words.stem(term.id)); };
  return done(*left) && done(*right) && shares(a.q.head, b.q.head) &&
         !same_told_stage(pair, a.q.first_token, b.q.first_token);
}

/// Which year or month is meant, reckoned from the day of saying: -1 the last one, 0 this one, 1
/// the next one; nothing if none or several are named.
std::optional<int> named_period(const ClaimWords& c, std::string_view period) {
  std::optional<int> found;
  for (std::uint32_t i = c.begin() + 1; i < c.end(); ++i) {
    if (c.at(i) != period && !(c.at(i).starts_with(period) && c.at(i).ends_with("'s"))) {
      continue;
    }
    const std::optional<int> here =
        c.is(i - 1, {"last", "previous", "preceding", "past"}) ? std::optional(-1)
        : c.is(i - 1, {"this", "current", "running"})          ? std::optional(0)
        : c.is(i - 1, {"next", "coming", "following"})         ? std::optional(1)
                                                               : std::nullopt;
    if (here && found && *here != *found) {
      return std::nullopt;
    }
    found = here ? here : found;
  }
  return found;
}

/// "4 per cent this year", "3.1 per cent last year".
bool other_named_period(const FigureSide& a, const FigureSide& b) {
  static constexpr std::array<std::string_view, 5> kPeriods = {"year", "month", "week", "quarter",
                                                               "season"};
  return std::any_of(kPeriods.begin(), kPeriods.end(), [&](std::string_view period) {
    const std::optional<int> left = named_period(a.c, period);
    const std::optional<int> right = named_period(b.c, period);
    return left && right && *left != *right;
  });
}

/// "In the 2010 referendum", "in the 2018 referendum": figures of two years.
bool other_years(const Claim& left, const Claim& right) {
  const auto years = [](const Claim& claim) {
    return !claim.dates.empty() &&
           std::all_of(claim.dates.begin(), claim.dates.end(), [](const DateMention& date) {
             return date.value.year != 0 && date.value.month == 0;
           });
  };
  return years(left) && years(right) && other_dates(left, right);
}

/// "In the first quarter of last year", "over the whole of last year".
bool part_beside_whole(const Claim& part, const ClaimWords& whole) {
  const bool quarter =
      std::any_of(part.dates.begin(), part.dates.end(), [](const DateMention& date) {
        constexpr int kHalf = 6;
        return date.value.month != 0 && date.value.months <= kHalf && date.value.day == 0;
      });
  const auto has_part = [](const DateMention& date) { return date.value.month != 0; };
  if (!quarter || std::any_of(whole.claim.dates.begin(), whole.claim.dates.end(), has_part)) {
    return false;
  }
  for (std::uint32_t i = whole.begin(); i + 2 < whole.end(); ++i) {
    const bool year = whole.find(i, {"year", "year's"}) <= i + 4;
    if (year && (whole.is(i, {"whole", "entire", "full", "throughout"}) ||
                 (whole.is(i, {"year"}) && whole.is(i + 1, {"as"})))) {
      return true;
    }
  }
  return false;
}

/// Trades and groups of people that a figure is told of; each is another than all others.
constexpr WordList kGroups = {
    "=crew",         "=doctor",    "=driver",         "=farmer",   "=fisherman", "=guard",
    "=journalist",   "=judge",     "=lawyer",         "=miner",    "=nurse",     "=passenger",
    "=photographer", "=pilot",     "=police_officer", "=prisoner", "=soldier",   "=student",
    "=teacher",      "=tourist",   "=woman",          "actor",     "apprentic",  "baker",
    "builder",       "carer",      "carpent",         "clerk",     "cook",       "dentist",
    "electrician",   "engin",      "firefight",       "hairdress", "jockey",     "librarian",
    "midwif",        "midwiv",     "musician",        "pension",   "pensioner",  "pharmacist",
    "plumber",       "prosecutor", "pupil",           "retire",    "sailor",     "scientist",
    "seafar",        "shepherd",   "student",         "surgeon",   "vet",        "veteran",
    "waiter",        "welder",
};

/// The first group of a figure: what is counted, or whose the figure is.
StemId group_of(const WordTable& words, const FigureSide& side) {
  for (const Term& term : side.c.claim.terms) {
    const bool of_figure = holds(side.q.head, term.id) ||
                           (side.q.head.empty() && holds(side.q.measure, term.id)) ||
                           (term.token == side.c.begin() + 2 && side.c.is(side.c.begin(), {"of"}));
    if (!of_figure || term.frame || term.verb) {
      continue;
    }
    const bool group =
        kGroups.contains(words.stem(term.id)) || kGroups.contains(words.stem(term.stem));
    if (group) {
      return term.id;
    }
  }
  return {};
}

/// "Of the teachers, 1,200 went unpaid", "860 nurses went unpaid".
bool other_groups(const PairContext& pair, const EventGate& gate, const FigureSide& a,
                  const FigureSide& b) {
  const StemId left = group_of(pair.words, a);
  const StemId right = group_of(pair.words, b);
  return left != StemId{} && right != StemId{} && left != right && !in_common(gate, left) &&
         !in_common(gate, right);
}

}  // namespace

bool figures_beside(const PairContext& pair, const EventGate& gate, const Quantity& a,
                    const Quantity& b) {
  const FigureSide left{{pair.words, pair.left_document, pair.left}, a};
  const FigureSide right{{pair.words, pair.right_document, pair.right}, b};
  const bool one_end = a.unit == b.unit && (a.unit == "s" || a.unit == "month") &&
                       (a.value.low == b.value.low || a.value.high == b.value.high);
  const bool one_text = pair.left_document.slice(a.span) == pair.right_document.slice(b.span);
  return one_text || one_end || shared_out(left) != shared_out(right) ||
         conditional(left) != conditional(right) || rule_and_case(left, right) ||
         later_count(left, right) || part_beside_whole(pair.left, right.c) ||
         part_beside_whole(pair.right, left.c) || other_named_period(left, right) ||
         other_years(pair.left, pair.right) || other_groups(pair, gate, left, right) ||
         other_known_deeds(pair, gate, left, right) || figure_of_part(left, right);
}

}  // namespace parallax
