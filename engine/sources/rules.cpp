/// Rules A1-A11: which words of a sentence somebody is said to say.
///
/// Every verb of saying gets a speaker (to its left, behind it, or the one before) and a side: the
/// content stands left of it (A1 quotation, A3 cue last, A4 parenthesis) or right of it (A2
/// quotation, A5 clause, A6 stance, A8 object). What stands left wins over what stands right, and
/// the outer cue wins over a cue inside its content. Quotations that no cue claims inherit the
/// speaker before them (A9).

#include <algorithm>
#include <utility>

#include "engine/sources/reading.hpp"
#include "engine/sources/speaker.hpp"

namespace parallax {
namespace {

enum class Side : std::uint8_t { kNone, kLeft, kRight };

/// One cue of a sentence on its way to an attribution.
struct Candidate {
  Attribution a;
  Side side = Side::kNone;
  TokenRange phrase;        ///< Speaker, cue and what belongs to them.
  std::uint32_t right = 0;  ///< Where content to the right begins.
  bool own_subject = false;
  bool participle = false;
  bool relative = false;
};

class SentenceRules {
 public:
  SentenceRules(const Reading& reading, std::vector<Attribution>& out)
      : r_(reading), speakers_(reading), out_(out) {}

  void apply(std::uint32_t number) {
    number_ = number;
    s_ = r_.sentences[number].tokens;
    end_ = text_end();
    candidates_.clear();
    const bool verb_final = r_.lexicon.order == WordOrder::kSov;
    if (verb_final && attribute_verb_final(r_, number, out_)) {
      return;
    }
    const SentenceReading& sentence = r_.sentences[number];
    std::uint32_t next_cue = sentence.cues.begin;
    for (std::uint32_t i = s_.begin; i < s_.end; ++i) {
      if (next_cue < sentence.cues.end && r_.cues[next_cue].tokens.begin == i) {
        if (!verb_final) {
          add_cue(r_.cues[next_cue]);
        }
        i = r_.cues[next_cue].tokens.end - 1;
        ++next_cue;
        continue;
      }
      if (!r_.quoted(i) && r_.cue_of[i] < 0) {
        add_frame(i);
      }
    }
    add_colon();
    add_signature();
    settle();
  }

 private:
  /// Sentence end without final marks outside quotations.
  [[nodiscard]] std::uint32_t text_end() const {
    std::uint32_t e = s_.end;
    while (e > s_.begin && r_.punctuation(e - 1) && !r_.quoted(e - 1)) {
      --e;
    }
    return e;
  }

  // Who speaks, and on which side the content stands.

  /// The subject of a cue that does not stand in front of its speaker; false if it has none that
  /// may speak.
  bool subject_before(Candidate& c, const CueGroup& cue, const SpeakerPhrase& left) {
    if (left.found()) {
      if (!acceptable(left, cue)) {
        return false;
      }
      set_subject(c, left);
      c.phrase.begin = before_clitic(left.tokens.begin);
      c.relative = left.relative;
      return true;
    }
    if (cue.row.kind == CueClass::kAsk && !cue.participle && asked(cue)) {
      c.a.subject = Subject::kNobody;
      c.own_subject = true;
      return true;
    }
    c.a.subject = Subject::kPrevious;
    return continues_clause(cue) && clause_subject(c, cue);
  }

  /// French ", a-t-il ajoute": the auxiliary that a hyphen joins to the pronoun behind it.
  [[nodiscard]] std::uint32_t before_clitic(std::uint32_t pronoun) const {
    std::uint32_t i = pronoun;
    for (int hyphens = 0; hyphens < 2 && i >= s_.begin + 2 && r_.is(i - 1, "-") &&
                          r_.adjacent(i - 1) && r_.adjacent(i - 2) && !r_.quoted(i - 2);
         ++hyphens) {
      i -= 2;
    }
    return r_.lexicon.language == "fr" ? i : pronoun;
  }

  void add_cue(const CueGroup& cue) {
    Candidate c;
    c.a.row = cue.row;
    c.a.negated = cue.negated;
    c.a.sentence = number_;
    c.a.cue.push_back(cue.tokens);
    c.phrase = cue.tokens;
    c.participle = cue.participle;
    // What somebody does not say is the author's remark.
    const bool unsaid = cue.negated && cue.row.kind == CueClass::kNeutral;
    if (unsaid || (cue.infinitive && r_.frame(cue.tokens.begin) == Frame::kAuxiliary &&
                   r_.is(cue.tokens.begin, "to"))) {
      return;
    }
    if (cue.passive) {
      add_passive(c, cue);
      return;
    }
    if (add_bracket(c, cue)) {
      return;
    }
    const SpeakerPhrase left =
        r_.lexicon.order == WordOrder::kVso ? SpeakerPhrase{} : speakers_.left_of(cue, s_);
    if (cue.agent && !(left.found() && speakers_.capable(left.chunk, true) &&
                       cue.row.takes != CueTakes::kObject)) {
      add_passive(c, cue);
      return;
    }
    const SpeakerPhrase right = speakers_.right_of(cue.tokens.end, {s_.begin, end_});
    const bool quote_before = quote_ends_before(cue.tokens.begin);
    const bool comma_before = cue.tokens.begin > s_.begin && r_.comma(cue.tokens.begin - 1);
    const bool inverted = right.found() &&
                          (quote_before || comma_before || verb_first(cue) || as_said(cue)) &&
                          (!left.found() || quote_before) && !cue.participle;
    if (inverted) {
      set_subject(c, right);
      c.phrase.end = right.tokens.end;
    } else if (!subject_before(c, cue, left)) {
      return;
    }
    if (inverted && as_said(cue)) {
      place_as_said(c);
    } else {
      place(c, inverted);
    }
    candidates_.push_back(std::move(c));
  }

  /// Auxiliary of the clause that ends with the participle at `i`; `i` itself if there is none.
  [[nodiscard]] std::uint32_t auxiliary_of(std::uint32_t i) const {
    for (std::uint32_t k = i; k-- > s_.begin && !r_.comma(k) && !r_.quoted(k);) {
      if (r_.frame(k) == Frame::kAuxiliary) {
        return k;
      }
    }
    return i;
  }

  /// German: "Das Ministerium hat den Angriff verurteilt": the speaker stands at the auxiliary, the
  /// verb at the end, what is said between them or behind the verb.
  bool add_bracket(Candidate& c, const CueGroup& cue) {
    const bool last = cue.tokens.end >= end_ || r_.comma(cue.tokens.end);
    const std::uint32_t at = r_.lexicon.language == "de" && last && cue.tokens.size() == 1
                                 ? auxiliary_of(cue.tokens.begin)
                                 : cue.tokens.begin;
    if (at == cue.tokens.begin) {
      return false;
    }
    CueGroup auxiliary = cue;
    auxiliary.tokens = {at, at + 1};
    SpeakerPhrase speaker = speakers_.left_of(auxiliary, s_);
    std::uint32_t behind = at + 1;
    if (!speaker.found() || !acceptable(speaker, cue)) {
      speaker = speakers_.right_of(at + 1, {s_.begin, end_});
      behind = speaker.tokens.end;
    }
    if (!speaker.found() || !acceptable(speaker, cue)) {
      return false;
    }
    set_subject(c, speaker);
    const bool clause_behind = cue.tokens.end + 1 < end_ && r_.comma(cue.tokens.end) &&
                               r_.frame(cue.tokens.end + 1) == Frame::kThat;
    c.phrase = {std::min(speaker.tokens.begin, at), clause_behind ? cue.tokens.end : behind};
    c.right = clause_behind ? cue.tokens.end + 1 : behind;
    c.side = Side::kRight;
    c.a.rule = clause_behind ? "A5" : "A6";
    c.a.confidence = clause_behind ? 0.9 : 0.82;
    candidates_.push_back(std::move(c));
    return true;
  }

  /// "Kak soobshchili v politsii, ...": an adverbial clause of saying.
  [[nodiscard]] bool as_said(const CueGroup& cue) const {
    const std::uint32_t b = cue.tokens.begin;
    return b > s_.begin && r_.frame(b - 1) == Frame::kWh && r_.lexicon.language != "en" &&
           (b - 1 == s_.begin || r_.comma(b - 2));
  }

  void place_as_said(Candidate& c) const {
    --c.phrase.begin;
    c.a.rule = "A7";
    c.a.confidence = 0.9;
    c.right = c.phrase.end;
    c.side = c.phrase.begin == s_.begin ? Side::kRight : Side::kLeft;
    if (c.right < end_ && r_.comma(c.right)) {
      ++c.right;
    }
  }

  [[nodiscard]] bool verb_first(const CueGroup& cue) const {
    return r_.lexicon.order == WordOrder::kVso || cue.tokens.begin == s_.begin;
  }

  /// A cue without a speaker of its own may go on with the one before: ", adding", "and said".
  [[nodiscard]] bool continues_clause(const CueGroup& cue) const {
    if (cue.tokens.begin == s_.begin) {
      return r_.lexicon.order != WordOrder::kSvo || r_.drops_subject();
    }
    const std::uint32_t b = cue.tokens.begin - 1;
    if (r_.lexicon.order == WordOrder::kSov) {
      return true;
    }
    return r_.comma(b) || r_.dash(b) || r_.frame(b) == Frame::kAnd || r_.frame(b) == Frame::kBut ||
           cue.participle;
  }

  /// "Asked whether ...", "when asked about ...".
  [[nodiscard]] bool asked(const CueGroup& cue) const {
    if (cue.tokens.begin == s_.begin) {
      return true;
    }
    const Frame f = r_.frame(cue.tokens.begin - 1);
    return f == Frame::kBut || f == Frame::kWh;
  }

  /// The speaker of a cue without one of its own: that of the cue before in the sentence, else the
  /// phrase that opens its clause.
  bool clause_subject(Candidate& c, const CueGroup& cue) const {
    for (auto it = candidates_.rbegin(); it != candidates_.rend(); ++it) {
      if (it->a.chunk >= 0 && !it->relative && it->a.row.takes != CueTakes::kQuote) {
        c.a.chunk = it->a.chunk;
        c.a.mention = it->a.mention;
        c.a.apposition = it->a.apposition;
        c.a.subject = Subject::kChunk;
        return true;
      }
    }
    const SentenceReading& sentence = r_.sentences[number_];
    std::uint32_t floor = s_.begin;
    for (std::uint32_t k = cue.tokens.begin; k > s_.begin; --k) {
      const bool conjunction = r_.frame(k - 1) == Frame::kBut || r_.frame(k - 1) == Frame::kAnd;
      if (r_.is(k - 1, ";") || (conjunction && k > s_.begin + 1 && r_.comma(k - 2))) {
        floor = k;
        break;
      }
    }
    for (std::uint32_t n = sentence.chunks.begin; n < sentence.chunks.end; ++n) {
      const Chunk& chunk = r_.chunks[n];
      if (chunk.tokens.begin >= cue.tokens.begin) {
        break;
      }
      if (chunk.tokens.begin < floor || !speakers_.capable(static_cast<std::int32_t>(n), false) ||
          !speakers_.opens_clause(static_cast<std::int32_t>(n), s_) ||
          chunk.kind == ChunkKind::kOther) {
        continue;
      }
      c.a.chunk = static_cast<std::int32_t>(n);
      c.a.mention = chunk.tokens;
      c.a.subject = Subject::kChunk;
      return true;
    }
    return !cue.participle && (r_.lexicon.order != WordOrder::kSvo || r_.drops_subject());
  }

  void set_subject(Candidate& c, const SpeakerPhrase& p) {
    c.a.subject = Subject::kChunk;
    c.a.chunk = p.chunk;
    c.a.apposition = p.apposition;
    c.a.mention = p.mention;
    c.own_subject = true;
  }

  /// Weak verbs need a speaker that tables know; "said" takes any noun phrase.
  [[nodiscard]] bool acceptable(const SpeakerPhrase& p, const CueGroup& cue) const {
    const Chunk& chunk = r_.chunks[static_cast<std::size_t>(p.chunk)];
    if (chunk.kind != ChunkKind::kOther) {
      return chunk.kind != ChunkKind::kDocument || cue.row.kind != CueClass::kThink;
    }
    const bool plain = cue.row.kind == CueClass::kNeutral &&
                       (cue.row.takes == CueTakes::kAny || cue.row.takes == CueTakes::kTold);
    return plain && !speakers_.headed_by_nobody(chunk);
  }

  void add_passive(Candidate& c, const CueGroup& cue) {
    std::uint32_t i = cue.tokens.end;
    while (i < end_ && r_.frame(i) == Frame::kAdverb) {
      ++i;
    }
    if (i < end_ && r_.frame(i) == Frame::kAgent) {
      const SpeakerPhrase agent = speakers_.right_of(i + 1, {s_.begin, end_});
      if (agent.found()) {
        set_subject(c, agent);
        c.phrase.end = agent.tokens.end;
        c.phrase.begin = cue.tokens.begin;
        c.side = Side::kLeft;
        c.a.rule = "A6";
        c.a.confidence = 0.7;
        c.participle = true;
        candidates_.push_back(std::move(c));
      }
      return;
    }
    const Frame next = cue.tokens.end < end_ ? r_.frame(cue.tokens.end) : Frame::kNone;
    if (r_.is(cue.tokens.end, "to") && cue.row.takes == CueTakes::kAny && !cue.infinitive &&
        (cue.row.kind == CueClass::kNeutral || cue.row.kind == CueClass::kClaim)) {
      add_raised(c, cue);
      return;
    }
    const bool that =
        next == Frame::kThat || (next == Frame::kWh && cue.row.kind == CueClass::kAsk);
    if (that && cue.row.takes != CueTakes::kObject) {
      c.a.subject = Subject::kNobody;
      c.side = Side::kRight;
      c.right = cue.tokens.end;
      c.a.rule = "A5";
      c.a.confidence = 0.6;
      c.own_subject = true;
      candidates_.push_back(std::move(c));
    }
  }

  /// "The envoy is said to leave": nobody says it, and the subject belongs to what is said.
  void add_raised(Candidate& c, const CueGroup& cue) {
    const std::int32_t subject =
        cue.tokens.begin > s_.begin ? r_.chunk_of[cue.tokens.begin - 1] : -1;
    if (subject < 0) {
      return;
    }
    c.a.subject = Subject::kNobody;
    c.side = Side::kRight;
    c.right = cue.tokens.end;
    c.a.rule = "A5";
    c.a.confidence = 0.6;
    c.own_subject = true;
    c.phrase.begin = speakers_.phrase_begin(subject, s_);
    c.a.content.push_back({c.phrase.begin, cue.tokens.begin});
    candidates_.push_back(std::move(c));
  }

  /// True if a quotation ends right before `i`, a comma or dash between them allowed.
  [[nodiscard]] bool quote_ends_before(std::uint32_t i) const {
    if (i == 0) {
      return false;
    }
    std::uint32_t k = i - 1;
    for (int marks = 0; marks < 2 && k > 0; ++marks) {  // ", -" in Russian
      if ((r_.comma(k) || r_.dash(k)) && !r_.quoted(k)) {
        --k;
      }
    }
    return r_.quoted(k) && same_paragraph(k);
  }

  [[nodiscard]] bool same_paragraph(std::uint32_t token) const {
    const std::uint32_t paragraph = r_.sentences[number_].paragraph;
    return r_.token(token).span.begin >= r_.document.paragraphs[paragraph].span.begin;
  }

  /// Decides the side of the content of a cue with or without speaker.
  void place(Candidate& c, bool inverted) {
    const std::uint32_t after = skip_adjuncts(c.phrase.end, c);
    const bool ends = after >= end_;
    const bool comma_after = !ends && r_.comma(after);
    const bool quote_left = quote_ends_before(c.phrase.begin);
    const bool comma_left =
        c.phrase.begin > s_.begin && (r_.comma(c.phrase.begin - 1) || r_.dash(c.phrase.begin - 1));
    const bool object_only = c.a.row.takes == CueTakes::kObject;
    if (quote_left && !ends && !comma_after && lead_quotation(c) && !adjunct_only(c, after)) {
      place_right(c, after);
      return;
    }
    if (quote_left && takes_quotation_before(c, inverted, after)) {
      c.side = Side::kLeft;
      c.a.rule = "A1";
      c.a.confidence = 0.97;
      c.right = after;
      return;
    }
    if (object_only || c.a.row.takes == CueTakes::kQuote) {
      place_right(c, after);
      return;
    }
    const bool left_clause = comma_left && clause_ends_at(c.phrase.begin, ends);
    if (c.own_subject && left_clause &&
        (ends || comma_after || inverted || adjunct_only(c, after))) {
      c.side = Side::kLeft;
      c.right = after;
      c.phrase.end = ends ? end_ : after;
      c.a.rule = ends || !comma_after ? "A3" : "A4";
      c.a.confidence = ends ? 0.93 : 0.9;
      return;
    }
    place_right(c, after);
  }

  /// What is said ends at the comma in front of `begin`. `ends`: the sentence ends with the phrase.
  [[nodiscard]] bool clause_ends_at(std::uint32_t begin, bool ends) const {
    return clause_left_of(begin - 1) || (ends && begin >= s_.begin + 4 && !clause_opens_with_but());
  }

  /// "As the ministry said." and the like leave nothing to be said.
  [[nodiscard]] bool clause_opens_with_but() const { return r_.frame(s_.begin) == Frame::kBut; }

  /// The quotation that ends in front of the phrase is what is said.
  [[nodiscard]] bool takes_quotation_before(const Candidate& c, bool inverted,
                                            std::uint32_t after) const {
    const bool head = c.phrase.begin == s_.begin;
    const bool ends = after >= end_;
    // "...", dijo.
    const bool dropped = c.a.subject == Subject::kPrevious && r_.drops_subject();
    return !c.participle && (c.own_subject || inverted || dropped) &&
           (!head || ends || (r_.comma(after) && !has_verb(after, end_)));
  }

  /// The quotation in front is part of an adverbial: On "Morning Talk," she said ...
  [[nodiscard]] bool lead_quotation(const Candidate& c) const {
    const Frame f = r_.frame(s_.begin);
    const bool lead = f == Frame::kPreposition || f == Frame::kBut || f == Frame::kDay ||
                      f == Frame::kVenue || f == Frame::kAdverb;
    return lead && !r_.quoted(s_.begin) && c.phrase.begin > s_.begin;
  }

  /// Behind a clause and a cue only a prepositional phrase follows: "..., he said after the vote."
  [[nodiscard]] bool adjunct_only(const Candidate& c, std::uint32_t after) const {
    const std::uint32_t i = c.phrase.end;
    (void)after;
    if (i >= end_) {
      return true;
    }
    const Frame f = r_.frame(i);
    if (f != Frame::kPreposition && f != Frame::kDay && f != Frame::kVenue && f != Frame::kBut) {
      return false;
    }
    for (std::uint32_t k = i; k < end_ && k < i + 12; ++k) {
      if (r_.frame(k) == Frame::kThat || r_.quoted(k)) {
        return false;
      }
    }
    return true;
  }

  /// The words in front of the comma are a clause of their own, no lead such as "On Monday".
  [[nodiscard]] bool clause_left_of(std::uint32_t comma) const {
    if (comma < s_.begin + 2) {
      return comma > s_.begin && r_.quoted(comma - 1);
    }
    std::uint32_t i = s_.begin;
    while (i < comma && r_.frame(i) == Frame::kAnd) {
      ++i;
    }
    bool lead = false;
    switch (r_.frame(i)) {
      case Frame::kPreposition:
      case Frame::kBut:
      case Frame::kDay:
      case Frame::kReset:
      case Frame::kVenue:
      case Frame::kAdverb:
      case Frame::kAccording:
        lead = true;
        break;
      default:
        break;
    }
    if (!lead) {
      return comma - i >= 3;
    }
    // "In Arvenia, prices rose, the bank said": a second comma makes a clause of the rest.
    std::uint32_t commas = 0;
    for (std::uint32_t k = i; k < comma; ++k) {
      commas += r_.comma(k) ? 1U : 0U;
    }
    return commas > 0 && has_verb(i, comma);
  }

  [[nodiscard]] bool has_verb(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t k = begin; k < end; ++k) {
      const Frame f = r_.frame(k);
      if (f == Frame::kBe || f == Frame::kAuxiliary || r_.cue_of[k] >= 0) {
        return true;
      }
    }
    return false;
  }

  void place_right(Candidate& c, std::uint32_t after) {
    const std::uint32_t begin = c.phrase.end;
    if (after >= end_ || begin >= end_) {
      after = std::min(begin, end_);
    }
    if (after >= end_) {
      quote_behind_colon(c);
      return;
    }
    const bool quote = r_.quoted(after) || (after + 1 < s_.end && opens_quote(after));
    const Frame f = r_.frame(after);
    const bool that = f == Frame::kThat || f == Frame::kWh;
    c.right = after;
    if (!quote && !takes_clause(c, after)) {
      return;
    }
    if (!quote && !that && r_.comma(after)) {
      if (!comma_opens_content(c, after)) {
        parenthesis(c, after);
        return;
      }
      ++c.right;
    }
    settle_right(c, quote, that);
  }

  /// May the words from `after` on, which are no quotation, be what is said?
  [[nodiscard]] bool takes_clause(const Candidate& c, std::uint32_t after) const {
    const Frame f = r_.frame(after);
    const bool that = f == Frame::kThat || f == Frame::kWh;
    if (c.a.row.takes == CueTakes::kQuote ||
        (c.a.row.takes == CueTakes::kThat && !that && f != Frame::kRelative)) {
      return false;
    }
    // "how the group remembers it"
    const bool embedded = c.phrase.begin > s_.begin && r_.frame(c.phrase.begin - 1) == Frame::kWh;
    return !embedded || after + 3 <= end_;
  }

  static void settle_right(Candidate& c, bool quote, bool that) {
    c.side = Side::kRight;
    c.a.rule = quote                                      ? "A2"
               : c.a.row.takes == CueTakes::kObject       ? "A6"
               : that || c.a.row.takes != CueTakes::kThat ? "A5"
                                                          : "A8";
    c.a.confidence = quote ? 0.95 : that ? 0.92 : c.a.row.kind == CueClass::kThink ? 0.7 : 0.85;
    if (!c.own_subject) {
      c.a.rule = "A11";
      c.a.confidence -= 0.05;
    }
  }

  /// "In particular, he said, prices rose", "As he noted, prices rose".
  void parenthesis(Candidate& c, std::uint32_t comma) const {
    if (!c.own_subject || c.a.row.takes == CueTakes::kObject || comma + 3 >= end_) {
      return;
    }
    const std::uint32_t b = c.phrase.begin;
    const bool lead = b > s_.begin && (r_.comma(b - 1) || r_.frame(b - 1) == Frame::kPreposition ||
                                       r_.frame(b - 1) == Frame::kBut);
    if (!lead) {
      that_behind(c, comma);
      return;
    }
    c.side = Side::kRight;
    c.right = comma + 1;
    c.a.rule = "A4";
    c.a.confidence = 0.88;
    // The lead belongs to what is said unless it only places the saying.
    const Frame f = r_.frame(s_.begin);
    if (r_.comma(b - 1) && b > s_.begin + 3 && f == Frame::kPreposition) {
      c.a.content.push_back({s_.begin, b - 1});
      c.phrase.begin = s_.begin;
    }
  }

  /// "said on air, where he is a guest, that prices rose".
  void that_behind(Candidate& c, std::uint32_t comma) const {
    for (std::uint32_t k = comma + 1; k < end_ && k < comma + 24; ++k) {
      if (r_.comma(k - 1) && r_.frame(k) == Frame::kThat) {
        c.side = Side::kRight;
        c.right = k;
        c.a.rule = "A5";
        c.a.confidence = 0.88;
        return;
      }
    }
  }

  /// The sentence ends in a colon and a quotation opens the next one.
  void quote_behind_colon(Candidate& c) const {
    if (s_.end == s_.begin || !r_.is(s_.end - 1, ":") || s_.end >= r_.size() ||
        !r_.quoted(s_.end)) {
      return;
    }
    c.side = Side::kRight;
    c.right = s_.end;
    c.a.rule = "A2";
    c.a.confidence = 0.93;
  }

  /// German: "Lindner erklaerte, zwei Mitarbeiter seien verletzt": a clause without "dass".
  [[nodiscard]] bool comma_opens_content(const Candidate& c, std::uint32_t comma) const {
    return r_.lexicon.language == "de" && c.own_subject && c.a.row.takes == CueTakes::kAny &&
           comma + 2 < end_ && r_.frame(comma + 1) != Frame::kRelative &&
           r_.frame(comma + 1) != Frame::kBut && !c.relative;
  }

  [[nodiscard]] bool opens_quote(std::uint32_t i) const {
    const bool mark = r_.comma(i) || r_.is(i, ":") || r_.dash(i);
    return mark && r_.quoted(i + 1);
  }

  /// Steps over addressee, time and venue behind a cue; stops where content may begin.
  [[nodiscard]] std::uint32_t skip_adjuncts(std::uint32_t i, const Candidate& c) const {
    const std::uint32_t start = i;
    if (c.a.row.takes == CueTakes::kTold && i < end_ && r_.chunk_of[i] >= 0) {
      i = speakers_.phrase_end(r_.chunk_of[i], end_);
    }
    for (std::uint32_t guard = 0; i < end_ && guard < 8; ++guard) {
      const Frame f = r_.frame(i);
      if (f == Frame::kThat || r_.quoted(i) || opens_quote(i)) {
        return i;
      }
      if (f == Frame::kVenue || f == Frame::kDay || (f == Frame::kAdverb && adjunct_adverb(i))) {
        i = skip_phrase(i + r_.tags[i].frame.length);
        continue;
      }
      if (f == Frame::kPreposition && c.a.row.takes != CueTakes::kObject) {
        const std::uint32_t next = skip_phrase(i + r_.tags[i].frame.length);
        if (next >= end_ || r_.comma(next) || content_starts(next)) {
          i = next;
          continue;
        }
      }
      break;
    }
    const std::uint32_t that = that_ahead(start);
    return that != 0 ? that : i;
  }

  [[nodiscard]] bool adjunct_adverb(std::uint32_t i) const {
    const std::uint32_t next = i + r_.tags[i].frame.length;
    if (next >= end_) {
      return true;
    }
    const Frame f = r_.frame(next);
    return f == Frame::kThat || f == Frame::kVenue || f == Frame::kDay || r_.quoted(next) ||
           opens_quote(next) || r_.comma(next);
  }

  /// Past a noun phrase with its prepositional phrases.
  [[nodiscard]] std::uint32_t skip_phrase(std::uint32_t i) const {
    if (i < end_ && r_.chunk_of[i] >= 0 && !clause_chunk(i)) {
      return r_.chunks[static_cast<std::size_t>(r_.chunk_of[i])].tokens.end;
    }
    return i;
  }

  /// A pronoun or phrase that begins a clause rather than ends an adjunct.
  [[nodiscard]] bool clause_chunk(std::uint32_t i) const {
    const Chunk& chunk = r_.chunks[static_cast<std::size_t>(r_.chunk_of[i])];
    return chunk.kind == ChunkKind::kPronoun;
  }

  [[nodiscard]] bool content_starts(std::uint32_t i) const {
    const Frame f = r_.frame(i);
    return f == Frame::kThat || f == Frame::kDay || f == Frame::kVenue ||
           f == Frame::kPreposition || r_.chunk_of[i] >= 0 || r_.quoted(i) || opens_quote(i);
  }

  /// "that" within a few words behind the cue with nothing but adjuncts between; 0 if none.
  [[nodiscard]] std::uint32_t that_ahead(std::uint32_t i) const {
    for (std::uint32_t k = i; k < end_ && k < i + 16; ++k) {
      const Frame f = r_.frame(k);
      if (f == Frame::kThat) {
        return k > i && r_.chunk_of[k - 1] >= 0 && !adjunct_between(i, k) ? 0 : k;
      }
      if (r_.quoted(k) || r_.cue_of[k] >= 0 || f == Frame::kBe || f == Frame::kAuxiliary ||
          f == Frame::kRelative || r_.is(k, ";")) {
        return 0;
      }
    }
    return 0;
  }

  [[nodiscard]] bool adjunct_between(std::uint32_t begin, std::uint32_t end) const {
    const Frame f = r_.frame(begin);
    return begin == end || f == Frame::kPreposition || f == Frame::kVenue || f == Frame::kDay ||
           f == Frame::kAdverb || r_.comma(begin);
  }

  // Phrases without a verb.

  void add_frame(std::uint32_t i) {
    switch (r_.frame(i)) {
      case Frame::kAccording:
        add_according(i);
        break;
      case Frame::kAccordingAfter:
        add_according_after(i);
        break;
      case Frame::kAccordingLast:
        add_according_last(i);
        break;
      default:
        break;
    }
  }

  void add_according(std::uint32_t i) {
    const std::uint32_t length = r_.tags[i].frame.length;
    const bool own = names_pronoun({i, i + length});
    const SpeakerPhrase p = own ? SpeakerPhrase{} : whom_behind(i + length);
    if (!p.found() && !own) {
      return;
    }
    Candidate c;
    c.a.sentence = number_;
    c.a.rule = "A7";
    c.a.confidence = 0.95;
    c.a.cue.push_back({i, i + length});
    if (own) {
      c.a.subject = Subject::kPrevious;
      c.own_subject = true;
    } else {
      set_subject(c, p);
    }
    c.phrase = {i, own ? i + length : p.tokens.end};
    c.right = c.phrase.end;
    c.side = i == s_.begin || lead_only(i) ? Side::kRight : Side::kLeft;
    if (c.side == Side::kRight && c.right < end_ && r_.comma(c.right)) {
      ++c.right;
    }
    candidates_.push_back(std::move(c));
  }

  /// "Po yeyo slovam": the phrase itself has the pronoun that stands for the speaker.
  [[nodiscard]] bool names_pronoun(TokenRange phrase) const {
    for (std::uint32_t k = phrase.begin; k < phrase.end; ++k) {
      if (r_.tags[k].pronoun) {
        return true;
      }
    }
    return false;
  }

  /// The speaker behind "according to"; "selon lui" has a pronoun that is no subject elsewhere.
  [[nodiscard]] SpeakerPhrase whom_behind(std::uint32_t i) const {
    SpeakerPhrase p = speakers_.right_of(i, {s_.begin, end_});
    const Chunk* next = i < end_ ? r_.chunk_at(i) : nullptr;
    if (!p.found() && next != nullptr && next->kind == ChunkKind::kPronoun &&
        next->pronoun->use == PronounUse::kObject) {
      p.chunk = r_.chunk_of[i];
      p.mention = next->tokens;
      p.tokens = next->tokens;
    }
    return p;
  }

  /// German "..., so Thaler": behind a comma; the speaker closes the clause.
  void add_according_last(std::uint32_t i) {
    const std::uint32_t length = r_.tags[i].frame.length;
    if (i == s_.begin || !r_.comma(i - 1)) {
      return;
    }
    const SpeakerPhrase p = speakers_.right_of(i + length, {s_.begin, end_});
    if (!p.found() || !speakers_.capable(p.chunk, true) ||
        (p.tokens.end < end_ && !r_.comma(p.tokens.end))) {
      return;
    }
    Candidate c;
    c.a.sentence = number_;
    c.a.rule = "A7";
    c.a.confidence = 0.9;
    c.a.cue.push_back({i, i + length});
    set_subject(c, p);
    c.phrase = {i, p.tokens.end};
    c.right = c.phrase.end;
    c.side = Side::kLeft;
    candidates_.push_back(std::move(c));
  }

  /// Nothing but a conjunction or an adverb stands in front.
  [[nodiscard]] bool lead_only(std::uint32_t i) const {
    for (std::uint32_t k = s_.begin; k < i; ++k) {
      const Frame f = r_.frame(k);
      if (f != Frame::kAnd && f != Frame::kBut && f != Frame::kAdverb && f != Frame::kDay &&
          !r_.comma(k)) {
        return false;
      }
    }
    return true;
  }

  void add_according_after(std::uint32_t i) {
    if (i == s_.begin || r_.chunk_of[i - 1] < 0) {
      return;
    }
    Candidate c;
    c.a.sentence = number_;
    c.a.rule = "A7";
    c.a.confidence = 0.93;
    const std::uint32_t length = r_.tags[i].frame.length;
    c.a.cue.push_back({i, i + length});
    SpeakerPhrase p;
    p.chunk = r_.chunk_of[i - 1];
    p.mention = r_.chunks[static_cast<std::size_t>(p.chunk)].tokens;
    p.tokens = p.mention;
    set_subject(c, p);
    c.phrase = {p.tokens.begin, i + length};
    c.right = c.phrase.end;
    if (c.right < end_ && r_.comma(c.right)) {
      ++c.right;
    }
    c.side = c.right < end_ ? Side::kRight : Side::kLeft;
    candidates_.push_back(std::move(c));
  }

  /// "Commissioner X: ..." at the head of a sentence, and a quotation behind a colon.
  void add_colon() {
    if (s_.empty() || add_interview()) {
      return;
    }
    const std::uint32_t head = behind_time();
    if (head >= end_ || r_.chunk_of[head] < 0) {
      return;
    }
    const std::int32_t first = r_.chunk_of[head];
    const std::uint32_t behind = speakers_.phrase_end(first, end_);
    const bool headline = behind < end_ && r_.is(behind, ":") && speakers_.capable(first, true) &&
                          !labels(first, behind + 1);
    std::uint32_t colon = behind;
    if (!headline) {
      if (!candidates_.empty()) {
        return;
      }
      while (colon + 1 < s_.end && !(r_.is(colon, ":") && r_.quoted(colon + 1))) {
        ++colon;
      }
      if (colon + 1 >= s_.end || !speakers_.capable(first, false)) {
        return;
      }
    }
    Candidate c;
    c.a.sentence = number_;
    c.a.rule = "A2";
    c.a.confidence = headline ? 0.9 : 0.7;
    c.a.cue.push_back({colon, colon + 1});
    SpeakerPhrase p;
    p.chunk = first;
    p.mention = {s_.begin,
                 headline ? behind : r_.chunks[static_cast<std::size_t>(first)].tokens.end};
    p.tokens = p.mention;
    set_subject(c, p);
    c.phrase = {head, colon + 1};
    c.right = colon + 1;
    c.side = Side::kRight;
    c.a.turn = headline && opens_paragraph() && !r_.quoted(c.right);
    candidates_.insert(candidates_.begin(), std::move(c));
  }

  /// "Contact: Press Department, ...": an unknown word in front of what is no clause.
  [[nodiscard]] bool labels(std::int32_t chunk, std::uint32_t behind) const {
    const Chunk& c = r_.chunks[static_cast<std::size_t>(chunk)];
    const bool unknown = c.kind == ChunkKind::kName && c.name.size() == 1 &&
                         !r_.tags[c.name.begin].given_name &&
                         r_.token(c.name.begin).shape == Shape::kCapitalised;
    return unknown && r_.lexicon.language == "en" && behind < end_ && !r_.quoted(behind) &&
           !has_verb(behind, end_);
  }

  /// Past the time or bullet that a ticker sets in front: "20:45 - Interior Ministry: ...".
  [[nodiscard]] std::uint32_t behind_time() const {
    std::uint32_t i = s_.begin;
    while (i < end_ && !r_.quoted(i) &&
           (r_.token(i).kind == TokenKind::kNumber || (i > s_.begin && r_.punctuation(i)))) {
      ++i;
    }
    return i;
  }

  [[nodiscard]] bool opens_paragraph() const {
    return number_ == 0 || r_.sentences[number_ - 1].paragraph != r_.sentences[number_].paragraph;
  }

  /// "..." - Commissioner X: a quotation signed behind a dash.
  void add_signature() {
    if (!candidates_.empty() || s_.size() < 3 || !r_.quoted(s_.begin)) {
      return;
    }
    const std::uint32_t q = quote_end(s_.begin);
    std::uint32_t i = q;
    while (i < end_ && r_.punctuation(i) && !r_.dash(i)) {
      ++i;
    }
    if (i + 1 >= end_ || !r_.dash(i) || r_.chunk_of[i + 1] < 0 ||
        !speakers_.capable(r_.chunk_of[i + 1], true) ||
        speakers_.phrase_end(r_.chunk_of[i + 1], end_) < end_) {
      return;
    }
    Candidate c;
    c.a.sentence = number_;
    c.a.rule = "A1";
    c.a.confidence = 0.9;
    c.a.cue.push_back({i, i + 1});
    c.a.chunk = r_.chunk_of[i + 1];
    c.a.mention = {i + 1, end_};
    c.own_subject = true;
    c.side = Side::kLeft;
    c.phrase = {i, end_};
    c.right = end_;
    candidates_.push_back(std::move(c));
  }

  /// "Q: ..." is the author's; "A: ..." the words of who is interviewed.
  bool add_interview() {
    const Frame f = r_.frame(s_.begin);
    const std::uint32_t length = std::max<std::uint32_t>(r_.tags[s_.begin].frame.length, 1);
    const std::uint32_t colon = s_.begin + length - 1;
    if ((f != Frame::kQuestion && f != Frame::kAnswer) || colon + 1 >= end_ || !r_.is(colon, ":")) {
      return false;
    }
    if (f == Frame::kAnswer) {
      Candidate c;
      c.a.sentence = number_;
      c.a.rule = "A2";
      c.a.confidence = 0.85;
      c.a.subject = Subject::kPrevious;
      c.a.turn = opens_paragraph();
      c.a.cue.push_back({s_.begin, colon + 1});
      c.phrase = {s_.begin, colon + 1};
      c.right = colon + 1;
      c.side = Side::kRight;
      candidates_.insert(candidates_.begin(), std::move(c));
    }
    return true;
  }

  // Which cue owns which words.

  void settle() {
    take_left();
    take_right();
    merge_relays();
    drop_questions();
    for (Candidate& c : candidates_) {
      if (c.side != Side::kNone && !c.a.content.empty()) {
        embed(c.a);
        out_.push_back(std::move(c.a));
      }
    }
  }

  /// Keeps what the speaker says that another one says.
  void embed(Attribution& a) const {
    for (const Candidate& inner : candidates_) {
      if (!inner.a.nested || !inner.own_subject || inner.a.chunk < 0 || inner.right >= end_ ||
          r_.chunks[static_cast<std::size_t>(inner.a.chunk)].kind == ChunkKind::kPronoun ||
          inner.a.row.kind == CueClass::kThink) {
        continue;
      }
      for (const TokenRange content : a.content) {
        if (content.contains(inner.a.cue.front().begin) && content.contains(inner.right)) {
          const bool denied = inner.a.row.kind == CueClass::kDeny && !inner.a.negated;
          a.embedded.push_back({{inner.right, content.end}, denied});
        }
      }
    }
  }

  /// "Asked whether prices rose, he said they did": only the answer counts.
  void drop_questions() {
    const bool answered =
        std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& c) {
          return c.side != Side::kNone && !c.a.content.empty() && c.a.subject == Subject::kChunk;
        });
    for (Candidate& c : candidates_) {
      if (answered && c.a.subject == Subject::kNobody && c.a.row.kind == CueClass::kAsk) {
        c.side = Side::kNone;
      }
    }
  }

  void take_left() {
    std::uint32_t region = s_.begin;
    for (std::size_t k = 0; k < candidates_.size(); ++k) {
      Candidate& c = candidates_[k];
      if (c.side != Side::kLeft) {
        continue;
      }
      const std::uint32_t stop = c.phrase.begin;
      std::uint32_t begin = region;
      const bool quote = quote_ends_before(stop);
      if (quote) {
        begin = quoted_region(stop, region);
      } else if (c.a.rule == "A6" && c.participle) {
        begin = passive_region(c, region);
      } else if (region == s_.begin) {
        begin = after_lead();
      }
      add_content(c.a, begin, stop);
      if (c.right < end_ && !(c.a.rule == "A6")) {
        right_part(c, k);
      }
      region = std::max(region, c.phrase.end);
      for (std::size_t j = 0; j < k; ++j) {
        candidates_[j].a.nested = candidates_[j].a.nested || inside(candidates_[j], c);
      }
    }
  }

  [[nodiscard]] static bool inside(const Candidate& inner, const Candidate& outer) {
    return std::any_of(outer.a.content.begin(), outer.a.content.end(),
                       [&](TokenRange r) { return r.contains(inner.a.cue.front().begin); });
  }

  /// Start of the content whose last part is the quotation in front of `stop`: the quotation, or
  /// the clause it completes.
  [[nodiscard]] std::uint32_t quoted_region(std::uint32_t stop, std::uint32_t region) const {
    std::uint32_t k = stop - 1;
    while (!r_.quoted(k)) {
      --k;
    }
    const Quotation& q = r_.quotations[static_cast<std::size_t>(r_.quotation_of[k])];
    if (q.outer.begin <= region) {
      return q.outer.begin;
    }
    const bool words_before = has_words(region, q.outer.begin);
    const std::uint32_t mark = q.outer.begin - 1;
    const bool fresh = r_.punctuation(mark) && !r_.quoted(mark) && !closes_bracket(mark);
    return words_before && !fresh ? region : q.outer.begin;
  }

  [[nodiscard]] bool has_words(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t k = begin; k < end; ++k) {
      if (!r_.punctuation(k) && r_.frame(k) != Frame::kAnd && r_.frame(k) != Frame::kBut) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::uint32_t passive_region(const Candidate& c, std::uint32_t region) const {
    std::uint32_t begin = c.phrase.begin;
    while (begin > region && !r_.comma(begin - 1) && !r_.is(begin - 1, ";")) {
      --begin;
    }
    return begin;
  }

  /// Past "And", "But", "However," at the head of the sentence.
  [[nodiscard]] std::uint32_t after_lead() const {
    std::uint32_t i = s_.begin;
    if (r_.frame(i) == Frame::kAnd ||
        (r_.frame(i) == Frame::kBut && r_.tags[i].frame.length == 1)) {
      ++i;
    }
    return i;
  }

  /// Content behind a parenthesis: "..., he said, ..." and further quotations.
  void right_part(Candidate& c, std::size_t k) {
    std::uint32_t i = c.right;
    while (i < end_ && r_.punctuation(i) && !r_.quoted(i)) {
      ++i;
    }
    if (i >= end_) {
      return;
    }
    const bool quote = r_.quoted(i);
    if (c.a.rule == "A1" && !quote) {
      if (!r_.comma(c.right) || next_phrase(k) != 0) {
        return;
      }
      return;
    }
    const std::uint32_t next = next_phrase(k);
    if (quote) {
      add_content(c.a, i, quote_end(i));
      return;
    }
    if (!r_.comma(c.right) || r_.frame(i) == Frame::kBut || (next != 0 && next <= i + 2)) {
      return;
    }
    add_content(c.a, i, next == 0 ? end_ : next);
  }

  [[nodiscard]] std::uint32_t next_phrase(std::size_t k) const {
    for (std::size_t j = k + 1; j < candidates_.size(); ++j) {
      if (candidates_[j].side != Side::kNone && candidates_[j].own_subject) {
        return candidates_[j].phrase.begin;
      }
      if (candidates_[j].side != Side::kNone && candidates_[j].participle) {
        return candidates_[j].phrase.begin;
      }
    }
    return 0;
  }

  [[nodiscard]] std::uint32_t quote_end(std::uint32_t i) const {
    return r_.quotations[static_cast<std::size_t>(r_.quotation_of[i])].outer.end;
  }

  void take_right() {
    std::uint32_t covered = s_.begin;
    for (std::size_t k = 0; k < candidates_.size(); ++k) {
      Candidate& c = candidates_[k];
      if (c.side != Side::kRight || c.a.nested) {
        continue;
      }
      if (c.phrase.begin < covered || claimed_left(c)) {
        c.a.nested = true;
        continue;
      }
      const std::uint32_t end = right_limit(k);
      if (c.right >= end) {
        c.side = Side::kNone;
        continue;
      }
      add_content(c.a, c.right, end);
      covered = end;
    }
    for (Candidate& c : candidates_) {
      if (c.a.nested) {
        c.side = Side::kNone;
      }
    }
  }

  [[nodiscard]] bool claimed_left(const Candidate& c) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
      return other.side == Side::kLeft && !other.a.nested && inside(c, other);
    });
  }

  /// The end of the text, or of a quotation that reaches beyond it.
  [[nodiscard]] std::uint32_t end_of_quotation(std::uint32_t right) const {
    std::uint32_t limit = end_;
    if (right < end_) {
      const std::uint32_t q = r_.quoted(right) ? right : opens_quote(right) ? right + 1 : end_;
      limit = q < end_ ? std::max(limit, quote_end(q)) : limit;
    }
    if (end_ > s_.begin && r_.quoted(end_ - 1)) {
      limit = std::max(limit, quote_end(end_ - 1));
    }
    return limit;
  }

  /// Where the content of a cue to its left ends.
  [[nodiscard]] std::uint32_t right_limit(std::size_t k) const {
    const Candidate& c = candidates_[k];
    if (c.right >= s_.end) {
      return c.right < r_.size() && r_.quoted(c.right) ? quote_end(c.right) : end_;
    }
    std::uint32_t limit = end_of_quotation(c.right);
    if (c.relative) {
      limit = std::min(limit, clause_end(c.right));
    }
    for (std::uint32_t i = c.right; i < limit; ++i) {
      if (r_.is(i, ";") && !r_.quoted(i)) {
        limit = i;
      }
    }
    for (std::size_t j = k + 1; j < candidates_.size(); ++j) {
      const std::uint32_t cut = break_at(c, candidates_[j]);
      if (cut > c.right) {
        return std::min(limit, cut);
      }
    }
    return limit;
  }

  [[nodiscard]] std::uint32_t clause_end(std::uint32_t i) const {
    while (i < end_ && !(r_.comma(i) && !r_.quoted(i))) {
      ++i;
    }
    return i;
  }

  /// Where `next` ends the content of `c`; 0 if it lies inside it.
  [[nodiscard]] std::uint32_t break_at(const Candidate& c, const Candidate& next) const {
    const std::uint32_t b = next.phrase.begin;
    if (next.side == Side::kNone || b <= c.right) {
      return 0;
    }
    const std::uint32_t mark = b - 1;
    const bool comma = r_.comma(mark) || r_.dash(mark) || r_.is(mark, ";");
    if (next.side == Side::kLeft) {
      return comma ? mark : b;
    }
    if (next.participle && !next.own_subject) {
      return comma ? mark : 0;
    }
    const Frame f = r_.frame(mark);
    const bool joint = f == Frame::kAnd || f == Frame::kBut;
    if (!next.own_subject) {
      const bool same = c.a.row.takes == CueTakes::kObject ||
                        (next.a.row.kind == CueClass::kNeutral && !r_.comma(mark));
      return same && joint ? mark : 0;
    }
    return joint ? break_at_joint(mark) : r_.is(mark, ";") ? mark : 0;
  }

  /// The "and" or "but" at `mark` opens a main clause of its own; "and" only behind a comma.
  [[nodiscard]] std::uint32_t break_at_joint(std::uint32_t mark) const {
    const bool comma_too = mark > s_.begin && (r_.comma(mark - 1) || r_.is(mark - 1, ";"));
    return comma_too ? mark - 1 : r_.frame(mark) == Frame::kBut ? mark : 0;
  }

  void add_content(Attribution& a, std::uint32_t begin, std::uint32_t end) const {
    while (begin < end && !r_.quoted(begin) && r_.punctuation(begin) && !opens_bracket(begin)) {
      ++begin;
    }
    while (end > begin && !r_.quoted(end - 1) && r_.punctuation(end - 1) &&
           !closes_bracket(end - 1)) {
      --end;
    }
    if (begin < end) {
      a.content.push_back({begin, end});
    }
  }

  [[nodiscard]] bool opens_bracket(std::uint32_t i) const { return r_.is(i, "(") || r_.is(i, "["); }
  [[nodiscard]] bool closes_bracket(std::uint32_t i) const {
    return r_.is(i, ")") || r_.is(i, "]") || r_.is(i, "%");
  }

  /// "..., the agency reports, citing the ministry": the ministry speaks, the agency relays.
  void merge_relays() {
    for (std::size_t k = 0; k < candidates_.size(); ++k) {
      Candidate& c = candidates_[k];
      if (c.side == Side::kNone || c.a.content.empty() || c.a.chunk < 0) {
        continue;
      }
      std::uint32_t i = c.phrase.end;
      while (i < end_ && (r_.comma(i) || r_.frame(i) == Frame::kDay)) {
        ++i;
      }
      std::uint32_t citing = i < end_ && r_.frame(i) == Frame::kCiting ? i : 0;
      if (c.side == Side::kRight) {
        citing = citing_behind(c);
      }
      if (citing == 0) {
        continue;
      }
      const std::uint32_t length = r_.tags[citing].frame.length;
      const SpeakerPhrase p = speakers_.right_of(citing + length, {s_.begin, end_});
      if (!p.found() || !speakers_.may_be_cited(p.chunk)) {
        continue;
      }
      relay(c, citing, length, p);
    }
  }

  [[nodiscard]] std::uint32_t citing_behind(const Candidate& c) const {
    const std::uint32_t end = c.a.content.back().end;
    for (std::uint32_t i = c.right; i < end_; ++i) {
      if (r_.frame(i) == Frame::kCiting && !r_.quoted(i) && i > 0 && r_.comma(i - 1) &&
          speakers_.relays(c.a.chunk) && i + 1 >= end) {
        return i;
      }
    }
    return 0;
  }

  void relay(Candidate& c, std::uint32_t citing, std::uint32_t length, const SpeakerPhrase& p) {
    c.a.outlet = c.a.chunk;
    c.a.chunk = p.chunk;
    c.a.apposition = p.apposition;
    c.a.mention = p.mention;
    c.a.cue.push_back({citing, citing + length});
    c.a.rule = "A7";
    c.a.confidence = 0.95;
    for (Candidate& other : candidates_) {
      if (&other != &c && other.a.cue.front().begin >= citing) {
        other.side = Side::kNone;
      }
    }
  }

  const Reading& r_;
  SpeakerFinder speakers_;
  std::vector<Attribution>& out_;
  std::vector<Candidate> candidates_;
  TokenRange s_;
  std::uint32_t end_ = 0;
  std::uint32_t number_ = 0;
};

}  // namespace

std::vector<Attribution> attribute_sentences(const Reading& reading) {
  std::vector<Attribution> out;
  SentenceRules rules(reading, out);
  std::uint32_t turn_end = 0;  // sentences in front of it belong to a turn of an interview
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    if (s < turn_end) {
      continue;
    }
    const std::size_t before = out.size();
    rules.apply(s);
    const auto turn = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                                   [](const Attribution& a) { return a.turn; });
    if (turn == out.end()) {
      continue;
    }
    // What is said inside the turn is the speaker's too.
    Attribution whole = std::move(*turn);
    out.resize(before);
    turn_end = s + 1;
    while (turn_end < reading.sentences.size() &&
           reading.sentences[turn_end].paragraph == reading.sentences[s].paragraph) {
      ++turn_end;
    }
    whole.content = {{whole.content.front().begin, reading.sentences[turn_end - 1].tokens.end}};
    out.push_back(std::move(whole));
  }
  return out;
}

}  // namespace parallax
