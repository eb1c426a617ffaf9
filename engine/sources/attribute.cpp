/// The steps in order: tags, quotations, cues, noun phrases, rules, resolution; then statements,
/// with what nobody is said to say as narration or as the issuer's own words.

#include "engine/sources/attribute.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/sources/issuer.hpp"
#include "engine/sources/reading.hpp"
#include "engine/sources/title.hpp"
#include "models/base/huge_pages.hpp"
#include "models/text/fold.hpp"
#include "models/text/tokenise.hpp"

namespace parallax {
namespace {

constexpr std::size_t kNobody = ~std::size_t{0};

/// Turns attributions into statements and fills the rest of the document.
class Assembler {
 public:
  Assembler(const Reading& reading, const std::vector<Attribution>& attributions,
            Resolutions resolutions, Issuer issuer)
      : r_(reading),
        a_(attributions),
        resolved_(std::move(resolutions.resolved)),
        issuer_(std::move(issuer)),
        touched_(reading.sentences.size()) {
    out_.sources = std::move(resolutions.sources);
    owned_ = std::move(resolutions.owned);
  }

  SourcedDocument assemble() && {
    reserve_large(out_.statements, a_.size() + r_.sentences.size() / 2);
    for (std::size_t k = 0; k < a_.size(); ++k) {
      add_statement(k);
    }
    const std::size_t attributed = out_.statements.size();
    add_rest();
    sort_statements(attributed);
    for (std::size_t k = 0; k < out_.statements.size(); ++k) {
      out_.statements[k].id = "S" + std::to_string(k + 1);
    }
    finish_sources();
    return std::move(out_);
  }

 private:
  void add_statement(std::size_t k) {
    const Attribution& a = a_[k];
    Resolved& by = resolved_[k];
    const bool self = speaks_as_self(a);
    if (self && !by.source) {
      by = {issuer_index(), Resolution::kIssuer, issuer_.named ? 0.9 : 0.6, {}, {}};
    }
    if (issuer_.declares && (self || (by.source && *by.source == issuer_index()))) {
      return;  // the issuer's document is the issuer's word anyway
    }
    Statement s = statement_of(a, by);
    std::uint32_t begin = a.content.front().begin;
    std::uint32_t end = a.content.back().end;
    for (const TokenRange cue : a.cue) {
      begin = std::min(begin, cue.begin);
      end = std::max(end, cue.end);
    }
    s.first_sentence = sentence_of(begin);
    s.last_sentence = sentence_of(end - 1);
    for (std::uint32_t t = s.first_sentence; t <= s.last_sentence; ++t) {
      touched_[t] = 1;
    }
    out_.statements.push_back(std::move(s));
  }

  /// Into text order. Statements are large: what is sorted are their places and numbers. Those of
  /// attributions and the rest are each nearly in order.
  void sort_statements(std::size_t attributed) {
    struct Place {
      std::uint32_t begin, end, number;
      bool operator<(const Place& other) const {
        return std::tie(begin, end, number) < std::tie(other.begin, other.end, other.number);
      }
    };
    std::vector<Place> places;
    places.reserve(out_.statements.size());
    for (const Statement& s : out_.statements) {
      places.push_back({s.content.front().begin, s.content.back().end,
                        static_cast<std::uint32_t>(places.size())});
    }
    const auto middle = places.begin() + static_cast<std::ptrdiff_t>(attributed);
    for (const auto& [begin, end] : {std::pair(places.begin(), middle), {middle, places.end()}}) {
      if (!std::is_sorted(begin, end)) {
        std::sort(begin, end);
      }
    }
    std::inplace_merge(places.begin(), middle, places.end());
    std::vector<Statement> sorted;
    reserve_large(sorted, places.size());
    for (const Place& place : places) {
      sorted.push_back(std::move(out_.statements[place.number]));
    }
    out_.statements = std::move(sorted);
  }

  /// The statement that an attribution makes, without its place among the sentences.
  [[nodiscard]] Statement statement_of(const Attribution& a, const Resolved& by) const {
    Statement s;
    s.source = by.source;
    const bool speech = a.turn && (a.chunk < 0 || speaks_in_turn(a));
    s.mode = speech ? Mode::kDirect : mode_of(a.content);
    s.commitment = commitment_of(a);
    s.content = bytes_of(a.content);
    for (const Embedded& e : a.embedded) {
      s.embedded.push_back(
          {r_.span(e.tokens), e.denied ? Commitment::kDenied : Commitment::kReported});
    }
    s.passage = s.content;
    if (a.rule == "A13" && s.passage.size() > 1) {
      s.passage.pop_back();  // the word that stands for the sentence before says nothing itself
    }
    if (a.row.kind == CueClass::kStance && !a.cue.empty() &&
        a.cue.front().end <= a.content.front().begin) {
      s.passage.front().begin = r_.span(a.cue.front()).begin;
    }
    if (a.subject != Subject::kNobody && !a.mention.empty()) {
      s.source_span = r_.span(a.mention);
    }
    for (const TokenRange cue : a.cue) {
      s.cue.push_back(r_.span(cue));
    }
    s.rule = std::string(a.rule);
    s.confidence = a.subject == Subject::kNobody ? a.confidence * 0.8
                   : by.source                   ? a.confidence * by.confidence
                                                 : a.confidence * 0.5;
    s.relayed_by = by.relayed_by;
    s.alternative = by.alternative;
    return s;
  }

  [[nodiscard]] bool speaks_in_turn(const Attribution& a) const {
    const ChunkKind kind = r_.chunks[static_cast<std::size_t>(a.chunk)].kind;
    return kind == ChunkKind::kPerson || kind == ChunkKind::kName || kind == ChunkKind::kRole;
  }

  /// "we", "I" outside quotations.
  [[nodiscard]] bool speaks_as_self(const Attribution& a) const {
    if (a.chunk < 0) {
      return false;
    }
    const Chunk& c = r_.chunks[static_cast<std::size_t>(a.chunk)];
    return c.kind == ChunkKind::kPronoun && c.pronoun->kind == PronounClass::kSelf;
  }

  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    const auto it =
        std::partition_point(r_.sentences.begin(), r_.sentences.end(),
                             [&](const SentenceReading& s) { return s.tokens.end <= token; });
    return static_cast<std::uint32_t>(it - r_.sentences.begin());
  }

  [[nodiscard]] Mode mode_of(const std::vector<TokenRange>& content) const {
    std::size_t quoted = 0;
    std::size_t words = 0;
    for (const TokenRange range : content) {
      for (std::uint32_t t = range.begin; t < range.end; ++t) {
        if (!r_.punctuation(t)) {
          ++words;
          quoted += r_.quoted(t) ? 1U : 0U;
        }
      }
    }
    return quoted == 0 ? Mode::kIndirect : quoted == words ? Mode::kDirect : Mode::kMixed;
  }

  [[nodiscard]] Commitment commitment_of(const Attribution& a) const {
    if (a.subject == Subject::kNobody) {
      return Commitment::kReported;
    }
    const std::uint32_t first = a.content.front().begin;
    if (a.row.kind == CueClass::kDeny && !a.negated && !r_.quoted(first)) {
      return Commitment::kDenied;
    }
    // A question; "asked the envoy to leave" is a request.
    const Frame f = r_.frame(first);
    if (a.row.kind == CueClass::kAsk && !r_.quoted(first) &&
        (f == Frame::kWh || f == Frame::kThat)) {
      return Commitment::kConditional;
    }
    return Commitment::kAsserted;
  }

  /// Byte spans without quotation marks at their ends.
  [[nodiscard]] std::vector<ByteSpan> bytes_of(const std::vector<TokenRange>& content) const {
    std::vector<ByteSpan> spans;
    for (TokenRange range : content) {
      // A quotation goes without its marks; words beside one keep both.
      const std::int32_t number = r_.quotation_of[range.begin];
      if (number >= 0) {
        const Quotation& q = r_.quotations[static_cast<std::size_t>(number)];
        const bool whole = range.begin <= q.inner.begin && range.end >= q.inner.end;
        if (whole && q.outer.begin <= range.begin && q.outer.end >= range.end) {
          range = q.inner;
        }
      }
      spans.push_back(r_.span(range));
    }
    std::sort(spans.begin(), spans.end());
    return spans;
  }

  /// Sentences that nobody is said to say: one statement a run inside a paragraph.
  void add_rest() {
    for (std::uint32_t s = 0; s < r_.sentences.size();) {
      if (touched_[s] != 0) {
        ++s;
        continue;
      }
      std::uint32_t e = s;
      const bool head = is_byline(r_, s);
      while (e + 1 < r_.sentences.size() && touched_[e + 1] == 0 && !head &&
             r_.sentences[e + 1].paragraph == r_.sentences[s].paragraph) {
        ++e;
      }
      add_narration(s, e, head);
      s = e + 1;
    }
  }

  void add_narration(std::uint32_t first, std::uint32_t last, bool head) {
    Statement s;
    s.content = {{r_.document.sentences[first].span.begin, r_.document.sentences[last].span.end}};
    s.passage = s.content;
    s.first_sentence = first;
    s.last_sentence = last;
    s.mode = issuer_.declares ? Mode::kDirect : Mode::kNarration;
    s.rule = issuer_.declares ? "issuer" : "A12";
    s.confidence = issuer_.declares ? (issuer_.named ? 0.9 : 0.6) : 0.9;
    if (!head) {
      s.source = issuer_index();
    }
    out_.statements.push_back(std::move(s));
  }

  /// The issuer among the sources: the one that already speaks under this name, or a new last one.
  std::size_t issuer_index() {
    if (issuer_index_ != kNobody) {
      return issuer_index_;
    }
    for (std::size_t k = 0; k < out_.sources.size(); ++k) {
      const Source& s = out_.sources[k];
      if (same_as_issuer(s)) {
        return issuer_index_ = k;
      }
    }
    issuer_index_ = out_.sources.size();
    out_.sources.push_back(issuer_.source);
    return issuer_index_;
  }

  /// Of the same name, or "the Ministry of Trade" where the letterhead says which country's.
  [[nodiscard]] bool same_as_issuer(const Source& s) const {
    const Source& issuer = issuer_.source;
    if (s.role != issuer.role || s.person != issuer.person) {
      return false;
    }
    if (s.name == issuer.name) {
      return true;
    }
    const std::string& language = r_.document.language;
    return issuer_.declares && !issuer.country.empty() && s.country == issuer.country &&
           fold(issuer.name, language).find(fold(s.name, language)) != std::string::npos;
  }

  void finish_sources() {
    for (std::size_t k = 0; k < out_.sources.size(); ++k) {
      Source& s = out_.sources[k];
      s.id = "SRC" + std::to_string(k + 1);
      std::sort(s.mentions.begin(), s.mentions.end(),
                [](const Mention& x, const Mention& y) { return x.span < y.span; });
      const bool national = s.role == Role::kMinistry || s.role == Role::kMinister ||
                            (s.role == Role::kGovernment && !s.person) ||  // no mayors
                            s.role == Role::kMilitary || s.role == Role::kParliament ||
                            s.role == Role::kPresident || s.role == Role::kOmbudsperson;
      const bool owned = k < owned_.size() && owned_[k];
      if (s.country.empty() && national && !owned && !home_country().empty()) {
        s.country = home_country();
        s.country_inferred = true;
      }
    }
  }

  /// The country of the outlet if the text speaks of it, else the first one that speaks.
  [[nodiscard]] const std::string& home_country() {
    if (!home_) {
      const std::string& outlet = issuer_.source.country;
      const bool spoken_of = std::any_of(r_.chunks.begin(), r_.chunks.end(), [&](const Chunk& c) {
        return (c.country == outlet && c.role != Role::kMedia) ||
               (c.kind == ChunkKind::kGovernment && c.body != nullptr && c.body->country == outlet);
      });
      home_ = spoken_of && !outlet.empty() ? outlet : std::string();
      for (std::size_t c = 0; c < r_.chunks.size() && home_->empty(); ++c) {
        if (r_.chunks[c].kind == ChunkKind::kGovernment) {
          home_ = std::string(r_.chunks[c].country.empty() && r_.chunks[c].body != nullptr
                                  ? std::string_view(r_.chunks[c].body->country)
                                  : r_.chunks[c].country);
        }
      }
    }
    return *home_;
  }

  const Reading& r_;
  const std::vector<Attribution>& a_;
  std::vector<Resolved> resolved_;
  Issuer issuer_;
  std::vector<std::uint8_t> touched_;
  std::vector<bool> owned_;
  SourcedDocument out_;
  std::size_t issuer_index_ = kNobody;
  std::optional<std::string> home_;
};

}  // namespace

struct Attributor::Impl {
  Impl(WordTable& table, const LexiconSource& source)
      : words(table), lexicons(source), tokeniser(table) {}

  struct Language {
    explicit Language(SourceLexicon tables) : lexicon(std::move(tables)), tagger(lexicon) {}
    SourceLexicon lexicon;
    Tagger tagger;
  };

  WordTable& words;
  const LexiconSource& lexicons;
  Tokeniser tokeniser;
  std::map<std::string, std::unique_ptr<Language>, std::less<>> languages;

  Result<Language*> language(const std::string& code) {
    auto& slot = languages[code];
    if (!slot) {
      Result<SourceLexicon> lexicon = SourceLexicon::load(code, lexicons);
      if (!lexicon) {
        return std::move(lexicon).error();
      }
      slot = std::make_unique<Language>(std::move(lexicon).value());
    }
    return slot.get();
  }

  /// The source that the metadata name.
  std::optional<Source> given_source(const Document& d, Language& l) {
    if (!d.record.source || d.record.source->empty()) {
      return std::nullopt;
    }
    Document line;
    line.record.text = *d.record.source;
    line.language = d.language;
    line.tokens = tokeniser.tokenise(line.record.text, line.language);
    const auto size = static_cast<std::uint32_t>(line.record.text.size());
    line.paragraphs.push_back({{0, size}, ParagraphKind::kHeading});
    line.sentences.push_back({{0, size}, 0, 1, 0, static_cast<std::uint32_t>(line.tokens.size())});
    Reading reading{line, l.lexicon, words, {}, {}, {}, {}, {}, {}, {}, {}};
    std::vector<std::string> ignored;
    l.tagger.tag(reading);
    find_quotations(reading, ignored);
    reading.cue_of.assign(reading.size(), -1);
    find_chunks(reading);
    Source source;
    source.name = *d.record.source;
    for (const Chunk& c : reading.chunks) {
      if (c.role != Role::kUnknown && source.role == Role::kUnknown) {
        source.role = c.role;
      }
      if (source.country.empty()) {
        source.country = std::string(c.country);
      }
      source.person = source.person || c.kind == ChunkKind::kPerson;
    }
    return source;
  }

  Result<DocumentHead> head(const Document& document) {
    Result<Language*> found = language(document.language);
    if (!found) {
      return std::move(found).error();
    }
    Language& l = *found.value();
    std::vector<std::string> ignored;
    Reading reading{document, l.lexicon, words, {}, {}, {}, {}, {}, {}, {}, {}};
    l.tagger.tag(reading);
    find_quotations(reading, ignored);
    reading.cue_of.assign(reading.size(), -1);
    find_chunks(reading);
    return read_head(reading);
  }

  Result<SourcedDocument> attribute(const Document& document) {
    Result<Language*> found = language(document.language);
    if (!found) {
      return std::move(found).error();
    }
    Language& l = *found.value();
    std::vector<std::string> warnings;
    Reading reading{document, l.lexicon, words, {}, {}, {}, {}, {}, {}, {}, {}};
    l.tagger.tag(reading);
    find_quotations(reading, warnings);
    find_cues(reading);
    find_chunks(reading);
    std::vector<Attribution> attributions = attribute_sentences(reading);
    DocumentHead head = read_head(reading);
    if (head.issuer) {  // "Ministry of X: comment on ..." is nobody's sentence
      std::erase_if(attributions, [&](const Attribution& a) {
        return std::binary_search(head.sentences.begin(), head.sentences.end(), a.sentence);
      });
    }
    inherit_quotations(reading, attributions);
    Resolutions resolutions = resolve_sources(reading, attributions);
    Issuer issuer = find_issuer(reading, attributions, given_source(document, l), head);
    SourcedDocument out =
        Assembler(reading, attributions, std::move(resolutions), std::move(issuer)).assemble();
    for (const Quotation& q : reading.quotations) {
      out.quotations.push_back(reading.span(q.inner));
    }
    if (!l.lexicon.has_cues()) {
      warnings.insert(warnings.begin(), "sources: partial: no verbs of saying for language '" +
                                            document.language + "'");
    }
    out.warnings = std::move(warnings);
    return out;
  }
};

Attributor::Attributor(WordTable& words, const LexiconSource& lexicons)
    : impl_(std::make_unique<Impl>(words, lexicons)) {}
Attributor::~Attributor() = default;

Result<SourcedDocument> Attributor::attribute(const Document& document) {
  return impl_->attribute(document);
}

Result<DocumentHead> Attributor::head(const Document& document) {
  return impl_->head(document);
}

Result<SourcedDocument> attribute(const Document& document, WordTable& words,
                                  const LexiconSource& lexicons) {
  return Attributor(words, lexicons).attribute(document);
}

}  // namespace parallax
