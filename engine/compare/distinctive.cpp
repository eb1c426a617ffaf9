#include "engine/compare/distinctive.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "models/base/utf8.hpp"

namespace parallax {
namespace {

/// Pseudo-occurrences of the prior for each real one: enough that words of everyday official
/// language ("used", "said") do not lead the list of a short statement.
constexpr double kPriorStrength = 5.0;

struct TermCounts {
  double left = 0.0, right = 0.0;
  std::map<std::string, std::uint32_t> forms;  ///< Folded words of the stem with their counts.
};

struct Scored {
  std::string term;
  double left = 0.0, right = 0.0;
  double z = 0.0;
};

bool counts(const Token& token, const Word& word) {
  return token.kind == TokenKind::kWord && !word.stop && count_code_points(word.folded) > 1;
}

/// Stem -> place in `terms`.
using Places = std::unordered_map<std::uint32_t, std::size_t>;

void count(const Document& document, const WordTable& words, double TermCounts::*side,
           Places& places, std::vector<TermCounts>& terms) {
  for (const Token& token : document.tokens) {
    const Word& word = words[token.word];
    if (!counts(token, word)) {
      continue;
    }
    const auto [it, fresh] =
        places.try_emplace(static_cast<std::uint32_t>(word.stem_id), terms.size());
    if (fresh) {
      terms.emplace_back();
    }
    TermCounts& term = terms[it->second];
    term.*side += 1.0;
    ++term.forms[word.folded];
  }
}

const std::string& commonest_form(const TermCounts& term) {
  auto best = term.forms.begin();
  for (auto it = term.forms.begin(); it != term.forms.end(); ++it) {
    best = it->second > best->second ? it : best;
  }
  return best->first;
}

double background_frequency(const TermCounts& term, const BackgroundModel* model) {
  double sum = 0.0;
  for (const auto& [form, n] : term.forms) {
    sum += model == nullptr ? 0.0 : static_cast<double>(model->paragraph_frequency(form));
  }
  return sum + 0.5;
}

std::vector<Scored> score(const std::vector<TermCounts>& terms, const BackgroundModel* model) {
  double n_left = 0.0;
  double n_right = 0.0;
  double background = 0.0;  // halves of whole numbers: exact in any order
  for (const TermCounts& term : terms) {
    n_left += term.left;
    n_right += term.right;
    background += background_frequency(term, model);
  }
  std::vector<Scored> scored;
  if (n_left == 0.0 || n_right == 0.0) {
    return scored;
  }
  const double prior_total = kPriorStrength * (n_left + n_right);
  scored.reserve(terms.size());
  for (const TermCounts& term : terms) {
    const double prior = prior_total * background_frequency(term, model) / background;
    const double left = term.left + prior;
    const double right = term.right + prior;
    const double rest_left = n_left + prior_total - left;
    const double rest_right = n_right + prior_total - right;
    if (rest_left <= 0.0 || rest_right <= 0.0) {
      continue;  // the only term of both texts
    }
    const double z = (std::log(left / rest_left) - std::log(right / rest_right)) /
                     std::sqrt((1.0 / left) + (1.0 / right));
    scored.push_back({commonest_form(term), term.left, term.right, z});
  }
  return scored;
}

std::vector<DistinctiveWord> top_of(const std::vector<Scored>& scored, double sign,
                                    std::size_t top) {
  std::vector<DistinctiveWord> out;
  for (const Scored& s : scored) {
    const double own = sign > 0.0 ? s.left : s.right;
    const double other = sign > 0.0 ? s.right : s.left;
    if (s.z * sign > 0.0 && own > 0.0) {
      out.push_back(
          {s.term, static_cast<std::uint32_t>(own), static_cast<std::uint32_t>(other), s.z * sign});
    }
  }
  std::sort(out.begin(), out.end(), [](const DistinctiveWord& a, const DistinctiveWord& b) {
    return a.z != b.z ? a.z > b.z : a.term < b.term;
  });
  out.resize(std::min(out.size(), top));
  return out;
}

}  // namespace

DistinctiveWords distinctive_words(const Document& left, const Document& right,
                                   const WordTable& words, const BackgroundModel* model,
                                   const DistinctiveOptions& options) {
  if (left.language != right.language) {
    return {};
  }
  Places places;
  std::vector<TermCounts> terms;
  count(left, words, &TermCounts::left, places, terms);
  count(right, words, &TermCounts::right, places, terms);
  const std::vector<Scored> scored = score(terms, model);
  return {top_of(scored, 1.0, options.top), top_of(scored, -1.0, options.top)};
}

}  // namespace parallax
