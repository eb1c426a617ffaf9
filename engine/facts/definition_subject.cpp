/// What a claim is about that says what something is, past brackets and appositions.

#include <algorithm>

#include "engine/facts/definition_parts.hpp"

namespace parallax {
namespace {

constexpr std::size_t kLongestSubject = 14;

/// A comma in front of the verb parts an apposition from the subject, or a place from its region:
/// "Aldin, Norland is".
bool region_behind(const ClaimContext& c, std::size_t comma) {
  std::size_t i = comma + 1;
  while (i < c.size() && !c.punctuation(i) && capital(c, i)) {
    ++i;
  }
  return i > comma + 1 && copula(c, i);
}

/// A word that no subject of such a claim has outside its asides.
bool breaks_subject(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const Term* term = term_at(c, claim, i);
  // "the accord is", "the building in": a noun that might be a verb elsewhere
  const bool noun = copula(c, i + 1) || (i > 0 && c.has(i - 1, FunctionClass::kArticle));
  const bool verb = term != nullptr && term->verb && !capital(c, i) && !noun;
  return verb || relative(c, i) ||
         c.is_any(
             i, {";",    ":",     "?",   "not",   "to",    "there",  "by",   "has", "have", "had",
                 "will", "would", "may", "might", "could", "should", "must", "or",  "with", "as"});
}

/// Walks over the tokens in front of the verb.
class SubjectReader {
 public:
  SubjectReader(const ClaimContext& c, const Claim& claim) : c_(c), claim_(claim) {}

  std::optional<DefinedSubject> read(std::size_t from) {
    for (i_ = from; i_ < c_.size(); ++i_) {
      if (in_brackets()) {
        continue;
      }
      if (found_verb()) {
        return subject_;
      }
      if (c_.is(i_, ",") ? !pass_comma() : !aside_ && !take()) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  bool in_brackets() {
    if (opens(c_, i_)) {
      ++depth_;
      return true;
    }
    if (closes(c_, i_)) {
      depth_ = std::max(0, depth_ - 1);
      return true;
    }
    return depth_ > 0;
  }

  bool found_verb() {
    if (subject_.name.empty()) {
      return false;
    }
    const bool been = c_.is_any(i_, {"has", "have"}) && c_.is(i_ + 1, "been");
    const bool plain = copula(c_, i_) && (!aside_ || capital(c_, i_ - 1) || c_.is(i_ - 1, ","));
    subject_.verb = been ? i_ + 1 : i_;
    return been || plain;
  }

  /// False where a comma stands in front of everything.
  bool pass_comma() {
    aside_ = !aside_;
    while (aside_ && region_behind(c_, i_) && !copula(c_, i_ + 1)) {
      ++i_;
    }
    return !subject_.name.empty();
  }

  /// False if the word can stand in no subject.
  bool take() {
    // "Harbour Lights: A Life at Sea is": the name alone
    const bool titled = c_.is(i_, ":") && !subject_.name.empty() && i_ + 1 < c_.size() &&
                        capital(c_, i_ - 1) && capital(c_, i_ + 1);
    subtitle_ = subtitle_ || titled;
    if (titled) {
      return true;
    }
    if (breaks_subject(c_, claim_, i_) || (subject_.name.empty() && preposition(c_, i_))) {
      return false;
    }
    if (!c_.punctuation(i_) && !c_.has(i_, FunctionClass::kArticle) &&
        !c_.is_any(i_, {"this", "that", "his", "her", "its", "their", "our"}) && !subtitle_) {
      subject_.name.push_back(document_token(c_, i_));
    }
    return subject_.name.size() <= kLongestSubject;
  }

  const ClaimContext& c_;
  const Claim& claim_;
  DefinedSubject subject_;
  std::size_t i_ = 0;
  int depth_ = 0;
  bool aside_ = false;
  bool subtitle_ = false;
};

}  // namespace

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

bool capital(const ClaimContext& c, std::size_t i) {
  return has_capital(c.tokens[i].shape);
}

std::uint32_t document_token(const ClaimContext& c, std::size_t i) {
  return c.first_token + static_cast<std::uint32_t>(i);
}

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

std::vector<std::uint32_t> name_from(const ClaimContext& c, std::size_t i) {
  std::vector<std::uint32_t> name;
  while (i < c.size() && c.is_any(i, {"the", "\"", "'"})) {
    ++i;
  }
  for (; i < c.size() && !c.punctuation(i) && capital(c, i); ++i) {
    name.push_back(document_token(c, i));
  }
  return name;
}

std::optional<DefinedSubject> find_subject(const ClaimContext& c, const Claim& claim,
                                           std::size_t from) {
  return SubjectReader{c, claim}.read(from);
}

}  // namespace parallax
