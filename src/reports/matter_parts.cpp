#include "matter_parts.hpp"

#include <algorithm>

#include "field_presenter.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/attachment.hpp"

namespace huiyin::reports {

using records::Matter;
using records::Step;

namespace {

void put_order(FieldPresenter& told, const records::OrderDetail& detail) {
    told.put("order", detail.no);
    told.put_if_given("agreed_by", detail.agreed_by);
    told.put_if_given("quoted", detail.quoted);
    told.put_if_given("fault", detail.fault);
    told.put_if_given("eta", detail.eta);
    told.put_if_given("materials", detail.materials);
    told.put_if_given("fee", detail.fee);
    told.put_if_given("by_resident", detail.signed_by);
    told.put_if_given("form_no", detail.form_no);
    told.put_if_given("refused", detail.refused);
    told.put_if_given("instead", detail.instead);
}

/// What a step says beside its words, from the tables that only some kinds have rows in.
void put_particulars(FieldPresenter& told, const Step& step, const View& view) {
    const auto somebody = [&](std::optional<records::StaffId> staff) {
        return staff ? std::optional(login(view, *staff)) : std::nullopt;
    };
    told.put_if_given("courtesy", step.courtesy);
    told.put_if_given("returned", step.returned);
    if (step.quarrel) {
        told.put("who", login(view, step.quarrel->who));
        told.put("stopped_by", somebody(step.quarrel->stopped_by));
        told.put("taken_over_by", somebody(step.to));
        told.put("case", step.quarrel->case_no);
    }
    if (step.patrol) {
        told.put("area", step.patrol->area);
        told.put("result", step.patrol->result);
        told.put("found", step.patrol->found);
    }
    if (step.handover) {
        told.put("reported_to", somebody(step.handover->reported_to));
        told.put("items", step.handover->items);
        told.put("carried_over", records::Value{step.handover->carried});
    }
    if (step.message) {
        told.put("department", step.message->department);
        told.put("casualties", step.message->casualties);
        told.put("loss", step.message->loss);
    }
    told.put_if_given("category", step.category);
    if (step.order) put_order(told, *step.order);
    if (step.attachment) {
        told.put("name", step.attachment->name);
        told.put("size", step.attachment->size);
        told.put("digest", records::attachment_digest(view.connection, step.id));
    }
    if (!step.convened.empty()) {
        std::vector<std::string> people;
        for (const auto person : step.convened)
            people.push_back(login(view, person));
        told.put("convened", records::Value{std::move(people)});
    }
}

FieldPresenter told_step(const Step& step, const View& view) {
    FieldPresenter told("step", view);
    told.put("seq", step.seq);
    told.put("what", step.what);
    told.put("at", step.at);
    told.put("recorded_at", step.recorded_at);
    told.put("by", login(view, step.doer));
    told.put("recorded_by", login(view, step.recorder));
    told.put("entry", step.entry);
    if (step.to) told.put("to", login(view, *step.to));
    told.put_if_given("method", step.method);
    told.put_if_given("ended", step.ended);
    told.put_if_given("field", step.field);
    // An amended name or number is as personal as the field it corrects.
    const auto& corrected = *records::said_field("step.text", step.field.value_or(""));
    if (step.text && corrected.is_personal())
        told.put_as(corrected, "text", *step.text);
    else
        told.put_if_given("text", step.text);
    if (step.text && step.field && corrected.type != records::FieldType::words)
        if (const auto value = corrected_value(*step.field, *step.text); value.zh != *step.text)
            told.say("text", value);
    told.put_if_given("reason", step.reason);
    if (const auto* kind = records::find_step_kind(step.what);
        kind != nullptr && !kind->reasons.empty() && step.reason)
        told.say("reason", records::word_title(kind->reasons, *step.reason));
    told.put_if_given("as_happened", step.as_happened);
    told.put_if_given("witness", step.witness);
    told.put_if_given("late_reason", step.late_reason);
    told.put_if_given("callback", step.callback);
    told.put_if_given("appointment", step.appointment);
    told.put_if_given("corrected_at", step.corrected_at);
    told.put_if_given("corrects", step.corrects);
    told.put_if_given("voided_at", step.voided_at);
    put_particulars(told, step, view);
    return told;
}

}  // namespace

Text corrected_title(std::string_view option) {
    const auto title = [&](std::string_view zh) {
        return Text{std::string(zh), std::string(option)};
    };
    const auto& field = *records::said_field("step.text", option);
    if (field.typed.option == option && field.amend != records::Amend::nobody)
        return title(field.typed.zh.empty() ? field.title.zh : field.typed.zh);
    // What every step says besides.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> of_steps{
        {{"step-at", "步骤时间"},
         {"step-by", "步骤经手"},
         {"step-reason", "步骤理由"},
         {"to", "交给"},
         {"form", "报告形式"},
         {"method", "方式"},
         {"channel", "方式"},
         {"convened", "召集"}}};
    for (const auto& [known, zh] : of_steps)
        if (known == option) return title(zh);
    for (const auto& kind : records::step_kinds())
        for (const auto& typed : {kind.typed.text, kind.typed.words, kind.typed.reason})
            if (typed.option == option && !typed.zh.empty()) return title(typed.zh);
    return plain(std::string(option));
}

Text corrected_value(std::string_view option, const std::string& value) {
    for (const auto& field : records::fields()) {
        if (field.amend == records::Amend::nobody || field.typed.option != option) continue;
        if (field.type == records::FieldType::category) return records::category_title(value);
        if (std::ranges::find(field.words, value, &records::ListedWord::word) != field.words.end())
            return {records::word_title(field.words, value).zh, value};
    }
    if (option == "method" || option == "form") return {method_title(value).zh, value};
    return plain(value);
}

Text method_title(std::string_view word) {
    return records::word_title(records::words::method, word);
}

std::optional<std::string> shown_name(const std::optional<std::string>& name, const View& view) {
    // An earlier version took a phone beside the name: 张三13800008000.
    if (!name || view.reveals) return name;
    if (view.names) return base::mask_phones_in(*name);
    return base::mask_name(*name);
}

std::optional<std::string> shown_phone(const std::optional<std::string>& phone, const View& view) {
    if (!phone || view.reveals) return phone;
    return base::mask_phone(*phone);
}

std::string shown_words(const std::string& words, const View& view) {
    return view.reveals ? words : base::mask_phones_in(words);
}
std::optional<std::string> shown_words(const std::optional<std::string>& words, const View& view) {
    return words ? std::optional(shown_words(*words, view)) : std::nullopt;
}

std::string shown_said(const records::Field& field, const std::string& words, const View& view) {
    if (field.type == records::FieldType::name) return shown_name(words, view).value();
    if (field.type == records::FieldType::phone) return shown_phone(words, view).value();
    return shown_words(words, view);
}

std::string person(const View& view, records::StaffId staff) {
    auto& known = view.people[staff];
    if (!known.empty()) return known;
    const auto name = records::staff_as_of(view.connection, staff, view.now).name;
    const auto by_login = login(view, staff);
    known = name.empty() || name == by_login ? by_login : base::format("{}({})", name, by_login);
    return known;
}

std::string person(const View& view, const std::string& login) {
    const auto staff = records::find_staff(view.connection, login);
    return staff ? person(view, *staff) : login;
}

std::string login(const View& view, records::StaffId staff) {
    return records::login_of(view.connection, staff);
}

Text when(const View& view, const std::optional<base::Instant>& at) {
    if (!at) return {};
    return plain(view.reader == ReadBy::sheet ? base::readable(*at, view.zone)
                                              : base::readable_brief(*at, view.now, view.zone));
}

Json or_null(const std::optional<base::Instant>& value, const View& view) {
    return value ? Json(base::iso(*value, view.zone)) : Json();
}

std::string_view state_of(const Matter& matter) {
    return matter.closed_at || matter.voided_at ? "closed" : "open";
}

Text state_title(std::string_view state) {
    return state == "closed" ? Label{"已办结", "closed"} : Label{"在办", "open"};
}

Text state_title(const Matter& matter) {
    return matter.voided_at ? Text(Label{"已作废", "void"}) : state_title(state_of(matter));
}

Text if_corrected(Text text, const std::optional<base::Instant>& corrected_at) {
    if (!corrected_at) return text;
    return {text.zh + "(已更正)", text.en + " (corrected)"};
}

Text unless_void(Text text, const std::optional<base::Instant>& voided_at) {
    if (!voided_at) return text;
    return {text.zh + "(作废)", text.en + " (void)"};
}

Json step_json(const Step& step, const View& view) {
    return told_step(step, view).take_json();
}

Table steps_table(const std::vector<Step>& steps, const View& view) {
    // Numbered as `amend --step` takes it.
    Table table{.columns = {{Label{"第几步", "no."}, Align::right, Holds::number},
                            {Label{"时间", "when"}},
                            {Label{"步骤", "step"}},
                            {Label{"经手", "by"}},
                            {Label{"内容", "what"}}},
                .rows = {},
                .empty = {}};
    for (const auto& step : steps)
        table.rows.push_back(
            {plain(step.seq), plain(base::readable_minute(step.at, view.zone)),
             if_corrected(unless_void(records::step_title(step.what), step.voided_at),
                          step.corrected_at),
             plain(person(view, step.doer)), told_step(step, view).line()});
    return table;
}

Text channel_title(std::string_view channel) {
    return records::word_title(records::words::channel, channel);
}

FieldPresenter matter_fields(const Matter& matter, const View& view) {
    FieldPresenter told(matter.kind, view);
    told.put("no", matter.no);
    told.put("kind", records::name_of(matter.kind).word);
    told.put("state", state_of(matter));
    told.say("state", state_title(matter));
    told.put("opened_at", matter.at);
    told.put("recorded_at", matter.recorded_at);
    told.put("opened_by", login(view, matter.opened_by));
    told.put("channel", matter.channel);
    told.say("channel", channel_title(matter.channel), plain(shown_words(matter.via, view)));
    told.put("text", matter.text);
    told.put("unit", matter.unit);
    told.put("category", matter.category);
    told.put("holder", matter.holder ? std::optional(login(view, *matter.holder)) : std::nullopt);
    told.put("reachable", matter.reachable);
    told.put("closed_at", matter.closed_at);
    told.put("outcome", matter.outcome);
    told.put("voided_at", matter.voided_at);
    told.put("duplicate_of", matter.duplicate_of);
    told.put("from", matter.person);
    told.put("phone", matter.phone);
    told.put("via", matter.via);
    return told;
}

void drop_empty_columns(Table& table) {
    if (table.rows.empty()) return;
    for (auto column = table.columns.size(); column-- > 0;) {
        const bool empty = std::ranges::all_of(
            table.rows, [&](const std::vector<Text>& row) { return row[column].empty(); });
        if (!empty) continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        table.columns.erase(table.columns.begin() + at);
        for (auto& row : table.rows)
            row.erase(row.begin() + at);
    }
}

}  // namespace huiyin::reports
