#include "engine/report/phrasing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "models/base/expects.hpp"
#include "models/base/numerals.hpp"
#include "models/text/display.hpp"

namespace parallax {
namespace {

std::optional<double> number_field(const Value& value, std::string_view name) {
  for (const auto& [field, content] : value) {
    if (field == name && std::holds_alternative<double>(content)) {
      return std::get<double>(content);
    }
  }
  return std::nullopt;
}

std::string text_field(const Value& value, std::string_view name) {
  for (const auto& [field, content] : value) {
    if (field == name && std::holds_alternative<std::string>(content)) {
      return std::get<std::string>(content);
    }
  }
  return "";
}

std::string text_of(const FieldValue& content) {
  if (const auto* d = std::get_if<double>(&content)) {
    return number(*d);
  }
  if (const auto* b = std::get_if<bool>(&content)) {
    return *b ? "yes" : "no";
  }
  return std::get<std::string>(content);
}

/// The interval of a quantity: "79", "50 to 60", "50 or more".
std::string interval(const Value& value) {
  const auto low = number_field(value, "min");
  const auto high = number_field(value, "max");
  const std::string unit = text_field(value, "unit");
  const std::string tail = unit.empty() ? "" : " " + unit;
  if (low && high) {
    return (*low == *high ? number(*low) : number(*low) + " to " + number(*high)) + tail;
  }
  if (low) {
    return number(*low) + tail + " or more";
  }
  return high ? number(*high) + tail + " or less" : "";
}

void append(std::string& out, const std::string& part) {
  if (!part.empty()) {
    out += (out.empty() ? "" : ", ") + part;
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes "-09" from the front of `text`; nothing if there is none.
std::optional<int> dashed(std::string_view& text) {
  if (text.size() < 3 || text[0] != '-' || !is_digit(text[1]) || !is_digit(text[2])) {
    return std::nullopt;
  }
  const int number = static_cast<int>(leading_int(text.substr(1, 2)));
  text.remove_prefix(3);
  return number;
}

/// "--06-03" and "05", "2024-06-30" and "2024-07-02": two ends of a range.
std::string short_range(std::string_view first, std::string_view last) {
  const bool day_only = last.size() == 2 && first.size() > 2 && is_digit(first.back());
  const std::string end =
      day_only ? std::string(first.substr(0, first.size() - 2)).append(last) : std::string(last);
  return short_date(first) + " to " + short_date(end);
}

}  // namespace

std::string percent(double share) {
  PARALLAX_EXPECTS(share >= 0.0 && share <= 1.0);
  if (share > 0.0 && share < 0.005) {
    return "<1 %";
  }
  if (share < 1.0 && share >= 0.995) {
    return ">99 %";
  }
  return fmt::format("{} %", static_cast<int>(std::floor((share * 100.0) + 0.5)));
}

std::string score(double score) {
  PARALLAX_EXPECTS(score >= 0.0 && score <= 1.0);
  if (score == 0.0 || score == 1.0) {
    return score == 0.0 ? "0" : "1";
  }
  const double hundredths = std::floor((score * 100.0) + 0.5);
  return fmt::format("{:.2f}", std::fmin(std::fmax(hundredths, 1.0), 99.0) / 100.0);
}

std::string confidence(double value) {
  const std::string text = score(value);
  return text.size() > 1 ? text.substr(1) : text;
}

std::string number(double value) {
  return std::fabs(value) < 1e15 && value == std::trunc(value)
             ? fmt::format("{}", static_cast<long long>(value))
             : fmt::format("{:.6g}", value);
}

std::string counted(std::size_t count, std::string_view singular) {
  return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::string short_date(std::string_view date) {
  if (const std::size_t to = date.find(".."); to != std::string_view::npos && to >= 2) {
    return short_range(date.substr(0, to), date.substr(to + 2));
  }
  static constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::string_view rest = date;
  const bool any_year = rest.starts_with("--");
  const std::string_view year = any_year ? "" : rest.substr(0, 4);
  rest.remove_prefix(std::min(rest.size(), any_year ? std::size_t{1} : year.size()));
  const std::optional<int> month = dashed(rest);
  const std::optional<int> day = month ? dashed(rest) : std::nullopt;
  const bool written = month && *month >= 1 && *month <= 12 && (day || !any_year) &&
                       std::all_of(year.begin(), year.end(), is_digit) &&
                       (rest.empty() || rest.front() == ' ');
  if (!written) {
    return std::string(date);
  }
  return fmt::format("{}{}{}{}{}{}", day ? fmt::format("{} ", *day) : "",
                     kMonths.at(static_cast<std::size_t>(*month) - 1), any_year ? "" : " ", year,
                     rest.starts_with(' ') ? "," : "", rest);
}

std::string phrase(const Value& value, DateStyle style) {
  std::string out = interval(value);
  const bool has_interval = !out.empty();
  const bool has_date = !text_field(value, "date").empty();
  for (const auto& [field, content] : value) {
    const std::string text = text_of(content);
    const bool told = (has_interval && (field == "min" || field == "max" || field == "unit")) ||
                      (has_date && (field == "from" || field == "to"));
    if (told) {
      continue;
    }
    if (field == "kind") {
      append(out, text == "exact" ? "" : text);
    } else if (field == "date") {
      append(out, style == DateStyle::kIso ? text : short_date(text));
    } else {
      append(out, field + " " + text);
    }
  }
  return out;
}

std::string one_line(std::string_view text) {
  const std::string clean = printable(text);
  std::string out;
  out.reserve(clean.size());
  for (const char c : clean) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) {
      out.push_back(c);
    }
  }
  if (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  return out;
}

}  // namespace parallax
