#include "cli/args.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "cli/completion.hpp"
#include "cli/format_names.hpp"

#ifndef PARALLAX_VERSION
#define PARALLAX_VERSION "0.0.0"
#endif

namespace parallax {
namespace {

void add_input_options(CLI::App& app, InputArgs& input) {
  app.add_option("--lang", input.language, "Language of the inputs (ISO 639-1); default: detected")
      ->type_name("CODE");
  app.add_option("--encoding", input.encoding, "Encoding of the inputs; default: detected")
      ->type_name("NAME");
  app.add_option("--id-field", input.id_field, "JSON field of the id")->type_name("FIELD");
  app.add_option("--text-field", input.text_field, "JSON field of the text")->type_name("FIELD");
  app.add_option("--title-field", input.title_field, "JSON field of the title")->type_name("FIELD");
  app.add_option("--date-field", input.date_field, "JSON field of the date")->type_name("FIELD");
  app.add_option("--source-field", input.source_field, "JSON field of the publisher")
      ->type_name("FIELD");
  app.add_option("--lexicon", input.lexicon,
                 "Folder with word tables of your own (LANGUAGE/NAME.tsv)")
      ->type_name("DIR");
  app.add_option("--model", input.model, "Background model file; default: the built-in one")
      ->type_name("FILE");
}

struct Parsed {
  CompareArgs compare;
  SourcesArgs sources;
  QuotesArgs quotes;
  DriftArgs drift;
  ReportArgs report;
  VerifyArgs verify;
  BatchArgs batch;
  ModelFitArgs fit;
  ModelInfoArgs info;
  IndexBuildArgs index_build;
  IndexAddArgs index_add;
  IndexFileArgs index_info;
  IndexVerifyArgs index_verify;
  SearchArgs search;
  std::string shell;
};

void add_format(CLI::App& sub, std::string& format, ResultKind kind) {
  const std::vector<std::string>& names = format_names(kind);
  sub.add_option("--format", format, listed_names(names))
      ->check(CLI::IsMember(names))
      ->type_name("NAME");
}

/// Where and how a result is written.
template <class Args>
void add_writing(CLI::App& sub, Args& args) {
  sub.add_option("-o,--output", args.output, "Write to a file, whole or not at all")
      ->type_name("FILE");
  sub.add_option("--color", args.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  sub.add_option("--width", args.width, "Columns of the text view; default: the terminal's")
      ->check(CLI::Range(20, 1000))
      ->type_name("N");
}

void add_csv(CLI::App& sub, std::string& rows) {
  sub.add_option("--csv", rows, "Rows of --format csv: divergences, pairs, claims or table")
      ->check(CLI::IsMember({"divergences", "pairs", "claims", "table"}))
      ->type_name("ROWS");
}

void add_by(CLI::App& sub, std::string& by) {
  sub.add_option("--by", by, "source: grouped by source; order: in the order of the text")
      ->check(CLI::IsMember({"source", "order"}))
      ->type_name("NAME");
}

void add_fail_under(CLI::App& sub, double& score) {
  sub.add_option("--fail-under", score, "Exit 1 if the similarity is lower (0 to 1)")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("SCORE");
}

void add_explain(CLI::App& sub, std::string& id) {
  sub.add_option("--explain", id, "Show everything about one finding (D1 or its fingerprint)")
      ->type_name("ID");
}

void add_baseline(CLI::App& sub, CompareArgs& c) {
  sub.add_option("--baseline", c.baseline,
                 "Accepted findings: shown as such, not gated (see --write-baseline)")
      ->type_name("FILE");
  sub.add_option("--write-baseline", c.write_baseline,
                 "Accept all findings: write them to a file, and let --fail-on pass")
      ->type_name("FILE");
}

void add_compare(CLI::App& app, CompareArgs& c) {
  CLI::App& sub = *app.add_subcommand(
      "compare", "Compare statements, or the sources that one article quotes, with each other");
  sub.add_option("INPUT", c.inputs,
                 "Statements: files, or - for standard input; one alone is compared by source")
      ->required();
  sub.add_flag("--by-source", c.by_source,
               "Compare the sources that the documents quote instead of the documents");
  sub.add_flag("--no-narration", c.no_narration,
               "By source: leave out what the author says in the document's own voice");
  add_format(sub, c.format, ResultKind::kComparison);
  add_csv(sub, c.csv);
  add_writing(sub, c);
  sub.add_option("--fail-on", c.fail_on,
                 "Exit 1 if a finding has one of these kinds or severities (comma-separated)")
      ->delimiter(',')
      ->check(CLI::IsMember(finding_gates()))
      ->type_name("LIST");
  add_fail_under(sub, c.fail_under);
  add_explain(sub, c.explain);
  add_baseline(sub, c);
  add_input_options(sub, c.input);
  sub.footer(
      "Examples:\n  parallax compare ministry-a.txt ministry-b.txt\n"
      "  parallax compare article.txt\n"
      "  parallax compare one.txt two.txt three.txt\n"
      "  parallax compare article-a.txt article-b.txt --by-source\n"
      "  parallax compare draft.md approved.md --fail-on conflict\n"
      "  parallax compare a.txt b.txt --format json -o result.json\n"
      "  parallax compare a.txt b.txt --format html -o report.html\n"
      "  parallax compare a.txt b.txt --explain D1\n"
      "  parallax compare a.txt b.txt --write-baseline accepted.json\n"
      "  parallax compare a.txt b.txt --baseline accepted.json --fail-on conflict\n"
      "  pdftotext statement.pdf - | parallax compare - b.txt");
}

void add_quotes(CLI::App& app, QuotesArgs& q) {
  CLI::App& sub = *app.add_subcommand("quotes", "Check an article's quotations of official texts");
  sub.add_option("FILE", q.files, "Official texts, then the article; - for standard input")
      ->required()
      ->expected(2, -1);
  add_format(sub, q.format, ResultKind::kQuotes);
  add_writing(sub, q);
  sub.add_option("--fail-on", q.fail_on,
                 "Exit 1 if a quotation has one of these labels (comma-separated)")
      ->delimiter(',')
      ->check(CLI::IsMember(quote_gates()))
      ->type_name("LIST");
  add_input_options(sub, q.input);
  sub.footer(
      "Labels: verbatim, trimmed, altered, altered_in_substance, misattributed, not_found.\n\n"
      "Examples:\n  parallax quotes statement.txt article.txt\n"
      "  parallax quotes ministry-a.txt ministry-b.txt article.txt\n"
      "  parallax quotes statement.txt article.txt --fail-on altered_in_substance,not_found");
}

void add_sources(CLI::App& app, SourcesArgs& s) {
  CLI::App& sub = *app.add_subcommand("sources", "Show who said what in articles");
  sub.add_option("ARTICLE", s.articles, "Text, Markdown, JSON or JSONL files; - for standard input")
      ->required();
  add_format(sub, s.format, ResultKind::kSources);
  add_by(sub, s.by);
  add_writing(sub, s);
  add_input_options(sub, s.input);
  sub.footer(
      "Examples:\n  parallax sources article.txt\n  parallax sources article.txt --by order\n"
      "  parallax sources articles.jsonl --format jsonl -o statements.jsonl");
}

void add_batch_search(CLI::App& sub, BatchArgs& b) {
  sub.add_option("--unit", b.unit, "What is searched: paragraph, statement (whole text) or claim")
      ->check(CLI::IsMember({"paragraph", "statement", "claim"}))
      ->type_name("NAME");
  sub.add_option("--top-k", b.top_k, "Neighbours of each unit")
      ->check(CLI::Range(1, 1000))
      ->type_name("N");
  sub.add_option("--threshold", b.threshold,
                 "Lowest similarity of a pair; default: 0.4, claims 0.5, statements 0.3")
      ->check(CLI::Range(0.01, 1.0))
      ->type_name("SCORE");
  sub.add_option("--related", b.related, "Lowest similarity in a cluster of related units")
      ->check(CLI::Range(0.01, 1.0))
      ->type_name("SCORE");
  sub.add_option("--identical", b.identical, "Lowest similarity in a cluster of near copies")
      ->check(CLI::Range(0.01, 1.0))
      ->type_name("SCORE");
  sub.add_option("--where", b.where,
                 "Which pairs count, by metadata of a and b: source, date, id, title, lang")
      ->type_name("EXPR");
  sub.add_option("--compare", b.compare, "Look for divergences in so many top pairs")
      ->check(CLI::Range(0, 100000000))
      ->type_name("N");
  sub.add_option("--formulations", b.formulations,
                 "List so many shared formulations of each band; 0 = none")
      ->check(CLI::Range(0, 100000000))
      ->type_name("N");
  sub.add_option("--min-terms", b.min_terms,
                 "Units with fewer different terms have no neighbours; default: 4, claims 3")
      ->check(CLI::Range(1, 1000))
      ->type_name("N");
}

void add_report(CLI::App& app, ReportArgs& r) {
  CLI::App& sub = *app.add_subcommand("report", "Write a saved JSON result again, in any format");
  sub.add_option("FILE", r.file,
                 "What compare, sources, quotes, drift, search or batch wrote as json or jsonl")
      ->required();
  sub.add_option("--format", r.format, "Any format of the command that made the result")
      ->check(CLI::IsMember(all_format_names()))
      ->type_name("NAME");
  sub.add_option("--csv", r.csv,
                 "Rows of --format csv: divergences, pairs; claims, table; clusters, formulations, "
                 "sources or failures")
      ->check(CLI::IsMember({"divergences", "pairs", "claims", "table", "clusters", "formulations",
                             "sources", "failures"}))
      ->type_name("ROWS");
  add_by(sub, r.by);
  add_writing(sub, r);
  sub.add_option("--fail-on", r.fail_on, "As for the command that made the result")
      ->delimiter(',')
      ->type_name("LIST");
  add_fail_under(sub, r.fail_under);
  add_explain(sub, r.explain);
  sub.footer(
      "Examples:\n  parallax report result.json\n"
      "  parallax report result.json --format html -o report.html\n"
      "  parallax report result.json --explain D1");
}

void add_verify(CLI::App& app, VerifyArgs& v) {
  CLI::App& sub = *app.add_subcommand(
      "verify", "Read the inputs of a saved result again: do hashes, spans and findings hold?");
  sub.add_option("FILE", v.file,
                 "What compare, sources, quotes, drift, search or batch wrote as json or jsonl")
      ->required();
  sub.add_option("--format", v.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("NAME");
  add_writing(sub, v);
  sub.footer(
      "Exit codes: 0 everything holds, 1 something does not, 2 bad usage or input.\n\n"
      "Examples:\n  parallax verify result.json\n  parallax verify result.json --format json");
}

void add_drift(CLI::App& app, DriftArgs& d) {
  CLI::App& sub =
      *app.add_subcommand("drift", "Show what one source kept, changed and dropped over time");
  sub.add_option("INPUT", d.inputs,
                 "Dated statements: folders and files; @LIST: a file of paths; - standard input")
      ->required();
  sub.add_option("--source", d.source, "Whose statements; needed if the inputs have several")
      ->type_name("NAME");
  sub.add_option("--since", d.since, "Leave out statements before this date (2026-09-13)")
      ->type_name("DATE");
  sub.add_option("--until", d.until, "Leave out statements after this date; 2026 is its whole year")
      ->type_name("DATE");
  add_format(sub, d.format, ResultKind::kDrift);
  add_writing(sub, d);
  add_input_options(sub, d.input);
  sub.footer(
      "A statement's date stands in its header (Date: 2026-09-13), in a JSON field, or else in "
      "the\n"
      "file's name (20260913.txt); without one it is left out. One day's statements go by their "
      "ids.\n\n"
      "Examples:\n  parallax drift statements/*.txt --source \"Central Bank of Norland\"\n"
      "  parallax drift speeches.jsonl --source Norland --since 2020 --until 2025\n"
      "  parallax drift statements/*.txt --format json -o drift.json");
}

void add_batch(CLI::App& app, BatchArgs& b) {
  CLI::App& sub = *app.add_subcommand(
      "batch", "Find what many statements share and where they diverge; or compare given pairs");
  sub.add_option("INPUT", b.inputs, "Folders and files; @LIST: a file of paths; - standard input");
  sub.add_option("--list", b.lists, "File with paths of inputs, one a line")->type_name("FILE");
  sub.add_option("--pairs", b.pairs, "JSONL with id, left and right; - for standard input")
      ->type_name("FILE");
  sub.add_option("--format", b.format, "text, jsonl, csv or html; --pairs knows jsonl and csv")
      ->check(CLI::IsMember({"text", "jsonl", "csv", "html"}))
      ->type_name("NAME");
  sub.add_option("--csv", b.csv,
                 "Rows of --format csv: divergences, pairs, clusters, formulations, sources (the "
                 "matrix) or failures")
      ->check(CLI::IsMember(
          {"divergences", "pairs", "clusters", "formulations", "sources", "failures"}))
      ->type_name("ROWS");
  sub.add_option("-o,--output", b.output,
                 "Write to a file, whole or not at all; a run that was killed goes on from "
                 "FILE.part")
      ->type_name("FILE");
  sub.add_option("--color", b.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  sub.add_option("--width", b.width, "Columns of the text view; default: the terminal's")
      ->check(CLI::Range(20, 1000))
      ->type_name("N");
  sub.add_option("-j,--jobs", b.jobs, "Threads; default: all processors; the result is the same")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  sub.add_option("--progress", b.progress, "On standard error: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  add_batch_search(sub, b);
  add_input_options(sub, b.input);
  sub.footer(
      "Examples:\n  parallax batch statements/\n"
      "  parallax batch speeches.jsonl --format jsonl -o result.jsonl\n"
      "  parallax batch statements/ --format html -o report.html\n"
      "  parallax batch statements/ --where 'a.source != b.source && days(a.date, b.date) <= 30'\n"
      "  parallax batch --pairs pairs.jsonl --format jsonl -o result.jsonl");
}

/// What belongs together among the options of batch.
std::optional<Error> wrong_batch(const BatchArgs& b) {
  const bool inputs = !b.inputs.empty() || !b.lists.empty();
  if (b.pairs.empty() && !inputs) {
    return Error{ErrorCode::kInvalidOption, "batch", "needs inputs, --list or --pairs"};
  }
  if (!b.pairs.empty() && inputs) {
    return Error{ErrorCode::kInvalidOption, "--pairs", "goes without other inputs"};
  }
  if (!b.pairs.empty() && (b.format == "text" || b.format == "html")) {
    return Error{ErrorCode::kInvalidOption, "--format", "--pairs writes jsonl or csv only"};
  }
  if (!b.csv.empty() && b.format != "csv") {
    return Error{ErrorCode::kInvalidOption, "--csv", "goes with --format csv"};
  }
  const bool paired = b.csv.empty() || b.csv == "divergences" || b.csv == "pairs";
  if (!b.pairs.empty() && !paired) {
    return Error{ErrorCode::kInvalidOption, "--csv", "--pairs knows divergences and pairs only"};
  }
  if (std::count(b.inputs.begin(), b.inputs.end(), "-") > 1) {
    return Error{ErrorCode::kInvalidOption, "-", "standard input can be only one of the inputs"};
  }
  return std::nullopt;
}

void add_model(CLI::App& app, ModelFitArgs& fit, ModelInfoArgs& info) {
  CLI::App& model = *app.add_subcommand("model", "Background models: how common terms are");
  model.require_subcommand(1);
  CLI::App& sub = *model.add_subcommand("fit", "Fit a model on a corpus");
  sub.add_option("CORPUS", fit.corpus, "Text, Markdown, JSON or JSONL files")->required();
  sub.add_option("-o,--output", fit.output, "Model file to write")->required()->type_name("FILE");
  sub.add_option("--min-documents", fit.min_documents, "Leave out terms of fewer documents")
      ->check(CLI::Range(1, 1000000))
      ->type_name("N");
  sub.add_option("--description", fit.description, "Where the figures come from")
      ->type_name("TEXT");
  sub.add_flag("--frequencies", fit.frequencies, "The corpus is one table of document frequencies");
  sub.add_option("-j,--jobs", fit.jobs, "Threads; the result is the same")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  add_input_options(sub, fit.input);
  sub.footer("Example:\n  parallax model fit speeches.jsonl -o speeches.model");
  CLI::App& show = *model.add_subcommand("info", "Show what a model holds");
  show.add_option("FILE", info.file, "Model file; default: the built-in English one");
}

void add_index(CLI::App& app, Parsed& p) {
  CLI::App& index = *app.add_subcommand("index", "Indexes of paragraphs for search");
  index.require_subcommand(1);
  CLI::App& build = *index.add_subcommand("build", "Build an index of documents");
  build
      .add_option("INPUT", p.index_build.inputs,
                  "Folders and files; @LIST: a file of paths; - standard input")
      ->required();
  build.add_option("-o,--output", p.index_build.output, "Index file to write, whole or not at all")
      ->required()
      ->type_name("FILE");
  add_input_options(build, p.index_build.input);
  build.footer(
      "What cannot be read is told by its reason and left out; the exit code is then 2.\n\n"
      "Examples:\n  parallax index build speeches.jsonl -o speeches.index\n"
      "  parallax index build statements/ -o statements.index");
  CLI::App& add = *index.add_subcommand(
      "add", "Add documents to an index; one with the same id and path is replaced");
  add.add_option("INDEX", p.index_add.index,
                 "Index file; it stays as it was where nothing can be read")
      ->required();
  add.add_option("INPUT", p.index_add.inputs, "As for build; none: only renew the index");
  add_input_options(add, p.index_add.input);
  add.footer("Example:\n  parallax index add speeches.index new.jsonl");
  index.add_subcommand("info", "Show what an index holds")
      ->add_option("INDEX", p.index_info.index, "Index file")
      ->required();
  index.add_subcommand("verify", "Check every byte of an index and name what is damaged")
      ->add_option("INDEX", p.index_verify.index, "Index file")
      ->required();
}

void add_search(CLI::App& app, SearchArgs& s) {
  CLI::App& sub =
      *app.add_subcommand("search", "Find the paragraphs of an index nearest to a text");
  sub.add_option("INDEX", s.index, "Index file")->required();
  sub.add_option("QUERY", s.query, "A text, or a file with texts; - for standard input")
      ->required();
  sub.add_option("--by", s.by,
                 "paragraph: ask for each paragraph of a file; whole: for all at once")
      ->check(CLI::IsMember({"paragraph", "whole"}))
      ->type_name("NAME");
  sub.add_option("--top-k", s.top_k, "Paragraphs to show for each query")
      ->check(CLI::Range(1, 1000000))
      ->type_name("N");
  sub.add_option("--source", s.sources, "Only from this source; can be repeated")
      ->type_name("NAME");
  sub.add_option("--since", s.since, "Only from this date on (2022, 2022-09 or 2022-09-13)")
      ->type_name("DATE");
  sub.add_option("--until", s.until, "Only up to this date")->type_name("DATE");
  add_format(sub, s.format, ResultKind::kSearch);
  add_writing(sub, s);
  add_input_options(sub, s.input);
  sub.footer(
      "Examples:\n  parallax search speeches.index \"withdrawal of all troops\"\n"
      "  parallax search speeches.index statement.txt --top-k 3 --source \"Ministry of Roads\"\n"
      "  parallax search speeches.index statement.txt --since 2020 --format jsonl");
}

/// The chosen one of `index`.
Command chosen_index(const CLI::App& index, const Parsed& p) {
  if (index.got_subcommand("build")) {
    return p.index_build;
  }
  if (index.got_subcommand("add")) {
    return p.index_add;
  }
  if (index.got_subcommand("verify")) {
    return p.index_verify;
  }
  return p.index_info;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t next =
          std::min({row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
      diagonal = row[j + 1];
      row[j + 1] = next;
    }
  }
  return row.back();
}

/// Message for a first word that is no command.
std::optional<Error> unknown_command(const CLI::App& app, std::span<const std::string_view> args) {
  if (args.empty() || args.front().starts_with('-')) {
    return std::nullopt;
  }
  std::string best;
  std::size_t distance = 3;
  for (const CLI::App* sub : app.get_subcommands({})) {
    if (sub->get_name() == args.front()) {
      return std::nullopt;
    }
    const std::size_t d = edit_distance(args.front(), sub->get_name());
    if (d < distance) {
      distance = d;
      best = sub->get_name();
    }
  }
  std::string message = "unknown command '" + std::string(args.front()) + "'";
  message += best.empty() ? " (see parallax --help)" : ", did you mean '" + best + "'?";
  return Error{ErrorCode::kInvalidOption, "", message};
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

CompletionCommand completion_tree(const CLI::App& app) {
  CompletionCommand command;
  command.name = app.get_name();
  command.description = app.get_description();
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      command.options.push_back({"--" + name, option->get_description()});
    }
  }
  for (const CLI::App* sub : app.get_subcommands({})) {
    command.commands.push_back(completion_tree(*sub));
  }
  return command;
}

Result<Command> chosen(const CLI::App& app, const Parsed& p) {
  if (app.got_subcommand("compare")) {
    if (std::count(p.compare.inputs.begin(), p.compare.inputs.end(), "-") > 1) {
      return Error{ErrorCode::kInvalidOption, "-", "standard input can be only one of the inputs"};
    }
    return Command{p.compare};
  }
  if (app.got_subcommand("quotes")) {
    if (std::count(p.quotes.files.begin(), p.quotes.files.end(), "-") > 1) {
      return Error{ErrorCode::kInvalidOption, "-", "standard input can be only one of the files"};
    }
    return Command{p.quotes};
  }
  if (app.got_subcommand("sources")) {
    return Command{p.sources};
  }
  if (app.got_subcommand("drift")) {
    if (std::count(p.drift.inputs.begin(), p.drift.inputs.end(), "-") > 1) {
      return Error{ErrorCode::kInvalidOption, "-", "standard input can be only one of the inputs"};
    }
    return Command{p.drift};
  }
  if (app.got_subcommand("report")) {
    return Command{p.report};
  }
  if (app.got_subcommand("verify")) {
    return Command{p.verify};
  }
  if (app.got_subcommand("batch")) {
    if (std::optional<Error> wrong = wrong_batch(p.batch)) {
      return *std::move(wrong);
    }
    return Command{p.batch};
  }
  if (app.got_subcommand("index")) {
    return chosen_index(*app.get_subcommand("index"), p);
  }
  if (app.got_subcommand("search")) {
    return Command{p.search};
  }
  if (app.got_subcommand("completion")) {
    return Command{CompletionArgs{completion_script(completion_tree(app), p.shell)}};
  }
  if (app.get_subcommand("model")->got_subcommand("fit")) {
    return Command{p.fit};
  }
  return Command{p.info};
}

}  // namespace

const std::vector<std::string>& finding_gates() {
  static const std::vector<std::string> kNames = {
      "conflict", "difference", "note", "number",   "date",      "name",      "place", "negation",
      "stance",   "strength",   "role", "modality", "direction", "addressee", "label", "scope"};
  return kNames;
}

const std::vector<std::string>& quote_gates() {
  static const std::vector<std::string> kLabels = {
      "verbatim", "trimmed", "altered", "altered_in_substance", "misattributed", "not_found"};
  return kLabels;
}

std::string_view program_version() {
  return PARALLAX_VERSION;
}

Result<Command> parse_args(std::span<const std::string_view> args) {
  CLI::App app(
      "Compares official declarations: overlap, divergent claims and silence, each with its "
      "evidence",
      "parallax");
  app.require_subcommand(1);
  app.set_version_flag("--version", "parallax " + std::string(program_version()));
  Parsed p;
  add_compare(app, p.compare);
  add_sources(app, p.sources);
  add_quotes(app, p.quotes);
  add_drift(app, p.drift);
  add_batch(app, p.batch);
  add_index(app, p);
  add_search(app, p.search);
  add_report(app, p.report);
  add_verify(app, p.verify);
  add_model(app, p.fit, p.info);
  app.add_subcommand("completion", "Print a completion script for a shell")
      ->add_option("SHELL", p.shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  app.footer(
      "Examples:\n  parallax compare ministry-a.txt ministry-b.txt\n"
      "  parallax compare a.txt b.txt --format json\n  parallax batch --pairs pairs.jsonl --format "
      "jsonl\n\n"
      "Exit codes: 0 done, 1 a gate was hit, 2 bad usage or input, 3 a bug in parallax.");
  if (auto error = unknown_command(app, args)) {
    return std::move(*error);
  }
  std::vector<std::string> reversed(args.rbegin(), args.rend());
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    const auto used = app.get_subcommands();
    const CLI::App* deepest = used.empty() ? &app : used.front();
    if (!used.empty() && !used.front()->get_subcommands().empty()) {
      deepest = used.front()->get_subcommands().front();
    }
    return Command{PrintArgs{deepest->help()}};
  } catch (const CLI::CallForVersion&) {
    return Command{PrintArgs{"parallax " + std::string(program_version()) + "\n"}};
  } catch (const CLI::ParseError& error) {
    return Error{ErrorCode::kInvalidOption, "", one_line(error.what())};
  }
  return chosen(app, p);
}

}  // namespace parallax
