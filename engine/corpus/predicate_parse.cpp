/// Recursive descent over the characters; types are checked as comparisons are read.

#include <array>
#include <charconv>
#include <utility>

#include "engine/corpus/predicate_tree.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMaxBytes = 65536;
constexpr std::size_t kMaxDepth = 100;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Parser {
 public:
  Parser(std::string_view text, std::string_view place) : text_(text), place_(place) {}

  Result<std::vector<PredicateNode>> parse() {
    if (text_.size() > kMaxBytes) {
      return Error{ErrorCode::kLimit, std::string(place_), "the expression is longer than 64 KiB"};
    }
    if (first_invalid_utf8(text_)) {
      return Error{ErrorCode::kEncoding, std::string(place_), "the expression is not UTF-8"};
    }
    if (Result<std::size_t> root = expression(0); !root) {
      return std::move(root).error();
    }
    skip_blanks();
    if (at_ < text_.size()) {
      return wrong("'&&', '||' or the end was expected, not " + seen());
    }
    return std::move(nodes_);
  }

 private:
  using Index = Result<std::size_t>;

  [[nodiscard]] Error wrong_at(std::size_t byte, const std::string& what) const {
    const std::size_t column = count_code_points(text_.substr(0, byte)) + 1;
    return {ErrorCode::kInvalidOption, std::string(place_),
            what + " at column " + std::to_string(column)};
  }
  [[nodiscard]] Error wrong(const std::string& what) const { return wrong_at(at_, what); }

  /// What stands here, for messages.
  [[nodiscard]] std::string seen() const {
    if (at_ >= text_.size()) {
      return "the end";
    }
    std::size_t end = at_;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) {
      ++end;
    }
    if (end == at_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c < ' ' || c == 0x7F) {
        return "a control character";
      }
      static_cast<void>(next_code_point(text_, end));
    }
    return "'" + std::string(text_.substr(at_, end - at_)) + "'";
  }

  void skip_blanks() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
      ++at_;
    }
  }

  bool take(std::string_view mark) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(mark)) {
      return false;
    }
    const std::size_t end = at_ + mark.size();
    if (is_letter(mark.back()) && end < text_.size() &&
        (is_letter(text_[end]) || is_digit(text_[end]))) {
      return false;  // a longer word
    }
    at_ = end;
    return true;
  }

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
    const std::size_t operator_at = at_;
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
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      return quoted();
    }
    if (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '-')) {
      return number();
    }
    if (take("days")) {
      return days();
    }
    return field();
  }

  Result<PredicateValue> quoted() {
    const std::size_t begin = at_;
    const char mark = text_[at_++];
    PredicateValue value;
    value.kind = PredicateValue::Kind::kText;
    value.type = PredicateType::kText;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == mark) {
        ++at_;
        return value;
      }
      if (c == '\\') {
        ++at_;
        if (at_ >= text_.size() ||
            std::string_view("\"'\\").find(text_[at_]) == std::string_view::npos) {
          return wrong_at(at_ - 1, "only \\\" \\' and \\\\ may follow a backslash");
        }
      }
      value.text += text_[at_];
    }
    return wrong_at(begin, "a text without its closing mark begins");
  }

  Result<PredicateValue> number() {
    const std::size_t begin = at_;
    at_ += text_[at_] == '-' ? 1U : 0U;
    const std::size_t digits = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) {
      ++at_;
    }
    if (at_ + 1 < text_.size() && text_[at_] == '.' && is_digit(text_[at_ + 1])) {
      ++at_;
      while (at_ < text_.size() && is_digit(text_[at_])) {
        ++at_;
      }
    }
    PredicateValue value;
    const auto [end, error] =
        std::from_chars(text_.data() + begin, text_.data() + at_, value.number);
    if (at_ == digits || error != std::errc{} || end != text_.data() + at_) {
      return wrong_at(begin, "a number was expected");
    }
    return value;
  }

  Result<PredicateValue> days() {
    PredicateValue value;
    value.kind = PredicateValue::Kind::kDays;
    for (const char* mark : {"(", ","}) {
      if (!take(mark)) {
        return wrong(std::string("'") + mark + "' was expected, not " + seen());
      }
      skip_blanks();
      const std::size_t begin = at_;
      const bool is_text = at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'');
      Result<PredicateValue> date = is_text ? quoted() : field();
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

  std::string_view text_, place_;
  std::size_t at_ = 0;
  std::vector<PredicateNode> nodes_;
};

}  // namespace

Result<std::vector<PredicateNode>> parse_predicate(std::string_view text, std::string_view place) {
  return Parser(text, place).parse();
}

}  // namespace parallax
