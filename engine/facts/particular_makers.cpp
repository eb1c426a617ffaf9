/// Names of things and of those who made them.

#include <algorithm>

#include "engine/facts/particular_parts.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMostWordsInFront = 6;
constexpr std::size_t kLongestList = 30;

bool mark_of_name(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"\"", "'", "\xe2\x80\x9c", "\xe2\x80\x9d", "-", "."});
}

/// "English", "Norland": tells whence, and is no part of the name.
bool country(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const Term* term = term_at(c, claim, i);
  return term != nullptr && term->kind == TermKind::kCountry;
}

bool joins(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"and", "&", ","});
}

bool particle(const ClaimContext& c, std::size_t i) {
  return c.has(i, FunctionClass::kNameParticle) || c.is_any(i, {"de", "von", "van", "der", "of"});
}

}  // namespace

std::vector<std::uint32_t> named_thing(const ClaimContext& c, const Claim& claim, std::size_t i,
                                       std::size_t& end) {
  std::vector<std::uint32_t> name;
  const std::size_t last = std::min(c.size(), i + kMostWordsInFront);
  while (i < last && !capital(c, i) && !preposition(c, i) && !c.is(i, ",") && !c.is(i, "and")) {
    ++i;
  }
  if (i < last) {
    for (; i < c.size() && !c.taken[i]; ++i) {
      const bool inner = particle(c, i) && i + 1 < c.size() && capital(c, i + 1) &&
                         !c.is(i, "of") && !name.empty();
      if (capital(c, i) && !c.punctuation(i)) {
        name.push_back(document_token(c, i));
      } else if (!inner && !(c.is_any(i, {"\"", "'", "\xe2\x80\x9c", "\xe2\x80\x9d", "-"})) &&
                 !c.has(i, FunctionClass::kArticle)) {
        break;
      }
    }
  }
  if (name.size() == 1 && country(c, claim, name.front() - c.first_token)) {
    name.clear();
  }
  end = i;
  return name;
}

/// What stands at `i`, behind a name, joins another word of names to it.
bool goes_on(const ClaimContext& c, std::size_t i, std::size_t last) {
  if (mark_of_name(c, i)) {
    return true;
  }
  const bool next = i + 1 < last && !c.taken[i + 1] &&
                    (capital(c, i + 1) ||
                     (joins(c, i) && (joins(c, i + 1) || c.has(i + 1, FunctionClass::kArticle))));
  return next && (joins(c, i) || particle(c, i) || c.has(i, FunctionClass::kArticle));
}

std::vector<std::uint32_t> named_makers(const ClaimContext& c, const Claim& claim, std::size_t i,
                                        std::size_t& end) {
  std::vector<std::uint32_t> names;
  const std::size_t last = std::min(c.size(), i + kLongestList);
  std::size_t lower = 0;  // words in front of the first name
  for (; i < last && !c.taken[i]; ++i) {
    const bool upper = capital(c, i) && !c.punctuation(i);
    if (upper) {
      if (!country(c, claim, i)) {
        names.push_back(document_token(c, i));
      }
      continue;
    }
    if (names.empty()) {
      const bool stops = c.punctuation(i) && !mark_of_name(c, i);
      if (stops || preposition(c, i) || relative(c, i) || ++lower > kMostWordsInFront) {
        break;
      }
      continue;
    }
    if (!goes_on(c, i, last)) {
      break;
    }
  }
  end = i;
  return names;
}

}  // namespace parallax
