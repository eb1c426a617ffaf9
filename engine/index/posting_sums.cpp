#include "engine/index/posting_sums.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "engine/index/index_layout.hpp"

namespace parallax {
namespace {

/// Counts whose weights are computed once a term: all that postings hold in one byte.
constexpr std::uint32_t kTableSize = 130;
/// Lists that are read in step.
constexpr std::size_t kLanes = 4;

/// The postings of one term and what each is worth.
class Lane {
 public:
  void begin(const WeightedPostings& term) {
    reader_ = PostingsReader(term.found.postings);
    weight_ = term.weight;
    rarity_ = term.rarity;
    left_ = term.found.paragraphs;
    // A list of few bytes cannot hold every count.
    known_ = static_cast<std::uint32_t>(
        std::min<std::size_t>(kTableSize, term.found.postings.size() + 2));
    for (std::uint32_t times = 1; times < known_; ++times) {
      products_[times] = weight_ * term_weight(times, rarity_);
    }
  }

  /// Adds the next posting of `reader`. False if there is none or it lies beyond the sums.
  bool step(PostingsReader& reader, std::uint64_t* sums, std::size_t size) const {
    std::uint32_t paragraph = 0;
    std::uint32_t times = 0;
    if (!reader.next(paragraph, times) || paragraph >= size) {
      return false;
    }
    sums[paragraph] += times < known_ ? products_[times] : weight_ * term_weight(times, rarity_);
    return true;
  }

  /// Postings that the term says are left.
  [[nodiscard]] std::uint32_t left() const { return left_; }
  [[nodiscard]] const PostingsReader& reader() const { return reader_; }
  void went_on(const PostingsReader& reader, std::uint32_t steps) {
    reader_ = reader;
    left_ -= steps;
  }

 private:
  PostingsReader reader_{{}};
  std::uint64_t weight_ = 0;
  double rarity_ = 0.0;
  std::uint32_t left_ = 0;
  std::uint32_t known_ = 0;
  std::array<std::uint64_t, kTableSize> products_{};
};

using Lanes = std::array<Lane, kLanes>;

/// The next `steps` postings of the lanes that are named, in step.
template <std::size_t... kLane>
bool advance(Lanes& lanes, std::uint32_t steps, std::vector<std::uint64_t>& sums,
             std::index_sequence<kLane...> /*lanes*/) {
  std::array<PostingsReader, sizeof...(kLane)> readers = {lanes[kLane].reader()...};
  std::uint64_t* const begin = sums.data();
  const std::size_t size = sums.size();
  for (std::uint32_t i = 0; i < steps; ++i) {
    if (!(lanes[kLane].step(readers[kLane], begin, size) && ...)) {
      return false;
    }
  }
  (lanes[kLane].went_on(readers[kLane], steps), ...);
  return true;
}

}  // namespace

Status add_postings(const TextIndex& index, std::span<const WeightedPostings> terms,
                    std::vector<std::uint64_t>& sums) {
  const auto wrong = [&] {
    return index.malformed(IndexSection::kPostings, "does not hold what its terms say");
  };
  // The longest first, so that lists of about one length are read in step.
  std::vector<const WeightedPostings*> order;
  for (const WeightedPostings& term : terms) {
    order.push_back(&term);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const WeightedPostings* a, const WeightedPostings* b) {
                     return a->found.paragraphs > b->found.paragraphs;
                   });
  Lanes lanes;
  auto next = order.begin();
  for (std::uint32_t steps = 1; steps > 0;) {
    steps = UINT32_MAX;
    for (Lane& lane : lanes) {
      for (; lane.left() == 0 && next != order.end(); ++next) {
        if (lane.reader().bytes_left()) {
          return wrong();
        }
        lane.begin(**next);
      }
      steps = std::min(steps, lane.left());
    }
    if (!advance(lanes, steps, sums, std::make_index_sequence<kLanes>())) {
      return wrong();
    }
  }
  for (std::size_t i = 0; i < kLanes; ++i) {
    std::swap(lanes[0], lanes[i]);
    if (!advance(lanes, lanes[0].left(), sums, std::index_sequence<0>()) ||
        lanes[0].reader().bytes_left()) {
      return wrong();
    }
  }
  return Done{};
}

}  // namespace parallax
