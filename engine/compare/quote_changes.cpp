/// The stretches are read as texts of their own, so that both sides see the same context. Facts are
/// tied to each other through the words that both stretches share.

#include "engine/compare/quote_changes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "engine/compare/diverge.hpp"
#include "engine/facts/claims.hpp"

namespace parallax {
namespace {

/// First and last token of one side.
struct Ends {
  std::int32_t first = -1, last = -1;
};
Ends ends_of(const std::vector<WordPairing>& words, std::int32_t WordPairing::*side) {
  Ends ends;
  for (const WordPairing& w : words) {
    if (w.*side >= 0) {
      ends.first = ends.first < 0 ? w.*side : ends.first;
      ends.last = w.*side;
    }
  }
  return ends;
}

/// Words that differ between two shared ones. Token ranges of the whole documents, half-open.
struct Run {
  std::int32_t article_begin = 0, article_end = 0;
  std::int32_t official_begin = 0, official_end = 0;
  bool forms_only = true;
};

/// Collects the runs of a stretch.
class RunCollector {
 public:
  /// Token indices of the first words of both sides.
  RunCollector(std::int32_t article, std::int32_t official)
      : article_(article), official_(official) {}

  void add(const WordPairing& w) {
    const bool differs = !w.same && !w.elided;
    if (differs && !open_) {
      runs_.push_back({article_, article_, official_, official_, true});
    }
    open_ = differs;
    if (differs) {
      Run& run = runs_.back();
      extend(w.article, run.article_begin, run.article_end);
      extend(w.official, run.official_begin, run.official_end);
      run.forms_only = run.forms_only && w.same_stem;
    }
    article_ = w.article >= 0 ? w.article + 1 : article_;
    official_ = w.official >= 0 ? w.official + 1 : official_;
  }

  [[nodiscard]] std::vector<Run> finish() && { return std::move(runs_); }

 private:
  static void extend(std::int32_t word, std::int32_t& begin, std::int32_t& end) {
    if (word >= 0) {
      begin = begin == end ? word : begin;
      end = word + 1;
    }
  }

  std::vector<Run> runs_;
  std::int32_t article_;  ///< Behind the last word seen.
  std::int32_t official_;
  bool open_ = false;
};

std::vector<Run> runs_of(const std::vector<WordPairing>& words) {
  RunCollector collector(ends_of(words, &WordPairing::article).first,
                         ends_of(words, &WordPairing::official).first);
  for (const WordPairing& w : words) {
    collector.add(w);
  }
  return std::move(collector).finish();
}

ByteSpan bytes_of(const Document& document, std::int32_t begin, std::int32_t end) {
  if (begin >= end) {
    const auto at = static_cast<std::size_t>(begin);
    const std::uint32_t byte = at < document.tokens.size()
                                   ? document.tokens[at].span.begin
                                   : static_cast<std::uint32_t>(document.record.text.size());
    return {byte, byte};
  }
  return {document.tokens[static_cast<std::size_t>(begin)].span.begin,
          document.tokens[static_cast<std::size_t>(end - 1)].span.end};
}

/// A fact with the bytes it stands on in the whole document.
template <class Fact>
struct Placed {
  const Fact* fact = nullptr;
  ByteSpan span;
};

template <class Fact>
std::vector<Placed<Fact>> facts_of(const Excerpt& e, std::vector<Fact> Claim::*list) {
  std::vector<Placed<Fact>> out;
  for (const Claim& claim : e.claims) {
    for (const Fact& fact : claim.*list) {
      out.push_back({&fact, e.whole(fact.span)});
    }
  }
  return out;
}

/// Prefixes that turn a word into its opposite.
std::span<const std::string_view> negating_prefixes(std::string_view language) {
  static constexpr std::array<std::string_view, 8> kEnglish = {"un", "in",  "il",  "im",
                                                               "ir", "non", "dis", "mis"};
  static constexpr std::array<std::string_view, 6> kRomance = {"in", "il",  "im",
                                                               "ir", "non", "des"};
  static constexpr std::array<std::string_view, 3> kGerman = {"un", "nicht", "miss"};
  static constexpr std::array<std::string_view, 2> kSlavic = {"\xd0\xbd\xd0\xb5",
                                                              "\xd0\xb1\xd0\xb5\xd0\xb7"};
  if (language == "en") {
    return kEnglish;
  }
  if (language == "fr" || language == "es" || language == "it" || language == "pt") {
    return kRomance;
  }
  if (language == "de") {
    return kGerman;
  }
  return language == "ru" || language == "uk" || language == "bg"
             ? std::span<const std::string_view>(kSlavic)
             : std::span<const std::string_view>();
}

/// Is `longer` the word `word` behind a negating prefix? Short words only look so ("side",
/// "inside").
bool negates(std::string_view longer, std::string_view word, std::string_view language) {
  constexpr std::size_t kMinBytes = 5;
  if (word.size() < kMinBytes || longer.size() <= word.size() || !longer.ends_with(word)) {
    return false;
  }
  const std::string_view prefix = longer.substr(0, longer.size() - word.size());
  const auto prefixes = negating_prefixes(language);
  return std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
}

/// Reads the changes of one stretch.
class Reader {
 public:
  Reader(const QuoteStretch& stretch, Excerpt article, Excerpt official, const WordTable& words)
      : s_(stretch),
        words_(words),
        article_(std::move(article)),
        official_(std::move(official)),
        runs_(runs_of(stretch.words)) {}

  std::vector<QuoteChange> read() {
    compare_facts(
        &Claim::quantities,
        [](const Quantity& a, const Quantity& b) { return number_change(a, b); }, "number");
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

 private:
  /// Kind and reason of a changed fact; an empty kind means that nothing changed.
  struct Change {
    std::string kind, reason;
  };

  [[nodiscard]] ByteSpan article_bytes(const Run& run) const {
    return bytes_of(s_.article, run.article_begin, run.article_end);
  }
  [[nodiscard]] ByteSpan official_bytes(const Run& run) const {
    return bytes_of(s_.official, run.official_begin, run.official_end);
  }

  static bool touches(ByteSpan fact, ByteSpan run) { return fact.overlaps(run); }

  /// First and last word of the other side that stand for the words of a span.
  [[nodiscard]] std::optional<ByteSpan> counterpart(ByteSpan span, bool from_article) const {
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

  [[nodiscard]] bool in_a_run(ByteSpan span, bool article) const {
    return std::any_of(runs_.begin(), runs_.end(), [&](const Run& run) {
      return touches(span, article ? article_bytes(run) : official_bytes(run));
    });
  }

  /// Every fact of the article that a run touches, against its counterpart. `missing` is the kind
  /// of a fact without one, which the article put in; empty if that is no change of substance. What
  /// the article leaves out changes no fact.
  template <class Fact, class Compare>
  void compare_facts(std::vector<Fact> Claim::*list, const Compare& compare,
                     const std::string& missing) {
    const auto article = facts_of(article_, list);
    const auto official = facts_of(official_, list);
    for (const Placed<Fact>& a : article) {
      const std::optional<ByteSpan> there = counterpart(a.span, true);
      bool found = false;
      for (std::size_t k = 0; there && k < official.size() && !found; ++k) {
        if (!official[k].span.overlaps(*there)) {
          continue;
        }
        found = true;
        const Change change = compare(*a.fact, *official[k].fact);
        const bool changed = in_a_run(a.span, true) || in_a_run(official[k].span, false);
        if (changed && !change.kind.empty()) {
          add(change.kind, a.span, official[k].span, change.reason);
        }
      }
      if (!found && !missing.empty() && in_a_run(a.span, true) && is_definite(*a.fact)) {
        add(missing, a.span, there.value_or(ByteSpan{}), "not in the official text");
      }
    }
  }

  /// Does it change the facts if it is put in? "Several" does not.
  template <class Fact>
  static bool is_definite(const Fact& fact) {
    if constexpr (std::is_same_v<Fact, Quantity>) {
      return fact.kind != QuantityKind::kVague;
    } else {
      return true;
    }
  }

  static Change number_change(const Quantity& a, const Quantity& b) {
    const bool same_value = a.value.low == b.value.low && a.value.high == b.value.high &&
                            a.value.low_open == b.value.low_open &&
                            a.value.high_open == b.value.high_open;
    const bool same_unit = a.unit == b.unit || a.unit.empty() || b.unit.empty();
    if (same_value && same_unit) {
      return {};
    }
    const bool apart = disjoint(a.value, b.value);
    return {"number", apart ? "another number" : !same_unit ? "another unit" : "another bound"};
  }

  static Change date_change(const DateMention& a, const DateMention& b) {
    const auto differs = [](int x, int y, int none) { return x != y && x != none && y != none; };
    const DateValue& x = a.value;
    const DateValue& y = b.value;
    const bool changed = differs(x.year, y.year, 0) || differs(x.month, y.month, 0) ||
                         differs(x.day, y.day, 0) || differs(x.weekday, y.weekday, 0) ||
                         differs(x.minute_from, y.minute_from, -1) ||
                         differs(x.minute_to, y.minute_to, -1);
    if (changed) {
      return {"date", "another date or time"};
    }
    const auto put_in = [](int article, int official, int none) {
      return article != none && official == none;
    };
    const bool fuller = put_in(x.year, y.year, 0) || put_in(x.month, y.month, 0) ||
                        put_in(x.day, y.day, 0) || put_in(x.minute_from, y.minute_from, -1);
    if (fuller && !a.relative && !b.relative) {
      return {"date", "a fuller date"};
    }
    return a.use != b.use ? Change{"date", "another relation to the date"} : Change{};
  }

  static Change stance_change(const Stance& a, const Stance& b) {
    if (a.negated != b.negated) {
      return {};  // told as negation
    }
    if (a.polarity * b.polarity < 0) {
      return {"stance", "the opposite position"};
    }
    if (!a.ladder.empty() && a.ladder == b.ladder && a.rank != b.rank) {
      return {"strength", a.rank > b.rank ? "stronger than the official text"
                                          : "weaker than the official text"};
    }
    return {};
  }

  static Change direction_change(const Direction& a, const Direction& b) {
    return a.axis == b.axis && a.sign != b.sign ? Change{"direction", "the opposite direction"}
                                                : Change{};
  }

  /// A word against itself with a negating prefix: "legally" and "illegally".
  void affixes() {
    for (const WordPairing& w : s_.words) {
      if (w.article < 0 || w.official < 0 || w.same) {
        continue;
      }
      const std::string& a = folded(s_.article, w.article);
      const std::string& b = folded(s_.official, w.official);
      if (negates(a, b, s_.article.language) || negates(b, a, s_.article.language)) {
        add("negation", bytes_of(s_.article, w.article, w.article + 1),
            bytes_of(s_.official, w.official, w.official + 1), "the opposite word");
      }
    }
  }

  [[nodiscard]] const std::string& folded(const Document& document, std::int32_t token) const {
    return words_[document.tokens[static_cast<std::size_t>(token)].word].surface_folded;
  }

  static bool is_entity_term(const Term& t) {
    return t.kind == TermKind::kName || t.kind == TermKind::kCountry || t.kind == TermKind::kPlace;
  }

  /// Names that stand where the official text has another name.
  void names() {
    for (const Claim& claim : article_.claims) {
      for (const Term& a : claim.terms) {
        const ByteSpan here = article_.whole(a.span);
        if (!is_entity_term(a) || !in_a_run(here, true)) {
          continue;
        }
        if (const auto there = counterpart(here, true)) {
          name_against(a, here, *there);
        }
      }
    }
  }

  void name_against(const Term& a, ByteSpan here, ByteSpan there) {
    for (const Claim& claim : official_.claims) {
      for (const Term& b : claim.terms) {
        const ByteSpan other = official_.whole(b.span);
        if (!is_entity_term(b) || !other.overlaps(there)) {
          continue;
        }
        // A longer or shorter form of one name shares words.
        const bool shares = a.id == b.id || shares_word(here, other);
        if (!shares) {
          add(b.kind == TermKind::kPlace && a.kind == TermKind::kPlace ? "place" : "name", here,
              other, "another name");
        }
        return;
      }
    }
  }

  [[nodiscard]] bool shares_word(ByteSpan article, ByteSpan official) const {
    return std::any_of(s_.words.begin(), s_.words.end(), [&](const WordPairing& w) {
      return w.article >= 0 && w.official >= 0 && (w.same || w.same_stem) &&
             s_.article.tokens[static_cast<std::size_t>(w.article)].span.overlaps(article) &&
             s_.official.tokens[static_cast<std::size_t>(w.official)].span.overlaps(official);
    });
  }

  static const Term* term_at(const Excerpt& e, std::int32_t token) {
    const auto local = static_cast<std::uint32_t>(token) - e.first;
    for (const Claim& claim : e.claims) {
      if (local < claim.first_token || local >= claim.first_token + claim.token_count) {
        continue;
      }
      for (const Term& term : claim.terms) {
        if (local >= term.token && local < term.token + term.tokens) {
          return &term;
        }
      }
    }
    return nullptr;
  }

  /// The run nearest to a shared word, in front of it if there is one.
  [[nodiscard]] const Run* nearest_run(std::int32_t article_token) const {
    const Run* before = nullptr;
    for (const Run& run : runs_) {
      if (run.article_begin <= article_token) {
        before = &run;
      } else {
        return before != nullptr ? before : &run;
      }
    }
    return before;
  }

  /// Shared words that are negated, possible or demanded on one side only.
  void scopes() {
    for (const WordPairing& w : s_.words) {
      if (w.article < 0 || w.official < 0 || !(w.same || w.same_stem)) {
        continue;
      }
      const Term* a = term_at(article_, w.article);
      const Term* b = term_at(official_, w.official);
      if (a == nullptr || b == nullptr || a->kind == TermKind::kFunction ||
          b->kind == TermKind::kFunction || a->relative != b->relative) {
        continue;
      }
      const bool governed = (a->governed || a->predicate) && (b->governed || b->predicate);
      if (a->negated != b->negated &&
          (!runs_.empty() || negators(article_) != negators(official_))) {
        add_once("negation", w,
                 a->negated ? "denies what the official text asserts"
                            : "asserts what the official text denies");
      } else if (governed && a->modality != b->modality && !runs_.empty()) {
        add_once(
            "modality", w,
            std::string(name_of(a->modality)) + " instead of " + std::string(name_of(b->modality)));
      }
    }
  }

  /// Negating words of an excerpt: an ellipsis may hide one, and may break what the others reach.
  static std::size_t negators(const Excerpt& e) {
    std::size_t n = 0;
    for (const Claim& claim : e.claims) {
      n += claim.negators;
    }
    return n;
  }

  /// What the divergence rules see beyond single words, such as swapped roles.
  void rules() {
    for (const Claim& a : article_.claims) {
      const Claim* b = most_shared(a);
      if (b == nullptr) {
        continue;
      }
      const PairContext pair{article_.document, official_.document, a, *b, words_};
      for (const Finding& f : diverge(pair, open_gate(pair))) {
        if (f.severity != Severity::kNote && !has(f.kind)) {
          add(f.kind, article_.whole(f.left.span), official_.whole(f.right.span), f.explanation);
        }
      }
    }
  }

  /// The official claim with most words of an article's claim.
  [[nodiscard]] const Claim* most_shared(const Claim& a) const {
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

  static bool inside(const Claim& claim, std::int32_t token, const Excerpt& e) {
    if (token < 0) {
      return false;
    }
    const auto local = static_cast<std::uint32_t>(token) - e.first;
    return local >= claim.first_token && local < claim.first_token + claim.token_count;
  }

  /// Runs that no change of substance covers.
  void harmless() {
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

  [[nodiscard]] bool has(std::string_view kind) const {
    return std::any_of(changes_.begin(), changes_.end(),
                       [&](const QuoteChange& c) { return c.kind == kind; });
  }

  void add(std::string kind, ByteSpan article, ByteSpan official, std::string reason) {
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

  /// Told where the words differ; at the shared word where what differs was left out by ellipsis.
  void add_once(std::string_view kind, const WordPairing& w, std::string reason) {
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

  const QuoteStretch& s_;
  const WordTable& words_;
  Excerpt article_;
  Excerpt official_;
  std::vector<Run> runs_;
  std::vector<QuoteChange> changes_;
};

}  // namespace

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
  const Ends a = ends_of(stretch.words, &WordPairing::article);
  const Ends b = ends_of(stretch.words, &WordPairing::official);
  if (a.first < 0 || b.first < 0) {
    return {};
  }
  Excerpt article = excerpt_of(stretch.article, static_cast<std::uint32_t>(a.first),
                               static_cast<std::uint32_t>(a.last), article_tables, words);
  Excerpt official = excerpt_of(stretch.official, static_cast<std::uint32_t>(b.first),
                                static_cast<std::uint32_t>(b.last), official_tables, words);
  return Reader(stretch, std::move(article), std::move(official), words).read();
}

}  // namespace parallax
