#pragma once

/// Wording that several sources share: who said it first, and who repeated it.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/base/result.hpp"
#include "models/base/span.hpp"
#include "models/lexicon/table.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// How telling a shared formulation is. Order = what matters first.
enum class RarityBand : std::uint8_t {
  kRare,       ///< Few documents have it: somebody took it over from somebody.
  kFrequent,   ///< Many documents have it: a turn of the genre.
  kFormulaic,  ///< Nothing but courtesy or diplomatic formula (engine/facts/claim.hpp).
};
[[nodiscard]] std::string_view name_of(RarityBand band);  // "rare", "frequent", "formulaic"

/// Between whom a formulation must be shared.
enum class SharedBy : std::uint8_t { kSources, kDocuments };

struct FormulationOptions {
  SharedBy shared_by = SharedBy::kSources;  ///< kDocuments: each document is a source of its own.
  std::uint32_t min_words = 6;              ///< Words of the shortest formulation; at least 1.
  std::uint32_t min_content = 2;  ///< Of them no stop words: "and in the end of the" tells nothing.
  std::uint32_t min_sources = 2;  ///< Sources that must have it; at least 2.
  /// A formulation of more documents is frequent: `frequent_documents`, or for small collections
  /// this share of all documents, but never fewer than `frequent_floor`.
  std::uint32_t frequent_documents = 100;
  double frequent_share = 0.05;
  std::uint32_t frequent_floor = 5;
};

/// One document that has the formulation.
struct FormulationUse {
  std::uint32_t document = 0;  ///< Index into the documents given.
  ByteSpan span;               ///< First place in it: from the first word to the last.
  std::uint32_t times = 1;     ///< How often the document has it.
};

struct Formulation {
  std::uint32_t words = 0;    ///< Words that are shared, marks not counted.
  std::uint32_t sources = 0;  ///< Distinct sources.
  RarityBand band = RarityBand::kRare;
  /// One a document, in the order of time: date, then undated ones; ties by id, path, index.
  /// The first is who said it first; its bytes are the text.
  std::vector<FormulationUse> uses;
  /// True if the first use has a date and no other source has it on that date: somebody was first.
  bool first_known = false;
};

/// Formulations that documents of at least `min_sources` sources share. A formulation is a sequence
/// of words (Word::folded: case, possessives and marks between the words do not matter) inside one
/// paragraph that cannot be made longer, at either end, without losing a document. A longer one in
/// fewer documents is a formulation of its own.
///
/// A document's source is Record::source, folded; a document without one is a source of its own.
/// Order: band, then sources and words descending, then the first use in the order of time, then
/// its span. The order of the documents has no effect but on the indices.
///
/// Method: all places whose next `min_words` words stand in enough sources are grouped by these
/// words; groups grow to the right word by word and split where the words part. A group that the
/// same word precedes everywhere is dropped at once, as whatever grows from it can be made longer
/// to the left; so a passage that is copied whole is grown once, not once for each of its words.
/// Complexity: sorting of the words of all documents, plus the words of the places that grow.
/// Memory: 12 bytes a word of the documents. Thread safety: none; `words` and `tables` are used.
/// REQUIRES: all documents were analysed with `words`; fewer than 2^32 words together. Errors:
/// kFormat for a malformed overlay table only.
[[nodiscard]] Result<std::vector<Formulation>> shared_formulations(
    std::span<const Document> documents, WordTable& words, FactLexicons& tables,
    const FormulationOptions& options = {});

struct CorpusFormulationOptions {
  FormulationOptions wanted;
  std::size_t limit = 10000;  ///< So many of each band are listed at most; at least 1.
  std::size_t threads = 1;    ///< At least 1. Without effect on the result.
};

/// The formulations of a collection.
struct CorpusFormulations {
  std::vector<Formulation> list;  ///< In the order of `shared_formulations`.
  std::size_t found = 0;          ///< All of them; those beyond the limit are not listed.
};

/// The same from records that nobody has analysed: words are cut paragraph by paragraph, and only
/// the paragraphs in which a listed formulation stands first are analysed, each by itself. The
/// first `limit` of a band are listed. REQUIRES: languages are known; fewer than 2^32 words
/// together. Errors: kFormat for a malformed overlay table only.
[[nodiscard]] Result<CorpusFormulations> corpus_formulations(
    std::span<const Record> records, const LexiconSource& lexicons,
    const CorpusFormulationOptions& options);

/// Indices of the documents in the order of time that `Formulation::uses` has.
[[nodiscard]] std::vector<std::uint32_t> in_order_of_time(std::span<const Document> documents);
[[nodiscard]] std::vector<std::uint32_t> in_order_of_time(std::span<const Record* const> records);

}  // namespace parallax
