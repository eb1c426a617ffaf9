#include <cmath>
#include <map>
#include <set>
#include <span>
#include <string>

#include "models/text/tokenise.hpp"
#include "models/vector/corpus_vectors.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

std::vector<std::string> texts_of(std::uint64_t seed, std::size_t n) {
  test::Random random(seed);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < n; ++i) {
    texts.push_back(random.below(9) == 0   ? std::string()
                    : random.below(4) == 0 ? test::noise(random, 40)
                                           : test::statement(random, 1 + random.below(4)));
  }
  return texts;
}

using Row = std::map<std::string, float>;

std::vector<Row> rows_of(const CorpusVectors& vectors) {
  std::vector<Row> rows(static_cast<std::size_t>(vectors.rows.rows()));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (SparseRows::InnerIterator i(vectors.rows, static_cast<Eigen::Index>(r)); i; ++i) {
      rows[r][std::string(vectors.terms[static_cast<std::size_t>(i.col())])] = i.value();
    }
  }
  return rows;
}

/// The formula by maps over the words of a WordTable.
std::vector<Row> naive(const std::vector<std::string>& texts, const CorpusOptions& options) {
  WordTable words;
  words.set_stop_words(options.language, options.stop_words);
  Tokeniser tokeniser(words);
  std::vector<std::map<std::string, double>> counts(texts.size());
  std::map<std::string, std::uint32_t> frequencies;
  for (std::size_t r = 0; r < texts.size(); ++r) {
    for (const Token& token : tokeniser.tokenise(texts[r], options.language)) {
      const Word& word = words[token.word];
      if (token.kind != TokenKind::kPunctuation && !word.stop) {
        ++counts[r][options.form == TermForm::kStem ? word.stem : word.folded];
      }
    }
    for (const auto& [term, count] : counts[r]) {
      ++frequencies[term];
    }
  }
  std::vector<Row> rows(texts.size());
  for (std::size_t r = 0; r < texts.size(); ++r) {
    double squares = 0.0;
    std::map<std::string, double> raw;
    for (const auto& [term, count] : counts[r]) {
      const std::uint32_t df = frequencies[term];
      if (df < options.min_texts) {
        continue;
      }
      const double tf = options.counting == TermCounting::kRaw ? count : 1.0 + std::log(count);
      const double idf =
          options.rarity == TermRarity::kNone
              ? 1.0
              : std::log((1.0 + static_cast<double>(texts.size())) / (1.0 + df)) + 1.0;
      raw[term] = std::round(tf * idf * 65536.0) / 65536.0;
      squares += raw[term] * raw[term];
    }
    for (const auto& [term, weight] : raw) {
      rows[r][term] =
          static_cast<float>(std::round(weight / std::sqrt(squares) * 1048576.0) / 1048576.0);
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("vectors of a corpus equal the formula for every option") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const auto texts = texts_of(seed, 60);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    CorpusOptions options;
    options.form = seed % 2 == 0 ? TermForm::kStem : TermForm::kFolded;
    options.counting = seed % 3 == 0 ? TermCounting::kRaw : TermCounting::kSublinear;
    options.rarity = seed % 5 == 0 ? TermRarity::kNone : TermRarity::kCorpus;
    options.stop_words = seed % 4 < 2 ? "the\nof\nand" : "";
    options.min_texts = seed % 3 == 1 ? 3 : 1;
    INFO("seed " << seed);
    CHECK(rows_of(corpus_vectors(views, options)) == naive(texts, options));
  }
}

TEST_CASE("any number of threads gives the same bytes") {
  const auto texts = texts_of(9, 2600);  // Several blocks of rows.
  const std::vector<std::string_view> all(texts.begin(), texts.end());
  for (const std::uint32_t min_texts : {1U, 2U}) {
    const auto views = std::span(all).first(min_texts == 1 ? 2600 : 200);
    CorpusOptions options;
    options.min_texts = min_texts;
    const CorpusVectors one = corpus_vectors(views, options);
    for (const unsigned threads : {2U, 3U, 7U, 300U}) {
      options.threads = threads;
      const CorpusVectors many = corpus_vectors(views, options);
      REQUIRE(many.terms.size() == one.terms.size());
      for (std::size_t t = 0; t < one.terms.size(); ++t) {
        REQUIRE(many.terms[t] == one.terms[t]);
      }
      CHECK(many.frequencies == one.frequencies);
      REQUIRE(many.rows.nonZeros() == one.rows.nonZeros());
      const auto stored = one.rows.nonZeros();
      CHECK(std::equal(one.rows.valuePtr(), one.rows.valuePtr() + stored, many.rows.valuePtr()));
      CHECK(std::equal(one.rows.innerIndexPtr(), one.rows.innerIndexPtr() + stored,
                       many.rows.innerIndexPtr()));
      CHECK(std::equal(one.rows.outerIndexPtr(), one.rows.outerIndexPtr() + views.size() + 1,
                       many.rows.outerIndexPtr()));
    }
  }
}

TEST_CASE("no texts give no rows") {
  const CorpusVectors none = corpus_vectors({}, {.threads = 2});
  CHECK(none.rows.rows() == 0);
  CHECK(none.terms.size() == 0);
}

}  // namespace parallax
