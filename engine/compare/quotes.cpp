#include "engine/compare/quote_checker.hpp"

namespace parallax::quote_check {

void Checker::prepare(const std::vector<OfficialText>& officials) {
  for (const OfficialText& official : officials) {
    texts_.push_back(std::make_unique<PreparedText>(official, words_));
  }
}

Status Checker::check(const ArticleQuote& quotation, QuoteCheck& out) {
  const ParsedQuote parsed = QuoteParser(article_, quotation.span).parse();
  if (parsed.words == 0) {
    return Done{};
  }
  const std::string language = language_of(quotation, parsed);
  std::optional<CheckedQuote> best;
  bool comparable = false;
  for (std::size_t k = 0; k < texts_.size(); ++k) {
    const std::string& other = texts_[k]->official->document.language;
    if (language != other && language != "und" && other != "und") {
      continue;
    }
    comparable = true;
    const Placement placement = place(parsed, *texts_[k], said_by(quotation, *texts_[k]->official));
    if (!placement.accepted) {
      continue;
    }
    Result<CheckedQuote> found = judged(quotation, parsed, k, placement);
    if (!found) {
      return std::move(found).error();
    }
    if (!best || better(found.value(), *best)) {
      best = std::move(found).value();
    }
  }
  if (!best && !comparable) {
    out.skipped.push_back({place_of(article_, quotation.span), quotation, "language"});
  } else if (!best && parsed.words < kShort && !(parsed.words > 2 && ours(quotation))) {
    out.skipped.push_back({place_of(article_, quotation.span), quotation, "short"});
  } else {
    finish(quotation, std::move(best), out);
  }
  return Done{};
}

bool Checker::ours(const ArticleQuote& quotation) const {
  return std::any_of(texts_.begin(), texts_.end(),
                     [&](const auto& text) { return said_by(quotation, *text->official); });
}

bool Checker::said_by(const ArticleQuote& quotation, const OfficialText& official) {
  const NamedSource who{quotation.source_name, quotation.source_country};
  return quotation.attributed &&
         (same_source(who, {official.source_name, official.source_country}) ||
          std::any_of(official.speakers.begin(), official.speakers.end(),
                      [&](const OfficialSpeaker& speaker) {
                        return same_source(who, {speaker.name, speaker.country});
                      }));
}

bool Checker::better(const CheckedQuote& a, const CheckedQuote& b) {
  return a.label != b.label ? a.label < b.label : a.similarity > b.similarity;
}

std::string Checker::language_of(const ArticleQuote& q, const ParsedQuote& parsed) const {
  if (parsed.words >= kLanguageWords) {
    const LanguageGuess guess = detect_language(article_.slice(q.span));
    if (guess.reliable && guess.confidence > 0.9) {
      return guess.code;
    }
  }
  return article_.language;
}

std::vector<MatchWord> Checker::words_of(const Fragment& f, const Document& official) {
  std::vector<MatchWord> out;
  out.reserve(f.tokens.size());
  for (const std::uint32_t t : f.tokens) {
    // A quotation in another language than its article is read in that of the official text.
    const WordId id =
        official.language == article_.language
            ? article_.tokens[t].word
            : words_.intern(article_.slice(article_.tokens[t].span), official.language);
    out.push_back({static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(words_[id].stem_id)});
  }
  return out;
}

NamedSource Checker::speaker_of(const CheckedQuote& q) const {
  const OfficialText& official = *texts_[*q.official]->official;
  for (const OfficialSpeaker& speaker : official.speakers) {
    for (const ByteSpan span : speaker.spans) {
      if (span.overlaps(q.official_span)) {
        return {speaker.name, speaker.country};
      }
    }
  }
  return {official.source_name, official.source_country};
}

bool Checker::given_elsewhere(const NamedSource& article, const NamedSource& who) const {
  const auto is_other = [&](const NamedSource& given) {
    return !given.name.empty() && given.name != who.name && same_source(article, given);
  };
  for (const auto& text : texts_) {
    const OfficialText& official = *text->official;
    if (is_other({official.source_name, official.source_country})) {
      return true;
    }
    for (const OfficialSpeaker& speaker : official.speakers) {
      if (is_other({speaker.name, speaker.country})) {
        return true;
      }
    }
  }
  return false;
}

void Checker::judge_source(CheckedQuote& q) const {
  const NamedSource who = speaker_of(q);
  const NamedSource article{q.quotation.source_name, q.quotation.source_country};
  q.official_source = who.name;
  // What a ministry publishes, it says itself, whoever speaks in it.
  const OfficialText& official = *texts_[*q.official]->official;
  const NamedSource issuer{official.source_name, official.source_country};
  const auto means = [&](const NamedSource& named) {
    return same_source(named, who) || same_source(named, issuer);
  };
  if (article.name.empty() || who.name.empty() || means(article) ||
      means({q.quotation.mention, ""}) || means({q.quotation.alternative, ""})) {
    return;
  }
  const bool other_country =
      !article.country.empty() && !who.country.empty() && article.country != who.country;
  const bool changed = q.label == QuoteLabel::kAlteredInSubstance;
  if (!changed && (given_elsewhere(article, who) || other_country)) {
    q.label = QuoteLabel::kMisattributed;
  }
}

std::string Checker::explained(const CheckedQuote& q) {
  switch (q.label) {
    case QuoteLabel::kVerbatim:
      return "The same words stand in the official text";
    case QuoteLabel::kTrimmed:
      return "Its parts stand in the official text in this order; the article marks what it "
             "leaves out or puts in";
    case QuoteLabel::kAltered:
      return "Words differ from the official text, but no fact does";
    case QuoteLabel::kMisattributed:
      return "The article names " + q.quotation.source_name + ", but the words are those of " +
             q.official_source;
    case QuoteLabel::kNotFound:
      return "No official text says this";
    case QuoteLabel::kAlteredInSubstance:
      break;
  }
  std::string kinds;
  for (const QuoteChange& c : q.changes) {
    if (c.substance && kinds.find(c.kind) == std::string::npos) {
      kinds += (kinds.empty() ? "" : ", ") + c.kind;
    }
  }
  return "The quotation changes the official text in substance: " + kinds;
}

void Checker::finish(const ArticleQuote& quotation, std::optional<CheckedQuote> best,
                     QuoteCheck& out) const {
  CheckedQuote q = best ? std::move(*best) : CheckedQuote{};
  q.quotation = quotation;
  q.article_place = place_of(article_, quotation.span);
  if (q.official) {
    q.official_place = place_of(texts_[*q.official]->official->document, q.official_span);
    judge_source(q);
  }
  std::stable_sort(
      q.changes.begin(), q.changes.end(),
      [](const QuoteChange& a, const QuoteChange& b) { return a.article.begin < b.article.begin; });
  q.explanation = explained(q);
  out.quotes.push_back(std::move(q));
}

static void warn_of_languages(const std::vector<OfficialText>& officials, const Document& article,
                              QuoteCheck& check) {
  for (const OfficialText& official : officials) {
    const std::string& language = official.document.language;
    if (language != article.language) {
      check.warnings.push_back(
          official.document.record.path + ": is in '" + language + "', the article in '" +
          article.language + "'; only quotations in '" + language + "' can be checked against it");
    }
  }
}

}  // namespace parallax::quote_check

namespace parallax {

std::string_view name_of(QuoteLabel label) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "verbatim", "trimmed", "altered", "altered_in_substance", "misattributed", "not_found"};
  return kNames.at(static_cast<std::size_t>(label));
}

std::size_t count_label(const QuoteCheck& check, QuoteLabel label) {
  return static_cast<std::size_t>(
      std::count_if(check.quotes.begin(), check.quotes.end(),
                    [&](const CheckedQuote& q) { return q.label == label; }));
}

Result<QuoteCheck> check_quotes(const std::vector<OfficialText>& officials, const Document& article,
                                const std::vector<ArticleQuote>& quotations, WordTable& words,
                                FactLexicons& tables) {
  QuoteCheck check;
  quote_check::Checker checker(article, words, tables);
  checker.prepare(officials);
  for (const ArticleQuote& quotation : quotations) {
    if (Status status = checker.check(quotation, check); !status) {
      return std::move(status).error();
    }
  }
  quote_check::warn_of_languages(officials, article, check);
  return check;
}

}  // namespace parallax
