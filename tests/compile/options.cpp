// What must not compile, one case at a time: tests/compile/refuses.sh defines its name. Behind each
// stands a word of what the compiler says of it.
#include "huiyin/cli/options.hpp"

#include "../../src/cli/typed_command.hpp"

namespace huiyin::cli {

struct Assign final : Options {
    Required<Takes::number> matter{*this, operand("TS", {"编号", "the record"})};
    Required<Takes::login> to{*this, {"to", {"交给谁", "to whom"}}};
    Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
#ifdef an_option_read_as_what_it_does_not_take  // Reads
    Maybe<Takes::words, int> people{*this, {"people", {"人数", "how many"}}};
#endif
#ifdef two_options_of_one_name  // two options of one name
    Maybe<Takes::words> why{*this, {"reason", {"理由", "why"}}};
#endif
#ifdef an_option_wanted_by_one_that_there_is_not  // wanted by an option that there is not
    Maybe<Takes::words> note{*this, {"note", {"备注", "a note"}}, Wanted{.option = "resaon"}};
#endif
#ifdef a_shared_option_of_another_kind  // Declared
    Maybe<Takes::whole> since{*this, Declared<Takes::time>{"since", {"自", "since"}}};
#endif
};

inline void take(const std::string&) {}
inline void take_time(base::Instant) {}

inline records::WriteResult assign(const records::Writing&, const Assign& typed) {
    take(typed.to());
#ifdef a_mistyped_name  // resaon
    take(typed.resaon().value());
#endif
#ifdef an_option_that_the_verb_does_not_have  // unit
    take(typed.unit());
#endif
#ifdef one_that_may_be_absent_read_as_one_that_is_there  // optional
    take(typed.reason());
#endif
#ifdef a_login_read_as_a_time  // Instant
    take_time(typed.to());
#endif
#ifdef a_text_where_a_number_belongs  // RecordNumber
    const RecordNumber number = typed.to();
#endif
    return {};
}

#ifdef an_option_of_another_verb_among_contradictions  // Other
struct Other final : Options {
    Flag urgent{*this, {"urgent", {"急", "urgent"}}};
};
inline bool contradicts(const Unchecked<Assign>& typed) {
    return typed.has(&Other::urgent);
}
#endif

#ifdef a_time_where_no_store_is_open  // no store, no time
struct Seal final : Options {
    Maybe<Takes::time> since{*this, {"since", {"自", "since"}}};
};
inline base::Exit seal(const gate::Session&, const Seal&, Output&) {
    return base::Exit::done;
}
constexpr auto sealing = command<seal>({.noun = "seal", .right = gate::Right::seal});
#endif

constexpr auto row = command<assign>({.noun = "assign", .right = gate::Right::office_work});

}  // namespace huiyin::cli
