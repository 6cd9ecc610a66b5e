#include "huiyin/records/duty.hpp"

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/records/repair.hpp"
#include "person_named.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

constexpr base::Seconds longest_entry = std::chrono::hours{72};

MatterId require_shift(const Writing& writing) {
    if (const auto shift = shift_at(writing.connection(), writing.provenance().at)) return *shift;
    throw Failure(
        Exit::not_found,
        compose({"{} 没有人当班", "nobody is on duty at {}"},
                base::readable(writing.provenance().at, writing.zone())),
        base::Label{"先上岗:huiyin duty start", "start a shift first: huiyin duty start"});
}

/// Those who are on a shift with whoever answers for it.
std::vector<StaffId> mates_of(const Writing& writing, StaffId who,
                              const std::vector<std::string>& with) {
    std::vector<StaffId> mates;
    for (const auto& login : with) {
        const auto mate = writing.staff_with_us(login);
        if (mate == who || std::ranges::find(mates, mate) != mates.end())
            throw Failure(
                Exit::usage,
                compose({"同一个班里 {} 写了两次", "{} is on this shift twice"},
                        person_named(writing.connection(), mate, writing.provenance().at)),
                base::Label{"--with 只写另外的人,各写一次", "--with names the others, each once"});
        mates.push_back(mate);
    }
    return mates;
}

Opened open_shift(const Writing& writing, StaffId officer, const std::vector<std::string>& with,
                  const Substitution& substitution) {
    const auto& provenance = writing.provenance();
    const auto mates = mates_of(writing, officer, with);
    const auto opened = open_matter(writing,
                                    {.kind = MatterKind::shift,
                                     .channel = "duty",
                                     .text = writing.in_office_language({"值班", "duty"})},
                                    {.what = "add", .reason = substitution.reason});
    FieldValues own("shift");
    own.set("officer", officer);
    own.set("started", provenance.at);
    if (substitution.instead_of) own.set("substitute_for", *substitution.instead_of);
    insert_own_fields(writing, opened.id, own);
    for (const auto mate : mates)
        store::run(writing.connection(), "INSERT INTO shift_mate (shift, staff) VALUES (?, ?)",
                   opened.id, mate);
    return opened;
}

void close_shift(const Writing& writing, MatterId shift) {
    store::run(writing.connection(),
               "UPDATE matter SET closed_at = coalesce(closed_at, ?) WHERE id = ?",
               writing.provenance().at, shift);
}

/// The repair or event that follows a fault, opened here unless it is open already.
std::optional<WriteResult> follow_up(const Writing& writing, const NewPatrol& patrol) {
    const auto text = patrol.note.value_or(
        patrol.area + writing.in_office_language({" 巡查发现故障", ": a fault found on patrol"}));
    if (patrol.repair) {
        NewRepair repair{.matter = {.kind = MatterKind::repair,
                                    .channel = "patrol",
                                    .category = patrol.repair,
                                    .text = text}};
        repair.own.set("place", patrol.area);
        return add_repair(writing, repair);
    }
    if (!patrol.event) return {};
    NewEvent event{.category = *patrol.event, .text = text, .form = "patrol"};
    event.own.set("place", patrol.area);
    return report_event(writing, event);
}

/// Those with whoever answers, by their logins. `of`: the table and the column of its shift.
std::vector<std::string> logins_with(store::Connection& connection, std::string_view table,
                                     std::string_view column, MatterId id) {
    return store::all_texts(connection,
                            base::format("SELECT p.login FROM {} k JOIN staff p ON p.id = k.staff"
                                         " WHERE k.{} = ? ORDER BY p.login",
                                         table, column),
                            id);
}

constexpr std::string_view entries =
    "SELECT r.id, p.login, r.sort, r.from_at, r.until_at FROM roster r"
    " JOIN staff p ON p.id = r.staff JOIN matter m ON m.id = r.id WHERE m.voided_at IS NULL AND ";

}  // namespace

WriteResult schedule_duty(const Writing& writing, const Crew& crew, base::Instant from,
                          base::Instant until, const std::string& kind) {
    if (until <= from || until - from > longest_entry)
        throw Failure(
            Exit::usage,
            compose({"一个班不能自 {} 到 {}", "a shift cannot last from {} to {}"},
                    base::readable(from, writing.zone()), base::readable(until, writing.zone())),
            base::Label{"--to 要在 --from 之后,至多相隔 72 小时",
                        "--to must be after --from, at most 72 hours later"});
    const auto who = writing.staff_with_us(crew.who);
    const auto mates = mates_of(writing, who, crew.with);
    const auto opened =
        open_matter(writing, {.kind = MatterKind::roster,
                              .channel = "office",
                              .text = writing.in_office_language({"排班", "roster"})});
    FieldValues own("roster");
    own.set("who", who);
    own.set("kind", kind);
    own.set("from", from);
    own.set("to", until);
    insert_own_fields(writing, opened.id, own);
    for (const auto mate : mates)
        store::run(writing.connection(), "INSERT INTO roster_mate (entry, staff) VALUES (?, ?)",
                   opened.id, mate);
    WriteResult made{opened.no, {}};
    if (const auto at = writing.provenance().at; from < at)
        made.remarks.push_back(
            compose({"排班自定下之时起有效:{} 起", "an entry binds from when it is decided: {}"},
                    base::readable(at, writing.zone())));
    return made;
}

std::vector<MatterId> list_roster(store::Connection& connection, std::optional<base::Instant> from,
                                  std::optional<base::Instant> until) {
    std::vector<MatterId> ids;
    for (Query row(
             connection,
             base::format("{} (?1 IS NULL OR r.from_at >= ?1) AND (?2 IS NULL OR r.from_at < ?2)"
                          " ORDER BY r.from_at, r.id",
                          entries),
             from, until);
         row.next();)
        ids.push_back(row.integer(0));
    return ids;
}

RosterEntry load_roster_entry(store::Connection& connection, MatterId id) {
    const auto own = load_own_fields(connection, "roster", id);
    return {.matter = load_matter(connection, id),
            .who = own.text("who").value_or(""),
            .with = logins_with(connection, "roster_mate", "entry", id),
            .kind = own.text("kind").value_or(""),
            .from = own.time("from").value_or(base::Instant{}),
            .until = own.time("to").value_or(base::Instant{})};
}

WriteResult start_duty(const Writing& writing, const Crew& crew, const Substitution& substitution) {
    return {open_shift(writing, writing.staff_with_us(crew.who), crew.with, substitution).no, {}};
}

WriteResult enter_past_duty(const Writing& writing, const Crew& crew,
                            const Substitution& substitution, base::Instant until,
                            const std::optional<std::string>& log, const std::string& reason) {
    auto provenance = writing.provenance();
    if (until <= provenance.at)
        throw Failure(Exit::usage,
                      base::Label{"--until 必须晚于 --at", "--until must be later than --at"},
                      base::Label{"一个班至少有一秒", "a shift lasts a second at least"});
    // Why it is entered is why it is late.
    if (!provenance.late_reason) provenance.late_reason = reason;
    const auto then = writing.with(provenance);
    const auto opened = open_shift(
        then, then.staff_with_us(crew.who), crew.with,
        {.instead_of = substitution.instead_of, .reason = substitution.reason.value_or(reason)});
    store::run(writing.connection(), "UPDATE shift SET entered_afterwards = 1 WHERE id = ?",
               opened.id);
    if (log) add_step(then, opened.id, {.what = "log", .text = log});
    provenance.at = until;
    const auto at_its_end = writing.with(provenance);
    add_step(at_its_end, opened.id, {.what = "end"});
    close_shift(at_its_end, opened.id);
    return {opened.no, {}};
}

Shift load_shift(store::Connection& connection, MatterId id) {
    const auto own = load_own_fields(connection, "shift", id);
    return {
        .matter = load_matter(connection, id),
        .officer = own.text("officer").value_or(""),
        .with = logins_with(connection, "shift_mate", "shift", id),
        .substitute_for = own.text("substitute_for"),
        .entered_afterwards =
            store::find_integer(connection, "SELECT entered_afterwards FROM shift WHERE id = ?", id)
                .has_value()};
}

std::optional<MatterId> shift_at(store::Connection& connection, base::Instant at) {
    Query row(connection,
              "SELECT s.id, m.closed_at FROM shift s JOIN matter m ON m.id = s.id"
              " WHERE s.started_at <= ? AND m.voided_at IS NULL"
              " ORDER BY s.started_at DESC, s.id DESC LIMIT 1",
              at);
    // Its last second still belongs to it.
    if (!row.next() || row.maybe_time(1).value_or(at) < at) return {};
    return row.integer(0);
}

std::optional<MatterId> shift_ended_at(store::Connection& connection, base::Instant at) {
    return store::find_integer(connection,
                               "SELECT max(s.id) FROM shift s JOIN matter m ON m.id = s.id"
                               " WHERE m.closed_at = ? AND m.voided_at IS NULL",
                               at);
}

WriteResult log_duty(const Writing& writing, const std::string& text) {
    const auto shift = require_shift(writing);
    add_step(writing, shift, {.what = "log", .text = text});
    return {number_of(writing.connection(), shift), {}};
}

WriteResult patrol_area(const Writing& writing, const NewPatrol& patrol) {
    const auto shift = require_shift(writing);
    const auto area = require_area(writing.connection(), patrol.area);
    const auto followed = follow_up(writing, patrol);
    std::optional<MatterId> found;
    if (followed || patrol.known)
        found = require_matter(writing.connection(), followed ? followed->no : *patrol.known,
                               writing.year())
                    .id;
    const auto step = add_step(writing, shift, {.what = "patrol", .text = patrol.note});
    store::run(writing.connection(),
               "INSERT INTO patrol (step, area, result, found) VALUES (?, ?, ?, ?)", step, area.id,
               patrol.result, found);
    WriteResult made{number_of(writing.connection(), shift), {}};
    if (followed) made.opened.push_back(followed->no);
    return made;
}

WriteResult hand_over(const Writing& writing, const NewHandover& handover) {
    auto& connection = writing.connection();
    const auto shift = require_shift(writing);
    const auto relief = writing.staff(handover.to);
    const auto no = number_of(connection, shift);
    // Nobody says for another that they know the rules.
    if (handover.acknowledges && writing.recorder().staff != relief)
        throw Failure(
            Exit::not_permitted,
            compose({"--acknowledge 要由接班人 {} 本人登记",
                     "--acknowledge is only for the relief, {}, to record"},
                    person_named(connection, relief, writing.provenance().at)),
            compose({"由 {0} 登记,写明交班人:--as {0} --by {1}",
                     "let {0} record it and name who hands over: --as {0} --by {1}"},
                    login_of(connection, relief), login_of(connection, writing.provenance().doer)));
    if (handover.refused) {
        add_step(
            writing, shift,
            {.what = "refused", .to = relief, .text = handover.note, .reason = handover.refused});
        return {no, {}};
    }
    const auto reported_to = handover.reported_to
                                 ? std::optional(writing.staff_with_us(*handover.reported_to))
                                 : std::nullopt;
    const auto step =
        add_step(writing, shift, {.what = "handover", .to = relief, .text = handover.note});
    store::run(connection, "INSERT INTO handover (step, reported_to, items) VALUES (?, ?, ?)", step,
               reported_to, writing.keep("handover.items", step, handover.items));
    for (const auto open : open_matters(connection, writing.provenance().at))
        store::run(connection, "INSERT INTO carried_over (step, matter) VALUES (?, ?)", step, open);
    close_shift(writing, shift);
    auto taking = writing.provenance();
    taking.doer = relief;
    const auto taken = writing.with(taking);
    if (handover.acknowledges) acknowledge_all(taken);
    return {open_shift(taken, relief, handover.with, handover.substitution).no, {}};
}

namespace {

/// Whose post it is that someone who is gone has left: their own, or that of whom they stood in
/// for.
std::string post_left_by(const Writing& writing, const Shift& absent) {
    const auto own = store::find_integer(
        writing.connection(),
        base::format("SELECT EXISTS ({} (p.login = ?1 OR EXISTS (SELECT 1 FROM roster_mate k JOIN"
                     " staff mate ON mate.id = k.staff WHERE k.entry = r.id AND mate.login = ?1))"
                     " AND r.from_at <= ?2 AND r.until_at > ?2)",
                     entries),
        absent.officer, writing.provenance().at);
    return own.value_or(0) != 0 ? absent.officer : absent.substitute_for.value_or(absent.officer);
}

}  // namespace

WriteResult take_over(const Writing& writing, base::Instant since, const std::string& reason,
                      const Substitution& substitution) {
    auto& connection = writing.connection();
    const auto shift = require_shift(writing);
    const auto absent = load_shift(connection, shift);
    auto leaving = writing.provenance();
    leaving.at = since;
    const auto then = writing.with(leaving);
    add_step(then, shift, {.what = "relieved", .to = writing.provenance().doer, .reason = reason});
    close_shift(then, shift);
    auto instead = substitution;
    // Whoever steps in for someone who is gone stands in for them.
    if (const auto post = post_left_by(writing, absent);
        !instead.instead_of && writing.provenance().doer != writing.staff(post))
        instead = {.instead_of = post, .reason = reason};
    WriteResult made{open_shift(writing, writing.provenance().doer, {}, instead).no, {}};
    if (writing.provenance().doer == writing.staff(absent.officer))
        made.remarks.push_back(compose(
            {"接的是自己的班:{0} 至 {1} 记作无人当班;换人当班用 huiyin duty handover",
             "this was your own shift: {0} to {1} is put down as unmanned; to give it to somebody "
             "else: huiyin duty handover"},
            base::readable(since, writing.zone()),
            base::readable(writing.provenance().at, writing.zone())));
    return made;
}

WriteResult end_duty(const Writing& writing, const std::optional<std::string>& note) {
    const auto shift = require_shift(writing);
    add_step(writing, shift, {.what = "end", .text = note});
    close_shift(writing, shift);
    return {number_of(writing.connection(), shift), {}};
}

std::vector<MatterId> open_matters(store::Connection& connection, base::Instant at) {
    std::vector<MatterId> open;
    // The `+` keeps the planner from going through all of these kinds by their time.
    for (Query row(
             connection,
             "SELECT id FROM matter WHERE closed_at IS NULL AND voided_at IS NULL AND +at <= ?"
             " AND kind IN ('complaint', 'suggestion', 'assist', 'repair', 'event')"
             " ORDER BY id",
             at);
         row.next();)
        open.push_back(row.integer(0));
    return open;
}

DutyStatus duty_status(store::Connection& connection, base::Instant now) {
    DutyStatus status;
    if (const auto shift = shift_at(connection, now)) status.shift = load_shift(connection, *shift);
    if (status.shift && status.shift->matter.closed_at) status.shift.reset();
    if (!status.shift)
        if (const auto ended = store::find_integer(
                connection,
                "SELECT max(m.closed_at) FROM shift s JOIN matter m ON m.id = s.id"
                " WHERE m.voided_at IS NULL AND m.closed_at <= ?",
                now))
            status.unmanned_since = base::instant(*ended);
    if (status.shift) {
        Query own(connection,
                  base::format("{} r.from_at BETWEEN ?1 - 259200 AND ?1 + 3600 AND r.until_at > ?1"
                               " AND (p.login IN (?2, coalesce(?3, ?2)) OR EXISTS (SELECT 1 FROM"
                               " roster_mate k JOIN staff mate ON mate.id = k.staff WHERE k.entry ="
                               " r.id AND mate.login IN (?2, coalesce(?3, ?2))))"
                               " ORDER BY r.from_at LIMIT 1",
                               entries),
                  now, status.shift->officer, status.shift->substitute_for);
        if (own.next()) status.until = own.time(4);
    }
    {
        Query next(connection,
                   base::format("{} r.from_at >= ?1 ORDER BY r.from_at, r.id LIMIT 1", entries),
                   status.until.value_or(now));
        if (next.next()) status.next = load_roster_entry(connection, next.integer(0));
    }
    for (const auto id : open_matters(connection, now))
        ++status.open[number_of(connection, id).substr(0, 2)];
    return status;
}

}  // namespace huiyin::records
