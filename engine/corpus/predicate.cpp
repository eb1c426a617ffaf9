#include "engine/corpus/predicate.hpp"

#include <algorithm>
#include <charconv>
#include <compare>
#include <utility>

#include "engine/corpus/predicate_tree.hpp"

namespace parallax {
namespace {

/// Reads `digits` digits at `at`; negative if they are none.
int digits_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) {
    return -1;
  }
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') {
      return -1;
    }
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

int days_in_month(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2                                              ? (leap ? 29 : 28)
         : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                 : 31;
}

/// Days since 1970-01-01; years begin in March, so that the leap day is the last of its year.
std::int64_t civil_day(int year, int month, int day) {
  const std::int64_t y = year - (month <= 2 ? 1 : 0);
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

std::optional<std::string_view> text_value(const PredicateValue& value, const DocumentFacts& a,
                                           const DocumentFacts& b) {
  if (value.kind == PredicateValue::Kind::kText) {
    return value.text;
  }
  const DocumentFacts& facts = value.of_b ? b : a;
  const std::optional<std::string>& field = value.field == PredicateField::kSource ? facts.source
                                            : value.field == PredicateField::kId   ? facts.id
                                            : value.field == PredicateField::kTitle
                                                ? facts.title
                                                : facts.language;
  return field ? std::optional<std::string_view>(*field) : std::nullopt;
}

std::optional<std::int64_t> day_value(const PredicateValue& value, const DocumentFacts& a,
                                      const DocumentFacts& b) {
  if (value.kind == PredicateValue::Kind::kDay) {
    return value.day;
  }
  return (value.of_b ? b : a).day;
}

std::optional<double> number_value(const PredicateValue& value, const DocumentFacts& a,
                                   const DocumentFacts& b) {
  if (value.kind == PredicateValue::Kind::kNumber) {
    return value.number;
  }
  const std::optional<std::int64_t> first = day_value(value.of[0], a, b);
  const std::optional<std::int64_t> second = day_value(value.of[1], a, b);
  if (!first || !second) {
    return std::nullopt;
  }
  return static_cast<double>(*first < *second ? *second - *first : *first - *second);
}

template <class T>
bool compare(PredicateOperator comparison, const std::optional<T>& left,
             const std::optional<T>& right) {
  if (!left || !right) {
    return false;
  }
  switch (comparison) {
    case PredicateOperator::kEqual:
      return *left == *right;
    case PredicateOperator::kNotEqual:
      return *left != *right;
    case PredicateOperator::kLess:
      return *left < *right;
    case PredicateOperator::kAtMost:
      return *left <= *right;
    case PredicateOperator::kMore:
      return *left > *right;
    case PredicateOperator::kAtLeast:
      return *left >= *right;
  }
  return false;
}

bool comparison_holds(const PredicateNode& node, const DocumentFacts& a, const DocumentFacts& b) {
  switch (node.left.type) {
    case PredicateType::kText:
      return compare(node.comparison, text_value(node.left, a, b), text_value(node.right, a, b));
    case PredicateType::kDate:
      return compare(node.comparison, day_value(node.left, a, b), day_value(node.right, a, b));
    case PredicateType::kNumber:
      return compare(node.comparison, number_value(node.left, a, b),
                     number_value(node.right, a, b));
  }
  return false;
}

std::optional<std::string> filled(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

/// Children stand in front of their parents, so one walk in order settles all.
bool node_holds(const std::vector<PredicateNode>& nodes, std::vector<char>& values,
                const DocumentFacts& a, const DocumentFacts& b) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const PredicateNode& node = nodes[i];
    bool value = false;
    switch (node.kind) {
      case PredicateNode::Kind::kAnd:
        value = values[node.first] != 0 && values[node.second] != 0;
        break;
      case PredicateNode::Kind::kOr:
        value = values[node.first] != 0 || values[node.second] != 0;
        break;
      case PredicateNode::Kind::kNot:
        value = values[node.first] == 0;
        break;
      case PredicateNode::Kind::kComparison:
        value = comparison_holds(node, a, b);
        break;
    }
    values[i] = value ? 1 : 0;
  }
  return values.back() != 0;
}

}  // namespace

DocumentFacts facts_of(const Record& record) {
  DocumentFacts facts;
  facts.source = record.source;
  facts.id = filled(record.id);
  facts.title = record.title;
  facts.language = filled(record.language);
  facts.day = record.date ? day_of(*record.date) : std::nullopt;
  return facts;
}

std::optional<std::int64_t> day_of(std::string_view date) {
  const int year = digits_at(date, 0, 4);
  if (year < 0) {
    return std::nullopt;
  }
  int month = 1;
  int day = 1;
  std::size_t end = 4;
  if (date.substr(end).starts_with('-')) {
    month = digits_at(date, 5, 2);
    end = 7;
    if (month < 1 || month > 12) {
      return std::nullopt;
    }
    if (date.substr(end).starts_with('-')) {
      day = digits_at(date, 8, 2);
      end = 10;
    }
  }
  if (day < 1 || day > days_in_month(year, month)) {
    return std::nullopt;
  }
  const bool ends = end == date.size() || (end == 10 && (date[end] == 'T' || date[end] == ' '));
  return ends ? std::optional<std::int64_t>(civil_day(year, month, day)) : std::nullopt;
}

PairPredicate::PairPredicate(std::unique_ptr<State> state) : state_(std::move(state)) {}
PairPredicate::PairPredicate(PairPredicate&&) noexcept = default;
PairPredicate& PairPredicate::operator=(PairPredicate&&) noexcept = default;
PairPredicate::~PairPredicate() = default;

Result<PairPredicate> PairPredicate::parse(std::string_view text, std::string_view place) {
  Result<std::vector<PredicateNode>> nodes = parse_predicate(text, place);
  if (!nodes) {
    return std::move(nodes).error();
  }
  auto state = std::make_unique<State>();
  state->nodes = std::move(nodes).value();
  return PairPredicate(std::move(state));
}

bool PairPredicate::holds(const DocumentFacts& a, const DocumentFacts& b) const {
  std::vector<char> values(state_->nodes.size());
  return node_holds(state_->nodes, values, a, b);
}

}  // namespace parallax
