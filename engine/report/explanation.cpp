/// Everything about one finding, so that a reader can check it without parallax.

#include <string>

#include <fmt/format.h>

#include "engine/report/canvas.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/writers.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 16;

Tone tone_of(Severity severity) {
  switch (severity) {
    case Severity::kConflict:
      return Tone::kConflict;
    case Severity::kDifference:
      return Tone::kDifference;
    case Severity::kNote:
      break;
  }
  return Tone::kNote;
}

std::string fields(const Value& value) {
  std::string out;
  for (const auto& [name, content] : value) {
    const auto* d = std::get_if<double>(&content);
    const auto* b = std::get_if<bool>(&content);
    const std::string text = d != nullptr   ? number(*d)
                             : b != nullptr ? (*b ? "yes" : "no")
                                            : std::get<std::string>(content);
    out += (out.empty() ? "" : ", ") + name + " = " + text;
  }
  return one_line(out);
}

void explain_side(const ComparisonReport& report, const Evidence& e, const SideInfo& info,
                  Tone tone, Canvas& canvas) {
  const ReportClaim& claim = report.claim(e.claim);
  const ReportDocument& document = document_of(report, e.claim);
  const std::string_view text = document.text;
  const ByteSpan whole = sentence_span(report, e.claim).join(e.span);
  const ByteSpan focus{e.span.begin - whole.begin, e.span.end - whole.begin};
  canvas.hanging("  statement", kIndent, one_line(info.name));
  canvas.hanging("  file", kIndent, one_line(document.path));
  canvas.hanging("  place", kIndent,
                 fmt::format("paragraph {}, sentence {}, claim {} ({})", claim.paragraph,
                             claim.sentence, one_line(claim.id), one_line(claim.commitment)));
  canvas.hanging("  span", kIndent,
                 fmt::format("bytes {} to {}, characters {} to {}", e.span.begin, e.span.end,
                             count_code_points(text.substr(0, e.span.begin)),
                             count_code_points(text.substr(0, e.span.end))));
  canvas.hanging("  words", kIndent,
                 e.text.empty() ? std::string("(none)") : "\"" + one_line(e.text) + "\"");
  canvas.hanging("  sentence", kIndent, bracketed(slice(document, whole), {focus}), tone);
  canvas.hanging("  value", kIndent, e.value.empty() ? std::string("(none)") : fields(e.value));
  std::vector<std::string> terms;
  for (const ByteSpan span : e.key_terms) {
    terms.push_back(one_line(slice(document, span)));
  }
  if (!terms.empty()) {
    canvas.items("  key terms", kIndent, terms);
  }
}

std::string claim_ids(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  std::string out;
  for (const ClaimIndex c : claims) {
    out += (out.empty() ? "" : "+") + one_line(report.claim(c).id);
  }
  return out;
}

void explain_pair(const ComparisonReport& report, const ReportPair& pair, Canvas& canvas) {
  canvas.hanging("  pair", kIndent,
                 fmt::format("{} with {}, similarity {}, {}{}", claim_ids(report, pair.left),
                             claim_ids(report, pair.right), score(pair.similarity),
                             name_of(pair.relation), pair.moved ? ", moved" : ""));
  canvas.hanging("  matched by", kIndent, one_line(pair.matched_by));
  std::vector<std::string> terms;
  for (const TermWeight& term : pair.why) {
    terms.push_back(one_line(term.term) + " " + percent(term.weight));
  }
  if (terms.empty()) {
    terms.emplace_back("(no shared terms)");
  }
  canvas.items("  shared terms", kIndent, terms);
}

}  // namespace

std::string write_explanation(const ComparisonReport& report, std::string_view id,
                              const TerminalOptions& options) {
  const FoundDivergence found = find_divergence(report, id);
  if (found.divergence == nullptr) {
    return "";
  }
  check_evidence(report);
  const ReportDivergence& d = *found.divergence;
  const Comparison& comparison = *found.comparison;
  Canvas canvas(options);
  canvas.blank();
  canvas.edges(one_line(fmt::format("{} {} {}{}{}", d.id, d.kind, name_of(d.severity),
                                    d.slot.empty() ? "" : ": ", d.slot)),
               "sure " + confidence(d.confidence), tone_of(d.severity));
  canvas.hanging("  fingerprint", kIndent, one_line(d.fingerprint));
  canvas.hanging("  rule", kIndent, one_line(d.rule));
  canvas.hanging("  sure", kIndent, confidence(d.confidence));
  canvas.hanging("  importance", kIndent, confidence(d.importance));
  if (d.accepted) {
    canvas.hanging("  accepted", kIndent,
                   "by the baseline" + (d.note.empty() ? "" : ": " + one_line(d.note)));
  }
  if (!d.explanation.empty()) {
    canvas.hanging("  finding", kIndent, one_line(d.explanation));
  }
  if (!d.comparable_because.empty()) {
    canvas.hanging("  comparable", kIndent, one_line(d.comparable_because));
  }
  canvas.title("A");
  explain_side(report, d.left, side_info(report, comparison, Side::kLeft), tone_of(d.severity),
               canvas);
  canvas.title("B");
  explain_side(report, d.right, side_info(report, comparison, Side::kRight), tone_of(d.severity),
               canvas);
  if (d.pair < comparison.pairs.size()) {
    canvas.title("ALIGNMENT");
    explain_pair(report, comparison.pairs[d.pair], canvas);
  }
  return std::move(canvas).finish();
}

}  // namespace parallax
