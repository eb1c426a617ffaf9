#pragma once

/// Work spread over threads such that the result does not depend on their number.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace parallax {

/// Calls `make()` once a thread and gives each number in [0, count) to one of the workers so made,
/// the lowest free number first. Workers must write to places of their own number only. Returns
/// when all is done; rethrows the exception of the lowest thread (the others finish early).
template <class Make>
void parallel_for(std::size_t count, std::size_t threads, const Make& make) {
  const std::size_t used = std::max<std::size_t>(1, std::min(threads, count));
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(used);
  const auto work = [&](std::size_t thread) {
    try {
      auto worker = make();
      for (std::size_t i = next++; i < count; i = next++) {
        worker(i);
      }
    } catch (...) {
      failures[thread] = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < used; ++t) {
      others.emplace_back([&work, t] { work(t); });
    }
    work(0);
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) {
      std::rethrow_exception(failure);
    }
  }
}

}  // namespace parallax
