/// Words that name a row.

#include "engine/compare/claim_table_builder.hpp"

namespace parallax::claim_rows {

std::string Builder::counted_words(std::size_t node, ByteSpan span) const {
  const Claim& claim = *nodes_[node].placed.claim;
  const Quantity* q = quantity_at(claim, span);
  if (q == nullptr) {
    return "";
  }
  std::string words;
  bool head = false;
  bool event = false;
  for (const Term& term : claim.terms) {
    const bool is_head = !head && !q->head.empty() && term.id == q->head.front();
    const bool is_event = !event && !q->event.empty() && term.id == q->event.front();
    if (is_head || is_event) {
      words +=
          (words.empty() ? "" : " ") + std::string(nodes_[node].placed.document->slice(term.span));
      head = head || is_head;
      event = event || is_event;
    }
  }
  return words;
}

std::string Builder::cluster_title(const std::vector<std::size_t>& cluster) const {
  const std::size_t shortest =
      *std::min_element(cluster.begin(), cluster.end(), [&](std::size_t a, std::size_t b) {
        return nodes_[a].placed.claim->token_count < nodes_[b].placed.claim->token_count;
      });
  return columns_of(cluster).size() < 2 ? opening_words(cluster.front())
                                        : shared_words(cluster, shortest);
}

std::uint32_t Builder::leading_words(const Document& document, const Claim& claim) const {
  std::uint32_t skip = 0;
  if (claim.span.begin == document.sentences[claim.sentence].span.begin) {
    return skip;
  }
  while (skip + 1 < claim.token_count) {
    const Token& token = document.tokens[claim.first_token + skip];
    if (token.kind != TokenKind::kPunctuation && !words_[token.word].stop) {
      return skip;
    }
    ++skip;
  }
  return 0;
}

std::string Builder::opening_words(std::size_t node) const {
  const Document& document = *nodes_[node].placed.document;
  const Claim& claim = *nodes_[node].placed.claim;
  const std::uint32_t skip = leading_words(document, claim);
  const std::uint32_t begin =
      skip == 0 ? claim.span.begin : document.tokens[claim.first_token + skip].span.begin;
  std::size_t words = 0;
  std::uint32_t end = begin;
  for (std::uint32_t i = skip; i < claim.token_count; ++i) {
    const Token& token = document.tokens[claim.first_token + i];
    if (token.kind == TokenKind::kPunctuation) {
      continue;
    }
    if (++words > kTitleWords) {
      return flat(document.slice({begin, end})) + " ...";
    }
    end = token.span.end;
  }
  return flat(document.slice({begin, end}));
}

std::string Builder::shared_words(const std::vector<std::size_t>& cluster, std::size_t node) const {
  std::map<StemId, std::set<std::size_t>> columns;
  for (const std::size_t n : cluster) {
    for (const StemId id : content_ids(*nodes_[n].placed.claim)) {
      columns[id].insert(nodes_[n].column);
    }
  }
  const Claim& claim = *nodes_[node].placed.claim;
  const Document& document = *nodes_[node].placed.document;
  std::vector<const Term*> shared;
  std::set<StemId> seen;
  for (const Term& term : claim.terms) {
    const auto at = columns.find(term.id);
    const bool common = is_content(term) && at != columns.end() && at->second.size() > 1 &&
                        2 * at->second.size() >= columns_of(cluster).size();
    if (common && seen.insert(term.id).second) {
      shared.push_back(&term);
    }
  }
  if (shared.empty()) {
    return opening_words(node);
  }
  const Term& last = *shared.back();
  if (last.token + last.tokens - shared.front()->token <= kSharedTitleWords) {
    return flat(document.slice({shared.front()->span.begin, last.span.end}));
  }
  std::string title;
  for (std::size_t i = 0; i < std::min(shared.size(), kTitleTerms); ++i) {
    title += (title.empty() ? "" : " ") + flat(document.slice(shared[i]->span));
  }
  return title;
}

std::string Builder::flat(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

}  // namespace parallax::claim_rows
