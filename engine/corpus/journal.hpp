#pragma once

/// A file that remembers which pairs have been compared, so that a run that was killed goes on
/// where it stopped.
///
/// Format: a first line "parallax.batch.journal/1 RUN", then a line "LEFT RIGHT FINDINGS" for each
/// compared pair (unit numbers, findings as in findings.hpp), in the order in which they were done.
/// A last line that was cut by a kill is dropped and its pair compared again. A journal of another
/// run (RUN differs) is begun anew.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "engine/corpus/findings.hpp"
#include "models/base/result.hpp"

namespace parallax {

class Journal {
 public:
  using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, PairFindings>;

  /// Opens or makes the file. `run` names everything that findings depend on; it has no blanks.
  /// Errors: kIo; also if another run holds the file, or if it is no journal (it is left as it is).
  [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const std::string& path,
                                                             std::string_view run);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  Journal(Journal&&) = delete;
  Journal& operator=(Journal&&) = delete;

  /// What an earlier run has done.
  [[nodiscard]] const Pairs& done() const { return done_; }
  /// Adds one pair; it is safe from a kill of the program when this returns. May be called from
  /// several threads. Errors: kIo.
  [[nodiscard]] Status add(std::uint32_t left, std::uint32_t right, const PairFindings& findings);

 private:
  Journal(std::string path, int file) : path_(std::move(path)), file_(file) {}

  std::string path_;
  int file_ = -1;
  Pairs done_;
  std::mutex mutex_;
};

}  // namespace parallax
