#include "engine/compare/quotes.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

#include "engine/compare/quote_changes.hpp"
#include "engine/compare/quote_match.hpp"
#include "engine/compare/source_names.hpp"
#include "engine/facts/claims.hpp"
#include "models/base/utf8.hpp"
#include "models/text/language.hpp"

namespace parallax {
namespace {

/// A quotation is found where this share of its words is, and of its words that carry content.
constexpr double kMinShare = 0.6;
constexpr double kMinContentShare = 0.5;
/// Quotations of fewer words must be found whole.
constexpr std::size_t kShort = 4;
/// Further fragments are sought this many words around the longest one first.
constexpr std::uint32_t kNear = 600;
/// Fragments this near to each other are read together, with what the ellipsis leaves out.
constexpr std::uint32_t kReadTogether = 60;
/// Words that brackets may stand for.
constexpr std::size_t kBracketWords = 4;
/// Words at an end of a quotation that are set against what stands there in the official text.
constexpr std::size_t kEndWords = 3;
/// A quotation in a language of its own is told from this many words on.
constexpr std::size_t kLanguageWords = 8;

TextPlace place_of(const Document& document, ByteSpan span) {
  const auto it =
      std::upper_bound(document.sentences.begin(), document.sentences.end(), span.begin,
                       [](std::uint32_t byte, const Sentence& s) { return byte < s.span.begin; });
  if (it == document.sentences.begin()) {
    return {};
  }
  return {(it - 1)->paragraph + 1, (it - 1)->number};
}

/// Words, and the signs that carry a meaning of their own: currencies, percent, degrees. Two prices
/// in different currencies are not the same words.
bool is_word(const Document& document, const Token& token) {
  if (token.kind != TokenKind::kPunctuation) {
    return true;
  }
  std::size_t at = 0;
  const char32_t c = next_code_point(document.slice(token.span), at);
  return c == '%' || c == '$' || (c >= 0xA2 && c <= 0xA5) || c == 0xB0 || c == 0x2030 ||
         c == 0x66A || c == 0x58F || c == 0x60B || (c >= 0x20A0 && c <= 0x20CF);
}

/// The words of an official text.
struct TextWords {
  explicit TextWords(const Document& document, const WordTable& table) {
    for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
      const Token& token = document.tokens[t];
      if (is_word(document, token)) {
        words.push_back({static_cast<std::uint32_t>(token.word),
                         static_cast<std::uint32_t>(table[token.word].stem_id)});
        tokens.push_back(t);
      }
    }
  }
  std::vector<MatchWord> words;
  std::vector<std::uint32_t> tokens;  ///< Token of each word.
};

struct PreparedText {
  PreparedText(const OfficialText& text, const WordTable& table)
      : official(&text), words(text.document, table), matcher(words.words) {}
  PreparedText(const PreparedText&) = delete;
  PreparedText& operator=(const PreparedText&) = delete;
  PreparedText(PreparedText&&) = delete;
  PreparedText& operator=(PreparedText&&) = delete;
  ~PreparedText() = default;

  const OfficialText* official;
  TextWords words;
  QuoteMatcher matcher;
};

/// Words between two ellipses.
struct Fragment {
  std::vector<std::uint32_t> tokens;         ///< Words, as tokens of the article.
  std::vector<std::size_t> brackets_before;  ///< Words in front of which brackets stand.
};

struct ParsedQuote {
  std::vector<Fragment> fragments;
  std::vector<ByteSpan> brackets;
  bool ellipsis = false;
  std::size_t words = 0;
};

class QuoteParser {
 public:
  QuoteParser(const Document& article, ByteSpan span) : article_(article) {
    const auto before = [](const Token& token, std::uint32_t byte) {
      return token.span.begin < byte;
    };
    const auto begin = article.tokens.begin();
    const auto first = std::lower_bound(begin, article.tokens.end(), span.begin, before);
    const auto last = std::lower_bound(first, article.tokens.end(), span.end, before);
    first_ = static_cast<std::uint32_t>(first - begin);
    end_ = static_cast<std::uint32_t>(last - begin);
  }

  ParsedQuote parse() {
    quote_.fragments.emplace_back();
    for (std::uint32_t t = first_; t < end_;) {
      t = step(t);
    }
    std::erase_if(quote_.fragments, [](const Fragment& f) { return f.tokens.empty(); });
    for (const Fragment& f : quote_.fragments) {
      quote_.words += f.tokens.size();
    }
    return std::move(quote_);
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t t) const {
    return t < end_ ? article_.slice(article_.tokens[t].span) : std::string_view();
  }

  /// Tokens of an ellipsis at `t`: the one character, or three and more full stops.
  [[nodiscard]] std::uint32_t ellipsis_at(std::uint32_t t) const {
    if (text(t) == "\xe2\x80\xa6") {
      return 1;
    }
    std::uint32_t n = 0;
    while (text(t + n) == ".") {
      ++n;
    }
    return n >= 3 ? n : 0;
  }

  void cut() {
    quote_.ellipsis = true;
    if (!quote_.fragments.back().tokens.empty()) {
      quote_.fragments.emplace_back();
    }
  }

  /// Token behind "[...]", "(...)" or "[words]" at `t`; `t` if there is none.
  std::uint32_t read_brackets(std::uint32_t t) {
    const bool square = text(t) == "[";
    if (!square && text(t) != "(") {
      return t;
    }
    if (const std::uint32_t n = ellipsis_at(t + 1); n > 0) {
      const std::string_view close = text(t + 1 + n);
      if (close == (square ? "]" : ")")) {
        cut();
        return t + n + 2;
      }
    }
    if (!square) {
      return t;
    }
    std::uint32_t end = t + 1;
    while (end < end_ && text(end) != "]") {
      ++end;
    }
    if (end >= end_) {
      return t;
    }
    quote_.brackets.push_back({article_.tokens[t].span.begin, article_.tokens[end].span.end});
    quote_.fragments.back().brackets_before.push_back(quote_.fragments.back().tokens.size());
    return end + 1;
  }

  std::uint32_t step(std::uint32_t t) {
    if (const std::uint32_t n = ellipsis_at(t); n > 0) {
      cut();
      return t + n;
    }
    if (const std::uint32_t behind = read_brackets(t); behind != t) {
      return behind;
    }
    if (is_word(article_, article_.tokens[t])) {
      quote_.fragments.back().tokens.push_back(t);
    }
    return t + 1;
  }

  const Document& article_;
  std::uint32_t first_ = 0;
  std::uint32_t end_ = 0;
  ParsedQuote quote_;
};

/// Where the fragments of a quotation stand in one text.
struct Placement {
  std::vector<std::optional<QuoteMatch>> parts;  ///< One a fragment.
  double share = 0.0;                            ///< Of words found.
  bool accepted = false;
  bool in_order = true;
};

class Checker {
 public:
  Checker(const Document& article, WordTable& words, FactLexicons& tables)
      : article_(article), words_(words), tables_(tables) {}

  void prepare(const std::vector<OfficialText>& officials) {
    for (const OfficialText& official : officials) {
      texts_.push_back(std::make_unique<PreparedText>(official, words_));
    }
  }

  Status check(const ArticleQuote& quotation, QuoteCheck& out) {
    const ParsedQuote parsed = QuoteParser(article_, quotation.span).parse();
    if (parsed.words == 0) {
      return Done{};
    }
    const std::string language = language_of(quotation, parsed);
    std::optional<CheckedQuote> best;
    bool comparable = false;
    for (std::size_t k = 0; k < texts_.size(); ++k) {
      const std::string& other = texts_[k]->official->document.language;
      if (language != other && language != "und" && other != "und") {
        continue;
      }
      comparable = true;
      const Placement placement =
          place(parsed, *texts_[k], said_by(quotation, *texts_[k]->official));
      if (!placement.accepted) {
        continue;
      }
      Result<CheckedQuote> found = judged(quotation, parsed, k, placement);
      if (!found) {
        return std::move(found).error();
      }
      if (!best || better(found.value(), *best)) {
        best = std::move(found).value();
      }
    }
    if (!best && !comparable) {
      out.skipped.push_back({place_of(article_, quotation.span), quotation, "language"});
    } else if (!best && parsed.words < kShort && !(parsed.words > 2 && ours(quotation))) {
      out.skipped.push_back({place_of(article_, quotation.span), quotation, "short"});
    } else {
      finish(quotation, std::move(best), out);
    }
    return Done{};
  }

 private:
  /// Does the article name one of those whose texts are given?
  [[nodiscard]] bool ours(const ArticleQuote& quotation) const {
    return std::any_of(texts_.begin(), texts_.end(),
                       [&](const auto& text) { return said_by(quotation, *text->official); });
  }

  static bool said_by(const ArticleQuote& quotation, const OfficialText& official) {
    const NamedSource who{quotation.source_name, quotation.source_country};
    return quotation.attributed &&
           (same_source(who, {official.source_name, official.source_country}) ||
            std::any_of(official.speakers.begin(), official.speakers.end(),
                        [&](const OfficialSpeaker& speaker) {
                          return same_source(who, {speaker.name, speaker.country});
                        }));
  }

  static bool better(const CheckedQuote& a, const CheckedQuote& b) {
    return a.label != b.label ? a.label < b.label : a.similarity > b.similarity;
  }

  [[nodiscard]] std::string language_of(const ArticleQuote& q, const ParsedQuote& parsed) const {
    if (parsed.words >= kLanguageWords) {
      const LanguageGuess guess = detect_language(article_.slice(q.span));
      if (guess.reliable && guess.confidence > 0.9) {
        return guess.code;
      }
    }
    return article_.language;
  }

  [[nodiscard]] std::vector<MatchWord> words_of(const Fragment& f, const Document& official) {
    std::vector<MatchWord> out;
    out.reserve(f.tokens.size());
    for (const std::uint32_t t : f.tokens) {
      // A quotation in another language than its article is read in that of the official text.
      const WordId id =
          official.language == article_.language
              ? article_.tokens[t].word
              : words_.intern(article_.slice(article_.tokens[t].span), official.language);
      out.push_back(
          {static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(words_[id].stem_id)});
    }
    return out;
  }

  Placement place(const ParsedQuote& parsed, const PreparedText& text, bool own) {
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

  /// Between the fragments that are placed already, near to them.
  static WordRange range_for(std::size_t k, const Placement& p, const PreparedText& text) {
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

  /// `own`: the article names the source of this text, so that one of three words may differ.
  static bool found(const std::optional<QuoteMatch>& match, const Fragment& fragment, bool own) {
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

  void judge_placement(const ParsedQuote& parsed, const PreparedText& text, Placement& p) const {
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
    p.accepted = p.share >= kMinShare && static_cast<double>(content_met) >=
                                             kMinContentShare * static_cast<double>(content);
  }

  [[nodiscard]] bool is_content_match(const MatchStep& step, const Fragment& fragment,
                                      const PreparedText& text) const {
    if (step.quote < 0 || step.text < 0) {
      return false;
    }
    const Word& a =
        words_[article_.tokens[fragment.tokens[static_cast<std::size_t>(step.quote)]].word];
    const MatchWord& b = text.words.words[static_cast<std::size_t>(step.text)];
    return !a.stop && (words_.stem(a.stem_id) == words_.stem(static_cast<StemId>(b.stem)));
  }

  /// Article token and official token of one step.
  [[nodiscard]] WordPairing pairing(const MatchStep& step, const Fragment& fragment,
                                    const PreparedText& text) const {
    WordPairing w;
    if (step.quote >= 0) {
      w.article = static_cast<std::int32_t>(fragment.tokens[static_cast<std::size_t>(step.quote)]);
    }
    if (step.text >= 0) {
      w.official =
          static_cast<std::int32_t>(text.words.tokens[static_cast<std::size_t>(step.text)]);
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

  /// Marks the words that brackets of the article stand for.
  static void elide_brackets(const Fragment& fragment, const std::vector<MatchStep>& steps,
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

  /// Words at the ends of a quotation that the alignment left alone stand against the words that
  /// follow or precede in the sentence: "by 30 [July]" against "by 30 [June]".
  static std::vector<MatchStep> with_ends(const QuoteMatch& m, const PreparedText& text) {
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

  /// The fragments as stretches to be read together.
  std::vector<QuoteStretch> stretches(const ParsedQuote& parsed, const PreparedText& text,
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

  Result<CheckedQuote> judged(const ArticleQuote& quotation, const ParsedQuote& parsed,
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
    add_denial(parts, *own.value(), q);
    q.normalised = tiers(quotation, parsed, parts);
    q.label = label_of(parsed, q);
    return q;
  }

  /// Anything that could change a fact: other words, or words left out.
  static bool differs(const QuoteStretch& stretch) {
    return std::any_of(stretch.words.begin(), stretch.words.end(),
                       [](const WordPairing& w) { return !w.same; });
  }

  /// What the article put in, with the words that it stands for.
  void add_brackets(const ParsedQuote& parsed, const std::vector<QuoteStretch>& parts,
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

  /// Words of the official text that are left out where the bracket stands.
  void add_replaced(const QuoteStretch& s, ByteSpan bracket, const Document& official,
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

  /// Begin of the first word of the article behind a step.
  [[nodiscard]] std::uint32_t next_article_word(const QuoteStretch& s, const WordPairing& w) const {
    for (std::size_t k = static_cast<std::size_t>(&w - s.words.data()); k < s.words.size(); ++k) {
      if (s.words[k].article >= 0) {
        return article_.tokens[static_cast<std::size_t>(s.words[k].article)].span.begin;
      }
    }
    return static_cast<std::uint32_t>(article_.record.text.size());
  }

  /// Spans in the official text, and changes of the fragments as wholes.
  void add_placing(const ParsedQuote& parsed, const PreparedText& text, const Placement& p,
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

  /// A faithful fragment whose first words are denied in the official text and not in the article.
  void add_denial(const std::vector<QuoteStretch>& parts, const FactLexicon& tables,
                  CheckedQuote& q) {
    if (parts.empty() || has_substance(q, "negation")) {
      return;
    }
    for (const WordPairing& w : parts.front().words) {
      if (w.article < 0 || w.official < 0 || !w.same) {
        continue;
      }
      const Excerpt official = sentence_of(parts.front().official, w.official, tables);
      const Claim* denied = claim_at(official, w.official);
      const Term* term = denied == nullptr ? nullptr : term_at(official, *denied, w.official);
      if (term == nullptr || term->kind == TermKind::kFunction) {
        continue;
      }
      if (!term->negated || !term->governed) {
        return;
      }
      const Excerpt article = sentence_of(article_, w.article, tables);
      const Claim* claim = claim_at(article, w.article);
      const Term* quoted = claim == nullptr ? nullptr : term_at(article, *claim, w.article);
      if (quoted != nullptr && claim->negators == 0 && !quoted->negated) {
        q.changes.push_back({"negation", true,
                             article_.tokens[static_cast<std::size_t>(w.article)].span,
                             official.whole(term->span), "cut out of a denial"});
      }
      return;
    }
  }

  /// The sentence of a document that holds a token, read in full.
  Excerpt sentence_of(const Document& document, std::int32_t token, const FactLexicon& tables) {
    const auto t = static_cast<std::uint32_t>(token);
    const auto it = std::upper_bound(
        document.sentences.begin(), document.sentences.end(), t,
        [](std::uint32_t wanted, const Sentence& s) { return wanted < s.first_token; });
    const Sentence& sentence = *(it - 1);
    return excerpt_of(document, sentence.first_token,
                      sentence.first_token + sentence.token_count - 1, tables, words_);
  }

  static const Claim* claim_at(const Excerpt& e, std::int32_t token) {
    const auto t = static_cast<std::uint32_t>(token) - e.first;
    for (const Claim& claim : e.claims) {
      if (t >= claim.first_token && t < claim.first_token + claim.token_count) {
        return &claim;
      }
    }
    return nullptr;
  }

  static const Term* term_at(const Excerpt& e, const Claim& claim, std::int32_t token) {
    const auto t = static_cast<std::uint32_t>(token) - e.first;
    for (const Term& term : claim.terms) {
      if (t >= term.token && t < term.token + term.tokens) {
        return &term;
      }
    }
    return nullptr;
  }

  static bool has_substance(const CheckedQuote& q, std::string_view kind) {
    return std::any_of(q.changes.begin(), q.changes.end(), [&](const QuoteChange& c) {
      return c.substance && (kind.empty() || c.kind == kind);
    });
  }

  static QuoteLabel label_of(const ParsedQuote& parsed, const CheckedQuote& q) {
    if (has_substance(q, "")) {
      return QuoteLabel::kAlteredInSubstance;
    }
    const bool marked = parsed.ellipsis || !parsed.brackets.empty();
    const bool altered = std::any_of(q.changes.begin(), q.changes.end(),
                                     [](const QuoteChange& c) { return c.kind != "bracket"; });
    return altered ? QuoteLabel::kAltered : marked ? QuoteLabel::kTrimmed : QuoteLabel::kVerbatim;
  }

  // What was folded.

  static std::string without_blanks(std::string_view text) {
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

  static void compare_marks(std::string_view a, std::string_view b, std::set<std::string>& found) {
    if (a == b) {
      return;
    }
    found.insert(without_blanks(a) == without_blanks(b) ? "spaces" : "marks");
  }

  /// The same word in both texts, and what stands between it and the word before.
  void compare_words(const QuoteStretch& s, const WordPairing& w, const WordPairing* before,
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

  /// Marks in front of the first and behind the last word of the quotation.
  void compare_ends(const ArticleQuote& quotation, const QuoteStretch& first,
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
      const std::uint32_t at =
          last.official.tokens[static_cast<std::size_t>(tail.official)].span.end;
      const std::string_view there =
          std::string_view(last.official.record.text).substr(at, own.size());
      if (own != there && !without_blanks(own).empty()) {
        found.insert("marks");
      }
    }
  }

  std::vector<std::string> tiers(const ArticleQuote& quotation, const ParsedQuote& parsed,
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

  // Who said it.

  /// Who says the found stretch in its official text: its issuer, else whom the text names.
  [[nodiscard]] NamedSource speaker_of(const CheckedQuote& q) const {
    const OfficialText& official = *texts_[*q.official]->official;
    for (const OfficialSpeaker& speaker : official.speakers) {
      for (const ByteSpan span : speaker.spans) {
        if (span.overlaps(q.official_span)) {
          return {speaker.name, speaker.country};
        }
      }
    }
    return {official.source_name, official.source_country};
  }

  /// All sources that the official texts give, other than `who`.
  [[nodiscard]] bool given_elsewhere(const NamedSource& article, const NamedSource& who) const {
    const auto is_other = [&](const NamedSource& given) {
      return !given.name.empty() && given.name != who.name && same_source(article, given);
    };
    for (const auto& text : texts_) {
      const OfficialText& official = *text->official;
      if (is_other({official.source_name, official.source_country})) {
        return true;
      }
      for (const OfficialSpeaker& speaker : official.speakers) {
        if (is_other({speaker.name, speaker.country})) {
          return true;
        }
      }
    }
    return false;
  }

  void judge_source(CheckedQuote& q) const {
    const NamedSource who = speaker_of(q);
    const NamedSource article{q.quotation.source_name, q.quotation.source_country};
    q.official_source = who.name;
    // What a ministry publishes, it says itself, whoever speaks in it.
    const OfficialText& official = *texts_[*q.official]->official;
    const NamedSource issuer{official.source_name, official.source_country};
    const auto means = [&](const NamedSource& named) {
      return same_source(named, who) || same_source(named, issuer);
    };
    if (article.name.empty() || who.name.empty() || means(article) ||
        means({q.quotation.mention, ""}) || means({q.quotation.alternative, ""})) {
      return;
    }
    const bool other_country =
        !article.country.empty() && !who.country.empty() && article.country != who.country;
    const bool changed = q.label == QuoteLabel::kAlteredInSubstance;
    if (!changed && (given_elsewhere(article, who) || other_country)) {
      q.label = QuoteLabel::kMisattributed;
    }
  }

  static std::string explained(const CheckedQuote& q) {
    switch (q.label) {
      case QuoteLabel::kVerbatim:
        return "The same words stand in the official text";
      case QuoteLabel::kTrimmed:
        return "Its parts stand in the official text in this order; the article marks what it "
               "leaves out or puts in";
      case QuoteLabel::kAltered:
        return "Words differ from the official text, but no fact does";
      case QuoteLabel::kMisattributed:
        return "The article names " + q.quotation.source_name + ", but the words are those of " +
               q.official_source;
      case QuoteLabel::kNotFound:
        return "No official text says this";
      case QuoteLabel::kAlteredInSubstance:
        break;
    }
    std::string kinds;
    for (const QuoteChange& c : q.changes) {
      if (c.substance && kinds.find(c.kind) == std::string::npos) {
        kinds += (kinds.empty() ? "" : ", ") + c.kind;
      }
    }
    return "The quotation changes the official text in substance: " + kinds;
  }

  void finish(const ArticleQuote& quotation, std::optional<CheckedQuote> best,
              QuoteCheck& out) const {
    CheckedQuote q = best ? std::move(*best) : CheckedQuote{};
    q.quotation = quotation;
    q.article_place = place_of(article_, quotation.span);
    if (q.official) {
      q.official_place = place_of(texts_[*q.official]->official->document, q.official_span);
      judge_source(q);
    }
    std::stable_sort(q.changes.begin(), q.changes.end(),
                     [](const QuoteChange& a, const QuoteChange& b) {
                       return a.article.begin < b.article.begin;
                     });
    q.explanation = explained(q);
    out.quotes.push_back(std::move(q));
  }

  const Document& article_;
  WordTable& words_;
  FactLexicons& tables_;
  std::vector<std::unique_ptr<PreparedText>> texts_;
};

void warn_of_languages(const std::vector<OfficialText>& officials, const Document& article,
                       QuoteCheck& check) {
  for (const OfficialText& official : officials) {
    const std::string& language = official.document.language;
    if (language != article.language) {
      check.warnings.push_back(
          official.document.record.path + ": is in '" + language + "', the article in '" +
          article.language + "'; only quotations in '" + language + "' can be checked against it");
    }
  }
}

}  // namespace

std::string_view name_of(QuoteLabel label) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "verbatim", "trimmed", "altered", "altered_in_substance", "misattributed", "not_found"};
  return kNames.at(static_cast<std::size_t>(label));
}

std::size_t count_label(const QuoteCheck& check, QuoteLabel label) {
  return static_cast<std::size_t>(
      std::count_if(check.quotes.begin(), check.quotes.end(),
                    [&](const CheckedQuote& q) { return q.label == label; }));
}

Result<QuoteCheck> check_quotes(const std::vector<OfficialText>& officials, const Document& article,
                                const std::vector<ArticleQuote>& quotations, WordTable& words,
                                FactLexicons& tables) {
  QuoteCheck check;
  Checker checker(article, words, tables);
  checker.prepare(officials);
  for (const ArticleQuote& quotation : quotations) {
    if (Status status = checker.check(quotation, check); !status) {
      return std::move(status).error();
    }
  }
  warn_of_languages(officials, article, check);
  return check;
}

}  // namespace parallax
