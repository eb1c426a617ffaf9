#include "engine/report/html_page.hpp"

#include <string_view>

#include <fmt/format.h>

#include "engine/report/html_text.hpp"
#include "models/base/expects.hpp"

namespace parallax {

namespace embedded {
struct Entry {
  const char* name;
  const char* begin;
  const char* end;
};
extern const Entry report_asset_entries[];
extern const std::size_t report_asset_count;
}  // namespace embedded

namespace {

/// "css" or "js": report.css and report.js as they stand in the repository.
std::string_view asset(std::string_view name) {
  for (std::size_t i = 0; i < embedded::report_asset_count; ++i) {
    const embedded::Entry& entry = embedded::report_asset_entries[i];
    if (entry.name == name) {
      return {entry.begin, static_cast<std::size_t>(entry.end - entry.begin)};
    }
  }
  PARALLAX_EXPECTS(false && "an asset is missing");
  return {};
}

std::string navigation(const HtmlPage& page) {
  if (page.contents.empty()) {
    return "";
  }
  std::string out = "<nav aria-label=\"Contents\"><ul>\n";
  for (const auto& [anchor, title] : page.contents) {
    out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", anchor, html_escaped(title));
  }
  return out + "</ul></nav>\n";
}

}  // namespace

std::string html_document(const HtmlPage& page) {
  const std::string_view style = asset("css");
  const std::string_view script = asset("js");
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += fmt::format(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; "
      "script-src {}; img-src data:; base-uri 'none'; form-action 'none'\">\n",
      csp_hash(style), csp_hash(script));
  out +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n";
  out += fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
                     html_escaped(page.title), style);
  out += "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n";
  out += "<header class=\"top\">\n" + page.header + "</header>\n" + navigation(page);
  out += "<main id=\"main\" tabindex=\"-1\">\n" + page.body + "</main>\n";
  out += page.footer.empty() ? "" : "<footer>\n" + page.footer + "</footer>\n";
  out += fmt::format("<script>{}</script>\n</body>\n</html>\n", script);
  return out;
}

}  // namespace parallax
