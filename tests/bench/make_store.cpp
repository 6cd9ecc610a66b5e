// Makes a store with the past of an invented office, for measuring: the same records, by the same
// functions that commands call, with a clock that is set.
//
//     huiyin_bench_store FILE --matters N [--commands-per-entry N] [--seed N] [--until YYYY-MM-DD]
//                             [--user LOGIN]
//
// It does not go through the gate: judging five years' commands one by one takes hours, and syncing
// each to the disk longer. So it keeps a journal of its own, by the gate's own functions, and
// `huiyin audit verify` has to find it in order.

#include <charconv>
#include <cstdio>
#include <map>
#include <stdexcept>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/records/search.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/store.hpp"
#include "lives.hpp"

namespace huiyin::bench {

namespace {

using base::Instant;
using std::chrono::hours;

constexpr std::int64_t days_of_past = 5 * 365;

struct Wish {
    std::string file;
    std::int64_t matters = 0;
    std::int64_t commands_per_entry = 1;
    std::int64_t seed = 1;
    std::string until = "2026-11-25";
    std::string user = "root";
};

/// Records act by act, and closes a journal entry after every so many.
class Archive {
  public:
    explicit Archive(const Wish& wish)
        : wish_(wish), store_(store::create(wish.file)), zone_("Asia/Shanghai") {
        identity_.os_user = wish.user;
        identity_.host = "office";
        connection().execute(
            "PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; PRAGMA cache_size = -400000;"
            "BEGIN IMMEDIATE");
    }

    store::Connection& connection() { return store_.connection; }
    const base::Zone& zone() const { return zone_; }

    void migrate(Instant at) {
        connection().execute(base::format("PRAGMA application_id = {}", store::application_id));
        for (const auto& migration : store::migrations()) {
            connection().execute(migration.sql);
            connection().execute(base::format("PRAGMA user_version = {}", migration.number));
            gate::append(connection(),
                         {.kind = gate::EntryKind::migration,
                          .at = at,
                          .identity = identity_,
                          .staff = {},
                          .command = std::string(migration.name),
                          .subjects = {},
                          .sql_digest = base::hex(base::blake2b({migration.sql}))},
                         {});
        }
    }

    void record(const Act& act) {
        if (!changes_) {
            changes_ = std::make_unique<store::ChangeRecorder>(connection());
            entry_ = gate::read_head(connection()).entries + 1;
        }
        const auto& doer = person(act.doer, act.at);
        const records::Writing writing(connection(), zone_, act.at, entry_, doer,
                                       {.doer = doer.staff,
                                        .at = act.at,
                                        .as_happened = {},
                                        .witness = {},
                                        .late_reason = {}});
        subjects_.insert(act.record(writing));
        at_ = act.at;
        logins_.insert(act.doer);
        command_ = act.command;
        if (++waiting_ == wish_.commands_per_entry) close_entry();
    }

    void close_entry() {
        if (!changes_) return;
        const auto changeset = changes_->changeset();
        changes_.reset();
        gate::append(connection(),
                     {.kind = gate::EntryKind::command,
                      .at = at_,
                      .identity = identity_,
                      .staff = base::format("{}", fmt::join(logins_, ", ")),
                      .command = waiting_ == 1 ? command_ : "huiyin batch ***",
                      .subjects = std::exchange(subjects_, {}),
                      .sql_digest = {}},
                     changeset);
        logins_.clear();
        waiting_ = 0;
        if (++entries_ % 2'000 == 0 || wish_.commands_per_entry > 100) {
            records::bring_index_up_to_date(connection());
        }
        if (entries_ % 20'000 == 0) connection().execute("COMMIT; BEGIN IMMEDIATE");
    }

    void finish() {
        close_entry();
        records::bring_index_up_to_date(connection());
        connection().execute("COMMIT");
    }

    /// The founder's own edition does not exist before it is written.
    void found(Instant at) {
        records::Office office{.store_id = "0000000000000000000000000000be9c",
                               .name = "阳光物业服务中心",
                               .language = base::Language::chinese,
                               .timezone = zone_.name(),
                               .opened_at = at};
        people_[wish_.user] = {.staff = 1,
                               .login = wish_.user,
                               .name = wish_.user,
                               .role = records::Role::admin,
                               .department = {},
                               .superior = {},
                               .has_left = false,
                               .at = at};
        record({at, wish_.user, "huiyin init --office 阳光物业服务中心", wish_.user,
                [this, office](const records::Writing& writing) {
                    records::found_office(connection(), office);
                    return records::add_staff(writing, {.login = wish_.user,
                                                        .name = wish_.user,
                                                        .role = records::Role::admin,
                                                        .department = {},
                                                        .superior = {}})
                        .no;
                }});
        close_entry();
    }

  private:
    const records::StaffEdition& person(const std::string& login, Instant at) {
        auto known = people_.find(login);
        if (known == people_.end())
            known = people_
                        .emplace(login,
                                 records::staff_as_of(
                                     connection(), records::require_staff(connection(), login), at))
                        .first;
        return known->second;
    }

    const Wish& wish_;
    store::WritableStore store_;
    base::Zone zone_;
    gate::Identity identity_;
    std::map<std::string, records::StaffEdition> people_;
    std::unique_ptr<store::ChangeRecorder> changes_;
    std::set<std::string> subjects_;
    std::set<std::string> logins_;
    std::string command_;
    Instant at_;
    std::int64_t entry_ = 0;
    std::int64_t waiting_ = 0;
    std::int64_t entries_ = 0;
};

void hire_everybody(Archive& archive, const std::string& user, Instant at) {
    for (const auto& colleague : colleagues())
        archive.record({at, user,
                        base::format("huiyin staff add {} --name *** --role {}", colleague.login,
                                     colleague.role),
                        colleague.login, [&](const records::Writing& writing) {
                            return records::add_staff(writing,
                                                      {.login = colleague.login,
                                                       .name = colleague.name,
                                                       .role = records::parse_role(colleague.role),
                                                       .department = {},
                                                       .superior = colleague.superior == nullptr
                                                                       ? std::nullopt
                                                                       : std::optional<std::string>(
                                                                             colleague.superior)})
                                .no;
                        }});
    archive.record(
        {at, "li", "huiyin area add 消防水泵房", "消防水泵房", [](const records::Writing& writing) {
             return records::add_area(writing, "消防水泵房").no;
         }});
    archive.record(
        {at, "li", "huiyin plan add 火灾 --text ***", "火灾", [](const records::Writing& writing) {
             return records::add_plan(writing, "火灾", "报警,疏散,切断电源").no;
         }});
    for (const auto& colleague : colleagues())
        archive.record({at, colleague.login, "huiyin plan ack 火灾", colleague.login,
                        [](const records::Writing& writing) {
                            records::acknowledge_rulebook(writing);
                            return records::acknowledge_plan(writing, "火灾").no;
                        }});
}

/// In a hundred matters: 50 complaints, 40 repairs, 5 suggestions, 5 calls for help.
void begin_life(Lives& lives, Chance& chance, Instant at) {
    const auto which = chance.below(100);
    if (which < 50)
        lives.complaint(at);
    else if (which < 90)
        lives.repair(at);
    else if (which < 95)
        lives.suggestion(at);
    else
        lives.call_for_help(at);
}

void make(const Wish& wish) {
    Archive archive(wish);
    const auto until = base::Day::parse(wish.until).begin(archive.zone());
    const auto from = until - hours{24 * days_of_past};
    archive.migrate(from);
    archive.found(from);
    hire_everybody(archive, wish.user, from);

    Agenda agenda;
    Chance chance(static_cast<std::uint64_t>(wish.seed));
    Lives lives(agenda, chance);
    const auto catch_up = [&](Instant now) {
        while (!agenda.empty() && agenda.next_at() < now)
            archive.record(agenda.take());
    };
    for (std::int64_t day = 0, begun = 0; wish.matters > 0 && day < days_of_past; ++day) {
        const auto midnight = from + hours{24 * day};
        lives.duty(midnight, static_cast<int>(day));
        const auto due = wish.matters * (day + 1) / days_of_past;
        for (; begun < due; ++begun)
            begin_life(lives, chance, midnight + base::Seconds{chance.below(86'400)});
        catch_up(midnight + hours{24});
    }
    archive.finish();
}

std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Wish read_wish(const std::vector<std::string>& words) {
    Wish wish{.file = words.at(0)};
    for (std::size_t at = 1; at + 1 < words.size(); at += 2) {
        const auto& name = words[at];
        const auto& value = words[at + 1];
        if (name == "--matters")
            wish.matters = number(value);
        else if (name == "--commands-per-entry")
            wish.commands_per_entry = number(value);
        else if (name == "--seed")
            wish.seed = number(value);
        else if (name == "--until")
            wish.until = value;
        else if (name == "--user")
            wish.user = value;
        else
            // A store of an older schema is what its own program makes
            // (tests/faults/stores/make.sh).
            throw std::invalid_argument("no such option: " + name);
    }
    return wish;
}

}  // namespace

}  // namespace huiyin::bench

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs(
            "usage: huiyin_bench_store FILE --matters N [--commands-per-entry N] [--seed N]"
            " [--until YYYY-MM-DD] [--user LOGIN]\n",
            stderr);
        return 2;
    }
    try {
        huiyin::bench::make(huiyin::bench::read_wish({argv + 1, argv + argc}));
    } catch (const huiyin::base::Failure& failure) {
        for (const auto& problem : failure.problems())
            std::fprintf(stderr, "%s\n", problem.what.en.c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
