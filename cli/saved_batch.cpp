/// A saved batch written again: pairs and clusters are found anew in its texts, shared wording and
/// what the rules found in the compared pairs are taken from it.

#include <algorithm>
#include <cmath>

#include "cli/commands.hpp"
#include "cli/format_names.hpp"
#include "cli/formats.hpp"
#include "cli/run_options.hpp"
#include "cli/runs.hpp"
#include "engine/corpus/predicate.hpp"

namespace parallax {
namespace {

/// Scores are saved with six decimals.
constexpr double kSameScore = 0.6e-6;

/// The pairs found now are those that were saved: else the texts were changed by hand, or another
/// version cut or weighed them otherwise.
bool same_pairs(const SavedBatch& saved, const BatchReport& now) {
  return std::equal(saved.pairs.begin(), saved.pairs.end(), now.pairs.begin(), now.pairs.end(),
                    [&](const SavedBatch::Pair& a, const BatchPair& b) {
                      return a.left == unit_id(now, b.pair.left) &&
                             a.right == unit_id(now, b.pair.right) &&
                             std::abs(a.score - b.pair.score) <= kSameScore;
                    });
}

bool quotes_unit(const BatchReport& now, std::uint32_t unit, const PairFindingSide& side) {
  const Unit& u = now.units[unit];
  const std::string& text = now.corpus.documents[u.document].text;
  return u.span.contains(side.span) &&
         text.compare(side.span.begin, side.span.size(), side.text) == 0;
}

/// Every pair that is compared now was compared when it was saved, and its findings lie in its
/// units.
bool all_known(const SavedBatch& saved, const BatchReport& now) {
  return std::all_of(now.pairs.begin(), now.pairs.end(), [&](const BatchPair& pair) {
    const auto inside = [&](const PairFinding& d) {
      return quotes_unit(now, pair.pair.left, d.left) && quotes_unit(now, pair.pair.right, d.right);
    };
    return !pair.findings || (saved.findings.count({unit_id(now, pair.pair.left),
                                                    unit_id(now, pair.pair.right)}) > 0 &&
                              std::all_of(pair.findings->divergences.begin(),
                                          pair.findings->divergences.end(), inside));
  });
}

}  // namespace

Result<BatchArgs> batch_args_of(const SavedBatch& saved, const std::string& path) {
  BatchArgs args;
  if (Status status = set_options(saved.run.reading, args); !status) {
    Error error = std::move(status).error();
    error.place = path + ": /reading";
    return error;
  }
  if (Result<ReadOptions> reading = read_options(args.input); !reading) {
    Error error = std::move(reading).error();
    error.place = path + ": /reading";
    return error;
  }
  if (!saved.run.where.empty()) {
    if (Result<PairPredicate> where = PairPredicate::parse(saved.run.where, "where"); !where) {
      return Error{ErrorCode::kFormat, path + ": /options/where", where.error().message};
    }
  }
  const BatchOptions& o = saved.run.options;
  args.inputs = saved.run.inputs;
  args.unit = std::string(name_of(o.unit));
  args.top_k = o.top_k;
  args.threshold = o.threshold;
  args.related = o.related;
  args.identical = o.identical;
  args.compare = o.compare;
  args.min_terms = o.min_terms;
  args.formulations = o.formulations;
  args.where = saved.run.where;
  return args;
}

Result<std::string> render(const SavedBatch& saved, const std::string& format,
                           const Rendering& how) {
  const std::vector<std::string>& names = format_names(ResultKind::kBatch);
  if (std::find(names.begin(), names.end(), format) == names.end()) {
    return Error{ErrorCode::kInvalidOption, "--format",
                 "this result is written as " + listed_names(names) + ", not as " + format};
  }
  Result<BatchArgs> args = batch_args_of(saved, how.file);
  if (!args) {
    return std::move(args).error();
  }
  args.value().format = format;
  args.value().csv = how.csv_name;
  args.value().input.model.clear();  // comparisons are known
  Result<FinishedBatch> batch = batch_records(args.value(), saved.corpus, &saved, {});
  if (!batch) {
    return std::move(batch).error();
  }
  if (!same_pairs(saved, batch.value().report) || !all_known(saved, batch.value().report)) {
    return Error{ErrorCode::kFormat, how.file,
                 "its pairs are not found again in its texts (made by parallax " +
                     saved.run.tool.version + "): run the batch again"};
  }
  batch.value().run.tool = saved.run.tool;
  batch.value().run.reading = saved.run.reading;
  std::string text;
  Status status =
      write_batch(args.value(), batch.value(), how.terminal, [&](std::string_view part) -> Status {
        text += part;
        return Done{};
      });
  if (!status) {
    return std::move(status).error();
  }
  return text;
}

}  // namespace parallax
