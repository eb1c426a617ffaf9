/// Quantities: numbers with bounds, units and what they count.

#include <cmath>
#include <cstdlib>
#include <utility>

#include "engine/facts/claim_context.hpp"
#include "engine/facts/quantity_forms.hpp"

namespace parallax {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
/// "About 80" covers 72 to 88.
constexpr double kApproximation = 0.10;
constexpr double kCloseApproximation = 0.02;
constexpr double kOneSidedApproximation = 0.05;

/// "Resolutions 242 (1967), 338 (1973) and 425": further numbers of a list of references.
bool goes_on_reference(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 12;
  bool numbers = false;
  for (std::size_t k = i; k-- > 0 && i - k <= kReach;) {
    if (c.has(k, FunctionClass::kReference)) {
      return numbers;
    }
    const bool number = c.tokens[k].kind == TokenKind::kNumber;
    numbers = numbers || number;
    if (!number && !c.punctuation(k) && !c.is_any(k, {"and", "or", "to"})) {
      return false;
    }
  }
  return false;
}

/// Words in front of a number that make it a name or a reference.
bool names_something(const ClaimContext& c, std::size_t i) {
  if (i == 0) {
    return false;
  }
  if (c.has(i - 1, FunctionClass::kReference) || goes_on_reference(c, i) ||
      c.is_any(i - 1, {"#", "\xe2\x84\x96", "\xc2\xb0"})) {
    return true;
  }
  if (c.is(i - 1, ".") && i >= 2 &&
      c.is_any(i - 2, {"no", "nr", "art", "n", "para", "pv", "p", "pp", "doc", "res", "vol"})) {
    return true;
  }
  // "A/70/PV.14"
  if (c.is(i - 1, "/") && i >= 2 && c.tokens[i - 2].kind == TokenKind::kWord) {
    return true;
  }
  // "the Group of Seven"
  if (c.is(i - 1, "of") && i >= 2 && c.is(i - 2, "group") &&
      c.tokens[i - 2].shape == Shape::kCapitalised && c.tokens[i].shape == Shape::kCapitalised) {
    return true;
  }
  return c.is(i - 1, "-") && i >= 2 && c.tokens[i - 2].kind == TokenKind::kWord;
}

/// "5-ci", "7-Eleven": the number is part of a word. English compounds ("a 20-mile stretch", "the
/// 27-member bloc") are quantities.
bool part_of_word(const ClaimContext& c, std::size_t last) {
  if (!c.is(last + 1, "-") || last + 2 >= c.size() || c.tokens[last + 2].kind != TokenKind::kWord) {
    return false;
  }
  const ByteSpan hyphen = c.tokens[last + 1].span;
  std::size_t length = 0;
  const bool number = !std::isnan(read_number(c, last + 2, length));
  const bool glued =
      hyphen.begin == c.tokens[last].span.end && hyphen.end == c.tokens[last + 2].span.begin;
  const std::string_view behind = c.folded(last + 2);
  const bool ordinal = behind.ends_with("th") || behind == "first" || behind == "second" ||
                       behind == "third";  // "sixty-sixth"
  const bool compound =
      c.lexicon.language == "en" && c.tokens[last + 2].shape == Shape::kLower && !ordinal;
  return glued && !number && !compound;
}

/// Grain that the number at [first, first + length) is written at.
double grain_of(const ClaimContext& c, std::size_t first, std::size_t length, double value) {
  double decimals = 1.0;
  for (std::size_t i = first; i < first + length; ++i) {
    if (c.is(i, "/")) {
      return 0.0;
    }
  }
  const std::string_view text = c.folded(first);
  const double base = digits_value(text, c.lexicon.language);
  const std::size_t point = text.rfind(c.lexicon.language == "en" ? '.' : ',');
  if (!std::isnan(base) && base != 0 && base != std::floor(base) &&
      point != std::string_view::npos) {
    decimals = std::pow(10.0, -static_cast<double>(text.size() - point - 1));
    return decimals * (value / base);
  }
  if (!std::isnan(base) && base != 0 && value / base >= 1000) {
    return value / base;
  }
  double step = 1.0;
  while (value >= 100 && std::fmod(value, step * 10) == 0 && step * 10 <= value) {
    step *= 10;
  }
  return step >= 100 ? step : 1.0;
}

/// "one of the three"
bool of_number_behind(const ClaimContext& c, std::size_t i) {
  std::size_t at = i + 2;
  std::size_t length = 0;
  return c.is(i + 1, "of") && c.is(at, "the") && ++at < c.size() &&
         !std::isnan(read_number(c, at, length));
}

/// "one" is a pronoun or article more often than a number.
bool weak_one(const ClaimContext& c, std::size_t i, std::size_t length, double value) {
  if (value != 1 || length != 1 || c.tokens[i].kind == TokenKind::kNumber ||
      of_number_behind(c, i)) {
    return false;
  }
  const bool counted =
      i + 1 < c.size() && c.tokens[i + 1].kind == TokenKind::kWord && !c.word(i + 1).stop;
  const bool pronoun = i > 0 && c.is_any(i - 1, {"no", "any", "every", "each", "this", "that",
                                                 "the", "which", "another", "some"});
  const bool english = c.lexicon.language == "en";
  return !english || !counted || pronoun;
}

struct Bound {
  std::string op;
  std::size_t first = 0;
};

/// "handed over two suspects": no bound.
bool takes_over(std::string_view stem) {
  return stem == "hand" || stem == "turn" || stem == "sign" || stem == "pass" || stem == "taken" ||
         stem == "take" || stem == "took" || stem == "carri" || stem == "bring" ||
         stem == "brought" || stem == "win";
}

/// "Has gone up to eleven": how far something moved, no bound.
bool moved_up_to(const ClaimContext& c, std::size_t i) {
  return c.lexicon.language == "en" && i > 0 && c.is(i, "up") && c.is(i + 1, "to") &&
         c.is_any(i - 1, {"gone", "went", "go", "goes", "going", "moved", "moves", "shot", "crept",
                          "climbed", "edged", "inched", "jumped", "brought", "pushed", "raised"});
}

/// Bound phrase that ends right before `i`, an article or currency sign skipped.
Bound bound_before(const ClaimContext& c, std::size_t i) {
  std::size_t end = i;
  const auto definite = [&](std::size_t at) {
    return c.lexicon.language == "en" && c.is(at, "the");  // "handed over the two"
  };
  while (end > 0 && ((c.has(end - 1, FunctionClass::kArticle) && !definite(end - 1)) ||
                     c.is_any(end - 1, {"$", "us", "\xe2\x82\xac"}))) {
    --end;
  }
  for (std::size_t begin = end > 4 ? end - 4 : 0; begin < end; ++begin) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.bound, begin, length);
    const bool particle = length == 1 && begin > 0 && c.is(begin, "over") &&
                          c.lexicon.language == "en" && takes_over(c.word(begin - 1).stem);
    if (row != nullptr && begin + length == end && !particle && !moved_up_to(c, begin)) {
      return {row->front(), begin};
    }
  }
  return {{}, i};
}

/// Half of the last decimal place that a number is written with: "about 0.1" may stand for 0.11.
double half_decimal(double value) {
  constexpr int kPlaces = 4;
  double step = 1.0;
  for (int place = 0; place < kPlaces; ++place) {
    const double scaled = value / step;
    if (std::abs(scaled - std::round(scaled)) < 1e-6) {
      break;
    }
    step /= 10;
  }
  return step / 2;
}

Interval interval_of(double value, std::string_view op, QuantityKind& kind) {
  kind = QuantityKind::kBound;
  if (op == ">") {
    return {value, kInfinity, true, false};
  }
  if (op == ">=") {
    return {value, kInfinity, false, false};
  }
  if (op == "<") {
    return {-kInfinity, value, false, true};
  }
  if (op == "<=") {
    return {-kInfinity, value, false, false};
  }
  kind = QuantityKind::kApproximate;
  // "about 5.75" is meant more closely than "about 60".
  const double margin = value == std::floor(value) ? kApproximation : kCloseApproximation;
  if (op == "~") {
    const double decimals = value == std::floor(value) ? 0.0 : half_decimal(value);
    const double width = std::max(std::abs(value) * margin, decimals);
    return {value - width, value + width, false, false};
  }
  const double one_sided = std::max(margin, kOneSidedApproximation);
  if (op == "~<") {
    return {value * (1 - one_sided), value, false, false};
  }
  if (op == "~>") {
    return {value, value * (1 + one_sided), false, false};
  }
  kind = QuantityKind::kExact;
  return {value, value, false, false};
}

/// "or more", "or so", "at most" behind the number; tokens covered.
std::size_t bound_behind(const ClaimContext& c, std::size_t i, std::string& op) {
  if (c.is_any(i, {"or", "and"}) && c.is_any(i + 1, {"more", "above", "over"})) {
    op = ">=";
    return 2;
  }
  if (c.is(i, "or") && c.is_any(i + 1, {"less", "fewer", "under"})) {
    op = "<=";
    return 2;
  }
  if (c.is(i, "or") && c.is(i + 1, "so")) {
    op = "~";
    return 2;
  }
  if (c.is(i, "+")) {
    op = ">=";
    return 1;
  }
  std::size_t length = 0;
  if (i > 0 && c.has(i - 1, FunctionClass::kNumberSuffix)) {
    // "50'den fazla": the case ending belongs to the bound.
    const auto* bound = c.look_up(c.lexicon.bound, i - 1, length);
    if (bound != nullptr && length > 1) {
      op = bound->front();
      return length - 1;
    }
  }
  const auto* row =
      c.has(i, FunctionClass::kAlternative) ? c.look_up(c.lexicon.bound, i, length) : nullptr;
  if (row == nullptr) {
    return 0;
  }
  op = row->front();
  return length;
}

/// Unit word or sign at `i`; applies its factor.
std::size_t read_unit(const ClaimContext& c, std::size_t i, Quantity& q, double& factor) {
  std::size_t length = 0;
  if (i >= c.size()) {
    return 0;
  }
  // "tres mil millones de euros"
  const bool linked = i > 0 && i + 1 < c.size() && c.lexicon.language != "en" &&
                      c.has(i, FunctionClass::kNounLink) &&
                      c.tokens[i - 1].kind == TokenKind::kWord;
  const std::size_t skipped = linked ? 1 : 0;
  const auto* row = c.look_up(c.lexicon.unit, i + skipped, length);
  if (row == nullptr) {
    return 0;
  }
  q.unit = (*row)[0];
  factor = std::strtod((*row)[1].c_str(), nullptr);
  return length + skipped;
}

void scale(Interval& v, double factor) {
  v.low *= factor;
  v.high *= factor;
}

/// Second number of a range: "between 10 and 15", "10-15", "10 to 15"; 0 tokens if none.
std::size_t range_behind(const ClaimContext& c, std::size_t i, bool between, double& high) {
  const bool dash = c.is_any(i, {"-", "\xe2\x80\x93"}) || c.has(i, FunctionClass::kRangeJoint);
  if (!(dash || (between && c.has(i, FunctionClass::kNumberJoint)))) {
    return 0;
  }
  std::size_t at = i + 1;
  if (c.is_any(at, {"$", "\xe2\x82\xac"})) {
    ++at;
  }
  std::size_t length = 0;
  high = read_number(c, at, length);
  return std::isnan(high) ? 0 : at + length - i;
}

/// "une centaine": the number word itself says "about".
bool rounded(const ClaimContext& c, std::size_t i, std::size_t length) {
  for (std::size_t at = i; at < i + length; ++at) {
    if (c.has(at, FunctionClass::kRounded)) {
      return true;
    }
  }
  return false;
}

/// Reads the quantity whose number begins at `i`; length 0 if it is not one.
struct Reading {
  Quantity quantity;
  std::size_t first = 0;
  std::size_t length = 0;  ///< From the number's first token on.
};

/// Size of a fraction word: "quarter" 4, "thirds" 3; 0 if it is none.
double fraction_word(std::string_view word) {
  static constexpr std::pair<std::string_view, double> kParts[] = {
      {"half", 2},   {"halves", 2},  {"third", 3},  {"thirds", 3}, {"quarter", 4}, {"quarters", 4},
      {"fourth", 4}, {"fourths", 4}, {"fifth", 5},  {"fifths", 5}, {"sixth", 6},   {"sixths", 6},
      {"eighth", 8}, {"eighths", 8}, {"tenth", 10}, {"tenths", 10}};
  for (const auto& [text, parts] : kParts) {
    if (text == word) {
      return parts;
    }
  }
  return 0;
}

/// True if "of the 200" or the like follows: the share of a number, not of a thing.
bool of_number(const ClaimContext& c, std::size_t i) {
  if (!c.is(i, "of")) {
    return false;
  }
  ++i;
  while (c.is_any(i, {"the", "its", "their", "these", "those", "all", "some", "about"})) {
    ++i;
  }
  std::size_t length = 0;
  return i < c.size() && !std::isnan(read_number(c, i, length));
}

/// "around a third", "more than half": the bound in front widens a share.
void bound_share(const ClaimContext& c, Reading& r, double share) {
  const Bound bound = bound_before(c, r.first);
  if (bound.op.empty() || bound.first == r.first) {
    return;
  }
  constexpr double kAround = 0.1;
  Interval& v = r.quantity.value;
  if (bound.op == "~") {
    v = {100 * share * (1 - kAround), 100 * share * (1 + kAround), false, false};
  } else if (bound.op.starts_with(">")) {
    v.high = kInfinity;
    r.quantity.kind = QuantityKind::kBound;
  } else if (bound.op.starts_with("<")) {
    v.low = -kInfinity;
    r.quantity.kind = QuantityKind::kBound;
  } else {
    return;
  }
  r.length += r.first - bound.first;
  r.first = bound.first;
}

Reading share_reading(const ClaimContext& c, std::size_t i, std::size_t length, double share) {
  constexpr double kShareMargin = 1.0;
  Reading r;
  r.first = i;
  r.length = length;
  r.quantity.unit = "%";
  r.quantity.kind = QuantityKind::kApproximate;
  r.quantity.value = {100 * share - kShareMargin, 100 * share + kShareMargin, false, false};
  bound_share(c, r, share);
  return r;
}

/// "one in five", "3 out of 10": `count`, read from `i` to `at`, of the total behind it.
Reading read_ratio(const ClaimContext& c, std::size_t i, std::size_t at, double count) {
  const bool out_of = c.is(at, "out") && c.is(at + 1, "of");
  const std::size_t second = out_of ? at + 2 : at + 1;
  if (at == i || count > 10 || !(out_of || c.is(at, "in")) || second >= c.size()) {
    return {};
  }
  std::size_t length = 0;
  const double total = read_number(c, second, length);
  const bool round = total == 10 || total == 100 || total == 1000 || total == 20 || total == 50;
  const bool noun = second + length < c.size() && c.tokens[second + length].shape == Shape::kLower;
  if (count < total && (total < 10 || round) && noun) {
    return share_reading(c, i, second + length - i, count / total);
  }
  return {};
}

/// "Half a percentage point", "half an hour", "a quarter of a point": a part of one unit.
Reading read_part_of_unit(const ClaimContext& c, std::size_t i) {
  const bool half = c.is(i, "half") && c.is_any(i + 1, {"a", "an"});
  const bool quarter = c.is(i, "quarter") && c.is(i + 1, "of") && c.is_any(i + 2, {"a", "an"});
  if (!half && !quarter) {
    return {};
  }
  const std::size_t at = half ? i + 2 : i + 3;
  Reading r;
  double factor = 1;
  const std::size_t unit = read_unit(c, at, r.quantity, factor);
  if (unit == 0) {
    return {};
  }
  r.first = i > 0 && quarter && c.is(i - 1, "a") ? i - 1 : i;
  r.length = at + unit - r.first;
  const double value = (half ? 0.5 : 0.25) * factor;
  r.quantity.value = {value, value, false, false};
  r.quantity.factor = factor;
  return r;
}

/// "One pupil in five", "two households in ten": what is counted stands inside.
Reading read_ratio_around(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  const double count = read_number(c, i, length);
  if (length != 1 || !(count >= 1 && count < 10) || i + 3 >= c.size()) {
    return {};
  }
  const std::size_t joint = c.is(i + 2, "in") ? i + 2 : c.is(i + 3, "in") ? i + 3 : 0;
  const bool nouns = joint != 0 && c.tokens[i + 1].shape == Shape::kLower && !c.word(i + 1).stop &&
                     c.tokens[joint - 1].shape == Shape::kLower && !c.word(joint - 1).stop;
  if (!nouns || joint + 1 >= c.size()) {
    return {};
  }
  std::size_t behind = 0;
  const double total = read_number(c, joint + 1, behind);
  const std::size_t end = joint + 1 + behind;
  const bool small = behind == 1 && (total <= 10 || total == 20 || total == 50 || total == 100);
  const bool counts = end < c.size() && c.tokens[end].kind == TokenKind::kWord && !c.word(end).stop;
  if (!small || !(count < total) || total < 2 || counts) {
    return {};  // "two shops in five towns"
  }
  return share_reading(c, i, end - i, count / total);
}

/// "a quarter of the beds", "two thirds", "one in five": a share as per cent.
Reading read_share(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en") {
    return {};
  }
  if (c.is(i, "every") && i + 2 < c.size() && c.tokens[i + 2].shape == Shape::kLower) {
    const double parts = c.is(i + 1, "second") ? 2 : fraction_word(c.folded(i + 1));
    return parts >= 2 ? share_reading(c, i, 2, 1 / parts) : Reading{};
  }
  if (Reading part = read_part_of_unit(c, i); part.length != 0) {
    return part;
  }
  if (Reading around = read_ratio_around(c, i); around.length != 0) {
    return around;
  }
  std::size_t length = 0;
  double count = 1;
  std::size_t at = i;
  if (c.is_any(i, {"a", "one"})) {
    ++at;
  } else if (const double value = read_number(c, i, length); !std::isnan(value)) {
    count = value;
    at += length;
  }
  at += c.is(at, "-") ? 1U : 0U;
  const double parts = at < c.size() ? fraction_word(c.folded(at)) : 0;
  const bool article = at > i || parts == 2;
  if (parts > 0 && article && count < parts && c.is(at + 1, "of") && !of_number(c, at + 1)) {
    return share_reading(c, i, at + 1 - i, count / parts);
  }
  return read_ratio(c, i, at, count);
}

/// "dozens of", "several hundred": an interval by the table of vague numbers.
Reading read_vague(const ClaimContext& c, std::size_t i) {
  Reading r;
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.vague, i, length);
  if (row == nullptr) {
    return r;
  }
  r.first = i;
  r.length = length;
  r.quantity.kind = QuantityKind::kVague;
  r.quantity.value = {std::strtod((*row)[0].c_str(), nullptr),
                      std::strtod((*row)[1].c_str(), nullptr), false, false};
  return r;
}

/// "22-year-old", "aged 22", "Mr Halvik, 49,": years of life are no amount of time.
void mark_age(const ClaimContext& c, Reading& r) {
  if (c.lexicon.language != "en") {
    return;
  }
  const std::size_t end = r.first + r.length;
  const bool time = r.quantity.unit == "month";
  if (time &&
      ((c.is(end, "-") && c.is(end + 1, "old")) || (c.is(end, "of") && c.is(end + 1, "age")))) {
    r.length += 2;
  } else if (time && c.is(end, "old")) {
    r.length += 1;
  } else {
    const bool told =
        r.first > 0 && (c.is_any(r.first - 1, {"aged", "age"}) ||
                        (c.is(r.first - 1, "of") && r.first > 1 && c.is(r.first - 2, "age")));
    const bool apposed = r.first > 1 && r.length == 1 && c.is(r.first - 1, ",") &&
                         c.is_any(end, {",", "."}) && r.quantity.value.low >= 10 &&
                         r.quantity.value.low < 110 &&
                         c.tokens[r.first - 2].shape == Shape::kCapitalised;
    // "children under five", "voters over 65"
    const bool group =
        r.first > 1 && r.length == 1 && r.quantity.value.low < 110 &&
        c.is_any(r.first - 1, {"under", "over", "below", "above"}) &&
        c.is_any(r.first - 2, {"children", "child",     "infants",  "adults",   "persons", "people",
                               "boys",     "girls",     "women",    "men",      "youth",   "those",
                               "anyone",   "everyone",  "citizens", "patients", "workers", "voters",
                               "pupils",   "residents", "migrants", "minors"});
    if (!r.quantity.unit.empty() || !(told || apposed || group)) {
      return;
    }
    r.quantity.unit = "age";
    return;
  }
  r.quantity.unit = "age";
  r.quantity.value.low /= 12;
  r.quantity.value.high /= 12;
  r.quantity.factor = 1;
}

void read_currency_before(const ClaimContext& c, Reading& r, double& factor) {
  if (r.first == 0) {
    return;
  }
  std::size_t at = r.first - 1;
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.unit, at, length);
  const bool percent = row != nullptr && (*row)[0] == "%" && !c.taken[at];
  if (row == nullptr || length != 1 || ((*row)[0].size() != 3 && !percent) || (*row)[0] == "deg") {
    return;
  }
  r.quantity.unit = (*row)[0];
  factor = std::strtod((*row)[1].c_str(), nullptr);
  if (at > 0 && c.is_any(at - 1, {"us", "u.s"})) {
    --at;
  }
  r.length += r.first - at;
  r.first = at;
}

/// "Beat them 3-1", "a 2-1 victory", "a 2-2 draw": the goals of both, the first ones in hundreds.
bool is_score(const ClaimContext& c, std::size_t i, std::size_t range, double value, double high) {
  constexpr double kMost = 30;
  constexpr std::size_t kReach = 7;
  if (c.lexicon.language != "en" || range != 2 || value > kMost || high > kMost ||
      !c.is_any(i + 1, {"-", "\xe2\x80\x93"}) || c.tokens[i].kind != TokenKind::kNumber ||
      c.tokens[i + 2].kind != TokenKind::kNumber) {
    return false;
  }
  const std::size_t low = i > kReach ? i - kReach : 0;
  for (std::size_t at = low; at < std::min(c.size(), i + kReach); ++at) {
    if (c.is_any(at,
                 {"beat",   "beats",     "beaten",    "won",   "win",      "wins",     "victory",
                  "defeat", "defeated",  "lost",      "lose",  "draw",     "drew",     "drawn",
                  "match",  "final",     "score",     "goal",  "goals",    "friendly", "semi-final",
                  "tie",    "shoot-out", "penalties", "ended", "finished", "triumph",  "derby"})) {
      return true;
    }
  }
  return false;
}

Reading read_at(const ClaimContext& c, std::size_t i) {
  Reading r;
  std::size_t length = 0;
  const double value = read_number(c, i, length);
  const bool vague = length == 1 && c.has(i, FunctionClass::kVagueScale);
  if (vague || std::isnan(value) || names_something(c, i) || part_of_word(c, i + length - 1) ||
      weak_one(c, i, length, value)) {
    return r;
  }
  r.first = i;
  r.length = length;
  Bound bound = bound_before(c, i);
  bound.op = bound.op.empty() && rounded(c, i, length) ? "~" : bound.op;
  double high = 0;
  const std::size_t range = range_behind(c, i + r.length, bound.op == "between", high);
  r.length += range;
  if (range == 0) {
    r.length += bound_behind(c, i + r.length, bound.op);
  }
  double factor = 1;
  read_currency_before(c, r, factor);
  if (r.quantity.unit.empty()) {
    const bool compound = c.lexicon.language == "en" && c.is(r.first + r.length, "-");
    const std::size_t unit =
        read_unit(c, r.first + r.length + (compound ? 1 : 0), r.quantity, factor);
    r.length += unit == 0 ? 0 : unit + (compound ? 1 : 0);
  }
  if (is_score(c, i, range, value, high)) {
    r.quantity.unit = "score";
    r.quantity.value = {100 * value + high, 100 * value + high, false, false};
  } else if (range != 0 && high != value) {  // "from 40 to 35 per cent", too
    r.quantity.value = {std::min(value, high), std::max(value, high), false, false};
    r.quantity.kind = QuantityKind::kRange;
  } else {
    r.quantity.value = interval_of(value, bound.op, r.quantity.kind);
  }
  scale(r.quantity.value, factor);
  r.quantity.step = grain_of(c, i, length, value) * factor;
  r.quantity.factor = factor;
  mark_age(c, r);
  if (bound.first < r.first) {
    r.length += r.first - bound.first;
    r.first = bound.first;
  }
  return r;
}

/// "half of the 200", "two thirds of", "all 200", "none of the 40": a share in front of the number.
void apply_share(const ClaimContext& c, Reading& r) {
  std::size_t at = r.first;
  while (at > 0 && c.is_any(at - 1, {"the", "of", "its", "their", "these", "those"})) {
    --at;
  }
  if (at == 0) {
    return;
  }
  double share = 0;
  if (c.is(at - 1, "half")) {
    share = 0.5;
  } else if (c.is_any(at - 1, {"quarter", "fourth"})) {
    share = 0.25;
  } else if (c.is(at - 1, "third")) {
    share = 1.0 / 3;
  } else if (c.is_any(at - 1, {"thirds"})) {
    share = 2.0 / 3;
  } else if (c.is_any(at - 1, {"none"})) {
    share = 0;
  } else {
    return;
  }
  const std::size_t first =
      c.is_any(at - 1, {"thirds", "quarter", "third"}) && at >= 2 ? at - 2 : at - 1;
  scale(r.quantity.value, share);
  r.length += r.first - first;
  r.first = first;
}

/// "all 112", "all of the 112".
bool says_all(const ClaimContext& c, std::size_t first) {
  if (c.is(first, "all")) {
    return true;
  }
  while (first > 0 && c.is_any(first - 1, {"the", "of", "its", "their", "his", "her"})) {
    --first;
  }
  return first > 0 && c.is(first - 1, "all");
}

std::string_view rate_word(std::string_view word) {
  static constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"hourly", "hour"},       {"daily", "day"},   {"weekly", "week"}, {"monthly", "month"},
      {"quarterly", "quarter"}, {"yearly", "year"}, {"annual", "year"}, {"annually", "year"}};
  for (const auto& [from, to] : kWords) {
    if (word == from) {
      return to;
    }
  }
  return {};
}

/// How often, behind or in front of the number at [first, end): "17 people every minute", "a daily
/// 300 lorries", "2 million a year". English.
std::string_view rate_of(const ClaimContext& c, std::size_t first, std::size_t end) {
  constexpr std::size_t kBehind = 8;
  constexpr std::size_t kAhead = 4;
  for (std::size_t i = first; i > 0 && first - i < kAhead; --i) {
    if (const std::string_view rate = rate_word(c.folded(i - 1)); !rate.empty()) {
      return rate;
    }
    if (!c.is_any(i - 1, {"a", "an", "the", "some", "about", "around", "of", "average", "total",
                          "nearly", "almost", "over", "than", "more", "least", "at"})) {
      break;
    }
  }
  for (std::size_t i = end; i < std::min(c.size(), end + kBehind); ++i) {
    if (c.punctuation(i) || c.tokens[i].kind == TokenKind::kNumber) {
      return {};
    }
    if (const std::string_view rate = rate_word(c.folded(i)); !rate.empty()) {
      return rate;
    }
    const bool span =
        c.is_any(i + 1, {"second", "minute", "hour", "day", "week", "month", "quarter", "year"});
    const bool moment =
        c.is_any(i + 2, {"ago", "earlier", "later", "after", "before", "old", "of", "-"});
    const bool length = c.is_any(i - 1, {"in", "within", "for", "than", "after", "over", "half"});
    if (c.is_any(i, {"every", "each", "per", "a", "an"}) && span && !moment && !length) {
      return c.folded(i + 1);
    }
  }
  return {};
}

void mark_context(const ClaimContext& c, const Reading& r, Quantity& q) {
  const std::size_t end = r.first + r.length;
  q.whole = c.lexicon.language == "en" && says_all(c, r.first);
  const bool time = q.unit == "s" || q.unit == "month";  // "by another 30 days"
  q.further = c.lexicon.language == "en" && !time &&
              ((r.first > 0 && c.is_any(r.first - 1, {"another", "further", "additional"})) ||
               c.is_any(c.is(end, "of") ? end + 1 : end,
                        {"more", "other", "others", "further", "additional"}));
  if (c.lexicon.language == "en") {
    q.rate = rate_of(c, r.first, end);
  }
  const std::size_t low = r.first > 3 ? r.first - 3 : 0;
  for (std::size_t i = low; i < r.first; ++i) {
    q.subset = q.subset || c.has(i, FunctionClass::kSubset);
  }
  for (std::size_t i = 0; i < c.size(); ++i) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.event, i, length);
    q.cumulative = q.cumulative || (row != nullptr && row->front() == "update");
  }
}

}  // namespace

void read_quantities(ClaimContext& c, Claim& claim) {
  for (std::size_t i = 0; i < c.size();) {
    Reading r = c.taken[i] ? Reading{} : read_share(c, i);
    for (const auto reader : {read_vague, read_at}) {
      r = r.length == 0 && !c.taken[i] ? reader(c, i) : r;
    }
    if (r.length == 0) {
      ++i;
      continue;
    }
    apply_share(c, r);
    Quantity q = r.quantity;
    mark_context(c, r, q);
    mark_forms(c, r.first, r.first + r.length, q);
    const std::size_t last = std::min(r.first + r.length, c.size()) - 1;
    q.span = c.span(r.first, last);
    q.first_token = static_cast<std::uint32_t>(r.first) + c.first_token;
    q.last_token = static_cast<std::uint32_t>(last) + c.first_token;
    c.take(r.first, last);
    i = last + 1;
    claim.quantities.push_back(std::move(q));
  }
}

bool disjoint(const Interval& a, const Interval& b) {
  const auto below = [](const Interval& x, const Interval& y) {
    return x.high < y.low || (x.high == y.low && (x.high_open || y.low_open));
  };
  return below(a, b) || below(b, a);
}

std::string_view name_of(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kExact:
      return "exact";
    case QuantityKind::kApproximate:
      return "approximate";
    case QuantityKind::kBound:
      return "bound";
    case QuantityKind::kRange:
      return "range";
    case QuantityKind::kVague:
      return "vague";
    case QuantityKind::kNone:
      return "none";
  }
  return "exact";
}

}  // namespace parallax
