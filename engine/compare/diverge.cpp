#include "engine/compare/diverge.hpp"

#include <algorithm>

namespace parallax {
namespace {

bool has(const std::vector<Finding>& findings, std::string_view kind) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& f) { return f.kind == kind; });
}

void drop(std::vector<Finding>& findings, std::initializer_list<std::string_view> kinds) {
  std::erase_if(findings, [&](const Finding& f) {
    return std::find(kinds.begin(), kinds.end(), f.kind) != kinds.end();
  });
}

/// Dates with places or numbers that all differ mark two events, not one event told in two ways.
void drop_other_events(std::vector<Finding>& findings) {
  const bool date = has(findings, "date");
  if (date && (has(findings, "number") || has(findings, "place"))) {
    drop(findings, {"date", "number", "place", "name"});
  }
  if (has(findings, "number") && has(findings, "place")) {
    drop(findings, {"number", "place"});
  }
}

/// One difference is told once: the more specific kind stays.
void drop_echoes(std::vector<Finding>& findings) {
  if (has(findings, "role")) {
    drop(findings, {"name", "place"});
  }
  if (has(findings, "negation")) {
    drop(findings, {"modality"});
  }
}

}  // namespace

std::vector<Finding> diverge(const PairContext& pair, const EventGate& gate) {
  std::vector<Finding> findings;
  if (gate.shared == 0) {
    return findings;
  }
  if (!gate.other_event && !gate.substituted) {
    diverge_numbers(pair, gate, findings);
    diverge_dates(pair, gate, findings);
  }
  diverge_names(pair, gate, findings);
  diverge_roles(pair, gate, findings);
  if (!gate.contrasted) {
    diverge_polarity(pair, gate, findings);
  }
  diverge_stance(pair, gate, findings);
  drop_other_events(findings);
  drop_echoes(findings);
  return findings;
}

}  // namespace parallax
