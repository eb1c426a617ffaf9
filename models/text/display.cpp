#include "models/text/display.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"
#include "models/text/icu_seam.hpp"

namespace parallax {
namespace {

// Two paths lead to clusters and break opportunities: official statements are mostly letters of a
// few scripts with typographic quotes and dashes, and loading ICU's break rules for those costs
// more than the whole view. Everything else goes through ICU.

struct Range {
  char32_t first;
  char32_t last;
};

/// Code points that are one cluster and one column each, never join their neighbours, and break
/// only where `breaks_behind` says.
constexpr Range kSimple[] = {
    {0x20, 0x7E},     {0xA0, 0xAC},     {0xAE, 0x2FF},    {0x370, 0x377},   {0x37A, 0x37F},
    {0x384, 0x38A},   {0x38C, 0x38C},   {0x38E, 0x3A1},   {0x3A3, 0x482},   {0x48A, 0x52F},
    {0x60C, 0x60C},   {0x61B, 0x61B},   {0x61F, 0x61F},   {0x620, 0x64A},   {0x660, 0x669},
    {0x671, 0x6D3},   {0x10D0, 0x10FF}, {0x1E00, 0x1EFF}, {0x2010, 0x201F}, {0x2020, 0x2027},
    {0x2030, 0x205E}, {0x20A0, 0x20C0}, {0x2116, 0x2116}, {0x2400, 0x2426}};

bool is_control(char32_t c) {
  return c < 0x20;
}

bool is_simple(char32_t c) {
  if (c < 0x7F) {
    return true;
  }
  const auto* range = std::find_if(std::begin(kSimple), std::end(kSimple),
                                   [c](const Range& r) { return c <= r.last; });
  return range != std::end(kSimple) && range->first <= c;
}

bool is_simple_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_simple(next_code_point(text, i))) {
      return false;
    }
  }
  return true;
}

struct Cluster {
  std::size_t end = 0;  ///< Byte offset behind it.
  std::size_t width = 0;
  bool breakable = false;  ///< A line may end behind it.
};

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000);
}

/// May a line end between `c` and `next`? Only for simple code points.
bool breaks_behind(char32_t before, char32_t c, char32_t next) {
  if (next == ' ') {
    return false;
  }
  if (c == ' ') {
    return true;
  }
  if (c == '-' || c == 0x2010) {
    return is_letter(before) && is_letter(next);
  }
  return (c == 0x2013 || c == 0x2014) && before != ' ' && is_letter(next);
}

std::vector<Cluster> simple_clusters(std::string_view text) {
  std::vector<Cluster> out;
  out.reserve(text.size());
  char32_t before = ' ';
  char32_t current = ' ';
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (is_control(c)) {
      // A mark takes the place of nothing: the letters on both sides stay neighbours.
      out.push_back({i, 0, false});
      continue;
    }
    if (!out.empty()) {
      // The opportunity lies before any marks, so that an opening mark goes to the next line.
      std::size_t k = out.size();
      while (k > 0 && out[k - 1].width == 0) {
        --k;
      }
      if (k > 0) {
        out[k - 1].breakable = breaks_behind(before, current, c);
      }
    }
    out.push_back({i, 1, false});
    before = current;
    current = c;
  }
  return out;
}

std::size_t width_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  const auto category = u_charType(point);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      category == U_CONTROL_CHAR) {
    return 0;
  }
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_regional_indicator(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

std::size_t cluster_width(std::string_view cluster) {
  std::size_t widest = 0;
  std::size_t indicators = 0;
  for (std::size_t i = 0; i < cluster.size();) {
    const char32_t c = next_code_point(cluster, i);
    indicators += is_regional_indicator(c) ? 1U : 0U;
    if (c == 0xFE0F || indicators == 2) {
      return 2;
    }
    widest = std::max(widest, width_of(c));
  }
  return widest;
}

std::unique_ptr<icu::BreakIterator> make_iterator(bool lines) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      lines ? icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status)
            : icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  PARALLAX_EXPECTS(U_SUCCESS(status) != 0);
  return iterator;
}

std::vector<Cluster> icu_clusters(std::string_view text) {
  const icu_seam::Utf16 utf16 = icu_seam::to_utf16(text);
  const auto characters = make_iterator(false);
  const auto lines = make_iterator(true);
  characters->setText(utf16.text);
  lines->setText(utf16.text);
  std::vector<Cluster> out;
  std::size_t begin = 0;
  std::int32_t line_break = lines->next();
  for (std::int32_t at = characters->next(); at != icu::BreakIterator::DONE;
       at = characters->next()) {
    while (line_break != icu::BreakIterator::DONE && line_break < at) {
      line_break = lines->next();
    }
    const std::size_t end = utf16.offsets[static_cast<std::size_t>(at)];
    const std::string_view cluster = text.substr(begin, end - begin);
    out.push_back({end, cluster_width(cluster), line_break == at});
    begin = end;
  }
  return out;
}

std::vector<Cluster> clusters_of(std::string_view text) {
  return is_simple_text(text) ? simple_clusters(text) : icu_clusters(text);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos
             ? std::string_view{}
             : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Fills lines greedily; `room` is what a line holds.
class LineFiller {
 public:
  LineFiller(std::string_view text, std::size_t room) : text_(text), room_(room) {}

  void add(std::size_t begin, const Cluster& cluster) {
    const bool blank = text_.substr(begin, cluster.end - begin) == " ";
    if (blank && used_ == 0) {
      line_begin_ = cluster.end;
      return;
    }
    if (!blank && used_ + cluster.width > room_) {
      end_line(break_ > line_begin_ ? break_ : begin);
    }
    used_ += cluster.width;
    if (cluster.breakable) {
      break_ = cluster.end;
      used_at_break_ = used_;
    }
  }

  std::vector<std::string> finish() {
    emit(text_.size());
    return std::move(lines_);
  }

 private:
  void emit(std::size_t end) {
    const std::string_view line = trimmed(text_.substr(line_begin_, end - line_begin_));
    if (!line.empty()) {
      lines_.emplace_back(line);
    }
  }

  void end_line(std::size_t end) {
    emit(end);
    used_ = end == break_ ? used_ - used_at_break_ : 0;
    line_begin_ = end;
    break_ = end;
    used_at_break_ = 0;
  }

  std::string_view text_;
  std::size_t room_;
  std::vector<std::string> lines_;
  std::size_t line_begin_ = 0;
  std::size_t used_ = 0;           ///< Columns since `line_begin_`, inner blanks included.
  std::size_t break_ = 0;          ///< Last opportunity; not behind `line_begin_` if there is none.
  std::size_t used_at_break_ = 0;  ///< Columns up to `break_`.
};

void append_printable(std::string& out, char32_t c) {
  const bool blank = (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
  const bool steers =
      (c >= 0x80 && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  if (blank) {
    out.push_back(' ');
  } else if (c < 0x20) {
    append_utf8(out, 0x2400 + c);
  } else if (c == 0x7F) {
    append_utf8(out, 0x2421);
  } else if (steers) {
    append_utf8(out, 0xFFFD);
  } else if (c != 0xAD) {
    append_utf8(out, c);
  }
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const Cluster& cluster : clusters_of(text)) {
    width += cluster.width;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  PARALLAX_EXPECTS(width >= 2);
  LineFiller filler(text, width);
  std::size_t begin = 0;
  for (const Cluster& cluster : clusters_of(text)) {
    filler.add(begin, cluster);
    begin = cluster.end;
  }
  return filler.finish();
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t valid = first_invalid_utf8(text).value_or(text.size());
    for (std::size_t i = 0; i < valid;) {
      append_printable(out, next_code_point(text.substr(0, valid), i));
    }
    text.remove_prefix(valid);
    if (!text.empty()) {
      append_utf8(out, 0xFFFD);
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace parallax
