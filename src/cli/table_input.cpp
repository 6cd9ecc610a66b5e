#include "table_input.hpp"

#include <array>
#include <fstream>
#include <iostream>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/limits.hpp"
#include "workbook.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;

namespace {

std::string read_stream(std::istream& stream, const std::string& name) {
    std::string text;
    std::array<char, 1U << 16U> part{};
    while (stream.read(part.data(), part.size()), stream.gcount() > 0) {
        text.append(part.data(), static_cast<std::size_t>(stream.gcount()));
        if (text.size() > base::limits::batch)
            throw Failure(Exit::usage,
                          compose({"{} 太长:至多 {} MiB", "{} is too long: at most {} MiB"}, name,
                                  base::limits::batch >> 20U),
                          base::Label{"分成几个文件", "split it into several files"});
    }
    if (stream.bad())
        throw Failure(Exit::failed, compose({"读不到文件 {}", "cannot read the file {}"}, name));
    return text;
}

std::string read_bytes(const std::optional<std::string>& name) {
    const bool from_standard_input = !name || *name == "-";
    base::refuse_folder(from_standard_input ? "/dev/stdin" : *name);
    if (from_standard_input) return read_stream(std::cin, "-");
    std::ifstream file(*name, std::ios::binary);
    if (!file)
        throw Failure(Exit::failed, compose({"打不开文件 {}", "cannot open the file {}"}, *name));
    return read_stream(file, *name);
}

/// The first sheet of a workbook as CSV, in place of its bytes.
bool took_workbook(std::string& bytes, const std::string& name, std::vector<base::Text>& remarks) {
    if (!is_workbook(bytes)) return false;
    auto sheet = read_workbook(bytes, name);
    if (!sheet) return false;
    bytes = std::move(sheet->csv);
    if (sheet->sheets > 1)
        remarks.push_back(
            compose({"{0} 是工作簿,有 {1} 张表,只经 xlsx2csv 读了第一张",
                     "{0} is a workbook of {1} sheets; its first one was read by xlsx2csv"},
                    name, sheet->sheets));
    else
        remarks.push_back(compose(
            {"{} 是工作簿,已经 xlsx2csv 读入", "{} is a workbook; it was read by xlsx2csv"}, name));
    return true;
}

}  // namespace

base::Decoded decode_table(std::string bytes, const std::string& name) {
    if (auto problem = no_text_problem(bytes, name)) throw Failure(Exit::usage, {*problem});
    return base::decode(std::move(bytes));
}

TableInput read_table_input(const std::optional<std::string>& name, Output& output) {
    std::vector<base::Text> remarks;
    auto input = read_table_input(name, remarks);
    for (const auto& remark : remarks)
        output.say(remark);
    return input;
}

TableInput read_table_input(const std::optional<std::string>& name,
                            std::vector<base::Text>& remarks) {
    auto bytes = read_bytes(name);
    const auto shown = name.value_or("-");
    const auto folded = base::fold(shown);
    TableInput input;
    input.json_lines = folded.ends_with(".jsonl") || folded.ends_with(".ndjson");
    input.from_workbook = took_workbook(bytes, shown, remarks);
    auto decoded = decode_table(std::move(bytes), shown);
    if (decoded.from != base::Encoding::utf8)
        remarks.push_back(compose({"{0} 的编码是 {1},已转成 UTF-8(同 iconv -f {1} -t UTF-8)",
                                   "{0} is in {1}; it was converted (as by iconv -f {1} -t UTF-8)"},
                                  shown, base::iconv_name(decoded.from)));
    input.text = std::move(decoded.text);
    return input;
}

}  // namespace huiyin::cli
