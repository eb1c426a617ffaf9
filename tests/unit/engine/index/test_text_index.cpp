#include "engine/index/search.hpp"
#include "engine/index/text_index.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"
#include "tests/unit/engine/index/indexed.hpp"

namespace parallax {
namespace {

using test::index_bytes;
using test::indexed_record;
using test::three_records;

/// What a search shows, as one string; empty for an error.
std::string answer(const TextIndex& index, const std::string& query) {
  Searcher searcher(index);
  const auto result = searcher.search(query, {});
  if (!result) {
    CHECK(result.error().to_string().find('\n') == std::string::npos);
    return "";
  }
  std::string out = "hits:";
  for (const SearchHit& hit : result.value().hits) {
    out += " " + std::to_string(hit.paragraph) + "=" + std::to_string(hit.score) + " " +
           hit.document.id + " " + hit.text;
  }
  return out;
}

}  // namespace

TEST_CASE("an index gives back documents and texts byte for byte") {
  const std::string bytes = index_bytes(three_records());
  const TextIndex index = TextIndex::open(bytes, "i").value();
  CHECK(index.info().documents == 3);
  CHECK(index.info().paragraphs == 4);
  CHECK(index.info().language == "en");
  CHECK(index.verify().empty());
  const IndexedDocument roads = index.document(0).value();
  CHECK(roads.id == "roads");
  CHECK(roads.path == "roads.txt");
  CHECK(roads.source == "Ministry of Roads");
  CHECK(roads.date == "2021-03-04");
  CHECK_FALSE(roads.title);
  CHECK(roads.paragraph_count == 2);
  CHECK_FALSE(index.document(2).value().source);
  CHECK(index.document_of(1).value() == 0);
  CHECK(index.document_of(2).value() == 1);
  CHECK(index.document_of(3).value() == 2);
  for (std::uint32_t p = 0; p < 4; ++p) {
    const std::uint32_t d = index.document_of(p).value();
    const ByteSpan span = index.span(p).value();
    CHECK(index.text(p).value() == three_records()[d].text.substr(span.begin, span.size()));
  }
  CHECK(index.find("bridg").value()->paragraphs == 3);
  CHECK_FALSE(index.find("zebra").value());
}

TEST_CASE("texts of all sorts of bytes survive packing") {
  test::Random random(7);
  const std::vector<std::string> pieces = {" ", "  ", "a",        "Word",        "word",
                                           ",", ". ", "\n",       "\t",          "9",
                                           "-", "'s", "\xc3\xa9", "\xe6\xb0\xb4"};
  std::vector<Record> records;
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) {
    std::string text = "x";
    for (std::size_t n = random.below(30); n > 0; --n) {
      text += test::pick(random, pieces);
    }
    records.push_back(indexed_record(std::to_string(i), text + "y"));
  }
  const std::string bytes = index_bytes(records);
  const TextIndex index = TextIndex::open(bytes, "i").value();
  REQUIRE(index.info().documents == 300);
  REQUIRE(index.info().paragraphs >= 300);
  for (std::uint32_t p = 0; p < index.info().paragraphs; ++p) {
    const std::string& whole = records[index.document_of(p).value()].text;
    const ByteSpan span = index.span(p).value();
    REQUIRE(index.text(p).value() == whole.substr(span.begin, span.size()));
  }
  CHECK(index.verify().empty());
}

TEST_CASE("adding to an index gives the bytes of building it at once") {
  const std::vector<Record> records = three_records();
  const std::string part = index_bytes({records[0], records[1]});
  const TextIndex opened = TextIndex::open(part, "i").value();
  IndexBuilder builder;
  REQUIRE(builder.add(opened));
  REQUIRE(builder.add(records[2]));
  CHECK(builder.finish().value() == index_bytes(records));
}

TEST_CASE("a document with the same id and path takes the place of the earlier one") {
  std::vector<Record> records = three_records();
  const std::string part = index_bytes(records);
  const TextIndex opened = TextIndex::open(part, "i").value();
  IndexBuilder builder;
  REQUIRE(builder.add(opened));
  records[0].text = "The bridge is open.";
  REQUIRE(builder.add(records[0]));
  CHECK(builder.replaced() == 1);
  CHECK(builder.documents() == 3);
  CHECK(builder.finish().value() == index_bytes({records[1], records[2], records[0]}));
}

TEST_CASE("nothing to index is an error") {
  CHECK(IndexBuilder().finish().error().code == ErrorCode::kEmpty);
  IndexBuilder builder;
  REQUIRE(builder.add(indexed_record("marks", "... -- !")));
  CHECK(builder.finish().error().code == ErrorCode::kEmpty);
}

TEST_CASE("an index cut at any byte is refused") {
  const std::string bytes = index_bytes(three_records());
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    INFO("byte " << n);
    const std::string cut = bytes.substr(0, n);
    const auto refused = TextIndex::open(cut, "i");
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::kFormat);
    REQUIRE(refused.error().place == "i");
  }
}

TEST_CASE("any flipped byte of an index is found and never gives another result") {
  const std::string bytes = index_bytes(three_records());
  const TextIndex sound = TextIndex::open(bytes, "i").value();
  const std::string expected = answer(sound, "the bridge");
  REQUIRE(expected.size() > 50);
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    for (const int mask : {0x01, 0x80, 0xFF}) {
      INFO("byte " << n << " mask " << mask);
      std::string flipped = bytes;
      flipped[n] = static_cast<char>(flipped[n] ^ mask);
      const auto opened = TextIndex::open(flipped, "i");
      if (opened) {
        const std::string found = answer(opened.value(), "the bridge");
        REQUIRE((found.empty() || found == expected));
        REQUIRE_FALSE(opened.value().verify().empty());
      } else {
        REQUIRE(opened.error().code == ErrorCode::kFormat);
      }
    }
  }
}

TEST_CASE("content that is wrong under a right checksum is refused, not believed") {
  const std::string bytes = index_bytes(three_records());
  const BlockFile file = BlockFile::open(bytes, "i", kIndexKind).value();
  const auto count = static_cast<std::size_t>(IndexSection::kCount);
  std::vector<std::string> sections;
  for (std::size_t s = 0; s < count; ++s) {
    sections.emplace_back(file.read_all(s).value());
  }
  REQUIRE(write_block_file(kIndexKind, sections) == bytes);
  for (std::size_t s = 0; s < count; ++s) {
    for (std::size_t n = 0; n < sections[s].size(); ++n) {
      for (const int mask : {0x01, 0x80, 0xFF}) {
        INFO("section " << s << " byte " << n << " mask " << mask);
        std::vector<std::string> changed = sections;
        changed[s][n] = static_cast<char>(changed[s][n] ^ mask);
        const std::string forged = write_block_file(kIndexKind, changed);
        const auto opened = TextIndex::open(forged, "i");
        if (opened) {
          (void)opened.value().verify();
          (void)answer(opened.value(), "the bridge over the river");
        }
      }
    }
  }
}

}  // namespace parallax
