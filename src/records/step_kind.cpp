#include "huiyin/records/step_kind.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/all_step_kinds.hpp"

namespace huiyin::records {

namespace {

constexpr const auto& kinds = all_step_kinds;
using enum StepTrait;

/// What a query may ask of a kind of step.
struct Trait {
    std::string_view name;
    StepTrait trait;
};
constexpr std::array traits{
    Trait{"assigns", assigns},     Trait{"gives", gives},   Trait{"hands_over", hands_over},
    Trait{"tells", tells},         Trait{"ends", ends},     Trait{"answers", answers},
    Trait{"spoken", spoken},       Trait{"aloud", aloud},   Trait{"once", once},
    Trait{"after_end", after_end}, Trait{"remark", remark}, Trait{"within_shift", within_shift},
    Trait{"decides", decides},
};

constexpr std::string_view asking = "(SELECT what FROM step_kind WHERE ";

/// The traits that a condition names: `assigns OR gives`.
StepTrait named_in(std::string_view condition) {
    constexpr std::string_view between = " OR ";
    StepTrait all{};
    while (!condition.empty()) {
        const auto end = std::min(condition.find(between), condition.size());
        const auto name = condition.substr(0, end);
        const auto* trait = std::ranges::find(traits, name, &Trait::name);
        if (trait == traits.end())
            throw base::Failure(
                base::Exit::integrity,
                base::compose({"步骤没有 {} 这一性质", "no step has a trait {}"}, name));
        all = all | trait->trait;
        condition.remove_prefix(std::min(end + between.size(), condition.size()));
    }
    return all;
}

}  // namespace

std::span<const StepKind> step_kinds() {
    return kinds;
}

const StepKind* find_step_kind(std::string_view word) {
    const auto* found = std::ranges::find(kinds, word, &StepKind::word);
    return found == kinds.end() ? nullptr : found;
}

base::Text step_title(std::string_view word) {
    const auto* kind = find_step_kind(word);
    return kind == nullptr ? base::plain(std::string(word)) : base::Text(kind->title);
}

std::string with_step_kinds(std::string_view sql) {
    std::string written;
    for (auto at = sql.find(asking); at != sql.npos; at = sql.find(asking)) {
        const auto condition_at = at + asking.size();
        const auto end = sql.find(')', condition_at);
        const auto wanted = named_in(sql.substr(condition_at, end - condition_at));
        written.append(sql.substr(0, at));
        std::string_view before = "('";
        for (const auto& kind : kinds) {
            if (!kind.has(wanted)) continue;
            written.append(before).append(kind.word).append("'");
            before = ", '";
        }
        written += ')';
        sql.remove_prefix(end + 1);
    }
    return written.append(sql);
}

}  // namespace huiyin::records
