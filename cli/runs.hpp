#pragma once

/// What the commands do behind reading their inputs, for those who have the records already.
/// Results are rounded.

#include <memory>
#include <vector>

#include "cli/args.hpp"
#include "engine/document/document.hpp"
#include "engine/index/text_index.hpp"
#include "engine/report/saved.hpp"
#include "models/lexicon/table.hpp"

namespace parallax {

/// Ids of the records must differ. Errors: those of `parallax compare`.
[[nodiscard]] Result<ComparisonReport> compare_records(const CompareArgs& args,
                                                       std::vector<Record> records);

/// Official texts, then the article. REQUIRES: at least two records.
[[nodiscard]] Result<QuoteReport> check_records(const QuotesArgs& args,
                                                std::vector<Record> records);

/// Statements of one source, each with a calendar day as its date.
[[nodiscard]] Result<DriftReport> trace_records(const DriftArgs& args, std::vector<Record> records);

/// Documents one after the other, each with who says what in it.
class SourcesReading {
 public:
  /// `lexicons` must outlive the object.
  SourcesReading(const SourcesArgs& args, const LexiconSource& lexicons);
  ~SourcesReading();
  SourcesReading(const SourcesReading&) = delete;
  SourcesReading& operator=(const SourcesReading&) = delete;
  SourcesReading(SourcesReading&&) = delete;
  SourcesReading& operator=(SourcesReading&&) = delete;

  /// `input` is the path that the record was read from.
  [[nodiscard]] Result<SavedSources> read(Record record, const std::string& input);

 private:
  struct Bench;
  const LexiconSource& lexicons_;
  SourcesRun run_;
  std::unique_ptr<Bench> bench_;
  std::size_t used_ = 0;
};

/// A batch with what its writers need besides.
struct FinishedBatch {
  BatchReport report;
  BatchRun run;
};

/// Compares the documents of a corpus with each other. What `saved` holds of findings and shared
/// wording is not looked for again; nullptr = nothing is known. Errors: those of `parallax batch`.
[[nodiscard]] Result<FinishedBatch> batch_records(const BatchArgs& args, Corpus corpus,
                                                  const SavedBatch* saved,
                                                  const ProgressSink& progress);

/// Hands a batch, in the format and rows that `args` name, to a sink. Errors: those of the sink.
[[nodiscard]] Status write_batch(const BatchArgs& args, const FinishedBatch& batch,
                                 const TerminalOptions& terminal, const LineSink& sink);

/// Arguments that a saved batch was made with. Errors: kFormat for options that `batch` has not,
/// with the file.
[[nodiscard]] Result<BatchArgs> batch_args_of(const SavedBatch& saved, const std::string& path);

/// Answers queries whose texts are given; those without words are left out where there are several.
[[nodiscard]] Result<SavedSearch> answer_queries(const SearchArgs& args, const TextIndex& index,
                                                 std::vector<AnsweredQuery> queries);

}  // namespace parallax
