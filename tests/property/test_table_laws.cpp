/// Laws of comparisons of many sources: the order of inputs changes nothing, every claim of both
/// sides stands once in each comparison, the table holds every claim and re-reads.

#include <algorithm>
#include <numeric>
#include <set>
#include <string>

#include "engine/report/writers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

using test::compared_all;
using test::compared_by_source;
using test::Random;
using test::record_of;
using test::Sourced;

std::string words_of(const ComparisonReport& report, ClaimIndex c, ByteSpan span) {
  const auto document = static_cast<std::size_t>(report.claim(c).document);
  return report.documents.at(document).text.substr(span.begin, span.size());
}

/// The table with cells by name of source, so that the order of columns does not show.
std::vector<std::string> canonical_rows(const ComparisonReport& report) {
  std::vector<std::string> rows;
  for (const TableRow& row : report.table->rows) {
    std::vector<std::string> cells;
    for (const TableCell& cell : row.cells) {
      std::string text = report.source(cell.source).name + "=" + std::string(name_of(cell.state)) +
                         ":" + cell.text + "~" + cell.note;
      std::multiset<std::string> spans;
      for (std::size_t i = 0; i < cell.claims.size(); ++i) {
        spans.insert(words_of(report, cell.claims[i], cell.spans[i]));
      }
      for (const std::string& span : spans) {
        text += "/" + span;
      }
      cells.push_back(text);
    }
    std::sort(cells.begin(), cells.end());
    std::string line = row.title + "|" + row.kind + "|" + std::string(name_of(row.relation));
    for (const std::string& cell : cells) {
      line += "|" + cell;
    }
    rows.push_back(line);
  }
  return rows;
}

/// Every claim of both sides stands exactly once in each comparison.
void check_each_claim_once(const ComparisonReport& report) {
  for (const Comparison& c : report.comparisons) {
    std::multiset<ClaimIndex> seen;
    for (const ReportPair& pair : c.pairs) {
      seen.insert(pair.left.begin(), pair.left.end());
      seen.insert(pair.right.begin(), pair.right.end());
    }
    for (const auto* list : {&c.only_left, &c.only_right, &c.formulaic}) {
      seen.insert(list->begin(), list->end());
    }
    std::multiset<ClaimIndex> wanted;
    for (const ReportStatement& s : report.statements) {
      if (s.source == c.left_source || s.source == c.right_source) {
        wanted.insert(s.claims.begin(), s.claims.end());
      }
    }
    REQUIRE(seen == wanted);
  }
}

void check_evidence_rereads(const ComparisonReport& report) {
  for (const Comparison& c : report.comparisons) {
    for (const ReportDivergence& d : c.divergences) {
      for (const Evidence* e : {&d.left, &d.right}) {
        REQUIRE(words_of(report, e->claim, e->span) == e->text);
        REQUIRE(report.claim(e->claim).span.contains(e->span));
      }
    }
  }
  for (const TableRow& row : report.table->rows) {
    for (const TableCell& cell : row.cells) {
      REQUIRE(cell.claims.size() == cell.spans.size());
      for (std::size_t i = 0; i < cell.claims.size(); ++i) {
        REQUIRE(report.claim(cell.claims[i]).span.contains(cell.spans[i]));
      }
    }
  }
}

std::vector<Record> random_records(Random& random, std::size_t count) {
  std::vector<Record> records;
  for (std::size_t i = 0; i < count; ++i) {
    records.push_back(
        record_of("text" + std::to_string(i), test::statement(random, 1 + random.below(7))));
  }
  return records;
}

/// Statements of three sources and a narrator over the sentences of a text.
Sourced random_article(Random& random, const std::string& id) {
  Sourced article;
  article.record = record_of(id, "");
  article.sourced.sources = {test::source_of("Ministry of Trade", Role::kMinistry, "NO"),
                             test::source_of("Police of Sela", Role::kPolice, "NO"),
                             test::source_of("Government of Keria", Role::kGovernment, "KE")};
  std::string& text = article.record.text;
  const std::size_t count = 4 + random.below(8);
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += test::sentence(random);
    Statement s;
    const std::size_t who = random.below(4);
    s.source = who < 3 ? std::optional<std::size_t>(who) : std::nullopt;
    s.mode = who < 3 ? Mode::kIndirect : Mode::kNarration;
    s.commitment = static_cast<Commitment>(random.below(3) == 0 ? random.below(4) : 0);
    s.content = {
        {begin + (random.below(3) == 0 ? 4U : 0U), static_cast<std::uint32_t>(text.size())}};
    article.sourced.statements.push_back(s);
    text += random.below(3) == 0 ? "\n\n" : " ";
  }
  article.record.sha256 = sha256_hex(text);
  return article;
}

}  // namespace

TEST_CASE("the order of the inputs changes nothing in the table but the order of its columns") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Random random(seed);
    const std::vector<Record> records = random_records(random, 3 + random.below(3));
    std::vector<std::size_t> order(records.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::vector<std::string> expected = canonical_rows(compared_all(records));
    for (int round = 0; round < 3; ++round) {
      for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random.below(i)]);
      }
      std::vector<Record> shuffled;
      for (const std::size_t i : order) {
        shuffled.push_back(records[i]);
      }
      INFO("seed " << seed);
      CHECK(canonical_rows(compared_all(shuffled)) == expected);
    }
  }
}

TEST_CASE("sources of articles in any order give the same table") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Random random(seed);
    const Sourced a = random_article(random, "a");
    const Sourced b = random_article(random, "b");
    INFO(a.record.text << "\n----\n" << b.record.text);
    CHECK(canonical_rows(compared_by_source({a, b})) == canonical_rows(compared_by_source({b, a})));
  }
}

TEST_CASE("each claim of both sides stands once in a comparison, evidence re-reads") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Random random(seed);
    const ComparisonReport documents = compared_all(random_records(random, 2 + random.below(4)));
    check_each_claim_once(documents);
    check_evidence_rereads(documents);
    const ComparisonReport sources =
        compared_by_source({random_article(random, "a"), random_article(random, "b")});
    check_each_claim_once(sources);
    check_evidence_rereads(sources);
    CHECK_NOTHROW(write_json(sources));
    CHECK_NOTHROW(write_terminal(sources));
    CHECK_NOTHROW(write_terminal(sources, {.width = 40}));
    CHECK_NOTHROW(write_markdown(sources));
  }
}

TEST_CASE("texts that are all the same have no finding and one row a claim") {
  Random random(5);
  const std::string text = test::statement(random, 6);
  const ComparisonReport report =
      compared_all({record_of("a", text), record_of("b", text), record_of("c", text)});
  for (const Comparison& c : report.comparisons) {
    CHECK(c.overlap.similarity == 1.0);
    CHECK(c.divergences.empty());
  }
  for (const TableRow& row : report.table->rows) {
    CHECK(row.relation == RowRelation::kAgree);
  }
}

TEST_CASE("noise as one of several inputs obeys the same laws") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    const ComparisonReport report = compared_all(
        {record_of("a", "x " + test::noise(random, 90)), record_of("b", test::statement(random, 4)),
         record_of("c", "x " + test::noise(random, 90), "tr")});
    check_each_claim_once(report);
    check_evidence_rereads(report);
    CHECK_NOTHROW(write_json(report));
    CHECK_NOTHROW(write_terminal(report, {.width = 30}));
    CHECK_NOTHROW(write_markdown(report));
  }
}

}  // namespace parallax
