/// Spreadsheets of a comparison.

#include <cmath>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "engine/report/csv.hpp"
#include "engine/report/gate_writers.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/table_text.hpp"

namespace parallax {
namespace {

using Cells = std::vector<std::string>;

/// Six decimals at most, as in the JSON.
std::string figure(double value) {
  return fmt::format("{}", std::round(value * 1e6) / 1e6);
}

void append(Cells& cells, Cells more) {
  cells.insert(cells.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

class ComparisonCsv {
 public:
  explicit ComparisonCsv(const ComparisonReport& report) : r_(report) {}

  static Cells divergence_columns() {
    return {"id",          "fingerprint",    "severity",           "kind",
            "slot",        "confidence",     "importance",         "rule",
            "accepted",    "note",           "left_name",          "left_path",
            "left_place",  "left_begin",     "left_end",           "left_words",
            "left_value",  "left_sentence",  "right_name",         "right_path",
            "right_place", "right_begin",    "right_end",          "right_words",
            "right_value", "right_sentence", "comparable_because", "explanation"};
  }

  static Cells pair_columns() {
    return {"pair",     "relation",  "similarity",  "left_in_right", "right_in_left",
            "verbatim", "conflicts", "differences", "notes",         "kinds"};
  }

  /// All findings; with `first` in front of each row unless it is empty.
  [[nodiscard]] std::string divergences(const Cells& first) const {
    std::string out;
    for (const PlacedFinding& found : findings_of(r_)) {
      const ReportDivergence& d = *found.divergence;
      Cells cells = first;
      append(cells, {d.id, d.fingerprint, std::string(name_of(d.severity)), d.kind, d.slot,
                     figure(d.confidence), figure(d.importance), d.rule, d.accepted ? "yes" : "no",
                     d.note});
      append(cells, evidence(side_info(r_, *found.comparison, Side::kLeft), d.left));
      append(cells, evidence(side_info(r_, *found.comparison, Side::kRight), d.right));
      append(cells, {d.comparable_because, told_of(r_, *found.comparison, d)});
      out += csv_record(cells);
    }
    return out;
  }

  /// One comparison as a row.
  [[nodiscard]] std::string pair(std::string_view id) const {
    const Comparison& c = r_.comparisons.front();
    std::set<std::string> kinds;
    for (const ReportDivergence& d : c.divergences) {
      if (d.severity != Severity::kNote) {
        kinds.insert(d.kind);
      }
    }
    std::string joined;
    for (const std::string& kind : kinds) {
      joined += (joined.empty() ? "" : " ") + kind;
    }
    const auto count = [&](Severity severity) {
      return std::to_string(count_severity(c, severity));
    };
    return csv_record({std::string(id), strongest_relation(c), figure(c.overlap.similarity),
                       figure(c.overlap.left_in_right), figure(c.overlap.right_in_left),
                       figure(c.overlap.verbatim), count(Severity::kConflict),
                       count(Severity::kDifference), count(Severity::kNote), joined});
  }

  [[nodiscard]] std::string pairs() const {
    std::string out = csv_record({"left_name", "right_name", "relation", "similarity", "matched_by",
                                  "moved", "left_claims", "left_places", "left_text",
                                  "right_claims", "right_places", "right_text"});
    for (const Comparison& c : r_.comparisons) {
      for (const ReportPair& p : c.pairs) {
        Cells cells = {side_info(r_, c, Side::kLeft).name,
                       side_info(r_, c, Side::kRight).name,
                       std::string(name_of(p.relation)),
                       figure(p.similarity),
                       p.matched_by,
                       p.moved ? "yes" : "no"};
        append(cells, group(p.left));
        append(cells, group(p.right));
        out += csv_record(cells);
      }
    }
    return out;
  }

  [[nodiscard]] std::string claims() const {
    std::string out =
        csv_record({"claim", "statement", "source", "role", "country", "mode", "path", "place",
                    "begin", "end", "commitment", "weight", "centrality", "text"});
    for (std::size_t k = 0; k < r_.claims.size(); ++k) {
      const auto index = static_cast<ClaimIndex>(k);
      const ReportClaim& c = r_.claims[k];
      const ReportStatement& s = r_.statements.at(static_cast<std::size_t>(c.statement));
      const ReportSource& source = r_.source(s.source);
      out +=
          csv_record({c.id, s.id, source.name, source.role, source.country, s.mode,
                      document_of(r_, index).path, place(r_, index), std::to_string(c.span.begin),
                      std::to_string(c.span.end), c.commitment, figure(c.weight),
                      figure(c.centrality), std::string(claim_text(r_, index))});
    }
    return out;
  }

  [[nodiscard]] std::string table() const {
    Cells head = {"row", "relation", "kind", "weight", "claim"};
    if (!r_.table) {
      return csv_record(head);
    }
    const Cells names = column_names(r_);
    for (std::size_t k = 0; k < names.size(); ++k) {
      head.push_back(letter(r_.table->columns[k]) + " " + names[k]);  // two may share a name
    }
    std::string out = csv_record(head);
    for (std::size_t k = 0; k < r_.table->rows.size(); ++k) {
      const TableRow& row = r_.table->rows[k];
      Cells cells = {std::to_string(k + 1), std::string(name_of(row.relation)), row.kind,
                     figure(row.weight), row.title};
      for (const TableCell& c : row.cells) {
        cells.push_back(words_of(c));
      }
      out += csv_record(cells);
    }
    return out;
  }

 private:
  /// A spreadsheet filters by words: state first, then the value; empty for silence.
  static std::string words_of(const TableCell& c) {
    if (c.state == CellState::kSilent) {
      return "";
    }
    return std::string(name_of(c.state)) + (c.text.empty() ? "" : ": " + c.text) +
           (c.note.empty() ? "" : " (" + c.note + ")");
  }

  [[nodiscard]] Cells evidence(const SideInfo& side, const Evidence& e) const {
    const ReportDocument& document = document_of(r_, e.claim);
    return {side.name,
            document.path,
            place(r_, e.claim),
            std::to_string(e.span.begin),
            std::to_string(e.span.end),
            e.text,
            phrase(e.value, DateStyle::kIso),
            std::string(slice(document, sentence_span(r_, e.claim).join(e.span)))};
  }

  [[nodiscard]] Cells group(const std::vector<ClaimIndex>& claims) const {
    std::string ids;
    std::string places;
    std::string text;
    for (const ClaimIndex c : claims) {
      const std::string gap = ids.empty() ? "" : " ";
      ids += gap + r_.claim(c).id;
      places += gap + place(r_, c);
      text += gap + std::string(claim_text(r_, c));
    }
    return {ids, places, text};
  }

  const ComparisonReport& r_;
};

}  // namespace

std::string write_csv(const ComparisonReport& report, CsvRows rows) {
  check_evidence(report);
  const ComparisonCsv csv(report);
  switch (rows) {
    case CsvRows::kPairs:
      return csv.pairs();
    case CsvRows::kClaims:
      return csv.claims();
    case CsvRows::kTable:
      return csv.table();
    case CsvRows::kDivergences:
      break;
  }
  return csv_record(ComparisonCsv::divergence_columns()) + csv.divergences({});
}

std::string pair_csv_header(CsvRows rows) {
  PARALLAX_EXPECTS(rows == CsvRows::kPairs || rows == CsvRows::kDivergences);
  if (rows == CsvRows::kPairs) {
    return csv_record(ComparisonCsv::pair_columns());
  }
  Cells head = {"pair"};
  append(head, ComparisonCsv::divergence_columns());
  return csv_record(head);
}

std::string write_pair_csv(std::string_view id, const ComparisonReport& report, CsvRows rows) {
  PARALLAX_EXPECTS(rows == CsvRows::kPairs || rows == CsvRows::kDivergences);
  PARALLAX_EXPECTS(report.comparisons.size() == 1);
  check_evidence(report);
  const ComparisonCsv csv(report);
  return rows == CsvRows::kPairs ? csv.pair(id) : csv.divergences({std::string(id)});
}

}  // namespace parallax
