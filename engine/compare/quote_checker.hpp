#pragma once

/// One quotation after the other found in the official texts and judged. Internal to
/// engine/compare.

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/compare/quote_changes.hpp"
#include "engine/compare/quote_match.hpp"
#include "engine/compare/quote_parser.hpp"
#include "engine/compare/quotes.hpp"
#include "engine/compare/source_names.hpp"
#include "engine/facts/claims.hpp"
#include "models/base/utf8.hpp"
#include "models/text/language.hpp"

namespace parallax::quote_check {

/// A quotation is found where this share of its words is, and of its words that carry content.
inline constexpr double kMinShare = 0.6;
inline constexpr double kMinContentShare = 0.5;
/// Quotations of fewer words must be found whole.
inline constexpr std::size_t kShort = 4;
/// Further fragments are sought this many words around the longest one first.
inline constexpr std::uint32_t kNear = 600;
/// Fragments this near to each other are read together, with what the ellipsis leaves out.
inline constexpr std::uint32_t kReadTogether = 60;
/// Words that brackets may stand for.
inline constexpr std::size_t kBracketWords = 4;
/// Words at an end of a quotation that are set against what stands there in the official text.
inline constexpr std::size_t kEndWords = 3;
/// A quotation in a language of its own is told from this many words on.
inline constexpr std::size_t kLanguageWords = 8;

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
  void prepare(const std::vector<OfficialText>& officials);
  Status check(const ArticleQuote& quotation, QuoteCheck& out);

 private:
  /// Does the article name one of those whose texts are given?
  [[nodiscard]] bool ours(const ArticleQuote& quotation) const;
  static bool said_by(const ArticleQuote& quotation, const OfficialText& official);
  static bool better(const CheckedQuote& a, const CheckedQuote& b);
  [[nodiscard]] std::string language_of(const ArticleQuote& q, const ParsedQuote& parsed) const;
  [[nodiscard]] std::vector<MatchWord> words_of(const Fragment& f, const Document& official);
  Placement place(const ParsedQuote& parsed, const PreparedText& text, bool own);
  /// Between the fragments that are placed already, near to them.
  static WordRange range_for(std::size_t k, const Placement& p, const PreparedText& text);
  /// `own`: the article names the source of this text, so that one of three words may differ.
  static bool found(const std::optional<QuoteMatch>& match, const Fragment& fragment, bool own);
  void judge_placement(const ParsedQuote& parsed, const PreparedText& text, Placement& p) const;
  [[nodiscard]] bool is_content_match(const MatchStep& step, const Fragment& fragment,
                                      const PreparedText& text) const;
  /// Article token and official token of one step.
  [[nodiscard]] WordPairing pairing(const MatchStep& step, const Fragment& fragment,
                                    const PreparedText& text) const;
  /// Marks the words that brackets of the article stand for.
  static void elide_brackets(const Fragment& fragment, const std::vector<MatchStep>& steps,
                             std::vector<WordPairing>& words, std::size_t offset);
  /// Words at the ends of a quotation that the alignment left alone stand against the words that
  /// follow or precede in the sentence: "by 30 [July]" against "by 30 [June]".
  static std::vector<MatchStep> with_ends(const QuoteMatch& m, const PreparedText& text);
  /// The fragments as stretches to be read together.
  std::vector<QuoteStretch> stretches(const ParsedQuote& parsed, const PreparedText& text,
                                      const Placement& p) const;
  Result<CheckedQuote> judged(const ArticleQuote& quotation, const ParsedQuote& parsed,
                              std::size_t k, const Placement& p);
  /// Anything that could change a fact: other words, or words left out.
  static bool differs(const QuoteStretch& stretch);
  /// What the article put in, with the words that it stands for.
  void add_brackets(const ParsedQuote& parsed, const std::vector<QuoteStretch>& parts,
                    const Document& official, CheckedQuote& q) const;
  /// Words of the official text that are left out where the bracket stands.
  void add_replaced(const QuoteStretch& s, ByteSpan bracket, const Document& official,
                    std::vector<ByteSpan>& replaced) const;
  /// Begin of the first word of the article behind a step.
  [[nodiscard]] std::uint32_t next_article_word(const QuoteStretch& s, const WordPairing& w) const;
  /// Spans in the official text, and changes of the fragments as wholes.
  void add_placing(const ParsedQuote& parsed, const PreparedText& text, const Placement& p,
                   CheckedQuote& q) const;
  /// A faithful fragment whose first words are denied in the official text and not in the article.
  void add_denial(const std::vector<QuoteStretch>& parts, const FactLexicon& tables,
                  CheckedQuote& q);
  /// "is [not] safe", "[more than] 85": a denial or bound that the article put in.
  void add_inserted(const ParsedQuote& parsed, const FactLexicon& tables, CheckedQuote& q);
  /// Kind of what the words in brackets change; empty if they change nothing of substance.
  std::string_view kind_inserted(ByteSpan bracket, const FactLexicon& tables);
  /// The word is denied in the official text, and not in the article.
  void add_cut_denial(const WordPairing& w, ByteSpan denied, const FactLexicon& tables,
                      CheckedQuote& q);
  /// "85 per cent" out of "fewer than 85 per cent".
  void add_cut_bound(const std::vector<QuoteStretch>& parts, const FactLexicon& tables,
                     CheckedQuote& q);
  /// The sentence of a document that holds a token, read in full.
  Excerpt sentence_of(const Document& document, std::int32_t token, const FactLexicon& tables);
  static const Claim* claim_at(const Excerpt& e, std::int32_t token);
  static const Term* term_at(const Excerpt& e, const Claim& claim, std::int32_t token);
  static bool has_substance(const CheckedQuote& q, std::string_view kind);
  static QuoteLabel label_of(const ParsedQuote& parsed, const CheckedQuote& q);

  // What was folded.
  static std::string without_blanks(std::string_view text);
  static void compare_marks(std::string_view a, std::string_view b, std::set<std::string>& found);
  /// The same word in both texts, and what stands between it and the word before.
  void compare_words(const QuoteStretch& s, const WordPairing& w, const WordPairing* before,
                     std::set<std::string>& found) const;
  /// Marks in front of the first and behind the last word of the quotation.
  void compare_ends(const ArticleQuote& quotation, const QuoteStretch& first,
                    const QuoteStretch& last, std::set<std::string>& found) const;
  std::vector<std::string> tiers(const ArticleQuote& quotation, const ParsedQuote& parsed,
                                 const std::vector<QuoteStretch>& parts) const;

  // Who said it.
  /// Who says the found stretch in its official text: its issuer, else whom the text names.
  [[nodiscard]] NamedSource speaker_of(const CheckedQuote& q) const;
  /// All sources that the official texts give, other than `who`.
  [[nodiscard]] bool given_elsewhere(const NamedSource& article, const NamedSource& who) const;
  void judge_source(CheckedQuote& q) const;
  static std::string explained(const CheckedQuote& q);
  void finish(const ArticleQuote& quotation, std::optional<CheckedQuote> best,
              QuoteCheck& out) const;

  const Document& article_;
  WordTable& words_;
  FactLexicons& tables_;
  std::vector<std::unique_ptr<PreparedText>> texts_;
};

}  // namespace parallax::quote_check
