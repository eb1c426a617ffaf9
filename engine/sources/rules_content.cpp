/// Which candidate owns which words of the sentence.

#include <algorithm>
#include <utility>

#include "engine/sources/sentence_rules.hpp"

namespace parallax {

void SentenceRules::settle() {
  drop_questions();
  take_left();
  take_right();
  merge_relays();
  for (Candidate& c : candidates_) {
    if (c.side != ContentSide::kNone && !c.a.content.empty()) {
      embed(c.a);
      out_.push_back(std::move(c.a));
    }
  }
}

void SentenceRules::embed(Attribution& a) const {
  for (const Candidate& inner : candidates_) {
    if (!inner.a.nested || !inner.own_subject || inner.a.chunk < 0 || inner.right >= end_ ||
        r_.chunks[static_cast<std::size_t>(inner.a.chunk)].kind == ChunkKind::kPronoun ||
        inner.a.row.kind == CueClass::kThink) {
      continue;
    }
    for (const TokenRange content : a.content) {
      if (content.contains(inner.a.cue.front().begin) && content.contains(inner.right)) {
        const bool denied = inner.a.row.kind == CueClass::kDeny && !inner.a.negated;
        // "that, according to Y, ...": the phrase belongs to what is reported.
        const std::uint32_t begin = inner.a.rule == "A7" ? inner.phrase.begin : inner.right;
        a.embedded.push_back({{begin, content.end}, denied});
      }
    }
  }
}

void SentenceRules::drop_questions() {
  const bool answered = std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& c) {
    return c.side != ContentSide::kNone && c.a.subject == Subject::kChunk &&
           c.a.row.kind != CueClass::kAsk;
  });
  for (Candidate& c : candidates_) {
    if (answered && c.a.subject == Subject::kNobody && c.a.row.kind == CueClass::kAsk) {
      c.side = ContentSide::kNone;
    }
  }
}

void SentenceRules::take_left() {
  std::uint32_t region = s_.begin;
  for (std::size_t k = 0; k < candidates_.size(); ++k) {
    Candidate& c = candidates_[k];
    if (c.side != ContentSide::kLeft) {
      continue;
    }
    const std::uint32_t stop = c.phrase.begin;
    std::uint32_t begin = region;
    const bool quote = quote_ends_before(stop);
    if (quote) {
      begin = quoted_region(stop, region);
    } else if (c.a.rule == "A6" && c.participle) {
      begin = passive_region(c, region);
    } else if (region == s_.begin) {
      begin = std::max(after_lead(), behind_dateline(r_, s_));
    }
    add_content(c.a, begin, stop);
    if (c.right < end_ && !(c.a.rule == "A6")) {
      right_part(c, k);
    }
    region = std::max(region, c.phrase.end);
    for (std::size_t j = 0; j < k; ++j) {
      candidates_[j].a.nested = candidates_[j].a.nested || inside(candidates_[j], c);
    }
  }
}

bool SentenceRules::inside(const Candidate& inner, const Candidate& outer) {
  return std::any_of(outer.a.content.begin(), outer.a.content.end(),
                     [&](TokenRange r) { return r.contains(inner.a.cue.front().begin); });
}

std::uint32_t SentenceRules::quoted_region(std::uint32_t stop, std::uint32_t region) const {
  std::uint32_t k = stop - 1;
  while (!r_.quoted(k)) {
    --k;
  }
  const Quotation& q = r_.quotations[static_cast<std::size_t>(r_.quotation_of[k])];
  if (q.outer.begin <= region) {
    return q.outer.begin;
  }
  const bool words_before = has_words(region, q.outer.begin);
  const std::uint32_t mark = q.outer.begin - 1;
  const bool fresh = r_.punctuation(mark) && !r_.quoted(mark) && !closes_bracket(mark);
  return words_before && !fresh ? region : q.outer.begin;
}

bool SentenceRules::has_words(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t k = begin; k < end; ++k) {
    if (!r_.punctuation(k) && r_.frame(k) != Frame::kAnd && r_.frame(k) != Frame::kBut) {
      return true;
    }
  }
  return false;
}

std::uint32_t SentenceRules::passive_region(const Candidate& c, std::uint32_t region) const {
  std::uint32_t begin = c.phrase.begin;
  while (begin > region && !r_.comma(begin - 1) && !r_.is(begin - 1, ";")) {
    --begin;
  }
  return begin;
}

std::uint32_t SentenceRules::after_lead() const {
  std::uint32_t i = s_.begin;
  if (r_.frame(i) == Frame::kAnd || (r_.frame(i) == Frame::kBut && r_.tags[i].frame.length == 1)) {
    ++i;
  }
  return i;
}

void SentenceRules::right_part(Candidate& c, std::size_t k) {
  std::uint32_t i = c.right;
  while (i < end_ && r_.punctuation(i) && !r_.quoted(i)) {
    ++i;
  }
  if (i >= end_) {
    return;
  }
  const bool quote = r_.quoted(i);
  if (c.a.rule == "A1" && !quote) {
    if (!r_.comma(c.right) || next_phrase(k) != 0) {
      return;
    }
    return;
  }
  const std::uint32_t next = next_phrase(k);
  if (quote) {
    add_content(c.a, i, quote_end(i));
    return;
  }
  // German sets no commas: "Die Bruecke bleibt nach Angaben der Bahn sechs Monate gesperrt."
  const bool inside = c.a.rule == "A7" && r_.lexicon.language == "de" && next == 0;
  if ((!r_.comma(c.right) && !inside) || r_.frame(i) == Frame::kBut ||
      (next != 0 && next <= i + 2)) {
    return;
  }
  add_content(c.a, i, next == 0 ? end_ : next);
}

std::uint32_t SentenceRules::next_phrase(std::size_t k) const {
  for (std::size_t j = k + 1; j < candidates_.size(); ++j) {
    if (candidates_[j].side != ContentSide::kNone && candidates_[j].own_subject) {
      return candidates_[j].phrase.begin;
    }
    if (candidates_[j].side != ContentSide::kNone && candidates_[j].participle) {
      return candidates_[j].phrase.begin;
    }
  }
  return 0;
}

std::uint32_t SentenceRules::quote_end(std::uint32_t i) const {
  return r_.quotations[static_cast<std::size_t>(r_.quotation_of[i])].outer.end;
}

void SentenceRules::take_right() {
  std::uint32_t covered = s_.begin;
  for (std::size_t k = 0; k < candidates_.size(); ++k) {
    Candidate& c = candidates_[k];
    if (c.side != ContentSide::kRight || c.a.nested) {
      continue;
    }
    if (c.phrase.begin < covered || claimed_left(c)) {
      c.a.nested = true;
      continue;
    }
    const std::uint32_t end = right_limit(k);
    if (c.right >= end) {
      c.side = ContentSide::kNone;
      continue;
    }
    add_content(c.a, c.right, end);
    covered = end;
  }
  for (Candidate& c : candidates_) {
    if (c.a.nested) {
      c.side = ContentSide::kNone;
    }
  }
}

bool SentenceRules::claimed_left(const Candidate& c) const {
  return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
    return other.side == ContentSide::kLeft && !other.a.nested && inside(c, other);
  });
}

std::uint32_t SentenceRules::end_of_quotation(std::uint32_t right) const {
  std::uint32_t limit = end_;
  if (right < end_) {
    const std::uint32_t q = r_.quoted(right) ? right : opens_quote(right) ? right + 1 : end_;
    limit = q < end_ ? std::max(limit, quote_end(q)) : limit;
  }
  if (end_ > s_.begin && r_.quoted(end_ - 1)) {
    limit = std::max(limit, quote_end(end_ - 1));
  }
  return limit;
}

std::uint32_t SentenceRules::right_limit(std::size_t k) const {
  const Candidate& c = candidates_[k];
  if (c.right >= s_.end) {
    return c.right < r_.size() && r_.quoted(c.right) ? quote_end(c.right) : end_;
  }
  std::uint32_t limit = end_of_quotation(c.right);
  if (c.relative) {
    limit = std::min(limit, clause_end(c.right));
  }
  for (std::uint32_t i = c.right; i < limit; ++i) {
    if (r_.is(i, ";") && !r_.quoted(i)) {
      limit = i;
    }
  }
  for (std::size_t j = k + 1; j < candidates_.size(); ++j) {
    const std::uint32_t cut = break_at(c, candidates_[j]);
    if (cut > c.right) {
      return std::min(limit, cut);
    }
  }
  return limit;
}

std::uint32_t SentenceRules::clause_end(std::uint32_t i) const {
  while (i < end_ && !(r_.comma(i) && !r_.quoted(i))) {
    ++i;
  }
  return i;
}

std::uint32_t SentenceRules::break_at(const Candidate& c, const Candidate& next) const {
  const std::uint32_t b = next.phrase.begin;
  if (next.side == ContentSide::kNone || b <= c.right) {
    return 0;
  }
  const std::uint32_t mark = b - 1;
  const bool comma = r_.comma(mark) || r_.dash(mark) || r_.is(mark, ";");
  if (next.side == ContentSide::kLeft) {
    return comma ? mark : b;
  }
  if (next.participle && !next.own_subject) {
    return comma ? mark : 0;
  }
  const Frame f = r_.frame(mark);
  const bool joint = f == Frame::kAnd || f == Frame::kBut;
  if (!next.own_subject) {
    const bool same = c.a.row.takes == CueTakes::kObject ||
                      (next.a.row.kind == CueClass::kNeutral && !r_.comma(mark));
    return same && joint ? mark : 0;
  }
  return joint ? break_at_joint(mark) : r_.is(mark, ";") ? mark : 0;
}

std::uint32_t SentenceRules::break_at_joint(std::uint32_t mark) const {
  const bool comma_too = mark > s_.begin && (r_.comma(mark - 1) || r_.is(mark - 1, ";"));
  return comma_too ? mark - 1 : r_.frame(mark) == Frame::kBut ? mark : 0;
}

void SentenceRules::add_content(Attribution& a, std::uint32_t begin, std::uint32_t end) const {
  while (begin < end && !r_.quoted(begin) && r_.punctuation(begin) && !opens_bracket(begin)) {
    ++begin;
  }
  while (end > begin && !r_.quoted(end - 1) && r_.punctuation(end - 1) &&
         !closes_bracket(end - 1)) {
    --end;
  }
  if (begin < end) {
    a.content.push_back(with_marks({begin, end}));
  }
}

TokenRange SentenceRules::with_marks(TokenRange content) const {
  const auto quotation = [&](std::uint32_t i) -> const Quotation* {
    const std::int32_t q = i < r_.size() ? r_.quotation_of[i] : -1;
    return q < 0 ? nullptr : &r_.quotations[static_cast<std::size_t>(q)];
  };
  const Quotation* last = quotation(content.end - 1);
  if (last != nullptr && last->outer.begin >= content.begin && last->outer.end > content.end &&
      last->outer.end <= content.end + 2) {
    content.end = last->outer.end;
  }
  const Quotation* first = quotation(content.begin);
  if (first != nullptr && first->outer.end <= content.end && first->outer.begin < content.begin &&
      first->outer.begin + 2 >= content.begin) {
    content.begin = first->outer.begin;
  }
  return content;
}

bool SentenceRules::closes_bracket(std::uint32_t i) const {
  return r_.is(i, ")") || r_.is(i, "]") || r_.is(i, "%");
}

void SentenceRules::merge_relays() {
  for (std::size_t k = 0; k < candidates_.size(); ++k) {
    Candidate& c = candidates_[k];
    if (c.side == ContentSide::kNone || c.a.content.empty() || c.a.chunk < 0) {
      continue;
    }
    if (cites_between(c)) {
      relay(c, citing_.cue.begin, citing_.cue.size(), citing_.whom);
      drop_others(c, citing_.tokens);
      continue;
    }
    std::uint32_t i = c.phrase.end;
    while (i < end_ && (r_.comma(i) || r_.frame(i) == Frame::kDay)) {
      ++i;
    }
    std::uint32_t citing = i < end_ && r_.frame(i) == Frame::kCiting ? i : 0;
    if (c.side == ContentSide::kRight) {
      citing = citing_behind(c);
    }
    if (citing == 0) {
      continue;
    }
    const std::uint32_t length = r_.tags[citing].frame.length;
    const SpeakerPhrase p = speakers_.right_of(citing + length, {s_.begin, end_});
    if (!p.found() || !speakers_.may_be_cited(p.chunk)) {
      continue;
    }
    relay(c, citing, length, p);
    drop_others(c, {citing, end_});
  }
}

SentenceRules::Citing SentenceRules::find_citing() const {
  Citing citing;
  if (r_.lexicon.order == WordOrder::kSov) {
    return citing;  // who is cited stands in front
  }
  for (std::uint32_t i = s_.begin; i < end_; ++i) {
    if (r_.frame(i) != Frame::kCiting || r_.quoted(i)) {
      continue;
    }
    const std::uint32_t begin = i + std::max<std::uint32_t>(1, r_.tags[i].frame.length);
    const SpeakerPhrase whom = speakers_.right_of(begin, {s_.begin, end_});
    if (whom.found() && speakers_.may_be_cited(whom.chunk)) {
      citing.cue = {i, begin};
      citing.whom = whom;
      citing.tokens = {i, whom.tokens.end};
    }
    break;
  }
  return citing;
}

bool SentenceRules::cites_between(const Candidate& c) const {
  if (citing_.tokens.empty() || r_.lexicon.language == "en" ||
      !(speakers_.relays(c.a.chunk) || speakers_.unknown(c.a.chunk))) {
    return false;
  }
  const auto inside = [&](TokenRange content) { return content.contains(citing_.cue.begin); };
  const bool said = std::any_of(c.a.content.begin(), c.a.content.end(), inside);
  const std::uint32_t begin = std::min(c.phrase.begin, citing_.tokens.begin);
  const std::uint32_t end = std::max(c.phrase.end, citing_.tokens.end);
  // Only commas and the phrase of the cue lie between.
  return !said && end - begin <= c.phrase.size() + citing_.tokens.size() + 2;
}

std::uint32_t SentenceRules::citing_behind(const Candidate& c) const {
  const std::uint32_t end = c.a.content.back().end;
  for (std::uint32_t i = c.right; i < end_; ++i) {
    if (r_.frame(i) == Frame::kCiting && !r_.quoted(i) && i > 0 && r_.comma(i - 1) &&
        speakers_.relays(c.a.chunk) && i + 1 >= end) {
      return i;
    }
  }
  return 0;
}

void SentenceRules::relay(Candidate& c, std::uint32_t citing, std::uint32_t length,
                          const SpeakerPhrase& p) {
  c.a.outlet = c.a.chunk;
  c.a.chunk = p.chunk;
  c.a.apposition = p.apposition;
  c.a.mention = p.mention;
  c.a.cue.push_back({citing, citing + length});
  c.a.rule = "A7";
  c.a.confidence = 0.95;
}

void SentenceRules::drop_others(const Candidate& c, TokenRange range) {
  for (Candidate& other : candidates_) {
    if (&other != &c && range.contains(other.a.cue.front().begin)) {
      other.side = ContentSide::kNone;
    }
  }
}

}  // namespace parallax
