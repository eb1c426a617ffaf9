/// Who owns, operates, built, wrote or won it: parts in a matter that one party has (holder.tsv).

#include <algorithm>
#include <string_view>

#include "engine/facts/holder_reader.hpp"

namespace parallax {

/// A row may have several classes, each with its parts: "deed,where", "finder;place:discovery".
void HolderReader::read(std::size_t i, std::size_t length, const std::vector<std::string>& row) {
  std::string_view classes = row[0];
  std::string_view lists = row[1];
  while (!classes.empty() && !lists.empty()) {
    const std::string_view kind = cut(classes, ',');
    const std::size_t name = who_by(kind, i, i + length);
    const std::size_t site =
        kind == "where" && name == kNobody ? site_behind(i, i + length) : kNobody;
    for (std::string_view parts = cut(lists, ';'); !parts.empty();) {
      const std::string part(cut(parts, ','));
      if (site != kNobody) {
        add_site(part, i, i + length, site);
      }
      add(part, i, i + length, name, kind == "chosen");
    }
  }
}

/// Takes what stands in front of the mark off the list.
std::string_view HolderReader::cut(std::string_view& list, char mark) {
  const std::string_view first = list.substr(0, list.find(mark));
  list.remove_prefix(std::min(list.size(), first.size() + 1));
  return first;
}

/// The name that a row of some class gives the part to.
std::size_t HolderReader::who_by(std::string_view kind, std::size_t i, std::size_t end) const {
  if (kind == "behind") {
    return name_behind(end);
  }
  if (kind == "verb" && i + 1 < end && !c_.is(end - 1, "by")) {
    return subject_of(i);  // "was chosen to"
  }
  if (kind == "verb" || kind == "deed") {
    const std::size_t behind = behind_word(end, "by");
    return behind != kNobody                      ? behind
           : kind == "verb" || has_object(i, end) ? doer_of(i, end)
                                                  : kNobody;
  }
  if (kind == "where") {
    return place_behind(i, end);
  }
  if (kind == "source") {
    return behind_word(end, "from");
  }
  if (kind == "chosen") {
    return chosen_before(i);
  }
  if (kind == "credit") {
    const std::size_t given = credited(end);
    return given != kNobody ? given : assumed(i);
  }
  return bearer_of(i, end, kind == "noun");
}

void HolderReader::add(const std::string& part, std::size_t begin, std::size_t end,
                       std::size_t name, bool chosen) {
  if (name == kNobody) {
    return;
  }
  const Term& who = claim_.terms[name];
  const bool said = (chosen && who.modality != Modality::kConditional) ||
                    who.modality == Modality::kFact || who.modality == Modality::kFuture ||
                    (agreed() && (who.modality == Modality::kObligation ||
                                  who.modality == Modality::kRequested)) ||
                    (part.starts_with("place:") && who.modality == Modality::kIntended);
  if (!who.negated && !denied(begin, end) && said) {
    const auto term = static_cast<std::uint32_t>(name);
    const auto holds = [&](std::string_view one) {
      return std::any_of(claim_.holders.begin(), claim_.holders.end(), [&](const Holder& holder) {
        return holder.part == one && holder.term == term;
      });
    };
    if (!holds(part)) {
      claim_.holders.push_back({part, term, c_.span(begin, end - 1)});
    }
    if (part == "winner" && tendered() && !holds("contractor")) {
      claim_.holders.push_back({"contractor", term, c_.span(begin, end - 1)});
    }
  }
}

/// "place:keeping" of something without a name is "site:keeping".
void HolderReader::add_site(const std::string& part, std::size_t begin, std::size_t end,
                            std::size_t site) {
  constexpr std::string_view kPlace = "place:";
  if (part.starts_with(kPlace) && !denied(begin, end)) {
    claim_.holders.push_back({"site:" + part.substr(kPlace.size()),
                              static_cast<std::uint32_t>(site), c_.span(begin, end - 1)});
  }
}

/// The words are in the scope of a negator.
bool HolderReader::denied(std::size_t begin, std::size_t end) const {
  return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
    const std::size_t at = term.token - c_.first_token;
    return at >= begin && at < end && term.negated;
  });
}

/// "The tender was won by Norrun": to build it.
bool HolderReader::tendered() const {
  return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
    return c_.is_any(term.token + term.tokens - 1 - c_.first_token,
                     {"contract", "tender", "concession", "order", "bid"});
  });
}

/// "Agreed that Norrun should chair it": settled.
bool HolderReader::agreed() const {
  return std::any_of(claim_.terms.begin(), claim_.terms.end(), [&](const Term& term) {
    return c_.is_any(term.token - c_.first_token,
                     {"agreed", "agree", "agrees", "decided", "decides", "determined", "settled",
                      "resolved", "ruled", "chose"});
  });
}

namespace {

/// The longest row at `i` of less than `length` tokens; 0 if there is none.
std::size_t shorter(const ClaimContext& c, std::size_t i, std::size_t length,
                    const std::vector<std::string>*& row) {
  const auto cut = c.tokens.first(i + length - 1);
  const PhraseSet::Match match =
      length < 2 ? PhraseSet::Match{} : c.lexicon.holder.phrases.match(cut, i, c.words);
  row = match.length == 0 ? row : &c.lexicon.holder.rows[match.payload];
  return match.length;
}

}  // namespace

void read_holders(const ClaimContext& c, Claim& claim) {
  const bool asked = claim.question || claim.disputed || claim.commitment == "conditional";
  if (c.lexicon.holder.rows.empty() || asked) {
    return;
  }
  HolderReader reader{c, claim};
  for (std::size_t i = 0; i < c.size(); ++i) {  // "was signed" and "signed by" may overlap
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.holder, i, length);
    const bool open = row != nullptr && !c.taken[i] && !in_frame(c, claim, i);
    const std::size_t before = claim.holders.size();
    // "contract for" tells nobody in "the contract for the bridge went to Norrun", "contract" does
    while (open && length > 0) {
      reader.read(i, length, *row);
      length = claim.holders.size() > before ? 0 : shorter(c, i, length, row);
    }
  }
}

}  // namespace parallax
