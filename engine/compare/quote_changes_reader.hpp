#pragma once

/// Two stretches of words set against each other, fact by fact. Internal to engine/compare.

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "engine/compare/diverge.hpp"
#include "engine/compare/quote_changes.hpp"
#include "engine/facts/claims.hpp"

namespace parallax::quote_reading {

/// First and last token of one side.
struct Ends {
  std::int32_t first = -1, last = -1;
};
inline Ends ends_of(const std::vector<WordPairing>& words, std::int32_t WordPairing::*side) {
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

inline std::vector<Run> runs_of(const std::vector<WordPairing>& words) {
  RunCollector collector(ends_of(words, &WordPairing::article).first,
                         ends_of(words, &WordPairing::official).first);
  for (const WordPairing& w : words) {
    collector.add(w);
  }
  return std::move(collector).finish();
}

inline ByteSpan bytes_of(const Document& document, std::int32_t begin, std::int32_t end) {
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
inline std::span<const std::string_view> negating_prefixes(std::string_view language) {
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
inline bool negates(std::string_view longer, std::string_view word, std::string_view language) {
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
  std::vector<QuoteChange> read();

 private:
  /// Kind and reason of a changed fact; an empty kind means that nothing changed.
  struct Change {
    std::string kind, reason;
  };
  [[nodiscard]] ByteSpan article_bytes(const Run& run) const;
  [[nodiscard]] ByteSpan official_bytes(const Run& run) const;
  static bool touches(ByteSpan fact, ByteSpan run) { return fact.overlaps(run); }
  /// First and last word of the other side that stand for the words of a span.
  [[nodiscard]] std::optional<ByteSpan> counterpart(ByteSpan span, bool from_article) const;
  [[nodiscard]] bool in_a_run(ByteSpan span, bool article) const;

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
      // "November 5" for "5 November": the same, in another order
      const bool told = std::any_of(official.begin(), official.end(), [&](const Placed<Fact>& b) {
        return in_a_run(b.span, false) && compare(*a.fact, *b.fact).kind.empty();
      });
      if (!found && !told && !missing.empty() && in_a_run(a.span, true) && is_definite(*a.fact)) {
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
  static Change number_change(const Quantity& a, const Quantity& b);
  static Change date_change(const DateMention& a, const DateMention& b);
  static Change stance_change(const Stance& a, const Stance& b);
  static Change direction_change(const Direction& a, const Direction& b);
  /// A word against itself with a negating prefix: "legally" and "illegally".
  void affixes();
  [[nodiscard]] const std::string& folded(const Document& document, std::int32_t token) const;
  static bool is_entity_term(const Term& t);
  /// Names that stand where the official text has another name.
  void names();
  void name_against(const Term& a, ByteSpan here, ByteSpan there);
  [[nodiscard]] bool shares_word(ByteSpan article, ByteSpan official) const;
  static const Term* term_at(const Excerpt& e, std::int32_t token);
  /// The run nearest to a shared word, in front of it if there is one.
  [[nodiscard]] const Run* nearest_run(std::int32_t article_token) const;
  /// Shared words that are negated, possible or demanded on one side only.
  /// "We may close", "We ... close": an ellipsis over the word that decides. English.
  [[nodiscard]] bool leaves_out_decider() const;
  void scopes();
  /// Negating words of an excerpt: an ellipsis may hide one, and may break what the others reach.
  static std::size_t negators(const Excerpt& e);
  /// What the divergence rules see beyond single words, such as swapped roles.
  void rules();
  /// The official claim with most words of an article's claim.
  [[nodiscard]] const Claim* most_shared(const Claim& a) const;
  static bool inside(const Claim& claim, std::int32_t token, const Excerpt& e);
  /// Runs that no change of substance covers.
  void harmless();
  [[nodiscard]] bool has(std::string_view kind) const;
  void add(std::string kind, ByteSpan article, ByteSpan official, std::string reason);
  /// Told where the words differ; at the shared word where what differs was left out by ellipsis.
  void add_once(std::string_view kind, const WordPairing& w, std::string reason);

  const QuoteStretch& s_;
  const WordTable& words_;
  Excerpt article_;
  Excerpt official_;
  std::vector<Run> runs_;
  std::vector<QuoteChange> changes_;
};

}  // namespace parallax::quote_reading
