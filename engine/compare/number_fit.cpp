/// Same unit, counted thing and event: whether two figures may be set against each other.

#include "engine/compare/number_fit.hpp"

#include <algorithm>

#include "engine/compare/outcomes.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

bool shares(const std::vector<StemId>& a, const std::vector<StemId>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](StemId id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

bool holds(const std::vector<StemId>& ids, StemId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool has(const std::vector<StemId>& ids, const WordTable& words, std::string_view name) {
  return std::any_of(ids.begin(), ids.end(), [&](StemId id) { return words.stem(id) == name; });
}

namespace {

/// Nouns that say that something is counted, not what.
bool says_only_count(const WordTable& words, StemId id) {
  static constexpr WordList kNouns = {"case",   "=case", "instanc", "=person", "number",
                                      "=count", "total", "member",  "individu"};
  return kNouns.contains(words.stem(id));
}

}  // namespace

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

namespace {

bool is_generic(const std::vector<StemId>& head, const WordTable& words) {
  return head.size() == 1 && has(head, words, "=person");
}

/// "120 people were injured", "35 children": some of them.
bool group_among(const Quantity& group, const Quantity& people, const WordTable& words) {
  static constexpr WordList kGroups = {
      "=child",   "=woman",   "minor",           "infant",   "babi",    "girl",       "boy",
      "men",      "elder",    "=elder",          "pension",  "foreign", "=foreigner", "=civilian",
      "=soldier", "=student", "=police_officer", "=teacher", "=doctor", "=nurse",     "=journalist",
      "=tourist", "teenag",   "adult",           "juvenil",  "toddler", "pupil",      "=pupil"};
  return is_generic(people.head, words) && group.value.high <= people.value.low &&
         std::any_of(group.head.begin(), group.head.end(),
                     [&](StemId id) { return kGroups.contains(words.stem(id)); });
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

}  // namespace

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

namespace {

/// Verbs that say no more than that there are so many: "numbered 800", "carried 38 trucks".
bool only_presents(const WordTable& words, StemId id) {
  static constexpr WordList kVerbs = {
      "=amount_to", "number",   "total",   "stand",     "stood",  "amount",    "reach",   "=arrive",
      "arriv",      "come",     "carri",   "=carry",    "bring",  "hold",      "contain", "have",
      "includ",     "=include", "compris", "consist",   "receiv", "=receive",  "submit",  "=submit",
      "file",       "lodg",     "record",  "=record",   "regist", "=register", "count",   "involv",
      "=deliver",   "deliv",    "=travel", "transport", "remain", "=remain",   "possess", "own"};
  return kVerbs.contains(words.stem(id));
}

/// "Earned", "grossed", "scored": verbs of figures that one of them may stand for another.
bool tells_figure(const WordTable& words, StemId id) {
  static constexpr WordList kVerbs = {"report", "=report", "confirm", "=confirm",  "gross",
                                      "earn",   "score",   "rate",    "make",      "measur",
                                      "cost",   "receiv",  "announc", "=announce", "see",
                                      "there",  "regist",  "obtain",  "get",       "gain"};
  return only_presents(words, id) || kVerbs.contains(words.stem(id));
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
    static constexpr WordList kVerbs = {"=amount_to", "number", "total", "amount"};
    return kVerbs.contains(words.stem(id));
  };
  return bare.head.empty() && !headed.head.empty() && shares(headed.head, bare.measure) &&
         std::any_of(bare.verbs.begin(), bare.verbs.end(), counts);
}

/// True if both are told by verbs, but by none in common: "visited 140", "reported at 12".
bool other_deed(const Quantity& a, const Quantity& b, const EventGate& gate) {
  if (one_measure(a, b, gate)) {
    return false;
  }
  if (!a.rate.empty() && a.rate == b.rate && shares(a.head, b.head)) {
    return false;  // "processes 300 lorries a day", "handles 120 lorries daily"
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

/// "Holds 340 tonnes", "was carrying 1,800 tonnes": a stock, no deed.
bool tells_stock(const Quantity& q, const WordTable& words) {
  static constexpr WordList kVerbs = {
      "hold",     "have",     "own",     "carri",  "=carry", "possess", "=possess", "=hold",
      "=include", "=contain", "contain", "employ", "store",  "stock",   "compris",  "consist"};
  return std::all_of(q.verbs.begin(), q.verbs.end(),
                     [&](StemId id) { return kVerbs.contains(words.stem(id)); });
}

/// "Holds 340 tonnes", "bought 12 tonnes": what there is, and what was done with some of it.
bool stock_against_deed(const Quantity& a, const Quantity& b, const EventGate& gate,
                        const WordTable& words) {
  const bool left = tells_stock(a, words);
  const Quantity& stock = left ? a : b;
  const Quantity& deed = left ? b : a;
  return left != tells_stock(b, words) && !stock.verbs.empty() && !deed.whole && !stock.whole &&
         deed.value.high <= stock.value.low &&
         std::none_of(deed.verbs.begin(), deed.verbs.end(),
                      [&](StemId id) { return in_common(gate, id) || only_presents(words, id); });
}

}  // namespace

bool one_deed(const EventGate& gate, const WordTable& words, const Quantity& a, const Quantity& b) {
  if (other_outcome(a, b, words) || stock_against_deed(a, b, gate, words)) {
    return false;
  }
  const auto own = [&](const Quantity& q) {
    const auto is_own = [&](StemId id) { return !tells_figure(words, id) && !in_common(gate, id); };
    return std::any_of(q.verbs.begin(), q.verbs.end(), is_own) ||
           std::any_of(q.event.begin(), q.event.end(), is_own);
  };
  const auto shared = [&](const std::vector<StemId>& x, const std::vector<StemId>& y) {
    return std::any_of(x.begin(), x.end(),
                       [&](StemId id) { return holds(y, id) && !only_presents(words, id); });
  };
  return shared(a.event, b.event) || shared(a.verbs, b.verbs) || (!own(a) && !own(b));
}

namespace {

bool events_fit(const Quantity& a, const Quantity& b, const EventGate& gate,
                const WordTable& words) {
  if (other_outcome(a, b, words) || stock_against_deed(a, b, gate, words)) {
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

/// "Checkpoint 12" is compared with another checkpoint alone.
bool one_series(const Quantity& a, const Quantity& b) {
  return a.designator == b.designator && (!a.designator || a.head.back() == b.head.back());
}

/// "The group of seven", "the group of 20": names of bodies.
bool names_group(const PairContext& pair, const Document& document, const Quantity& q) {
  const auto word = [&](std::uint32_t back) -> std::string_view {
    return q.first_token < back ? std::string_view{}
                                : pair.words[document.tokens[q.first_token - back].word].folded;
  };
  return q.head.empty() && word(1) == "of" && (word(2) == "group" || word(2) == "committee");
}

}  // namespace

NumberFit number_fit(const PairContext& pair, const EventGate& gate, const Quantity& a,
                     const Quantity& b) {
  const bool vague = a.kind == QuantityKind::kVague || b.kind == QuantityKind::kVague;
  if (a.unit != b.unit || a.aspect != b.aspect || a.subset != b.subset || a.negated != b.negated ||
      a.further != b.further || a.rate != b.rate || !one_series(a, b) || part_against_whole(a, b) ||
      make_up_whole(a, b, gate) || total_or_complement(pair, a, b) ||
      (vague && (a.head.empty() || b.head.empty())) || names_group(pair, pair.left_document, a) ||
      names_group(pair, pair.right_document, b)) {
    return NumberFit::kNot;
  }
  if (!heads_fit(a, b, gate, pair.words) || !events_fit(a, b, gate, pair.words) ||
      !measures_fit(a, b, gate)) {
    return NumberFit::kNot;
  }
  return of_other_side(pair, gate, a, b) ? NumberFit::kOtherSide : NumberFit::kComparable;
}

}  // namespace parallax
