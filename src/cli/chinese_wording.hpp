#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/cli/command.hpp"
#include "table_lookup.hpp"

/// Commands as a Chinese session types them. Every word that is put in English's place is taken
/// when it is typed; what has none stays. Throws nothing.
namespace huiyin::cli {

/// `投诉 登记` for `complaint add`.
std::string chinese_command(const Verb& verb);
/// `房号` for `unit`, without dashes.
std::string chinese_option_word(const Verb& verb, std::string_view option);
/// `电话` for `phone`, where that is one of the option's choices; each word of a list.
std::string chinese_value(const Slot& slot, std::string_view value);

/// `登录名` for `LOGIN`, `信函|电话` for `letter|phone`: what stands for a value in help. What has
/// no Chinese name stays.
std::string chinese_placeholder(const Slot& slot);
/// Whether a command has a noun or the name of an option in Chinese; or is nothing at all, typed by
/// whoever has yet to learn both.
bool is_typed_in_chinese(const std::vector<std::string>& words);

/// A sentence in which commands, options and their choices stand in Chinese: `--房号` for `--unit`,
/// `huiyin 更正 TS-2026-0001` for `huiyin amend …`. Options are the named command's, else `verb`'s;
/// null is none.
std::string in_chinese_words(std::string_view sentence, const Verb* verb);

}  // namespace huiyin::cli
