/// The words of quotation and official text side by side.

#include "engine/compare/quote_checker.hpp"

namespace parallax::quote_check {

WordPairing Checker::pairing(const MatchStep& step, const Fragment& fragment,
                             const PreparedText& text) const {
  WordPairing w;
  if (step.quote >= 0) {
    w.article = static_cast<std::int32_t>(fragment.tokens[static_cast<std::size_t>(step.quote)]);
  }
  if (step.text >= 0) {
    w.official = static_cast<std::int32_t>(text.words.tokens[static_cast<std::size_t>(step.text)]);
  }
  if (w.article >= 0 && w.official >= 0) {
    const Word& a = words_[article_.tokens[static_cast<std::size_t>(w.article)].word];
    const Word& b =
        words_[text.official->document.tokens[static_cast<std::size_t>(w.official)].word];
    w.same = a.surface_folded == b.surface_folded;
    w.same_stem = w.same || a.stem == b.stem;
  }
  return w;
}

void Checker::elide_brackets(const Fragment& fragment, const std::vector<MatchStep>& steps,
                             std::vector<WordPairing>& words, std::size_t offset) {
  for (const std::size_t before : fragment.brackets_before) {
    std::size_t at = 0;
    while (at < steps.size() &&
           (steps[at].quote < 0 || static_cast<std::size_t>(steps[at].quote) < before)) {
      ++at;
    }
    std::size_t begin = at;
    while (begin > 0 && steps[begin - 1].quote < 0) {
      --begin;
    }
    for (std::size_t k = begin; k < at && at - begin <= kBracketWords; ++k) {
      words[offset + k].elided = true;
    }
  }
}

std::vector<MatchStep> Checker::with_ends(const QuoteMatch& m, const PreparedText& text) {
  std::vector<MatchStep> steps = m.steps;
  const Document& d = text.official->document;
  const auto sentence = [&](std::size_t word) {
    const TextPlace p = place_of(d, d.tokens[text.words.tokens[word]].span);
    return std::pair(p.paragraph, p.sentence);
  };
  std::size_t tail = steps.size();
  while (tail > 0 && steps[tail - 1].text < 0) {
    --tail;
  }
  std::size_t next = m.end;
  for (std::size_t k = tail;
       steps.size() - tail <= kEndWords && k < steps.size() && next < text.words.tokens.size() &&
       sentence(next) == sentence(m.end - 1);
       ++k, ++next) {
    steps[k].text = static_cast<std::int32_t>(next);
  }
  std::size_t head = 0;
  while (head < steps.size() && steps[head].text < 0) {
    ++head;
  }
  std::size_t before = m.begin;
  for (std::size_t k = head;
       head <= kEndWords && k > 0 && before > 0 && sentence(before - 1) == sentence(m.begin);
       --k, --before) {
    steps[k - 1].text = static_cast<std::int32_t>(before - 1);
  }
  return steps;
}

std::vector<QuoteStretch> Checker::stretches(const ParsedQuote& parsed, const PreparedText& text,
                                             const Placement& p) const {
  std::vector<QuoteStretch> out;
  std::optional<std::uint32_t> behind;
  for (std::size_t k = 0; k < p.parts.size(); ++k) {
    if (!p.parts[k]) {
      continue;
    }
    const QuoteMatch& m = *p.parts[k];
    const bool together = behind && m.begin >= *behind && m.begin - *behind <= kReadTogether;
    if (!together) {
      out.push_back({article_, text.official->document, {}});
    }
    std::vector<WordPairing>& words = out.back().words;
    for (std::uint32_t i = behind.value_or(m.begin); together && i < m.begin; ++i) {
      WordPairing gap;
      gap.official = static_cast<std::int32_t>(text.words.tokens[i]);
      gap.elided = true;
      words.push_back(gap);
    }
    const std::size_t offset = words.size();
    const std::vector<MatchStep> steps = with_ends(m, text);
    for (const MatchStep& step : steps) {
      words.push_back(pairing(step, parsed.fragments[k], text));
    }
    elide_brackets(parsed.fragments[k], steps, words, offset);
    behind = m.end;
  }
  return out;
}

}  // namespace parallax::quote_check
