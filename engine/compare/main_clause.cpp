#include "engine/compare/main_clause.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/compare/clause_views.hpp"
#include "engine/compare/event_gate.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Open what goes with a clause, behind a comma.
constexpr WordList kBehindComma = {
    "who",     "which",      "whose",     "whom",    "where",  "while",    "although", "though",
    "as",      "because",    "since",     "despite", "with",   "without",  "among",    "amid",
    "amongst", "thanks",     "including", "owing",   "due",    "whatever", "whenever", "a",
    "an",      "especially", "according", "notably", "mostly", "largely",  "chiefly"};
/// Join another clause without a comma.
constexpr WordList kSubordinators = {"as",    "because", "although", "though",
                                     "while", "whereas", "whenever", "since"};
/// Open what stands in front of a clause. "When" and "after" tell which event is meant, and stay.
constexpr WordList kInFront = {"as",       "because",   "although", "though",   "while",
                               "whenever", "once",      "since",    "despite",  "thanks",
                               "owing",    "due",       "amid",     "driven",   "fanned",
                               "having",   "according", "given",    "contrary", "notwithstanding"};
/// The same, whether or not a verb is seen behind them.
constexpr WordList kAlwaysJoin = {"because", "although", "though", "whereas", "whenever"};
/// Participles that no ending tells.
constexpr WordList kParticiples = {
    "driven",  "led",  "made",   "taken", "given",  "drawn", "written", "held", "sent",
    "brought", "seen", "known",  "built", "fought", "found", "paid",    "set",  "put",
    "spread",  "hit",  "struck", "torn",  "fed",    "won",   "begun",   "shot"};
/// Stems of verbs that put what they say behind "that".
constexpr WordList kAssures = {"reassur", "assur",   "stress", "underlin", "emphas",
                               "emphasi", "recal",   "remind", "confirm",  "inform",
                               "reiter",  "clarifi", "observ", "note"};
constexpr WordList kWishes = {"wish", "want", "like", "must", "would"};
/// "..., most of them students".
constexpr WordList kParts = {"most", "many", "some",  "half", "several", "all", "both", "none",
                             "few",  "two",  "three", "four", "five",    "six", "one",  "part"};
class MainClause {
 public:
  MainClause(const Document& document, const Claim& claim, const WordTable& words)
      : d_(document), claim_(claim), words_(words) {}

  std::optional<Claim> find() {
    constexpr std::size_t kShortest = 6;
    if (d_.language != "en" || claim_.terms.size() < kShortest) {
      return std::nullopt;
    }
    const std::size_t begin = behind_lead();
    const std::size_t end = tail(begin);
    if ((begin == 0 && end == claim_.terms.size()) || content(begin, end) < 2) {
      return std::nullopt;
    }
    Claim main = claim_;
    cut_terms(d_, words_, 0, begin, main);
    cut_terms(d_, words_, end, claim_.terms.size(), main);
    return main;
  }

 private:
  [[nodiscard]] std::size_t size() const { return claim_.terms.size(); }
  [[nodiscard]] const std::string& word(std::size_t t) const {
    return words_[d_.tokens[claim_.terms[t].token].word].folded;
  }
  [[nodiscard]] bool comma(std::size_t t) const {
    return t < size() && d_.slice(claim_.terms[t].span) == ",";
  }
  [[nodiscard]] std::size_t content(std::size_t begin, std::size_t end) const {
    std::size_t n = 0;
    for (std::size_t t = begin; t < end; ++t) {
      n += is_told(claim_.terms[t]) ? 1U : 0U;
    }
    return n;
  }
  /// A date or time stands there.
  [[nodiscard]] bool dated(std::size_t begin, std::size_t end) const {
    return std::any_of(claim_.terms.begin() + static_cast<std::ptrdiff_t>(begin),
                       claim_.terms.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Term& term) { return term.kind == TermKind::kDate; });
  }
  [[nodiscard]] std::size_t next_comma(std::size_t t) const {
    while (t < size() && !comma(t)) {
      ++t;
    }
    return t;
  }
  [[nodiscard]] std::size_t next_verb(std::size_t t) const {
    while (t < size() && !claim_.terms[t].verb) {
      ++t;
    }
    return t;
  }

  /// "We wish to reassure residents that ...": what is said begins behind "that"; 0 if nothing of
  /// the kind stands in front.
  [[nodiscard]] std::size_t behind_assurance() const {
    constexpr std::size_t kReach = 12;
    bool says = false;
    for (std::size_t t = 0; t + 3 < std::min(size(), kReach); ++t) {
      const Term& term = claim_.terms[t];
      if (says && word(t) == "that" && next_verb(t) < size()) {
        return t + 1;
      }
      const std::string& stem = words_.stem(term.stem);
      says = says || (term.speech && term.verb) || kAssures.contains(stem);
      if (comma(t) || (term.verb && !says && !kWishes.contains(stem))) {
        return 0;
      }
    }
    return 0;
  }

  /// The term behind what stands in front of the main clause and its comma.
  [[nodiscard]] std::size_t behind_lead() const {
    if (const std::size_t said = behind_assurance(); said > 0) {
      return said;
    }
    if (!kInFront.contains(word(0))) {
      return 0;
    }
    const std::size_t end = next_comma(1);
    const bool clause = end + 2 < size() && next_verb(end) < size();
    return clause && !dated(0, end) ? end + 1 : 0;
  }

  /// Where the main clause that begins at `begin` ends.
  [[nodiscard]] std::size_t tail(std::size_t begin) const {
    std::size_t verb = begin;
    while (verb < size() &&
           (!claim_.terms[verb].verb || claim_.terms[verb].speech || claim_.terms[verb].relative)) {
      ++verb;
    }
    for (std::size_t t = verb + 1; t + 1 < size(); ++t) {
      if ((comma(t) && opens_aside(t + 1)) || joins_clause(t)) {
        return t;
      }
    }
    return size();
  }

  /// Behind a comma.
  [[nodiscard]] bool opens_aside(std::size_t t) const {
    const std::string& w = word(t);
    if (t + 1 < size() && word(t + 1) == "of" && kParts.contains(w)) {
      return true;
    }
    // "..., and our units answered": another clause
    const std::size_t verb = w == "and" || w == "but" ? next_verb(t + 1) : size();
    if (verb < size() && content(t + 1, verb) > 0) {
      return true;
    }
    if (kBehindComma.contains(w)) {
      return !(w == "with" || w == "without") || !dated(t, next_comma(t));
    }
    const std::size_t next = w.size() > 4 && w.ends_with("ly") && t + 1 < size() ? t + 1 : t;
    const std::string& v = word(next);
    const bool participle =
        (v.size() > 4 && (v.ends_with("ing") || v.ends_with("ed"))) || kParticiples.contains(v);
    return participle && next + 1 < size();
  }

  /// "... as the subsidies took effect": a subordinator with a verb behind it.
  [[nodiscard]] bool joins_clause(std::size_t t) const {
    const std::string& w = word(t);
    if (kAlwaysJoin.contains(w)) {
      return true;
    }
    if (!kSubordinators.contains(w)) {
      return false;
    }
    // "as well as", "since April", "as chairman"
    const std::size_t verb = next_verb(t + 1);
    return verb < size() && verb > t + 1 && verb < next_comma(t) && content(t + 1, verb) > 0 &&
           !(w == "as" && word(t + 1) == "well");
  }

  const Document& d_;
  const Claim& claim_;
  const WordTable& words_;
};

}  // namespace

std::optional<Claim> main_clause(const Document& document, const Claim& claim,
                                 const WordTable& words) {
  return MainClause(document, claim, words).find();
}

}  // namespace parallax
