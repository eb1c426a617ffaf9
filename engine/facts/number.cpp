/// Numbers in digits of any script and in words. Words add up the way they are spoken: units and
/// tens add, "hundred" and the scales multiply what stands before them (Recognizers of this kind:
/// Sproat, "Normalization of non-standard words", 2001).

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "engine/facts/claim_context.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

/// First code points of the digit ranges that news text uses beside ASCII.
constexpr std::array<char32_t, 9> kZeros = {0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66,
                                            0x0AE6, 0x0BE6, 0x0E50, 0xFF10};

/// ASCII form of digits and separators; empty if another character occurs.
std::string ascii_number(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
      continue;
    }
    if (c == 0x066B) {
      out.push_back('.');
      continue;
    }
    if (c == 0x066C || c == 0x2019 || c == 0x202F || c == 0x00A0) {
      continue;
    }
    bool digit = false;
    for (const char32_t zero : kZeros) {
      if (c >= zero && c < zero + 10) {
        out.push_back(static_cast<char>('0' + static_cast<int>(c - zero)));
        digit = true;
        break;
      }
    }
    if (!digit) {
      return {};
    }
  }
  return out;
}

bool comma_is_decimal(std::string_view language) {
  return language != "en" && language != "ar" && language != "he" && language != "zh" &&
         language != "ja" && language != "ko" && language != "hi" && language != "und";
}

/// True if every group behind `separator` has three digits, so that it can only group.
bool groups_of_three(const std::string& text, char separator) {
  std::size_t at = text.find(separator);
  while (at != std::string::npos) {
    const std::size_t next = text.find_first_not_of("0123456789", at + 1);
    const std::size_t end = next == std::string::npos ? text.size() : next;
    if (end - at - 1 != 3) {
      return false;
    }
    at = text.find(separator, at + 1);
  }
  return true;
}

void erase_all(std::string& text, char c) {
  std::erase(text, c);
}

double table_value(const ClaimContext& context, std::span<const Token> tokens, std::size_t i) {
  const PhraseSet::Match match = context.lexicon.number.phrases.match(tokens, i, context.words);
  return match.length == 1
             ? std::strtod(context.lexicon.number.rows[match.payload].front().c_str(), nullptr)
             : kNotANumber;
}

double value_of(const ClaimContext& context, std::string_view word) {
  Token token;
  token.word = context.words.intern(word, context.lexicon.language);
  return table_value(context, std::span<const Token>(&token, 1), 0);
}

/// "zweihundertfuenfzigtausend": languages that write a number up to a million as one word.
double compound_value(const ClaimContext& context, const std::string& word) {
  static constexpr std::string_view kThousand = "tausend";
  const std::size_t at = word.find(kThousand);
  if (context.lexicon.language != "de" || at == std::string::npos) {
    return kNotANumber;
  }
  const std::string rest = word.substr(at + kThousand.size());
  const double thousands = at == 0 ? 1.0 : value_of(context, word.substr(0, at));
  const double units = rest.empty() ? 0.0 : value_of(context, rest);
  return thousands < 1000 && units < 1000 ? thousands * 1000 + units : kNotANumber;
}

/// Word value by the number tables; NaN if none.
double word_value(const ClaimContext& context, std::size_t i) {
  const double value = table_value(context, context.tokens, i);
  return std::isnan(value) ? compound_value(context, context.word(i).folded) : value;
}

/// State of a spoken number while its words are read.
struct Spoken {
  double total = 0;    ///< Closed scale groups.
  double current = 0;  ///< Open group below the next scale.
  double last = 0;     ///< Last word's value.
  double scale = 0;    ///< Last scale; 0 before the first.
  bool any = false;

  /// "mil millones": a larger scale multiplies all that went before.
  void close_group(double value) {
    const bool larger = value > scale && scale > 0;
    const double below = larger ? total + current : current;
    total = (larger ? 0 : total) + (below > 0 ? below : 1) * value;
    scale = value;
    current = 0;
  }

  /// May `value`, below 1000, stand behind the last word as a summand?
  [[nodiscard]] bool adds(double value, std::string_view language) const {
    const bool french = language == "fr";
    // "soixante-dix-sept", "quatre-vingt-dix-sept"
    const bool teens = french && last == 10 && value >= 7 && value <= 9 && current >= 70;
    // "nine and seventy", "five ten"
    const bool units_first =
        language == "ar" && last > 0 && last < 10 && value >= 10 && value < 100;
    const bool smaller = value < last && (last >= 20 || last == 0);
    const bool two_tens = last < 100 && value >= 10 && !french;
    return teens || units_first || (smaller && !two_tens) || (current == 0 && total > 0);
  }

  /// False if `value` cannot continue the number.
  bool add(double value, std::string_view language) {
    if (!any) {
      current = value;
    } else if (value >= 1000) {
      close_group(value);
    } else if (value == 100 && current > 0 && current < 100) {
      current *= 100;
    } else if (language == "fr" && value == 20 && last == 4) {
      current += 76;
    } else if (adds(value, language)) {
      current += value;
    } else {
      return false;
    }
    last = value >= 1000 ? 1000 : value;
    any = true;
    return true;
  }
  [[nodiscard]] double value() const { return total + current; }
};

double read_words(const ClaimContext& context, std::size_t i, std::size_t& length) {
  Spoken spoken;
  std::size_t at = i;
  std::size_t end = i;
  while (at < context.size()) {
    const bool joint = spoken.any &&
                       (context.is(at, "-") || context.has(at, FunctionClass::kNumberJoint)) &&
                       at + 1 < context.size();
    const std::size_t here = joint ? at + 1 : at;
    const double value = word_value(context, here);
    if (std::isnan(value)) {
      break;
    }
    if (joint && !context.is(at, "-") && spoken.last < 20) {
      break;
    }
    Spoken next = spoken;
    if (!spoken.any && value >= 1000) {
      next.total = value;
      next.scale = value;
      next.any = true;
      next.last = 1000;
    } else if (!next.add(value, context.lexicon.language)) {
      break;
    }
    spoken = next;
    at = here + 1;
    end = at;
  }
  length = end - i;
  return spoken.any ? spoken.value() : kNotANumber;
}

/// "a hundred", "a dozen", "half a million": the article before a scale.
bool article_before_scale(const ClaimContext& context, std::size_t i) {
  const bool article = context.has(i, FunctionClass::kArticle) && !context.is(i, "the");
  if (!article || i + 1 >= context.size()) {
    return false;
  }
  const double value = word_value(context, i + 1);
  return value == 12 || value == 20 || value >= 100;
}

/// Suffix glued to digits ("2.5bn"): its factor, 0 if unknown.
double suffix_factor(std::string_view suffix) {
  if (suffix == "bn" || suffix == "b" || suffix == "mrd") {
    return 1e9;
  }
  if (suffix == "m" || suffix == "mn" || suffix == "mln" || suffix == "mio") {
    return 1e6;
  }
  if (suffix == "k") {
    return 1e3;
  }
  return suffix == "tn" || suffix == "trn" ? 1e12 : 0;
}

double read_glued(std::string_view text, std::string_view language) {
  const std::size_t digits = text.find_first_not_of("0123456789.,");
  if (digits == 0 || digits == std::string_view::npos) {
    return kNotANumber;
  }
  const double factor = suffix_factor(text.substr(digits));
  return factor == 0 ? kNotANumber : digits_value(text.substr(0, digits), language) * factor;
}

/// "3/4" at i: its value, NaN if there is none.
double fraction_at(const ClaimContext& context, std::size_t i) {
  if (i + 2 >= context.size() || !context.is(i + 1, "/")) {
    return kNotANumber;
  }
  const double upper = digits_value(context.folded(i), "en");
  const double lower = digits_value(context.folded(i + 2), "en");
  if (std::isnan(upper) || std::isnan(lower) || lower < 2 || lower > 16 || upper >= lower) {
    return kNotANumber;
  }
  return upper / lower;
}

bool three_digits(std::string_view text) {
  return text.size() == 3 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "12 500": digits grouped by a blank; 0 tokens if there is one group only.
std::size_t spaced_groups(const ClaimContext& context, std::size_t i, double& value) {
  const std::string_view first = context.folded(i);
  if (!comma_is_decimal(context.lexicon.language) || first.empty() || first.size() > 3 ||
      first.find_first_not_of("0123456789") != std::string_view::npos || first[0] == '0') {
    return 0;
  }
  std::string digits(first);
  std::size_t at = i + 1;
  while (at < context.size()) {
    const std::string_view group = context.folded(at);
    // "12 500,5": the last group may carry decimals.
    const bool fits = three_digits(group.substr(0, 3)) && (group.size() == 3 || group[3] == ',') &&
                      context.tokens[at].span.begin - context.tokens[at - 1].span.end <= 3;
    if (!fits) {
      break;
    }
    digits += group;
    ++at;
  }
  value = digits_value(digits, context.lexicon.language);
  return at > i + 1 ? at - i : 0;
}

double read_digits(const ClaimContext& context, std::size_t i, std::size_t& length) {
  double spaced = 0;
  if (const std::size_t groups = spaced_groups(context, i, spaced); groups > 0) {
    length = groups;
    return spaced;
  }
  const double fraction = fraction_at(context, i);
  if (!std::isnan(fraction)) {
    length = 3;
    return fraction;
  }
  double value = digits_value(context.folded(i), context.lexicon.language);
  if (std::isnan(value)) {
    value = read_glued(context.folded(i), context.lexicon.language);
  }
  if (std::isnan(value)) {
    return value;
  }
  length = 1 + number_suffix(context, i + 1);
  if (length > 1) {
    return value;
  }
  const std::size_t next = context.is(i + 1, "-") ? i + 2 : i + 1;
  const double mixed = fraction_at(context, next);
  if (!std::isnan(mixed)) {
    length = next - i + 3;
    return value + mixed;
  }
  return value;
}

/// "medio millon", "une demi-douzaine": half of the scale behind.
double read_half(const ClaimContext& context, std::size_t i, std::size_t& length) {
  std::size_t at = i + (context.has(i, FunctionClass::kArticle) ? 1U : 0U);
  if (!context.has(at, FunctionClass::kHalf)) {
    return kNotANumber;
  }
  at += context.is(at + 1, "-") ? 2U : 1U;
  const double scale = at < context.size() ? word_value(context, at) : kNotANumber;
  if (!(scale >= 10)) {
    return kNotANumber;
  }
  length = at + 1 - i;
  return scale / 2;
}

}  // namespace

std::size_t number_suffix(const ClaimContext& context, std::size_t i) {
  const bool joined = i > 0 && i + 1 < context.size() && context.is_any(i, {"-", "'"}) &&
                      context.tokens[i].span.begin == context.tokens[i - 1].span.end &&
                      context.tokens[i].span.end == context.tokens[i + 1].span.begin;
  return joined && context.has(i + 1, FunctionClass::kNumberSuffix) ? 2 : 0;
}

double digits_value(std::string_view raw, std::string_view language) {
  std::string text = ascii_number(raw);
  if (text.empty() || text.find_first_not_of("0123456789.,") != std::string::npos ||
      text.find_first_of("0123456789") == std::string::npos) {
    return kNotANumber;
  }
  // Spanish is written with either mark; three digits behind a comma are a group.
  const bool spanish_group = language == "es" && text.find('.') == std::string::npos &&
                             text.find(',') != 0 && groups_of_three(text, ',');
  char decimal = comma_is_decimal(language) && !spanish_group ? ',' : '.';
  char group = decimal == ',' ? '.' : ',';
  if (!groups_of_three(text, group)) {
    std::swap(decimal, group);
  }
  erase_all(text, group);
  for (char& c : text) {
    if (c == decimal) {
      c = '.';
    }
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : kNotANumber;
}

namespace {

/// The half that is added behind the number at [i, i + length), 0 if none; its words are counted.
double half_behind(const ClaimContext& context, std::size_t i, std::size_t& length) {
  double half = 0;
  // "two and a half million"
  if (context.is(i + length, "and") && context.is(i + length + 1, "a") &&
      context.is(i + length + 2, "half")) {
    half += 0.5;
    length += 3;
  }
  // "un million et demi"
  if (context.has(i + length, FunctionClass::kNumberJoint) &&
      context.has(i + length + 1, FunctionClass::kHalf)) {
    const double last = word_value(context, i + length - 1);
    half += 0.5 * (last >= 1000 ? last : 1.0);
    length += 2;
  }
  return half;
}

/// The factor of the scale words behind a number of that value; their words are counted.
double scale_behind(const ClaimContext& context, std::size_t i, std::size_t& length, double value) {
  // "$92.2-million"
  const bool hyphen = context.is(i + length, "-") && i + length + 1 < context.size() &&
                      word_value(context, i + length + 1) >= 1000;
  length += hyphen ? 1 : 0;
  double factor = 1;
  double scale = word_value(context, i + length < context.size() ? i + length : context.size() - 1);
  while (i + length < context.size() && !std::isnan(scale) &&
         (scale >= 100 || scale == 12 || scale == 20) && value * factor < scale * 1000) {
    factor *= scale;
    ++length;
    scale = i + length < context.size() ? word_value(context, i + length) : kNotANumber;
  }
  if (i + length < context.size() && suffix_factor(context.folded(i + length)) > 1000) {
    factor *= suffix_factor(context.folded(i + length));
    ++length;
  }
  return factor;
}

}  // namespace

double read_number(const ClaimContext& context, std::size_t i, std::size_t& length) {
  length = 0;
  if (i >= context.size()) {
    return kNotANumber;
  }
  double value = read_digits(context, i, length);
  if (std::isnan(value)) {
    value = read_half(context, i, length);
  }
  std::size_t start = i;
  if (std::isnan(value)) {
    start = article_before_scale(context, i) ? i + 1 : i;
    value = read_words(context, start, length);
    length += start - i;
  }
  if (std::isnan(value)) {
    length = 0;
    return value;
  }
  value += half_behind(context, i, length);
  return value * scale_behind(context, i, length, value);
}

}  // namespace parallax
