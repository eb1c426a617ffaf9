#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "engine/corpus/inputs.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

namespace fs = std::filesystem;

/// A folder that is removed at the end.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() / ("parallax_test_inputs_" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  [[nodiscard]] std::string path(const std::string& name = "") const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }

 private:
  fs::path path_;
};

Corpus read(const std::vector<std::string>& inputs, const std::string& standard_input = "") {
  std::istringstream in(standard_input);
  return read_corpus(inputs, {}, in);
}

std::vector<std::string> ids(const Corpus& corpus) {
  std::vector<std::string> list;
  for (const Record& record : corpus.documents) {
    list.push_back(record.id);
  }
  return list;
}

}  // namespace

TEST_CASE("folders are read to the bottom, in order of paths, without hidden names") {
  const Folder folder;
  folder.write("b.txt", "The bridge is open.");
  folder.write("a/z.txt", "The bridge is shut.");
  folder.write("a/.hidden", "No one reads this.");
  folder.write(".git/config", "Nor this.");
  folder.write("a/m.jsonl",
               "{\"id\":\"m1\",\"text\":\"One.\"}\n{\"id\":\"m2\",\"text\":\"Two.\"}\n");
  const Corpus corpus = read({folder.path()});
  CHECK(ids(corpus) == std::vector<std::string>{"m1", "m2", "z", "b"});
  CHECK(corpus.failures.empty());
  const Corpus again = read({folder.path("b.txt"), folder.path("a"), folder.path("b.txt")});
  CHECK(ids(again) == ids(corpus));
}

TEST_CASE("lists name files and folders") {
  const Folder folder;
  const std::string one = folder.write("one.txt", "The bridge is open.");
  folder.write("sub/two.txt", "The bridge is shut.");
  const std::string list =
      folder.write("list", "# files\n\n" + folder.path("sub") + "\r\n" + one + "\n");
  CHECK(ids(read({"@" + list})) == std::vector<std::string>{"one", "two"});
  const std::string nothing = folder.write("nothing", "# none\n");
  const Corpus corpus = read({"@" + nothing, "@" + folder.path("missing")});
  REQUIRE(corpus.failures.size() == 2);
  CHECK(corpus.failures[0].message == "lists no file");
  CHECK(corpus.failures[1].code == ErrorCode::kIo);
}

TEST_CASE("what cannot be read is told and the rest goes on") {
  const Folder folder;
  folder.write("good.txt", "The bridge is open.");
  folder.write("empty.txt", "");
  folder.write("image.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  folder.write("broken.jsonl",
               "{\"id\":\"k1\",\"text\":\"Kept.\"}\n{\"id\":\"k2\",\"tex\n\n{\"text\":\"Kept "
               "too.\"}\n{\"text\":\"\"}\n");
  fs::create_directories(folder.path("void"));
  const Corpus corpus = read({folder.path(), folder.path("void"), folder.path("gone.txt")});
  CHECK(ids(corpus) == std::vector<std::string>{"k1", "broken#4", "good"});
  CHECK(corpus.documents[1].path == folder.path("broken.jsonl") + "#4");
  CHECK(corpus.documents[0].sha256 == corpus.documents[1].sha256);
  std::vector<std::string> places;
  for (const Error& failure : corpus.failures) {
    places.push_back(fs::path(failure.place).filename().string());
    CHECK(failure.to_string().find('\n') == std::string::npos);
  }
  CHECK(places == std::vector<std::string>{"void", "broken.jsonl:2", "broken.jsonl:5", "empty.txt",
                                           "gone.txt", "image.txt"});
}

TEST_CASE("ids are told apart, the first keeps its own") {
  const Folder folder;
  folder.write("a/s.txt", "The bridge is open.");
  folder.write("b/s.txt", "The bridge is shut.");
  folder.write("c/s.jsonl", "{\"id\":\"s\",\"text\":\"x1\"}\n{\"id\":\"s#2\",\"text\":\"x2\"}\n");
  CHECK(ids(read({folder.path()})) == std::vector<std::string>{"s", "s#3", "s#4", "s#2"});
}

TEST_CASE("standard input is one of the inputs") {
  const Corpus corpus =
      read({"-"}, "{\"id\":\"n1\",\"text\":\"One.\"}\nbroken\n{\"text\":\"Two.\"}\n");
  const Corpus plain = read({"-"}, "The bridge is open.");
  CHECK(ids(plain) == std::vector<std::string>{"-"});
  CHECK(ids(corpus) == std::vector<std::string>{"n1", "-#3"});
  REQUIRE(corpus.failures.size() == 1);
  CHECK(corpus.failures[0].place == "-:2");
}

TEST_CASE("read_inputs leaves ids as they are and read_input takes names as they are") {
  const Folder folder;
  const std::string a = folder.write("a/note.txt", "The bridge is open.");
  const std::string b = folder.write("b/note.txt", "The bridge is shut.");
  std::istringstream none;
  CHECK(ids(read_inputs({folder.path()}, {}, none)) == std::vector<std::string>{"note", "note"});
  CHECK(ids(read_corpus({folder.path()}, {}, none)) == std::vector<std::string>{"note", "note#2"});
  Corpus corpus;
  read_input(a, {}, none, corpus);
  read_input("@" + b, {}, none, corpus);
  read_input(folder.path("a"), {}, none, corpus);
  CHECK(corpus.documents.size() == 1);
  CHECK(corpus.failures.size() == 2);
}

}  // namespace parallax
