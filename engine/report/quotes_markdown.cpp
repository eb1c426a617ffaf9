/// The Markdown view of `parallax quotes`.

#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/phrasing.hpp"
#include "engine/report/quotes_writers.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

/// Escaped text with the spans in bold; blanks between the parts are kept.
std::string bold(std::string_view text, const std::vector<ByteSpan>& spans) {
  std::string out;
  const auto add = [&](std::string_view part, std::string_view mark) {
    const std::string clean = markdown_escaped(part);
    const bool before =
        !out.empty() && !part.empty() && (part.front() == ' ' || part.front() == '\n');
    const bool after = part.size() > 1 && (part.back() == ' ' || part.back() == '\n');
    if (clean.empty()) {
      out += before ? " " : "";
      return;
    }
    out += (before ? " " : "") + std::string(mark) + clean + std::string(mark) + (after ? " " : "");
  };
  std::size_t at = 0;
  for (const ByteSpan span : spans) {
    add(text.substr(at, span.begin - at), "");
    add(text.substr(span.begin, span.size()), "**");
    at = span.end;
  }
  add(text.substr(at), "");
  return out;
}

void write_quote(const QuoteReport& report, const CheckedQuote& q, std::string& out) {
  const auto number = static_cast<std::size_t>(&q - report.check.quotes.data()) + 1;
  out += fmt::format("\n### Q{} {}\n\n", number, markdown_escaped(name_of(q.label)));
  const ByteSpan here = q.quotation.span;
  out +=
      fmt::format("- article {}:{}: {}\n", q.article_place.paragraph, q.article_place.sentence,
                  bold(slice(report.article, here), changed_spans(q, QuoteSide::kArticle, here)));
  if (q.official) {
    const ReportDocument& official = report.officials.at(*q.official);
    out +=
        fmt::format("- official {}:{}: {}\n", q.official_place.paragraph, q.official_place.sentence,
                    bold(slice(official, q.official_span),
                         changed_spans(q, QuoteSide::kOfficial, q.official_span)));
    for (const QuoteChange& c : q.changes) {
      const auto words = [](std::string_view text) {
        return text.empty() ? std::string("nothing") : "\"" + markdown_escaped(text) + "\"";
      };
      out += fmt::format("- {}{}: {} for {}{}\n", c.substance ? "**substance** " : "",
                         markdown_escaped(c.kind), words(slice(report.article, c.article)),
                         words(slice(official, c.official)),
                         c.reason.empty() ? "" : ", " + markdown_escaped(c.reason));
    }
    out += fmt::format("- found {}\n", markdown_escaped(percent(q.similarity)));
  }
  if (q.quotation.attributed) {
    out += fmt::format("- said by {} (sure {})\n", markdown_escaped(q.quotation.source_name),
                       confidence(q.quotation.source_confidence));
  }
  if (q.official && !q.official_source.empty()) {
    out += fmt::format("- words of {}\n", markdown_escaped(q.official_source));
  }
  std::string folded;
  for (const std::string& tier : q.normalised) {
    folded += (folded.empty() ? "" : ", ") + tier;
  }
  out += folded.empty() ? "" : "- folded: " + folded + "\n";
  out += fmt::format("- {}\n", markdown_escaped(q.explanation));
}

}  // namespace

std::string write_quotes_markdown(const QuoteReport& report) {
  check_quote_spans(report);
  std::string out =
      fmt::format("## Quotations in {}\n\n", markdown_escaped(document_name(report.article)));
  for (const ReportDocument& official : report.officials) {
    out += fmt::format("- official text: {}\n", markdown_escaped(document_name(official)));
  }
  out += "\n| label | quotations |\n|---|---:|\n";
  for (const QuoteLabel label :
       {QuoteLabel::kVerbatim, QuoteLabel::kTrimmed, QuoteLabel::kAltered,
        QuoteLabel::kAlteredInSubstance, QuoteLabel::kMisattributed, QuoteLabel::kNotFound}) {
    out += fmt::format("| {} | {} |\n", markdown_escaped(name_of(label)),
                       count_label(report.check, label));
  }
  for (const CheckedQuote* q : worst_first(report)) {
    write_quote(report, *q, out);
  }
  if (!report.check.skipped.empty()) {
    out += "\n### Not judged\n\n";
    for (const SkippedQuote& q : report.check.skipped) {
      out += fmt::format("- {}:{} {} ({})\n", q.article_place.paragraph, q.article_place.sentence,
                         markdown_escaped(slice(report.article, q.quotation.span)),
                         q.reason == "short" ? "a term or title" : "in another language");
    }
  }
  for (const std::string& warning : report.check.warnings) {
    out += fmt::format("\n> Warning: {}\n", markdown_escaped(warning));
  }
  return out;
}

}  // namespace parallax
