/// Titles that name who issues a text: "Statement by X", "X: comment on ...", a letterhead; in
/// languages that put the office first also "X's statement".

#include "engine/sources/title.hpp"

#include <algorithm>
#include <string_view>

#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr std::uint32_t kHeadParagraphs = 5;
constexpr std::uint32_t kTitleTokens = 32;
constexpr std::uint32_t kDateTokens = 9;
constexpr std::uint32_t kDocumentReach = 6;  ///< Where the word for the text stands.
constexpr std::uint32_t kOfficeReach = 8;    ///< How far behind it the office may stand.

bool official(Role role) {
  return role != Role::kMedia && role != Role::kPerson && role != Role::kUnknown;
}

/// "Embassy of Norland in Velland": a place follows.
bool leads_to_place(std::string_view word) {
  static constexpr WordList kIn = {"in", "en", "\xc3\xa0", "au",
                                   "im", "to", "\xd0\xb2", "\xd9\x81\xd9\x8a"};
  return kIn.contains(word);
}

class TitleReader {
 public:
  explicit TitleReader(const Reading& reading) : r_(reading) {}

  [[nodiscard]] DocumentHead read() {
    DocumentHead head;
    std::uint32_t s = 0;
    for (; s < r_.sentences.size() && r_.sentences[s].paragraph < kHeadParagraphs; ++s) {
      line_ = r_.sentences[s].tokens;
      if (date_line(s)) {
        head.sentences.push_back(s);
      } else if (!title_line(s)) {
        break;
      } else if (std::optional<Source> found = head.issuer ? std::nullopt : issuer(); found) {
        head.issuer = std::move(found);
        head.sentences.push_back(s);
      }
    }
    if (s >= r_.sentences.size()) {
      return {};  // nothing but such lines: they are the text
    }
    return head;
  }

 private:
  /// The only sentence of its paragraph.
  [[nodiscard]] bool alone(std::uint32_t s) const {
    const std::uint32_t paragraph = r_.sentences[s].paragraph;
    const bool first = s == 0 || r_.sentences[s - 1].paragraph != paragraph;
    return first && (s + 1 >= r_.sentences.size() || r_.sentences[s + 1].paragraph != paragraph);
  }

  /// "Tarn, 12 March 2026".
  [[nodiscard]] bool date_line(std::uint32_t s) const {
    if (!alone(s) || line_.empty() || line_.size() > kDateTokens) {
      return false;
    }
    bool year = false;
    for (std::uint32_t i = line_.begin; i < line_.end; ++i) {
      const std::string_view word = r_.text(i);
      year = year || (r_.token(i).kind == TokenKind::kNumber && word.size() == 4 &&
                      (word.starts_with("19") || word.starts_with("20")));
      if (!beside_number(i) && speaks(i)) {
        return false;
      }
    }
    return year;
  }

  /// "3 May", "May 3": a month, no verb.
  [[nodiscard]] bool beside_number(std::uint32_t i) const {
    const auto number = [&](std::uint32_t k) { return r_.token(k).kind == TokenKind::kNumber; };
    return (i > line_.begin && number(i - 1)) || (i + 1 < line_.end && number(i + 1));
  }

  /// Is this part of a sentence rather than of a line with place and date?
  [[nodiscard]] bool speaks(std::uint32_t i) const {
    const Frame f = r_.frame(i);
    return r_.tags[i].cue || r_.tags[i].role || f == Frame::kBe || f == Frame::kAuxiliary ||
           r_.quoted(i);
  }

  [[nodiscard]] bool title_line(std::uint32_t s) const {
    if (!alone(s) || line_.empty() || line_.size() > kTitleTokens) {
      return false;
    }
    for (std::uint32_t i = line_.begin; i < line_.end; ++i) {
      if (r_.quoted(i)) {
        return false;
      }
    }
    const std::string_view last = r_.text(line_.end - 1);
    return last != "." && last != "!" && last != "?";
  }

  /// Token behind the word for the text ("statement"); 0 if there is none at the head.
  [[nodiscard]] std::uint32_t behind_document() const {
    const std::uint32_t end = std::min(line_.end, line_.begin + kDocumentReach);
    for (std::uint32_t i = line_.begin; i < end; ++i) {
      if (r_.tags[i].document) {
        return i + r_.tags[i].document.length;
      }
      if (r_.tags[i].role) {
        return 0;
      }
    }
    return 0;
  }

  /// First token from `i` on that names an office or body; the line's end if none.
  [[nodiscard]] std::uint32_t office_from(std::uint32_t i) const {
    while (i < line_.end && !r_.tags[i].role && !r_.tags[i].organisation) {
      if (r_.punctuation(i) && !r_.adjacent(i)) {
        return line_.end;
      }
      ++i;
    }
    return i;
  }

  /// The office's own role where its phrase begins with another word: "press release of the ...".
  [[nodiscard]] Role role_of(const Chunk& chunk, std::uint32_t office) const {
    for (const Role role : {chunk.role, chunk.organisation_role}) {
      if (official(role)) {
        return role;
      }
    }
    const Hit hit = r_.tags[office].role;
    return hit ? r_.lexicon.role_rows[hit.row].role : Role::kUnknown;
  }

  /// "Police warn of floods": a verb of saying.
  [[nodiscard]] bool says(TokenRange range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (r_.tags[i].cue) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::optional<Source> issuer() const {
    const std::uint32_t document = behind_document();
    const std::uint32_t office = office_from(document == 0 ? line_.begin : document);
    const Chunk* chunk = office < line_.end ? r_.chunk_at(office) : nullptr;
    if (chunk == nullptr || (document != 0 && office > document + kOfficeReach)) {
      return std::nullopt;
    }
    const Role role = role_of(*chunk, office);
    if (!official(role)) {
      return std::nullopt;
    }
    std::uint32_t begin = std::max(document, chunk->tokens.begin);
    if (document == 0 && begin != line_.begin) {
      return std::nullopt;
    }
    while (begin < office && leads(begin)) {
      ++begin;
    }
    const std::uint32_t end = name_end(*chunk, office);
    if (document == 0 && (says({begin, end}) || !closes_title(end))) {
      return std::nullopt;
    }
    return source(*chunk, role, {begin, end});
  }

  [[nodiscard]] bool leads(std::uint32_t i) const {
    const Frame f = r_.frame(i);
    return f == Frame::kOf || f == Frame::kArticle || f == Frame::kPreposition ||
           f == Frame::kAgent || r_.punctuation(i);
  }

  /// Behind the office with what it belongs to: "of Norland", "in Velland".
  [[nodiscard]] std::uint32_t name_end(const Chunk& chunk, std::uint32_t office) const {
    if (r_.lexicon.order == WordOrder::kSov) {
      return office + std::max<std::uint32_t>(
                          {1, r_.tags[office].role.length, r_.tags[office].organisation.length});
    }
    std::uint32_t end = chunk.tokens.end;
    while (end + 1 < line_.end) {
      const bool joins = r_.frame(end) == Frame::kOf || leads_to_place(r_.word(end).surface_folded);
      std::uint32_t next = end + 1;
      while (next < line_.end && r_.frame(next) == Frame::kArticle && r_.chunk_of[next] < 0) {
        ++next;
      }
      const Chunk* more = joins && next < line_.end ? r_.chunk_at(next) : nullptr;
      if (more == nullptr) {
        break;
      }
      end = more->tokens.end;
    }
    return std::min(end, line_.end);
  }

  /// A letterhead ends here; behind a colon, or where the office stands first, the word for the
  /// text follows.
  [[nodiscard]] bool closes_title(std::uint32_t end) const {
    const bool colon = end < line_.end && r_.is(end, ":");
    std::uint32_t i = colon ? end + 1 : end;
    if (i >= line_.end) {
      return true;
    }
    const bool office_first = r_.lexicon.order == WordOrder::kSov;
    for (std::uint32_t k = i; k < line_.end && k < i + 4; ++k) {
      if (r_.tags[k].document) {
        return colon || office_first;
      }
    }
    return false;
  }

  [[nodiscard]] Source source(const Chunk& chunk, Role role, TokenRange name) const {
    Source s;
    s.name = std::string(r_.document.slice(r_.span(name)));
    if (r_.lexicon.order == WordOrder::kSov) {  // "Bakanligi'nin": without the case
      for (const std::string_view apostrophe : {"'", "\xe2\x80\x99"}) {
        s.name.resize(std::min(s.name.rfind(apostrophe), s.name.size()));
      }
    }
    s.role = role;
    s.country = std::string(chunk.country);
    for (std::uint32_t i = name.begin; i < name.end && s.country.empty(); ++i) {
      const Chunk* more = r_.chunk_at(i);
      s.country = more == nullptr ? std::string() : std::string(more->country);
    }
    s.gender = chunk.gender;
    s.person = chunk.kind == ChunkKind::kPerson || chunk.kind == ChunkKind::kRole;
    s.mentions.push_back({r_.span(name), Resolution::kIssuer, 0.9});
    return s;
  }

  const Reading& r_;
  TokenRange line_;
};

}  // namespace

DocumentHead read_head(const Reading& reading) {
  return TitleReader(reading).read();
}

}  // namespace parallax
