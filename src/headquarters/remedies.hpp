#pragma once

#include "huiyin/base/language.hpp"

/// What to do about a bundle that was not taken. Private to this directory.
namespace huiyin::headquarters {

/// Of one that was damaged on its way.
inline constexpr base::Label once_more{
    "重新拷贝一次再收;还不行,请办公室按总部最近的回执重做:huiyin bundle --since-anchor 回执",
    "copy it once more and take that; else have the office make it anew from headquarters' latest "
    "receipt: huiyin bundle --since-anchor RECEIPT"};

inline constexpr base::Label from_receipt{
    "请办公室按总部最近的回执重做:huiyin bundle --since-anchor 回执",
    "have the office make it anew from headquarters' latest receipt: huiyin bundle "
    "--since-anchor RECEIPT"};
inline constexpr base::Label all_of_it{
    "请办公室交来全部:huiyin bundle 不写 --since-anchor",
    "have the office hand in all of it: huiyin bundle without --since-anchor"};
inline constexpr base::Label verify_there{
    "不要再收这份文件。请办公室运行 huiyin audit verify --anchor 回执 --public-key 总部公钥,"
    "用最后一份好的备份核对,再交一次",
    "do not take this file. Have the office run huiyin audit verify --anchor RECEIPT --public-key "
    "KEY, compare it with its last good backup, and hand in again"};

/// Of an office with two branches.
inline constexpr base::Label branches_remain{
    "只让一份数据文件继续用,另一份收好不删;两支都在总部(huiyin hq fork show 办公室),由人决定:"
    "huiyin hq fork accept 办公室 --head 校验值 --reason 理由",
    "let one of the two stores be used on, and keep the other; both branches are here (huiyin hq "
    "fork show OFFICE), for people to decide: huiyin hq fork accept OFFICE --head HASH --reason "
    "TEXT"};

/// Of one that was decided against.
inline constexpr base::Label other_store_counts{
    "用认定的那一份数据文件,按总部最近的回执重做:huiyin bundle --since-anchor 回执;两支见 huiyin "
    "hq fork show 办公室",
    "make it of the store that counts, from headquarters' latest receipt: huiyin bundle "
    "--since-anchor RECEIPT; huiyin hq fork show OFFICE has both"};

}  // namespace huiyin::headquarters
