/// Mentions -> sources: names, surnames, definite role words, pronouns, acronyms, metonyms,
/// documents. One pass over the noun phrases in text order; every look-up is bounded.

#include <algorithm>
#include <utility>

#include "engine/sources/resolver.hpp"
#include "models/base/huge_pages.hpp"

namespace parallax {

Resolutions Resolver::resolve() {
  std::vector<Tied> tied(a_.size());
  std::vector<Tied> of_chunk;
  reserve_large(of_chunk, r_.chunks.size());
  of_chunk.resize(r_.chunks.size());
  by_mention_.resize(a_.size());
  for (std::size_t k = 0; k < a_.size(); ++k) {
    by_mention_[k] = k;
  }
  const auto before = [&](std::size_t x, std::size_t y) { return key(a_[x]) < key(a_[y]); };
  if (!std::is_sorted(by_mention_.begin(), by_mention_.end(), before)) {
    std::stable_sort(by_mention_.begin(), by_mention_.end(), before);
  }
  std::size_t next = 0;
  for (std::size_t c = 0; c < r_.chunks.size(); ++c) {
    while (next < by_mention_.size() && key(a_[by_mention_[next]]) < r_.chunks[c].tokens.begin) {
      const std::size_t k = by_mention_[next++];
      speak(tied[k] = a_[k].chunk >= 0 ? of_chunk[static_cast<std::size_t>(a_[k].chunk)]
                                       : previous(a_[k]),
            a_[k]);
    }
    of_chunk[c] = tie(c);
  }
  for (; next < by_mention_.size(); ++next) {
    const std::size_t k = by_mention_[next];
    speak(tied[k] =
              a_[k].chunk >= 0 ? of_chunk[static_cast<std::size_t>(a_[k].chunk)] : previous(a_[k]),
          a_[k]);
  }
  return collect(tied, of_chunk);
}

std::uint32_t Resolver::key(const Attribution& a) const {
  if (a.chunk >= 0) {
    return r_.chunks[static_cast<std::size_t>(a.chunk)].tokens.end;
  }
  return a.cue.empty() ? a.content.front().begin : a.cue.front().begin;
}

void Resolver::speak(const Tied& t, const Attribution& a) {
  if (t.entity < 0) {
    return;
  }
  Entity& e = entities_[static_cast<std::size_t>(t.entity)];
  if (last_speaker_ != t.entity) {
    ++changes_;
  }
  e.speaks = true;
  e.subject = true;
  e.asked = a.row.kind == CueClass::kAsk;
  if (a.turn && e.source.person) {
    interviewee_ = t.entity;
  }
  name_behind_post(e, a);
  e.last_spoken = ++spoken_;
  e.last_change = changes_;
  e.last_sentence = a.sentence;
  last_speaker_ = t.entity;
  if (a.apposition >= 0) {
    const Chunk& more = r_.chunks[static_cast<std::size_t>(a.apposition)];
    describe(e, more);
    if (more.kind == ChunkKind::kOrganisation && more.name.empty()) {
      make_body(t.entity, a.chunk, more);
    }
  }
  add_organisation(e, a);
}

void Resolver::name_behind_post(Entity& e, const Attribution& a) {
  if (a.chunk < 0 || !e.names.empty() || !e.source.person) {
    return;
  }
  const Chunk& post = r_.chunks[static_cast<std::size_t>(a.chunk)];
  if (post.kind != ChunkKind::kRole || post.tokens.end + 1 >= a.mention.end) {
    return;
  }
  const Chunk* rest = r_.chunk_at(a.mention.end - 1);
  if (rest == nullptr || rest->name.size() < 2 || rest->tokens.end != rest->name.end ||
      (rest->kind != ChunkKind::kName && rest->kind != ChunkKind::kPerson)) {
    return;
  }
  const TokenRange name{rest->name.end - 2, rest->name.end};
  if (rest->name.size() == 2 && rest->kind == ChunkKind::kName) {
    return;  // two words may name the place
  }
  e.source.name = std::string(r_.document.slice(r_.span(name)));
  e.names = {r_.word(name.begin).folded, r_.word(name.begin + 1).folded};
  by_surname_[e.names.back()].push_back(static_cast<std::int32_t>(&e - entities_.data()));
}

void Resolver::add_organisation(Entity& e, const Attribution& a) {
  if (!e.source.person || !e.source.organisation.empty() || a.chunk < 0) {
    return;
  }
  const Chunk& head = r_.chunks[static_cast<std::size_t>(a.chunk)];
  for (std::uint32_t t = head.tokens.end; t < a.mention.end; ++t) {
    const Chunk* c = r_.chunk_at(t);
    if (c != nullptr && c->kind == ChunkKind::kOrganisation) {
      if (e.source.country.empty()) {  // "a spokesman for the ministry in Belgrade"
        e.source.country = std::string(c->country.empty() ? seat_behind(*c) : c->country);
      }
      set_organisation(e.source, c->core, c->role);
      return;
    }
  }
}

Tied Resolver::previous(const Attribution& a) {
  if (a.subject == Subject::kNobody) {
    return {};
  }
  if (a.turn && interviewee_ >= 0) {
    return {interviewee_, Resolution::kInherited, 0.85, -1};
  }
  if (last_speaker_ < 0 || a.turn) {
    const auto person = std::find_if(recent_.begin(), recent_.end(), [&](std::int32_t k) {
      return entities_[static_cast<std::size_t>(k)].source.person;
    });
    return person == recent_.end() ? Tied{} : Tied{*person, Resolution::kInherited, 0.6, -1};
  }
  return {last_speaker_, Resolution::kInherited, 0.9, -1};
}

Tied Resolver::tie(std::size_t number) {
  const Chunk& c = r_.chunks[number];
  watch_resets(c);
  if (dateline(c)) {
    return {};
  }
  if (home_.empty() && c.kind == ChunkKind::kGovernment) {
    home_ = country_of(c);
  }
  const bool speaking = speaks_[number] != 0;
  Tied t;
  switch (c.kind) {
    case ChunkKind::kPerson:
    case ChunkKind::kName:
      t = tie_name(c, speaking);
      break;
    case ChunkKind::kOrganisation:
      t = c.stand_in && !speaking ? Tied{} : tie_named_body(number);
      break;
    case ChunkKind::kGovernment:
      t = tie_government(c);
      break;
    case ChunkKind::kRole:
      t = tie_role(number, speaking);
      break;
    case ChunkKind::kPronoun:
      t = speaking ? tie_pronoun(c) : Tied{};
      break;
    case ChunkKind::kDocument:
      t = speaking ? tie_document(number) : Tied{};
      note_issued(c);
      break;
    case ChunkKind::kGroup:
    case ChunkKind::kOther:
      t = speaking ? tie_other(c) : Tied{};
      break;
  }
  if (t.entity >= 0) {
    mention(t, c, speaking);
  }
  return t;
}

bool Resolver::dateline(const Chunk& c) const {
  constexpr std::uint32_t kHeadParagraphs = 5;
  const SentenceReading& s = r_.sentences[c.sentence];
  const bool place = c.kind == ChunkKind::kGovernment || c.kind == ChunkKind::kName;
  if (!place || s.paragraph >= kHeadParagraphs || c.tokens.begin != s.tokens.begin) {
    return false;
  }
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (r_.token(i).shape != Shape::kUpper) {
      return false;
    }
  }
  const std::uint32_t end = c.tokens.end;
  const bool date = r_.comma(end) && end + 2 < s.tokens.end && s.tokens.size() < 8 &&
                    (r_.token(end + 1).kind == TokenKind::kNumber ||
                     r_.token(end + 2).kind == TokenKind::kNumber);
  return r_.dash(end) || date;
}

void Resolver::watch_resets(const Chunk& c) {
  while (reset_sentence_ <= c.sentence) {
    const TokenRange s = r_.sentences[reset_sentence_].tokens;
    if (!s.empty() && r_.frame(s.begin) == Frame::kReset) {
      ++resets_;
    }
    ++reset_sentence_;
  }
}

void Resolver::mention(const Tied& t, const Chunk& c, bool speaking) {
  Entity& e = entities_[static_cast<std::size_t>(t.entity)];
  e.last_sentence = c.sentence;
  e.last_change = changes_;
  e.last_reset = resets_;
  e.last_confidence = t.confidence;
  e.subject = speaking || c.tokens.begin == r_.sentences[c.sentence].tokens.begin;
  e.source.mentions.push_back({r_.span(c.tokens), t.how, t.confidence});
  const auto found = std::find(recent_.begin(), recent_.end(), t.entity);
  if (found != recent_.end()) {
    recent_.erase(found);
  }
  recent_.insert(recent_.begin(), t.entity);
  if (recent_.size() > kLookBack) {
    recent_.pop_back();
  }
}

Resolutions Resolver::collect(const std::vector<Tied>& tied, const std::vector<Tied>& of_chunk) {
  std::vector<std::int32_t> speaking;
  for (std::size_t k = 0; k < a_.size(); ++k) {
    if (a_[k].outlet >= 0) {
      const std::int32_t e = of_chunk[static_cast<std::size_t>(a_[k].outlet)].entity;
      if (e >= 0) {
        entities_[static_cast<std::size_t>(e)].speaks = true;
      }
    }
    if (tied[k].entity >= 0) {
      entities_[static_cast<std::size_t>(tied[k].entity)].speaks = true;
    }
  }
  for (std::size_t e = 0; e < entities_.size(); ++e) {
    if (entities_[e].speaks) {
      speaking.push_back(static_cast<std::int32_t>(e));
    }
  }
  std::stable_sort(speaking.begin(), speaking.end(), [&](std::int32_t x, std::int32_t y) {
    return entities_[static_cast<std::size_t>(x)].first_token <
           entities_[static_cast<std::size_t>(y)].first_token;
  });
  std::vector<std::optional<std::size_t>> index(entities_.size());
  Resolutions out;
  for (const std::int32_t e : speaking) {
    index[static_cast<std::size_t>(e)] = out.sources.size();
    Entity& entity = entities_[static_cast<std::size_t>(e)];
    out.sources.push_back(std::move(entity.source));
    out.owned.push_back(!entity.owner.empty());
  }
  const auto index_of = [&](std::int32_t e) -> std::optional<std::size_t> {
    return e < 0 ? std::nullopt : index[static_cast<std::size_t>(e)];
  };
  for (std::size_t k = 0; k < a_.size(); ++k) {
    Resolved resolved;
    resolved.source = index_of(tied[k].entity);
    resolved.how = tied[k].how;
    resolved.confidence = tied[k].confidence;
    resolved.alternative = index_of(tied[k].alternative);
    if (a_[k].outlet >= 0) {
      resolved.relayed_by = index_of(of_chunk[static_cast<std::size_t>(a_[k].outlet)].entity);
    }
    out.resolved.push_back(resolved);
  }
  return out;
}

Resolutions resolve_sources(const Reading& reading, const std::vector<Attribution>& attributions) {
  return Resolver(reading, attributions).resolve();
}

}  // namespace parallax
