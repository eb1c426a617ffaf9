#include <sstream>

#include "engine/document/pairs.hpp"
#include "engine/document/read.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

Result<std::vector<Record>> read(const std::string& bytes, const ReadOptions& options = {}) {
  std::istringstream in(bytes);
  return read_records("-", options, in);
}

std::string error_of(const std::string& bytes, const ReadOptions& options = {}) {
  const auto result = read(bytes, options);
  return result ? "no error" : result.error().to_string();
}

}  // namespace

TEST_CASE("SHA-256 as in FIPS 180-4") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex(std::string(1000000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("content decides the kind") {
  struct Case {
    std::string bytes;
    ContentKind kind;
    std::string name;
  };
  const std::string png("\x89PNG\r\n\x1a\n\0\0", 10);
  const Case cases[] = {
      {"The ministry said.", ContentKind::kText, ""},
      {"# Title\n\nThe ministry said.", ContentKind::kMarkdown, ""},
      {"{\"text\": \"x\"}", ContentKind::kJson, ""},
      {"[{\"text\": \"x\"}]", ContentKind::kJson, ""},
      {"{\"text\": \"x\"}\n{\"text\": \"y\"}\n", ContentKind::kJsonLines, ""},
      {"%PDF-1.7", ContentKind::kUnsupported, "PDF"},
      {"<!DOCTYPE html><p>x", ContentKind::kUnsupported, "HTML"},
      {"<html><body>x", ContentKind::kUnsupported, "HTML"},
      {png, ContentKind::kUnsupported, "PNG"},
      {"\xff\xd8\xff\xe0 JFIF", ContentKind::kUnsupported, "JPEG"},
      {"{\\rtf1 x}", ContentKind::kUnsupported, "RTF"},
      {"GIF89a", ContentKind::kUnsupported, "GIF"},
      {"\x1f\x8b\x08", ContentKind::kUnsupported, "gzip"},
      {"\x7f"
       "ELF",
       ContentKind::kUnsupported, "ELF"},
  };
  for (const Case& c : cases) {
    const Sniffed sniffed = sniff(c.bytes);
    INFO(c.bytes.substr(0, 20) << " -> " << sniffed.name);
    CHECK(sniffed.kind == c.kind);
    CHECK(sniffed.name.find(c.name) != std::string::npos);
  }
  // A statement that opens with a bracket or brace is text.
  CHECK(sniff("[Unofficial translation] The ministry said.").kind != ContentKind::kUnsupported);
  CHECK(sniff("<We> said so.").kind == ContentKind::kText);
}

TEST_CASE("a text that starts with a bracket is read as text") {
  const auto records = read("[Unofficial translation] The ministry rejects the report.");
  REQUIRE(records.has_value());
  CHECK(records.value().at(0).text.find("rejects") != std::string::npos);
}

TEST_CASE("header lines of a text are its metadata") {
  const auto records = read(
      "Title: On the bridge\nDate: 2026-03-04\nSource: Ministry of Roads\n\n"
      "The bridge is open.");
  REQUIRE(records.has_value());
  const Record& r = records.value().at(0);
  CHECK(r.title == "On the bridge");
  CHECK(r.date == "2026-03-04");
  CHECK(r.source == "Ministry of Roads");
  CHECK(r.text.substr(r.body_begin).find("The bridge is open.") != std::string::npos);
}

TEST_CASE("JSON and JSONL records, with field names of one's own") {
  const auto one = read("{\"id\": 7, \"text\": \"The bridge is open.\", \"date\": \"2026-03-04\"}");
  REQUIRE(one.has_value());
  CHECK(one.value().at(0).id == "7");
  CHECK(one.value().at(0).date == "2026-03-04");
  const auto lines =
      read("{\"id\":\"a\",\"text\":\"One man.\"}\n\n{\"id\":\"b\",\"text\":\"Two men.\"}\n");
  REQUIRE(lines.has_value());
  REQUIRE(lines.value().size() == 2);
  CHECK(lines.value()[1].id == "b");
  ReadOptions options;
  options.text_field = "body";
  const auto own = read("{\"body\": \"The bridge is open.\"}", options);
  REQUIRE(own.has_value());
  CHECK(own.value().at(0).text == "The bridge is open.");
}

TEST_CASE("bad input is one line with its place") {
  CHECK(error_of("") == "-: is empty");
  CHECK(error_of(" \n ").starts_with("-: "));
  CHECK(error_of("... !?") == "-: has no words");
  CHECK(error_of("{\"text\": \"x\",\n \"title\": }").starts_with("-:2: "));
  CHECK(error_of("{\"body\": \"x\"}").find("text") != std::string::npos);
  CHECK(error_of("{\"text\": 5}").find("text") != std::string::npos);
  CHECK(error_of("{\"text\":\"One man.\"}\n{\"text\": \n").find("-:2") != std::string::npos);
  CHECK(error_of("%PDF-1.7 x").find("PDF") != std::string::npos);
  ReadOptions small;
  small.max_bytes = 4;
  CHECK(error_of("too long", small).find("limit") != std::string::npos);
  for (const std::string& bytes :
       {std::string("{\"text\": \"x\",\n \"title\": }"), std::string("[1, 2"), std::string("{")}) {
    CHECK(error_of(bytes).find('\n') == std::string::npos);
  }
}

TEST_CASE("a pair line holds id, left and right") {
  const PairRecord pair =
      parse_pair(R"({"id":"p","left":"One.","right":"Two.","left_lang":"fr"})", "f:1", "").value();
  CHECK(pair.id == "p");
  CHECK(pair.left.language == "fr");
  CHECK(pair.right.text == "Two.");
  for (const char* bad : {"{\"id\":\"p\",\"left\":\"x\"}", "[]", "{", "{\"left\":1,\"right\":2}"}) {
    const auto result = parse_pair(bad, "f:3", "");
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().to_string().starts_with("f:3"));
  }
}

}  // namespace parallax
