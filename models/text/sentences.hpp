#pragma once

/// Text -> paragraphs and sentences.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/span.hpp"

namespace parallax {

enum class ParagraphKind : std::uint8_t { kBody, kHeading, kListItem };

struct Paragraph {
  ByteSpan
      span;  ///< Without surrounding white space; inner line breaks of hard-wrapped text included.
  ParagraphKind kind = ParagraphKind::kBody;
};

/// Paragraphs in text order. Blank lines always separate. Inside a block, single line breaks
/// separate too unless the block looks hard-wrapped (line lengths near a common width, lines that
/// end in mid-sentence). Markdown/list bullets and numbered items start a paragraph of their own
/// (the bullet is not part of the span). Nothing but white space and bullets is left out.
/// Complexity: linear. Thread safety: pure.
[[nodiscard]] std::vector<Paragraph> split_paragraphs(std::string_view text);

/// What a known abbreviation says about the full stop behind it.
enum class AbbreviationClass : std::uint8_t {
  kTitle,  ///< Dr., Gen., Mme.: never ends a sentence before a name.
  kHard,   ///< e.g., vs., p., Art., No.: practically never ends a sentence.
  kSoft,  ///< U.S., etc., p.m., Inc.: ends one if the next word starts a sentence (capitalised stop
          ///< or function word).
  kOrdinal,  ///< Language marks ordinals by a full stop after digits (German, Turkish,
             ///< Azerbaijani...): "16." before month.
};

/// Abbreviations of one language. Forms are stored folded, without the final stop ("u.s", "gen",
/// "z. b" as "z.b").
class AbbreviationTable {
 public:
  AbbreviationTable();
  ~AbbreviationTable();
  AbbreviationTable(AbbreviationTable&&) noexcept;
  AbbreviationTable& operator=(AbbreviationTable&&) noexcept;
  AbbreviationTable(const AbbreviationTable&) = delete;
  AbbreviationTable& operator=(const AbbreviationTable&) = delete;

  void add(std::string_view folded_form, AbbreviationClass abbreviation_class);
  /// A function word that may begin a sentence ("the", "nach"), folded.
  void add_starter(std::string_view folded_word);
  [[nodiscard]] bool is_starter(std::string_view folded_word) const;
  /// Class of a folded form or nullptr.
  [[nodiscard]] const AbbreviationClass* find(std::string_view folded_form) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Sentence splitter: candidates by the root rules of UAX #29, then own merge and split rules
/// (abbreviations, initials, ordinals, decimal points, quotes and brackets, sentences that start
/// with a digit, ellipses, glued sentences). Lifetime: keeps a reference to `abbreviations`. Thread
/// safety: one object per thread.
class SentenceSplitter {
 public:
  SentenceSplitter(std::string language, const AbbreviationTable& abbreviations);
  ~SentenceSplitter();
  SentenceSplitter(SentenceSplitter&&) noexcept;
  SentenceSplitter& operator=(SentenceSplitter&&) noexcept;
  SentenceSplitter(const SentenceSplitter&) = delete;
  SentenceSplitter& operator=(const SentenceSplitter&) = delete;

  /// Sentences of one paragraph, in order, without surrounding white space; every non-space byte of
  /// the paragraph is in exactly one. Line breaks inside the paragraph count as blanks. Spans are
  /// into `text`. REQUIRES: `paragraph` lies in `text`, which is valid UTF-8. Complexity: linear.
  [[nodiscard]] std::vector<ByteSpan> split(std::string_view text, ByteSpan paragraph);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace parallax
