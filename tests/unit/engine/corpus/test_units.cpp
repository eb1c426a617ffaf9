#include <string>

#include "engine/corpus/units.hpp"
#include "models/base/utf8.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/corpora.hpp"

namespace parallax {
namespace {

std::vector<Unit> cut(std::vector<Record>& documents, UnitKind kind, std::size_t threads = 1) {
  const LexiconSource lexicons;
  return cut_units(documents, kind, lexicons, threads).value();
}

}  // namespace

TEST_CASE("units lie in the body, in text order, with their code points counted") {
  Record record = test::record_of("r",
                                  "Source: B\xc3\xbcro\n\nDie Br\xc3\xbc"
                                  "cke ist offen; der Weg ist gesperrt.\n\n\xc3\x9c"
                                  "ber die Kosten wird beraten.\n",
                                  "");
  record.body_begin = record.text.find("Die");
  std::vector<Record> documents = {record};
  for (const UnitKind kind : {UnitKind::kParagraph, UnitKind::kStatement, UnitKind::kClaim}) {
    const std::vector<Unit> units = cut(documents, kind);
    INFO(name_of(kind));
    REQUIRE(!units.empty());
    std::uint32_t end = static_cast<std::uint32_t>(record.body_begin);
    std::uint32_t number = 0;
    for (const Unit& unit : units) {
      CHECK(unit.number == ++number);
      CHECK(unit.span.begin >= end);
      CHECK(unit.span.end > unit.span.begin);
      CHECK(unit.first_char == count_code_points(record.text.substr(0, unit.span.begin)));
      end = unit.span.end;
    }
  }
  CHECK(documents[0].language == "de");
  CHECK(cut(documents, UnitKind::kParagraph).size() == 2);
  const std::vector<Unit> whole = cut(documents, UnitKind::kStatement);
  REQUIRE(whole.size() == 1);
  CHECK(text_of(whole[0], documents).starts_with("Die"));
  CHECK(text_of(whole[0], documents).ends_with("beraten."));
}

TEST_CASE("titled documents are cut alike however many there are") {
  std::vector<Record> documents;
  for (int i = 0; i < 1010; ++i) {
    documents.push_back(test::record_of(
        "r" + std::to_string(i),
        "Statement on the harbour of Solk\n\nThe quay was closed on 4 May; two cranes fell.\n",
        "en"));
  }
  std::vector<std::size_t> counts(documents.size(), 0);
  for (const Unit& unit : cut(documents, UnitKind::kClaim)) {
    ++counts[unit.document];
  }
  for (const std::size_t count : counts) {
    CHECK(count == counts.front());
  }
  CHECK(counts.front() >= 1);
}

TEST_CASE("every word of a body is in exactly one claim") {
  std::vector<Record> documents = test::corpus_of(11, 12).documents;
  const std::vector<Unit> units = cut(documents, UnitKind::kClaim, 3);
  std::vector<std::string> read(documents.size());
  for (const Unit& unit : units) {
    read[unit.document] += text_of(unit, documents);
  }
  const auto letters = [](const std::string& text) {
    std::string kept;
    for (const char c : text) {
      kept += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? std::string(1, c) : "";
    }
    return kept;
  };
  for (std::size_t d = 0; d < documents.size(); ++d) {
    CHECK(letters(read[d]) == letters(documents[d].text));
  }
}

TEST_CASE("the number of threads does not change the units") {
  for (const UnitKind kind : {UnitKind::kParagraph, UnitKind::kClaim}) {
    std::vector<Record> one = test::corpus_of(2, 25).documents;
    std::vector<Record> many = one;
    const std::vector<Unit> a = cut(one, kind, 1);
    const std::vector<Unit> b = cut(many, kind, 6);
    REQUIRE(a.size() == b.size());
    for (std::size_t u = 0; u < a.size(); ++u) {
      CHECK(a[u].document == b[u].document);
      CHECK(a[u].span == b[u].span);
    }
  }
}

}  // namespace parallax
