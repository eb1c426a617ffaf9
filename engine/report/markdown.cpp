/// GitHub-flavoured Markdown. Text of the inputs is data: nothing in it may become markup, a link,
/// a mention or a table border.

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/table_text.hpp"
#include "engine/report/word_diff.hpp"
#include "engine/report/writers.hpp"

namespace parallax {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Does `c` mean something to Markdown between these neighbours? `before` is 0 at the start.
bool is_markup(char c, char before, char next) {
  static constexpr std::string_view kAlways = "\\`*_[]#|~$";
  switch (c) {
    case '-':
    case '+':
      return before == '\0';
    case '.':
      return before != '\0' && (is_digit(before) || next != ' ');
    case ')':
      return is_digit(before);
    case '!':
      return next == '[';
    case ':':
      return next == '/';
    default:
      return kAlways.find(c) != std::string_view::npos;
  }
}

std::string escaped_character(char c, char before, char next) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '@':
      return "@&#8203;";
    case '#':
      return is_digit(next) ? "\\#&#8203;" : "\\#";
    default:
      return (is_markup(c, before, next) ? "\\" : "") + std::string(1, c);
  }
}

/// Escapes one line of text. Backslashes stop markup and automatic links; a zero-width space behind
/// @ and before the digits of #123 stops mentions and issue references, which are made after
/// Markdown is parsed.
std::string escaped(std::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char next = i + 1 < line.size() ? line[i + 1] : '\0';
    out += escaped_character(line[i], i > 0 ? line[i - 1] : '\0', next);
  }
  return out;
}

/// Escaped text with the spans in bold.
std::string bold(std::string_view text, const std::vector<ByteSpan>& spans) {
  std::string out;
  std::size_t at = 0;
  const auto keep = [&](std::string_view part) {
    // `escaped` cuts blanks at the ends; here they separate bold from plain words.
    const bool before = !part.empty() && (part.front() == ' ' || part.front() == '\n');
    const bool after = part.size() > 1 && (part.back() == ' ' || part.back() == '\n');
    const std::string clean = escaped(part);
    out += (before ? " " : "") + clean + (after && !clean.empty() ? " " : "");
  };
  for (const ByteSpan span : spans) {
    if (span.empty()) {
      continue;
    }
    keep(text.substr(at, span.begin - at));
    out += "**" + escaped(text.substr(span.begin, span.size())) + "**";
    at = span.end;
  }
  keep(text.substr(at));
  return out;
}

std::string place(const ReportClaim& claim) {
  return fmt::format("{}:{}", claim.paragraph, claim.sentence);
}

std::string joined(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  std::string out;
  for (const ClaimIndex c : claims) {
    out += (out.empty() ? "" : " ") + one_line(claim_text(report, c));
  }
  return out;
}

std::string joined_places(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  std::string out;
  for (const ClaimIndex c : claims) {
    out += (out.empty() ? "" : ", ") + place(report.claim(c));
  }
  return out;
}

void write_head(const ComparisonReport& report, const Comparison& c, std::string& out) {
  const SideInfo left = side_info(report, c, Side::kLeft);
  const SideInfo right = side_info(report, c, Side::kRight);
  const Overlap& o = c.overlap;
  out += fmt::format("## {} / {}\n\n", escaped(left.name), escaped(right.name));
  out += "| | statement | date | claims | file |\n|---|---|---|---:|---|\n";
  out += fmt::format("| A | {} | {} | {} | {} |\n", escaped(left.name), escaped(left.date),
                     left.claims, escaped(left.file));
  out += fmt::format("| B | {} | {} | {} | {} |\n\n", escaped(right.name), escaped(right.date),
                     right.claims, escaped(right.file));
  out +=
      "| A in B | B in A | similarity | same wording | conflicts | differences | notes |\n"
      "|---:|---:|---:|---:|---:|---:|---:|\n";
  out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", escaped(percent(o.left_in_right)),
                     escaped(percent(o.right_in_left)), score(o.similarity),
                     escaped(percent(o.verbatim)), count_severity(c, Severity::kConflict),
                     count_severity(c, Severity::kDifference), count_severity(c, Severity::kNote));
  if (!c.compared_kinds.empty()) {
    std::string kinds;
    for (const std::string& kind : c.compared_kinds) {
      kinds += (kinds.empty() ? "" : ", ") + kind;
    }
    out += fmt::format("\nCompared: {}\n", escaped(kinds));
  }
}

std::string passage(const ComparisonReport& report, const Evidence& e) {
  const ByteSpan whole = sentence_span(report, e.claim).join(e.span);
  return bold(slice(document_of(report, e.claim), whole),
              {{e.span.begin - whole.begin, e.span.end - whole.begin}});
}

void write_finding(const ComparisonReport& report, const ReportDivergence& d, std::string& out) {
  out += fmt::format("- **{} {}**{}{} (sure {}, `{}`)\n", escaped(d.id), escaped(d.kind),
                     d.slot.empty() ? "" : ": ", escaped(d.slot), confidence(d.confidence),
                     d.fingerprint);
  out += fmt::format("  - A {}: {}\n", place(report.claim(d.left.claim)), passage(report, d.left));
  out +=
      fmt::format("  - B {}: {}\n", place(report.claim(d.right.claim)), passage(report, d.right));
  const std::string left = phrase(d.left.value);
  const std::string right = phrase(d.right.value);
  if (!left.empty() && !right.empty()) {
    out += fmt::format("  - values: A {}, B {}\n", escaped(left), escaped(right));
  }
  if (!d.explanation.empty()) {
    out += fmt::format("  - {}\n", escaped(d.explanation));
  }
  if (!d.comparable_because.empty()) {
    out += fmt::format("  - because {}\n", escaped(d.comparable_because));
  }
}

void write_findings(const ComparisonReport& report, const Comparison& c, Severity severity,
                    std::string_view title, std::string& out) {
  if (count_severity(c, severity) == 0) {
    return;
  }
  out += fmt::format("\n### {}\n\n", title);
  for (const ReportDivergence& d : c.divergences) {
    if (d.severity == severity && !d.accepted) {
      write_finding(report, d, out);
    }
  }
}

/// One row a pair, opposed pairs included: together with the lists below, every claim is there.
void write_pairs(const ComparisonReport& report, const Comparison& c, std::string& out) {
  if (c.pairs.empty()) {
    return;
  }
  out += "\n### Side by side\n\n| A | B | relation | similarity |\n|---|---|---|---:|\n";
  for (const ReportPair& pair : c.pairs) {
    const std::string left = joined(report, pair.left);
    const std::string right = joined(report, pair.right);
    const WordDiff diff =
        pair.relation == Relation::kIdentical ? WordDiff{} : diff_words(left, right);
    out += fmt::format("| {} {} | {} {} | {}{} | {} |\n", joined_places(report, pair.left),
                       bold(left, diff.left), joined_places(report, pair.right),
                       bold(right, diff.right), name_of(pair.relation), pair.moved ? ", moved" : "",
                       score(pair.similarity));
  }
}

void write_accepted(const ComparisonReport& report, const Comparison& c, std::string& out) {
  if (count_accepted(c) == 0) {
    return;
  }
  out += "\n### Accepted\n\n";
  for (const ReportDivergence& d : c.divergences) {
    if (d.accepted) {
      write_finding(report, d, out);
      out += d.note.empty() ? "" : fmt::format("  - note: {}\n", escaped(d.note));
    }
  }
}

void write_stale(const BaselineUse& use, std::string& out) {
  for (const BaselineEntry& e : use.stale) {
    out += fmt::format("\n> Stale: {} lists {} `{}` ({} / {}), which is not found any more\n",
                       escaped(use.path), escaped(e.kind), e.fingerprint, escaped(e.left),
                       escaped(e.right));
  }
}

std::string word_list(const std::vector<ReportDistinctive>& words) {
  std::string out;
  for (const ReportDistinctive& w : framing_words(words, words.size())) {
    out += fmt::format("{}{} {}:{}", out.empty() ? "" : ", ", escaped(w.term), w.left, w.right);
  }
  return out;
}

/// What each side calls things: word, occurrences in A and in B.
void write_framing(const Comparison& c, std::string& out) {
  const std::string left = word_list(c.distinctive_left);
  const std::string right = word_list(c.distinctive_right);
  if (left.empty() && right.empty()) {
    return;
  }
  out += fmt::format("\n### Framing\n\n- A says {}\n- B says {}\n",
                     left.empty() ? "nothing of its own" : left,
                     right.empty() ? "nothing of its own" : right);
}

/// Most central first.
void write_silence(const ComparisonReport& report, const std::vector<ClaimIndex>& claims,
                   std::string_view title, std::string& out) {
  if (claims.empty()) {
    return;
  }
  out += fmt::format("\n### {}\n\n", title);
  for (const ClaimIndex i : most_central_first(report, claims)) {
    const ReportClaim& claim = report.claim(i);
    out += fmt::format("- {} {} (central {})\n", place(claim), escaped(claim_text(report, i)),
                       score(claim.centrality));
  }
}

void write_claims(const ComparisonReport& report, const std::vector<ClaimIndex>& claims,
                  std::string_view title, std::string& out) {
  if (claims.empty()) {
    return;
  }
  out += fmt::format("\n### {}\n\n", title);
  for (const ClaimIndex i : claims) {
    out += fmt::format("- {} {}\n", place(report.claim(i)), escaped(claim_text(report, i)));
  }
}

// More than two sources.

void write_speakers(const ComparisonReport& report, std::string& out) {
  out += "## " + counted(report.table->columns.size(), "source") +
         "\n\n| | source | role | date | claims | file |\n|---|---|---|---|---:|---|\n";
  for (const SourceIndex column : report.table->columns) {
    const SideInfo side = side_info(report, column);
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", side.letter, escaped(side.name),
                       escaped(side.role), escaped(side.date), side.claims, escaped(side.file));
  }
}

void write_table(const ComparisonReport& report, std::string& out) {
  const ClaimTable& table = *report.table;
  const std::vector<std::string> names = column_names(report);
  out += "\n### Claims\n\n| claim |";
  std::string rule = "\n|---|";
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    out += fmt::format(" {} {} |", letter(table.columns[k]), escaped(names[k]));
    rule += "---|";
  }
  out += rule + "\n";
  for (const TableRow& row : table.rows) {
    out += fmt::format("| {} |", escaped(row.title));
    for (const TableCell& cell : row.cells) {
      const std::string text = escaped(cell_text(row, cell));
      out += cell.state == CellState::kConflict ? fmt::format(" **{}** |", text)
                                                : fmt::format(" {} |", text);
    }
    out += "\n";
  }
}

void write_placed(const ComparisonReport& report, const PlacedFinding& f, std::string& out) {
  const ReportDivergence& d = *f.divergence;
  out += fmt::format("- **{} {}**{}{} (sure {}, `{}`)\n", escaped(d.id), escaped(d.kind),
                     d.slot.empty() ? "" : ": ", escaped(d.slot), confidence(d.confidence),
                     d.fingerprint);
  for (const auto& [source, e] : {std::pair{f.comparison->left_source, &d.left},
                                  std::pair{f.comparison->right_source, &d.right}}) {
    out += fmt::format("  - {} {}: {}\n", letter(source), escaped(place(report, e->claim)),
                       passage(report, *e));
  }
  out += fmt::format("  - {}\n", escaped(told_of(report, *f.comparison, d)));
  if (!d.comparable_because.empty()) {
    out += fmt::format("  - because {}\n", escaped(d.comparable_because));
  }
}

void write_placed_claims(const ComparisonReport& report, const std::vector<ClaimIndex>& claims,
                         const std::string& title, std::string& out) {
  if (claims.empty()) {
    return;
  }
  out += fmt::format("\n### {}\n\n", title);
  for (const ClaimIndex c : claims) {
    const auto statement = static_cast<std::size_t>(report.claim(c).statement);
    out += fmt::format("- {} {} {}\n", letter(report.statements.at(statement).source),
                       escaped(place(report, c)), escaped(claim_text(report, c)));
  }
}

/// Open findings by severity, then the accepted ones.
void write_placed_findings(const ComparisonReport& report, std::string& out) {
  const std::vector<PlacedFinding> findings = findings_of(report);
  for (const auto& [severity, title] :
       {std::pair{Severity::kConflict, "Conflicts"},
        std::pair{Severity::kDifference, "Differences"}, std::pair{Severity::kNote, "Notes"}}) {
    bool first = true;
    for (const PlacedFinding& f : findings) {
      if (f.divergence->severity == severity && !f.divergence->accepted) {
        out += first ? fmt::format("\n### {}\n\n", title) : "";
        first = false;
        write_placed(report, f, out);
      }
    }
  }
  bool first = true;
  for (const PlacedFinding& f : findings) {
    if (f.divergence->accepted) {
      out += first ? "\n### Accepted\n\n" : "";
      first = false;
      write_placed(report, f, out);
      out += f.divergence->note.empty()
                 ? ""
                 : fmt::format("  - note: {}\n", escaped(f.divergence->note));
    }
  }
}

/// Rows whose claims are shown because no finding shows them.
void write_quiet_rows(const ComparisonReport& report, std::string& out) {
  for (const TableRow& row : report.table->rows) {
    const bool agree = row.relation == RowRelation::kAgree;
    if (!agree && !is_uncompared(report, row)) {
      continue;
    }
    std::vector<ClaimIndex> claims;
    for (const TableCell& cell : row.cells) {
      claims.insert(claims.end(), cell.claims.begin(), cell.claims.end());
    }
    write_placed_claims(report, claims, (agree ? "Agree: " : "Side by side: ") + escaped(row.title),
                        out);
  }
}

void write_many(const ComparisonReport& report, std::string& out) {
  write_speakers(report, out);
  write_table(report, out);
  write_placed_findings(report, out);
  write_quiet_rows(report, out);
  for (std::size_t k = 0; k < report.table->columns.size(); ++k) {
    const std::string who = letter(report.table->columns[k]);
    write_placed_claims(report, single_claims(*report.table, k), "Only " + who, out);
  }
  write_placed_claims(report, apart_claims(report), "Reported or under a condition, not compared",
                      out);
}

}  // namespace

std::string markdown_escaped(std::string_view text) {
  return escaped(text);
}

std::string write_markdown(const ComparisonReport& report) {
  check_evidence(report);
  std::string out;
  if (shows_table(report)) {
    write_many(report, out);
    if (report.baseline) {
      write_stale(*report.baseline, out);
    }
    for (const std::string& warning : report.warnings) {
      out += fmt::format("\n> Warning: {}\n", escaped(warning));
    }
    return out;
  }
  for (const Comparison& c : report.comparisons) {
    out += out.empty() ? "" : "\n";
    write_head(report, c, out);
    write_findings(report, c, Severity::kConflict, "Conflicts", out);
    write_findings(report, c, Severity::kDifference, "Differences", out);
    write_findings(report, c, Severity::kNote, "Notes", out);
    write_accepted(report, c, out);
    write_pairs(report, c, out);
    write_silence(report, c.only_left, "Only A", out);
    write_silence(report, c.only_right, "Only B", out);
    write_framing(c, out);
    write_claims(report, c.formulaic, "Formulaic", out);
  }
  if (report.baseline) {
    write_stale(*report.baseline, out);
  }
  for (const std::string& warning : report.warnings) {
    out += fmt::format("\n> Warning: {}\n", escaped(warning));
  }
  return out;
}

}  // namespace parallax
