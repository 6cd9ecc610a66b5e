#include <array>

#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

namespace {

constexpr std::array common{
    Option{"db", Takes::file, "FILE", {"数据文件", "the store"}},
    Option{"as", Takes::login, "LOGIN", {"代谁操作", "act for this staff member"}},
    Option{"format", Takes::choice, "text|json|csv|md|html|xlsx", {"输出格式", "output format"}},
    Option{"json", Takes::nothing, "", {"即 --format json", "short for --format json"}},
    Option{"out", Takes::file, "FILE", {"写入文件", "write to a file, whole or not at all"}},
    Option{"lang", Takes::choice, "zh-CN|zh|en", {"语言", "language"}},
    Option{"color", Takes::choice, "auto|always|never", {"颜色", "colour"}},
    Option{"quiet", Takes::nothing, "", {"不显示提示", "no remarks"}},
    Option{"no-input", Takes::nothing, "", {"不询问", "never ask"}},
    Option{"help", Takes::nothing, "", {"显示用法", "show how it is used"}},
};

constexpr std::array deed{
    Option{"at", Takes::time, "TIME", {"发生时间(默认现在)", "when it happened (now)"}},
    Option{"by", Takes::login, "LOGIN", {"实际经手人", "who did it"}},
    Option{"late-reason", Takes::words, "TEXT", {"补录原因(1.6)", "why it is recorded late (1.6)"}},
    Option{
        "as-happened",
        Takes::words,
        "REASON",
        {"据实记录:不合规定但已发生", "it happened so, against the rule: record it as a breach"}},
    Option{"witness", Takes::words, "NAME", {"见证人", "who saw it"}},
    Option{"key", Takes::word, "KEY", {"防重复标识", "makes the command idempotent"}},
    Option{"edit", Takes::nothing, "", {"用编辑器写内容", "write the texts in an editor"}},
    Option{"dry-run", Takes::nothing, "", {"试运行,不登记", "try it; nothing is recorded"}},
};

}  // namespace

std::span<const Option> common_options() {
    return common;
}
std::span<const Option> deed_options() {
    return deed;
}

}  // namespace huiyin::cli
