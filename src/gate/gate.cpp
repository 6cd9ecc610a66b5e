#include "huiyin/gate/gate.hpp"

#include <algorithm>

#include "command_run.hpp"
#include "denial.hpp"
#include "huiyin/store/one_moment.hpp"
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

/// Commits, and tells the session what is on record now, which asks for no memory: there may be
/// none.
void commit(Transaction& transaction, const Session& session, std::string numbers) {
    const auto recorded = [&] {
        if (session.on_commit && !numbers.empty()) session.on_commit(std::move(numbers));
    };
    try {
        transaction.commit();
    } catch (const Unconfirmed&) {
        recorded();
        throw;
    }
    recorded();
    transaction.finish_erasure();
}

/// The commands of a batch that somebody may not give. Each has an entry of its own, which waits
/// until the batch has let go of the store, and is made whatever became of the batch.
class Denials {
  public:
    explicit Denials(const Session& session) : session_(session) {}
    ~Denials() {
        try {
            for (const auto& [line, acting_as] : denied_)
                note_denial(session_, line, acting_as);
        } catch (const std::exception&) {
            // Neither the journal nor the system's log takes it: there is nobody left to tell.
        }
    }
    Denials(const Denials&) = delete;
    Denials& operator=(const Denials&) = delete;

    void add(const Command& command) {
        denied_.emplace_back(command.tell_line ? command.tell_line() : command.line,
                             command.acting_as);
    }

  private:
    const Session& session_;
    std::vector<std::pair<std::string, std::optional<std::string>>> denied_;
};

/// Runs the next line; nothing behind the last.
std::optional<LineResult> try_next(CommandRun& run, const NextCommand& next, Denials& denials) {
    std::optional<Command> command;
    try {
        command = next();
        if (!command) return {};
        return LineResult{run.perform(*command), nullptr};
    } catch (const Failure& failure) {
        if (failure.code() == Exit::interrupted) throw;
        if (failure.code() == Exit::not_permitted && command) denials.add(*command);
        return LineResult{{}, std::current_exception()};
    }
}

/// The files of a store that is being founded: gone again, unless it comes to something.
class GroundWork {
  public:
    explicit GroundWork(const std::filesystem::path& store) : store_(store) {}
    ~GroundWork() {
        std::error_code none;
        if (kept_) return;
        for (const auto& path : {store_, store::journal_of(store_), store::lock_of(store_)})
            std::filesystem::remove(path, none);
    }
    GroundWork(const GroundWork&) = delete;
    GroundWork& operator=(const GroundWork&) = delete;

    void keep() { kept_ = true; }

  private:
    const std::filesystem::path& store_;
    bool kept_ = false;
};

}  // namespace

Refusal::Refusal(std::vector<rulebook::Finding> findings)
    : Failure(Exit::refused, problems_of(findings)), findings_(std::move(findings)) {}

Outcome write(const Session& session, const Command& command) {
    return guarded(session, command.line, [&] {
        Transaction transaction(store::open_to_write(session.store), session);
        transaction.begin();
        auto outcome = transaction.perform(command);
        transaction.close_entry(command.line);
        if (session.dry_run) return outcome;
        commit(transaction, session, outcome.seq != 0 ? outcome.no : "");
        transaction.let_go();
        return outcome;
    });
}

void scrub(const Session& session, const std::string& line) {
    guarded(session, line, [&] {
        Transaction transaction(store::open_to_write(session.store), session);
        transaction.begin();
        transaction.require_right(Right::administer);
        transaction.scrub_alone();
    });
}

bool write_batch(const Session& session, const NextCommand& next, const TakeResult& take,
                 const std::string& line, bool skip_failures) {
    bool all_good = true;
    std::string recorded;
    Denials denials(session);
    guarded(session, line, [&] {
        Transaction transaction(store::open_to_write(session.store), session);
        transaction.begin();
        CommandRun run(transaction);
        while (auto result = try_next(run, next, denials)) {
            all_good = all_good && result->outcome.has_value();
            if (result->outcome && result->outcome->seq != 0)
                recorded.append(recorded.empty() ? "" : " ").append(result->outcome->no);
            take(std::move(*result));
            if (transaction.commands_in_entry() < commands_per_entry) continue;
            run.end();
            transaction.close_entry(line);
        }
        run.end();
        transaction.close_entry(line);
        if ((all_good || skip_failures) && !session.dry_run)
            commit(transaction, session, std::move(recorded));
    });
    return all_good || skip_failures;
}

Outcome found_store(const Session& session, records::Office office, const std::string& line,
                    const std::optional<std::string>& group) {
    return guarded(session, line, [&] {
        const auto sharers = group ? store::require_group(*group) : gid_t{};
        if (group && !session.dry_run) store::share_folder(session.store, sharers);
        auto created = store::create(session.store);
        GroundWork ground(session.store);
        Transaction transaction(std::move(created), session);
        transaction.found(office);
        Outcome outcome;
        outcome.no = office.name;
        outcome.timezone = office.timezone;
        outcome.at = transaction.now();
        outcome.seq = transaction.close_entry(line);
        outcome.dry_run = session.dry_run;
        if (session.dry_run) return outcome;
        transaction.commit();
        if (group) store::share_files(session.store, sharers);
        ground.keep();
        return outcome;
    });
}

namespace {

Reading read_from(store::Connection connection, const Session& session) {
    const auto version = store::data_version(connection);
    auto office = records::load_office(connection);
    if (session.on_language) session.on_language(office.language);
    auto zone = records::zone_of(office);
    const auto now = base::machine_now();
    auto viewer = acting_staff(connection, session.identity, now);
    return {.connection = std::move(connection),
            .office = std::move(office),
            .zone = std::move(zone),
            .now = now,
            .viewer = std::move(viewer),
            .version = version};
}

Reading allowed(store::Connection connection, const Session& session, Right right) {
    auto reading = read_from(std::move(connection), session);
    require_rights(reading.connection, reading.viewer, {right}, reading.now);
    return reading;
}

}  // namespace

bool overtaken(Reading& reading) {
    if (store::is_of_one_moment(reading.connection)) return !store::end_moment(reading.connection);
    return store::data_version(reading.connection) != reading.version;
}

bool was_misread(Reading& reading) {
    return store::is_of_one_moment(reading.connection) && overtaken(reading);
}

Reading open_to_read(const Session& session, const std::string& line, Right right) {
    return guarded(session, line,
                   [&] { return allowed(store::open_to_read(session.store), session, right); });
}

Reading open_at_one_moment(const Session& session, const std::string& line, Right right) {
    return guarded(session, line, [&] {
        auto connection = store::open_to_read(session.store);
        store::begin_moment(connection);
        return allowed(std::move(connection), session, right);
    });
}

std::optional<Reading> peek(const Session& session) {
    try {
        return read_from(store::open_to_read(session.store), session);
    } catch (const std::exception&) {
        return {};
    }
}

Reading open_private_copy(const Session& session, const std::string& line, Right right) {
    return guarded(session, line, [&] {
        // Nobody has the whole store copied who may not read it so.
        allowed(store::open_to_read(session.store), session, right);
        return read_from(store::private_copy(session.store), session);
    });
}

Reading open_to_show(const Session& session, const std::string& line, Right right, int readings) {
    if (readings == 0) return open_to_read(session, line, right);
    return readings == 1 ? open_at_one_moment(session, line, right)
                         : open_private_copy(session, line, right);
}

}  // namespace huiyin::gate
