#include "gate_form.hpp"

#include <algorithm>
#include <cctype>

namespace huiyin::rulebook {

namespace {

bool is_of_name(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

/// SQLite numbers named parameters in the order in which they first appear.
std::vector<std::string> names_in(std::string_view sql) {
    std::vector<std::string> names;
    for (auto at = sql.find(':'); at != sql.npos; at = sql.find(':', at)) {
        const auto begin = sql.begin() + static_cast<std::ptrdiff_t>(++at);
        std::string name(begin, std::find_if_not(begin, sql.end(), is_of_name));
        if (!name.empty() && std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

}  // namespace

GateForm::GateForm(std::string sql, std::string_view unless)
    : sql_(std::move(sql)), unless_(unless), names_(names_in(sql_)) {}

bool GateForm::speaks(const Signs& seen) const {
    return !any_word(unless_, [&](std::string_view word) { return seen.contains(word); });
}

void GateForm::bind(store::Query& query, const Facts& facts) const {
    for (int place = 0; const auto& name : names_) {
        ++place;
        const auto fact = facts.values.find(name);
        if (fact == facts.values.end()) continue;
        if (const auto* number = std::get_if<std::int64_t>(&fact->second))
            query.bind(place, *number);
        else if (const auto* words = std::get_if<std::string>(&fact->second))
            query.bind(place, *words);
    }
}

const Columns& GateForm::columns(const store::Query& query) const {
    if (columns_.empty()) columns_ = columns_of(query);
    return columns_;
}

bool is_about(const Rule& rule, const Facts& facts) {
    return facts.stands && (rule.judges == "matter" || (rule.judges == facts.kind && facts.whole));
}

}  // namespace huiyin::rulebook
