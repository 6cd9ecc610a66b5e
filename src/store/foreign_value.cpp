#include "huiyin/store/foreign_value.hpp"

#include "huiyin/base/formatting.hpp"

namespace huiyin::store {

base::Failure foreign_value(const base::Label& what, std::string_view value) {
    return {base::Exit::integrity,
            {base::format("数据文件里有不认识的{}「{}」", what.zh, value),
             base::format("the store has an unknown {}, '{}'", what.en, value)},
            base::Label{"运行 huiyin audit verify 查明改动",
                        "run huiyin audit verify to find what was changed"}};
}

}  // namespace huiyin::store
