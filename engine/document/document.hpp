#pragma once

/// One input of a run: text, metadata and its segmentation.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/expects.hpp"
#include "models/base/span.hpp"
#include "models/text/sentences.hpp"
#include "models/text/tokenise.hpp"

namespace parallax {

/// What was read from the outside, before any analysis.
struct Record {
  std::string id;  ///< `id` field, else the file name without folder and extension.
  std::string
      path;  ///< As given on the command line ("-" for standard input), with "#N" for JSONL line N.
  std::string sha256;  ///< Of the file's bytes, lower-case hex.
  std::string text;    ///< Valid UTF-8; all spans of the run point into it.
  std::string encoding = "UTF-8";
  double encoding_confidence = 1.0;
  std::optional<std::string> title;
  std::optional<std::string> date;    ///< ISO 8601 date as given.
  std::optional<std::string> source;  ///< Publisher or issuer as given.
  bool source_from_head = false;      ///< No metadata give `source`: title or letterhead do.
  bool date_from_name = false;        ///< No metadata give `date`: the file's name does.
  bool date_from_head = false;        ///< Neither gives it: a line above the text does.
  /// As given by a `lang`/`language` field or --lang ("en", "en-GB"); detected where it is no tag.
  std::string language = {};
  /// Byte offset where the body starts; header lines (Title:, Date:, Source:) stand before it.
  std::size_t body_begin = 0;
};

struct Sentence {
  ByteSpan span;
  std::uint32_t paragraph = 0;    ///< Index into Document::paragraphs.
  std::uint32_t number = 0;       ///< 1-based in its paragraph.
  std::uint32_t first_token = 0;  ///< Index into Document::tokens.
  std::uint32_t token_count = 0;
};

/// A record with its segmentation. Every non-space byte of `record.text` outside bullets lies in
/// exactly one sentence.
struct Document {
  Record record;
  std::string language;  ///< ISO 639-1 or "und".
  double language_confidence = 0.0;
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;  ///< Words live in the WordTable of the run.

  /// REQUIRES: span lies in the text.
  [[nodiscard]] std::string_view slice(ByteSpan span) const& PARALLAX_LIFETIMEBOUND {
    PARALLAX_EXPECTS(span.begin <= span.end && span.end <= record.text.size());
    return std::string_view(record.text).substr(span.begin, span.size());
  }
  std::string_view slice(ByteSpan) const&& = delete;  // the document would die first
};

}  // namespace parallax
