#pragma once

/// The rules A1-A8 on one sentence: cues and other phrases become candidates, which then share the
/// words of the sentence among them. Internal to engine/sources.

#include <cstdint>
#include <vector>

#include "engine/sources/reading.hpp"
#include "engine/sources/speaker.hpp"

namespace parallax {

enum class ContentSide : std::uint8_t { kNone, kLeft, kRight };

/// One cue of a sentence on its way to an attribution.
struct Candidate {
  Attribution a;
  ContentSide side = ContentSide::kNone;
  TokenRange phrase;        ///< Speaker, cue and what belongs to them.
  std::uint32_t right = 0;  ///< Where content to the right begins.
  bool own_subject = false;
  bool participle = false;
  bool relative = false;
};

class SentenceRules {
 public:
  SentenceRules(const Reading& reading, std::vector<Attribution>& out)
      : r_(reading), speakers_(reading), out_(out) {}
  void apply(std::uint32_t number);

 private:
  /// Sentence end without final marks outside quotations.
  [[nodiscard]] std::uint32_t text_end() const;

  // Who speaks, and on which side the content stands.
  /// The subject of a cue that does not stand in front of its speaker; false if it has none that
  /// may speak.
  bool subject_before(Candidate& c, const CueGroup& cue, const SpeakerPhrase& left);
  /// "..., hiess es in der Erklaerung": nobody is named, the words stand in what was issued before.
  [[nodiscard]] bool said_in(const CueGroup& cue) const;
  /// English "A farmer whose land borders the line challenged that": the phrase in front of
  /// "whose" is the subject of a verb that what stands next to it cannot be.
  bool before_whose(Candidate& c, const CueGroup& cue);
  /// German "In einer Erklaerung des Ministeriums heisst es, ...": the document or its issuer.
  [[nodiscard]] SpeakerPhrase document_in_front(const CueGroup& cue) const;
  /// The speaker behind a cue; outside English whom it was told, where and when may stand between.
  /// Verb, then speaker: "..., said X".
  [[nodiscard]] bool speaks_inverted(const CueGroup& cue, const SpeakerPhrase& left,
                                     const SpeakerPhrase& right) const;
  /// "The cabinet approved the budget, said the minister": `left` is the subject of the clause that
  /// is told, `right` tells it.
  [[nodiscard]] bool told_after_clause(const CueGroup& cue, const SpeakerPhrase& left,
                                       const SpeakerPhrase& right) const;
  /// What stands in front of the comma is a clause with the subject in it, and no subject of the
  /// cue. Languages whose tables know few verbs take all of it for one phrase.
  [[nodiscard]] bool holds_clause(const SpeakerPhrase& left, const CueGroup& cue) const;
  /// The phrase behind a verb of saying is who says it rather than who was told.
  [[nodiscard]] bool may_have_told(const SpeakerPhrase& right) const;
  /// The subject in front of a cue.
  [[nodiscard]] SpeakerPhrase subject_left_of(const CueGroup& cue) const;
  /// Only a comma stands between the phrase and the cue.
  [[nodiscard]] bool cut_by_comma(std::int32_t chunk, const CueGroup& cue) const;
  /// Arabic "amma X fa-qala": the speaker stands in front of the verb, between the two particles.
  [[nodiscard]] SpeakerPhrase topic_before(const CueGroup& cue) const;
  /// Arabic "lakinna X qala": the subject stands between a particle that opens the sentence and the
  /// verb.
  [[nodiscard]] SpeakerPhrase behind_particle(const CueGroup& cue) const;
  [[nodiscard]] SpeakerPhrase told_behind(const CueGroup& cue) const;
  [[nodiscard]] std::uint32_t behind_venue(std::uint32_t i) const;
  /// The phrase at `i` speaks of a statement, letter or the like.
  [[nodiscard]] bool holds_document(std::uint32_t i) const;
  /// French ", a-t-il ajoute": the auxiliary that a hyphen joins to the pronoun behind it.
  [[nodiscard]] std::uint32_t before_clitic(std::uint32_t pronoun) const;
  /// French "La prefecture l'a fait savoir", Spanish "El ministro lo confirmo": the sentence before
  /// is told.
  bool told_by_clitic(const Candidate& c, const CueGroup& cue);
  /// "n'a pas souhaite reagir": nobody has said anything.
  [[nodiscard]] bool says_nothing(const CueGroup& cue) const;
  /// The side of the content, "as X said" included.
  void place_beside(Candidate& c, const CueGroup& cue, bool subject_left, bool inverted);
  void add_cue(const CueGroup& cue);
  /// Auxiliary of the clause that ends with the participle at `i`; `i` itself if there is none.
  [[nodiscard]] std::uint32_t auxiliary_of(std::uint32_t i) const;
  /// Agrees, rejects, admits: takes what it is about as an object.
  [[nodiscard]] static bool takes_stand(const CueGroup& cue);
  /// The phrase that opens the sentence in front of `end`, if it may speak.
  [[nodiscard]] SpeakerPhrase opening_subject(std::uint32_t end) const;
  /// Russian "V Astane obvineniya otvergli", "Obvineniya otverg ministr": the object stands in
  /// front of the verb.
  bool add_object_before(Candidate& c, const CueGroup& cue);
  /// One verb with nothing but adverbs in front of it.
  [[nodiscard]] bool plain_group(const CueGroup& cue) const;
  /// First token behind dateline and conjunctions.
  [[nodiscard]] std::uint32_t clause_begin() const;
  /// The word at `i` opens an adverbial: "nach", "am Montag".
  [[nodiscard]] bool adverbial_head(std::uint32_t i) const;
  /// German: only one phrase stands in front of the verb, and it is an adverbial that holds the
  /// phrase: "Nach der Sperrung der Bruecke ...".
  [[nodiscard]] bool behind_adverbial(std::uint32_t phrase) const;
  /// German: only adverbials stand in front of the verb, so that the subject follows it.
  [[nodiscard]] bool opens_front(std::uint32_t verb) const;
  /// German: "Dem Sender sagte er".
  [[nodiscard]] bool pronoun_behind(const CueGroup& cue) const;
  /// German: "Das Ministerium hat den Angriff verurteilt": the speaker stands at the auxiliary, the
  /// verb at the end, what is said between them or behind the verb.
  bool add_bracket(Candidate& c, const CueGroup& cue);
  /// German: "Eine Impfpflicht lehnte die Ministerin ab": the object stands first.
  bool add_object_first(Candidate& c, const CueGroup& cue, SpeakerPhrase left,
                        const SpeakerPhrase& right);
  /// "Kak soobshchili v politsii, ...": an adverbial clause of saying.
  [[nodiscard]] bool as_said(const CueGroup& cue) const;
  void place_as_said(Candidate& c) const;
  /// German "..., wie das Ministerium mitteilte": the speaker begins at `begin`.
  [[nodiscard]] bool ends_as_said(std::uint32_t begin, const CueGroup& cue) const;
  [[nodiscard]] bool verb_first(const CueGroup& cue) const;
  /// The phrase behind a verb that opens the sentence speaks, rather than being spoken of.
  [[nodiscard]] bool speaks_behind(const CueGroup& cue, const SpeakerPhrase& right) const;
  /// Arabic: form and gender let the phrase be the subject of the verb in front of it.
  [[nodiscard]] bool agrees(const CueGroup& cue, const Chunk& c) const;
  /// "Ademas, rechazo las criticas": behind the adverb stands the verb, and then its object.
  [[nodiscard]] bool dropped_behind_lead(const CueGroup& cue, const SpeakerPhrase& right) const;
  /// A cue without a speaker of its own may go on with the one before: ", adding", "and said".
  [[nodiscard]] bool continues_clause(const CueGroup& cue) const;
  /// "Asked whether ...", "when asked about ...".
  [[nodiscard]] bool asked(const CueGroup& cue) const;
  /// The speaker of a cue without one of its own: that of the cue before in the sentence, else the
  /// phrase that opens its clause.
  bool clause_subject(Candidate& c, const CueGroup& cue) const;
  void set_subject(Candidate& c, const SpeakerPhrase& p);
  /// Weak verbs need a speaker that tables know; "said" takes any noun phrase.
  [[nodiscard]] bool acceptable(const SpeakerPhrase& p, const CueGroup& cue) const;
  void add_passive(Candidate& c, const CueGroup& cue);
  /// "The envoy is said to leave": nobody says it, and the subject belongs to what is said.
  void add_raised(Candidate& c, const CueGroup& cue);
  /// True if a quotation ends right before `i`, a comma or dash between them allowed.
  [[nodiscard]] bool quote_ends_before(std::uint32_t i) const;
  [[nodiscard]] bool same_paragraph(std::uint32_t token) const;
  /// Decides the side of the content of a cue with or without speaker.
  void place(Candidate& c, bool inverted);
  /// The clause in front of speaker and cue is what is said.
  void place_behind_clause(Candidate& c, std::uint32_t after, bool comma_after) const;
  /// What is said ends at the comma in front of `begin`. `ends`: the sentence ends with the phrase.
  [[nodiscard]] bool clause_ends_at(std::uint32_t begin, bool ends, bool inverted) const;
  /// "As the ministry said." and the like leave nothing to be said.
  [[nodiscard]] bool clause_opens_with_but() const { return r_.frame(s_.begin) == Frame::kBut; }
  /// The quotation that ends in front of the phrase is what is said.
  [[nodiscard]] bool takes_quotation_before(const Candidate& c, bool inverted,
                                            std::uint32_t after) const;
  /// The quotation in front is part of an adverbial: On "Morning Talk," she said ...
  [[nodiscard]] bool lead_quotation(const Candidate& c) const;
  /// Behind a clause and a cue only a prepositional phrase follows: "..., he said after the vote."
  [[nodiscard]] bool adjunct_only(const Candidate& c, std::uint32_t after) const;
  /// The words in front of the comma are a clause of their own, no lead such as "On Monday".
  [[nodiscard]] bool clause_left_of(std::uint32_t comma) const;
  [[nodiscard]] bool has_verb(std::uint32_t begin, std::uint32_t end) const;
  void place_right(Candidate& c, std::uint32_t after);
  /// May the words from `after` on, which are no quotation, be what is said?
  [[nodiscard]] bool takes_clause(const Candidate& c, std::uint32_t after) const;
  static void settle_right(Candidate& c, bool quote, bool that);
  /// "In particular, he said, prices rose", "As he noted, prices rose".
  void parenthesis(Candidate& c, std::uint32_t comma) const;
  /// "Los vecinos, preciso, deben marcharse": the phrase in front of the commas is the subject of
  /// the verb behind them. Outside English, whose auxiliaries tell the same.
  [[nodiscard]] bool subject_cut_off(std::uint32_t b, std::uint32_t behind) const;
  /// "said on air, where he is a guest, that prices rose".
  void that_behind(Candidate& c, std::uint32_t comma) const;
  /// The sentence ends in a colon and a quotation opens the next one.
  void quote_behind_colon(Candidate& c) const;
  /// German: "Lindner erklaerte, zwei Mitarbeiter seien verletzt": a clause without "dass".
  [[nodiscard]] bool comma_opens_content(const Candidate& c, std::uint32_t comma) const;
  [[nodiscard]] bool opens_quote(std::uint32_t i) const;
  /// Steps over addressee, time and venue behind a cue; stops where content may begin.
  [[nodiscard]] std::uint32_t skip_adjuncts(std::uint32_t i, const Candidate& c) const;
  /// Behind the adjunct at `i`; `i` itself if there is none.
  [[nodiscard]] std::uint32_t behind_adjunct(std::uint32_t i, const Candidate& c) const;
  /// Behind a day and the number of its date: "a confirme mardi 12 son intention".
  [[nodiscard]] std::uint32_t behind_day(std::uint32_t i) const;
  /// Behind who is cited, where that begins at `i`; `i` itself if not.
  [[nodiscard]] std::uint32_t behind_citing(std::uint32_t i) const;
  /// An adverb between two commas: ", ademas, ".
  [[nodiscard]] bool cut_off_adverb(std::uint32_t comma) const;
  [[nodiscard]] bool adjunct_adverb(std::uint32_t i) const;
  /// Past a noun phrase with its prepositional phrases.
  [[nodiscard]] std::uint32_t skip_phrase(std::uint32_t i) const;
  /// A pronoun or phrase that begins a clause rather than ends an adjunct.
  [[nodiscard]] bool clause_chunk(std::uint32_t i) const;
  [[nodiscard]] bool content_starts(std::uint32_t i) const;
  /// "that" within a few words behind the cue with nothing but adjuncts between; 0 if none.
  [[nodiscard]] std::uint32_t that_ahead(std::uint32_t i) const;
  [[nodiscard]] bool adjunct_between(std::uint32_t begin, std::uint32_t end) const;

  // What opens a sentence.
  /// The longest pattern of lead.tsv at the head of the sentence.
  [[nodiscard]] PhraseSet::Match lead() const;
  /// "Das teilte das Ministerium mit": the sentence before is the speaker's, if nobody else says
  /// it.
  bool add_back_reference();
  /// A verb of saying that a bare "this" may stand for the words of.
  [[nodiscard]] static bool tells(const CueGroup& cue);
  /// Who told it, behind the verb.
  [[nodiscard]] SpeakerPhrase told_by(TokenRange verb) const;
  /// Who told it, where the verb stands in front of the speaker or a pronoun in front of the verb.
  [[nodiscard]] SpeakerPhrase told_behind(TokenRange anaphor, TokenRange verb) const;
  /// The same where the verb stands last.
  [[nodiscard]] SpeakerPhrase told_before(std::uint32_t begin, std::uint32_t end) const;
  /// A clause, a quotation or another verb of saying follows from `i` on.
  [[nodiscard]] bool says_more(std::uint32_t i) const;
  /// The sentence before is prose that no rule has given to anybody.
  [[nodiscard]] bool free_before() const;
  /// "Pour le ministre, ...": the clause behind the comma is an opinion.
  void add_opinion();
  /// The comma that closes who holds the opinion, apposition included; the phrase ends at `end`.
  [[nodiscard]] std::uint32_t behind_opinion_holder(const Chunk& c, std::uint32_t end,
                                                    bool introduced) const;
  /// An office or trade stands behind the comma: ", an economist at the school".
  [[nodiscard]] bool introduces(std::uint32_t comma) const;

  /// German goes on in another form of the verb: "Der Mann sei ertrunken." behind what the ministry
  /// said is its too.
  void add_reported();
  [[nodiscard]] bool reported_form(std::uint32_t i) const;
  /// The word at `i` opens a clause that hangs on another one; "aber", "denn" do not.
  [[nodiscard]] bool subordinates(std::uint32_t i) const;

  // Phrases without a verb.
  void add_frame(std::uint32_t i);
  void add_according(std::uint32_t i);
  /// "Po yeyo slovam": the phrase itself has the pronoun that stands for the speaker.
  [[nodiscard]] bool names_pronoun(TokenRange phrase) const;
  /// The speaker behind "according to"; "selon lui" has a pronoun that is no subject elsewhere.
  [[nodiscard]] SpeakerPhrase whom_behind(std::uint32_t i) const;
  /// German "laut einer Mitteilung der Behoerde": who issued the document speaks.
  void take_issuer(SpeakerPhrase& p) const;
  /// English "a survey the bank published".
  [[nodiscard]] bool issued_by(std::int32_t chunk) const;
  [[nodiscard]] static bool issuer_kind(ChunkKind kind);
  /// German "..., so Thaler": behind a comma; the speaker closes the clause.
  void add_according_last(std::uint32_t i);
  /// Nothing but a conjunction or an adverb stands in front.
  [[nodiscard]] bool lead_only(std::uint32_t i) const;
  void add_according_after(std::uint32_t i);
  /// "Commissioner X: ..." at the head of a sentence, and a quotation behind a colon.
  void add_colon();
  /// "Contact: Press Department, ...": an unknown word in front of what is no clause.
  [[nodiscard]] bool labels(std::int32_t chunk, std::uint32_t behind) const;
  /// Past the time or bullet that a ticker sets in front: "20:45 - Interior Ministry: ...".
  /// "Storm Edda: three dead": what stands in front of the colon of a title is its topic, no
  /// speaker.
  [[nodiscard]] bool heads_topic(std::int32_t chunk) const;
  [[nodiscard]] std::uint32_t behind_time() const;
  [[nodiscard]] bool opens_paragraph() const;
  /// "..." - Commissioner X: a quotation signed behind a dash.
  void add_signature();
  /// The phrase closes the sentence, an apposition behind a comma included.
  [[nodiscard]] bool signs(std::int32_t chunk) const;
  /// "Q: ..." is the author's; "A: ..." the words of who is interviewed.
  bool add_interview();

  // Which cue owns which words.
  void settle();
  /// Keeps what the speaker says that another one says.
  void embed(Attribution& a) const;
  /// "Asked whether prices rose, he said they did": only the answer counts.
  void drop_questions();
  void take_left();
  [[nodiscard]] static bool inside(const Candidate& inner, const Candidate& outer);
  /// Start of the content whose last part is the quotation in front of `stop`: the quotation, or
  /// the clause it completes.
  [[nodiscard]] std::uint32_t quoted_region(std::uint32_t stop, std::uint32_t region) const;
  [[nodiscard]] bool has_words(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t passive_region(const Candidate& c, std::uint32_t region) const;
  /// Past "And", "But", "However," at the head of the sentence.
  [[nodiscard]] std::uint32_t after_lead() const;
  /// Content behind a parenthesis: "..., he said, ..." and further quotations.
  void right_part(Candidate& c, std::size_t k);
  [[nodiscard]] std::uint32_t next_phrase(std::size_t k) const;
  [[nodiscard]] std::uint32_t quote_end(std::uint32_t i) const;
  void take_right();
  [[nodiscard]] bool claimed_left(const Candidate& c) const;
  /// The end of the text, or of a quotation that reaches beyond it.
  [[nodiscard]] std::uint32_t end_of_quotation(std::uint32_t right) const;
  /// Where the content of a cue to its left ends.
  [[nodiscard]] std::uint32_t right_limit(std::size_t k) const;
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t i) const;
  /// Where `next` ends the content of `c`; 0 if it lies inside it.
  [[nodiscard]] std::uint32_t break_at(const Candidate& c, const Candidate& next) const;
  /// The "and" or "but" at `mark` opens a main clause of its own; "and" only behind a comma.
  [[nodiscard]] std::uint32_t break_at_joint(std::uint32_t mark) const;
  void add_content(Attribution& a, std::uint32_t begin, std::uint32_t end) const;
  /// With both marks of a quotation of which it has one.
  [[nodiscard]] TokenRange with_marks(TokenRange content) const;
  [[nodiscard]] bool opens_bracket(std::uint32_t i) const { return r_.is(i, "(") || r_.is(i, "["); }
  [[nodiscard]] bool closes_bracket(std::uint32_t i) const;
  /// "..., the agency reports, citing the ministry": the ministry speaks, the agency relays.
  void merge_relays();
  [[nodiscard]] std::uint32_t citing_behind(const Candidate& c) const;
  static void relay(Candidate& c, std::uint32_t citing, std::uint32_t length,
                    const SpeakerPhrase& p);
  /// Candidates beside `c` whose cue stands in the range tell nothing of their own.
  void drop_others(const Candidate& c, TokenRange range);
  /// "so ssylkoy na ministerstvo" and who is cited.
  struct Citing {
    TokenRange cue;
    SpeakerPhrase whom;
    TokenRange tokens;  ///< Both; empty if the sentence cites nobody.
  };
  /// The first such phrase of the sentence outside quotations.
  [[nodiscard]] Citing find_citing() const;
  /// The citing phrase stands between who relays and what is said.
  [[nodiscard]] bool cites_between(const Candidate& c) const;

  const Reading& r_;
  SpeakerFinder speakers_;
  std::vector<Attribution>& out_;
  std::vector<Candidate> candidates_;
  TokenRange s_;
  std::uint32_t end_ = 0;
  std::uint32_t number_ = 0;
  Citing citing_;
};

}  // namespace parallax
