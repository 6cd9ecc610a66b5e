#include "hq_shared.hpp"

#include <cstdlib>

#include "huiyin/base/failure.hpp"

namespace huiyin::cli::shared {

using base::Exit;
using base::Failure;
using base::Label;

std::string url_of(const std::optional<std::string>& typed) {
    if (typed) return *typed;
    if (const char* set = std::getenv("HUIYIN_HQ"); set != nullptr && *set != '\0') return set;
    throw Failure(
        Exit::usage, Label{"没有说总部的 PostgreSQL 在哪里", "where is headquarters' PostgreSQL?"},
        Label{"写 --hq 地址,或设环境变量 HUIYIN_HQ,如 "
              "postgresql:///huiyin?host=/run/postgresql",
              "give --hq URL or set HUIYIN_HQ: postgresql:///huiyin?host=/run/postgresql"});
}

base::Zone company_zone() {
    const char* set = std::getenv("TZ");
    try {
        if (set != nullptr && *set != '\0') return base::Zone(set);
    } catch (const Failure&) {
    }
    return base::Zone("Asia/Shanghai");
}

void require_own_name(const gate::Session& session) {
    if (!session.identity.acting_as) return;
    throw Failure(Exit::usage,
                  Label{"总部的命令不能用 --as:谁能做什么,由 PostgreSQL 的角色决定",
                        "--as is not for headquarters: PostgreSQL's roles decide who may do what"},
                  Label{"去掉 --as;换角色写在 --hq 里,如 postgresql://角色@主机/huiyin",
                        "leave it out; another role stands in --hq, as in "
                        "postgresql://ROLE@HOST/huiyin"});
}

}  // namespace huiyin::cli::shared
