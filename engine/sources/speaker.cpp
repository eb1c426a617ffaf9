/// The noun phrase that speaks: next to the cue, in front of an apposition, behind an inverted
/// verb.

#include "engine/sources/speaker.hpp"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::uint32_t kMaxApposition = 40;  ///< Tokens looked back over.

}  // namespace

std::int32_t SpeakerFinder::ending_at(std::uint32_t end) const {
  return end == 0 ? -1 : r_.chunk_of[end - 1];
}

bool SpeakerFinder::headed_by_nobody(const Chunk& chunk) const {
  const std::uint32_t last = chunk.tokens.end - 1;
  return r_.frame(last) == Frame::kNobody || r_.token(last).kind == TokenKind::kNumber;
}

bool SpeakerFinder::capable(std::int32_t number, bool strict) const {
  if (number < 0) {
    return false;
  }
  const Chunk& c = at(number);
  switch (c.kind) {
    case ChunkKind::kPronoun:
      return !strict && c.pronoun->use == PronounUse::kSubject;
    case ChunkKind::kOther:
      return !strict && !headed_by_nobody(c);
    case ChunkKind::kName: {
      // A capital at the head of a sentence tells nothing of a single word.
      const bool first = c.name.begin == r_.sentences[c.sentence].tokens.begin;
      return !(first && c.name.size() == 1 && (r_.word(c.name.begin).stop || c.tokens.size() > 1));
    }
    default:
      return true;
  }
}

bool SpeakerFinder::relays(std::int32_t chunk) const {
  return chunk >= 0 && at(chunk).role == Role::kMedia;
}

/// "a report by X"; outside English also "fuentes consultadas por X".
bool SpeakerFinder::written_or_asked(ChunkKind kind) const {
  return kind == ChunkKind::kDocument ||
         (r_.lexicon.language != "en" && (kind == ChunkKind::kGroup || kind == ChunkKind::kRole));
}

/// Token of the preposition or "of" that leads to `begin`; `begin` itself if none.
std::uint32_t SpeakerFinder::preposition_before(std::uint32_t begin, TokenRange s) const {
  for (std::uint32_t length = 1; length <= 3 && begin >= s.begin + length; ++length) {
    const std::uint32_t i = begin - length;
    const Frame f = r_.frame(i);
    const bool to = length == 1 && r_.is(i, "to");
    // "a report by the observatory"
    const bool by = f == Frame::kAgent && length == 1 && i > s.begin && ending_at(i) >= 0 &&
                    written_or_asked(at(ending_at(i)).kind);
    if (to || by ||
        ((f == Frame::kPreposition || f == Frame::kOf) && r_.tags[i].frame.length == length)) {
      return i;
    }
  }
  return begin;
}

/// Russian: "v ministerstve soobshchili", a body speaks through the preposition "in".
bool SpeakerFinder::speaks_at(std::uint32_t i, std::uint32_t chunk_token) const {
  const std::int32_t c = r_.chunk_of[chunk_token];
  const bool in = r_.is(i, "\xd0\xb2") || r_.is(i, "\xd0\x92") || r_.is(i, "\xd0\xb2\xd0\xbe") ||
                  r_.is(i, "\xd0\x92\xd0\xbe");
  // Spanish "desde el sindicato critican"
  const bool from = r_.lexicon.language == "es" && (r_.is(i, "desde") || r_.is(i, "Desde"));
  return ((r_.lexicon.language == "ru" && in) || from) && c >= 0 &&
         (at(c).kind == ChunkKind::kOrganisation || at(c).kind == ChunkKind::kDocument ||
          (at(c).kind == ChunkKind::kGovernment && at(c).body != nullptr));
}

/// Russian "Priyekhavshiy na mesto gubernator ...": a participle with its adverbial opens the
/// sentence, the noun behind is its head.
bool SpeakerFinder::participle_opens(std::int32_t chunk, TokenRange s) const {
  const Chunk& c = at(chunk);
  if (r_.lexicon.language != "ru" || c.tokens.begin != s.begin || c.tokens.size() != 1) {
    return false;
  }
  const std::string_view word = r_.text(s.begin);
  return word.ends_with("\xd1\x88\xd0\xb8\xd0\xb9") || word.ends_with("\xd1\x88\xd0\xb0\xd1\x8f") ||
         word.ends_with("\xd1\x89\xd0\xb8\xd0\xb9") || word.ends_with("\xd1\x89\xd0\xb0\xd1\x8f") ||
         word.ends_with("\xd1\x88\xd0\xb8\xd0\xb5");
}

/// From "the ministry" in "a spokesman for the ministry" up to "a spokesman".
SpeakerPhrase SpeakerFinder::climb(std::int32_t chunk, TokenRange s) const {
  SpeakerPhrase p;
  const std::uint32_t end = at(chunk).tokens.end;
  for (;;) {
    const Chunk& c = at(chunk);
    const std::uint32_t preposition = preposition_before(c.tokens.begin, s);
    if (preposition == c.tokens.begin) {
      break;
    }
    if (speaks_at(preposition, c.tokens.begin)) {
      break;
    }
    const std::int32_t up = preposition > s.begin ? ending_at(preposition) : -1;
    if (up < 0 || at(up).tokens.end != preposition || at(up).kind == ChunkKind::kPronoun) {
      return p;  // the phrase stands inside an adverbial
    }
    if (participle_opens(up, s) && at(chunk).core.end == at(chunk).tokens.end) {
      p.chunk = chunk;
      p.mention = {at(chunk).core.begin, end};
      p.tokens = {s.begin, end};
      return p;
    }
    chunk = up;
  }
  p.chunk = chunk;
  p.mention = {at(chunk).tokens.begin, end};
  p.tokens = p.mention;
  return p;
}

/// "Name, apposition, CUE": the phrase that the commas belong to.
SpeakerPhrase SpeakerFinder::behind_comma(std::uint32_t comma, TokenRange s) const {
  SpeakerPhrase best;
  std::uint32_t i = comma;
  const std::uint32_t floor = comma > s.begin + kMaxApposition ? comma - kMaxApposition : s.begin;
  for (;;) {
    // `i` is a comma; find the start of the segment in front of it.
    std::uint32_t begin = i;
    while (begin > floor && !r_.comma(begin - 1) && !r_.quoted(begin - 1) &&
           !r_.is(begin - 1, ";") && !r_.is(begin - 1, ":") && !r_.dash(begin - 1)) {
      --begin;
    }
    std::uint32_t first = begin;
    while (first < i && (r_.frame(first) == Frame::kAnd || r_.frame(first) == Frame::kAdverb ||
                         r_.frame(first) == Frame::kBut)) {
      ++first;
    }
    const std::int32_t chunk = first < i ? r_.chunk_of[first] : -1;
    if (capable(chunk, true) && before_bracket(i, s) == phrase_end(chunk, i)) {
      best.chunk = chunk;
      best.mention = {at(chunk).tokens.begin, i};
      best.tokens = {at(chunk).tokens.begin, comma + 1};
    }
    const Frame lead = r_.frame(begin);
    if (begin == floor || lead == Frame::kAnd || lead == Frame::kBut || !r_.comma(begin - 1)) {
      break;
    }
    i = begin - 1;
  }
  if (best.found()) {
    const std::int32_t next = best.mention.end + 1 < comma ? r_.chunk_of[best.mention.end + 1] : -1;
    best.apposition = next;
  }
  return best;
}

std::uint32_t SpeakerFinder::phrase_end(std::int32_t chunk, std::uint32_t limit) const {
  std::uint32_t end = at(chunk).tokens.end;
  while (end < limit) {
    const Frame f = r_.frame(end);
    const std::uint32_t next = end + std::max<std::uint32_t>(r_.tags[end].frame.length, 1);
    const bool joins = f == Frame::kPreposition || f == Frame::kOf || r_.is(end, "to");
    if (!joins || next >= limit || r_.chunk_of[next] < 0 ||
        at(r_.chunk_of[next]).kind == ChunkKind::kPronoun) {
      break;
    }
    end = at(r_.chunk_of[next]).tokens.end;
  }
  return std::min(end, limit);
}

/// Verb, speaker, content: where nothing parts the content from the speaker, the words known of the
/// speaker do.
std::uint32_t SpeakerFinder::speaker_end(std::int32_t chunk) const {
  const Chunk& c = at(chunk);
  if (c.core.empty() || c.kind == ChunkKind::kOther) {
    return c.tokens.end;
  }
  std::uint32_t end = c.core.end;
  while (end < c.tokens.end &&
         (r_.tags[end].demonym || r_.tags[end].country || r_.tags[end].given_name ||
          r_.tags[end].role || r_.tags[end].title)) {
    end += std::max<std::uint32_t>(
        {1, r_.tags[end].demonym.length, r_.tags[end].country.length, r_.tags[end].role.length});
  }
  return std::min(end, c.tokens.end);
}

/// In front of "on Tuesday", "on 12 May" and the like.
std::uint32_t SpeakerFinder::before_date(std::uint32_t i, TokenRange s) const {
  std::uint32_t k = i;
  bool day = false;
  while (k > s.begin && i - k < 5 &&
         (r_.frame(k - 1) == Frame::kDay || r_.token(k - 1).kind == TokenKind::kNumber)) {
    day = day || r_.frame(k - 1) == Frame::kDay;
    --k;
  }
  if (!day) {
    return i;
  }
  return k > s.begin && r_.frame(k - 1) == Frame::kPreposition ? k - 1 : k;
}

/// In front of a parenthesis that ends before `i`: "the senator (D-Ohio) said".
std::uint32_t SpeakerFinder::before_bracket(std::uint32_t i, TokenRange s) const {
  if (i == s.begin || !(r_.is(i - 1, ")") || r_.is(i - 1, "]"))) {
    return i;
  }
  for (std::uint32_t k = i - 1; k > s.begin && i - k < kMaxApposition; --k) {
    if (r_.is(k, "(") || r_.is(k, "[")) {
      return k;
    }
  }
  return i;
}

/// "The spokesman at a briefing accused ...", as languages other than English put it.
std::uint32_t SpeakerFinder::in_front_of_venue(std::uint32_t i, TokenRange s) const {
  constexpr std::uint32_t kVenueTokens = 5;
  if (r_.lexicon.language == "en") {
    return i;
  }
  for (std::uint32_t length = 1; length <= kVenueTokens && i > s.begin + length; ++length) {
    const std::uint32_t begin = i - length;
    if (r_.frame(begin) == Frame::kVenue && r_.tags[begin].frame.length == length) {
      return begin;
    }
  }
  return i;
}

/// "the minister, who said": the relative word stands in front of `i`.
SpeakerPhrase SpeakerFinder::before_relative(std::uint32_t i, TokenRange s) const {
  const std::uint32_t before = i - 1 > s.begin && r_.comma(i - 2) ? i - 2 : i - 1;
  const std::int32_t chunk = before > s.begin ? ending_at(before) : -1;
  if (chunk < 0 || !capable(chunk, false)) {
    return {};
  }
  SpeakerPhrase p = climb(chunk, s);
  p.relative = true;
  p.tokens.end = i;
  p.mention = {i - 1, i};
  return p;
}

SpeakerPhrase SpeakerFinder::left_of(const CueGroup& cue, TokenRange s) const {
  SpeakerPhrase none;
  std::uint32_t i = cue.tokens.begin;
  i = in_front_of_venue(before_bracket(before_date(i, s), s), s);
  if (i == s.begin || r_.quoted(i - 1)) {
    return none;
  }
  if (cue.participle && r_.comma(i - 1)) {
    return none;
  }
  if (r_.comma(i - 1) || r_.dash(i - 1)) {
    return behind_comma(i - 1, s);
  }
  if (r_.frame(i - 1) == Frame::kRelative) {
    return before_relative(i, s);
  }
  const std::int32_t chunk = ending_at(i);
  if (chunk < 0 || at(chunk).tokens.end != i) {
    return none;
  }
  SpeakerPhrase p = climb(chunk, s);
  if (!p.found() || !capable(p.chunk, false)) {
    return none;
  }
  // "Rahim Nuri, Ambassador to Belmar said": the name in front of the comma speaks.
  const Chunk& head = at(p.chunk);
  const std::uint32_t begin = head.tokens.begin;
  if (head.kind == ChunkKind::kRole && !head.definite && begin > s.begin + 1 &&
      r_.comma(begin - 1)) {
    const std::int32_t name = ending_at(begin - 1);
    if (name >= 0 && at(name).kind == ChunkKind::kPerson) {
      p.apposition = p.chunk;
      p.chunk = name;
      p.mention.begin = at(name).tokens.begin;
      p.tokens.begin = p.mention.begin;
    }
  }
  return p;
}

std::uint32_t SpeakerFinder::phrase_begin(std::int32_t chunk, TokenRange s) const {
  const SpeakerPhrase p = climb(chunk, s);
  return p.found() ? p.mention.begin : at(chunk).tokens.begin;
}

/// German "die Botschafterin Vellands": the name is the country's.
bool SpeakerFinder::office_of_country(const Chunk& c) const {
  return r_.lexicon.language == "de" && c.kind == ChunkKind::kPerson && c.definite &&
         c.role != Role::kPerson && c.name.size() == 1 && c.name.end == c.tokens.end &&
         r_.word(c.name.begin).folded.ends_with('s') && !r_.tags[c.name.begin].given_name;
}

SpeakerPhrase SpeakerFinder::right_of(std::uint32_t i, TokenRange s) const {
  SpeakerPhrase p;
  // German "es" holds a place in most sentences; here it is who speaks.
  while (i < s.end && r_.frame(i) == Frame::kAdverb && !r_.tags[i].pronoun) {
    ++i;
  }
  if (i + 1 < s.end && r_.is(i, "-") && r_.lexicon.language == "fr") {
    ++i;  // "dit-il"
  }
  if (i + 1 < s.end && r_.chunk_of[i] < 0 && speaks_at(i, i + 1)) {
    ++i;
  }
  if (i >= s.end || r_.chunk_of[i] < 0) {
    return p;
  }
  const std::int32_t chunk = r_.chunk_of[i];
  if (at(chunk).tokens.begin != i || !capable(chunk, false)) {
    return p;
  }
  p.chunk = chunk;
  std::uint32_t end = phrase_end(chunk, s.end);
  if (r_.lexicon.order == WordOrder::kVso) {
    end = std::min(end, speaker_end(chunk));
  }
  p.mention = {i, end};
  p.tokens = p.mention;
  // ", the minister for trade," or to the end of the sentence.
  if (end + 1 < s.end && r_.comma(end) && r_.chunk_of[end + 1] >= 0 &&
      at(chunk).kind == ChunkKind::kPerson) {
    const std::int32_t next = r_.chunk_of[end + 1];
    const ChunkKind kind = at(next).kind;
    const std::uint32_t next_end = phrase_end(next, s.end);
    const bool closes = next_end >= s.end || r_.comma(next_end) || r_.punctuation(next_end);
    if (closes && (kind == ChunkKind::kRole || kind == ChunkKind::kOther ||
                   kind == ChunkKind::kOrganisation || kind == ChunkKind::kGroup ||
                   office_of_country(at(next)))) {
      p.apposition = next;
      p.tokens.end = next_end;
      p.mention.end = next_end;
    }
  }
  return p;
}

}  // namespace parallax
