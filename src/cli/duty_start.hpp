#pragma once

#include <vector>

#include "huiyin/cli/common_options.hpp"
#include "huiyin/records/duty.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

/// Taking the post, and entering a shift that nobody wrote down while it was held.
namespace huiyin::cli::duty {

using gate::Right;

/// Of several commands.
namespace declared {
inline constexpr Declared<Takes::logins> with{"with",
                                              {"同班的人(1.9)", "who else is on the shift (1.9)"}};
inline constexpr Declared<Takes::login> substitute_for{"substitute-for",
                                                       {"替谁的班(1.2)", "standing in for (1.2)"}};
}  // namespace declared

struct Start final : Options {
    Maybe<Takes::login> who{*this, {"who", {"值班人(默认本人)", "who is on duty (default: you)"}}};
    MaybeSome<Takes::logins> with{*this, declared::with};
    Maybe<Takes::login> substitute_for{*this, declared::substitute_for};
    Maybe<Takes::words> reason{
        *this, {"reason", {"替班或补录原因", "why you stand in, or why it is entered only now"}}};
    Maybe<Takes::time> until{
        *this,
        {"until",
         {"补录漏记的班:至何时(主管)", "end of a past shift that was not recorded (a manager)"}},
        Right::supervise};
    Maybe<Takes::words> log{*this, {"log", {"补录的值班记录", "log of that past shift"}}};
};

records::WriteResult start(const records::Writing& writing, const Start& typed);

/// A shift entered afterwards needs its times, its log and why it comes only now.
std::vector<base::Problem> past_shift_in_part(const Unchecked<Start>& typed);

}  // namespace huiyin::cli::duty
