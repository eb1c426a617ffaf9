/// JSON `parallax.verification/1` (verification.schema.json).

#include <nlohmann/json.hpp>

#include "engine/report/verification.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

Json finding_json(const std::vector<RestingFinding>& findings) {
  Json out = Json::array();
  for (const RestingFinding& f : findings) {
    out.push_back({{"id", f.id}, {"text", f.words}});
  }
  return out;
}

Json inputs_json(const Verification& v) {
  Json out = Json::array();
  for (const VerifiedInput& input : v.inputs) {
    Json row = {{"path", input.path},
                {"state", std::string(name_of(input.state))},
                {"saved_sha256", input.saved_sha256}};
    row["current_sha256"] =
        input.current_sha256.empty() ? Json(nullptr) : Json(input.current_sha256);
    row["note"] = input.note;
    out.push_back(std::move(row));
  }
  return out;
}

Json broken_json(const Verification& v) {
  Json out = Json::array();
  for (const BrokenSpan& b : v.broken) {
    out.push_back({{"id", b.id},
                   {"path", b.path},
                   {"span", Json::array({b.span.begin, b.span.end})},
                   {"saved", b.saved},
                   {"current", b.current}});
  }
  return out;
}

}  // namespace

std::string write_verification_json(const Verification& v) {
  Json out = {{"schema", "parallax.verification/1"},
              {"path", v.path},
              {"result", v.schema},
              {"holds", v.holds()},
              {"inputs", inputs_json(v)},
              {"spans", {{"checked", v.spans}, {"broken", broken_json(v)}}}};
  Json findings = {
      {"saved", v.findings}, {"gone", finding_json(v.gone)}, {"new", finding_json(v.fresh)}};
  findings["not_repeated"] = v.not_repeated.empty() ? Json(nullptr) : Json(v.not_repeated);
  out["findings"] = std::move(findings);
  out["notes"] = v.notes;
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace parallax
