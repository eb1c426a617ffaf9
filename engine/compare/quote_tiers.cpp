/// Which marks, spaces and letters had to be folded for the words to agree.

#include "engine/compare/quote_checker.hpp"

namespace parallax::quote_check {

std::string Checker::without_blanks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text.substr(i, 2) == "\xc2\xa0";
    if (no_break) {
      ++i;
    } else if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r') {
      out.push_back(text[i]);
    }
  }
  return out;
}

void Checker::compare_marks(std::string_view a, std::string_view b, std::set<std::string>& found) {
  if (a == b) {
    return;
  }
  found.insert(without_blanks(a) == without_blanks(b) ? "spaces" : "marks");
}

void Checker::compare_words(const QuoteStretch& s, const WordPairing& w, const WordPairing* before,
                            std::set<std::string>& found) const {
  const Token& a = s.article.tokens[static_cast<std::size_t>(w.article)];
  const Token& b = s.official.tokens[static_cast<std::size_t>(w.official)];
  if (s.article.slice(a.span) != s.official.slice(b.span)) {
    found.insert(a.shape != b.shape ? "case" : "marks");
  }
  if (before != nullptr) {
    const Token& a0 = s.article.tokens[static_cast<std::size_t>(before->article)];
    const Token& b0 = s.official.tokens[static_cast<std::size_t>(before->official)];
    const std::string_view between = s.article.slice({a0.span.end, a.span.begin});
    if (between.find('[') == std::string_view::npos) {
      compare_marks(between, s.official.slice({b0.span.end, b.span.begin}), found);
    }
  }
}

void Checker::compare_ends(const ArticleQuote& quotation, const QuoteStretch& first,
                           const QuoteStretch& last, std::set<std::string>& found) const {
  const WordPairing& head = first.words.front();
  const WordPairing& tail = last.words.back();
  if (head.article >= 0 && head.official >= 0) {
    const std::uint32_t size =
        article_.tokens[static_cast<std::size_t>(head.article)].span.begin - quotation.span.begin;
    const std::uint32_t at =
        first.official.tokens[static_cast<std::size_t>(head.official)].span.begin;
    const std::string_view own =
        article_.slice({quotation.span.begin, quotation.span.begin + size});
    const bool same =
        at >= size && own == std::string_view(first.official.record.text).substr(at - size, size);
    if (!same && !without_blanks(own).empty()) {
      found.insert("marks");
    }
  }
  if (tail.article >= 0 && tail.official >= 0) {
    const std::string_view own = article_.slice(
        {article_.tokens[static_cast<std::size_t>(tail.article)].span.end, quotation.span.end});
    const std::uint32_t at = last.official.tokens[static_cast<std::size_t>(tail.official)].span.end;
    const std::string_view there =
        std::string_view(last.official.record.text).substr(at, own.size());
    if (own != there && !without_blanks(own).empty()) {
      found.insert("marks");
    }
  }
}

std::vector<std::string> Checker::tiers(const ArticleQuote& quotation, const ParsedQuote& parsed,
                                        const std::vector<QuoteStretch>& parts) const {
  std::set<std::string> found;
  for (const QuoteStretch& s : parts) {
    const WordPairing* before = nullptr;
    for (const WordPairing& w : s.words) {
      if (w.same) {
        compare_words(s, w, before, found);
      }
      before = w.same ? &w : nullptr;
    }
  }
  if (!parts.empty() && !parsed.ellipsis && parsed.brackets.empty()) {
    compare_ends(quotation, parts.front(), parts.back(), found);
  }
  if (parsed.ellipsis) {
    found.insert("ellipsis");
  }
  if (!parsed.brackets.empty()) {
    found.insert("brackets");
  }
  std::vector<std::string> out;
  for (const char* tier : {"marks", "spaces", "case", "ellipsis", "brackets"}) {
    if (found.contains(tier)) {
      out.emplace_back(tier);
    }
  }
  return out;
}

}  // namespace parallax::quote_check
