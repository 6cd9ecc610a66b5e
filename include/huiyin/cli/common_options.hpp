#pragma once

#include "huiyin/cli/options.hpp"
#include "huiyin/reports/format.hpp"

/// Options that stand in no verb's own struct.
namespace huiyin::cli {

/// Those that every command understands.
struct CommonOptions final : Options {
    Maybe<Takes::file> db{*this, {"db", {"数据文件", "the store"}}};
    Maybe<Takes::login> as{*this, {"as", {"以谁的身份操作", "act as this staff member"}}};
    Maybe<Takes::choice> format{*this,
                                {"format", {"输出格式", "output format"}, reports::format_words}};
    Flag json{*this, {"json", {"即 --format json", "short for --format json"}}};
    Maybe<Takes::file> out{*this, {"out", {"写入文件", "write the output to a file"}}};
    Maybe<Takes::choice> lang{*this, {"lang", {"语言", "language"}, "zh-CN|zh|en"}};
    Maybe<Takes::choice> color{*this, {"color", {"颜色", "colour"}, "auto|always|never"}};
    Flag quiet{*this, {"quiet", {"只输出结果,不显示提示", "results only, no messages"}}};
    Flag no_input{*this, {"no-input", {"缺项时不提问", "never prompt"}}};
    Flag help{*this, {"help", {"显示用法", "show this help"}}};
};

namespace shared {

/// Of whatever records, one row or many.
inline constexpr Declared<Takes::nothing> dry_run{"dry-run",
                                                  {"试运行,不登记", "check only, record nothing"}};

}  // namespace shared

/// Those of every recording command: when, by whom, and what had to be said about it. Times are
/// tied to the clock by the gate, once it holds the store.
struct ProvenanceOptions final : Options {
    Maybe<Takes::time, base::TypedTime> at{
        *this, {"at", {"发生时间(默认现在)", "when it happened (default: now)"}}};
    Maybe<Takes::login> by{*this, {"by", {"实际经手人", "who did it, if not you"}}};
    Maybe<Takes::words> late_reason{
        *this, {"late-reason", {"补录原因(1.6)", "why it is recorded late (1.6)"}}};
    Maybe<Takes::words> as_happened{
        *this,
        {"as-happened",
         {"据实登记:不合规定但已发生", "it broke a rule but has happened: record it as a breach"},
         "REASON"}};
    Maybe<Takes::words> witness{*this, {"witness", {"见证人", "witness"}, "NAME"}};
    Maybe<Takes::word> key{
        *this,
        {"key",
         {"防重复标识:同一标识只登记一次", "idempotency key: the same command is recorded once"},
         "KEY"}};
    Flag edit{*this, {"edit", {"用编辑器写内容", "write the texts in your editor"}}};
    Flag dry_run{*this, shared::dry_run};
};

}  // namespace huiyin::cli
