#include "huiyin/gate/gate.hpp"

#include <algorithm>

#include "denial.hpp"
#include "huiyin/store/sharing.hpp"
#include "transaction.hpp"

namespace huiyin::gate {

using base::Exit;
using base::Failure;

namespace {

/// A changeset is folded in memory, so an entry may not grow without end.
constexpr std::int64_t commands_per_entry = 1'000;

std::vector<base::Problem> problems_of(const std::vector<rulebook::Finding>& findings) {
    std::vector<base::Problem> problems;
    std::ranges::transform(findings, std::back_inserter(problems), [](const auto& finding) {
        return base::Problem{finding.message, finding.remedy};
    });
    return problems;
}

bool was_denied(const LineResult& result) {
    if (!result.failure) return false;
    try {
        std::rethrow_exception(result.failure);
    } catch (const Failure& failure) {
        return failure.code() == Exit::not_permitted;
    } catch (...) {
        return false;
    }
}

LineResult try_line(Transaction& transaction, const Command& command) {
    try {
        return {transaction.perform(command), nullptr};
    } catch (const Failure& failure) {
        if (failure.code() == Exit::interrupted) throw;
        return {{}, std::current_exception()};
    }
}

}  // namespace

Refusal::Refusal(std::vector<rulebook::Finding> findings)
    : Failure(Exit::refused, problems_of(findings)), findings_(std::move(findings)) {}

Outcome write(const Desk& desk, const Command& command) {
    return guarded(desk, command.line, [&] {
        Transaction transaction(store::open_to_write(desk.store), desk);
        transaction.begin();
        auto outcome = transaction.perform(command);
        transaction.close_entry(command.line);
        if (!desk.dry_run) transaction.commit();
        return outcome;
    });
}

std::vector<LineResult> write_batch(const Desk& desk, const std::vector<Command>& commands,
                                    const std::string& line, bool skip_failures) {
    std::vector<LineResult> results;
    bool all_good = true;
    guarded(desk, line, [&] {
        Transaction transaction(store::open_to_write(desk.store), desk);
        transaction.begin();
        for (const auto& command : commands) {
            results.push_back(try_line(transaction, command));
            all_good = all_good && results.back().outcome.has_value();
            if (transaction.commands_in_entry() == commands_per_entry)
                transaction.close_entry(line);
        }
        transaction.close_entry(line);
        if ((all_good || skip_failures) && !desk.dry_run) transaction.commit();
    });
    for (std::size_t index = 0; index < results.size(); ++index)
        if (was_denied(results[index]))
            note_denial(desk, commands[index].line, commands[index].acting_as);
    return results;
}

Outcome found_store(const Desk& desk, records::Office office, const std::string& line,
                    const std::optional<std::string>& group) {
    return guarded(desk, line, [&] {
        const auto sharers = group ? std::optional(store::require_group(*group)) : std::nullopt;
        if (sharers && !desk.dry_run) store::share_folder(desk.store, *sharers);
        auto created = store::create(desk.store);
        try {
            Transaction transaction(std::move(created), desk);
            transaction.found(office);
            Outcome outcome;
            outcome.no = office.name;
            outcome.at = transaction.now();
            outcome.seq = transaction.close_entry(line);
            outcome.dry_run = desk.dry_run;
            if (!desk.dry_run) transaction.commit();
            if (sharers && !desk.dry_run) store::share_files(desk.store, *sharers);
            if (desk.dry_run) std::filesystem::remove(desk.store);
            return outcome;
        } catch (...) {
            std::filesystem::remove(desk.store);
            throw;
        }
    });
}

namespace {

Reading read_from(store::Connection connection, const Desk& desk) {
    auto office = records::load_office(connection);
    if (desk.on_open) desk.on_open(office);
    base::Zone zone(office.timezone);
    const auto now = base::machine_now();
    auto viewer = acting_staff(connection, desk.identity, now);
    return Reading{std::move(connection), std::move(office), std::move(zone), now,
                   std::move(viewer)};
}

}  // namespace

Reading open_to_read(const Desk& desk, const std::string& line) {
    return guarded(desk, line, [&] { return read_from(store::open_to_read(desk.store), desk); });
}

Reading open_private_copy(const Desk& desk, const std::string& line, Right right) {
    return guarded(desk, line, [&] {
        // Nobody has the whole store copied who may not read it so.
        require_rights(read_from(store::open_to_read(desk.store), desk).viewer, {right});
        return read_from(store::private_copy(desk.store), desk);
    });
}

}  // namespace huiyin::gate
