/// Pass 1 counts the terms of each text straight into the matrix, pass 2 turns counts into weights
/// in place. With several threads each takes a run of texts with a vocabulary of its own; merging
/// the vocabularies in order of the runs gives the numbers that one thread would have given. The
/// first run is counted where it stays, the others are put below it as they are renumbered.

#include "models/vector/corpus_vectors.hpp"

#include <algorithm>
#include <atomic>
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
  std::size_t room = 0;  ///< Bytes of text whose terms the rows shall hold without a move.
  SparseRows rows;
  StringTable terms;
  std::vector<std::uint32_t> frequencies;
};

class Counter {
 public:
  Counter(Part& part, const CorpusOptions& options, const StringTable& stop)
      : part_(part), options_(options), stop_(stop) {}

  void run() {
    const auto n = static_cast<Eigen::Index>(part_.texts.size());
    part_.rows.resize(n, kTermSpace);
    // About one term in nine bytes of prose; untouched reserve costs nothing.
    part_.rows.reserve(static_cast<Eigen::Index>(part_.room / 8 + 64));
    advise_huge_pages(part_.rows.valuePtr(), part_.room / 8 * sizeof(float));
    advise_huge_pages(part_.rows.innerIndexPtr(), part_.room / 8 * sizeof(std::int32_t));
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

/// Runs of texts of about equal bytes; the first has room for all.
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
    const std::size_t before = seen;
    while (end < texts.size() && (t + 1 == threads || seen < bytes / threads * (t + 1))) {
      seen += texts[end++].size();
    }
    parts[t].room = t == 0 ? bytes : seen - before;
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

/// Numbers of a part's terms in the whole, kDropped for terms that are too rare.
using Numbers = std::vector<std::uint32_t>;

/// Gathers terms and frequencies of all parts and gives the new numbers of each part's terms; those
/// of the first part stay.
std::vector<Numbers> merge(std::span<Part> parts, CorpusVectors& whole) {
  whole.terms = std::move(parts.front().terms);
  whole.frequencies = std::move(parts.front().frequencies);
  std::vector<Numbers> numbers(parts.size());
  for (std::size_t p = 1; p < parts.size(); ++p) {
    numbers[p].reserve(parts[p].terms.size());
    for (std::size_t t = 0; t < parts[p].terms.size(); ++t) {
      const std::uint32_t number =
          whole.terms.insert(parts[p].terms[t], static_cast<std::uint32_t>(whole.terms.size()));
      whole.frequencies.resize(whole.terms.size(), 0);
      whole.frequencies[number] += parts[p].frequencies[t];
      numbers[p].push_back(number);
    }
  }
  return numbers;
}

/// Takes rare terms out of the whole and gives the new number of each.
Numbers drop_rare(std::uint32_t min_texts, CorpusVectors& whole) {
  Numbers kept(whole.terms.size(), kDropped);
  StringTable terms;
  std::vector<std::uint32_t> frequencies;
  for (std::size_t t = 0; t < kept.size(); ++t) {
    if (whole.frequencies[t] >= min_texts) {
      kept[t] = static_cast<std::uint32_t>(terms.size());
      terms.insert(whole.terms[t], kept[t]);
      frequencies.push_back(whole.frequencies[t]);
    }
  }
  whole.terms = std::move(terms);
  whole.frequencies = std::move(frequencies);
  return kept;
}

/// Takes dropped terms out of rows and renumbers the others, which keeps their order.
void compact(SparseRows& rows, const Numbers& kept) {
  std::int32_t* const terms = rows.innerIndexPtr();
  float* const values = rows.valuePtr();
  std::int32_t to = 0;
  std::int32_t from = 0;
  for (Eigen::Index r = 0; r < rows.rows(); ++r) {
    for (const std::int32_t end = rows.outerIndexPtr()[r + 1]; from < end; ++from) {
      const std::uint32_t number = kept[static_cast<std::size_t>(terms[from])];
      if (number != kDropped) {
        terms[to] = static_cast<std::int32_t>(number);
        values[to++] = values[from];
      }
    }
    rows.outerIndexPtr()[r + 1] = to;
  }
  rows.resizeNonZeros(to);
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

  /// Counts -> normalised weights, in place, from row `first` to before `last`.
  void weigh(SparseRows& rows, Eigen::Index first, Eigen::Index last) const {
    std::vector<double> raw;
    for (Eigen::Index r = first; r < last; ++r) {
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

/// Rows of one part that are put in place and weighed at one go.
struct Block {
  std::size_t part = 0;
  Eigen::Index first = 0, last = 0;  ///< Rows of the part.
  Eigen::Index to = 0;               ///< Row of the whole where they begin.
};

constexpr Eigen::Index kBlockRows = 1024;

/// Takes the rows of the first part, with room for those of the others, and gives all blocks.
std::vector<Block> make_room(std::span<Part> parts, std::size_t texts, SparseRows& rows) {
  std::size_t stored = 0;
  for (const Part& part : parts) {
    stored += static_cast<std::size_t>(part.rows.nonZeros());
  }
  rows.swap(parts.front().rows);
  auto at = static_cast<std::int32_t>(rows.nonZeros());
  Eigen::Index row = rows.rows();
  rows.conservativeResize(static_cast<Eigen::Index>(texts), kTermSpace);
  rows.resizeNonZeros(static_cast<Eigen::Index>(stored));
  std::vector<Block> blocks;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const SparseRows& part = parts[p].rows;
    const Eigen::Index count = p == 0 ? row : part.rows();
    const Eigen::Index begin = p == 0 ? 0 : row;
    for (Eigen::Index first = 0; first < count; first += kBlockRows) {
      blocks.push_back({p, first, std::min(first + kBlockRows, count), begin + first});
    }
    for (Eigen::Index r = 0; p > 0 && r < count; ++r) {
      at += part.outerIndexPtr()[r + 1] - part.outerIndexPtr()[r];
      rows.outerIndexPtr()[++row] = at;
    }
  }
  return blocks;
}

/// Writes the rows of a block under the numbers of the whole to where they belong.
void place(const Part& part, const Numbers& numbers, const Block& block, RowCounter& row,
           SparseRows& rows) {
  for (Eigen::Index r = block.first; r < block.last; ++r) {
    for (SparseRows::InnerIterator i(part.rows, r); i; ++i) {
      row.add(numbers[static_cast<std::size_t>(i.col())], i.value());
    }
    std::int32_t at = rows.outerIndexPtr()[block.to + r - block.first];
    row.drain([&](std::int32_t term, float times) {
      rows.innerIndexPtr()[at] = term;
      rows.valuePtr()[at++] = times;
    });
  }
}

}  // namespace

CorpusVectors corpus_vectors(std::span<const std::string_view> texts,
                             const CorpusOptions& options) {
  PARALLAX_EXPECTS(options.threads >= 1 && options.min_texts >= 1);
  const StringTable stop = stop_table(options.stop_words);
  std::vector<Part> parts = cut(texts, options.threads);
  in_parallel(parts.size(), [&](std::size_t p) { Counter(parts[p], options, stop).run(); });
  CorpusVectors whole;
  const std::vector<Numbers> numbers = merge(parts, whole);
  const std::vector<Block> blocks = make_room(parts, texts.size(), whole.rows);
  // Rare terms are known only now: they are weighed in a later round.
  const bool drops = options.min_texts > 1;
  const auto for_blocks = [&](const auto& work) {
    std::atomic<std::size_t> next{0};
    in_parallel(parts.size(), [&](std::size_t) {
      RowCounter row;
      for (std::size_t b = next++; b < blocks.size(); b = next++) {
        work(blocks[b], row);
      }
    });
  };
  const auto put = [&](const Block& block, RowCounter& row) {
    if (block.part > 0) {
      place(parts[block.part], numbers[block.part], block, row, whole.rows);
    }
  };
  if (drops) {
    for_blocks(put);
    compact(whole.rows, drop_rare(options.min_texts, whole));
  }
  const Weigher weigher(whole, texts.size(), options);
  for_blocks([&](const Block& block, RowCounter& row) {
    if (!drops) {
      put(block, row);
    }
    weigher.weigh(whole.rows, block.to, block.to + block.last - block.first);
  });
  return whole;
}

}  // namespace parallax
