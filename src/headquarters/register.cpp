#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/headquarters/bundle.hpp"
#include "tables.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// While it is held no other program registers an office or makes tables.
constexpr const char* hold_register = "SELECT pg_advisory_xact_lock(7526757)";

}  // namespace

Company::Company(std::string url) : connected_(std::make_unique<Connected>(std::move(url))) {}
Company::~Company() = default;

void Company::init() {
    connected_->steadily([&] {
        auto& server = connected_->server();
        if (server.run("SHOW server_encoding").text(0, 0) != "UTF8")
            throw Failure(
                Exit::failed,
                Label{"总部的库须用 UTF8 编码", "headquarters' store must be encoded in UTF8"},
                Label{"createdb --encoding UTF8 --template template0 huiyin",
                      "createdb --encoding UTF8 --template template0 huiyin"});
        server.script("BEGIN");
        server.script(hold_register);
        server.script("SET LOCAL client_min_messages = 'error'");
        server.script(company_schema());
        server.script("COMMIT");
    });
}

Office Company::add_office(const std::string& name, const std::string& store_id,
                           const std::string& public_key, base::Instant now) {
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        server.script("BEGIN");
        server.script(hold_register);
        const auto held = server.run(
            base::format(
                "SELECT {} FROM office_head WHERE name = $1 OR store_id = $2 ORDER BY office",
                office_columns),
            name, store_id);
        if (held.rows() > 0) {
            const auto other = read_office(held, 0);
            // Said again, as after an answer that was lost.
            const bool is_same = held.rows() == 1 && other.name == name &&
                                 other.store_id == store_id && other.public_key == public_key;
            server.script("ROLLBACK");
            if (is_same) return other;
            throw Failure(
                Exit::refused,
                other.name == name
                    ? compose({"办公室「{}」已登记", "the office '{}' is registered"}, name)
                    : compose({"这个数据文件已登记为「{}」", "this store is registered as '{}'"},
                              other.name),
                Label{"一览见 huiyin hq office list", "huiyin hq office list has them"});
        }
        const auto added = server.run_with(
            base::format(
                "INSERT INTO office_head (office, name, store_id, public_key, registered_at) "
                "SELECT coalesce(max(office), 0) + 1, $1, $2, $3, $4 FROM office_head "
                "RETURNING {}",
                office_columns),
            {parameter(name), parameter(store_id), parameter_of_bytes(public_key),
             parameter(base::seconds(now))});
        auto office = read_office(added, 0);
        server.script("COMMIT");
        return office;
    });
}

std::vector<Office> Company::offices() {
    return connected_->steadily([&] {
        const auto answer = connected_->ready().run(
            base::format("SELECT {} FROM office_head ORDER BY office", office_columns));
        std::vector<Office> all;
        for (int row = 0; row < answer.rows(); ++row)
            all.push_back(read_office(answer, row));
        return all;
    });
}

Office Company::office(const std::string& name) {
    const auto all = offices();
    const auto found = std::ranges::find_if(
        all, [&](const Office& one) { return one.name == name || one.store_id == name; });
    if (found != all.end()) return *found;
    std::vector<std::string> names;
    std::ranges::transform(all, std::back_inserter(names), &Office::name);
    const auto near = base::nearest(name, names);
    throw Failure(
        Exit::not_found, compose({"没有登记办公室「{}」", "no office '{}' is registered"}, name),
        near ? compose({"是不是「{}」?", "did you mean {}?"}, *near)
             : base::Text(Label{"一览见 huiyin hq office list", "huiyin hq office list has them"}));
}

void Company::retire(const std::string& name) {
    const auto known = office(name);
    connected_->steadily([&] {
        connected_->ready().run("UPDATE office_head SET status = 'retired' WHERE office = $1::int",
                                known.number);
    });
}

std::vector<OfficeState> Company::status(base::Instant now) {
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        const auto answer =
            server.run(base::format("SELECT {} FROM office_head ORDER BY office", office_columns));
        // What was attached lies in files, which no office hands in.
        const auto missing = server.run(
            "SELECT s.office, count(*) FROM said s JOIN office_head h ON h.office = s.office"
            " AND h.share = 'texts' LEFT JOIN said_text t ON t.office = s.office AND t.id = s.id"
            " WHERE t.id IS NULL AND s.erased_at IS NULL AND s.place <> 'attachment.file'"
            " GROUP BY s.office");
        std::vector<OfficeState> all;
        for (int row = 0; row < answer.rows(); ++row) {
            OfficeState one{.office = read_office(answer, row), .state = {}};
            for (int other = 0; other < missing.rows(); ++other)
                if (missing.integer(other, 0) == one.office.number)
                    one.texts_missing = missing.integer(other, 1);
            const auto& made_at = one.office.made_at;
            one.state = one.office.status != "active" ? one.office.status
                        : !made_at                    ? "waiting"
                        : now - *made_at > late_after ? "late"
                        : one.texts_missing > 0       ? "texts-missing"
                                                      : "current";
            all.push_back(std::move(one));
        }
        return all;
    });
}

}  // namespace huiyin::headquarters
