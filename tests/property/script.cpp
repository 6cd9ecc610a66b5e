#include "script.hpp"

#include <map>
#include <sstream>

namespace huiyin::property {

namespace {

constexpr const char* opening =
    R"(# --- to do it again: HUIYIN=… sh FILE, from the root of the source tree
cat >"${TMPDIR:-/tmp}/again.sh" <<'END'
. "$PWD/tests/scenarios/lib.sh"
office
at() { epoch=$1; shift; huiyin "$@"; }
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
           std::holds_alternative<Leave>(deed) || std::holds_alternative<Hire>(deed);
}

class Script {
  public:
    explicit Script(std::string complaint) : complaint_(std::move(complaint)) {}

    void add(const Remembered& one) {
        const bool opens = std::holds_alternative<AddComplaint>(one.action.deed);
        const bool about = opens ? one.no == complaint_ : concerns(one.action.deed);
        if (!about && !is_of_the_office(one.action.deed)) return;
        if (opens) {
            variables_[one.no] = "$ts";
            text_ << "ts=$(" << line(one, false) << ")\n";
        } else if (one.no.starts_with("HF")) {
            variables_[one.no] = "$hf" + std::to_string(variables_.size());
            text_ << variables_[one.no].substr(1) << "=$(" << line(one, false) << ")\n";
        } else {
            text_ << line(one, false) << " >/dev/null\n";
        }
    }

    std::string ended(const Remembered& last) const {
        return opening + text_.str() + line(last, true) + "\necho \"exit $?\"\n" + "at " +
               std::to_string(last.now) +
               " check --all --json --subject \"$ts\"\nEND\nsh \"${TMPDIR:-/tmp}/again.sh\"\n";
    }

  private:
    bool concerns(const Deed& deed) const {
        if (const auto hf = callback_of(deed)) return variables_.contains(*hf);
        return complaint_of(deed) == complaint_;
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

    std::string complaint_;
    std::map<std::string, std::string> variables_;
    std::ostringstream text_;
};

}  // namespace

std::string shell_script(const std::vector<Remembered>& done, const std::string& complaint,
                         const Remembered& last) {
    Script script(complaint);
    for (const auto& one : done)
        script.add(one);
    return script.ended(last);
}

}  // namespace huiyin::property
