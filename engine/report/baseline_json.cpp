#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "engine/report/baseline.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "models/base/atomic_file.hpp"

namespace parallax {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kSchema = "parallax.baseline/1";
constexpr std::size_t kMaxBytes = std::size_t{64} << 20U;

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_kind(std::string_view kind) {
  static const std::set<std::string_view> kKinds = {
      "number", "date",     "name",      "place",     "negation", "stance", "strength",
      "role",   "modality", "direction", "addressee", "label",    "scope"};
  return kKinds.contains(kind);
}

Error malformed(std::string place, std::string message) {
  return {ErrorCode::kFormat, std::move(place), std::move(message)};
}

Result<std::string> text_field(const Json& object, const char* name, const std::string& place) {
  const auto it = object.find(name);
  if (it == object.end()) {
    return malformed(place, std::string("has no field '") + name + "'");
  }
  if (!it->is_string()) {
    return malformed(place, std::string("the field '") + name + "' is not a string");
  }
  return it->get<std::string>();
}

Result<BaselineEntry> entry_of(const Json& object, const std::string& place) {
  if (!object.is_object()) {
    return malformed(place, "is not an object");
  }
  BaselineEntry entry;
  const std::pair<const char*, std::string*> fields[] = {{"fingerprint", &entry.fingerprint},
                                                         {"kind", &entry.kind},
                                                         {"left", &entry.left},
                                                         {"right", &entry.right},
                                                         {"note", &entry.note}};
  for (const auto& [name, target] : fields) {
    if (target == &entry.note && !object.contains(name)) {
      continue;
    }
    Result<std::string> text = text_field(object, name, place);
    if (!text) {
      return std::move(text).error();
    }
    *target = std::move(text).value();
  }
  if (!is_fingerprint(entry.fingerprint)) {
    return malformed(place, "the fingerprint '" + one_line(entry.fingerprint) +
                                "' is not 16 lower-case hex digits");
  }
  if (!is_kind(entry.kind)) {
    return malformed(place, "there is no kind '" + one_line(entry.kind) + "'");
  }
  return entry;
}

Result<Json> parse(std::string_view text, const std::string& path) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    const std::size_t byte = std::min(error.byte == 0 ? 0 : error.byte - 1, text.size());
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n');
    return malformed(path + ":" + std::to_string(line), "is not valid JSON");
  } catch (const Json::exception&) {
    return malformed(path, "is not valid JSON");
  }
}

/// Brackets open at once; deeper input is refused, because the parser recurses.
bool too_deep(std::string_view text) {
  constexpr std::ptrdiff_t kMaxBrackets = 64;
  std::ptrdiff_t depth = 0;
  for (const char c : text) {
    depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
    if (depth > kMaxBrackets) {
      return true;
    }
  }
  return false;
}

}  // namespace

Result<Baseline> parse_baseline(std::string_view text, const std::string& path) {
  if (too_deep(text)) {
    return malformed(path, "is nested too deep for a baseline");
  }
  Result<Json> parsed = parse(text, path);
  if (!parsed) {
    return std::move(parsed).error();
  }
  const Json& json = parsed.value();
  const auto schema = json.is_object() ? json.find("schema") : json.end();
  if (schema == json.end() || !schema->is_string() || schema->get<std::string>() != kSchema) {
    return malformed(path, "is not a baseline (schema " + std::string(kSchema) + ")");
  }
  const auto findings = json.find("findings");
  if (findings == json.end() || !findings->is_array()) {
    return malformed(path, "has no list 'findings'");
  }
  Baseline baseline;
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < findings->size(); ++i) {
    const std::string place = path + ": findings[" + std::to_string(i) + "]";
    Result<BaselineEntry> entry = entry_of((*findings)[i], place);
    if (!entry) {
      return std::move(entry).error();
    }
    const auto [first, fresh] = seen.emplace(entry.value().fingerprint, i);
    if (!fresh) {
      return malformed(
          place, "repeats the fingerprint of findings[" + std::to_string(first->second) + "]");
    }
    baseline.entries.push_back(std::move(entry).value());
  }
  return baseline;
}

Result<Baseline> read_baseline(const std::string& path) {
  Result<std::string> text = read_file(path, kMaxBytes);
  if (!text) {
    return std::move(text).error();
  }
  return parse_baseline(text.value(), path);
}

void apply_baseline(const Baseline& baseline, std::string path, ComparisonReport& report) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < baseline.entries.size(); ++i) {
    index.emplace(baseline.entries[i].fingerprint, i);
  }
  std::vector<bool> used(baseline.entries.size(), false);
  for (Comparison& comparison : report.comparisons) {
    for (ReportDivergence& d : comparison.divergences) {
      const auto it = index.find(d.fingerprint);
      if (it == index.end() || baseline.entries[it->second].kind != d.kind) {
        continue;
      }
      used[it->second] = true;
      d.accepted = true;
      d.note = baseline.entries[it->second].note;
    }
  }
  BaselineUse use{std::move(path), baseline.entries.size(), {}};
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) {
      use.stale.push_back(baseline.entries[i]);
    }
  }
  report.baseline = std::move(use);
}

std::string write_baseline(const ComparisonReport& report) {
  check_evidence(report);
  std::map<std::string, const ReportDivergence*> by_fingerprint;
  for (const Comparison& comparison : report.comparisons) {
    for (const ReportDivergence& d : comparison.divergences) {
      by_fingerprint.emplace(d.fingerprint, &d);
    }
  }
  nlohmann::ordered_json out = {{"schema", std::string(kSchema)},
                                {"findings", nlohmann::ordered_json::array()}};
  for (const auto& [fingerprint, d] : by_fingerprint) {
    nlohmann::ordered_json entry = {{"fingerprint", fingerprint},
                                    {"kind", d->kind},
                                    {"severity", std::string(name_of(d->severity))},
                                    {"left", one_line(claim_text(report, d->left.claim))},
                                    {"right", one_line(claim_text(report, d->right.claim))}};
    if (!d->note.empty()) {
      entry["note"] = d->note;
    }
    out["findings"].push_back(std::move(entry));
  }
  return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace parallax
