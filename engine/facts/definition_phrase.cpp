/// Kinds, traits and origins in what stands behind "is".

#include <algorithm>

#include "engine/facts/definition_parts.hpp"

namespace parallax {
namespace {

constexpr std::size_t kLongestPhrase = 24;
constexpr std::size_t kLongestKind = 4;

/// Reads the phrase behind the verb.
class Phrase {
 public:
  Phrase(const ClaimContext& c, const Claim& claim, Definition& definition)
      : c_(c), claim_(claim), definition_(definition) {}

  /// Tokens from `i` on; gives where the phrase ends.
  std::size_t read(std::size_t i) {
    const std::size_t last = std::min(c_.size(), i + kLongestPhrase);
    std::size_t begin = i;
    for (; i < last; ++i) {
      if (const std::size_t length = joined(i); i + length <= last) {
        i += length - 1;  // "memorandum of understanding"
        continue;
      }
      if (preposition(c_, i) || relative(c_, i) || opens(c_, i) || c_.is_any(i, {".", ";", ":"}) ||
          participle(begin, i)) {
        break;
      }
      if (c_.is_any(i, {",", "and", "or", "&"})) {
        part(begin, i);
        begin = i + 1;
        if (c_.is(i, ",") && told_by(begin)) {
          return i;
        }
      }
    }
    const std::size_t kinds = definition_.kinds.size();
    const bool ends = i >= c_.size() || c_.is_any(i, {".", ";"});
    part(begin, i);
    definition_.bare = ends && kinds == 0 && definition_.kinds.size() == 1 &&
                       definition_.kinds.front().span.begin == c_.tokens[begin].span.begin;
    return i;
  }

 private:
  /// Tokens of a kind of more than one word that begins at `i`, or more than there are.
  std::size_t joined(std::size_t i) const {
    std::size_t length = 0;
    const auto* row = c_.look_up(c_.lexicon.category, i, length);
    return row != nullptr && length > 1 ? length : c_.size() + 1;
  }

  /// ", the ministry said": no more of the phrase.
  bool told_by(std::size_t i) const {
    const Term* term = i < c_.size() ? term_at(c_, claim_, i + (c_.is(i, "the") ? 1 : 0)) : nullptr;
    return c_.is(i, "the") || (term != nullptr && term->frame);
  }

  /// "A film directed by": behind a noun; "a retired officer": in front of one.
  bool participle(std::size_t begin, std::size_t i) const {
    const bool ending = c_.folded(i).size() > 4 && c_.tokens[i].shape == Shape::kLower &&
                        (c_.folded(i).ends_with("ed") || c_.folded(i).ends_with("ing") ||
                         c_.is_any(i, {"written", "born", "held", "known", "shot", "made"}));
    std::size_t length = 0;
    return ending && i > begin && kind_ending(begin, i, length) != nullptr;
  }

  /// Row of the kind whose words end in front of `end`.
  const std::vector<std::string>* kind_ending(std::size_t begin, std::size_t end,
                                              std::size_t& length) const {
    const std::size_t reach = std::min(end - begin, kLongestKind);
    for (std::size_t k = reach; k > 0; --k) {
      const auto* row = c_.look_up(c_.lexicon.category, end - k, length);
      if (row != nullptr && length == k && (*row)[0] != "trait" && (*row)[0] != "continent") {
        return row;
      }
    }
    return nullptr;
  }

  void part(std::size_t begin, std::size_t end) {
    if (begin >= end) {
      return;
    }
    std::size_t length = 0;
    if (const auto* row = kind_ending(begin, end, length); row != nullptr) {
      const std::size_t first = end - length;
      definition_.kinds.push_back({c_.span(first, end - 1), (*row)[0], (*row)[1],
                                   length == 1 && c_.folded(first) == (*row)[1]});
    }
    for (std::size_t i = begin; i < end; ++i) {
      const auto* row = c_.look_up(c_.lexicon.category, i, length);
      if (row != nullptr && (*row)[0] == "trait" && i + length <= end) {
        const std::string& trait = (*row)[1];
        const std::size_t colon = trait.find(':');
        definition_.traits.push_back({c_.span(i, i + length - 1), trait.substr(0, colon),
                                      trait.substr(std::min(colon, trait.size() - 1) + 1), false});
      }
      origin(i);
    }
  }

  void origin(std::size_t i) {
    const Term* term = term_at(c_, claim_, i);
    const bool game = c_.is_any(i + 1, {"football", "footballer"});  // "American football"
    if (term != nullptr && term->kind == TermKind::kCountry &&
        term->token == document_token(c_, i) && !game) {
      definition_.origins.push_back(static_cast<std::uint32_t>(term - claim_.terms.data()));
    }
  }

  const ClaimContext& c_;
  const Claim& claim_;
  Definition& definition_;
};

}  // namespace

std::size_t read_phrase(const ClaimContext& c, const Claim& claim, std::size_t i,
                        Definition& definition) {
  return Phrase{c, claim, definition}.read(i);
}

}  // namespace parallax
