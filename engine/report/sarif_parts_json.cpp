#include "engine/report/sarif_parts_json.hpp"

#include <algorithm>

#include "engine/document/read.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {

std::string sarif_message(std::string_view text) {
  std::string out = one_line(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '[' || c == '{'; }, '(');
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == ']' || c == '}'; }, ')');
  return out;
}

std::string sarif_uri(std::string_view path) {
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

SarifText::SarifText(const ReportDocument& document)
    : offsets_(document.text), exact_(sha256_hex(document.text) == document.sha256) {
  for (std::size_t i = 0; i < document.text.size(); ++i) {
    if (document.text[i] == '\n') {
      lines_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
}

SarifJson SarifText::region(ByteSpan span) const {
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

/// Line and column, both from 1; columns count code points.
std::pair<std::size_t, std::uint32_t> SarifText::place(std::uint32_t byte) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), byte);
  const std::uint32_t begin = *(next - 1);
  return {static_cast<std::size_t>(next - lines_.begin()),
          offsets_.at(byte) - offsets_.at(begin) + 1};
}

SarifJson sarif_rules(const std::vector<KindHelp>& rules) {
  SarifJson out = SarifJson::array();
  for (const KindHelp& rule : rules) {
    out.push_back({{"id", rule.kind},
                   {"name", rule.name},
                   {"shortDescription", {{"text", rule.summary}}},
                   {"help", {{"text", rule.help}}},
                   {"defaultConfiguration", {{"level", rule.level}}}});
  }
  return out;
}

SarifJson sarif_artifact(const ReportDocument& d) {
  SarifJson artifact = SarifJson::object();
  if (d.path == "-") {
    artifact["description"]["text"] = "standard input";
  } else {
    artifact["location"]["uri"] = sarif_uri(d.path);
  }
  artifact["roles"] = SarifJson::array({"analysisTarget"});
  artifact["hashes"] = {{"sha-256", d.sha256}};
  artifact["properties"] = {{"id", d.id}, {"language", d.language}};
  return artifact;
}

SarifJson sarif_place(const ReportDocument& document, const SarifText& text, std::size_t index,
                      ByteSpan span) {
  SarifJson artifact = {{"index", index}};
  if (document.path != "-") {
    artifact["uri"] = sarif_uri(document.path);
  }
  SarifJson out;
  out["physicalLocation"]["artifactLocation"] = std::move(artifact);
  if (text.exact()) {
    out["physicalLocation"]["region"] = text.region(span);
  }
  return out;
}

SarifJson sarif_warnings(const std::vector<std::string>& warnings) {
  SarifJson notes = SarifJson::array();
  for (const std::string& warning : warnings) {
    notes.push_back({{"level", "warning"}, {"message", {{"text", sarif_message(warning)}}}});
  }
  return {{"executionSuccessful", true}, {"toolExecutionNotifications", notes}};
}

SarifJson sarif_log(SarifJson run) {
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs", SarifJson::array({std::move(run)})}};
}

}  // namespace parallax
