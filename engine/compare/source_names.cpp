#include "engine/compare/source_names.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "models/text/fold.hpp"

namespace parallax {
namespace {

/// Words of office: they tell what a source is, not which one.
bool is_office(const std::string& word) {
  static const std::set<std::string_view> kOffice = {
      "administration", "affairs",    "agency",     "ambassador",  "armed",        "army",
      "assembly",       "authority",  "bank",       "cabinet",     "chief",        "commission",
      "commissioner",   "committee",  "council",    "country",     "court",        "defence",
      "defense",        "delegation", "department", "deputy",      "director",     "embassy",
      "federal",        "first",      "force",      "forces",      "foreign",      "general",
      "government",     "head",       "high",       "human",       "interior",     "international",
      "justice",        "king",       "leader",     "military",    "minister",     "ministry",
      "mission",        "national",   "office",     "official",    "ombudsman",    "ombudsperson",
      "parliament",     "party",      "permanent",  "police",      "premier",      "presidency",
      "president",      "press",      "prime",      "public",      "queen",        "regional",
      "representative", "republic",   "rights",     "secretariat", "secretary",    "security",
      "senate",         "service",    "special",    "spokesman",   "spokesperson", "spokeswoman",
      "state",          "states",     "statement",  "union",       "united",       "vice"};
  return kOffice.contains(word);
}

bool is_filler(const std::string& word) {
  static const std::set<std::string_view> kFiller = {"a",   "an", "and", "at", "de",  "du",
                                                     "for", "in", "la",  "mr", "mrs", "ms",
                                                     "of",  "on", "the", "to", "s"};
  return kFiller.contains(word);
}

struct NameWords {
  std::set<std::string> own;     ///< Words that say which one.
  std::set<std::string> office;  ///< Words that say what.
};

NameWords words_of(std::string_view name) {
  NameWords out;
  std::string word;
  const std::string folded = fold(name);
  const auto flush = [&] {
    if (word.size() > 2 && word.ends_with("'s")) {
      word.resize(word.size() - 2);
    }
    if (!word.empty() && !is_filler(word)) {
      (is_office(word) ? out.office : out.own).insert(word);
    }
    word.clear();
  };
  for (const char c : folded) {
    const bool mark = c == ' ' || c == ',' || c == '.' || c == '(' || c == ')' || c == '-' ||
                      c == '/' || c == '"' || c == ':';
    if (mark) {
      flush();
    } else {
      word.push_back(c);
    }
  }
  flush();
  return out;
}

bool shares(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
}

/// "arvenia" and "arvenian", "defence" and "defense".
bool akin(const std::string& a, const std::string& b) {
  constexpr std::size_t kStem = 4;
  return a == b || (a.size() > kStem && b.size() > kStem && a.compare(0, kStem, b, 0, kStem) == 0);
}

/// A word of `a` that has no like in `b`.
bool has_more(const NameWords& a, const NameWords& b) {
  const auto lacks = [&](const std::string& word) {
    const auto like = [&](const std::string& other) { return akin(word, other); };
    return std::none_of(b.own.begin(), b.own.end(), like) &&
           std::none_of(b.office.begin(), b.office.end(), like);
  };
  return std::any_of(a.own.begin(), a.own.end(), lacks) ||
         std::any_of(a.office.begin(), a.office.end(), lacks);
}

bool ministry(const NameWords& name) {
  return name.office.contains("ministry") || name.office.contains("department");
}

/// "Ministry of Transport of Arvenia" and "Ministry of Health of Arvenia": of one country, in two
/// fields.
bool two_ministries(const NameWords& a, const NameWords& b) {
  return ministry(a) && ministry(b) && has_more(a, b) && has_more(b, a);
}

}  // namespace

bool same_source(const NamedSource& a, const NamedSource& b) {
  if (a.name.empty() || b.name.empty() ||
      (!a.country.empty() && !b.country.empty() && a.country != b.country)) {
    return false;
  }
  const NameWords x = words_of(a.name);
  const NameWords y = words_of(b.name);
  if (two_ministries(x, y)) {
    return false;
  }
  return shares(x.own, y.own) || ((x.own.empty() || y.own.empty()) && shares(x.office, y.office));
}

}  // namespace parallax
