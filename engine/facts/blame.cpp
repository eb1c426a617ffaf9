/// Whom a claim makes responsible for what, and who it says did it. English.

#include <algorithm>
#include <optional>
#include <string_view>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Tokens from `first` to `last`, local positions, `last` excluded.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
};

template <std::size_t N>
bool one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool named(const Term& term) {
  return term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
         term.kind == TermKind::kPlace;
}

bool content_term(const Term& term) {
  return term.kind == TermKind::kPlain || term.kind == TermKind::kConcept || named(term);
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

class Reader {
 public:
  Reader(const ClaimContext& context, const Claim& claim) : c_(context), claim_(claim) {}

  [[nodiscard]] std::vector<Blame> read() const {
    std::vector<Blame> found;
    for (std::size_t i = 0; i < c_.size(); ++i) {
      if (std::optional<Blame> blame = at(i); blame && !blame->parties.empty()) {
        found.push_back(std::move(*blame));
      }
    }
    for (std::size_t t = 0; t < claim_.terms.size(); ++t) {
      if (std::optional<Blame> blame = by_deed(t); blame && !blame->parties.empty()) {
        found.push_back(std::move(*blame));
      }
    }
    return found;
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < c_.size() ? c_.folded(i) : std::string_view{};
  }
  [[nodiscard]] std::size_t local(const Term& term) const { return term.token - c_.first_token; }
  [[nodiscard]] bool passive_at(std::size_t i) const {
    return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
      return local(term) <= i && i < local(term) + term.tokens && term.passive;
    });
  }
  [[nodiscard]] bool punctuation(std::size_t i) const { return c_.punctuation(i); }
  /// First token in [from, until) that is one of the words; `until` if there is none.
  template <std::size_t N>
  [[nodiscard]] std::size_t find(std::size_t from, std::size_t until,
                                 const std::string_view (&list)[N]) const {
    for (std::size_t i = from; i < until; ++i) {
      if (one_of(word(i), list)) {
        return i;
      }
    }
    return until;
  }
  /// The phrase from `from` on ends with its clause.
  [[nodiscard]] std::size_t phrase_end(std::size_t from) const {
    std::size_t i = from;
    while (i < c_.size() && !(punctuation(i) && word(i) != "-" && word(i) != "'") &&
           word(i) != "who" && word(i) != "which" && word(i) != "that" && word(i) != "while" &&
           word(i) != "and") {
      ++i;
    }
    return i;
  }
  /// The subject of what stands at `i`: back to the mark or conjunction in front of it.
  [[nodiscard]] std::size_t clause_begin(std::size_t i) const {
    while (i > 0 && !(punctuation(i - 1) && word(i - 1) != "-") && word(i - 1) != "that" &&
           word(i - 1) != "and" && word(i - 1) != "but") {
      --i;
    }
    return i;
  }
  [[nodiscard]] std::vector<std::uint32_t> content(Stretch stretch) const {
    std::vector<std::uint32_t> terms;
    for (std::size_t t = 0; t < claim_.terms.size(); ++t) {
      const Term& term = claim_.terms[t];
      const bool thing = content_term(term) && !term.relative && !term.attribute;
      if (thing && local(term) >= stretch.first && local(term) < stretch.last) {
        terms.push_back(static_cast<std::uint32_t>(t));
      }
    }
    return terms;
  }
  [[nodiscard]] bool denied(Stretch stretch) const {
    return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
      return term.negated && local(term) >= stretch.first && local(term) < stretch.last;
    });
  }
  [[nodiscard]] std::optional<Blame> laid(Stretch party, Stretch deed) const {
    if (denied(party) || denied(deed)) {
      return std::nullopt;
    }
    return Blame{content(party), content(deed), {}, false};
  }
  /// What stands behind "for" or "of" in [from, until).
  [[nodiscard]] Stretch behind_for(std::size_t from, std::size_t until) const {
    constexpr std::string_view kFor[] = {"for", "of"};
    const std::size_t at = find(from, until, kFor);
    return at == until ? Stretch{until, until} : Stretch{at + 1, phrase_end(at + 1)};
  }

  /// Words that one of the patterns begins with: a cheap first look.
  [[nodiscard]] bool opens(std::size_t i) const {
    static constexpr std::string_view kMore[] = {"carried", "out", "caused", "provoked"};
    const std::string_view w = word(i);
    constexpr std::size_t kShortest = 3;
    return w.size() >= kShortest &&
           (one_of(w, kBlame) || one_of(w, kAccuse) || one_of(w, kHold) ||
            one_of(w, kResponsible) || one_of(w, kBurden) || one_of(w, kWork) ||
            one_of(w, kAscribe) || one_of(w, kDone) || one_of(w, kMore));
  }

  [[nodiscard]] std::optional<Blame> at(std::size_t i) const {
    if (!opens(i)) {
      return std::nullopt;
    }
    const std::size_t end = phrase_end(i + 1);
    if (one_of(word(i), kBlame) && word(i - 1) != "to" && word(i - 1) != "the") {
      return blamed(i, end);
    }
    if (one_of(word(i), kAccuse)) {
      constexpr std::string_view kOf[] = {"of"};
      const std::size_t of = find(i + 1, end, kOf);
      return of == end ? std::nullopt : laid({i + 1, of}, {of + 1, end});
    }
    if (one_of(word(i), kHold)) {
      const std::size_t key = find(i + 1, end, kResponsible);
      return key == end ? std::nullopt : laid({i + 1, key}, behind_for(key, end));
    }
    if (one_of(word(i), kResponsible) || (word(i) == "blame" && word(i - 1) == "to")) {
      const std::size_t begin = clause_begin(i);
      const bool held = find(begin, i, kHold) != i;
      return held ? std::nullopt : laid({begin, i}, behind_for(i, end));
    }
    if (one_of(word(i), kBurden)) {
      return rests(i, end);
    }
    return caused(i, end);
  }

  /// "blamed X for it", "blamed it on X", "X was blamed for it".
  [[nodiscard]] std::optional<Blame> blamed(std::size_t i, std::size_t end) const {
    constexpr std::string_view kFor[] = {"for"};
    constexpr std::string_view kOn[] = {"on"};
    const std::size_t at = find(i + 1, end, kFor);
    const std::size_t on = find(i + 1, end, kOn);
    if (at == i + 1) {
      return laid({clause_begin(i), i}, {at + 1, end});
    }
    return at < on    ? laid({i + 1, at}, {at + 1, end})
           : on < end ? laid({on + 1, end}, {i + 1, on})
                      : std::nullopt;
  }

  /// "Responsibility for it lies with X".
  [[nodiscard]] std::optional<Blame> rests(std::size_t i, std::size_t end) const {
    constexpr std::string_view kWith[] = {"with", "on", "upon", "to"};
    const std::size_t verb = find(i + 1, end, kRests);
    const std::size_t with = verb == end ? end : find(verb + 1, end, kWith);
    return with == end ? std::nullopt : laid({with + 1, end}, behind_for(i, verb));
  }

  /// "It was caused by X", "was the work of X", "attributed it to X".
  [[nodiscard]] std::optional<Blame> caused(std::size_t i, std::size_t end) const {
    const bool staged = one_of(word(i), kDone) || (word(i - 1) == "carried" && word(i) == "out");
    const std::size_t near = std::min(end, i + 4);
    constexpr std::string_view kBy[] = {"by"};
    const std::size_t by = staged ? find(i + 1, near, kBy) : near;
    if (by != near) {
      return laid({by + 1, end}, {clause_begin(i), i});
    }
    if (staged && word(i) != "caused" && word(i) != "provoked") {
      return std::nullopt;
    }
    if ((word(i) == "caused" || word(i) == "provoked") && i > 0 && word(i + 1) != "by" &&
        !passive_at(i)) {
      return laid({clause_begin(i), i}, {i + 1, end});
    }
    constexpr std::string_view kBe[] = {"is", "was", "were", "be", "been", "as"};
    if (one_of(word(i), kWork) && word(i + 1) == "of" && word(i - 1) == "the" &&
        one_of(word(i - 2), kBe)) {  // "praised the work of X" blames nobody
      return laid({i + 2, end}, {clause_begin(i), i});
    }
    if (one_of(word(i), kAscribe)) {
      constexpr std::string_view kTo[] = {"to", "on"};
      const std::size_t to = find(i + 1, end, kTo);
      const Stretch deed = to == i + 1 ? Stretch{clause_begin(i), i} : Stretch{i + 1, to};
      return to == end ? std::nullopt : laid({to + 1, end}, deed);
    }
    return std::nullopt;
  }

  /// "Gunmen killed the two": the acting party of the verb.
  [[nodiscard]] std::optional<Blame> by_deed(std::size_t at) const {
    const Term& verb = claim_.terms[at];
    if (!verb.verb || verb.speech || verb.negated || verb.relative || verb.frame ||
        verb.modality != Modality::kFact) {
      return std::nullopt;
    }
    Blame blame;
    blame.deed.push_back(static_cast<std::uint32_t>(at));
    blame.told_as_deed = true;
    for (std::size_t t = 0; t < claim_.terms.size(); ++t) {
      const Term& term = claim_.terms[t];
      if (!content_term(term) || term.speech || term.frame || term.relative ||
          term.clause != verb.clause || term.verb) {
        continue;
      }
      const bool object = term.slot == Slot::kObject && term.token > verb.token;
      if (verb.passive ? term.slot == Slot::kSubject : object) {
        blame.patients.push_back(static_cast<std::uint32_t>(t));
      }
      if (!term.actor && !named(term)) {
        continue;
      }
      const bool by = c_.words.stem(term.preposition) == "by" && term.token > verb.token;
      const bool subject = term.slot == Slot::kSubject && term.token < verb.token;
      if (verb.passive ? by : subject) {
        blame.parties.push_back(static_cast<std::uint32_t>(t));
      }
    }
    return blame;
  }

  const ClaimContext& c_;
  const Claim& claim_;
};

}  // namespace

void read_blames(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language == "en" && !claim.question && !claim.disputed &&
      claim.commitment != "conditional") {
    claim.blames = Reader(c, claim).read();
  }
}

}  // namespace parallax
