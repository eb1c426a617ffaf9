#pragma once

/// Documents -> the stretches of text that are searched for neighbours.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/table.hpp"

namespace parallax {

enum class UnitKind : std::uint8_t {
  kParagraph,  ///< A paragraph of the document's body.
  kStatement,  ///< The whole body of a document.
  kClaim,      ///< A claim (engine/facts/claims.hpp).
};
[[nodiscard]] std::string_view name_of(UnitKind kind);  // "paragraph", "statement", "claim"

/// One stretch of one document.
struct Unit {
  std::uint32_t document = 0;    ///< Index into the documents of the run.
  std::uint32_t number = 0;      ///< 1-based in its document.
  ByteSpan span;                 ///< Into the document's text; never empty.
  std::uint32_t first_char = 0;  ///< Code points in front of the span.
};

/// Units of all documents, in order of documents and then of the text; lines above a text that only
/// say whose it is or of which day (head_lines.hpp) are none, but are counted. Documents whose
/// language is not given get it by detection (Record::language). Units are cut on `threads`
/// threads, without effect on the result. Errors: kFormat for a malformed overlay table only.
/// Complexity: linear.
[[nodiscard]] Result<std::vector<Unit>> cut_units(std::vector<Record>& documents, UnitKind kind,
                                                  const LexiconSource& lexicons,
                                                  std::size_t threads);

/// Name of a unit: its document's id and its number, "statement-7:3".
[[nodiscard]] std::string unit_name(const Unit& unit, const std::vector<Record>& documents);

/// Words of a unit. Lifetime: a view of the document's text.
[[nodiscard]] std::string_view text_of(const Unit& unit, const std::vector<Record>& documents);

}  // namespace parallax
