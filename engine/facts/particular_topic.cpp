/// What a claim is about that tells when, where or by whom something came to be.

#include <algorithm>

#include "engine/facts/particular_parts.hpp"

namespace parallax {
namespace {

constexpr std::size_t kLongestTopic = 8;
constexpr std::size_t kLongestFront = 16;

bool personal(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"he", "she", "it", "they"});
}

/// Nouns for a thing that has been named before: "the film", "the company".
bool general_noun(const ClaimContext& c, std::size_t i) {
  return c.is_any(
      i, {"film",      "movie",      "series",       "show",         "sitcom",    "programme",
          "program",   "song",       "single",       "album",        "track",     "record",
          "book",      "novel",      "play",         "opera",        "game",      "band",
          "group",     "duo",        "company",      "firm",         "agency",    "bank",
          "trust",     "charity",    "club",         "team",         "party",     "movement",
          "union",     "alliance",   "institute",    "school",       "college",   "university",
          "museum",    "hospital",   "airport",      "bridge",       "tower",     "building",
          "structure", "stadium",    "palace",       "church",       "castle",    "dam",
          "tunnel",    "canal",      "port",         "railway",      "treaty",    "accord",
          "pact",      "convention", "organisation", "organization", "newspaper", "magazine",
          "channel",   "network",    "city",         "town",         "village",   "province",
          "republic",  "state",      "country",      "island",       "singer",    "actor",
          "actress",   "writer",     "author",       "politician",   "painter",   "musician",
          "composer",  "footballer", "player",       "artist",       "rapper",    "comedian"});
}

/// Where the thing begins that "in 1950" or "distributed by X," stands in front of; `i` if nothing
/// does, and the end of the claim where it cannot be told.
std::size_t behind_front(const ClaimContext& c, const Claim& claim, std::size_t i) {
  std::size_t length = 0;
  const bool participle =
      particular_at(c, claim, i, length) != nullptr ||
      (c.folded(i).ends_with("ed") && c.is_any(i + 1, {"by", "in", "on", "at"}));
  if (!preposition(c, i) && !participle) {
    return i;
  }
  if (const DateMention* date = date_at(c, claim, i + 1); date != nullptr && !participle) {
    const std::size_t behind = date->last_token + 1 - c.first_token;
    return c.is(behind, ",") ? behind + 1 : behind;
  }
  const std::size_t last = std::min(c.size(), i + kLongestFront);
  std::size_t comma = c.size();
  for (std::size_t k = i + 1; k < last; ++k) {
    if (c.is(k, ",") && !(k > 0 && c.taken[k]) && !preposition(c, k + 1)) {
      comma = k;
      break;
    }
  }
  return std::min(c.size(), comma + 1);
}

/// Walks over the words of the topic; false where it is none.
class TopicReader {
 public:
  TopicReader(const ClaimContext& c, const Claim& claim, ParticularTopic& topic)
      : c_(c), claim_(claim), topic_(topic) {}

  bool read() {
    std::size_t i = topic_.begin;
    for (; i < c_.size() && !ends(i); ++i) {
      if (c_.is_any(i, {"and", "or", "nor", "'s", "no", "not", "there", "if", "when"}) ||
          c_.folded(i).ends_with("'s") || topic_.name.size() > kLongestTopic) {
        return false;
      }
      take(i);
    }
    topic_.end = i;
    return !topic_.name.empty() && finish();
  }

 private:
  bool ends(std::size_t i) const {
    std::size_t length = 0;
    if (auxiliary(c_, i) || relative(c_, i) || c_.taken[i] ||
        (preposition(c_, i) && (!c_.is(i, "of") || topic_.name.empty()))) {
      return true;
    }
    if (c_.punctuation(i)) {
      return !c_.is_any(i, {"\"", "'", "\xe2\x80\x9c", "\xe2\x80\x9d", "-", "\xe2\x80\x93"}) ||
             (i > 0 && c_.is(i, "\xe2\x80\x93"));
    }
    const Term* term = term_at(c_, claim_, i);
    const bool lower = !capital(c_, i) || i == topic_.begin;
    // "the film": a noun, whatever it is elsewhere
    const bool verb = term != nullptr && term->verb && !topic_.name.empty();
    return lower && i > topic_.begin && !c_.has(i - 1, FunctionClass::kArticle) &&
           (verb || (particular_at(c_, claim_, i, length) != nullptr && !general_noun(c_, i)) ||
            adverb(c_, i));
  }

  void take(std::size_t i) {
    if (c_.has(i, FunctionClass::kArticle) || c_.is_any(i, {"this", "that", "its"})) {
      definite_ = definite_ || !c_.is_any(i, {"a", "an"});
      return;
    }
    if (c_.punctuation(i) || c_.is_any(i, {"his", "her", "their", "our", "of"})) {
      of_ = of_ || c_.is(i, "of");
      return;
    }
    topic_.name.push_back(document_token(c_, i));
  }

  /// "The song Blue Harbour": the name alone; "the president of Norland": all of it.
  bool finish() {
    const auto local = [&](std::uint32_t token) { return token - c_.first_token; };
    const std::uint32_t first = local(topic_.name.front());
    if (topic_.name.size() == 1 && personal(c_, first)) {
      topic_.anaphor = true;
      return true;
    }
    const auto named = [&](std::uint32_t t) { return capital(c_, local(t)) && local(t) > 0; };
    if (!of_ && named(topic_.name.back())) {
      const auto lower = std::find_if(topic_.name.rbegin(), topic_.name.rend(),
                                      [&](std::uint32_t t) { return !capital(c_, local(t)); });
      topic_.name.erase(topic_.name.begin(), lower.base());
    }
    topic_.anaphor =
        topic_.name.size() == 1 && definite_ && !capital(c_, first) && general_noun(c_, first);
    return !topic_.name.empty();
  }

  const ClaimContext& c_;
  const Claim& claim_;
  ParticularTopic& topic_;
  bool definite_ = false;
  bool of_ = false;
};

}  // namespace

bool auxiliary(const ClaimContext& c, std::size_t i) {
  return copula(c, i) || c.is_any(i, {"has",   "have", "had",   "been",  "being",  "be",     "will",
                                      "would", "may",  "might", "could", "can",    "should", "must",
                                      "shall", "did",  "does",  "do",    "became", "becomes"});
}

bool adverb(const ClaimContext& c, std::size_t i) {
  return c.is_any(i,
                  {"also", "first", "originally", "later", "then", "jointly", "officially",
                   "formally", "finally", "only", "once", "again", "since", "already", "both"}) ||
         (c.folded(i).size() > 4 && c.folded(i).ends_with("ly") && !capital(c, i));
}

const DateMention* date_at(const ClaimContext& c, const Claim& claim, std::size_t i) {
  const std::uint32_t token = document_token(c, i);
  const auto it = std::find_if(claim.dates.begin(), claim.dates.end(), [&](const DateMention& d) {
    return d.first_token <= token && token <= d.last_token;
  });
  return it == claim.dates.end() ? nullptr : &*it;
}

const std::vector<std::string>* particular_at(const ClaimContext& c, const Claim& claim,
                                              std::size_t i, std::size_t& length) {
  if (i >= c.size()) {
    return nullptr;
  }
  const auto* row = c.look_up(c.lexicon.particular, i, length);
  // "wrote" reports what somebody says, too
  const bool framed = row != nullptr && row->back() != "writer" && in_frame(c, claim, i);
  return row == nullptr || c.taken[i] || framed ? nullptr : row;
}

std::optional<ParticularTopic> find_topic(const ClaimContext& c, const Claim& claim) {
  ParticularTopic topic;
  topic.fronted = behind_frame(c, claim);
  for (std::size_t i = 0, length = 0; i < topic.fronted; ++i) {
    if (particular_at(c, claim, i, length) != nullptr) {
      topic.fronted = 0;
    }
  }
  if (topic.fronted >= c.size()) {
    return std::nullopt;
  }
  topic.begin = behind_front(c, claim, topic.fronted);
  if (topic.begin >= c.size() || !TopicReader{c, claim, topic}.read()) {
    return std::nullopt;
  }
  return topic;
}

}  // namespace parallax
