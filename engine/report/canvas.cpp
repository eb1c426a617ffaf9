#include "engine/report/canvas.hpp"

#include <algorithm>

#include "engine/report/phrasing.hpp"
#include "models/base/expects.hpp"
#include "models/text/display.hpp"

namespace parallax {
namespace {

// `printable` leaves no control character in a text, so two of them can carry the marks.
constexpr char kOpen = '\x01';
constexpr char kClose = '\x02';
constexpr std::size_t kMinWidth = 24;
constexpr std::string_view kGap = "   ";
constexpr std::string_view kReset = "\x1b[0m";

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::kPlain:
      return "";
    case Tone::kStrong:
      return "\x1b[1m";
    case Tone::kDim:
      return "\x1b[2m";
    case Tone::kConflict:
      return "\x1b[1;31m";
    case Tone::kDifference:
      return "\x1b[1;33m";
    case Tone::kNote:
      return "\x1b[1;36m";
    case Tone::kAgree:
      return "\x1b[1;32m";
  }
  return "";
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t have = display_width(text);
  out.append(width > have ? width - have : 0, ' ');
  return out;
}

/// Moves a cut to the next blank within a word's length, else to a character boundary.
std::size_t cut_behind(std::string_view text, std::size_t at) {
  const std::size_t blank = text.find(' ', at);
  if (blank != std::string_view::npos && blank - at < 40) {
    return blank;
  }
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
    ++at;
  }
  return at;
}

}  // namespace

std::string bracketed(std::string_view text, const std::vector<ByteSpan>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const ByteSpan span : spans) {
    PARALLAX_EXPECTS(at <= span.begin && span.begin <= span.end && span.end <= text.size());
    if (span.empty()) {
      continue;
    }
    out += printable(text.substr(at, span.begin - at));
    out += std::string(1, kOpen) + "[" + one_line(text.substr(span.begin, span.size())) + "]" +
           std::string(1, kClose);
    at = span.end;
  }
  out += printable(text.substr(at));
  std::string line;
  line.reserve(out.size());
  for (const char c : out) {
    if (c != ' ' || (!line.empty() && line.back() != ' ')) {
      line.push_back(c);
    }
  }
  return line;
}

std::string excerpt(std::string_view text, ByteSpan& focus, std::size_t max_bytes) {
  PARALLAX_EXPECTS(focus.begin <= focus.end && focus.end <= text.size());
  if (text.size() <= max_bytes) {
    return std::string(text);
  }
  const std::size_t room = max_bytes > focus.size() ? (max_bytes - focus.size()) / 2 : 0;
  const std::size_t begin =
      focus.begin > room ? std::min<std::size_t>(cut_behind(text, focus.begin - room), focus.begin)
                         : 0;
  const std::size_t end =
      std::min(text.size(), std::max<std::size_t>(cut_behind(text, focus.end + room), focus.end));
  const std::string before = begin > 0 ? "... " : "";
  const auto shift = [&](std::uint32_t offset) {
    return static_cast<std::uint32_t>(offset - begin + before.size());
  };
  focus = {shift(focus.begin), shift(focus.end)};
  return before + std::string(text.substr(begin, end - begin)) + (end < text.size() ? " ..." : "");
}

Canvas::Canvas(const TerminalOptions& options)
    : width_(std::max(options.width, kMinWidth)),
      colour_(options.colour == TerminalOptions::Colour::kOn) {}

void Canvas::line(const std::string& text) {
  out_ += text.substr(0, text.find_last_not_of(' ') + 1);
  out_ += '\n';
}

std::string Canvas::paint(std::string_view text, Tone tone) const {
  const std::string_view code = colour_ ? code_of(tone) : "";
  return code.empty() ? std::string(text)
                      : std::string(code) + std::string(text) + std::string(kReset);
}

std::string Canvas::paint_marks(std::string_view text, Tone tone, bool& open) const {
  const std::string_view code = colour_ ? code_of(tone) : "";
  std::string out(open ? code : "");
  for (const char c : text) {
    if (c != kOpen && c != kClose) {
      out.push_back(c);
      continue;
    }
    open = c == kOpen;
    out += code.empty() ? "" : open ? code : kReset;
  }
  return out + std::string(open && !code.empty() ? kReset : "");
}

void Canvas::blank() {
  out_ += '\n';
}

void Canvas::title(std::string_view text, Tone tone) {
  blank();
  for (const std::string& part : wrap(text, width_)) {
    line(paint(part, tone));
  }
}

void Canvas::hanging(std::string_view label, std::size_t indent, std::string_view text,
                     Tone marks) {
  bool open = false;
  std::string head = padded(label, indent);
  // A label that fills its room would touch the text.
  const bool full = !text.empty() && head.size() > 1 && head.back() != ' ';
  if (display_width(head) > indent || full) {
    line(head);
    head = std::string(indent, ' ');
  }
  for (const std::string& part :
       wrap(text, std::max<std::size_t>(width_ - std::min(indent, width_), 8))) {
    line(head + paint_marks(part, marks, open));
    head = std::string(indent, ' ');
  }
  if (head.find_first_not_of(' ') != std::string::npos) {
    line(head);
  }
}

void Canvas::items(std::string_view label, std::size_t indent,
                   const std::vector<std::string>& items) {
  std::string head = padded(label, indent);
  std::string row;
  const auto flush = [&] {
    hanging(head, indent, row);
    head = std::string(indent, ' ');
    row.clear();
  };
  for (const std::string& item : items) {
    const std::size_t needed = display_width(row) + kGap.size() + display_width(item);
    if (!row.empty() && indent + needed > width_) {
      flush();
    }
    row += (row.empty() ? "" : std::string(kGap)) + item;
  }
  if (!row.empty()) {
    flush();
  }
}

void Canvas::columns(std::size_t indent, std::string_view left, std::string_view right,
                     Tone marks) {
  const std::size_t column = (width_ - indent - kGap.size()) / 2;
  const std::vector<std::string> l = wrap(left, column);
  const std::vector<std::string> r = wrap(right, column);
  bool left_open = false;
  bool right_open = false;
  for (std::size_t k = 0; k < std::max(l.size(), r.size()); ++k) {
    const std::string_view cell = k < l.size() ? std::string_view(l[k]) : "";
    const std::string fill(column - std::min(column, display_width(cell)), ' ');
    const std::string first = paint_marks(cell, marks, left_open) + fill;
    const std::string second = k < r.size() ? paint_marks(r[k], marks, right_open) : std::string();
    line(std::string(indent, ' ') + first + " | " + second);
  }
}

void Canvas::row(std::size_t indent, const std::vector<CanvasCell>& cells, std::size_t max_lines) {
  std::vector<std::vector<std::string>> parts;
  std::size_t lines = 1;
  for (const CanvasCell& cell : cells) {
    parts.push_back(wrap(cell.text, cell.width));
    if (parts.back().size() > max_lines) {
      parts.back().resize(max_lines);
      std::string& last = parts.back().back();
      const std::size_t room = cell.width - std::min<std::size_t>(cell.width, 2);
      last = (room < 2 ? "" : wrap(last, room).front()) + "..";
    }
    lines = std::max(lines, parts.back().size());
  }
  for (std::size_t k = 0; k < lines; ++k) {
    std::string text(indent, ' ');
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string_view part = k < parts[i].size() ? std::string_view(parts[i][k]) : "";
      const std::size_t have = display_width(part);
      text += (i > 0 ? "  " : "") + (part.empty() ? "" : paint(part, cells[i].tone));
      text.append(cells[i].width - std::min(cells[i].width, have), ' ');
    }
    line(text);
  }
}

void Canvas::edges(std::string_view left, std::string_view right, Tone tone) {
  const std::size_t used = display_width(left) + display_width(right);
  if (used + 2 <= width_) {
    line(paint(left, tone) + std::string(width_ - used, ' ') + paint(right, Tone::kDim));
    return;
  }
  for (const std::string& part : wrap(left, width_)) {
    line(paint(part, tone));
  }
  for (const std::string& part : wrap(right, width_ - 4)) {
    line(part.empty() ? "" : "    " + paint(part, Tone::kDim));
  }
}

void Canvas::clipped(std::string_view label, std::size_t indent, std::string_view text) {
  const std::size_t room = std::max<std::size_t>(width_ - std::min(indent, width_), 12);
  if (display_width(text) <= room) {
    hanging(label, indent, text);
    return;
  }
  hanging(label, indent, wrap(text, room - 4).front() + " ...");
}

}  // namespace parallax
