#include "engine/report/time_line.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "engine/corpus/calendar.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

constexpr double kLeft = 76;
constexpr double kRight = 600;
constexpr double kTop = 44;
constexpr double kRow = 32;

int number_at(std::string_view text, std::size_t begin, std::size_t size, int otherwise) {
  int value = otherwise;
  if (begin + size <= text.size()) {
    std::from_chars(text.data() + begin, text.data() + begin + size, value);
  }
  return value;
}

/// Days since 1970-01-01.
std::optional<long> day_number(const std::string& date) {
  const std::optional<std::string> day = calendar_day(date);
  if (!day) {
    return std::nullopt;
  }
  constexpr std::size_t kMonth = 5;
  constexpr std::size_t kDay = 8;
  const std::chrono::year_month_day begin{
      std::chrono::year(number_at(*day, 0, 4, 1970)),
      std::chrono::month(static_cast<unsigned>(number_at(*day, kMonth, 2, 1))),
      std::chrono::day(static_cast<unsigned>(number_at(*day, kDay, 2, 1)))};
  return begin.ok() ? std::optional<long>(std::chrono::sys_days(begin).time_since_epoch().count())
                    : std::nullopt;
}

std::string date_of(long number) {
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(number))};
  return short_date(fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                                static_cast<unsigned>(day.month()),
                                static_cast<unsigned>(day.day())));
}

struct Span {
  long first = 0, last = 0;

  [[nodiscard]] double x(long day) const {
    return kLeft +
           static_cast<double>(day - first) / static_cast<double>(last - first) * (kRight - kLeft);
  }
};

std::optional<Span> span_of(const std::vector<TimeRow>& rows) {
  std::optional<Span> span;
  for (const TimeRow& row : rows) {
    for (const TimePoint& point : row.points) {
      if (const std::optional<long> day = day_number(point.day)) {
        span =
            span ? Span{std::min(span->first, *day), std::max(span->last, *day)} : Span{*day, *day};
      }
    }
  }
  return span && span->first < span->last ? span : std::nullopt;
}

/// Dates above, with lines down through the rows: first, last, and what fits between them.
std::string axis(const Span& span, double bottom) {
  constexpr long kSteps = 3;
  std::string out;
  const long steps = std::min(kSteps, span.last - span.first);
  for (long k = 0; k <= steps; ++k) {
    const long day = span.first + (span.last - span.first) * k / steps;
    const bool end = k == 0 || k == steps;
    out += fmt::format(
        "<path class=\"line\" d=\"M{0:.1f} {1}V{2:.0f}\"/><text class=\"{3}\" x=\"{0:.1f}\" "
        "y=\"{4}\" text-anchor=\"{5}\">{6}</text>\n",
        span.x(day), kTop - 12, bottom, end ? "major" : "minor", kTop - 20,
        k == 0       ? "start"
        : k == steps ? "end"
                     : "middle",
        html_escaped(date_of(day)));
  }
  return out;
}

/// Rings: points of no length, drawn wide, and once more in the middle.
std::string rings(const std::string& points) {
  return points.empty() ? ""
                        : fmt::format(
                              "<path class=\"again\" d=\"{0}\"/><path class=\"hollow\" "
                              "d=\"{0}\"/>\n",
                              points);
}

std::string row_of(const TimeRow& row, const Span& span, double y) {
  std::string later;
  std::string begin;
  std::optional<double> from;
  std::optional<long> before;
  double to = 0.0;
  for (const TimePoint& point : row.points) {
    const std::optional<long> day = day_number(point.day);
    if (!day || day == before) {
      continue;  // one mark a day
    }
    const double x = span.x(*day);
    if (!from && row.begun && &point == &row.points.front()) {
      begin = fmt::format(
          "<circle class=\"first\" cx=\"{:.1f}\" cy=\"{:.0f}\" "
          "r=\"8\"><title>{}</title></circle>\n",
          x, y, html_escaped(point.words));
    } else {
      later += fmt::format("M{:.1f} {:.0f}h0", x, y);
    }
    from = from.value_or(x);
    to = x;
    before = day;
  }
  if (!from) {
    return "";
  }
  return fmt::format(
             "<text class=\"major\" x=\"{0}\" y=\"{1:.0f}\" dy=\".35em\" text-anchor=\"end\">{2}"
             "</text><path class=\"run\" d=\"M{3:.1f} {1:.0f}H{4:.1f}\"/>\n",
             kLeft - 16, y, html_escaped(row.label), *from, to) +
         rings(later) + begin;
}

}  // namespace

std::string time_line(const std::vector<TimeRow>& rows, const std::string& title,
                      const std::string& told) {
  const std::optional<Span> span = span_of(rows);
  if (!span) {
    return "";
  }
  std::string body;
  double y = kTop + kRow / 2;
  for (const TimeRow& row : rows) {
    const std::string next = row_of(row, *span, y);
    y += next.empty() ? 0.0 : kRow;
    body += next;
  }
  const double bottom = y - kRow / 2;
  return fmt::format(
             "<figure class=\"plot time\">\n<svg viewBox=\"0 0 640 {0:.0f}\" width=\"640\" "
             "height=\"{0:.0f}\" role=\"img\" aria-labelledby=\"time-title time-text\">\n"
             "<title id=\"time-title\">{1}</title>\n<desc id=\"time-text\">{2}</desc>\n",
             bottom + 12, html_escaped(title), html_escaped(told)) +
         axis(*span, bottom) + body + "</svg>\n";
}

}  // namespace parallax
