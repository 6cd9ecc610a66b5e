#include "huiyin/records/repair.hpp"

#include <algorithm>
#include <array>

namespace huiyin::records {

using store::Query;

namespace {

constexpr std::array<std::string_view, 9> urgent_categories{
    "elevator",     "structure",        "wiring",       "water-supply", "tap-burst",
    "heating-main", "floor-stair-rail", "falling-risk", "danger"};

Matter require_repair(const Writing& writing, std::string_view number) {
    return require_matter(writing.connection(), number,
                          base::year_of(writing.now(), writing.zone()), MatterKind::repair);
}

}  // namespace

bool is_urgent(std::string_view category) {
    return std::ranges::find(urgent_categories, category) != urgent_categories.end();
}

Made add_repair(const Writing& writing, const NewRepair& repair) {
    const auto [id, no, step] = open_matter(writing, repair.matter);
    store::run(writing.connection(),
               "INSERT INTO repair (id, place, appointment_at) VALUES (?, ?, ?)", id,
               writing.say("repair.place", id, repair.place), repair.appointment);
    return {no, {}};
}

Made urge_repair(const Writing& writing, std::string_view number, const std::string& text) {
    const auto matter = require_repair(writing, number);
    add_step(writing, matter.id, {.what = "urge", .text = text});
    return {matter.no, {}};
}

Made close_repair(const Writing& writing, std::string_view number,
                  const std::optional<std::string>& outcome) {
    const auto matter = require_repair(writing, number);
    close_matter(writing, matter.id, outcome, {}, {});
    return {matter.no, {}};
}

Repair load_repair(store::Connection& connection, MatterId id) {
    Repair repair;
    repair.matter = load_matter(connection, id);
    Query row(connection,
              "SELECT place.value, r.appointment_at,"
              " (SELECT d.fault FROM step s JOIN order_detail d ON d.step = s.id"
              "  WHERE s.matter = r.id AND s.what = 'defer' ORDER BY s.id DESC LIMIT 1),"
              " (SELECT count(*) FROM step s WHERE s.matter = r.id AND s.what = 'urge')"
              " FROM repair r LEFT JOIN content place ON place.id = r.place WHERE r.id = ?",
              id);
    if (!row.next()) return repair;
    repair.place = row.maybe_text(0);
    repair.appointment = row.maybe_time(1);
    repair.fault = row.maybe_text(2);
    repair.urged = row.integer(3);
    return repair;
}

}  // namespace huiyin::records
