#include "second_judge.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/spool.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

namespace {

using Length = std::uint64_t;

/// What one process tells another is a row: of a finding or a deadline, with the portion it is of.
const Columns& columns_of_finding_message() {
    static const Columns columns{"portion",   "rule", "severity",        "subject", "since", "row",
                                 "avoidable", "open", "to_be_explained", "columns", "cells"};
    return columns;
}
const Columns& columns_of_deadline_message() {
    static const Columns columns{"rule",    "subject",    "started", "due", "limit",
                                 "edition", "limit_text", "rated",   "said"};
    return columns;
}

constexpr char is_found = 'f';
constexpr char is_deadline = 'd';
constexpr char between_columns = '\n';

std::string joined(const Columns& columns) {
    std::string names;
    for (const auto& name : columns)
        names += name + between_columns;
    return names;
}

Columns parted(std::string_view names) {
    Columns columns;
    while (!names.empty()) {
        const auto end = names.find(between_columns);
        columns.emplace_back(names.substr(0, end));
        names.remove_prefix(end + 1);
    }
    return columns;
}

std::string message_of(const Found& found, std::int64_t portion) {
    Row row;
    row.set("portion", portion);
    row.set("rule", found.rule->id);
    row.set("severity", std::string(found.severity));
    row.set("subject", found.subject);
    row.set("since", base::seconds(found.since));
    row.set("row", found.row);
    row.set("avoidable", found.avoidable);
    row.set("open", std::int64_t{found.open});
    row.set("to_be_explained", std::int64_t{found.to_be_explained});
    row.set("columns", joined(*found.columns));
    row.set("cells", found.cells);
    return is_found + packed(row, columns_of_finding_message());
}

std::string message_of(const Deadline& deadline) {
    Row row;
    row.set("rule", deadline.rule->id);
    row.set("subject", deadline.subject);
    row.set("started", base::seconds(deadline.started));
    row.set("due", base::seconds(deadline.due));
    row.set("limit", deadline.limit);
    row.set("edition", std::int64_t{deadline.policy_edition});
    row.set("limit_text", deadline.limit_text);
    row.set("rated", std::int64_t{deadline.rated});
    if (deadline.said) row.set("said", *deadline.said);
    return is_deadline + packed(row, columns_of_deadline_message());
}

void tell(base::Spool& spool, const std::string& message) {
    const Length length = message.size();
    std::array<char, sizeof length> bytes{};
    std::memcpy(bytes.data(), &length, sizeof length);
    spool.append({bytes.data(), bytes.size()});
    spool.append(message);
}

/// All of what the second process does, on a connection of its own: that of the first is not
/// touched here.
void judge_share(const std::string& store, const base::Zone& zone, base::Instant now,
                 const SharedPortions& portions, int to_first) {
    auto connection = store::open_to_read(store);
    RuleEngine engine(connection, zone, now);
    auto rules = engine.rules();
    std::erase_if(rules, std::not_fn(goes_by_portions));
    base::Spool spool;
    StoreJudgement(engine).evaluate(
        rules, {.condition = pending_or_missed, .only_what_stands = true, .portions = &portions},
        [&](Evaluation&& part) {
            settle_refusals_on_file(engine, part.findings);
            keep_pending(part.deadlines, now);
            for (const auto& found : part.findings)
                tell(spool, message_of(found, part.portion));
            for (const auto& deadline : part.deadlines)
                tell(spool, message_of(deadline));
        });
    spool.hand_over([&](std::string_view piece) { base::write_all(to_first, piece, "pipe"); });
}

bool has_second_processor() {
    cpu_set_t processors;
    CPU_ZERO(&processors);
    return sched_getaffinity(0, sizeof processors, &processors) == 0 && CPU_COUNT(&processors) > 1;
}

/// Empty where the store is no file, or somebody's transaction is under way.
std::string file_of(store::Connection& connection) {
    const char* file = sqlite3_db_filename(connection.handle(), "main");
    return file == nullptr || sqlite3_get_autocommit(connection.handle()) == 0 ? "" : file;
}

}  // namespace

SharedPortions::SharedPortions(std::int64_t matters) : matters_(matters), taken_(nullptr) {
    void* shared =
        mmap(nullptr, sizeof *taken_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) throw std::bad_alloc();
    taken_ = new (shared) std::atomic<std::int64_t>(0);
    static_assert(std::atomic<std::int64_t>::is_always_lock_free);
}

SharedPortions::~SharedPortions() {
    munmap(taken_, sizeof *taken_);
}

std::pair<std::int64_t, std::int64_t> SharedPortions::take() const {
    const auto place = taken_->fetch_add(1);
    return {place * matters_, (place + 1) * matters_};
}

SecondJudge::SecondJudge(RuleEngine& engine, const SharedPortions& portions, std::int64_t worth_it)
    : engine_(engine) {
    const auto store = file_of(engine.connection());
    if (store.empty() || !has_second_processor() ||
        store::find_integer(engine.connection(), "SELECT max(id) FROM main.matter").value_or(0) <
            worth_it)
        return;
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    process_ = fork();
    if (process_ == 0) {
        int code = 1;
        try {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            close(ends[0]);
            judge_share(store, engine.zone(), engine.now(), portions, ends[1]);
            code = 0;
        } catch (const std::exception&) {
            // The first judges everything itself, and tells what is wrong if it is so there too.
        }
        // Nothing of the first process is to be tidied up here.
        _exit(code);
    }
    close(ends[1]);
    if (process_ < 0)
        close(ends[0]);
    else
        from_it_ = ends[0];
}

SecondJudge::~SecondJudge() {
    if (!is_there()) return;
    kill(process_, SIGKILL);
    came_to_its_end();
}

bool SecondJudge::came_to_its_end() {
    int status = 0;
    pid_t ended = 0;
    do
        ended = waitpid(process_, &status, 0);
    while (ended < 0 && errno == EINTR);
    process_ = -1;
    close(from_it_);
    return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool SecondJudge::hand_over(const StoreJudgement::Take& take) {
    const bool whole = read_all(take);
    return came_to_its_end() && whole;
}

bool SecondJudge::read_all(const StoreJudgement::Take& take) {
    const auto take_message = [&](const std::string& message) {
        Evaluation part;
        const bool of_found = message.front() == is_found;
        const auto row = Found{.columns = of_found ? &columns_of_finding_message()
                                                   : &columns_of_deadline_message(),
                               .cells = message.substr(1)}
                             .said();
        const auto number = [&](std::string_view column) {
            return row.integer(column).value_or(0);
        };
        const auto& rule = require_rule(row.text("rule"));
        if (of_found) {
            part.portion = number("portion");
            part.findings.push_back({.rule = &rule,
                                     .severity = lasting_severity(row.text("severity")),
                                     .subject = row.text("subject"),
                                     .since = base::instant(number("since")),
                                     .row = number("row"),
                                     .avoidable = number("avoidable"),
                                     .open = number("open") != 0,
                                     .to_be_explained = number("to_be_explained") != 0,
                                     .columns = engine_.maker().kept(parted(row.text("columns"))),
                                     .cells = row.text("cells")});
        } else {
            part.deadlines.push_back({.rule = &rule,
                                      .subject = row.text("subject"),
                                      .started = base::instant(number("started")),
                                      .due = base::instant(number("due")),
                                      .limit = row.text("limit"),
                                      .policy_edition = static_cast<int>(number("edition")),
                                      .limit_text = row.text("limit_text"),
                                      .rated = number("rated") != 0,
                                      .said = row.integer("said")});
        }
        take(std::move(part));
    };
    std::string bytes;
    std::array<char, std::size_t{1} << 16U> piece{};
    for (;;) {
        const auto size = read(from_it_, piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return size == 0 && bytes.empty();
        bytes.append(piece.data(), static_cast<std::size_t>(size));
        std::size_t at = 0;
        for (Length length = 0; bytes.size() - at >= sizeof length; at += sizeof length + length) {
            std::memcpy(&length, bytes.data() + at, sizeof length);
            if (bytes.size() - at - sizeof length < length) break;
            take_message(bytes.substr(at + sizeof length, length));
        }
        bytes.erase(0, at);
    }
}

}  // namespace huiyin::rulebook
