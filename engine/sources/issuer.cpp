#include "engine/sources/issuer.hpp"

#include <algorithm>
#include <set>

namespace parallax {
namespace {

constexpr std::uint32_t kHeadParagraphs = 5;  ///< Where letterheads and bylines are looked for.
constexpr std::uint32_t kHeadWords = 16;
constexpr std::uint32_t kDatelineTokens = 14;

bool official(Role role) {
  switch (role) {
    case Role::kMedia:
    case Role::kPerson:
    case Role::kUnknown:
      return false;
    default:
      return true;
  }
}

/// Behind "Luria, Belmar and Norland" where a phrase ends in the first of them.
std::uint32_t end_of_list(const Reading& r, const Chunk& c) {
  const std::uint32_t limit = r.sentences[c.sentence].tokens.end;
  std::uint32_t end = c.tokens.end;
  for (std::uint32_t i = end; i + 1 < limit && (r.comma(i) || r.frame(i) == Frame::kAnd);) {
    const Chunk* next = r.chunk_at(i + 1);
    if (next == nullptr) {
      ++i;
      continue;
    }
    if (next->country.empty() && next->kind != ChunkKind::kName) {
      break;
    }
    i = end = next->tokens.end;
  }
  return end;
}

Source source_of(const Reading& r, const Chunk& c) {
  Source s;
  const std::uint32_t end = end_of_list(r, c);
  if (end > c.tokens.end) {  // several issue it: no one country
    s.name = std::string(r.document.slice(r.span({c.tokens.begin, end})));
    s.role = c.role;
    s.mentions.push_back({r.span({c.tokens.begin, end}), Resolution::kIssuer, 0.9});
    return s;
  }
  s.name = c.body != nullptr ? c.body->name : std::string(r.document.slice(r.span(c.tokens)));
  s.name.resize(std::min(s.name.find('\n'), s.name.size()));  // a letterhead has lines
  s.role = c.role;
  s.country = std::string(c.country);
  s.gender = c.gender;
  s.person = c.kind == ChunkKind::kPerson || c.kind == ChunkKind::kRole;
  s.mentions.push_back({r.span(c.tokens), Resolution::kIssuer, 0.9});
  return s;
}

class IssuerFinder {
 public:
  /// `title` is whom the title names; nullptr if nobody.
  IssuerFinder(const Reading& reading, const std::vector<Attribution>& attributions,
               const Source* title)
      : r_(reading), a_(attributions), title_(title) {}

  [[nodiscard]] Issuer find(const std::optional<Source>& given) const {
    Issuer issuer;
    if (given) {
      issuer.source = *given;
      issuer.named = true;
      issuer.declares = given->role != Role::kMedia && (official(given->role) || speaks_itself());
      if (given->role == Role::kUnknown && !issuer.declares) {
        issuer.source.role = Role::kMedia;
      }
      return issuer;
    }
    if (const Chunk* outlet = outlet_chunk(); outlet != nullptr) {
      issuer.source = source_of(r_, *outlet);
      issuer.source.role = Role::kMedia;
      issuer.named = true;
      return issuer;
    }
    if (title_ != nullptr && !interview() && (few_others() || speaks_itself())) {
      issuer.source = *title_;
      issuer.declares = true;
      issuer.named = true;
      return issuer;
    }
    const Chunk* head = interview() ? nullptr : letterhead();
    if (head != nullptr && (few_others() || speaks_itself())) {
      issuer.source = source_of(r_, *head);
      issuer.declares = true;
      issuer.named = true;
      return issuer;
    }
    issuer.source.name = "the author";
    issuer.source.role = Role::kMedia;
    if (!interview() && speaks_itself() && few_others() &&
        a_.size() <= 1 + r_.sentences.size() / 12) {
      issuer.declares = true;
      issuer.source.name = "the issuer";
      issuer.source.role = Role::kUnknown;
    }
    return issuer;
  }

 private:
  /// Few sentences are attributed to others.
  [[nodiscard]] bool few_others() const {
    std::set<std::uint32_t> sentences;
    for (const Attribution& a : a_) {
      sentences.insert(a.sentence);
    }
    return 4 * sentences.size() <= std::max<std::size_t>(r_.sentences.size(), 4);
  }

  /// "we" outside quotations in at least a tenth of the sentences.
  [[nodiscard]] bool speaks_itself() const {
    std::size_t sentences = 0;
    for (const SentenceReading& s : r_.sentences) {
      for (std::uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
        const Hit hit = r_.tags[i].pronoun;
        if (hit && !r_.quoted(i) && r_.lexicon.pronoun_rows[hit.row].kind == PronounClass::kSelf &&
            r_.token(i).shape != Shape::kUpper) {
          ++sentences;
          break;
        }
      }
    }
    return sentences > 0 && 10 * sentences >= r_.sentences.size();
  }

  /// Questions stand beside the answers: it is who asks that issues the text.
  [[nodiscard]] bool interview() const {
    return std::any_of(r_.sentences.begin(), r_.sentences.end(), [&](const SentenceReading& s) {
      const bool question = !s.tokens.empty() && r_.frame(s.tokens.begin) == Frame::kQuestion;
      return question && r_.is(s.tokens.begin + r_.tags[s.tokens.begin].frame.length - 1, ":");
    });
  }

  /// The outlet of a byline ("By Azernews") or a dateline ("BAKU (Reuters) -").
  [[nodiscard]] const Chunk* outlet_chunk() const {
    for (std::uint32_t s = 0;
         s < r_.sentences.size() && r_.sentences[s].paragraph < kHeadParagraphs; ++s) {
      const SentenceReading& sentence = r_.sentences[s];
      const std::uint32_t end =
          std::min(sentence.tokens.end, sentence.tokens.begin + kDatelineTokens);
      for (std::uint32_t c = sentence.chunks.begin; c < sentence.chunks.end; ++c) {
        const Chunk& chunk = r_.chunks[c];
        if (chunk.tokens.begin >= end || chunk.role != Role::kMedia || chunk.body == nullptr) {
          continue;
        }
        const std::uint32_t b = chunk.tokens.begin;
        const bool bracket =
            b > sentence.tokens.begin && r_.is(b - 1, "(") && r_.is(chunk.tokens.end, ")");
        const bool dash = r_.dash(chunk.tokens.end) && s == sentence_of_body();
        if (bracket || dash || is_byline(r_, s)) {
          return &chunk;
        }
      }
    }
    return nullptr;
  }

  [[nodiscard]] std::uint32_t sentence_of_body() const {
    std::uint32_t s = 0;
    while (s + 1 < r_.sentences.size() && r_.sentences[s].tokens.size() < kHeadWords) {
      ++s;
    }
    return s;
  }

  /// A short first paragraph that names an office or says "statement by ...".
  [[nodiscard]] const Chunk* letterhead() const {
    for (std::uint32_t s = 0;
         s < r_.sentences.size() && r_.sentences[s].paragraph < kHeadParagraphs; ++s) {
      const SentenceReading& sentence = r_.sentences[s];
      if (sentence.tokens.size() > kHeadWords || closed(sentence) || quotes(sentence)) {
        continue;
      }
      const Chunk* office = nullptr;
      bool document = false;
      std::uint32_t chunks = 0;
      for (std::uint32_t c = sentence.chunks.begin; c < sentence.chunks.end; ++c) {
        const Chunk& chunk = r_.chunks[c];
        ++chunks;
        document = document || chunk.kind == ChunkKind::kDocument;
        const bool person = chunk.kind == ChunkKind::kPerson && chunk.role != Role::kPerson;
        const bool office_kind = chunk.kind == ChunkKind::kOrganisation ||
                                 chunk.kind == ChunkKind::kGovernment ||
                                 chunk.kind == ChunkKind::kRole || person;
        const bool several = chunk.kind == ChunkKind::kGroup && document;
        if (office == nullptr && (office_kind || several) && official(chunk.role)) {
          office = &chunk;
        }
      }
      if (office != nullptr && sentence.cues.empty() && (document || chunks <= 2)) {
        return office;
      }
    }
    return nullptr;
  }

  /// A heading with a quotation names whom a text is about.
  [[nodiscard]] bool quotes(const SentenceReading& s) const {
    for (std::uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
      if (r_.quoted(i)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool closed(const SentenceReading& s) const {
    return !s.tokens.empty() && (r_.is(s.tokens.end - 1, ".") || r_.is(s.tokens.end - 1, "?"));
  }

  const Reading& r_;
  const std::vector<Attribution>& a_;
  const Source* title_;
};

}  // namespace

bool is_byline(const Reading& r, std::uint32_t sentence) {
  const SentenceReading& s = r.sentences[sentence];
  if (s.tokens.empty() || s.tokens.size() > kDatelineTokens || s.paragraph >= kHeadParagraphs ||
      r.is(s.tokens.end - 1, ".")) {
    return false;
  }
  for (std::uint32_t i = s.tokens.begin; i + 1 < s.tokens.end; ++i) {
    const Frame f = r.frame(i);
    const bool by = f == Frame::kAgent || f == Frame::kByline;
    if (by && r.capital(i + 1) && (i == s.tokens.begin || r.capital(i))) {
      return true;
    }
  }
  return false;
}

Issuer find_issuer(const Reading& reading, const std::vector<Attribution>& attributions,
                   const std::optional<Source>& given, const DocumentHead& head) {
  return IssuerFinder(reading, attributions, head.issuer ? &*head.issuer : nullptr).find(given);
}

}  // namespace parallax
