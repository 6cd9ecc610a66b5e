#include <map>

#include "connected.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/gate/journal_tree.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "ingest.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

constexpr std::size_t texts_at_once = 5'000;

void put_office(std::string& row, std::int64_t office) {
    std::string bytes;
    put_big_endian(bytes, static_cast<std::int32_t>(office));
    put_field(row, bytes);
}

/// Puts in what fits its digest; throws for what does not.
void take_some_texts(Server& server, std::int64_t office, const std::vector<BundledText>& texts) {
    ValueList ids(oid::int8);
    for (const auto& text : texts)
        ids.add(big_endian(text.id));
    const Parameter list{oid::int8_list, ids.bytes()};
    const auto said = server.run_with(
        "SELECT id, place, row, encode(digest, 'hex') FROM said WHERE \"office\" = $1::int AND id "
        "= "
        "ANY($2) AND erased_at IS NULL",
        {parameter(office), list});
    std::map<std::int64_t, int> rows;
    for (int row = 0; row < said.rows(); ++row)
        rows[said.integer(row, 0)] = row;
    std::string copied;
    for (const auto& text : texts) {
        const auto found = rows.find(text.id);
        // Erased since: the journal in the same bundle may say so.
        if (found == rows.end()) continue;
        const auto digest =
            base::hex(base::blake2b({said.text(found->second, 1), "\n", said.text(found->second, 2),
                                     "\n", text.salt, text.value}));
        if (digest != said.text(found->second, 3))
            throw Failure(
                Exit::integrity,
                compose({"文字 {} 与其校验值不符", "text {} does not match its digest"}, text.id));
        if (text.value.find('\0') != std::string::npos)
            throw Failure(Exit::integrity, compose({"文字 {} 里有 U+0000,PostgreSQL 存不了",
                                                    "text {} holds U+0000, which PostgreSQL cannot "
                                                    "keep"},
                                                   text.id));
        put_column_count(copied, 4);
        put_office(copied, office);
        put_field(copied, big_endian(text.id));
        put_field(copied, text.salt);
        put_field(copied, text.value);
    }
    server.run_with("DELETE FROM said_text WHERE \"office\" = $1::int AND id = ANY($2)",
                    {parameter(office), list});
    server.begin_copy_in("COPY said_text (\"office\", id, salt, value) FROM STDIN (FORMAT binary)");
    server.copy_in(copied);
    server.end_copy_in();
}

std::vector<base::Digest> digests_of(const std::vector<std::string>& hexes) {
    std::vector<base::Digest> digests;
    for (const auto& hex : hexes) {
        base::Digest digest{};
        for (std::size_t at = 0; at < digest.size() && 2 * at + 1 < hex.size(); ++at)
            digest.at(at) = static_cast<unsigned char>(
                std::strtoul(hex.substr(2 * at, 2).c_str(), nullptr, 16));
        digests.push_back(digest);
    }
    return digests;
}

}  // namespace

std::string root_here(Server& server, const Office& office) {
    const auto hashes = server.run(
        "SELECT encode(hash, 'hex') FROM journal WHERE \"office\" = $1::int ORDER BY seq",
        office.number);
    auto scratch = store::scratch();
    scratch.execute(
        "CREATE TABLE journal (seq INTEGER PRIMARY KEY, hash BLOB);"
        "CREATE TABLE journal_tile (id INTEGER PRIMARY KEY, hashes BLOB, root BLOB)");
    for (int row = 0; row < hashes.rows(); ++row) {
        const auto hash = bytes_of_hex(hashes.text(row, 0));
        store::run(scratch, "INSERT INTO journal (hash) VALUES (?)", store::Blob{hash});
    }
    return base::hex(gate::JournalTree(scratch).root(hashes.rows()));
}

void sweep_texts(Server& server, const Office& office) {
    try {
        server.script("BEGIN");
        const auto part = server.run(
            "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid"
            " WHERE i.inhparent = 'said_text'::regclass"
            " AND satisfies_hash_partition('said_text'::regclass, 16, "
            "right(c.relname, 2)::int, $1::int)",
            office.number);
        if (part.rows() == 1) {
            // In a new file, whose making needs no owner as VACUUM would; the old one goes.
            const auto name = part.text(0, 0);
            server.script(base::format(
                "LOCK TABLE {0} IN ACCESS EXCLUSIVE MODE; CREATE TEMP TABLE kept_texts ON COMMIT "
                "DROP AS SELECT * FROM {0}; TRUNCATE {0}; INSERT INTO {0} SELECT * FROM kept_texts",
                name));
        }
        server.script("COMMIT");
    } catch (const ServerError&) {
        // The next one tries again; that the rows are gone is committed.
        server.script("ROLLBACK");
    }
}

void take_texts(Server& server, const Office& office, BundleReader& bundle) {
    std::vector<BundledText> texts;
    while (auto text = bundle.next_text()) {
        texts.push_back(std::move(*text));
        if (texts.size() < texts_at_once) continue;
        take_some_texts(server, office.number, texts);
        texts.clear();
    }
    if (!texts.empty()) take_some_texts(server, office.number, texts);
}

void take_findings(Server& server, const Office& office, const std::string& findings) {
    const auto list = nlohmann::json::parse(findings, nullptr, false);
    if (!list.is_array())
        throw Failure(Exit::integrity,
                      Label{"检查结果读不懂", "the bundle's findings cannot be read"});
    std::string rows;
    std::int32_t id = 0;
    for (const auto& finding : list) {
        const auto word = [&](const char* key) {
            const auto found = finding.find(key);
            return found != finding.end() && found->is_string() ? found->get<std::string>()
                                                                : std::string{};
        };
        put_column_count(rows, 8);
        put_office(rows, office.number);
        std::string number;
        put_big_endian(number, ++id);
        put_field(rows, number);
        for (const auto* key : {"rule", "clause", "severity", "subject", "since"})
            put_field(rows, word(key));
        // Why somebody says it happened is a text, and lies where texts lie.
        auto told = finding;
        if (const auto why = told.find("explanation"); why != told.end() && why->is_object())
            why->erase("text");
        put_field(rows, base::one_line(told));
    }
    server.run("DELETE FROM finding WHERE \"office\" = $1::int", office.number);
    server.begin_copy_in(
        "COPY finding (\"office\", id, rule, clause, severity, subject, since, body) FROM STDIN "
        "(FORMAT binary)");
    server.copy_in(rows);
    server.end_copy_in();
}

void take_figures(Server& server, const Office& office, BundleReader& bundle) {
    const auto& manifest = bundle.manifest();
    const auto& known = office.seen;
    if (manifest.known.entries == known.entries && known.entries > 0) {
        // The root that headquarters keeps leads to the one that is signed now.
        const auto hashes = digests_of(manifest.consistency);
        const auto old_root = digests_of({office.seen_root}).front();
        const auto roots =
            gate::roots_of_consistency(known.entries, manifest.head.entries, hashes, old_root);
        const bool grew = roots && base::hex(roots->from) == office.seen_root &&
                          base::hex(roots->to) == manifest.root &&
                          manifest.known.hash == known.hash;
        if (!grew)
            throw Failure(
                Exit::integrity,
                compose({"第 {} 条日志与总部所知的不同:此前被改写",
                         "journal entry {} differs from what headquarters knows: what lies "
                         "before it was rewritten"},
                        known.entries));
    }
    const auto weeks = nlohmann::json::parse(bundle.figures(), nullptr, false);
    server.run("DELETE FROM shared_week WHERE \"office\" = $1::int", office.number);
    try {
        for (const auto& week : weeks.at("weekly"))
            server.run(
                "INSERT INTO shared_week (\"office\", week, edition, filed_at, figures) VALUES "
                "($1::int, $2, $3, $4, $5)",
                office.number, week.at("week").get<std::string>(),
                week.at("edition").get<std::int64_t>(), week.at("filed_at").get<std::int64_t>(),
                week.at("figures").dump());
    } catch (const nlohmann::json::exception&) {
        throw Failure(Exit::integrity,
                      Label{"上报包里的数字读不懂", "the bundle's figures cannot be read"});
    }
    server.run(
        "UPDATE office_head SET seen = $2, seen_hash = $3, seen_root = $4, seen_schema = $5::int "
        "WHERE \"office\" = "
        "$1::int",
        office.number, manifest.head.entries, manifest.head.hash, manifest.root, manifest.schema);
}

}  // namespace huiyin::headquarters
