#pragma once

/// The names, countries and places of a claim as slots that may be filled otherwise on the other
/// side. Internal to the name rules.

#include <string_view>
#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// A name with its neighbours.
struct SlotName {
  const Term* term = nullptr;
  StemId before{};  ///< Nearest content term in front that is no entity.
  StemId behind{};
};

/// Names of a claim in text order; background, frames and owners of quantities left out.
[[nodiscard]] std::vector<SlotName> entities(const Claim& claim);

/// Drops from both lists what the other list names, too.
void remove_shared(const PairContext& pair, std::vector<SlotName>& left,
                   std::vector<SlotName>& right);

/// Drops countries that only describe an open name behind them ("the Norwegian diplomat X").
void drop_describing(const Claim& claim, std::vector<SlotName>& open);

/// Drops open names that only one side gives to an office of both ("President X", "the president").
void drop_titled(const PairContext& pair, std::vector<SlotName>& left,
                 std::vector<SlotName>& right);

/// The names of each side that the other does not have; those that only describe or title a name
/// left out.
struct OpenNames {
  std::vector<SlotName> left, right;
};
[[nodiscard]] const OpenNames& open_names(const PairContext& pair);

/// "The Security Council", "the United Nations": one is a part of the other.
[[nodiscard]] bool organ_of(const WordTable& words, const Term& left, const Term& right);

/// Compares the longest lists of names of both sides. True if there were two; lists of which one
/// only says less do not differ.
bool diverge_lists(const PairContext& pair, const EventGate& gate,
                   const std::vector<SlotName>& left, const std::vector<SlotName>& right,
                   std::vector<Finding>& out);

/// "Africa", "the Middle East": countries lie in it, so that it and one of them are no two places.
/// English.
[[nodiscard]] bool broad_region(const PairContext& pair, const Document& document,
                                const Term& term);

/// "Tarsk District", "Cape Selm": a name that says itself that it is a place. English.
[[nodiscard]] bool named_site(const PairContext& pair, const Document& document, const Term& term);

/// "Was moved to Selm", "fled from Corvo": where somebody goes. English.
[[nodiscard]] bool gone_to(const PairContext& pair, const Document& document, const Claim& claim,
                           const Term& name);

/// The shared predicates tell of one deed that only one party can have done.
[[nodiscard]] bool one_doer(const PairContext& pair, const EventGate& gate);

/// Both tell of one event: a name, a day, or a certain thing ("the outbreak", "its origin") in
/// common.
[[nodiscard]] bool one_event(const PairContext& pair, const EventGate& gate);

/// Both claims tell of one certain thing behind (in the passive, in front of) the name.
[[nodiscard]] bool definite(const PairContext& pair, const SlotName& left, const SlotName& right);

/// A deed that each party does for itself: ratified, voted, condemned, elected.
[[nodiscard]] bool own_deed(std::string_view stem);

}  // namespace parallax
