// What a `--key` stands for: the command that came with it first.

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/store/query.hpp"
#include "transaction.hpp"

namespace huiyin::gate {

using base::Exit;
using base::Failure;
using base::Json;
using base::Label;

std::optional<Outcome> Transaction::earlier_outcome(const Command& command,
                                                    const std::string& arguments) {
    if (!command.key) return {};
    store::Query row(store_.connection,
                     "SELECT c.value, k.result, k.entry FROM request_key k"
                     " JOIN content c ON c.id = k.arguments WHERE k.key = ?",
                     *command.key);
    if (!row.next()) return {};
    const auto result = Json::parse(row.text(1));
    if (row.is_null(0))
        throw Failure(
            Exit::key_conflict,
            base::compose({"标识 --key {} 已用于 {};当时的内容已抹除,无从核对",
                           "--key {} was used for {}, but what was typed with it has been erased"},
                          *command.key, result.at("no").get<std::string>()),
            Label{"若是新的登记,请换一个 --key", "for a new record choose another --key"});
    if (row.maybe_text(0) != arguments)
        throw Failure(
            Exit::key_conflict,
            base::compose({"标识 --key {} 已用于 {},但内容不同",
                           "--key {} was already used for {}, with other arguments"},
                          *command.key, result.at("no").get<std::string>()),
            Label{"若是新的登记,请换一个 --key", "for a new record choose another --key"});
    Outcome outcome;
    outcome.no = result.at("no");
    outcome.opened = result.at("opened").get<std::vector<std::string>>();
    outcome.seq = row.integer(2);
    outcome.replayed = true;
    outcome.timezone = zone().name();
    outcome.at = now_;
    outcome.recorded_at = now_;
    return outcome;
}

void Transaction::remember(const Command& command, const records::Writing& writing,
                           const std::string& arguments, const records::WriteResult& made) {
    const auto id = writing.next_id("request_key");
    const auto said = writing.keep("request_key.arguments", id, std::string_view(arguments));
    const Json result{{"no", made.no}, {"opened", made.opened}};
    store::run(store_.connection,
               "INSERT INTO request_key (id, key, arguments, result, entry) VALUES (?, ?, ?, ?, ?)",
               id, *command.key, said, result.dump(), writing.entry());
}

}  // namespace huiyin::gate
