/// German sentences: the verb stands second or at the end, the speaker on either side of it.

#include <algorithm>
#include <utility>

#include "engine/sources/sentence_rules.hpp"

namespace parallax {

bool SentenceRules::add_object_first(Candidate& c, const CueGroup& cue, SpeakerPhrase left,
                                     const SpeakerPhrase& right) {
  if (!left.found() && pronoun_behind(cue)) {
    left = speakers_.left_of(cue, s_);
  }
  if (r_.lexicon.language != "de" || cue.row.takes != CueTakes::kObject || !left.found() ||
      !right.found() || left.tokens.begin != s_.begin) {
    return false;
  }
  const Chunk& object = r_.chunks[static_cast<std::size_t>(left.chunk)];
  const Chunk& speaker = r_.chunks[static_cast<std::size_t>(right.chunk)];
  const bool thing = object.kind == ChunkKind::kOther ||
                     (object.kind == ChunkKind::kName && object.name.size() == 1);
  // "Eine Rueckkehr schloss sie aus"
  const bool pronoun =
      speaker.kind == ChunkKind::kPronoun && r_.frame(object.tokens.begin) == Frame::kArticle;
  const bool somebody = pronoun || speaker.kind == ChunkKind::kPerson ||
                        speaker.kind == ChunkKind::kRole ||
                        speaker.kind == ChunkKind::kOrganisation;
  if (!thing || !somebody) {
    return false;
  }
  set_subject(c, right);
  c.phrase = {cue.tokens.begin, right.tokens.end};
  c.right = c.phrase.end;
  c.side = ContentSide::kLeft;
  c.a.rule = "A6";
  c.a.confidence = 0.8;
  candidates_.push_back(std::move(c));
  return true;
}

std::uint32_t SentenceRules::auxiliary_of(std::uint32_t i) const {
  for (std::uint32_t k = i; k-- > s_.begin && (r_.quoted(k) || !r_.comma(k));) {
    if (!r_.quoted(k) && r_.frame(k) == Frame::kAuxiliary) {
      return k;
    }
  }
  return i;
}

std::uint32_t SentenceRules::clause_begin() const {
  std::uint32_t i = behind_dateline(r_, s_);
  while (i + 1 < end_ && (r_.frame(i) == Frame::kAnd || r_.word(i).folded == "doch" ||
                          r_.word(i).folded == "aber" || r_.word(i).folded == "denn")) {
    ++i;
  }
  return i;
}

bool SentenceRules::adverbial_head(std::uint32_t i) const {
  const Frame f = r_.frame(i);
  return f == Frame::kPreposition || f == Frame::kVenue || f == Frame::kDay;
}

bool SentenceRules::behind_adverbial(std::uint32_t phrase) const {
  const std::uint32_t begin = clause_begin();
  if (r_.lexicon.language != "de" || phrase <= begin || !adverbial_head(begin)) {
    return false;
  }
  for (std::uint32_t i = begin; i < phrase; ++i) {
    if (r_.quoted(i) || r_.comma(i) || r_.is(i, ":") || r_.is(i, ";") ||
        r_.frame(i) == Frame::kThat || r_.frame(i) == Frame::kRelative) {
      return false;
    }
  }
  return true;
}

bool SentenceRules::opens_front(std::uint32_t verb) const {
  const std::uint32_t begin = clause_begin();
  if (r_.lexicon.language != "de" || begin >= verb) {
    return r_.lexicon.language == "de" && begin == verb && begin > s_.begin;
  }
  if (adverbial_head(begin)) {
    return behind_adverbial(verb);
  }
  for (std::uint32_t i = begin; i < verb; ++i) {
    if (r_.frame(i) != Frame::kAdverb && r_.frame(i) != Frame::kDay) {
      return false;
    }
  }
  return true;
}

bool SentenceRules::pronoun_behind(const CueGroup& cue) const {
  const std::uint32_t i = cue.tokens.end;
  if (r_.lexicon.language != "de" || i >= end_ || r_.chunk_of[i] < 0 ||
      r_.chunks[static_cast<std::size_t>(r_.chunk_of[i])].kind != ChunkKind::kPronoun) {
    return false;
  }
  // "sie" may be whom something is said of.
  const bool closes = i + 1 >= end_ || r_.comma(i + 1) || r_.is(i + 1, ":");
  return r_.is(i, "er") || (r_.is(i, "sie") && closes);
}

bool SentenceRules::plain_group(const CueGroup& cue) const {
  for (std::uint32_t k = cue.tokens.begin; k < cue.verb; ++k) {
    if (r_.frame(k) == Frame::kAuxiliary || r_.frame(k) == Frame::kBe) {
      return false;
    }
  }
  return cue.tokens.end == cue.verb + 1;
}

bool SentenceRules::add_bracket(Candidate& c, const CueGroup& cue) {
  const bool last = cue.tokens.end >= end_ || r_.comma(cue.tokens.end);
  const std::uint32_t at = r_.lexicon.language == "de" && last && plain_group(cue)
                               ? auxiliary_of(cue.tokens.begin)
                               : cue.tokens.begin;
  if (at == cue.tokens.begin) {
    return false;
  }
  // "wird ... kritisiert", "werde ... unterstuetzen": only "haben" tells what somebody has said.
  const std::string& helper = r_.word(at).folded;
  if (!helper.starts_with("ha") && !helper.starts_with("h\xc3\xa4")) {
    return true;
  }
  CueGroup auxiliary = cue;
  auxiliary.tokens = {at, at + 1};
  SpeakerPhrase speaker = speakers_.left_of(auxiliary, s_);
  std::uint32_t behind = at + 1;
  // "Nach der Sperrung der Bruecke hat die Ministerin ...": the subject stands behind.
  if (!speaker.found() || !acceptable(speaker, cue) || behind_adverbial(speaker.tokens.begin)) {
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
  c.side = ContentSide::kRight;
  c.a.rule = clause_behind ? "A5" : "A6";
  c.a.confidence = clause_behind ? 0.9 : 0.82;
  candidates_.push_back(std::move(c));
  return true;
}

}  // namespace parallax
