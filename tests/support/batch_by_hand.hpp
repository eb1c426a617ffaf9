#pragma once

/// A small report of `parallax batch` and what tests ask of its page.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "engine/report/batch_writers.hpp"
#include "tests/reference/naive_png.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/markup.hpp"

namespace parallax::test {

inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

inline std::string between(const std::string& text, const std::string& begin,
                           const std::string& end) {
  const std::size_t from = text.find(begin);
  REQUIRE(from != std::string::npos);
  const std::size_t at = from + begin.size();
  return text.substr(at, text.find(end, at) - at);
}

/// A report made by hand, so that no rule of the engine changes it: four documents of one unit.
class BatchByHand {
 public:
  BatchByHand() {
    run_.tool = {"1.2.3", "72.1", "15.0", "model", "builtin"};
    run_.options.threshold = 0.4;
    add("a", "Harbour Office", "2024-03-01", "The storm took 3 boats at Lunde.");
    add("b", "Union & Sons", "2024-03", "The storm took 5 boats at Lunde.");
    add("c", "Harbour Office", "", "The storm took 3 boats at Lunde.");
    add("d", "", "2023-12-31", "A new ferry sails <soon>.");
    add("e", "Town", "2022-01-01", "Nobody else says this.");
    report_.sources = sources_of(report_.corpus.documents, report_.units);
    report_.pairs = {pair(0, 2, 1.0), pair(0, 1, 0.75), pair(1, 2, 0.75), pair(0, 3, 0.41)};
    report_.pairs[0].same_text = true;
    report_.pairs[1].findings = found(0, 1);
    report_.pairs[2].findings = found(2, 1);
    std::swap(report_.pairs[2].findings->divergences[0].left,
              report_.pairs[2].findings->divergences[0].right);
    report_.pairs[3].findings = PairFindings{"related", 0.5, 0.25, 0.0, {}};
    report_.compared = 3;
    report_.near = 5;
    report_.too_short = 2;
    report_.clusters = {{ClusterKind::kIdentical, {{0, 2}, 1, 1.0}, 2, 1, 0, 0},
                        {ClusterKind::kRelated, {{0, 1, 2}, 3, 0.75}, 3, 2, 2, 2}};
    report_.cells = {{0, 2, 2, 1, 2, {{"number", 2}}, 2}, {0, 3, 1, 1, 1, {}, 0}};
    report_.similarities.from = 0.2;
    for (const double score : {0.21, 0.22, 0.41, 0.75, 0.75, 1.0}) {
      report_.similarities.add(score);
    }
    map();
    report_.corpus.failures = {{ErrorCode::kIo, "in/x.txt", "cannot be read"},
                               {ErrorCode::kEmpty, "in/y.txt", "has no words"},
                               {ErrorCode::kIo, "in/z.txt", "cannot be read"}};
  }

  BatchReport& report() { return report_; }
  BatchRun& run() { return run_; }
  [[nodiscard]] std::string html() const { return write_batch_html(report_, run_); }

 private:
  void add(const std::string& id, const std::string& source, const std::string& date,
           const std::string& text) {
    Record record;
    record.id = id;
    record.path = "in/all.jsonl#" + std::to_string(report_.units.size() + 1);
    record.sha256 = std::string(64, 'a');
    record.text = text;
    record.language = "en";
    record.source = source.empty() ? std::nullopt : std::optional(source);
    record.date = date.empty() ? std::nullopt : std::optional(date);
    const auto index = static_cast<std::uint32_t>(report_.units.size());
    report_.units.push_back({index, 1, {0, static_cast<std::uint32_t>(text.size())}, 0});
    report_.corpus.documents.push_back(std::move(record));
  }

  static BatchPair pair(std::uint32_t left, std::uint32_t right, double score) {
    return {{left, right, score, 1, right > 1 ? 0U : 1U},
            {{"storm", 0.6}, {"boats", 0.4}},
            false,
            std::nullopt};
  }

  [[nodiscard]] PairFindingSide side(std::uint32_t unit, char figure) const {
    const auto at = static_cast<std::uint32_t>(report_.corpus.documents[unit].text.find(figure));
    return {{at, at + 1}, {at, at + 1}, std::string(1, figure)};
  }

  [[nodiscard]] PairFindings found(std::uint32_t left, std::uint32_t right) const {
    PairFinding d;
    d.kind = "number";
    d.severity = "conflict";
    d.fingerprint = "0123456789abcdef";
    d.rule = "number.disjoint";
    d.slot = "boats";
    d.confidence = 0.9;
    d.importance = 0.5;
    d.left = side(left, '3');
    d.right = side(right, '5');
    d.comparable_because = "both speak of storm, boats";
    d.explanation = "the left side says 3, the right side 5";
    return {"conflict", 0.8, 0.8, 0.5, {d}};
  }

  void map() {
    HeatMap map;
    map.rows = {{0, 1, 1}, {2, 1, 1}, {1, 1, 1}, {3, HeatRow::kNone, 1}};
    map.cells = {0, 255, 191, 104, 255, 0, 191, 0, 191, 191, 0, 0, 104, 0, 0, 0};
    map.alone = 1;
    report_.map = map;
  }

  BatchReport report_;
  BatchRun run_;
};

/// Nests, no id twice, no link without an end, one script and one style, nothing loaded.
inline void check_sound(const std::string& html) {
  const Markup markup = read_markup(html);
  INFO(markup.trouble);
  CHECK(markup.trouble.empty());
  for (const auto& [id, count] : markup.ids) {
    INFO(id);
    CHECK(count == 1);
  }
  for (const std::string& link : markup.links) {
    INFO(link);
    CHECK((link.starts_with("#") && markup.ids.contains(link.substr(1))));
  }
  CHECK(markup.elements.at("script") == 1);
  CHECK(markup.elements.at("style") == 1);
  CHECK_FALSE(markup.attributes.contains("style"));
  CHECK_FALSE(markup.attributes.contains("src"));
}

/// The first picture of a page, read by the plain reader.
inline NaivePicture picture_in(const std::string& html) {
  const std::string digits = between(html, "data:image/png;base64,", "\"");
  std::string bytes;
  std::uint32_t group = 0;
  unsigned bits = 0;
  for (const char c : digits) {
    if (c == '=') {
      break;
    }
    const std::uint32_t value = static_cast<std::uint32_t>(c >= 'a'   ? c - 'a' + 26
                                                           : c >= 'A' ? c - 'A'
                                                           : c >= '0' ? c - '0' + 52
                                                           : c == '+' ? 62
                                                                      : 63);
    group = (group << 6U) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<char>((group >> bits) & 0xFFU));
    }
  }
  return read_png(bytes);
}

}  // namespace parallax::test
