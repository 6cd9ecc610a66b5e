#include "whose_it_is.hpp"

#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "remedies.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;

namespace {

std::ptrdiff_t digits_apart(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return std::ssize(one);
    std::ptrdiff_t apart = 0;
    for (std::size_t at = 0; at < one.size(); ++at)
        apart += one[at] != other[at] ? 1 : 0;
    return apart;
}

}  // namespace

std::optional<Office> office_claimed(Server& server, const std::string& store_id) {
    auto offices = all_offices(server);
    const auto near = std::ranges::find_if(offices, [&](const Office& office) {
        return digits_apart(office.store_id, store_id) <= 1;
    });
    return near == offices.end() ? std::nullopt : std::optional(std::move(*near));
}

Failure not_registered(Server& server, const BundleReader& bundle, Ingested& result) {
    const auto& store = bundle.manifest().store_id;
    if (const auto near = office_claimed(server, store)) {
        result.office = near->name;
        result.store_id = near->store_id;
        return {Exit::integrity,
                compose({"它写的数据文件编号与「{}」的只差一位:损坏或被改动",
                         "the store's id in it is that of '{}' but for one digit: it was damaged, "
                         "or altered"},
                        near->name),
                once_more(near->store_id)};
    }
    const auto offices = all_offices(server);
    const auto signer = std::ranges::find_if(
        offices, [&](const Office& office) { return bundle.signed_by(office.public_key); });
    if (signer == offices.end())
        return {Exit::not_found,
                compose({"没有登记数据文件 {}", "no store {} is registered"}, store),
                compose({"登记它:huiyin hq office add 名称 --public-key 封签.pem.pub --store {}",
                         "register it: huiyin hq office add NAME --public-key SEAL.pem.pub "
                         "--store {}"},
                        store)};
    const bool handed_in = signer->head.entries > 0 || signer->seen.entries > 0;
    const auto name = base::shell_quoted(signer->name);
    return {
        Exit::not_found,
        compose({"没有登记数据文件 {};它是「{}」的密钥所签,那里登记的是 {}",
                 "no store {} is registered; it is signed with the key of '{}', which is "
                 "registered with the store {}"},
                store, signer->name, signer->store_id),
        handed_in
            ? compose({"问清楚这个办公室是不是重建了数据文件;是的话它算另一个办公室:huiyin hq "
                       "office add 新名称 --public-key 封签.pem.pub --store {}",
                       "ask the office whether it began its store anew; if so it is another "
                       "office: huiyin hq office add NAME --public-key SEAL.pem.pub --store {}"},
                      store)
            : compose({"编号登记错了的:huiyin hq office change {0} --store {1} --reason 编号写错;"
                       "是另一个办公室的:huiyin hq office add 名称 --public-key 封签.pem.pub "
                       "--store {1}",
                       "if the id was mistyped: huiyin hq office change {0} --store {1} --reason "
                       "mistyped; if it is another office: huiyin hq office add NAME --public-key "
                       "SEAL.pem.pub --store {1}"},
                      name, store)};
}

void tell_whose(Server& server, Ingested& result) {
    const auto store = claimed_store(result.file);
    if (!store) return;
    result.store_id = *store;
    const auto office = office_claimed(server, *store);
    for (auto& problem : result.problems) {
        problem.what =
            office ? base::Text{base::format("{}(它自称是「{}」的)", problem.what.zh, office->name),
                                base::format("{} (it claims to be of '{}')", problem.what.en,
                                             office->name)}
                   : base::Text{base::format("{}(它自称是数据文件 {} 的,没有登记)", problem.what.zh,
                                             *store),
                                base::format("{} (it claims to be of the store {}, which is not "
                                             "registered)",
                                             problem.what.en, *store)};
        if (office && result.exit == Exit::integrity) problem.remedy = once_more(office->store_id);
    }
    if (!office) return;
    result.office = office->name;
    result.store_id = office->store_id;
}

}  // namespace huiyin::headquarters
