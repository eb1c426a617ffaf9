#include "engine/report/table_view.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/table_text.hpp"
#include "models/text/display.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 12;
constexpr std::size_t kMaxPassageBytes = 600;
/// Rows that only one source fills, shown in the table; the lists below have them all.
constexpr std::size_t kSingleRows = 10;
constexpr std::size_t kCellLines = 3;
constexpr std::size_t kTitleLines = 3;
constexpr std::size_t kMinColumn = 8;
constexpr std::size_t kMaxColumn = 20;
/// Pairs of sources whose similarity is shown.
constexpr std::size_t kMaxSimilarities = 10;

Tone tone_of(Severity severity) {
  return severity == Severity::kConflict     ? Tone::kConflict
         : severity == Severity::kDifference ? Tone::kDifference
                                             : Tone::kNote;
}

Tone tone_of(const TableCell& cell) {
  return cell.state == CellState::kConflict ? Tone::kConflict
         : cell.state == CellState::kSilent ? Tone::kDim
         : cell.note.empty()                ? Tone::kPlain
                                            : Tone::kNote;
}

class TableView {
 public:
  TableView(const ComparisonReport& report, Canvas& canvas)
      : report_(report), table_(*report.table), canvas_(canvas), findings_(findings_of(report)) {
    for (const SourceIndex column : table_.columns) {
      sides_.push_back(side_info(report, column));
    }
  }

  void write() {
    speakers();
    figures();
    table();
    for (const auto& [severity, heading] :
         {std::pair{Severity::kConflict, "CONFLICTS"},
          std::pair{Severity::kDifference, "DIFFERENCES"}, std::pair{Severity::kNote, "NOTES"}}) {
      findings(severity, heading);
    }
    accepted();
    stale();
    rows("SIDE BY SIDE", Tone::kNote, '~',
         [this](const TableRow& row) { return is_uncompared(report_, row); });
    rows("AGREE", Tone::kAgree, '=',
         [](const TableRow& row) { return row.relation == RowRelation::kAgree; });
    silence();
    apart();
    hint();
  }

 private:
  [[nodiscard]] std::string label(std::size_t column) const {
    return letter(table_.columns[column]);
  }

  /// A section title that may be wider than the screen.
  void heading(std::string_view text, Tone tone = Tone::kStrong) {
    canvas_.blank();
    canvas_.edges(text, "", tone);
  }

  [[nodiscard]] std::string label(ClaimIndex claim) const {
    const auto statement = static_cast<std::size_t>(report_.claim(claim).statement);
    return letter(report_.statements.at(statement).source);
  }

  // Who speaks.

  void speakers() {
    canvas_.blank();
    for (const SideInfo& side : sides_) {
      std::vector<std::string> items = {one_line(side.name)};
      for (const std::string& item : {side.role, side.date}) {
        if (!item.empty()) {
          items.push_back(one_line(item));
        }
      }
      items.push_back(counted(side.claims, "claim"));
      if (!side.file.empty()) {
        items.push_back(one_line(side.file));
      }
      canvas_.items("  " + side.letter, 6, items);
    }
    if (by_source(report_)) {
      for (std::size_t d = 0; d < report_.documents.size(); ++d) {
        const std::string& path = report_.documents[d].path;
        const std::string number =
            report_.documents.size() > 1 ? "[" + std::to_string(d + 1) + "] " : "";
        canvas_.hanging("  in", 6, one_line(number + (path == "-" ? "standard input" : path)));
      }
    }
    canvas_.blank();
  }

  void figures() {
    if (report_.comparisons.size() <= kMaxSimilarities) {
      std::vector<std::string> items;
      for (const Comparison& c : report_.comparisons) {
        items.push_back(letter(c.left_source) + "|" + letter(c.right_source) + " " +
                        score(c.overlap.similarity));
      }
      canvas_.items("  similarity", 14, items);
    }
    canvas_.items("  findings", 14, counts());
    for (const SideInfo& side : sides_) {
      if (!side.reading.empty()) {
        canvas_.hanging("  note", 14, side.letter + " " + one_line(side.reading));
      }
    }
    for (const std::string& warning : report_.warnings) {
      canvas_.hanging("  warning", 14, one_line(warning));
    }
  }

  [[nodiscard]] std::vector<std::string> counts() const {
    std::size_t severity[3] = {0, 0, 0};
    std::size_t accepted = 0;
    for (const PlacedFinding& f : findings_) {
      std::size_t& count = f.divergence->accepted
                               ? accepted
                               : severity[static_cast<std::size_t>(f.divergence->severity)];
      ++count;
    }
    std::size_t agree = 0;
    std::size_t single = 0;
    for (const TableRow& row : table_.rows) {
      agree += row.relation == RowRelation::kAgree ? 1U : 0U;
      single += row.relation == RowRelation::kSingle ? 1U : 0U;
    }
    std::vector<std::string> out = {severity[0] == 0 ? "no conflicts"
                                                     : counted(severity[0], "conflict")};
    if (severity[1] > 0) {
      out.push_back(counted(severity[1], "difference"));
    }
    if (severity[2] > 0) {
      out.push_back(counted(severity[2], "note"));
    }
    if (accepted > 0) {
      out.push_back(fmt::format("{} accepted", accepted));
    }
    out.push_back(agree == 0 ? "no agreements" : counted(agree, "agreement"));
    out.push_back(fmt::format("said by one source only {}", single));
    return out;
  }

  // The table.

  void table() {
    heading("CLAIMS   + says so   ! conflicts   ~ beside, not against   . silent");
    const std::size_t columns = table_.columns.size();
    const std::size_t usable = canvas_.width() - 2;
    const std::size_t title = usable >= 88 ? 28 : 22;
    const std::size_t room = usable > title ? (usable - title) / columns : 0;
    const std::size_t width = room > 2 ? std::min(room - 2, kMaxColumn) : 0;
    const bool wide = width >= kMinColumn;
    if (wide) {
      std::vector<CanvasCell> head = {{"", usable - columns * (width + 2), Tone::kStrong}};
      const std::vector<std::string> names = column_names(report_, width);
      for (std::size_t k = 0; k < columns; ++k) {
        head.push_back({label(k) + " " + names[k], width, Tone::kStrong});
      }
      canvas_.row(2, head, kCellLines);
    }
    std::size_t single = 0;
    for (const TableRow& row : table_.rows) {
      if (row.relation == RowRelation::kSingle && ++single > kSingleRows) {
        continue;
      }
      if (wide) {
        wide_row(row, width);
      } else {
        stacked_row(row);
      }
    }
    if (single > kSingleRows) {
      canvas_.hanging("", 2,
                      fmt::format("... and {} that one source alone makes, listed below",
                                  counted(single - kSingleRows, "claim")));
    }
  }

  void wide_row(const TableRow& row, std::size_t width) {
    const std::size_t usable = canvas_.width() - 2;
    std::vector<CanvasCell> cells = {
        {one_line(row.title), usable - row.cells.size() * (width + 2), Tone::kPlain}};
    for (const TableCell& cell : row.cells) {
      cells.push_back({cell_text(row, cell), width, tone_of(cell)});
    }
    canvas_.row(2, cells, kTitleLines);
  }

  void stacked_row(const TableRow& row) {
    canvas_.hanging("", 2, one_line(row.title));
    std::vector<std::string> items;
    std::string silent;
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      if (row.cells[k].state == CellState::kSilent) {
        silent += " " + label(k);
      } else {
        items.push_back(label(k) + " " + cell_text(row, row.cells[k]));
      }
    }
    if (!silent.empty()) {
      items.push_back("." + silent);
    }
    canvas_.items("", 4, items);
  }

  // What diverges, pair by pair.

  void findings(Severity severity, std::string_view heading) {
    bool first = true;
    for (const PlacedFinding& f : findings_) {
      if (f.divergence->severity != severity || f.divergence->accepted) {
        continue;
      }
      if (first) {
        this->heading(heading, tone_of(severity));
      } else {
        canvas_.blank();
      }
      first = false;
      finding(f);
    }
  }

  void finding(const PlacedFinding& f) {
    const ReportDivergence& d = *f.divergence;
    const char symbol = d.severity == Severity::kConflict     ? '!'
                        : d.severity == Severity::kDifference ? '*'
                                                              : '~';
    canvas_.edges(fmt::format("{} {} {:<10} {} | {}   {}", symbol, one_line(d.id), one_line(d.kind),
                              letter(f.comparison->left_source), letter(f.comparison->right_source),
                              one_line(d.slot)),
                  "sure " + confidence(d.confidence), tone_of(d.severity));
    evidence(letter(f.comparison->left_source), d.left, tone_of(d.severity));
    evidence(letter(f.comparison->right_source), d.right, tone_of(d.severity));
    const std::string left = one_line(phrase(d.left.value));
    const std::string right = one_line(phrase(d.right.value));
    if ((d.kind != "number" && d.kind != "date") || left.empty() || right.empty()) {
      canvas_.hanging("   in short", kIndent, one_line(told_of(report_, *f.comparison, d)));
    }
    if (!d.comparable_because.empty()) {
      canvas_.hanging("   because", kIndent, one_line(d.comparable_because));
    }
  }

  void evidence(const std::string& side, const Evidence& e, Tone tone) {
    const ReportDocument& document = document_of(report_, e.claim);
    const ByteSpan whole = sentence_span(report_, e.claim).join(e.span);
    ByteSpan focus{e.span.begin - whole.begin, e.span.end - whole.begin};
    const std::string text = excerpt(slice(document, whole), focus, kMaxPassageBytes);
    canvas_.hanging(fmt::format("   {} {}", side, place(report_, e.claim)), kIndent,
                    bracketed(text, {focus}), tone);
  }

  /// What a baseline lists: one line each, whatever its severity.
  void accepted() {
    bool first = true;
    for (const PlacedFinding& f : findings_) {
      const ReportDivergence& d = *f.divergence;
      if (!d.accepted) {
        continue;
      }
      if (first) {
        heading("ACCEPTED");
      }
      first = false;
      canvas_.hanging(
          fmt::format("v {} {:<10}", one_line(d.id), one_line(d.kind)), 16,
          fmt::format("{} {} \"{}\" | {} {} \"{}\"{}", label(d.left.claim),
                      place(report_, d.left.claim), one_line(d.left.text), label(d.right.claim),
                      place(report_, d.right.claim), one_line(d.right.text),
                      d.note.empty() ? "" : "   " + one_line(d.note)));
    }
  }

  void stale() {
    if (!report_.baseline || report_.baseline->stale.empty()) {
      return;
    }
    heading("STALE");
    for (const BaselineEntry& e : report_.baseline->stale) {
      canvas_.hanging(fmt::format("? {:<10}", one_line(e.kind)), kIndent,
                      fmt::format("{} is in the baseline but not found: \"{}\" | \"{}\"",
                                  one_line(e.fingerprint), one_line(e.left), one_line(e.right)));
    }
  }

  // What several sources say.

  template <class Chosen>
  void rows(std::string_view heading, Tone tone, char symbol, Chosen chosen) {
    bool first = true;
    for (const TableRow& row : table_.rows) {
      if (!chosen(row)) {
        continue;
      }
      if (first) {
        this->heading(heading, tone);
      }
      first = false;
      std::string who;
      for (std::size_t k = 0; k < row.cells.size(); ++k) {
        who += row.cells[k].claims.empty() ? "" : (who.empty() ? "" : " ") + label(k);
      }
      canvas_.edges(fmt::format("{} {}", symbol, one_line(row.title)), who, Tone::kPlain);
      for (const TableCell& cell : row.cells) {
        for (const ClaimIndex claim : cell.claims) {
          clipped_claim("   " + label(claim) + " ", claim);
        }
      }
    }
  }

  void clipped_claim(const std::string& head, ClaimIndex claim) {
    ByteSpan start{0, 0};
    canvas_.clipped(head + place(report_, claim), kIndent,
                    one_line(excerpt(claim_text(report_, claim), start, kMaxPassageBytes)));
  }

  void silence() {
    for (std::size_t k = 0; k < table_.columns.size(); ++k) {
      const std::vector<ClaimIndex> claims = single_claims(table_, k);
      if (claims.empty()) {
        continue;
      }
      heading(fmt::format("ONLY {}   {}", label(k), one_line(sides_[k].name)));
      for (const ClaimIndex claim : claims) {
        clipped_claim("- ", claim);
      }
    }
  }

  void apart() {
    const std::vector<ClaimIndex> claims = apart_claims(report_);
    if (claims.empty()) {
      return;
    }
    heading("NOT COMPARED   reported of others or under a condition");
    for (const ClaimIndex claim : claims) {
      clipped_claim(". " + label(claim) + " ", claim);
    }
  }

  void hint() {
    canvas_.blank();
    std::vector<std::string> items;
    if (!findings_.empty()) {
      items.push_back(fmt::format("--explain {} shows spans, rule and values",
                                  one_line(findings_.front().divergence->id)));
    }
    items.emplace_back("--format html|json|markdown|csv|sarif|junit -o FILE keeps the result");
    canvas_.items("", 2, items);
  }

  const ComparisonReport& report_;
  const ClaimTable& table_;
  Canvas& canvas_;
  std::vector<PlacedFinding> findings_;
  std::vector<SideInfo> sides_;
};

}  // namespace

void write_table_view(const ComparisonReport& report, Canvas& canvas) {
  TableView(report, canvas).write();
}

}  // namespace parallax
