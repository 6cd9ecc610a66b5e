#include "huiyin/cli/arguments.hpp"

#include <algorithm>
#include <exception>

#include "chinese_wording.hpp"
#include "huiyin/base/contact.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/common_options.hpp"
#include "table_input.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

/// What people said, and the names of their files, which often say whose they are.
bool is_masked(Takes takes) {
    return takes == Takes::words || takes == Takes::phone || takes == Takes::file;
}

/// Calls `visit(option, value)` for what was typed, in the table's order.
template <typename Visit>
void for_each_given(const Arguments& arguments, std::span<const Option> options, Visit visit) {
    for (const auto& option : options)
        if (const auto* value = arguments.find(option.name)) visit(option, *value);
}

template <typename Visit>
void for_each_own(const Arguments& arguments, Visit visit) {
    for_each_given(arguments, arguments.verb().options, visit);
    for_each_given(arguments, provenance_options(), visit);
}

/// The command with its operands and options, each value as `write(slot, value)` puts it.
template <typename Write>
std::string line_of(const Arguments& arguments, Write write, bool in_chinese = false) {
    const auto& verb = arguments.verb();
    std::string line = "huiyin " + (in_chinese ? chinese_command(verb) : command_name(verb));
    for (const auto& operand : verb.operands)
        if (const auto* value = arguments.find(operand.name))
            line += " " + write(slot_of(operand), *value);
    for_each_own(arguments, [&](const Option& option, const std::string& value) {
        line.append(" --").append(in_chinese ? chinese_option_word(verb, option.name)
                                             : std::string(option.name));
        if (option.takes != Takes::nothing) line += " " + write(slot_of(option), value);
    });
    return line;
}

/// How a command is run, beside what it records.
bool tells_how_to_run(std::string_view option) {
    return option == option_name(&ProvenanceOptions::key) ||
           option == option_name(&ProvenanceOptions::dry_run) ||
           option == option_name(&ProvenanceOptions::edit);
}

}  // namespace

void Arguments::set(std::string_view name, std::string value) {
    const auto known = std::ranges::find(values_, name, &Value::first);
    if (known != values_.end())
        known->second = std::move(value);
    else
        values_.emplace_back(name, std::move(value));
}

void Arguments::drop(std::string_view name) {
    std::erase_if(values_, [&](const Value& one) { return one.first == name; });
}

void Arguments::leave_out(std::string_view name, std::string typed) {
    left_out_.insert_or_assign(std::string(name), std::move(typed));
}

const std::string* Arguments::find(std::string_view name) const {
    const auto found = std::ranges::find(values_, name, &Value::first);
    return found == values_.end() ? nullptr : &found->second;
}

std::string masked_line(const Arguments& arguments) {
    return line_of(arguments, [](const Slot& slot, const std::string& value) {
        return is_masked(slot.takes) ? "***" : base::shell_quoted(value);
    });
}

std::string typed_line(const Arguments& arguments, base::Language language) {
    const bool in_chinese = language == base::Language::chinese;
    return line_of(
        arguments,
        [&](const Slot& slot, const std::string& value) {
            return base::shell_quoted(in_chinese ? chinese_value(slot, value) : value);
        },
        in_chinese);
}

std::string keyed_line(const Arguments& arguments) {
    std::string line = command_name(arguments.verb());
    for (const auto& operand : arguments.verb().operands) {
        const auto* value = arguments.find(operand.name);
        line += base::format("\n{}={}", operand.name, value != nullptr ? *value : "");
    }
    for_each_own(arguments, [&](const Option& option, const std::string& value) {
        if (!tells_how_to_run(option.name)) line += base::format("\n--{}={}", option.name, value);
    });
    return line;
}

namespace {

bool reads_files(const Arguments& arguments) {
    const auto is_read = [&](const auto& slot) {
        return slot.takes == Takes::file && arguments.has(slot.name);
    };
    return std::ranges::any_of(arguments.verb().operands, is_read) ||
           std::ranges::any_of(arguments.verb().options, is_read);
}

/// All but its line.
gate::Command recorded(const Arguments& arguments) {
    const auto& verb = arguments.verb();
    CommonOptions common;
    common.read(arguments, nullptr);
    ProvenanceOptions provenance;
    provenance.read(arguments, nullptr);
    gate::Command command;
    command.acting_as = common.as();
    command.rights = {verb.right};
    for_each_given(arguments, verb.options, [&](const Option& option, const std::string&) {
        if (option.right) command.rights.push_back(*option.right);
    });
    command.provenance = {.at = provenance.at(),
                          .by = provenance.by(),
                          .as_happened = provenance.as_happened(),
                          .witness = provenance.witness(),
                          .late_reason = provenance.late_reason()};
    command.key = provenance.key();
    command.audits = verb.audits;
    command.erases = verb.erases;
    command.reads_files = reads_files(arguments);
    if (command.key) command.arguments = keyed_line(arguments);
    for (const auto& [name, typed] : arguments.left_out())
        command.remarks.push_back(
            base::compose({"--{0}「{2}」按未留处理", "--{1} '{2}' is taken as not given"},
                          chinese_option_word(verb, name), name, typed));
    for_each_given(arguments, verb.options, [&](const Option& option, const std::string& value) {
        if (option.takes == Takes::home)
            if (auto remark = base::home_remark(value))
                command.remarks.push_back(std::move(*remark));
    });
    auto taken = arguments;
    if (const auto* path = verb.table.empty() ? nullptr : arguments.find(verb.table)) try {
            taken.attach(std::make_shared<TableInput>(read_table_input(*path, command.remarks)));
        } catch (const base::Failure&) {
            // Whether somebody may do it at all is told first.
            command.record = [failure = std::current_exception()](
                                 const records::Writing&) -> records::WriteResult {
                std::rethrow_exception(failure);
            };
            return command;
        }
    command.record = [arguments = std::move(taken), record = std::get<Record>(verb.action)](
                         const records::Writing& writing) { return record(writing, arguments); };
    return command;
}

}  // namespace

gate::Command recording(const Arguments& arguments) {
    auto command = recorded(arguments);
    command.line = masked_line(arguments);
    return command;
}

gate::Command recording_in_a_batch(const Arguments& arguments) {
    auto command = recorded(arguments);
    command.tell_line = [arguments] { return masked_line(arguments); };
    return command;
}

}  // namespace huiyin::cli
