#include "huiyin/base/system_error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace huiyin::base {

namespace {

struct Cause {
    int error;
    std::string_view zh;
};

constexpr std::array causes{
    Cause{ENOENT, "没有这个文件或文件夹"},
    Cause{EACCES, "没有权限"},
    Cause{EPERM, "没有权限"},
    Cause{ENOSPC, "磁盘满了"},
    Cause{EDQUOT, "超过磁盘配额"},
    Cause{EROFS, "磁盘是只读的"},
    Cause{EIO, "磁盘读写出错"},
    Cause{EISDIR, "那是文件夹"},
    Cause{ENOTDIR, "路径中有一段不是文件夹"},
    Cause{EEXIST, "已有同名的文件"},
    Cause{ENAMETOOLONG, "名字太长"},
    Cause{ELOOP, "那是符号链接"},
    Cause{EMFILE, "打开的文件太多"},
    Cause{ENFILE, "打开的文件太多"},
    Cause{EFBIG, "文件太大"},
    Cause{EPIPE, "对方不再读了"},
};

}  // namespace

Text with_system_error(Text sentence, int error) {
    const std::string_view english = std::strerror(error);
    const auto* const known = std::ranges::find(causes, error, &Cause::error);
    sentence.zh.append(":").append(known == causes.end() ? english : known->zh);
    sentence.en.append(": ").append(english);
    return sentence;
}

}  // namespace huiyin::base
