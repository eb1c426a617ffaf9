/// The view for people at a terminal: what diverges first, then what agrees, then silence. Colour
/// never carries meaning alone.

#include <algorithm>

#include "engine/report/phrasing.hpp"
#include "engine/report/writers.hpp"
#include "models/text/display.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMinWidth = 20;
constexpr std::size_t kNarrow = 60;

enum class Ink : std::uint8_t { kPlain, kBold, kRed, kYellow, kGreen, kBlue, kDim };

struct Screen {
  const ComparisonReport& report;
  std::size_t width;
  bool colour;
  std::string out;

  [[nodiscard]] std::string paint(std::string_view text, Ink ink) const {
    static constexpr const char* kCodes[] = {"0", "1", "1;31", "1;33", "32", "34", "2"};
    if (!colour || ink == Ink::kPlain) {
      return std::string(text);
    }
    return std::string("\x1b[") + kCodes[static_cast<std::size_t>(ink)] + "m" + std::string(text) +
           "\x1b[0m";
  }
  void line(std::string_view text = {}) {
    out += text;
    out += '\n';
  }
  /// Wrapped text behind a prefix; further lines are indented to the same column.
  void paragraph(const std::string& prefix, const std::string& text) {
    const std::size_t indent = display_width(prefix);
    const std::size_t room = width > indent + kMinWidth ? width - indent : kMinWidth;
    bool first = true;
    for (const std::string& row : wrap(printable(text), room)) {
      line((first ? prefix : std::string(indent, ' ')) + emphasise(row));
      first = false;
    }
  }
  /// [marked] words turn bold where there is colour.
  [[nodiscard]] std::string emphasise(const std::string& text) const {
    if (!colour) {
      return text;
    }
    std::string painted;
    for (const char c : text) {
      if (c == '[') {
        painted += "\x1b[1m[";
      } else if (c == ']') {
        painted += "]\x1b[0m";
      } else {
        painted += c;
      }
    }
    return painted;
  }
};

std::string bracketed(const std::string& text, const std::vector<ByteSpan>& spans) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    std::size_t last = i;
    // Neighbouring words share one pair of brackets.
    while (last + 1 < spans.size() && spans[last + 1].begin <= spans[last].end + 1) {
      ++last;
    }
    out += text.substr(at, spans[i].begin - at) + "[" +
           text.substr(spans[i].begin, spans[last].end - spans[i].begin) + "]";
    at = spans[last].end;
    i = last;
  }
  return out + text.substr(at);
}

std::string side_line(const ComparisonReport& report, std::size_t side) {
  const ReportDocument& d = report.documents.at(side);
  std::size_t claims = 0;
  for (const StatementIndex s : d.statements) {
    claims += report.statements.at(static_cast<std::size_t>(s)).claims.size();
  }
  std::string text = side_name(report, side);
  if (d.date) {
    text += ", " + *d.date;
  }
  return text + ", " + counted(claims, "claim") + ", " + d.path + " (" + d.language + ")";
}

void headline(Screen& s, const Comparison& c) {
  s.paragraph("  A  ", side_line(s.report, 0));
  s.paragraph("  B  ", side_line(s.report, 1));
  s.line();
  s.paragraph("  overlap   ", "A in B " + percent(c.overlap.left_in_right) + "   B in A " +
                                  percent(c.overlap.right_in_left) + "   similarity " +
                                  two_decimals(c.overlap.similarity) + "   same wording " +
                                  percent(c.overlap.verbatim));
  s.paragraph("  findings  ", counted(count_of(c, Severity::kConflict), "conflict") + "   " +
                                  counted(count_of(c, Severity::kDifference), "difference") +
                                  "   " + counted(count_of(c, Severity::kNote), "note") + "   " +
                                  counted(agreements(c).size(), "agreement") + "   only A " +
                                  std::to_string(c.only_left.size()) + "   only B " +
                                  std::to_string(c.only_right.size()));
  for (const std::string& warning : s.report.warnings) {
    s.paragraph("  warning   ", warning);
  }
}

/// The claim with the evidence in brackets.
std::string passage(const ComparisonReport& report, const Evidence& e) {
  const ReportClaim& claim = report.claim(e.claim);
  const std::string text = claim_text(report, e.claim);
  if (e.span.begin < claim.span.begin || e.span.end > claim.span.end) {
    return text;
  }
  return bracketed(text, {{e.span.begin - claim.span.begin, e.span.end - claim.span.begin}});
}

void finding(Screen& s, const ReportDivergence& d) {
  static constexpr const char* kSigns[] = {"!", "-", "~"};
  static constexpr Ink kInks[] = {Ink::kRed, Ink::kYellow, Ink::kBlue};
  const auto severity = static_cast<std::size_t>(d.severity);
  const std::string slot = d.slot.empty() ? "" : " (" + printable(d.slot) + ")";
  s.line(s.paint(std::string(kSigns[severity]) + " " + d.id + " " + d.kind, kInks[severity]) +
         slot + "   sure " + two_decimals(d.confidence));
  s.paragraph("    A " + place_of(s.report.claim(d.left.claim)) + "  ", passage(s.report, d.left));
  s.paragraph("    B " + place_of(s.report.claim(d.right.claim)) + "  ",
              passage(s.report, d.right));
  s.paragraph("    ", d.explanation);
  s.paragraph("    because  ", d.comparable_because);
}

void findings(Screen& s, const Comparison& c) {
  static constexpr const char* kTitles[] = {"CONFLICTS", "DIFFERENCES", "NOTES"};
  for (const Severity severity : {Severity::kConflict, Severity::kDifference, Severity::kNote}) {
    if (count_of(c, severity) == 0) {
      continue;
    }
    s.line();
    s.line(s.paint(kTitles[static_cast<std::size_t>(severity)], Ink::kBold));
    for (const ReportDivergence& d : c.divergences) {
      if (d.severity == severity) {
        finding(s, d);
      }
    }
  }
}

std::string joined(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  std::string text;
  for (const ClaimIndex claim : claims) {
    text += (text.empty() ? "" : " ") + claim_text(report, claim);
  }
  return text;
}

std::string places(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  std::string text;
  for (const ClaimIndex claim : claims) {
    text += (text.empty() ? "" : "+") + place_of(report.claim(claim));
  }
  return text;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t used = display_width(text);
  return text + std::string(used < width ? width - used : 0, ' ');
}

void columns(Screen& s, const std::string& left, const std::string& right) {
  if (s.width < kNarrow) {
    s.paragraph("    A ", left);
    s.paragraph("    B ", right);
    return;
  }
  const std::size_t room = (s.width - 7) / 2;
  const std::vector<std::string> a = wrap(printable(left), room);
  const std::vector<std::string> b = wrap(printable(right), room);
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string l = i < a.size() ? a[i] : "";
    const std::string r = i < b.size() ? b[i] : "";
    s.line("    " + s.emphasise(padded(l, room)) + " | " + s.emphasise(r));
  }
}

void agreement(Screen& s, const ReportPair& pair) {
  const std::string left = joined(s.report, pair.left);
  const std::string right = joined(s.report, pair.right);
  const std::string where =
      "A " + places(s.report, pair.left) + " | B " + places(s.report, pair.right);
  const char* sign = pair.relation == Relation::kRelated ? "\xE2\x89\x88" : "=";
  const std::string head = std::string(sign) + " " + std::string(name_of(pair.relation)) + "  " +
                           where + "  " + two_decimals(pair.similarity) +
                           (pair.moved ? "  moved" : "");
  s.line(s.paint(head, Ink::kGreen));
  if (pair.relation == Relation::kIdentical) {
    s.paragraph("    ", left);
    return;
  }
  columns(s, bracketed(left, differing_words(left, right)),
          bracketed(right, differing_words(right, left)));
}

void silence(Screen& s, const char* title, const std::vector<ClaimIndex>& claims,
             const char* sign) {
  if (claims.empty()) {
    return;
  }
  s.line();
  s.line(s.paint(title, Ink::kBold));
  for (const ClaimIndex claim : claims) {
    s.paragraph(std::string(sign) + " " + place_of(s.report.claim(claim)) + "  ",
                claim_text(s.report, claim));
  }
}

}  // namespace

std::string write_terminal(const ComparisonReport& report, const TerminalOptions& options) {
  Screen s{report,
           std::max(options.width, kMinWidth),
           options.colour == TerminalOptions::Colour::kOn,
           {}};
  for (const Comparison& c : report.comparisons) {
    headline(s, c);
    findings(s, c);
    const auto same = agreements(c);
    if (!same.empty()) {
      s.line();
      s.line(s.paint("AGREE", Ink::kBold));
      for (const ReportPair* pair : same) {
        agreement(s, *pair);
      }
    }
    silence(s, "ONLY A", c.only_left, "-");
    silence(s, "ONLY B", c.only_right, "+");
    silence(s, "FORMULAIC", c.formulaic, ".");
    if (!c.divergences.empty()) {
      s.line();
      s.paragraph(
          "  ",
          "--explain " + c.divergences.front().id +
              " shows spans, rule and values; --format json or markdown for machines and notes");
    }
  }
  return std::move(s.out);
}

}  // namespace parallax
