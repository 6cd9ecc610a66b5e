#include "huiyin/base/failure.hpp"

#include <utility>

namespace huiyin::base {

std::string_view exit_word(Exit code) {
    switch (code) {
        case Exit::done:
            return "done";
        case Exit::failed:
            return "failed";
        case Exit::usage:
            return "usage";
        case Exit::not_found:
            return "not-found";
        case Exit::refused:
            return "refused";
        case Exit::integrity:
            return "integrity";
        case Exit::busy:
            return "busy";
        case Exit::not_permitted:
            return "not-permitted";
        case Exit::key_conflict:
            return "key-conflict";
        case Exit::interrupted:
            return "interrupted";
    }
    return "failed";
}

Failure::Failure(Exit code, std::vector<Problem> problems)
    : code_(code), problems_(std::move(problems)) {}

Failure::Failure(Exit code, Text what, Text remedy)
    : Failure(code, std::vector{Problem{std::move(what), std::move(remedy)}}) {}

const char* Failure::what() const noexcept {
    return problems_.empty() ? "failed" : problems_.front().what.en.c_str();
}

}  // namespace huiyin::base
