#include <nlohmann/json.hpp>

#include "engine/corpus/findings.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

Json span_json(ByteSpan span) {
  return Json::array({span.begin, span.end});
}

Json side_json(const PairFindingSide& side) {
  return {{"span", span_json(side.span)}, {"chars", span_json(side.chars)}, {"text", side.text}};
}

ByteSpan span_from(const Json& json) {
  return {json.at(0).get<std::uint32_t>(), json.at(1).get<std::uint32_t>()};
}

PairFindingSide side_from(const Json& json) {
  return {span_from(json.at("span")), span_from(json.at("chars")),
          json.at("text").get<std::string>()};
}

PairFinding finding_from(const Json& json) {
  PairFinding finding;
  json.at("kind").get_to(finding.kind);
  json.at("severity").get_to(finding.severity);
  json.at("confidence").get_to(finding.confidence);
  json.at("importance").get_to(finding.importance);
  json.at("rule").get_to(finding.rule);
  json.at("slot").get_to(finding.slot);
  json.at("fingerprint").get_to(finding.fingerprint);
  finding.left = side_from(json.at("left"));
  finding.right = side_from(json.at("right"));
  json.at("comparable_because").get_to(finding.comparable_because);
  json.at("explanation").get_to(finding.explanation);
  return finding;
}

}  // namespace

std::string findings_to_json(const PairFindings& findings) {
  Json divergences = Json::array();
  for (const PairFinding& d : findings.divergences) {
    divergences.push_back({{"kind", d.kind},
                           {"severity", d.severity},
                           {"confidence", d.confidence},
                           {"importance", d.importance},
                           {"rule", d.rule},
                           {"slot", d.slot},
                           {"fingerprint", d.fingerprint},
                           {"left", side_json(d.left)},
                           {"right", side_json(d.right)},
                           {"comparable_because", d.comparable_because},
                           {"explanation", d.explanation}});
  }
  const Json line = {{"relation", findings.relation},
                     {"overlap",
                      {{"left_in_right", findings.left_in_right},
                       {"right_in_left", findings.right_in_left},
                       {"verbatim", findings.verbatim}}},
                     {"divergences", divergences}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<PairFindings> findings_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    PairFindings findings;
    json.at("relation").get_to(findings.relation);
    const Json& overlap = json.at("overlap");
    overlap.at("left_in_right").get_to(findings.left_in_right);
    overlap.at("right_in_left").get_to(findings.right_in_left);
    overlap.at("verbatim").get_to(findings.verbatim);
    for (const Json& divergence : json.at("divergences")) {
      findings.divergences.push_back(finding_from(divergence));
    }
    return findings;
  } catch (const Json::exception&) {
    return Error{ErrorCode::kFormat, "", "is no findings of a pair"};
  }
}

}  // namespace parallax
