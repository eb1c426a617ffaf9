/// What is known of a source: its country, owner, field, organisation and label.

#include <algorithm>
#include <utility>

#include "engine/sources/resolver.hpp"
#include "models/text/fold.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

std::int32_t Resolver::make(const Chunk& c, std::string name) {
  Entity e;
  if (name.ends_with("'s")) {
    name.resize(name.size() - 2);
  } else if (name.ends_with("\xe2\x80\x99s")) {
    name.resize(name.size() - 4);
  }
  cut_case_ending(name);
  e.kind = c.kind == ChunkKind::kName && which_behind(c) ? ChunkKind::kOrganisation : c.kind;
  e.first_token = c.tokens.begin;
  e.source.name = std::move(name);
  e.source.role = c.role;
  e.source.country = std::string(c.country);
  e.source.gender = c.gender;
  e.owner = owner_of(c);
  e.head = head_of(c);
  entities_.push_back(std::move(e));
  return static_cast<std::int32_t>(entities_.size() - 1);
}

void Resolver::cut_case_ending(std::string& name) const {
  if (r_.lexicon.order != WordOrder::kSov) {
    return;
  }
  const std::size_t blank = name.rfind(' ');
  const std::size_t from = blank == std::string::npos ? 1 : blank + 1;
  for (const std::string_view mark : {"'", "\xe2\x80\x99"}) {
    if (const std::size_t at = name.find(mark, from); at != std::string::npos && at > from) {
      name.resize(at);
    }
  }
}

bool Resolver::which_behind(const Chunk& c) const {
  const std::uint32_t i = c.tokens.end;
  return r_.lexicon.language == "en" && i + 1 < r_.size() && r_.comma(i) &&
         r_.word(i + 1).surface_folded == "which";
}

std::string_view Resolver::head_of(const Chunk& c) const {
  if (c.core.empty()) {
    return {};
  }
  if (head_first()) {
    return r_.word(c.core.begin).stem;
  }
  std::uint32_t head = c.core.begin;  // "Ministry of Water"
  while (head + 1 < c.core.end && r_.frame(head + 1) != Frame::kOf) {
    ++head;
  }
  return r_.word(head).stem;
}

std::string_view Resolver::owner_of(const Chunk& c) const {
  return c.owner.empty() ? std::string_view() : r_.word(c.owner.end - 1).folded;
}

bool Resolver::fits(const Entity& e, const Chunk& c) const {
  const bool abroad = e.source.country.empty() && !c.country.empty() && !e.implied.empty() &&
                      e.implied != c.country;
  return !abroad && compatible(e.source.country, c.country) && same_owner(e.owner, owner_of(c));
}

std::string_view Resolver::country_of(const Chunk& c) {
  return c.country.empty() && c.body != nullptr ? std::string_view(c.body->country) : c.country;
}

std::string_view Resolver::seat_behind(const Chunk& c) const {
  static constexpr WordList kIn = {"in", "en", "\xc3\xa0", "im", "\xd0\xb2", "\xd0\xb2\xd0\xbe",
                                   "a"};
  const std::uint32_t at = c.tokens.end;
  if (at + 1 >= r_.sentences[c.sentence].tokens.end || !kIn.contains(r_.word(at).surface_folded)) {
    return {};
  }
  const Chunk* next = r_.chunk_at(at + 1);
  const bool seat = next != nullptr && next->kind == ChunkKind::kGovernment &&
                    next->tokens.begin == at + 1 && next->body != nullptr;
  return seat ? country_of(*next) : std::string_view{};
}

bool Resolver::definite(const Chunk& c) const {
  static constexpr WordList kBare = {"az", "cs", "fa", "hi", "kk", "ka", "pl", "ru", "tr", "uk"};
  const bool bare = kBare.contains(r_.lexicon.language);
  // Arabic writes the article with its noun.
  const bool joined = r_.lexicon.order == WordOrder::kVso && !c.core.empty() &&
                      (r_.text(c.core.begin).starts_with("\xd8\xa7\xd9\x84") ||
                       r_.text(c.core.begin).starts_with("\xd9\x88\xd8\xa7\xd9\x84"));
  // Where the verb stands last nothing parts the subject from what follows.
  const bool opens = bare && r_.lexicon.order == WordOrder::kSov && !c.core.empty() &&
                     c.core.begin == c.tokens.begin && c.name.empty();
  return c.definite || joined || opens || (bare && c.core == c.tokens);
}

void Resolver::describe(Entity& e, const Chunk& c) {
  if (e.owner.empty()) {
    e.owner = owner_of(c);
  }
  if (c.role != Role::kUnknown && c.role != Role::kPerson &&
      (e.source.role == Role::kUnknown || e.source.role == Role::kPerson)) {
    e.source.role = c.role;
  }
  if (e.source.gender == Gender::kUnknown) {
    e.source.gender = c.gender;
  }
  if (e.source.country.empty()) {
    e.source.country = std::string(c.country);
  }
  if (e.source.organisation.empty() && !c.organisation.empty() && e.source.person) {
    set_organisation(e.source, c.organisation, c.organisation_role);
  }
}

void Resolver::set_organisation(Source& person, TokenRange words, Role role) {
  person.organisation = std::string(r_.document.slice(r_.span(words)));
  Chunk c;
  c.role = role;
  c.core = words;
  c.country = person.country;
  const Tied known = look_back(by_role_[static_cast<std::size_t>(role)], c, domain_of(words));
  if (known.entity >= 0 && role != Role::kUnknown) {
    const Entity& body = entities_[static_cast<std::size_t>(known.entity)];
    if (role == Role::kNgo && body.head != head_of(c)) {
      return;  // a company is no hospital
    }
    const Source& s = body.source;
    person.organisation = s.name;
    if (person.country.empty()) {
      person.country = s.country;
    }
  }
}

std::string Resolver::label(const Chunk& c) const {
  std::uint32_t begin = c.core.begin;
  if (!c.owner.empty()) {
    begin = std::min(begin, c.owner.begin);
  }
  for (std::uint32_t i = c.tokens.begin; i < begin; ++i) {
    if (r_.tags[i].demonym && r_.capital(i)) {
      begin = i;
    }
  }
  return std::string(r_.document.slice(r_.span({begin, c.core.end})));
}

bool Resolver::head_first() const {
  const std::string& language = r_.lexicon.language;
  return r_.lexicon.order != WordOrder::kSov && language != "en" && language != "de";
}

std::string_view Resolver::compound_front(std::uint32_t i) const {
  if (r_.tags[i].role.length != 1 || r_.lexicon.compound_heads.empty()) {
    return {};
  }
  std::string_view front = r_.word(i).folded;
  const auto& heads = r_.lexicon.compound_heads;
  const auto shortest = std::find_if(heads.rbegin(), heads.rend(), [&](const auto& head) {
    return front.size() > head.word.size() && front.ends_with(head.word);
  });
  if (shortest == heads.rend()) {
    return {};
  }
  front.remove_suffix(shortest->word.size());
  constexpr std::string_view kFederal = "bundes";
  front.remove_prefix(front.starts_with(kFederal) ? kFederal.size() : 0);
  return front;
}

WordViews Resolver::domain_of(TokenRange core) const {
  WordViews words;
  for (std::uint32_t i = core.begin; i < core.end; ++i) {
    const TokenTags& t = r_.tags[i];
    if (const std::string_view front = compound_front(i); !front.empty()) {
      words.push_back(front);
      continue;
    }
    // Capitals alone tell the field by its initials: "MID", not any ministry.
    if (core.size() == 1 && r_.token(i).shape == Shape::kUpper) {
      words.push_back(r_.word(i).folded);
      continue;
    }
    // The second word of "wizarat al-kharijiya" stands for the body elsewhere; here it tells its
    // field.
    const bool field =
        head_first() && i > core.begin && i < core.begin + r_.tags[core.begin].role.length;
    const bool head = !field && t.role.length == 1 &&
                      r_.lexicon.role_rows[t.role.row].kind != SpeakerKind::kPerson;
    const Frame f = r_.frame(i);
    // "ministerstvo inostrannykh del": the head stands first and tells no field.
    const bool first_head = i == core.begin && t.role.length > 1 && head_first();
    if (r_.punctuation(i) || head || first_head || t.demonym || t.country || f == Frame::kArticle ||
        f == Frame::kOf || f == Frame::kAnd || f == Frame::kPreposition) {
      continue;
    }
    words.push_back(r_.word(i).stem);
  }
  return words;
}

bool Resolver::share(const WordViews& a, const WordViews& b) {
  return std::any_of(a.begin(), a.end(), [&](std::string_view w) {
    return std::find(b.begin(), b.end(), w) != b.end();
  });
}

}  // namespace parallax
