#include <SQLiteCpp/Exception.h>

#include <algorithm>

#include "denial.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/backup.hpp"
#include "huiyin/store/sharing.hpp"
#include "huiyin/store/store.hpp"
#include "proof.hpp"
#include "transaction.hpp"

namespace huiyin::gate {

namespace fs = std::filesystem;
using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

std::optional<std::string> hash_of(store::Connection& connection, std::int64_t seq) {
    Query row(connection, "SELECT hash FROM journal WHERE seq = ?", seq);
    return row.next() ? std::optional(base::hex(row.blob(0))) : std::nullopt;
}

/// The store that is to be replaced, as far as it can still be read.
struct Present {
    std::optional<store::Connection> connection;
    base::Text unreadable;
};

Present look_at(const store::WriterLock& lock, const fs::path& path) {
    std::error_code none;
    const auto status = fs::symlink_status(path, none);
    if (!fs::exists(status)) return {};
    if (!fs::is_regular_file(status))
        throw Failure(
            Exit::failed, compose({"{} 不是普通文件", "{} is not a regular file"}, path.string()),
            Label{"移走它,或用 --db 指明数据文件", "move it away, or name the store with --db"});
    try {
        Present present{store::open_under_lock(lock, path), {}};
        // Whether its pages can be read at all shows only in reading them.
        records::load_office(*present.connection);
        read_head(*present.connection);
        return present;
    } catch (const SQLite::Exception& error) {
        return {{}, store::explain(error, path.string()).problems().front().what};
    } catch (const Failure& failure) {
        if (failure.code() == Exit::busy || failure.code() == Exit::interrupted) throw;
        return {{}, failure.problems().front().what};
    }
}

/// By the present store's staff where it can tell, else by the copy's.
void require_administrator(const Session& session, Present& present, store::Connection& copy) {
    auto& staff = present.connection ? *present.connection : copy;
    const auto now = base::machine_now();
    require_rights(staff, acting_staff(staff, session.identity, now), {Right::administer}, now);
}

void require_anchored(store::Connection& copy, const Anchor& anchor, const std::string& store_id,
                      Restored& result) {
    if (anchor.store_id && *anchor.store_id != store_id)
        throw Failure(Exit::integrity,
                      Label{"锚点属于另一个数据文件", "the anchor belongs to another store"},
                      Label{"用这个办公室自己的锚点", "use an anchor of this office"});
    if (anchor.seal && !holds(*anchor.seal))
        throw Failure(Exit::integrity,
                      Label{"锚点的签名不符", "the anchor's signature is not valid"},
                      Label{"换用另一个锚点", "use another anchor"});
    if (anchor.head.entries <= result.head.entries && !agrees(copy, anchor))
        throw Failure(Exit::integrity,
                      compose({"这份副本的第 {} 条与锚点不符:此前的日志被改写",
                               "entry {} of the copy differs from the anchor: the journal before "
                               "it was rewritten"},
                              anchor.head.entries),
                      Label{"换用另一份备份", "use another backup"});
    result.unseen = std::max<std::int64_t>(anchor.head.entries - result.head.entries, 0);
}

/// The last entry that both journals have alike.
std::int64_t last_common(store::Connection& one, store::Connection& other, std::int64_t upto) {
    // A hash covers all that was before it, so the agreement ends once and for all.
    std::int64_t agree = 0;
    std::int64_t differ = upto + 1;
    while (differ - agree > 1) {
        const auto middle = agree + (differ - agree) / 2;
        const auto hash = hash_of(one, middle);
        (hash && hash == hash_of(other, middle) ? agree : differ) = middle;
    }
    return agree;
}

void compare(Present& present, store::Connection& copy, const std::string& store_id,
             Restored& result) {
    if (!present.connection) return;
    auto& connection = *present.connection;
    if (records::load_office(connection).store_id != store_id)
        throw Failure(
            Exit::failed,
            Label{"现有的数据文件属于另一个办公室", "the present store belongs to another office"},
            Label{"用 --db 指明要恢复到哪里", "say with --db where to restore to"});
    const auto head = read_head(connection);
    const auto common = last_common(connection, copy, std::min(head.entries, result.head.entries));
    for (auto& entry : read_log(connection, {}))
        if (entry.seq > common) result.lost.push_back(std::move(entry));
    result.unseen = std::max<std::int64_t>(result.unseen - std::ssize(result.lost), 0);
}

void require_accepted(const Restored& result, const RestoreWish& wish) {
    if (wish.accepted_loss || (result.lost.empty() && result.unseen == 0)) return;
    std::vector<base::Problem> problems;
    const Label remedy{
        "换用较新的备份;若确实只有这份:加上 --accept-loss 原因(写入日志)",
        "use a newer backup; if this is the newest there is, add --accept-loss REASON (journaled)"};
    if (!result.lost.empty())
        problems.push_back(
            {compose({"这份副本比现有数据旧:将失去 {} 条日志(第 {} 至 {} 条)",
                      "the copy is older than the present store: {} entries would be lost ({} to "
                      "{})"},
                     result.lost.size(), result.lost.front().seq, result.lost.back().seq),
             remedy});
    if (result.unseen > 0)
        problems.push_back(
            {compose({"这份副本比锚点旧:锚点记有而这里没有的日志 {} 条",
                      "the copy is older than the anchor: {} entries are missing here"},
                     result.unseen),
             remedy});
    constexpr std::size_t most_shown = 10;
    for (const auto& entry : result.lost) {
        if (problems.size() > most_shown) break;
        problems.push_back(
            {compose({"  第 {} 条 {} {}", "  entry {}: {} {}"}, entry.seq,
                     entry.staff.empty() ? entry.os_user : entry.staff, entry.command),
             {}});
    }
    throw Failure(Exit::integrity, std::move(problems));
}

/// The files SQLite and the writers' lock leave beside a store under its passing name.
class Sidecars {
  public:
    explicit Sidecars(fs::path store) : store_(std::move(store)) {}
    ~Sidecars() {
        std::error_code none;
        fs::remove(store::journal_of(store_), none);
        fs::remove(store::lock_of(store_), none);
    }
    Sidecars(const Sidecars&) = delete;
    Sidecars& operator=(const Sidecars&) = delete;

  private:
    fs::path store_;
};

/// Writes into the copy that it was restored, before it takes its place.
std::int64_t note_in(const fs::path& copy, const Session& session, const std::string& line,
                     const Restoration& restoration) {
    auto its_desk = session;
    its_desk.store = copy;
    const Sidecars passing(copy);
    Transaction transaction(store::open_to_write(copy), its_desk);
    transaction.begin();
    transaction.note_restoration(restoration);
    const auto seq = transaction.close_entry(line);
    transaction.commit();
    return seq;
}

/// Keeps the replaced store under a name of its own. Its journal goes with it: left behind, SQLite
/// would roll it back into the copy.
std::optional<fs::path> set_aside(const fs::path& store, const base::Zone& zone) {
    std::error_code error;
    std::optional<fs::path> kept;
    if (fs::exists(store, error)) {
        auto stamp = base::readable(base::machine_now(), zone);
        std::erase_if(stamp, [](char c) { return c < '0' || c > '9'; });
        kept = base::format("{}.replaced-{}", store.string(), stamp);
        for (int again = 2; fs::exists(*kept, error); ++again)
            kept = base::format("{}.replaced-{}-{}", store.string(), stamp, again);
        // A second name keeps the store in its place until the copy takes it.
        fs::create_hard_link(store, *kept, error);
        if (error) fs::rename(store, *kept, error);
        if (error)
            throw Failure(Exit::failed,
                          compose({"无法保留原数据文件:{}", "cannot keep the previous store: {}"},
                                  error.message()));
    }
    const auto beside = kept.value_or(store.string() + ".replaced");
    for (const std::string_view suffix : {"-journal", "-wal", "-shm"}) {
        const auto stray = store.string() + std::string(suffix);
        if (!fs::exists(stray, error)) continue;
        if (fs::file_size(stray, error) == 0)
            fs::remove(stray, error);
        else
            fs::rename(stray, beside.string() + std::string(suffix), error);
        if (error)
            throw Failure(Exit::failed, compose({"无法移开 {}:{}", "cannot move {} aside: {}"},
                                                stray, error.message()));
    }
    return kept;
}

}  // namespace

Restored restore(const Session& session, const std::string& line, const RestoreWish& wish) {
    std::error_code none;
    if (fs::equivalent(session.store, wish.copy, none))
        throw Failure(Exit::usage,
                      Label{"备份与现有数据文件是同一个文件", "the copy is the store itself"},
                      Label{"写出备份文件", "name the backup"});
    fs::create_directories(fs::absolute(session.store).parent_path(), none);
    return guarded(session, line, [&] {
        // Whoever stands in the queue writes into the restored store, not into the replaced one.
        const store::WriterLock lock(session.store);
        base::AtomicFile fresh(session.store, base::AtomicFile::Readers::owner);
        store::explained(wish.copy.string(), [&] { store::copy_to_file(wish.copy, fresh.path()); });
        require_sound(fresh.path(), wish.copy);

        Restored result;
        Restoration restoration;
        std::optional<base::Zone> zone;
        {
            auto copy = store::open_to_read(fresh.path());
            auto present = look_at(lock, session.store);
            const auto office = records::load_office(copy);
            zone.emplace(records::zone_of(office));
            result.timezone = zone->name();
            if (session.on_language) session.on_language(office.language);
            require_administrator(session, present, copy);
            result.head = read_head(copy);
            if (wish.anchor) require_anchored(copy, *wish.anchor, office.store_id, result);
            compare(present, copy, office.store_id, result);
            result.present_unreadable = present.unreadable;
            restoration = {.entries = result.head.entries,
                           .lost = std::ssize(result.lost) + result.unseen,
                           .lost_head = {},
                           .reason = wish.accepted_loss};
            if (present.connection) restoration.lost_head = read_head(*present.connection).hash;
        }
        require_accepted(result, wish);
        if (session.dry_run) return result;
        result.seq = note_in(fresh.path(), session, line, restoration);
        store::inherit_sharing(fresh.path(), session.store);
        result.kept = set_aside(session.store, *zone);
        fresh.publish();
        if (session.on_commit) session.on_commit("restore");
        store::inherit_sharing(store::lock_of(session.store), session.store);
        return result;
    });
}

}  // namespace huiyin::gate
