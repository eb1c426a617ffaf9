#include "engine/compare/suspects.hpp"

#include <algorithm>

#include "engine/compare/arguments.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

/// Something on the other side answers the deed: the same, one of its kin, or a light verb tells
/// nothing of its own.
bool answered(const PairContext& pair, const EventGate& gate, const Term& deed,
              const Claim& other) {
  return in_common(gate, deed.id) || light_verb(pair.words.stem(deed.id)) ||
         std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
           return is_told(term) &&
                  (term.id == deed.id || term.stem == deed.stem || kin(term, deed));
         });
}

}  // namespace

const Term* deed_at(const Claim& claim, std::uint32_t token) {
  const auto fact = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token + term.tokens > token;
  });
  if (fact == claim.terms.end()) {
    return nullptr;
  }
  const auto deed = [&](const Term& term) {
    return term.verb && !term.frame && term.clause == fact->clause;
  };
  const auto before = std::find_if(std::make_reverse_iterator(fact), claim.terms.rend(), deed);
  if (before != claim.terms.rend()) {
    return &*before;
  }
  const auto behind = std::find_if(fact, claim.terms.end(), deed);
  return behind == claim.terms.end() ? nullptr : &*behind;
}

void judge_deeds(const PairContext& pair, const EventGate& gate, std::uint32_t left,
                 std::uint32_t right, Traits& traits) {
  const Term* a = deed_at(pair.left, left);
  const Term* b = deed_at(pair.right, right);
  const auto open = [&](const Term* deed, const Claim& other) {
    return deed != nullptr && !answered(pair, gate, *deed, other);
  };
  const bool met =
      a != nullptr && b != nullptr && (a->id == b->id || a->stem == b->stem || kin(*a, *b));
  traits[Trait::kDeedOpen] = (open(a, pair.right) ? 1.0 : 0.0) + (open(b, pair.left) ? 1.0 : 0.0);
  traits[Trait::kOtherStages] = other_stages(pair, left, right) ? 1.0 : 0.0;
  traits[Trait::kAdded] = told_in_addition(pair, left, right) ? 1.0 : 0.0;
  traits[Trait::kDeedMet] = met ? 1.0 : 0.0;
}

std::vector<Suspect> suspects_of(const PairContext& pair, const EventGate& gate,
                                 const Traits& traits) {
  std::vector<Suspect> all;
  const auto add = [&](const auto& find) {
    const std::size_t before = all.size();
    find(pair, gate, traits, all);
    for (std::size_t i = before; i < all.size(); ++i) {
      constexpr std::size_t kMost = 8;
      const std::string_view kind = all[i].kind;
      const auto count = std::count_if(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(),
                                       [&](const Suspect& s) { return s.kind == kind; });
      all[i].traits[Trait::kSuspects] =
          static_cast<double>(std::min(static_cast<std::size_t>(count), kMost));
    }
  };
  add(suspect_numbers);
  add(suspect_names);
  return all;
}

}  // namespace parallax
