#include "huiyin/records/weekly_report.hpp"

namespace huiyin::records {

std::optional<FiledReport> latest_report(store::Connection& connection, std::string_view week) {
    store::Query row(connection,
                     "SELECT r.edition, r.filed_at, r.figures, c.value FROM weekly_report r"
                     " LEFT JOIN content c ON c.id = r.summary"
                     " WHERE r.week = ? ORDER BY r.edition DESC LIMIT 1",
                     week);
    if (!row.next()) return {};
    return FiledReport{.week = std::string(week),
                       .edition = static_cast<int>(row.integer(0)),
                       .filed_at = row.time(1),
                       .figures = row.text(2),
                       .summary = row.maybe_text(3)};
}

std::optional<std::string> filed_figures(store::Connection& connection, std::string_view week,
                                         int edition) {
    store::Query row(connection, "SELECT figures FROM weekly_report WHERE week = ? AND edition = ?",
                     week, edition);
    return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

int file_report(const Writing& writing, std::string_view week, const std::string& figures,
                const std::optional<std::string>& summary) {
    const auto latest = latest_report(writing.connection(), week);
    const int edition = latest ? latest->edition + 1 : 1;
    const auto id = writing.next_id("weekly_report");
    store::run(writing.connection(),
               "INSERT INTO weekly_report (id, week, edition, filed_at, recorder, figures, summary)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)",
               id, week, edition, writing.now(), writing.recorder().staff, figures,
               writing.keep("weekly_report.summary", id, summary));
    return edition;
}

}  // namespace huiyin::records
