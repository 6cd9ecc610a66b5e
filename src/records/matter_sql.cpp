#include "huiyin/records/matter_sql.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "huiyin/base/embedded.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/step_kind.hpp"

namespace huiyin::records {

std::span<const base::EmbeddedFile> matter_files();  // made by the build

namespace {

struct Said {
    std::string_view name;
    std::string_view sql;
};

/// What the file says, in its order: `-- name: why`, more lines of why, the SQL.
const std::vector<Said>& all_said() {
    static const std::vector<Said> all = [] {
        std::vector<Said> list;
        auto rest = matter_files().front().text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find("\n\n"), rest.size());
            auto part = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 2, rest.size()));
            const auto colon = part.find(':');
            const auto name = part.substr(0, colon);
            while (part.starts_with("-- "))
                part.remove_prefix(std::min(part.find('\n') + 1, part.size()));
            // What stands above all of it names nothing.
            if (!part.starts_with("--")) list.push_back({name.substr(3), part});
        }
        return list;
    }();
    return all;
}

bool is_name_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || letter == '_';
}

}  // namespace

std::string with_matter_sql(std::string_view sql) {
    std::string written;
    for (auto at = sql.find('@'); at != sql.npos; at = sql.find('@')) {
        written.append(sql.substr(0, at));
        sql.remove_prefix(at + 1);
        const auto end =
            static_cast<std::size_t>(std::ranges::find_if_not(sql, is_name_letter) - sql.begin());
        const auto name = sql.substr(0, end);
        sql.remove_prefix(end);
        const auto said = std::ranges::find(all_said(), name, &Said::name);
        if (said == all_said().end())
            throw base::Failure(
                base::Exit::integrity,
                base::compose({"没有 @{} 这一说法", "nothing is said of @{}"}, name));
        std::string_view about;
        if (sql.starts_with('(')) {
            std::size_t close = 0;
            for (int depth = 0; close < sql.size(); ++close) {
                depth += sql[close] == '(' ? 1 : sql[close] == ')' ? -1 : 0;
                if (depth == 0) break;
            }
            about = sql.substr(1, close - 1);
            sql.remove_prefix(close + 1);
        }
        for (const char letter : said->sql)
            if (letter == '$')
                written.append(about);
            else
                written += letter;
    }
    return with_fields(with_step_kinds(written.append(sql)));
}

}  // namespace huiyin::records
