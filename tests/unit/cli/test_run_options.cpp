#include "cli/format_names.hpp"
#include "cli/formats.hpp"
#include "cli/run_options.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

/// What is saved of arguments sets the same arguments.
template <class Args>
void check_again(const Args& args, std::size_t options) {
  const RunOptions saved = options_of(args);
  CHECK(saved.size() == options);
  Args again;
  REQUIRE(set_options(saved, again).has_value());
  CHECK(options_of(again) == saved);
}

template <class Args>
std::string error_of(const RunOptions& options) {
  Args args;
  const Status status = set_options(options, args);
  return status ? "" : status.error().to_string();
}

}  // namespace

TEST_CASE("options that bear on a result come back") {
  CompareArgs compare;
  check_again(compare, 0);
  compare.by_source = true;
  compare.no_narration = true;
  compare.input.language = "fr";
  compare.input.id_field = "key";
  compare.input.lexicon = "tables";
  compare.input.model = "own.model";
  check_again(compare, 6);
  DriftArgs drift;
  drift.source = "Bank of Castria";
  drift.since = "2025";
  drift.until = "2026-03";
  check_again(drift, 3);
  SearchArgs search;
  search.by = "whole";
  search.top_k = 3;
  search.sources = {"A", "B"};
  search.since = "2020";
  check_again(search, 5);
  QuotesArgs quotes;
  quotes.input.encoding = "latin1";
  check_again(quotes, 1);
  SourcesArgs sources;
  sources.input.text_field = "body";
  check_again(sources, 1);
}

TEST_CASE("options that a command has not are refused") {
  CHECK(error_of<CompareArgs>({{"--write-baseline", "x"}}).find("--write-baseline x") !=
        std::string::npos);
  CHECK(error_of<CompareArgs>({{"-o", "x"}}).find("'-o x'") != std::string::npos);
  CHECK(error_of<CompareArgs>({{"--by-source", "x"}}) != "");
  CHECK(error_of<CompareArgs>({{"--baseline", "gone.json"}}) == "");
  CHECK(error_of<SourcesArgs>({{"--by-source", ""}}) != "");
  CHECK(error_of<QuotesArgs>({{"--since", "2020"}}) != "");
  CHECK(error_of<DriftArgs>({{"--top-k", "3"}}) != "");
  for (const char* count : {"0", "-1", "3x", "", "1000001", "99999999999999999999"}) {
    CHECK(error_of<SearchArgs>({{"--top-k", count}}) != "");
  }
}

TEST_CASE("every name of a format has its writer") {
  CHECK(format_names(ResultKind::kComparison).size() == 7);
  CHECK(all_format_names().size() == 8);
  CHECK(listed_names({"a"}) == "a");
  CHECK(listed_names({"a", "b", "c"}) == "a, b or c");
  const Result<std::string> wrong = render(SavedSearch(), "html", {});
  REQUIRE(!wrong.has_value());
  CHECK(wrong.error().to_string() ==
        "--format: this result is written as text, json or jsonl, not as html");
}

}  // namespace parallax
