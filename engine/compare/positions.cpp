#include "engine/compare/positions.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "engine/compare/other_matter.hpp"
#include "engine/compare/position_words.hpp"

namespace parallax {
namespace {

/// Words that an evaluation may carry in front of it.
constexpr std::uint32_t kLead = 5;

class PositionReader {
 public:
  PositionReader(const WordTable& words, const Document& document, const Claim& claim)
      : c_{words, document, claim} {}

  [[nodiscard]] std::vector<Position> run() const {
    std::vector<Position> positions;
    for (const Stance& stance : c_.claim.stances) {
      if (!taken(stance) || inside_longer(stance)) {
        continue;
      }
      Object object = object_of(stance);
      const bool ends = ends_object(stance, object);
      positions.push_back({&stance, ends ? -stance.polarity : stance.polarity, std::move(object)});
    }
    return positions;
  }

  /// What the position is on begins with the end of something.
  [[nodiscard]] bool ends_object(const Stance& stance) const {
    return ends_object(stance, object_of(stance));
  }

 private:
  [[nodiscard]] bool ends_object(const Stance& stance, const Object& object) const {
    constexpr std::uint32_t kReach = 8;
    std::uint32_t i = object.empty() ? behind(stance) : object.terms.front()->token;
    const std::uint32_t end = std::min(c_.end(), i + kReach);
    while (i < end && !ends_thing(c_.at(i)) && leads_to_end(c_, i)) {
      ++i;
    }
    return i < end && ends_thing(c_.at(i)) && !c_.is(i + 1, {"from"});
  }

  [[nodiscard]] const Term& act(const Stance& stance) const { return c_.claim.terms[stance.term]; }

  /// Told as somebody's own position, not denied, asked for or mentioned in passing.
  [[nodiscard]] bool taken(const Stance& stance) const {
    const Term& term = act(stance);
    const bool judges = stance.ladder == "evaluation" || stance.ladder == "justification";
    const bool open =
        judges && (term.modality == Modality::kConditional || term.modality == Modality::kFuture ||
                   term.modality == Modality::kPossible || term.modality == Modality::kObligation);
    const bool vows = (stance.ladder == "opposition" || stance.ladder == "support") &&
                      (term.modality == Modality::kFuture || term.modality == Modality::kIntended);
    return stance.polarity != 0 && !stance.negated && !term.negated && !term.relative &&
           !term.frame && stance.ladder != "legality" && stance.ladder != "request" &&
           stance.act != "note" && (term.modality == Modality::kFact || open || vows) &&
           !as_thing(stance);
  }

  /// "The adoption of the act": told as a thing, and nobody's position here.
  [[nodiscard]] bool as_thing(const Stance& stance) const {
    const Term& term = act(stance);
    const bool acts = stance.ladder == "support" || stance.ladder == "opposition" ||
                      stance.ladder == "approval" || stance.ladder == "disapproval";
    return acts && !term.verb && !stance.met && term.slot == Slot::kSubject &&
           !links_state(c_, first(stance));
  }

  /// "Historic" in "a historic error".
  [[nodiscard]] bool inside_longer(const Stance& stance) const {
    return std::any_of(c_.claim.stances.begin(), c_.claim.stances.end(), [&](const Stance& other) {
      return other.span.begin <= stance.span.begin && stance.span.end <= other.span.end &&
             other.span.size() > stance.span.size() && other.polarity * stance.polarity < 0;
    });
  }

  /// First token behind the words of the position.
  [[nodiscard]] std::uint32_t behind(const Stance& stance) const {
    std::uint32_t i = act(stance).token;
    while (i < c_.end() && c_.document.tokens[i].span.begin < stance.span.end) {
      ++i;
    }
    return i;
  }

  [[nodiscard]] std::uint32_t first(const Stance& stance) const {
    std::uint32_t i = act(stance).token;
    while (i > c_.begin() && c_.document.tokens[i - 1].span.begin >= stance.span.begin) {
      --i;
    }
    return i;
  }

  /// What ties an evaluation to its object: the last word in front of its articles and degrees.
  [[nodiscard]] std::uint32_t tie(const Stance& stance) const {
    const std::uint32_t start = first(stance);
    std::uint32_t i = start;
    while (i > c_.begin() && start - i < kLead) {
      --i;
      const bool light =
          c_.is(i, {"a",    "an",      "the",   "very",  "not",    "entirely", "nothing",
                    "both", "utterly", "plain", "clear", "an",     "more",     "most",
                    "but",  "simply",  "truly", "quite", "rather", "wholly",   "absolute"}) ||
          c_.at(i).ends_with("ly");
      if (!light) {
        return i;
      }
    }
    return i;
  }

  [[nodiscard]] Object object_of(const Stance& stance) const {
    const Term& term = act(stance);
    const std::uint32_t stop = behind(stance);
    if (stance.met || stance.act == "trusted" || stance.act == "distrusted") {
      return subject(first(stance), term.clause);
    }
    const bool judges = stance.ladder == "evaluation" || stance.ladder == "justification";
    if (stance.act == "harm" || stance.act == "benefit" || (judges && term.verb)) {
      return affected(stance, term);
    }
    if (c_.is(stop, {"that"}) || c_.is(stop - 1, {"that"})) {
      return clause_behind(stop);
    }
    const bool led = c_.is(
        stop - 1, {"of", "for", "to", "against", "on", "at", "about", "with", "over", "in", "by"});
    if (term.verb && term.passive && !led) {
      return subject(first(stance), term.clause);
    }
    return term.verb || !(judges || nominal(stance)) ? object_behind(stop) : judged(stance);
  }

  /// "The levy would harm farmers", "farmers will be harmed by the levy".
  [[nodiscard]] Object affected(const Stance& stance, const Term& term) const {
    const bool turned = term.passive || c_.is(behind(stance) - 1, {"by", "from", "under"});
    if (!turned) {
      return subject(first(stance), term.clause);
    }
    const std::uint32_t by = c_.find(term.token, {"by", "from", "under"});
    return by < c_.end() ? object_behind(by + 1) : Object{};
  }

  /// "A welcome step", "a victory for law": said by a noun or adjective on other ladders.
  [[nodiscard]] bool nominal(const Stance& stance) const {
    return !act(stance).verb && links_state(c_, tie(stance));
  }

  /// What a noun or adjective judges.
  [[nodiscard]] Object judged(const Stance& stance) const {
    const std::uint32_t at = tie(stance);
    const std::uint32_t start = first(stance);
    if (links_state(c_, at) || links_state(c_, start)) {
      return subject(std::min(at, start), act(stance).clause);
    }
    if (c_.is(at, {"as"})) {
      return named(at);
    }
    std::uint32_t verb = start;
    while (verb > c_.begin() && !names_as(c_, verb)) {
      --verb;
    }
    if (names_as(c_, verb) && verb + 1 < start) {
      return within(verb + 1, start);
    }
    return {};
  }

  /// "Regards the levy as": between the verb and its "as".
  [[nodiscard]] Object named(std::uint32_t as) const {
    const Term* verb = nullptr;
    for (const Term& term : c_.claim.terms) {
      verb = term.verb && term.token < as ? &term : verb;
    }
    if (verb == nullptr) {
      return {};
    }
    return verb->passive ? subject(verb->token, verb->clause)
                         : within(verb->token + verb->tokens, as);
  }

  [[nodiscard]] static bool part(const Term& term) {
    return is_content(term) && !term.speech && !term.frame;
  }

  /// Content of the tokens [from, to).
  [[nodiscard]] Object within(std::uint32_t from, std::uint32_t to) const {
    Object object;
    for (const Term& term : c_.claim.terms) {
      if (term.token >= from && term.token < to && part(term) && !term.relative) {
        object.terms.push_back(&term);
      }
    }
    set_head(object);
    return object;
  }

  /// The head of the first phrase: what stands last in front of a preposition.
  void set_head(Object& object) const {
    const Term* last = nullptr;
    for (const Term* term : object.terms) {
      const bool next = last == nullptr || term->token <= last->token + last->tokens + 1;
      const bool preposition =
          last != nullptr && term->slot == Slot::kOblique && last->preposition != term->preposition;
      const bool owner =
          last != nullptr && c_.is(last->token + last->tokens, {"'", "\xe2\x80\x99"});
      if (last != nullptr && (!next || preposition) && !owner) {
        break;
      }
      last = term;
    }
    object.head = last;
  }

  /// The phrase that begins at `from`, with what belongs to it.
  [[nodiscard]] Object object_behind(std::uint32_t from) const {
    std::uint32_t to = from;
    for (; to < c_.end(); ++to) {
      // "the reform and asks its members": another deed
      const bool next_deed =
          c_.is(to, {"and"}) &&
          c_.is(to + 2, {"its", "the", "his", "her", "their", "to", "that", "a", "an", "it"});
      const bool gerund = c_.at(to).size() > 5 && c_.at(to).ends_with("ing");
      const Term* term = verb_at(to);
      if ((term != nullptr && !gerund) || next_deed ||
          c_.is(to, {",",        ";",       ":",      "that",    "which",   "who",   "because",
                     "while",    "but",     "as",     "if",      "whether", "when",  "after",
                     "before",   "since",   "(",      "\"",      ".",       "where", "despite",
                     "although", "calling", "saying", "arguing", "has",     "have",  "had",
                     "is",       "are",     "was",    "were",    "will",    "would", "not"})) {
        break;
      }
    }
    return within(from, to);
  }

  /// "Is delighted that the museum returned the bronzes": what it is glad of.
  [[nodiscard]] Object clause_behind(std::uint32_t from) const {
    std::uint32_t to = c_.is(from, {"that"}) ? from + 1 : from;
    const std::uint32_t first_word = to;
    while (to < c_.end() && !c_.is(to, {",", ";", ":", "."})) {
      ++to;
    }
    return within(first_word, to);
  }

  [[nodiscard]] const Term* verb_at(std::uint32_t at) const {
    const auto it = std::find_if(
        c_.claim.terms.begin(), c_.claim.terms.end(),
        [&](const Term& term) { return term.verb && term.token == at && !term.passive; });
    return it == c_.claim.terms.end() ? nullptr : &*it;
  }

  /// The subject of the clause whose verb or "be" stands at `at`.
  [[nodiscard]] Object subject(std::uint32_t at, std::uint8_t clause) const {
    std::uint32_t from = c_.begin();
    for (const Term& term : c_.claim.terms) {
      const bool other = term.token < at && (term.frame || term.speech) && is_content(term);
      from = other ? term.token + term.tokens : from;
    }
    Object object = within(from, at);
    if (object.empty()) {
      return object;
    }
    // "In the view of the guild, the levy is": behind the comma of what stands in front
    const std::uint32_t comma = c_.find(from, {","});
    const bool fronted = comma < at && object.terms.front()->slot == Slot::kOblique;
    if (fronted) {
      object = within(comma, at);
    }
    const bool clause_known = std::any_of(object.terms.begin(), object.terms.end(),
                                          [&](const Term* t) { return t->clause == clause; });
    return clause_known ? object : Object{};
  }

  ClaimWords c_;
};

}  // namespace

bool other_way_round(const PairContext& pair, const EventGate& gate, const Stance& left,
                     const Stance& right) {
  const auto ends = [&](const Document& document, const Claim& claim, const Stance& stance) {
    return document.language == "en" &&
           PositionReader(pair.words, document, claim).ends_object(stance);
  };
  const bool left_ends = ends(pair.left_document, pair.left, left);
  if (left_ends == ends(pair.right_document, pair.right, right)) {
    return false;
  }
  const Document& document = left_ends ? pair.left_document : pair.right_document;
  const Claim& claim = left_ends ? pair.left : pair.right;
  return std::none_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_content(term) && in_common(gate, term.id) &&
           ends_thing(pair.words[document.tokens[term.token].word].folded);
  });
}

std::vector<Position> positions_of(const WordTable& words, const Document& document,
                                   const Claim& claim) {
  return document.language == "en" ? PositionReader(words, document, claim).run()
                                   : std::vector<Position>{};
}

}  // namespace parallax
