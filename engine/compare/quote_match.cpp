#include "engine/compare/quote_match.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace parallax {
namespace {

/// A stem or a pair of stems that stands at more places than this is no seed.
constexpr std::size_t kMaxPlaces = 48;
/// Bands of diagonals that are filled.
constexpr std::size_t kMaxBands = 6;
/// Small tables are filled whole, so that short quotations of common words are found too.
constexpr std::uint64_t kWholeTable = 400'000;
/// Words that may be left out or put in between two seeds of one band.
constexpr std::int64_t kMinBand = 8;
constexpr std::int64_t kMaxBand = 160;

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
  return (std::uint64_t{a} << 32U) | b;
}

struct Vote {
  std::int64_t diagonal = 0;
  std::uint32_t weight = 0;
};

int score_of(const MatchWord& a, const MatchWord& b) {
  return a.word == b.word   ? MatchScores::kSame
         : a.stem == b.stem ? MatchScores::kStem
                            : MatchScores::kOther;
}

/// Fitting alignment of a quotation with a range of the text, inside a band.
class BandTable {
 public:
  BandTable(std::span<const MatchWord> quote, std::span<const MatchWord> text, WordRange range,
            DiagonalBand band)
      : quote_(quote),
        text_(text),
        low_(band.low),
        width_(static_cast<std::size_t>(band.high - band.low + 1)),
        range_(range) {
    fill();
  }

  [[nodiscard]] std::optional<QuoteMatch> best() const {
    const std::size_t m = quote_.size();
    int best = 0;
    std::optional<std::size_t> at;
    for (std::size_t k = 0; k < width_; ++k) {
      if (inside(m, k) && scores_[k] > best) {
        best = scores_[k];
        at = k;
      }
    }
    return at ? trace(m, *at, best) : std::nullopt;
  }

 private:
  enum Move : std::uint8_t { kStop, kDiagonal, kTextOnly, kQuoteOnly };
  static constexpr int kNever = std::numeric_limits<int>::min() / 4;

  /// Place in the text behind the last word used in column k of row i.
  [[nodiscard]] std::int64_t column(std::size_t i, std::size_t k) const {
    return static_cast<std::int64_t>(i) + low_ + static_cast<std::int64_t>(k);
  }
  [[nodiscard]] bool inside(std::size_t i, std::size_t k) const {
    const std::int64_t j = column(i, k);
    return j >= std::int64_t{range_.begin} && j <= std::int64_t{range_.end};
  }

  void fill() {
    scores_.assign(width_, kNever);
    moves_.assign((quote_.size() + 1) * width_, kStop);
    for (std::size_t k = 0; k < width_; ++k) {
      scores_[k] = inside(0, k) ? 0 : kNever;
    }
    std::vector<int> next(width_);
    for (std::size_t i = 1; i <= quote_.size(); ++i) {
      for (std::size_t k = 0; k < width_; ++k) {
        next[k] = fill_cell(i, k, next);
      }
      scores_.swap(next);
    }
  }

  int fill_cell(std::size_t i, std::size_t k, const std::vector<int>& row) {
    if (!inside(i, k)) {
      return kNever;
    }
    const std::int64_t j = column(i, k);
    int best = kNever;
    Move move = kStop;
    const auto offer = [&](int score, Move how) {
      if (score > best) {
        best = score;
        move = how;
      }
    };
    if (j > std::int64_t{range_.begin} && scores_[k] > kNever) {
      offer(scores_[k] + score_of(quote_[i - 1], text_[static_cast<std::size_t>(j - 1)]),
            kDiagonal);
    }
    if (k > 0 && row[k - 1] > kNever) {
      offer(row[k - 1] + MatchScores::kGap, kTextOnly);
    }
    if (k + 1 < width_ && scores_[k + 1] > kNever) {
      offer(scores_[k + 1] + MatchScores::kGap, kQuoteOnly);
    }
    moves_[(i * width_) + k] = move;
    return best;
  }

  void count(const MatchStep& step, QuoteMatch& match) const {
    if (step.quote < 0 || step.text < 0) {
      return;
    }
    const int score = score_of(quote_[static_cast<std::size_t>(step.quote)],
                               text_[static_cast<std::size_t>(step.text)]);
    match.same += score == MatchScores::kSame ? 1U : 0U;
    match.same_stem += score == MatchScores::kStem ? 1U : 0U;
  }

  [[nodiscard]] std::optional<QuoteMatch> trace(std::size_t i, std::size_t k, int score) const {
    QuoteMatch match;
    match.score = score;
    while (i > 0) {
      const auto quote = static_cast<std::int32_t>(i) - 1;
      const auto text = static_cast<std::int32_t>(column(i, k)) - 1;
      switch (moves_[(i * width_) + k]) {
        case kDiagonal:
          match.steps.push_back({quote, text});
          --i;
          break;
        case kTextOnly:
          match.steps.push_back({-1, text});
          --k;
          break;
        default:
          match.steps.push_back({quote, -1});
          --i;
          ++k;
          break;
      }
    }
    std::reverse(match.steps.begin(), match.steps.end());
    for (const MatchStep& step : match.steps) {
      count(step, match);
    }
    return with_range(std::move(match));
  }

  /// Sets the range of text words; nothing if there is none.
  static std::optional<QuoteMatch> with_range(QuoteMatch match) {
    std::int32_t first = -1;
    std::int32_t last = -1;
    for (const MatchStep& step : match.steps) {
      if (step.text >= 0) {
        first = first < 0 ? step.text : first;
        last = step.text;
      }
    }
    if (first < 0) {
      return std::nullopt;
    }
    match.begin = static_cast<std::uint32_t>(first);
    match.end = static_cast<std::uint32_t>(last) + 1;
    return match;
  }

  std::span<const MatchWord> quote_;
  std::span<const MatchWord> text_;
  std::int64_t low_;
  std::size_t width_;
  WordRange range_;
  std::vector<int> scores_;
  std::vector<std::uint8_t> moves_;
};

void vote(const std::vector<std::uint32_t>& places, std::size_t i, WordRange range,
          std::vector<Vote>& votes) {
  if (places.size() > kMaxPlaces) {
    return;
  }
  const auto weight = static_cast<std::uint32_t>(kMaxPlaces / places.size());
  for (const std::uint32_t place : places) {
    if (place >= range.begin && place < range.end) {
      votes.push_back({std::int64_t{place} - static_cast<std::int64_t>(i), weight});
    }
  }
}

/// The bands with most votes, apart from each other, in order of votes.
std::vector<DiagonalBand> best_bands(std::vector<Vote> votes, std::int64_t width) {
  std::sort(votes.begin(), votes.end(),
            [](const Vote& a, const Vote& b) { return a.diagonal < b.diagonal; });
  struct Window {
    std::int64_t first = 0, last = 0;
    std::uint64_t weight = 0;
  };
  std::vector<Window> windows;
  std::uint64_t weight = 0;
  std::size_t begin = 0;
  for (std::size_t end = 0; end < votes.size(); ++end) {
    weight += votes[end].weight;
    while (votes[end].diagonal - votes[begin].diagonal > width) {
      weight -= votes[begin++].weight;
    }
    windows.push_back({votes[begin].diagonal, votes[end].diagonal, weight});
  }
  std::stable_sort(windows.begin(), windows.end(),
                   [](const Window& a, const Window& b) { return a.weight > b.weight; });
  std::vector<DiagonalBand> bands;
  for (const Window& w : windows) {
    const DiagonalBand band{w.first - (width / 2), w.last + (width / 2)};
    const bool covered = std::any_of(bands.begin(), bands.end(), [&](const DiagonalBand& other) {
      return w.first >= other.low && w.last <= other.high;
    });
    if (!covered) {
      bands.push_back(band);
    }
    if (bands.size() == kMaxBands) {
      break;
    }
  }
  return bands;
}

}  // namespace

QuoteMatcher::QuoteMatcher(std::span<const MatchWord> text) : text_(text) {
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    Places& places = by_stem_[text[i].stem];
    if (places.size() <= kMaxPlaces) {
      places.push_back(i);
    }
    if (i + 1 < text.size()) {
      Places& pairs = by_pair_[pair_key(text[i].stem, text[i + 1].stem)];
      if (pairs.size() <= kMaxPlaces) {
        pairs.push_back(i);
      }
    }
  }
}

std::vector<DiagonalBand> QuoteMatcher::bands(std::span<const MatchWord> quote,
                                              WordRange range) const {
  const auto m = static_cast<std::int64_t>(quote.size());
  const std::int64_t n = std::int64_t{range.end} - std::int64_t{range.begin};
  if (static_cast<std::uint64_t>(m + n) * static_cast<std::uint64_t>(m) <= kWholeTable) {
    return {{std::int64_t{range.begin} - m, std::int64_t{range.end}}};
  }
  std::vector<Vote> votes;
  for (std::size_t i = 0; i < quote.size(); ++i) {
    if (const auto it = by_stem_.find(quote[i].stem); it != by_stem_.end()) {
      vote(it->second, i, range, votes);
    }
    if (i + 1 < quote.size()) {
      const auto it = by_pair_.find(pair_key(quote[i].stem, quote[i + 1].stem));
      if (it != by_pair_.end()) {
        vote(it->second, i, range, votes);
      }
    }
  }
  return best_bands(std::move(votes), std::clamp(m / 3, kMinBand, kMaxBand));
}

std::optional<QuoteMatch> QuoteMatcher::find(std::span<const MatchWord> quote,
                                             WordRange range) const {
  std::optional<QuoteMatch> best;
  if (quote.empty() || range.begin >= range.end) {
    return best;
  }
  for (const DiagonalBand& band : bands(quote, range)) {
    std::optional<QuoteMatch> found = BandTable(quote, text_, range, band).best();
    const bool better = found && (!best || found->score > best->score ||
                                  (found->score == best->score && found->end < best->end));
    if (better) {
      best = std::move(found);
    }
  }
  return best;
}

}  // namespace parallax
