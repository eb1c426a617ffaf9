/// Recursive descent; types are checked as comparisons are read.

#include <array>
#include <utility>

#include "engine/corpus/predicate_scan.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMaxBytes = 65536;
constexpr std::size_t kMaxDepth = 100;

class Parser : private PredicateScanner {
 public:
  using PredicateScanner::PredicateScanner;

  Result<std::vector<PredicateNode>> parse() {
    if (text().size() > kMaxBytes) {
      return Error{ErrorCode::kLimit, place(), "the expression is longer than 64 KiB"};
    }
    if (first_invalid_utf8(text())) {
      return Error{ErrorCode::kEncoding, place(), "the expression is not UTF-8"};
    }
    if (Result<std::size_t> root = expression(0); !root) {
      return std::move(root).error();
    }
    skip_blanks();
    if (!at_end()) {
      return wrong("'&&', '||' or the end was expected, not " + seen());
    }
    return std::move(nodes_);
  }

 private:
  using Index = Result<std::size_t>;

  std::size_t add(PredicateNode node) {
    nodes_.push_back(std::move(node));
    return nodes_.size() - 1;
  }

  std::size_t join(PredicateNode::Kind kind, std::size_t first, std::size_t second) {
    PredicateNode node;
    node.kind = kind;
    node.first = first;
    node.second = second;
    return add(std::move(node));
  }

  Index expression(std::size_t depth) {  // NOLINT(misc-no-recursion): bounded by kMaxDepth
    Index left = conjunction(depth);
    while (left && (take("||") || take("or"))) {
      Index right = conjunction(depth);
      if (!right) {
        return right;
      }
      left = join(PredicateNode::Kind::kOr, left.value(), right.value());
    }
    return left;
  }

  Index conjunction(std::size_t depth) {  // NOLINT(misc-no-recursion): bounded by kMaxDepth
    Index left = negation(depth);
    while (left && (take("&&") || take("and"))) {
      Index right = negation(depth);
      if (!right) {
        return right;
      }
      left = join(PredicateNode::Kind::kAnd, left.value(), right.value());
    }
    return left;
  }

  Index negation(std::size_t depth) {  // NOLINT(misc-no-recursion): bounded by kMaxDepth
    skip_blanks();
    if (depth >= kMaxDepth) {
      return wrong("the expression is nested deeper than " + std::to_string(kMaxDepth) + " levels");
    }
    if (take("!") || take("not")) {
      Index inner = negation(depth + 1);
      return inner ? Index(join(PredicateNode::Kind::kNot, inner.value(), 0)) : inner;
    }
    if (!take("(")) {
      return comparison();
    }
    Index inner = expression(depth + 1);
    if (inner && !take(")")) {
      skip_blanks();
      return wrong("')' was expected, not " + seen());
    }
    return inner;
  }

  Index comparison() {
    skip_blanks();
    PredicateNode node;
    Result<PredicateValue> left = value();
    if (!left) {
      return std::move(left).error();
    }
    skip_blanks();
    const std::size_t operator_at = at();
    if (!take_operator(node.comparison)) {
      return wrong("one of == != < <= > >= was expected, not " + seen());
    }
    Result<PredicateValue> right = value();
    if (!right) {
      return std::move(right).error();
    }
    node.left = std::move(left).value();
    node.right = std::move(right).value();
    if (Status status = agree(node.left, node.right, operator_at); !status) {
      return std::move(status).error();
    }
    return add(std::move(node));
  }

  bool take_operator(PredicateOperator& found) {
    static constexpr std::array<std::pair<std::string_view, PredicateOperator>, 6> kOperators = {{
        {"==", PredicateOperator::kEqual},
        {"!=", PredicateOperator::kNotEqual},
        {"<=", PredicateOperator::kAtMost},
        {">=", PredicateOperator::kAtLeast},
        {"<", PredicateOperator::kLess},
        {">", PredicateOperator::kMore},
    }};
    for (const auto& [mark, meaning] : kOperators) {
      if (take(mark)) {
        found = meaning;
        return true;
      }
    }
    return false;
  }

  /// Turns a text beside a date into a date and refuses what cannot be compared.
  [[nodiscard]] Status agree(PredicateValue& left, PredicateValue& right, std::size_t at) const {
    for (PredicateValue* side : {&left, &right}) {
      const PredicateValue& other = side == &left ? right : left;
      if (other.type == PredicateType::kDate && side->kind == PredicateValue::Kind::kText) {
        if (Status status = become_date(*side, at); !status) {
          return status;
        }
      }
    }
    if (left.type == right.type) {
      return Done{};
    }
    static constexpr std::array<const char*, 3> kNames = {"text", "date", "number"};
    return wrong_at(at, std::string("a ") + kNames[static_cast<std::size_t>(left.type)] +
                            " cannot be compared with a " +
                            kNames[static_cast<std::size_t>(right.type)]);
  }

  [[nodiscard]] Status become_date(PredicateValue& value, std::size_t at) const {
    const std::optional<std::int64_t> day = day_of(value.text);
    if (!day) {
      return wrong_at(at, "the text beside a date is no date such as 2020-05-31");
    }
    value.kind = PredicateValue::Kind::kDay;
    value.type = PredicateType::kDate;
    value.day = *day;
    return Done{};
  }

  Result<PredicateValue> value() {
    skip_blanks();
    if (at_quote()) {
      return quoted();
    }
    if (at_number()) {
      return number();
    }
    if (take("days")) {
      return days();
    }
    return field();
  }

  Result<PredicateValue> days() {
    PredicateValue value;
    value.kind = PredicateValue::Kind::kDays;
    for (const char* mark : {"(", ","}) {
      if (!take(mark)) {
        return wrong(std::string("'") + mark + "' was expected, not " + seen());
      }
      skip_blanks();
      const std::size_t begin = at();
      Result<PredicateValue> date = at_quote() ? quoted() : field();
      if (!date) {
        return date;
      }
      if (date.value().kind == PredicateValue::Kind::kText) {
        if (Status status = become_date(date.value(), begin); !status) {
          return std::move(status).error();
        }
      }
      if (date.value().type != PredicateType::kDate) {
        return wrong_at(begin, "days() takes two dates; this is none,");
      }
      value.of.push_back(std::move(date).value());
    }
    if (!take(")")) {
      return wrong("')' was expected, not " + seen());
    }
    return value;
  }

  Result<PredicateValue> field() {
    static constexpr std::array<std::pair<std::string_view, PredicateField>, 5> kFields = {{
        {"source", PredicateField::kSource},
        {"date", PredicateField::kDate},
        {"id", PredicateField::kId},
        {"title", PredicateField::kTitle},
        {"lang", PredicateField::kLanguage},
    }};
    PredicateValue value;
    value.kind = PredicateValue::Kind::kField;
    if (take("b")) {
      value.of_b = true;
    } else if (!take("a")) {
      return wrong("a.FIELD, b.FIELD, days(...), a text or a number was expected, not " + seen());
    }
    if (!take(".")) {
      return wrong("'.' was expected, not " + seen());
    }
    for (const auto& [name, meaning] : kFields) {
      if (take(name)) {
        value.field = meaning;
        value.type = meaning == PredicateField::kDate ? PredicateType::kDate : PredicateType::kText;
        return value;
      }
    }
    skip_blanks();
    return wrong("source, date, id, title or lang was expected, not " + seen());
  }

  std::vector<PredicateNode> nodes_;
};

}  // namespace

Result<std::vector<PredicateNode>> parse_predicate(std::string_view text, std::string_view place) {
  return Parser(text, place).parse();
}

}  // namespace parallax
