/// Numbers that cannot both hold: same measure, same event, same side, disjoint intervals.

#include <algorithm>
#include <cmath>

#include "engine/compare/arguments.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/outcomes.hpp"

namespace parallax {
namespace {

bool shares(const std::vector<StemId>& a, const std::vector<StemId>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](StemId id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

/// Claims that agree this much tell the same of what they count.
constexpr double kOneTelling = 0.6;

bool holds(const std::vector<StemId>& ids, StemId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool has(const std::vector<StemId>& ids, const WordTable& words, std::string_view name) {
  return std::any_of(ids.begin(), ids.end(), [&](StemId id) { return words.stem(id) == name; });
}

/// Nouns that say that something is counted, not what.
bool says_only_count(const WordTable& words, StemId id) {
  static constexpr std::string_view kNouns[] = {"case",   "=case", "instanc", "=person", "number",
                                                "=count", "total", "member",  "individu"};
  return std::find(std::begin(kNouns), std::end(kNouns), words.stem(id)) != std::end(kNouns);
}

/// True if each has a word that the other lacks: "young voters" against "older voters".
bool each_adds(const EventGate& gate, const WordTable& words, const std::vector<StemId>& a,
               const std::vector<StemId>& b) {
  const auto adds = [&](const std::vector<StemId>& x, const std::vector<StemId>& y) {
    return std::any_of(x.begin(), x.end(), [&](StemId id) {
      return std::find(y.begin(), y.end(), id) == y.end() && !in_common(gate, id) &&
             !says_only_count(words, id);
    });
  };
  return adds(a, b) && adds(b, a);
}

bool is_generic(const std::vector<StemId>& head, const WordTable& words) {
  return head.size() == 1 && has(head, words, "=person");
}

/// "120 people were injured", "35 children": some of them.
bool group_among(const Quantity& group, const Quantity& people, const WordTable& words) {
  static constexpr std::string_view kGroups[] = {
      "=child",   "=woman",   "minor",           "infant",   "babi",    "girl",       "boy",
      "men",      "elder",    "=elder",          "pension",  "foreign", "=foreigner", "=civilian",
      "=soldier", "=student", "=police_officer", "=teacher", "=doctor", "=nurse",     "=journalist",
      "=tourist", "teenag",   "adult",           "juvenil",  "toddler", "pupil",      "=pupil"};
  return is_generic(people.head, words) && group.value.high <= people.value.low &&
         std::any_of(group.head.begin(), group.head.end(), [&](StemId id) {
           return std::find(std::begin(kGroups), std::end(kGroups), words.stem(id)) !=
                  std::end(kGroups);
         });
}

/// "people" may be any people; soldiers and civilians are not each other.
bool heads_fit(const Quantity& a, const Quantity& b, const EventGate& gate,
               const WordTable& words) {
  if (a.head.empty() || b.head.empty()) {
    return true;
  }
  if (group_among(a, b, words) || group_among(b, a, words)) {
    return false;
  }
  if (is_generic(a.head, words) || is_generic(b.head, words)) {
    return true;
  }
  const bool related = shares(a.head, b.head);
  return related && !each_adds(gate, words, a.head, b.head);
}

/// What is measured must have a word in common where the number itself names nothing: "turnout
/// reached 61 per cent".
bool measures_fit(const Quantity& a, const Quantity& b, const EventGate& gate) {
  if (!a.head.empty() && !b.head.empty()) {
    return true;
  }
  if (a.measure.empty() || b.measure.empty()) {
    return gate.overlap >= 0.5 && gate.jaccard >= 0.4;
  }
  return gate.jaccard >= 0.5 || shares(a.measure, b.measure) ||
         std::any_of(a.measure.begin(), a.measure.end(),
                     [&](StemId id) { return in_common(gate, id); });
}

/// What is measured, without what happens to it.
std::vector<StemId> measured_things(const Quantity& q) {
  std::vector<StemId> things;
  for (const StemId id : q.measure) {
    if (!holds(q.verbs, id) && !holds(q.event, id) && !holds(things, id)) {
      things.push_back(id);
    }
  }
  return things;
}

/// "unemployment fell to 5.1 per cent", "unemployment stood at 6.4 per cent": a value with a unit
/// of one measure, whatever the verb.
bool one_measure(const Quantity& a, const Quantity& b, const EventGate& gate) {
  if (a.unit.empty() || a.measure.empty() || b.measure.empty() || gate.overlap < 0.5) {
    return false;
  }
  const std::vector<StemId> left = measured_things(a);
  const std::vector<StemId> right = measured_things(b);
  // "a loan worth 450 million", "credit of 300 million"
  // "a rise of the rate to 5 per cent", "the rate fell to 4 per cent"
  const bool close = gate.overlap > 0.5 || a.unit == "%";
  if (close && a.head.empty() && b.head.empty() && !left.empty() && !right.empty() &&
      left.back() == right.back()) {
    return true;
  }
  const auto shared = static_cast<std::size_t>(
      std::count_if(left.begin(), left.end(), [&](StemId id) { return holds(right, id); }));
  return shared > 0 && 2 * shared >= std::min(left.size(), right.size()) &&
         (gate.overlap >= 0.6 || shared > 1 || shared == std::max(left.size(), right.size()) ||
          (a.unit == "%" && shares(a.head, b.head)));
}

/// Verbs that say no more than that there are so many: "numbered 800", "carried 38 trucks".
bool only_presents(const WordTable& words, StemId id) {
  static constexpr std::string_view kVerbs[] = {
      "=amount_to", "number",   "total",   "stand",     "stood",  "amount",    "reach",   "=arrive",
      "arriv",      "come",     "carri",   "=carry",    "bring",  "hold",      "contain", "have",
      "includ",     "=include", "compris", "consist",   "receiv", "=receive",  "submit",  "=submit",
      "file",       "lodg",     "record",  "=record",   "regist", "=register", "count",   "involv",
      "=deliver",   "deliv",    "=travel", "transport", "remain", "=remain",   "possess", "own"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), words.stem(id)) != std::end(kVerbs);
}

bool presents(const Quantity& q, const EventGate& gate, const WordTable& words) {
  const auto light = [&](StemId id) { return in_common(gate, id) || only_presents(words, id); };
  return std::all_of(q.verbs.begin(), q.verbs.end(), light) &&
         std::all_of(q.event.begin(), q.event.end(), light);
}

/// The same things, of which each side says only how many there are, or that it was all of them:
/// "all 112 passengers were evacuated", "was carrying 127 passengers".
bool one_population(const Quantity& a, const Quantity& b, const EventGate& gate,
                    const WordTable& words) {
  if (!shares(a.head, b.head) || gate.overlap < 0.5 || each_adds(gate, words, a.head, b.head)) {
    return false;
  }
  const bool left = presents(a, gate, words);
  const bool right = presents(b, gate, words);
  return (left && right && gate.jaccard >= 0.5) || (a.whole && (b.whole || right)) ||
         (b.whole && left);
}

/// "received 1,204 complaints", "complaints ... numbered fewer than 800": what one side counts is
/// the subject of a verb of counting on the other.
bool counted_subject(const Quantity& a, const Quantity& b, const WordTable& words) {
  const Quantity& bare = a.head.empty() ? a : b;
  const Quantity& headed = a.head.empty() ? b : a;
  const auto counts = [&](StemId id) {
    static constexpr std::string_view kVerbs[] = {"=amount_to", "number", "total", "amount"};
    return std::find(std::begin(kVerbs), std::end(kVerbs), words.stem(id)) != std::end(kVerbs);
  };
  return bare.head.empty() && !headed.head.empty() && shares(headed.head, bare.measure) &&
         std::any_of(bare.verbs.begin(), bare.verbs.end(), counts);
}

/// True if both are told by verbs, but by none in common: "visited 140", "reported at 12".
bool other_deed(const Quantity& a, const Quantity& b, const EventGate& gate) {
  if (one_measure(a, b, gate)) {
    return false;
  }
  const auto known = [&](StemId id) { return in_common(gate, id); };
  return !a.verbs.empty() && !b.verbs.empty() && gate.jaccard < 0.6 &&
         std::none_of(a.verbs.begin(), a.verbs.end(), known) &&
         std::none_of(b.verbs.begin(), b.verbs.end(), known);
}

/// What became of people: each side has an outcome that the other has not ("killed", "wounded").
bool other_outcome(const Quantity& a, const Quantity& b, const WordTable& words) {
  const auto lacks = [&](StemId id, const std::vector<StemId>& others) {
    return is_outcome(words, id) && !holds(others, id);
  };
  const auto common = [&](StemId id) { return is_outcome(words, id) && holds(b.event, id); };
  const bool left =
      std::any_of(a.event.begin(), a.event.end(), [&](StemId id) { return lacks(id, b.event); });
  const bool right =
      std::any_of(b.event.begin(), b.event.end(), [&](StemId id) { return lacks(id, a.event); });
  if (std::any_of(a.event.begin(), a.event.end(), common)) {
    return false;
  }
  return left && right;
}

bool events_fit(const Quantity& a, const Quantity& b, const EventGate& gate,
                const WordTable& words) {
  if (other_outcome(a, b, words)) {
    return false;
  }
  if (one_population(a, b, gate, words) || one_measure(a, b, gate) ||
      (gate.overlap >= 0.6 && counted_subject(a, b, words))) {
    return true;
  }
  // "18,000 hectares of forest burned", "destroyed 8,100 hectares of forest"
  // "grain shipments came to 2 million tonnes", "bought 3 million tonnes of grain"
  const bool measured =
      !a.unit.empty() && (shares(a.head, b.head) || (a.head.empty() && shares(b.head, a.measure)) ||
                          (b.head.empty() && shares(a.head, b.measure)));
  if (a.event.empty() || b.event.empty()) {
    return gate.overlap >= 0.5 && (measured || !other_deed(a, b, gate));
  }
  return shares(a.event, b.event) || (measured && gate.overlap >= 0.5);
}

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

/// "its own" counts one side; what a speaker of another country counts without saying whose is not
/// known to be the same side.
bool own_against_unsaid(const Quantity& own, const std::vector<StemId>& side, const Claim& unsaid,
                        const std::vector<StemId>& nobody, const WordTable& words) {
  return has(own.owner, words, "@own") && !side.empty() && nobody.empty() &&
         unsaid.speaker != StemId{} &&
         std::find(side.begin(), side.end(), unsaid.speaker) == side.end();
}

/// What is counted and what happened to it, in the left side's words and their order: "dock workers
/// killed".
std::string slot_of(const PairContext& pair, const Quantity& q) {
  const StemId event = q.event.empty() ? StemId{} : q.event.front();
  std::vector<StemId> heads = q.head;
  bool event_told = q.event.empty();
  std::string slot;
  for (const Term& term : pair.left.terms) {
    const auto head = std::find(heads.begin(), heads.end(), term.id);
    const bool is_event = !event_told && term.id == event;
    if (head == heads.end() && !is_event) {
      continue;
    }
    slot += (slot.empty() ? "" : " ") + std::string(pair.left_document.slice(term.span));
    event_told = event_told || is_event;
    if (head != heads.end()) {
      heads.erase(head);
    }
  }
  return slot;
}

/// "227 so far" against "fewer than 225": a count that has passed a bound for good.
bool outgrown(const Quantity& count, const Quantity& bound) {
  return count.cumulative && !bound.cumulative && bound.kind == QuantityKind::kBound &&
         std::isfinite(bound.value.high) && count.value.low > bound.value.high;
}

/// "Will have reached 94 per cent by 2017": told of what is to come.
bool to_come(const Claim& claim, const Quantity& q) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && holds(q.verbs, term.id) &&
           (term.modality == Modality::kFuture || term.modality == Modality::kIntended);
  });
}

/// The two may be counts of one thing at different times.
bool other_moment(const PairContext& pair, const EventGate& gate, const Quantity& a,
                  const Quantity& b) {
  const bool grows = !one_moment(pair.left, pair.right) && (a.cumulative || b.cumulative) &&
                     !outgrown(a, b) && !outgrown(b, a);
  constexpr double kOneCount = 0.5;
  const bool planned = gate.jaccard < kOneCount && to_come(pair.left, a) != to_come(pair.right, b);
  return grows || planned || gate.other_time || gate.other_period;
}

/// "At checkpoint 12", "at checkpoint 14": another one of a series, and another place where both
/// say where.
Finding designator_finding(const PairContext& pair, const Quantity& a, const Quantity& b) {
  const auto placed = [&](const Claim& claim, const Quantity& q) {
    static constexpr std::string_view kPlaces[] = {"at",     "in",      "near",  "on",     "off",
                                                   "around", "within",  "insid", "inside", "behind",
                                                   "beyond", "opposit", "from"};
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      const std::string& preposition = pair.words.stem(term.preposition);
      return term.token == q.first_token &&
             std::find(std::begin(kPlaces), std::end(kPlaces), preposition) != std::end(kPlaces);
    });
  };
  Finding f;
  f.kind = placed(pair.left, a) && placed(pair.right, b) ? "place" : "name";
  f.severity = Severity::kConflict;
  f.rule = f.kind + ".series";
  f.confidence = 0.7;
  f.slot = f.kind == "place" ? "place" : "which";
  f.left = {a.span, quantity_value(a)};
  f.right = {b.span, quantity_value(b)};
  f.explanation = "Another one of a series: " + std::string(pair.left_document.slice(a.span)) +
                  " against " + std::string(pair.right_document.slice(b.span));
  return f;
}

Finding finding_of(const PairContext& pair, const EventGate& gate, const Quantity& a,
                   const Quantity& b, bool scope) {
  if (a.designator && !scope) {
    return designator_finding(pair, a, b);
  }
  Finding f;
  f.kind = scope ? "scope" : "number";
  const bool update = !scope && other_moment(pair, gate, a, b);
  if (update) {
    f.kind = "scope";
  }
  f.severity = scope || update ? Severity::kNote : Severity::kConflict;
  f.rule = scope ? "number.other-side" : update ? "number.update" : "number.disjoint";
  f.confidence = scope ? 0.7 : update ? 0.6 : a.event.empty() || b.event.empty() ? 0.8 : 0.9;
  f.slot = slot_of(pair, a);
  f.left = {a.span, quantity_value(a)};
  f.right = {b.span, quantity_value(b)};
  const std::string what =
      quantity_words(pair.left_document, a) + " against " + quantity_words(pair.right_document, b);
  f.explanation = scope    ? "The numbers count different sides: " + what
                  : update ? "The numbers may stand for different moments: " + what
                           : "The values cannot both hold: " + what;
  return f;
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
  const auto known = [&](StemId id) { return in_common(gate, id); };
  const bool has = left_verb == StemId{} && behind_have(pair.words, pair.left_document, a) &&
                   behind_have(pair.words, pair.right_document, b);
  return (left_verb != StemId{} || has) && left_verb == right_verb && !left.empty() &&
         !right.empty() &&
         (std::none_of(left.begin(), left.end(), known) ||
          std::none_of(right.begin(), right.end(), known));
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
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& preposition = pair.words.stem(term.preposition);
    return term.slot == Slot::kOblique && (preposition == "among" || preposition == "amongst") &&
           is_told(term) && !in_common(gate, term.id);
  });
}

/// "Three of the eight work", "five of the eight do not": they make up the whole.
bool make_up_whole(const Quantity& a, const Quantity& b, const EventGate& gate) {
  return gate.jaccard < kOneTelling && a.of > 0 && a.of == b.of &&
         a.value.low + b.value.low == a.of && !shares(a.event, b.event);
}

/// A part of 20 is not the count of the whole: "20 drones were launched", "17 of the 20 were shot
/// down".
bool part_against_whole(const Quantity& a, const Quantity& b) {
  const auto whole = [](const Quantity& part, const Quantity& other) {
    return part.of > 0 && other.of == 0 && other.value.high >= part.of;
  };
  return whole(a, b) || whole(b, a);
}

/// The total that another figure of the claim is a part of ("nine" in "five of the nine"), and no
/// total on the other side.
bool total_against_count(const PairContext& pair, const Quantity& a, const Quantity& b) {
  const auto total = [](const Claim& claim, const Quantity& q) {
    return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& part) {
      return part.of > 0 && part.of == q.value.low && &part != &q;
    });
  };
  return total(pair.left, a) != total(pair.right, b);
}

/// The two add up to a third figure of either side: "37 have left hospital", "five are still
/// there", of 42.
bool add_up(const PairContext& pair, const Quantity& a, const Quantity& b) {
  const double sum = a.value.low + b.value.low;
  const auto gives = [&](const Claim& claim) {
    return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) {
      return &q != &a && &q != &b && q.unit == a.unit && (q.value.low == sum || q.of == sum);
    });
  };
  const bool parts_both = a.of > 0 && b.of > 0;  // "two of the three", "one of the three"
  return a.unit == b.unit && !parts_both && (gives(pair.left) || gives(pair.right));
}

/// "37 people, including five children", "five children": the same figure, once as a part.
bool same_part(const Quantity& a, const Quantity& b) {
  return a.subset != b.subset && a.unit == b.unit && a.value.low == b.value.low &&
         a.value.high == b.value.high && shares(a.head, b.head);
}

/// "More than 3 million", "more than 2 million": both may hold, yet who knew the one would not say
/// the other. Bounds of one side, apart by a fifth; "at least" leaves open how many more there are.
bool bounds_apart(const Quantity& a, const Quantity& b) {
  constexpr double kApart = 1.2;
  const auto above = [](const Quantity& q) {
    return q.kind == QuantityKind::kBound && q.value.low_open && std::isinf(q.value.high) &&
           q.value.low > 0;
  };
  const auto below = [](const Quantity& q) {
    return q.kind == QuantityKind::kBound && q.value.high_open && std::isinf(q.value.low) &&
           q.value.high > 0;
  };
  const auto far = [](double x, double y) { return std::max(x, y) >= kApart * std::min(x, y); };
  return !a.cumulative && !b.cumulative &&
         ((above(a) && above(b) && far(a.value.low, b.value.low)) ||
          (below(a) && below(b) && far(a.value.high, b.value.high)));
}

Finding bounds_finding(const PairContext& pair, const EventGate& gate, const Quantity& a,
                       const Quantity& b) {
  Finding f = finding_of(pair, gate, a, b, false);
  f.rule = f.kind == "number" ? "number.bounds" : f.rule;
  f.severity = f.kind == "number" ? Severity::kDifference : f.severity;
  f.confidence = 0.5;
  f.explanation = "The bounds are far apart: " + quantity_words(pair.left_document, a) +
                  " against " + quantity_words(pair.right_document, b);
  return f;
}

struct Match {
  std::size_t left, right;
  NumberFit fit;
};

}  // namespace

bool of_other_side(const PairContext& pair, const EventGate& gate, const Quantity& a,
                   const Quantity& b) {
  const auto left = sides(a, pair.left, pair.words);
  const auto right = sides(b, pair.right, pair.words);
  return (!left.empty() && !right.empty() && !shares(left, right)) ||
         own_against_unsaid(a, left, pair.right, right, pair.words) ||
         own_against_unsaid(b, right, pair.left, left, pair.words) ||
         live_elsewhere(pair, gate, a, b) ||
         within_group(pair, gate, pair.left) != within_group(pair, gate, pair.right) ||
         other_subjects(pair, gate, a, b);
}

bool total_or_complement(const PairContext& pair, const Quantity& a, const Quantity& b) {
  return total_against_count(pair, a, b) || add_up(pair, a, b);
}

namespace {

/// "Checkpoint 12" is compared with another checkpoint alone.
bool one_series(const Quantity& a, const Quantity& b) {
  return a.designator == b.designator && (!a.designator || a.head.back() == b.head.back());
}

}  // namespace

NumberFit number_fit(const PairContext& pair, const EventGate& gate, const Quantity& a,
                     const Quantity& b) {
  const bool vague = a.kind == QuantityKind::kVague || b.kind == QuantityKind::kVague;
  if (a.unit != b.unit || a.aspect != b.aspect || a.subset != b.subset || a.negated != b.negated ||
      a.further != b.further || a.rate != b.rate || !one_series(a, b) || part_against_whole(a, b) ||
      make_up_whole(a, b, gate) || total_or_complement(pair, a, b) ||
      (vague && (a.head.empty() || b.head.empty()))) {
    return NumberFit::kNot;
  }
  if (!heads_fit(a, b, gate, pair.words) || !events_fit(a, b, gate, pair.words) ||
      !measures_fit(a, b, gate)) {
    return NumberFit::kNot;
  }
  return of_other_side(pair, gate, a, b) ? NumberFit::kOtherSide : NumberFit::kComparable;
}

namespace {

bool same_matter(const EventGate& gate) {
  return gate.jaccard >= 0.38 || gate.overlap >= 0.67 || (gate.shared_event && gate.overlap >= 0.5);
}

/// As `number_fit`, where the claims speak of one matter or the two of one measure.
NumberFit fit_of(const PairContext& pair, const EventGate& gate, const Quantity& a,
                 const Quantity& b) {
  return same_matter(gate) || one_measure(a, b, gate) ? number_fit(pair, gate, a, b)
                                                      : NumberFit::kNot;
}

}  // namespace

namespace {

/// Which quantities of each side are settled, and the matches that stand open.
struct Tally {
  std::vector<bool> left_done, right_done;
  std::vector<Match> open;
};

/// Sets two quantities against each other.
void settle(const PairContext& pair, const EventGate& gate, Match at, Tally& tally,
            std::vector<Finding>& out) {
  const Quantity& a = pair.left.quantities[at.left];
  const Quantity& b = pair.right.quantities[at.right];
  const bool part = same_part(a, b);
  at.fit = part ? NumberFit::kNot : fit_of(pair, gate, a, b);
  if (at.fit == NumberFit::kNot && !part) {
    return;
  }
  const bool apart = !part && numbers_apart(a, b) &&
                     !adds_up(a, pair.left.quantities, pair.right.quantities) &&
                     !adds_up(b, pair.right.quantities, pair.left.quantities);
  if (apart) {
    tally.open.push_back(at);
    return;
  }
  if (at.fit == NumberFit::kComparable && gate.jaccard >= kOneTelling &&
      !tally.left_done[at.left] && !tally.right_done[at.right] && bounds_apart(a, b)) {
    out.push_back(bounds_finding(pair, gate, a, b));
  }
  tally.left_done[at.left] = true;
  tally.right_done[at.right] = true;
}

}  // namespace

void diverge_numbers(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (!same_matter(gate) && gate.overlap < 0.5) {
    return;
  }
  const auto& left = pair.left.quantities;
  const auto& right = pair.right.quantities;
  Tally tally{std::vector<bool>(left.size(), false), std::vector<bool>(right.size(), false), {}};
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      settle(pair, gate, {i, j, NumberFit::kNot}, tally, out);
    }
  }
  for (const Match& match : tally.open) {
    if (tally.left_done[match.left] || tally.right_done[match.right]) {
      continue;
    }
    tally.left_done[match.left] = true;
    tally.right_done[match.right] = true;
    out.push_back(finding_of(pair, gate, left[match.left], right[match.right],
                             match.fit == NumberFit::kOtherSide));
  }
}

}  // namespace parallax
