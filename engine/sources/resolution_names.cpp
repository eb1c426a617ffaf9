/// Names, surnames and acronyms.

#include <algorithm>
#include <array>
#include <utility>

#include "engine/sources/resolver.hpp"
#include "models/text/fold.hpp"

namespace parallax {

WordViews Resolver::name_parts(const Chunk& c) const {
  WordViews parts;
  parts.reserve(c.name.size());
  for (std::uint32_t i = c.name.begin; i < c.name.end; ++i) {
    if (!r_.punctuation(i)) {
      parts.push_back(r_.word(i).folded);
    }
  }
  return parts;
}

/// Azerbaijani "Semedovun", "Quliyevanin": the name without the ending of its genitive.
std::string_view Resolver::without_genitive(std::string_view name) {
  constexpr std::size_t kShortest = 4;
  for (const std::string_view ending : {"nin", "n\xc4\xb1n", "nun", "n\xc3\xbcn"}) {
    if (name.size() > ending.size() + kShortest && name.ends_with(ending)) {
      const std::string_view base = name.substr(0, name.size() - ending.size());
      const bool vowel = base.ends_with('a') || base.ends_with('i') || base.ends_with('u') ||
                         base.ends_with("\xc9\x99") || base.ends_with("\xc4\xb1") ||
                         base.ends_with("\xc3\xbc") || base.ends_with('o');
      return vowel ? base : name;
    }
  }
  for (const std::string_view ending : {"in", "\xc4\xb1n", "un", "\xc3\xbcn"}) {
    const bool fits = name.size() > ending.size() + kShortest && name.ends_with(ending);
    if (fits && name.substr(0, name.size() - ending.size()).ends_with('v')) {
      return name.substr(0, name.size() - ending.size());
    }
  }
  return name;
}

std::string_view Resolver::surname_key(const Word& surname) const {
  if (r_.lexicon.language == "az") {
    return without_genitive(surname.folded);
  }
  return r_.lexicon.language == "ru" ? surname.stem : surname.folded;
}

const Word& Resolver::surname_of(const Chunk& c) const {
  std::uint32_t last = c.name.end - 1;
  while (r_.punctuation(last)) {
    --last;
  }
  return r_.word(last);
}

bool Resolver::same_person(const Entity& e, const WordViews& parts) {
  if (e.names.size() < 2 || parts.size() < 2) {
    return true;
  }
  const std::string_view a = e.names.front();
  const std::string_view b = parts.front();
  const bool initial = a.size() == 1 || b.size() == 1;
  return initial ? a[0] == b[0] : a == b;
}

Tied Resolver::tie_name(const Chunk& c, bool speaking) {
  WordViews parts = name_parts(c);
  if (parts.empty()) {
    return {};
  }
  if (const Tied t = tie_acronym(c); t.entity >= 0) {
    return t;
  }
  std::vector<std::int32_t>& known = by_surname_[surname_key(surname_of(c))];
  if (Tied t = tie_surname(known, parts, c); t.entity >= 0) {
    return t;
  }
  if (parts.size() == 1) {
    const auto given = by_given_.find(parts.front());
    if (given != by_given_.end()) {
      return found_person(given->second, {}, c);
    }
  }
  if (c.kind == ChunkKind::kName && parts.size() == 1 && !speaking && !r_.capital(c.name.begin)) {
    return {};
  }
  return new_person(known, std::move(parts), c);
}

Tied Resolver::tie_surname(const std::vector<std::int32_t>& known, const WordViews& parts,
                           const Chunk& c) {
  std::int32_t other = -1;
  std::size_t steps = 0;
  for (auto it = known.rbegin(); it != known.rend() && ++steps <= kLookBack; ++it) {
    const Entity& e = entities_[static_cast<std::size_t>(*it)];
    if (!same_person(e, parts) || !compatible(e.source.gender, c.gender)) {
      continue;
    }
    if (parts.size() > 1 || it + 1 == known.rend() || !ambiguous(known, it, c)) {
      return found_person(*it, parts, c);
    }
    other = *it;
    break;
  }
  if (other < 0) {
    return {};
  }
  Tied t = found_person(other, parts, c);
  t.confidence -= 0.2;
  t.alternative = known.front() == other ? known.back() : known.front();
  return t;
}

Tied Resolver::new_person(std::vector<std::int32_t>& known, WordViews parts, const Chunk& c) {
  const std::int32_t made = make(c, std::string(r_.document.slice(r_.span(c.name))));
  Entity& e = entities_.back();
  const bool acronym = r_.token(c.name.begin).shape == Shape::kUpper && parts.size() == 1;
  e.source.person = c.kind == ChunkKind::kPerson || (parts.size() > 1 && parts.size() < 5);
  if (e.source.role == Role::kUnknown && e.source.person) {
    e.source.role = Role::kPerson;
  }
  describe(e, c);
  if (parts.size() > 1 && e.source.person) {
    by_given_[parts.front()] = made;
  }
  e.names = std::move(parts);
  known.push_back(made);
  return {made, acronym ? Resolution::kAcronym : Resolution::kNamed,
          c.kind == ChunkKind::kPerson ? 0.95 : 0.85, -1};
}

bool Resolver::ambiguous(const std::vector<std::int32_t>& known,
                         const std::vector<std::int32_t>::const_reverse_iterator& it,
                         const Chunk& c) const {
  const auto left = static_cast<std::size_t>(known.rend() - it) - 1;
  const auto end = it + 1 + static_cast<std::ptrdiff_t>(std::min(left, kLookBack));
  return std::any_of(it + 1, end, [&](std::int32_t k) {
    return compatible(entities_[static_cast<std::size_t>(k)].source.gender, c.gender);
  });
}

Tied Resolver::found_person(std::int32_t number, WordViews parts, const Chunk& c) {
  Entity& e = entities_[static_cast<std::size_t>(number)];
  const bool surname = c.name.size() == 1 && e.names.size() > 1;
  if (parts.size() > e.names.size()) {
    e.names = std::move(parts);
    e.source.name = std::string(r_.document.slice(r_.span(c.name)));
    e.source.person = true;
    by_given_[e.names.front()] = number;
  }
  describe(e, c);
  return {number, surname ? Resolution::kSurname : Resolution::kNamed, surname ? 0.93 : 0.95, -1};
}

void Resolver::note_acronym(std::int32_t number, const Chunk& c) {
  std::string initials;
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (r_.capital(i) && r_.frame(i) != Frame::kArticle && !r_.punctuation(i)) {
      initials += r_.text(i).front();
    }
  }
  if (initials.size() >= 3) {
    acronyms_[fold(initials, r_.lexicon.language)] = number;
  }
  const std::uint32_t open = c.tokens.end;
  const bool bracket = r_.is(open, "(") && open + 2 < r_.size() && r_.is(open + 2, ")");
  if (bracket && r_.token(open + 1).shape == Shape::kUpper) {
    acronyms_[r_.word(open + 1).folded] = number;
  }
}

Tied Resolver::tie_acronym(const Chunk& c) const {
  if (c.core.size() != 1 || r_.token(c.core.begin).shape != Shape::kUpper) {
    return {};
  }
  const auto found = acronyms_.find(r_.word(c.core.begin).folded);
  return found == acronyms_.end() ? Tied{} : Tied{found->second, Resolution::kAcronym, 0.9, -1};
}

}  // namespace parallax
