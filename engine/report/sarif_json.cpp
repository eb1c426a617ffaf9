/// SARIF 2.1.0 (OASIS), the form in which code reviews take findings.

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/document/read.hpp"
#include "engine/report/code_points.hpp"
#include "engine/report/gate_writers.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/sarif_rules.hpp"
#include "engine/report/table_text.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
  return std::round(value * 1e6) / 1e6;
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::kConflict:
      return "error";
    case Severity::kDifference:
      return "warning";
    case Severity::kNote:
      break;
  }
  return "note";
}

/// A message is read as text with links and placeholders: brackets and braces of the inputs must
/// not become either.
std::string message_text(std::string_view text) {
  std::string out = one_line(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '[' || c == '{'; }, '(');
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == ']' || c == '}'; }, ')');
  return out;
}

/// A path as a relative or file: URI (RFC 3986).
std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter_or_digit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter_or_digit || kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    }
  }
  return out;
}

/// One input: where its lines begin, and whether its text is the file byte for byte.
class TextIndex {
 public:
  explicit TextIndex(const ReportDocument& document)
      : offsets_(document.text), exact_(sha256_hex(document.text) == document.sha256) {
    for (std::size_t i = 0; i < document.text.size(); ++i) {
      if (document.text[i] == '\n') {
        lines_.push_back(static_cast<std::uint32_t>(i + 1));
      }
    }
  }

  [[nodiscard]] bool exact() const { return exact_; }

  [[nodiscard]] Json region(ByteSpan span) const {
    const auto [line, column] = place(span.begin);
    const auto [end_line, end_column] = place(span.end);
    return {{"startLine", line},
            {"startColumn", column},
            {"endLine", end_line},
            {"endColumn", end_column},
            {"charOffset", offsets_.at(span.begin)},
            {"charLength", offsets_.at(span.end) - offsets_.at(span.begin)},
            {"byteOffset", span.begin},
            {"byteLength", span.size()}};
  }

 private:
  /// Line and column, both from 1; columns count code points.
  [[nodiscard]] std::pair<std::size_t, std::uint32_t> place(std::uint32_t byte) const {
    const auto next = std::upper_bound(lines_.begin(), lines_.end(), byte);
    const std::uint32_t begin = *(next - 1);
    return {static_cast<std::size_t>(next - lines_.begin()),
            offsets_.at(byte) - offsets_.at(begin) + 1};
  }

  CodePointOffsets offsets_;
  bool exact_;
  std::vector<std::uint32_t> lines_ = {0};
};

class SarifWriter {
 public:
  explicit SarifWriter(const ComparisonReport& report) : r_(report) {
    for (const ReportDocument& document : report.documents) {
      texts_.emplace_back(document);
    }
  }

  [[nodiscard]] Json whole() const {
    Json run;
    run["tool"]["driver"] = {{"name", "parallax"},
                             {"version", r_.tool.version},
                             {"properties",
                              {{"icu", r_.tool.icu},
                               {"unicode", r_.tool.unicode},
                               {"model", r_.tool.model},
                               {"lexicons", r_.tool.lexicons}}},
                             {"rules", rules()}};
    run["invocations"] = Json::array({invocation()});
    run["columnKind"] = "unicodeCodePoints";
    run["artifacts"] = artifacts();
    run["results"] = Json::array();
    for (const PlacedFinding& found : findings_of(r_)) {
      run["results"].push_back(result(*found.comparison, *found.divergence));
    }
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({run})}};
  }

 private:
  static Json rules() {
    Json out = Json::array();
    for (const KindHelp& k : kinds_with_help()) {
      out.push_back({{"id", k.kind},
                     {"name", k.name},
                     {"shortDescription", {{"text", k.summary}}},
                     {"help", {{"text", k.help}}},
                     {"defaultConfiguration", {{"level", k.level}}}});
    }
    return out;
  }

  [[nodiscard]] Json invocation() const {
    Json notes = Json::array();
    for (const std::string& warning : r_.warnings) {
      notes.push_back({{"level", "warning"}, {"message", {{"text", message_text(warning)}}}});
    }
    if (r_.baseline) {
      for (const BaselineEntry& e : r_.baseline->stale) {
        const std::string text =
            "the accepted finding " + e.fingerprint + " (" + e.kind + ") is not found any more";
        notes.push_back({{"level", "note"}, {"message", {{"text", message_text(text)}}}});
      }
    }
    return {{"executionSuccessful", true}, {"toolExecutionNotifications", notes}};
  }

  [[nodiscard]] Json artifacts() const {
    Json out = Json::array();
    for (const ReportDocument& d : r_.documents) {
      Json artifact = Json::object();
      if (d.path == "-") {
        artifact["description"]["text"] = "standard input";
      } else {
        artifact["location"]["uri"] = uri_of(d.path);
      }
      artifact["roles"] = Json::array({"analysisTarget"});
      artifact["hashes"] = {{"sha-256", d.sha256}};
      artifact["properties"] = {{"id", d.id}, {"language", d.language}};
      out.push_back(std::move(artifact));
    }
    return out;
  }

  [[nodiscard]] Json location(const SideInfo& side, const Evidence& e) const {
    const auto index = static_cast<std::size_t>(r_.claim(e.claim).document);
    const ReportDocument& d = r_.documents.at(index);
    Json artifact = {{"index", index}};
    if (d.path != "-") {
      artifact["uri"] = uri_of(d.path);
    }
    Json out;
    out["physicalLocation"]["artifactLocation"] = artifact;
    if (texts_[index].exact()) {
      out["physicalLocation"]["region"] = texts_[index].region(e.span);
    }
    out["logicalLocations"] =
        Json::array({{{"fullyQualifiedName", d.id + " " + place(r_, e.claim)}}});
    out["message"]["text"] = message_text(side.letter + " " + side.name + ": " + e.text);
    return out;
  }

  [[nodiscard]] Json side_properties(const Evidence& e) const {
    return {{"claim", r_.claim(e.claim).id},
            {"span", Json::array({e.span.begin, e.span.end})},
            {"value", phrase(e.value)}};
  }

  [[nodiscard]] Json result(const Comparison& c, const ReportDivergence& d) const {
    const SideInfo left = side_info(r_, c, Side::kLeft);
    const SideInfo right = side_info(r_, c, Side::kRight);
    const std::vector<KindHelp>& kinds = kinds_with_help();
    const auto rule = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const KindHelp& k) { return k.kind == d.kind; });
    const std::string text = told_of(r_, c, d) + ". " + left.letter + ": \"" + d.left.text +
                             "\" - " + right.letter + ": \"" + d.right.text + "\"";
    Json related = location(right, d.right);
    related["id"] = 1;
    Json out = {{"ruleId", d.kind}};
    if (rule != kinds.end()) {
      out["ruleIndex"] = rule - kinds.begin();
    }
    out["level"] = level_of(d.severity);
    out["message"]["text"] = message_text(text);
    out["locations"] = Json::array({location(left, d.left)});
    out["relatedLocations"] = Json::array({related});
    out["partialFingerprints"] = {{"parallaxFinding/v1", d.fingerprint}};
    out["rank"] = rounded(d.importance * 100.0);
    if (r_.baseline) {
      out["suppressions"] = suppressions(d);
    }
    out["properties"] = {{"id", d.id},
                         {"rule", d.rule},
                         {"slot", d.slot},
                         {"confidence", rounded(d.confidence)},
                         {"comparableBecause", d.comparable_because},
                         {"left", side_properties(d.left)},
                         {"right", side_properties(d.right)}};
    return out;
  }

  [[nodiscard]] static Json suppressions(const ReportDivergence& d) {
    Json out = Json::array();
    if (d.accepted) {
      out.push_back({{"kind", "external"}, {"status", "accepted"}});
      if (!d.note.empty()) {
        out.back()["justification"] = d.note;
      }
    }
    return out;
  }

  const ComparisonReport& r_;
  std::vector<TextIndex> texts_;
};

}  // namespace

std::string write_sarif(const ComparisonReport& report) {
  check_evidence(report);
  return SarifWriter(report).whole().dump(2, ' ', true, Json::error_handler_t::replace) + "\n";
}

}  // namespace parallax
