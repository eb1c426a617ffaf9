/// The verdict on a quotation that was found, with what was changed.

#include <limits>
#include <span>

#include "engine/compare/quote_checker.hpp"

namespace parallax::quote_check {

Result<CheckedQuote> Checker::judged(const ArticleQuote& quotation, const ParsedQuote& parsed,
                                     std::size_t k, const Placement& p) {
  const PreparedText& text = *texts_[k];
  const Document& official = text.official->document;
  Result<const FactLexicon*> own = tables_.get(official.language);
  if (!own) {
    return std::move(own).error();
  }
  CheckedQuote q;
  q.quotation = quotation;
  q.official = k;
  q.similarity = p.share;
  const std::vector<QuoteStretch> parts = stretches(parsed, text, p);
  for (const QuoteStretch& stretch : parts) {
    const std::vector<QuoteChange> changes =
        differs(stretch) ? quote_changes(stretch, *own.value(), *own.value(), words_)
                         : std::vector<QuoteChange>{};
    q.changes.insert(q.changes.end(), changes.begin(), changes.end());
  }
  add_placing(parsed, text, p, q);
  add_brackets(parsed, parts, official, q);
  add_inserted(parsed, *own.value(), q);
  add_denial(parts, *own.value(), q);
  add_cut_bound(parts, *own.value(), q);
  q.normalised = tiers(quotation, parsed, parts);
  q.label = label_of(parsed, q);
  return q;
}

bool Checker::differs(const QuoteStretch& stretch) {
  return std::any_of(stretch.words.begin(), stretch.words.end(),
                     [](const WordPairing& w) { return !w.same; });
}

void Checker::add_brackets(const ParsedQuote& parsed, const std::vector<QuoteStretch>& parts,
                           const Document& official, CheckedQuote& q) const {
  for (const ByteSpan bracket : parsed.brackets) {
    std::vector<ByteSpan> replaced;
    for (const QuoteStretch& s : parts) {
      add_replaced(s, bracket, official, replaced);
    }
    // More words than that were left out by an ellipsis beside the brackets.
    const bool few = !replaced.empty() && replaced.size() <= kBracketWords;
    const ByteSpan there = few ? replaced.front().join(replaced.back()) : ByteSpan{};
    q.changes.push_back({"bracket", false, bracket, there, "put in by the article"});
  }
}

void Checker::add_replaced(const QuoteStretch& s, ByteSpan bracket, const Document& official,
                           std::vector<ByteSpan>& replaced) const {
  std::uint32_t last = 0;  // end of the article's last word so far
  for (const WordPairing& w : s.words) {
    if (w.article >= 0) {
      last = article_.tokens[static_cast<std::size_t>(w.article)].span.end;
    }
    const bool here = last <= bracket.begin && next_article_word(s, w) >= bracket.end;
    if (w.elided && here) {
      replaced.push_back(official.tokens[static_cast<std::size_t>(w.official)].span);
    }
  }
}

std::uint32_t Checker::next_article_word(const QuoteStretch& s, const WordPairing& w) const {
  for (std::size_t k = static_cast<std::size_t>(&w - s.words.data()); k < s.words.size(); ++k) {
    if (s.words[k].article >= 0) {
      return article_.tokens[static_cast<std::size_t>(s.words[k].article)].span.begin;
    }
  }
  return static_cast<std::uint32_t>(article_.record.text.size());
}

void Checker::add_placing(const ParsedQuote& parsed, const PreparedText& text, const Placement& p,
                          CheckedQuote& q) const {
  const Document& official = text.official->document;
  const auto bytes = [&](std::uint32_t word) {
    return official.tokens[text.words.tokens[word]].span;
  };
  for (std::size_t f = 0; f < p.parts.size(); ++f) {
    const std::vector<std::uint32_t>& tokens = parsed.fragments[f].tokens;
    const ByteSpan here =
        article_.tokens[tokens.front()].span.join(article_.tokens[tokens.back()].span);
    if (!p.parts[f]) {
      q.changes.push_back({"added", false, here, {}, "not in the official text"});
      continue;
    }
    ByteSpan there = bytes(p.parts[f]->begin);
    for (const MatchStep& step : with_ends(*p.parts[f], text)) {
      there = step.text < 0 ? there : there.join(bytes(static_cast<std::uint32_t>(step.text)));
    }
    if (!p.in_order && !q.official_parts.empty() && there.begin < q.official_parts.back().end) {
      q.changes.push_back({"order", false, here, there, "stands earlier in the official text"});
    }
    q.official_span = q.official_parts.empty() ? there : q.official_span.join(there);
    q.official_parts.push_back(there);
  }
}

void Checker::add_denial(const std::vector<QuoteStretch>& parts, const FactLexicon& tables,
                         CheckedQuote& q) {
  if (parts.empty() || has_substance(q, "negation")) {
    return;
  }
  for (const WordPairing& w : parts.front().words) {
    if (w.article < 0 || w.official < 0 || !w.same) {
      continue;
    }
    const Excerpt official = sentence_of(parts.front().official, w.official, tables);
    const Claim* told = claim_at(official, w.official);
    const Term* term = told == nullptr ? nullptr : term_at(official, *told, w.official);
    if (term == nullptr || term->kind == TermKind::kFunction) {
      continue;
    }
    const bool predicate = term->verb || term->predicative || term->predicate;
    if (term->negated && (term->governed || predicate)) {
      add_cut_denial(w, official.whole(term->span), tables, q);
      return;
    }
    if (predicate && !term->negated) {
      return;
    }  // what is denied may stand behind its subject: "not true that the road is open"
  }
}

void Checker::add_cut_denial(const WordPairing& w, ByteSpan denied, const FactLexicon& tables,
                             CheckedQuote& q) {
  const Excerpt article = sentence_of(article_, w.article, tables);
  const Claim* claim = claim_at(article, w.article);
  const Term* quoted = claim == nullptr ? nullptr : term_at(article, *claim, w.article);
  if (quoted != nullptr && claim->negators == 0 && !quoted->negated) {
    q.changes.push_back({"negation", true,
                         article_.tokens[static_cast<std::size_t>(w.article)].span, denied,
                         "cut out of a denial"});
  }
}

void Checker::add_inserted(const ParsedQuote& parsed, const FactLexicon& tables, CheckedQuote& q) {
  for (const ByteSpan bracket : parsed.brackets) {
    const auto there = std::find_if(q.changes.begin(), q.changes.end(), [&](const QuoteChange& c) {
      return c.kind == "bracket" && c.article == bracket;
    });
    // One with words of the official text behind it stands for them.
    const bool put_in = there == q.changes.end() || there->official.empty();
    const std::string_view kind = put_in ? kind_inserted(bracket, tables) : std::string_view();
    if (!kind.empty()) {
      q.changes.push_back(
          {std::string(kind), true, bracket, {}, "put in by the article in brackets"});
      return;
    }
  }
}

std::string_view Checker::kind_inserted(ByteSpan bracket, const FactLexicon& tables) {
  const std::span<const Token> tokens(article_.tokens);
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (tokens[t].span.begin < bracket.begin || tokens[t].span.end > bracket.end) {
      continue;
    }
    const auto inside = tokens.subspan(t);
    const PhraseSet::Match no = tables.negation.phrases.match(inside, 0, words_);
    const std::string_view row = no.length > 0
                                     ? std::string_view(tables.negation.rows[no.payload].front())
                                     : std::string_view();
    if (row == "negator" || row == "none") {
      return "negation";
    }
    if (tables.bound.phrases.match(inside, 0, words_).length > 0) {
      return "number";
    }
  }
  return {};
}

void Checker::add_cut_bound(const std::vector<QuoteStretch>& parts, const FactLexicon& tables,
                            CheckedQuote& q) {
  if (parts.empty() || has_substance(q, "number")) {
    return;
  }
  const auto quantity_at = [](const Excerpt& e, std::int32_t token) -> const Quantity* {
    const auto t = static_cast<std::uint32_t>(token) - e.first;
    for (const Claim& claim : e.claims) {
      for (const Quantity& quantity : claim.quantities) {
        if (t >= quantity.first_token && t <= quantity.last_token) {
          return &quantity;
        }
      }
    }
    return nullptr;
  };
  for (const WordPairing& w : parts.front().words) {
    const bool number =
        w.article >= 0 && w.official >= 0 && w.same &&
        article_.tokens[static_cast<std::size_t>(w.article)].kind == TokenKind::kNumber;
    if (!number) {
      continue;
    }
    const Excerpt there = sentence_of(parts.front().official, w.official, tables);
    const Excerpt here = sentence_of(article_, w.article, tables);
    const Quantity* official = quantity_at(there, w.official);
    const Quantity* quoted = quantity_at(here, w.article);
    // "More than 300" holds at least what "300" says.
    const bool upper = official != nullptr && official->kind == QuantityKind::kBound &&
                       official->value.low < official->value.high &&
                       official->value.low == -std::numeric_limits<double>::infinity();
    if (upper && quoted != nullptr && quoted->kind != QuantityKind::kBound) {
      q.changes.push_back({"number", true, here.whole(quoted->span), there.whole(official->span),
                           "cut from a bound"});
      return;
    }
  }
}

Excerpt Checker::sentence_of(const Document& document, std::int32_t token,
                             const FactLexicon& tables) {
  const auto t = static_cast<std::uint32_t>(token);
  const auto it = std::upper_bound(
      document.sentences.begin(), document.sentences.end(), t,
      [](std::uint32_t wanted, const Sentence& s) { return wanted < s.first_token; });
  const Sentence& sentence = *(it - 1);
  return excerpt_of(document, sentence.first_token, sentence.first_token + sentence.token_count - 1,
                    tables, words_);
}

const Claim* Checker::claim_at(const Excerpt& e, std::int32_t token) {
  const auto t = static_cast<std::uint32_t>(token) - e.first;
  for (const Claim& claim : e.claims) {
    if (t >= claim.first_token && t < claim.first_token + claim.token_count) {
      return &claim;
    }
  }
  return nullptr;
}

const Term* Checker::term_at(const Excerpt& e, const Claim& claim, std::int32_t token) {
  const auto t = static_cast<std::uint32_t>(token) - e.first;
  for (const Term& term : claim.terms) {
    if (t >= term.token && t < term.token + term.tokens) {
      return &term;
    }
  }
  return nullptr;
}

bool Checker::has_substance(const CheckedQuote& q, std::string_view kind) {
  return std::any_of(q.changes.begin(), q.changes.end(), [&](const QuoteChange& c) {
    return c.substance && (kind.empty() || c.kind == kind);
  });
}

QuoteLabel Checker::label_of(const ParsedQuote& parsed, const CheckedQuote& q) {
  if (has_substance(q, "")) {
    return QuoteLabel::kAlteredInSubstance;
  }
  const bool marked = parsed.ellipsis || !parsed.brackets.empty();
  const bool altered = std::any_of(q.changes.begin(), q.changes.end(),
                                   [](const QuoteChange& c) { return c.kind != "bracket"; });
  return altered ? QuoteLabel::kAltered : marked ? QuoteLabel::kTrimmed : QuoteLabel::kVerbatim;
}

}  // namespace parallax::quote_check
