#include "cli/formats.hpp"

#include <algorithm>

#include "cli/format_names.hpp"
#include "engine/report/drift_writers.hpp"
#include "engine/report/quotes_writers.hpp"

namespace parallax {
namespace {

/// One way to write a result.
template <class Report>
struct Format {
  const char* name;
  std::string (*write)(const Report& report, const Rendering& how);
};

constexpr Format<ComparisonReport> kComparison[] = {
    {"text",
     [](const ComparisonReport& r, const Rendering& h) { return write_terminal(r, h.terminal); }},
    {"json", [](const ComparisonReport& r, const Rendering&) { return write_json(r); }},
    {"markdown", [](const ComparisonReport& r, const Rendering&) { return write_markdown(r); }},
    {"html", [](const ComparisonReport& r, const Rendering&) { return write_html(r); }},
    {"csv", [](const ComparisonReport& r, const Rendering& h) { return write_csv(r, h.csv); }},
    {"sarif", [](const ComparisonReport& r, const Rendering&) { return write_sarif(r); }},
    {"junit",
     [](const ComparisonReport& r, const Rendering& h) { return write_junit(r, h.gate); }}};

constexpr Format<SavedSources> kSources[] = {
    {"text",
     [](const SavedSources& s, const Rendering& h) {
       return write_sources_terminal(s.document, s.sourced, h.order, h.terminal);
     }},
    {"json", [](const SavedSources& s,
                const Rendering&) { return write_sources_json(s.document, s.sourced, s.run); }},
    {"jsonl", [](const SavedSources& s,
                 const Rendering&) { return write_sources_line(s.document, s.sourced, s.run); }},
    {"markdown",
     [](const SavedSources& s, const Rendering& h) {
       return write_sources_markdown(s.document, s.sourced, h.order);
     }},
    {"csv", [](const SavedSources& s, const Rendering&) {
       return write_sources_csv(s.document, s.sourced);
     }}};

constexpr Format<QuoteReport> kQuotes[] = {
    {"text",
     [](const QuoteReport& r, const Rendering& h) { return write_quotes_terminal(r, h.terminal); }},
    {"json", [](const QuoteReport& r, const Rendering&) { return write_quotes_json(r); }},
    {"jsonl", [](const QuoteReport& r, const Rendering&) { return write_quotes_lines(r); }},
    {"markdown", [](const QuoteReport& r, const Rendering&) { return write_quotes_markdown(r); }},
    {"csv", [](const QuoteReport& r, const Rendering&) { return write_quotes_csv(r); }},
    {"sarif", [](const QuoteReport& r, const Rendering&) { return write_quotes_sarif(r); }},
    {"junit", [](const QuoteReport& r, const Rendering& h) {
       return write_quotes_junit(r, h.gate.fail_on);
     }}};

constexpr Format<DriftReport> kDrift[] = {
    {"text",
     [](const DriftReport& r, const Rendering& h) { return write_drift_terminal(r, h.terminal); }},
    {"json", [](const DriftReport& r, const Rendering&) { return write_drift_json(r); }},
    {"markdown", [](const DriftReport& r, const Rendering&) { return write_drift_markdown(r); }}};

constexpr Format<SavedSearch> kSearch[] = {
    {"text", [](const SavedSearch& s,
                const Rendering& h) { return write_search_terminal(s.queries, h.terminal); }},
    {"json",
     [](const SavedSearch& s, const Rendering&) { return write_search_json(s.run, s.queries); }},
    {"jsonl", [](const SavedSearch& s, const Rendering&) {
       std::string lines;
       for (const AnsweredQuery& query : s.queries) {
         lines += write_search_line(s.run, query);
       }
       return lines;
     }}};

template <class Report, std::size_t N>
std::vector<std::string> names_of(const Format<Report> (&formats)[N]) {
  std::vector<std::string> names;
  for (const Format<Report>& format : formats) {
    names.emplace_back(format.name);
  }
  return names;
}

template <class Report, std::size_t N>
Result<std::string> write(const Format<Report> (&formats)[N], const Report& report,
                          const std::string& name, const Rendering& how) {
  for (const Format<Report>& format : formats) {
    if (format.name == name) {
      return format.write(report, how);
    }
  }
  return Error{ErrorCode::kInvalidOption, "--format",
               "this result is written as " + listed_names(names_of(formats)) + ", not as " + name};
}

Error no_such_finding(const ComparisonReport& report, const std::string& id) {
  std::string known;
  for (const Comparison& c : report.comparisons) {
    for (const ReportDivergence& d : c.divergences) {
      known += (known.empty() ? "" : ", ") + d.id;
    }
  }
  return {ErrorCode::kInvalidOption, "--explain",
          "there is no finding '" + id + "'; " +
              (known.empty() ? "there are none" : "there are " + known)};
}

}  // namespace

const std::vector<std::string>& format_names(ResultKind kind) {
  static const std::vector<std::string> kNames[] = {
      names_of(kComparison), names_of(kSources), names_of(kQuotes),
      names_of(kDrift),      names_of(kSearch),  {"text", "jsonl", "csv", "html"}};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<std::string> all_format_names() {
  std::vector<std::string> all;
  for (const ResultKind kind : {ResultKind::kComparison, ResultKind::kSources, ResultKind::kQuotes,
                                ResultKind::kDrift, ResultKind::kSearch, ResultKind::kBatch}) {
    for (const std::string& name : format_names(kind)) {
      if (std::find(all.begin(), all.end(), name) == all.end()) {
        all.push_back(name);
      }
    }
  }
  return all;
}

std::string listed_names(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    out += i == 0 ? "" : i + 1 == names.size() ? " or " : ", ";
    out += names[i];
  }
  return out;
}

CsvRows csv_rows(std::string_view name) {
  return name == "pairs"    ? CsvRows::kPairs
         : name == "claims" ? CsvRows::kClaims
         : name == "table"  ? CsvRows::kTable
                            : CsvRows::kDivergences;
}

SourcesOrder sources_order(std::string_view name) {
  return name == "order" ? SourcesOrder::kText : SourcesOrder::kSource;
}

Error several_in_json(std::size_t documents) {
  return {ErrorCode::kInvalidOption, "--format",
          "json holds one document; " + std::to_string(documents) + " were given (use jsonl)"};
}

Result<std::string> render(const ComparisonReport& report, const std::string& format,
                           const Rendering& how) {
  if (how.explain.empty()) {
    return write(kComparison, report, format, how);
  }
  std::string text = write_explanation(report, how.explain, how.terminal);
  if (text.empty()) {
    return no_such_finding(report, how.explain);
  }
  return text;
}

Result<std::string> render(const QuoteReport& report, const std::string& format,
                           const Rendering& how) {
  return write(kQuotes, report, format, how);
}

Result<std::string> render(const DriftReport& report, const std::string& format,
                           const Rendering& how) {
  return write(kDrift, report, format, how);
}

Result<std::string> render(const SavedSearch& search, const std::string& format,
                           const Rendering& how) {
  return write(kSearch, search, format, how);
}

std::string render_head(const std::string& format) {
  return format == "csv" ? sources_csv_header() : "";
}

Result<std::string> render(const SavedSources& document, const std::string& format,
                           const Rendering& how) {
  return write(kSources, document, format, how);
}

Result<std::string> render(const std::vector<SavedSources>& documents, const std::string& format,
                           const Rendering& how) {
  if (format == "json" && documents.size() != 1) {
    return several_in_json(documents.size());
  }
  std::string out = render_head(format);
  for (const SavedSources& document : documents) {
    Result<std::string> text = render(document, format, how);
    if (!text) {
      return text;
    }
    out += text.value();
  }
  return out;
}

bool gate_hit(const Gate& gate, const ComparisonReport& report) {
  return std::any_of(report.comparisons.begin(), report.comparisons.end(),
                     [&](const Comparison& c) {
                       return gate.fails(c) ||
                              std::any_of(c.divergences.begin(), c.divergences.end(),
                                          [&](const ReportDivergence& d) { return gate.fails(d); });
                     });
}

bool gate_hit(const std::vector<std::string>& labels, const QuoteReport& report) {
  return std::any_of(
      report.check.quotes.begin(), report.check.quotes.end(), [&](const CheckedQuote& q) {
        return std::find(labels.begin(), labels.end(), name_of(q.label)) != labels.end();
      });
}

}  // namespace parallax
