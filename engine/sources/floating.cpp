/// Rule A9: quotations without a cue of their own go on with the speaker before them.

#include <algorithm>
#include <iterator>

#include "engine/sources/reading.hpp"

namespace parallax {
namespace {

constexpr std::uint32_t kMinWords = 3;

class Floating {
 public:
  Floating(const Reading& reading, std::vector<Attribution>& attributions)
      : r_(reading), a_(attributions), covered_(reading.quotations.size()) {}

  void assign() {
    for (const Attribution& a : a_) {
      cover(a.content);
    }
    std::vector<Attribution> extra;
    std::size_t next = 0;  // first attribution behind the quotation
    std::uint32_t sentence = 0;
    last_ = nullptr;
    for (std::size_t q = 0; q < r_.quotations.size(); ++q) {
      const Quotation& quote = r_.quotations[q];
      while (next < a_.size() && starts(a_[next]) < quote.outer.begin) {
        last_ = &a_[next++];
        extra_is_last_ = false;
        last_end_ = std::max(last_end_, ends(*last_));
      }
      while (r_.sentences[sentence].tokens.end <= quote.outer.begin) {
        ++sentence;
      }
      if (covered_[q] != 0 || !alone(quote, sentence) || last_ == nullptr ||
          words(quote) < kMinWords) {
        continue;
      }
      take(quote, sentence, extra);
    }
    a_.insert(a_.end(), std::make_move_iterator(extra.begin()),
              std::make_move_iterator(extra.end()));
    const auto before = [](const Attribution& x, const Attribution& y) {
      return starts(x) < starts(y);
    };
    // Mostly in order as it is.
    if (!std::is_sorted(a_.begin(), a_.end(), before)) {
      std::stable_sort(a_.begin(), a_.end(), before);
    }
  }

 private:
  [[nodiscard]] static std::uint32_t starts(const Attribution& a) {
    return std::min(a.content.front().begin, a.cue.empty() ? ~0U : a.cue.front().begin);
  }
  [[nodiscard]] static std::uint32_t ends(const Attribution& a) {
    return std::max(a.content.back().end, a.cue.empty() ? 0 : a.cue.back().end);
  }

  void cover(const std::vector<TokenRange>& content) {
    for (const TokenRange range : content) {
      const auto first =
          std::partition_point(r_.quotations.begin(), r_.quotations.end(),
                               [&](const Quotation& q) { return q.outer.end <= range.begin; });
      for (auto it = first; it != r_.quotations.end() && it->outer.begin < range.end; ++it) {
        covered_[static_cast<std::size_t>(it - r_.quotations.begin())] = 1;
      }
    }
  }

  [[nodiscard]] std::uint32_t words(const Quotation& q) const {
    std::uint32_t count = 0;
    for (std::uint32_t t = q.inner.begin; t < q.inner.end; ++t) {
      count += r_.punctuation(t) ? 0U : 1U;
    }
    return count;
  }

  /// Nothing but the quotation stands in its sentences.
  [[nodiscard]] bool alone(const Quotation& q, std::uint32_t sentence) const {
    const std::uint32_t begin = r_.sentences[sentence].tokens.begin;
    for (std::uint32_t t = begin; t < q.outer.begin; ++t) {
      if (!r_.punctuation(t)) {
        return false;
      }
    }
    std::uint32_t s = sentence;
    while (s + 1 < r_.sentences.size() && r_.sentences[s].tokens.end < q.outer.end) {
      ++s;
    }
    for (std::uint32_t t = q.outer.end; t < r_.sentences[s].tokens.end; ++t) {
      if (!r_.punctuation(t)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t token) const {
    const auto it =
        std::partition_point(r_.sentences.begin(), r_.sentences.end(),
                             [&](const SentenceReading& s) { return s.tokens.end <= token; });
    return it == r_.sentences.end() ? ~0U : it->paragraph;
  }

  void take(const Quotation& q, std::uint32_t sentence, std::vector<Attribution>& extra) {
    const std::uint32_t here = r_.sentences[sentence].paragraph;
    const std::uint32_t before = paragraph_of(last_end_ - 1);
    const bool same = before == here;
    if (!same && before + 1 != here) {
      return;
    }
    if (!adjoins(q, sentence)) {
      return;
    }
    last_end_ = std::max(last_end_, q.outer.end);
    if (same && !extra_is_last_) {
      last_->content.push_back(q.outer);
      return;
    }
    if (same && !extra.empty()) {
      extra.back().content.push_back(q.outer);
      return;
    }
    Attribution a;
    a.rule = "A9";
    a.subject = Subject::kPrevious;
    a.mention = last_->mention;
    a.sentence = sentence;
    a.confidence = 0.85;
    a.content.push_back(q.outer);
    extra.push_back(std::move(a));
    extra_is_last_ = true;
  }

  /// Only the end of the sentence before lies between the words of the speaker and this quotation.
  [[nodiscard]] bool adjoins(const Quotation& q, std::uint32_t sentence) const {
    if (sentence == 0) {
      return false;
    }
    (void)q;
    return last_end_ > r_.sentences[sentence - 1].tokens.begin;
  }

  const Reading& r_;
  std::vector<Attribution>& a_;
  std::vector<std::uint8_t> covered_;
  Attribution* last_ = nullptr;
  std::uint32_t last_end_ = 0;
  bool extra_is_last_ = false;
};

}  // namespace

void inherit_quotations(const Reading& reading, std::vector<Attribution>& attributions) {
  Floating(reading, attributions).assign();
}

}  // namespace parallax
