#include "engine/corpus/journal.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <optional>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

#include "models/base/atomic_file.hpp"

namespace parallax {
namespace {

constexpr std::string_view kFirst = "parallax.batch.journal/1 ";

Error failure(const std::string& path) {
  return {ErrorCode::kIo, path, std::generic_category().message(errno)};
}

Status write_all(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written <= 0) {
      return failure(path);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return Done{};
}

/// Takes a number and the blank behind it from the front of a line.
std::optional<std::uint32_t> take_number(std::string_view& line) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
  const auto used = static_cast<std::size_t>(end - line.data());
  if (error != std::errc{} || used >= line.size() || line[used] != ' ') {
    return std::nullopt;
  }
  line.remove_prefix(used + 1);
  return value;
}

/// Reads the lines of a journal of this run; gives the number of bytes that are good.
std::size_t read_lines(std::string_view bytes, std::string_view first, Journal::Pairs& done) {
  if (!bytes.starts_with(first)) {
    return 0;
  }
  std::size_t good = first.size();
  for (;;) {
    const std::size_t end = bytes.find('\n', good);
    if (end == std::string_view::npos) {
      return good;
    }
    std::string_view line = bytes.substr(good, end - good);
    const std::optional<std::uint32_t> left = take_number(line);
    const std::optional<std::uint32_t> right = left ? take_number(line) : std::nullopt;
    if (!right) {
      return good;
    }
    Result<PairFindings> findings = findings_from_json(line);
    if (!findings) {
      return good;
    }
    done.insert_or_assign({*left, *right}, std::move(findings).value());
    good = end + 1;
  }
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::open(const std::string& path, std::string_view run) {
  const std::string first = std::string(kFirst) + std::string(run) + "\n";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) {
    return failure(path);
  }
  std::unique_ptr<Journal> journal(new Journal(path, file));
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    return Error{ErrorCode::kIo, path, "is in use by another run"};
  }
  const Result<std::string> old = read_file(path, std::numeric_limits<std::size_t>::max());
  if (old && !old.value().starts_with(kFirst) && !kFirst.starts_with(old.value())) {
    return Error{ErrorCode::kIo, path, "exists already and is no journal of a batch"};
  }
  const std::size_t good = old ? read_lines(old.value(), first, journal->done_) : 0;
  if (::ftruncate(file, static_cast<off_t>(good)) != 0 ||
      ::lseek(file, static_cast<off_t>(good), SEEK_SET) < 0) {
    return failure(path);
  }
  if (good == 0) {
    if (Status status = write_all(file, first, path); !status) {
      return std::move(status).error();
    }
  }
  return journal;
}

Journal::~Journal() {
  ::close(file_);
}

Status Journal::add(std::uint32_t left, std::uint32_t right, const PairFindings& findings) {
  const std::string line =
      std::to_string(left) + " " + std::to_string(right) + " " + findings_to_json(findings) + "\n";
  const std::lock_guard lock(mutex_);
  return write_all(file_, line, path_);
}

}  // namespace parallax
