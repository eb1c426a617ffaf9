#pragma once

/// Who speaks in a run: the sources of all documents, each once. A person who speaks for an
/// organisation is that organisation; one source that speaks in several documents is one party.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/sources/attribute.hpp"
#include "engine/sources/statement.hpp"

namespace parallax {

/// One document of a run. Without `sourced` it speaks as a whole: its issuer says all of it.
struct CompareInput {
  const Document* document = nullptr;
  const SourcedDocument* sourced = nullptr;
  const DocumentHead* head = nullptr;  ///< Its issuer, and lines that state nothing; may be null.
};

struct Party {
  std::string name;  ///< Longest name of its members.
  std::string role = "unknown";
  std::string organisation;
  std::string country;
  bool inferred = false;                ///< No member states its name or country.
  bool narration = false;               ///< The author of a document.
  std::optional<std::size_t> document;  ///< Set where a document speaks as a whole.
};

struct PartyList {
  /// In order of their first statement, narration behind all others.
  std::vector<Party> parties;
  /// Party of each statement of each document; one entry for a document that speaks as a whole.
  std::vector<std::vector<std::size_t>> of_statement;
};

/// Complexity: quadratic in the number of sources of the run. The grouping does not depend on the
/// order of the inputs. Sources of one document are never joined unless one speaks for the other.
[[nodiscard]] PartyList parties_of(const std::vector<CompareInput>& inputs);

/// Order of documents that does not depend on how they were given: by date, then id, then bytes.
[[nodiscard]] bool canonical_before(const Document& a, const Document& b);

}  // namespace parallax
