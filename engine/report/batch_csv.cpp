/// Spreadsheets of a batch.

#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/batch_writers.hpp"
#include "engine/report/csv.hpp"

namespace parallax {
namespace {

using Cells = std::vector<std::string>;

/// Six decimals at most, as in the JSONL.
std::string figure(double value) {
  return fmt::format("{}", std::round(value * 1e6) / 1e6);
}

std::string yes_or_no(bool value) {
  return value ? "yes" : "no";
}

void append(Cells& cells, Cells more) {
  cells.insert(cells.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

/// Names of columns for the left side, then for the right one.
void append_sides(Cells& head, const Cells& names) {
  for (const char* side : {"left_", "right_"}) {
    for (const std::string& name : names) {
      head.push_back(side + name);
    }
  }
}

class BatchCsv {
 public:
  BatchCsv(const BatchReport& report, const LineSink& sink) : r_(report), sink_(sink) {}

  Status divergences() {
    Cells head = {"fingerprint", "severity",   "kind", "slot",
                  "confidence",  "importance", "rule", "score"};
    append_sides(head,
                 {"unit", "source", "date", "title", "path", "begin", "end", "words", "passage"});
    append(head, {"comparable_because", "explanation"});
    put(head);
    for (const BatchPair& pair : r_.pairs) {
      if (!pair.findings) {
        continue;
      }
      for (const PairFinding& d : pair.findings->divergences) {
        Cells cells = {d.fingerprint,        d.severity,           d.kind, d.slot,
                       figure(d.confidence), figure(d.importance), d.rule, figure(pair.pair.score)};
        append(cells, evidence(pair.pair.left, d.left));
        append(cells, evidence(pair.pair.right, d.right));
        append(cells, {d.comparable_because, d.explanation});
        put(cells);
      }
    }
    return status_;
  }

  Status pairs() {
    Cells head = {"score",         "relation", "same_text", "left_in_right",
                  "right_in_left", "verbatim", "conflicts", "differences",
                  "notes",         "why",      "left_rank", "right_rank"};
    append_sides(head, {"unit", "source", "date", "title", "path", "text"});
    put(head);
    for (const BatchPair& pair : r_.pairs) {
      Cells cells = {figure(pair.pair.score)};
      append(cells, findings(pair));
      append(cells, {why(pair), rank(pair.pair.left_rank), rank(pair.pair.right_rank)});
      for (const std::uint32_t unit : {pair.pair.left, pair.pair.right}) {
        append(cells, speaker(unit));
        cells.emplace_back(text_of(r_.units[unit], r_.corpus.documents));
      }
      put(cells);
    }
    return status_;
  }

  Status clusters() {
    put({"cluster", "kind", "units", "documents", "sources", "links", "lowest", "findings",
         "conflicts", "unit", "source", "date", "title", "path", "text"});
    std::size_t number = 0;
    for (const BatchCluster& c : r_.clusters) {
      const std::string id = "K" + std::to_string(++number);
      for (const std::uint32_t unit : c.cluster.units) {
        Cells cells = {id,
                       std::string(name_of(c.kind)),
                       std::to_string(c.cluster.units.size()),
                       std::to_string(c.documents),
                       std::to_string(c.sources),
                       std::to_string(c.cluster.links),
                       figure(c.cluster.lowest),
                       std::to_string(c.findings),
                       std::to_string(c.conflicts)};
        append(cells, speaker(unit));
        cells.emplace_back(text_of(r_.units[unit], r_.corpus.documents));
        put(cells);
      }
    }
    return status_;
  }

  Status formulations() {
    put({"formulation", "band", "words", "sources", "first_known", "order", "document", "source",
         "date", "title", "path", "begin", "end", "times", "text"});
    std::size_t number = 0;
    for (const Formulation& f : r_.formulations) {
      const std::string id = "F" + std::to_string(++number);
      std::size_t order = 0;
      for (const FormulationUse& use : f.uses) {
        const Record& d = r_.corpus.documents[use.document];
        Cells cells = {id,
                       std::string(name_of(f.band)),
                       std::to_string(f.words),
                       std::to_string(f.sources),
                       yes_or_no(f.first_known),
                       std::to_string(++order)};
        append(cells, document(d, d.id));
        append(cells, {std::to_string(use.span.begin), std::to_string(use.span.end),
                       std::to_string(use.times), d.text.substr(use.span.begin, use.span.size())});
        put(cells);
      }
    }
    return status_;
  }

  Status sources() {
    Cells head;
    append_sides(head, {"source", "documents", "units", "shared"});
    append(head, {"left_in_right", "right_in_left", "compared", "conflicts", "divergences"});
    put(head);
    for (const SourceCell& cell : r_.cells) {
      const CorpusSource& left = r_.sources.list[cell.left];
      const CorpusSource& right = r_.sources.list[cell.right];
      Cells cells = source(left, cell.left_shared);
      append(cells, source(right, cell.right_shared));
      append(cells, {share(cell.left_shared, left.units), share(cell.right_shared, right.units),
                     std::to_string(cell.compared), std::to_string(cell.conflicts), kinds(cell)});
      put(cells);
    }
    return status_;
  }

  Status failures() {
    put({"path", "reason", "message"});
    for (const Error& failure : r_.corpus.failures) {
      put({failure.place, std::string(name_of(failure.code)), failure.message});
    }
    return status_;
  }

 private:
  static Cells source(const CorpusSource& source, std::uint32_t shared) {
    return {source.name.value_or(""), std::to_string(source.documents),
            std::to_string(source.units), std::to_string(shared)};
  }

  static std::string share(std::uint32_t part, std::uint32_t whole) {
    return figure(whole == 0 ? 0.0 : static_cast<double>(part) / whole);
  }

  /// "date 2; number 1"
  static std::string kinds(const SourceCell& cell) {
    std::string text;
    for (const auto& [kind, count] : cell.kinds) {
      text += fmt::format("{}{} {}", text.empty() ? "" : "; ", kind, count);
    }
    return text;
  }

  void put(const Cells& cells) {
    if (status_) {
      status_ = sink_(csv_record(cells));
    }
  }

  /// 0 = not among the nearest.
  static std::string rank(std::uint32_t value) { return value == 0 ? "" : std::to_string(value); }

  static Cells document(const Record& d, std::string id) {
    return {std::move(id), d.source.value_or(""), d.date.value_or(""), d.title.value_or(""),
            d.path};
  }

  [[nodiscard]] Cells speaker(std::uint32_t unit) const {
    return document(r_.corpus.documents[r_.units[unit].document], unit_id(r_, unit));
  }

  [[nodiscard]] Cells evidence(std::uint32_t unit, const PairFindingSide& side) const {
    Cells cells = speaker(unit);
    append(cells, {std::to_string(side.span.begin), std::to_string(side.span.end), side.text,
                   std::string(text_of(r_.units[unit], r_.corpus.documents))});
    return cells;
  }

  /// Relation, same text, overlap and counts; empty where a pair was not compared.
  static Cells findings(const BatchPair& pair) {
    if (!pair.findings) {
      return {pair.same_text ? "identical" : "", yes_or_no(pair.same_text), "", "", "", "", "", ""};
    }
    const PairFindings& f = *pair.findings;
    const auto count = [&](std::string_view severity) {
      std::size_t found = 0;
      for (const PairFinding& d : f.divergences) {
        found += d.severity == severity ? 1U : 0U;
      }
      return std::to_string(found);
    };
    return {f.relation,
            yes_or_no(pair.same_text),
            figure(f.left_in_right),
            figure(f.right_in_left),
            figure(f.verbatim),
            count(name_of(Severity::kConflict)),
            count(name_of(Severity::kDifference)),
            count(name_of(Severity::kNote))};
  }

  static std::string why(const BatchPair& pair) {
    std::string words;
    for (const SharedWord& word : pair.why) {
      words += (words.empty() ? "" : " ") + word.word;
    }
    return words;
  }

  const BatchReport& r_;
  const LineSink& sink_;
  Status status_ = Done{};
};

}  // namespace

Status write_batch_csv(const BatchReport& report, BatchCsvRows rows, const LineSink& sink) {
  BatchCsv csv(report, sink);
  switch (rows) {
    case BatchCsvRows::kPairs:
      return csv.pairs();
    case BatchCsvRows::kClusters:
      return csv.clusters();
    case BatchCsvRows::kFormulations:
      return csv.formulations();
    case BatchCsvRows::kSources:
      return csv.sources();
    case BatchCsvRows::kFailures:
      return csv.failures();
    case BatchCsvRows::kDivergences:
      break;
  }
  return csv.divergences();
}

}  // namespace parallax
