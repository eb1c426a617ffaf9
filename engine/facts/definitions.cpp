/// What a thing is said to be: "Pell (born 1950), known as Ox, is a Dutch singer in Ghent". Read
/// from the tokens, since brackets and names of other scripts stand between subject and verb.

#include <algorithm>
#include <optional>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

constexpr std::size_t kLongestSubject = 14;
constexpr std::size_t kLongestPhrase = 24;
constexpr std::size_t kLongestKind = 4;

bool opens(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"(", "["});
}
bool closes(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {")", "]"});
}

bool copula(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"is", "are", "was", "were", "remains", "remained"});
}

bool preposition(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"in",     "of",     "from",    "for",   "by",     "with",    "at",
                      "on",     "to",     "about",   "than",  "within", "between", "after",
                      "before", "since",  "as",      "under", "near",   "until",   "during",
                      "over",   "across", "against", "into",  "among",  "through", "outside"});
}

bool relative(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"who", "whom", "whose", "which", "that", "where", "when", "while", "but",
                      "because", "although", "though", "if", "unless"});
}

bool upper(const ClaimContext& c, std::size_t i) {
  const Shape shape = c.tokens[i].shape;
  return shape == Shape::kCapitalised || shape == Shape::kUpper || shape == Shape::kMixed;
}

const Term* term_at(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const auto token = c.first_token + static_cast<std::uint32_t>(i);
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return token >= term.token && token < term.token + term.tokens;
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

std::uint32_t global(const ClaimContext& c, std::size_t i) {
  return c.first_token + static_cast<std::uint32_t>(i);
}

/// Behind "the ministry said that", "according to the ministry,".
std::size_t behind_frame(const ClaimContext& c, const Claim& claim) {
  std::size_t i = 0;
  if (c.is(0, "according") && c.is(1, "to")) {
    while (i < c.size() && !c.is(i, ",")) {
      ++i;
    }
    return i + 1;
  }
  bool framed = false;
  for (const Term& term : claim.terms) {
    if (!term.frame && term.kind != TermKind::kFunction) {
      break;
    }
    if (term.frame) {
      framed = true;
      i = term.token + term.tokens - c.first_token;
    }
  }
  while (framed && i < c.size() && (c.is_any(i, {"that", ",", ":"}))) {
    ++i;
  }
  return i;
}

/// Subject and verb of a claim that says what something is.
struct Subject {
  std::vector<std::uint32_t> name;
  std::size_t verb = 0;
};

/// "Known as", "better known by her stage name", "also called": where the other name begins.
std::size_t other_name(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 5;
  if (c.is_any(i, {"called", "named", "nicknamed", "dubbed"})) {
    return i + 1;
  }
  for (std::size_t k = i + 1; c.is(i, "known") && k < std::min(c.size(), i + kReach); ++k) {
    if (c.is_any(k, {"as", "name"})) {
      return k + 1;
    }
  }
  return 0;
}

/// Capitalised words from `i` on.
std::vector<std::uint32_t> name_from(const ClaimContext& c, std::size_t i) {
  std::vector<std::uint32_t> name;
  while (i < c.size() && c.is_any(i, {"the", "\"", "'"})) {
    ++i;
  }
  for (; i < c.size() && !c.punctuation(i) && upper(c, i); ++i) {
    name.push_back(global(c, i));
  }
  return name;
}

/// A comma in front of the verb parts an apposition from the subject, or a place from its region:
/// "Aldin, Norland is".
bool region_behind(const ClaimContext& c, std::size_t comma) {
  std::size_t i = comma + 1;
  while (i < c.size() && !c.punctuation(i) && upper(c, i)) {
    ++i;
  }
  return i > comma + 1 && copula(c, i);
}

/// A word that no subject of such a claim has outside its asides.
bool breaks_subject(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const Term* term = term_at(c, claim, i);
  // "the accord is", "the building in": a noun that might be a verb elsewhere
  const bool noun = copula(c, i + 1) || (i > 0 && c.has(i - 1, FunctionClass::kArticle));
  const bool verb = term != nullptr && term->verb && !upper(c, i) && !noun;
  return verb || relative(c, i) ||
         c.is_any(
             i, {";",    ":",     "?",   "not",   "to",    "there",  "by",   "has", "have", "had",
                 "will", "would", "may", "might", "could", "should", "must", "or",  "with", "as"});
}

std::optional<Subject> find_subject(const ClaimContext& c, const Claim& claim, std::size_t from) {
  Subject subject;
  int depth = 0;
  bool aside = false;
  for (std::size_t i = from; i < c.size(); ++i) {
    if (opens(c, i) || closes(c, i)) {
      depth = std::max(0, depth + (opens(c, i) ? 1 : -1));
    } else if (depth > 0) {
      continue;
    } else if (c.is(i, ",")) {
      if (subject.name.empty()) {
        return std::nullopt;
      }
      aside = !aside;
      while (aside && region_behind(c, i) && !copula(c, i + 1)) {
        ++i;
      }
    } else if (copula(c, i) && !subject.name.empty() &&
               (!aside || upper(c, i - 1) || c.is(i - 1, ","))) {
      subject.verb = i;
      return subject;
    } else if (c.is_any(i, {"has", "have"}) && c.is(i + 1, "been") && !subject.name.empty()) {
      subject.verb = i + 1;
      return subject;
    } else if (!aside &&
               (breaks_subject(c, claim, i) || (subject.name.empty() && preposition(c, i)))) {
      return std::nullopt;
    } else if (!aside && !c.punctuation(i) && !c.has(i, FunctionClass::kArticle) &&
               !c.is_any(i, {"this", "that", "his", "her", "its", "their", "our"})) {
      subject.name.push_back(global(c, i));
      if (subject.name.size() > kLongestSubject) {
        return std::nullopt;
      }
    }
  }
  return std::nullopt;
}

/// Reads the phrase behind the verb.
class Phrase {
 public:
  Phrase(const ClaimContext& c, const Claim& claim, Definition& definition)
      : c_(c), claim_(claim), definition_(definition) {}

  /// Tokens from `i` on; gives where the phrase ends.
  std::size_t read(std::size_t i) {
    const std::size_t last = std::min(c_.size(), i + kLongestPhrase);
    std::size_t begin = i;
    for (; i < last; ++i) {
      if (const std::size_t length = joined(i); i + length <= last) {
        i += length - 1;  // "memorandum of understanding"
        continue;
      }
      if (preposition(c_, i) || relative(c_, i) || opens(c_, i) || c_.is_any(i, {".", ";", ":"}) ||
          participle(begin, i)) {
        break;
      }
      if (c_.is_any(i, {",", "and", "or", "&"})) {
        part(begin, i);
        begin = i + 1;
        if (c_.is(i, ",") && told_by(begin)) {
          return i;
        }
      }
    }
    const std::size_t kinds = definition_.kinds.size();
    const bool ends = i >= c_.size() || c_.is_any(i, {".", ";"});
    part(begin, i);
    definition_.bare = ends && kinds == 0 && definition_.kinds.size() == 1 &&
                       definition_.kinds.front().span.begin == c_.tokens[begin].span.begin;
    return i;
  }

 private:
  /// Tokens of a kind of more than one word that begins at `i`, or more than there are.
  std::size_t joined(std::size_t i) const {
    std::size_t length = 0;
    const auto* row = c_.look_up(c_.lexicon.category, i, length);
    return row != nullptr && length > 1 ? length : c_.size() + 1;
  }

  /// ", the ministry said": no more of the phrase.
  bool told_by(std::size_t i) const {
    const Term* term = i < c_.size() ? term_at(c_, claim_, i + (c_.is(i, "the") ? 1 : 0)) : nullptr;
    return c_.is(i, "the") || (term != nullptr && term->frame);
  }

  /// "A film directed by": behind a noun; "a retired officer": in front of one.
  bool participle(std::size_t begin, std::size_t i) const {
    const bool ending = c_.folded(i).size() > 4 && c_.tokens[i].shape == Shape::kLower &&
                        (c_.folded(i).ends_with("ed") || c_.folded(i).ends_with("ing") ||
                         c_.is_any(i, {"written", "born", "held", "known", "shot", "made"}));
    std::size_t length = 0;
    return ending && i > begin && kind_ending(begin, i, length) != nullptr;
  }

  /// Row of the kind whose words end in front of `end`.
  const std::vector<std::string>* kind_ending(std::size_t begin, std::size_t end,
                                              std::size_t& length) const {
    const std::size_t reach = std::min(end - begin, kLongestKind);
    for (std::size_t k = reach; k > 0; --k) {
      const auto* row = c_.look_up(c_.lexicon.category, end - k, length);
      if (row != nullptr && length == k && (*row)[0] != "trait" && (*row)[0] != "continent") {
        return row;
      }
    }
    return nullptr;
  }

  void part(std::size_t begin, std::size_t end) {
    if (begin >= end) {
      return;
    }
    std::size_t length = 0;
    if (const auto* row = kind_ending(begin, end, length); row != nullptr) {
      const std::size_t first = end - length;
      definition_.kinds.push_back({c_.span(first, end - 1), (*row)[0], (*row)[1],
                                   length == 1 && c_.folded(first) == (*row)[1]});
    }
    for (std::size_t i = begin; i < end; ++i) {
      const auto* row = c_.look_up(c_.lexicon.category, i, length);
      if (row != nullptr && (*row)[0] == "trait" && i + length <= end) {
        const std::string& trait = (*row)[1];
        const std::size_t colon = trait.find(':');
        definition_.traits.push_back({c_.span(i, i + length - 1), trait.substr(0, colon),
                                      trait.substr(std::min(colon, trait.size() - 1) + 1), false});
      }
      origin(i);
    }
  }

  void origin(std::size_t i) {
    const Term* term = term_at(c_, claim_, i);
    const bool game = c_.is_any(i + 1, {"football", "footballer"});  // "American football"
    if (term != nullptr && term->kind == TermKind::kCountry && term->token == global(c_, i) &&
        !game) {
      definition_.origins.push_back(static_cast<std::uint32_t>(term - claim_.terms.data()));
    }
  }

  const ClaimContext& c_;
  const Claim& claim_;
  Definition& definition_;
};

void add_place(const ClaimContext& c, const Claim& claim, std::size_t i, Definition& definition) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.category, i, length);
  if (row != nullptr && (*row)[0] == "continent") {
    definition.places.push_back({c.span(i, i + length - 1), StemId{}, (*row)[1]});
    return;
  }
  const Term* term = term_at(c, claim, i);
  if (term == nullptr || term->token != global(c, i)) {
    return;
  }
  const StemId country = term->kind == TermKind::kCountry ? term->id
                         : term->kind == TermKind::kPlace ? term->region
                                                          : StemId{};
  const auto found = c.lexicon.continents.find(c.words.stem(country));
  if (country != StemId{} && found != c.lexicon.continents.end()) {
    definition.places.push_back({term->span, country, found->second});
  }
}

/// "In Ghent, Belgium", "located in the region of", from the end of the phrase on.
void read_places(const ClaimContext& c, const Claim& claim, std::size_t i, Definition& definition) {
  bool inside = false;
  int depth = 0;
  for (; i < c.size() && !relative(c, i) && !c.is_any(i, {".", ";", ":"}); ++i) {
    depth += opens(c, i) ? 1 : closes(c, i) ? -1 : 0;
    if (depth > 0) {
      continue;
    }
    if (c.is_any(i, {"in", "within"})) {
      inside = true;
    } else if (preposition(c, i) && !c.is(i, "of")) {
      inside = false;
    } else if (c.folded(i).ends_with("ed") && !upper(c, i) &&
               !c.is_any(i, {"located", "situated"})) {
      return;  // "a country bordered by ..."
    } else if (inside) {
      add_place(c, claim, i, definition);
    }
  }
}

/// Adverbs and denials between the verb and what it says.
std::size_t behind_adverbs(const ClaimContext& c, std::size_t i, Definition& definition) {
  for (; i < c.size(); ++i) {
    if (c.is_any(i, {"not", "never", "n't", "neither"})) {
      definition.negated = !definition.negated;
    } else if (c.is_any(i, {"something", "anything"}) && c.is(i + 1, "other") &&
               c.is(i + 2, "than")) {
      definition.negated = !definition.negated;
      i += 2;
    } else if (c.is(i, "anything") && c.is(i + 1, "but")) {
      definition.negated = !definition.negated;
      ++i;
    } else if (c.is(i, "nothing") && c.is(i + 1, "but")) {
      ++i;
    } else if (!c.is_any(
                   i, {"only",     "solely", "exclusively", "merely",     "just",      "currently",
                       "now",      "also",   "still",       "officially", "primarily", "mainly",
                       "formerly", "once",   "purely",      "simply",     "in",        "fact",
                       "indeed",   "a",      "an",          "the",        "best",      "one"})) {
      break;
    } else if (c.is(i, "in") && !c.is(i + 1, "fact")) {
      break;
    }
  }
  return i;
}

/// Nobody says so for certain, or it is over, or it is told of many things at once.
bool unsure(const ClaimContext& c, const Claim& claim, std::size_t i) {
  return claim.question || claim.disputed || claim.commitment == "conditional" ||
         (c.is(i, "no") || c.is(i, "to") ||
          c.is_any(i, {"likely", "believed", "said", "considered"}));
}

/// "There is a town called Selm": the name stands last.
bool read_existence(const ClaimContext& c, const Claim& claim, Definition& definition) {
  if (!c.is_any(0, {"there", "this"}) || !copula(c, 1)) {
    return false;
  }
  const std::size_t phrase = behind_adverbs(c, 2, definition);
  for (std::size_t i = phrase; i < c.size(); ++i) {
    if (c.is(i, "name") || other_name(c, i) != 0) {
      std::vector<std::uint32_t> name = name_from(c, c.is(i, "name") ? i + 1 : other_name(c, i));
      if (name.empty()) {
        return true;
      }
      definition.names.push_back(std::move(name));
      Phrase{c, claim, definition}.read(phrase);
      return true;
    }
  }
  return true;
}

}  // namespace

void read_definition(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language != "en" || c.lexicon.category.rows.empty()) {
    return;
  }
  Definition definition;
  if (read_existence(c, claim, definition)) {
    claim.definition = unsure(c, claim, 0) ? Definition{} : std::move(definition);
    return;
  }
  const std::optional<Subject> subject = find_subject(c, claim, behind_frame(c, claim));
  if (!subject) {
    return;
  }
  definition.past = c.is_any(subject->verb, {"was", "were"});
  std::size_t i = behind_adverbs(c, subject->verb + 1, definition);
  if (c.is(subject->verb + 1, "no") || unsure(c, claim, i)) {
    return;
  }
  definition.names.push_back(subject->name);
  for (std::size_t k = 0; k < subject->verb; ++k) {
    if (const std::size_t at = other_name(c, k); at != 0) {
      if (std::vector<std::uint32_t> name = name_from(c, at); !name.empty()) {
        definition.names.push_back(std::move(name));
      }
    }
  }
  const bool placed = preposition(c, i) || c.is_any(i, {"located", "situated"});
  if (!placed) {
    i = Phrase{c, claim, definition}.read(i);
  }
  if (placed || !definition.kinds.empty()) {
    read_places(c, claim, i, definition);
  }
  claim.definition = std::move(definition);
}

}  // namespace parallax
