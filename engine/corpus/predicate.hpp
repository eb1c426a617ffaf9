#pragma once

/// A small language to say which pairs of documents count: `a.source != b.source &&
/// days(a.date, b.date) <= 30`.
///
///     expression = and { "||" and }
///     and        = not { "&&" not }
///     not        = "!" not | "(" expression ")" | comparison
///     comparison = value operator value
///     operator   = "==" | "!=" | "<" | "<=" | ">" | ">="
///     value      = field | "days" "(" value "," value ")" | text | number
///     field      = ("a" | "b") "." ("source" | "date" | "id" | "title" | "lang")
///     text       = "..." or '...', in which \" \' and \\ stand for " ' and the backslash
///     number     = [ "-" ] digits [ "." digits ]
///
/// Blanks may stand between any two of these. The words `and`, `or` and `not` stand for && || and
/// !.
///
/// Types. source, id, title and lang are texts, compared by bytes. A date is compared as a day: ISO
/// 8601 text that begins with YYYY, YYYY-MM or YYYY-MM-DD; what is left out counts as the first
/// (2020-05 is 2020-05-01). A text beside a date must be such a date. `days(x, y)` is the number of
/// days between two dates, never negative. Both sides of an operator have one type.
///
/// What is missing. A comparison is false if one of its sides is missing (no such metadata, or a
/// date that is none), whatever the operator; `!` turns that into true.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/document/document.hpp"
#include "models/base/result.hpp"

namespace parallax {

/// What the predicate knows of a document.
struct DocumentFacts {
  std::optional<std::string> source, id, title, language;
  std::optional<std::int64_t> day;  ///< Days since 1970-01-01.
};
[[nodiscard]] DocumentFacts facts_of(const Record& record);

/// Days since 1970-01-01 (proleptic Gregorian) of a date as above; nothing if it is none. What
/// follows the day must begin with "T" or a blank.
[[nodiscard]] std::optional<std::int64_t> day_of(std::string_view date);

/// A parsed expression. Thread safety: const functions are pure.
class PairPredicate {
 public:
  /// Errors (kInvalidOption, place = `place`): one line that ends with "at column N", counted in
  /// characters from 1. Complexity: linear; texts above 64 KiB and nesting deeper than 100 are
  /// refused.
  [[nodiscard]] static Result<PairPredicate> parse(std::string_view text, std::string_view place);

  /// Does it hold for the ordered pair (a, b)? Complexity: linear in the expression.
  [[nodiscard]] bool holds(const DocumentFacts& a, const DocumentFacts& b) const;

  PairPredicate(PairPredicate&&) noexcept;
  PairPredicate& operator=(PairPredicate&&) noexcept;
  PairPredicate(const PairPredicate&) = delete;
  PairPredicate& operator=(const PairPredicate&) = delete;
  ~PairPredicate();

 private:
  struct State;
  explicit PairPredicate(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace parallax
