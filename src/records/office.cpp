#include "huiyin/records/office.hpp"

#include "huiyin/base/failure.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

Office load_office(store::Connection& connection) {
    store::Query row(
        connection,
        "SELECT store_id, name, language, timezone, opened_at FROM office WHERE id = 1");
    if (!row.next())
        throw base::Failure(
            base::Exit::integrity,
            base::Label{"数据文件里没有办公室资料", "the store has no office in it"},
            base::Label{"运行 huiyin audit verify", "run huiyin audit verify"});
    return {.store_id = row.text(0),
            .name = row.text(1),
            .language = base::parse_language(row.text(2)).value_or(base::Language::chinese),
            .timezone = row.text(3),
            .opened_at = row.time(4)};
}

base::Zone zone_of(const Office& office) {
    try {
        return base::Zone(office.timezone);
    } catch (const base::Failure& failure) {
        // Nobody mistyped it just now, so it is no error of usage.
        throw base::Failure(
            base::Exit::failed, failure.problems().front().what,
            base::Label{"安装时区数据:apt install tzdata,PRC 这类旧名自 Debian 13 起在 "
                        "tzdata-legacy;仍不行则运行 huiyin audit verify",
                        "install the zones: apt install tzdata; old names such as PRC have been in "
                        "tzdata-legacy since Debian 13; if that does not help, run huiyin audit "
                        "verify"});
    }
}

void found_office(store::Connection& connection, const Office& office) {
    store::run(connection,
               "INSERT INTO office (id, store_id, name, language, timezone, opened_at)"
               " VALUES (1, ?, ?, ?, ?, ?)",
               office.store_id, office.name, base::language_tag(office.language), office.timezone,
               office.opened_at);
}

}  // namespace huiyin::records
