/// Rules A1-A11, A13: which words of a sentence somebody is said to say.
///
/// Every verb of saying gets a speaker (to its left, behind it, or the one before) and a side: the
/// content stands left of it (A1 quotation, A3 cue last, A4 parenthesis) or right of it (A2
/// quotation, A5 clause, A6 stance, A8 object). What stands left wins over what stands right, and
/// the outer cue wins over a cue inside its content. Quotations that no cue claims inherit the
/// speaker before them (A9).

#include <algorithm>
#include <utility>

#include "engine/sources/sentence_rules.hpp"

namespace parallax {

std::uint32_t behind_dateline(const Reading& r, TokenRange sentence) {
  constexpr std::uint32_t kReach = 14;
  bool marks = false;
  const std::uint32_t end = std::min(sentence.end, sentence.begin + kReach);
  for (std::uint32_t i = sentence.begin; i < end; ++i) {
    if (r.quoted(i) || r.cue_of[i] >= 0) {
      break;
    }
    if (r.dash(i) && marks) {
      return i + 1;
    }
    marks = marks || r.comma(i) || r.is(i, "(") || r.token(i).kind == TokenKind::kNumber;
  }
  return sentence.begin;
}

void SentenceRules::apply(std::uint32_t number) {
  number_ = number;
  s_ = r_.sentences[number].tokens;
  end_ = text_end();
  candidates_.clear();
  citing_ = find_citing();
  if (add_back_reference()) {
    return;
  }
  const bool verb_final = r_.lexicon.order == WordOrder::kSov;
  if (verb_final && attribute_verb_final(r_, number, out_)) {
    return;
  }
  const SentenceReading& sentence = r_.sentences[number];
  std::uint32_t next_cue = sentence.cues.begin;
  for (std::uint32_t i = s_.begin; i < s_.end; ++i) {
    if (next_cue < sentence.cues.end && r_.cues[next_cue].tokens.begin == i) {
      if (!verb_final) {
        add_cue(r_.cues[next_cue]);
      }
      i = r_.cues[next_cue].tokens.end - 1;
      ++next_cue;
      continue;
    }
    if (!r_.quoted(i) && r_.cue_of[i] < 0) {
      add_frame(i);
    }
  }
  if (candidates_.empty()) {
    add_opinion();
  }
  add_colon();
  add_signature();
  if (candidates_.empty()) {
    add_reported();
  }
  settle();
}

std::uint32_t SentenceRules::text_end() const {
  std::uint32_t e = s_.end;
  while (e > s_.begin && r_.punctuation(e - 1) && !r_.quoted(e - 1)) {
    --e;
  }
  return e;
}

std::vector<Attribution> attribute_sentences(const Reading& reading) {
  std::vector<Attribution> out;
  out.reserve(reading.cues.size());
  SentenceRules rules(reading, out);
  std::uint32_t turn_end = 0;  // sentences in front of it belong to a turn of an interview
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    if (s < turn_end) {
      continue;
    }
    const std::size_t before = out.size();
    rules.apply(s);
    const auto turn = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                                   [](const Attribution& a) { return a.turn; });
    if (turn == out.end()) {
      continue;
    }
    // What is said inside the turn is the speaker's too.
    Attribution whole = std::move(*turn);
    out.resize(before);
    turn_end = s + 1;
    while (turn_end < reading.sentences.size() &&
           reading.sentences[turn_end].paragraph == reading.sentences[s].paragraph) {
      ++turn_end;
    }
    whole.content = {{whole.content.front().begin, reading.sentences[turn_end - 1].tokens.end}};
    out.push_back(std::move(whole));
  }
  return out;
}

}  // namespace parallax
