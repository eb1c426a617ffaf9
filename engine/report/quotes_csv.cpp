/// Spreadsheet of checked quotations.

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/report/csv.hpp"
#include "engine/report/quotes_writers.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

using Cells = std::vector<std::string>;

std::string figure(double value) {
  return fmt::format("{}", std::round(value * 1e6) / 1e6);
}

std::string place_of(TextPlace p) {
  return p.paragraph == 0 ? "" : fmt::format("{}:{}", p.paragraph, p.sentence);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    out += (out.empty() ? "" : ", ") + word;
  }
  return out;
}

/// "number: ten / eleven; omitted: / only": each change with the words of article and official
/// text.
std::string changes_of(const QuoteReport& report, const CheckedQuote& q) {
  std::string out;
  for (const QuoteChange& c : q.changes) {
    const std::string official =
        q.official ? std::string(slice(report.officials.at(*q.official), c.official)) : "";
    out += (out.empty() ? "" : "; ") + c.kind + ": " +
           std::string(slice(report.article, c.article)) + " / " + official;
  }
  return out;
}

/// The eight columns of the quotation itself.
Cells head_of(const QuoteReport& report, const ArticleQuote& quotation, TextPlace place,
              const std::string& id, std::string_view label) {
  return {id,
          std::string(label),
          report.article.path,
          place_of(place),
          std::to_string(quotation.span.begin),
          std::to_string(quotation.span.end),
          std::string(slice(report.article, quotation.span)),
          quotation.source_name};
}

Cells row_of(const QuoteReport& report, std::size_t k) {
  const CheckedQuote& q = report.check.quotes[k];
  Cells cells =
      head_of(report, q.quotation, q.article_place, "Q" + std::to_string(k + 1), name_of(q.label));
  if (q.official) {
    const ReportDocument& official = report.officials.at(*q.official);
    for (std::string cell :
         {official.path, place_of(q.official_place), std::to_string(q.official_span.begin),
          std::to_string(q.official_span.end), std::string(slice(official, q.official_span)),
          q.official_source}) {
      cells.push_back(std::move(cell));
    }
  } else {
    cells.resize(cells.size() + 6);
  }
  cells.push_back(figure(q.similarity));
  cells.push_back(changes_of(report, q));
  cells.push_back(joined(q.normalised));
  cells.push_back(q.explanation);
  return cells;
}

}  // namespace

std::string write_quotes_csv(const QuoteReport& report) {
  check_quote_spans(report);
  const Cells head = {"id",
                      "label",
                      "article_path",
                      "article_place",
                      "begin",
                      "end",
                      "text",
                      "said_by",
                      "official_path",
                      "official_place",
                      "official_begin",
                      "official_end",
                      "official_text",
                      "official_source",
                      "similarity",
                      "changes",
                      "normalised",
                      "explanation"};
  std::string out = csv_record(head);
  for (std::size_t k = 0; k < report.check.quotes.size(); ++k) {
    out += csv_record(row_of(report, k));
  }
  for (const SkippedQuote& q : report.check.skipped) {
    Cells cells = head_of(report, q.quotation, q.article_place, "", "not_judged");
    cells.resize(head.size());
    cells.back() = q.reason;
    out += csv_record(cells);
  }
  return out;
}

}  // namespace parallax
