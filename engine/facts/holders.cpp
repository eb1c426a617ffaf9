/// Who owns, operates, built, wrote or won it: parts in a matter that one party has (holder.tsv).

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/facts/definition_parts.hpp"

namespace parallax {
namespace {

/// Tokens between the words and the name: "by the former minister Mira Holm".
constexpr std::size_t kPhrase = 7;

bool says(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"is", "was", "are", "were", "remains", "became", "becomes", "be", "been"});
}

class Reader {
 public:
  Reader(const ClaimContext& c, Claim& claim) : c_(c), claim_(claim) {}

  void read(std::size_t i, std::size_t length, const std::vector<std::string>& row) {
    const std::size_t end = i + length;
    if (row[0] == "behind") {
      add(row[1], i, end, name_behind(end));
    } else if (row[0] == "verb") {
      add(row[1], i, end, subject_of(i));
    } else if (row[0] == "where") {
      add(row[1], i, end, place_behind(end));
    } else {
      add(row[1], i, end, bearer_of(i, end));
    }
  }

 private:
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  /// Index of the party that covers token `i`; kNobody if none does.
  std::size_t name_at(std::size_t i) const {
    const Term* term = term_at(c_, claim_, i);
    const bool name =
        term != nullptr && term->kind == TermKind::kName && !term->frame && !term->relative;
    return name ? static_cast<std::size_t>(term - claim_.terms.data()) : kNobody;
  }

  /// "Norrun", "Norland".
  static bool party(const Term& term) {
    return !term.frame && (term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
                           term.kind == TermKind::kPlace);
  }

  bool stops(std::size_t i) const {
    const Term* term = term_at(c_, claim_, i);
    return c_.taken[i] || preposition(c_, i) || relative(c_, i) || c_.punctuation(i) ||
           (term != nullptr && term->verb);
  }

  /// The first name of the noun phrase that begins at `i`.
  std::size_t name_behind(std::size_t i) const {
    const std::size_t last = std::min(c_.size(), i + kPhrase);
    for (; i < last; ++i) {
      if (const std::size_t name = name_at(i); name != kNobody) {
        return name;
      }
      if (stops(i) && !c_.is(i, "of")) {
        break;
      }
    }
    return kNobody;
  }

  /// The first place of the clause behind the words, with no other verb in between; kNobody where
  /// a second one is joined to it.
  std::size_t place_behind(std::size_t end) const {
    constexpr std::size_t kJoined = 3;
    const Term* cue = term_at(c_, claim_, end - 1);
    std::size_t found = kNobody;
    std::size_t behind = 0;
    for (std::size_t t = 0; cue != nullptr && t < claim_.terms.size(); ++t) {
      const Term& term = claim_.terms[t];
      const std::size_t at = term.token - c_.first_token;
      if (at < end || term.clause != cue->clause) {
        continue;
      }
      if (found == kNobody && term.verb) {
        break;
      }
      if (named_place(term) && found != kNobody && at <= behind + kJoined) {
        return c_.is_any(at - 1, {"and", "or"}) || c_.is(behind, "and") ? kNobody : found;
      }
      if (found == kNobody && named_place(term) && located(term)) {
        found = t;
        behind = at + term.tokens;
      }
    }
    return found;
  }

  static bool named_place(const Term& term) {
    const bool name = term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
                      term.kind == TermKind::kPlace;
    return name && !term.frame && term.slot == Slot::kOblique;
  }

  /// "In Selm", "at Port Kelm", "through the Tarsk pass", "outside the town of Selm".
  bool located(const Term& term) const {
    static constexpr std::array<std::string_view, 16> kWhere = {
        "in",  "at",   "near",    "on",      "off",     "from",  "to",   "for",
        "via", "into", "outside", "through", "towards", "above", "over", "beside"};
    static constexpr std::array<std::string_view, 18> kPlaces = {
        "town",     "city",   "village", "port",     "island", "district",
        "province", "region", "state",   "district", "county", "oasis",
        "harbour",  "gulf",   "bay",     "valley",   "gorge",  "capital"};
    const std::string_view preposition = c_.words.stem(term.preposition);
    const std::size_t at = term.token - c_.first_token;
    const bool of_town =
        preposition == "of" && at > 1 &&
        std::find(kPlaces.begin(), kPlaces.end(), c_.folded(at - 2)) != kPlaces.end();
    return of_town || std::find(kWhere.begin(), kWhere.end(), preposition) != kWhere.end();
  }

  /// The name that is the subject of the verb at `i`: "Norrun operates", "it was Norrun that
  /// operated". What stands behind a preposition is no subject.
  std::size_t subject_of(std::size_t i) const {
    std::size_t found = kNobody;
    for (std::size_t t = 0; t < claim_.terms.size(); ++t) {
      const Term& term = claim_.terms[t];
      const std::size_t at = term.token - c_.first_token;
      if (at >= i) {
        break;
      }
      const bool subject = term.slot == Slot::kSubject || cleft(at, i);
      if (party(term) && subject && term.preposition == StemId{}) {
        found = t;
      } else if (term.verb && !says(c_, at)) {
        found = kNobody;
      }
    }
    return found;
  }

  /// "It was Norrun that", with the verb right behind.
  bool cleft(std::size_t at, std::size_t verb) const {
    constexpr std::size_t kReach = 4;
    return verb > 0 && c_.is_any(verb - 1, {"that", "who", "which"}) && at + kReach > verb;
  }

  /// "The owner is Norrun", "Norrun is the owner", "the owner, Norrun", "owner Norrun".
  std::size_t bearer_of(std::size_t begin, std::size_t end) const {
    std::size_t front = begin;
    while (front > 0 && !c_.punctuation(front - 1) && !says(c_, front - 1) &&
           begin - front < kPhrase && !preposition(c_, front - 1)) {
      --front;
    }
    if (front > 0 && says(c_, front - 1)) {
      return subject_of(front - 1);
    }
    std::size_t i = end;
    while (i < c_.size() && !c_.punctuation(i) && !says(c_, i)) {
      const bool apposed = i == end && name_at(i) != kNobody;
      if (apposed) {
        return name_at(i);
      }
      ++i;
    }
    return i < c_.size() && (says(c_, i) || (c_.is(i, ",") && i == end)) ? name_behind(i + 1)
                                                                         : kNobody;
  }

  void add(const std::string& part, std::size_t begin, std::size_t end, std::size_t name) {
    if (name == kNobody) {
      return;
    }
    const Term& who = claim_.terms[name];
    if (!who.negated && (who.modality == Modality::kFact || who.modality == Modality::kFuture)) {
      claim_.holders.push_back({part, static_cast<std::uint32_t>(name), c_.span(begin, end - 1)});
    }
  }

  const ClaimContext& c_;
  Claim& claim_;
};

}  // namespace

void read_holders(const ClaimContext& c, Claim& claim) {
  const bool open =
      claim.question || claim.disputed || claim.commitment == "conditional" || claim.negators > 0;
  if (c.lexicon.holder.rows.empty() || open) {
    return;
  }
  Reader reader{c, claim};
  for (std::size_t i = 0; i < c.size();) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.holder, i, length);
    if (row != nullptr && !c.taken[i] && !in_frame(c, claim, i)) {
      reader.read(i, length, *row);
    }
    i += std::max<std::size_t>(1, length);
  }
}

}  // namespace parallax
