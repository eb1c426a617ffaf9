/// Who says it, in languages without clause rules: what stands in front of a verb of speech and its
/// complementizer ("le ministere a declare que"), between a source word and the comma ("selon le
/// ministere,"), in a tag behind a comma (", a declare le ministere"), and the first phrase where a
/// verb of speech ends the sentence ("Bakanlik ... bildirdi").

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Tokens between the verb of speech and its complementizer.
constexpr std::size_t kToComplementizer = 4;
/// Tokens of a source in front of its verb, and of a tag behind the comma.
constexpr std::size_t kSourceTokens = 14;
constexpr std::size_t kTagTokens = 12;

bool names_speaker(const Term& term) {
  return term.actor || term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
         term.kind == TermKind::kPlace;
}

class FrameReader {
 public:
  FrameReader(const ClaimContext& context, Claim& claim) : c_(context), claim_(claim) {}

  void run() {
    sources();
    if (near_speech() || distant_complement()) {
      return;
    }
    if (verb_final(c_)) {
      final_verb();
    } else {
      last_segment();
    }
  }

 private:
  [[nodiscard]] std::size_t local(const Term& term) const { return term.token - c_.first_token; }

  void frame_all(std::size_t begin, std::size_t end) {
    for (Term& term : claim_.terms) {
      term.frame = term.frame || (local(term) >= begin && local(term) < end);
    }
  }

  void frame_speakers(std::size_t begin, std::size_t end) {
    for (Term& term : claim_.terms) {
      const bool inside = local(term) >= begin && local(term) < end;
      term.frame = term.frame || (inside && names_speaker(term));
    }
  }

  /// First comma in [begin, end), or `end`.
  [[nodiscard]] std::size_t comma_in(std::size_t begin, std::size_t end) const {
    while (begin < end && !c_.is(begin, ",")) {
      ++begin;
    }
    return begin;
  }

  [[nodiscard]] bool speech_in(std::size_t begin, std::size_t end) const {
    return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
      return term.speech && local(term) >= begin && local(term) < end;
    });
  }

  /// Complementizer that follows the verb of speech at `i`; 0 if none does.
  [[nodiscard]] std::size_t complement_behind(std::size_t i) const {
    for (std::size_t at = i + 1; at < std::min(c_.size(), i + 1 + kToComplementizer); ++at) {
      if (c_.has(at, FunctionClass::kComplementizer) || c_.is(at, ":")) {
        return at;
      }
    }
    return 0;
  }

  /// Opens what is said and nothing else: French "que" opens relative clauses, too.
  [[nodiscard]] bool only_complements(std::size_t i) const {
    return c_.has(i, FunctionClass::kComplementizer) && !c_.has(i, FunctionClass::kRelative) &&
           !c_.has(i, FunctionClass::kOnly);
  }

  void sources() {
    for (std::size_t i = 0; i < c_.size(); ++i) {
      if (c_.has(i, FunctionClass::kSourceLead)) {
        const std::size_t comma = comma_in(i, c_.size());
        frame_all(i, i == 0 || comma < c_.size() ? comma : c_.size());
      }
    }
  }

  /// A verb of speech with its complementizer next to it, or behind the first comma.
  bool near_speech() {
    bool found = false;
    for (std::size_t t = 0; t < claim_.terms.size(); ++t) {
      const std::size_t i = local(claim_.terms[t]);
      if (!claim_.terms[t].speech || c_.has(i, FunctionClass::kSourceLead)) {
        continue;
      }
      const std::size_t complement = complement_behind(i);
      if (complement != 0 && i <= kSourceTokens) {
        frame_all(0, complement);
        found = true;
      } else if (i > 0 && comma_in(0, i) == i - 1 && c_.size() - i <= kTagTokens) {
        frame_all(i, c_.size());
        found = true;
      }
    }
    return found;
  }

  /// The first complementizer, with a verb of speech anywhere in front of it.
  bool distant_complement() {
    for (std::size_t i = 1; i < c_.size(); ++i) {
      if (only_complements(i)) {
        const bool said = speech_in(0, i);
        if (said) {
          frame_speakers(0, i);
        }
        return said;
      }
    }
    return false;
  }

  /// A verb of speech behind the last comma.
  void last_segment() {
    const std::size_t low = c_.size() > kTagTokens ? c_.size() - kTagTokens : 0;
    for (std::size_t i = c_.size(); i-- > low;) {
      if (c_.is(i, ",")) {
        if (i > 0 && speech_in(i, c_.size())) {
          frame_speakers(i, c_.size());
        }
        return;
      }
    }
  }

  /// The first phrase, where the last content word is a verb of saying.
  void final_verb() {
    const auto last =
        std::find_if(claim_.terms.rbegin(), claim_.terms.rend(),
                     [](const Term& term) { return term.kind != TermKind::kFunction; });
    if (last == claim_.terms.rend() || !last->speech) {
      return;
    }
    for (Term& term : claim_.terms) {
      if (term.kind == TermKind::kFunction) {
        continue;
      }
      if (!names_speaker(term)) {
        return;
      }
      term.frame = true;
    }
  }

  const ClaimContext& c_;
  Claim& claim_;
};

}  // namespace

void mark_frames(const ClaimContext& c, Claim& claim) {
  if (!c.lexicon.functions.empty()) {
    FrameReader(c, claim).run();
  }
}

}  // namespace parallax
