#include "duty_start.hpp"

namespace huiyin::cli::duty {

records::WriteResult start(const records::Writing& writing, const Start& typed) {
    const records::Crew crew{.who = typed.who().value_or(records::login_of(
                                 writing.connection(), writing.provenance().doer)),
                             .with = typed.with()};
    const records::Substitution substitution{.instead_of = typed.substitute_for(),
                                             .reason = typed.reason()};
    if (const auto until = typed.until())
        return records::enter_past_duty(writing, crew, substitution, *until, typed.log(),
                                        typed.reason().value());
    return records::start_duty(writing, crew, substitution);
}

std::vector<base::Problem> past_shift_in_part(const Unchecked<Start>& typed) {
    std::vector<base::Problem> problems;
    if (typed.has(&Start::log) && !typed.has(&Start::until))
        problems.push_back(
            {base::Label{"--log 只用于补录", "--log is for a past shift"},
             base::Label{"当班时用 huiyin duty log;补录的写 --until",
                         "on duty use huiyin duty log; for a past shift add --until"}});
    if (!typed.has(&Start::until)) return problems;
    const base::Label whole{"写 --at 开始 --until 结束 --log 记录 --reason 为何补录",
                            "--at START --until END --log TEXT --reason WHY-ONLY-NOW"};
    if (!typed.has_provenance<&ProvenanceOptions::at>())
        problems.push_back({base::Label{"补录的班要写 --at", "a past shift needs --at"}, whole});
    if (!typed.has(&Start::reason))
        problems.push_back(
            {base::Label{"补录的班要写 --reason", "a past shift needs --reason"}, whole});
    return problems;
}

}  // namespace huiyin::cli::duty
