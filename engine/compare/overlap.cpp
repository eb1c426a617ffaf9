/// Overlap of two whole texts. Containment is what the reuse literature recommends for unequal
/// lengths (Broder 1997; Clough and Stevenson 2011): here the weighted share of a side's words and
/// short runs that the other side has too.

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "engine/compare/align.hpp"

namespace parallax {
namespace {

/// Runs of this many words count as the same wording.
constexpr std::size_t kVerbatimRun = 5;

struct Text {
  std::vector<std::uint32_t> stems;  ///< In order, punctuation left out.
  std::vector<double> weights;       ///< Of the word at the same place.
  std::vector<std::uint32_t> parts;  ///< Stretch between sentence marks that the word stands in.
};

/// Runs do not cross these, so that the order of sentences changes nothing.
bool ends_stretch(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == ";" || mark == ":";
}

Text text_of(const std::vector<AlignUnit>& units, const WordTable& words,
             const BackgroundModel* model) {
  Text t;
  std::uint32_t part = 0;
  for (const AlignUnit& unit : units) {
    ++part;
    for (std::size_t i = 0; i < unit.count; ++i) {
      const Token& token = unit.first[i];
      if (token.kind == TokenKind::kPunctuation) {
        part += ends_stretch(unit.text.substr(token.span.begin, token.span.size())) ? 1U : 0U;
        continue;
      }
      t.parts.push_back(part);
      const Word& word = words[token.word];
      t.stems.push_back(static_cast<std::uint32_t>(word.stem_id));
      const double idf = model == nullptr ? 1.0 : model->idf(word.folded);
      t.weights.push_back(word.stop ? 0.1 : idf);
    }
  }
  return t;
}

/// All tokens of the units, one behind the other.
std::vector<Token> tokens_of(const std::vector<AlignUnit>& units) {
  std::vector<Token> tokens;
  for (const AlignUnit& unit : units) {
    tokens.insert(tokens.end(), unit.first, unit.first + unit.count);
  }
  return tokens;
}

/// Hash of the run of `length` words at `at`; nothing if it crosses a sentence mark.
std::optional<std::uint64_t> run_key(const Text& text, std::size_t at, std::size_t length) {
  if (text.parts[at] != text.parts[at + length - 1]) {
    return std::nullopt;
  }
  std::uint64_t key = 0xcbf29ce484222325ULL;
  for (std::size_t i = 0; i < length; ++i) {
    key = (key ^ text.stems[at + i]) * 0x100000001b3ULL;
    key ^= key >> 29U;
  }
  return key;
}

/// Marks the words of `a` that lie in a run of `length` words which `b` has too.
std::vector<bool> in_shared_runs(const Text& a, const Text& b, std::size_t length) {
  std::vector<bool> marked(a.stems.size(), false);
  std::unordered_set<std::uint64_t> runs;
  for (std::size_t i = 0; i + length <= b.stems.size(); ++i) {
    if (const auto key = run_key(b, i, length)) {
      runs.insert(*key);
    }
  }
  for (std::size_t i = 0; i + length <= a.stems.size(); ++i) {
    const auto key = run_key(a, i, length);
    if (key && runs.contains(*key)) {
      std::fill_n(marked.begin() + static_cast<std::ptrdiff_t>(i), length, true);
    }
  }
  return marked;
}

/// Weighted share of a's words in shared runs.
double share(const Text& a, const std::vector<bool>& marked) {
  double total = 0.0;
  double found = 0.0;
  for (std::size_t i = 0; i < a.stems.size(); ++i) {
    total += a.weights[i];
    found += marked[i] ? a.weights[i] : 0.0;
  }
  return total > 0.0 ? found / total : 0.0;
}

/// Mean of the shares of words, pairs of words and triples of words that the other side has.
double containment(const Text& a, const Text& b) {
  double sum = 0.0;
  int parts = 0;
  for (const std::size_t length : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    if (a.stems.size() >= length) {
      sum += share(a, in_shared_runs(a, b, length));
      ++parts;
    }
  }
  return parts == 0 ? 0.0 : sum / parts;
}

std::size_t count(const std::vector<bool>& marked) {
  return static_cast<std::size_t>(std::count(marked.begin(), marked.end(), true));
}

double verbatim_share(const Text& a, const Text& b) {
  const std::size_t run = std::min({kVerbatimRun, a.stems.size(), b.stems.size()});
  if (run == 0) {
    return 0.0;
  }
  const std::size_t found = count(in_shared_runs(a, b, run)) + count(in_shared_runs(b, a, run));
  return static_cast<double>(found) / static_cast<double>(a.stems.size() + b.stems.size());
}

}  // namespace

TextOverlap text_overlap(const std::vector<AlignUnit>& left, const std::vector<AlignUnit>& right,
                         const WordTable& words, const BackgroundModel* model) {
  const Text a = text_of(left, words, model);
  const Text b = text_of(right, words, model);
  if (a.stems.empty() || b.stems.empty()) {
    return {};
  }
  if (a.stems == b.stems) {
    return {1.0, 1.0, 1.0, 1.0};
  }
  TextOverlap o;
  o.left_in_right = containment(a, b);
  o.right_in_left = containment(b, a);
  o.verbatim = verbatim_share(a, b);
  const std::vector<Token> l = tokens_of(left);
  const std::vector<Token> r = tokens_of(right);
  o.similarity = unit_similarity({left.front().text, l.data(), l.size(), left.front().language},
                                 {right.front().text, r.data(), r.size(), right.front().language},
                                 words, model);
  return o;
}

}  // namespace parallax
