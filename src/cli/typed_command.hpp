#pragma once

#include <algorithm>
#include <type_traits>
#include <variant>
#include <vector>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/options.hpp"

/// Rows of the table of commands whose handlers read a struct of options.
namespace huiyin::cli {

/// Which struct a handler reads.
template <typename Struct>
std::type_identity<Struct> struct_read_by(records::WriteResult (*)(const records::Writing&,
                                                                   const Struct&));
template <typename Struct>
std::type_identity<Struct> struct_read_by(base::Exit (*)(ReadContext, const Struct&));
template <typename Struct>
std::type_identity<Struct> struct_read_by(base::Exit (*)(const gate::Session&, const Struct&,
                                                         Output&));

template <typename Struct>
records::WriteResult run_typed(records::WriteResult (*handler)(const records::Writing&,
                                                               const Struct&),
                               const records::Writing& writing, const Arguments& arguments) {
    const Moment moment{writing.now(), writing.zone()};
    Struct typed;
    typed.read(arguments, &moment);
    return handler(writing, typed);
}
template <typename Struct>
base::Exit run_typed(base::Exit (*handler)(ReadContext, const Struct&), ReadContext reader,
                     const Arguments& arguments) {
    const Moment moment{reader.reading.now, reader.reading.zone};
    Struct typed;
    typed.read(arguments, &moment);
    return handler(reader, typed);
}
template <typename Struct>
constexpr bool needs_moment = [] {
    const Struct declared;
    return std::ranges::any_of(declared.members(), &AnyOption::needs_moment);
}();
/// Of a command that opens the store in a way of its own.
template <typename Struct>
base::Exit run_typed(base::Exit (*handler)(const gate::Session&, const Struct&, Output&),
                     const gate::Session& session, const Arguments& arguments, Output& output) {
    static_assert(!needs_moment<Struct>, "no store, no time: read a base::TypedTime");
    Struct typed;
    typed.read(arguments, nullptr);
    return handler(session, typed, output);
}

/// The action of a row for a handler of any of the three kinds.
template <auto handler>
constexpr std::variant<Record, Show, Run> action_of() {
    if constexpr (requires(const records::Writing& writing, const Arguments& arguments) {
                      run_typed(handler, writing, arguments);
                  })
        return Record{[](const records::Writing& writing, const Arguments& arguments) {
            return run_typed(handler, writing, arguments);
        }};
    else if constexpr (requires(ReadContext reader, const Arguments& arguments) {
                           run_typed(handler, reader, arguments);
                       })
        return Show{[](ReadContext reader, const Arguments& arguments) {
            return run_typed(handler, reader, arguments);
        }};
    else
        return Run{[](const gate::Session& session, const Arguments& arguments, Output& output) {
            return run_typed(handler, session, arguments, output);
        }};
}

/// The row of the verb that `handler` does. Its options and operands are those of the struct that
/// the handler reads; `contradictions` looks at the same struct before it is known to be whole.
template <auto handler, auto contradictions = nullptr>
constexpr Verb command(Verb row) {
    using Struct = typename decltype(struct_read_by(handler))::type;
    row.action = action_of<handler>();
    row.operands = operands_of<Struct>;
    row.options = options_of<Struct>;
    if constexpr (!std::is_null_pointer_v<decltype(contradictions)>)
        row.contradictions = [](const Arguments& arguments) {
            return contradictions(Unchecked<Struct>(arguments));
        };
    return row;
}

}  // namespace huiyin::cli
