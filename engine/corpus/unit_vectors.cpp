#include "engine/corpus/unit_vectors.hpp"

#include <algorithm>

#include "engine/document/stop_words.hpp"
#include "models/text/fold.hpp"
#include "models/text/split.hpp"
#include "models/text/words.hpp"
#include "models/vector/corpus_vectors.hpp"

namespace parallax {
namespace {

/// The units of one language with their vectors.
struct Part {
  std::vector<std::string_view> texts;
  CorpusVectors vectors;
  std::int32_t first_term = 0;
};

Result<CorpusVectors> embed_texts(const std::vector<std::string_view>& texts,
                                  const std::string& language, const LexiconSource& lexicons,
                                  std::size_t threads) {
  Result<std::string> stops = stop_words(lexicons, language);
  if (!stops) {
    return std::move(stops).error();
  }
  CorpusOptions options;
  options.language = language;
  options.stop_words = stops.value();
  options.threads = static_cast<unsigned>(std::max<std::size_t>(1, threads));
  return corpus_vectors(texts, options);
}

void append_row(const Part& part, std::size_t row, const VectorOptions& options, UnitVectors& all) {
  const RowsView rows = view_of(part.vectors.rows);
  const auto begin = static_cast<std::size_t>(rows.offsets[row]);
  const auto end = static_cast<std::size_t>(rows.offsets[row + 1]);
  if (end - begin < options.min_terms) {
    ++all.too_short;
  } else {
    for (std::size_t i = begin; i < end; ++i) {
      all.terms.push_back(rows.terms[i] + part.first_term);
      all.weights.push_back(rows.weights[i]);
    }
  }
  all.offsets.push_back(static_cast<std::int32_t>(all.terms.size()));
}

}  // namespace

Result<UnitVectors> vectors_of(const std::vector<Unit>& units, const std::vector<Record>& documents,
                               const LexiconSource& lexicons, const VectorOptions& options) {
  std::map<std::string, Part> parts;
  std::vector<std::pair<const Part*, std::size_t>> place;  // of each unit
  for (const Unit& unit : units) {
    Part& part = parts[documents[unit.document].language];
    place.emplace_back(&part, part.texts.size());
    part.texts.push_back(text_of(unit, documents));
  }
  UnitVectors all;
  std::size_t weights = 0;
  for (auto& [language, part] : parts) {
    Result<CorpusVectors> vectors = embed_texts(part.texts, language, lexicons, options.threads);
    if (!vectors) {
      return std::move(vectors).error();
    }
    part.vectors = std::move(vectors).value();
    part.first_term = static_cast<std::int32_t>(all.stems.size());
    weights += view_of(part.vectors.rows).terms.size();
    for (std::size_t t = 0; t < part.vectors.terms.size(); ++t) {
      all.stems.emplace_back(part.vectors.terms[t]);
    }
  }
  all.offsets.reserve(units.size() + 1);
  all.terms.reserve(weights);
  all.weights.reserve(weights);
  for (const auto& [part, row] : place) {
    append_row(*part, row, options, all);
  }
  return all;
}

WhyNear::WhyNear(const UnitVectors& vectors, const std::vector<Unit>& units,
                 const std::vector<Record>& documents)
    : vectors_(vectors), units_(units), documents_(documents) {}

void WhyNear::learn(std::uint32_t unit) {
  const std::string& language = documents_[units_[unit].document].language;
  auto& known = words_[language];
  const std::string_view text = text_of(units_[unit], documents_);
  Splitter splitter;
  std::vector<Piece> pieces;
  splitter.split(text, pieces);
  for (const Piece& piece : pieces) {
    if (piece.kind != TokenKind::kPunctuation) {
      const std::string folded = fold(text.substr(piece.begin, piece.end - piece.begin), language);
      const std::string key(match_key(folded, language));
      known.try_emplace(stem(key, language), key);
    }
  }
}

std::vector<SharedWord> WhyNear::operator()(std::uint32_t left, std::uint32_t right,
                                            std::size_t count) {
  struct Shared {
    std::int32_t term;
    double product;
  };
  std::vector<Shared> shared;
  double sum = 0.0;
  auto a = static_cast<std::size_t>(vectors_.offsets[left]);
  auto b = static_cast<std::size_t>(vectors_.offsets[right]);
  const auto a_end = static_cast<std::size_t>(vectors_.offsets[left + 1]);
  const auto b_end = static_cast<std::size_t>(vectors_.offsets[right + 1]);
  while (a < a_end && b < b_end) {
    if (vectors_.terms[a] != vectors_.terms[b]) {
      ++(vectors_.terms[a] < vectors_.terms[b] ? a : b);
      continue;
    }
    const double product =
        static_cast<double>(vectors_.weights[a++]) * static_cast<double>(vectors_.weights[b++]);
    shared.push_back({vectors_.terms[a - 1], product});
    sum += product;
  }
  const std::size_t kept = std::min(count, shared.size());
  std::partial_sort(shared.begin(), shared.begin() + static_cast<std::ptrdiff_t>(kept),
                    shared.end(), [](const Shared& x, const Shared& y) {
                      return x.product != y.product ? x.product > y.product : x.term < y.term;
                    });
  const auto& language = documents_[units_[left].document].language;
  std::vector<SharedWord> why;
  for (std::size_t i = 0; i < kept; ++i) {
    const std::string& stem = vectors_.stems[static_cast<std::size_t>(shared[i].term)];
    auto& known = words_[language];
    if (known.find(stem) == known.end()) {
      learn(left);
    }
    const auto word = known.find(stem);
    why.push_back({word == known.end() ? stem : word->second, shared[i].product / sum});
  }
  return why;
}

}  // namespace parallax
