#include "engine/report/html_abridged.hpp"

#include <algorithm>

#include "engine/report/html_text.hpp"

namespace parallax {
namespace {

/// Bytes around a mark.
constexpr std::size_t kContext = 90;
/// How far a cut moves to reach a blank.
constexpr std::size_t kReach = 30;

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

/// The first place from `at` on, up to `kReach` further, where a word ends; else the next
/// character.
std::size_t cut_forward(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return text.size();
  }
  const std::size_t blank = text.find_first_of(" \n\t", at);
  if (blank != std::string_view::npos && blank - at <= kReach) {
    return blank;
  }
  while (inside_character(text, at)) {
    ++at;
  }
  return at;
}

/// The same towards the beginning: behind a blank.
std::size_t cut_backward(std::string_view text, std::size_t at) {
  if (at == 0) {
    return 0;
  }
  const std::size_t blank = text.find_last_of(" \n\t", at - 1);
  if (blank != std::string_view::npos && at - blank <= kReach) {
    return blank + 1;
  }
  while (inside_character(text, at)) {
    --at;
  }
  return at;
}

ByteSpan span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Stretches around the marks, ascending, until they have `max_bytes` bytes.
std::vector<ByteSpan> windows_of(std::string_view text, const std::vector<ByteSpan>& spans,
                                 std::size_t max_bytes) {
  std::vector<ByteSpan> windows;
  std::size_t kept = 0;
  for (const ByteSpan span : spans) {
    if (span.empty()) {
      continue;
    }
    const std::size_t room = max_bytes - std::min(max_bytes, kept);
    if (!windows.empty() && room < 2 * kContext) {
      break;
    }
    std::size_t begin =
        cut_backward(text, span.begin - std::min<std::size_t>(span.begin, kContext));
    const std::size_t last = windows.empty() ? 0 : windows.back().end;
    const std::size_t end =
        cut_forward(text, std::min<std::size_t>(span.end + kContext, std::max(begin, last) + room));
    if (!windows.empty() && begin <= last + kReach) {
      kept += end > last ? end - last : 0;
      windows.back().end = std::max(windows.back().end, static_cast<std::uint32_t>(end));
      continue;
    }
    begin = std::max(begin, last);
    kept += end - begin;
    windows.push_back(span_of(begin, end));
  }
  if (windows.empty()) {
    windows.push_back(span_of(0, cut_forward(text, max_bytes)));
  }
  return windows;
}

}  // namespace

std::string html_abridged(std::string_view text, const std::vector<ByteSpan>& spans,
                          std::size_t max_bytes) {
  if (text.size() <= max_bytes) {
    return html_marked(text, spans);
  }
  std::string out;
  std::size_t at = 0;
  for (const ByteSpan window : windows_of(text, spans, max_bytes)) {
    std::vector<ByteSpan> inside;
    for (const ByteSpan span : spans) {
      const ByteSpan part{std::max(span.begin, window.begin), std::min(span.end, window.end)};
      if (part.begin < part.end) {
        inside.push_back({part.begin - window.begin, part.end - window.begin});
      }
    }
    out += window.begin > at ? "&#8230; " : "";
    out += html_marked(text.substr(window.begin, window.size()), inside);
    out += window.end < text.size() ? " " : "";
    at = window.end;
  }
  return at < text.size() ? out + "&#8230;" : out;
}

}  // namespace parallax
