#include "engine/compare/importance.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace parallax {
namespace {

constexpr double kKindShare = 0.45;
constexpr double kKeyTermShare = 0.40;
constexpr double kConfidenceShare = 0.15;

}  // namespace

double heaviest_key_term(const Claim& claim) {
  double weight = 0.0;
  for (const KeyTerm& term : claim.key_terms) {
    weight = std::max(weight, term.weight);
  }
  return weight;
}

double kind_weight(std::string_view kind) {
  static constexpr std::array<std::pair<std::string_view, double>, 13> kWeights = {
      {{"number", 1.0},
       {"role", 0.95},
       {"negation", 0.9},
       {"date", 0.85},
       {"name", 0.75},
       {"place", 0.7},
       {"stance", 0.65},
       {"direction", 0.6},
       {"strength", 0.5},
       {"modality", 0.45},
       {"addressee", 0.25},
       {"label", 0.2},
       {"scope", 0.1}}};
  const auto* it = std::find_if(kWeights.begin(), kWeights.end(),
                                [&](const auto& entry) { return entry.first == kind; });
  return it == kWeights.end() ? 0.0 : it->second;
}

void weigh(const Claim& left, const Claim& right, ReportDivergence& finding) {
  finding.importance =
      std::clamp((kKindShare * kind_weight(finding.kind)) +
                     (kKeyTermShare * std::max(heaviest_key_term(left), heaviest_key_term(right))) +
                     (kConfidenceShare * finding.confidence),
                 0.0, 1.0);
  const auto add = [](const Claim& claim, std::vector<ByteSpan>& spans) {
    for (const KeyTerm& term : claim.key_terms) {
      spans.push_back(term.span);
    }
  };
  add(left, finding.left.key_terms);
  add(right, finding.right.key_terms);
}

void rank(std::vector<ReportDivergence>& findings) {
  const auto position = [](const ReportDivergence& d) {
    return d.left.span.begin + d.right.span.begin;
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const ReportDivergence& a, const ReportDivergence& b) {
                     if (a.severity != b.severity) {
                       return a.severity < b.severity;
                     }
                     if (a.importance != b.importance) {
                       return a.importance > b.importance;
                     }
                     if (a.confidence != b.confidence) {
                       return a.confidence > b.confidence;
                     }
                     return position(a) != position(b) ? position(a) < position(b)
                                                       : a.fingerprint < b.fingerprint;
                   });
  std::size_t number = 0;
  for (ReportDivergence& d : findings) {
    d.id = "D" + std::to_string(++number);
  }
}

}  // namespace parallax
