#include "huiyin/gate/backup.hpp"

#include "denial.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/store/store.hpp"
#include "proof.hpp"

namespace huiyin::gate {

namespace fs = std::filesystem;
using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// A copy holds everybody's names and numbers, so that one was made is on record. A full disk or a
/// read-only one must not keep anybody from saving what is on it. Returns why there is no trace.
base::Text leave_trace(const Session& session, const std::string& line) {
    Command command;
    command.line = line;
    command.rights = {Right::administer};
    command.leaves_trace = true;
    command.record = [](const records::Writing&) { return records::WriteResult{"backup", {}}; };
    try {
        write(session, command);
        return {};
    } catch (const Failure& failure) {
        if (failure.code() != Exit::failed) throw;
        open_to_read(session, line, Right::administer);
        note_in_system_log(session, "backed up by", line);
        return failure.problems().front().what;
    }
}

void require_free(const fs::path& target) {
    std::error_code none;
    if (!fs::exists(fs::symlink_status(target, none))) return;
    throw Failure(Exit::failed,
                  compose({"{} 已经存在,不会覆盖", "{} already exists and is not overwritten"},
                          target.string()),
                  fs::is_directory(target, none)
                      ? compose({"写出文件名,如 {}", "name a file in it, such as {}"},
                                (target / "office-2026-11-23.db").string())
                      : base::Text(Label{"换一个文件名,如带上日期;或先移走旧的",
                                         "choose another name, for example with the date in it, or "
                                         "move the old one away"}));
}

/// A copy lies under a passing name that means nothing to anybody.
Verification proof_of(const fs::path& copy, const fs::path& called) {
    try {
        return verify(copy, {}, {}, ProofBy::replay);
    } catch (const Failure& failure) {
        if (failure.code() != Exit::failed) throw;
        throw Failure(Exit::failed,
                      compose({"{} 已损坏,无法核对", "{} is damaged and cannot be verified"},
                              called.string()),
                      Label{"换用另一份备份", "use another backup"});
    }
}

/// The copying itself. Its trace is on record by then: what SQLite says must not end as "nothing
/// was recorded".
void copy(const fs::path& store, const fs::path& target, const fs::path& called) {
    try {
        store::copy_to_file(store, target);
    } catch (const SQLite::Exception& error) {
        const auto told = store::explain(error, called.string());
        throw Failure(told.code(),
                      compose({"备份 {} 没有做成({})", "the backup {} was not made ({})"},
                              called.string(), error.what()),
                      told.problems().front().remedy);
    }
}

}  // namespace

void require_sound(const fs::path& copy, const fs::path& called) {
    const auto proof = proof_of(copy, called);
    if (proof.sound()) return;
    std::vector<base::Problem> problems;
    problems.push_back(
        {compose({"{} 与其日志不符", "{} does not match its journal"}, called.string()),
         compose({"用 huiyin audit verify --db {} 查看;换用另一份备份",
                  "inspect it with huiyin audit verify --db {}; use another backup"},
                 called.string())});
    for (const auto& fault : proof.faults)
        if (problems.size() < 6) problems.push_back({fault.what, {}});
    throw Failure(Exit::integrity, std::move(problems));
}

Backup back_up(const Session& session, const std::string& line, const fs::path& target) {
    require_free(target);
    // Before the trace, which `doctor` takes for a backup: where nothing can be written there is
    // none.
    base::AtomicFile file(target, base::AtomicFile::Readers::owner);
    Backup backup;
    backup.unrecorded = leave_trace(session, line);
    return guarded(session, line, [&] {
        copy(session.store, file.path(), target);
        require_sound(file.path(), session.store);
        {
            auto copy = store::open_to_read(file.path());
            backup.head = read_head(copy);
        }
        backup.bytes = fs::file_size(file.path());
        file.publish(base::AtomicFile::Existing::keep);
        return backup;
    });
}

}  // namespace huiyin::gate
