#pragma once

/// JSON written straight into text, for documents with very many small values.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// Writes what the JSON library would write of the same values, byte for byte, without keeping
/// them. Calls must nest: in an object every value follows its key.
/// REQUIRES: strings are valid UTF-8. Complexity: linear in the text. Not thread-safe.
class JsonText {
 public:
  /// `indent`: blanks a level; negative = all in one line.
  explicit JsonText(int indent) : indent_(indent) {}

  void open(char bracket);   ///< '{' or '['.
  void close(char bracket);  ///< '}' or ']'.
  void key(std::string_view name);
  void text(std::string_view value);
  void number(std::uint64_t value);
  /// REQUIRES: finite. The shortest digits that read back as `value`, without exponent.
  void real(double value);
  void boolean(bool value);
  void null();
  /// A value that is JSON already, in one line.
  void raw(std::string_view json);

  /// Room for `bytes` of output: no copy while it grows.
  void reserve(std::size_t bytes) { out_.reserve(bytes); }

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void next();
  void new_line();
  void quoted(std::string_view value);

  int indent_;
  std::string out_;
  std::vector<bool> fresh_;  ///< An open bracket each: nothing written in it yet.
  bool after_key_ = false;
};

}  // namespace parallax
