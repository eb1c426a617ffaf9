#include "engine/compare/outcomes.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/event_gate.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

bool is_outcome(const WordTable& words, StemId id) {
  static constexpr WordList kOutcomes = {"=kill",     "=wound",   "=detain",     "=missing",
                                         "=evacuate", "=release", "=rescue",     "=displace",
                                         "=infect",   "=recover", "=hospitalise"};
  return kOutcomes.contains(words.stem(id));
}

std::vector<Toll> tolls_of(const WordTable& words, const Claim& claim) {
  std::vector<Toll> tolls;
  for (const Term& term : claim.terms) {
    const bool told = is_told(term) && term.event && is_outcome(words, term.id);
    const bool known = std::any_of(tolls.begin(), tolls.end(),
                                   [&](const Toll& toll) { return toll.outcome == term.id; });
    if (!told || known) {
      continue;
    }
    const auto count =
        std::find_if(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) {
          return !q.event.empty() && q.event.front() == term.id && q.unit.empty() && q.of == 0;
        });
    const bool counted = count != claim.quantities.end();
    const bool none = term.negated || (counted && count->kind == QuantityKind::kNone);
    if (counted || none) {
      tolls.push_back({term.id, &term, counted ? &*count : nullptr, none});
    }
  }
  return tolls;
}

}  // namespace parallax
