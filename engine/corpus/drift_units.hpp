#pragma once

/// The units that drift follows: claims, lists in one piece. Internal to engine/corpus.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// A name that a unit gives, as far as it is written there.
struct UnitName {
  ByteSpan span;
  std::vector<std::string> words;  ///< Folded, in order; never empty.
};

struct DriftUnit {
  const Document* document = nullptr;
  Claim claim;  ///< A claim and the parts behind it that have no predicate of their own.
  std::vector<UnitName> names;
};

/// Claims of a document that are no formula, in text order, and the spans of those that are. The
/// later parts of a list ("Voting for it were: A, Chair; B; and C.") belong to the claim that opens
/// it. Every claim stands in exactly one of both. Complexity: linear.
struct DriftUnits {
  std::vector<DriftUnit> units;
  std::vector<ByteSpan> formulaic;
};
[[nodiscard]] DriftUnits drift_units(const Document& document, const FactLexicon& lexicon,
                                     WordTable& words);

/// True if both may be one name: the words of one are among those of the other, and both end alike.
[[nodiscard]] bool same_name(const UnitName& a, const UnitName& b);

}  // namespace parallax
