#include "workbook.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/base/system_error.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using base::Problem;

namespace {

constexpr std::chrono::seconds longest_run{60};
constexpr rlim_t most_memory = rlim_t{2} << 30U;  // a workbook's texts, several times over
constexpr rlim_t most_complaint = 64U << 10U;     // of what it says on standard error

/// How files begin that are no text.
struct Kind {
    std::string_view begins;
    std::string_view holds;  ///< somewhere in it
    Label what;
    std::string_view
        convert;  ///< what makes CSV of it, before the file's name; empty: nothing does
};
constexpr std::string_view by_office =
    "soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76'";
constexpr std::array kinds{
    Kind{"PK\x03\x04", "xl/workbook", {"Excel 工作簿(.xlsx)", "a workbook (.xlsx)"}, "xlsx2csv"},
    Kind{"PK\x03\x04",
         "opendocument.spreadsheet",
         {"ODF 表格(.ods)", "an OpenDocument sheet (.ods)"},
         by_office},
    Kind{"PK\x03\x04", "", {"压缩包(.zip)", "an archive (.zip)"}, ""},
    Kind{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
         "",
         {"旧式工作簿(.xls、.et),或有密码的工作簿",
          "an old workbook (.xls, .et), or one with a password"},
         by_office},
    Kind{"<", "", {"网页或 XML 文件", "a web page or an XML file"}, by_office},
    Kind{"%PDF-", "", {"PDF 文件", "a PDF file"}, ""},
    Kind{"{\\rtf", "", {"RTF 文件", "an RTF file"}, ""},
};

const Kind* kind_of(std::string_view bytes) {
    const auto found = std::ranges::find_if(kinds, [&](const Kind& kind) {
        return bytes.starts_with(kind.begins) && bytes.find(kind.holds) != bytes.npos;
    });
    return found == kinds.end() ? nullptr : &*found;
}

/// A file's name as a shell takes it.
std::string as_word(const std::string& name) {
    if (name.find_first_of(" \t\n'\"\\#$&|;<>()*?`![]{}~") == name.npos) return name;
    std::string word = "'";
    for (const char letter : name)
        word += letter == '\'' ? "'\\''" : std::string(1, letter);
    return word + "'";
}

/// The line that makes CSV of it.
std::string converting_line(const Kind& kind, const std::string& name) {
    auto line = base::format("{} {}", kind.convert, as_word(name));
    if (&kind != kinds.data()) return line;
    const auto target = std::filesystem::path(name).replace_extension(".csv").string();
    return line + " " + as_word(target == name ? target + ".csv" : target);
}

/// Where a program lies; only in folders that do not depend on where we are.
std::optional<std::string> find_program(std::string_view name) {
    const char* path = std::getenv("PATH");
    std::string_view rest = path != nullptr ? path : "";
    while (!rest.empty()) {
        const auto end = std::min(rest.find(':'), rest.size());
        auto program = std::string(rest.substr(0, end)).append("/").append(name);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (program.starts_with('/') && access(program.c_str(), X_OK) == 0) return program;
    }
    return {};
}

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

  private:
    int number_;
};

[[noreturn]] void refuse_to_start() {
    throw Failure(
        Exit::failed,
        base::with_system_error(base::Label{"不能运行 xlsx2csv", "cannot run xlsx2csv"}, errno));
}

/// A file in memory alone: what residents wrote leaves no trace on a disk.
int memory_file(const char* name, std::string_view content) {
    const int file = memfd_create(name, MFD_CLOEXEC);
    while (file >= 0 && !content.empty()) {
        const auto written = write(file, content.data(), content.size());
        if (written < 0 && errno != EINTR) refuse_to_start();
        content.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    if (file < 0) refuse_to_start();
    return file;
}

void limit(decltype(RLIMIT_AS) what, rlim_t most) {
    const rlimit bound{most, most};
    setrlimit(what, &bound);
}

/// In the child: nothing of ours but the three descriptors, and no way to go on for ever.
[[noreturn]] void become(const std::string& program, int book, int output, int complaints) {
    constexpr int book_there = 3;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    // Those that stand where another is to stand are moved away first.
    const int from = fcntl(book, F_DUPFD_CLOEXEC, 10);
    dup2(nothing, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(complaints, STDERR_FILENO);
    dup2(from, book_there);
    close_range(book_there + 1, ~0U, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(longest_run.count()));
    limit(RLIMIT_AS, most_memory);
    limit(RLIMIT_FSIZE, most_complaint);
    limit(RLIMIT_CORE, 0);
    std::signal(SIGPIPE, SIG_DFL);
    // Times as people write them, whatever format the cells have.
    const std::array<const char*, 7> words{
        program.c_str(), "-f", "%Y-%m-%d %H:%M:%S", "-t", "%H:%M:%S", "/dev/fd/3", nullptr};
    const std::array<const char*, 4> surroundings{"PATH=/usr/local/bin:/usr/bin:/bin",
                                                  "LC_ALL=C.UTF-8", "PYTHONDONTWRITEBYTECODE=1",
                                                  nullptr};
    execve(program.c_str(), const_cast<char**>(words.data()),
           const_cast<char**>(surroundings.data()));  // NOLINT
    _exit(127);
}

/// Everything it writes, until the deadline; nothing where it goes on after it, or writes too much.
std::optional<std::string> output_of(int pipe_end) {
    const auto deadline = std::chrono::steady_clock::now() + longest_run;
    std::string text;
    std::array<char, 1U << 16U> part{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd wait{pipe_end, POLLIN, 0};
        if (left.count() <= 0) return {};
        if (poll(&wait, 1, static_cast<int>(left.count())) <= 0) continue;
        const auto read = ::read(pipe_end, part.data(), part.size());
        if (read == 0) return text;
        if (read < 0 && errno != EINTR) return {};
        text.append(part.data(), static_cast<std::size_t>(std::max<ssize_t>(read, 0)));
        if (text.size() > base::limits::batch) return {};
    }
}

/// The last line that it complained with, which is where Python says what was wrong.
std::string last_complaint(int complaints) {
    constexpr std::size_t longest = 500;
    std::string text(most_complaint, '\0');
    const auto read = pread(complaints, text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(read, 0)));
    while (text.ends_with('\n'))
        text.pop_back();
    return text.substr(text.rfind('\n') + 1).substr(0, longest);
}

std::string converted(const std::string& program, const std::string& bytes,
                      const std::string& name) {
    const Descriptor book(memory_file("book", bytes));
    const Descriptor complaints(memory_file("complaints", {}));
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) refuse_to_start();
    const Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    const auto child = fork();
    if (child < 0) refuse_to_start();
    if (child == 0) become(program, book.number(), theirs.number(), complaints.number());
    theirs.close();
    auto text = output_of(ours.number());
    if (!text) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (text && WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::move(*text);
    throw Failure(
        Exit::usage,
        compose({"xlsx2csv 读不了工作簿 {}:{}", "xlsx2csv cannot read the workbook {}: {}"}, name,
                text ? last_complaint(complaints.number()) : "timeout"),
        Label{"在 Excel 或 WPS 中另存为“CSV UTF-8”",
              "save it as \"CSV UTF-8\" in the spreadsheet"});
}

std::size_t count_sheets(std::string_view bytes) {
    std::size_t found = 0;
    // In its table of contents, which stands behind all parts, each has one line.
    for (auto at = bytes.find("PK\x01\x02"); at != bytes.npos;
         at = bytes.find("PK\x01\x02", at + 4)) {
        constexpr std::size_t name_at = 46;
        if (bytes.substr(std::min(at + name_at, bytes.size())).starts_with("xl/worksheets/sheet"))
            ++found;
    }
    return found;
}

}  // namespace

bool is_workbook(std::string_view bytes) {
    return kind_of(bytes) == kinds.data();
}

std::optional<Problem> no_text_problem(std::string_view bytes, const std::string& name) {
    const auto* kind = kind_of(bytes);
    if (kind == nullptr) return {};
    Problem problem{{base::format("{} 是{},不是 CSV", name, kind->what.zh),
                     base::format("{} is {}, no CSV", name, kind->what.en)},
                    Label{"在 Excel 或 WPS 中另存为“CSV UTF-8(逗号分隔)”",
                          "save it as \"CSV UTF-8\" in the spreadsheet"}};
    if (kind->convert.empty()) return problem;
    const auto line = converting_line(*kind, name);
    problem.remedy.zh += ",或转换:" + line;
    problem.remedy.en += ", or convert it: " + line;
    if (kind != kinds.data()) return problem;
    problem.remedy.zh += ";装上 xlsx2csv(apt-get install xlsx2csv)后也可直接读";
    problem.remedy.en += "; with xlsx2csv installed (apt-get install xlsx2csv) it is read as it is";
    return problem;
}

std::optional<WorkbookSheet> read_workbook(const std::string& bytes, const std::string& name) {
    const auto program = find_program("xlsx2csv");
    if (!program) return {};
    return WorkbookSheet{converted(*program, bytes, name), count_sheets(bytes)};
}

}  // namespace huiyin::cli
