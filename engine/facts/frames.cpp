/// "The ministry said that ...", "..., said the ministry", "Bakanlik ... bildirdi": who says it is
/// no part of what is said. For languages whose function table names their complementisers.

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Tokens a frame at the end may have.
constexpr std::size_t kTrailingFrame = 12;

bool names_speaker(const Term& term) {
  return term.actor || term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
         term.kind == TermKind::kPlace;
}

class FrameReader {
 public:
  FrameReader(const ClaimContext& context, Claim& claim) : c_(context), claim_(claim) {}

  void run() {
    if (leading() || trailing()) {
      return;
    }
    if (verb_final(c_)) {
      final_verb();
    }
  }

 private:
  [[nodiscard]] std::size_t local(const Term& term) const { return term.token - c_.first_token; }

  [[nodiscard]] bool speech_in(std::size_t begin, std::size_t end) const {
    return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
      return term.speech && local(term) >= begin && local(term) < end;
    });
  }

  void mark(std::size_t begin, std::size_t end) {
    for (Term& term : claim_.terms) {
      if (names_speaker(term) && local(term) >= begin && local(term) < end) {
        term.frame = true;
      }
    }
  }

  bool leading() {
    for (std::size_t i = 1; i < c_.size(); ++i) {
      if (c_.has(i, FunctionClass::kThat)) {
        if (!speech_in(0, i)) {
          return false;
        }
        mark(0, i);
        return true;
      }
    }
    return false;
  }

  bool trailing() {
    const std::size_t low = c_.size() > kTrailingFrame ? c_.size() - kTrailingFrame : 0;
    for (std::size_t i = c_.size(); i-- > low;) {
      if (c_.is(i, ",")) {
        if (i == 0 || !speech_in(i, c_.size()) || verb_final(c_)) {
          return false;
        }
        mark(i, c_.size());
        return true;
      }
    }
    return false;
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
  if (c.lexicon.functions.any(FunctionClass::kThat)) {
    FrameReader(c, claim).run();
  }
}

}  // namespace parallax
