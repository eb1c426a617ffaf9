/// Clauses of a claim. The sentence is cut at commas, semicolons, dashes and at "that"; each piece
/// with a verb is a clause, and the pieces around a relative clause belong together.

#include "engine/compare/clause_views.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/event_gate.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr WordList kNegators = {"not",     "no",      "never", "none",    "nobody",
                                "nothing", "neither", "nor",   "without", "cannot"};
constexpr WordList kRelative = {"which", "who", "whom", "whose", "where"};
/// Part clauses.
constexpr WordList kMarks = {",", ";", ":", "\xe2\x80\x94", "\xe2\x80\x93", "(", ")"};
constexpr std::size_t kMostViews = 6;

/// Terms [begin, end), and those of the noun of a relative clause, or of a subject that stands
/// apart.
struct Piece {
  std::size_t begin = 0, end = 0;
  bool relative = false;
  std::size_t noun_begin = 0, noun_end = 0;
};

class ClauseViews {
 public:
  ClauseViews(const Document& document, const Claim& claim, const WordTable& words)
      : d_(document), claim_(claim), words_(words) {}

  std::vector<Claim> find() {
    constexpr std::size_t kShortest = 8;
    std::vector<Claim> views;
    if (d_.language != "en" || size() < kShortest) {
      return views;
    }
    const std::vector<Piece> pieces = cut_up();
    if (pieces.size() < 2) {
      return views;
    }
    for (const Piece& piece : pieces) {
      if (views.size() < kMostViews && tells(piece)) {
        views.push_back(view_of(piece));
      }
    }
    return views;
  }

 private:
  [[nodiscard]] std::size_t size() const { return claim_.terms.size(); }
  [[nodiscard]] const std::string& word(std::size_t t) const {
    return words_[d_.tokens[claim_.terms[t].token].word].folded;
  }
  [[nodiscard]] bool mark(std::size_t t) const {
    const bool date = claim_.terms[t].kind == TermKind::kDate;
    return !date && kMarks.contains(d_.slice(claim_.terms[t].span));
  }
  [[nodiscard]] bool has_verb(std::size_t begin, std::size_t end) const {
    for (std::size_t t = begin; t < end; ++t) {
      if (claim_.terms[t].verb) {
        return true;
      }
    }
    return false;
  }
  /// The same of a piece; in relative clauses verbs are known as events alone.
  [[nodiscard]] bool happens(const Piece& piece) const {
    const auto first = claim_.terms.begin() + static_cast<std::ptrdiff_t>(piece.begin);
    const auto last = claim_.terms.begin() + static_cast<std::ptrdiff_t>(piece.end);
    return has_verb(piece.begin, piece.end) ||
           (piece.relative && std::any_of(first, last, [](const Term& t) { return t.event; }));
  }
  /// Content of what is said, background or not.
  [[nodiscard]] std::size_t content(std::size_t begin, std::size_t end) const {
    std::size_t n = 0;
    for (std::size_t t = begin; t < end; ++t) {
      const Term& term = claim_.terms[t];
      n += is_content(term) && !term.frame && !term.speech ? 1U : 0U;
    }
    return n;
  }
  /// "They assured us that the road is open": a clause begins behind it.
  [[nodiscard]] bool opens_content(std::size_t t) const {
    constexpr std::size_t kSubject = 8;
    return word(t) == "that" && t > 0 && t + 2 < size() &&
           claim_.terms[t - 1].preposition == StemId{} &&
           has_verb(t + 2, std::min(size(), t + kSubject));
  }

  /// The noun phrase in front of a relative clause: back to the verb, mark or conjunction.
  [[nodiscard]] std::size_t noun_before(std::size_t end) const {
    constexpr std::size_t kLongest = 9;
    std::size_t begin = end;
    while (begin > 0 && end - begin < kLongest && !mark(begin - 1) &&
           !claim_.terms[begin - 1].verb && word(begin - 1) != "that" && word(begin - 1) != "to") {
      --begin;
    }
    return begin;
  }

  /// In text order. Pieces without a verb go with the clause in front of them or, at the beginning,
  /// with the one behind them ("In Selm, the river rose"), unless they only stand aside.
  [[nodiscard]] std::vector<Piece> cut_up() const {
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    for (std::size_t t = 0; t <= size(); ++t) {
      if (t < size() && !mark(t) && !opens_content(t)) {
        continue;
      }
      if (t > begin) {
        add({begin, t, false, 0, 0}, pieces);
      }
      begin = t + 1;
    }
    return pieces;
  }

  void add(Piece piece, std::vector<Piece>& pieces) const {
    const std::size_t first = piece.begin;
    const bool leads_preposition = piece.end > first + 1 && kRelative.contains(word(first + 1)) &&
                                   word(first) != "and" && word(first) != "but";
    if (kRelative.contains(word(first)) || leads_preposition) {
      piece.relative = true;
      piece.noun_end = first > 0 && mark(first - 1) ? first - 1 : first;
      piece.noun_begin = noun_before(piece.noun_end);
    }
    const bool verb = happens(piece);
    if (const Piece* subject = open_subject(pieces); subject != nullptr && goes_on(first)) {
      piece.noun_begin = subject->begin;
      piece.noun_end = subject->end;
      pieces.push_back(piece);
      return;
    }
    if (!pieces.empty() && !verb && !stands_aside(first)) {
      pieces.back().end = piece.end;
      return;
    }
    // only the beginning of a clause so far
    if (!pieces.empty() && verb && !piece.relative && !participle(first) &&
        !happens(pieces.back())) {
      pieces.back().end = piece.end;
      return;
    }
    pieces.push_back(piece);
  }

  /// "The window, [opened in May], ...": a subject whose verb is still to come.
  [[nodiscard]] const Piece* open_subject(const std::vector<Piece>& pieces) const {
    if (pieces.size() < 2) {
      return nullptr;
    }
    const Piece& subject = pieces[pieces.size() - 2];
    const bool aside = pieces.back().relative || participle(pieces.back().begin);
    return aside && !subject.relative && !has_verb(subject.begin, subject.end) ? &subject : nullptr;
  }

  /// "..., will close", "..., is published": begins with a verb.
  [[nodiscard]] bool goes_on(std::size_t t) const {
    static constexpr WordList kAuxiliaries = {"is",    "are",    "was",   "were",   "has",   "have",
                                              "had",   "will",   "would", "can",    "could", "may",
                                              "might", "must",   "shall", "should", "does",  "did",
                                              "do",    "cannot", "never", "also"};
    return kAuxiliaries.contains(word(t)) || (claim_.terms[t].verb && !participle(t));
  }

  [[nodiscard]] bool participle(std::size_t t) const {
    const std::string& w = word(t);
    return claim_.terms[t].verb && w.size() > 4 && (w.ends_with("ing") || w.ends_with("ed")) &&
           t > 0 && mark(t - 1);
  }

  /// "Thanks to the harvest", "among them a child": says nothing of where or when.
  [[nodiscard]] bool stands_aside(std::size_t t) const {
    static constexpr WordList kAside = {"thanks",  "among",   "including", "owing",      "due",
                                        "with",    "without", "a",         "especially", "an",
                                        "notably", "mostly",  "largely",   "chiefly"};
    return kAside.contains(word(t));
  }

  /// A clause with a verb that says enough to be compared alone.
  [[nodiscard]] bool tells(const Piece& piece) const {
    const std::size_t said =
        content(piece.begin, piece.end) + content(piece.noun_begin, piece.noun_end);
    return happens(piece) && said >= 2;
  }

  [[nodiscard]] Claim view_of(const Piece& piece) const {
    Claim view = claim_;
    if (piece.noun_end == 0) {
      cut_terms(d_, words_, 0, piece.begin, view);
    } else {
      cut_terms(d_, words_, 0, piece.noun_begin, view);
      cut_terms(d_, words_, piece.noun_end, piece.begin, view);
    }
    if (piece.relative) {
      take_up_noun(piece, view);
    }
    cut_terms(d_, words_, piece.end, size(), view);
    return view;
  }

  /// The noun of a relative clause has its part in that clause: "the plan, which they reject".
  void take_up_noun(const Piece& piece, Claim& view) const {
    static constexpr WordList kSubjects = {"it",  "they", "he", "she", "we",  "i",
                                           "you", "the",  "a",  "an",  "its", "their"};
    std::size_t verb = piece.begin;
    while (verb < piece.end && !claim_.terms[verb].verb && !claim_.terms[verb].event) {
      ++verb;
    }
    const bool object = piece.begin + 1 < piece.end && kSubjects.contains(word(piece.begin + 1));
    for (std::size_t t = piece.begin; t < piece.end; ++t) {
      view.terms[t].relative = false;
      view.terms[t].verb = view.terms[t].verb || t == verb;
    }
    bool behind_of = false;
    for (std::size_t t = piece.noun_begin; t < piece.noun_end; ++t) {
      Term& term = view.terms[t];
      behind_of = behind_of || word(t) == "of";
      term.clause = verb < piece.end ? claim_.terms[verb].clause : term.clause;
      term.modality = Modality::kFact;
      term.negated = false;
      if (!behind_of && is_content(term)) {
        term.slot = object ? Slot::kObject : Slot::kSubject;
        term.preposition = StemId{};
      }
    }
  }

  const Document& d_;
  const Claim& claim_;
  const WordTable& words_;
};

}  // namespace

void cut_terms(const Document& document, const WordTable& words, std::size_t begin, std::size_t end,
               Claim& claim) {
  if (begin >= end) {
    return;
  }
  const ByteSpan gone{claim.terms[begin].span.begin, claim.terms[end - 1].span.end};
  std::uint32_t negators = 0;
  for (std::size_t t = begin; t < end; ++t) {
    const std::string& word = words[document.tokens[claim.terms[t].token].word].folded;
    const bool denies = kNegators.contains(word) || word.ends_with("n't");
    negators += denies && !claim.terms[t].relative ? 1U : 0U;
    claim.terms[t].kind = TermKind::kFunction;
    claim.terms[t].negated = false;
  }
  claim.negators -= std::min(claim.negators, negators);
  const auto inside = [&](const auto& fact) {
    return fact.span.begin >= gone.begin && fact.span.end <= gone.end;
  };
  std::erase_if(claim.quantities, inside);
  std::erase_if(claim.dates, inside);
  std::erase_if(claim.stances, inside);
  std::erase_if(claim.directions, inside);
  std::erase_if(claim.steps, inside);
  std::erase_if(claim.labels, inside);
  std::erase_if(claim.forces, inside);
  claim.definition = {};  // told of the whole claim
}

std::vector<Claim> clause_views(const Document& document, const Claim& claim,
                                const WordTable& words) {
  return ClauseViews(document, claim, words).find();
}

}  // namespace parallax
