/// Where the fragments of a quotation stand in an official text.

#include "engine/compare/quote_checker.hpp"

namespace parallax::quote_check {

Placement Checker::place(const ParsedQuote& parsed, const PreparedText& text, bool own) {
  const std::vector<Fragment>& fragments = parsed.fragments;
  Placement p;
  p.parts.resize(fragments.size());
  std::vector<std::size_t> order(fragments.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    order[k] = k;
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return fragments[a].tokens.size() > fragments[b].tokens.size();
  });
  for (const std::size_t k : order) {
    const std::vector<MatchWord> words = words_of(fragments[k], text.official->document);
    p.parts[k] = text.matcher.find(words, range_for(k, p, text));
    if (!found(p.parts[k], fragments[k], own)) {
      p.parts[k] = text.matcher.find(words);
    }
    if (!found(p.parts[k], fragments[k], own)) {
      p.parts[k].reset();
    }
  }
  judge_placement(parsed, text, p);
  return p;
}

WordRange Checker::range_for(std::size_t k, const Placement& p, const PreparedText& text) {
  const auto size = static_cast<std::uint32_t>(text.words.words.size());
  WordRange range{0, size};
  for (std::size_t other = 0; other < p.parts.size(); ++other) {
    if (!p.parts[other]) {
      continue;
    }
    const QuoteMatch& m = *p.parts[other];
    if (other < k) {
      range.begin = std::max(range.begin, m.end);
      range.end = std::min(range.end, m.end + std::min(kNear, size - m.end));
    } else {
      range.end = std::min(range.end, m.begin);
      range.begin = std::max(range.begin, m.begin - std::min(kNear, m.begin));
    }
  }
  return range;
}

bool Checker::found(const std::optional<QuoteMatch>& match, const Fragment& fragment, bool own) {
  if (!match) {
    return false;
  }
  const std::size_t size = fragment.tokens.size();
  const std::size_t met = match->same + match->same_stem;
  if (size < kShort) {
    const std::size_t needed = own && size == kShort - 1 ? size - 1 : size;
    return met >= needed && match->end - match->begin <= size;
  }
  return static_cast<double>(met) >= kMinShare * static_cast<double>(size);
}

void Checker::judge_placement(const ParsedQuote& parsed, const PreparedText& text,
                              Placement& p) const {
  std::size_t met = 0;
  std::size_t content = 0;
  std::size_t content_met = 0;
  std::uint32_t last = 0;
  for (std::size_t k = 0; k < parsed.fragments.size(); ++k) {
    for (const std::uint32_t t : parsed.fragments[k].tokens) {
      content += words_[article_.tokens[t].word].stop ? 0U : 1U;
    }
    if (!p.parts[k]) {
      continue;
    }
    const QuoteMatch& m = *p.parts[k];
    met += m.same + m.same_stem;
    p.in_order = p.in_order && m.begin >= last;
    last = m.end;
    for (const MatchStep& step : m.steps) {
      content_met += is_content_match(step, parsed.fragments[k], text) ? 1U : 0U;
    }
  }
  p.share = static_cast<double>(met) / static_cast<double>(parsed.words);
  p.accepted = p.share >= kMinShare &&
               static_cast<double>(content_met) >= kMinContentShare * static_cast<double>(content);
}

bool Checker::is_content_match(const MatchStep& step, const Fragment& fragment,
                               const PreparedText& text) const {
  if (step.quote < 0 || step.text < 0) {
    return false;
  }
  const Word& a =
      words_[article_.tokens[fragment.tokens[static_cast<std::size_t>(step.quote)]].word];
  const MatchWord& b = text.words.words[static_cast<std::size_t>(step.text)];
  return !a.stop && (words_.stem(a.stem_id) == words_.stem(static_cast<StemId>(b.stem)));
}

}  // namespace parallax::quote_check
