/// The method stands in engine/corpus/formulations.hpp. Places are dealt to parts by the hash of
/// their first words, so that a part can be searched alone.

#include "engine/corpus/formulation_search.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/corpus/parallel.hpp"

namespace parallax {
namespace {

using Places = std::vector<std::uint32_t>;
/// Places by a word near each, ascending by word.
using Parted = std::vector<std::pair<std::uint32_t, Places>>;

std::uint64_t mixed(std::uint64_t hash, std::uint32_t word) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ word) * kPrime;
  return hash ^ (hash >> 29U);
}

/// The groups of places by their first words, grown one behind the other.
class Grower {
 public:
  Grower(const WordRow& row, const FormulationOptions& options) : row_(row), options_(options) {}

  std::vector<SharedWords> run(std::size_t part, std::size_t parts) {
    for (SharedWords& seed : seeds(part, parts)) {
      grow(std::move(seed));
    }
    return std::move(found_);
  }

 private:
  /// Distinct documents. Places ascend, so those of one document are neighbours.
  [[nodiscard]] std::size_t documents(const Places& places) const {
    std::size_t count = 0;
    std::uint32_t end = 0;  // of the last document seen
    for (const std::uint32_t place : places) {
      if (place >= end) {
        end = row_.begin[row_.document_of(place) + 1];
        ++count;
      }
    }
    return count;
  }

  [[nodiscard]] bool enough_sources(const Places& places) const {
    if (places.size() < options_.min_sources) {
      return false;
    }
    Places seen;
    for (const std::uint32_t place : places) {
      const std::uint32_t source = row_.source[row_.document_of(place)];
      if (std::find(seen.begin(), seen.end(), source) == seen.end()) {
        seen.push_back(source);
        if (seen.size() >= options_.min_sources) {
          return true;
        }
      }
    }
    return false;
  }

  /// Hash and place of all windows of `min_words` words in one paragraph that fall to the part.
  [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint32_t>> windows(
      std::size_t part, std::size_t parts) const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    const std::uint32_t length = options_.min_words;
    std::uint32_t run = 0;  // words since the last edge
    for (std::size_t end = 0; end < row_.word.size(); ++end) {
      run = row_.word[end] == WordRow::kEdge ? 0 : run + 1;
      if (run < length) {
        continue;
      }
      const std::size_t place = end + 1 - length;
      std::uint64_t hash = 0;
      for (std::size_t i = place; i <= end; ++i) {
        hash = mixed(hash, row_.word[i]);
      }
      if (hash % parts == part) {
        keys.emplace_back(hash, static_cast<std::uint32_t>(place));
      }
    }
    std::sort(keys.begin(), keys.end());
    return keys;
  }

  /// All groups of `min_words` words in enough sources that fall to the part.
  [[nodiscard]] std::vector<SharedWords> seeds(std::size_t part, std::size_t parts) const {
    const auto keys = windows(part, parts);
    std::vector<SharedWords> out;
    for (std::size_t i = 0; i < keys.size();) {
      std::size_t end = i;
      while (end < keys.size() && keys[end].first == keys[i].first) {
        ++end;
      }
      if (end - i >= options_.min_sources) {
        Places places;
        std::transform(keys.begin() + static_cast<std::ptrdiff_t>(i),
                       keys.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(places),
                       [](const auto& key) { return key.second; });
        split_seed(std::move(places), out);
      }
      i = end;
    }
    return out;
  }

  /// Parts places that only their hash has brought together.
  void split_seed(Places places, std::vector<SharedWords>& out) const {
    const std::uint32_t length = options_.min_words;
    while (places.size() >= options_.min_sources) {
      const auto same = [&](std::uint32_t place) {
        return std::equal(row_.word.begin() + places.front(),
                          row_.word.begin() + places.front() + length, row_.word.begin() + place);
      };
      Places alike;
      Places rest;
      for (const std::uint32_t place : places) {
        (same(place) ? alike : rest).push_back(place);
      }
      if (enough_sources(alike)) {
        out.push_back({std::move(alike), length});
      }
      places = std::move(rest);
    }
  }

  /// Places by the word at `offset` from each; those at an edge are left out.
  [[nodiscard]] Parted parted(const Places& places, std::int64_t offset) {
    by_word_.clear();
    for (const std::uint32_t place : places) {
      const std::int64_t at = static_cast<std::int64_t>(place) + offset;
      const bool inside = at >= 0 && at < static_cast<std::int64_t>(row_.word.size());
      if (inside && row_.word[static_cast<std::size_t>(at)] != WordRow::kEdge) {
        by_word_.emplace_back(row_.word[static_cast<std::size_t>(at)], place);
      }
    }
    std::sort(by_word_.begin(), by_word_.end());
    Parted parts;
    for (const auto& [word, place] : by_word_) {
      if (parts.empty() || parts.back().first != word) {
        parts.emplace_back(word, Places());
      }
      parts.back().second.push_back(place);
    }
    return parts;
  }

  /// True if one of the parts has all documents: nothing is lost by the longer wording.
  [[nodiscard]] bool keeps_all(const Parted& parts, std::size_t count) const {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
      return part.second.size() >= count && documents(part.second) == count;
    });
  }

  void grow(SharedWords seed) {
    std::vector<SharedWords> open;
    open.push_back(std::move(seed));
    while (!open.empty()) {
      SharedWords group = std::move(open.back());
      open.pop_back();
      const Parted left = parted(group.places, -1);
      if (left.size() == 1 && left.front().second.size() == group.places.size()) {
        continue;
      }
      Parted right = parted(group.places, group.length);
      const std::size_t count = documents(group.places);
      const bool closed = !keeps_all(left, count) && !keeps_all(right, count);
      for (auto& [next, places] : right) {
        if (enough_sources(places)) {
          open.push_back({std::move(places), group.length + 1});
        }
      }
      if (closed && content(group) >= options_.min_content) {
        group.places.shrink_to_fit();
        found_.push_back(std::move(group));
      }
    }
  }

  [[nodiscard]] std::size_t content(const SharedWords& group) const {
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < group.length; ++i) {
      count += row_.content[row_.word[group.places.front() + i]] ? 1U : 0U;
    }
    return count;
  }

  const WordRow& row_;
  const FormulationOptions& options_;
  std::vector<SharedWords> found_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_word_;
};

}  // namespace

std::vector<SharedWords> find_shared_words(const WordRow& row, const FormulationOptions& options,
                                           std::size_t threads, std::size_t words_per_part) {
  const std::size_t parts = 1 + row.word.size() / words_per_part;
  std::vector<std::vector<SharedWords>> found(parts);
  parallel_for(parts, threads, [&] {
    return [&](std::size_t part) { found[part] = Grower(row, options).run(part, parts); };
  });
  std::vector<SharedWords> all = std::move(found.front());
  for (std::size_t part = 1; part < parts; ++part) {
    std::move(found[part].begin(), found[part].end(), std::back_inserter(all));
    found[part] = {};
  }
  return all;
}

}  // namespace parallax
