/// Everything about one finding.

#include <algorithm>

#include "engine/report/phrasing.hpp"
#include "engine/report/writers.hpp"
#include "models/base/utf8.hpp"
#include "models/text/display.hpp"

namespace parallax {
namespace {

void add(std::string& out, const std::string& label, const std::string& text, std::size_t width) {
  const std::string prefix =
      "  " + label + std::string(label.size() < 14 ? 14 - label.size() : 1, ' ');
  const std::size_t room = width > prefix.size() + 20 ? width - prefix.size() : 20;
  bool first = true;
  for (const std::string& row : wrap(printable(text), room)) {
    out += (first ? prefix : std::string(prefix.size(), ' ')) + row + "\n";
    first = false;
  }
}

void add_side(std::string& out, const ComparisonReport& report, const Evidence& e, const char* side,
              std::size_t width) {
  const ReportClaim& claim = report.claim(e.claim);
  const ReportDocument& d = report.documents.at(static_cast<std::size_t>(claim.document));
  const std::size_t begin = count_code_points(std::string_view(d.text).substr(0, e.span.begin));
  const std::size_t end = begin + count_code_points(e.text);
  out += std::string("\n") + side + "\n";
  add(out, "document", d.path + ", sha256 " + d.sha256, width);
  add(out, "claim",
      claim.id + " at " + place_of(claim) + ", bytes " + std::to_string(claim.span.begin) + ".." +
          std::to_string(claim.span.end) + ", " + claim.commitment,
      width);
  add(out, "text", claim_text(report, e.claim), width);
  add(out, "evidence",
      "\"" + e.text + "\", bytes " + std::to_string(e.span.begin) + ".." +
          std::to_string(e.span.end) + ", characters " + std::to_string(begin) + ".." +
          std::to_string(end),
      width);
  add(out, "value", value_text(e.value), width);
}

std::string explain(const ComparisonReport& report, const Comparison& c, const ReportDivergence& d,
                    std::size_t width) {
  std::string out = d.id + " " + d.kind + " (" + std::string(name_of(d.severity)) + ")\n";
  add(out, "what", d.explanation, width);
  if (!d.slot.empty()) {
    add(out, "slot", d.slot, width);
  }
  add(out, "comparable", d.comparable_because, width);
  add(out, "rule", d.rule, width);
  add(out, "sure", two_decimals(d.confidence), width);
  add(out, "fingerprint", d.fingerprint, width);
  add_side(out, report, d.left, "A", width);
  add_side(out, report, d.right, "B", width);
  const ReportPair& pair = c.pairs.at(d.pair);
  out += "\npair\n";
  add(out, "matched by", pair.matched_by + ", similarity " + two_decimals(pair.similarity), width);
  std::string terms;
  for (const TermWeight& term : pair.why) {
    terms += (terms.empty() ? "" : ", ") + term.term + " " + two_decimals(term.weight);
  }
  add(out, "terms", terms.empty() ? "none" : terms, width);
  return out;
}

}  // namespace

std::string write_explanation(const ComparisonReport& report, std::string_view id,
                              const TerminalOptions& options) {
  for (const Comparison& c : report.comparisons) {
    const auto found =
        std::find_if(c.divergences.begin(), c.divergences.end(),
                     [&](const ReportDivergence& d) { return d.id == id || d.fingerprint == id; });
    if (found != c.divergences.end()) {
      return explain(report, c, *found, std::max<std::size_t>(options.width, 40));
    }
  }
  return {};
}

}  // namespace parallax
