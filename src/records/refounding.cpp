#include "huiyin/records/refounding.hpp"

#include "huiyin/base/failure.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

WriteResult refound_office(const Writing& writing, const std::string& name,
                           const std::optional<std::string>& language,
                           const std::optional<std::string>& timezone) {
    auto& connection = writing.connection();
    if (store::find_integer(connection, "SELECT 1 FROM matter LIMIT 1"))
        throw Failure(
            Exit::usage,
            Label{
                "这个数据文件里已有登记,不能再导入一份",
                "this store already has records; an export can only be replayed into an empty one"},
            Label{"建一个新的:huiyin --db 新文件 init", "create a new one: huiyin --db FILE init"});
    const auto office = load_office(connection);
    if (timezone && *timezone != office.timezone)
        throw Failure(Exit::usage,
                      compose({"导出的办公室在时区 {},这里是 {}",
                               "the office of the export is in time zone {}, this one in {}"},
                              *timezone, office.timezone),
                      compose({"重建:huiyin --db 新文件 init --timezone {}",
                               "create it again: huiyin --db FILE init --timezone {}"},
                              *timezone));
    store::run(connection,
               "UPDATE office SET name = ?, language = coalesce(?, language), opened_at = ?"
               " WHERE id = 1",
               name, language, writing.now());
    return {name, {}};
}

}  // namespace huiyin::records
