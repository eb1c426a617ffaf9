/// JUnit XML of checked quotations: one suite, one test case a quotation.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/gate_writers.hpp"
#include "engine/report/junit_suite.hpp"
#include "engine/report/quotes_writers.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

std::string details_of(const QuoteReport& report, const CheckedQuote& q) {
  std::string out =
      xml_escaped(fmt::format("article {}:{}: \"{}\"", q.article_place.paragraph,
                              q.article_place.sentence, slice(report.article, q.quotation.span)));
  if (q.official) {
    const ReportDocument& official = report.officials.at(*q.official);
    out += "\n" +
           xml_escaped(fmt::format("official {}:{}: \"{}\"", q.official_place.paragraph,
                                   q.official_place.sentence, slice(official, q.official_span)));
  }
  if (q.quotation.attributed) {
    out += "\n" + xml_escaped("said by " + q.quotation.source_name);
  }
  return out;
}

JunitCase case_of(const QuoteReport& report, std::size_t k,
                  const std::vector<std::string>& fail_on) {
  const CheckedQuote& q = report.check.quotes[k];
  const std::string label(name_of(q.label));
  JunitCase test{"parallax.quotes." + label, "Q" + std::to_string(k + 1) + " " + label, "", false,
                 false};
  test.failed = std::find(fail_on.begin(), fail_on.end(), label) != fail_on.end();
  const std::string details = details_of(report, q);
  test.body = test.failed ? fmt::format("<failure message=\"{}\" type=\"{}\">{}</failure>",
                                        xml_escaped(q.explanation), label, details)
                          : "<system-out>" + details + "</system-out>";
  return test;
}

}  // namespace

std::string write_quotes_junit(const QuoteReport& report, const std::vector<std::string>& fail_on) {
  check_quote_spans(report);
  std::vector<JunitCase> tests;
  for (std::size_t k = 0; k < report.check.quotes.size(); ++k) {
    tests.push_back(case_of(report, k, fail_on));
  }
  for (std::size_t k = 0; k < report.check.skipped.size(); ++k) {
    const SkippedQuote& q = report.check.skipped[k];
    const std::string why = q.reason == "short" ? "a term or title" : "in another language";
    const std::string words(slice(report.article, q.quotation.span));
    tests.push_back({"parallax.quotes.not_judged", fmt::format("not judged {}: {}", k + 1, words),
                     fmt::format("<skipped message=\"{}\"/>", why), false, true});
  }
  if (tests.empty()) {
    tests.push_back({"parallax.quotes", "no quotations", "", false, false});
  }
  return junit_file(junit_suite("quotations in " + document_name(report.article), tests));
}

}  // namespace parallax
