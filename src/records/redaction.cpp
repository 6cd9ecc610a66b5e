#include <fmt/ranges.h>

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/erasure.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/search.hpp"
#include "kept_text.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

/// Free texts, by the names under which `show` has them: those of a matter, or of a step.
std::vector<const Field*> texts_of(BelongsTo owner) {
    std::vector<const Field*> texts;
    for (const auto& field : fields())
        if (field.is_said() && field.type == FieldType::words && belongs_to(field) == owner)
            texts.push_back(&field);
    return texts;
}

std::optional<KeptTextId> said_in(store::Connection& connection, const Field& field,
                                  std::int64_t key) {
    return store::find_integer(connection,
                               base::format("SELECT {} FROM {} WHERE {} = ?", field.column(),
                                            field.table(), key_column(field)),
                               key);
}

std::string names_of(BelongsTo owner) {
    std::vector<std::string_view> names;
    for (const auto* field : texts_of(owner))
        if (std::ranges::find(names, field->key) == names.end()) names.push_back(field->key);
    return base::format("{}", fmt::join(names, " "));
}

/// Which record a redaction is about: a matter, one of its steps, or a filed week.
struct Target {
    std::string no;
    std::optional<MatterId> matter;
    std::optional<StepId> step;
    std::string field;
};

Failure nothing_there(const Target& target) {
    return {Exit::not_found,
            compose({"{} 没有「{}」这项文字", "{} has no text '{}'"}, target.no, target.field),
            compose({"事项的:{0};某一步的写作 5.reason:{1}",
                     "of a matter: {0}; of a step, written as 5.reason: {1}"},
                    names_of(BelongsTo::matter), names_of(BelongsTo::step))};
}

/// `5.reason` is a field of the fifth step.
Target target_of(const Writing& writing, std::string_view number, std::string_view field) {
    auto& connection = writing.connection();
    std::string name(field);
    std::ranges::replace(name, '-', '_');
    const int year = writing.year();
    if (is_number_of(number, "HF")) {
        const auto callback = require_callback(connection, number, year);
        const auto matter = require_matter(connection, callback.matter, year);
        return {callback.no, matter.id, callback.step, name};
    }
    const auto matter = require_matter(connection, number, year);
    Target target{matter.no, matter.id, {}, name};
    const auto dot = name.find('.');
    if (dot == std::string::npos) return target;
    const auto seq = base::parse_whole(name.substr(0, dot));
    target.step = store::find_integer(
        connection, "SELECT id FROM step WHERE matter = ? AND seq = ?", matter.id, seq);
    if (!target.step) throw nothing_there(target);
    target.field = name.substr(dot + 1);
    return target;
}

/// The text that is meant, or nothing.
std::optional<KeptText> text_meant(store::Connection& connection, const Target& target) {
    const auto search = [&](BelongsTo owner, std::int64_t key) -> std::optional<KeptText> {
        for (const auto* field : texts_of(owner)) {
            if (field->key != target.field) continue;
            const auto said = said_in(connection, *field, key);
            if (said)
                if (auto saying = find_saying(connection, *said)) return saying;
        }
        return {};
    };
    return target.step ? search(BelongsTo::step, *target.step)
                       : search(BelongsTo::matter, *target.matter);
}

/// Every free text of a matter, those of its steps too.
std::vector<KeptText> texts_of(store::Connection& connection, MatterId matter) {
    std::vector<KeptText> texts;
    const auto add = [&](BelongsTo owner, std::int64_t key) {
        for (const auto* field : texts_of(owner))
            if (const auto said = said_in(connection, *field, key))
                if (auto saying = find_saying(connection, *said)) texts.push_back(*saying);
    };
    add(BelongsTo::matter, matter);
    std::vector<StepId> steps;
    for (Query row(connection, "SELECT id FROM step WHERE matter = ?", matter); row.next();)
        steps.push_back(row.integer(0));
    for (const auto step : steps)
        add(BelongsTo::step, step);
    return texts;
}

/// What a field said before it was corrected: on file still, though no row names it any more.
std::vector<KeptText> earlier_words(store::Connection& connection, const KeptText& now) {
    std::vector<KeptTextId> ids;
    for (Query row(connection, "SELECT id FROM said WHERE place = ? AND row = ? AND id <> ?",
                   now.place, now.row, now.id);
         row.next();)
        ids.push_back(row.integer(0));
    std::vector<KeptText> earlier;
    for (const auto id : ids)
        if (auto saying = find_saying(connection, id)) earlier.push_back(*saying);
    return earlier;
}

void require_free_text(const Target& target) {
    const bool personal = std::ranges::any_of(fields(), [&](const Field& field) {
        return field.is_personal() && (field.key == target.field || field.column() == target.field);
    });
    if (!personal) return;
    throw Failure(Exit::usage,
                  compose({"「{}」是姓名或电话,不是文字", "'{}' is a name or a number, not a text"},
                          target.field),
                  Label{"写错了用 huiyin amend;要抹除一个人用 huiyin resident erase",
                        "to correct it: huiyin amend; to erase a person: huiyin resident erase"});
}

std::vector<KeptText> sayings_of(store::Connection& connection,
                                 const std::vector<KeptTextId>& ids) {
    std::vector<KeptText> sayings;
    for (const auto id : ids)
        if (auto saying = find_saying(connection, id)) sayings.push_back(std::move(*saying));
    return sayings;
}

/// The ids that a query gives, of texts that belong to no matter's own rows.
template <typename... Values>
std::vector<KeptText> said_by(store::Connection& connection, std::string_view sql,
                              const Values&... values) {
    std::vector<KeptTextId> ids;
    for (Query row(connection, sql, values...); row.next();)
        ids.push_back(row.integer(0));
    return sayings_of(connection, ids);
}

/// `complaint.replied-in-time`: the field of a breach that was explained is the rule it broke.
bool is_rule(std::string_view field) {
    const auto dot = field.find('.');
    return dot != std::string_view::npos && !base::parse_whole(field.substr(0, dot));
}

/// What the office said of itself, beside the matters: why a breach happened, a week's summary, why
/// a policy or a rule of its own was set so.
struct OfficeWords {
    std::string subject;
    std::vector<KeptText> words;
};

OfficeWords explanation_of(const Writing& writing, std::string_view typed, std::string_view rule) {
    auto& connection = writing.connection();
    OfficeWords found{full_number_or_as_typed(typed, writing.year()), {}};
    found.words =
        said_by(connection, "SELECT reason FROM explanation WHERE subject = ? AND rule = ?",
                found.subject, rule);
    const auto matter = find_matter(connection, found.subject);
    for (auto& saying : found.words)
        if (matter) saying.matter = matter->id;
    return found;
}

OfficeWords words_of_office(const Writing& writing, std::string_view ref, std::string_view field) {
    auto& connection = writing.connection();
    if (is_rule(field)) return explanation_of(writing, ref, field);
    OfficeWords found{std::string(ref), {}};
    if (field == "summary") {
        found.words = said_by(
            connection, "SELECT summary FROM weekly_report WHERE week = ? AND summary IS NOT NULL",
            ref);
    } else if (field.ends_with(".reason")) {
        const auto edition = base::parse_whole(field.substr(0, field.find('.')));
        found.words = said_by(connection,
                              "SELECT reason FROM policy_edition"
                              " WHERE key = ?1 AND edition = ?2 AND reason IS NOT NULL"
                              " UNION ALL SELECT reason FROM own_rule"
                              " WHERE rule = ?1 AND edition = ?2 AND reason IS NOT NULL",
                              ref, edition);
    }
    return found;
}

/// A week, a policy and a rule are no records with steps.
bool is_of_office(std::string_view ref, std::string_view field) {
    return is_rule(field) || ref.find("-W") != std::string_view::npos ||
           ref.find('.') != std::string_view::npos;
}

WriteResult redact_words_of_office(const Writing& writing, std::string_view ref,
                                   std::string_view field, const std::string& text,
                                   const std::string& reason, const SpeechFound& speech) {
    const auto found = words_of_office(writing, ref, field);
    if (found.words.empty())
        throw Failure(
            Exit::not_found,
            compose({"{} 没有「{}」这项文字", "{} has no text '{}'"}, found.subject, field),
            Label{
                "周报的写 summary;参数或自定规则某一版的理由写作 2.reason;"
                "违规的说明写其规则,如 complaint.replied-in-time",
                "for a week: summary; for the reason of an edition of a policy or an office rule: "
                "2.reason; for the explanation of a breach: its rule, complaint.replied-in-time"});
    Eraser eraser(writing, "redacted", reason, speech);
    for (const auto& saying : found.words)
        eraser.put_instead(saying, "replaced", text);
    forget_index(writing.connection());
    return {found.subject, {}};
}

}  // namespace

WriteResult redact(const Writing& writing, std::string_view number, std::string_view field,
                   const std::string& text, const std::string& reason, const SpeechFound& speech) {
    auto& connection = writing.connection();
    if (is_of_office(number, field))
        return redact_words_of_office(writing, number, field, text, reason, speech);
    const auto target = target_of(writing, number, field);
    require_free_text(target);
    const auto meant = text_meant(connection, target);
    if (!meant) throw nothing_there(target);
    if (meant->is_personal())
        require_free_text({target.no, target.matter, {}, meant->is_phone ? "phone" : "from"});

    // The same words often stand twice: an outcome in its closing step, a correction in its own.
    const auto earlier = earlier_words(connection, *meant);
    const auto is_gone = [&](const KeptText& saying) {
        return std::ranges::any_of(earlier,
                                   [&](const KeptText& one) { return one.value == saying.value; });
    };
    std::vector<KeptText> copies;
    for (auto& saying : texts_of(connection, *target.matter)) {
        const bool known = saying.id == meant->id ||
                           std::ranges::find(copies, saying.id, &KeptText::id) != copies.end();
        if (!known && (saying.value == meant->value || is_gone(saying)))
            copies.push_back(std::move(saying));
    }
    Eraser eraser(writing, "redacted", reason, speech);
    eraser.put_instead(*meant, "replaced", text);
    for (const auto& copy : copies)
        eraser.put_instead(copy, "replaced", text);
    for (const auto& words : earlier)
        eraser.take_out(words);
    forget_index(connection);
    return {target.no, {}};
}

}  // namespace huiyin::records
