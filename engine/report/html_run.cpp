/// What was read, by which program and tables, with which options.

#include <string>

#include <fmt/format.h>

#include "engine/report/html_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

std::string optional(const std::optional<std::string>& text) {
  return text ? html_isolated(*text) : "";
}

std::string input(const ReportDocument& document, std::size_t index) {
  std::string out = fmt::format("<div class=\"input\"><h3>Input {}</h3>\n<dl>\n", index + 1);
  html_define(out, "File",
              document.path == "-" ? "standard input"
                                   : "<code>" + html_isolated(document.path) + "</code>");
  html_define(out, "Id", html_isolated(document.id));
  html_define(out, "SHA-256", "<code>" + html_escaped(document.sha256) + "</code>");
  html_define(out, "Title", optional(document.title));
  html_define(out, "Source", optional(document.source));
  html_define(out, "Date", optional(document.date));
  html_define(out, "Language", html_escaped(document.language));
  std::string encoding = html_escaped(document.encoding);
  if (document.encoding_confidence < 1.0) {
    encoding += " (guessed, sure " + html_escaped(percent(document.encoding_confidence)) + ")";
  }
  html_define(out, "Encoding", encoding);
  html_define(out, "Bytes of text", std::to_string(document.text.size()));
  return out + "</dl></div>\n";
}

std::string program(const ComparisonReport& report) {
  std::string out = "<div class=\"input\"><h3>Program</h3>\n<dl>\n";
  html_define(out, "parallax", html_escaped(report.tool.version));
  html_define(out, "ICU", html_escaped(report.tool.icu));
  html_define(out, "Unicode", html_escaped(report.tool.unicode));
  html_define(out, "Model", "<code>" + html_escaped(report.tool.model) + "</code>");
  html_define(out, "Word tables", "<code>" + html_escaped(report.tool.lexicons) + "</code>");
  std::string options;
  for (const auto& [name, value] : report.options) {
    options += (options.empty() ? "<code>" : " ") + html_escaped(name) +
               (value.empty() ? "" : " " + html_isolated(value));
  }
  html_define(out, "Options", options.empty() ? "none" : options + "</code>");
  return out + "</dl></div>\n";
}

std::string baseline(const BaselineUse& use) {
  std::string out = fmt::format(
      "<h3>Accepted findings</h3>\n<p><code>{}</code> lists {}; {} no longer found.</p>\n",
      html_isolated(use.path), counted(use.entries, "finding"), use.stale.size());
  if (use.stale.empty()) {
    return out;
  }
  out += "<ul class=\"claims\">\n";
  for (const BaselineEntry& e : use.stale) {
    out += fmt::format("<li>{} <code>{}</code> {} | {}</li>\n", html_escaped(e.kind),
                       html_escaped(e.fingerprint), html_isolated(e.left), html_isolated(e.right));
  }
  return out + "</ul>\n";
}

}  // namespace

std::string html_run(const HtmlView& view) {
  const ComparisonReport& report = view.report();
  std::string out =
      "<section id=\"run\" aria-labelledby=\"run-title\">\n<h2 id=\"run-title\">About this "
      "report</h2>\n<p class=\"lead\">The same inputs, program and options give this file again, "
      "byte by byte. Spans are checked against the texts when it is written.</p>\n";
  out += report.baseline ? baseline(*report.baseline) : "";
  out += "<div class=\"inputs\">\n";
  for (std::size_t k = 0; k < report.documents.size(); ++k) {
    out += input(report.documents[k], k);
  }
  return out + program(report) + "</div>\n</section>\n";
}

}  // namespace parallax
