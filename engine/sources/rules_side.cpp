/// On which side of a cue and its speaker the content stands.

#include <algorithm>
#include <utility>

#include "engine/sources/sentence_rules.hpp"

namespace parallax {

bool SentenceRules::quote_ends_before(std::uint32_t i) const {
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

bool SentenceRules::same_paragraph(std::uint32_t token) const {
  const std::uint32_t paragraph = r_.sentences[number_].paragraph;
  return r_.token(token).span.begin >= r_.document.paragraphs[paragraph].span.begin;
}

void SentenceRules::place(Candidate& c, bool inverted) {
  const std::uint32_t after = skip_adjuncts(c.phrase.end, c);
  const bool ends = after >= end_;
  const bool comma_after = !ends && r_.comma(after);
  const bool quote_left = quote_ends_before(c.phrase.begin);
  const bool comma_left = c.phrase.begin > s_.begin && c.phrase.begin != behind_dateline(r_, s_) &&
                          (r_.comma(c.phrase.begin - 1) || r_.dash(c.phrase.begin - 1));
  const bool object_only = c.a.row.takes == CueTakes::kObject;
  if (quote_left && !ends && !comma_after && lead_quotation(c) && !adjunct_only(c, after)) {
    place_right(c, after);
    return;
  }
  if (quote_left && takes_quotation_before(c, inverted, after)) {
    c.side = ContentSide::kLeft;
    c.a.rule = "A1";
    c.a.confidence = 0.97;
    c.right = after;
    return;
  }
  const bool left_clause = comma_left && clause_ends_at(c.phrase.begin, ends, inverted);
  // "Man habe zu spaet gewarnt, kritisierte er."
  const bool told_object = object_only && inverted && ends && left_clause;
  const bool right_only =
      (object_only && !told_object) || c.a.row.takes == CueTakes::kQuote || !c.own_subject;
  if (right_only || !left_clause || !(ends || comma_after || inverted || adjunct_only(c, after))) {
    place_right(c, after);
    return;
  }
  place_behind_clause(c, after, comma_after);
}

void SentenceRules::place_behind_clause(Candidate& c, std::uint32_t after, bool comma_after) const {
  const bool ends = after >= end_;
  c.side = ContentSide::kLeft;
  c.right = after;
  c.phrase.end = ends ? end_ : after;
  c.a.rule = ends || !comma_after ? "A3" : "A4";
  c.a.confidence = ends ? 0.93 : 0.9;
}

bool SentenceRules::clause_ends_at(std::uint32_t begin, bool ends, bool inverted) const {
  // "Not so, replied the admiral.", "Pozhar potushen, soobshchili v MChS."
  const std::uint32_t shortest = inverted ? 3 : 4;
  if (r_.lexicon.language != "en" && lead_only(begin)) {
    return false;  // "De leur cote, les syndicats s'interrogent"
  }
  return clause_left_of(begin - 1) ||
         (ends && begin >= s_.begin + shortest && !clause_opens_with_but());
}

bool SentenceRules::takes_quotation_before(const Candidate& c, bool inverted,
                                           std::uint32_t after) const {
  const bool head = c.phrase.begin == s_.begin;
  const bool ends = after >= end_;
  // "...", dijo.
  const bool dropped = c.a.subject == Subject::kPrevious && r_.drops_subject();
  // German "Wynn schlug vor, Fachleute zu schicken": the comma opens what is proposed.
  if (head && !ends && r_.lexicon.language == "de" && r_.comma(after)) {
    return false;
  }
  return !c.participle && (c.own_subject || inverted || dropped) &&
         (!head || ends || (r_.comma(after) && !has_verb(after, end_)));
}

bool SentenceRules::lead_quotation(const Candidate& c) const {
  const Frame f = r_.frame(s_.begin);
  const bool lead = f == Frame::kPreposition || f == Frame::kBut || f == Frame::kDay ||
                    f == Frame::kVenue || f == Frame::kAdverb;
  return lead && !r_.quoted(s_.begin) && c.phrase.begin > s_.begin;
}

bool SentenceRules::adjunct_only(const Candidate& c, std::uint32_t after) const {
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

bool SentenceRules::clause_left_of(std::uint32_t comma) const {
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

bool SentenceRules::has_verb(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t k = begin; k < end; ++k) {
    const Frame f = r_.frame(k);
    if (f == Frame::kBe || f == Frame::kAuxiliary || r_.cue_of[k] >= 0) {
      return true;
    }
  }
  return false;
}

void SentenceRules::place_right(Candidate& c, std::uint32_t after) {
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

bool SentenceRules::takes_clause(const Candidate& c, std::uint32_t after) const {
  const Frame f = r_.frame(after);
  const bool that = f == Frame::kThat || f == Frame::kWh;
  // "In two prisons, it states, cells were ..."
  const bool between_commas =
      r_.comma(after) && c.phrase.begin > s_.begin && r_.comma(c.phrase.begin - 1);
  if (c.a.row.takes == CueTakes::kQuote ||
      (c.a.row.takes == CueTakes::kThat && !that && f != Frame::kRelative && !between_commas)) {
    return false;
  }
  // "how the group remembers it"
  const bool embedded = c.phrase.begin > s_.begin && r_.frame(c.phrase.begin - 1) == Frame::kWh;
  return !embedded || after + 3 <= end_;
}

void SentenceRules::settle_right(Candidate& c, bool quote, bool that) {
  c.side = ContentSide::kRight;
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

void SentenceRules::parenthesis(Candidate& c, std::uint32_t comma) const {
  const std::uint32_t b = c.phrase.begin;
  const bool cut = comma + 2 < end_ && subject_cut_off(b, comma + 1);
  const bool dropped = cut && r_.drops_subject();
  if ((!c.own_subject && !dropped) || c.a.row.takes == CueTakes::kObject ||
      (comma + 3 >= end_ && !cut)) {
    return;
  }
  const bool lead = b > s_.begin && (r_.comma(b - 1) || r_.frame(b - 1) == Frame::kPreposition ||
                                     r_.frame(b - 1) == Frame::kBut);
  if (!lead) {
    that_behind(c, comma);
    return;
  }
  c.side = ContentSide::kRight;
  c.right = comma + 1;
  c.a.rule = "A4";
  c.a.confidence = 0.88;
  // The lead belongs to what is said unless it only places the saying.
  const Frame f = r_.frame(s_.begin);
  if (!r_.comma(b - 1)) {
    return;
  }
  const std::uint32_t subject = f == Frame::kBut || f == Frame::kAnd ? s_.begin + 1 : s_.begin;
  const bool clause_goes_on =
      cut || ((r_.frame(c.right) == Frame::kBe || r_.frame(c.right) == Frame::kAuxiliary) &&
              r_.chunk_of[subject] >= 0);
  if (clause_goes_on) {
    c.a.content.push_back({subject, b - 1});  // "But prices, he argued, are ..."
    c.phrase.begin = s_.begin;
  } else if (b > s_.begin + 3 && f == Frame::kPreposition) {
    c.a.content.push_back({s_.begin, b - 1});
    c.phrase.begin = s_.begin;
  }
}

bool SentenceRules::subject_cut_off(std::uint32_t b, std::uint32_t behind) const {
  const std::int32_t first = r_.chunk_of[s_.begin];
  if (r_.lexicon.language == "en" || first < 0 || b <= s_.begin + 1 || !r_.comma(b - 1) ||
      speakers_.phrase_end(first, b - 1) != b - 1) {
    return false;
  }
  const Frame f = r_.frame(behind);
  const bool verb =
      f == Frame::kNone || f == Frame::kBe || f == Frame::kAuxiliary || f == Frame::kNegation;
  return verb && r_.token(behind).shape == Shape::kLower && !r_.tags.summary(behind).speaker;
}

void SentenceRules::that_behind(Candidate& c, std::uint32_t comma) const {
  for (std::uint32_t k = comma + 1; k < end_ && k < comma + 24; ++k) {
    if (r_.comma(k - 1) && r_.frame(k) == Frame::kThat) {
      c.side = ContentSide::kRight;
      c.right = k;
      c.a.rule = "A5";
      c.a.confidence = 0.88;
      return;
    }
  }
}

void SentenceRules::quote_behind_colon(Candidate& c) const {
  if (s_.end == s_.begin || !r_.is(s_.end - 1, ":") || s_.end >= r_.size() || !r_.quoted(s_.end)) {
    return;
  }
  c.side = ContentSide::kRight;
  c.right = s_.end;
  c.a.rule = "A2";
  c.a.confidence = 0.93;
}

bool SentenceRules::comma_opens_content(const Candidate& c, std::uint32_t comma) const {
  const CueTakes takes = c.a.row.takes;  // "forderte, die Zahl zu begrenzen"
  return r_.lexicon.language == "de" && c.own_subject &&
         (takes == CueTakes::kAny || takes == CueTakes::kObject) && comma + 2 < end_ &&
         r_.frame(comma + 1) != Frame::kRelative && r_.frame(comma + 1) != Frame::kBut &&
         !c.relative;
}

bool SentenceRules::opens_quote(std::uint32_t i) const {
  const bool mark = r_.comma(i) || r_.is(i, ":") || r_.dash(i);
  return mark && r_.quoted(i + 1);
}

std::uint32_t SentenceRules::skip_adjuncts(std::uint32_t i, const Candidate& c) const {
  const std::uint32_t start = i;
  if (c.a.row.takes == CueTakes::kTold && i < end_ && r_.chunk_of[i] >= 0) {
    i = speakers_.phrase_end(r_.chunk_of[i], end_);
  }
  for (std::uint32_t guard = 0; i < end_ && guard < 8; ++guard) {
    if (r_.frame(i) == Frame::kThat || r_.quoted(i) || opens_quote(i)) {
      return i;
    }
    const std::uint32_t next = behind_adjunct(i, c);
    if (next == i) {
      break;
    }
    i = next;
  }
  const std::uint32_t that = that_ahead(start);
  return that != 0 ? that : i;
}

std::uint32_t SentenceRules::behind_day(std::uint32_t i) const {
  std::uint32_t next = i + r_.tags[i].frame.length;
  while (next < end_ && r_.token(next).kind == TokenKind::kNumber) {
    ++next;
  }
  return next;
}

std::uint32_t SentenceRules::behind_citing(std::uint32_t i) const {
  if (citing_.tokens.empty() || r_.lexicon.language == "en") {
    return i;
  }
  if (i == citing_.cue.begin) {
    return citing_.tokens.end;
  }
  if (r_.comma(i) && i + 1 == citing_.cue.begin) {
    const std::uint32_t end = citing_.tokens.end;
    return end < end_ && r_.comma(end) ? end + 1 : end;  // ", citant le ministere, que"
  }
  return i;
}

std::uint32_t SentenceRules::behind_adjunct(std::uint32_t i, const Candidate& c) const {
  const Frame f = r_.frame(i);
  const bool elsewhere = r_.lexicon.language != "en";
  if (elsewhere && i == c.phrase.end && cut_off_adverb(i)) {
    return i + 2U + r_.tags[i + 1].frame.length;  // "anuncio, ademas, un bloqueo"
  }
  if (const std::uint32_t cited = behind_citing(i); cited != i) {
    return cited;
  }
  if (f == Frame::kDay && elsewhere) {
    return behind_day(i);
  }
  if (f == Frame::kVenue || f == Frame::kDay || (f == Frame::kAdverb && adjunct_adverb(i))) {
    return skip_phrase(i + r_.tags[i].frame.length);
  }
  if (f == Frame::kPreposition && c.a.row.takes != CueTakes::kObject) {
    const std::uint32_t next = skip_phrase(i + r_.tags[i].frame.length);
    return next >= end_ || r_.comma(next) || content_starts(next) ? next : i;
  }
  return i;
}

bool SentenceRules::cut_off_adverb(std::uint32_t comma) const {
  if (!r_.comma(comma) || comma + 2 >= end_) {
    return false;
  }
  const Frame f = r_.frame(comma + 1);
  return (f == Frame::kAdverb || f == Frame::kDay) &&
         r_.comma(comma + 1 + r_.tags[comma + 1].frame.length);
}

bool SentenceRules::adjunct_adverb(std::uint32_t i) const {
  const std::uint32_t next = i + r_.tags[i].frame.length;
  if (next >= end_) {
    return true;
  }
  const Frame f = r_.frame(next);
  return f == Frame::kThat || f == Frame::kVenue || f == Frame::kDay || r_.quoted(next) ||
         opens_quote(next) || r_.comma(next);
}

std::uint32_t SentenceRules::skip_phrase(std::uint32_t i) const {
  if (i < end_ && r_.chunk_of[i] >= 0 && !clause_chunk(i)) {
    return r_.chunks[static_cast<std::size_t>(r_.chunk_of[i])].tokens.end;
  }
  return i;
}

bool SentenceRules::clause_chunk(std::uint32_t i) const {
  const Chunk& chunk = r_.chunks[static_cast<std::size_t>(r_.chunk_of[i])];
  return chunk.kind == ChunkKind::kPronoun;
}

bool SentenceRules::content_starts(std::uint32_t i) const {
  const Frame f = r_.frame(i);
  return f == Frame::kThat || f == Frame::kDay || f == Frame::kVenue || f == Frame::kPreposition ||
         r_.chunk_of[i] >= 0 || r_.quoted(i) || opens_quote(i);
}

std::uint32_t SentenceRules::that_ahead(std::uint32_t i) const {
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

bool SentenceRules::adjunct_between(std::uint32_t begin, std::uint32_t end) const {
  const Frame f = r_.frame(begin);
  return begin == end || f == Frame::kPreposition || f == Frame::kVenue || f == Frame::kDay ||
         f == Frame::kAdverb || r_.comma(begin);
}

}  // namespace parallax
