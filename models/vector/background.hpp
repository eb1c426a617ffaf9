#pragma once

/// Document frequencies of a reference corpus: how common a term is in official language.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/result.hpp"

namespace parallax {

/// One term with the number of documents and paragraphs that contain it.
struct TermFrequency {
  std::string term;  ///< Folded word (models/text/fold.hpp), possessive 's cut, hyphenated words
                     ///< split. No stemming.
  std::uint32_t documents = 0;
  std::uint32_t paragraphs = 0;
};

/// A fitted, read-only model. Looked up in place in its file's bytes: opening costs one checksum,
/// no parsing.
///
/// idf(t) = ln((1 + N) / (1 + df(t))) + 1   (smoothed; Salton & Buckley 1988; the form scikit-learn
/// uses) with N and df counted in paragraphs. Unknown terms have df = 0: unknown words, names and
/// numbers weigh most.
///
/// File format: models/vector/MODEL_FORMAT.md. Thread safety: const functions are pure.
class BackgroundModel {
 public:
  struct Info {
    std::string language;     ///< ISO 639-1 or "und".
    std::string description;  ///< Where the figures come from.
    std::uint64_t documents = 0;
    std::uint64_t paragraphs = 0;
    std::uint64_t terms = 0;
    std::string unicode;   ///< Unicode version of the tokeniser that made it.
    std::string identity;  ///< Hex checksum (XXH3-64) of the payload.
    std::uint32_t format_version = 0;
  };

  /// Opens a model in memory; `bytes` must stay alive. Errors (kFormat, place = `place`): "is not a
  /// parallax model file", "is damaged (checksum differs)", "is cut short", "has format version N,
  /// this program reads M".
  [[nodiscard]] static Result<BackgroundModel> open(std::string_view bytes, std::string_view place);
  /// Reads a file and keeps its bytes.
  [[nodiscard]] static Result<BackgroundModel> read_file(const std::string& path);
  /// The model compiled in for a language; nullptr if there is none (then every term counts as
  /// unknown but stop words: see `idf_fallback`).
  [[nodiscard]] static const BackgroundModel* builtin(std::string_view language);

  [[nodiscard]] const Info& info() const;
  /// Paragraph frequency of a folded term, 0 if unknown. Complexity: O(1).
  [[nodiscard]] std::uint32_t paragraph_frequency(std::string_view folded) const;
  /// Smoothed inverse paragraph frequency, in [~1, ln(1+N)+1].
  [[nodiscard]] double idf(std::string_view folded) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

/// Bytes of a model file for the given counts; the same counts give the same bytes. Terms need not
/// be sorted. REQUIRES: terms are distinct.
[[nodiscard]] std::string serialise_model(const BackgroundModel::Info& info,
                                          std::vector<TermFrequency> terms);

}  // namespace parallax
