#include "text_editor.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/lock.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using base::Failure;
using base::Label;
using base::Language;

/// A file of its own in a folder of its own, which nobody else can read; gone with it.
class DraftFile {
  public:
    DraftFile() {
        auto name = (std::filesystem::temp_directory_path() / "huiyin.XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw Failure(
                Exit::failed,
                base::compose({"不能建立临时文件夹 {}", "cannot make the folder {}"}, name));
        folder_ = name;
    }
    ~DraftFile() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    DraftFile(const DraftFile&) = delete;
    DraftFile& operator=(const DraftFile&) = delete;

    std::string path() const { return (folder_ / "huiyin.txt").string(); }

    void write(const std::string& text) const {
        base::AtomicFile file(path(), base::AtomicFile::Readers::owner);
        file.write(text);
        file.publish();
    }
    std::string read() const {
        std::ifstream file(path());
        return {std::istreambuf_iterator<char>(file), {}};
    }

  private:
    std::filesystem::path folder_;
};

std::string chosen_editor() {
    for (const char* name : {"VISUAL", "EDITOR"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
    return std::filesystem::exists("/usr/bin/editor") ? "editor" : "vi";
}

/// Runs it through the shell, since what people set may have options in it. Keys that interrupt are
/// the editor's while it runs.
bool ran(const std::string& editor, const std::string& path) {
    const auto before = std::signal(SIGINT, SIG_IGN);
    const auto child = fork();
    if (child == 0) {
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGPIPE, SIG_DFL);
        // Standard output may be somebody's `$(…)`.
        dup2(STDERR_FILENO, STDOUT_FILENO);
        const auto script = editor + " \"$1\"";
        execl("/bin/sh", "sh", "-c", script.c_str(), "sh", path.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    const bool ended = child > 0 && waitpid(child, &status, 0) == child;
    std::signal(SIGINT, before);
    return ended && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string heading_line(const std::string& name) {
    return "# --" + name;
}

std::string draft_of(const std::vector<EditedText>& texts, const std::string& command,
                     Language language) {
    std::string draft;
    for (const auto& text : texts)
        draft += base::format("{}  {}\n{}\n\n", heading_line(text.name), text.heading, text.text);
    draft += base::format("# {}\n# {}\n",
                          Label{"写在各标题下面;以 # 开头的行不算内容。都不写就什么也不登记。",
                                "Write below each heading; lines that begin with # are left out. "
                                "If you write nothing, nothing is recorded."}
                              .in(language),
                          command);
    return draft;
}

std::string without_blank_ends(std::string text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::map<std::string, std::string> texts_in(const std::string& draft,
                                            const std::vector<EditedText>& texts) {
    std::map<std::string, std::string> found;
    std::string name = texts.front().name;
    std::istringstream lines(draft);
    for (std::string line; std::getline(lines, line);) {
        const auto heading = std::ranges::find_if(texts, [&](const auto& text) {
            return (line + " ").starts_with(heading_line(text.name) + " ");
        });
        if (heading != texts.end())
            name = heading->name;
        else if (!line.starts_with("#"))
            found[name] += line + "\n";
    }
    for (auto& [option, text] : found)
        text = without_blank_ends(std::move(text));
    std::erase_if(found, [](const auto& one) { return one.second.empty(); });
    return found;
}

}  // namespace

std::map<std::string, std::string> written_in_editor(const std::vector<EditedText>& texts,
                                                     const std::string& command,
                                                     Language language) {
    if (texts.empty()) return {};
    const DraftFile draft;
    draft.write(draft_of(texts, command, language));
    const auto editor = chosen_editor();
    if (!ran(editor, draft.path()))
        throw Failure(Exit::interrupted,
                      base::compose({"编辑器 {} 没有正常结束;什么也没有登记",
                                     "the editor {} failed; nothing was recorded"},
                                    editor),
                      Label{"编辑器由 VISUAL 或 EDITOR 指定", "VISUAL or EDITOR names the editor"});
    return texts_in(draft.read(), texts);
}

}  // namespace huiyin::cli
