/// Reporting clauses of English: who says it, beside what is said. "..., the ministry noted on
/// Monday", "..., said the embassy", "as the ministry put it, ...", "in the view of the court,
/// ...", "the ministry recalled that ...". What they hold is a frame and no content of the claim.
/// The verbs are those of the table of cues.

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Terms of the speaker in front of the verb, and of what may follow it ("on Monday", "told
/// reporters in Paris").
constexpr std::size_t kSpeakerTerms = 14;
constexpr std::size_t kTailTerms = 9;
/// A reporting clause between two commas is short.
constexpr std::size_t kMiddleTerms = 12;
/// What it stands beside must be more than this.
constexpr std::size_t kMinRest = 3;

/// A range of terms.
struct Range {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

class ReportingReader {
 public:
  ReportingReader(const ClaimContext& context, Claim& claim) : c_(context), terms_(claim.terms) {}

  void run() {
    leading_opinion();
    parentheses(boundaries());
    complement();
    speaker_as_subject();
  }

 private:
  [[nodiscard]] std::size_t local(std::size_t t) const { return terms_[t].token - c_.first_token; }
  [[nodiscard]] std::string_view word(std::size_t t) const { return c_.folded(local(t)); }
  [[nodiscard]] bool is(std::size_t t, std::initializer_list<std::string_view> words) const {
    return t < terms_.size() && c_.is_any(local(t), words);
  }
  [[nodiscard]] bool mark(std::size_t t) const {
    return t < terms_.size() && c_.punctuation(local(t));
  }

  /// Places of the marks that may part a reporting clause from the rest, with the claim's ends.
  [[nodiscard]] std::vector<std::size_t> boundaries() const {
    std::vector<std::size_t> at;
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      if (is(t, {",", "\xe2\x80\x93", "\xe2\x80\x94", "\"", "\xe2\x80\x9d", "\xe2\x80\x9c"})) {
        at.push_back(t);
      }
    }
    at.push_back(terms_.size());
    return at;
  }

  /// Without marks at its ends.
  [[nodiscard]] Range trimmed(Range r) const {
    while (r.begin < r.end && mark(r.begin)) {
      ++r.begin;
    }
    while (r.end > r.begin && mark(r.end - 1)) {
      --r.end;
    }
    return r;
  }

  void frame(Range r) {
    for (std::size_t t = r.begin; t < r.end; ++t) {
      terms_[t].frame = true;
    }
  }

  void parentheses(const std::vector<std::size_t>& marks) {
    std::size_t begin = 0;
    for (std::size_t m = 0; m < marks.size(); ++m) {
      const bool first = m == 0;
      const bool last = m + 1 == marks.size();
      const Range part = trimmed({begin, marks[m]});
      begin = marks[m];
      // A speaker may hold commas itself: ", the Governor, Mr A, said".
      const bool rest = terms_.size() - part.size() >= kMinRest + part.size() / 4;
      if (part.size() == 0 || !rest || !says_more(part)) {
        continue;
      }
      const bool beside = !first && (last || part.size() <= kMiddleTerms);
      if (opinion(part) || (is(part.begin, {"as"}) && as_clause(part)) ||
          (beside && reporting(part))) {
        frame(part);
      }
    }
  }

  /// "In the ministry's view the ruling is right": no comma parts it from the rest.
  void leading_opinion() {
    constexpr std::size_t kReach = 9;
    if (!is(0, {"in", "to"})) {
      return;
    }
    for (std::size_t t = 1; t < std::min(terms_.size(), kReach) && !mark(t); ++t) {
      const bool owned = t > 0 && (word(t - 1).ends_with("s") || word(t - 1).ends_with("'s") ||
                                   is(t - 1, {"its", "his", "her", "their", "our", "my"}));
      if (is(t, {"view", "opinion", "eyes", "estimation", "judgment", "judgement", "reading",
                 "assessment", "mind"}) &&
          owned && !is(t + 1, {"of", "to", "into", "and", ","})) {
        terms_[t].verb = false;
        frame({0, t + 1});
        return;
      }
    }
  }

  /// What stands outside of the part tells something: "In May, the ministry opened ..." does not.
  [[nodiscard]] bool says_more(Range part) const {
    std::size_t content = 0;
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      const Term& term = terms_[t];
      if (t >= part.begin && t < part.end) {
        continue;
      }
      if (term.verb) {
        return true;
      }
      content += term.kind != TermKind::kFunction && term.kind != TermKind::kDate ? 1U : 0U;
    }
    return content > 1;
  }

  /// "in the view of the court", "in the ministry's opinion"
  [[nodiscard]] bool opinion(Range r) const {
    // "if the ministry is to be believed"
    if (is(r.begin, {"if"}) && r.size() <= kMiddleTerms && is(r.end - 1, {"believed", "trusted"}) &&
        is(r.end - 2, {"be"})) {
      return true;
    }
    if (!is(r.begin, {"in"}) || r.size() > kMiddleTerms) {
      return false;
    }
    for (std::size_t t = r.begin + 1; t < std::min(r.end, r.begin + 7); ++t) {
      if (is(t, {"view", "opinion", "words", "judgment", "judgement", "assessment", "estimation",
                 "eyes", "understanding", "reading"})) {
        return is(t + 1, {"of"}) || t + 1 == r.end;
      }
    }
    return false;
  }

  /// "as the ministry put it", "as reported by the ministry"
  [[nodiscard]] bool as_clause(Range r) const {
    const Range inner{r.begin + 1, r.end};
    return inner.size() > 1 && reporting(inner);
  }

  /// Class of the verb of saying at `t`, nullptr if there is none; `length` gets its terms.
  [[nodiscard]] const std::vector<std::string>* cue(std::size_t t, std::size_t& length) const {
    std::size_t tokens = 0;
    length = 0;
    if (t >= terms_.size()) {
      return nullptr;
    }
    const auto* row = c_.look_up(c_.lexicon.cue, local(t), tokens);
    if (row == nullptr) {
      return nullptr;
    }
    const std::size_t end = local(t) + tokens;
    while (t + length < terms_.size() && local(t + length) < end) {
      ++length;
    }
    return row;
  }

  [[nodiscard]] bool names_speaker(const Term& term) const {
    return term.actor || term.kind == TermKind::kName || term.kind == TermKind::kCountry;
  }

  [[nodiscard]] bool auxiliary(std::size_t t) const {
    return is(t, {"is",   "are",   "was", "were",  "be",   "been",  "has",
                  "have", "had",   "do",  "does",  "did",  "will",  "would",
                  "may",  "might", "can", "could", "must", "shall", "should"});
  }

  [[nodiscard]] bool adverb(std::size_t t) const {
    return is(t, {"also", "then", "later", "earlier", "further", "today", "yesterday", "again",
                  "now", "here", "meanwhile"}) ||
           (word(t).size() > 4 && word(t).ends_with("ly"));
  }

  /// Words that open a clause or deny: no part of a reporting clause.
  [[nodiscard]] bool breaks(std::size_t t) const {
    return is(t, {"that", "which", "who", "whom", "whose", "if", "whether", "not", "never",
                  "because", "when", "while", "where"}) ||
           (is(t, {"to"}) && t + 1 < terms_.size() && terms_[t + 1].verb);
  }

  [[nodiscard]] bool reporting(Range r) const { return subject_first(r) || verb_first(r); }

  /// ", the court holds": verbs that elsewhere tell of other things.
  [[nodiscard]] bool ends_with_verb(std::size_t t, Range r) const {
    return t + 1 == r.end && t > r.begin &&
           is(t, {"holds", "held", "guarantees", "guaranteed", "contends", "reckons", "suggest",
                  "suggests", "indicate", "indicates"});
  }

  /// "Lenders may notify the unit": tells what they may do.
  [[nodiscard]] bool asked_or_allowed(std::size_t t) const {
    return is(t - 1, {"may", "must", "might", "shall", "should", "can", "could"});
  }

  /// "The council's register shows": a thing that says it, though its word is a verb elsewhere.
  [[nodiscard]] bool record(std::size_t t, Range r) const {
    std::size_t length = 0;
    return t + 1 < r.end &&
           is(t, {"register", "records",   "record",  "figures", "report",  "reports", "review",
                  "estimate", "estimates", "notice",  "log",     "logs",    "survey",  "study",
                  "answer",   "answers",   "reply",   "replies", "note",    "notes",   "minutes",
                  "document", "documents", "audit",   "census",  "count",   "poll",    "polls",
                  "order",    "filing",    "filings", "ruling",  "release", "post",    "dispatch",
                  "cable",    "brief",     "file",    "files",   "entry",   "probe",   "inquiry",
                  "chart",    "charts",    "map",     "maps",    "test",    "tests"}) &&
           is(t + 1,
              {"show",     "shows",    "showed",    "reveal", "reveals", "revealed", "suggest",
               "suggests", "indicate", "indicates", "say",    "says",    "confirm",  "confirms",
               "state",    "states",   "stated",    "said",   "found",   "finds"}) &&
           cue(t + 1, length) != nullptr;
  }

  /// Row of the verb of saying at `t`; nullptr if there is none.
  [[nodiscard]] const std::vector<std::string>* says_at(std::size_t t, Range r,
                                                        std::size_t& length) const {
    const bool verb = t > r.begin && verbal(t) && !asked_or_allowed(t) && !record(t, r);
    return verb ? cue(t, length) : nullptr;
  }

  /// "The court ruled on Friday": nothing but a time.
  [[nodiscard]] bool only_time(Range r) const {
    bool time = false;
    for (std::size_t t = r.begin; t < r.end; ++t) {
      time = time || terms_[t].kind == TermKind::kDate;
      if (terms_[t].kind != TermKind::kDate && !mark(t) &&
          !is(t, {"on", "last", "this", "late", "early", "evening", "morning"})) {
        return false;
      }
    }
    return time;
  }

  /// "The opera house opened its doors in 1904", "was first published in 1934": no saying.
  [[nodiscard]] bool tells_of_thing(std::size_t t, std::size_t behind, Range r,
                                    const std::vector<std::string>& row) const {
    // "ruled in a judgment": where it was said
    const bool text = is(behind, {"in"}) && (text_noun(behind + 1) || text_noun(behind + 2));
    const bool told = row[1] == "that" && behind < r.end && !only_time({behind, r.end}) && !text;
    const bool passive =
        terms_[t].passive && !is(r.begin, {"it", "as"}) &&
        !is(t, {"told", "informed", "notified", "advised", "assured", "reminded", "warned"});
    return told || passive;
  }

  /// "the ministry [has] noted [on Monday]"
  [[nodiscard]] bool subject_first(Range r) const {
    bool speaker = false;
    const std::size_t end = std::min(r.end, r.begin + kSpeakerTerms);
    for (std::size_t t = r.begin; t < end; ++t) {
      std::size_t length = 0;
      const auto* row = says_at(t, r, length);
      if (row != nullptr && speaker) {
        return !tells_of_thing(t, t + length, r, *row) &&
               tail({t + length, r.end}, (*row)[1] == "told" || is(t, {"told", "tells"}),
                    (*row)[1] == "object");
      }
      if (speaker && ends_with_verb(t, r)) {
        return true;
      }
      if (breaks(t)) {
        return false;
      }
      if (is_sure(t, r)) {
        return speaker && tail({t + 1, r.end}, false, false);
      }
      speaker = speaker || may_speak(t, r);
      if (!auxiliary(t) && terms_[t].verb) {
        return false;
      }
    }
    return false;
  }

  /// "The minister is convinced"
  [[nodiscard]] bool is_sure(std::size_t t, Range r) const {
    return t > r.begin && is(t, {"convinced", "certain", "adamant"}) && auxiliary(t - 1);
  }

  [[nodiscard]] bool may_speak(std::size_t t, Range r) const {
    const bool pronoun = t == r.begin && is(t, {"he", "she", "it", "they", "we"});
    return pronoun || names_speaker(terms_[t]) || office(t);
  }

  /// A head noun in front of the verb of saying: "its assembly", "the flood staff", though no table
  /// has it.
  [[nodiscard]] bool office(std::size_t t) const {
    const Term& term = terms_[t];
    std::size_t length = 0;
    const bool noun = term.kind == TermKind::kPlain || term.kind == TermKind::kConcept;
    std::size_t next = t + 1;
    while (next < terms_.size() && (auxiliary(next) || adverb(next))) {
      ++next;
    }
    return noun && !term.verb && next < terms_.size() && verbal(next) &&
           cue(next, length) != nullptr;
  }

  /// Stands where a verb may: not behind a determiner or preposition.
  [[nodiscard]] bool verbal(std::size_t t) const {
    return t == 0 || !is(t - 1, {"the", "a", "an", "this", "of", "in", "its", "their", "his", "her",
                                 "by", "for", "with", "to"});
  }

  /// "said the embassy [on Monday]"
  [[nodiscard]] bool verb_first(Range r) const {
    std::size_t length = 0;
    const auto* row = cue(r.begin, length);
    const std::string_view verb = word(r.begin);
    const bool form =
        verb.ends_with("ed") || is(r.begin, {"said", "says", "wrote", "writes", "told"});
    if (row == nullptr || !form || (*row)[0] == "ask" || (*row)[1] == "object") {
      return false;
    }
    bool speaker = false;
    for (std::size_t t = r.begin + length; t < r.end; ++t) {
      if (breaks(t) || auxiliary(t) || terms_[t].verb) {
        return false;
      }
      const bool preposition = terms_[t].slot == Slot::kOblique;
      speaker = speaker || (names_speaker(terms_[t]) && !preposition);
    }
    return speaker && r.size() <= kSpeakerTerms;
  }

  /// What something may be said in.
  [[nodiscard]] bool text_noun(std::size_t t) const {
    return is(t, {"judgment",   "judgement", "ruling",   "statement", "report",     "letter",
                  "note",       "decision",  "bulletin", "interview", "memorandum", "document",
                  "reply",      "filing",    "briefing", "speech",    "address",    "opinion",
                  "study",      "notice",    "release",  "circular",  "communique", "message",
                  "telegram",   "paper",     "order",    "verdict",   "assessment", "declaration",
                  "submission", "survey",    "review",   "article",   "post",       "broadcast"});
  }

  /// "Ruled in a judgment that was published the same day", "said in a note issued on Friday": what
  /// stands at `t` says more of the text in which it is said.
  [[nodiscard]] bool text_told_of(std::size_t t, Range r) const {
    constexpr std::size_t kLeast = 2;
    if (t < r.begin + kLeast || !text_noun(t - 1)) {
      return false;
    }
    const bool relative = is(t, {"that", "which"}) && t + 1 < r.end && auxiliary(t + 1);
    const bool participle = is(t, {"published", "issued", "released", "dated", "handed", "sent",
                                   "delivered", "made", "circulated", "addressed", "submitted",
                                   "distributed", "read", "posted", "carried", "quoted", "given"});
    return relative || participle;
  }

  /// What may follow the verb: an adverb, a time, a phrase behind a preposition, whom it was told.
  [[nodiscard]] bool tail(Range r, bool told, bool object) const {
    if (r.size() > kTailTerms || (object && r.size() > 0)) {
      return r.size() == 0;
    }
    bool open = told;
    for (std::size_t t = r.begin; t < r.end; ++t) {
      if (breaks(t) || auxiliary(t) || terms_[t].verb) {
        return text_told_of(t, r);
      }
      const Term& term = terms_[t];
      const bool lead = is(t, {"on", "in", "at", "during", "after", "from", "before", "by", "to",
                               "through", "via", "late", "early", "this", "last"});
      const bool light = mark(t) || adverb(t) || term.kind == TermKind::kDate ||
                         term.kind == TermKind::kQuantity || is(t, {"it"});
      open = open || lead || term.kind == TermKind::kDate;
      if (!open && !light) {
        return false;
      }
    }
    return true;
  }

  /// "It was X that did so" says who did it, "it was announced that" who says it.
  [[nodiscard]] bool cleft() const {
    std::size_t length = 0;
    return is(0, {"it"}) && auxiliary(1) && cue(2, length) == nullptr;
  }

  /// "The bank reported that it had lent the money": the speaker is whom the clause tells of.
  void speaker_as_subject() {
    std::size_t first = 0;  // behind the frame
    for (std::size_t t = 0; t < terms_.size() && !is(t, {"it", "they"}); ++t) {
      const bool framed = terms_[t].frame || terms_[t].speech;
      if (!framed && terms_[t].kind != TermKind::kFunction) {
        break;
      }
      first = framed ? t + 1 : first;
    }
    constexpr std::size_t kLead = 6;  // "stated that in March it had asked"
    std::size_t pronoun = first;
    while (
        pronoun < std::min(terms_.size(), first + kLead) && !is(pronoun, {"it", "they"}) &&
        !terms_[pronoun].verb &&
        (terms_[pronoun].kind == TermKind::kFunction || terms_[pronoun].kind == TermKind::kDate)) {
      ++pronoun;
    }
    if (first == 0 || !is(pronoun, {"it", "they"})) {
      return;
    }
    const auto verb = std::find_if(terms_.begin() + static_cast<std::ptrdiff_t>(pronoun),
                                   terms_.end(), [](const Term& term) { return term.verb; });
    const auto subject = terms_.begin() + static_cast<std::ptrdiff_t>(pronoun);
    const bool cleft = std::any_of(subject + 1, verb, [](const Term& term) {  // "it was X that"
      return term.kind != TermKind::kFunction && term.kind != TermKind::kPlain;
    });
    if (verb == terms_.end() || verb->passive || cleft) {
      return;
    }
    for (std::size_t t = 0; t < first && !terms_[t].verb && !terms_[t].speech; ++t) {
      if (names_speaker(terms_[t])) {
        terms_[t].frame = false;
        terms_[t].clause = verb->clause;
      }
    }
  }

  /// "Fears that the yard will close": nobody says that it will.
  [[nodiscard]] bool wishes(std::size_t t) const {
    const std::string_view verb = word(t);
    return verb.starts_with("fear") || verb.starts_with("hop") || verb.starts_with("wish") ||
           verb.starts_with("doubt") || verb.starts_with("expect") || verb.starts_with("worr");
  }

  /// "Endorsed the curfew that the town imposed", "came out against the levy, adding that it ...":
  /// the verb has a thing behind it, and the clause belongs to that thing or to another verb.
  [[nodiscard]] bool takes_thing(std::size_t t, std::size_t length,
                                 const std::vector<std::string>& row, std::size_t that) const {
    if (row[1] == "told" || row[0] == "ask" || that == t + length || addresses(t)) {
      return false;
    }
    for (std::size_t k = t + length; k < that; ++k) {
      if (mark(k) && k + 1 < that && word(k + 1).ends_with("ing")) {
        return true;
      }
    }
    const bool thing = is(t + length, {"the", "a", "an", "this", "these", "those", "its", "their",
                                       "his", "her", "our"}) ||
                       row[1] == "object";
    return thing && !names_saying(that - 1);
  }

  /// "Warned the miners that": whom it is said to stands in front of what is said.
  [[nodiscard]] bool addresses(std::size_t t) const {
    static constexpr std::string_view kVerbs[] = {"tell",  "told",   "advis",  "assur",  "warn",
                                                  "alert", "remind", "notif",  "inform", "caution",
                                                  "brief", "promis", "convin", "persua", "reassur",
                                                  "pledg", "instru", "signal", "satisf", "write"};
    const std::string_view verb = word(t);
    return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                       [&](std::string_view start) { return verb.starts_with(start); });
  }

  /// "Confirmed the reports that", "in a letter that": what follows is what they say.
  [[nodiscard]] bool names_saying(std::size_t t) const {
    return is(
        t, {"report",      "reports",    "claim",      "claims",     "allegation",  "allegations",
            "news",        "fact",       "view",       "belief",     "statement",   "statements",
            "rumour",      "rumours",    "rumors",     "suggestion", "suggestions", "accusation",
            "accusations", "warning",    "warnings",   "concern",    "concerns",    "fear",
            "fears",       "hope",       "hopes",      "idea",       "notion",      "possibility",
            "conclusion",  "assertion",  "assertions", "evidence",   "information", "position",
            "principle",   "theory",     "impression", "finding",    "findings",    "argument",
            "arguments",   "assumption", "suspicion",  "public",     "press",       "media",
            "letter",      "court"});
  }

  /// Frames what stands in front of "that", which follows the verb of saying at `t` or ends it.
  void frame_complement(std::size_t t, std::size_t length, const std::vector<std::string>& row) {
    const std::size_t last = t + length - 1;  // "held that" is a verb of saying by its "that"
    if (length > 1 && is(last, {"that"})) {
      if (!wishes(t)) {
        frame({0, last});
      }
    } else if (const std::size_t that = that_behind(t + length);
               that < terms_.size() && !takes_thing(t, length, row, that)) {
      frame({0, that});
    }
  }

  /// "Answering a question, the minister said that": first term behind a phrase of that kind.
  [[nodiscard]] std::size_t behind_participle() const {
    if (terms_.empty() || word(0).size() < 6 || !word(0).ends_with("ing")) {
      return 0;
    }
    std::size_t t = 1;
    while (t < std::min(terms_.size(), kSpeakerTerms) && !is(t, {","})) {
      ++t;
    }
    return t < std::min(terms_.size(), kSpeakerTerms) ? t + 1 : 0;
  }

  /// "The ministry recalled that ...": all in front of "that".
  void complement() {
    bool speaker = false;
    const std::size_t first = behind_participle();
    for (std::size_t t = first; t < std::min(terms_.size(), first + kSpeakerTerms + kTailTerms);
         ++t) {
      std::size_t length = 0;
      const auto* row = speaker && !is(t, {"that"}) && verbal(t) ? cue(t, length) : nullptr;
      if (row != nullptr) {
        frame_complement(t, length, *row);
        return;
      }
      if (breaks(t) || (terms_[t].verb && !auxiliary(t))) {
        return;
      }
      const bool pronoun = t == first && is(t, {"he", "she", "it", "they", "we"});
      if (t == 0 && cleft()) {
        return;
      }
      speaker = speaker || names_speaker(terms_[t]) || office(t) || pronoun;
    }
  }

  /// "that" close behind the verb: "advised its citizens that", "said on Monday that".
  [[nodiscard]] std::size_t that_behind(std::size_t t) const {
    const std::size_t end = std::min(terms_.size(), t + kTailTerms);
    for (; t < end; ++t) {
      const bool time = is(t + 1, {"night", "day", "week", "month", "year", "morning", "evening",
                                   "afternoon", "weekend", "same"});  // "heard that night"
      if (is(t, {"that"}) && !time) {
        // "on condition that", "so that": says under what condition or what for
        const bool joins = is(t - 1, {"condition", "so", "provision", "proviso", "extent", "now",
                                      "event", "understanding", "order", "except", "such"});
        // "complained that, for the second week, the road ..." goes on; "said that." does not
        const bool complement = t + 2 < terms_.size() && !joins &&
                                !(text_noun(t - 1) && auxiliary(t + 1)) &&
                                (!mark(t + 1) || is(t + 1, {","}));
        return complement ? t : terms_.size();
      }
      if (terms_[t].verb || auxiliary(t) || breaks(t) || is(t, {"to"})) {
        return terms_.size();
      }
    }
    return terms_.size();
  }

  const ClaimContext& c_;
  std::vector<Term>& terms_;
};

}  // namespace

void mark_reporting_clauses(const ClaimContext& c, Claim& claim) {
  if (!c.lexicon.cue.rows.empty()) {
    ReportingReader(c, claim).run();
  }
}

}  // namespace parallax
