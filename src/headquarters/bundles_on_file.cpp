#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/digest.hpp"
#include "ingest.hpp"

namespace huiyin::headquarters {

namespace {

/// Clocks of two machines, that nobody set right yet.
constexpr base::Seconds clocks_may_differ{std::chrono::days{1}};

std::string digest_of_manifest(const BundleReader& bundle) {
    return std::string(base::bytes(base::blake2b({bundle.manifest_line()})));
}

}  // namespace

bool is_on_file(Server& server, const Office& office, const BundleReader& bundle) {
    return server
               .run_with("SELECT 1 FROM office_bundle WHERE \"office\" = $1::int AND manifest = $2",
                         {parameter(office.number), parameter_of_bytes(digest_of_manifest(bundle))})
               .rows() > 0;
}

void put_on_file(Server& server, const Office& office, const BundleReader& bundle,
                 base::Instant now) {
    const auto& manifest = bundle.manifest();
    server.run_with(
        "INSERT INTO office_bundle (\"office\", manifest, entries, made_at, taken_at) VALUES "
        "($1::int, $2, $3, $4, $5)",
        {parameter(office.number), parameter_of_bytes(digest_of_manifest(bundle)),
         parameter(manifest.head.entries), parameter(base::seconds(manifest.made_at)),
         parameter(base::seconds(now))});
    server.run("UPDATE office_refusal SET settled = true WHERE \"office\" = $1::int",
               office.number);
}

void settle_refusals(Server& server, const Office& office) {
    server.run(
        "UPDATE office_refusal SET settled = true WHERE \"office\" = $1::int AND NOT settled AND "
        "entries <= $2 AND (result = 'gap' OR damaged)",
        office.number, std::max(office.head.entries, office.seen.entries));
}

bool is_signed_with_earlier_key(Server& server, const Office& office, const BundleReader& bundle) {
    const auto keys = server.run(
        "SELECT old FROM office_change WHERE \"office\" = $1::int AND what = 'key'", office.number);
    for (int row = 0; row < keys.rows(); ++row)
        if (bundle.signed_by(bytes_of_hex(keys.text(row, 0)))) return true;
    return false;
}

bool is_later_than_last(const Office& office, const Manifest& manifest, base::Instant now) {
    // Since another branch was accepted nothing but its entries is here.
    if (!office.made_at || !office.findings_at) return true;
    // Headquarters' own clock says so by the receipts that they were made from.
    const bool both_have_one =
        manifest.receipt > base::Instant{} && office.receipt_at > base::Instant{};
    if (both_have_one && manifest.receipt != office.receipt_at)
        return manifest.receipt > office.receipt_at;
    // Else the office's, unless it had run ahead.
    return manifest.made_at > *office.made_at || *office.made_at > now + clocks_may_differ;
}

bool lacks_a_tail(Server& server, const Office& office, const Manifest& manifest) {
    const bool had_receipt_for_more = manifest.receipt > base::Instant{} && office.taken_at &&
                                      manifest.receipt >= *office.taken_at;
    if (had_receipt_for_more) return true;
    const auto next = server.run(
        "SELECT (head::json->>'at')::bigint FROM journal WHERE \"office\" = $1::int AND seq = $2",
        office.number, manifest.head.entries + 1);
    return next.rows() > 0 && manifest.made_at > base::instant(next.integer(0, 0));
}

}  // namespace huiyin::headquarters
