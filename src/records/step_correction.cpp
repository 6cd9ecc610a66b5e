#include <algorithm>
#include <array>
#include <ranges>

#include "amendment.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/correction.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/snippet.hpp"
#include "huiyin/records/step_kind.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

/// Another shift, order or case hangs on whom these name.
constexpr std::array keeps_whom{"dispatch", "handover", "refused", "quarrel"};

template <typename List>
bool is_one_of(const List& list, std::string_view what) {
    return std::ranges::find(list, what) != list.end();
}

/// Whether a kind of step has this trait; one of which nothing is known has none.
bool is(const Step& step, StepTrait trait) {
    const auto* kind = find_step_kind(step.what);
    return kind != nullptr && kind->has(trait);
}

/// The shift that a handover began, with it.
void move_relief(const Writing& writing, const Step& handover, base::Instant at) {
    auto& connection = writing.connection();
    const auto next =
        store::find_integer(connection,
                            "SELECT h.id FROM shift h JOIN step s ON s.matter = h.id AND s.seq = 1"
                            " WHERE s.entry = ? AND s.at = ? AND s.id > ? ORDER BY s.id LIMIT 1",
                            handover.entry, handover.at, handover.id);
    if (!next) return;
    store::run(connection, "UPDATE shift SET started_at = ? WHERE id = ?", at, *next);
    store::run(connection, "UPDATE matter SET at = ? WHERE id = ?", at, *next);
    store::run(connection, "UPDATE step SET at = ? WHERE matter = ? AND seq = 1", at, *next);
}

void move_step(const Writing& writing, const Matter& matter, const Step& step,
               const NewValue& value, const std::string& reason) {
    auto& connection = writing.connection();
    const auto at = value.at.value();
    if (is(step, StepTrait::decides))
        throw Failure(
            Exit::usage,
            compose({"{} 第 {} 步「{}」的时间不能更正",
                     "the time of step {1} of {0} ({3}) cannot be corrected"},
                    matter.no, step.seq, step_title(step.what).zh, step_title(step.what).en),
            Label{"决定与更正自作出之时起有效",
                  "decisions and corrections are in force from when they were made"});
    const auto amendment =
        add_amendment(writing, matter.id, value.field, value.value, reason, step.id);
    change_value(writing, amendment, {"step", "at", step.id}, at);
    say_why_late(writing, step.id, at, reason);
    if (is(step, StepTrait::ends))
        store::run(connection, "UPDATE matter SET closed_at = ? WHERE id = ? AND closed_at = ?", at,
                   matter.id, step.at);
    if (step.what == "handover") move_relief(writing, step, at);
}

void reword_step(const Writing& writing, const Matter& matter, const Step& step,
                 const NewValue& value, const std::string& reason) {
    const auto words = words_of_step(writing, matter.id, step.what, value.value);
    const auto amendment = add_amendment(writing, matter.id, value.field, words, reason, step.id);
    change_words(writing, amendment, {"step", "text", step.id}, words);
    // The outcome is the matter's, too.
    if (step.what == "close" || step.what == "decide")
        store::run(writing.connection(), "UPDATE matter SET outcome = ? WHERE id = ?",
                   writing.keep("matter.outcome", matter.id, std::string_view(words)), matter.id);
}

StaffId person_then(const Writing& writing, const Step& step, const std::string& login) {
    const auto person = writing.staff(login);
    require_with_us(writing.connection(), person, step.at, writing.zone());
    return person;
}

void change_particular(const Writing& writing, const Matter& matter, const Step& step,
                       const Field& field, const NewValue& value, const std::string& reason) {
    if (field.type == FieldType::choice &&
        std::ranges::find(field.words, value.value, &ListedWord::word) == field.words.end())
        throw no_such_field(matter, step, value.field + "=" + value.value);
    if (field.type == FieldType::staff) person_then(writing, step, value.value);
    const auto amendment =
        add_amendment(writing, matter.id, value.field, value.value, reason, step.id);
    replace_value(writing, amendment, field, step.id, value.value);
}

/// What a step of this kind says beside its words, by the option that takes it: a field of a table
/// that has a row of the step.
const Field* particular_of(store::Connection& connection, const Step& step,
                           std::string_view option) {
    const auto* field = amendable_part("step", option);
    const bool beside = field != nullptr && !field->place.empty() && field->table() != "step" &&
                        store::find_integer(connection,
                                            base::format("SELECT 1 FROM {} WHERE {} = ?",
                                                         field->table(), key_column(*field)),
                                            step.id);
    return beside ? field : nullptr;
}

void change_people(const Writing& writing, StepId amendment, const Step& step,
                   const std::string& logins) {
    auto& connection = writing.connection();
    store::run(connection,
               "INSERT INTO amended (step, old_value) SELECT ?, group_concat(login) FROM"
               " (SELECT p.login FROM convened c JOIN staff p ON p.id = c.staff WHERE c.step = ?"
               "  ORDER BY p.id)",
               amendment, step.id);
    store::run(connection, "DELETE FROM convened WHERE step = ?", step.id);
    for (const auto login : std::views::split(logins, ','))
        store::run(
            connection, "INSERT OR IGNORE INTO convened (step, staff) VALUES (?, ?)", step.id,
            person_then(writing, step, std::string(base::trimmed({login.begin(), login.end()}))));
}

/// An open letter is no visit and no call, for whichever matter it answers (3.3.4).
Failure is_part_of_letter(const std::string& what) {
    return {Exit::usage, compose({"{} 是公开信的一份", "{} is part of an open letter"}, what),
            Label{"更正那封公开信:huiyin amend GX-…", "correct the letter: huiyin amend GX-…"}};
}

/// What every step may say, in its own row.
bool change_own(const Writing& writing, const Matter& matter, const Step& step,
                const NewValue& value, const std::string& reason) {
    const auto amend = [&] {
        return add_amendment(writing, matter.id, value.field, value.value, reason, step.id);
    };
    const bool decided =
        is(step, StepTrait::decides) || step.what == "close" || step.what == "decide";
    if ((value.field == "method" || value.field == "form") && step.method) {
        if (step.method == "open-letter")
            throw is_part_of_letter(base::format("{}.{}", matter.no, step.seq));
        // How an event was first reported is the event's channel.
        if (step.seq == 1)
            amend_field(writing, matter, {"channel", value.value}, reason);
        else
            change_value(writing, amend(), {"step", "method", step.id}, value.value);
    } else if (value.field == "ended" && step.ended)
        change_value(writing, amend(), {"step", "ended", step.id}, value.value);
    else if (value.field == "to" && step.to && !is_one_of(keeps_whom, step.what))
        change_value(writing, amend(), {"step", "to_staff", step.id},
                     person_then(writing, step, value.value));
    else if (value.field == "step-by" && !decided)
        change_value(writing, amend(), {"step", "doer", step.id},
                     person_then(writing, step, value.value));
    else if (value.field == "step-reason" && step.reason && step.what != "relieved")
        change_words(writing, amend(), {"step", "reason", step.id}, value.value);
    else if (value.field == "convened" && (step.what == "escalate" || step.what == "convene"))
        change_people(writing, amend(), step, value.value);
    else
        return false;
    return true;
}

}  // namespace

bool is_wording(std::string_view what, std::string_view option) {
    const auto* kind = find_step_kind(what);
    return kind != nullptr && !kind->typed.text.empty() &&
           (option == "text" || kind->has_words(option));
}

Failure no_such_field(const Matter& matter, const Step& step, std::string_view field) {
    return {Exit::usage,
            compose({"{} 第 {} 步「{}」没有 --{} 这一项", "step {1} of {0} ({4}) has no --{3}"},
                    matter.no, step.seq, step_title(step.what).zh, field, step_title(step.what).en),
            Label{"各步见 huiyin show 的编号;时间用 --step-at,文字用 --text",
                  "show numbers the steps; correct a time with --step-at, a text with --text"}};
}

void amend_step(const Writing& writing, const Matter& matter, int seq, const NewValue& value,
                const std::string& reason) {
    const auto steps = steps_of(writing.connection(), matter.id);
    const auto found = std::ranges::find(steps, seq, &Step::seq);
    if (found == steps.end())
        throw Failure(Exit::not_found,
                      compose({"{} 没有第 {} 步", "{} has no step {}"}, matter.no, seq),
                      compose({"它有 {} 步", "it has {} steps"}, steps.size()));
    const auto& step = *found;
    if (value.field == "step-at") {
        if (seq == 1)
            return amend_field(writing, matter, {"opened-at", value.value, value.at}, reason);
        return move_step(writing, matter, step, value, reason);
    }
    if (step.text && is_wording(step.what, value.field))
        return reword_step(writing, matter, step, value, reason);
    if (change_own(writing, matter, step, value, reason)) return;
    const auto* particular = particular_of(writing.connection(), step, value.field);
    if (particular == nullptr) throw no_such_field(matter, step, value.field);
    change_particular(writing, matter, step, *particular, value, reason);
}

namespace {

/// Nobody was reached: an attempt says when, how and on what paper.
bool is_of_attempts(const Field& field) {
    return field.table() == "step" || field.key == "form_no";
}

Failure no_such_field(const Callback& callback, std::string_view option) {
    std::string known;
    for (const auto* field : fields_of("callback"))
        if (field->amend != Amend::nobody && (callback.said.reached || is_of_attempts(*field)))
            known += base::format(" --{}", field->typed.option);
    return {
        Exit::usage, compose({"{} 没有 --{} 这一项", "{} has no --{}"}, callback.no, option),
        callback.said.reached
            ? compose({"可更正:{}", "it has {}"}, known.substr(1))
            : compose({"没有联系上:可更正 {}", "nobody was reached; it has {}"}, known.substr(1))};
}

}  // namespace

void amend_callback(const Writing& writing, std::string_view number, const NewValue& value,
                    const std::string& reason) {
    auto& connection = writing.connection();
    const auto callback = require_callback(connection, number, writing.year());
    if (callback.said.method == "open-letter") throw is_part_of_letter(callback.no);
    const auto matter = require_matter(connection, callback.matter, writing.year());
    const auto step = callback.step;
    if (value.field == "step-at") {
        const auto steps = steps_of(connection, matter.id);
        return move_step(writing, matter, *std::ranges::find(steps, step, &Step::id), value,
                         reason);
    }
    if (value.field == "step-by") {
        const auto amendment =
            add_amendment(writing, matter.id, value.field, value.value, reason, step);
        return change_value(writing, amendment, {"step", "doer", step}, writing.staff(value.value));
    }
    const auto* field = amendable_part("callback", value.field);
    if (field == nullptr || (!callback.said.reached && !is_of_attempts(*field)))
        throw no_such_field(callback, value.field);
    const auto amendment =
        add_amendment(writing, matter.id, value.field, value.value, reason, step);
    replace_value(writing, amendment, *field, step, value.value);
}

}  // namespace huiyin::records
