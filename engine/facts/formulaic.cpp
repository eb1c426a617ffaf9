/// Is a claim nothing but diplomatic formula? A claim is taken apart into its words without stop
/// words, marks and modifiers; formulas, what they take along, and who speaks must cover the rest.
/// Numbers above two, dates, negation and questions are never formula.

#include <algorithm>
#include <string_view>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// "The two ministers" is no figure.
constexpr double kSmallNumber = 2.0;

enum class FormulaClass : std::uint8_t {
  kNone,
  kPosition,
  kCourtesy,
  kFiller,
  kSpeaker,
  kModifier
};

FormulaClass class_of(std::string_view name) {
  return name == "position"   ? FormulaClass::kPosition
         : name == "courtesy" ? FormulaClass::kCourtesy
         : name == "filler"   ? FormulaClass::kFiller
         : name == "speaker"  ? FormulaClass::kSpeaker
                              : FormulaClass::kModifier;
}

FormulaClass look_up(const ClaimContext& context, std::span<const Token> tokens, std::size_t at,
                     std::size_t& length) {
  const FactTable& table = context.lexicon.formulaic;
  const PhraseSet::Match match = table.phrases.match(tokens, at, context.words);
  length = match.length;
  return match.length == 0 ? FormulaClass::kNone : class_of(table.rows[match.payload].front());
}

/// Words without stop words, marks and modifiers.
std::vector<Token> bare_words(const ClaimContext& context) {
  std::vector<Token> content;
  for (const Token& token : context.tokens) {
    if (token.kind != TokenKind::kPunctuation && !context.words[token.word].stop) {
      content.push_back(token);
    }
  }
  std::vector<Token> bare;
  for (std::size_t i = 0; i < content.size();) {
    std::size_t length = 0;
    if (look_up(context, content, i, length) == FormulaClass::kModifier) {
      i += length;
    } else {
      bare.push_back(content[i++]);
    }
  }
  return bare;
}

/// Names, and the unknown capitalised word that begins a sentence.
bool is_name(const Claim& claim, const Token& token) {
  if (token.span.begin == claim.span.begin && token.shape != Shape::kLower) {
    return true;
  }
  for (const Term& term : claim.terms) {
    if (term.span.contains(token.span)) {
      return term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
             term.kind == TermKind::kPlace;
    }
  }
  return false;
}

}  // namespace

void read_formula(const ClaimContext& context, Claim& claim) {
  const bool counts = std::any_of(claim.quantities.begin(), claim.quantities.end(),
                                  [](const Quantity& q) { return q.value.high > kSmallNumber; });
  if (context.lexicon.formulaic.rows.empty() || claim.negators > 0 || claim.question || counts ||
      !claim.dates.empty()) {
    return;
  }
  const std::vector<Token> bare = bare_words(context);
  bool position = false;
  bool courtesy = false;
  bool named_behind = false;  // somebody is named behind a formula
  for (std::size_t i = 0; i < bare.size();) {
    std::size_t length = 0;
    const FormulaClass found = look_up(context, bare, i, length);
    if (found == FormulaClass::kNone) {
      if (!is_name(claim, bare[i])) {
        return;
      }
      named_behind = named_behind || position || courtesy;
      ++i;
      continue;
    }
    position = position || found == FormulaClass::kPosition;
    courtesy = courtesy || found == FormulaClass::kCourtesy;
    i += length;
  }
  claim.formulaic = courtesy ? !(position && named_behind) : position && !named_behind;
}

}  // namespace parallax
