#pragma once

/// How figures, dates and values are worded in the views for people.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/compare/comparison.hpp"

namespace parallax {

/// "56 %", rounded half up; "100 %" only for exactly 1, "0 %" only for exactly 0, "<1 %" and
/// ">99 %" next to them. REQUIRES: 0 <= share <= 1
[[nodiscard]] std::string percent(double share);

/// Two decimals, "0.52"; "1" only for exactly 1 and "0" only for exactly 0, so that a score of
/// 0.999 never looks like identity. REQUIRES: 0 <= score <= 1
[[nodiscard]] std::string score(double score);

/// As `score` without the leading zero: ".91".
[[nodiscard]] std::string confidence(double value);

/// A number without needless decimals: "79", "2.5".
[[nodiscard]] std::string number(double value);

/// "3 conflicts", "1 conflict".
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular);

/// "2026-09-13" -> "13 Sep 2026", "2026-09" -> "Sep 2026", "--09-13 03:50" -> "13 Sep, 03:50",
/// "--09-13..15" -> "13 Sep to 15 Sep"; anything else as given.
[[nodiscard]] std::string short_date(std::string_view date);

enum class DateStyle : std::uint8_t { kShort, kIso };

/// A value in one phrase: {min 50, unit km} -> "50 km or more"; unknown fields as "name value".
/// Empty if there is none. Not escaped.
[[nodiscard]] std::string phrase(const Value& value, DateStyle style = DateStyle::kShort);

/// One line for a view: printable, runs of blanks collapsed, none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

/// One line for Markdown: nothing in it becomes markup, a link, a mention or a table border.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

}  // namespace parallax
