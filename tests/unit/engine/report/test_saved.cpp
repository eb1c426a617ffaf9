#include <functional>

#include <nlohmann/json.hpp>

#include "cli/format_names.hpp"
#include "cli/formats.hpp"
#include "engine/report/quotes_writers.hpp"
#include "engine/report/saved.hpp"
#include "engine/report/writers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/saved.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;
using Change = std::function<void(Json&)>;

Rendering rendering() {
  Rendering how;
  how.gate = {{"conflict"}, 0.9};
  return how;
}

std::string error_of(const std::string& text) {
  const Result<SavedResult> saved = parse_saved(text, "x.json");
  return saved ? "(read)" : saved.error().to_string();
}

/// The error of a result after a change of its JSON.
std::string broken(const std::string& text, const Change& change) {
  Json json = Json::parse(text);
  change(json);
  return error_of(json.dump());
}

/// Saved and read, a result is written as before in every format of its kind.
template <class Report>
void check_round_trip(const Report& report, ResultKind kind, const std::string& saved_as) {
  const std::string saved = render(report, saved_as, rendering()).value();
  const Result<SavedResult> read = parse_saved(saved, "x.json");
  INFO((read ? "" : read.error().to_string()));
  REQUIRE(read.has_value());
  REQUIRE(std::holds_alternative<Report>(read.value()));
  const auto& again = std::get<Report>(read.value());
  for (const std::string& format : format_names(kind)) {
    INFO(format);
    const Result<std::string> first = render(report, format, rendering());
    const Result<std::string> second = render(again, format, rendering());
    REQUIRE(first.has_value() == second.has_value());
    if (first) {
      CHECK(first.value() == second.value());
    }
  }
}

}  // namespace

TEST_CASE("a saved comparison is written again in every format") {
  for (const ComparisonReport& report : {test::saved_comparison(), test::saved_table()}) {
    check_round_trip(report, ResultKind::kComparison, "json");
    const SavedResult read = parse_saved(write_json(report), "x.json").value();
    const auto& again = std::get<ComparisonReport>(read);
    for (const CsvRows rows : {CsvRows::kPairs, CsvRows::kClaims, CsvRows::kTable}) {
      CHECK(write_csv(again, rows) == write_csv(report, rows));
    }
    std::size_t explained = 0;
    for (const Comparison& c : report.comparisons) {
      for (const ReportDivergence& d : c.divergences) {
        CHECK(write_explanation(again, d.id) == write_explanation(report, d.id));
        ++explained;
      }
    }
    CHECK(explained > 0);
  }
}

TEST_CASE("other saved results are written again in every format") {
  const SavedSources one = test::saved_sources();
  REQUIRE(one.sourced.statements.size() >= 3);
  check_round_trip(std::vector<SavedSources>{one}, ResultKind::kSources, "json");
  check_round_trip(std::vector<SavedSources>{one, one}, ResultKind::kSources, "jsonl");
  const QuoteReport quotes = test::saved_quotes();
  REQUIRE(quotes.check.quotes.size() >= 3);
  REQUIRE(!quotes.check.skipped.empty());
  check_round_trip(quotes, ResultKind::kQuotes, "json");
  check_round_trip(quotes, ResultKind::kQuotes, "jsonl");
  const DriftReport drift = test::saved_drift();
  REQUIRE(!drift.changes.empty());
  check_round_trip(drift, ResultKind::kDrift, "json");
  check_round_trip(test::saved_search(), ResultKind::kSearch, "json");
  SavedSearch twice = test::saved_search();
  twice.queries.push_back(twice.queries.front());
  check_round_trip(twice, ResultKind::kSearch, "jsonl");
}

TEST_CASE("hostile texts come back as they were") {
  ComparisonReport report = test::compared(
      "<script>alert(1)</script> \x1b[31mNine\x1b[0m men died | in the *fire* at \u202Eliim\u202C.",
      "\u2066Ten\u2069 men died | in the *fire* at the `mill` \u0007 of " + std::string(3000, 'x') +
          ".");
  round_scores(report);
  check_round_trip(report, ResultKind::kComparison, "json");
}

TEST_CASE("what is no JSON is named with its line") {
  CHECK(error_of("") == "x.json: is empty");
  CHECK(error_of(" \n\n") == "x.json: is empty");
  CHECK(error_of("{\n\"schema\": }") == "x.json:2: is not valid JSON");
  CHECK(error_of("\xff\xfe") == "x.json:1: is not valid JSON");
  CHECK(error_of(R"({"schema":"parallax.comparison/1","schema":"x"})") ==
        "x.json:1: has the field 'schema' twice");
  CHECK(error_of(std::string(100, '[') + std::string(100, ']')) ==
        "x.json:1: is nested deeper than 64 levels");
  std::string wide = "{";
  for (int i = 0; i < 1100; ++i) {
    wide += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
  }
  CHECK(error_of(wide + "}") == "x.json:1: has an object of more than 1000 fields");
  const std::string cut = write_json(test::saved_comparison());
  CHECK(error_of(cut.substr(0, cut.size() / 2)).find(": is not valid JSON") != std::string::npos);
}

TEST_CASE("what is no saved result is refused by name") {
  CHECK(error_of("[1]").find("x.json: is not a saved result") == 0);
  CHECK(error_of("{}").find("x.json: is not a saved result") == 0);
  CHECK(error_of(R"({"schema":7})").find("x.json: is not a saved result") == 0);
  CHECK(error_of(R"({"schema":"parallax.comparison/2"})").find("does not know") !=
        std::string::npos);
  CHECK(error_of(R"({"schema":"parallax.baseline/1","findings":[]})").find("is a baseline") !=
        std::string::npos);
  CHECK(error_of("{\"schema\":\"parallax.batch/1\",\"record\":\"header\"}\n{}\n")
            .starts_with("x.json:1: has no field"));
  CHECK(error_of("{\"schema\":\"parallax.batch/1\",\"record\":\"header\"}").find("cut short") !=
        std::string::npos);
  CHECK(error_of(R"({"id":"p","relation":"agree","labels":[]})").find("batch --pairs") !=
        std::string::npos);
  CHECK(error_of(R"({"schema":"parallax.comparison/1"})") == "x.json: has no field 'tool'");
}

TEST_CASE("a broken comparison is told with its place") {
  const std::string good = write_json(test::saved_comparison());
  const std::pair<Change, std::string> cases[] = {
      {[](Json& j) { j["documents"] = 1; }, "x.json: /documents: is not an array"},
      {[](Json& j) { j["documents"][1].erase("text"); },
       "x.json: /documents/1: has no field 'text'"},
      {[](Json& j) { j["documents"][0]["text"] = "short"; }, "does not lie in the text"},
      {[](Json& j) { j["documents"][0]["sha256"] = "0"; }, "/documents/0/sha256: is not a SHA-256"},
      {[](Json& j) { j["documents"][0]["encoding_confidence"] = 1.5; },
       "/documents/0/encoding_confidence: is not between 0 and 1"},
      {[](Json& j) { j["documents"][0]["body_begin"] = 4000; },
       "/documents/0/body_begin: does not lie in the text"},
      {[](Json& j) { j["documents"][0]["statements"][0]["source"] = "SRC9"; },
       "/documents/0/statements/0/source: names what is not in this file"},
      {[](Json& j) { j["documents"][0]["statements"][0]["mode"] = "sung"; },
       "/documents/0/statements/0/mode: 'sung' is none of the words"},
      {[](Json& j) {
         j["documents"][0]["statements"][0]["claims"][0]["span"] = {5, 2};
       },
       "/documents/0/statements/0/claims/0/span: does not lie in the text"},
      {[](Json& j) { j["documents"][0]["statements"][0]["claims"][0]["span"] = {1}; },
       "is not a span of two numbers"},
      {[](Json& j) { j["documents"][0]["statements"][0]["claims"][0]["span"][0] = -1; },
       "is not a whole number of at least 0"},
      {[](Json& j) { j["documents"][0]["statements"][0]["claims"][0]["span"][1] = 5000000000; },
       "is larger than 4294967295"},
      {[](Json& j) { j["documents"][0]["statements"][0]["claims"][0]["text"] = "Nobody died"; },
       "/documents/0/statements/0/claims/0: the span reads 'Nine men died"},
      {[](Json& j) { j["documents"][0]["statements"][0]["claims"][1]["id"] = "C1"; },
       "/documents/0/statements/0/claims/1/id: the id stands twice"},
      {[](Json& j) { j["documents"][0]["statements"][0]["claims"][0]["weight"] = nullptr; },
       "is not a number"},
      {[](Json& j) { j["comparisons"][0]["left"] = "nobody"; },
       "/comparisons/0/left: names neither a document nor a source"},
      {[](Json& j) { j["comparisons"][0]["overlap"]["similarity"] = -0.1; },
       "is not between 0 and 1"},
      {[](Json& j) { j["comparisons"][0]["overlap"]["similarity"] = "much"; }, "is not a number"},
      {[](Json& j) { j["comparisons"][0]["only_left"] = {"C99"}; },
       "/comparisons/0/only_left/0: names what is not in this file"},
      {[](Json& j) { j["comparisons"][0]["pairs"][0]["relation"] = 3; },
       "/comparisons/0/pairs/0/relation: is not a string"},
      {[](Json& j) { j["comparisons"][0]["pairs"][0]["why"] = {{"term"}}; },
       "/comparisons/0/pairs/0/why/0: is not a term with its share"},
      {[](Json& j) { j["comparisons"][0]["divergences"][0]["kind"] = "mood"; },
       "/comparisons/0/divergences/0/kind: 'mood' is none of the words"},
      {[](Json& j) { j["comparisons"][0]["divergences"][0]["fingerprint"] = "XYZ"; },
       "is not a fingerprint"},
      {[](Json& j) { j["comparisons"][0]["divergences"][0]["pair"] = 77; },
       "/comparisons/0/divergences/0/pair: there is no such pair"},
      {[](Json& j) { j["comparisons"][0]["divergences"][0]["left"]["text"] = "Eight"; },
       "/comparisons/0/divergences/0/left: the span reads"},
      {[](Json& j) { j["comparisons"][0]["divergences"][0]["left"]["value"]["min"] = {1}; },
       "/comparisons/0/divergences/0/left/value/min: is not a number"},
      {[](Json& j) { j["comparisons"][0]["divergences"][0]["right"]["value"]["a~b/c"] = {1}; },
       "/comparisons/0/divergences/0/right/value/a~0b~1c: is not a number"},
      {[](Json& j) { j["documents"][0]["language"] = "\x1b[31m"; },
       "/documents/0/language: is not a language code"},
      {[](Json& j) { j["sources"][0]["id"] = "SRC1\x1b[31m"; },
       "/sources/0/id: is not SRC with a number"},
      {[](Json& j) { j["sources"][0]["role"] = "<b>"; }, "/sources/0/role: '<b>' is none"},
      {[](Json& j) { j["options"] = {{"--lang"}}; }, "/options/0: is not a name with a value"},
      {[](Json& j) { j["warnings"] = {7}; }, "/warnings/0: is not a string"}};
  for (const auto& [change, wanted] : cases) {
    const std::string told = broken(good, change);
    INFO(wanted << " / " << told);
    CHECK(told.find(wanted) != std::string::npos);
    CHECK(told.find('\n') == std::string::npos);
  }
  const std::string table = write_json(test::saved_table());
  const std::pair<Change, std::string> table_cases[] = {
      {[](Json& j) { j["claim_table"]["rows"][0]["cells"].erase(0); },
       "/claim_table/rows/0/cells: has not one cell a column"},
      {[](Json& j) { j["claim_table"]["rows"][0]["cells"][0]["spans"] = Json::array(); },
       "/claim_table/rows/0/cells/0/spans: has not one span a claim"}};
  for (const auto& [change, wanted] : table_cases) {
    const std::string told = broken(table, change);
    INFO(wanted << " / " << told);
    CHECK(told.find(wanted) != std::string::npos);
  }
  CHECK(broken(good, [](Json& j) { j["more/fields"] = {{"a~b", 1}}; }) == "(read)");
}

TEST_CASE("a span may not cut a character") {
  const ComparisonReport report = test::compared("\u00C9lan is nine.", "\u00C9lan is ten.");
  const std::string told = broken(write_json(report), [](Json& j) {
    j["documents"][0]["statements"][0]["spans"] = {{1, 3}};
  });
  CHECK(told.find("/documents/0/statements/0/spans/0: cuts a character in two") !=
        std::string::npos);
}

TEST_CASE("broken results of other kinds are told with their place") {
  const std::string sources = render(test::saved_sources(), "json", {}).value();
  const std::string quotes = write_quotes_json(test::saved_quotes());
  const std::string drift = render(test::saved_drift(), "json", {}).value();
  const std::string search = render(test::saved_search(), "json", {}).value();
  const std::tuple<const std::string&, Change, std::string> cases[] = {
      {sources,
       [](Json& j) {
         j["statements"][0]["sentences"] = {0, 1};
       },
       "/statements/0/sentences: there are no such sentences"},
      {sources,
       [](Json& j) {
         j["statements"][0]["sentences"] = {1, 99};
       },
       "/statements/0/sentences: there are no such sentences"},
      {sources, [](Json& j) { j["statements"][0]["source"] = "SRC77"; },
       "/statements/0/source: names no source of this document"},
      {sources, [](Json& j) { j["statements"][0]["claims"] = Json::array(); },
       "/statements/0/claims: are not the claims of passage and sentences"},
      {sources, [](Json& j) { j["sentences"][1][0] = 0; },
       "/sentences/1: overlaps the sentence before"},
      {sources, [](Json& j) { j["sentences"][0][2] = 0; }, "are counted from 1"},
      {sources, [](Json& j) { j["sources"][0]["role"] = "king"; }, "/sources/0/role: 'king'"},
      {quotes, [](Json& j) { j["officials"] = Json::array(); }, "there is no official text"},
      {quotes, [](Json& j) { j["quotes"][0]["official_index"] = 5; },
       "/quotes/0/official_index: there is no such official text"},
      {quotes, [](Json& j) { j["quotes"][0]["label"] = "fine"; }, "/quotes/0/label: 'fine'"},
      {quotes, [](Json& j) { j["quotes"][0]["text"] = "other"; }, "/quotes/0: the span reads"},
      {quotes, [](Json& j) { j["quotes"][0]["place"] = 1; }, "/quotes/0/place: is not an array"},
      {drift,
       [](Json& j) {
         j["statements"].erase(0);
         j["statements"].erase(0);
       },
       "/statements: has fewer than two statements"},
      {drift, [](Json& j) { j["positions"][0]["mentions"] = Json::array(); },
       "/positions/0/mentions: is empty"},
      {drift, [](Json& j) { j["positions"][0]["mentions"][1]["statement"] = 0; },
       "does not come after the mention before"},
      {drift, [](Json& j) { j["positions"][1]["id"] = "P1"; }, "the id stands twice"},
      {drift,
       [](Json& j) {
         j["changes"][0]["after"] = nullptr;
         j["changes"][0]["before"] = nullptr;
       },
       "/changes/0: has not the sides"},
      {drift, [](Json& j) { j["changes"][0]["position"] = "P99"; },
       "/changes/0/position: names no position"},
      {search, [](Json& j) { j["queries"][0]["hits"][0]["number"] = 9; },
       "/queries/0/hits/0/number: is not the number"},
      {search, [](Json& j) { j["queries"][0]["hits"][0]["paragraph"] = 9; },
       "/queries/0/hits/0/paragraph: is no paragraph"},
      {search,
       [](Json& j) {
         j["queries"][0]["hits"][0]["terms"][0]["spans"][0] = {4, 400};
       },
       "/queries/0/hits/0/terms/0/spans/0: does not lie in the text"},
      {search,
       [](Json& j) {
         j["queries"][0]["span"] = {0, 1};
       },
       "/queries/0/span: is not as long as the text"}};
  for (const auto& [good, change, wanted] : cases) {
    const std::string told = broken(good, change);
    INFO(wanted << " / " << told);
    CHECK(told.find(wanted) != std::string::npos);
  }
}

TEST_CASE("broken lines are told with their number") {
  const std::string quotes = write_quotes_lines(test::saved_quotes());
  const std::size_t head = quotes.find('\n') + 1;
  const std::size_t last = quotes.rfind('\n', quotes.size() - 2) + 1;
  CHECK(error_of(quotes.substr(0, last)) ==
        "x.json: ends without the line of counts: it is cut short");
  CHECK(error_of(quotes + "{}\n").find("stands behind the last line") != std::string::npos);
  CHECK(error_of(quotes.substr(0, head) + "{}\n").find("x.json:2: has no field") == 0);
  CHECK(error_of(quotes.substr(0, head) + "{\n").find("x.json:2: is not valid JSON") == 0);
  const std::string line = render(test::saved_sources(), "jsonl", {}).value();
  CHECK(error_of(line + "\n{\"schema\":\"parallax.search/1\"}\n") ==
        "x.json:3: has another schema than the lines before");
  CHECK(error_of(line + "{\"schema\":\"parallax.sources/1\"}\n").find("x.json:2: has no field") ==
        0);
}

TEST_CASE("a missing file is told") {
  CHECK(read_saved("no/such/file.json").error().to_string().find("no/such/file.json") == 0);
}

}  // namespace parallax
