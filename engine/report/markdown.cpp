/// GitHub-flavoured Markdown. Every text from outside is escaped.

#include "engine/report/phrasing.hpp"
#include "engine/report/writers.hpp"
#include "models/text/display.hpp"

namespace parallax {
namespace {

/// Marks with a meaning in Markdown or HTML are written so that they stand for themselves.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : printable(text)) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (std::string_view("\\`*_{}[]()#+-!|~@").find(c) != std::string_view::npos) {
        out += '\\';
      }
      out += c;
    }
  }
  return out;
}

std::string marked(const ComparisonReport& report, const Evidence& e) {
  const ReportClaim& claim = report.claim(e.claim);
  const std::string text = claim_text(report, e.claim);
  if (e.span.begin < claim.span.begin || e.span.end > claim.span.end) {
    return escaped(text);
  }
  const std::size_t begin = e.span.begin - claim.span.begin;
  return escaped(text.substr(0, begin)) + "**" + escaped(e.text) + "**" +
         escaped(text.substr(begin + e.text.size()));
}

void add_finding(std::string& out, const ComparisonReport& report, const ReportDivergence& d) {
  out += "### " + d.id + " " + d.kind + " (" + std::string(name_of(d.severity)) + ")\n\n";
  out += escaped(d.explanation) + ". Comparable because " + escaped(d.comparable_because) +
         ". Rule `" + d.rule + "`, sure " + two_decimals(d.confidence) + ", fingerprint `" +
         d.fingerprint + "`.\n\n";
  out += "| | place | passage |\n|---|---|---|\n";
  out += "| A | " + place_of(report.claim(d.left.claim)) + " | " + marked(report, d.left) + " |\n";
  out +=
      "| B | " + place_of(report.claim(d.right.claim)) + " | " + marked(report, d.right) + " |\n\n";
}

std::string joined(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  std::string text;
  for (const ClaimIndex claim : claims) {
    text += (text.empty() ? "" : " ") + claim_text(report, claim);
  }
  return text;
}

void add_list(std::string& out, const ComparisonReport& report, const std::string& title,
              const std::vector<ClaimIndex>& claims) {
  if (claims.empty()) {
    return;
  }
  out += "## " + title + "\n\n";
  for (const ClaimIndex claim : claims) {
    out += "- " + place_of(report.claim(claim)) + " " + escaped(claim_text(report, claim)) + "\n";
  }
  out += "\n";
}

void add_agreements(std::string& out, const ComparisonReport& report, const Comparison& c) {
  const auto same = agreements(c);
  if (same.empty()) {
    return;
  }
  out += "## Agree\n\n| relation | A | B | similarity |\n|---|---|---|---|\n";
  for (const ReportPair* pair : same) {
    out += "| " + std::string(name_of(pair->relation)) + " | " +
           escaped(joined(report, pair->left)) + " | " + escaped(joined(report, pair->right)) +
           " | " + two_decimals(pair->similarity) + " |\n";
  }
  out += "\n";
}

}  // namespace

std::string write_markdown(const ComparisonReport& report) {
  std::string out;
  for (const Comparison& c : report.comparisons) {
    out +=
        "# " + escaped(side_name(report, 0)) + " against " + escaped(side_name(report, 1)) + "\n\n";
    out += "| | |\n|---|---|\n";
    out += "| A in B | " + percent(c.overlap.left_in_right) + " |\n";
    out += "| B in A | " + percent(c.overlap.right_in_left) + " |\n";
    out += "| similarity | " + two_decimals(c.overlap.similarity) + " |\n";
    out += "| same wording | " + percent(c.overlap.verbatim) + " |\n";
    out += "| findings | " + counted(count_of(c, Severity::kConflict), "conflict") + ", " +
           counted(count_of(c, Severity::kDifference), "difference") + ", " +
           counted(count_of(c, Severity::kNote), "note") + " |\n\n";
    if (!c.divergences.empty()) {
      out += "## Findings\n\n";
    }
    for (const ReportDivergence& d : c.divergences) {
      add_finding(out, report, d);
    }
    add_agreements(out, report, c);
    add_list(out, report, "Only A", c.only_left);
    add_list(out, report, "Only B", c.only_right);
    add_list(out, report, "Formulaic", c.formulaic);
  }
  return out;
}

}  // namespace parallax
