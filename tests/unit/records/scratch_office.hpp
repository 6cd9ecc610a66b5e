#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/time.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/store.hpp"

/// An office in a store of its own, whose records are made without the gate: nothing is refused.
namespace huiyin::records::testing {

class ScratchOffice {
  public:
    /// Opened on Monday 2026-11-02, with a clerk, chen, who does everything.
    explicit ScratchOffice(base::Language language = base::Language::chinese) {
        for (const auto& migration : store::migrations())
            connection_.execute(migration.sql);
        const auto opened = time("2026-11-02 08:00:00");
        found_office(connection_, {.store_id = "scratch",
                                   .name = "学府苑住宅服务部",
                                   .language = language,
                                   .timezone = zone_.name(),
                                   .opened_at = opened});
        add_staff(writing(opened), NewStaff{.login = "chen", .name = "陈静"});
    }

    store::Connection& connection() { return connection_; }
    const base::Zone& zone() const { return zone_; }
    Office office() { return load_office(connection_); }

    /// What the office's clocks show.
    base::Instant time(std::string_view typed) const {
        return base::resolve(base::parse_time(typed), {}, zone_);
    }

    /// Recorded the moment it happens.
    Writing writing(std::string_view at) { return writing(time(at)); }

    /// A complaint from somebody who can be reached; answers with its number.
    std::string complaint(std::string_view at, NewComplaint complaint = by_phone()) {
        return add_complaint(writing(at), complaint).no;
    }
    static NewComplaint by_phone() {
        NewComplaint complaint;
        complaint.matter = {.channel = "phone", .phone = "13800008000", .text = "热水时有时无"};
        return complaint;
    }
    static NewComplaint by(std::string channel, std::optional<int> people = {}) {
        auto complaint = by_phone();
        complaint.matter.channel = std::move(channel);
        if (people) complaint.own.set("people", std::int64_t{*people});
        return complaint;
    }
    static NewComplaint anonymous() {
        auto complaint = by("letter");
        complaint.matter.phone.reset();
        return complaint;
    }

    void reply(std::string_view at, const std::string& no) {
        reply_to_complaint(writing(at), no, "已处理完毕", "phone");
    }
    void close(std::string_view at, const std::string& no, std::optional<std::string> ended = {}) {
        close_complaint(writing(at), no,
                        {.outcome = "已办结", .ended = ended, .reason = "业主来电"});
    }
    void annul(std::string_view at, const std::string& no) {
        const auto matter =
            require_matter(connection_, no, base::year_of(time(at), zone_), MatterKind::complaint);
        void_matter(writing(at), matter.id, "重复登记", {});
    }

  private:
    Writing writing(base::Instant at) {
        return {connection_,
                zone_,
                at,
                1,
                {.staff = 1, .login = "chen", .name = "陈静", .at = at},
                {.doer = 1, .at = at}};
    }

    store::Connection connection_ = store::scratch();
    base::Zone zone_{"Asia/Shanghai"};
};

}  // namespace huiyin::records::testing
