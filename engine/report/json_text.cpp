#include "engine/report/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace parallax {
namespace {

/// The escape of a control character, quotation mark or backslash.
void escape(unsigned char c, std::string& out) {
  static constexpr std::string_view kPlain = "\"\\\b\f\n\r\t";
  static constexpr std::string_view kLetters = "\"\\bfnrt";
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += '\\';
  if (const std::size_t at = kPlain.find(static_cast<char>(c)); at != std::string_view::npos) {
    out += kLetters[at];
    return;
  }
  out += "u00";
  out += kHex[c >> 4U];
  out += kHex[c & 15U];
}

constexpr std::size_t kBlock = 8;
constexpr std::uint64_t kOnes = 0x0101010101010101ULL;

/// A byte below `limit` somewhere in `word`; `limit` is at most 0x80. The usual bit trick: only in
/// such a byte does the subtraction set the high bit where it was not set.
bool has_below(std::uint64_t word, std::uint64_t limit) {
  return ((word - kOnes * limit) & ~word & (kOnes * 0x80)) != 0;
}

/// Nothing in the eight bytes at `bytes` needs an escape.
bool plain_block(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, kBlock);
  return !has_below(word, 0x20) && !has_below(word ^ (kOnes * '"'), 1) &&
         !has_below(word ^ (kOnes * '\\'), 1);
}

/// Scores have four decimals at most: writes "0.87" from the integer 8700. False, nothing written,
/// for what is no such number; the digits are those that to_chars gives.
bool short_decimal(double value, std::string& out) {
  constexpr std::uint32_t kUnit = 10000;
  if (!(value >= 0.0 && value <= 1.0) || std::signbit(value)) {
    return false;
  }
  const auto scaled = static_cast<std::uint32_t>(std::lround(value * kUnit));
  if (static_cast<double>(scaled) / kUnit != value) {
    return false;
  }
  std::array<char, 6> text = {static_cast<char>('0' + scaled / kUnit), '.', '0', '0', '0', '0'};
  std::uint32_t rest = scaled % kUnit;
  for (std::size_t i = text.size(); i-- > 2; rest /= 10) {
    text.at(i) = static_cast<char>('0' + rest % 10);
  }
  std::size_t size = text.size();
  while (size > 3 && text.at(size - 1) == '0') {
    --size;
  }
  out.append(text.data(), size);
  return true;
}

}  // namespace

void JsonText::new_line() {
  static constexpr std::string_view kBlanks = "\n                                ";
  if (indent_ < 0) {
    return;
  }
  const std::size_t blanks = static_cast<std::size_t>(indent_) * fresh_.size();
  if (blanks < kBlanks.size()) {
    out_.append(kBlanks.data(), blanks + 1);
  } else {
    out_ += '\n';
    out_.append(blanks, ' ');
  }
}

/// Comma and line break in front of a value or key.
void JsonText::next() {
  if (after_key_ || fresh_.empty()) {
    after_key_ = false;
    return;
  }
  if (!fresh_.back()) {
    out_ += ',';
  }
  fresh_.back() = false;
  new_line();
}

void JsonText::open(char bracket) {
  next();
  out_ += bracket;
  fresh_.push_back(true);
}

void JsonText::close(char bracket) {
  const bool empty = fresh_.back();
  fresh_.pop_back();
  if (!empty) {
    new_line();
  }
  out_ += bracket;
}

void JsonText::key(std::string_view name) {
  next();
  quoted(name);
  out_.append(": ", indent_ >= 0 ? 2 : 1);
  after_key_ = true;
}

void JsonText::text(std::string_view value) {
  next();
  quoted(value);
}

void JsonText::number(std::uint64_t value) {
  next();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), end.ptr);
}

void JsonText::real(double value) {
  next();
  if (short_decimal(value, out_)) {
    return;
  }
  std::array<char, 400> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  const std::string_view written(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()));
  out_ += written;
  if (written.find('.') == std::string_view::npos) {
    out_ += ".0";
  }
}

void JsonText::boolean(bool value) {
  next();
  out_ += value ? "true" : "false";
}

void JsonText::null() {
  next();
  out_ += "null";
}

void JsonText::raw(std::string_view json) {
  next();
  out_ += json;
}

void JsonText::quoted(std::string_view value) {
  out_ += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < value.size();) {
    if (i + kBlock <= value.size() && plain_block(value.data() + i)) {
      i += kBlock;
      continue;
    }
    const auto c = static_cast<unsigned char>(value[i]);
    if (c < 0x20 || c == '"' || c == '\\') {
      out_ += value.substr(begin, i - begin);
      escape(c, out_);
      begin = i + 1;
    }
    ++i;
  }
  out_ += value.substr(begin);
  out_ += '"';
}

}  // namespace parallax
