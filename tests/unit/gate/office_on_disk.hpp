#pragma once

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "huiyin/gate/gate.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

/// A store in a folder of its own, written through the gate alone.
namespace huiyin::gate::testing {

class OfficeOnDisk {
  public:
    /// Founded by `root`, its administrator; `chen` is a clerk.
    OfficeOnDisk() {
        auto name = (std::filesystem::temp_directory_path() / "huiyin-gate.XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a store");
        folder_ = name;
        found_store(session("root"),
                    {.store_id = "gate", .name = "学府苑", .timezone = "Asia/Shanghai"}, "init");
        write(session("root"), command(Right::administer, [](const records::Writing& writing) {
                  return records::add_staff(writing, {.login = "chen",
                                                      .name = "陈静",
                                                      .role = records::Role::clerk,
                                                      .department = {},
                                                      .superior = "root"});
              }));
    }
    ~OfficeOnDisk() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    OfficeOnDisk(const OfficeOnDisk&) = delete;
    OfficeOnDisk& operator=(const OfficeOnDisk&) = delete;

    Session session(std::string login) const {
        return {.store = folder_ / "office.db",
                .identity = {.os_user = std::move(login),
                             .uid = 1000,
                             .login_uid = {},
                             .sudo_uid = {},
                             .host = "desk",
                             .acting_as = {}}};
    }

    static Command command(Right right,
                           std::function<records::WriteResult(const records::Writing&)> record) {
        Command made;
        made.line = "a command";
        made.rights = {right};
        made.record = std::move(record);
        return made;
    }
    /// `complaint add`, from somebody who rang.
    static Command complaint(std::string text = "热水时有时无") {
        return command(Right::office_work, [text](const records::Writing& writing) {
            records::NewComplaint complaint;
            complaint.matter = {.channel = "phone", .phone = "13800008000", .text = text};
            return records::add_complaint(writing, complaint);
        });
    }
    /// A visit during which nobody offered a seat, tea or an ear: clause 2.2.3 refuses it.
    static Command refused() {
        return command(Right::office_work, [](const records::Writing& writing) {
            records::NewComplaint complaint;
            complaint.matter = {.channel = "visit", .phone = "13800008000", .text = "噪音"};
            return records::add_complaint(writing, complaint);
        });
    }

    std::int64_t count(std::string_view table) const {
        auto connection = store::open_to_read(folder_ / "office.db");
        return store::find_integer(connection, "SELECT count(*) FROM " + std::string(table))
            .value();
    }
    std::int64_t complaints() const { return count("matter"); }
    std::int64_t entries() const { return count("journal"); }
    std::string last_command() const {
        auto connection = store::open_to_read(folder_ / "office.db");
        return read_log(connection, {.limit = 1}).at(0).command;
    }

  private:
    std::filesystem::path folder_;
};

}  // namespace huiyin::gate::testing
