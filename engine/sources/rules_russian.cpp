/// Russian sentences of taking a stand: the object stands in front of the verb.

#include <utility>

#include "engine/sources/sentence_rules.hpp"

namespace parallax {

bool SentenceRules::takes_stand(const CueGroup& cue) {
  const CueClass kind = cue.row.kind;
  return kind == CueClass::kStance || kind == CueClass::kDeny || kind == CueClass::kConfirm ||
         cue.row.takes == CueTakes::kObject;
}

SpeakerPhrase SentenceRules::opening_subject(std::uint32_t end) const {
  std::uint32_t i = behind_dateline(r_, s_);
  while (i < end && (r_.comma(i) || r_.frame(i) == Frame::kAdverb || r_.frame(i) == Frame::kBut ||
                     r_.frame(i) == Frame::kAnd || r_.frame(i) == Frame::kDay)) {
    i += r_.comma(i) ? 1U : r_.tags[i].frame.length;
  }
  SpeakerPhrase p = speakers_.right_of(i, {s_.begin, end});
  if (!p.found()) {
    return p;
  }
  const Chunk& c = r_.chunks[static_cast<std::size_t>(p.chunk)];
  const bool known = c.kind == ChunkKind::kPronoun || speakers_.capable(p.chunk, true);
  // Nothing parts the speaker from the object: "V Astane obvineniya otvergli".
  p.tokens.end = c.core.empty() ? p.tokens.end : std::min(p.tokens.end, c.core.end);
  p.tokens.begin = i;
  return known ? p : SpeakerPhrase{};
}

bool SentenceRules::add_object_before(Candidate& c, const CueGroup& cue) {
  if (r_.lexicon.language != "ru" || !takes_stand(cue) || cue.participle ||
      quote_ends_before(cue.tokens.begin)) {
    return false;
  }
  const std::uint32_t begin = cue.tokens.begin;
  if (cue.tokens.end >= end_) {
    const SpeakerPhrase p = opening_subject(begin);
    if (!p.found() || p.tokens.end >= begin) {
      return false;
    }
    set_subject(c, p);
    c.phrase = {p.tokens.begin, p.tokens.end};
    c.right = p.tokens.end;
    c.side = ContentSide::kRight;
  } else {
    const SpeakerPhrase left = speakers_.left_of(cue, s_);
    const SpeakerPhrase right = speakers_.right_of(cue.tokens.end, {s_.begin, end_});
    const bool object = !left.found() || !speakers_.capable(left.chunk, true);
    const bool closes = right.found() && (right.tokens.end >= end_ || r_.comma(right.tokens.end));
    if (!object || !closes || !speakers_.capable(right.chunk, true) || begin <= s_.begin ||
        r_.comma(begin - 1) || opening_subject(begin).found()) {
      return false;
    }
    set_subject(c, right);
    c.phrase = {begin, right.tokens.end};
    c.right = right.tokens.end;
    c.side = ContentSide::kLeft;
  }
  c.a.rule = "A6";
  c.a.confidence = 0.8;
  candidates_.push_back(std::move(c));
  return true;
}

}  // namespace parallax
