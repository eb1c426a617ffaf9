/// Roles, pronouns, documents and phrases without a name.

#include <algorithm>
#include <utility>

#include "engine/sources/resolver.hpp"
#include "models/text/fold.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

std::int32_t Resolver::person_behind(std::size_t number) const {
  const Chunk& c = r_.chunks[number];
  const std::uint32_t limit = r_.sentences[c.sentence].tokens.end;
  const std::uint32_t comma = speakers_.phrase_end(static_cast<std::int32_t>(number), limit);
  const std::int32_t next = comma + 1 < limit && r_.comma(comma) ? r_.chunk_of[comma + 1] : -1;
  if (next < 0) {
    return -1;
  }
  const Chunk& person = r_.chunks[static_cast<std::size_t>(next)];
  const std::uint32_t end = person.tokens.end;
  const bool closed = end >= limit || r_.punctuation(end);
  // "A spokeswoman, Colonel Dana Reuter, said": one person, where no other was named before
  const bool own_office =
      c.definite && person.role != Role::kUnknown && person.role != Role::kPerson;
  // A name whose first part no table knows: two words, nothing else.
  const bool full_name =
      person.kind == ChunkKind::kPerson ||
      (person.kind == ChunkKind::kName && person.name == person.tokens && person.name.size() >= 2);
  return full_name && person.tokens.begin == comma + 1 && closed && !own_office &&
                 compatible(person.gender, c.gender)
             ? next
             : -1;
}

Tied Resolver::tie_role(std::size_t number, bool speaking) {
  const Chunk& c = r_.chunks[number];
  if (const std::int32_t person = person_behind(number); person >= 0) {
    const Tied t = tie_name(r_.chunks[static_cast<std::size_t>(person)], speaking);
    if (t.entity >= 0) {
      describe(entities_[static_cast<std::size_t>(t.entity)], c);
      return t;
    }
  }
  std::vector<std::int32_t>& known = by_role_[static_cast<std::size_t>(c.role)];
  if (definite(c) || !c.country.empty()) {
    const WordViews word = {r_.word(c.core.end - 1).stem};
    std::size_t steps = 0;
    for (const std::int32_t k : recent_) {
      const Entity& e = entities_[static_cast<std::size_t>(k)];
      if (!e.source.person || e.source.role != c.role || ++steps > kLookBack || !fits(e, c) ||
          !compatible(e.source.gender, c.gender) ||
          (c.role == Role::kPerson && !e.domain.empty() && !share(word, e.domain))) {
        continue;
      }
      if (c.role == Role::kPerson && e.domain.empty()) {
        continue;
      }
      return {k, Resolution::kDefinite, distance_confidence(e, 0.85), -1};
    }
  }
  if (!speaking && c.role == Role::kPerson) {
    return {};
  }
  if (const Tied t = tie_last_speaker(c, speaking); t.entity >= 0) {
    return t;
  }
  const std::int32_t made = make(c, label(c));
  Entity& e = entities_.back();
  e.source.person = true;
  e.domain = {r_.word(c.core.end - 1).stem};
  describe(e, c);
  known.push_back(made);
  return {made, Resolution::kNamed, definite(c) ? 0.8 : 0.75, -1};
}

Tied Resolver::tie_unintroduced(const Chunk& c) {
  if (!c.definite || c.role != Role::kPerson || !c.country.empty() || last_speaker_ < 0) {
    return {};
  }
  Entity& e = entities_[static_cast<std::size_t>(last_speaker_)];
  const bool unknown = e.source.role == Role::kPerson || e.source.role == Role::kUnknown;
  if (!e.source.person || !unknown || !e.domain.empty() || e.names.empty() ||
      e.last_sentence + 1 < c.sentence || !compatible(e.source.gender, c.gender)) {
    return {};
  }
  e.domain = {r_.word(c.core.end - 1).stem};
  return {last_speaker_, Resolution::kDefinite, 0.65, -1};
}

Tied Resolver::tie_last_speaker(const Chunk& c, bool speaking) {
  const Tied t = tie_unintroduced(c);
  return t.entity >= 0 ? t : tie_described(c, speaking);
}

Tied Resolver::tie_described(const Chunk& c, bool speaking) const {
  constexpr std::uint32_t kNear = 2;
  if (!speaking || !definite(c) || !c.country.empty() || !c.owner.empty() || last_speaker_ < 0 ||
      !c.organisation.empty() || !describes(c)) {
    return {};
  }
  const std::uint32_t behind = c.tokens.end;
  const bool more =
      behind < r_.sentences[c.sentence].tokens.end && r_.frame(behind) == Frame::kPreposition;
  if (!c.definite && more) {
    return {};  // "Fermer iz Kostanaya Sergey ...": somebody new
  }
  const Entity& e = entities_[static_cast<std::size_t>(last_speaker_)];
  if (!e.source.person || e.source.role == Role::kMedia || e.names.empty() ||
      e.last_sentence + kNear < c.sentence || !compatible(e.source.gender, c.gender)) {
    return {};
  }
  return {last_speaker_, Resolution::kDefinite, 0.65, -1};
}

bool Resolver::describes(const Chunk& c) const {
  if (c.role == Role::kPerson) {
    return true;
  }
  const Hit hit = r_.tags[c.core.end - 1].role;
  return hit && r_.lexicon.role_rows[hit.row].epithet;
}

bool Resolver::genders_things() const {
  static constexpr WordList kLanguages = {"ar", "de", "es", "fr", "it", "pt", "ru", "uk"};
  return kLanguages.contains(r_.lexicon.language);
}

bool Resolver::answers(const Entity& e, PronounClass pronoun) const {
  const bool group = e.kind == ChunkKind::kGroup || e.kind == ChunkKind::kOther;
  const bool body = e.kind == ChunkKind::kOrganisation && genders_things();
  switch (pronoun) {
    case PronounClass::kMale:
      return (e.source.person && e.source.gender != Gender::kFemale) || body;
    case PronounClass::kFemale:
      return (e.source.person && e.source.gender != Gender::kMale) || body;
    case PronounClass::kPerson:
      return e.source.person || body;
    case PronounClass::kThing:
      return !e.source.person && !group && e.kind != ChunkKind::kName;
    case PronounClass::kPlural:
      return group || !e.source.person;
    case PronounClass::kSelf:
      return false;
  }
  return false;
}

double Resolver::salience(std::size_t k, const Chunk& c) const {
  const Entity& e = entities_[static_cast<std::size_t>(recent_[k])];
  const double distance = static_cast<double>(c.sentence - e.last_sentence);
  const bool gendered = e.source.gender != Gender::kUnknown;
  // A journalist who asked does not answer.
  const bool answered = e.asked && e.source.role == Role::kMedia;
  return (answered                      ? -3.0
          : recent_[k] == last_speaker_ ? 2.0
                                        : 0.0) +
         (e.subject ? 1.5 : 0.0) + (e.subject && e.last_sentence == c.sentence ? 1.6 : 0.0) +
         (gendered ? 0.5 : 0.0) + (e.speaks ? 0.4 : 0.0) - 0.6 * distance -
         0.05 * static_cast<double>(k);
}

bool Resolver::behind_verb(const Chunk& c) const {
  const std::uint32_t i = c.tokens.begin;
  if (r_.lexicon.language == "en" || i == 0) {
    return false;
  }
  const bool hyphen = i > 1 && r_.is(i - 1, "-");
  return r_.cue_of[i - 1] >= 0 || hyphen;
}

Tied Resolver::tie_pronoun(const Chunk& c) {
  const PronounClass pronoun = c.pronoun->kind;
  std::int32_t best = -1;
  std::int32_t second = -1;
  double best_score = -1e9;
  const bool behind = behind_verb(c);
  for (std::size_t k = 0; k < recent_.size(); ++k) {
    const Entity& e = entities_[static_cast<std::size_t>(recent_[k])];
    // "Der Minister habe versagt, sagte er": who tells it is not the one whom it is about.
    if (!answers(e, pronoun) ||
        (behind && e.last_sentence == c.sentence && recent_[k] != last_speaker_)) {
      continue;
    }
    const double score = salience(k, c);
    if (score > best_score) {
      second = best;
      best = recent_[k];
      best_score = score;
    } else if (second < 0) {
      second = recent_[k];
    }
  }
  if (best < 0) {
    return pronoun == PronounClass::kThing ? tie_text_before(c) : Tied{};
  }
  Entity& e = entities_[static_cast<std::size_t>(best)];
  if (e.source.gender == Gender::kUnknown && e.source.person) {
    e.source.gender = pronoun == PronounClass::kMale     ? Gender::kMale
                      : pronoun == PronounClass::kFemale ? Gender::kFemale
                                                         : Gender::kUnknown;
  }
  const double base = best == last_speaker_ ? 0.88 : 0.75;
  return {best, Resolution::kPronoun, std::min(base, e.last_confidence + 0.02), second};
}

Tied Resolver::tie_text_before(const Chunk& c) {
  constexpr std::uint32_t kSentences = 3;
  for (std::uint32_t back = 0; back < kSentences && back <= c.sentence; ++back) {
    const TokenRange chunks = r_.sentences[c.sentence - back].chunks;
    for (std::uint32_t n = chunks.end; n > chunks.begin; --n) {
      const Chunk& text = r_.chunks[n - 1];
      if (text.kind == ChunkKind::kDocument && text.tokens.begin < c.tokens.begin) {
        Tied t = tie_document(n - 1);
        t.how = Resolution::kPronoun;
        t.confidence = std::min(t.confidence, 0.7);
        return t;
      }
    }
  }
  return {};
}

std::int32_t Resolver::author_behind(const Chunk& c) const {
  const std::uint32_t by = c.tokens.end;
  if (by + 1 >= r_.sentences[c.sentence].tokens.end || r_.frame(by) != Frame::kAgent) {
    return -1;
  }
  const std::int32_t next = r_.chunk_of[by + 1];
  return next >= 0 && speakers_.capable(next, true) ? next : -1;
}

Tied Resolver::tie_document(std::size_t number) {
  const Chunk& c = r_.chunks[number];
  if (const std::int32_t author = author_behind(c); author >= 0) {
    const Chunk& a = r_.chunks[static_cast<std::size_t>(author)];
    const bool name = a.kind == ChunkKind::kName || a.kind == ChunkKind::kPerson;
    Tied t = name                                 ? tie_name(a, true)
             : a.kind == ChunkKind::kOrganisation ? tie_organisation(a)
                                                  : tie_other(a);
    t.how = Resolution::kDocument;
    t.confidence = std::min(t.confidence, 0.85);
    by_head_[r_.word(c.core.end - 1).folded] = t.entity;  // "the report" is theirs from now on
    return t;
  }
  if (!c.organisation.empty() && c.official_document) {
    Chunk owner = c;
    owner.kind = ChunkKind::kOrganisation;
    owner.core = c.organisation;
    owner.role = c.organisation_role;
    Tied t = tie_organisation(owner);
    t.how = Resolution::kDocument;
    t.confidence = std::min(t.confidence, 0.85);
    return t;
  }
  if (const Tied t = tie_owner(c); t.entity >= 0) {
    return t;
  }
  if (const auto issued = issued_.find(r_.word(c.core.end - 1).folded);
      issued != issued_.end() && definite(c)) {
    return {issued->second, Resolution::kDocument, 0.8, -1};
  }
  if (const Tied t = tie_same_text(c); t.entity >= 0) {
    return t;
  }
  if (definite(c) && c.official_document && last_official() >= 0) {
    return {last_official(), Resolution::kDocument, 0.8, -1};
  }
  return tie_other(c);
}

Tied Resolver::tie_same_text(const Chunk& c) const {
  constexpr std::uint32_t kNear = 2;
  const bool bare = c.core.begin <= c.tokens.begin + 1;
  if (r_.lexicon.language == "en" || !definite(c) || !bare || last_speaker_ < 0) {
    return {};
  }
  const Entity& e = entities_[static_cast<std::size_t>(last_speaker_)];
  const bool text = e.kind == ChunkKind::kDocument || e.kind == ChunkKind::kOrganisation;
  if (e.source.person || !text || e.source.role == Role::kMedia ||
      e.last_sentence + kNear < c.sentence) {
    return {};
  }
  return {last_speaker_, Resolution::kDocument, 0.7, -1};
}

void Resolver::note_issued(const Chunk& c) {
  constexpr std::uint32_t kReach = 6;
  if (r_.lexicon.leads.empty()) {
    return;
  }
  const auto by = std::find_if(recent_.begin(), recent_.end(), [&](std::int32_t k) {
    const Entity& e = entities_[static_cast<std::size_t>(k)];
    return e.subject && e.last_sentence == c.sentence && e.source.role != Role::kMedia &&
           e.kind != ChunkKind::kDocument && e.kind != ChunkKind::kOther;
  });
  if (by == recent_.end()) {
    return;
  }
  const TokenRange s = r_.sentences[c.sentence].tokens;
  const std::span<const Token> tokens(r_.document.tokens);
  bool issues = false;
  const std::uint32_t begin = std::max(s.begin, c.tokens.begin - std::min(kReach, c.tokens.begin));
  for (std::uint32_t i = begin; i < std::min(s.end, c.tokens.end + kReach) && !issues; ++i) {
    const PhraseSet::Match m = r_.lexicon.leads.match(tokens.subspan(i, s.end - i), 0, r_.words);
    issues = m.length > 0 && r_.lexicon.lead_rows[m.payload] == Lead::kIssues;
  }
  if (issues) {
    issued_[r_.word(c.core.end - 1).folded] = *by;
  }
}

Tied Resolver::tie_owner(const Chunk& c) {
  const Hit hit = r_.tags[c.tokens.begin].pronoun;
  if (!hit || r_.lexicon.pronoun_rows[hit.row].use != PronounUse::kPossessive) {
    return {};
  }
  Chunk owner = c;
  owner.pronoun = r_.lexicon.pronoun_rows[hit.row];
  Tied t = tie_pronoun(owner);
  t.how = Resolution::kDocument;
  if (t.entity >= 0) {
    by_head_[r_.word(c.core.end - 1).folded] = t.entity;
  }
  return t;
}

std::int32_t Resolver::last_official() const {
  std::int32_t best = -1;
  for (const std::int32_t k : recent_) {
    const Entity& e = entities_[static_cast<std::size_t>(k)];
    const bool official = e.source.role != Role::kMedia && e.kind != ChunkKind::kGroup &&
                          e.kind != ChunkKind::kRole && e.kind != ChunkKind::kOther &&
                          e.kind != ChunkKind::kDocument;
    if (official && e.last_spoken > 0 &&
        (best < 0 || entities_[static_cast<std::size_t>(best)].last_spoken < e.last_spoken)) {
      best = k;
    }
  }
  return best;
}

std::int32_t Resolver::body_called(const Chunk& c, std::string_view head) const {
  if (!c.definite || c.kind != ChunkKind::kOther || c.tokens.size() != 2) {
    return -1;
  }
  const auto found = std::find_if(recent_.begin(), recent_.end(), [&](std::int32_t k) {
    const Source& s = entities_[static_cast<std::size_t>(k)].source;
    const std::size_t blank = s.name.rfind(' ');
    return !s.person && blank != std::string::npos &&
           fold(std::string_view(s.name).substr(blank + 1), r_.lexicon.language) == head;
  });
  return found == recent_.end() ? -1 : *found;
}

Tied Resolver::tie_other(const Chunk& c) {
  const TokenRange core = c.core.empty() ? c.tokens : c.core;
  // Scripts without capitals: a surname alone.
  const bool verb_before = r_.lexicon.order == WordOrder::kVso;  // more words may follow it
  if ((c.tokens.size() == 1 || verb_before) && r_.token(c.tokens.begin).shape == Shape::kUncased) {
    const auto surname = by_surname_.find(surname_key(r_.word(c.tokens.begin)));
    if (surname != by_surname_.end() && !surname->second.empty()) {
      return {surname->second.back(), Resolution::kSurname, 0.85, -1};
    }
  }
  const std::string& head = r_.word(core.end - 1).folded;
  const auto known = by_head_.find(head);
  if (known != by_head_.end() && (c.definite || c.kind == ChunkKind::kGroup) &&
      compatible(entities_[static_cast<std::size_t>(known->second)].source.country, c.country)) {
    return {known->second, Resolution::kDefinite, 0.75, -1};
  }
  if (const std::int32_t body = body_called(c, head); body >= 0) {
    return {body, Resolution::kDefinite, 0.75, -1};
  }
  const std::int32_t made = make(c, std::string(r_.document.slice(r_.span(c.tokens))));
  Entity& e = entities_.back();
  if (c.kind == ChunkKind::kDocument && c.organisation_role != Role::kUnknown) {
    e.source.role = c.organisation_role;
  }
  by_head_[head] = made;
  return {made, c.kind == ChunkKind::kDocument ? Resolution::kDocument : Resolution::kNamed,
          c.kind == ChunkKind::kOther ? 0.6 : 0.75, -1};
}

}  // namespace parallax
