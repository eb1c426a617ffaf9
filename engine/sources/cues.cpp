/// Verbs of saying: which table matches are verbs here, and what stands around them.

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "engine/sources/reading.hpp"

namespace parallax {
namespace {

bool ends_with_possessive(const Reading& r, std::uint32_t i) {
  const std::string& surface = r.word(i).surface_folded;
  return surface.size() > 2 && surface.ends_with("'s");
}

bool participle_form(const Reading& r, std::uint32_t i) {
  return r.lexicon.language == "en" && r.word(i).folded.ends_with("ing");
}

bool group_member(Frame f) {
  return f == Frame::kAuxiliary || f == Frame::kBe || f == Frame::kNegation || f == Frame::kAdverb;
}

class CueFinder {
 public:
  explicit CueFinder(Reading& reading) : r_(reading) {
    const auto& rows = r_.lexicon.cue_rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [](const CueRow& r) {
      return r.kind == CueClass::kClaim && r.takes == CueTakes::kObject;
    });
    if (r_.lexicon.language == "en" && row != rows.end()) {
      estimate_ = {static_cast<std::uint16_t>(row - rows.begin()), 1};
    }
  }

  void find() {
    r_.cue_of.assign(r_.size(), -1);
    for (SentenceReading& s : r_.sentences) {
      s.cues.begin = static_cast<std::uint32_t>(r_.cues.size());
      sentence_ = s.tokens;
      heading_.reset();
      for (std::uint32_t i = s.tokens.begin; i < s.tokens.end;) {
        split_verb(i);
        estimate_verb(i);
        if (!r_.tags.summary(i).cue || r_.quoted(i) || !is_verb(i)) {
          ++i;
          continue;
        }
        add(i, r_.tags[i].cue);
        i = r_.cues.back().tokens.end;
      }
      s.cues.end = static_cast<std::uint32_t>(r_.cues.size());
    }
  }

 private:
  /// German "wies den Vorwurf zurueck": the verb takes the row of verb and particle together.
  void split_verb(std::uint32_t i) {
    constexpr std::uint32_t kReach = 40;
    if (r_.lexicon.split_cues.empty() && r_.lexicon.inner_cues.empty()) {
      return;
    }
    if (r_.quoted(i) || r_.capital(i) || r_.tags[i].cue.length > 1) {
      return;
    }
    const std::uint32_t end = std::min(sentence_.end, i + kReach);
    if (const auto inner = r_.lexicon.inner_cues.find(r_.word(i).folded);
        inner != r_.lexicon.inner_cues.end()) {
      inner_word(i, end, inner->second);
    }
    const auto found = r_.lexicon.split_cues.find(r_.word(i).folded);
    if (found == r_.lexicon.split_cues.end()) {
      return;
    }
    for (std::uint32_t k = i + 1; k < end && !r_.comma(k) && !r_.is(k, ";"); ++k) {
      const bool last = k + 1 >= sentence_.end || (r_.punctuation(k + 1) && !r_.quoted(k + 1)) ||
                        r_.frame(k + 1) == Frame::kAnd;
      if (r_.quoted(k) || !last) {
        continue;
      }
      const auto row = found->second.find(r_.word(k).folded);
      if (row != found->second.end()) {
        r_.tags.set_cue(i, {static_cast<std::uint16_t>(row->second), 1});
        return;
      }
    }
  }

  /// German "haelt den Plan fuer falsch": the word stands inside the clause of the verb.
  void inner_word(std::uint32_t i, std::uint32_t end,
                  const std::map<std::string, std::uint32_t>& words) {
    // German "fuer", "auf", "als" want something behind them.
    const std::uint32_t last = r_.lexicon.language == "de" ? end - 1 : end;
    for (std::uint32_t k = i + 2; k < last && !r_.comma(k) && !r_.is(k, ";"); ++k) {
      const bool inside = r_.quoted(k) && r_.lexicon.order != WordOrder::kVso;
      const auto row = inside ? words.end() : words.find(r_.word(k).folded);
      if (row != words.end()) {
        r_.tags.set_cue(i, {static_cast<std::uint16_t>(row->second), 1});
        return;
      }
    }
  }

  /// English "put the cost of the first shipment at 4 million": an estimate of whoever puts it.
  void estimate_verb(std::uint32_t i) {
    constexpr std::uint32_t kReach = 14;
    if (!estimate_ || r_.tags.summary(i).cue || r_.quoted(i) ||
        !(r_.is(i, "put") || r_.is(i, "puts"))) {
      return;
    }
    const std::uint32_t end = std::min(sentence_.end, i + kReach);
    for (std::uint32_t k = i + 2; k + 1 < end && !r_.punctuation(k) && !r_.quoted(k); ++k) {
      if (r_.is(k, "at") && figure(k + 1)) {
        r_.tags.set_cue(i, estimate_);
        return;
      }
    }
  }

  /// A number, with a currency or a hedge in front of it.
  [[nodiscard]] bool figure(std::uint32_t i) const {
    constexpr std::uint32_t kHedges = 4;
    for (std::uint32_t k = i; k < std::min(sentence_.end, i + kHedges); ++k) {
      if (r_.token(k).kind == TokenKind::kNumber || r_.text(k).find_first_of("0123456789") == 0) {
        return true;
      }
      const bool hedge = r_.punctuation(k) || r_.frame(k) != Frame::kNone ||
                         r_.token(k).shape == Shape::kUpper || r_.is(k, "around") ||
                         r_.is(k, "about") || r_.is(k, "nearly") || r_.is(k, "roughly") ||
                         r_.is(k, "almost") || r_.is(k, "some") || r_.is(k, "least");
      if (!hedge) {
        return false;
      }
    }
    return false;
  }

  /// First token of the adverb of several words that ends at `last`; `last` if there is none.
  [[nodiscard]] std::uint32_t adverb_begin(std::uint32_t last) const {
    for (std::uint32_t length = 4; length >= 2; --length) {
      if (last + 1 >= sentence_.begin + length && r_.frame(last + 1 - length) == Frame::kAdverb &&
          r_.tags[last + 1 - length].frame.length == length) {
        return last + 1 - length;
      }
    }
    return last;
  }

  [[nodiscard]] bool in_heading() const {
    if (!heading_) {
      heading_ = is_heading();
    }
    return *heading_;
  }

  /// Most words are written with a capital, or all of them without a full stop.
  [[nodiscard]] bool is_heading() const {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (r_.token(i).kind == TokenKind::kWord && r_.token(i).shape != Shape::kUncased) {
        ++words;
        capitals += r_.capital(i) ? 1U : 0U;
      }
    }
    return words > 0 && 10 * capitals >= 7 * words;
  }

  /// Last token in front of `i` that is no adverb or negation; the sentence's begin - 1 if none.
  [[nodiscard]] std::int64_t before(std::uint32_t i) const {
    std::int64_t k = static_cast<std::int64_t>(i) - 1;
    while (k >= sentence_.begin) {
      k = adverb_begin(static_cast<std::uint32_t>(k));
      const Frame f = r_.frame(static_cast<std::uint32_t>(k));
      if (f != Frame::kAdverb && f != Frame::kNegation) {
        break;
      }
      --k;
    }
    return k;
  }

  /// "MINISTRY OF TRADE / Press Department": a capital at the head of a line.
  [[nodiscard]] bool opens_line(std::uint32_t i) const {
    const std::uint32_t begin = r_.token(i - 1).span.end;
    const ByteSpan between{begin, std::max(begin, r_.token(i).span.begin)};
    return r_.document.slice(between).find('\n') != std::string_view::npos;
  }

  /// Spanish "un incendio declarado", French "le plan annonce": a participle is a verb of saying
  /// only behind its auxiliary.
  [[nodiscard]] bool bare_participle(std::uint32_t i, std::int64_t before) const {
    const std::string& l = r_.lexicon.language;
    const CueRow& row = r_.lexicon.cue_rows[r_.tags[i].cue.row];
    if ((l != "es" && l != "fr") || r_.tags[i].cue.length > 1 || row.kind == CueClass::kAsk ||
        before < static_cast<std::int64_t>(sentence_.begin)) {
      return false;
    }
    const std::string_view word = r_.text(i);
    const bool form = l == "es" ? word.ends_with("ado") || word.ends_with("ido")
                                : word.ends_with("\xc3\xa9") || word.ends_with(
                                                                    "\xc3\xa9"
                                                                    "e");
    const auto left = static_cast<std::uint32_t>(before);
    const Frame f = r_.frame(left);
    // "l'ont condamne", "a-t-il ajoute": a pronoun or an elided object holds the auxiliary.
    return form && f != Frame::kAuxiliary && f != Frame::kBe && f != Frame::kAnd &&
           !r_.tags[left].pronoun && !r_.comma(left) && r_.cue_of[left] < 0 &&
           r_.text(left).find_first_of("'\xe2") == std::string_view::npos;
  }

  [[nodiscard]] bool is_verb(std::uint32_t i) const {
    if (r_.capital(i) && i > sentence_.begin && (!in_heading() || opens_line(i))) {
      return false;
    }
    const std::int64_t b = before(i);
    if (bare_participle(i, b)) {
      return false;
    }
    const bool first = b < static_cast<std::int64_t>(sentence_.begin);
    if (first) {
      const std::uint32_t next = i + r_.tags[i].cue.length;  // "Bildirilib ki, ..."
      const bool that = r_.lexicon.order == WordOrder::kSov && next < sentence_.end &&
                        r_.frame(next) == Frame::kThat;
      return that || r_.lexicon.order == WordOrder::kVso || r_.tags[i].cue.length > 1 ||
             (r_.drops_subject() && r_.frame(i) != Frame::kNoun) ||
             r_.lexicon.cue_rows[r_.tags[i].cue.row].kind == CueClass::kAsk;
    }
    const auto left = static_cast<std::uint32_t>(b);
    const Frame f = r_.frame(left);
    const Hit pronoun = r_.tags[left].pronoun;
    const bool possessive =
        (pronoun && r_.lexicon.pronoun_rows[pronoun.row].use == PronounUse::kPossessive) ||
        ends_with_possessive(r_, left);
    if ((f == Frame::kArticle && !anaphor(left, i)) || possessive ||
        (r_.is(left, "-") && left + 1 == i && r_.adjacent(left))) {
      return false;
    }
    // Where the verb stands last, what leads a noun elsewhere stands behind it: "ile".
    const bool leads = r_.lexicon.order != WordOrder::kSov;
    if (leads && (f == Frame::kPreposition || f == Frame::kOf || f == Frame::kAgent)) {
      return participle_form(r_, i);
    }
    if (r_.cue_of[left] >= 0 && !participle_form(r_, i)) {
      return false;  // "asked questions", "issued demands"
    }
    return r_.frame(i) != Frame::kNoun || homograph_is_verb(i, left);
  }

  /// "Das teilte das Ministerium mit", "Asi lo informo la empresa": what looks like an article
  /// stands for the sentence before. An unknown noun behind makes an adjective of the verb: "Das
  /// erklaerte Ziel".
  [[nodiscard]] bool anaphor(std::uint32_t left, std::uint32_t i) const {
    const std::span<const Token> tokens(r_.document.tokens);
    const PhraseSet::Match lead =
        r_.lexicon.leads.match(tokens.subspan(sentence_.begin, sentence_.size()), 0, r_.words);
    const std::uint32_t next = i + r_.tags[i].cue.length;
    if (lead.length == 0 || sentence_.begin + lead.length != left + 1 || next >= sentence_.end ||
        r_.capital(i)) {
      return false;
    }
    const TokenTags& t = r_.tags[next];
    return !r_.capital(next) || t.role || t.title || t.given_name || t.organisation || t.metonym;
  }

  /// "officials report", "the ministry reports", "it claims", "to call"; not "a police report".
  [[nodiscard]] bool homograph_is_verb(std::uint32_t i, std::uint32_t left) const {
    const Frame f = r_.frame(left);
    const Hit pronoun = r_.tags[left].pronoun;
    if (f == Frame::kAuxiliary || f == Frame::kRelative || pronoun) {
      return true;
    }
    const std::uint32_t next = i + r_.tags[i].cue.length;
    if (next < sentence_.end && opens_clause(next)) {
      return true;
    }
    // "...", cuenta Ana Salcedo.
    if (r_.lexicon.language != "en" && r_.comma(left) && left > sentence_.begin &&
        r_.quoted(left - 1)) {
      return true;
    }
    if (r_.punctuation(left) || f == Frame::kAnd || f == Frame::kBut || f == Frame::kBe) {
      return false;
    }
    if (!r_.word(i).folded.ends_with("s") && plural_head(left)) {
      return true;
    }
    const bool singular_form = r_.word(i).folded.ends_with("s");
    const bool plural_left = r_.word(left).folded.ends_with("s");
    const bool speaker = r_.tags[left].role || r_.tags[left].organisation ||
                         r_.tags[left].document || r_.tags[left].metonym || r_.tags[left].country ||
                         role_ends_at(left);
    if (speaker) {
      const bool name = r_.capital(left) && !r_.tags[left].role;
      return name ? singular_form : singular_form != plural_left;
    }
    return r_.capital(left) && singular_form;
  }

  /// What follows can only be the object of a verb: "polls in Arvenia show the party ahead".
  [[nodiscard]] bool opens_clause(std::uint32_t i) const {
    const Frame f = r_.frame(i);
    const Hit pronoun = r_.tags[i].pronoun;
    return f == Frame::kThat || f == Frame::kWh || r_.is(i, ":") || f == Frame::kArticle ||
           (pronoun && r_.lexicon.pronoun_rows[pronoun.row].use != PronounUse::kObject);
  }

  /// "Observers from the mission": the phrase that ends at `last` is headed by several speakers.
  [[nodiscard]] bool plural_head(std::uint32_t last) const {
    for (std::uint32_t i = last; i > sentence_.begin && last - i < 8; --i) {
      if (r_.punctuation(i) || r_.cue_of[i] >= 0) {
        return false;
      }
      const Frame f = r_.frame(i);
      const TokenTags& head = r_.tags[i - 1];
      if ((f == Frame::kPreposition || f == Frame::kOf) && (head.role || head.document) &&
          r_.word(i - 1).folded.ends_with("s")) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool role_ends_at(std::uint32_t i) const {
    for (std::uint32_t back = 1; back <= 3 && back <= i - sentence_.begin; ++back) {
      const TokenTags& t = r_.tags[i - back];
      if (t.role.length == back + 1 || t.organisation.length == back + 1) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool leads_content(std::uint32_t i) const {
    const Frame f = r_.frame(i);
    return f == Frame::kThat || f == Frame::kWh || f == Frame::kVenue || r_.is(i, "to");
  }

  void add(std::uint32_t i, Hit hit) {
    CueGroup group;
    group.verb = i;
    group.row = r_.lexicon.cue_rows[hit.row];
    group.tokens = {i, i + hit.length};
    // Arabic "taba'a qa'ilan": one act of saying.
    if (r_.lexicon.order == WordOrder::kVso && group.tokens.end < sentence_.end &&
        r_.tags.summary(group.tokens.end).cue && !r_.quoted(group.tokens.end) &&
        r_.tags[group.tokens.end].cue.length == 1) {
      ++group.tokens.end;
    }
    // "that" and "to" belong to what is said, "on X" to where.
    while (group.tokens.size() > 1 && leads_content(group.tokens.end - 1)) {
      --group.tokens.end;
    }
    bool auxiliary = false;
    bool be = false;
    while (group.tokens.begin > sentence_.begin && !r_.quoted(group.tokens.begin - 1) &&
           group_member(r_.frame(adverb_begin(group.tokens.begin - 1)))) {
      group.tokens.begin = adverb_begin(group.tokens.begin - 1);
      const Frame f = r_.frame(group.tokens.begin);
      auxiliary = auxiliary || f == Frame::kAuxiliary;
      be = be || f == Frame::kBe;
      group.negated = group.negated || f == Frame::kNegation ||
                      r_.word(group.tokens.begin).folded.ends_with("n't");
      group.infinitive = group.infinitive || r_.is(group.tokens.begin, "to");
    }
    const bool ing = participle_form(r_, i);
    const std::uint32_t next = group.tokens.end;
    const bool agent = next < sentence_.end && r_.frame(next) == Frame::kAgent;
    group.passive = be && !ing;
    group.agent = agent && !be && !auxiliary && !ing;
    group.participle = ing && !be;
    for (std::uint32_t k = group.tokens.begin; k < group.tokens.end; ++k) {
      r_.cue_of[k] = static_cast<std::int32_t>(r_.cues.size());
    }
    r_.cues.push_back(group);
  }

  Reading& r_;
  Hit estimate_;  ///< Row of a claim with an object; none outside English.
  TokenRange sentence_;
  mutable std::optional<bool> heading_;  ///< Known once it is asked for.
};

}  // namespace

void find_cues(Reading& reading) {
  CueFinder(reading).find();
}

}  // namespace parallax
