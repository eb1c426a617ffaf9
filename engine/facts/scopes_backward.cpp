/// Scopes of verb-final languages: negators, modals, implicative verbs and the endings of verbs
/// stand behind what they govern, so each reaches back to the beginning of its clause. A second
/// negation that reaches over the first cancels it ("it is not true that they did not").

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// A negative participle governs so many tokens in front of it.
constexpr std::size_t kParticipleReach = 2;
/// Content words in front of a verb that it governs directly.
constexpr int kGovernedContent = 2;

bool is_content_term(const Term& term) {
  return term.kind == TermKind::kPlain || term.kind == TermKind::kConcept;
}

class BackwardScopes {
 public:
  BackwardScopes(const ClaimContext& context, Claim& claim) : c_(context), claim_(claim) {}

  void run() {
    for (std::size_t i = 0; i < c_.size();) {
      if (boundary(i)) {
        begin_ = i + 1;
        ++i;
        continue;
      }
      i += std::max<std::size_t>(1, apply_at(i));
    }
  }

 private:
  /// Clauses end at marks, and at a comma or "and" behind a verb form.
  [[nodiscard]] bool boundary(std::size_t i) const {
    if (c_.is_any(i, {";", ":", "?", "!", "(", ")"})) {
      return true;
    }
    const bool joint = c_.is(i, ",") || c_.has(i, FunctionClass::kJoint);
    return joint && i > 0 && verb_form(i - 1);
  }

  [[nodiscard]] bool verb_form(std::size_t i) const {
    return c_.lexicon.functions.ends_with(c_.folded(i), FunctionClass::kVerbEnding) ||
           ending(c_.lexicon.negation, i) != nullptr;
  }

  /// Row of the word's ending; names have none.
  [[nodiscard]] const std::vector<std::string>* ending(const FactTable& table,
                                                       std::size_t i) const {
    const bool name =
        i > 0 && (c_.tokens[i].shape == Shape::kCapitalised || c_.tokens[i].shape == Shape::kUpper);
    return name || c_.tokens[i].kind != TokenKind::kWord ? nullptr : table.ending(c_.folded(i));
  }

  /// Applies what stands at `i`; tokens covered, 0 if nothing does.
  std::size_t apply_at(std::size_t i) {
    std::size_t length = 0;
    if (const auto* row = c_.look_up(c_.lexicon.negation, i, length)) {
      apply_word(row->front(), i, length);
      return length;
    }
    if (const auto* row = c_.look_up(c_.lexicon.implicative, i, length)) {
      apply_implicative(row->front(), i, length);
      return length;
    }
    const auto* modal = c_.look_up(c_.lexicon.modal, i, length);
    if (modal != nullptr) {
      set_modality(modality_of(modal->front()).value_or(Modality::kFact), begin_, i);
      mark_function(i, length);
    } else if (const auto* row = ending(c_.lexicon.modal, i)) {
      set_modality(modality_of(row->front()).value_or(Modality::kFact), begin_, i);
    }
    apply_ending(i);
    return length;
  }

  void apply_word(std::string_view kind, std::size_t i, std::size_t length) {
    if (kind == "negator" || kind == "none") {
      negate(begin_, i + length - 1);
      ++claim_.negators;
    } else if (kind == "terminator") {
      begin_ = i + length;
    }
    mark_function(i, length);
  }

  void apply_implicative(std::string_view effect, std::size_t i, std::size_t length) {
    const std::size_t last = i + length - 1;
    const bool refused =
        effect == "refuse" && i > 0 &&
        c_.lexicon.functions.ends_with(c_.folded(i - 1), FunctionClass::kVerbalNoun);
    if (effect == "flip" || refused) {
      negate(begin_, i == 0 ? 0 : i - 1);
      ++claim_.negators;
    } else if (effect == "attempt") {
      set_modality(Modality::kAttempted, begin_, last);
    } else if (effect == "intend") {
      set_modality(Modality::kIntended, begin_, last);
    }
    apply_ending(last);
  }

  void apply_ending(std::size_t i) {
    const auto* row = ending(c_.lexicon.negation, i);
    if (row == nullptr) {
      return;
    }
    const bool participle = row->front() == "suffix_near";
    const std::size_t near = i > kParticipleReach ? i - kParticipleReach : 0;
    negate(participle ? std::max(begin_, near) : begin_, i);
    ++claim_.negators;
  }

  [[nodiscard]] std::size_t local(const Term& term) const { return term.token - c_.first_token; }

  [[nodiscard]] bool inside(const Term& term, std::size_t first, std::size_t last) const {
    return local(term) >= first && local(term) <= last;
  }

  void negate(std::size_t first, std::size_t last) {
    for (Term& term : claim_.terms) {
      term.negated = inside(term, first, last) ? !term.negated : term.negated;
    }
    govern(first, last);
  }

  void set_modality(Modality modality, std::size_t first, std::size_t last) {
    if (modality == Modality::kFact) {
      return;
    }
    for (Term& term : claim_.terms) {
      if (inside(term, first, last) && term.modality == Modality::kFact) {
        term.modality = modality;
      }
    }
    govern(first, last);
  }

  /// The nearest content words and the nearest predicate in front of the marker.
  void govern(std::size_t first, std::size_t last) {
    int content = 0;
    bool predicate = false;
    for (auto term = claim_.terms.rbegin(); term != claim_.terms.rend(); ++term) {
      if (!inside(*term, first, last)) {
        continue;
      }
      const bool near = is_content_term(*term) && content < kGovernedContent;
      content += is_content_term(*term) ? 1 : 0;
      term->governed = term->governed || near || (term->predicate && !predicate);
      predicate = predicate || term->predicate;
    }
  }

  void mark_function(std::size_t first, std::size_t length) {
    for (Term& term : claim_.terms) {
      if (inside(term, first, first + length - 1) && term.kind == TermKind::kPlain) {
        term.kind = TermKind::kFunction;
      }
    }
  }

  const ClaimContext& c_;
  Claim& claim_;
  std::size_t begin_ = 0;  ///< First token of the clause.
};

}  // namespace

void apply_backward_scopes(const ClaimContext& c, Claim& claim) {
  BackwardScopes(c, claim).run();
}

}  // namespace parallax
