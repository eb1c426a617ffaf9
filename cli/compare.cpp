#include "engine/compare/compare.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/run_options.hpp"
#include "cli/runs.hpp"
#include "engine/corpus/issuers.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/baseline.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/rounding.hpp"
#include "engine/sources/attribute.hpp"
#include "models/base/atomic_file.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

/// Every pair of parties is compared; more than this is work for `parallax batch`.
constexpr std::size_t kMaxParties = 100;

/// What is written to a baseline is accepted.
Gate gate_of(const CompareArgs& args) {
  return {args.write_baseline.empty() ? args.fail_on : std::vector<std::string>{}, args.fail_under};
}

/// Ids that several inputs share get a letter each: "statement#A", "statement#B".
void tell_apart(std::vector<Record>& records) {
  std::map<std::string, std::size_t> count;
  for (const Record& record : records) {
    ++count[record.id];
  }
  std::set<std::string> used;
  for (std::size_t i = 0; i < records.size(); ++i) {
    std::string& id = records[i].id;
    id += count[id] > 1 ? "#" + letter(i) : "";
    while (!used.insert(id).second) {
      id += "#";
    }
  }
}

Result<std::vector<Record>> read_inputs(const CompareArgs& args, const Streams& streams) {
  Result<std::vector<Record>> read = read_all(args.inputs, args.input, streams);
  if (!read) {
    return read;
  }
  std::vector<Record> all = std::move(read).value();
  if (all.size() > kMaxParties) {
    return Error{ErrorCode::kLimit, args.inputs.front(),
                 "compare takes at most " + std::to_string(kMaxParties) + " statements, not " +
                     std::to_string(all.size()) + " (see parallax batch)"};
  }
  tell_apart(all);
  return all;
}

void warn_of_guesses(const Document& d, ComparisonReport& report) {
  if (d.record.encoding_confidence < 1.0) {
    report.warnings.push_back(d.record.path + ": encoding guessed as " + d.record.encoding +
                              " (confidence " +
                              std::to_string(static_cast<int>(d.record.encoding_confidence * 100)) +
                              " of 100); --encoding overrides");
  }
  if (d.language == "und") {
    report.warnings.push_back(d.record.path + ": language not recognised; --lang names it");
  }
}

/// Documents of a run, with who says what in them where that is asked for.
struct Texts {
  std::vector<Document> documents;
  std::vector<SourcedDocument> sourced;
  std::vector<DocumentHead> heads;  ///< Where a document speaks as a whole.

  [[nodiscard]] std::vector<CompareInput> inputs() const {
    std::vector<CompareInput> list;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      list.push_back({&documents[i], i < sourced.size() ? &sourced[i] : nullptr,
                      i < heads.size() ? &heads[i] : nullptr});
    }
    return list;
  }
};

/// Texts of one issuer keep the names of their files: the sides must differ.
void name_apart(std::vector<DocumentHead>& heads) {
  std::map<std::string, std::size_t> count;
  for (const DocumentHead& head : heads) {
    count[head.issuer ? head.issuer->name : ""] += 1;
  }
  for (DocumentHead& head : heads) {
    if (head.issuer && count[head.issuer->name] > 1) {
      head.issuer.reset();
    }
  }
}

/// One document alone is compared by source.
Result<Texts> analysed(const CompareArgs& args, std::vector<Record> records, WordTable& words,
                       const LexiconSource& lexicons) {
  Texts texts;
  Analyser analyser(words, lexicons);
  const bool by_source = args.by_source || records.size() == 1;
  for (Record& record : records) {
    Result<Document> document = analyser.analyse(std::move(record));
    if (!document) {
      return std::move(document).error();
    }
    texts.documents.push_back(std::move(document).value());
  }
  Attributor attributor(words, lexicons);
  for (std::size_t i = 0; by_source && i < texts.documents.size(); ++i) {
    Result<SourcedDocument> sourced = attributor.attribute(texts.documents[i]);
    if (!sourced) {
      return std::move(sourced).error();
    }
    texts.sourced.push_back(std::move(sourced).value());
  }
  for (std::size_t i = 0; !by_source && i < texts.documents.size(); ++i) {
    Result<DocumentHead> head = attributor.head(texts.documents[i]);
    if (!head) {
      return std::move(head).error();
    }
    const Record& record = texts.documents[i].record;
    if (!head.value().issuer && !record.source && record.title) {
      Result<std::optional<Source>> issuer = named_issuer(record, analyser, attributor);
      if (!issuer) {
        return std::move(issuer).error();
      }
      head.value().issuer = std::move(issuer).value();
    }
    texts.heads.push_back(std::move(head).value());
  }
  name_apart(texts.heads);
  return texts;
}

/// What to do where nobody is left to compare with.
Status check_parties(const CompareArgs& args, const Texts& texts, const ComparisonReport& report) {
  std::vector<const ReportSource*> parties;
  for (const ReportSource& source : report.sources) {
    if (!source.narration || !args.no_narration) {
      parties.push_back(&source);
    }
  }
  if (parties.size() > kMaxParties) {
    return Error{ErrorCode::kLimit, args.inputs.front(),
                 "quotes " + std::to_string(parties.size()) + " sources; compare takes at most " +
                     std::to_string(kMaxParties)};
  }
  if (parties.size() > 1) {
    return Done{};
  }
  const bool one = texts.documents.size() == 1;
  const std::string who = parties.empty() ? "nobody" : "only " + parties.front()->name;
  return Error{ErrorCode::kInvalidOption, args.inputs.front(),
               (one ? "" : "with --by-source ") + who + " speaks here" +
                   (one ? "; give a second statement to compare it with"
                        : "; without --by-source the documents are compared")};
}

/// The report with the baseline applied. A broken baseline is told before any work is done.
Result<ComparisonReport> report_of(const CompareArgs& args, const Streams& streams) {
  Result<Baseline> baseline =
      args.baseline.empty() ? Result<Baseline>(Baseline{}) : read_baseline(args.baseline);
  if (!baseline) {
    return std::move(baseline).error();
  }
  Result<std::vector<Record>> records = read_inputs(args, streams);
  if (!records) {
    return std::move(records).error();
  }
  Result<ComparisonReport> report = compare_records(args, std::move(records).value());
  if (report && !args.baseline.empty()) {
    apply_baseline(baseline.value(), args.baseline, report.value());
  }
  return report;
}

Rendering rendering_of(const CompareArgs& args) {
  Rendering how;
  how.terminal = terminal_of(args);
  how.csv = csv_rows(args.csv);
  how.gate = gate_of(args);
  how.explain = args.explain;
  return how;
}

}  // namespace

Result<ComparisonReport> compare_records(const CompareArgs& args, std::vector<Record> records) {
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  std::optional<BackgroundModel> model;
  if (!args.input.model.empty()) {
    Result<BackgroundModel> opened = BackgroundModel::read_file(args.input.model);
    if (!opened) {
      return std::move(opened).error();
    }
    model = std::move(opened).value();
  }
  WordTable words;
  Result<Texts> texts = analysed(args, std::move(records), words, lexicons.value());
  if (!texts) {
    return std::move(texts).error();
  }
  FactLexicons tables(lexicons.value());
  const CompareOptions options{model ? &*model : nullptr, args.no_narration
                                                              ? NarrationUse::kLeftOut
                                                              : NarrationUse::kCompared};
  Result<ComparisonReport> report = compare_all(texts.value().inputs(), words, tables, options);
  if (!report) {
    return report;
  }
  if (Status status = check_parties(args, texts.value(), report.value()); !status) {
    return std::move(status).error();
  }
  report.value().tool.version = std::string(program_version());
  report.value().tool.icu = icu_version();
  report.value().tool.unicode = unicode_version();
  report.value().options = options_of(args);
  report.value().inputs = args.inputs;
  for (const Document& document : texts.value().documents) {
    warn_of_guesses(document, report.value());
  }
  for (const SourcedDocument& sourced : texts.value().sourced) {
    report.value().warnings.insert(report.value().warnings.end(), sourced.warnings.begin(),
                                   sourced.warnings.end());
  }
  round_scores(report.value());
  return report;
}

Result<ExitCode> run_compare(const CompareArgs& args, const Streams& streams) {
  Result<ComparisonReport> report = report_of(args, streams);
  if (!report) {
    return std::move(report).error();
  }
  Result<std::string> text = render(report.value(), args.format, rendering_of(args));
  if (!text) {
    return std::move(text).error();
  }
  if (!args.write_baseline.empty()) {
    const std::string accepted = write_baseline(report.value());
    if (Status status = write_file_atomically(args.write_baseline, accepted); !status) {
      return std::move(status).error();
    }
  }
  if (Status status = write_output(args.output, text.value(), streams); !status) {
    return std::move(status).error();
  }
  return gate_hit(gate_of(args), report.value()) ? ExitCode::kGate : ExitCode::kDone;
}

}  // namespace parallax
