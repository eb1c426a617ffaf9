#pragma once

/// Units -> rows of term weights, and the words behind their terms.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/corpus/units.hpp"
#include "models/vector/neighbours.hpp"

namespace parallax {

struct VectorOptions {
  std::uint32_t min_terms = 4;  ///< Units with fewer different terms get no weights, so that they
                                ///< have no neighbours: "Thank you." says nothing about a text.
  std::size_t threads = 1;      ///< At least 1. Without effect on the result.
};

/// One row a unit. Each language is folded, stemmed and weighted by itself
/// (models/vector/corpus_vectors.hpp: stems, 1 + ln tf, smoothed idf over the units of the
/// language, stop words left out) and has terms of its own, so that units of two languages have the
/// cosine 0.
struct UnitVectors {
  std::vector<std::int32_t> offsets = {0};
  std::vector<std::int32_t> terms;
  std::vector<float> weights;
  std::vector<std::string> stems;  ///< By term.
  std::uint32_t too_short = 0;     ///< Units without weights for want of terms.

  [[nodiscard]] RowsView view() const { return {offsets, terms, weights}; }
};

/// Errors: kFormat for a malformed overlay table only. REQUIRES: languages are known (cut_units);
/// fewer than 2^31 weights in all.
[[nodiscard]] Result<UnitVectors> vectors_of(const std::vector<Unit>& units,
                                             const std::vector<Record>& documents,
                                             const LexiconSource& lexicons,
                                             const VectorOptions& options);

/// A term that two units share.
struct SharedWord {
  std::string word;    ///< As some unit writes it, folded.
  double share = 0.0;  ///< Share of the pair's score, (0, 1].
};

/// Why two units are near: their heaviest common terms.
class WhyNear {
 public:
  /// Views must outlive the object.
  WhyNear(const UnitVectors& vectors, const std::vector<Unit>& units,
          const std::vector<Record>& documents);

  /// At most `count` terms, share descending, then term ascending. A stem is shown by the first
  /// word with it in the unit that first asked for it: the same calls give the same words.
  [[nodiscard]] std::vector<SharedWord> operator()(std::uint32_t left, std::uint32_t right,
                                                   std::size_t count);

 private:
  void learn(std::uint32_t unit);

  const UnitVectors& vectors_;
  const std::vector<Unit>& units_;
  const std::vector<Record>& documents_;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>
      words_;  ///< Language -> stem -> word.
};

}  // namespace parallax
