/// Failed inputs, what the page leaves out, and what was read by which program.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/document/read.hpp"
#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

/// Places of one reason that are listed, and bytes of the list of files.
constexpr std::size_t kPlaces = 20;
constexpr std::size_t kMaxReasons = 40;
constexpr std::size_t kMaxFiles = 60'000;

struct File {
  std::string path, sha256;
  std::size_t documents = 0;
};

/// Files in the order of reading: the documents of one JSONL file stand together.
std::vector<File> files_of(const std::vector<Record>& documents) {
  std::vector<File> files;
  for (const Record& record : documents) {
    const std::size_t line = record.path.rfind('#');
    const bool numbered =
        line != std::string::npos && line + 1 < record.path.size() &&
        record.path.find_first_not_of("0123456789", line + 1) == std::string::npos;
    const std::string path = numbered ? record.path.substr(0, line) : record.path;
    if (!files.empty() && files.back().path == path && files.back().sha256 == record.sha256) {
      ++files.back().documents;
    } else {
      files.push_back({path, record.sha256, 1});
    }
  }
  return files;
}

std::string inputs(BatchHtml& view) {
  const std::vector<File> files = files_of(view.report().corpus.documents);
  std::string sums;
  for (const File& file : files) {
    sums += file.sha256 + "\n";
  }
  std::string out = fmt::format(
      "<h3>Inputs</h3>\n<p class=\"small\">{} with {}. SHA-256 of all their SHA-256 sums, one a "
      "line: <code>{}</code></p>\n<details><summary>All inputs with their SHA-256</summary>\n"
      "<table class=\"grid slim files\">\n<thead><tr><th scope=\"col\">File</th>"
      "<th scope=\"col\">Documents</th><th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n",
      counted(files.size(), "file"), counted(view.report().corpus.documents.size(), "document"),
      sha256_hex(sums));
  std::string rows;
  std::size_t shown = 0;
  for (; shown < files.size() && rows.size() < kMaxFiles; ++shown) {
    const File& file = files[shown];
    rows += fmt::format(
        "<tr><th scope=\"row\" data-column=\"File\">{}</th><td data-column=\"Documents\">{}</td>"
        "<td data-column=\"SHA-256\"><code>{}</code></td></tr>\n",
        file.path == "-" ? "standard input" : html_isolated(file.path), file.documents,
        html_escaped(file.sha256));
  }
  out += rows + "</tbody>\n</table>\n";
  if (const std::size_t more = files.size() - shown; more > 0) {
    view.leave_out("inputs in the list of files", more);
    out += fmt::format("<p class=\"none\">{} left out to keep this file small.</p>\n",
                       counted(more, "more file"));
  }
  return out + "</details>\n";
}

std::string left_out(const BatchHtml& view) {
  const BatchReport& r = view.report();
  std::vector<std::pair<std::string, std::uint64_t>> all;
  const auto add = [&](std::string what, std::uint64_t count) {
    if (count > 0) {
      all.emplace_back(std::move(what), count);
    }
  };
  add("units too short to have neighbours", r.too_short);
  add(fmt::format("near pairs beyond the {} nearest of both units", view.run().options.top_k),
      r.near - std::min<std::uint64_t>(r.near, r.pairs.size()));
  std::uint64_t same = 0;
  for (const BatchPair& pair : r.pairs) {
    same += pair.same_text ? 1U : 0U;
  }
  add("pairs of the same text: nothing to compare", same);
  add(fmt::format("pairs behind the {} that are compared", view.run().options.compare),
      r.pairs.size() - std::min<std::size_t>(r.pairs.size(), r.compared + same));
  for (const auto& [what, count] : view.left_out()) {
    add(what, count);
  }
  std::string out = "<h3>Left out</h3>\n";
  if (all.empty()) {
    return out + "<p>Nothing.</p>\n";
  }
  out +=
      "<table class=\"matrix left\">\n<thead><tr><th scope=\"col\">What</th>"
      "<th scope=\"col\">How many</th></tr></thead>\n<tbody>\n";
  for (const auto& [what, count] : all) {
    out += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", what, count);
  }
  return out + "</tbody>\n</table>\n";
}

std::string program(const BatchRun& run) {
  std::string out = "<div class=\"input\"><h3>Program</h3>\n<dl>\n";
  html_define(out, "parallax", html_escaped(run.tool.version));
  html_define(out, "ICU", html_escaped(run.tool.icu));
  html_define(out, "Unicode", html_escaped(run.tool.unicode));
  html_define(out, "Model", "<code>" + html_escaped(run.tool.model) + "</code>");
  html_define(out, "Word tables", "<code>" + html_escaped(run.tool.lexicons) + "</code>");
  return out + "</dl></div>\n";
}

std::string options(const BatchRun& run) {
  const BatchOptions& o = run.options;
  std::string out = "<div class=\"input\"><h3>Options</h3>\n<dl>\n";
  html_define(out, "Unit", html_escaped(name_of(o.unit)));
  html_define(out, "Neighbours", std::to_string(o.top_k));
  html_define(out, "Threshold", number(o.threshold));
  html_define(out, "Related", number(o.related));
  html_define(out, "Identical", number(o.identical));
  html_define(out, "Compare", counted(o.compare, "top pair"));
  html_define(out, "Fewest terms", std::to_string(o.min_terms));
  html_define(out, "Where",
              run.where.empty() ? "" : "<code>" + html_isolated(run.where) + "</code>");
  return out + "</dl></div>\n";
}

}  // namespace

std::string html_batch_failures(BatchHtml& view) {
  if (view.report().corpus.failures.empty()) {
    return "";
  }
  std::map<std::string, std::vector<const Error*>> reasons;
  for (const Error& failure : view.report().corpus.failures) {
    reasons[failure.message].push_back(&failure);
  }
  std::string out =
      "<section id=\"failed\" aria-labelledby=\"failed-title\">\n"
      "<h2 id=\"failed-title\">Failed inputs</h2>\n<ul class=\"reasons\">\n";
  std::size_t shown = 0;
  for (const auto& [message, list] : reasons) {
    if (++shown > kMaxReasons) {
      break;
    }
    out += fmt::format("<li><b>{}</b> {}\n<ul>\n", list.size(), html_isolated(message));
    for (std::size_t i = 0; i < std::min(list.size(), kPlaces); ++i) {
      out += "<li><code>" + html_isolated(list[i]->place) + "</code></li>\n";
    }
    if (const std::size_t more = list.size() - std::min(list.size(), kPlaces); more > 0) {
      view.leave_out("failed inputs of a reason that is listed", more);
      out += fmt::format("<li class=\"none\">{}</li>\n", counted(more, "more input"));
    }
    out += "</ul></li>\n";
  }
  out += "</ul>\n";
  if (const std::size_t more = reasons.size() - std::min(reasons.size(), kMaxReasons); more > 0) {
    view.leave_out("reasons of failed inputs", more);
    out += fmt::format("<p class=\"none\">{}</p>\n", counted(more, "more reason"));
  }
  return out + "</section>\n";
}

std::string html_batch_run(BatchHtml& view) {
  const std::string files = inputs(view);
  return "<section id=\"run\" aria-labelledby=\"run-title\">\n<h2 id=\"run-title\">About this "
         "report</h2>\n<p class=\"lead\">The same inputs, program and options give this file "
         "again, byte by byte.</p>\n" +
         left_out(view) + files + "<div class=\"inputs\">\n" + program(view.run()) +
         options(view.run()) + "</div>\n</section>\n";
}

}  // namespace parallax
