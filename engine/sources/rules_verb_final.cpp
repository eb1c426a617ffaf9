/// Attribution where the verb stands last: speaker, content, cue ("The ministry that-the-road-is-
/// closed said"). The speaker is the first phrase of the sentence in the nominative; each cue
/// takes what stands between the speaker, or the cue before, and itself. A cue followed by "that"
/// has its content behind it, as in other languages.

#include <algorithm>

#include "engine/sources/reading.hpp"
#include "engine/sources/speaker.hpp"

namespace parallax {
namespace {

class VerbFinalRules {
 public:
  VerbFinalRules(const Reading& reading, std::uint32_t number, std::vector<Attribution>& out)
      : r_(reading), speakers_(reading), out_(out), number_(number) {
    s_ = reading.sentences[number].tokens;
    end_ = s_.end;
    while (end_ > s_.begin && r_.punctuation(end_ - 1) && !r_.quoted(end_ - 1)) {
      --end_;
    }
    from_ = behind_dateline(r_, {s_.begin, end_});
  }

  /// True if the sentence has an attribution.
  bool apply() {
    const TokenRange cues = r_.sentences[number_].cues;
    if (!cues.empty() && told_after_clause(r_.cues[cues.end - 1])) {
      return true;
    }
    for (std::uint32_t k = cues.begin; k < cues.end; ++k) {
      const CueGroup& cue = r_.cues[k];
      const bool filler = cue.row.takes == CueTakes::kQuote && k + 1 < cues.end;
      if (cue.tokens.begin < from_ || filler) {
        continue;
      }
      find_speaker(cue);
      speaker_behind(cue);
      if (!take(cue)) {
        continue;
      }
      any_ = true;
    }
    return any_;
  }

 private:
  /// First phrase in front of the cue that can be its subject; kept for the cues that follow.
  void find_speaker(const CueGroup& cue) {
    if (chunk_ >= 0) {
      return;
    }
    for (std::uint32_t i = from_; i < cue.tokens.begin; ++i) {
      const std::int32_t c = r_.chunk_of[i];
      if (c < 0 || at(c).tokens.begin != i) {
        continue;
      }
      if (speaks(c)) {
        chunk_ = c;
        return;
      }
      i = at(c).tokens.end - 1;
    }
    chunk_ = reported_by(cue.tokens.begin);
  }

  /// "Sefirlikden bildirilib": the body in the ablative, right in front of the cue; -1 if none.
  [[nodiscard]] std::int32_t reported_by(std::uint32_t cue) const {
    const std::int32_t c = cue > from_ ? r_.chunk_of[cue - 1] : -1;
    if (c < 0 || at(c).core.empty() || at(c).core.end != cue) {
      return -1;
    }
    const ChunkKind kind = at(c).kind;
    const std::string_view word = r_.word(cue - 1).surface_folded;
    const bool ablative = word.ends_with("dan") || word.ends_with("den") ||
                          word.ends_with("d\xc9\x99n") || word.ends_with("tan") ||
                          word.ends_with("ten");
    const bool body = kind == ChunkKind::kOrganisation || kind == ChunkKind::kGovernment;
    return body && ablative ? c : -1;
  }

  /// "... diyen Demirtas, ...": a participle whose subject follows.
  void speaker_behind(const CueGroup& cue) {
    const std::uint32_t after = cue.tokens.end;
    const std::int32_t c = after < end_ ? r_.chunk_of[after] : -1;
    if (chunk_ < 0 && c >= 0 && at(c).tokens.begin == after && speakers_.capable(c, true) &&
        nominative(at(c).core)) {
      chunk_ = c;
    }
  }

  /// "The-cabinet the-budget approved, said the minister", "..., deye the-minister said": the
  /// phrase at the last cue tells the clause in front of it, whose subject tells nothing.
  bool told_after_clause(const CueGroup& cue) {
    const CueClass kind = cue.row.kind;
    const bool says =
        kind == CueClass::kNeutral || kind == CueClass::kClaim || kind == CueClass::kConfirm;
    if (!says || cue.row.takes == CueTakes::kObject || cue.row.takes == CueTakes::kQuote ||
        quote_before(cue.tokens.begin)) {
      return false;
    }
    std::int32_t teller = -1;
    std::uint32_t end = cue.tokens.begin;
    if (cue.tokens.end >= end_) {
      teller = r_.chunk_of[end - 1];
      end = teller < 0 ? end : at(teller).tokens.begin;
      if (end <= from_ || !(r_.frame(end - 1) == Frame::kThat || filler(end - 1))) {
        return false;
      }
    } else {
      teller = r_.chunk_of[cue.tokens.end];
      if (teller < 0 || at(teller).tokens.begin != cue.tokens.end || at(teller).tokens.end < end_) {
        return false;
      }
    }
    end = before_comma(end);
    if (end == 0 || teller < 0 || !speakers_.capable(teller, true) || at(teller).core.empty() ||
        !nominative(at(teller).core)) {
      return false;
    }
    chunk_ = teller;
    return emit(cue, {from_, end}, "A3", 0.9);
  }

  /// The comma in front of `end` and of what stands for "that"; 0 if there is none, or a quotation
  /// or hardly a clause in front of it.
  [[nodiscard]] std::uint32_t before_comma(std::uint32_t end) const {
    constexpr std::uint32_t kShortest = 2;
    while (end > from_ && (r_.frame(end - 1) == Frame::kThat || filler(end - 1))) {
      --end;
    }
    if (end <= from_ + kShortest || !r_.comma(end - 1) || r_.quoted(end - 2)) {
      return 0;
    }
    return end - 1;
  }

  [[nodiscard]] bool speaks(std::int32_t c) const {
    const Chunk& chunk = at(c);
    if (!speakers_.capable(c, false) || chunk.core.empty() || chunk.kind == ChunkKind::kOther) {
      return false;
    }
    // A capitalised word of no table: only one that a comma sets apart.
    const bool apart = chunk.tokens.begin == from_ || r_.comma(chunk.tokens.end);
    if (chunk.kind == ChunkKind::kName && !apart) {
      return false;
    }
    // What a comma sets apart at the head is no object, whatever its ending: "yetkilileri, ...".
    const bool office = chunk.kind == ChunkKind::kGroup || chunk.kind == ChunkKind::kRole;
    const bool set_apart = office && chunk.tokens.begin == from_ &&
                           chunk.core.end == chunk.tokens.end && r_.comma(chunk.tokens.end);
    return chunk.kind == ChunkKind::kDocument || set_apart || reports_from(chunk) ||
           nominative(chunk.core);
  }

  /// "Bakanliktan yapilan aciklamada": the body in the ablative, a document behind it.
  [[nodiscard]] bool reports_from(const Chunk& chunk) const {
    for (std::uint32_t i = chunk.core.end; i < std::min(end_, chunk.core.end + 4); ++i) {
      if (r_.tags[i].document || r_.frame(i) == Frame::kVenue) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool nominative(TokenRange core) const {
    const Word& last = r_.word(core.end - 1);
    if (last.surface_folded.find('\'') != std::string::npos) {
      return false;
    }
    const std::vector<std::string>& endings = r_.lexicon.oblique_endings;
    return std::none_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return last.folded.size() > ending.size() + 2 && last.folded.ends_with(ending);
    });
  }

  bool take(const CueGroup& cue) {
    if (const std::uint32_t that = that_behind(cue.tokens.end); that != 0) {
      return emit(cue, {that, end_with_quote()}, "A5", 0.92);
    }
    if (quote_before(cue.tokens.begin) || speaker_behind_quote(cue)) {
      return take_quote(cue);
    }
    const std::uint32_t after = cue.tokens.end;
    if (after < s_.end && (r_.quoted(after) || (r_.is(after, ":") && after + 1 < s_.end))) {
      return emit(cue, {r_.quoted(after) ? after : after + 1, end_with_quote()}, "A2", 0.93);
    }
    if (cue.row.takes == CueTakes::kQuote) {
      return false;
    }
    const bool object = cue.row.takes == CueTakes::kObject;
    return emit(cue, {content_begin(cue), cue.tokens.begin}, object ? "A6" : "A3",
                chunk_ >= 0 ? 0.9 : 0.75);
  }

  /// "..., dedi Bakan", "Bakan, ... dedi": content is the quotation.
  bool take_quote(const CueGroup& cue) {
    const std::uint32_t after = cue.tokens.end;
    if (after < end_ && r_.chunk_of[after] >= 0 && speakers_.capable(r_.chunk_of[after], true) &&
        nominative(at(r_.chunk_of[after]).core)) {
      chunk_ = r_.chunk_of[after];
    }
    std::uint32_t k = cue.tokens.begin - 1;
    while (k > 0 && !r_.quoted(k)) {
      --k;
    }
    const TokenRange quote = r_.quotations[static_cast<std::size_t>(r_.quotation_of[k])].outer;
    return emit(cue, quote, "A1", 0.96);
  }

  /// "...", - nazir vurgulayib: the speaker stands between quotation and cue.
  bool speaker_behind_quote(const CueGroup& cue) {
    constexpr std::uint32_t kReach = 12;
    std::uint32_t i = cue.tokens.begin;
    while (i > from_ && cue.tokens.begin - i < kReach && !quote_before(i)) {
      --i;
    }
    const std::int32_t c = i < cue.tokens.begin ? r_.chunk_of[i] : -1;
    if (c < 0 || at(c).tokens.begin != i || i <= from_ || !quote_before(i) || at(c).core.empty() ||
        !(nominative(at(c).core) || reports_from(at(c)))) {
      return false;
    }
    chunk_ = c;
    return true;
  }

  [[nodiscard]] bool quote_before(std::uint32_t i) const {
    std::uint32_t k = i;
    for (int step = 0; k > 0 && step < 4; ++step) {
      --k;
      if (r_.quoted(k)) {
        return true;
      }
      if (!r_.comma(k) && !r_.dash(k) && r_.frame(k) != Frame::kThat && !filler(k)) {
        return false;
      }
    }
    return false;
  }

  /// "..., deye X": says no more than the quotation marks.
  [[nodiscard]] bool filler(std::uint32_t i) const {
    return r_.tags[i].cue && r_.lexicon.cue_rows[r_.tags[i].cue.row].takes == CueTakes::kQuote;
  }

  /// Token behind "ki," right after the cue, 0 if there is none.
  [[nodiscard]] std::uint32_t that_behind(std::uint32_t i) const {
    std::uint32_t k = i;
    for (int step = 0; k < end_ && step < 3 && r_.frame(k) != Frame::kThat; ++step) {
      const bool adjunct = r_.comma(k) || r_.frame(k) == Frame::kAdverb;
      k += adjunct ? 1 : 0;
    }
    if (k >= end_ || r_.frame(k) != Frame::kThat) {
      return 0;
    }
    k += 1;
    while (k < end_ && r_.punctuation(k) && !r_.quoted(k)) {
      ++k;
    }
    return k < end_ ? k : 0;
  }

  /// Behind the speaker if it stands in this part, else where the last cue ended.
  [[nodiscard]] std::uint32_t content_begin(const CueGroup& cue) const {
    std::uint32_t begin = from_;
    if (chunk_ >= 0 && at(chunk_).core.begin >= from_ && at(chunk_).core.end < cue.tokens.begin) {
      const Chunk& chunk = at(chunk_);
      begin = chunk.core.end;
      if (chunk.kind == ChunkKind::kDocument || reports_from(chunk)) {
        begin = std::min(chunk.tokens.end, cue.tokens.begin);
        for (std::uint32_t i = chunk.core.begin; i < begin; ++i) {
          begin = r_.tags[i].document || r_.frame(i) == Frame::kVenue ? i + 1 : begin;
        }
      }
    }
    while (begin < cue.tokens.begin &&
           ((r_.punctuation(begin) && !r_.quoted(begin)) || r_.frame(begin) == Frame::kAnd ||
            r_.frame(begin) == Frame::kVenue)) {
      begin += std::max<std::uint32_t>(1, r_.tags[begin].frame.length);
    }
    return std::min(begin, cue.tokens.begin);
  }

  /// A quotation that the sentence opens belongs to it up to its end.
  [[nodiscard]] std::uint32_t end_with_quote() const {
    if (end_ > s_.begin && r_.quoted(end_ - 1)) {
      const auto q = static_cast<std::size_t>(r_.quotation_of[end_ - 1]);
      return std::max(end_, r_.quotations[q].outer.end);
    }
    return end_;
  }

  bool emit(const CueGroup& cue, TokenRange content, std::string_view rule, double confidence) {
    while (content.end > content.begin && r_.punctuation(content.end - 1) &&
           !r_.quoted(content.end - 1)) {
      --content.end;
    }
    if (content.empty()) {
      return false;
    }
    Attribution a;
    a.rule = rule;
    a.row = cue.row;
    a.negated = cue.negated;
    a.sentence = number_;
    a.confidence = confidence;
    a.cue.push_back(cue.tokens);
    a.content.push_back(content);
    if (chunk_ >= 0) {
      a.chunk = chunk_;
      a.mention = at(chunk_).core;
    } else {
      a.subject = Subject::kPrevious;
    }
    from_ = std::max(cue.tokens.end, content.end);
    out_.push_back(std::move(a));
    return true;
  }

  [[nodiscard]] const Chunk& at(std::int32_t chunk) const {
    return r_.chunks[static_cast<std::size_t>(chunk)];
  }

  const Reading& r_;
  SpeakerFinder speakers_;
  std::vector<Attribution>& out_;
  std::uint32_t number_;
  TokenRange s_;
  std::uint32_t end_ = 0;
  std::uint32_t from_ = 0;   ///< Where the next content may begin.
  std::int32_t chunk_ = -1;  ///< The speaker.
  bool any_ = false;
};

}  // namespace

bool attribute_verb_final(const Reading& reading, std::uint32_t sentence,
                          std::vector<Attribution>& out) {
  return VerbFinalRules(reading, sentence, out).apply();
}

}  // namespace parallax
