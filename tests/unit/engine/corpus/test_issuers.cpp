#include <algorithm>

#include "engine/corpus/issuers.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

Record record_of(std::string id, std::string text) {
  Record record;
  record.path = id + ".txt";
  record.id = std::move(id);
  record.text = std::move(text);
  return record;
}

const char* const kBody =
    "\n\nThe bridge over the Orm stays closed to lorries until the repairs are complete.\n\n"
    "We ask all drivers to use the ferry at Lund.\n";

std::vector<std::string> sources_of(std::vector<Record> documents, std::size_t threads = 1) {
  REQUIRE(name_issuers(documents, LexiconSource(), threads));
  std::vector<std::string> sources;
  for (const Record& document : documents) {
    sources.push_back(document.source.value_or("") + (document.source_from_head ? " (head)" : ""));
  }
  return sources;
}

}  // namespace

TEST_CASE("issuers are named by the first lines of a text") {
  CHECK(sources_of({record_of("a", std::string("Statement by the Ministry of Transport of Norland "
                                               "on the closure of the bridge") +
                                       kBody),
                    record_of("b", std::string("Bridge news") + kBody)}) ==
        std::vector<std::string>{"Ministry of Transport of Norland (head)", ""});
}

TEST_CASE("issuers are named by the title of the metadata where the text names none") {
  Record titled = record_of("a", kBody);
  titled.title = "Statement by the Ombudsperson of Velland on the bridge";
  Record header = record_of("b", std::string("Title: x\n") + kBody);
  header.body_begin = 9;
  header.title = "Press release of the Ministry of Transport of Norland";
  CHECK(sources_of({titled, header}) ==
        std::vector<std::string>{"Ombudsperson of Velland (head)",
                                 "Ministry of Transport of Norland (head)"});
}

TEST_CASE("metadata go before titles") {
  Record given =
      record_of("a", std::string("Statement by the Ministry of Transport of Norland") + kBody);
  given.source = "Transport desk";
  CHECK(sources_of({given}) == std::vector<std::string>{"Transport desk"});
}

TEST_CASE("one issuer is spelt in one way, whatever the order and the number of threads") {
  const std::string small = "Statement by the Ministry of Transport of Norland";
  std::vector<Record> documents = {
      record_of("a", "MINISTRY OF TRANSPORT OF NORLAND" + std::string(kBody)),
      record_of("b", small + kBody), record_of("c", small + kBody)};
  const std::vector<std::string> expected(3, "Ministry of Transport of Norland (head)");
  CHECK(sources_of(documents) == expected);
  CHECK(sources_of(documents, 3) == expected);
  std::reverse(documents.begin(), documents.end());
  CHECK(sources_of(documents, 2) == expected);
  documents[0].source = "Ministry of transport of Norland";
  CHECK(sources_of(documents)[2] == "Ministry of transport of Norland (head)");
}

TEST_CASE("days of texts stand in names of files, else above the text") {
  Record given = record_of("2026-05-01", kBody);
  given.date = "2026-04";
  std::vector<Record> documents = {
      given,
      record_of("2026-05-02-roads", std::string("Tarn, 3 May 2026") + kBody),
      record_of("a", std::string("Tarn, 3 May 2026") + kBody),
      record_of("b", std::string("Statement by the Ministry of Transport of Norland, 4 May 2026") +
                         kBody),
      record_of("c",
                std::string("Statement by the Ministry of Transport of Norland on the collapse "
                            "of the bridge over the Orm of 9 March 2026") +
                    kBody),
      record_of("d", kBody)};
  documents[1].path = "in/2026-05-02-roads.txt";
  documents.push_back(documents[1]);
  documents.back().path = "in/2026-05-02.jsonl#4";
  for (const std::size_t threads : {1U, 3U}) {
    std::vector<Record> dated = documents;
    REQUIRE(date_documents(dated, LexiconSource(), threads));
    const char* const days[] = {"2026-04", "2026-05-02", "2026-05-03", "2026-05-04",
                                "",        "",           "2026-05-03"};
    for (std::size_t d = 0; d < dated.size(); ++d) {
      CAPTURE(d);
      CHECK(dated[d].date.value_or("") == days[d]);
      CHECK(dated[d].date_from_name == (d == 1));
      CHECK(dated[d].date_from_head == (d == 2 || d == 3 || d == 6));
    }
  }
}

}  // namespace parallax
