#include "engine/compare/distinctive.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
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
  /// The same as written inside sentences: "Belmar" beside "belmar".
  std::map<std::string, std::map<std::string, std::uint32_t>> written;
};

struct Scored {
  std::string term;  ///< Folded.
  std::string written;
  double left = 0.0, right = 0.0;
  double z = 0.0;
};

bool counts(const Token& token, const Word& word) {
  return token.kind == TokenKind::kWord && !word.stop && count_code_points(word.folded) > 1;
}

/// Stem -> place in `terms`.
using Places = std::unordered_map<std::uint32_t, std::size_t>;

/// Words that begin a sentence: their capital says nothing.
std::vector<bool> openers(const Document& document) {
  std::vector<bool> opens(document.tokens.size(), false);
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t i = 0; i < sentence.token_count; ++i) {
      if (document.tokens[sentence.first_token + i].kind == TokenKind::kWord) {
        opens[sentence.first_token + i] = true;
        break;
      }
    }
  }
  return opens;
}

void count(const Document& document, const WordTable& words, double TermCounts::*side,
           Places& places, std::vector<TermCounts>& terms) {
  const std::vector<bool> opens = openers(document);
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
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
    const std::string_view written = document.slice(token.span);
    if (!opens[i] && count_code_points(written) == count_code_points(word.folded)) {
      ++term.written[word.folded][std::string(written)];
    }
  }
}

const std::string& commonest(const std::map<std::string, std::uint32_t>& forms) {
  auto best = forms.begin();
  for (auto it = forms.begin(); it != forms.end(); ++it) {
    best = it->second > best->second ? it : best;
  }
  return best->first;
}

/// As written inside sentences; the folded form where that is not known.
std::string written_form(const TermCounts& term, const std::string& form) {
  const auto it = term.written.find(form);
  return it == term.written.end() ? form : commonest(it->second);
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
    const std::string& form = commonest(term.forms);
    scored.push_back({form, written_form(term, form), term.left, term.right, z});
  }
  return scored;
}

std::vector<DistinctiveWord> top_of(std::vector<Scored> scored, double sign, std::size_t top) {
  std::erase_if(scored, [&](const Scored& s) {
    return s.z * sign <= 0.0 || (sign > 0.0 ? s.left : s.right) <= 0.0;
  });
  std::sort(scored.begin(), scored.end(), [&](const Scored& a, const Scored& b) {
    return a.z != b.z ? a.z * sign > b.z * sign : a.term < b.term;
  });
  scored.resize(std::min(scored.size(), top));
  std::vector<DistinctiveWord> out;
  out.reserve(scored.size());
  for (Scored& s : scored) {
    const auto left = static_cast<std::uint32_t>(s.left);
    const auto right = static_cast<std::uint32_t>(s.right);
    out.push_back(
        {std::move(s.written), sign > 0.0 ? left : right, sign > 0.0 ? right : left, s.z * sign});
  }
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
