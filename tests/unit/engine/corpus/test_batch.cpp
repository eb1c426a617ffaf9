#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "engine/corpus/batch.hpp"
#include "engine/corpus/journal.hpp"
#include "engine/report/batch_writers.hpp"
#include "models/base/atomic_file.hpp"
#include "models/text/display.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/corpora.hpp"

namespace parallax {
namespace {

namespace fs = std::filesystem;

BatchReport report_of(Corpus corpus, const BatchOptions& options) {
  const LexiconSource lexicons;
  Result<BatchReport> report = batch_report(std::move(corpus), lexicons, options);
  REQUIRE(report);
  return std::move(report).value();
}

std::string jsonl(const BatchReport& report) {
  std::string all;
  const Status status = write_batch_jsonl(report, {}, [&](std::string_view line) -> Status {
    all += line;
    return Done{};
  });
  REQUIRE(status);
  return all;
}

BatchOptions quick() {
  BatchOptions options;
  options.threshold = 0.3;
  options.min_terms = 2;
  options.compare = 25;
  return options;
}

std::string journal_path() {
  return (fs::temp_directory_path() /
          ("parallax_test_batch_" + std::to_string(::getpid()) + ".part"))
      .string();
}

}  // namespace

TEST_CASE("the report does not depend on the number of threads") {
  for (const UnitKind unit : {UnitKind::kParagraph, UnitKind::kStatement, UnitKind::kClaim}) {
    BatchOptions options = quick();
    options.unit = unit;
    const std::string one = jsonl(report_of(test::corpus_of(3, 30), options));
    options.threads = 4;
    CHECK(jsonl(report_of(test::corpus_of(3, 30), options)) == one);
    CHECK(one.find("\"kind\":") != std::string::npos);
  }
}

TEST_CASE("findings point at the words of their documents") {
  const BatchReport report = report_of(test::corpus_of(5, 30), quick());
  std::size_t checked = 0;
  for (const BatchPair& pair : report.pairs) {
    if (!pair.findings) {
      continue;
    }
    for (const PairFinding& d : pair.findings->divergences) {
      for (const auto& [unit, side] :
           {std::pair(pair.pair.left, &d.left), std::pair(pair.pair.right, &d.right)}) {
        const Unit& u = report.units[unit];
        const std::string& text = report.corpus.documents[u.document].text;
        CHECK(text.substr(side->span.begin, side->span.size()) == side->text);
        CHECK(u.span.contains(side->span));
        CHECK(side->chars.begin <= side->span.begin);
        ++checked;
      }
    }
  }
  CHECK(checked > 0);
}

TEST_CASE("findings survive their JSON") {
  const BatchReport report = report_of(test::corpus_of(6, 30), quick());
  std::size_t checked = 0;
  for (const BatchPair& pair : report.pairs) {
    if (pair.findings) {
      const std::string json = findings_to_json(*pair.findings);
      const Result<PairFindings> back = findings_from_json(json);
      REQUIRE(back);
      CHECK(findings_to_json(back.value()) == json);
      checked += pair.findings->divergences.size();
    }
  }
  CHECK(checked > 0);
  for (const char* bad : {"", "{}", "[]", "{\"relation\":1}", "nonsense"}) {
    CHECK_FALSE(findings_from_json(bad));
  }
}

TEST_CASE("a run goes on from any cut of its journal, to the same bytes") {
  const std::string path = journal_path();
  fs::remove(path);
  BatchOptions options = quick();
  const std::string wanted = jsonl(report_of(test::corpus_of(7, 20), options));
  options.journal = path;
  const BatchReport first = report_of(test::corpus_of(7, 20), options);
  CHECK(first.resumed == 0);
  CHECK(first.compared > 5);
  CHECK(jsonl(first) == wanted);
  const std::string whole = read_file(path, 1U << 30U).value();
  std::size_t fewest = first.compared;
  std::size_t most = 0;
  for (std::size_t cut = 0; cut <= whole.size(); cut += 1 + whole.size() / 23) {
    REQUIRE(write_file_atomically(path, whole.substr(0, cut)));
    const BatchReport again = report_of(test::corpus_of(7, 20), options);
    fewest = std::min(fewest, again.resumed);
    most = std::max(most, again.resumed);
    CHECK(jsonl(again) == wanted);
  }
  CHECK(fewest == 0);
  CHECK(most > 0);
  const BatchReport all = report_of(test::corpus_of(7, 20), options);
  CHECK(all.resumed == all.compared);
  const BatchReport other = report_of(test::corpus_of(8, 20), options);
  CHECK(other.resumed == 0);
  fs::remove(path);
}

TEST_CASE("a file that is no journal is left alone") {
  const std::string path = journal_path();
  REQUIRE(write_file_atomically(path, "a letter of somebody\n"));
  BatchOptions options = quick();
  options.journal = path;
  const Result<BatchReport> report = batch_report(test::corpus_of(7, 5), LexiconSource(), options);
  REQUIRE_FALSE(report);
  CHECK(report.error().message == "exists already and is no journal of a batch");
  CHECK(read_file(path, 1000).value() == "a letter of somebody\n");
  fs::remove(path);
}

TEST_CASE("a journal serves one run at a time") {
  const std::string path = journal_path();
  fs::remove(path);
  {
    const auto held = Journal::open(path, "r1");
    REQUIRE(held);
    const auto second = Journal::open(path, "r1");
    REQUIRE_FALSE(second);
    CHECK(second.error().message == "is in use by another run");
  }
  CHECK(Journal::open(path, "r1"));
  CHECK_FALSE(Journal::open((fs::path(path) / "below").string(), "r1"));
  fs::remove(path);
}

TEST_CASE("the matrix counts units both ways and findings by kind") {
  const BatchReport report = report_of(test::corpus_of(9, 40), quick());
  REQUIRE(!report.cells.empty());
  std::size_t kinds = 0;
  std::size_t between = 0;
  for (const SourceCell& cell : report.cells) {
    CHECK(cell.left < cell.right);
    CHECK(cell.left_shared <= report.sources.list[cell.left].units);
    CHECK(cell.right_shared <= report.sources.list[cell.right].units);
    CHECK((cell.left_shared > 0) == (cell.right_shared > 0));
    for (const auto& [kind, count] : cell.kinds) {
      kinds += count;
    }
  }
  for (const BatchPair& pair : report.pairs) {
    const auto source = [&](std::uint32_t unit) {
      return report.sources.of_document[report.units[unit].document];
    };
    if (pair.findings && source(pair.pair.left) != source(pair.pair.right)) {
      between += pair.findings->divergences.size();
    }
  }
  CHECK(kinds == between);
  std::uint32_t units = 0;
  for (const CorpusSource& source : report.sources.list) {
    units += source.units;
  }
  CHECK(units == report.units.size());
}

TEST_CASE("the lines of a report count themselves and stand in the order of the schema") {
  Corpus corpus = test::corpus_of(4, 12);
  corpus.failures.push_back({ErrorCode::kEmpty, "gone.txt", "is empty"});
  std::istringstream lines(jsonl(report_of(std::move(corpus), quick())));
  std::vector<std::string> kinds;
  nlohmann::json last;
  for (std::string line; std::getline(lines, line);) {
    last = nlohmann::json::parse(line);
    CHECK(last.at("schema") == "parallax.batch/1");
    kinds.push_back(last.at("record"));
  }
  CHECK(kinds.front() == "header");
  CHECK(kinds.back() == "trailer");
  CHECK(last.at("counts").at("records") == kinds.size());
  CHECK(last.at("counts").at("failures") == 1);
  for (const char* kind :
       {"document", "failure", "unit", "pair", "cluster", "formulation", "source"}) {
    CHECK(std::find(kinds.begin(), kinds.end(), kind) != kinds.end());
  }
}

TEST_CASE("shared wording is listed with the first and the later users") {
  const std::string shared = "the caf\u00e9 on the pier stays shut until the divers have come back";
  Corpus corpus;
  const auto add = [&](const char* id, const char* source, const char* date, std::string text) {
    Record record = test::record_of(id, std::move(text));
    record.source = source;
    record.date = date;
    corpus.documents.push_back(std::move(record));
  };
  add("a", "Harbour Office", "2026-05-04",
      "\u00c9mile Marin spoke at noon: " + shared + ", and nobody may enter.");
  add("b", "Town Council", "2026-05-02",
      "We were told that " + shared + ".\n\nAgain: " + shared + ".");
  add("c", "Harbour Office", "2026-05-05", "Nothing is new in the harbour today.");
  BatchOptions options = quick();
  const BatchReport report = report_of(corpus, options);
  REQUIRE(report.formulations.size() == 1);
  CHECK(report.formulations_found == 1);
  const Formulation& f = report.formulations.front();
  CHECK(f.first_known);
  CHECK(f.band == RarityBand::kRare);
  std::istringstream lines(jsonl(report));
  std::size_t seen = 0;
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json json = nlohmann::json::parse(line);
    if (json.at("record") != "formulation") {
      continue;
    }
    ++seen;
    CHECK(json.at("id") == "F1");
    CHECK(json.at("text") == shared);
    CHECK(json.at("words") == 13);
    const nlohmann::json& uses = json.at("uses");
    REQUIRE(uses.size() == 2);
    CHECK(uses[0].at("document") == "b");
    CHECK(uses[0].at("times") == 2);
    CHECK(uses[0].at("chars") == nlohmann::json({18, 18 + 63}));
    CHECK(uses[1].at("source") == "Harbour Office");
    CHECK(uses[1].at("span") == nlohmann::json({28, 28 + 64}));
    CHECK(uses[1].at("chars") == nlohmann::json({27, 27 + 63}));
  }
  CHECK(seen == 1);
  const std::string text = write_batch_terminal(report, {});
  CHECK(text.find("= 13 words in 2 sources") != std::string::npos);
  CHECK(text.find("first    Town Council, 2 May 2026 (b)") != std::string::npos);
  CHECK(text.find("then     Harbour Office, 4 May 2026 (a)") != std::string::npos);
  options.formulations = 0;
  CHECK(report_of(corpus, options).formulations.empty());
}

TEST_CASE("an error of the sink ends the writing") {
  const BatchReport report = report_of(test::corpus_of(4, 6), quick());
  int calls = 0;
  const Status status = write_batch_jsonl(report, {}, [&](std::string_view) -> Status {
    ++calls;
    return Error{ErrorCode::kIo, "out", "cannot be written"};
  });
  CHECK_FALSE(status);
  CHECK(calls == 1);
}

TEST_CASE("the summary keeps to the width and hides no control characters") {
  Corpus corpus = test::corpus_of(12, 25);
  corpus.documents[3].id = "evil\x1b[31m\n";
  corpus.documents[4].source = std::string(300, 'x') + "\x1b]0;";
  corpus.failures.push_back({ErrorCode::kEmpty, "gone\x1b.txt", "is empty"});
  const BatchReport report = report_of(std::move(corpus), quick());
  for (const std::size_t width : {24U, 59U, 60U, 80U, 100U, 160U}) {
    TerminalOptions options;
    options.width = width;
    const std::string text = write_batch_terminal(report, {}, options);
    CHECK(text.find('\x1b') == std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(display_width(line) <= width);
    }
    CHECK(text.find("FAILED INPUTS") != std::string::npos);
    CHECK(text.find("SOURCE BY SOURCE") != std::string::npos);
  }
}

TEST_CASE("clusters count the findings between their units") {
  Corpus corpus;
  const char* text = "The union of Orlec did not warn the operator of the harbour crane in May.";
  corpus.documents.push_back(test::record_of("a", text));
  corpus.documents.push_back(
      test::record_of("b", "The union of Orlec warned the operator of the harbour crane in May."));
  corpus.documents.push_back(test::record_of("c", text));
  const BatchReport report = report_of(std::move(corpus), quick());
  REQUIRE(report.clusters.size() == 1);
  CHECK(report.clusters[0].kind == ClusterKind::kIdentical);
  CHECK(report.clusters[0].cluster.units.size() == 3);
  CHECK(report.clusters[0].conflicts == 2);
  CHECK(report.compared == 2);  // the third pair is of the same text
}

TEST_CASE("documents without anything in common give an empty report") {
  Corpus corpus;
  corpus.documents.push_back(test::record_of("a", "Herring quotas rise by eight per cent."));
  const BatchReport report = report_of(std::move(corpus), quick());
  CHECK(report.pairs.empty());
  CHECK(report.clusters.empty());
  CHECK(report.cells.empty());
  const std::string text = write_batch_terminal(report, {});
  CHECK(text.find("1 document") != std::string::npos);
}

}  // namespace parallax
