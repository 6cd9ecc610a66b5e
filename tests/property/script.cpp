#include "script.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace huiyin::property {

namespace {

/// Needs nothing of the source tree: the binary, libfaketime and a folder of its own.
constexpr const char* opening =
    R"(# --- to do it again: HUIYIN=… sh FILE
HUIYIN_DB=$(mktemp -d)/office.db; export HUIYIN_DB
clock=$(find /usr/lib /usr/lib64 /usr/local/lib -name libfaketime.so.1 2>/dev/null | head -n 1)
at() {
    now=$1
    shift
    env LC_ALL=C LD_PRELOAD="$clock" FAKETIME_FMT=%s FAKETIME="$now" FAKETIME_DONT_FAKE_MONOTONIC=1 "$HUIYIN" "$@"
}
)";

std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char letter : word) {
        if (letter == '\'') {
            text += "'\\''";
        } else {
            text += letter;
        }
    }
    return text + "'";
}

bool is_of_the_office(const Deed& deed) {
    return std::holds_alternative<SetPolicy>(deed) || std::holds_alternative<Away>(deed) ||
           std::holds_alternative<Leave>(deed) || std::holds_alternative<ChangeStaff>(deed) ||
           std::holds_alternative<Hire>(deed) || std::holds_alternative<Return>(deed);
}

class Script {
  public:
    explicit Script(std::set<std::string> concerned) : concerned_(std::move(concerned)) {}

    void open(Instant now, const std::vector<std::vector<std::string>>& lines) {
        for (const auto& line : lines) {
            text_ << "at " << now;
            for (const auto& word : line)
                text_ << ' ' << quoted(word);
            text_ << " >/dev/null 2>&1\n";
        }
    }

    void add(const Remembered& one) {
        const bool opens = std::holds_alternative<AddComplaint>(one.action.deed) ||
                           std::holds_alternative<AddSuggestion>(one.action.deed) ||
                           std::holds_alternative<AddRepair>(one.action.deed) ||
                           std::holds_alternative<RecordConduct>(one.action.deed) ||
                           std::holds_alternative<PublishLetter>(one.action.deed);
        const bool about = (opens && concerned_.contains(one.no)) || concerns(one.action.deed);
        if (!about && !is_of_the_office(one.action.deed)) return;
        const auto prefix = one.no.substr(0, 2);
        const bool numbered = opens || std::holds_alternative<Dispatch>(one.action.deed) ||
                              (prefix == "HF" && !callback_of(one.action.deed));
        if (numbered) {
            std::string name{prefix == "TS"   ? "ts"
                             : prefix == "JY" ? "jy"
                             : prefix == "BX" ? "bx"
                             : prefix == "PG" ? "pg"
                             : prefix == "CL" ? "cl"
                             : prefix == "GX" ? "gx"
                                              : "hf"};
            variables_[one.no] = "$" + name + std::to_string(variables_.size());
            text_ << variables_[one.no].substr(1) << "=$(" << line(one, false) << ")\n";
        } else {
            text_ << line(one, false) << " >/dev/null\n";
        }
    }

    std::string ended(const Remembered& last) const {
        return opening + text_.str() + line(last, true) + "\necho \"exit $?\"\n" + "at " +
               std::to_string(last.now) + " check --all --json\n# --- to here\n";
    }

  private:
    bool concerns(const Deed& deed) const {
        if (const auto hf = callback_of(deed)) return variables_.contains(*hf);
        if (const auto pg = order_of(deed)) return variables_.contains(*pg);
        if (const auto* letter = std::get_if<PublishLetter>(&deed))
            return std::ranges::any_of(letter->answers,
                                       [&](const auto& no) { return concerned_.contains(no); });
        const auto no = matter_of(deed);
        return no && concerned_.contains(*no);
    }

    std::string line(const Remembered& one, bool with_json) const {
        auto text = "at " + std::to_string(one.now);
        for (const auto& word : command_line(one.action)) {
            if (word == "--json" && !with_json) continue;
            const auto variable = variables_.find(word);
            text += " " +
                    (variable == variables_.end() ? quoted(word) : "\"" + variable->second + "\"");
        }
        return text;
    }

    std::set<std::string> concerned_;
    std::map<std::string, std::string> variables_;
    std::ostringstream text_;
};

}  // namespace

std::string shell_script(const Beginning& beginning, const std::vector<Remembered>& done,
                         const std::set<std::string>& concerned, const Remembered& last) {
    Script script(concerned);
    script.open(beginning.now, beginning.lines);
    for (const auto& one : done)
        script.add(one);
    return script.ended(last);
}

}  // namespace huiyin::property
