/// Rule A13: a sentence that only says whose the sentence before is ("Ob etom soobshchila ...",
/// "Das teilte ... mit"), and opinions in front of a clause ("Pour le ministre, ...").

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/sources/sentence_rules.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr std::uint32_t kSpeakerReach = 12;  ///< Tokens between the verb and the speaker.
constexpr std::uint32_t kShortestClause = 3;

/// Known by role, office or name: no bare noun.
bool names_somebody(const Chunk& c) {
  switch (c.kind) {
    case ChunkKind::kPerson:
    case ChunkKind::kRole:
    case ChunkKind::kOrganisation:
    case ChunkKind::kGovernment:
    case ChunkKind::kName:
      return true;
    case ChunkKind::kGroup:
      return c.role != Role::kUnknown;
    default:
      return false;
  }
}

}  // namespace

PhraseSet::Match SentenceRules::lead() const {
  if (r_.lexicon.leads.empty() || s_.empty() || r_.quoted(s_.begin)) {
    return {};
  }
  const std::span<const Token> tokens(r_.document.tokens);
  return r_.lexicon.leads.match(tokens.subspan(s_.begin, s_.size()), 0, r_.words);
}

bool SentenceRules::add_back_reference() {
  const PhraseSet::Match m = lead();
  if (m.length == 0 || r_.lexicon.lead_rows[m.payload] == Lead::kOpinion ||
      r_.lexicon.lead_rows[m.payload] == Lead::kReported ||
      r_.lexicon.lead_rows[m.payload] == Lead::kIssues) {
    return false;
  }
  const TokenRange anaphor{s_.begin, s_.begin + m.length};
  const bool said = r_.lexicon.lead_rows[m.payload] == Lead::kBackSaid;
  const SentenceReading& sentence = r_.sentences[number_];
  const CueGroup* cue = sentence.cues.empty() ? nullptr : &r_.cues[sentence.cues.begin];
  if (!said && (cue == nullptr || cue->negated || cue->conditional || !tells(*cue))) {
    return false;
  }
  const TokenRange verb = said ? anaphor : cue->tokens;
  const SpeakerPhrase p = r_.lexicon.order == WordOrder::kSov ? told_before(anaphor.end, verb.begin)
                                                              : told_behind(anaphor, verb);
  if (!p.found() || says_more(std::max({p.tokens.end, verb.end, citing_.tokens.end}))) {
    return false;
  }
  Attribution a;
  a.rule = "A13";
  a.sentence = number_;
  a.confidence = 0.85;
  a.row = said ? CueRow{} : cue->row;
  a.chunk = p.chunk;
  a.apposition = p.apposition;
  a.mention = p.mention;
  a.cue.push_back(verb);
  const ChunkKind kind = r_.chunks[static_cast<std::size_t>(p.chunk)].kind;
  if (!citing_.tokens.empty() && (kind == ChunkKind::kOrganisation || speakers_.relays(p.chunk) ||
                                  speakers_.unknown(p.chunk))) {
    a.outlet = p.chunk;
    a.chunk = citing_.whom.chunk;
    a.apposition = citing_.whom.apposition;
    a.mention = citing_.whom.mention;
    a.cue.push_back(citing_.cue);
  }
  if (free_before()) {
    a.content.push_back(r_.sentences[number_ - 1].tokens);
    a.confidence = 0.8;
  }
  a.content.push_back(anaphor);
  out_.push_back(std::move(a));
  return true;
}

bool SentenceRules::tells(const CueGroup& cue) {
  const CueClass kind = cue.row.kind;
  const bool saying =
      kind == CueClass::kNeutral || kind == CueClass::kClaim || kind == CueClass::kConfirm;
  return saying && cue.row.takes != CueTakes::kObject && cue.row.takes != CueTakes::kQuote;
}

SpeakerPhrase SentenceRules::told_behind(TokenRange anaphor, TokenRange verb) const {
  for (std::uint32_t k = anaphor.end; k < verb.begin; ++k) {
    if (k == citing_.cue.begin && !citing_.tokens.empty()) {
      k = citing_.tokens.end - 1;  // "Ob etom so ssylkoy na posolstvo soobshchila gazeta"
      continue;
    }
    const Frame f = r_.frame(k);
    const bool joins = f == Frame::kAdverb || f == Frame::kDay || f == Frame::kAuxiliary ||
                       f == Frame::kBe || f == Frame::kPreposition || f == Frame::kVenue ||
                       r_.token(k).kind == TokenKind::kNumber;
    const Chunk* chunk = r_.chunk_at(k);
    if (chunk != nullptr && chunk->kind == ChunkKind::kPronoun && k + 1 == verb.begin &&
        r_.lexicon.language != "en" && chunk->pronoun->use == PronounUse::kSubject) {
      SpeakerPhrase p;
      p.chunk = r_.chunk_of[k];
      p.mention = p.tokens = chunk->tokens;  // "Ob etom on napisal v svoyom kanale"
      return p;
    }
    if (!joins && (chunk == nullptr || names_somebody(*chunk))) {
      return {};
    }
  }
  return told_by(verb);
}

SpeakerPhrase SentenceRules::told_by(TokenRange verb) const {
  // English turns the verb round only in the passive: "This was confirmed by the ministry".
  bool by = r_.lexicon.language != "en";
  for (std::uint32_t k = verb.end; k < end_ && k < verb.end + kSpeakerReach; ++k) {
    const Frame f = r_.frame(k);
    if (f == Frame::kThat || f == Frame::kWh || r_.quoted(k) || r_.is(k, ":")) {
      return {};
    }
    by = by || f == Frame::kAgent;
    const std::int32_t c = r_.chunk_of[k];
    if (by && c >= 0 && r_.chunks[static_cast<std::size_t>(c)].tokens.begin == k &&
        speakers_.capable(c, true) && names_somebody(r_.chunks[static_cast<std::size_t>(c)])) {
      return speakers_.right_of(k, {s_.begin, end_});
    }
  }
  return {};
}

SpeakerPhrase SentenceRules::told_before(std::uint32_t begin, std::uint32_t end) const {
  SpeakerPhrase best;
  for (std::uint32_t k = begin; k < end; ++k) {
    const std::int32_t c = r_.chunk_of[k];
    if (c < 0) {
      continue;
    }
    const Chunk& chunk = r_.chunks[static_cast<std::size_t>(c)];
    // Nothing parts "bu barede" from the office behind it: one phrase may hold both.
    const bool opens = chunk.tokens.begin == k || (k == begin && chunk.core.begin >= begin);
    if (!opens || !names_somebody(chunk) || !speakers_.capable(c, true)) {
      continue;
    }
    // An outlet or an unknown name beside an office is who was told.
    const bool weak = chunk.kind == ChunkKind::kName || chunk.role == Role::kMedia;
    if (best.found() && weak) {
      continue;
    }
    best.chunk = c;
    best.mention = chunk.core.empty() ? chunk.tokens : chunk.core;
    best.tokens = chunk.tokens;
  }
  return best;
}

bool SentenceRules::says_more(std::uint32_t i) const {
  for (; i < end_; ++i) {
    // German sets a clause without "dass" behind a comma.
    const bool clause = r_.lexicon.language == "de" && r_.comma(i);
    if (r_.frame(i) == Frame::kThat || r_.quoted(i) || r_.is(i, ":") || r_.is(i, ";") ||
        r_.cue_of[i] >= 0 || clause) {
      return true;
    }
  }
  return false;
}

bool SentenceRules::free_before() const {
  if (number_ == 0 || r_.sentences[number_ - 1].tokens.empty()) {
    return false;
  }
  const SentenceReading& before = r_.sentences[number_ - 1];
  const Paragraph& paragraph = r_.document.paragraphs[before.paragraph];
  // A headline or dateline is nobody's sentence.
  if (paragraph.kind == ParagraphKind::kHeading || !r_.punctuation(before.tokens.end - 1)) {
    return false;
  }
  for (std::uint32_t i = before.tokens.begin; i < before.tokens.end; ++i) {
    const Hit pronoun = r_.tags[i].pronoun;
    if (pronoun && r_.lexicon.pronoun_rows[pronoun.row].kind == PronounClass::kSelf &&
        r_.token(i).shape != Shape::kUpper && !r_.quoted(i)) {
      return false;  // "we" are the issuer
    }
  }
  return std::none_of(out_.rbegin(), out_.rend(), [&](const Attribution& a) {
    return a.sentence + 1 == number_ || a.content.back().end > before.tokens.begin;
  });
}

bool SentenceRules::introduces(std::uint32_t comma) const {
  const Chunk* who = comma + 1 < end_ && r_.comma(comma) ? r_.chunk_at(comma + 1) : nullptr;
  return who != nullptr && who->tokens.begin == comma + 1 && who->kind == ChunkKind::kRole;
}

std::uint32_t SentenceRules::behind_opinion_holder(const Chunk& c, std::uint32_t end,
                                                   bool introduced) const {
  // "Pour son president, Jean-Marc Thill, ..."
  const Chunk* name = end + 1 < end_ ? r_.chunk_at(end + 1) : nullptr;
  if (c.kind == ChunkKind::kRole && name != nullptr && name->tokens.end < end_ &&
      r_.comma(name->tokens.end) && name->name.size() > 1) {
    end = name->tokens.end;
  }
  // "For Arvind Menon, an economist at the school, ..."
  const Chunk* more = end + 1 < end_ && (c.kind == ChunkKind::kPerson || introduced)
                          ? r_.chunk_at(end + 1)
                          : nullptr;
  if (more != nullptr && more->tokens.begin == end + 1 && more->role != Role::kUnknown) {
    const std::uint32_t close = speakers_.phrase_end(r_.chunk_of[end + 1], end_);
    end = close < end_ && r_.comma(close) ? close : end;
  }
  return end;
}

void SentenceRules::add_opinion() {
  const PhraseSet::Match m = lead();
  if (m.length == 0 || r_.lexicon.lead_rows[m.payload] != Lead::kOpinion) {
    return;
  }
  const std::uint32_t begin = s_.begin + m.length;
  const SpeakerPhrase p = speakers_.right_of(begin, {s_.begin, end_});
  if (!p.found() || !speakers_.capable(p.chunk, true)) {
    return;
  }
  const Chunk& c = r_.chunks[static_cast<std::size_t>(p.chunk)];
  // "Pour la France, ..." is a benefit as often as an opinion.
  const bool country = c.kind == ChunkKind::kGovernment && c.body == nullptr;
  // "For the government, the vote is a test": English has it of persons alone.
  const bool introduced =
      c.kind == ChunkKind::kName && c.name.size() > 1 && introduces(p.tokens.end);
  if (r_.lexicon.language == "en" && m.length == 1 && c.kind != ChunkKind::kPerson && !introduced) {
    return;
  }
  std::uint32_t end = p.tokens.end;
  if (!names_somebody(c) || (c.kind == ChunkKind::kName && !introduced) || country || end >= end_ ||
      !r_.comma(end)) {
    return;
  }
  end = behind_opinion_holder(c, end, introduced);
  if (end + 1 + kShortestClause > end_) {
    return;
  }
  Candidate o;
  o.a.sentence = number_;
  o.a.rule = "A7";
  o.a.confidence = 0.75;
  o.a.cue.push_back({s_.begin, begin});
  set_subject(o, p);
  o.phrase = {s_.begin, end};
  o.right = end + 1;
  o.side = ContentSide::kRight;
  candidates_.insert(candidates_.begin(), std::move(o));
}

bool SentenceRules::reported_form(std::uint32_t i) const {
  const std::span<const Token> tokens(r_.document.tokens);
  const PhraseSet::Match m = r_.lexicon.leads.match(tokens.subspan(i, end_ - i), 0, r_.words);
  return m.length > 0 && r_.lexicon.lead_rows[m.payload] == Lead::kReported;
}

bool SentenceRules::subordinates(std::uint32_t i) const {
  static constexpr WordList kJoins = {"aber", "doch", "denn", "jedoch", "sondern", "allerdings"};
  return r_.frame(i) == Frame::kThat ||
         (r_.frame(i) == Frame::kBut && !kJoins.contains(r_.word(i).folded));
}

void SentenceRules::add_reported() {
  if (!r_.lexicon.reports_by_form || out_.empty() || out_.back().sentence + 1 != number_ ||
      out_.back().subject == Subject::kNobody || s_.empty()) {
    return;
  }
  bool reported = false;
  for (std::uint32_t i = s_.begin; i < end_; ++i) {
    const Hit hit = r_.tags[i].pronoun;
    const bool self = hit && r_.lexicon.pronoun_rows[hit.row].kind == PronounClass::kSelf;
    if (self || r_.quoted(i)) {
      return;  // "ich habe"
    }
    if (subordinates(i)) {
      break;  // "als ob es sei": only the main clause tells
    }
    reported = reported || (r_.token(i).shape == Shape::kLower && reported_form(i));
  }
  if (!reported || end_ < s_.begin + kShortestClause) {
    return;
  }
  Attribution a;
  a.rule = "A14";
  a.sentence = number_;
  a.subject = Subject::kPrevious;
  a.confidence = 0.8;
  a.content.push_back({s_.begin, end_});
  out_.push_back(std::move(a));
}

}  // namespace parallax
