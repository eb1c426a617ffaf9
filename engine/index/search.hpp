#pragma once

/// The paragraphs of an index that are nearest to a text.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/posting_sums.hpp"
#include "engine/index/term_reader.hpp"
#include "engine/index/text_index.hpp"
#include "models/base/result.hpp"

namespace parallax {

struct SearchOptions {
  std::size_t top_k = 10;  ///< At least 1.
  /// Only documents whose source is one of these, case and typographic variants aside (`fold`).
  /// Empty allows all.
  std::vector<std::string> sources = {};
  /// Only documents whose date can lie in [since, until]; "2022" and "2022-09" stand for all their
  /// days, on both sides. Documents without an ISO date are left out as soon as one is given. Empty
  /// = open. REQUIRES: is_iso_date.
  std::string since = {};
  std::string until = {};
  std::string language = {};  ///< Of the query; empty = that of the index.
};

/// "2022", "2022-09" or "2022-09-13", with a month from 1 to 12 and a day from 1 to 31.
[[nodiscard]] bool is_iso_date(std::string_view date);

/// A term of query and paragraph.
struct HitTerm {
  std::string term;
  double share = 0.0;           ///< Of the score; shares add up to it but for rounding.
  std::vector<ByteSpan> spans;  ///< Places in the hit's text, in order.
};

/// The words of `text` at these places as they are written, each once, case aside: in the order of
/// the places.
[[nodiscard]] std::vector<std::string> words_at(std::string_view text,
                                                const std::vector<ByteSpan>& spans);

struct SearchHit {
  std::uint32_t paragraph = 0;  ///< Number in the index.
  double score = 0.0;           ///< Cosine, (0, 1].
  IndexedDocument document;
  ByteSpan span;  ///< In the text of the document.
  std::string text;
  std::vector<HitTerm> terms;  ///< Largest share first, then in byte order.
};

struct SearchResult {
  std::vector<std::string> unknown;  ///< Terms of the query that the index does not have, sorted.
  std::vector<std::string> unknown_words;  ///< For each the first word of the query that gives it.
  std::vector<SearchHit> hits;             ///< Score descending, then paragraph ascending.
};

/// Exact: every paragraph that shares a term with the query is scored. Weights are those of
/// `term_weight` with the index's own document frequencies; products are summed as whole numbers,
/// so that equal paragraphs have equal scores and the order of the terms does not matter. Memory: 8
/// bytes a paragraph. Lifetime: keeps a reference to the index. Thread safety: one object a thread.
class Searcher {
 public:
  explicit Searcher(const TextIndex& index) : index_(index) {}

  /// REQUIRES: `query` is valid UTF-8 of at most 16 MiB. Errors: kFormat for a damaged index and
  /// for one of another Unicode version; kEmpty for a query without words.
  /// Complexity: O(postings of the query's terms + paragraphs + top_k text).
  [[nodiscard]] Result<SearchResult> search(std::string_view query, const SearchOptions& options);

 private:
  struct QueryTerm {
    std::string text;
    WeightedPostings postings;
  };
  struct Query {
    std::vector<QueryTerm> terms;  ///< Those that the index has, in byte order.
    std::vector<std::string> unknown, unknown_words;
    double norm = 0.0;
  };
  struct Candidate {
    double score = 0.0;
    std::uint32_t paragraph = 0;
  };

  [[nodiscard]] Result<Query> read_query(std::string_view text, const std::string& language);
  void add_unknown_words(std::string_view text, const std::string& language, Query& query);
  [[nodiscard]] Status accumulate(const Query& query);
  /// By document: may it be shown? Empty: all may.
  [[nodiscard]] Result<std::vector<char>> allowed(const SearchOptions& options) const;
  [[nodiscard]] Status bar(const std::vector<char>& allowed);
  [[nodiscard]] Result<std::vector<Candidate>> best(double query_norm, std::size_t top_k) const;
  [[nodiscard]] Result<SearchHit> hit(const Candidate& candidate, const Query& query);
  [[nodiscard]] Status add_terms(const Query& query, double norm, SearchHit& hit);

  const TextIndex& index_;
  TermReader reader_;
  std::vector<std::uint64_t> sums_;  ///< By paragraph.
};

}  // namespace parallax
