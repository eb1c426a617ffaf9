/// Paragraphs. Blank lines separate. Inside a block a line break separates unless the block looks
/// hard-wrapped: then lines share a width and end in the middle of sentences.

#include <algorithm>
#include <array>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <unicode/uchar.h>

#include "models/base/utf8.hpp"
#include "models/text/sentences.hpp"

namespace parallax {
namespace {

/// Hard-wrapped text is mostly set to 50 to 120 columns; narrower blocks need more evidence.
constexpr std::size_t kMinWrapWidth = 40;
constexpr std::size_t kMaxWrapWidth = 130;

struct Line {
  std::uint32_t begin = 0, end = 0;  ///< Without surrounding white space.
  std::uint32_t indent = 0;
  std::uint32_t bullet = 0;  ///< Bytes of bullet or heading mark at `begin`.
  bool heading = false;
  bool list = false;
  [[nodiscard]] bool blank() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// Length of a line break at `i` (LF, CR, CRLF, VT, FF, NEL, LS, PS); 0 if there is none.
std::size_t line_break(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '\r') {
    return i + 1 < text.size() && text[i + 1] == '\n' ? 2 : 1;
  }
  if (c == '\n' || c == '\v' || c == '\f') {
    return 1;
  }
  if (text.substr(i, 2) == "\xC2\x85") {
    return 2;
  }
  const std::string_view three = text.substr(i, 3);
  return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ? 3 : 0;
}

/// Bytes that a line break may begin with: all others are stepped over by one look at a table.
constexpr std::array<bool, 256> kMayBreak = [] {
  std::array<bool, 256> may{};
  for (const char c : {'\n', '\v', '\f', '\r', '\xC2', '\xE2'}) {
    may[static_cast<unsigned char>(c)] = true;
  }
  return may;
}();

/// The next line break from `i` on; the text's end if there is none.
std::size_t find_line_break(std::string_view text, std::size_t i) {
#if defined(__SSE2__)
  // Sixteen bytes without any that a line break may begin with.
  while (i + 16 <= text.size()) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8('\r')), bytes);
    const __m128i wide = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\xC2')),
                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\xE2')));
    if (_mm_movemask_epi8(_mm_or_si128(control, wide)) != 0) {
      break;
    }
    i += 16;
  }
#endif
  while (i < text.size() &&
         (!kMayBreak[static_cast<unsigned char>(text[i])] || line_break(text, i) == 0)) {
    ++i;
  }
  return i;
}

/// Length of a blank at `i`: ASCII space, tab, NBSP, ideographic space, zero-width marks at edges.
std::size_t blank_length(std::string_view text, std::size_t i) {
  if (text[i] == ' ' || text[i] == '\t') {
    return 1;
  }
  if (text.substr(i, 2) == "\xC2\xA0") {
    return 2;
  }
  const std::string_view three = text.substr(i, 3);
  const bool space = three == "\xE3\x80\x80" || three == "\xE2\x80\xAF" ||
                     three == "\xEF\xBB\xBF" || three == "\xE2\x80\x8B" ||
                     (three.starts_with("\xE2\x80") && three.size() == 3 &&
                      static_cast<unsigned char>(three[2]) >= 0x80 &&
                      static_cast<unsigned char>(three[2]) <= 0x8A);
  return space ? 3 : 0;
}

/// `end` without the blanks in front of it, not below `begin`.
std::uint32_t trim_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (end > begin) {
    std::uint32_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) {
      --last;
    }
    if (blank_length(text, last) == 0) {
      break;
    }
    end = last;
  }
  return end;
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

/// Length of a list bullet with its blank ("- ", "* ", "1. ", "(a) ", U+2022), 0 if none.
std::uint32_t bullet_length(std::string_view line) {
  for (const std::string_view mark :
       {"- ", "* ", "+ ", "\xE2\x80\xA2 ", "\xE2\x80\xA2\t", "\xE2\x80\x93 ", "\xE2\x80\x94 ",
        "\xE2\x96\xAA ", "\xE2\x97\xA6 ", "\xC2\xB7 "}) {
    if (line.starts_with(mark)) {
      return static_cast<std::uint32_t>(mark.size());
    }
  }
  std::size_t i = 0;
  const bool parenthesis = !line.empty() && line[0] == '(';
  i += parenthesis ? 1U : 0U;
  const std::size_t first = i;
  while (i < line.size() && digit(line[i]) && i - first < 3) {
    ++i;
  }
  if (i == first && parenthesis && i < line.size() && line[i] >= 'a' && line[i] <= 'z') {
    ++i;
  }
  if (i == first || i + 1 >= line.size()) {
    return 0;
  }
  const char close = line[i];
  const bool closes = parenthesis ? close == ')' : close == '.' || close == ')';
  return closes && line[i + 1] == ' ' ? static_cast<std::uint32_t>(i + 2) : 0;
}

void classify(std::string_view text, Line& line) {
  const std::string_view body = text.substr(line.begin, line.size());
  if (body.starts_with("#")) {
    const std::size_t marks = std::min(body.find_first_not_of('#'), body.size());
    if (marks <= 6 && marks < body.size() && body[marks] == ' ') {
      line.heading = true;
      line.bullet = static_cast<std::uint32_t>(marks + 1);
    }
    return;
  }
  if (body.starts_with("> ")) {
    line.bullet = 2;
    return;
  }
  line.bullet = bullet_length(body);
  line.list = line.bullet != 0;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t end = find_line_break(text, i);
    Line line;
    std::size_t begin = i;
    while (begin < end && blank_length(text, begin) != 0) {
      begin += blank_length(text, begin);
    }
    line.indent = static_cast<std::uint32_t>(begin - i);
    line.begin = static_cast<std::uint32_t>(std::min(begin, end));
    line.end = trim_end(text, line.begin, static_cast<std::uint32_t>(end));
    if (!line.blank()) {
      classify(text, line);
    }
    lines.push_back(line);
    i = end < text.size() ? end + line_break(text, end) : end;
  }
  return lines;
}

bool closes_sentence(std::string_view text, const Line& line) {
  std::string_view body = text.substr(line.begin, line.size());
  for (const std::string_view tail :
       {"\"", "\xE2\x80\x9D", "\xE2\x80\x99", "'", ")", "\xC2\xBB", "]"}) {
    if (body.ends_with(tail)) {
      body.remove_suffix(tail.size());
    }
  }
  for (const std::string_view mark : {".", "!", "?", ":", ";", "\xE2\x80\xA6", "\xE3\x80\x82",
                                      "\xD6\x89", "\xD8\x9F", "\xE0\xA5\xA4"}) {
    if (body.ends_with(mark)) {
      return true;
    }
  }
  return false;
}

std::size_t width_of(std::string_view text, const Line& line) {
  return line.indent + count_code_points(text.substr(line.begin, line.size()));
}

using Lines = std::vector<Line>;

bool starts_lower(std::string_view text, const Line& line) {
  std::size_t offset = line.begin;
  return u_islower(static_cast<UChar32>(next_code_point(text, offset))) != 0;
}

/// The line goes on from the one before although that ends with a stop: "see Art." / "5)".
bool starts_with_number(std::string_view text, const Line& line) {
  return !line.list && line.begin < line.end && digit(text[line.begin]);
}

/// A block is hard-wrapped if all lines but the last are near one width and most of them stop in
/// mid-sentence. In narrow columns that says little: there every second line must also go on in
/// lower case, or with a figure behind such a line ("the tariff, in which" / "14 people").
bool hard_wrapped(std::string_view text, const Lines& lines, std::size_t first, std::size_t last) {
  if (last - first < 2) {
    return false;
  }
  std::size_t widest = 0;
  std::size_t open = 0;
  std::size_t near = 0;
  std::size_t lower = 0;
  for (std::size_t i = first; i < last; ++i) {
    widest = std::max(widest, width_of(text, lines[i]));
  }
  for (std::size_t i = first; i + 1 < last; ++i) {
    const bool figure = starts_lower(text, lines[i]) && starts_with_number(text, lines[i + 1]);
    lower += starts_lower(text, lines[i + 1]) || figure ? 1U : 0U;
    open += closes_sentence(text, lines[i]) && !starts_with_number(text, lines[i + 1]) ? 0U : 1U;
    near += width_of(text, lines[i]) + 18 >= widest ? 1U : 0U;
  }
  const std::size_t inner = last - first - 1;
  if (widest < kMinWrapWidth) {
    return open * 10 >= inner * 6 && lower * 10 >= inner * 5;
  }
  return widest <= kMaxWrapWidth && near * 10 >= inner * 6 && open * 10 >= inner * 5;
}

/// In a wrapped block a line that ends a sentence far from the edge ends its paragraph.
bool short_end(std::string_view text, const Line& line, std::size_t widest) {
  return closes_sentence(text, line) && width_of(text, line) + 18 < widest;
}

void add_block(std::string_view text, const Lines& lines, std::size_t first, std::size_t last,
               std::vector<Paragraph>& out) {
  const bool wrapped = hard_wrapped(text, lines, first, last);
  std::size_t widest = 0;
  for (std::size_t i = first; wrapped && i < last; ++i) {
    widest = std::max(widest, width_of(text, lines[i]));
  }
  bool open = false;
  for (std::size_t i = first; i < last; ++i) {
    const Line& line = lines[i];
    const bool starts = !open || !wrapped || line.heading || line.list ||
                        (line.indent > lines[i - 1].indent + 2 && i > first) ||
                        lines[i - 1].heading || short_end(text, lines[i - 1], widest);
    // A list item goes on where the next line is indented under it.
    const bool goes_on = open && !line.list && !line.heading && lines[i - 1].list &&
                         line.indent > lines[i - 1].indent;
    const std::uint32_t begin = line.begin + line.bullet;
    if (begin >= line.end) {
      continue;
    }
    if (starts && !goes_on) {
      const ParagraphKind kind = line.heading ? ParagraphKind::kHeading
                                 : line.list  ? ParagraphKind::kListItem
                                              : ParagraphKind::kBody;
      out.push_back({{begin, line.end}, kind});
    } else {
      out.back().span.end = line.end;
    }
    open = true;
  }
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  const Lines lines = split_lines(text);
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].blank()) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < lines.size() && !lines[end].blank()) {
      ++end;
    }
    add_block(text, lines, i, end, paragraphs);
    i = end;
  }
  return paragraphs;
}

}  // namespace parallax
