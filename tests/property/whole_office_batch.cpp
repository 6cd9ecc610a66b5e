// A batch, and the same commands a process each: the same verdicts and the same rows.

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "whole_office.hpp"

namespace huiyin::property {

namespace {

using nlohmann::json;

/// What a command answered, but for where it stands: in the batch, in the journal.
json verdict_of(const std::string& answer) {
    auto told = json::parse(answer, nullptr, false);
    if (told.is_object()) told.erase("line");
    forget_the_journal(told);
    if (told.is_object()) told.erase("seq");
    return told;
}

std::vector<std::string> asked_of_sqlite(const std::filesystem::path& store,
                                         const std::string& sql) {
    const auto query = store.parent_path() / "query.sql";
    std::ofstream(query) << sql;
    const auto line = "sqlite3 -readonly '" + store.string() + "' < '" + query.string() + "'";
    const std::unique_ptr<FILE, int (*)(FILE*)> shell(popen(line.c_str(), "r"), &pclose);
    if (!shell) throw std::runtime_error("cannot run sqlite3");
    std::string text;
    std::array<char, 65536> part{};
    for (std::size_t size = 0; (size = fread(part.data(), 1, part.size(), shell.get())) > 0;)
        text.append(part.data(), size);
    std::vector<std::string> rows;
    std::istringstream lines(text);
    for (std::string row; std::getline(lines, row);)
        rows.push_back(row);
    if (rows.empty()) throw std::runtime_error("sqlite3 (package sqlite3) says nothing");
    return rows;
}

/// Every row of a store, but for the journal, salts and digests, and which entry a row is of.
std::vector<std::string> rows_of(const std::filesystem::path& store) {
    const auto queries = asked_of_sqlite(
        store,
        "SELECT format('SELECT %Q, %s FROM \"%w\";', t.name, group_concat("
        "iif(t.name = 'said' AND c.name = 'row',"
        " 'iif(place = ''journal.late_reason'', 0, \"row\")', format('quote(\"%w\")', c.name)), ', "
        "'),"
        " t.name) FROM pragma_table_list t JOIN pragma_table_info(t.name) c"
        " WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        " AND t.name <> 'journal' AND c.name NOT IN ('entry', 'salt', 'digest')"
        " GROUP BY t.name ORDER BY t.name;");
    std::string all;
    for (const auto& query : queries)
        all += query + "\n";
    return asked_of_sqlite(store, all);
}

}  // namespace

/// Several commands of one second and one entry of the journal, often of one kind; and the same
/// ones, a process each, in a copy of the store.
std::optional<std::string> WholeOffice::batch() {
    const auto file = program_.folder() / "batch.jsonl";
    const auto store = program_.folder() / "office.db", beside = program_.folder() / "beside.db";
    std::filesystem::copy_file(store, beside, std::filesystem::copy_options::overwrite_existing);
    std::vector<Said> all;
    {
        std::ofstream lines(file);
        auto deed = some_deed();
        for (auto left = chance_.between(2, 9); left > 0; --left) {
            if (chance_.percent(50)) deed = some_deed();
            auto said = (this->*deed)();
            if (said.words[0] == "check" || said.words[0] == "report") continue;
            if (chance_.percent(50)) date(said);
            lines << json(line_of(said)).dump() << "\n";
            all.push_back(said);
        }
    }
    const auto outcome =
        program_.run({"batch", file.string(), "--on-error", "skip", "--json"}, now_);
    std::istringstream answers(outcome.out);
    for (std::string answer; std::getline(answers, answer);) {
        const auto told = json::parse(answer);
        const auto& said = all.at(told.at("line").get<std::size_t>() - 1);
        remember(said, {told.at("ok").get<bool>() ? 0 : 4, answer, ""});
        auto alone = line_of(said);
        alone.insert(alone.end(), {"--json", "--db", beside.string()});
        const auto single = program_.run(alone, now_).out;
        if (verdict_of(answer) != verdict_of(single))
            return "in a batch: " + answer + "\nalone: " + single;
        ++compared_lines_;
    }
    const auto together = rows_of(store), apart = rows_of(beside);
    if (together == apart) return std::nullopt;
    const auto [here, there] =
        std::mismatch(together.begin(), together.end(), apart.begin(), apart.end());
    return "a batch leaves " + (here == together.end() ? "no row" : *here) +
           ", its commands leave " + (there == apart.end() ? "no row" : *there);
}

}  // namespace huiyin::property
