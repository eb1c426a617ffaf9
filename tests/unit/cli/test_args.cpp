#include <sstream>

#include "cli/app.hpp"
#include "cli/args.hpp"
#include "cli/completion.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

Result<Command> parse(std::initializer_list<std::string_view> words) {
  const std::vector<std::string_view> args(words);
  return parse_args(args);
}

std::string error_of(std::initializer_list<std::string_view> words) {
  const auto command = parse(words);
  return command ? "no error" : command.error().to_string();
}

}  // namespace

TEST_CASE("compare takes statements and options") {
  const auto command = parse({"compare", "a.txt", "b.txt", "--fail-on", "number,conflict",
                              "--fail-under", "0.4", "--format", "json", "-o", "r.json"});
  REQUIRE(command.has_value());
  const auto& args = std::get<CompareArgs>(command.value());
  CHECK(args.fail_on == std::vector<std::string>{"number", "conflict"});
  CHECK(args.fail_under == 0.4);
  CHECK(args.format == "json");
  CHECK(args.output == "r.json");
}

TEST_CASE("index and search take files and filters") {
  const auto build = parse({"index", "build", "a.jsonl", "b.txt", "-o", "x.index"});
  REQUIRE(build.has_value());
  CHECK(std::get<IndexBuildArgs>(build.value()).inputs.size() == 2);
  CHECK(std::get<IndexBuildArgs>(build.value()).output == "x.index");
  CHECK(std::get<IndexAddArgs>(parse({"index", "add", "x.index"}).value()).inputs.empty());
  CHECK(std::get<IndexFileArgs>(parse({"index", "info", "x.index"}).value()).index == "x.index");
  CHECK(std::get<IndexVerifyArgs>(parse({"index", "verify", "x"}).value()).index == "x");
  const auto search = parse({"search", "x.index", "open the bridge", "--source", "A", "--source",
                             "B", "--since", "2022", "--top-k", "3"});
  REQUIRE(search.has_value());
  const auto& args = std::get<SearchArgs>(search.value());
  CHECK(args.query == "open the bridge");
  CHECK(args.sources == std::vector<std::string>{"A", "B"});
  CHECK(args.since == "2022");
  CHECK(args.top_k == 3);
  CHECK(error_of({"index"}) != "no error");
  CHECK(error_of({"index", "build", "a.txt"}).find("--output") != std::string::npos);
  CHECK(error_of({"search", "x.index"}).find("QUERY") != std::string::npos);
  CHECK(error_of({"search", "x.index", "q", "--top-k", "0"}).find("--top-k") != std::string::npos);
}

TEST_CASE("wrong usage is one line that names what is wrong") {
  CHECK(error_of({"compre", "a", "b"}) == "unknown command 'compre', did you mean 'compare'?");
  CHECK(error_of({"zzzzzz"}).find("unknown command 'zzzzzz'") == 0);
  CHECK(error_of({"compare", "a", "b", "--frob"}).find("--frob") != std::string::npos);
  CHECK(error_of({"compare", "a", "b", "--format", "docx"}).find("--format") != std::string::npos);
  CHECK(error_of({"compare", "a", "b", "--fail-under", "2"}).find("--fail-under") !=
        std::string::npos);
  CHECK(error_of({"compare", "a", "b", "--fail-on", "mood"}).find("--fail-on") !=
        std::string::npos);
  for (const auto& words : {error_of({}), error_of({"compare"}), error_of({"model"})}) {
    CHECK(words != "no error");
    CHECK(words.find('\n') == std::string::npos);
  }
}

TEST_CASE("batch takes inputs or pairs, never both") {
  const auto command =
      parse({"batch", "folder", "@list", "--unit", "claim", "--top-k", "3", "--threshold", "0.6",
             "--where", "a.id != b.id", "-j", "4", "--list", "more.txt", "--compare", "0"});
  REQUIRE(command.has_value());
  const auto& args = std::get<BatchArgs>(command.value());
  CHECK(args.inputs == std::vector<std::string>{"folder", "@list"});
  CHECK(args.lists == std::vector<std::string>{"more.txt"});
  CHECK(args.unit == "claim");
  CHECK(args.top_k == 3);
  CHECK(args.threshold == 0.6);
  CHECK(args.where == "a.id != b.id");
  CHECK(args.jobs == 4);
  CHECK(args.compare == 0);
  CHECK(parse({"batch", "--pairs", "p.jsonl"}).has_value());
  CHECK(error_of({"batch"}).find("needs inputs") != std::string::npos);
  CHECK(error_of({"batch", "x", "--pairs", "p"}).find("--pairs") == 0);
  CHECK(error_of({"batch", "--list", "x", "--pairs", "p"}).find("--pairs") == 0);
  CHECK(error_of({"batch", "-", "-"}).find("standard input") != std::string::npos);
  CHECK(error_of({"batch", "x", "--unit", "word"}).find("--unit") != std::string::npos);
  CHECK(error_of({"batch", "x", "--threshold", "0"}).find("--threshold") != std::string::npos);
  CHECK(error_of({"batch", "x", "--top-k", "0"}).find("--top-k") != std::string::npos);
  CHECK(error_of({"batch", "x", "-j", "0"}).find("--jobs") != std::string::npos);
}

TEST_CASE("help and version are printed, for every command") {
  for (const std::string_view command : {"compare", "batch", "model"}) {
    const auto help = parse({command, "--help"});
    REQUIRE(help.has_value());
    CHECK(std::get<PrintArgs>(help.value()).text.find(command) != std::string::npos);
  }
  const auto version = parse({"--version"});
  REQUIRE(version.has_value());
  CHECK(std::get<PrintArgs>(version.value()).text.find(program_version()) != std::string::npos);
}

TEST_CASE("the program as a function: exit codes and one line of error") {
  const auto exit_of = [](std::initializer_list<std::string_view> words, std::string& errors) {
    const std::vector<std::string_view> args(words);
    std::istringstream in;
    std::ostringstream out, err;
    const ExitCode code = run(args, {in, out, err});
    errors = err.str();
    return code;
  };
  std::string errors;
  CHECK(exit_of({"--version"}, errors) == ExitCode::kDone);
  CHECK(errors.empty());
  CHECK(exit_of({"compare", "/no/such/file", "/no/such/other"}, errors) == ExitCode::kBadInput);
  CHECK(errors == "parallax: /no/such/file: no such file or directory\n");
  CHECK(exit_of({"compare", "-", "-"}, errors) == ExitCode::kBadInput);
}

TEST_CASE("completion scripts name every command and option of the description") {
  const CompletionCommand root{
      "tool", "", {{"--all", "Everything"}}, {{"sub", "A command", {{"--one", "One's"}}, {}}}};
  for (const std::string_view shell : {"bash", "zsh", "fish"}) {
    const std::string script = completion_script(root, shell);
    INFO(script);
    CHECK(script.find("sub") != std::string::npos);
    CHECK(script.find(shell == "fish" ? "one" : "--one") != std::string::npos);
  }
}

}  // namespace parallax
