/// Clauses of English, without a parser: verb groups by auxiliaries, closed classes of words, word
/// endings and the verb table; which noun phrases stand in front of the verb, behind it, and behind
/// which preposition. Other languages keep Slot::kNone, and their rules do without.

#include <algorithm>
#include <array>
#include <unordered_map>

#include "engine/facts/claim_context.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

enum class Tag : std::uint8_t {
  kOther,
  kDeterminer,
  kPreposition,
  kConjunction,
  kSubordinator,
  kRelative,
  kBe,
  kHave,
  kDo,
  kModal,
  kTo,
  kPronoun,
  kAdverb,
  kComma,
  kBreak,
};

using Tags = std::unordered_map<std::string_view, Tag>;

void add_all(Tags& tags, Tag tag, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    tags.emplace(word, tag);
  }
}

const Tags& closed_classes() {
  static const Tags kTags = [] {
    Tags t;
    add_all(t, Tag::kDeterminer,
            {"the",   "a",     "an",      "this",  "these", "those",   "its",  "their", "our",
             "his",   "her",   "my",      "your",  "any",   "some",    "no",   "every", "each",
             "all",   "both",  "several", "many",  "few",   "another", "such", "more",  "most",
             "other", "which", "certain", "whose", "own",   "various", "much", "less"});
    add_all(t, Tag::kPreposition,
            {"of",      "in",     "at",      "on",      "from",   "by",      "with",
             "against", "for",    "into",    "near",    "over",   "under",   "between",
             "among",   "amid",   "through", "across",  "along",  "around",  "outside",
             "inside",  "toward", "towards", "during",  "within", "per",     "via",
             "without", "behind", "beside",  "beyond",  "upon",   "despite", "about",
             "off",     "like",   "onto",    "beneath", "above",  "below"});
    add_all(t, Tag::kConjunction, {"and", "or", "but", "nor"});
    add_all(t, Tag::kSubordinator,
            {"that", "because", "although", "though", "while", "when", "whenever", "after",
             "before", "since", "until", "if", "unless", "whereas", "whether", "as"});
    add_all(t, Tag::kRelative, {"who", "whom", "where"});
    add_all(t, Tag::kBe,
            {"is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't",
             "weren't", "got", "remain", "remains", "remained"});
    add_all(t, Tag::kHave, {"has", "have", "had", "having", "hasn't", "haven't", "hadn't"});
    add_all(t, Tag::kDo, {"do", "does", "did", "don't", "doesn't", "didn't"});
    add_all(t, Tag::kModal,
            {"will", "would", "shall", "should", "may", "might", "can", "could", "must", "cannot",
             "won't", "wouldn't", "shouldn't", "can't", "couldn't", "mustn't"});
    add_all(t, Tag::kTo, {"to"});
    add_all(t, Tag::kPronoun, {"he", "she", "it", "they", "we", "i", "you", "them", "him", "us"});
    add_all(t, Tag::kAdverb,
            {"not",  "never", "also",  "already", "still", "now",   "only",  "just",
             "even", "ever",  "again", "yet",     "soon",  "then",  "once",  "always",
             "thus", "often", "first", "later",   "twice", "since", "indeed"});
    add_all(t, Tag::kComma, {","});
    add_all(t, Tag::kBreak,
            {";", ":", "(", ")", "lrb", "rrb", "\"", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x93",
             "\xe2\x80\x94"});
    return t;
  }();
  return kTags;
}

enum class VerbForm : std::uint8_t { kNone, kBase, kPresent, kPast, kParticiple, kGerund };

/// The terms of one claim while their clauses are found.
class ClauseReader {
 public:
  ClauseReader(const ClaimContext& context, Claim& claim) : c_(context), terms_(claim.terms) {
    tags_.reserve(terms_.size());
    for (const Term& term : terms_) {
      tags_.push_back(tag_of(term));
    }
    forms_.reserve(terms_.size());
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      forms_.push_back(form_of(t));
    }
    forced_.assign(terms_.size(), false);
  }

  void run() {
    find_clauses();
    if (find_missed_verbs()) {
      clause_ = 0;
      fronted_ = false;
      started_ = false;
      open_phrases();
      find_clauses();
    }
    join_cleft();
    mark_frames();
  }

 private:
  /// Where "it was" stands, at the head or behind the comma of a phrase in front ("According to the
  /// owner, it was ..."); the number of terms if nowhere.
  [[nodiscard]] std::size_t cleft_at() const {
    constexpr std::size_t kLead = 12;
    for (std::size_t t = 0; t + 1 < std::min(terms_.size(), kLead); ++t) {
      if (is(t, "it") && tag(t + 1) == Tag::kBe && (t == 0 || tag(t - 1) == Tag::kComma)) {
        return t;
      }
    }
    return terms_.size();
  }

  /// "It was the ferry that ran into the barge": the ferry is the subject of what follows.
  void join_cleft() {
    constexpr std::size_t kReach = 10;
    const std::size_t it = cleft_at();
    if (it + 4 > terms_.size()) {
      return;
    }
    std::size_t that = it + 2;
    while (that < std::min(terms_.size(), it + kReach) && !is(that, "that") && !is(that, "who") &&
           !is(that, "which") && !terms_[that].verb && tag(that) != Tag::kComma) {
      ++that;
    }
    const bool joins = that + 1 < terms_.size() && (is(that, "that") || is(that, "who")) &&
                       (terms_[that + 1].verb || auxiliary(that + 1)) && !terms_[that + 1].speech;
    const auto party = [](const Term& term) {
      return carries_content(term) && term.kind != TermKind::kDate && !term.attribute;
    };
    if (!joins || std::none_of(terms_.begin() + static_cast<std::ptrdiff_t>(it + 2),
                               terms_.begin() + static_cast<std::ptrdiff_t>(that), party)) {
      return;
    }
    for (std::size_t t = it + 2; t < that; ++t) {
      if (terms_[t].preposition == StemId{} && carries_content(terms_[t])) {
        terms_[t].slot = Slot::kSubject;
        terms_[t].predicative = false;
        terms_[t].governor = StemId{};
      }
      terms_[t].clause = terms_[that + 1].clause;
    }
  }

  void find_clauses() {
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      Term& term = terms_[t];
      const bool verb = is_verb(t);
      if (!verb) {
        leave_phrase(t);
        step_over(t);
      }
      started_ = started_ || carries_content(term);
      term.clause = clause_;
      if (verb) {
        open_verb(t);
      } else if (carries_content(term)) {
        place(term);
      }
    }
  }

  /// "The review shows that ..."
  [[nodiscard]] bool shows_that(std::size_t t) const {
    return terms_[t].verb && !terms_[t].passive && is(t + 1, "that") &&
           is_stem(t, {"show", "find", "indic", "reveal", "demonstr", "note", "estim", "observ",
                       "believ", "suggest"});
  }

  /// "The observers put attendance at the march at 4,000", "the institute places the quake late on
  /// Sunday": a figure or a time that somebody gives of something.
  [[nodiscard]] bool puts_at(std::size_t t) const {
    constexpr std::size_t kReach = 16;
    const bool puts = is_any(t, {"put", "puts", "estimates", "estimated", "reckons", "reckoned"});
    const bool places = is_any(t, {"places", "placed", "dates", "dated", "puts", "put", "times",
                                   "timed", "situates", "situated"});
    if (!(puts || places) || !terms_[t].verb || terms_[t].passive || t == 0 ||
        tag(t + 1) == Tag::kPreposition || tag(t + 1) == Tag::kTo) {
      return false;
    }
    for (std::size_t k = t + 2; k < std::min(terms_.size(), t + kReach); ++k) {
      if (tag(k) == Tag::kComma || (is(k, "that") && terms_[k].verb)) {
        return false;
      }
      const std::size_t local = terms_[k].token - c_.first_token;
      const bool led = c_.is(local, "at") || (local > 0 && c_.is(local - 1, "at"));
      if ((puts && terms_[k].kind == TermKind::kQuantity && led && measured(t + 1, k)) ||
          (places && terms_[k].kind == TermKind::kDate && happening(t + 1, k))) {
        return true;
      }
    }
    return false;
  }

  /// A noun of a measure or count in [begin, end): "attendance", "the cost".
  [[nodiscard]] bool measured(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k) {
      if (is_stem(
              k,
              {"number",   "toll",     "attend",   "turnout",  "crowd",   "cost",     "loss",
               "damag",    "price",    "valu",     "size",     "figur",   "total",    "share",
               "rate",     "deficit",  "shortfal", "surplus",  "budget",  "growth",   "inflat",
               "popul",    "particip", "strength", "bill",     "sum",     "amount",   "debt",
               "age",      "depth",    "height",   "length",   "volum",   "output",   "product",
               "victim",   "dead",     "death",    "casualti", "injur",   "unemploy", "level",
               "magnitud", "speed",    "distanc",  "area",     "wage",    "salari",   "incom",
               "fine",     "ransom",   "compens",  "risk",     "probabl", "stock",    "reserv"})) {
        return true;
      }
    }
    return false;
  }

  /// A noun of what happens in [begin, end): "the quake", "the founding of the town".
  [[nodiscard]] bool happening(std::size_t begin, std::size_t end) const {
    for (std::size_t k = begin; k < end; ++k) {
      if ((terms_[k].event && !terms_[k].verb) ||
          is_stem(k, {"quak",    "tremor", "earthquak", "fire",      "blaze",    "explos",
                      "time",    "begin",  "start",     "birth",     "death",    "origin",
                      "foundat", "found",  "construct", "arriv",     "departur", "accid",
                      "crash",   "collis", "incid",     "outag",     "moment",   "date",
                      "collaps", "onset",  "end",       "disappear", "build"})) {
        return true;
      }
    }
    return false;
  }

  /// Who says it: what stands in front of a verb of speech, and behind "according to". "The review
  /// shows that ..." frames, too.
  void mark_frames() {
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      if (shows_that(t) || puts_at(t)) {
        as_speech(terms_[t]);
      }
      if (!terms_[t].speech) {
        continue;
      }
      if (is(t, "according")) {
        const std::size_t end = source_end(t + 1);
        for (std::size_t k = t + 1; k < end; ++k) {
          terms_[k].frame = true;
        }
        continue;
      }
      if (says_as_deed(t)) {
        terms_[t].speech = false;
        terms_[t].event = true;
        continue;
      }
      if (!terms_[t].verb || terms_[t].passive) {
        continue;
      }
      frame_subject(t);
    }
  }

  /// "Banks must report every transaction", "are required to notify the court": a deed that is
  /// asked for or allowed, not a frame of what is said.
  [[nodiscard]] bool says_as_deed(std::size_t t) const {
    std::size_t lead = t;
    while (lead > 0 && tag(lead - 1) == Tag::kAdverb) {
      --lead;
    }
    if (lead == 0 || is(t + 1, "that") || tag(t + 1) == Tag::kComma || terms_[t].tokens > 1) {
      return false;
    }
    if (makes_text(t) || pronounces(t)) {
      return true;
    }
    const bool duty = is_any(lead - 1, {"must", "may", "shall", "should", "cannot"});
    const bool bound =
        lead > 1 && is(lead - 1, "to") &&
        is_any(lead - 2, {"required", "obliged", "bound", "allowed", "permitted", "entitled",
                          "authorised", "authorized", "forced", "failed", "refused", "declined",
                          "duty", "right", "obligation", "free", "has", "have", "forbidden"});
    return duty || bound;
  }

  /// "Declared two envoys unwelcome", "declares a state of emergency": makes it so; in "declared
  /// the envoys had left" another verb follows.
  [[nodiscard]] bool pronounces(std::size_t t) const {
    if (!is_any(t, {"declared", "declares", "declare", "proclaimed", "proclaims", "pronounced"}) ||
        terms_[t].passive || t + 1 >= terms_.size() || terms_[t + 1].kind == TermKind::kDate ||
        (terms_[t + 1].kind == TermKind::kFunction && tag(t + 1) != Tag::kDeterminer)) {
      return false;
    }
    for (std::size_t k = t + 1; k < terms_.size() && tag(k) != Tag::kComma; ++k) {
      if (terms_[k].verb || is_any(k, {"that", "to", "is", "are", "was", "were", "will"})) {
        return false;
      }
    }
    return true;
  }

  /// "Doctor Holm wrote the report on fishing": makes a text, and says nothing of it.
  [[nodiscard]] bool makes_text(std::size_t t) const {
    constexpr std::size_t kReach = 4;
    if (!is_any(t, {"wrote", "written", "write", "writes", "writing"}) || t == 0 ||
        tag(t - 1) == Tag::kComma || is(t + 1, "that")) {
      return false;
    }
    for (std::size_t k = t + 1; k < std::min(terms_.size(), t + kReach); ++k) {
      if (terms_[k].actor || tag(k) == Tag::kComma) {
        return false;
      }
      const std::size_t last = terms_[k].token + terms_[k].tokens - 1 - c_.first_token;
      if (c_.is_any(last, {"report",   "study",    "book",         "novel",     "text",   "opinion",
                           "song",     "article",  "paper",        "script",    "speech", "poem",
                           "play",     "opera",    "history",      "preface",   "draft",  "bill",
                           "question", "chapter",  "software",     "music",     "code",   "lyrics",
                           "manual",   "handbook", "survey",       "manifesto", "memoir", "diary",
                           "hymn",     "anthem",   "guide",        "charter",   "thesis", "ballad",
                           "wording",  "libretto", "constitution", "screenplay"})) {
        return true;
      }
    }
    return false;
  }

  /// "The company operating the site", "the board overseeing the fund".
  [[nodiscard]] bool participle(std::size_t t) const {
    const std::size_t i = terms_[t].token + terms_[t].tokens - 1 - c_.first_token;
    return c_.lexicon.language == "en" && c_.tokens[i].shape == Shape::kLower &&
           c_.folded(i).ends_with("ing");
  }

  /// Where the source behind "according to" ends: at a comma, or where the next noun phrase begins
  /// ("according to the port authority the tanker is anchored").
  [[nodiscard]] std::size_t source_end(std::size_t begin) const {
    bool named = false;
    for (std::size_t k = begin; k < terms_.size(); ++k) {
      const Tag here = tag(k);
      const bool opens = here == Tag::kDeterminer || here == Tag::kPronoun;
      const bool joined =
          k > begin && (tag(k - 1) == Tag::kPreposition || tag(k - 1) == Tag::kConjunction ||
                        is(k - 1, "to") || participle(k - 1));
      if (here == Tag::kComma || (named && opens && !joined)) {
        return k;
      }
      named = named || carries_content(terms_[k]);
    }
    return terms_.size();
  }

  /// "Confirmed 12 cases", "reported some 40 deaths": what is counted, not what is said.
  [[nodiscard]] bool counts_something(std::size_t t) const {
    constexpr std::size_t kReach = 3;
    for (std::size_t k = t + 1; k < std::min(terms_.size(), t + 1 + kReach); ++k) {
      if (terms_[k].kind == TermKind::kQuantity) {
        return true;
      }
      if (tag(k) == Tag::kComma || terms_[k].verb || is(k, "that")) {
        return false;
      }
    }
    return false;
  }

  /// "The number of confirmed cases": describes the noun behind it.
  [[nodiscard]] bool describes(std::size_t t) const {
    return t > 0 && (tag(t - 1) == Tag::kPreposition || tag(t - 1) == Tag::kDeterminer) &&
           t + 1 < terms_.size() && carries_content(terms_[t + 1]);
  }

  /// What stands in front of the verb of saying at `t`, up to a comma. When and where something is
  /// counted belongs to the count.
  void frame_subject(std::size_t t) {
    const bool counts = counts_something(t);
    for (std::size_t k = t; k-- > 0 && terms_[k].clause == terms_[t].clause;) {
      if (tag(k) == Tag::kComma || describes(t)) {
        break;
      }
      if (counts && (terms_[k].kind == TermKind::kDate || terms_[k].locative)) {
        continue;
      }
      terms_[k].frame = terms_[k].slot == Slot::kSubject || terms_[k].slot == Slot::kOblique;
    }
  }

  /// "did not visit": a word that the tables have as a noun is a verb here.
  void as_deed(Term& term) const {
    constexpr std::string_view kNoun = "_obj";
    const std::string& concept_id = c_.words.stem(term.id);
    if (term.kind == TermKind::kConcept && concept_id.ends_with(kNoun)) {
      term.id = c_.words.intern_stem(concept_id.substr(0, concept_id.size() - kNoun.size()));
      term.event = true;
    }
  }

  static void as_speech(Term& term) {
    term.speech = true;
    term.event = false;
  }

  [[nodiscard]] bool is_stem(std::size_t t, std::initializer_list<std::string_view> stems) const {
    return std::find(stems.begin(), stems.end(), c_.words.stem(terms_[t].stem)) != stems.end();
  }

  [[nodiscard]] std::string_view word(std::size_t t) const {
    return c_.folded(terms_[t].token - c_.first_token);
  }
  [[nodiscard]] bool is(std::size_t t, std::string_view text) const {
    return t < terms_.size() && word(t) == text;
  }
  [[nodiscard]] bool is_any(std::size_t t, std::initializer_list<std::string_view> words) const {
    return t < terms_.size() && std::find(words.begin(), words.end(), word(t)) != words.end();
  }
  [[nodiscard]] Tag tag(std::size_t t) const { return t < tags_.size() ? tags_[t] : Tag::kBreak; }

  [[nodiscard]] Tag tag_of(const Term& term) const {
    if (term.kind != TermKind::kFunction && term.kind != TermKind::kPlain) {
      return Tag::kOther;
    }
    const std::string_view text = c_.folded(term.token - c_.first_token);
    const auto found = closed_classes().find(text);
    if (found != closed_classes().end()) {
      return points_at_time(term) ? Tag::kDeterminer : found->second;
    }
    const bool adverb = text.size() > 4 && text.ends_with("ly") && term.kind == TermKind::kPlain;
    return adverb ? Tag::kAdverb : Tag::kOther;
  }

  /// "That night", "that same week": opens no clause.
  [[nodiscard]] bool points_at_time(const Term& term) const {
    const std::size_t at = term.token - c_.first_token;
    const std::size_t noun = c_.is(at + 1, "same") ? at + 2 : at + 1;
    return c_.is(at, "that") &&
           c_.is_any(noun, {"night", "day", "week", "month", "year", "morning", "evening",
                            "afternoon", "weekend", "summer", "winter", "spring", "autumn",
                            "quarter", "hour", "moment", "season", "date"}) &&
           (noun + 1 >= c_.size() || c_.punctuation(noun + 1) || c_.word(noun + 1).stop ||
            noun > at + 1);
  }

  /// Closed class of a token of the document.
  [[nodiscard]] Tag tag_of_word(std::uint32_t token) const {
    const auto found = closed_classes().find(c_.folded(token - c_.first_token));
    return found == closed_classes().end() ? Tag::kOther : found->second;
  }

  static bool carries_content(const Term& term) { return term.kind != TermKind::kFunction; }

  /// Tokens of a phrase of the tables up to its auxiliary, that included ("were killed", "shots
  /// were fired"); 0 = it has none.
  [[nodiscard]] std::size_t auxiliaries(const Term& term) const {
    if (!term.event) {
      return 0;
    }
    for (std::size_t k = term.tokens; k-- > 1;) {
      const Tag tag = tag_of_word(term.token + static_cast<std::uint32_t>(k) - 1);
      if (tag == Tag::kBe || tag == Tag::kHave) {
        return k;
      }
    }
    return 0;
  }

  /// "Infections", "shipments": endings of nouns, but for verbs that are made of them ("mentions").
  [[nodiscard]] static bool nominal(std::string_view text) {
    static constexpr WordList kVerbs = {
        "mention",    "question", "condition",  "function",   "petition",   "station",
        "auction",    "position", "caution",    "commission", "sanction",   "provision",
        "ration",     "comment",  "implement",  "document",   "supplement", "complement",
        "compliment", "augment",  "experiment", "torment",    "cement",     "ferment",
        "influence",  "finance",  "balance",    "advance",    "enhance",    "distance",
        "reference",  "sentence", "evidence",   "experience"};
    static constexpr std::array<std::string_view, 8> kEndings = {"tion", "sion", "ment", "ness",
                                                                 "ance", "ence", "ity",  "itie"};
    if (text.ends_with("s") && !text.ends_with("ss")) {
      text.remove_suffix(1);
    }
    constexpr std::size_t kShortest = 7;
    const bool ending = text.size() >= kShortest &&
                        std::any_of(kEndings.begin(), kEndings.end(),
                                    [&](std::string_view nouns) { return text.ends_with(nouns); });
    return ending && !kVerbs.contains(text);
  }

  /// Verb form of a term by the verb table; words that the table does not know count by "-ed".
  [[nodiscard]] VerbForm form_of(std::size_t t) const {
    const Term& term = terms_[t];
    if (term.kind != TermKind::kPlain && !(term.kind == TermKind::kConcept && !term.actor)) {
      return VerbForm::kNone;
    }
    if (term.kind == TermKind::kConcept && term.tokens > 1 && !term.event && !term.speech) {
      return VerbForm::kNone;  // "armoured vehicles"
    }
    const std::size_t i = term.token - c_.first_token + auxiliaries(term);
    std::size_t length = 0;
    const auto* row = c_.look_up(c_.lexicon.verb, i, length);
    const std::string_view text = c_.folded(i);
    if (row != nullptr && row->front() == "past") {
      return VerbForm::kPast;
    }
    if (row != nullptr && row->front() == "participle") {
      return VerbForm::kParticiple;
    }
    const bool known = row != nullptr || term.event;
    if (nominal(text)) {
      return VerbForm::kNone;
    }
    if (text.ends_with("ed") && (text.size() > 4 || (text.size() > 3 && known))) {
      return VerbForm::kPast;
    }
    if (!known) {
      return VerbForm::kNone;
    }
    if (text.size() > 5 && text.ends_with("ing")) {
      return VerbForm::kGerund;
    }
    const bool third = text.size() > 3 && text.ends_with("s") && !text.ends_with("ss");
    return third ? VerbForm::kPresent : VerbForm::kBase;
  }

  /// Last tag in front of `t`, adverbs skipped.
  [[nodiscard]] Tag before(std::size_t t) const {
    while (t > 0 && tag(t - 1) == Tag::kAdverb) {
      --t;
    }
    return t == 0 ? Tag::kBreak : tag(t - 1);
  }

  [[nodiscard]] bool starts_phrase(std::size_t t) const {
    while (tag(t) == Tag::kAdverb && t < terms_.size()) {
      ++t;
    }
    if (t >= terms_.size()) {
      return true;
    }
    const Tag next = tag(t);
    const TermKind kind = terms_[t].kind;
    return next == Tag::kDeterminer || next == Tag::kPronoun || next == Tag::kTo ||
           next == Tag::kPreposition || next == Tag::kSubordinator || kind == TermKind::kCountry ||
           kind == TermKind::kPlace || kind == TermKind::kName || kind == TermKind::kQuantity;
  }

  /// "Coal-fired", "state-owned": the second half of an adjective; "re-opened" is a verb.
  [[nodiscard]] bool in_compound(std::size_t t) const {
    const std::size_t i = terms_[t].token - c_.first_token;
    return i > 1 && c_.is(i - 1, "-") && c_.tokens[i - 1].span.end == c_.tokens[i].span.begin &&
           !c_.is_any(i - 2, {"re", "co", "pre", "over", "out", "under", "mis", "de", "dis"});
  }

  [[nodiscard]] bool is_verb(std::size_t t) const {
    const VerbForm form = forms_[t];
    if (in_compound(t) && form != VerbForm::kBase && form != VerbForm::kPresent) {
      return false;
    }
    if (forced_[t] || (auxiliaries(terms_[t]) > 0 && form != VerbForm::kNone)) {
      return true;
    }
    const Tag prior = before(t);
    switch (prior) {
      case Tag::kModal:
      case Tag::kDo:
        return terms_[t].kind == TermKind::kPlain || terms_[t].kind == TermKind::kConcept;
      case Tag::kHave:
      case Tag::kBe:
        return form == VerbForm::kPast || form == VerbForm::kParticiple ||
               form == VerbForm::kGerund;
      case Tag::kTo:
        return form == VerbForm::kBase;
      case Tag::kDeterminer:
        return false;
      case Tag::kPreposition:
        return form == VerbForm::kGerund;
      default:
        return finite(t, form);
    }
  }

  /// "(born 3 May 1950)", ", founded in 1990,": a participle that opens what is said in passing.
  [[nodiscard]] bool opens_participle(std::size_t t, VerbForm form) const {
    const bool participle = form == VerbForm::kPast || form == VerbForm::kParticiple;
    return participle && t > 0 && tag(t - 1) == Tag::kBreak && t + 1 < terms_.size() &&
           (terms_[t + 1].kind == TermKind::kDate || tag(t + 1) == Tag::kPreposition);
  }

  /// A verb or auxiliary in a form that makes no clause: "being present", "to close".
  [[nodiscard]] bool infinite(std::size_t t) const {
    const bool bare = is_any(t, {"be", "been", "being", "having"});
    const bool verb = forms_[t] == VerbForm::kGerund || (t > 0 && tag(t - 1) == Tag::kTo);
    return bare || (terms_[t].verb && verb);
  }

  /// The finite auxiliary of the clause follows: "the drones sighted on Friday had flown", "flour
  /// prices at home have come down": what stands here is no finite verb.
  [[nodiscard]] bool auxiliary_ahead(std::size_t t) const {
    constexpr std::size_t kReach = 14;
    for (std::size_t k = t; k < std::min(terms_.size(), t + kReach); ++k) {
      const Tag here = tag(k);
      if (here == Tag::kComma || here == Tag::kBreak || here == Tag::kSubordinator ||
          here == Tag::kRelative || here == Tag::kConjunction || here == Tag::kTo ||
          is_any(k, {"which", "whose"})) {
        return false;
      }
      if (auxiliary(k) && !infinite(k)) {
        return true;
      }
    }
    return false;
  }

  /// "The drones sighted on Friday had flown over ...": a participle behind its noun, in front of
  /// the verb.
  [[nodiscard]] bool reduced_relative(std::size_t t, VerbForm form) const {
    const bool participle =
        form == VerbForm::kParticiple || (form == VerbForm::kPast && word(t).ends_with("ed"));
    const bool noun =
        t > 0 && tag(t - 1) == Tag::kOther && carries_content(terms_[t - 1]) && !terms_[t - 1].verb;
    const bool phrase = tag(t + 1) == Tag::kPreposition ||
                        (t + 1 < terms_.size() && terms_[t + 1].kind == TermKind::kDate);
    return participle && noun && phrase && !verb_seen_ && !terms_[t].speech &&
           auxiliary_ahead(t + 2);
  }

  /// A verb without auxiliary: "attacked", "fell", "condemns", "they control".
  [[nodiscard]] bool finite(std::size_t t, VerbForm form) const {
    if (opens_participle(t, form)) {
      return true;
    }
    if (form == VerbForm::kPast) {
      // "the sectors affected are ...": a participle that describes its noun
      const Tag next = tag(t + 1);
      const bool describes =
          next == Tag::kBe || next == Tag::kHave || next == Tag::kModal || next == Tag::kDo;
      return t > 0 && tag(t) == Tag::kOther && !describes;
    }
    if (verb_seen_ || t == 0) {
      return false;
    }
    if (form == VerbForm::kPresent) {
      const Tag prior = before(t);  // "the mill employs", "it poses"
      if (tag(t + 1) == Tag::kPreposition && !terms_[t].speech && auxiliary_ahead(t + 1)) {
        return false;  // "flour prices at home have come down"
      }
      return starts_phrase(t + 1) && (prior == Tag::kOther || prior == Tag::kPronoun);
    }
    const bool plural = before(t) == Tag::kPronoun || (t > 0 && word(t - 1).ends_with("s"));
    return form == VerbForm::kBase && plural && starts_phrase(t + 1);
  }

  /// True if another verb follows before the next mark or subordinator.
  [[nodiscard]] bool verb_ahead(std::size_t t) const {
    constexpr std::size_t kReach = 10;
    for (std::size_t k = t; k < std::min(terms_.size(), t + kReach); ++k) {
      const Tag here = tag(k);
      if (here == Tag::kComma || here == Tag::kBreak || here == Tag::kSubordinator ||
          here == Tag::kRelative || here == Tag::kConjunction) {
        return false;
      }
      if (here == Tag::kBe || here == Tag::kHave || here == Tag::kDo || here == Tag::kModal ||
          forms_[k] == VerbForm::kPast) {
        return true;
      }
    }
    return false;
  }

  void open_clause() {
    clause_ = static_cast<std::uint8_t>(std::min<int>(clause_ + 1, 255));
    open_phrases();
  }

  void open_phrases() {
    verb_seen_ = false;
    governor_ = StemId{};
    preposition_ = StemId{};
    predicative_ = false;
  }

  [[nodiscard]] bool auxiliary(std::size_t t) const {
    const Tag here = tag(t);
    return here == Tag::kBe || here == Tag::kHave || here == Tag::kDo || here == Tag::kModal;
  }

  [[nodiscard]] bool plural(std::size_t t) const {
    static constexpr WordList kPlurals = {"people",     "police",    "men",    "women",
                                          "children",   "personnel", "cattle", "fishermen",
                                          "servicemen", "staff",     "media",  "they"};
    const std::string_view text = word(t);
    const bool ending = text.size() > 3 && text.ends_with("s") && !text.ends_with("ss");
    return (ending && !is_entity_kind(terms_[t].kind)) || kPlurals.contains(text);
  }

  /// A word that may be noun or verb, in the present, and agrees with the noun in front of it.
  [[nodiscard]] bool agrees(std::size_t begin, std::size_t t) const {
    std::size_t noun = t - 1;
    while (noun > begin && tag(noun) == Tag::kAdverb) {
      --noun;
    }
    const bool phrase = (tag(noun) == Tag::kOther && carries_content(terms_[noun]) &&
                         terms_[noun].kind != TermKind::kDate) ||
                        tag(noun) == Tag::kPronoun;
    const bool joined = std::any_of(tags_.begin() + static_cast<std::ptrdiff_t>(begin),
                                    tags_.begin() + static_cast<std::ptrdiff_t>(t),
                                    [](Tag x) { return x == Tag::kConjunction; });
    return phrase && forms_[t] == (plural(noun) || joined ? VerbForm::kBase : VerbForm::kPresent);
  }

  /// The present of a verb that may be a noun, where nothing else between two marks is a verb
  /// ("police use robots", "the team studies the remains"): the last one in front of what follows.
  [[nodiscard]] bool find_missed_verb(std::size_t begin, std::size_t end) {
    bool subject = false;
    std::size_t found = end;
    for (std::size_t t = begin; t < end; ++t) {
      const bool verbal = terms_[t].verb || auxiliary(t);
      if (verbal && !infinite(t)) {
        return false;
      }
      if (verbal && found != end) {
        break;
      }
      if (subject && agrees(begin, t)) {
        found = t;
      }
      subject = subject || (terms_[t].slot == Slot::kSubject && carries_content(terms_[t]));
    }
    if (found == end) {
      return false;
    }
    forced_[found] = true;
    return true;
  }

  /// True if a verb was found that the words alone did not tell.
  [[nodiscard]] bool find_missed_verbs() {
    bool any = false;
    std::size_t begin = 0;
    for (std::size_t t = 0; t <= terms_.size(); ++t) {
      const Tag here = tag(t);
      const bool mark = here == Tag::kComma || here == Tag::kBreak || here == Tag::kSubordinator ||
                        here == Tag::kRelative;
      if (mark) {
        any = find_missed_verb(begin, t) || any;
        begin = t + 1;
      }
    }
    return any;
  }

  [[nodiscard]] static bool is_entity_kind(TermKind kind) {
    return kind == TermKind::kCountry || kind == TermKind::kPlace || kind == TermKind::kName;
  }

  /// "is a singer, author and actor": the list of what somebody is goes on behind a comma or "and".
  [[nodiscard]] bool lists_on(std::size_t t) const {
    std::size_t next = t + 1;
    while (tag(next) == Tag::kConjunction || is(next, "a") || is(next, "an")) {
      ++next;
    }
    return next < terms_.size() && tag(next) == Tag::kOther && carries_content(terms_[next]) &&
           !is_entity_kind(terms_[next].kind) && forms_[next] != VerbForm::kPast &&
           forms_[next] != VerbForm::kParticiple && forms_[next] != VerbForm::kGerund &&
           !verb_ahead(next);
  }

  /// A preposition governs one noun phrase: "near Hulm two soldiers", "during the night the army".
  void leave_phrase(std::size_t t) {
    if (preposition_ == StemId{} || t == 0 || verb_seen_) {
      return;
    }
    const Term& last = terms_[t - 1];
    const bool number = terms_[t].kind == TermKind::kQuantity &&
                        (is_entity_kind(last.kind) || last.kind == TermKind::kDate);
    static constexpr WordList kOpens = {"the",    "a",       "an",      "both",  "all",   "its",
                                        "his",    "her",     "their",   "our",   "my",    "every",
                                        "each",   "no",      "neither", "some",  "many",  "most",
                                        "few",    "several", "more",    "less",  "fewer", "another",
                                        "nobody", "none",    "these",   "those", "two",   "three"};
    const bool opens = kOpens.contains(word(t));
    const bool noun =
        carries_content(last) && last.kind != TermKind::kQuantity && tag(t - 1) == Tag::kOther;
    // "On 3 May troops attacked", "On Monday both": the preposition was the date's
    std::size_t date = t;
    while (date > 0 && terms_[date - 1].kind == TermKind::kDate) {
      --date;
    }
    const bool dated = date < t && date > 0 && tag(date - 1) == Tag::kPreposition &&
                       terms_[t].kind != TermKind::kDate && (opens || carries_content(terms_[t]));
    preposition_ = number || dated || (opens && noun) ? StemId{} : preposition_;
  }

  /// "Since the war began, refugees have found ...": a subject and its verb behind the comma.
  [[nodiscard]] bool main_clause_behind(std::size_t t) const {
    constexpr std::size_t kReach = 14;
    bool subject = false;
    for (std::size_t k = t + 1; k < std::min(terms_.size(), t + kReach); ++k) {
      if (tag(k) == Tag::kComma || tag(k) == Tag::kBreak) {
        return false;
      }
      if (subject && (auxiliary(k) || forms_[k] == VerbForm::kPast)) {
        return true;
      }
      subject = subject || carries_content(terms_[k]) || tag(k) == Tag::kPronoun;
    }
    return false;
  }

  /// "led by the head of the council, Omar Betal": the name behind a comma is the phrase before it.
  [[nodiscard]] bool apposition(std::size_t t) const {
    if (t == 0 || t + 1 >= terms_.size() || terms_[t + 1].kind != TermKind::kName ||
        is_entity_kind(terms_[t - 1].kind) || !carries_content(terms_[t - 1])) {
      return false;
    }
    const Tag behind = tag(t + 2);
    return t + 2 >= terms_.size() || behind == Tag::kComma || behind == Tag::kBreak ||
           word(t + 2) == ".";
  }

  void step_over(std::size_t t) {
    const bool listed = (tag(t) == Tag::kComma || tag(t) == Tag::kConjunction) && lists_on(t);
    const bool inside = tag(t) == Tag::kOther || tag(t) == Tag::kDeterminer ||
                        tag(t) == Tag::kAdverb || tag(t) == Tag::kBe || listed;
    predicative_ = predicative_ && inside;
    switch (tag(t)) {
      case Tag::kPreposition:
        preposition_ = terms_[t].id;
        break;
      case Tag::kTo:
        preposition_ = forms_size(t + 1) == VerbForm::kBase ? StemId{} : terms_[t].id;
        break;
      case Tag::kBreak:
        open_clause();
        break;
      case Tag::kComma:
        step_comma(t);
        break;
      case Tag::kSubordinator:
      case Tag::kRelative:
        subordinate(t);
        break;
      case Tag::kBe:
        verb_seen_ = true;
        predicative_ = true;
        preposition_ = StemId{};
        break;
      case Tag::kHave:
      case Tag::kDo:
      case Tag::kModal:
        verb_seen_ = true;
        preposition_ = StemId{};
        break;
      case Tag::kConjunction:
        if (verb_seen_ && verb_ahead(t + 1)) {
          open_clause();
        }
        break;
      case Tag::kDeterminer:
        if (is(t, "which") || is(t, "whose")) {
          open_clause();
        }
        break;
      default:
        break;
    }
  }

  void step_comma(std::size_t t) {
    if (clause_ == 0 && !terms_.empty() && is(0, "according") && main_clause_behind(t)) {
      open_phrases();  // "According to the protocols collected, ..."
      return;
    }
    if (fronted_ && verb_seen_ && main_clause_behind(t)) {
      open_clause();
      fronted_ = false;
      return;
    }
    const bool list = t > 0 && t + 1 < terms_.size() && is_entity_kind(terms_[t - 1].kind) &&
                      is_entity_kind(terms_[t + 1].kind);
    // "Under the Treaty, Ardesh may ...": behind a phrase in front stands the subject
    const bool fronts = !verb_seen_ && main_clause_behind(t);
    preposition_ = !fronts && (list || apposition(t)) ? preposition_ : StemId{};
  }

  /// "since 2019", "after the attack": a preposition where no verb follows.
  void subordinate(std::size_t t) {
    const bool both = is(t, "since") || is(t, "after") || is(t, "before") || is(t, "until") ||
                      is(t, "as") || is(t, "than");
    if (both && !verb_ahead(t + 1)) {
      preposition_ = terms_[t].id;
    } else {
      // "From the boat that foundered on Tuesday, five were rescued"
      const bool in_phrase = !verb_seen_ && preposition_ != StemId{} && tag(t) == Tag::kRelative;
      fronted_ = !started_ || in_phrase;
      open_clause();
    }
  }

  [[nodiscard]] VerbForm forms_size(std::size_t t) const {
    return t < forms_.size() ? forms_[t] : VerbForm::kNone;
  }

  void open_verb(std::size_t t) {
    Term& term = terms_[t];
    const std::size_t own = auxiliaries(term);
    const Tag prior =
        own > 0 ? tag_of_word(term.token + static_cast<std::uint32_t>(own) - 1) : before(t);
    const VerbForm form = forms_[t];
    const bool participle = form == VerbForm::kPast || form == VerbForm::kParticiple;
    const bool reduced =
        opens_participle(t, form) ||
        (prior == Tag::kOther && own == 0 && reduced_relative(t, form)) ||
        (prior != Tag::kHave && prior != Tag::kBe && participle && is(t + 1, "by") &&
         t + 2 < terms_.size() && terms_[t + 2].kind != TermKind::kQuantity);
    term.verb = true;
    as_deed(term);
    term.passive = participle && (prior == Tag::kBe || reduced);
    term.slot = Slot::kNone;
    governor_ = term.id;
    preposition_ = own_preposition(term);
    predicative_ = false;
    verb_seen_ = verb_seen_ || !reduced;
    if (term.tokens > 1 &&
        c_.is(term.token + term.tokens - 1 - c_.first_token, "that")) {  // "stated that"
      open_clause();
    }
  }

  /// "led by", "consists of" where a table has them as one: what follows stands behind the
  /// preposition.
  [[nodiscard]] StemId own_preposition(const Term& term) const {
    const std::size_t last = term.token + term.tokens - 1 - c_.first_token;
    const auto found = closed_classes().find(c_.folded(last));
    const bool preposition = term.tokens > 1 && found != closed_classes().end() &&
                             (found->second == Tag::kPreposition || found->second == Tag::kTo);
    return preposition ? c_.word(last).stem_id : StemId{};
  }

  void place(Term& term) const {
    const bool oblique = preposition_ != StemId{};
    term.preposition = preposition_;
    term.governor = governor_;
    term.predicative = predicative_ && !oblique;
    term.slot = oblique ? Slot::kOblique : verb_seen_ ? Slot::kObject : Slot::kSubject;
  }

  const ClaimContext& c_;
  std::vector<Term>& terms_;
  std::vector<Tag> tags_;
  std::vector<VerbForm> forms_;
  std::vector<bool> forced_;  ///< Verbs that only their place tells.
  std::uint8_t clause_ = 0;
  bool verb_seen_ = false;
  bool started_ = false;      ///< Content was met.
  bool fronted_ = false;      ///< In a subordinate clause that opens the sentence.
  bool predicative_ = false;  ///< Behind a form of "be" with only a noun phrase between.
  StemId governor_{};
  StemId preposition_{};
};

}  // namespace

void mark_clauses(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language == "en") {
    ClauseReader(c, claim).run();
    mark_reporting_clauses(c, claim);
  } else {
    mark_frames(c, claim);
  }
}

}  // namespace parallax
