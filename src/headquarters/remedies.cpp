#include "remedies.hpp"

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Label;
using base::Text;

namespace {

/// The file of the office's receipt, as `hq ingest --receipts` names it.
Text receipt_of(const std::string& store_id) {
    if (store_id.empty()) return Label{"回执.json", "RECEIPT.json"};
    return base::plain(store_id + ".json");
}

/// The office's command, whole.
Text bundling(const std::string& store_id) {
    const auto receipt = receipt_of(store_id);
    return {base::format("huiyin bundle --out 上报.huiyin --since-anchor {} --key-file 封签.pem",
                         receipt.zh),
            base::format("huiyin bundle --out WEEK.huiyin --since-anchor {} --key-file SEAL.pem",
                         receipt.en)};
}

}  // namespace

Text once_more(const std::string& store_id) {
    const auto typed = bundling(store_id);
    return {base::format("重新拷贝一次再收;还不行,请办公室按总部最近的回执重做:{}", typed.zh),
            base::format("copy it once more and take that; else have the office make it anew from "
                         "headquarters' latest receipt: {}",
                         typed.en)};
}

Text from_receipt(const std::string& store_id) {
    const auto typed = bundling(store_id);
    return {base::format("请办公室按总部最近的回执重做:{}", typed.zh),
            base::format("have the office make it anew from headquarters' latest receipt: {}",
                         typed.en)};
}

Text all_of_it() {
    return Label{
        "请办公室交来全部,不写 --since-anchor:huiyin bundle --out 上报.huiyin "
        "--key-file 封签.pem",
        "have the office hand in all of it, without --since-anchor: huiyin bundle --out "
        "WEEK.huiyin --key-file SEAL.pem"};
}

Text verify_there(const std::string& store_id) {
    const auto receipt = receipt_of(store_id);
    return {base::format("不要再收这份文件。请办公室核对,与最后一份好的备份相比,再交一次:huiyin "
                         "audit verify --anchor {} --public-key 总部.pem.pub",
                         receipt.zh),
            base::format("do not take this file. Have the office verify its store, compare it with "
                         "its last good backup, and hand in again: huiyin audit verify --anchor {} "
                         "--public-key HQ.pem.pub",
                         receipt.en)};
}

Text nothing_is_missing() {
    return Label{"它的日志总部都已经有了,不用重做;把这份文件移出收件的目录",
                 "headquarters has all of its entries already: nothing needs to be made anew. Move "
                 "the file out of the folder"};
}

Text branches_remain(const std::string& office) {
    return compose(
        {"只让一份数据文件继续用,另一份收好不删;两支都在总部,由人决定。看两支和现成的命令:"
         "huiyin hq fork show {}",
         "let one of the two stores be used on, and keep the other; both branches are "
         "here, for people to decide. To see them, with the commands ready: huiyin hq "
         "fork show {}"},
        base::shell_quoted(office));
}

Text other_store_counts(const std::string& office, const std::string& store_id) {
    const auto typed = bundling(store_id);
    return {base::format("把这份文件移出收件的目录,用选定的那一份数据文件重做:{};两支见 huiyin hq "
                         "fork show {}",
                         typed.zh, base::shell_quoted(office)),
            base::format("move this file out of the folder, and make the bundle of the store that "
                         "counts: {}; huiyin hq fork show {} has both branches",
                         typed.en, base::shell_quoted(office))};
}

}  // namespace huiyin::headquarters
