#include "huiyin/cli/options.hpp"

#include "check_value.hpp"
#include "huiyin/cli/arguments.hpp"

namespace huiyin::cli {

void Options::read(const Arguments& arguments, const Moment* moment) {
    arguments_ = &arguments;
    for (auto* member : members()) {
        if (const auto* typed = arguments.find(member->row().name)) member->take(*typed, moment);
    }
}

void Options::read_unchecked(const Arguments& arguments) {
    arguments_ = &arguments;
    for (auto* member : members()) {
        const auto& row = member->row();
        const auto* typed = arguments.find(row.name);
        if (typed == nullptr) continue;
        if (value_problem(std::string(row.name), {row.name, row.takes, row.value}, *typed))
            member->note();
        else
            member->take(*typed, nullptr);
    }
}

const TableInput& Options::table() const {
    return *arguments_->table();
}

std::string Options::masked_line() const {
    return cli::masked_line(*arguments_);
}

const std::string& Options::typed(const AnyOption& member) const {
    return *arguments_->find(member.row().name);
}

bool is_given(const Arguments& arguments, std::string_view name) {
    return arguments.find(name) != nullptr;
}

}  // namespace huiyin::cli
