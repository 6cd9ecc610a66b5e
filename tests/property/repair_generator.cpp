#include <algorithm>

#include "generator.hpp"

namespace huiyin::property {

namespace {

const std::vector<std::string> ordinary{"plumbing", "plumbing", "electrical", "furniture",
                                        "service"};
const std::vector<std::string> urgent{"elevator", "tap-burst", "heating-main", "danger"};

}  // namespace

std::string Generator::order(const std::string& order) {
    return chance_.percent(99) ? order : model_.next_number("PG", now_);
}

Deed Generator::suggestion() {
    AddSuggestion deed{
        .sort = chance_.of<std::string>({"opinion", "suggestion"}),
        .channel = chance_.of<std::string>({"letter", "phone", "visit", "round", "round"})};
    deed.phone = chance_.percent(75);
    deed.home = home();
    return deed;
}

Deed Generator::repair() {
    AddRepair deed{.channel = chance_.of<std::string>({"phone", "phone", "visit", "patrol"}),
                   .category = chance_.of(chance_.percent(70) ? ordinary : urgent)};
    deed.phone = chance_.percent(75);
    deed.home = home();
    if (chance_.percent(is_urgent(deed.category) ? 6 : 20))
        deed.appointment = now_ + chance_.of<Instant>({hour, 5 * hour, day});
    std::vector<std::string> finished;
    for (const auto& matter : model_.matters())
        if (matter.kind == Kind::repair && matter.first("finish") && !matter.voided())
            finished.push_back(matter.no);
    if (!finished.empty() && chance_.percent(25)) {
        const auto first = finished.size() > 6 ? finished.size() - 6 : 0;
        deed.rework_of = finished[static_cast<std::size_t>(chance_.between(
            static_cast<std::int64_t>(first), static_cast<std::int64_t>(finished.size()) - 1))];
    } else {
        deed.not_rework = chance_.percent(20);
    }
    return deed;
}

Deed Generator::on_a_suggestion(const Matter& suggestion) {
    const bool answered = suggestion.first("answer").has_value();
    switch (chance_.between(1, 10)) {
        case 1:
        case 2:
            return assignment(suggestion);
        case 3:
        case 4:
            if (!answered || chance_.percent(30))
                return AnswerSuggestion{
                    number(suggestion), words(), chance_.of<std::string>({"phone", "letter"}),
                    chance_.weighted<std::string>({{5, "thanks"}, {3, "apology"}, {1, ""}})};
            return callback(suggestion);
        case 5:
        case 6:
            return callback(suggestion);
        case 7:
            return chance_.percent(60) ? attempt(suggestion) : answer(suggestion);
        case 8:
            return chance_.percent(50) ? on_a_callback(suggestion) : mistyped(suggestion);
        case 9:
            return chance_.percent(10)   ? Deed(Void{suggestion.no})
                   : chance_.percent(60) ? correction(suggestion)
                                         : Deed(Note{suggestion.no});
        default:
            return CloseMatter{number(suggestion), properly(90)};
    }
}

Deed Generator::dispatch(const Matter& repair) {
    Dispatch deed{.no = number(repair), .to = one_of("T")};
    const auto first = model_.first_technician(repair.rework_of, now_);
    if (first && properly(50)) deed.to = *first;
    if (chance_.percent(4)) deed.to = someone();
    if (chance_.percent(15)) deed.mates = {one_of("T")};
    std::erase(deed.mates, deed.to);
    if (first && deed.to != *first && chance_.percent(40)) {
        deed.instead = chance_.of<std::string>({"off-shift", "skill"});
        deed.reason = true;
    }
    return deed;
}

Deed Generator::finish(const Matter& repair, const std::string& pg) {
    Finish deed{.pg = order(pg), .result = words()};
    deed.apology = chance_.percent(repair.rework_of.empty() ? 3 : 65);
    return deed;
}

Deed Generator::on_an_order(const Matter& repair) {
    const auto orders = repair.orders();
    if (orders.empty()) return dispatch(repair);
    const auto& pg = chance_.percent(85) ? orders.back() : chance_.of(orders);
    auto next = repair.order_state(pg);
    if (!properly(88))
        next = chance_.of<std::string>(
            {"dispatch", "arrive", "start", "finish", "sign", "defer", "cancel"});
    if (next == "dispatch")
        return chance_.percent(90) ? Deed(Arrive{order(pg)}) : CancelOrder{order(pg)};
    if (next == "arrive")
        return chance_.percent(90) ? Deed(Start{order(pg), properly(92)}) : CancelOrder{order(pg)};
    if (next == "start" || next == "defer") {
        if (next == "defer" && chance_.percent(45)) return Arrive{order(pg)};
        if (chance_.percent(25))
            return Defer{order(pg), chance_.of<std::string>({"difficult", "parts", "major"})};
        return chance_.percent(92) ? finish(repair, pg) : CancelOrder{order(pg)};
    }
    if (next == "finish" && properly(92)) return Sign{order(pg), chance_.percent(10)};
    if (next == "sign" || next == "finish")
        return HandIn{order(pg), one_of(properly() ? "C" : "CSTMH")};
    return dispatch(repair);
}

Deed Generator::recategorise(const Matter& repair) {
    const auto now = repair.category_at(now_);
    std::vector<std::string> others;
    for (const auto* kind : {&ordinary, &urgent})
        for (const auto& category : *kind)
            if (category != now) others.push_back(category);
    return Recategorise{number(repair), chance_.of(others)};
}

Deed Generator::callback_on_repair(const Matter& repair) {
    return callback(repair);
}

Deed Generator::on_a_repair(const Matter& repair) {
    const bool finished = repair.first("finish").has_value();
    const bool returned = repair.first("return").has_value();
    enum class Way { order, call, close, assign, other };
    switch (chance_.weighted<Way>({{finished ? 25 : 60, Way::order},
                                   {finished ? 22 : 3, Way::call},
                                   {returned   ? 20
                                    : finished ? 8
                                               : 3,
                                    Way::close},
                                   {5, Way::assign},
                                   {25, Way::other}})) {
        case Way::order:
            return on_an_order(repair);
        case Way::call:
            return chance_.percent(75) ? callback_on_repair(repair) : attempt(repair);
        case Way::close:
            return CloseMatter{number(repair), properly(90)};
        case Way::assign:
            return assignment(repair);
        case Way::other:
            break;
    }
    switch (chance_.between(1, 11)) {
        case 1:
            return recategorise(repair);
        case 2:
            return Apologise{number(repair)};
        case 3:
            return TellSupplier{number(repair)};
        case 4:
            return Urge{number(repair)};
        case 5:
            return dispatch(repair);
        case 6:
        case 7:
            return correction(repair);
        case 8:
            return mistyped(repair);
        case 9:
            return on_a_callback(repair);
        case 10:
            return answer(repair);
        default:
            return chance_.percent(25) ? Deed(Void{repair.no}) : Note{repair.no};
    }
}

Deed Generator::on_a_closed_repair(const Matter& repair) {
    switch (chance_.between(1, 10)) {
        case 1:
        case 2:
            return callback(repair);
        case 3:
        case 4:
            return on_an_order(repair);
        case 5:
            return Apologise{repair.no};
        case 6:
            return correction(repair);
        case 7:
            return mistyped(repair);
        case 8:
            return on_a_callback(repair);
        case 9:
            return chance_.percent(50) ? Deed(Urge{repair.no}) : TellSupplier{repair.no};
        default:
            return on_a_repair(repair);
    }
}

Deed Generator::mistyped(const Matter& matter) {
    AmendMatter deed{.no = number(matter)};
    const bool repair = matter.kind == Kind::repair;
    switch (chance_.between(1, repair ? 4 : 3)) {
        case 1:
            deed.home = home().value_or(Home{"9-901", "9号楼901"});
            return deed;
        case 2:
            if (matter.phone) return Note{matter.no};
            deed.phone = true;
            return deed;
        case 3:
            if (matter.kind != Kind::complaint) return Note{matter.no};
            if (chance_.percent(50)) {
                deed.category = matter.category == "供热" ? "保洁" : "供热";
            } else {
                deed.complaint_class = matter.complaint_class % 3 + 1;
            }
            return deed;
        default:
            break;
    }
    std::vector<std::string> finished;
    for (const auto& other : model_.matters())
        if (other.kind == Kind::repair && other.no != matter.no && other.first("finish") &&
            !other.voided() && other.at < matter.at)
            finished.push_back(other.no);
    if (finished.empty() || chance_.percent(50)) {
        deed.not_rework = true;
    } else {
        deed.rework_of = finished.back();
    }
    return deed;
}

}  // namespace huiyin::property
