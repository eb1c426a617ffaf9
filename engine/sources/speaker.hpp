#pragma once

/// Finds the noun phrase that speaks beside a cue. Internal to engine/sources.

#include <cstdint>

#include "engine/sources/reading.hpp"

namespace parallax {

struct SpeakerPhrase {
  std::int32_t chunk = -1;       ///< Its head.
  std::int32_t apposition = -1;  ///< A further phrase about the same speaker.
  TokenRange mention;            ///< Head with its prepositional phrases.
  TokenRange tokens;             ///< All that stands between content and cue.
  bool relative = false;         ///< "X, who said": the cue stands in a relative clause.
  [[nodiscard]] bool found() const { return chunk >= 0; }
};

class SpeakerFinder {
 public:
  explicit SpeakerFinder(const Reading& reading) : r_(reading) {}

  /// The speaker in front of a cue of sentence `s`.
  [[nodiscard]] SpeakerPhrase left_of(const CueGroup& cue, TokenRange s) const;
  /// The speaker that begins at token `i` (behind a cue, "according to" or "by").
  [[nodiscard]] SpeakerPhrase right_of(std::uint32_t i, TokenRange s) const;
  /// May this phrase speak at all? `strict`: only who is known by name, role or table.
  [[nodiscard]] bool capable(std::int32_t chunk, bool strict) const;
  [[nodiscard]] bool headed_by_nobody(const Chunk& chunk) const;
  /// End of a phrase with its prepositional phrases ("spokesman for the ministry").
  [[nodiscard]] std::uint32_t phrase_end(std::int32_t chunk, std::uint32_t limit) const;
  /// Start of the phrase whose last part a chunk is ("a spokesman" for "the ministry").
  [[nodiscard]] std::uint32_t phrase_begin(std::int32_t chunk, TokenRange s) const;
  /// No preposition leads to it.
  [[nodiscard]] bool opens_clause(std::int32_t chunk, TokenRange s) const {
    return preposition_before(at(chunk).tokens.begin, s) == at(chunk).tokens.begin;
  }
  /// A news outlet.
  [[nodiscard]] bool relays(std::int32_t chunk) const;
  /// No table knows what it is.
  [[nodiscard]] bool unknown(std::int32_t chunk) const {
    return chunk >= 0 &&
           (at(chunk).kind == ChunkKind::kName || at(chunk).kind == ChunkKind::kOther);
  }
  [[nodiscard]] bool may_be_cited(std::int32_t chunk) const { return capable(chunk, true); }

 private:
  [[nodiscard]] bool participle_opens(std::int32_t chunk, TokenRange s) const;
  [[nodiscard]] bool office_of_country(const Chunk& c) const;
  [[nodiscard]] SpeakerPhrase before_relative(std::uint32_t i, TokenRange s) const;
  [[nodiscard]] bool written_or_asked(ChunkKind kind) const;
  [[nodiscard]] bool speaks_at(std::uint32_t i, std::uint32_t chunk_token) const;
  [[nodiscard]] std::uint32_t speaker_end(std::int32_t chunk) const;
  [[nodiscard]] std::uint32_t in_front_of_venue(std::uint32_t i, TokenRange s) const;
  [[nodiscard]] SpeakerPhrase climb(std::int32_t chunk, TokenRange s) const;
  [[nodiscard]] SpeakerPhrase behind_comma(std::uint32_t comma, TokenRange s) const;
  [[nodiscard]] std::int32_t ending_at(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t before_date(std::uint32_t i, TokenRange s) const;
  [[nodiscard]] std::uint32_t before_bracket(std::uint32_t i, TokenRange s) const;
  [[nodiscard]] std::uint32_t preposition_before(std::uint32_t begin, TokenRange s) const;
  [[nodiscard]] const Chunk& at(std::int32_t chunk) const {
    return r_.chunks[static_cast<std::size_t>(chunk)];
  }
  const Reading& r_;
};

}  // namespace parallax
