#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/formatting.hpp"

namespace huiyin::headquarters {

namespace {

std::string word_of(const OfficeState& one, base::Instant now) {
    const auto& office = one.office;
    if (office.status != "active") return office.status;
    if (!office.made_at) return "waiting";
    // A clock that runs ahead keeps nobody from being late.
    const auto last = std::min(*office.made_at, office.taken_at.value_or(*office.made_at));
    if (now - last > late_after) return "late";
    return one.texts_missing > 0 ? "texts-missing" : "current";
}

Refusal read_refusal(const Answer& answer, int row) {
    return {.at = base::instant(answer.integer(row, 1)),
            .file = answer.text(row, 2),
            .to = answer.integer(row, 3),
            .result = answer.text(row, 4),
            .problem = {{answer.text(row, 5), answer.text(row, 6)},
                        {answer.text(row, 7), answer.text(row, 8)}},
            .settled = answer.text(row, 9) == "t"};
}

}  // namespace

std::vector<OfficeState> Company::status(base::Instant now) {
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        std::vector<OfficeState> all;
        for (auto& office : all_offices(server))
            all.push_back({.office = std::move(office), .state = {}});
        const auto for_each_office = [&](const Answer& rows, const auto& take) {
            for (int row = 0; row < rows.rows(); ++row) {
                const auto one =
                    std::ranges::find(all, rows.integer(row, 0),
                                      [](const OfficeState& state) { return state.office.number; });
                if (one != all.end()) take(*one, row);
            }
        };
        // What was attached lies in files, which no office hands in.
        const auto missing = server.run(
            "SELECT s.office, count(*) FROM said s JOIN office_head h ON h.office = s.office"
            " AND h.share = 'texts' LEFT JOIN said_text t ON t.office = s.office AND t.id = s.id"
            " WHERE t.id IS NULL AND s.erased_at IS NULL AND s.place <> 'attachment.file'"
            " GROUP BY s.office");
        for_each_office(missing, [&](OfficeState& one, int row) {
            one.texts_missing = missing.integer(row, 1);
        });
        const auto forks =
            server.run("SELECT office, common, entries, hash, found_at FROM office_fork");
        for_each_office(forks, [&](OfficeState& one, int row) {
            one.fork = Fork{.common = forks.integer(row, 1),
                            .branch = {forks.integer(row, 2), forks.text(row, 3)},
                            .found_at = base::instant(forks.integer(row, 4))};
        });
        const auto refused = server.run(
            "SELECT office, at, file, entries, result, what_zh, what_en, remedy_zh, remedy_en, "
            "settled FROM office_refusal");
        for_each_office(
            refused, [&](OfficeState& one, int row) { one.refusal = read_refusal(refused, row); });
        for (auto& one : all)
            one.state = word_of(one, now);
        return all;
    });
}

std::vector<Stray> Company::strays(base::Instant now) {
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        // Tables of an earlier program, or of several servers, have none.
        if (server.run("SELECT to_regclass('stray_refusal')::text").text(0, 0).empty())
            return std::vector<Stray>{};
        const auto rows = server.run(
            "SELECT store_id, at, file, entries, result, what_zh, what_en, remedy_zh, remedy_en, "
            "false FROM stray_refusal WHERE at >= $1 ORDER BY file",
            base::seconds(now - late_after));
        std::vector<Stray> strays;
        for (int row = 0; row < rows.rows(); ++row)
            strays.push_back({rows.text(row, 0), read_refusal(rows, row)});
        return strays;
    });
}

/// Of the last days alone: nobody comes to say what became of a file that is gone.
void Company::keep_stray(const Ingested& result, base::Instant now) {
    const auto& problem = result.problems.front();
    const auto file = result.file.filename().string();
    connected_->steadily([&] {
        auto& server = connected_->ready();
        server.script("BEGIN");
        server.run("DELETE FROM stray_refusal WHERE file = $1 OR at < $2", file,
                   base::seconds(now - late_after));
        server.run(
            "INSERT INTO stray_refusal (file, at, store_id, entries, result, what_zh, what_en, "
            "remedy_zh, remedy_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            file, base::seconds(now), result.store_id, result.to, result.result, problem.what.zh,
            problem.what.en, problem.remedy.zh, problem.remedy.en);
        server.script("COMMIT");
    });
}

void Company::keep_refusal(const Ingested& result, base::Instant now) {
    if (result.exit == base::Exit::done) {
        connected_->steadily([&] {
            connected_->ready().run("DELETE FROM stray_refusal WHERE file = $1",
                                    result.file.filename().string());
        });
        return;
    }
    // Of what is settled nobody has to know, and one before it may not be.
    if (result.problems.empty() || result.settled) return;
    const bool is_stray =
        result.result == "unregistered" || (result.result == "refused" && result.office.empty());
    if (is_stray) return keep_stray(result, now);
    if (result.office.empty() || (result.result != "refused" && result.result != "gap")) return;
    const auto& problem = result.problems.front();
    connected_->steadily([&] {
        auto& server = connected_->ready();
        server.script("BEGIN");
        server.run(
            "DELETE FROM office_refusal r USING office_head h WHERE h.office = r.office AND "
            "h.store_id = $1",
            result.store_id);
        server.run(
            "INSERT INTO office_refusal (office, at, file, entries, result, what_zh, what_en, "
            "remedy_zh, remedy_en, damaged) SELECT office, $2, $3, $4, $5, $6, $7, $8, $9, $10 = 1 "
            "FROM office_head WHERE store_id = $1 AND status <> 'retired'",
            result.store_id, base::seconds(now), result.file.filename().string(), result.to,
            result.result, problem.what.zh, problem.what.en, problem.remedy.zh, problem.remedy.en,
            std::int64_t{result.damaged});
        server.script("COMMIT");
    });
}

}  // namespace huiyin::headquarters
