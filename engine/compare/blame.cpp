#include "engine/compare/blame.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {
namespace {

/// Tokens from `first` to `last`, document indices, `last` excluded.
struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

template <std::size_t N>
bool one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view kBlame[] = {"blame", "blames", "blamed", "blaming"};
constexpr std::string_view kHold[] = {"hold", "holds", "held", "holding"};
constexpr std::string_view kAccuse[] = {"accuse", "accuses", "accused", "accusing"};
constexpr std::string_view kResponsible[] = {"responsible", "accountable", "culpable",
                                             "answerable",  "liable",      "guilty"};
constexpr std::string_view kBurden[] = {"responsibility", "blame", "fault", "guilt"};
constexpr std::string_view kRests[] = {"lies", "lay", "rests", "rested", "falls", "fell", "is"};
constexpr std::string_view kWork[] = {"work", "doing", "handiwork", "fault"};
constexpr std::string_view kDone[] = {"caused",       "committed",    "provoked", "perpetrated",
                                      "orchestrated", "masterminded", "triggered"};
constexpr std::string_view kAscribe[] = {"attributed", "attributes", "attribute", "ascribed",
                                         "ascribes",   "traced",     "laid",      "pinned"};

/// Words of the claim by document index.
class Reader {
 public:
  Reader(const WordTable& words, const ClaimSide& side) : words_(words), side_(side) {
    first_ = side.claim.first_token;
    end_ = first_ + side.claim.token_count;
  }

  [[nodiscard]] std::vector<Blame> read() const {
    std::vector<Blame> found;
    for (std::uint32_t i = first_; i < end_; ++i) {
      if (std::optional<Blame> blame = at(i); blame && !blame->parties.empty()) {
        found.push_back(std::move(*blame));
      }
    }
    for (const Term& verb : side_.claim.terms) {
      if (std::optional<Blame> blame = by_deed(verb); blame && !blame->parties.empty()) {
        found.push_back(std::move(*blame));
      }
    }
    return found;
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= first_ && i < end_ ? std::string_view(words_[side_.document.tokens[i].word].folded)
                                   : std::string_view{};
  }
  [[nodiscard]] bool passive_at(std::uint32_t i) const {
    return std::any_of(side_.claim.terms.begin(), side_.claim.terms.end(), [&](const Term& term) {
      return term.token <= i && i < term.token + term.tokens && term.passive;
    });
  }
  [[nodiscard]] bool punctuation(std::uint32_t i) const {
    return side_.document.tokens[i].kind == TokenKind::kPunctuation;
  }
  /// First token in [from, until) that is one of the words; `until` if there is none.
  template <std::size_t N>
  [[nodiscard]] std::uint32_t find(std::uint32_t from, std::uint32_t until,
                                   const std::string_view (&list)[N]) const {
    for (std::uint32_t i = from; i < until; ++i) {
      if (one_of(word(i), list)) {
        return i;
      }
    }
    return until;
  }
  /// The phrase from `from` on ends with its clause.
  [[nodiscard]] std::uint32_t phrase_end(std::uint32_t from) const {
    std::uint32_t i = from;
    while (i < end_ && !(punctuation(i) && word(i) != "-" && word(i) != "'") && word(i) != "who" &&
           word(i) != "which" && word(i) != "that" && word(i) != "while" && word(i) != "and") {
      ++i;
    }
    return i;
  }
  /// The subject of what stands at `i`: back to the mark or conjunction in front of it.
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t i) const {
    while (i > first_ && !(punctuation(i - 1) && word(i - 1) != "-") && word(i - 1) != "that" &&
           word(i - 1) != "and" && word(i - 1) != "but") {
      --i;
    }
    return i;
  }
  [[nodiscard]] std::vector<const Term*> content(Stretch stretch) const {
    std::vector<const Term*> terms;
    for (const Term& term : side_.claim.terms) {
      const bool thing = is_content(term) && !term.relative && !term.attribute;
      if (thing && term.token >= stretch.first && term.token < stretch.last) {
        terms.push_back(&term);
      }
    }
    return terms;
  }
  [[nodiscard]] bool denied(Stretch stretch) const {
    return std::any_of(side_.claim.terms.begin(), side_.claim.terms.end(), [&](const Term& term) {
      return term.negated && term.token >= stretch.first && term.token < stretch.last;
    });
  }
  [[nodiscard]] std::optional<Blame> laid(Stretch party, Stretch deed) const {
    if (denied(party) || denied(deed)) {
      return std::nullopt;
    }
    return Blame{content(party), content(deed), {}, false};
  }
  /// What stands behind "for" or "of" in [from, until).
  [[nodiscard]] Stretch behind_for(std::uint32_t from, std::uint32_t until) const {
    constexpr std::string_view kFor[] = {"for", "of"};
    const std::uint32_t at = find(from, until, kFor);
    return at == until ? Stretch{until, until} : Stretch{at + 1, phrase_end(at + 1)};
  }

  [[nodiscard]] std::optional<Blame> at(std::uint32_t i) const {
    const std::uint32_t end = phrase_end(i + 1);
    if (one_of(word(i), kBlame) && word(i - 1) != "to" && word(i - 1) != "the") {
      return blamed(i, end);
    }
    if (one_of(word(i), kAccuse)) {
      constexpr std::string_view kOf[] = {"of"};
      const std::uint32_t of = find(i + 1, end, kOf);
      return of == end ? std::nullopt : laid({i + 1, of}, {of + 1, end});
    }
    if (one_of(word(i), kHold)) {
      const std::uint32_t key = find(i + 1, end, kResponsible);
      return key == end ? std::nullopt : laid({i + 1, key}, behind_for(key, end));
    }
    if (one_of(word(i), kResponsible) || (word(i) == "blame" && word(i - 1) == "to")) {
      const std::uint32_t begin = clause_begin(i);
      const bool held = find(begin, i, kHold) != i;
      return held ? std::nullopt : laid({begin, i}, behind_for(i, end));
    }
    if (one_of(word(i), kBurden)) {
      return rests(i, end);
    }
    return caused(i, end);
  }

  /// "blamed X for it", "blamed it on X", "X was blamed for it".
  [[nodiscard]] std::optional<Blame> blamed(std::uint32_t i, std::uint32_t end) const {
    constexpr std::string_view kFor[] = {"for"};
    constexpr std::string_view kOn[] = {"on"};
    const std::uint32_t at = find(i + 1, end, kFor);
    const std::uint32_t on = find(i + 1, end, kOn);
    if (at == i + 1) {
      return laid({clause_begin(i), i}, {at + 1, end});
    }
    return at < on    ? laid({i + 1, at}, {at + 1, end})
           : on < end ? laid({on + 1, end}, {i + 1, on})
                      : std::nullopt;
  }

  /// "Responsibility for it lies with X".
  [[nodiscard]] std::optional<Blame> rests(std::uint32_t i, std::uint32_t end) const {
    constexpr std::string_view kWith[] = {"with", "on", "upon", "to"};
    const std::uint32_t verb = find(i + 1, end, kRests);
    const std::uint32_t with = verb == end ? end : find(verb + 1, end, kWith);
    return with == end ? std::nullopt : laid({with + 1, end}, behind_for(i, verb));
  }

  /// "It was caused by X", "was the work of X", "attributed it to X".
  [[nodiscard]] std::optional<Blame> caused(std::uint32_t i, std::uint32_t end) const {
    const bool staged = one_of(word(i), kDone) || (word(i - 1) == "carried" && word(i) == "out");
    const std::uint32_t near = std::min(end, i + 4);
    constexpr std::string_view kBy[] = {"by"};
    const std::uint32_t by = staged ? find(i + 1, near, kBy) : near;
    if (by != near) {
      return laid({by + 1, end}, {clause_begin(i), i});
    }
    if (staged && word(i) != "caused" && word(i) != "provoked") {
      return std::nullopt;
    }
    if ((word(i) == "caused" || word(i) == "provoked") && i > first_ && word(i + 1) != "by" &&
        !passive_at(i)) {
      return laid({clause_begin(i), i}, {i + 1, end});
    }
    if (one_of(word(i), kWork) && word(i + 1) == "of") {
      return laid({i + 2, end}, {clause_begin(i), i});
    }
    if (one_of(word(i), kAscribe)) {
      constexpr std::string_view kTo[] = {"to", "on"};
      const std::uint32_t to = find(i + 1, end, kTo);
      const Stretch deed = to == i + 1 ? Stretch{clause_begin(i), i} : Stretch{i + 1, to};
      return to == end ? std::nullopt : laid({to + 1, end}, deed);
    }
    return std::nullopt;
  }

  /// "Gunmen killed the two": the acting party of the verb.
  [[nodiscard]] std::optional<Blame> by_deed(const Term& verb) const {
    if (!verb.verb || !verb.event || verb.negated || verb.relative || verb.frame ||
        verb.modality != Modality::kFact) {
      return std::nullopt;
    }
    Blame blame;
    blame.deed.push_back(&verb);
    blame.told_as_deed = true;
    for (const Term& term : side_.claim.terms) {
      if (!is_told(term) || term.clause != verb.clause || term.verb) {
        continue;
      }
      const bool object = term.slot == Slot::kObject && term.token > verb.token;
      if (verb.passive ? term.slot == Slot::kSubject : object) {
        blame.patients.push_back(&term);
      }
      if (!term.actor && !is_entity(term)) {
        continue;
      }
      const bool by = words_.stem(term.preposition) == "by" && term.token > verb.token;
      const bool subject = term.slot == Slot::kSubject && term.token < verb.token;
      if (verb.passive ? by : subject) {
        blame.parties.push_back(&term);
      }
    }
    return blame;
  }

  const WordTable& words_;
  const ClaimSide& side_;
  std::uint32_t first_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace

std::vector<Blame> blames_of(const WordTable& words, const ClaimSide& side) {
  const Claim& claim = side.claim;
  if (side.document.language != "en" || claim.question || claim.disputed ||
      claim.commitment == "conditional") {
    return {};
  }
  return Reader(words, side).read();
}

}  // namespace parallax
