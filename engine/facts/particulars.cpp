/// When, where and by whom a thing came to be or ended: facts of which it has one. They belong to
/// what the claim opens with, in its own clause, an aside or a participle behind a comma.

#include <algorithm>

#include "engine/facts/particular_parts.hpp"

namespace parallax {
namespace {

constexpr std::size_t kReach = 14;

/// Nobody says so for certain.
bool unsure(const Claim& claim) {
  return claim.question || claim.disputed || claim.commitment == "conditional";
}

/// "Was not born", "is to be opened", "refused to": between the subject and the word at `i`.
bool denied_or_planned(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kBack = 5;
  for (std::size_t k = i; k > 0 && k + kBack > i && !c.punctuation(k - 1); --k) {
    if (c.is_any(k - 1,
                 {"not",    "n't",    "never",  "no",         "will",      "would",  "may", "might",
                  "could",  "should", "must",   "to",         "yet",       "shall",  "if",  "can",
                  "cannot", "almost", "nearly", "reportedly", "allegedly", "without"})) {
      return true;
    }
  }
  return false;
}

/// Reads the facts of one claim.
class Reader {
 public:
  Reader(const ClaimContext& c, Claim& claim, ParticularTopic topic)
      : c_(c), claim_(claim), topic_(std::move(topic)) {}

  void read() {
    read_front();
    bool own = true;  // the clause is the topic's
    for (std::size_t i = topic_.end; i < c_.size(); ++i) {
      if (i == topic_.end && opens(c_, i)) {
        i = read_bracket(i);
        continue;
      }
      std::size_t length = 0;
      const auto* row = particular_at(c_, claim_, i, length);
      if (row != nullptr && (own || resumed(i))) {
        i = read_match(*row, i, length) - 1;
        own = false;
        continue;
      }
      if (relative(c_, i) && !opens_aside(i)) {
        return;
      }
      if (c_.is_any(i, {",", "and", "but", ";", ":"}) || (preposition(c_, i) && !c_.is(i, "of"))) {
        own = false;
      }
    }
  }

 private:
  /// "X, who": of the topic still.
  bool opens_aside(std::size_t i) const {
    return c_.is_any(i, {"who", "which"}) && (i == topic_.end || i == topic_.end + 1);
  }

  /// "..., directed by", "... and was released", "..., and it opened".
  bool resumed(std::size_t i) const {
    std::size_t k = i;
    while (k > topic_.end && (adverb(c_, k - 1) || auxiliary(c_, k - 1))) {
      --k;
    }
    const bool pronoun = k > topic_.end && c_.is_any(k - 1, {"he", "she", "it", "who", "which"});
    k -= pronoun ? 1 : 0;
    return k == topic_.end || c_.is_any(k - 1, {",", "and", "but", ")"});
  }

  /// "Distributed by X, the film", "in 1950, Pell".
  void read_front() {
    for (std::size_t i = topic_.fronted; i < topic_.begin; ++i) {
      std::size_t length = 0;
      const auto* row = particular_at(c_, claim_, i, length);
      if (row != nullptr && (i == topic_.fronted || resumed_front(i))) {
        i = std::max(i + 1, read_match(*row, i, length)) - 1;
      }
    }
  }
  bool resumed_front(std::size_t i) const { return c_.is_any(i - 1, {",", "and"}); }

  /// "(born 3 May 1948 in Ghent; died ...)", "(1940 - 2008)"; gives where it closes.
  std::size_t read_bracket(std::size_t i) {
    const std::size_t open = i;
    while (i < c_.size() && !closes(c_, i)) {
      ++i;
    }
    std::vector<std::uint32_t> dates;
    bool born = false;
    bool died = false;
    bool dash = false;
    for (std::size_t k = open; k < i; ++k) {
      born = born || c_.is_any(k, {"born", "b"});
      died = died || c_.is_any(k, {"died", "d"});
      dash = dash || (c_.is_any(k, {"-", "\xe2\x80\x93", "\xe2\x80\x94", "--"}) && !dates.empty());
    }
    for (std::uint32_t d = 0; d < claim_.dates.size(); ++d) {
      const DateMention& date = claim_.dates[d];
      if (date.first_token >= document_token(c_, open) && date.last_token < document_token(c_, i)) {
        dates.push_back(d);
      }
    }
    if (dates.size() == 2) {
      add_date("birth", dates[0]);
      add_date("death", dates[1]);
    } else if (dates.size() == 1 && (born || died)) {
      add_date(born ? "birth" : "death", dates[0]);
    }
    return i;
  }

  /// Gives where what belongs to it ends.
  std::size_t read_match(const std::vector<std::string>& row, std::size_t i, std::size_t length) {
    const std::string& form = row[0];
    const std::size_t behind = i + length;
    if (denied_or_planned(c_, i)) {
      return behind;
    }
    if (form == "by") {
      return add_makers(row[2], behind);
    }
    if (form == "post") {
      return read_post(row, i, behind);
    }
    if (form == "made" && active(i, behind)) {
      return read_active(row, behind);
    }
    return read_arguments(row, behind);
  }

  /// "Holt founded the Trust": no auxiliary, and a thing behind it.
  bool active(std::size_t i, std::size_t behind) const {
    std::size_t k = i;
    while (k > topic_.end && adverb(c_, k - 1)) {
      --k;
    }
    const bool has = k > topic_.end && c_.is_any(k - 1, {"has", "have", "had"});
    return (k == topic_.end || has) && behind < c_.size() && !preposition(c_, behind) &&
           !c_.punctuation(behind) && date_at(c_, claim_, behind) == nullptr && !adverb(c_, behind);
  }

  std::size_t read_active(const std::vector<std::string>& row, std::size_t i) {
    std::size_t end = i;
    const std::vector<std::uint32_t> thing = named_thing(c_, claim_, i, end);
    if (!thing.empty() && row[2] != "-" && !topic_.anaphor && capital(c_, topic_.begin)) {
      Particular p = of_topic(row[2], Particular::Value::kMaker);
      p.names = topic_.name;
      p.topic = thing;
      p.anaphor = false;
      p.span = c_.span(topic_.begin, topic_.end - 1);
      claim_.particulars.push_back(std::move(p));
    }
    return std::max(end, i);
  }

  /// "Is the founder of X".
  std::size_t read_post(const std::vector<std::string>& row, std::size_t i, std::size_t behind) {
    std::size_t end = behind;
    const bool now =
        c_.is(i - 1, "the") && i >= 2 && c_.is_any(i - 2, {"is", "was"}) && i - 2 == topic_.end;
    if (!now || topic_.anaphor || (row[2] == "-" && c_.is(i - 2, "was"))) {
      return behind;
    }
    std::vector<std::uint32_t> thing;
    for (std::size_t k = behind; k < c_.size() && (capital(c_, k) || c_.is_any(k, {"the", "of"}));
         ++k) {
      if (capital(c_, k)) {
        thing.push_back(document_token(c_, k));
      }
      end = k + 1;
    }
    if (!thing.empty() && capital(c_, topic_.end - 1)) {
      const std::string post = row[2] != "-" ? row[2] : std::string(c_.folded(i));
      Particular p = of_topic(post, Particular::Value::kMaker);
      p.names = topic_.name;
      p.topic = thing;
      p.span = c_.span(topic_.begin, topic_.end - 1);
      claim_.particulars.push_back(std::move(p));
    }
    return end;
  }

  std::size_t add_makers(const std::string& kind, std::size_t i) {
    std::size_t end = i;
    const std::vector<std::uint32_t> names = named_makers(c_, claim_, i, end);
    shared_.push_back(kind);
    for (const std::string& each : shared_) {
      if (each != "-" && !names.empty()) {
        Particular p = of_topic(each, Particular::Value::kMaker);
        p.span = c_.span(names.front() - c_.first_token, names.back() - c_.first_token);
        p.names = names;
        claim_.particulars.push_back(std::move(p));
      }
    }
    shared_.clear();
    return std::max(end, i);
  }

  /// Date, place and maker behind a word, up to the next clause.
  std::size_t read_arguments(const std::vector<std::string>& row, std::size_t i) {
    const std::size_t last = std::min(c_.size(), i + kReach);
    bool dated = false;
    bool placed = false;
    std::size_t k = i;
    for (; k < last; ++k) {
      std::size_t length = 0;
      if (relative(c_, k) || c_.is_any(k, {".", ";", ":", "and", "but"}) || closes(c_, k) ||
          particular_at(c_, claim_, k, length) != nullptr) {
        break;
      }
      if (const DateMention* date = date_at(c_, claim_, k)) {
        if (!dated) {
          add_date(row[1], static_cast<std::uint32_t>(date - claim_.dates.data()));
        }
        dated = true;
        k = date->last_token - c_.first_token;
      } else if (c_.is(k, "by") && date_at(c_, claim_, k + 1) == nullptr) {
        k = add_makers(row[2], k + 1) - 1;
      } else if (c_.is_any(k, {"in", "at", "near"}) && !placed) {
        placed = add_place(row[1], k + 1);
      } else if (auxiliary(c_, k)) {
        break;
      }
    }
    if (!dated) {
      add_fronted(row[1]);
    }
    if (k == i && c_.is(k, "and") && row[2] != "-") {
      shared_.push_back(row[2]);  // "written and produced by X"
    }
    return std::max(i, k);
  }

  void add_fronted(const std::string& kind) {
    for (std::uint32_t d = 0; d < claim_.dates.size(); ++d) {
      const std::uint32_t first = claim_.dates[d].first_token;
      if (first >= document_token(c_, topic_.fronted) && first < document_token(c_, topic_.begin)) {
        add_date(kind, d);
        return;
      }
    }
  }

  Particular of_topic(const std::string& kind, Particular::Value value) const {
    Particular p;
    p.kind = kind;
    p.value = value;
    p.topic = topic_.name;
    p.anaphor = topic_.anaphor;
    return p;
  }

  void add_date(const std::string& kind, std::uint32_t d) {
    const DateMention& date = claim_.dates[d];
    if (kind == "-" || date.frame || date.use == DateUse::kNamePart || date.use == DateUse::kBy ||
        date.use == DateUse::kUntil || date.relative ||
        (date.value.year == 0 && date.value.month == 0)) {
      return;
    }
    Particular p = of_topic(kind, Particular::Value::kDate);
    p.date = d;
    p.span = date.span;
    claim_.particulars.push_back(std::move(p));
  }

  /// Where somebody was born, died, lies or sits.
  bool add_place(const std::string& kind, std::size_t i) {
    if (kind != "birth" && kind != "death" && kind != "burial" && kind != "seat") {
      return true;
    }
    while (i < c_.size() && (c_.has(i, FunctionClass::kArticle) ||
                             c_.is_any(i, {"city", "town", "village", "of", "capital"}))) {
      ++i;
    }
    const Term* term = i < c_.size() ? term_at(c_, claim_, i) : nullptr;
    if (term == nullptr || (term->kind != TermKind::kPlace && term->kind != TermKind::kCountry &&
                            term->kind != TermKind::kName)) {
      return false;
    }
    Particular p = of_topic(kind, Particular::Value::kPlace);
    p.term = static_cast<std::uint32_t>(term - claim_.terms.data());
    p.span = term->span;
    claim_.particulars.push_back(std::move(p));
    return true;
  }

  const ClaimContext& c_;
  Claim& claim_;
  ParticularTopic topic_;
  std::vector<std::string> shared_;  ///< Kinds of makers that the next names are for too.
};

}  // namespace

void read_particulars(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.particular.rows.empty() || unsure(claim)) {
    return;
  }
  bool any = c.size() > 2 && std::any_of(c.tokens.begin(), c.tokens.end(), [&](const Token& t) {
               return c.words[t.word].surface_folded == "(";
             });
  for (std::size_t i = 0; i < c.size() && !any; ++i) {
    std::size_t length = 0;
    any = particular_at(c, claim, i, length) != nullptr;
  }
  if (!any) {
    return;
  }
  if (std::optional<ParticularTopic> topic = find_topic(c, claim)) {
    Reader{c, claim, std::move(*topic)}.read();
  }
}

}  // namespace parallax
