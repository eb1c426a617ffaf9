#pragma once

/// Failure as a value: what the outside world can do to parallax is returned, never thrown.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "models/base/expects.hpp"

namespace parallax {

/// What went wrong, coarse enough to choose an exit code and fine enough to test.
enum class ErrorCode : std::uint8_t {
  kIo,        ///< A file could not be read or written.
  kEncoding,  ///< Bytes are not text in the expected encoding.
  kFormat,    ///< Content is not what its kind demands (JSON, model file, lexicon table, image...).
  kInvalidOption,  ///< An option is unknown, out of range or contradicts another.
  kLimit,          ///< A stated limit is exceeded.
  kEmpty,          ///< There is nothing to work on.
  kCodeCount       ///< Number of codes; never a value.
};

/// Stable lower-case name of a code, for example "encoding".
[[nodiscard]] std::string_view name_of(ErrorCode code);

/// One failure: where, what, and for text input the byte it was seen at.
struct Error {
  ErrorCode code = ErrorCode::kIo;
  std::string place;    ///< File (with ":line" where known) or option; may be empty.
  std::string message;  ///< One sentence without final period or line break.
  std::optional<std::size_t> offset = {};  ///< Byte offset in the input, where it helps.

  /// "place: message (byte N)"; parts that are absent are left out. Always one line.
  [[nodiscard]] std::string to_string() const;
  friend bool operator==(const Error&, const Error&) = default;
};

/// Either a T or an Error. The member names are those of std::expected.
template <class T>
class [[nodiscard]] Result {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): `return value;` is the point.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor): `return Error{...};` is the point.
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// REQUIRES: has_value()
  [[nodiscard]] const T& value() const& {
    PARALLAX_EXPECTS(has_value());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T& value() & {
    PARALLAX_EXPECTS(has_value());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && {
    PARALLAX_EXPECTS(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  /// REQUIRES: !has_value()
  [[nodiscard]] const Error& error() const& {
    PARALLAX_EXPECTS(!has_value());
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] Error&& error() && {
    PARALLAX_EXPECTS(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

struct Done {
  friend bool operator==(Done, Done) = default;
};
/// A result without a value.
using Status = Result<Done>;

}  // namespace parallax
