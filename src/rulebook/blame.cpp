#include "huiyin/rulebook/blame.hpp"

#include <algorithm>
#include <array>

#include "huiyin/records/matter.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using records::StaffId;

namespace {

constexpr std::array names{
    BlamedName{Blamed::doer, "doer", {"该步的经手人", "who did the step"}, false},
    BlamedName{
        Blamed::holder,
        "holder",
        {"到期时的承办人,没有则登记人", "the holder when it fell due, else who registered it"},
        false},
    BlamedName{Blamed::registrar, "registrar", {"登记(接待)的人", "who registered it"}, false},
    BlamedName{Blamed::sender, "sender", {"报告人", "the sender of the message"}, true},
    BlamedName{Blamed::technician, "technician", {"维修人员", "the technician"}, true},
    BlamedName{Blamed::officer, "officer", {"当班人", "the officer in charge"}, true},
    BlamedName{Blamed::rostered, "rostered", {"排定的人", "the rostered one"}, true},
    BlamedName{Blamed::concerned, "concerned", {"当事人", "the person concerned"}, true},
    BlamedName{Blamed::nobody, "nobody", {"不归个人", "nobody"}, false},
    BlamedName{Blamed::unsaid,
               "",
               {"该步的经手人,没有则承办人", "who did the step, else the holder"},
               false},
};

/// Who wrote a row that a rule blames.
struct Writer {
    std::string_view table;
    std::string_view query;
};
constexpr std::array writers{
    Writer{"step", "SELECT doer FROM step WHERE id = ?"},
    Writer{"staff_edition", "SELECT recorder FROM staff_edition WHERE id = ?"},
    Writer{"policy_edition", "SELECT recorder FROM policy_edition WHERE id = ?"},
    Writer{"erased_value",
           "SELECT e.recorder FROM erased_value v JOIN erasure e ON e.id = v.erasure"
           " WHERE v.id = ?"},
};

std::optional<StaffId> writer_of(store::Connection& connection, const Rule& rule,
                                 std::int64_t row) {
    if (row <= 0) return {};
    const std::string_view table = rule.blames.empty() ? "step" : std::string_view(rule.blames);
    const auto* writer = std::ranges::find(writers, table, &Writer::table);
    if (writer == writers.end()) return {};
    return store::find_integer(connection, writer->query, row);
}

/// Whoever a shift, a roster entry or a conduct case is about.
std::optional<StaffId> person_of(store::Connection& connection, records::MatterId matter) {
    return store::find_integer(connection,
                               "SELECT coalesce((SELECT c.staff FROM conduct c WHERE c.id = ?1),"
                               " (SELECT r.staff FROM roster r WHERE r.id = ?1),"
                               " (SELECT s.officer FROM shift s WHERE s.id = ?1))",
                               matter);
}

}  // namespace

std::span<const BlamedName> blamed_names() {
    return names;
}

const BlamedName& name_of(Blamed blamed) {
    return *std::ranges::find(names, blamed, &BlamedName::blamed);
}

std::optional<StaffId> blamed_for(store::Connection& connection, const Rule& rule,
                                  const Fault& fault) {
    if (rule.blamed == Blamed::nobody) return {};
    if (fault.said) return fault.said;
    if (rule.blamed == Blamed::doer || rule.blamed == Blamed::unsaid)
        if (const auto doer = writer_of(connection, rule, fault.row)) return doer;
    const auto matter =
        store::find_integer(connection, "SELECT id FROM matter WHERE no = ?", fault.subject);
    if (!matter) return {};
    if (rule.blamed == Blamed::unsaid)
        if (const auto person = person_of(connection, *matter)) return person;
    // Where the query cannot say who it was, as of an order never sent, it is a deadline's.
    if (rule.blamed != Blamed::registrar)
        if (const auto holder = records::holder_of(connection, *matter, fault.since)) return holder;
    return store::find_integer(connection, "SELECT opened_by FROM matter WHERE id = ?", *matter);
}

}  // namespace huiyin::rulebook
