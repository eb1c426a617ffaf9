/// Organisations and governments.

#include <algorithm>
#include <array>
#include <utility>

#include "engine/sources/resolver.hpp"
#include "models/base/utf8.hpp"
#include "models/text/fold.hpp"

namespace parallax {

Tied Resolver::tie_stand_in(const Chunk& c) {
  std::int32_t best = -1;
  for (const std::int32_t k : recent_) {
    const Entity& e = entities_[static_cast<std::size_t>(k)];
    const bool body = e.kind == ChunkKind::kOrganisation || e.kind == ChunkKind::kGovernment;
    if (body && !e.source.person && e.source.role != Role::kMedia && e.last_spoken > 0 &&
        (best < 0 || entities_[static_cast<std::size_t>(best)].last_spoken < e.last_spoken)) {
      best = k;
    }
  }
  if (best < 0 || !definite(c)) {
    return tie_other(c);
  }
  return {best, Resolution::kDefinite,
          distance_confidence(entities_[static_cast<std::size_t>(best)], 0.75), -1};
}

std::int32_t Resolver::name_behind(std::size_t number) const {
  const Chunk& c = r_.chunks[number];
  if (!c.name.empty() || c.body != nullptr || !definite(c)) {
    return -1;
  }
  const std::uint32_t limit = r_.sentences[c.sentence].tokens.end;
  const std::uint32_t comma = c.tokens.end;
  const std::int32_t next = comma + 1 < limit && r_.comma(comma) ? r_.chunk_of[comma + 1] : -1;
  if (next < 0) {
    return -1;
  }
  const Chunk& name = r_.chunks[static_cast<std::size_t>(next)];
  const bool named = (name.kind == ChunkKind::kName || name.kind == ChunkKind::kPerson) &&
                     name.name.end == name.tokens.end && name.tokens.begin == comma + 1 &&
                     (name.name.begin == comma + 1 ||
                      (name.name.begin == comma + 2 && r_.frame(comma + 1) == Frame::kArticle));
  return named && name.tokens.end < limit && r_.comma(name.tokens.end) ? next : -1;
}

Tied Resolver::tie_named_body(std::size_t number) {
  const Chunk& c = r_.chunks[number];
  const std::int32_t next = name_behind(number);
  if (next < 0) {
    return tie_organisation(c);
  }
  const Tied t = tie_name(r_.chunks[static_cast<std::size_t>(next)], true);
  if (t.entity >= 0) {
    make_body(t.entity, next, c);
  }
  return t;
}

void Resolver::make_body(std::int32_t entity, std::int32_t name, const Chunk& c) {
  // A given name tells a person: "the developer, Anna Lenz, said".
  if (name < 0 || r_.chunks[static_cast<std::size_t>(name)].kind != ChunkKind::kName) {
    return;
  }
  Entity& e = entities_[static_cast<std::size_t>(entity)];
  if (e.kind != ChunkKind::kName) {
    return;
  }
  e.kind = ChunkKind::kOrganisation;
  e.head = head_of(c);
  e.source.person = false;
  e.source.role = c.role;
  e.source.gender = Gender::kUnknown;
  by_role_[static_cast<std::size_t>(c.role)].push_back(entity);
}

Tied Resolver::tie_organisation(Chunk c) {
  if (c.stand_in) {
    return tie_stand_in(c);
  }
  if (const Tied t = tie_acronym(c); t.entity >= 0) {
    return t;
  }
  if (const Tied t = tie_owned_office(c); t.entity >= 0) {
    return t;
  }
  if (c.body != nullptr) {
    return tie_body(c);
  }
  if (c.country.empty()) {
    c.country = seat_behind(c);
  }
  WordViews domain = domain_of(c.core);
  std::vector<std::int32_t>& known = by_role_[static_cast<std::size_t>(c.role)];
  Tied best = look_back(known, c, domain);
  const bool spoke =
      best.entity >= 0 && entities_[static_cast<std::size_t>(best.entity)].last_spoken > 0;
  if (const Tied t = spoke ? Tied{} : tie_nameless(c, domain); t.entity >= 0) {
    return t;
  }
  if (best.entity >= 0) {
    Entity& e = entities_[static_cast<std::size_t>(best.entity)];
    if (c.core.size() > 1 && domain.size() > e.domain.size()) {
      e.source.name = label(c);
      e.domain = std::move(domain);
    }
    describe(e, c);
    note_acronym(best.entity, c);
    return best;
  }
  const std::int32_t made = make(c, label(c));
  entities_.back().domain = std::move(domain);
  entities_.back().implied = c.country.empty() && national(c.role) ? home_ : std::string_view();
  note_acronym(made, c);
  if (c.role == Role::kGovernment && !c.country.empty() && entities_.back().domain.empty()) {
    by_country_.try_emplace(c.country, made);
  }
  known.push_back(made);
  return {made, Resolution::kNamed, c.definite || !entities_.back().domain.empty() ? 0.9 : 0.75,
          -1};
}

Tied Resolver::tie_owned_office(const Chunk& c) {
  const Hit hit = r_.tags[c.tokens.begin].pronoun;
  if (r_.lexicon.language != "en" || c.tokens.size() != 2 || !hit ||
      !(r_.is(c.tokens.begin + 1, "office") || r_.is(c.tokens.begin + 1, "team") ||
        r_.is(c.tokens.begin + 1, "campaign"))) {
    return {};
  }
  const PronounClass owner = r_.lexicon.pronoun_rows[hit.row].kind;
  return owner == PronounClass::kMale || owner == PronounClass::kFemale ? tie_owner(c) : Tied{};
}

Tied Resolver::tie_nameless(const Chunk& c, const WordViews& domain) {
  constexpr std::uint32_t kNear = 2;
  if (!c.definite || !domain.empty() || !c.country.empty() || last_speaker_ < 0 ||
      (c.role != Role::kNgo && c.role != Role::kMedia)) {
    return {};
  }
  Entity& e = entities_[static_cast<std::size_t>(last_speaker_)];
  if (e.kind != ChunkKind::kName || e.source.gender != Gender::kUnknown ||
      e.last_sentence + kNear < c.sentence) {
    return {};
  }
  e.kind = ChunkKind::kOrganisation;
  e.head = head_of(c);
  e.source.person = false;
  e.source.role = c.role;
  by_role_[static_cast<std::size_t>(c.role)].push_back(last_speaker_);
  return {last_speaker_, Resolution::kDefinite, 0.7, -1};
}

bool Resolver::national(Role role) {
  return role == Role::kMinistry || role == Role::kGovernment || role == Role::kParliament ||
         role == Role::kMilitary;
}

bool Resolver::proper_head(std::uint32_t i) const {
  std::string_view text = r_.text(i);
  if (r_.lexicon.order == WordOrder::kVso) {
    // An Arabic head without its article has a genitive behind it: "rabitat ummahat ...".
    return text.find("\xd8\xa7\xd9\x84") == std::string_view::npos &&
           text.find("\xd9\x84\xd9\x84") == std::string_view::npos;
  }
  const std::size_t mark = text.find_first_of("'\xe2");
  if (mark == 1 || r_.token(i).shape == Shape::kCapitalised) {
    text.remove_prefix(mark == 1 ? (text[1] == '\'' ? 2 : 4) : 0);
    return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'
               ? true
               : r_.token(i).shape == Shape::kCapitalised && mark != 1;
  }
  return false;
}

bool Resolver::company(std::string_view head) {
  // Folded beginnings of the words for a business in the languages of the tables.
  static constexpr std::array<std::string_view, 20> kWords = {
      "company",
      "firm",
      "business",
      "unternehm",
      "konzern",
      "firma",
      "entrepris",
      "soci\xc3\xa9t",
      "societ",
      "compagn",
      "empres",
      "compa\xc3\xb1",
      "compan",
      "\xd0\xba\xd0\xbe\xd0\xbc\xd0\xbf\xd0\xb0\xd0\xbd",
      "\xd1\x84\xd0\xb8\xd1\x80\xd0\xbc",
      "\xd0\xbf\xd1\x80\xd0\xb5\xd0\xb4\xd0\xbf\xd1\x80\xd0\xb8\xd1\x8f\xd1\x82",
      "\xc5\x9firk",
      "sirk",
      "\xd8\xb4\xd8\xb1\xd9\x83",
      "betreib"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return head.starts_with(word); });
}

bool Resolver::any_body(std::string_view head) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "organis",
      "organiz",
      "associa",
      "asocia",
      "ong",
      "group",
      "grup",
      "verband",
      "verein",
      "\xd0\xbe\xd1\x80\xd0\xb3\xd0\xb0\xd0\xbd\xd0\xb8\xd0\xb7",
      "\xd0\xbe\xd0\xb1\xd1\x8a\xd0\xb5\xd0\xb4\xd0\xb8\xd0\xbd",
      "\xc3\xb6rg\xc3\xbct",
      "kurulu",
      "t\xc9\x99\xc5\x9fkilat",
      "\xd9\x85\xd9\x86\xd8\xb8\xd9\x85",
      "\xd8\xac\xd9\x85\xd8\xb9\xd9\x8a"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return head.find(word) != std::string_view::npos;
  });
}

bool Resolver::cabinet(std::string_view head) {
  static constexpr std::array<std::string_view, 11> kWords = {
      "government",
      "gouvernement",
      "gobierno",
      "regierung",
      "gobiern",
      "gouvern",
      "\xd0\xbf\xd1\x80\xd0\xb0\xd0\xb2\xd0\xb8\xd1\x82\xd0\xb5\xd0\xbb",
      "h\xc3\xbck\xc3\xbcmet",
      "hukumet",
      "h\xc3\xb6kum\xc9\x99t",
      "\xd8\xad\xd9\x83\xd9\x88\xd9\x85"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return head.find(word) != std::string_view::npos;
  });
}

bool Resolver::same_field(const Entity& e, const Chunk& c, const WordViews& domain) const {
  // "the Stock Council" is not "the government".
  const bool other_body = (c.role == Role::kGovernment || c.role == Role::kNgo) &&
                          !domain.empty() && e.domain.empty() && c.country.empty() &&
                          head_of(c) != e.head;
  // The fire brigade is not the police.
  const bool other_service = c.role == Role::kPolice && domain.empty() && e.domain.empty() &&
                             !e.head.empty() && head_of(c) != e.head;
  // "l'Organisation internationale ..." is a name, not "the NGO".
  const bool proper = head_first() && c.role == Role::kNgo && domain.empty() && !c.core.empty() &&
                      proper_head(c.core.begin) &&
                      c.tokens.begin != r_.sentences[c.sentence].tokens.begin &&
                      head_of(c) != e.head;
  // "the company" is no trade union.
  const bool other_trade = c.role == Role::kNgo && domain.empty() && !e.head.empty() &&
                           company(head_of(c)) && !company(e.head) &&
                           e.kind == ChunkKind::kOrganisation;
  // Two kinds of body, neither of which stands for any body: a fund is no factory.
  const bool other_kind = r_.lexicon.language != "en" && c.role == Role::kNgo && domain.empty() &&
                          !e.head.empty() && e.kind == ChunkKind::kOrganisation &&
                          head_of(c) != e.head && !company(head_of(c)) && !any_body(head_of(c));
  // "the government" is no agency.
  const bool other_office = c.role == Role::kGovernment && domain.empty() && !e.head.empty() &&
                            e.kind == ChunkKind::kOrganisation && cabinet(head_of(c)) &&
                            !cabinet(e.head);
  return !other_body && !other_service && !proper && !other_trade && !other_office && !other_kind &&
         (domain.empty() || e.domain.empty() || share(domain, e.domain) ||
          abbreviates(domain, e.domain) || abbreviates(e.domain, domain));
}

bool Resolver::abbreviates(const WordViews& acronym, const WordViews& field) {
  if (acronym.size() != 1 || field.size() < 2 || acronym.front().size() < field.size()) {
    return false;
  }
  std::string initials;
  for (const std::string_view word : field) {
    std::size_t end = 0;
    static_cast<void>(next_code_point(word, end));
    initials += word.substr(0, end);
  }
  return acronym.front().find(initials) != std::string::npos;
}

Tied Resolver::look_back(const std::vector<std::int32_t>& known, const Chunk& c,
                         const WordViews& domain) const {
  Tied best;
  const std::string_view head = head_of(c);
  bool best_called = false;
  std::size_t steps = 0;
  for (auto it = known.rbegin(); it != known.rend() && steps < kLookBack; ++it, ++steps) {
    const Entity& e = entities_[static_cast<std::size_t>(*it)];
    if (!same_field(e, c, domain) || !fits(e, c)) {
      continue;
    }
    // "the agency" is the Water Agency rather than the ministry that spoke last.
    const bool called = domain.empty() && e.head == head;
    if (best.entity < 0 || (called && !best_called)) {
      best.alternative = best.entity;
      best.entity = *it;
      best_called = called;
    } else if (best_called && !called) {
      continue;
    } else if (entities_[static_cast<std::size_t>(best.entity)].last_sentence < e.last_sentence) {
      best.alternative = best.entity;
      best.entity = *it;
    } else if (best.alternative < 0) {
      best.alternative = *it;
    }
  }
  if (best.entity >= 0) {
    judge(best, !domain.empty() && !c.country.empty());
  }
  return best;
}

void Resolver::judge(Tied& found, bool full) const {
  const Entity& e = entities_[static_cast<std::size_t>(found.entity)];
  found.how = full ? Resolution::kNamed : Resolution::kDefinite;
  found.confidence = full ? 0.92 : distance_confidence(e, 0.88);
  if (found.alternative >= 0 && !full) {
    found.confidence -= 0.1;
  }
}

double Resolver::distance_confidence(const Entity& e, double base) const {
  const bool far = changes_ - e.last_change > kFarChanges || resets_ > e.last_reset;
  return std::min(far ? base - kFarPenalty : base, e.last_confidence + 0.02);
}

Tied Resolver::tie_body(const Chunk& c) {
  const auto [it, fresh] = by_body_.try_emplace(c.body->name, -1);
  if (fresh) {
    it->second = make(c, c.body->name);
    Entity& e = entities_.back();
    e.source.role = c.body->role;
    e.source.country = c.body->country;
    by_role_[static_cast<std::size_t>(c.body->role)].push_back(it->second);
    e.domain = domain_of(c.core);
    note_acronym(it->second, c);
  }
  const bool acronym = c.core.size() == 1 && r_.token(c.core.begin).shape == Shape::kUpper;
  return {it->second, acronym ? Resolution::kAcronym : Resolution::kNamed, 0.95, -1};
}

Tied Resolver::tie_government(const Chunk& c) {
  const std::string_view country =
      c.body != nullptr ? std::string_view(c.body->country) : c.country;
  if (c.body != nullptr && (c.body->role != Role::kGovernment || country.empty())) {
    return tie_body(c);
  }
  std::vector<std::int32_t>& known = by_role_[static_cast<std::size_t>(Role::kGovernment)];
  if (const auto found = by_country_.find(country); found != by_country_.end()) {
    return {found->second, Resolution::kMetonym, 0.85, -1};
  }
  const std::int32_t made = make(c, std::string(r_.document.slice(r_.span(c.core))));
  Entity& e = entities_.back();
  e.source.role = Role::kGovernment;
  e.source.country = country;
  by_country_[country] = made;
  known.push_back(made);
  return {made, Resolution::kMetonym, 0.85, -1};
}

}  // namespace parallax
