#include <algorithm>
#include <set>

#include "connected.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/headquarters/examined.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "replica.hpp"
#include "tables.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

void require_journal(const Office& office) {
    if (office.head.entries > 0) return;
    throw Failure(Exit::not_found,
                  compose({"总部没有办公室「{}」的日志:它只交数字,或还没有交来",
                           "headquarters has no journal of '{}': it shares figures alone, or has "
                           "handed in nothing yet"},
                          office.name),
                  Label{"各办公室交什么见 huiyin hq status",
                        "huiyin hq status tells what each of them shares"});
}

/// A row of the replica in the bytes of COPY, as PostgreSQL gives its own.
std::string copied_row(Query& row, const std::vector<TableColumn>& columns) {
    std::string bytes;
    put_column_count(bytes, columns.size());
    for (int at = 0; at < static_cast<int>(columns.size()); ++at) {
        if (row.is_null(at)) {
            put_null(bytes);
            continue;
        }
        switch (columns[static_cast<std::size_t>(at)].type) {
            case TableColumn::Type::integer:
                put_field(bytes, big_endian(row.integer(at)));
                break;
            case TableColumn::Type::blob:
                put_field(bytes, row.blob(at));
                break;
            case TableColumn::Type::real:  // no table of an office has one
            case TableColumn::Type::text:
                put_field(bytes, row.text(at));
        }
    }
    return bytes;
}

/// Compares a table of the office with what its entries come to. The rows are in the order of their
/// key in both.
class TableComparison {
  public:
    TableComparison(Server& server, std::int64_t office, Verified& verified)
        : server_(server), office_(office), verified_(verified) {}

    void compare(store::Connection& replica, const OfficeTable& table) {
        std::string names;
        std::string order_here;
        std::string order_there;
        for (const auto& column : table.columns) {
            const auto name = name_in_sql(column.name);
            names += (names.empty() ? "" : ", ") + name;
            if (!column.in_key) continue;
            order_there += (order_there.empty() ? "" : ", ") + name;
            order_here +=
                base::format("{}{}{}", order_here.empty() ? "" : ", ", name,
                             column.type == TableColumn::Type::text ? " COLLATE \"C\"" : "");
        }
        const auto bytes = server_.copy_out(base::format(
            "COPY (SELECT {} FROM {} WHERE \"office\" = {} ORDER BY {}) TO STDOUT (FORMAT binary)",
            names, name_in_sql(table.name), office_, order_here));
        auto rest = std::string_view(bytes).substr(copy_header.size());
        std::string last;
        for (Query row(replica, base::format("SELECT {} FROM {} ORDER BY {}", names,
                                             name_in_sql(table.name), order_there));
             row.next();) {
            const auto expected = copied_row(row, table.columns);
            if (!rest.starts_with(expected)) return tell(table, row);
            rest.remove_prefix(expected.size());
            last = row.text(0);
            ++verified_.rows;
        }
        if (rest != copy_trailer) tell(table, last);
    }

  private:
    void tell(const OfficeTable& table, Query& row) { tell(table, row.text(0)); }
    void tell(const OfficeTable& table, const std::string& key) {
        verified_.faults.push_back(
            {.seq = {},
             .table = table.name,
             .row = key,
             .what = compose({"表 {}:第 {} 行起与日志所说的不同",
                              "table {}: from row {} on it is not what the journal says"},
                             table.name, key)});
    }

    Server& server_;
    std::int64_t office_;
    Verified& verified_;
};

void compare_texts(Server& server, const Office& office, Verified& verified) {
    const auto bytes = server.copy_out(base::format(
        "COPY (SELECT t.id, s.place, s.row, s.digest, t.salt, t.value FROM said_text t LEFT JOIN "
        "said s ON s.\"office\" = t.\"office\" AND s.id = t.id WHERE t.\"office\" = {} ORDER BY "
        "t.id) TO STDOUT (FORMAT binary)",
        office.number));
    for (CopiedRows row(bytes); row.next(); ++verified.texts) {
        const auto id = from_big_endian(row.value().value_or(""));
        const std::string place(row.value().value_or(""));
        const auto of = base::format("{}", from_big_endian(row.value().value_or("")));
        const auto digest = row.value().value_or("");
        const auto salt = row.value().value_or("");
        const auto value = row.value().value_or("");
        if (base::bytes(base::blake2b({place, "\n", of, "\n", salt, value})) == digest) continue;
        verified.faults.push_back(
            {.seq = {},
             .table = "said_text",
             .row = base::format("{}", id),
             .what = compose({"文字 {} 与其校验值不符", "text {} does not match its digest"}, id)});
        return;
    }
}

using FindingKey = std::tuple<std::string, std::string, std::string>;

/// Rules over what people said, and the office's own, whose wording is a text.
bool needs_texts(std::string_view rule, const std::set<std::string>& over_texts) {
    return rule.starts_with("own.") || over_texts.contains(std::string(rule));
}

std::set<std::string> rules_over_texts() {
    std::set<std::string> rules;
    for (const auto& rule : rulebook::regulation_rules())
        if (rule.written.find("content") != std::string::npos) rules.insert(rule.id);
    return rules;
}

std::string word(const nlohmann::json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Disagreement disagreement(const nlohmann::json& finding, bool is_the_offices) {
    return {.is_the_offices = is_the_offices,
            .rule = word(finding, "rule"),
            .clause = word(finding, "clause"),
            .subject = word(finding, "subject"),
            .since = word(finding, "since"),
            .message = word(finding, "message")};
}

/// What the same program finds in the store, against what the office sent.
void compare_findings(store::Connection& store, const Answer& sent, bool has_texts,
                      Replayed& replayed) {
    const auto office = records::load_office(store);
    const auto zone = records::zone_of(office);
    replayed.timezone = office.timezone;
    rulebook::Checker checker(store, zone, replayed.judged_at);
    const nlohmann::json here =
        reports::findings_json(checker.audit().findings, zone, office.language);
    const auto over_texts = has_texts ? std::set<std::string>{} : rules_over_texts();
    const auto key = [](const nlohmann::json& finding) {
        return FindingKey{word(finding, "rule"), word(finding, "subject"), word(finding, "since")};
    };
    std::multimap<FindingKey, nlohmann::json> theirs;
    for (int row = 0; row < sent.rows(); ++row) {
        auto finding = nlohmann::json::parse(sent.text(row, 0), nullptr, false);
        if (!finding.is_object()) continue;
        if (!has_texts && needs_texts(word(finding, "rule"), over_texts))
            ++replayed.offices_word;
        else
            theirs.emplace(key(finding), std::move(finding));
    }
    for (const auto& finding : here) {
        if (!has_texts && needs_texts(word(finding, "rule"), over_texts)) continue;
        if (const auto same = theirs.find(key(finding)); same != theirs.end()) {
            theirs.erase(same);
            ++replayed.same;
        } else {
            replayed.disagreements.push_back(disagreement(finding, false));
        }
    }
    for (const auto& [ignored, finding] : theirs)
        replayed.disagreements.push_back(disagreement(finding, true));
    std::ranges::stable_sort(replayed.disagreements, {},
                             [](const Disagreement& one) { return std::tie(one.since, one.rule); });
}

}  // namespace

Verified Company::verify(const std::string& name) {
    const auto known = office(name).office;
    require_journal(known);
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        Verified verified{.office = known, .faults = {}};
        try {
            Replica replica(server, known, Replica::Journal::left_out);
            verified.entries = known.head.entries;
            TableComparison comparison(server, known.number, verified);
            for (const auto& table : journaled_tables(replica.connection()))
                comparison.compare(replica.connection(), table);
            compare_texts(server, known, verified);
        } catch (const Failure& failure) {
            if (failure.code() != Exit::integrity) throw;
            for (const auto& problem : failure.problems())
                verified.faults.push_back(
                    {.seq = {}, .table = "journal", .row = {}, .what = problem.what});
        }
        return verified;
    });
}

Replayed Company::replay(const std::string& name, const std::filesystem::path& file) {
    const auto known = office(name).office;
    require_journal(known);
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        Replayed replayed{.office = known, .file = file, .timezone = {}, .disagreements = {}};
        Replica replica(server, known, Replica::Journal::included);
        replayed.texts = replica.complete(server, known);
        replica.write_to(file);
        replayed.judged_at = known.findings_at.value_or(known.made_at.value_or(base::Instant{}));
        const auto sent = server.run(
            "SELECT body FROM finding WHERE \"office\" = $1::int ORDER BY id", known.number);
        store::explained(file.string(), [&] {
            auto store = store::open_to_read(file);
            compare_findings(store, sent, known.share == "texts", replayed);
        });
        return replayed;
    });
}

}  // namespace huiyin::headquarters
