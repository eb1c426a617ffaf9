#pragma once

/// Many documents -> which of their units are near each other, why, and where they diverge.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/corpus/clusters.hpp"
#include "engine/corpus/findings.hpp"
#include "engine/corpus/formulations.hpp"
#include "engine/corpus/heat_map.hpp"
#include "engine/corpus/inputs.hpp"
#include "engine/corpus/predicate.hpp"
#include "engine/corpus/similarities.hpp"
#include "engine/corpus/source_matrix.hpp"
#include "engine/corpus/unit_pairs.hpp"

namespace parallax {

/// Where pairs begin to say the same rather than to touch the same subject: 0.4 for paragraphs, 0.5
/// for claims (short, so that chance weighs more), 0.3 for whole statements (long, so that no two
/// agree in all).
[[nodiscard]] double default_threshold(UnitKind unit);
/// What is shorter says too little by itself: 3 different terms for claims, 4 for others.
[[nodiscard]] std::uint32_t default_min_terms(UnitKind unit);

/// What an earlier run has found, by the names of the two units.
using KnownFindings = std::map<std::pair<std::string, std::string>, PairFindings>;

struct BatchOptions {
  UnitKind unit = UnitKind::kParagraph;
  std::size_t top_k = 10;                ///< Neighbours a unit, at least 1.
  double threshold = 0.4;                ///< Lowest score of a pair, (0, 1].
  double related = 0.7;                  ///< From here on units are of one related cluster, (0, 1].
  double identical = 0.9;                ///< From here on they are nearly identical, (0, 1].
  std::size_t compare = 500;             ///< The comparison rules run on so many top pairs.
  std::uint32_t min_terms = 4;           ///< Shorter units have no neighbours (VectorOptions).
  std::size_t terms = 5;                 ///< Terms that say why a pair is near, at most.
  std::size_t formulations = 10000;      ///< Of each band at most so many are listed; 0 = none.
  std::size_t threads = 1;               ///< At least 1. Without effect on the result.
  const PairPredicate* where = nullptr;  ///< Which pairs count; nullptr = all.
  const BackgroundModel* model = nullptr;  ///< For comparisons; nullptr = built-in.
  std::string journal = {};                ///< File of compared pairs (journal.hpp); empty = none.
  const CorpusFormulations* wording = nullptr;  ///< Shared wording that is known; nullptr = look.
  const KnownFindings* known = nullptr;  ///< Pairs that are not compared again; nullptr = none.
  std::string version = {};     ///< Of the program: a journal of another version is begun anew.
  double count_from = 0.0;      ///< Lowest score that `similarities` counts; 0 = the threshold.
  std::size_t count_units = 0;  ///< With more units the threshold takes the place of `count_from`.
  std::size_t map_rows = 0;     ///< Rows of the heat map, at most; 0 = none is made.
};

struct BatchPair {
  UnitPair pair;
  std::vector<SharedWord> why;
  bool same_text = false;                ///< Both units have the same bytes: nothing to compare.
  std::optional<PairFindings> findings;  ///< Set for the pairs that were compared.
};

enum class ClusterKind : std::uint8_t { kIdentical, kRelated };
[[nodiscard]] std::string_view name_of(ClusterKind kind);  // "identical", "related"

struct BatchCluster {
  ClusterKind kind = ClusterKind::kIdentical;
  UnitCluster cluster;
  std::uint32_t documents = 0, sources = 0;   ///< How many different ones; without a source = one.
  std::uint32_t findings = 0, conflicts = 0;  ///< Between its units, as far as they were compared:
                                              ///< one word more can turn a near copy round.
};

/// Everything that the writers need.
struct BatchReport {
  Corpus corpus;
  std::vector<Unit> units;
  CorpusSources sources;
  std::uint32_t too_short = 0;         ///< Units without neighbours for want of terms.
  std::uint64_t near = 0;              ///< Pairs at or above the threshold, all of them.
  std::vector<BatchPair> pairs;        ///< Score descending, then left, then right ascending.
  std::vector<BatchCluster> clusters;  ///< Identical ones first; each kind by size. A related
                                       ///< cluster that is an identical one stands once only.
  std::vector<SourceCell> cells;
  std::vector<Formulation> formulations;  ///< Wording that different sources share, in the order of
                                          ///< formulations.hpp; documents count into `corpus`.
  std::size_t formulations_found = 0;     ///< All, with those beyond the limit.
  Similarities similarities;
  std::optional<HeatMap> map;  ///< As far as `map_rows` asks for it.
  std::size_t compared = 0;    ///< Pairs with findings.
  std::size_t resumed = 0;     ///< Of these, taken from the journal.
};

struct BatchProgress {
  std::string_view stage;  ///< "reading units", "weighing", "searching", "formulations",
                           ///< "comparing"
  std::size_t done = 0, total = 0;
};
/// Called from any thread, by one at a time.
using ProgressSink = std::function<void(const BatchProgress&)>;

/// Same documents and options, same report (but for `resumed`), whatever the number of threads and
/// whether or not a journal was there. Errors: kFormat for a malformed overlay table; kIo for the
/// journal. A journal is left behind for the caller to remove once the result is written.
/// Complexity: that of the search (neighbours.hpp) and of `compare` comparisons. Memory: the texts,
/// their weights, and the pairs that are reported.
[[nodiscard]] Result<BatchReport> batch_report(Corpus corpus, const LexiconSource& lexicons,
                                               const BatchOptions& options,
                                               const ProgressSink& progress = {});

}  // namespace parallax
