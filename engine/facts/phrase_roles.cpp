/// What the words of a claim do in it, for the reader of phrases.

#include "engine/facts/claim_context.hpp"
#include "engine/facts/noun_phrases.hpp"

namespace parallax {
namespace {

class RoleReader {
 public:
  RoleReader(const WordTable& words, const Document& document, Claim& claim)
      : document_(document), claim_(claim), reader_(words, document, claim) {}

  void read() {
    claim_.roles.assign(claim_.token_count, WordRole::kContent);
    for (std::uint32_t at = begin(); at < end(); ++at) {
      const Token& token = document_.tokens[at];
      // "Per Dahl": a capital in the middle of a sentence makes a name of any word.
      const bool name = at > begin() && token.shape == Shape::kCapitalised;
      if (token.kind == TokenKind::kPunctuation) {
        set(at, WordRole::kMark);
      } else if (!name) {
        set(at, listed_role(reader_.word(at)));
      }
    }
    for (const Term& term : claim_.terms) {
      mark_verb(term);
    }
    mark_figures();
    settle_participles();
  }

 private:
  [[nodiscard]] std::uint32_t begin() const { return reader_.begin(); }
  [[nodiscard]] std::uint32_t end() const { return reader_.end(); }
  [[nodiscard]] WordRole role(std::uint32_t at) const { return reader_.role(at); }
  [[nodiscard]] bool inside(std::uint32_t at) const { return at >= begin() && at < end(); }
  void set(std::uint32_t at, WordRole role) { claim_.roles[at - begin()] = role; }

  /// A verb is one by its analysis; a capital in the middle of a sentence makes it a name.
  void mark_verb(const Term& term) {
    const std::uint32_t at = term.token;
    if (term.verb && inside(at) && role(at) == WordRole::kContent &&
        (at == begin() || !has_capital(document_.tokens[at].shape))) {
      set(at, WordRole::kVerb);
    }
  }

  void mark_figures() {
    for (const DateMention& date : claim_.dates) {
      for (std::uint32_t at = date.first_token; at <= date.last_token; ++at) {
        if (inside(at) && role(at) != WordRole::kPreposition) {
          set(at, WordRole::kDate);
        }
      }
    }
    for (const Quantity& quantity : claim_.quantities) {
      if (role(quantity.first_token) == WordRole::kContent) {
        set(quantity.first_token, WordRole::kNumber);
      }
    }
    for (std::uint32_t at = begin() + 1; at < end(); ++at) {
      if (role(at - 1) == WordRole::kNumber &&
          reader_.is(at, {"million", "billion", "trillion", "thousand", "hundred", "dozen"})) {
        set(at, WordRole::kNumber);
      }
    }
  }

  /// A word that the analysis takes for a verb belongs to a noun by what stands around it: "two
  /// injured guards", "the guild's award", "rammed the Ostrian supply boat" (two verbs do not
  /// follow each other so closely).
  [[nodiscard]] bool belongs_to_noun(std::uint32_t at) const {
    constexpr std::uint32_t kClose = 4;
    const WordRole before = role(at - 1);
    const bool noun_behind = role(at + 1) == WordRole::kContent;
    if (reader_.word(at).ends_with("ed")) {
      return noun_behind && (before == WordRole::kDeterminer || before == WordRole::kNumber ||
                             reader_.possessive(at - 1) || reader_.is(at - 1, {"of"}));
    }
    if (reader_.possessive(at - 1) ||
        reader_.is(at - 1, {"the", "a", "an", "its", "his", "her", "their", "our"})) {
      return true;
    }
    bool ruled = false;
    for (std::uint32_t i = at; i > begin() && i + kClose > at; --i) {
      ruled = ruled || role(i - 1) == WordRole::kVerb;
    }
    return ruled && noun_behind && before == WordRole::kContent;
  }

  void settle_participles() {
    for (std::uint32_t at = begin() + 1; at + 1 < end(); ++at) {
      if (role(at) == WordRole::kVerb && belongs_to_noun(at)) {
        set(at, WordRole::kContent);
      }
    }
  }

  const Document& document_;
  Claim& claim_;
  const PhraseReader reader_;
};

}  // namespace

void read_roles(const ClaimContext& context, Claim& claim) {
  if (context.document.language == "en") {
    RoleReader(context.words, context.document, claim).read();
  }
}

}  // namespace parallax
