/// Hostile texts in the views for people: nothing in them steers a terminal, turns what stands
/// beside it, or becomes markup.

#include <algorithm>

#include "cli/format_names.hpp"
#include "cli/formats.hpp"
#include "models/base/utf8.hpp"
#include "models/text/display.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/saved.hpp"

namespace parallax {
namespace {

/// Controls, directions, markup of every kind, and a word wider than any screen.
const std::string& attack() {
  static const std::string kAttack =
      "<script>alert(1)</script> \x1b[31mred\x1b[0m \x1b]0;title\x07 \u0085\u009B31m "
      "\u202Egpj\u202C "
      "\u2066x\u2069 \x7F\b\b [link](http://evil.example) ![i](http://evil.example/i.png) `code` "
      "*b* _i_ ~s~ | cell | #7 @admin $x$ <img src=x onerror=y> &lt; " +
      std::string(700, 'x');
  return kAttack;
}

/// Everything but line breaks that could steer.
std::string steering(const std::string& text) {
  std::string found;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool control = (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0);
    if (control || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
      found += std::to_string(static_cast<std::uint32_t>(c)) + " ";
    }
  }
  return found;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

std::string without(std::string text, const std::string& part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.erase(at, part.size());
  }
  return text;
}

/// Markup of the text that is not escaped: what stands before must be a backslash.
void check_escaped(const std::string& markdown, const std::string& mark) {
  for (std::size_t at = markdown.find(mark); at != std::string::npos;
       at = markdown.find(mark, at + 1)) {
    INFO(markdown.substr(at > 40 ? at - 40 : 0, 100));
    CHECK((at > 0 && markdown[at - 1] == '\\'));
  }
}

void check_markdown(const std::string& markdown) {
  CHECK(!first_invalid_utf8(markdown));
  CHECK(steering(markdown).empty());
  for (const char* tag : {"<script", "<img", "</script", "onerror=y>", "@admin", "#7"}) {
    INFO(tag);
    CHECK(markdown.find(tag) == std::string::npos);
  }
  for (const char* mark :
       {"[link]", "](http", "[i]", "`code", "*b*", "_i_", "~s~", "| cell", "$x$"}) {
    check_escaped(markdown, mark);
  }
}

void check_terminal(const std::string& text, std::size_t width) {
  CHECK(!first_invalid_utf8(text));
  CHECK(steering(text).empty());
  for (const std::string& line : lines_of(text)) {
    INFO(line);
    CHECK(display_width(line) <= width);
  }
}

template <class Report>
void check_views(const Report& report, ResultKind kind) {
  for (const std::size_t width : {std::size_t{30}, std::size_t{80}, std::size_t{120}}) {
    Rendering how;
    how.terminal.width = width;
    check_terminal(render(report, "text", how).value(), width);
    how.terminal.colour = TerminalOptions::Colour::kOn;
    std::string coloured = render(report, "text", how).value();
    for (const char* code : {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[1;32m",
                             "\x1b[1;33m", "\x1b[1;36m"}) {
      coloured = without(std::move(coloured), code);
    }
    check_terminal(coloured, width);
  }
  const std::vector<std::string>& names = format_names(kind);
  if (std::find(names.begin(), names.end(), "markdown") != names.end()) {
    check_markdown(render(report, "markdown", {}).value());
  }
}

void attack_document(ReportDocument& d) {
  d.path = d.id = attack();
  d.title = d.date = d.source = attack();
}

}  // namespace

TEST_CASE("hostile statements stay text in the views for people") {
  ComparisonReport report =
      test::compared("At Rudnik, 14 miners were killed.\n\n" + attack() + ". The road is open.",
                     "At Rudnik, 17 miners were killed.\n\n" + attack() + " again. Snow fell.");
  REQUIRE(!report.comparisons.at(0).divergences.empty());
  report.warnings = {attack()};
  for (ReportSource& source : report.sources) {
    source.name = source.organisation = source.country = attack();
  }
  for (ReportDocument& d : report.documents) {
    const std::string id = d.id;
    attack_document(d);
    d.id = id;
  }
  ReportDivergence& d = report.comparisons.at(0).divergences.at(0);
  d.slot = d.comparable_because = d.explanation = d.note = attack();
  d.left.value.emplace_back("unit", attack());
  report.comparisons.at(0).distinctive_left = {{attack(), 3, 0, 4.0}};
  report.comparisons.at(0).distinctive_right = {{attack(), 0, 3, 4.0}};
  report.baseline =
      BaselineUse{attack(), 1, {{"0123456789abcdef", "date", attack(), attack(), ""}}};
  check_views(report, ResultKind::kComparison);
  Rendering how;
  how.explain = d.id;
  check_terminal(render(report, "text", how).value(), 80);
  d.accepted = true;
  check_views(report, ResultKind::kComparison);
}

TEST_CASE("a hostile table stays text in the views for people") {
  ComparisonReport report = test::saved_table();
  for (ReportSource& source : report.sources) {
    source.name = attack();
  }
  for (TableRow& row : report.table->rows) {
    row.title = attack();
    for (TableCell& cell : row.cells) {
      cell.text = cell.note = attack();
    }
  }
  check_views(report, ResultKind::kComparison);
}

TEST_CASE("hostile articles stay text in the views for people") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  Attributor attributor(words, lexicons);
  SavedSources s;
  Record record = test::record_of("a", "\"We stay " + attack() + ",\" Minister Tarik Holm said.");
  record.title = record.date = record.source = attack();
  s.document = analyser.analyse(std::move(record)).value();
  s.sourced = attributor.attribute(s.document).value();
  for (Source& source : s.sourced.sources) {
    source.name = source.organisation = attack();
  }
  s.sourced.warnings = {attack()};
  check_views(std::vector<SavedSources>{s}, ResultKind::kSources);
}

TEST_CASE("hostile quotations stay text in the views for people") {
  QuoteReport report = test::quoted(
      "Ten bridges were closed on Monday " + attack() + ". All roads are safe.",
      "The ministry said: \"Eleven bridges were closed on Monday " + attack() +
          ".\" A spokesman spoke of a \"miracle\". The mayor said: \"" + attack() + "\"");
  REQUIRE(!report.check.quotes.empty());
  for (CheckedQuote& q : report.check.quotes) {
    q.quotation.source_name = q.official_source = q.explanation = attack();
    for (QuoteChange& c : q.changes) {
      c.reason = attack();
    }
  }
  report.check.warnings = {attack()};
  attack_document(report.article);
  attack_document(report.officials.at(0));
  check_views(report, ResultKind::kQuotes);
}

TEST_CASE("hostile statements over time and hits stay text in the views for people") {
  DriftReport drift = test::saved_drift();
  drift.source = attack();
  drift.warnings = {attack()};
  for (DriftStatement& s : drift.statements) {
    attack_document(s.document);
  }
  for (DriftChange& c : drift.changes) {
    c.slot = c.explanation = attack();
    for (auto* side : {&c.before, &c.after}) {
      if (*side) {
        (*side)->value.emplace_back("unit", attack());
      }
    }
  }
  check_views(drift, ResultKind::kDrift);
  SavedSearch search = test::saved_search();
  for (AnsweredQuery& query : search.queries) {
    query.text = query.path = attack();
    query.result.unknown = query.result.unknown_words = {attack()};
    for (SearchHit& hit : query.result.hits) {
      hit.document.path = hit.document.id = attack();
      hit.document.title = hit.document.date = hit.document.source = attack();
      hit.text += attack();
      hit.terms.at(0).term = attack();
    }
  }
  check_views(search, ResultKind::kSearch);
}

}  // namespace parallax
