#include "functions.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/rulebook/speech.hpp"

namespace huiyin::rulebook {

namespace {

using records::PolicyValue;

/// The arguments of one call, and where its answer goes.
class Call {
  public:
    Call(sqlite3_context* context, int count, sqlite3_value** values)
        : context_(context),
          count_(count),
          values_(values),
          functions_(*static_cast<Functions*>(sqlite3_user_data(context))) {}

    Functions& functions() const { return functions_; }
    store::Connection& connection() const { return functions_.connection(); }
    bool is_null(int index) const { return sqlite3_value_type(values_[index]) == SQLITE_NULL; }
    std::int64_t integer(int index) const { return sqlite3_value_int64(values_[index]); }
    base::Instant time(int index) const { return base::instant(integer(index)); }
    /// By when it had to be on record: an argument that may be left out, else the moment judged.
    base::Instant known(int index) const { return index < count_ ? time(index) : functions_.now(); }
    std::string_view text(int index) const {
        const void* bytes = sqlite3_value_text(values_[index]);
        return {static_cast<const char*>(bytes),
                static_cast<std::size_t>(sqlite3_value_bytes(values_[index]))};
    }

    void answer(std::int64_t value) const { sqlite3_result_int64(context_, value); }
    void answer(bool value) const { sqlite3_result_int(context_, value ? 1 : 0); }
    void answer(std::string_view value) const {
        sqlite3_result_text64(context_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    void answer(const PolicyValue& value) const {
        if (const auto* number = std::get_if<std::int64_t>(&value)) answer(*number);
        if (const auto* words = std::get_if<std::string>(&value)) answer(std::string_view(*words));
    }
    template <typename Value>
    void answer(const std::optional<Value>& value) const {
        if (value) answer(*value);
    }

  private:
    sqlite3_context* context_;
    int count_;
    sqlite3_value** values_;
    Functions& functions_;
};

void now(const Call& call) {
    call.answer(base::seconds(call.functions().now()));
}

void policy(const Call& call) {
    call.answer(call.functions().policy_value(call.text(0), call.time(1)));
}

void policy_value(const Call& call) {
    call.answer(records::policy_value(records::policy_definition(call.text(0)), call.text(1)));
}

PeopleOnFile& people(const Call& call) {
    return call.functions().people();
}

/// Of functions about staff: the moment asked about, and by when it had to be on record, which is
/// the moment judged where nothing is said.
PeopleOnFile::Standing person(const Call& call) {
    return people(call).standing(call.integer(0), call.time(1), call.known(2));
}

void role_of(const Call& call) {
    call.answer(records::name_of(person(call).role).word);
}

/// By their own role or by that of somebody in whose place they act.
void has_role(const Call& call) {
    const auto roles = base::split_list(call.text(1));
    const auto at = call.time(2);
    const auto known = call.known(3);
    const auto has = [&](records::StaffId staff) {
        const auto role = people(call).standing(staff, at, known).role;
        return std::ranges::find(roles, records::name_of(role).word) != roles.end();
    };
    call.answer(has(call.integer(0)) ||
                std::ranges::any_of(people(call).places_of(call.integer(0), at, known), has));
}

void superior_of(const Call& call) {
    call.answer(people(call).superior_of(call.integer(0), call.time(1), call.known(2)));
}

void named_superior(const Call& call) {
    call.answer(person(call).superior);
}

/// How many times a report is passed up until a head has it; one where the head is told at once.
void levels_to_head(const Call& call) {
    auto who = call.integer(0);
    std::int64_t levels = 0;
    for (std::set<std::int64_t> seen; seen.insert(who).second;) {
        const auto role = people(call).standing(who, call.time(1), call.known(2)).role;
        const auto superior = people(call).superior_of(who, call.time(1), call.known(2));
        if (role == records::Role::head || !superior) break;
        who = *superior;
        ++levels;
    }
    call.answer(std::max<std::int64_t>(levels, 1));
}

void acting_for(const Call& call) {
    call.answer(people(call).acting_for(call.integer(0), call.time(1), call.known(2)));
}

void is_away(const Call& call) {
    call.answer(people(call).is_away(call.integer(0), call.time(1), call.known(2)));
}

void has_left(const Call& call) {
    call.answer(person(call).has_left);
}

void left_since(const Call& call) {
    if (const auto since = records::left_since(call.connection(), call.integer(0), call.time(1)))
        call.answer(base::seconds(*since));
}

void login_of(const Call& call) {
    call.answer(std::string_view(people(call).login(call.integer(0))));
}

void day_of(const Call& call) {
    const auto when = base::readable(call.time(0), call.functions().zone());
    call.answer(std::string_view(when).substr(0, when.find(' ')));
}

void taboo(const Call& call) {
    const auto hits = call.functions().taboo_at(call.time(1)).find(call.text(0));
    if (!hits.empty()) call.answer(std::string_view(quoted(hits)));
}

void is_urgent(const Call& call) {
    call.answer(records::is_urgent(call.text(0)));
}

void is_joint(const Call& call) {
    call.answer(records::is_joint(call.text(0), call.integer(1), call.time(2),
                                  call.functions().policies()));
}

void nearest_home(const Call& call) {
    const auto& near = call.functions().nearest_home(std::string(call.text(0)));
    if (!near.empty()) call.answer(std::string_view(near));
}

struct Function {
    const char* name;
    int arguments;
    void (*run)(const Call&);
};

constexpr std::array all{
    Function{"now", 0, now},
    Function{"policy", 2, policy},
    Function{"policy_value", 2, policy_value},
    Function{"role_of", 2, role_of},
    Function{"role_of", 3, role_of},
    Function{"has_role", 3, has_role},
    Function{"has_role", 4, has_role},
    Function{"superior_of", 2, superior_of},
    Function{"superior_of", 3, superior_of},
    Function{"named_superior", 2, named_superior},
    Function{"levels_to_head", 2, levels_to_head},
    Function{"levels_to_head", 3, levels_to_head},
    Function{"acting_for", 2, acting_for},
    Function{"acting_for", 3, acting_for},
    Function{"is_away", 2, is_away},
    Function{"is_away", 3, is_away},
    Function{"has_left", 2, has_left},
    Function{"has_left", 3, has_left},
    Function{"left_since", 2, left_since},
    Function{"login_of", 1, login_of},
    Function{"day_of", 1, day_of},
    Function{"taboo", 2, taboo},
    Function{"is_urgent", 1, is_urgent},
    Function{"is_joint", 3, is_joint},
    Function{"nearest_home", 1, nearest_home},
};

/// Runs a function where SQLite calls it: unknown arguments give NULL, and no exception crosses
/// SQLite's C code.
template <std::size_t Index>
void call_function(sqlite3_context* context, int, sqlite3_value** values) noexcept {
    try {
        const Call call(context, all[Index].arguments, values);
        for (int argument = 0; argument < all[Index].arguments; ++argument)
            if (call.is_null(argument)) return;
        all[Index].run(call);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const SQLite::Exception& error) {
        sqlite3_result_error(context, error.what(), -1);
        sqlite3_result_error_code(context, error.getErrorCode());
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

using Callback = void (*)(sqlite3_context*, int, sqlite3_value**);

template <std::size_t... Index>
constexpr std::array<Callback, sizeof...(Index)> make_callbacks(std::index_sequence<Index...>) {
    return {&call_function<Index>...};
}

constexpr auto callbacks = make_callbacks(std::make_index_sequence<all.size()>{});

void define(sqlite3* database, std::size_t index, void* functions, Callback callback) {
    const int code =
        sqlite3_create_function_v2(database, all[index].name, all[index].arguments,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, functions,
                                   callback, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(database, code);
}

}  // namespace

Functions::Functions(store::Connection& connection, const base::Zone& zone, base::Instant now)
    : connection_(connection),
      zone_(zone),
      now_(now),
      policies_(records::Policies::load(connection)),
      people_(connection) {
    for (std::size_t index = 0; index < all.size(); ++index)
        define(connection.handle(), index, this, callbacks[index]);
}

Functions::~Functions() {
    for (const auto& function : all)
        sqlite3_create_function_v2(connection_.handle(), function.name, function.arguments,
                                   SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr, nullptr);
}

bool Functions::defines(std::string_view name) {
    return std::ranges::any_of(all, [&](const Function& one) { return one.name == name; });
}

void Functions::read_policies_again() {
    policy_values_.clear();
    policies_ = records::Policies::load(connection_);
}

const PolicyValue& Functions::policy_value(std::string_view key, base::Instant at) {
    const auto& edition = policies_.in_force(key, at);
    const auto known = policy_values_.find(&edition);
    if (known != policy_values_.end()) return known->second;
    return policy_values_
        .emplace(&edition, records::policy_value(records::policy_definition(key), edition.value))
        .first->second;
}

const std::string& Functions::nearest_home(const std::string& unit) {
    // Another row may be on the register by now.
    const auto changes = sqlite3_total_changes64(connection_.handle());
    if (!nearest_home_ || changes != changes_seen_) nearest_home_.emplace(connection_);
    changes_seen_ = changes;
    return nearest_home_->to(unit);
}

const TabooMatcher& Functions::taboo_at(base::Instant at) {
    const auto& list = policies_.in_force("speech.taboo", at).value;
    auto found = matchers_.find(list);
    if (found == matchers_.end())
        found = matchers_.emplace(list, TabooMatcher(policies_.list("speech.taboo", at))).first;
    return found->second;
}

}  // namespace huiyin::rulebook
