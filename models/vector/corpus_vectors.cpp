/// Pass 1 counts the terms of each text straight into the matrix, pass 2 turns counts into weights
/// in place. With several threads each takes a run of texts with a vocabulary of its own; merging
/// the vocabularies in order of the runs gives the numbers that one thread would have given.

#include "models/vector/corpus_vectors.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <exception>
#include <memory>
#include <thread>

#include "models/base/expects.hpp"
#include "models/base/huge_pages.hpp"
#include "models/text/fold.hpp"
#include "models/text/split.hpp"
#include "models/text/words.hpp"

namespace parallax {
namespace {

constexpr std::uint32_t kDropped = StringTable::kNone - 1;
/// Grains of the weights before and after normalisation (tfidf.hpp).
constexpr double kRawGrains = 65536.0;
constexpr double kGrains = 1048576.0;

/// Nearest whole number of grains; as std::round for what is not negative.
double grains(double x) {
  // NOLINTNEXTLINE(bugprone-incorrect-roundings): x is never negative and far below 2^52.
  return static_cast<double>(static_cast<std::int64_t>(x + 0.5));
}

/// Counts of one text by term, given back in ascending order without sorting: a bit for each term
/// that occurs and a bit for each word of bits that is not zero.
class RowCounter {
 public:
  void add(std::uint32_t term, float count) {
    if (term >= counts_.size()) {
      const std::size_t size = std::bit_ceil<std::size_t>(term + 4096);
      counts_.resize(size, 0.0F);
      bits_.resize(size / 64, 0);
      words_.resize(size / 4096 + 1, 0);
    }
    counts_[term] += count;
    bits_[term / 64] |= std::uint64_t{1} << (term % 64);
    words_[term / 4096] |= std::uint64_t{1} << (term / 64 % 64);
  }

  /// Calls `visit(term, count)` in ascending order and forgets all.
  template <class Visit>
  void drain(const Visit& visit) {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (std::uint64_t word = words_[w]; word != 0; word &= word - 1) {
        const std::size_t b = w * 64 + static_cast<std::size_t>(std::countr_zero(word));
        for (std::uint64_t bits = bits_[b]; bits != 0; bits &= bits - 1) {
          const std::size_t term = b * 64 + static_cast<std::size_t>(std::countr_zero(bits));
          visit(static_cast<std::int32_t>(term), counts_[term]);
          counts_[term] = 0.0F;
        }
        bits_[b] = 0;
      }
      words_[w] = 0;
    }
  }

 private:
  std::vector<float> counts_;
  std::vector<std::uint64_t> bits_, words_;
};

/// The texts of one thread with their counts and their vocabulary.
struct Part {
  std::span<const std::string_view> texts;
  SparseRows rows;
  StringTable terms;
  std::vector<std::uint32_t> frequencies;
};

class Counter {
 public:
  Counter(Part& part, const CorpusOptions& options, const StringTable& stop)
      : part_(part), options_(options), stop_(stop) {}

  void run() {
    std::size_t bytes = 0;
    for (const std::string_view text : part_.texts) {
      bytes += text.size();
    }
    const auto n = static_cast<Eigen::Index>(part_.texts.size());
    part_.rows.resize(n, kTermSpace);
    // About one term in nine bytes of prose; untouched reserve costs nothing.
    part_.rows.reserve(static_cast<Eigen::Index>(bytes / 8 + 64));
    advise_huge_pages(part_.rows.valuePtr(), bytes / 8 * sizeof(float));
    advise_huge_pages(part_.rows.innerIndexPtr(), bytes / 8 * sizeof(std::int32_t));
    for (Eigen::Index r = 0; r < n; ++r) {
      count(part_.texts[static_cast<std::size_t>(r)]);
      part_.rows.startVec(r);
      row_.drain([&](std::int32_t term, float times) {
        part_.rows.insertBack(r, term) = times;
        ++part_.frequencies[static_cast<std::size_t>(term)];
      });
    }
    part_.rows.finalize();
  }

 private:
  void count(std::string_view text) {
    splitter_.split(text, pieces_);
    for (const Piece& piece : pieces_) {
      if (piece.kind == TokenKind::kPunctuation) {
        continue;
      }
      const std::string_view surface = text.substr(piece.begin, piece.end - piece.begin);
      std::uint32_t term = surfaces_.find(surface);
      if (term == StringTable::kNone) {
        term = surfaces_.insert(surface, term_of(surface));
      }
      if (term != kDropped) {
        row_.add(term, 1.0F);
      }
    }
  }

  /// Term of a written form that was not seen before.
  std::uint32_t term_of(std::string_view surface) {
    const std::string folded = fold(surface, options_.language);
    const std::string_view key = match_key(folded, options_.language);
    if (stop_.find(key) != StringTable::kNone || stop_.find(folded) != StringTable::kNone) {
      return kDropped;
    }
    const auto next = static_cast<std::uint32_t>(part_.terms.size());
    const std::uint32_t term = options_.form == TermForm::kStem
                                   ? part_.terms.insert(stem(key, options_.language), next)
                                   : part_.terms.insert(key, next);
    if (term == next) {
      part_.frequencies.push_back(0);
    }
    return term;
  }

  Part& part_;
  const CorpusOptions& options_;
  const StringTable& stop_;
  Splitter splitter_;
  std::vector<Piece> pieces_;
  StringTable surfaces_;  ///< Value: term, or kDropped.
  RowCounter row_;
};

/// Runs `work(i)` for every i below n, each on its own thread but the first.
template <class Work>
void in_parallel(std::size_t n, const Work& work) {
  std::vector<std::exception_ptr> failures(n);
  const auto guarded = [&](std::size_t i) {
    try {
      work(i);
    } catch (...) {
      failures[i] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < n; ++i) {
      others.emplace_back(guarded, i);
    }
    guarded(0);
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) {
      std::rethrow_exception(failure);
    }
  }
}

/// Runs of texts of about equal bytes.
std::vector<Part> cut(std::span<const std::string_view> texts, unsigned threads) {
  std::size_t bytes = 0;
  for (const std::string_view text : texts) {
    bytes += text.size();
  }
  std::vector<Part> parts(threads);
  std::size_t begin = 0;
  std::size_t seen = 0;
  for (unsigned t = 0; t < threads; ++t) {
    std::size_t end = begin;
    while (end < texts.size() && (t + 1 == threads || seen < bytes / threads * (t + 1))) {
      seen += texts[end++].size();
    }
    parts[t].texts = texts.subspan(begin, end - begin);
    begin = end;
  }
  return parts;
}

StringTable stop_table(std::string_view lines) {
  StringTable stop;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    if (end > begin) {
      stop.insert(lines.substr(begin, end - begin), 0);
    }
    begin = end + 1;
  }
  return stop;
}

/// Numbers of a part's terms in the whole, kDropped for terms that are too rare; empty if they stay
/// as they are.
using Numbers = std::vector<std::uint32_t>;

/// Fills terms and frequencies of the whole and gives the numbers of each part's terms.
std::vector<Numbers> merge(std::span<Part> parts, std::uint32_t min_texts, CorpusVectors& whole) {
  if (parts.size() == 1 && min_texts == 1) {
    whole.terms = std::move(parts.front().terms);
    whole.frequencies = std::move(parts.front().frequencies);
    return std::vector<Numbers>(1);
  }
  StringTable all;
  std::vector<std::uint32_t> frequencies;
  std::vector<Numbers> numbers(parts.size());
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (std::size_t t = 0; t < parts[p].terms.size(); ++t) {
      const std::uint32_t number =
          all.insert(parts[p].terms[t], static_cast<std::uint32_t>(all.size()));
      frequencies.resize(all.size(), 0);
      frequencies[number] += parts[p].frequencies[t];
      numbers[p].push_back(number);
    }
  }
  Numbers kept(all.size(), kDropped);
  for (std::size_t t = 0; t < all.size(); ++t) {
    if (frequencies[t] >= min_texts) {
      kept[t] = static_cast<std::uint32_t>(whole.terms.size());
      whole.terms.insert(all[t], kept[t]);
      whole.frequencies.push_back(frequencies[t]);
    }
  }
  for (Numbers& part : numbers) {
    for (std::uint32_t& number : part) {
      number = kept[number];
    }
  }
  return numbers;
}

bool unchanged(const Numbers& numbers) {
  for (std::size_t t = 0; t < numbers.size(); ++t) {
    if (numbers[t] != t) {
      return false;
    }
  }
  return true;
}

/// Renumbers the terms of a part.
void renumber(Part& part, const Numbers& numbers) {
  SparseRows renumbered(part.rows.rows(), kTermSpace);
  renumbered.reserve(part.rows.nonZeros());
  RowCounter row;
  for (Eigen::Index r = 0; r < part.rows.rows(); ++r) {
    for (SparseRows::InnerIterator i(part.rows, r); i; ++i) {
      const std::uint32_t number = numbers[static_cast<std::size_t>(i.col())];
      if (number != kDropped) {
        row.add(number, i.value());
      }
    }
    renumbered.startVec(r);
    row.drain([&](std::int32_t term, float times) { renumbered.insertBack(r, term) = times; });
  }
  renumbered.finalize();
  part.rows.swap(renumbered);
}

class Weigher {
 public:
  Weigher(const CorpusVectors& whole, std::size_t texts, const CorpusOptions& options)
      : options_(options) {
    for (const std::uint32_t frequency : whole.frequencies) {
      idf_.push_back(options.rarity == TermRarity::kNone
                         ? 1.0
                         : std::log((1.0 + static_cast<double>(texts)) / (1.0 + frequency)) + 1.0);
    }
    for (std::size_t n = 0; n < 256; ++n) {
      scale_.push_back(scale(static_cast<double>(n)));
    }
  }

  /// Counts -> normalised weights, in place.
  void weigh(SparseRows& rows) const {
    std::vector<double> raw;
    for (Eigen::Index r = 0; r < rows.rows(); ++r) {
      const auto begin = static_cast<std::size_t>(rows.outerIndexPtr()[r]);
      const auto count = static_cast<std::size_t>(rows.outerIndexPtr()[r + 1]) - begin;
      const std::int32_t* terms = rows.innerIndexPtr() + begin;
      float* values = rows.valuePtr() + begin;
      raw.resize(std::max(raw.size(), count));
      double squares = 0.0;
      for (std::size_t i = 0; i < count; ++i) {
        const auto times = static_cast<std::size_t>(values[i]);
        const double tf = times < scale_.size() ? scale_[times] : scale(static_cast<double>(times));
        raw[i] = grains(tf * idf_[static_cast<std::size_t>(terms[i])] * kRawGrains) / kRawGrains;
        squares += raw[i] * raw[i];
      }
      const double norm = std::sqrt(squares);
      for (std::size_t i = 0; i < count; ++i) {
        values[i] = static_cast<float>(grains(raw[i] / norm * kGrains) / kGrains);
      }
    }
  }

 private:
  [[nodiscard]] double scale(double times) const {
    return options_.counting == TermCounting::kRaw || times < 1.0 ? times : 1.0 + std::log(times);
  }

  const CorpusOptions& options_;
  std::vector<double> idf_, scale_;
};

/// Puts the parts below each other into `rows` and empties them. (Eigen's sparse matrices swap, but
/// do not move.)
void join(std::vector<Part>& parts, std::size_t texts, SparseRows& rows) {
  if (parts.size() == 1) {
    rows.swap(parts.front().rows);
    return;
  }
  std::size_t stored = 0;
  for (const Part& part : parts) {
    stored += static_cast<std::size_t>(part.rows.nonZeros());
  }
  rows.resize(static_cast<Eigen::Index>(texts), kTermSpace);
  rows.resizeNonZeros(static_cast<Eigen::Index>(stored));
  advise_huge_pages(rows.valuePtr(), stored * sizeof(float));
  advise_huge_pages(rows.innerIndexPtr(), stored * sizeof(std::int32_t));
  std::int32_t at = 0;
  std::size_t r = 0;
  for (Part& part : parts) {
    const auto count = static_cast<std::int32_t>(part.rows.nonZeros());
    std::copy_n(part.rows.innerIndexPtr(), count, rows.innerIndexPtr() + at);
    std::copy_n(part.rows.valuePtr(), count, rows.valuePtr() + at);
    for (Eigen::Index i = 0; i < part.rows.rows(); ++i) {
      rows.outerIndexPtr()[r++] = at + part.rows.outerIndexPtr()[i];
    }
    at += count;
    SparseRows().swap(part.rows);
  }
  rows.outerIndexPtr()[r] = at;
}

}  // namespace

CorpusVectors corpus_vectors(std::span<const std::string_view> texts,
                             const CorpusOptions& options) {
  PARALLAX_EXPECTS(options.threads >= 1 && options.min_texts >= 1);
  const StringTable stop = stop_table(options.stop_words);
  std::vector<Part> parts = cut(texts, options.threads);
  in_parallel(parts.size(), [&](std::size_t p) { Counter(parts[p], options, stop).run(); });
  CorpusVectors whole;
  const std::vector<Numbers> numbers = merge(parts, options.min_texts, whole);
  const Weigher weigher(whole, texts.size(), options);
  in_parallel(parts.size(), [&](std::size_t p) {
    if (!unchanged(numbers[p])) {
      renumber(parts[p], numbers[p]);
    }
    weigher.weigh(parts[p].rows);
  });
  join(parts, texts.size(), whole.rows);
  return whole;
}

}  // namespace parallax
