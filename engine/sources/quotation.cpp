/// Quotation marks -> quotations. Marks pair by table; what stays open ends with its paragraph, as
/// printers open every paragraph of a long quotation and close only the last. A dash at the head of
/// a paragraph opens direct speech where a verb of saying stands behind a later one. What is only a
/// name in marks ("the newspaper 'Nordkurier'") is no quotation.

#include <algorithm>
#include <array>
#include <unordered_map>

#include "engine/sources/reading.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMaxDepth = 4;

class QuotationFinder {
 public:
  QuotationFinder(Reading& reading, std::vector<std::string>& warnings)
      : r_(reading), warnings_(warnings) {
    for (const QuotePair& pair : r_.lexicon.quotes) {
      marks_[pair.open].push_back(&pair);
      marks_[pair.close];
    }
  }

  void find() {
    r_.quotation_of.assign(r_.size(), -1);
    for (const SentenceReading& s : r_.sentences) {
      if (s.paragraph != paragraph_ || s.tokens.begin == 0) {
        close_paragraph(s.tokens.begin);
        paragraph_ = s.paragraph;
        no_single_after_ = false;
        read_dialogue(s);
      }
      for (std::uint32_t i = s.tokens.begin; i < s.tokens.end;) {
        i += spoken(i) ? 1 : read_mark(i);
      }
    }
    close_paragraph(r_.size());
    if (unbalanced_ > 0) {
      warnings_.push_back(std::to_string(unbalanced_) +
                          (unbalanced_ == 1 ? " quotation mark is" : " quotation marks are") +
                          " not closed; the paragraph's end closes them");
    }
  }

 private:
  struct Open {
    std::uint32_t token = 0;
    std::uint32_t width = 1;  ///< Tokens of the mark.
    const std::string* mark = nullptr;
  };

  /// Russian, Spanish and French dialogue: "- No water was lost, - said the minister. - We ...".
  /// Finds what is spoken in the paragraph that begins with `first`.
  void read_dialogue(const SentenceReading& first) {
    spoken_.clear();
    const std::uint32_t begin = first.tokens.begin;
    if (first.tokens.empty() || !opens_dialogue(begin)) {
      return;
    }
    const std::uint32_t paragraph_end = r_.document.paragraphs[first.paragraph].span.end;
    std::uint32_t opened = begin;
    bool told = false;
    std::uint32_t end = begin + 1;
    for (; end < r_.size() && r_.token(end).span.begin < paragraph_end; ++end) {
      if (!r_.dash(end)) {
        continue;
      }
      if (opened != kClosed && speech_ends(opened, end)) {
        spoken_.push_back({opened, end});
        opened = kClosed;
        told = true;
      } else if (opened == kClosed && speech_goes_on(end)) {
        opened = end;
      }
    }
    if (told && opened != kClosed && opened + 1 < end) {
      spoken_.push_back({opened, end});
    }
    if (!told) {
      spoken_.clear();
    }
  }

  /// A dash at the head of the paragraph: a token, or in front of a blank the bullet of an item.
  /// Hyphens open items of lists as often.
  [[nodiscard]] bool opens_dialogue(std::uint32_t i) const {
    if (r_.tags.summary(i).mark == Mark::kDash) {
      return i + 1 < r_.size() && !r_.punctuation(i + 1);
    }
    std::string_view before(r_.document.record.text);
    before = before.substr(0, r_.token(i).span.begin);
    while (before.ends_with(' ')) {
      before.remove_suffix(1);
    }
    return before.ends_with("\xe2\x80\x94") || before.ends_with("\xe2\x80\x93");
  }

  /// A verb of saying stands behind the dash at `i`, and a mark that may end what is said before
  /// it.
  [[nodiscard]] bool speech_ends(std::uint32_t opened, std::uint32_t i) const {
    constexpr std::uint32_t kVerbReach = 3;
    const bool mark = r_.punctuation(i - 1) && !r_.is(i - 1, ":") && !r_.is(i - 1, ";");
    const bool attached = !mark && r_.adjacent(i) && !r_.adjacent(i - 1);  // "agua -dijo"
    if (i == opened || !(mark || attached)) {
      return false;
    }
    for (std::uint32_t k = i + 1; k < r_.size() && k <= i + kVerbReach; ++k) {
      if (r_.punctuation(k) && !r_.is(k, "-")) {
        return false;
      }
      if (r_.tags.summary(k).cue) {
        return true;
      }
    }
    return false;
  }

  /// Behind the words of the author: ". -", ", -", or Spanish "-." with the stop behind the dash.
  [[nodiscard]] bool speech_goes_on(std::uint32_t i) const {
    return r_.punctuation(i - 1) || (r_.punctuation(i + 1) && r_.adjacent(i));
  }

  /// The token at `i` is spoken in a dialogue; the first one records the quotation.
  bool spoken(std::uint32_t i) {
    for (const TokenRange range : spoken_) {
      if (range.contains(i)) {
        if (range.begin == i) {
          record_speech(range);
        }
        return true;
      }
    }
    return false;
  }

  void record_speech(TokenRange range) {
    std::uint32_t begin = range.begin;
    while (begin < range.end && (r_.dash(begin) || r_.is(begin, ".") || r_.comma(begin))) {
      ++begin;
    }
    std::uint32_t end = range.end;
    while (end > begin && r_.comma(end - 1)) {
      --end;
    }
    if (begin < end) {
      record({range, {begin, end}, true});
    }
  }

  /// Reads the mark at `i`, if it is one; tokens to step over.
  std::uint32_t read_mark(std::uint32_t i) {
    const Mark kind = r_.tags.summary(i).mark;
    if (kind != Mark::kOther && kind != Mark::kDash) {
      return 1;
    }
    const std::string_view text = r_.text(i);
    std::uint32_t width = 1;
    scratch_.assign(text);
    if ((scratch_ == "'" || scratch_ == "`") && r_.is(i + 1, scratch_) && r_.adjacent(i)) {
      scratch_ += scratch_;
      width = 2;
    }
    const auto found = marks_.find(scratch_);
    if (found == marks_.end()) {
      return 1;
    }
    if (!try_close(i, width, found->first)) {
      try_open(i, width, found->first, found->second);
    }
    return width;
  }

  [[nodiscard]] bool glued_left(std::uint32_t i) const { return i > 0 && r_.adjacent(i - 1); }
  [[nodiscard]] bool glued_right(std::uint32_t last) const {
    return r_.adjacent(last) && !r_.punctuation(last + 1);
  }

  bool try_close(std::uint32_t i, std::uint32_t width, const std::string& mark) {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      const std::vector<const QuotePair*>& pairs = marks_.at(*open_[depth].mark);
      const auto pair = std::find_if(pairs.begin(), pairs.end(),
                                     [&](const QuotePair* p) { return p->close == mark; });
      if (pair == pairs.end()) {
        continue;
      }
      // An apostrophe closes nothing: "the players' union", "it's".
      const bool letter_behind = glued_right(i + width - 1);
      if ((*pair)->level == 2 && (letter_behind || !glued_left(i))) {
        return false;
      }
      // The same mark opens and closes: a blank in front and a letter behind open a new one.
      const bool opens_too = mark == *open_[depth].mark || !marks_.at(mark).empty();
      if (opens_too && letter_behind && !glued_left(i)) {
        continue;
      }
      finish(depth, i, i + width);
      return true;
    }
    return false;
  }

  void try_open(std::uint32_t i, std::uint32_t width, const std::string& mark,
                const std::vector<const QuotePair*>& pairs) {
    if (pairs.empty() || open_.size() >= kMaxDepth || i + width >= r_.size()) {
      return;
    }
    const bool letter_left = glued_left(i) && !r_.punctuation(i - 1);
    const bool single = pairs.front()->level == 2;
    if (letter_left || (single && (!r_.adjacent(i) || !single_closes(i, pairs)))) {
      return;
    }
    const bool both_ways = mark == pairs.front()->close || marks_.at(pairs.front()->close).empty();
    if (!both_ways && glued_left(i) && !r_.adjacent(i + width - 1)) {
      return;  // a closing mark that nothing opened
    }
    if (mark == pairs.front()->close && glued_left(i) && !glued_right(i + width - 1)) {
      return;
    }
    open_.push_back({i, width, &mark});
  }

  /// Is there a closing single mark further on? Remembered once it fails, so linear a paragraph.
  bool single_closes(std::uint32_t i, const std::vector<const QuotePair*>& pairs) {
    if (no_single_after_) {
      return false;
    }
    const std::uint32_t paragraph = paragraph_;
    for (std::uint32_t k = std::max(i + 1, single_checked_); k < r_.size(); ++k) {
      if (r_.punctuation(k) && k > i + 1 && r_.adjacent(k - 1) && !glued_right(k)) {
        for (const QuotePair* pair : pairs) {
          if (r_.is(k, pair->close)) {
            return true;
          }
        }
      }
      if (r_.token(k).span.begin > r_.document.paragraphs[paragraph].span.end) {
        break;
      }
    }
    no_single_after_ = true;
    return false;
  }

  void finish(std::size_t depth, std::uint32_t inner_end, std::uint32_t outer_end) {
    const Open open = open_[depth];
    open_.resize(depth);
    if (depth > 0) {
      return;
    }
    Quotation q;
    q.outer = {open.token, outer_end};
    q.inner = {open.token + open.width, inner_end};
    q.closed = inner_end < outer_end;
    if (q.inner.empty()) {
      return;
    }
    if (only_name(q)) {
      std::fill_n(r_.quotation_of.begin() + q.outer.begin, open.width, kNameMark);
      std::fill(r_.quotation_of.begin() + inner_end, r_.quotation_of.begin() + outer_end,
                kNameMark);
      return;
    }
    record(q);
  }

  void record(const Quotation& q) {
    for (std::uint32_t t = q.outer.begin; t < q.outer.end; ++t) {
      r_.quotation_of[t] = static_cast<std::int32_t>(r_.quotations.size());
    }
    r_.quotations.push_back(q);
  }

  [[nodiscard]] bool names_body(std::uint32_t i) const {
    const TokenTags& kind = r_.tags[i];
    if (r_.lexicon.language != "en" && r_.token(i).shape == Shape::kUpper &&
        r_.text(i).size() > 3) {
      return true;  // an agency's acronym
    }
    return kind.organisation ||
           (kind.role && r_.lexicon.role_rows[kind.role.row].kind == SpeakerKind::kOrganisation);
  }

  /// German "der 'Altenauer Bote' unter Berufung auf": words with capitals behind an article, and
  /// who is cited behind them.
  [[nodiscard]] bool relays(const Quotation& q) const {
    const std::uint32_t behind = q.outer.end;
    bool capitals = q.inner.size() > 1;
    for (std::uint32_t t = q.inner.begin; t < q.inner.end; ++t) {
      capitals = capitals && r_.capital(t);
    }
    return capitals && r_.frame(q.outer.begin - 1) == Frame::kArticle && behind < r_.size() &&
           (r_.frame(behind) == Frame::kCiting || r_.tags.summary(behind).cue);
  }

  /// "agentstvo 'Novosti'", "die Zeitung 'Nordkurier'", "die 'Elbe-Zeitung'": a few words behind
  /// what names a kind of body, or ending in it, the first with a capital.
  [[nodiscard]] bool only_name(const Quotation& q) const {
    constexpr std::uint32_t kWords = 4;
    if (!q.closed || q.inner.size() > kWords || q.outer.begin == 0 ||
        !r_.name_shape(q.inner.begin) || r_.token(q.outer.begin - 1).kind != TokenKind::kWord) {
      return false;
    }
    const bool elsewhere = r_.lexicon.language != "en";
    if (!names_body(q.outer.begin - 1) &&
        !(elsewhere && (names_body(q.inner.end - 1) || relays(q)))) {
      return false;
    }
    for (std::uint32_t t = q.inner.begin; t < q.inner.end; ++t) {
      if (r_.punctuation(t) && !r_.is(t, "-")) {
        return false;
      }
    }
    return true;
  }

  void close_paragraph(std::uint32_t end) {
    if (!open_.empty()) {
      ++unbalanced_;
      finish(0, end, end);
    }
    open_.clear();
  }

  Reading& r_;
  std::vector<std::string>& warnings_;
  std::unordered_map<std::string, std::vector<const QuotePair*>> marks_;
  std::vector<Open> open_;
  std::string scratch_;
  static constexpr std::uint32_t kClosed = ~0U;
  std::vector<TokenRange> spoken_;  ///< Of the paragraph; ascending.
  std::uint32_t paragraph_ = 0;
  std::uint32_t single_checked_ = 0;
  bool no_single_after_ = false;
  std::size_t unbalanced_ = 0;
};

}  // namespace

void find_quotations(Reading& reading, std::vector<std::string>& warnings) {
  QuotationFinder(reading, warnings).find();
}

}  // namespace parallax
