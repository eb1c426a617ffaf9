#pragma once

/// A document under the eyes of the attribution rules: what the word tables say of each token, its
/// quotations, noun phrases and verbs of saying. Internal to engine/sources.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/sources/source_lexicon.hpp"
#include "engine/sources/statement.hpp"
#include "models/base/huge_pages.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// A table's longest match at a token: `length` tokens, none if 0.
struct Hit {
  std::uint16_t row = 0;
  std::uint8_t length = 0;
  explicit operator bool() const { return length > 0; }
  friend bool operator==(Hit, Hit) = default;
};

struct TokenTags {
  Hit cue, role, title, pronoun, given_name, organisation, metonym, document, frame, country,
      demonym;
  friend bool operator==(const TokenTags&, const TokenTags&) = default;
};

/// Which mark a token is; kNone if it is no punctuation.
enum class Mark : std::uint8_t { kNone, kComma, kStop, kDash, kHyphen, kOther };

/// What most questions about a token need.
struct TagSummary {
  std::uint32_t number = 0;  ///< Of its tags in the pool.
  Frame frame = Frame::kNone;
  bool cue = false;
  bool speaker = false;  ///< Any tag beside cue and frame.
  Mark mark = Mark::kNone;
};

/// Tags that occur, each once: most tokens have the tags of many others, often none.
class TagPool {
 public:
  explicit TagPool(const SourceLexicon& lexicon) : lexicon_(lexicon) {}
  [[nodiscard]] const TokenTags& operator[](std::uint32_t number) const { return tags_[number]; }
  [[nodiscard]] TagSummary summary(std::uint32_t number) const { return summaries_[number]; }
  /// Number of `tags`, made if new.
  std::uint32_t number_of(const TokenTags& tags);

 private:
  struct Hash {
    std::size_t operator()(const TokenTags& tags) const;
  };
  const SourceLexicon& lexicon_;
  std::vector<TokenTags> tags_;
  std::vector<TagSummary> summaries_;
  std::unordered_map<TokenTags, std::uint32_t, Hash> numbers_;
};

/// The tags of every token of a document: eight bytes a token.
class TagTable {
 public:
  /// Forgets what it holds; `pool` must outlive the table.
  void reset(TagPool& pool, std::size_t tokens) {
    pool_ = &pool;
    summaries_.clear();
    reserve_large(summaries_, tokens);
  }
  /// Appends the next token's tags by their number in the pool.
  void push_back(std::uint32_t number, Mark mark) {
    summaries_.push_back(pool_->summary(number));
    summaries_.back().mark = mark;
  }
  /// REQUIRES: `token` is below the number of tokens. Lifetime: until tags of any document change.
  [[nodiscard]] const TokenTags& operator[](std::size_t token) const {
    return (*pool_)[summaries_[token].number];
  }
  /// REQUIRES: as above.
  [[nodiscard]] const TagSummary& summary(std::size_t token) const { return summaries_[token]; }
  void set_cue(std::size_t token, Hit cue) {
    TokenTags tags = (*this)[token];
    tags.cue = cue;
    const Mark mark = summaries_[token].mark;
    summaries_[token] = pool_->summary(pool_->number_of(tags));
    summaries_[token].mark = mark;
  }

 private:
  TagPool* pool_ = nullptr;
  std::vector<TagSummary> summaries_;
};

/// Half-open range of token indices of the document.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

/// Reading::quotation_of at a mark around a name.
constexpr std::int32_t kNameMark = -2;

/// A stretch between quotation marks; never beyond its paragraph.
struct Quotation {
  TokenRange outer;    ///< With its marks.
  TokenRange inner;    ///< Without.
  bool closed = true;  ///< False: closed by the end of the paragraph.
};

enum class ChunkKind : std::uint8_t {
  kPronoun,
  kPerson,        ///< Has a personal name.
  kRole,          ///< "the minister", "an official".
  kOrganisation,  ///< "the Foreign Ministry", "NATO".
  kGovernment,    ///< A capital or a country standing for its government.
  kDocument,      ///< "the statement".
  kGroup,         ///< "officials", "analysts".
  kName,          ///< One capitalised word or a run that no table knows.
  kOther,
};

/// A noun phrase outside quotations.
struct Chunk {
  TokenRange tokens;
  TokenRange name;  ///< Personal or unknown name, empty if none.
  TokenRange core;  ///< Words that tell who it is: role, organisation or name; empty if none.
  ChunkKind kind = ChunkKind::kOther;
  Role role = Role::kUnknown;
  Gender gender = Gender::kUnknown;
  TokenRange owner;               ///< "Belmar's", where no table knows the country; or empty.
  std::string_view country;       ///< ISO code of the demonym or country in it.
  const BodyRow* body = nullptr;  ///< Row of organisation or metonym table.
  TokenRange organisation;        ///< Whom a person speaks for, if it stands in the chunk.
  Role organisation_role = Role::kUnknown;
  std::optional<PronounRow> pronoun;
  bool definite = false;    ///< "the", "this", a possessive in front.
  bool possessive = false;  ///< Ends in a possessive: "the ministry's".
  bool official_document = false;
  bool stand_in = false;  ///< "the service": a body that was named before.
  std::uint32_t sentence = 0;
  friend bool operator==(const Chunk&, const Chunk&) = default;
};

/// A verb of saying with its auxiliaries and adverbs.
struct CueGroup {
  TokenRange tokens;
  std::uint32_t verb = 0;  ///< Token of the table's match.
  CueRow row;
  bool passive = false;
  bool agent = false;       ///< "by" follows without a form of "be": perhaps passive.
  bool participle = false;  ///< "-ing" without auxiliary: continues another clause.
  bool infinitive = false;  ///< Behind "to".
  bool negated = false;
  bool conditional = false;  ///< "would say", "may ask".
};

struct SentenceReading {
  TokenRange tokens;
  TokenRange chunks;  ///< Into Reading::chunks.
  TokenRange cues;    ///< Into Reading::cues.
  std::uint32_t paragraph = 0;
};

struct Reading {
  const Document& document;
  const SourceLexicon& lexicon;
  const WordTable& words;
  TagTable tags;                           ///< One a token.
  std::vector<std::int32_t> quotation_of;  ///< One a token: outermost quotation, -1 or kNameMark.
  std::vector<Quotation> quotations;       ///< Text order, outermost ones only.
  std::vector<std::int32_t> chunk_of;      ///< One a token: its chunk, or -1.
  std::vector<Chunk> chunks;               ///< Text order.
  std::vector<CueGroup> cues;              ///< Text order.
  std::vector<std::int32_t> cue_of;        ///< One a token: its cue group, or -1.
  std::vector<SentenceReading> sentences;

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(document.tokens.size());
  }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return document.tokens[i]; }
  [[nodiscard]] const Word& word(std::uint32_t i) const { return words[document.tokens[i].word]; }
  [[nodiscard]] std::string_view text(std::uint32_t i) const {
    return document.slice(document.tokens[i].span);
  }
  [[nodiscard]] bool punctuation(std::uint32_t i) const {
    return i < size() && document.tokens[i].kind == TokenKind::kPunctuation;
  }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view mark) const {
    return i < size() && text(i) == mark;
  }
  [[nodiscard]] bool comma(std::uint32_t i) const {
    return i < size() && tags.summary(i).mark == Mark::kComma;
  }
  /// The verb may stand without its subject: "Tambien agradecio ...".
  [[nodiscard]] bool drops_subject() const;
  /// A hyphen is a dash where blanks stand around it.
  [[nodiscard]] bool dash(std::uint32_t i) const {
    const Mark mark = i < size() ? tags.summary(i).mark : Mark::kNone;
    return mark == Mark::kDash ||
           (mark == Mark::kHyphen && i > 0 && !adjacent(i - 1) && !adjacent(i));
  }
  [[nodiscard]] bool quoted(std::uint32_t i) const { return quotation_of[i] >= 0; }
  [[nodiscard]] Frame frame(std::uint32_t i) const { return tags.summary(i).frame; }
  [[nodiscard]] bool capital(std::uint32_t i) const {
    const Shape s = document.tokens[i].shape;
    return s == Shape::kCapitalised || s == Shape::kUpper || s == Shape::kMixed;
  }
  /// Written as names are: with a capital, or in a script without them.
  [[nodiscard]] bool name_shape(std::uint32_t i) const {
    return document.tokens[i].shape != Shape::kLower;
  }
  [[nodiscard]] bool adjacent(std::uint32_t left) const {
    return left + 1 < size() && token(left).span.end == token(left + 1).span.begin;
  }
  [[nodiscard]] ByteSpan span(TokenRange r) const {
    return {token(r.begin).span.begin, token(r.end - 1).span.end};
  }
  [[nodiscard]] const Chunk* chunk_at(std::uint32_t token_index) const {
    const std::int32_t c = chunk_of[token_index];
    return c < 0 ? nullptr : &chunks[static_cast<std::size_t>(c)];
  }
};

/// Looks tokens up in the tables of one language; remembers what the tables say of each word.
class Tagger {
 public:
  explicit Tagger(const SourceLexicon& lexicon) : lexicon_(lexicon), pool_(lexicon) {}
  /// Fills `tags` and `sentences` (without chunks and cues). The tagger must outlive the reading's
  /// tags. Complexity: linear.
  void tag(Reading& reading);

 private:
  /// A pattern of several words.
  struct Longer {
    std::uint32_t column = 0;
    std::uint32_t pattern = 0;
    std::uint32_t words = 0;
    std::uint32_t payload = 0;
    std::uint64_t second = 0;  ///< Signature of its second word.
  };
  /// What patterns say of a word wherever it stands, and those that more words must follow.
  struct Known {
    bool seen = false;
    std::uint32_t small = 0;     ///< Tags where it is written small.
    std::uint32_t other = 0;     ///< Tags where it has a capital or a script without them.
    std::uint32_t compound = 0;  ///< As `other`, with the role that ends a compound.
    std::uint32_t shouted = 0;   ///< Where it is all capitals: a body is no word of the frame.
    std::uint32_t first_longer = 0, end_longer = 0;  ///< Into `longer_`, by column.
    std::uint64_t signature = 0;
  };
  [[nodiscard]] const Known& known(WordId id, const WordTable& words) {
    const auto index = static_cast<std::size_t>(id);
    return index < by_word_.size() && by_word_[index].seen ? by_word_[index] : meet(id, words);
  }
  const Known& meet(WordId id, const WordTable& words);
  void learn(Known& known, const Word& word);
  /// The role or text that ends a compound: "Baeckermeister", "Pruefbericht".
  void learn_compound(Known& known, const Word& word, TokenTags tags);
  /// `number`, or that of the tags with the patterns of several words that match at `i`.
  [[nodiscard]] std::uint32_t with_longer(std::uint32_t number, std::span<const Token> tokens,
                                          std::size_t i, const WordTable& words);
  /// Some pattern that begins with `first` goes on with `second`.
  [[nodiscard]] bool goes_on(WordId first, WordId second, const WordTable& words);
  /// The same, remembered: texts repeat pairs of words.
  [[nodiscard]] bool recall_goes_on(WordId first, WordId second, const WordTable& words);
  /// Turkic "polisin verdiyi melumata gore": the role that a genitive is of.
  [[nodiscard]] Hit genitive_role(const Word& word) const;
  /// In this column a word that is written small is no name.
  [[nodiscard]] bool needs_capital(std::size_t column) const;
  const SourceLexicon& lexicon_;
  struct Pair {
    WordId first{~0U}, second{~0U};
    bool goes_on = false;
  };
  static constexpr unsigned kPairBits = 13;
  std::vector<Known> by_word_;
  std::vector<Pair> pairs_ = std::vector<Pair>(std::size_t{1} << kPairBits);  ///< By hash.
  std::vector<Longer> longer_;
  TagPool pool_;
};

/// Each fills its part of the reading, in this order. Complexity: linear in tokens.
void find_quotations(Reading& reading, std::vector<std::string>& warnings);
void find_cues(Reading& reading);
void find_chunks(Reading& reading);
/// The same without shortcuts: slower, and what `find_chunks` is held equal to.
void find_chunks_plainly(Reading& reading);

/// "ANKARA, 14 March (Agency) - ...": the first token of the sentence behind the dash; its first
/// token where there is no dateline.
[[nodiscard]] std::uint32_t behind_dateline(const Reading& reading, TokenRange sentence);

/// Words inside a content that the speaker only reports of somebody else.
struct Embedded {
  TokenRange tokens;
  bool denied = false;
};

/// Whose words an attribution gives before its mention is tied to a source.
enum class Subject : std::uint8_t {
  kChunk,     ///< The mention.
  kPrevious,  ///< The speaker of the attribution before.
  kNobody,    ///< Passive without agent, "reportedly".
};

struct Attribution {
  std::string_view rule;
  Subject subject = Subject::kChunk;
  std::int32_t chunk = -1;       ///< The mention.
  std::int32_t apposition = -1;  ///< A further phrase about the same speaker.
  std::int32_t outlet = -1;      ///< Who relays.
  TokenRange mention;
  std::vector<TokenRange> cue;
  std::vector<TokenRange> content;  ///< With quotation marks; ascending, apart.
  std::vector<Embedded> embedded;
  CueRow row;
  bool negated = false;
  bool conditional = false;
  bool turn = false;    ///< "Name: ..." opens a paragraph: all of it is the speaker's.
  bool nested = false;  ///< Inside the content of another attribution.
  std::uint32_t sentence = 0;
  double confidence = 0.0;
};

/// Rules A1-A11. Order: by first content token. Complexity: linear.
[[nodiscard]] std::vector<Attribution> attribute_sentences(const Reading& reading);

/// Attributions of one sentence of a verb-final language; false if it has none.
bool attribute_verb_final(const Reading& reading, std::uint32_t sentence,
                          std::vector<Attribution>& out);

/// Rule A9. Complexity: O(n log n) in attributions.
void inherit_quotations(const Reading& reading, std::vector<Attribution>& attributions);

/// Ties mentions to sources.
struct Resolved {
  std::optional<std::size_t> source;
  Resolution how = Resolution::kNamed;
  double confidence = 0.0;
  std::optional<std::size_t> alternative;
  std::optional<std::size_t> relayed_by;
};
struct Resolutions {
  std::vector<Source> sources;     ///< Those who speak, by first mention.
  std::vector<Resolved> resolved;  ///< One an attribution.
  std::vector<bool> owned;         ///< A source: its country is named, though no table knows it.
};
[[nodiscard]] Resolutions resolve_sources(const Reading& reading,
                                          const std::vector<Attribution>& attributions);

}  // namespace parallax
