/// The stretches are read as texts of their own, so that both sides see the same context. Facts are
/// tied to each other through the words that both stretches share.

#include "engine/compare/quote_changes_reader.hpp"

namespace parallax::quote_reading {

std::vector<QuoteChange> Reader::read() {
  compare_facts(
      &Claim::quantities, [](const Quantity& a, const Quantity& b) { return number_change(a, b); },
      "number");
  compare_facts(
      &Claim::dates, [](const DateMention& a, const DateMention& b) { return date_change(a, b); },
      "date");
  compare_facts(
      &Claim::stances, [](const Stance& a, const Stance& b) { return stance_change(a, b); }, "");
  compare_facts(
      &Claim::directions,
      [](const Direction& a, const Direction& b) { return direction_change(a, b); }, "");
  affixes();
  names();
  scopes();
  rules();
  harmless();
  std::stable_sort(changes_.begin(), changes_.end(),
                   [](const QuoteChange& a, const QuoteChange& b) {
                     return a.article.begin != b.article.begin ? a.article.begin < b.article.begin
                                                               : a.substance && !b.substance;
                   });
  return std::move(changes_);
}

ByteSpan Reader::article_bytes(const Run& run) const {
  return bytes_of(s_.article, run.article_begin, run.article_end);
}

ByteSpan Reader::official_bytes(const Run& run) const {
  return bytes_of(s_.official, run.official_begin, run.official_end);
}

std::optional<ByteSpan> Reader::counterpart(ByteSpan span, bool from_article) const {
  std::optional<ByteSpan> out;
  const auto add = [&](ByteSpan other) { out = out ? out->join(other) : other; };
  const Document& here = from_article ? s_.article : s_.official;
  const Document& there = from_article ? s_.official : s_.article;
  for (const WordPairing& w : s_.words) {
    const std::int32_t own = from_article ? w.article : w.official;
    const std::int32_t other = from_article ? w.official : w.article;
    if (own >= 0 && other >= 0 && w.same &&
        here.tokens[static_cast<std::size_t>(own)].span.overlaps(span)) {
      add(there.tokens[static_cast<std::size_t>(other)].span);
    }
  }
  for (const Run& run : runs_) {
    const ByteSpan own = from_article ? article_bytes(run) : official_bytes(run);
    const ByteSpan other = from_article ? official_bytes(run) : article_bytes(run);
    if (touches(span, own) && !other.empty()) {
      add(other);
    }
  }
  return out;
}

bool Reader::in_a_run(ByteSpan span, bool article) const {
  return std::any_of(runs_.begin(), runs_.end(), [&](const Run& run) {
    return touches(span, article ? article_bytes(run) : official_bytes(run));
  });
}

const Claim* Reader::most_shared(const Claim& a) const {
  const Claim* best = nullptr;
  std::size_t most = 0;
  for (const Claim& b : official_.claims) {
    std::size_t shared = 0;
    for (const WordPairing& w : s_.words) {
      const bool both = inside(a, w.article, article_) && inside(b, w.official, official_);
      shared += w.same && both ? 1U : 0U;
    }
    if (shared > most) {
      most = shared;
      best = &b;
    }
  }
  return best;
}

bool Reader::inside(const Claim& claim, std::int32_t token, const Excerpt& e) {
  if (token < 0) {
    return false;
  }
  const auto local = static_cast<std::uint32_t>(token) - e.first;
  return local >= claim.first_token && local < claim.first_token + claim.token_count;
}

void Reader::harmless() {
  std::vector<QuoteChange> found;
  for (const Run& run : runs_) {
    const ByteSpan article = article_bytes(run);
    const ByteSpan official = official_bytes(run);
    const bool told = std::any_of(changes_.begin(), changes_.end(), [&](const QuoteChange& c) {
      return (!article.empty() && c.article.overlaps(article)) ||
             (!official.empty() && c.official.overlaps(official)) ||
             (c.article == article && c.official == official);
    });
    if (!told) {
      const char* kind = article.empty()    ? "omitted"
                         : official.empty() ? "added"
                         : run.forms_only   ? "form"
                                            : "word";
      found.push_back({kind, false, article, official, ""});
    }
  }
  changes_.insert(changes_.end(), found.begin(), found.end());
}

bool Reader::has(std::string_view kind) const {
  return std::any_of(changes_.begin(), changes_.end(),
                     [&](const QuoteChange& c) { return c.kind == kind; });
}

void Reader::add(std::string kind, ByteSpan article, ByteSpan official, std::string reason) {
  for (QuoteChange& c : changes_) {
    // Two entries of a table may cover one phrase ("condemn" and "strongly condemn").
    if (c.kind == kind && c.article.overlaps(article) && c.official.overlaps(official)) {
      c.article = c.article.join(article);
      c.official = c.official.join(official);
      return;
    }
  }
  changes_.push_back({std::move(kind), true, article, official, std::move(reason)});
}

void Reader::add_once(std::string_view kind, const WordPairing& w, std::string reason) {
  if (has(kind)) {
    return;
  }
  if (const Run* run = nearest_run(w.article)) {
    add(std::string(kind), article_bytes(*run), official_bytes(*run), std::move(reason));
  } else {
    add(std::string(kind), bytes_of(s_.article, w.article, w.article + 1),
        bytes_of(s_.official, w.official, w.official + 1), std::move(reason));
  }
}

}  // namespace parallax::quote_reading

namespace parallax {

Excerpt excerpt_of(const Document& whole, std::uint32_t first, std::uint32_t last,
                   const FactLexicon& tables, WordTable& words) {
  Excerpt e;
  e.first = first;
  e.shift = whole.tokens[first].span.begin;
  const std::uint32_t end = whole.tokens[last].span.end;
  e.document.record.text = std::string(whole.slice({e.shift, end}));
  e.document.record.date = whole.record.date;
  e.document.language = whole.language;
  e.document.paragraphs.push_back({});
  e.document.paragraphs.back().span = {0, end - e.shift};
  for (const Sentence& s : whole.sentences) {
    const std::uint32_t begin_token = std::max(s.first_token, first);
    const std::uint32_t end_token = std::min(s.first_token + s.token_count, last + 1);
    if (begin_token >= end_token) {
      continue;
    }
    Sentence cut;
    cut.first_token = static_cast<std::uint32_t>(e.document.tokens.size());
    cut.token_count = end_token - begin_token;
    cut.number = static_cast<std::uint32_t>(e.document.sentences.size()) + 1;
    for (std::uint32_t t = begin_token; t < end_token; ++t) {
      Token token = whole.tokens[t];
      token.span = {token.span.begin - e.shift, token.span.end - e.shift};
      e.document.tokens.push_back(token);
    }
    cut.span = {e.document.tokens[cut.first_token].span.begin, e.document.tokens.back().span.end};
    e.document.sentences.push_back(cut);
  }
  e.claims = extract_claims(e.document, tables, words);
  return e;
}

std::vector<QuoteChange> quote_changes(const QuoteStretch& stretch,
                                       const FactLexicon& article_tables,
                                       const FactLexicon& official_tables, WordTable& words) {
  const quote_reading::Ends a = quote_reading::ends_of(stretch.words, &WordPairing::article);
  const quote_reading::Ends b = quote_reading::ends_of(stretch.words, &WordPairing::official);
  if (a.first < 0 || b.first < 0) {
    return {};
  }
  Excerpt article = excerpt_of(stretch.article, static_cast<std::uint32_t>(a.first),
                               static_cast<std::uint32_t>(a.last), article_tables, words);
  Excerpt official = excerpt_of(stretch.official, static_cast<std::uint32_t>(b.first),
                                static_cast<std::uint32_t>(b.last), official_tables, words);
  return quote_reading::Reader(stretch, std::move(article), std::move(official), words).read();
}

}  // namespace parallax
