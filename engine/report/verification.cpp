#include "engine/report/verification.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/report/phrasing.hpp"
#include "models/base/expects.hpp"

namespace parallax {
namespace {

bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

/// The words of a span; empty where it does not lie in the text.
std::string_view words_at(std::string_view text, ByteSpan span) {
  const bool inside =
      span.end <= text.size() && on_boundary(text, span.begin) && on_boundary(text, span.end);
  return inside ? text.substr(span.begin, span.size()) : std::string_view();
}

VerifiedInput input_of(const RestingText& saved, const CurrentText& now) {
  VerifiedInput input{saved.path, InputState::kSame, saved.sha256, now.sha256, now.reason};
  switch (now.state) {
    case CurrentText::State::kMissing:
      input.state = InputState::kMissing;
      break;
    case CurrentText::State::kNotRead:
      input.state = InputState::kNotRead;
      break;
    case CurrentText::State::kRead:
      if (now.sha256 != saved.sha256) {
        input.state = InputState::kChanged;
        input.note = now.text == saved.text ? "its text is the same" : "";
      } else if (now.text != saved.text) {
        input.state = InputState::kChanged;
        input.note = "the bytes are the same, but the saved text is another";
      }
  }
  return input;
}

void note_other(const char* what, const std::string& saved, const std::string& now,
                Verification& verification) {
  if (saved != now) {
    verification.notes.push_back(std::string(what) + ": made with " +
                                 (saved.empty() ? "none" : one_line(saved)) + ", verified with " +
                                 (now.empty() ? "none" : one_line(now)));
  }
}

/// Findings of `from` beyond those of equal key in `other`, in order.
std::vector<RestingFinding> beyond(const std::vector<RestingFinding>& from,
                                   const std::vector<RestingFinding>& other) {
  std::map<std::string_view, std::size_t> count;
  for (const RestingFinding& f : other) {
    ++count[f.key];
  }
  std::vector<RestingFinding> out;
  for (const RestingFinding& f : from) {
    const auto it = count.find(f.key);
    if (it == count.end() || it->second == 0) {
      out.push_back(f);
    } else {
      --it->second;
    }
  }
  return out;
}

}  // namespace

std::string_view name_of(InputState state) {
  switch (state) {
    case InputState::kSame:
      return "same";
    case InputState::kChanged:
      return "changed";
    case InputState::kMissing:
      return "missing";
    case InputState::kNotRead:
      break;
  }
  return "not_read";
}

bool Verification::holds() const {
  return std::none_of(inputs.begin(), inputs.end(),
                      [](const VerifiedInput& input) {
                        return input.state == InputState::kChanged ||
                               input.state == InputState::kMissing;
                      }) &&
         broken.empty() && gone.empty() && fresh.empty() && not_repeated.empty();
}

Verification verify_texts(const Resting& saved, const std::vector<CurrentText>& now) {
  PARALLAX_EXPECTS(saved.texts.size() == now.size());
  Verification out;
  out.schema = saved.schema;
  out.findings = saved.findings.size();
  for (std::size_t k = 0; k < now.size(); ++k) {
    out.inputs.push_back(input_of(saved.texts[k], now[k]));
  }
  for (const RestingSpan& span : saved.spans) {
    const CurrentText& current = now.at(span.text);
    if (current.state != CurrentText::State::kRead) {
      continue;
    }
    ++out.spans;
    const RestingText& text = saved.texts[span.text];
    const std::string_view before = words_at(text.text, span.span);
    const std::string_view after = words_at(current.text, span.span);
    if (before != after) {
      out.broken.push_back(
          {span.id, text.path, span.span, std::string(before), std::string(after)});
    }
  }
  return out;
}

void verify_findings(const Resting& saved, const Resting& again, Verification& verification) {
  verification.gone = beyond(saved.findings, again.findings);
  verification.fresh = beyond(again.findings, saved.findings);
  note_other("parallax", saved.tool.version, again.tool.version, verification);
  note_other("ICU", saved.tool.icu, again.tool.icu, verification);
  note_other("Unicode", saved.tool.unicode, again.tool.unicode, verification);
  note_other("model", saved.tool.model, again.tool.model, verification);
  note_other("word tables", saved.tool.lexicons, again.tool.lexicons, verification);
}

}  // namespace parallax
