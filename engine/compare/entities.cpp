#include "engine/compare/entities.hpp"

#include <algorithm>

#include "engine/compare/name_spellings.hpp"
#include "models/text/latin.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Without a possessive or company ending.
std::string_view bare(std::string_view name) {
  for (const std::string_view ending :
       {"'s", "\xe2\x80\x99s", "'", " Corp", " Inc", " Ltd", " Co"}) {
    if (name.size() > ending.size() + 1 && name.ends_with(ending)) {
      name.remove_suffix(ending.size());
    }
  }
  return name;
}

std::string_view last_word(std::string_view name) {
  const std::size_t at = name.find_last_of(" -");
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find(' '));
}

/// "M", "M.": the first letter of a word of `name` that is not its last.
bool initial_of(std::string_view initial, std::string_view name) {
  constexpr std::size_t kLongest = 2;
  if (initial.empty() || initial.size() > kLongest) {
    return false;
  }
  for (std::size_t at = 0; at != std::string_view::npos && at < name.size();) {
    const std::size_t end = name.find(' ', at);
    if (end == std::string_view::npos) {
      return false;
    }
    if (name[at] == initial[0]) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

/// One surname, and first names that do not speak against it: "Pell", "Oren Pell", "O. Pell".
bool same_person(std::string_view x, std::string_view y) {
  if (latin(last_word(x)) != latin(last_word(y))) {
    return false;
  }
  const std::string_view a = first_word(x);
  const std::string_view b = first_word(y);
  const bool initial = initial_of(a, y) || initial_of(b, x);
  return a == b || a == x || b == y || initial;
}

bool is_latin(std::string_view text) {
  constexpr unsigned char kFirstOfOtherScripts = 0xCD;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= kFirstOfOtherScripts; });
}

/// "Arvenian" beside "Arvenia", "Norlandic" beside "Norland": adjectives of places that no table
/// knows.
bool derived(std::string_view name, std::string_view adjective) {
  constexpr std::size_t kMinName = 6;
  constexpr std::size_t kStem = 4;
  static constexpr WordList kContinents = {"Asia", "Africa", "Europe", "America", "Oceania"};
  if (kContinents.contains(name) && adjective.starts_with(name.substr(0, kStem)) &&
      (adjective.ends_with("an") || adjective.ends_with("ans"))) {
    return true;
  }
  if (name.size() < kMinName || !adjective.starts_with(name)) {
    return false;
  }
  const std::string_view rest = adjective.substr(name.size());
  return name.back() == 'a' ? rest == "n" || rest == "ns"
                            : rest == "ian" || rest == "ic" || rest == "ese" || rest == "ish";
}

/// Two spellings of one name ("Kiev", "Kyiv"; "Taleban", "Taliban"); countries have tables. A final
/// -a tells two people apart where both are written in one script; against another script it may be
/// a case. Two scripts must agree in more letters.
bool spelling_variants(const Term& a, const Term& b, std::string_view x, std::string_view y) {
  if (a.kind == TermKind::kCountry || b.kind == TermKind::kCountry || x.empty() || y.empty()) {
    return false;
  }
  if (is_latin(x) != is_latin(y)) {
    return a.skeleton != StemId{} && a.skeleton == b.skeleton;
  }
  const std::size_t longer = std::max(x.size(), y.size());
  const std::size_t shorter = std::min(x.size(), y.size());
  const bool person = a.kind == TermKind::kName && b.kind == TermKind::kName;
  if (longer - shorter > 2 ||
      (person && feminine_ending(last_word(x)) != feminine_ending(last_word(y)))) {
    return false;
  }
  const std::string left = name_skeleton(x);
  return (left.size() >= 2 && left == name_skeleton(y)) || one_town_spelling(x, y);
}

/// "WHO" for "World Health Organization".
bool is_acronym_of(std::string_view acronym, std::string_view name) {
  if (acronym.size() < 2 || acronym.size() > 7 || name.find(' ') == std::string_view::npos) {
    return false;
  }
  std::string initials;
  bool start = true;
  for (const char c : name) {
    if (start && c >= 'A' && c <= 'Z') {
      initials.push_back(c);
    }
    start = c == ' ' || c == '-';
  }
  return initials == acronym;
}

/// One name inside the other at word bounds.
bool part_of_name(std::string_view part, std::string_view name) {
  const std::size_t at = part.size() > 3 ? name.find(part) : std::string_view::npos;
  if (at == std::string_view::npos) {
    return false;
  }
  const std::size_t end = at + part.size();
  const bool left = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
  const bool right =
      end == name.size() || name[end] == ' ' || name[end] == '-' || name[end] == '\'';
  return left && right;
}

/// "The Emirates", "the Emirate": a name of more than one word, or of a country, in both numbers.
bool one_number_apart(const Term& a, const Term& b, std::string_view x, std::string_view y) {
  const bool named = a.kind == TermKind::kCountry || b.kind == TermKind::kCountry;
  const auto plural = [](std::string_view one, std::string_view many) {
    return many.size() == one.size() + 1 && many.ends_with("s") && many.starts_with(one);
  };
  return named && (plural(x, y) || plural(y, x));
}

}  // namespace

bool place_within(const Term& a, const Term& b) {
  // "the Iraqi minister" is no place
  const auto lies_in = [](const Term& place, const Term& country) {
    return place.region != StemId{} && place.region == country.id &&
           (country.slot != Slot::kSubject || !place.locative);
  };
  return lies_in(a, b) || lies_in(b, a);
}

bool same_entity(const PairContext& pair, const Term& a, const Term& b) {
  if (a.id == b.id || (a.stem == b.stem && a.tokens == 1 && b.tokens == 1)) {
    return true;
  }
  if (place_within(a, b)) {
    return true;
  }
  const std::string_view x = bare(pair.left_document.slice(a.span));
  const std::string_view y = bare(pair.right_document.slice(b.span));
  return x == y || one_number_apart(a, b, x, y) || spelling_variants(a, b, x, y) ||
         same_person(x, y) || derived(x, y) || derived(y, x) || part_of_name(x, y) ||
         part_of_name(y, x) || is_acronym_of(x, y) || is_acronym_of(y, x) ||
         one_person_spelling(x, y) || translated_body(x, y);
}

bool name_each_other(const PairContext& pair, const Term& left, const Term& right) {
  const auto partner = [&](const Term& term) {
    return is_entity(term) && pair.words.stem(term.preposition) == "with";
  };
  const auto speaks = [&](const Claim& claim, const Term& name) {
    return claim.speaker == name.id ||
           std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
             return term.frame && is_entity(term) && same_entity(pair, term, name);
           });
  };
  return partner(left) && partner(right) && speaks(pair.right, left) && speaks(pair.left, right);
}

}  // namespace parallax
