/// Work is cut into tasks: one tile of rows against one run of queries. A thread indexes the tile
/// unless it just did, and takes the next task when it is done. What the tasks find goes to
/// shortlists (top k) or pair lists (thresholds) whose final content does not depend on the order.

#include "models/vector/neighbours.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "models/base/expects.hpp"
#include "models/vector/neighbour_kernels.hpp"
#include "models/vector/neighbour_tiles.hpp"

namespace parallax {
namespace {

using kernels::Kernels;
using kernels::kGroup;
using kernels::kTileRows;
using kernels::QueryTerms;

constexpr std::size_t kTaskQueries = 16384;
constexpr std::size_t kBoundaries = 32;
/// Below every product of two weights: what passes it shares a term.
constexpr float kAboveZero = 1e-30F;
constexpr double kLargestNorm = 1.001;
/// Queries without a full shortlist look at few rows at a time, so that their limit rises early.
constexpr std::size_t kFirstRows = 256;

void check_rows(const RowsView& rows) {
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::int32_t previous = -1;
    double squares = 0.0;
    for (auto p = static_cast<std::size_t>(rows.offsets[r]);
         p < static_cast<std::size_t>(rows.offsets[r + 1]); ++p) {
      PARALLAX_EXPECTS(rows.terms[p] > previous);
      previous = rows.terms[p];
      const auto w = static_cast<double>(rows.weights[p]);
      PARALLAX_EXPECTS(w >= 0.0);
      squares += w * w;
    }
    PARALLAX_EXPECTS(squares <= kLargestNorm * kLargestNorm);
  }
}

/// The score of the contract: products in ascending order of terms, in double.
double exact_score(const RowsView& a, std::size_t i, const RowsView& b, std::size_t j) {
  auto p = static_cast<std::size_t>(a.offsets[i]);
  auto q = static_cast<std::size_t>(b.offsets[j]);
  const auto p_end = static_cast<std::size_t>(a.offsets[i + 1]);
  const auto q_end = static_cast<std::size_t>(b.offsets[j + 1]);
  double sum = 0.0;
  while (p < p_end && q < q_end) {
    const std::int32_t x = a.terms[p];
    const std::int32_t y = b.terms[q];
    if (x == y) {
      sum += static_cast<double>(a.weights[p]) * static_cast<double>(b.weights[q]);
    }
    p += x <= y ? 1U : 0U;
    q += y <= x ? 1U : 0U;
  }
  return std::min(sum, 1.0);
}

/// How far a float sum of this row with any other can be from the exact score: a pair shares at
/// most as many terms as the row has, and each adds at most one rounding of a sum below 1.01.
float margin_of(const RowsView& rows, std::size_t r) {
  const auto terms = static_cast<double>(rows.offsets[r + 1] - rows.offsets[r]);
  return static_cast<float>((terms + 4.0) * 0x1p-24 * 1.01);
}

/// Least float sum of a candidate whose exact score may be `score`; never lets scores of 0 through.
float float_limit(double score, float margin) {
  return score > 0.0 ? std::max(kAboveZero, static_cast<float>(score) - 2.0F * margin) : kAboveZero;
}

/// Runs `work(task, thread)` for every task on several threads; the first exception is passed on.
template <class Work>
void run_tasks(std::size_t tasks, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto loop = [&](unsigned thread) {
    try {
      for (std::size_t t = next++; t < tasks; t = next++) {
        work(t, thread);
      }
    } catch (...) {
      next = tasks;
      const std::lock_guard<std::mutex> lock(failure_mutex);
      failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) {
      others.emplace_back(loop, i);
    }
    loop(0);
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

/// One search: what is compared with what, and how.
struct Search {
  RowsView queries, rows;
  const NeighbourOptions& options;
  bool within = false;  ///< Queries and rows are one collection.

  [[nodiscard]] bool allowed(std::size_t query, std::size_t row) const {
    if (!options.row_groups.empty()) {
      const auto groups = within ? options.row_groups : options.query_groups;
      if (groups[query] == options.row_groups[row]) {
        return false;
      }
    }
    const std::uint32_t base = within ? options.first_row : options.first_query;
    return !options.allow || options.allow(base + static_cast<std::uint32_t>(query),
                                           options.first_row + static_cast<std::uint32_t>(row));
  }
};

struct Task {
  std::size_t first_row, last_row, first_query, last_query;
};

/// Tile by tile from the last; within one collection only queries up to the tile's end, starting
/// with the tile itself, so that its rows have limits when others are compared with them.
std::vector<Task> tasks_of(const Search& search) {
  std::vector<Task> tasks;
  const std::size_t n = search.rows.size();
  for (std::size_t t = (n + kTileRows - 1) / kTileRows; t-- > 0;) {
    const std::size_t first = t * kTileRows;
    const std::size_t last = std::min(n, first + kTileRows);
    if (search.within) {
      tasks.push_back({first, last, first, last});
    }
    const std::size_t end = search.within ? first : search.queries.size();
    for (std::size_t q = 0; q < end; q += kTaskQueries) {
      tasks.push_back({first, last, q, std::min(end, q + kTaskQueries)});
    }
  }
  return tasks;
}

TermRanks ranks_of(const Search& search) {
  return search.within ? TermRanks(search.rows) : TermRanks(search.queries, search.rows);
}

struct Candidate {
  float sum = 0.0F;
  std::uint32_t row = 0;
};

/// Holds a list for one thread; free if there is no other.
class Locked {
 public:
  explicit Locked(std::atomic_flag* flag) : flag_(flag) {
    while (flag_ != nullptr && flag_->test_and_set(std::memory_order_acquire)) {
      std::this_thread::yield();
    }
  }
  ~Locked() {
    if (flag_ != nullptr) {
      flag_->clear(std::memory_order_release);
    }
  }
  Locked(const Locked&) = delete;
  Locked& operator=(const Locked&) = delete;
  Locked(Locked&&) = delete;
  Locked& operator=(Locked&&) = delete;

 private:
  std::atomic_flag* flag_;
};

/// The best candidates of every query so far. A list has room for more than k; when it is full, it
/// is cut down to those that may still be among the k best.
class Shortlists {
 public:
  Shortlists(const Search& search, std::size_t k)
      : search_(search),
        k_(k),
        room_(std::max(2 * k, k + 8)),
        sizes_(search.queries.size(), 0),
        limits_(std::make_unique<std::atomic<float>[]>(search.queries.size())),
        locks_(std::make_unique<std::atomic_flag[]>(search.queries.size())),
        blocks_((search.queries.size() + kTaskQueries - 1) / kTaskQueries) {
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      blocks_[b].resize(std::min(kTaskQueries, sizes_.size() - b * kTaskQueries) * room_);
    }
    for (std::size_t q = 0; q < sizes_.size(); ++q) {
      limits_[q] = float_limit(search.options.min_score, margin_of(search.queries, q));
    }
  }

  /// Sums below it need not be offered.
  [[nodiscard]] float limit(std::size_t q) const {
    return limits_[q].load(std::memory_order_relaxed);
  }
  /// True once the list was cut for the first time.
  [[nodiscard]] bool settled(std::size_t q) const { return limit(q) > kAboveZero; }

  void offer(std::size_t q, std::size_t row, float sum) {
    if (sum < limit(q) || !search_.allowed(q, row)) {
      return;
    }
    const Locked lock(search_.options.threads > 1 ? &locks_[q] : nullptr);
    Candidate* list = list_of(q);
    list[sizes_[q]++] = {sum, static_cast<std::uint32_t>(row)};
    if (sizes_[q] == room_) {
      cut(q, list);
    }
  }

  /// The k best of a query in order. To be called once all is offered.
  [[nodiscard]] std::size_t finish(std::size_t q, std::vector<Neighbour>& out) {
    Candidate* list = list_of(q);
    drop_hopeless(q, list);
    rank_exactly(q, list, out);
    const double least = search_.options.min_score;
    while (!out.empty() && (out.back().score < least || out.back().score <= 0.0)) {
      out.pop_back();
    }
    out.resize(std::min(out.size(), k_));
    return out.size();
  }

  /// Frees the lists of a block of kTaskQueries queries.
  void release(std::size_t block) { std::vector<Candidate>().swap(blocks_[block]); }

 private:
  [[nodiscard]] Candidate* list_of(std::size_t q) {
    return blocks_[q / kTaskQueries].data() + q % kTaskQueries * room_;
  }

  void rank_exactly(std::size_t q, const Candidate* list, std::vector<Neighbour>& out) const {
    out.clear();
    for (std::size_t i = 0; i < sizes_[q]; ++i) {
      out.push_back({list[i].row, exact_score(search_.queries, q, search_.rows, list[i].row)});
    }
    std::sort(out.begin(), out.end(),
              [](const Neighbour& a, const Neighbour& b) { return nearer(a, b); });
  }

  /// A row of the exact k best has at least the k-th best float sum less two margins.
  void drop_hopeless(std::size_t q, Candidate* list) {
    if (sizes_[q] < k_) {
      return;
    }
    const auto larger = [](const Candidate& a, const Candidate& b) { return a.sum > b.sum; };
    std::nth_element(list, list + (k_ - 1), list + sizes_[q], larger);
    const float margin = margin_of(search_.queries, q);
    const float least = std::min(list[k_ - 1].sum - margin, 1.0F) - margin;
    if (least > limit(q)) {
      limits_[q].store(least, std::memory_order_relaxed);
    }
    const Candidate* end =
        std::remove_if(list, list + sizes_[q], [&](const Candidate& c) { return c.sum < least; });
    sizes_[q] = static_cast<std::uint32_t>(end - list);
  }

  void cut(std::size_t q, Candidate* list) {
    drop_hopeless(q, list);
    if (sizes_[q] + k_ / 2 < room_) {
      return;
    }
    // Too many are too close to each other for floats: keep exactly the k best.
    std::vector<Neighbour> ranked;
    rank_exactly(q, list, ranked);
    for (std::size_t i = 0; i < k_; ++i) {
      list[i] = {static_cast<float>(ranked[i].score), ranked[i].row};
    }
    sizes_[q] = static_cast<std::uint32_t>(k_);
  }

  const Search& search_;
  std::size_t k_;
  std::size_t room_;
  std::vector<std::uint32_t> sizes_;
  std::unique_ptr<std::atomic<float>[]> limits_;
  std::unique_ptr<std::atomic_flag[]> locks_;
  std::vector<std::vector<Candidate>> blocks_;  ///< Lists of kTaskQueries queries each.
};

/// What a thread keeps between tasks.
struct Workspace {
  explicit Workspace(std::size_t terms, std::size_t first_dense)
      : tile(terms, first_dense),
        sums(kGroup * kTileRows, 0.0F),
        group_weights((terms - first_dense) * kGroup, 0.0F),
        limits(kTileRows, 0.0F),
        hits(kTileRows) {}
  Tile tile;
  std::vector<float> sums, group_weights, limits;
  std::vector<std::uint16_t> hits;
};

/// Top k of a task's queries within its tile.
class TopK {
 public:
  TopK(const Search& search, Shortlists& lists)
      : search_(search),
        lists_(lists),
        kernels_(kernels::choose(search.options.at_most)),
        terms_(ranks_of(search)),
        first_dense_(terms_.size() - terms_.count_above(kernels_.dense_share)),
        rows_(search.rows, terms_) {
    if (!search.within) {
      own_queries_.emplace_back(search.queries, terms_);
    }
  }

  [[nodiscard]] Workspace workspace() const { return Workspace(terms_.size(), first_dense_); }

  void run(const Task& task, Workspace& w) {
    if (w.tile.first() != task.first_row || w.tile.last() != task.last_row) {
      w.tile.build(rows_, task.first_row, task.last_row);
    }
    const bool own = search_.within && task.first_query == task.first_row;
    const bool both = search_.within && !own;
    // Places behind the last row keep a limit that nothing reaches.
    std::fill(w.limits.begin(), w.limits.end(), std::numeric_limits<float>::infinity());
    for (std::size_t r = task.first_row; both && r < task.last_row; ++r) {
      w.limits[r - task.first_row] = lists_.limit(r);
    }
    const std::size_t step = first_dense_ < terms_.size() ? kGroup : 1;
    for (std::size_t q = task.first_query; q < task.last_query; q += step) {
      const std::size_t count = std::min(step, task.last_query - q);
      add_up(q, count, w);
      for (std::size_t g = 0; g < count; ++g) {
        const float* sums = w.sums.data() + g * kTileRows;
        if (both) {
          collect_both(q + g, sums, w);
        } else {
          collect_one(q + g, sums, w);
        }
      }
    }
  }

 private:
  /// Sums of the queries [q, q + count) with all rows of the tile.
  void add_up(std::size_t q, std::size_t count, Workspace& w) const {
    const RankedRows& queries = own_queries_.empty() ? rows_ : own_queries_.front();
    const bool dense = first_dense_ < terms_.size();
    if (!dense) {
      std::fill_n(w.sums.begin(), w.tile.padded(), 0.0F);
      kernels_.scatter(w.sums.data(), w.tile.lists(), queries.row(q));
      return;
    }
    std::fill(w.group_weights.begin(), w.group_weights.end(), 0.0F);
    std::array<QueryTerms, kGroup> rare;
    for (std::size_t g = 0; g < count; ++g) {
      rare[g] = queries.row(q + g);
      while (rare[g].count > 0 && rare[g].terms[rare[g].count - 1] >= first_dense_) {
        const std::size_t last = --rare[g].count;
        w.group_weights[(rare[g].terms[last] - first_dense_) * kGroup + g] = rare[g].weights[last];
      }
    }
    kernels_.dense(w.sums.data(), w.tile.columns(), w.group_weights.data(), w.tile.padded());
    for (std::size_t g = 0; g < count; ++g) {
      kernels_.scatter(w.sums.data() + g * kTileRows, w.tile.lists(), rare[g]);
    }
  }

  /// Rows to look at in one go, from `at` on.
  [[nodiscard]] std::size_t stretch(std::size_t q, std::size_t at, std::size_t end) const {
    return lists_.settled(q) ? end - at : std::min(kFirstRows, end - at);
  }

  void collect_one(std::size_t q, const float* sums, Workspace& w) {
    const std::size_t end = w.tile.padded();
    for (std::size_t at = 0; at < end;) {
      const std::size_t n = stretch(q, at, end);
      const std::size_t count = kernels_.scan(sums + at, lists_.limit(q), n, w.hits.data());
      for (std::size_t h = 0; h < count; ++h) {
        const std::size_t r = at + w.hits[h];
        if (!search_.within || w.tile.first() + r != q) {
          lists_.offer(q, w.tile.first() + r, sums[r]);
        }
      }
      at += n;
    }
  }

  void collect_both(std::size_t q, const float* sums, Workspace& w) {
    const std::size_t end = w.tile.padded();
    for (std::size_t at = 0; at < end;) {
      const std::size_t n = stretch(q, at, end);
      const std::size_t count =
          kernels_.scan_both(sums + at, w.limits.data() + at, lists_.limit(q), n, w.hits.data());
      for (std::size_t h = 0; h < count; ++h) {
        const std::size_t r = at + w.hits[h];
        const std::size_t row = w.tile.first() + r;
        lists_.offer(q, row, sums[r]);
        if (sums[r] >= w.limits[r]) {
          lists_.offer(row, q, sums[r]);
          w.limits[r] = lists_.limit(row);
        }
      }
      at += n;
    }
  }

  const Search& search_;
  Shortlists& lists_;
  const Kernels& kernels_;
  TermRanks terms_;
  std::size_t first_dense_;
  RankedRows rows_;
  std::vector<RankedRows> own_queries_;  ///< Empty within one collection.
};

/// Puts the shortlists in order and into one result.
NeighbourLists finish_lists(const Search& search, Shortlists& lists) {
  const std::size_t n = search.queries.size();
  const std::size_t tasks = (n + kTaskQueries - 1) / kTaskQueries;
  std::vector<std::vector<Neighbour>> parts(tasks);
  NeighbourLists result;
  result.offsets.assign(n + 1, 0);
  run_tasks(tasks, search.options.threads, [&](std::size_t t, unsigned) {
    std::vector<Neighbour> list;
    for (std::size_t q = t * kTaskQueries; q < std::min(n, (t + 1) * kTaskQueries); ++q) {
      result.offsets[q + 1] = lists.finish(q, list);
      for (const Neighbour& found : list) {
        parts[t].push_back({found.row + search.options.first_row, found.score});
      }
    }
    lists.release(t);
  });
  for (std::size_t q = 0; q < n; ++q) {
    result.offsets[q + 1] += result.offsets[q];
  }
  result.items.reserve(result.offsets.back());
  for (std::vector<Neighbour>& part : parts) {
    result.items.insert(result.items.end(), part.begin(), part.end());
    std::vector<Neighbour>().swap(part);
  }
  return result;
}

void check_search(const Search& search) {
  const NeighbourOptions& options = search.options;
  PARALLAX_EXPECTS(options.threads >= 1 && options.min_score >= 0.0 && options.min_score <= 1.0);
  check_rows(search.rows);
  PARALLAX_EXPECTS(options.row_groups.empty() || options.row_groups.size() == search.rows.size());
  if (!search.within) {
    check_rows(search.queries);
    PARALLAX_EXPECTS(options.row_groups.empty() == options.query_groups.empty());
    PARALLAX_EXPECTS(options.query_groups.empty() ||
                     options.query_groups.size() == search.queries.size());
  }
}

NeighbourLists top_k(const Search& search) {
  check_search(search);
  PARALLAX_EXPECTS(search.options.k >= 1);
  Shortlists lists(search,
                   std::min(search.options.k, std::max<std::size_t>(1, search.rows.size())));
  {
    TopK work(search, lists);
    const std::vector<Task> tasks = tasks_of(search);
    std::vector<std::unique_ptr<Workspace>> spaces(search.options.threads);
    run_tasks(tasks.size(), search.options.threads, [&](std::size_t t, unsigned thread) {
      if (!spaces[thread]) {
        spaces[thread] = std::make_unique<Workspace>(work.workspace());
      }
      work.run(tasks[t], *spaces[thread]);
    });
  }
  return finish_lists(search, lists);
}

/// All pairs of a task with at least the least score.
class Join {
 public:
  explicit Join(const Search& search)
      : search_(search),
        kernels_(kernels::choose(search.options.at_most)),
        terms_(ranks_of(search)),
        boundaries_(terms_.boundaries(kBoundaries)),
        rows_(search.rows, terms_) {
    if (!search.within) {
      own_queries_.emplace_back(search.queries, terms_);
    }
  }

  struct Space {
    explicit Space(std::size_t terms) : work(terms, terms), query(terms, 0.0F) {}
    Workspace work;
    std::vector<float> query;  ///< Weights of one query by rank.
    std::vector<ScoredPair> pairs;
  };
  [[nodiscard]] Space space() const { return Space(terms_.size()); }

  void run(const Task& task, Space& s) const {
    Tile& tile = s.work.tile;
    if (tile.first() != task.first_row || tile.last() != task.last_row) {
      tile.build(rows_, task.first_row, task.last_row);
      tile.build_norms(rows_, boundaries_);
    }
    const RankedRows& queries = own_queries_.empty() ? rows_ : own_queries_.front();
    for (std::size_t q = task.first_query; q < task.last_query; ++q) {
      join(q, queries.row(q), s);
    }
  }

 private:
  /// How many of the rarest terms a query must add so that the rest alone cannot reach the limit.
  struct Prefix {
    std::size_t terms = 0;
    std::size_t boundary = 0;  ///< Largest boundary not above the first term that is left out.
    float rest = 0.0F;         ///< Norm of what is left out.
  };
  [[nodiscard]] Prefix prefix_of(const QueryTerms& query, const Tile& tile, float limit) const {
    Prefix best{query.count, boundaries_.size() - 1, 0.0F};
    double squares = 0.0;
    for (std::size_t p = query.count; p-- > 0;) {
      const auto w = static_cast<double>(query.weights[p]);
      squares += w * w;
      const float rest = static_cast<float>(std::sqrt(squares)) * 1.000001F;
      const auto above = std::upper_bound(boundaries_.begin(), boundaries_.end(), query.terms[p]);
      const auto boundary = static_cast<std::size_t>(above - boundaries_.begin()) - 1;
      if (rest * tile.largest_norm(boundary) >= limit) {
        break;
      }
      best = {p, boundary, rest};
    }
    return best;
  }

  void join(std::size_t q, const QueryTerms& query, Space& s) const {
    if (query.count == 0) {
      return;
    }
    const Tile& tile = s.work.tile;
    const float margin = margin_of(search_.queries, q);
    const float limit = float_limit(search_.options.min_score, margin);
    const Prefix prefix = prefix_of(query, tile, limit);
    if (prefix.terms == 0) {
      return;
    }
    float* sums = s.work.sums.data();
    std::fill_n(sums, tile.padded(), 0.0F);
    kernels_.scatter(sums, tile.lists(), {query.terms, query.weights, prefix.terms});
    const std::array<float, 2> rest_and_limit = {prefix.rest, limit};
    const std::size_t count =
        kernels_.scan_bound(sums, tile.norms(prefix.boundary), rest_and_limit.data(), tile.padded(),
                            s.work.hits.data());
    if (count > 0) {
      verify({query, prefix.terms, limit, q}, count, s);
    }
  }

  struct Probe {
    QueryTerms query;
    std::size_t prefix = 0;
    float limit = 0.0F;
    std::size_t number = 0;
  };
  /// Completes the sums of the rows found, then scores exactly those that still reach the limit.
  void verify(const Probe& probe, std::size_t count, Space& s) const {
    const QueryTerms& query = probe.query;
    for (std::size_t i = probe.prefix; i < query.count; ++i) {
      s.query[query.terms[i]] = query.weights[i];
    }
    const std::uint32_t first_rest =
        probe.prefix < query.count ? query.terms[probe.prefix] : TermRanks::kNone;
    const std::size_t first = s.work.tile.first();
    for (std::size_t h = 0; h < count; ++h) {
      const std::size_t row = first + s.work.hits[h];
      if (row >= s.work.tile.last() || (search_.within && row <= probe.number)) {
        continue;
      }
      float sum = s.work.sums[s.work.hits[h]];
      for (std::size_t p = rows_.offsets[row + 1];
           p > rows_.offsets[row] && rows_.ranks[p - 1] >= first_rest; --p) {
        sum += s.query[rows_.ranks[p - 1]] * rows_.weights[p - 1];
      }
      if (sum >= probe.limit) {
        emit(probe.number, row, s.pairs);
      }
    }
    for (std::size_t i = probe.prefix; i < query.count; ++i) {
      s.query[query.terms[i]] = 0.0F;
    }
  }

  void emit(std::size_t q, std::size_t row, std::vector<ScoredPair>& pairs) const {
    const double score = exact_score(search_.queries, q, search_.rows, row);
    if (score >= search_.options.min_score && search_.allowed(q, row)) {
      const NeighbourOptions& options = search_.options;
      const std::uint32_t base = search_.within ? options.first_row : options.first_query;
      pairs.push_back({base + static_cast<std::uint32_t>(q),
                       options.first_row + static_cast<std::uint32_t>(row), score});
    }
  }

  const Search& search_;
  const Kernels& kernels_;
  TermRanks terms_;
  std::vector<std::uint32_t> boundaries_;
  RankedRows rows_;
  std::vector<RankedRows> own_queries_;
};

std::vector<ScoredPair> join(const Search& search) {
  check_search(search);
  PARALLAX_EXPECTS(search.options.min_score > 0.0);
  const Join work(search);
  const std::vector<Task> tasks = tasks_of(search);
  std::vector<std::unique_ptr<Join::Space>> spaces(search.options.threads);
  run_tasks(tasks.size(), search.options.threads, [&](std::size_t t, unsigned thread) {
    if (!spaces[thread]) {
      spaces[thread] = std::make_unique<Join::Space>(work.space());
    }
    work.run(tasks[t], *spaces[thread]);
  });
  std::vector<ScoredPair> pairs;
  for (std::unique_ptr<Join::Space>& space : spaces) {
    if (space) {
      pairs.insert(pairs.end(), space->pairs.begin(), space->pairs.end());
      space.reset();
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const ScoredPair& a, const ScoredPair& b) { return nearer(a, b); });
  return pairs;
}

}  // namespace

RowsView view_of(const SparseRows& rows) {
  PARALLAX_EXPECTS(rows.isCompressed());
  const auto stored = static_cast<std::size_t>(rows.nonZeros());
  return {{rows.outerIndexPtr(), static_cast<std::size_t>(rows.rows()) + 1},
          {rows.innerIndexPtr(), stored},
          {rows.valuePtr(), stored}};
}

RowsView slice(const RowsView& rows, std::size_t first, std::size_t last) {
  PARALLAX_EXPECTS(first <= last && last <= rows.size());
  return {rows.offsets.subspan(first, last - first + 1), rows.terms, rows.weights};
}

NeighbourLists nearest(const RowsView& queries, const RowsView& rows,
                       const NeighbourOptions& options) {
  return top_k({queries, rows, options, false});
}

NeighbourLists nearest_within(const RowsView& rows, const NeighbourOptions& options) {
  return top_k({rows, rows, options, true});
}

std::vector<ScoredPair> pairs_above(const RowsView& rows, const NeighbourOptions& options) {
  return join({rows, rows, options, true});
}

std::vector<ScoredPair> pairs_above(const RowsView& queries, const RowsView& rows,
                                    const NeighbourOptions& options) {
  return join({queries, rows, options, false});
}

NeighbourLists merge_nearest(std::span<const NeighbourLists> parts, std::size_t k) {
  NeighbourLists merged;
  const std::size_t n = parts.empty() ? 0 : parts.front().size();
  std::vector<Neighbour> list;
  for (std::size_t q = 0; q < n; ++q) {
    list.clear();
    for (const NeighbourLists& part : parts) {
      PARALLAX_EXPECTS(part.size() == n);
      list.insert(list.end(), part[q].begin(), part[q].end());
    }
    std::sort(list.begin(), list.end(),
              [](const Neighbour& a, const Neighbour& b) { return nearer(a, b); });
    list.resize(std::min(k, list.size()));
    merged.items.insert(merged.items.end(), list.begin(), list.end());
    merged.offsets.push_back(merged.items.size());
  }
  return merged;
}

std::vector<ScoredPair> merge_pairs(std::span<const std::vector<ScoredPair>> parts) {
  std::vector<ScoredPair> merged;
  for (const std::vector<ScoredPair>& part : parts) {
    merged.insert(merged.end(), part.begin(), part.end());
  }
  std::sort(merged.begin(), merged.end(),
            [](const ScoredPair& a, const ScoredPair& b) { return nearer(a, b); });
  return merged;
}

}  // namespace parallax
