#include "engine/corpus/predicate_scan.hpp"

#include <charconv>
#include <system_error>

#include "models/base/utf8.hpp"

namespace parallax {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool PredicateScanner::at_quote() const {
  return !at_end() && (text_[at_] == '"' || text_[at_] == '\'');
}

bool PredicateScanner::at_number() const {
  return !at_end() && (is_digit(text_[at_]) || text_[at_] == '-');
}

Error PredicateScanner::wrong_at(std::size_t byte, const std::string& what) const {
  const std::size_t column = count_code_points(text_.substr(0, byte)) + 1;
  return {ErrorCode::kInvalidOption, place_, what + " at column " + std::to_string(column)};
}

std::string PredicateScanner::seen() const {
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

void PredicateScanner::skip_blanks() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
    ++at_;
  }
}

bool PredicateScanner::take(std::string_view mark) {
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

Result<PredicateValue> PredicateScanner::quoted() {
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

Result<PredicateValue> PredicateScanner::number() {
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
  const auto [end, error] = std::from_chars(text_.data() + begin, text_.data() + at_, value.number);
  if (at_ == digits || error != std::errc{} || end != text_.data() + at_) {
    return wrong_at(begin, "a number was expected");
  }
  return value;
}

}  // namespace parallax
