#pragma once

/// The parsed form of a pair predicate. Internal to engine/corpus.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/corpus/predicate.hpp"

namespace parallax {

enum class PredicateField : std::uint8_t { kSource, kId, kTitle, kLanguage, kDate };
enum class PredicateOperator : std::uint8_t { kEqual, kNotEqual, kLess, kAtMost, kMore, kAtLeast };
enum class PredicateType : std::uint8_t { kText, kDate, kNumber };

/// One side of a comparison. A date literal is a kDay.
struct PredicateValue {
  enum class Kind : std::uint8_t { kField, kDays, kText, kNumber, kDay } kind = Kind::kNumber;
  PredicateType type = PredicateType::kNumber;
  PredicateField field = PredicateField::kSource;
  bool of_b = false;               ///< Field of b, not a.
  std::string text;                ///< kText
  double number = 0.0;             ///< kNumber
  std::int64_t day = 0;            ///< kDay
  std::vector<PredicateValue> of;  ///< kDays: its two dates.
};

/// A node of the tree; children stand in front of their parents.
struct PredicateNode {
  enum class Kind : std::uint8_t { kAnd, kOr, kNot, kComparison } kind = Kind::kComparison;
  std::size_t first = 0, second = 0;  ///< Children (kNot has only the first).
  PredicateOperator comparison = PredicateOperator::kEqual;
  PredicateValue left, right;
};

struct PairPredicate::State {
  std::vector<PredicateNode> nodes;  ///< The last is the root.
};

/// Errors: see PairPredicate::parse.
[[nodiscard]] Result<std::vector<PredicateNode>> parse_predicate(std::string_view text,
                                                                 std::string_view place);

}  // namespace parallax
