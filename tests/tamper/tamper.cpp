// Changes one thing at a time in a store and asks `audit verify` about it, in this process: every
// value of every row, bytes of every journal entry, the order and number of the entries, the
// journal's end. Whatever is not noticed is told, and the exit is 1.
//
//   huiyin_tamper STORE [--every N] [--bytes N] [--first-byte N] [--entries N] [--sums] [OLD-COPY…]
//
// With --sums the sums alone are asked, which must not agree; without it the replay that follows
// has to name a fault, too. With --every N only each Nth value and byte is tried, with --bytes N
// each Nth byte whatever of values, from the Nth on with --first-byte N, with --entries N each Nth
// entry. STORE is changed and put right
// again: give a copy. Each OLD-COPY is the same store as it was earlier.

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/seal.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "subject.hpp"

using namespace huiyin;

namespace {

constexpr std::size_t tried_between_reports = 5'000;

struct Row {
    std::string_view what;
    std::size_t tried = 0;
    std::size_t noticed = 0;
};

bool is_sound(const std::string& path, const gate::Outside& outside, bool by_sums) {
    return by_sums ? gate::prove_by_sums(path, outside).has_value()
                   : gate::verify(path, outside, {}, gate::ProofBy::replay).sound();
}

/// Asks about one change after another and keeps count.
class Trial {
  public:
    Trial(const std::string& path, gate::Outside outside, bool by_sums)
        : path_(path), outside_(std::move(outside)), by_sums_(by_sums) {}

    void begin(std::string_view what) { rows_.push_back({what}); }

    bool sound(bool with_anchor) const {
        return is_sound(path_, with_anchor ? outside_ : gate::Outside{}, by_sums_);
    }

    /// Counts a change that is in place now; `where` names it if nobody notices.
    void ask(const std::string& where, bool with_anchor = false) {
        auto& row = rows_.back();
        ++row.tried;
        if (noticed(where, with_anchor))
            ++row.noticed;
        else if (row.tried - row.noticed <= 20)
            fmt::print("not noticed: {}: {}\n", row.what, where);
        // By sums the whole takes more than an hour.
        if (row.tried % tried_between_reports == 0)
            fmt::print(stderr, "{}: {} tried, {} noticed\n", row.what, row.tried, row.noticed);
    }

    /// Noticed means told as a fault; to fail in any other way is no answer.
    bool noticed(const std::string& where, bool with_anchor) const {
        try {
            return !sound(with_anchor);
        } catch (const std::exception& error) {
            fmt::print("no answer: {}: {}\n", where, error.what());
            return false;
        }
    }

    bool tell() const {
        bool all = true;
        for (const auto& row : rows_) {
            fmt::print("{:<58} {:>8} tried {:>8} noticed\n", row.what, row.tried, row.noticed);
            all = all && row.tried > 0 && row.tried == row.noticed;
        }
        return all;
    }

  private:
    std::string path_;
    gate::Outside outside_;
    bool by_sums_;
    std::vector<Row> rows_;
};

void change_values(tamper::Subject& subject, Trial& trial, std::size_t every) {
    trial.begin("each value of each row");
    std::size_t turn = 0;
    for (const auto& table : subject.tables()) {
        if (table == "journal") continue;  // its bytes come one by one
        for (const auto& cell : subject.cells(table)) {
            if (turn++ % every != 0) continue;
            subject.change(cell);
            trial.ask(cell.name());
            subject.restore(cell);
        }
    }
}

void change_journal_bytes(tamper::Subject& subject, Trial& trial, std::size_t every,
                          std::size_t first) {
    trial.begin("each byte of each journal entry");
    std::size_t turn = 0;
    for (std::int64_t seq = 1; seq <= subject.entries(); ++seq)
        for (const char* column : {"head", "changeset", "hash"}) {
            const auto sound = subject.journal_bytes(seq, column);
            for (std::size_t at = 0; at < sound.size(); ++at) {
                const auto number = turn++;
                if (number < first || number % every != 0) continue;
                auto changed = sound;
                changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 7)));
                subject.put_journal_bytes(seq, column, changed);
                trial.ask(base::format("entry {} {} byte {}", seq, column, at));
            }
            subject.put_journal_bytes(seq, column, sound);
        }
}

/// One statement on the journal, for each entry, each time taken back.
void change_order(tamper::Subject& subject, Trial& trial, std::int64_t step, std::string_view what,
                  std::string_view statement, bool with_anchor = false) {
    trial.begin(what);
    for (std::int64_t seq = 1; seq < subject.entries(); seq += step)
        subject.tried(statement, seq,
                      [&] { trial.ask(base::format("entry {}", seq), with_anchor); });
}

void change_journal(tamper::Subject& subject, Trial& trial, std::int64_t step) {
    change_order(subject, trial, step, "an entry removed", "DELETE FROM journal WHERE seq = :seq");
    change_order(subject, trial, step, "an entry removed, the others moved up",
                 "DELETE FROM journal WHERE seq = :seq;"
                 "UPDATE journal SET seq = -seq WHERE seq > :seq;"
                 "UPDATE journal SET seq = -seq - 1 WHERE seq < 0");
    change_order(subject, trial, step, "two neighbours swapped",
                 "UPDATE journal SET seq = -seq WHERE seq IN (:seq, :seq + 1);"
                 "UPDATE journal SET seq = 2 * :seq + 1 + seq WHERE seq < 0");
    change_order(subject, trial, step, "an entry inserted a second time",
                 "UPDATE journal SET seq = -seq WHERE seq > :seq;"
                 "UPDATE journal SET seq = -seq + 1 WHERE seq < 0;"
                 "INSERT INTO journal SELECT seq + 1, head, changeset, hash FROM journal"
                 " WHERE seq = :seq");
    change_order(subject, trial, step, "an entry renumbered",
                 "UPDATE journal SET seq = seq + 1000000 WHERE seq = :seq");
    change_order(subject, trial, step, "the tail cut after an entry, held against the anchor",
                 "DELETE FROM journal WHERE seq > :seq", true);
}

/// Whoever can write the file can reckon every hash anew: the store alone then looks sound.
void rewrite_chain(tamper::Subject& subject, Trial& trial, std::int64_t step) {
    const auto sealed = store::find_integer(subject.connection(), "SELECT max(entries) FROM seal");
    trial.begin("the chain rewritten from a sealed entry on");
    for (std::int64_t seq = 1; seq <= sealed.value_or(0); seq += step)
        subject.rewritten_from(seq, [&] { trial.ask(base::format("entry {}", seq)); });
    trial.begin("the chain rewritten from an entry on, held against the anchor");
    for (std::int64_t seq = 1; seq < subject.entries(); seq += step)
        subject.rewritten_from(seq, [&] { trial.ask(base::format("entry {}", seq), true); });
}

int run(const std::vector<std::string>& arguments) {
    std::size_t every = 1;
    std::optional<std::size_t> bytes;
    std::size_t first_byte = 0;
    std::int64_t entries = 1;
    bool by_sums = false;
    std::vector<std::string> files;
    for (std::size_t at = 0; at < arguments.size(); ++at)
        if (arguments[at] == "--every" && at + 1 < arguments.size())
            every = std::stoul(arguments[++at]);
        else if (arguments[at] == "--bytes" && at + 1 < arguments.size())
            bytes = std::stoul(arguments[++at]);
        else if (arguments[at] == "--first-byte" && at + 1 < arguments.size())
            first_byte = std::stoul(arguments[++at]);
        else if (arguments[at] == "--entries" && at + 1 < arguments.size())
            entries = std::stol(arguments[++at]);
        else if (arguments[at] == "--sums")
            by_sums = true;
        else
            files.push_back(arguments[at]);
    if (files.empty()) return 2;

    tamper::Subject subject(files.front());
    gate::Outside outside;
    outside.anchor =
        gate::Anchor{.head = gate::read_head(subject.connection()), .store_id = {}, .seal = {}};
    Trial trial(files.front(), outside, by_sums);
    if (!trial.sound(true)) {
        fmt::print("the store is not sound to begin with\n");
        return 1;
    }
    change_values(subject, trial, every);
    change_journal_bytes(subject, trial, bytes.value_or(every), first_byte);
    change_journal(subject, trial, entries);
    rewrite_chain(subject, trial, entries);
    const bool restored = trial.sound(true);
    bool all = trial.tell();

    Row old{"an older copy, held against the anchor"};
    for (std::size_t at = 1; at < files.size(); ++at) {
        // Sound by itself, or it would prove nothing about the anchor.
        if (!is_sound(files[at], {}, by_sums)) continue;
        ++old.tried;
        if (!is_sound(files[at], outside, by_sums)) ++old.noticed;
    }
    fmt::print("{:<58} {:>8} tried {:>8} noticed\n", old.what, old.tried, old.noticed);
    if (!restored) fmt::print("the store was not put right again\n");
    return restored && all && old.tried + 1 == files.size() && old.tried == old.noticed ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        store::set_up_sqlite();
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        fmt::print("failed: {}\n", error.what());
        return 1;
    }
}
