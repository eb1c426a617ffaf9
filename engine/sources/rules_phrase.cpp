/// Candidates without a verb: "according to", "so X", "Name: ...", signatures, interviews.

#include <algorithm>
#include <utility>

#include "engine/sources/sentence_rules.hpp"

namespace parallax {

void SentenceRules::add_frame(std::uint32_t i) {
  switch (r_.frame(i)) {
    case Frame::kAccording:
    case Frame::kAccordingOwn:
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

void SentenceRules::add_according(std::uint32_t i) {
  const std::uint32_t length = r_.tags[i].frame.length;
  const bool own = r_.frame(i) == Frame::kAccordingOwn || names_pronoun({i, i + length});
  SpeakerPhrase p = own ? SpeakerPhrase{} : whom_behind(i + length);
  if (p.apposition >= 0 && p.tokens.end >= end_ && lead_only(i)) {
    // "Segun Ana Ruiz, la presa pierde agua": what follows the comma is what she says.
    p.tokens.end = p.mention.end = speakers_.phrase_end(p.chunk, end_);
    p.apposition = -1;
  }
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
  // "said that, according to Y, ..." gives Y's words inside those of the speaker.
  const bool in_clause = i > s_.begin + 1 && r_.comma(i - 1) && r_.frame(i - 2) == Frame::kThat;
  c.side = i == s_.begin || lead_only(i) || in_clause ? ContentSide::kRight : ContentSide::kLeft;
  if (c.side == ContentSide::kRight && c.right < end_ && r_.comma(c.right)) {
    ++c.right;
  }
  candidates_.push_back(std::move(c));
}

bool SentenceRules::names_pronoun(TokenRange phrase) const {
  for (std::uint32_t k = phrase.begin; k < phrase.end; ++k) {
    if (r_.tags[k].pronoun) {
      return true;
    }
  }
  return false;
}

SpeakerPhrase SentenceRules::whom_behind(std::uint32_t i) const {
  if (i < end_ && r_.frame(i) == Frame::kOf && r_.chunk_of[i] < 0) {
    i += r_.tags[i].frame.length;  // "nach Angaben des Ministeriums"
  }
  SpeakerPhrase p = speakers_.right_of(i, {s_.begin, end_});
  const Chunk* next = i < end_ ? r_.chunk_at(i) : nullptr;
  if (!p.found() && next != nullptr && next->kind == ChunkKind::kPronoun &&
      next->pronoun->use == PronounUse::kObject) {
    p.chunk = r_.chunk_of[i];
    p.mention = next->tokens;
    p.tokens = next->tokens;
  }
  take_issuer(p);
  return p;
}

void SentenceRules::take_issuer(SpeakerPhrase& p) const {
  const std::int32_t next = p.found() && p.tokens.end < end_ ? r_.chunk_of[p.tokens.end] : -1;
  if (r_.lexicon.language == "en" && next >= 0 && issued_by(next)) {
    p.chunk = next;
    p.mention.end = p.tokens.end = r_.chunks[static_cast<std::size_t>(next)].tokens.end;
    return;
  }
  if (r_.lexicon.language != "de" || next < 0 ||
      r_.chunks[static_cast<std::size_t>(p.chunk)].kind != ChunkKind::kDocument) {
    return;
  }
  const Chunk& issuer = r_.chunks[static_cast<std::size_t>(next)];
  const std::string& article = r_.word(issuer.tokens.begin).folded;
  const bool genitive = article == "der" || article == "des" || article == "eines" ||
                        article.ends_with("er") || article.ends_with("es");
  if (issuer.tokens.begin != p.tokens.end || !genitive || !issuer_kind(issuer.kind)) {
    return;
  }
  p.chunk = next;
  p.tokens.end = p.mention.end = speakers_.phrase_end(next, end_);
}

bool SentenceRules::issued_by(std::int32_t chunk) const {
  const Chunk& issuer = r_.chunks[static_cast<std::size_t>(chunk)];
  const std::uint32_t verb = issuer.tokens.end;
  if (!issuer_kind(issuer.kind) || verb >= end_) {
    return false;
  }
  const std::span<const Token> tokens(r_.document.tokens);
  const PhraseSet::Match m = r_.lexicon.leads.match(tokens.subspan(verb, end_ - verb), 0, r_.words);
  return m.length > 0 && r_.lexicon.lead_rows[m.payload] == Lead::kIssues;
}

bool SentenceRules::issuer_kind(ChunkKind kind) {
  return kind == ChunkKind::kPerson || kind == ChunkKind::kRole ||
         kind == ChunkKind::kOrganisation || kind == ChunkKind::kGovernment ||
         kind == ChunkKind::kGroup;
}

void SentenceRules::add_according_last(std::uint32_t i) {
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
  c.side = ContentSide::kLeft;
  candidates_.push_back(std::move(c));
}

bool SentenceRules::lead_only(std::uint32_t i) const {
  for (std::uint32_t k = s_.begin; k < i;
       k += std::max<std::uint32_t>(1, r_.tags[k].frame.length)) {
    const Frame f = r_.frame(k);
    if (f != Frame::kAnd && f != Frame::kBut && f != Frame::kAdverb && f != Frame::kDay &&
        !r_.comma(k)) {
      return false;
    }
  }
  return true;
}

void SentenceRules::add_according_after(std::uint32_t i) {
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
  const std::int32_t before = p.tokens.begin > s_.begin ? r_.chunk_of[p.tokens.begin - 1] : -1;
  if (before >= 0 && r_.lexicon.language == "de" &&
      issuer_kind(r_.chunks[static_cast<std::size_t>(p.chunk)].kind) &&
      r_.chunks[static_cast<std::size_t>(before)].kind == ChunkKind::kDocument) {
    p.tokens.begin = r_.chunks[static_cast<std::size_t>(before)].tokens.begin;
  }
  c.phrase = {p.tokens.begin, i + length};
  c.right = c.phrase.end;
  if (c.right < end_ && r_.comma(c.right)) {
    ++c.right;
  }
  c.side = c.right < end_ ? ContentSide::kRight : ContentSide::kLeft;
  candidates_.push_back(std::move(c));
}

void SentenceRules::add_colon() {
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
                        !labels(first, behind + 1) && !heads_topic(first);
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
  p.mention = {s_.begin, headline ? behind : r_.chunks[static_cast<std::size_t>(first)].tokens.end};
  p.tokens = p.mention;
  set_subject(c, p);
  c.phrase = {head, colon + 1};
  c.right = colon + 1;
  c.side = ContentSide::kRight;
  c.a.turn = headline && opens_paragraph() && !r_.quoted(c.right);
  candidates_.insert(candidates_.begin(), std::move(c));
}

bool SentenceRules::labels(std::int32_t chunk, std::uint32_t behind) const {
  const Chunk& c = r_.chunks[static_cast<std::size_t>(chunk)];
  const bool unknown = c.kind == ChunkKind::kName && c.name.size() == 1 &&
                       !r_.tags[c.name.begin].given_name &&
                       r_.token(c.name.begin).shape == Shape::kCapitalised;
  return unknown && r_.lexicon.language == "en" && behind < end_ && !r_.quoted(behind) &&
         !has_verb(behind, end_);
}

bool SentenceRules::heads_topic(std::int32_t chunk) const {
  const Paragraph& paragraph = r_.document.paragraphs[r_.sentences[number_].paragraph];
  const bool title =
      paragraph.kind == ParagraphKind::kHeading || (number_ == 0 && !r_.punctuation(s_.end - 1));
  const Chunk& c = r_.chunks[static_cast<std::size_t>(chunk)];
  if (!title ||
      (c.kind != ChunkKind::kName && c.kind != ChunkKind::kPerson && c.kind != ChunkKind::kOther)) {
    return false;
  }
  const bool given = !c.name.empty() && r_.tags[c.name.begin].given_name;
  return !given || c.name.begin != c.tokens.begin;
}

std::uint32_t SentenceRules::behind_time() const {
  std::uint32_t i = s_.begin;
  while (i < end_ && !r_.quoted(i) &&
         (r_.token(i).kind == TokenKind::kNumber || (i > s_.begin && r_.punctuation(i)))) {
    ++i;
  }
  return i;
}

bool SentenceRules::opens_paragraph() const {
  return number_ == 0 || r_.sentences[number_ - 1].paragraph != r_.sentences[number_].paragraph;
}

void SentenceRules::add_signature() {
  if (!candidates_.empty() || s_.size() < 3 || !r_.quoted(s_.begin)) {
    return;
  }
  const std::uint32_t q = quote_end(s_.begin);
  std::uint32_t i = q;
  while (i < end_ && r_.punctuation(i) && !r_.dash(i)) {
    ++i;
  }
  if (i + 1 >= end_ || !r_.dash(i) || r_.chunk_of[i + 1] < 0 ||
      !speakers_.capable(r_.chunk_of[i + 1], true) || !signs(r_.chunk_of[i + 1])) {
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
  c.side = ContentSide::kLeft;
  c.phrase = {i, end_};
  c.right = end_;
  candidates_.push_back(std::move(c));
}

bool SentenceRules::signs(std::int32_t chunk) const {
  const std::uint32_t end = speakers_.phrase_end(chunk, end_);
  const bool apposition = end + 1 < end_ && r_.comma(end) && r_.chunk_of[end + 1] >= 0;
  return end >= end_ || (apposition && speakers_.phrase_end(r_.chunk_of[end + 1], end_) >= end_);
}

bool SentenceRules::add_interview() {
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
    c.side = ContentSide::kRight;
    candidates_.insert(candidates_.begin(), std::move(c));
  }
  return true;
}

}  // namespace parallax
