#include "engine/corpus/batch.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>

#include "engine/corpus/journal.hpp"
#include "engine/corpus/parallel.hpp"
#include "models/base/expects.hpp"

namespace parallax {
namespace {

void tell(const ProgressSink& progress, std::string_view stage, std::size_t done = 0,
          std::size_t total = 0) {
  if (progress) {
    progress({stage, done, total});
  }
}

std::string field(const std::optional<std::string>& text) {
  return text ? std::to_string(text->size()) + ":" + *text : "-";
}

/// Name of everything that the findings of a pair depend on.
std::string run_identity(const BatchReport& report, const LexiconSource& lexicons,
                         const BatchOptions& options) {
  std::string all = options.version + "\n" + lexicons.identity() + "\n" +
                    (options.model == nullptr ? "builtin" : options.model->info().identity) + "\n" +
                    std::string(name_of(options.unit)) + "\n";
  for (const Record& d : report.corpus.documents) {
    all += sha256_hex(d.text) + field(d.id) + field(d.source) + field(d.date) + field(d.title) +
           d.language + "\n";
  }
  return sha256_hex(all).substr(0, 32);
}

/// Runs the comparison rules on the top pairs.
class PairComparison {
 public:
  PairComparison(BatchReport& report, const LexiconSource& lexicons, const BatchOptions& options,
                 const ProgressSink& progress)
      : report_(report), lexicons_(lexicons), options_(options), progress_(progress) {}

  Status run(Journal* journal) {
    choose(journal);
    errors_.assign(wanted_.size(), std::nullopt);
    parallel_for(wanted_.size(), options_.threads, [&] {
      auto comparer = std::make_shared<UnitComparer>(report_.units, report_.corpus.documents,
                                                     lexicons_, options_.model);
      return [this, journal, comparer](std::size_t i) {
        if (!failed_) {
          compare(i, *comparer, journal);
        }
      };
    });
    for (std::optional<Error>& error : errors_) {
      if (error) {
        return *std::move(error);
      }
    }
    return Done{};
  }

 private:
  /// The top pairs whose texts differ, without those that the journal knows.
  void choose(const Journal* journal) {
    for (std::size_t p = 0; p < report_.pairs.size() && report_.compared < options_.compare; ++p) {
      BatchPair& pair = report_.pairs[p];
      if (pair.same_text) {
        continue;
      }
      ++report_.compared;
      if (journal != nullptr) {
        const auto known = journal->done().find({pair.pair.left, pair.pair.right});
        if (known != journal->done().end()) {
          pair.findings = known->second;
          ++report_.resumed;
          continue;
        }
      }
      if (const PairFindings* known = known_findings(pair.pair)) {
        pair.findings = *known;
        continue;
      }
      wanted_.push_back(p);
    }
  }

  [[nodiscard]] const PairFindings* known_findings(const UnitPair& pair) const {
    if (options_.known == nullptr) {
      return nullptr;
    }
    const auto name = [&](std::uint32_t unit) {
      return unit_name(report_.units[unit], report_.corpus.documents);
    };
    const auto known = options_.known->find({name(pair.left), name(pair.right)});
    return known == options_.known->end() ? nullptr : &known->second;
  }

  void compare(std::size_t i, UnitComparer& comparer, Journal* journal) {
    BatchPair& pair = report_.pairs[wanted_[i]];
    Result<PairFindings> findings = comparer.compare(pair.pair.left, pair.pair.right);
    Status status = Done{};
    if (findings && journal != nullptr) {
      status = journal->add(pair.pair.left, pair.pair.right, findings.value());
    }
    if (!findings || !status) {
      errors_[i] = findings ? std::move(status).error() : std::move(findings).error();
      failed_ = true;
      return;
    }
    pair.findings = std::move(findings).value();
    const std::lock_guard lock(mutex_);
    tell(progress_, "comparing", ++done_ + report_.resumed, report_.compared);
  }

  BatchReport& report_;
  const LexiconSource& lexicons_;
  const BatchOptions& options_;
  const ProgressSink& progress_;
  std::vector<std::size_t> wanted_;
  std::vector<std::optional<Error>> errors_;
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::size_t done_ = 0;
};

BatchCluster described(UnitCluster cluster, ClusterKind kind, const BatchReport& report) {
  std::set<std::uint32_t> documents;
  std::set<std::uint32_t> sources;
  for (const std::uint32_t unit : cluster.units) {
    documents.insert(report.units[unit].document);
    sources.insert(report.sources.of_document[report.units[unit].document]);
  }
  return {kind, std::move(cluster), static_cast<std::uint32_t>(documents.size()),
          static_cast<std::uint32_t>(sources.size())};
}

void add_clusters(const ClusterBuilder& identical, const ClusterBuilder& related,
                  BatchReport& report) {
  std::set<std::vector<std::uint32_t>> known;
  for (UnitCluster& cluster : identical.clusters()) {
    known.insert(cluster.units);
    report.clusters.push_back(described(std::move(cluster), ClusterKind::kIdentical, report));
  }
  for (UnitCluster& cluster : related.clusters()) {
    if (known.find(cluster.units) == known.end()) {
      report.clusters.push_back(described(std::move(cluster), ClusterKind::kRelated, report));
    }
  }
}

/// One pass over all near pairs: clusters, who meets whom, and how near.
void gather(const SearchSpace& space, const BatchOptions& options, SourceMatrix& matrix,
            BatchReport& report) {
  const bool below = options.count_from > 0.0 && report.units.size() <= options.count_units;
  report.similarities.from = below ? options.count_from : options.threshold;
  PairOptions pairs{
      options.top_k,
      std::min({report.similarities.from, options.threshold, options.related, options.identical}),
      options.threads, options.where};
  ClusterBuilder identical(report.units.size());
  ClusterBuilder related(report.units.size());
  HeatInput heat(report.units.size());
  for_each_pair(space, pairs, [&](const ScoredPair& pair) {
    report.similarities.add(pair.score);
    if (pair.score >= options.threshold) {
      ++report.near;
      matrix.add_pair(pair.left, pair.right);
      heat.add_near(pair);
    }
    if (pair.score >= options.related) {
      related.link(pair.left, pair.right, pair.score);
    }
    if (pair.score >= options.identical) {
      identical.link(pair.left, pair.right, pair.score);
    }
  });
  add_clusters(identical, related, report);
  if (options.map_rows > 0) {
    for (const BatchCluster& cluster : report.clusters) {
      heat.clusters.push_back(cluster.cluster.units);
    }
    pairs.threshold = options.threshold;
    report.map = heat_map(space, pairs, heat, options.map_rows);
  }
}

void find_pairs(const SearchSpace& space, const BatchOptions& options, BatchReport& report) {
  const PairOptions pairs{options.top_k, options.threshold, options.threads, options.where};
  const std::vector<Record>& documents = report.corpus.documents;
  WhyNear why(space.vectors, space.units, documents);
  for (const UnitPair& pair : pairs_of(neighbours_of(space, pairs))) {
    const bool same =
        text_of(space.units[pair.left], documents) == text_of(space.units[pair.right], documents);
    report.pairs.push_back({pair, why(pair.left, pair.right, options.terms), same, std::nullopt});
  }
}

constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// Index of the cluster of one kind that each unit is in; kNone for none.
std::vector<std::uint32_t> clusters_of_units(const BatchReport& report, ClusterKind kind) {
  std::vector<std::uint32_t> clusters(report.units.size(), kNone);
  for (std::uint32_t c = 0; c < report.clusters.size(); ++c) {
    if (report.clusters[c].kind == kind) {
      for (const std::uint32_t unit : report.clusters[c].cluster.units) {
        clusters[unit] = c;
      }
    }
  }
  return clusters;
}

void count_findings(const PairFindings& findings, BatchCluster& cluster) {
  for (const PairFinding& finding : findings.divergences) {
    ++cluster.findings;
    cluster.conflicts += finding.severity == name_of(Severity::kConflict) ? 1U : 0U;
  }
}

/// Counts findings by cluster.
void add_findings(BatchReport& report) {
  for (const ClusterKind kind : {ClusterKind::kIdentical, ClusterKind::kRelated}) {
    const std::vector<std::uint32_t> clusters = clusters_of_units(report, kind);
    for (const BatchPair& pair : report.pairs) {
      const std::uint32_t c = clusters[pair.pair.left];
      if (pair.findings && c != kNone && c == clusters[pair.pair.right]) {
        count_findings(*pair.findings, report.clusters[c]);
      }
    }
  }
}

/// Everything but the comparisons.
Status search(const LexiconSource& lexicons, const BatchOptions& options,
              const ProgressSink& progress, SourceMatrix& matrix, BatchReport& report) {
  const std::vector<Record>& documents = report.corpus.documents;
  tell(progress, "weighing");
  Result<UnitVectors> vectors =
      vectors_of(report.units, documents, lexicons, {options.min_terms, options.threads});
  if (!vectors) {
    return std::move(vectors).error();
  }
  report.too_short = vectors.value().too_short;
  std::vector<DocumentFacts> facts;
  facts.reserve(documents.size());
  for (const Record& record : documents) {
    facts.push_back(facts_of(record));
  }
  tell(progress, "searching");
  const SearchSpace space{vectors.value(), report.units, facts};
  find_pairs(space, options, report);
  gather(space, options, matrix, report);
  return Done{};
}

/// Wording that sources share.
Status find_formulations(const LexiconSource& lexicons, const BatchOptions& options,
                         const ProgressSink& progress, BatchReport& report) {
  if (options.wording != nullptr) {
    report.formulations = options.wording->list;
    report.formulations_found = options.wording->found;
    return Done{};
  }
  if (options.formulations == 0) {
    return Done{};
  }
  tell(progress, "formulations");
  Result<CorpusFormulations> found = corpus_formulations(
      report.corpus.documents, lexicons, {{}, options.formulations, options.threads});
  if (!found) {
    return std::move(found).error();
  }
  report.formulations = std::move(found.value().list);
  report.formulations_found = found.value().found;
  return Done{};
}

}  // namespace

std::string_view name_of(ClusterKind kind) {
  return kind == ClusterKind::kIdentical ? "identical" : "related";
}

std::uint32_t default_min_terms(UnitKind unit) {
  return unit == UnitKind::kClaim ? 3 : 4;
}

double default_threshold(UnitKind unit) {
  return unit == UnitKind::kParagraph ? 0.4 : unit == UnitKind::kClaim ? 0.5 : 0.3;
}

Result<BatchReport> batch_report(Corpus corpus, const LexiconSource& lexicons,
                                 const BatchOptions& options, const ProgressSink& progress) {
  PARALLAX_EXPECTS(options.top_k > 0 && options.threshold > 0.0);
  BatchReport report;
  report.corpus = std::move(corpus);
  tell(progress, "reading units");
  Result<std::vector<Unit>> units =
      cut_units(report.corpus.documents, options.unit, lexicons, options.threads);
  if (!units) {
    return std::move(units).error();
  }
  report.units = std::move(units).value();
  report.sources = sources_of(report.corpus.documents, report.units);
  std::unique_ptr<Journal> journal;
  if (!options.journal.empty()) {
    Result<std::unique_ptr<Journal>> opened =
        Journal::open(options.journal, run_identity(report, lexicons, options));
    if (!opened) {
      return std::move(opened).error();
    }
    journal = std::move(opened).value();
  }
  SourceMatrix matrix(report.sources, report.units);
  if (Status status = search(lexicons, options, progress, matrix, report); !status) {
    return std::move(status).error();
  }
  if (Status status = find_formulations(lexicons, options, progress, report); !status) {
    return std::move(status).error();
  }
  if (Status status = PairComparison(report, lexicons, options, progress).run(journal.get());
      !status) {
    return std::move(status).error();
  }
  for (const BatchPair& pair : report.pairs) {
    if (pair.findings) {
      matrix.add_findings(pair.pair.left, pair.pair.right, *pair.findings);
    }
  }
  report.cells = matrix.cells();
  add_findings(report);
  return report;
}

}  // namespace parallax
