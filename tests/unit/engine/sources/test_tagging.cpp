#include <string>

#include "engine/document/analyse.hpp"
#include "engine/sources/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

/// The longest match of a table at a token, looked up without what the tagger remembers.
void check_hit(const PhraseSet& set, Hit hit, const Reading& r, std::size_t s, std::size_t i,
               bool needs_capital) {
  const Sentence& sentence = r.document.sentences[s];
  const auto tokens =
      std::span(r.document.tokens).subspan(sentence.first_token, sentence.token_count);
  PhraseSet::Match match = set.match(tokens, i, r.words);
  if (needs_capital && tokens[i].shape == Shape::kLower) {
    match = {};
  }
  INFO("[" << r.document.slice(tokens[i].span) << "] in " << r.document.slice(sentence.span));
  REQUIRE(hit.length == match.length);
  if (match.length > 0) {
    REQUIRE(hit.row == match.payload);
  }
}

/// The short record of a token says what its tags and its text say.
void check_summary(const Reading& r, std::uint32_t i) {
  const TokenTags& tags = r.tags[i];
  const TagSummary& summary = r.tags.summary(i);
  const std::string_view text = r.text(i);
  INFO("[" << text << "]");
  REQUIRE(summary.frame == (tags.frame ? r.lexicon.frame_rows[tags.frame.row] : Frame::kNone));
  REQUIRE(summary.cue == static_cast<bool>(tags.cue));
  REQUIRE(summary.speaker == (tags.role || tags.title || tags.pronoun || tags.given_name ||
                              tags.organisation || tags.metonym || tags.document || tags.country ||
                              tags.demonym));
  REQUIRE((summary.mark == Mark::kNone) == !r.punctuation(i));
  REQUIRE(r.comma(i) == (text == "," || text == "\u060C" || text == "\u3001"));
  const bool blanks = i > 0 && !r.adjacent(i - 1) && !r.adjacent(i);
  REQUIRE(r.dash(i) ==
          (text == "\u2013" || text == "\u2014" || text == "\u2015" || (text == "-" && blanks)));
}

/// Noun phrases with and without shortcuts.
void check_chunks(Reading& r) {
  std::vector<std::string> ignored;
  find_quotations(r, ignored);
  find_cues(r);
  find_chunks(r);
  const std::vector<Chunk> chunks = r.chunks;
  const std::vector<std::int32_t> of = r.chunk_of;
  r.chunks.clear();
  find_chunks_plainly(r);
  REQUIRE(r.chunk_of == of);
  REQUIRE(r.chunks == chunks);
}

void check_tags(const std::string& once, const std::string& language) {
  const std::string text = once + "\n\n" + once;  // what was met before is remembered
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Document document = analyser.analyse(test::record_of("x", text, language)).value();
  const SourceLexicon lexicon = SourceLexicon::load(language, lexicons).value();
  Tagger tagger(lexicon);
  Reading r{document, lexicon, words, {}, {}, {}, {}, {}, {}, {}, {}};
  tagger.tag(r);
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    for (std::size_t i = 0; i < sentence.token_count; ++i) {
      const TokenTags& tags = r.tags[sentence.first_token + i];
      check_hit(lexicon.cues, tags.cue, r, s, i, false);
      check_hit(lexicon.titles, tags.title, r, s, i, false);
      check_hit(lexicon.pronouns, tags.pronoun, r, s, i, false);
      check_hit(lexicon.documents, tags.document, r, s, i, false);
      const Token& token = document.tokens[sentence.first_token + i];
      if (token.shape != Shape::kUpper || !tags.organisation) {
        check_hit(lexicon.frames, tags.frame, r, s, i, false);
      }
      check_hit(lexicon.organisations, tags.organisation, r, s, i, true);
      check_hit(lexicon.metonyms, tags.metonym, r, s, i, true);
      check_hit(lexicon.countries, tags.country, r, s, i, true);
      check_hit(lexicon.demonyms, tags.demonym, r, s, i, language == "en");
      if (lexicon.compound_heads.empty()) {
        check_hit(lexicon.roles, tags.role, r, s, i, false);
      }
      check_summary(r, static_cast<std::uint32_t>(sentence.first_token + i));
    }
  }
  check_chunks(r);
}

}  // namespace

TEST_CASE("tags are the longest matches of the tables") {
  check_tags(
      "In a joint statement, the vice-president of the European Commission said that, according "
      "to the Foreign Ministry, Prime Minister Anna Sorel had called for a cease-fire. As of today "
      "the UN Security Council - the so-called council - did not, however, respond. the norwegian "
      "Government was quoted as saying so on Thursday; the White House declined to comment.",
      "en");
  check_tags(
      "Wie das Au\xc3\x9f"
      "enministerium mitteilte, wies die Sprecherin der Bundesregierung den Vorwurf "
      "zur\xc3\xbc"
      "ck. Nach Angaben der franz\xc3\xb6sischen Polizei gab es Verletzte.",
      "de");
  check_tags(
      "Selon le porte-parole du minist\xc3\xa8re des Affaires \xc3\xa9trang\xc3\xa8res, la "
      "Norv\xc3\xa8ge a annonc\xc3\xa9, dans un communiqu\xc3\xa9, qu'elle rejette l'accord.",
      "fr");
}

TEST_CASE("a body in capitals is no word that holds a sentence together") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Document document =
      analyser.analyse(test::record_of("x", "The WHO, who met, left.", "en")).value();
  const SourceLexicon lexicon = SourceLexicon::load("en", lexicons).value();
  Tagger tagger(lexicon);
  Reading r{document, lexicon, words, {}, {}, {}, {}, {}, {}, {}, {}};
  tagger.tag(r);
  CHECK(r.tags[1].organisation);
  CHECK_FALSE(r.tags[1].frame);
  CHECK(r.frame(3) == Frame::kRelative);
  CHECK_FALSE(r.tags[3].organisation);
}

TEST_CASE("tags of generated prose are the longest matches of the tables") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    test::Random random(seed);
    std::string text;
    for (int i = 0; i < 20; ++i) {
      text += test::sentence(random) + " ";
    }
    check_tags(text, "en");
  }
}

}  // namespace parallax
