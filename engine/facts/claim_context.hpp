#pragma once

/// The tokens of one claim while its facts are read. Internal to engine/facts.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"
#include "engine/facts/fact_lexicon.hpp"

namespace parallax {

/// Positions are local: 0 is the claim's first token.
struct ClaimContext {
  const Document& document;
  const FactLexicon& lexicon;
  WordTable& words;
  std::span<const Token> tokens;
  std::uint32_t first_token = 0;
  std::vector<bool> taken;               ///< Tokens that a date or quantity covers.
  std::vector<std::uint64_t> functions;  ///< Classes of each token, see FunctionWords.

  [[nodiscard]] std::size_t size() const { return tokens.size(); }
  [[nodiscard]] const Word& word(std::size_t i) const { return words[tokens[i].word]; }
  [[nodiscard]] std::string_view folded(std::size_t i) const { return word(i).surface_folded; }
  [[nodiscard]] bool is(std::size_t i, std::string_view text) const {
    return i < tokens.size() && folded(i) == text;
  }
  [[nodiscard]] bool is_any(std::size_t i, std::initializer_list<std::string_view> list) const {
    if (i >= tokens.size()) {
      return false;
    }
    for (const std::string_view text : list) {
      if (folded(i) == text) {
        return true;
      }
    }
    return false;
  }
  /// True if the word at `i` does this job.
  [[nodiscard]] bool has(std::size_t i, FunctionClass kind) const {
    return i < functions.size() &&
           (functions[i] >> static_cast<unsigned>(kind) & std::uint64_t{1}) != 0;
  }
  [[nodiscard]] bool punctuation(std::size_t i) const {
    return i < tokens.size() && tokens[i].kind == TokenKind::kPunctuation;
  }
  [[nodiscard]] ByteSpan span(std::size_t first, std::size_t last) const {
    return {tokens[first].span.begin, tokens[last].span.end};
  }
  void take(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
      taken[i] = true;
    }
  }
  /// Row of a table's longest match at `i`; nullptr if none. `length` gets the tokens covered.
  [[nodiscard]] const std::vector<std::string>* look_up(const FactTable& table, std::size_t i,
                                                        std::size_t& length) const {
    const PhraseSet::Match match = table.phrases.match(tokens, i, words);
    length = match.length;
    return match.length == 0 ? nullptr : &table.rows[match.payload];
  }
};

/// Digits of any script and number words at `i` as a plain number; `length` = tokens covered, 0 if
/// there is none.
[[nodiscard]] double read_number(const ClaimContext& context, std::size_t i, std::size_t& length);

/// Tokens of a case or ordinal ending joined to digits that end before `i` ("-ti", "'u"): 2 or 0.
[[nodiscard]] std::size_t number_suffix(const ClaimContext& context, std::size_t i);

/// Value of a token of digits ("1,234.5", "1.234,5", Arabic digits); NaN if it is none.
[[nodiscard]] double digits_value(std::string_view text, std::string_view language);

/// The term that covers token `i` of the claim; nullptr if none does. Complexity O(terms).
[[nodiscard]] const Term* term_at(const ClaimContext& context, const Claim& claim, std::size_t i);
/// "The air force command said": token `i` names who says it. REQUIRES: frames are marked.
[[nodiscard]] bool in_frame(const ClaimContext& context, const Claim& claim, std::size_t i);

void read_dates(ClaimContext& context, Claim& claim);
void read_quantities(ClaimContext& context, Claim& claim);
void build_terms(ClaimContext& context, Claim& claim);
/// Clause, slot, preposition and governing verb of each term.
void mark_clauses(const ClaimContext& context, Claim& claim);
/// "The order permits X to leave" tells what X may do (English). REQUIRES: scopes and clauses are
/// marked.
void read_leave(const ClaimContext& context, Claim& claim);
/// Whom the claim blames, and who it says did what (English). REQUIRES: scopes and clauses are
/// marked.
void read_blames(const ClaimContext& context, Claim& claim);
/// Names that say where something is held though no preposition stands in front: "X hosted the
/// talks" (English). REQUIRES: clauses are marked.
void read_venues(const ClaimContext& context, Claim& claim);
void apply_scopes(const ClaimContext& context, Claim& claim);
/// Evaluations, demands, duties (stance.tsv). REQUIRES: scopes and clauses are marked.
void read_stances(const ClaimContext& context, Claim& claim);
/// Movements and states (direction.tsv, antonym.tsv). REQUIRES: scopes and clauses are marked.
void read_directions(const ClaimContext& context, Claim& claim);
/// Marks who says it, where no clause reader does: behind a source word ("selon"), in front of a
/// complementizer, behind a comma with a verb of saying, and the subject of a final one.
void mark_frames(const ClaimContext& context, Claim& claim);
/// English reporting clauses beside what is said: ", the ministry noted on Monday". REQUIRES:
/// clauses are marked.
void mark_reporting_clauses(const ClaimContext& context, Claim& claim);
/// "Did not leave until May" says when, "will not open before May" from when on: takes the negation
/// from the clause and gives the date its use (English). REQUIRES: scopes and clauses are marked.
void read_delays(const ClaimContext& context, Claim& claim);
/// True for languages whose verb stands last (function.tsv: "-", verb_final).
[[nodiscard]] bool verb_final(const ClaimContext& context);
/// Modality by its name in modal.tsv.
[[nodiscard]] std::optional<Modality> modality_of(std::string_view name);
/// Scopes of languages whose negators, modals and verb endings stand behind what they govern.
/// REQUIRES: terms with predicates marked.
void apply_backward_scopes(const ClaimContext& context, Claim& claim);
/// What the subject of the claim is said to be (English). REQUIRES: terms are built, frames marked.
void read_definition(const ClaimContext& context, Claim& claim);
/// Words of duty, leave, ban, plan and attempt (force.tsv). REQUIRES: frames are marked.
void read_forces(const ClaimContext& context, Claim& claim);
/// Words of degree with what they grade (grade.tsv). REQUIRES: scopes and clauses are marked.
void read_grades(const ClaimContext& context, Claim& claim);
/// Ends of ladders (step.tsv). REQUIRES: scopes are marked.
void read_steps(const ClaimContext& context, Claim& claim);
/// Stages of courses of events (stage.tsv). REQUIRES: frames are marked.
void read_stages(const ClaimContext& context, Claim& claim);
/// Facts of which a thing has one: dates, makers and places (English, particular.tsv). REQUIRES:
/// everything but key terms.
void read_particulars(const ClaimContext& context, Claim& claim);
/// "The second-largest port of X", "her third term" (English). REQUIRES: the same.
void read_ranks(const ClaimContext& context, Claim& claim);
/// Who owns, operates, wrote or won it (English, holder.tsv). REQUIRES: scopes and clauses are
/// marked.
void read_holders(const ClaimContext& context, Claim& claim);
/// What each word does in the claim (English). REQUIRES: everything but key terms.
void read_roles(const ClaimContext& context, Claim& claim);
/// Deeds with their parties (English). REQUIRES: roles are read.
void read_deeds(const ClaimContext& context, Claim& claim);
void bind_quantities(const ClaimContext& context, Claim& claim);
void read_key_terms(const ClaimContext& context, Claim& claim);
/// Reads everything before it: call last.
void read_formula(const ClaimContext& context, Claim& claim);
void bind_dates(const ClaimContext& context, Claim& claim);

}  // namespace parallax
