#pragma once

/// Dates of documents in one comparable form.

#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// The day that a date begins with, as far as it is given: "2026-09-13T10:00Z" -> "2026-09-13",
/// "2026-09" and "2026" as they are. Compared as strings they are in the order of time, a coarser
/// date before the finer ones in it. Nothing for anything else ("13 September", "2026-13-01").
[[nodiscard]] std::optional<std::string> calendar_day(std::string_view date);

/// The date in a file's name ("20260913.txt", "statement-2026-09-13.txt"): the first that is a
/// calendar day of the years 1600 to 2199. `path` may hold folders; they are passed over.
[[nodiscard]] std::optional<std::string> day_in_name(std::string_view path);

}  // namespace parallax
