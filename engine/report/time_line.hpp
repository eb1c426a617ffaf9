#pragma once

/// A picture of when things were said: one row a thing, time from left to right.

#include <string>
#include <vector>

namespace parallax {

/// One moment of a row.
struct TimePoint {
  std::string day;    ///< "2026-09-13"; "2026-09" and "2026" stand at their beginning.
  std::string words;  ///< Of the first of a row: shown where the pointer rests, as text.
};

struct TimeRow {
  std::string label;              ///< A few letters: "F12".
  std::vector<TimePoint> points;  ///< In the order of time; the first begins the row.
  bool begun = false;             ///< The first point is known to be the first.
};

/// An SVG figure of 640 units width with title and description; empty where all rows together have
/// fewer than two different days. Days that are none (engine/corpus/calendar.hpp) are passed over.
/// `title` and `told` are text. Complexity: linear.
[[nodiscard]] std::string time_line(const std::vector<TimeRow>& rows, const std::string& title,
                                    const std::string& told);

}  // namespace parallax
