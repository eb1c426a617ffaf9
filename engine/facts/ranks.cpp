/// "The second-largest port of X", "her third term": which one of a series a thing is. Read where a
/// determiner stands in front and a noun behind.

#include <algorithm>
#include <charconv>

#include "engine/facts/particular_parts.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr std::size_t kLongestHead = 4;
constexpr std::size_t kLongestScope = 8;

/// 0 if the word is no ordinal.
int ordinal(std::string_view word) {
  static constexpr WordList kWords = {"first",       "second",     "third",      "fourth",
                                      "fifth",       "sixth",      "seventh",    "eighth",
                                      "ninth",       "tenth",      "eleventh",   "twelfth",
                                      "thirteenth",  "fourteenth", "fifteenth",  "sixteenth",
                                      "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  const auto it = std::find(kWords.begin(), kWords.end(), word);
  if (it != kWords.end()) {
    return static_cast<int>(it - kWords.begin()) + 1;
  }
  int value = 0;
  const auto [end, status] = std::from_chars(word.data(), word.data() + word.size(), value);
  const std::string_view rest = word.substr(static_cast<std::size_t>(end - word.data()));
  constexpr int kMost = 200;
  const bool ending = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return status == std::errc{} && ending && value < kMost ? value : 0;
}

bool superlative(std::string_view word) {
  static constexpr WordList kWords = {"largest",  "biggest",  "tallest",  "highest", "longest",
                                      "smallest", "oldest",   "busiest",  "richest", "youngest",
                                      "deepest",  "greatest", "heaviest", "fastest"};
  return kWords.contains(word);
}

/// A rank at a token: "second-largest" is one token or three.
struct Rank {
  int value = 0;
  std::string measure;
  std::size_t end = 0;  ///< 0 if there is none.
};

Rank rank_at(const ClaimContext& c, std::size_t i) {
  Rank rank;
  std::string_view word = c.folded(i);
  const std::size_t hyphen = word.find('-');
  if (hyphen != std::string_view::npos) {
    rank = {ordinal(word.substr(0, hyphen)), std::string(word.substr(hyphen + 1)), i + 1};
    return rank.value != 0 && superlative(rank.measure) ? rank : Rank{};
  }
  rank.value = ordinal(word);
  if (rank.value == 0) {
    return superlative(word) ? Rank{1, std::string(word), i + 1} : Rank{};
  }
  rank.end = i + 1;
  const std::size_t next = c.is(i + 1, "-") ? i + 2 : i + 1;
  if (next < c.size() && superlative(c.folded(next))) {
    rank.measure = std::string(c.folded(next));
    rank.end = next + 1;
  }
  return rank;
}

bool determined(const ClaimContext& c, std::size_t i) {
  return i > 0 && (c.is_any(i - 1, {"the", "his", "her", "its", "their", "a", "an", "'s"}) ||
                   c.folded(i - 1).ends_with("'s"));
}

/// "Is the first", "became her second", "X's third": said of the topic. The round that somebody won
/// may be any.
bool of_topic(const ClaimContext& c, std::size_t i) {
  return c.is_any(i - 1, {"his", "her", "its", "their", "'s"}) || c.folded(i - 1).ends_with("'s") ||
         (i > 1 && (copula(c, i - 2) || c.is_any(i - 2, {"became", "becomes", "as", ","})));
}

bool ends_phrase(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const Term* term = term_at(c, claim, i);
  const bool verb = term != nullptr && term->verb && term->kind != TermKind::kName;
  return c.punctuation(i) || preposition(c, i) || relative(c, i) || auxiliary(c, i) || verb ||
         c.is_any(i, {"and", "or", "to", "since", "ever"});
}

void sort(std::vector<StemId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// What is ranked and where, from behind the rank on.
void read_phrase(const ClaimContext& c, const Claim& claim, Particular& p, std::size_t i) {
  const std::size_t head = i;
  for (; i < c.size() && i < head + kLongestHead && !ends_phrase(c, claim, i); ++i) {
    p.of.push_back(c.word(i).stem_id);
  }
  const std::size_t scope = i;
  for (; i < c.size() && i < scope + kLongestScope && !c.punctuation(i) && !relative(c, i); ++i) {
    const Term* term = term_at(c, claim, i);
    if (c.taken[i] || (term != nullptr && term->verb) || auxiliary(c, i)) {
      break;
    }
    if (!preposition(c, i) && !c.has(i, FunctionClass::kArticle) && !c.is(i, "and")) {
      p.within.push_back(term != nullptr && term->kind == TermKind::kCountry ? term->id
                                                                             : c.word(i).stem_id);
    }
  }
  sort(p.of);
  sort(p.within);
}

}  // namespace

void read_ranks(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.particular.rows.empty() || claim.question || claim.disputed) {
    return;
  }
  std::optional<ParticularTopic> topic;
  for (std::size_t i = 1; i + 1 < c.size(); ++i) {
    const Rank rank = determined(c, i) ? rank_at(c, i) : Rank{};
    if (rank.end == 0 || (rank.measure.empty() && !of_topic(c, i)) ||
        date_at(c, claim, i) != nullptr || in_frame(c, claim, i)) {
      continue;
    }
    Particular p;
    p.value = Particular::Value::kRank;
    p.kind = rank.measure;
    p.rank = rank.value;
    p.span = c.span(i, rank.end - 1);
    read_phrase(c, claim, p, rank.end);
    topic = topic ? topic : find_topic(c, claim);
    if (!topic) {
      return;
    }
    p.topic = topic->name;
    p.anaphor = topic->anaphor;
    const bool denied = c.is_any(i - 1, {"not"}) || (i > 1 && c.is_any(i - 2, {"not", "never"}));
    if (!p.of.empty() && !denied) {
      claim.particulars.push_back(std::move(p));
    }
  }
}

}  // namespace parallax
