/// Who speaks: verbs of saying, passives and brackets with their speakers.

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/sources/sentence_rules.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

bool SentenceRules::subject_before(Candidate& c, const CueGroup& cue, const SpeakerPhrase& left) {
  if (left.found()) {
    if (!acceptable(left, cue)) {
      return before_whose(c, cue);
    }
    set_subject(c, left);
    c.phrase.begin = before_clitic(left.tokens.begin);
    const std::uint32_t lead = left.tokens.begin;  // "which the regulator says is unsafe, ..."
    c.relative = left.relative || (lead > s_.begin + 1 && r_.frame(lead - 1) == Frame::kRelative);
    return true;
  }
  if (cue.row.kind == CueClass::kAsk && !cue.participle && asked(cue)) {
    c.a.subject = Subject::kNobody;
    c.own_subject = true;
    return true;
  }
  if (const SpeakerPhrase issuer = document_in_front(cue); issuer.found()) {
    set_subject(c, issuer);
    c.phrase.begin = issuer.tokens.begin;
    return true;
  }
  c.a.subject = Subject::kPrevious;
  if (said_in(cue)) {
    c.own_subject = true;
    return true;
  }
  return continues_clause(cue) && clause_subject(c, cue);
}

bool SentenceRules::before_whose(Candidate& c, const CueGroup& cue) {
  const std::int32_t first = s_.empty() ? -1 : r_.chunk_of[s_.begin];
  if (r_.lexicon.language != "en" || first < 0 || !speakers_.capable(first, true) ||
      cue.row.takes == CueTakes::kQuote) {
    return false;
  }
  const std::uint32_t whose = r_.chunks[static_cast<std::size_t>(first)].tokens.end;
  for (std::uint32_t i = whose; i < cue.tokens.begin; ++i) {
    if (r_.cue_of[i] >= 0 || r_.comma(i) || r_.quoted(i) || r_.frame(i) == Frame::kBut) {
      return false;
    }
  }
  if (whose + 1 >= cue.tokens.begin || !r_.is(whose, "whose")) {
    return false;
  }
  SpeakerPhrase p;
  p.chunk = first;
  p.mention = {s_.begin, whose};
  p.tokens = {s_.begin, cue.tokens.begin};
  set_subject(c, p);
  c.phrase.begin = s_.begin;
  return true;
}

SpeakerPhrase SentenceRules::document_in_front(const CueGroup& cue) const {
  const std::uint32_t b = cue.tokens.begin;
  const std::string& verb = r_.word(cue.verb).folded;
  const Frame f = r_.frame(s_.begin);
  const bool reads = verb == "heisst" || verb == "hiess" || verb == "verlautet" ||
                     verb == "verlautete" || verb == "verlautbarte";
  if (r_.lexicon.language != "de" || b < s_.begin + 2 || !reads ||
      (f != Frame::kPreposition && f != Frame::kVenue)) {
    return {};
  }
  std::uint32_t i = s_.begin + r_.tags[s_.begin].frame.length;
  if (i < b && r_.frame(i) == Frame::kOf && r_.chunk_of[i] < 0) {
    ++i;
  }
  SpeakerPhrase p = speakers_.right_of(i, {s_.begin, b});
  if (!p.found()) {
    return {};
  }
  const ChunkKind kind = r_.chunks[static_cast<std::size_t>(p.chunk)].kind;
  const std::string& lead = r_.word(s_.begin).folded;  // "aus dem Ministerium hiess es"
  const bool body = issuer_kind(kind) && (lead == "aus" || lead == "vom" || lead == "von");
  const bool document = kind == ChunkKind::kDocument || holds_document(i) || body;
  if (f == Frame::kVenue ? !issuer_kind(kind) : !document) {
    return {};
  }
  take_issuer(p);
  p.tokens = {s_.begin, b};
  return p;
}

bool SentenceRules::said_in(const CueGroup& cue) const {
  const std::uint32_t b = cue.tokens.begin;
  // "..., hiess es weiter": of whoever spoke before.
  if (r_.lexicon.language == "de" && cue.tokens.size() == 2 && r_.is(b + 1, "es") &&
      b > s_.begin + 1 && (r_.comma(b - 1) || quote_ends_before(b)) &&
      (cue.tokens.end >= end_ ||
       (cue.tokens.end + 1 == end_ && r_.token(cue.tokens.end).shape == Shape::kLower))) {
    return true;
  }
  return r_.lexicon.language != "en" && !cue.participle && b > s_.begin && cue.tokens.end < end_ &&
         r_.frame(cue.tokens.end) == Frame::kVenue &&
         (quote_ends_before(b) || (r_.comma(b - 1) && clause_left_of(b - 1)));
}

std::uint32_t SentenceRules::before_clitic(std::uint32_t pronoun) const {
  std::uint32_t i = pronoun;
  for (int hyphens = 0; hyphens < 2 && i >= s_.begin + 2 && r_.is(i - 1, "-") &&
                        r_.adjacent(i - 1) && r_.adjacent(i - 2) && !r_.quoted(i - 2);
       ++hyphens) {
    i -= 2;
  }
  return r_.lexicon.language == "fr" ? i : pronoun;
}

bool SentenceRules::says_nothing(const CueGroup& cue) const {
  static constexpr WordList kAnswers = {
      "r\xc3\xa9"
      "agir",
      "commenter",
      "r\xc3\xa9pondre",
      "s'exprimer",
      "communiquer",
      "reaccionar",
      "comentar",
      "responder",
      "pronunciarse",
      "declarar",
      "s\xe2\x80\x99"
      "exprimer",
      "hacer"};
  return cue.tokens.end < end_ && kAnswers.contains(r_.text(cue.tokens.end));
}

bool SentenceRules::told_by_clitic(const Candidate& c, const CueGroup& cue) {
  const std::string& l = r_.lexicon.language;
  if ((l != "fr" && l != "es") || !c.own_subject || c.a.chunk < 0 || !tells(cue)) {
    return false;
  }
  const std::uint32_t after = skip_adjuncts(c.phrase.end, c);
  const bool more = c.side == ContentSide::kLeft || (c.side == ContentSide::kRight && after < end_);
  if (more) {
    return false;
  }
  const std::uint32_t b = cue.tokens.begin;
  bool clitic = b > s_.begin && (r_.is(b - 1, "lo") || r_.is(b - 1, "le"));
  for (std::uint32_t k = b > s_.begin ? b - 1 : b; k < cue.tokens.end; ++k) {
    const std::string_view text = r_.text(k);
    clitic = clitic || (l == "fr" && text.starts_with("l'")) ||
             (l == "fr" && text.starts_with("l\xe2\x80\x99"));
  }
  if (!clitic) {
    return false;
  }
  Attribution a = c.a;
  a.rule = "A13";
  a.confidence = 0.8;
  if (free_before()) {
    a.content.push_back(r_.sentences[number_ - 1].tokens);
  }
  a.content.push_back(cue.tokens);
  out_.push_back(std::move(a));
  return true;
}

void SentenceRules::place_beside(Candidate& c, const CueGroup& cue, bool subject_left,
                                 bool inverted) {
  if (subject_left && ends_as_said(c.phrase.begin, cue)) {
    --c.phrase.begin;
    c.side = ContentSide::kLeft;
    c.right = end_;
    c.a.rule = "A7";
    c.a.confidence = 0.9;
  } else if (inverted && as_said(cue)) {
    place_as_said(c);
  } else {
    place(c, inverted);
  }
}

void SentenceRules::add_cue(const CueGroup& cue) {
  Candidate c;
  c.a.row = cue.row;
  c.a.negated = cue.negated;
  c.a.sentence = number_;
  c.a.cue.push_back(cue.tokens);
  c.phrase = cue.tokens;
  c.participle = cue.participle;
  // "Insurers, citing the fire brigade, spoke of ...": who is cited says what the verb behind
  // tells.
  if (cue.participle && !citing_.tokens.empty() && cue.tokens.begin == citing_.cue.begin &&
      cue.tokens.begin > s_.begin && r_.comma(cue.tokens.begin - 1) && citing_.tokens.end < end_ &&
      r_.comma(citing_.tokens.end)) {
    return;
  }
  // What somebody does not say is the author's remark.
  const bool unsaid = cue.negated && (cue.row.kind == CueClass::kNeutral || says_nothing(cue));
  if (unsaid || (cue.infinitive && r_.frame(cue.tokens.begin) == Frame::kAuxiliary &&
                 r_.is(cue.tokens.begin, "to"))) {
    return;
  }
  if (cue.passive) {
    add_passive(c, cue);
    return;
  }
  if (add_bracket(c, cue) || add_object_before(c, cue)) {
    return;
  }
  const SpeakerPhrase left = subject_left_of(cue);
  if (cue.agent && !(left.found() && speakers_.capable(left.chunk, true) &&
                     cue.row.takes != CueTakes::kObject)) {
    add_passive(c, cue);
    return;
  }
  const SpeakerPhrase right = told_behind(cue);
  if (add_object_first(c, cue, left, right)) {
    return;
  }
  const bool inverted = speaks_inverted(cue, left, right);
  if (inverted) {
    set_subject(c, right);
    c.phrase.end = right.tokens.end;
  } else if (!subject_before(c, cue, left)) {
    return;
  }
  place_beside(c, cue, left.found(), inverted);
  if (told_by_clitic(c, cue)) {
    return;
  }
  candidates_.push_back(std::move(c));
}

bool SentenceRules::speaks_inverted(const CueGroup& cue, const SpeakerPhrase& left,
                                    const SpeakerPhrase& right) const {
  const bool quote_before = quote_ends_before(cue.tokens.begin);
  const std::uint32_t b = cue.tokens.begin;
  // Russian dialogue: "- Damba vyderzhit, - poyasnil gubernator."
  const bool dash_before = b > s_.begin + 1 && r_.dash(b - 1) && r_.comma(b - 2);
  const bool comma_before =
      dash_before || (b > s_.begin && r_.comma(b - 1) && !dropped_behind_lead(cue, right));
  const bool opens_sentence = verb_first(cue) && speaks_behind(cue, right);
  return right.found() && (quote_before || comma_before || opens_sentence || as_said(cue)) &&
         (!left.found() || quote_before || (comma_before && told_after_clause(cue, left, right))) &&
         !cue.participle;
}

bool SentenceRules::told_after_clause(const CueGroup& cue, const SpeakerPhrase& left,
                                      const SpeakerPhrase& right) const {
  constexpr std::uint32_t kClause = 2;
  // "told reporters": the phrase behind is who was told
  const bool told = cue.row.takes == CueTakes::kTold && r_.lexicon.language == "en";
  const CueClass kind = cue.row.kind;
  const bool claims =
      r_.lexicon.language != "en" && (kind == CueClass::kClaim || kind == CueClass::kConfirm);
  const bool says =
      (kind == CueClass::kNeutral || claims) && cue.row.takes != CueTakes::kObject && !told;
  const bool ends = right.tokens.end >= end_ || r_.comma(right.tokens.end);
  // "..., dobavil on."
  const bool pronoun = r_.lexicon.language != "en" && right.tokens.end >= end_ &&
                       r_.chunks[static_cast<std::size_t>(right.chunk)].kind == ChunkKind::kPronoun;
  if (!says || !ends || !(pronoun || speakers_.capable(right.chunk, true))) {
    return false;
  }
  if (pronoun) {
    return holds_clause(left, cue);
  }
  return (left.tokens.begin == s_.begin && left.tokens.end + kClause < cue.tokens.begin) ||
         (holds_clause(left, cue) && may_have_told(right));
}

bool SentenceRules::holds_clause(const SpeakerPhrase& left, const CueGroup& cue) const {
  if (r_.lexicon.language == "en") {
    return false;
  }
  const std::uint32_t comma = cue.tokens.begin - 1;
  bool apart = false;
  for (std::uint32_t i = left.tokens.begin; i < comma; ++i) {
    apart = apart || r_.comma(i);
  }
  if (!apart) {
    return true;  // no single comma parts a subject from its verb
  }
  constexpr int kPlain = 2;
  const Chunk& chunk = r_.chunks[static_cast<std::size_t>(left.chunk)];
  int plain = 0;
  for (std::uint32_t i = std::max(chunk.core.end, chunk.tokens.begin); i < chunk.tokens.end; ++i) {
    const bool word = r_.token(i).kind == TokenKind::kWord && !r_.capital(i);
    plain += word && !r_.tags.summary(i).speaker ? 1 : 0;
  }
  return plain >= kPlain;
}

bool SentenceRules::may_have_told(const SpeakerPhrase& right) const {
  const Chunk& c = r_.chunks[static_cast<std::size_t>(right.chunk)];
  if (c.kind != ChunkKind::kGroup) {
    return c.kind != ChunkKind::kDocument && c.kind != ChunkKind::kPronoun;
  }
  // Russian "zhurnalistam" are told.
  const std::string& last = r_.word(c.tokens.end - 1).folded;
  return r_.lexicon.language == "ru" && !last.ends_with("\xd0\xb0\xd0\xbc") &&
         !last.ends_with("\xd1\x8f\xd0\xbc");
}

SpeakerPhrase SentenceRules::subject_left_of(const CueGroup& cue) const {
  if (r_.lexicon.order == WordOrder::kVso) {
    return topic_before(cue);
  }
  CueGroup front = cue;
  if (!citing_.tokens.empty() && (r_.lexicon.language != "en" || r_.comma(citing_.tokens.end)) &&
      (citing_.tokens.end == cue.tokens.begin ||
       (citing_.tokens.end + 1 == cue.tokens.begin && r_.comma(citing_.tokens.end)))) {
    // "Gazeta so ssylkoy na ministerstvo soobshchila": who relays stands in front.
    front.tokens.begin = citing_.tokens.begin;
    const bool comma = front.tokens.begin > s_.begin && r_.comma(front.tokens.begin - 1) &&
                       r_.comma(citing_.tokens.end);
    front.tokens.begin -= comma ? 1U : 0U;
  }
  const SpeakerPhrase left = speakers_.left_of(front, s_);
  if (left.found() && (behind_adverbial(left.tokens.begin) || pronoun_behind(cue))) {
    return {};  // "Nach dem Unglueck forderte der Minister", "Dem Sender sagte er"
  }
  // "Los vecinos, preciso, ...": no single comma parts a subject from its verb.
  return left.found() && r_.drops_subject() && cut_by_comma(left.chunk, cue) ? SpeakerPhrase{}
                                                                             : left;
}

bool SentenceRules::cut_by_comma(std::int32_t chunk, const CueGroup& cue) const {
  const std::uint32_t b = cue.tokens.begin;
  return b > s_.begin && r_.comma(b - 1) && speakers_.phrase_end(chunk, b) == b - 1;
}

SpeakerPhrase SentenceRules::behind_particle(const CueGroup& cue) const {
  const std::uint32_t b = cue.tokens.begin;
  const std::int32_t number = b > s_.begin ? r_.chunk_of[b - 1] : -1;
  if (number < 0) {
    return {};
  }
  const Chunk& chunk = r_.chunks[static_cast<std::size_t>(number)];
  const std::uint32_t front = chunk.tokens.begin;
  const Frame f = front > s_.begin ? r_.frame(front - 1) : Frame::kNone;
  if (chunk.tokens.end != b || (f != Frame::kThat && f != Frame::kBut) ||
      !speakers_.capable(number, true) || chunk.kind == ChunkKind::kPronoun) {
    return {};
  }
  std::uint32_t lead = front - 1;  // "ghayr anna": particles of several words
  while (lead > s_.begin && r_.chunk_of[lead - 1] < 0 && !r_.punctuation(lead - 1) &&
         r_.cue_of[lead - 1] < 0) {
    --lead;
  }
  SpeakerPhrase p;
  p.chunk = number;
  p.mention = chunk.tokens;
  p.tokens = {lead == s_.begin ? lead : front, b};
  return lead == s_.begin ? p : SpeakerPhrase{};
}

SpeakerPhrase SentenceRules::topic_before(const CueGroup& cue) const {
  constexpr std::uint32_t kReach = 16;
  constexpr std::string_view kFa = "\xd9\x81";
  if (const SpeakerPhrase p = behind_particle(cue); p.found()) {
    return p;
  }
  if (!r_.text(cue.verb).starts_with(kFa)) {
    return {};
  }
  for (std::uint32_t i = cue.tokens.begin; i > s_.begin && cue.tokens.begin - i < kReach; --i) {
    if (r_.frame(i - 1) != Frame::kTopic) {
      continue;
    }
    SpeakerPhrase p = speakers_.right_of(i, {s_.begin, cue.tokens.begin});
    p.tokens = {i - 1, cue.tokens.begin};
    return p;
  }
  return {};
}

SpeakerPhrase SentenceRules::told_behind(const CueGroup& cue) const {
  SpeakerPhrase p = speakers_.right_of(cue.tokens.end, {s_.begin, end_});
  if (p.found() || r_.lexicon.language == "en") {
    return p;
  }
  const std::uint32_t i = behind_venue(cue.tokens.end);
  if (i == cue.tokens.end) {
    return p;
  }
  p = speakers_.right_of(i, {s_.begin, end_});
  const bool known = p.found() && speakers_.capable(p.chunk, true) &&
                     r_.chunks[static_cast<std::size_t>(p.chunk)].kind != ChunkKind::kName;
  return known ? p : SpeakerPhrase{};
}

std::uint32_t SentenceRules::behind_venue(std::uint32_t i) const {
  while (i < end_ && (r_.frame(i) == Frame::kVenue || r_.frame(i) == Frame::kDay)) {
    i += r_.tags[i].frame.length;
  }
  if (i + 1 < end_ && r_.frame(i) == Frame::kPreposition && holds_document(i + 1)) {
    return i + 1;
  }
  const bool of = i < end_ && r_.frame(i) == Frame::kOf && r_.chunk_of[i] < 0;
  return of ? i + r_.tags[i].frame.length : i;
}

bool SentenceRules::holds_document(std::uint32_t i) const {
  const Chunk* chunk = r_.chunk_at(i);
  if (chunk == nullptr) {
    return false;
  }
  for (std::uint32_t k = chunk->tokens.begin; k < chunk->tokens.end; ++k) {
    if (r_.tags[k].document) {
      return true;
    }
  }
  return false;
}

bool SentenceRules::as_said(const CueGroup& cue) const {
  const std::uint32_t b = cue.tokens.begin;
  const Frame f = b > s_.begin ? r_.frame(b - 1) : Frame::kNone;
  const bool according = f == Frame::kAccording && r_.lexicon.language == "es";
  return (f == Frame::kWh || according) && r_.lexicon.language != "en" &&
         (b - 1 == s_.begin || r_.comma(b - 2));
}

bool SentenceRules::ends_as_said(std::uint32_t begin, const CueGroup& cue) const {
  return r_.lexicon.language == "de" && cue.tokens.end >= end_ && begin > s_.begin + 2 &&
         r_.frame(begin - 1) == Frame::kWh && r_.word(begin - 1).folded == "wie" &&
         r_.comma(begin - 2);
}

void SentenceRules::place_as_said(Candidate& c) const {
  --c.phrase.begin;
  c.a.rule = "A7";
  c.a.confidence = 0.9;
  c.right = c.phrase.end;
  c.side = c.phrase.begin == s_.begin ? ContentSide::kRight : ContentSide::kLeft;
  if (c.right < end_ && r_.comma(c.right)) {
    ++c.right;
  }
}

bool SentenceRules::verb_first(const CueGroup& cue) const {
  // German "Unter Berufung auf das Ministerium meldete die Agentur": the verb stands second.
  const bool behind_citing = !citing_.tokens.empty() && citing_.tokens.begin == s_.begin &&
                             citing_.tokens.end == cue.tokens.begin;
  return r_.lexicon.order == WordOrder::kVso || cue.tokens.begin == s_.begin || behind_citing ||
         opens_front(cue.tokens.begin) || pronoun_behind(cue);
}

bool SentenceRules::speaks_behind(const CueGroup& cue, const SpeakerPhrase& right) const {
  if (r_.lexicon.order == WordOrder::kVso) {
    return right.found() && agrees(cue, r_.chunks[static_cast<std::size_t>(right.chunk)]);
  }
  if (right.found() && pronoun_behind(cue)) {
    return true;
  }
  if (!right.found() || !speakers_.capable(right.chunk, true)) {
    return false;
  }
  // "Tambien agradecio el trabajo de las brigadas argentinas": an adjective of a country makes no
  // speaker of a thing, and the only phrase behind a verb with object is the object.
  const Chunk& c = r_.chunks[static_cast<std::size_t>(right.chunk)];
  const bool thing = c.kind == ChunkKind::kGroup && c.role == Role::kUnknown &&
                     c.tokens.size() > c.core.size() + 1;
  const bool object = cue.row.takes == CueTakes::kObject && right.tokens.end >= end_;
  return !thing && !object;
}

bool SentenceRules::agrees(const CueGroup& cue, const Chunk& c) const {
  if (r_.lexicon.language != "ar") {
    return true;
  }
  constexpr std::string_view kFeminine = "\xd8\xaa";
  constexpr std::string_view kOblique = "\xd9\x8a\xd9\x86";
  constexpr std::string_view kBy = "\xd8\xa8";
  const std::string_view verb = r_.text(cue.verb);
  const std::string_view first = r_.text(c.tokens.begin);
  const std::string_view head = c.core.empty() ? first : r_.text(c.core.begin);
  const bool object = cue.row.takes == CueTakes::kObject;
  // "wa-da'at at-tarafayn ila": the dual and plural of an object.
  if (object && (c.kind == ChunkKind::kGroup || c.kind == ChunkKind::kOther) &&
      head.ends_with(kOblique)) {
    return false;
  }
  // "istab'ada fard dara'ib": a thing is what is excluded.
  if (object && c.kind == ChunkKind::kOther && c.core.empty()) {
    return false;
  }
  // "ta'ahhadat bi-tahammul": no subject has a preposition.
  if (c.kind == ChunkKind::kOther && first.starts_with(kBy) && first.size() > 6) {
    return false;
  }
  const bool person = c.kind == ChunkKind::kRole || c.kind == ChunkKind::kPerson;
  return !(object && person && verb.ends_with(kFeminine) && c.gender == Gender::kMale);
}

bool SentenceRules::dropped_behind_lead(const CueGroup& cue, const SpeakerPhrase& right) const {
  return r_.drops_subject() && lead_only(cue.tokens.begin) && !speaks_behind(cue, right);
}

bool SentenceRules::continues_clause(const CueGroup& cue) const {
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

bool SentenceRules::asked(const CueGroup& cue) const {
  if (cue.tokens.begin == s_.begin) {
    return true;
  }
  const Frame f = r_.frame(cue.tokens.begin - 1);
  return f == Frame::kBut || f == Frame::kWh;
}

bool SentenceRules::clause_subject(Candidate& c, const CueGroup& cue) const {
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
        chunk.kind == ChunkKind::kOther ||
        (r_.drops_subject() && cut_by_comma(static_cast<std::int32_t>(n), cue))) {
      continue;
    }
    c.a.chunk = static_cast<std::int32_t>(n);
    c.a.mention = chunk.tokens;
    c.a.subject = Subject::kChunk;
    return true;
  }
  return !cue.participle && (r_.lexicon.order != WordOrder::kSvo || r_.drops_subject());
}

void SentenceRules::set_subject(Candidate& c, const SpeakerPhrase& p) {
  c.a.subject = Subject::kChunk;
  c.a.chunk = p.chunk;
  c.a.apposition = p.apposition;
  c.a.mention = p.mention;
  c.own_subject = true;
}

bool SentenceRules::acceptable(const SpeakerPhrase& p, const CueGroup& cue) const {
  const Chunk& chunk = r_.chunks[static_cast<std::size_t>(p.chunk)];
  if (r_.lexicon.language == "de" && chunk.kind == ChunkKind::kPronoun &&
      r_.word(chunk.tokens.begin).folded == "man") {
    return false;  // anybody
  }
  if (chunk.kind != ChunkKind::kOther) {
    return chunk.kind != ChunkKind::kDocument || cue.row.kind != CueClass::kThink;
  }
  const bool plain = cue.row.kind == CueClass::kNeutral &&
                     (cue.row.takes == CueTakes::kAny || cue.row.takes == CueTakes::kTold);
  return plain && !speakers_.headed_by_nobody(chunk);
}

void SentenceRules::add_passive(Candidate& c, const CueGroup& cue) {
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
      c.side = ContentSide::kLeft;
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
  const bool that = next == Frame::kThat || (next == Frame::kWh && cue.row.kind == CueClass::kAsk);
  if (that && cue.row.takes != CueTakes::kObject) {
    c.a.subject = Subject::kNobody;
    c.side = ContentSide::kRight;
    c.right = cue.tokens.end;
    c.a.rule = "A5";
    c.a.confidence = 0.6;
    c.own_subject = true;
    candidates_.push_back(std::move(c));
  }
}

void SentenceRules::add_raised(Candidate& c, const CueGroup& cue) {
  const std::int32_t subject = cue.tokens.begin > s_.begin ? r_.chunk_of[cue.tokens.begin - 1] : -1;
  if (subject < 0) {
    return;
  }
  c.a.subject = Subject::kNobody;
  c.side = ContentSide::kRight;
  c.right = cue.tokens.end;
  c.a.rule = "A5";
  c.a.confidence = 0.6;
  c.own_subject = true;
  c.phrase.begin = speakers_.phrase_begin(subject, s_);
  c.a.content.push_back({c.phrase.begin, cue.tokens.begin});
  candidates_.push_back(std::move(c));
}

}  // namespace parallax
