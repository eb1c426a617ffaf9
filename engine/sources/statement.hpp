#pragma once

/// What one source is responsible for in a document.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/sources/source.hpp"
#include "models/base/span.hpp"

namespace parallax {

enum class Mode : std::uint8_t { kDirect, kIndirect, kMixed, kNarration };
[[nodiscard]] std::string_view name_of(Mode mode);

/// How far the source stands behind what the statement says.
enum class Commitment : std::uint8_t { kAsserted, kReported, kDenied, kConditional };
[[nodiscard]] std::string_view name_of(Commitment commitment);

/// A part of a statement that its source does not assert: what it reports somebody else to say, or
/// to deny.
struct EmbeddedClaim {
  ByteSpan span;
  Commitment commitment = Commitment::kReported;
};

/// A stretch of a document with its source. All spans are byte ranges of the document's text.
struct Statement {
  std::string id;                     ///< "S1", in text order.
  std::optional<std::size_t> source;  ///< Index into SourcedDocument::sources.
  Mode mode = Mode::kNarration;
  Commitment commitment = Commitment::kAsserted;
  std::vector<ByteSpan> content;  ///< Without quotation marks at its ends; ascending.
  /// What is compared as the source's own position: the content, with the cue in front where the
  /// cue itself takes a stand ("condemned the attack").
  std::vector<ByteSpan> passage;
  std::vector<EmbeddedClaim> embedded;  ///< Parts of the content, in the order of their verbs.
  std::optional<ByteSpan> source_span;  ///< The mention that speaks here ("she").
  std::vector<ByteSpan> cue;            ///< "said", "has condemned", "urging"; empty for narration.
  std::string rule;                     ///< Stable id, for example "A1".
  double confidence = 0.0;              ///< [0, 1]
  std::optional<std::size_t> relayed_by;   ///< The outlet of "X reports, citing Y".
  std::optional<std::size_t> alternative;  ///< Second-best source.
  std::uint32_t first_sentence = 0;        ///< Sentences that the content touches: [first, last].
  std::uint32_t last_sentence = 0;
};

/// The statements of a document in text order. Every sentence belongs to at least one statement;
/// what nobody is said to say is narration.
struct SourcedDocument {
  std::vector<Source> sources;
  std::vector<Statement> statements;
  std::vector<ByteSpan> quotations;   ///< Between quotation marks, outermost ones, in text order.
  std::vector<std::string> warnings;  ///< What the language lacks, unbalanced marks ...
};

}  // namespace parallax
