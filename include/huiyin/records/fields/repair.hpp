#pragma once

#include <array>

#include "huiyin/records/field.hpp"

/// What a repair has beside what every matter has, its dispatch orders, and what paper calls it.
namespace huiyin::records {

inline constexpr std::array repair_fields{
    Field{"repair", "urgent", {"紧急", "urgent"}, FieldType::flag},
    Field{.of = "repair",
          .key = "fault",
          .title = {"故障", "fault"},
          .type = FieldType::choice,
          .words = words::fault,
          .turn = 24},
    Field{.of = "repair",
          .key = "rework_of",
          .title = {"二次维修", "rework of"},
          .type = FieldType::matter,
          .place = "repair.rework_of",
          .typed = {"rework-of", "二次维修"},
          .turn = 22,
          .amend = Amend::office,
          .help = {"是何者的二次维修(6.5)", "rework of this one (6.5)"},
          .hint = "BX"},
    Field{.of = "repair",
          .key = "not_rework",
          .title = {"不属二次维修", "no rework"},
          .type = FieldType::words,
          .place = "repair.not_rework",
          .typed = {"not-rework", "不属二次维修"},
          .turn = 23,
          .amend = Amend::office,
          .help = {"不属二次维修的原因(6.5)", "why it is no rework (6.5)"},
          .hint = "REASON"},
    Field{.of = "repair",
          .key = "urged",
          .title = {"催单", "urged"},
          .type = FieldType::whole,
          .turn = 26},
    Field{.of = "repair",
          .key = "place",
          .title = {"位置", "place"},
          .type = FieldType::words,
          .place = "repair.place",
          .typed = {"place", "位置"},
          .searched = true,
          .turn = 21,
          .amend = Amend::office,
          .help = {"位置", "where"}},
    Field{.of = "repair",
          .key = "appointment",
          .title = {"预约时间", "appointment"},
          .type = FieldType::time,
          .place = "repair.appointment_at",
          .typed = {"appointment", "预约时间"},
          .turn = 25},

    Field{"order", "no", {"编号", "number"}, FieldType::number, "dispatch_order.no"},
    Field{"order", "repair", {"报修", "repair"}, FieldType::matter, "dispatch_order.repair"},
    Field{"order", "state", {"状态", "state"}, FieldType::word},
    Field{"order",
          "technician",
          {"维修人员", "technician"},
          FieldType::staff,
          "dispatch_order.technician",
          {"to", "维修人员"}},
    Field{"order", "with", {"同去", "with"}, FieldType::people, {}, {"with", "同去"}},
    Field{"order", "dispatched_at", {"派工时间", "dispatched"}, FieldType::time},
    Field{"order", "arrived_at", {"到场时间", "arrived"}, FieldType::time},
    Field{"order", "started_at", {"开工时间", "started"}, FieldType::time},
    Field{"order", "finished_at", {"完工时间", "finished"}, FieldType::time},
    Field{"order", "signed_at", {"签字时间", "signed"}, FieldType::time},
    Field{"order", "returned_at", {"交回时间", "returned"}, FieldType::time},
    Field{"order", "cancelled_at", {"撤销时间", "cancelled"}, FieldType::time},
    Field{"order", "voided_at", {"作废时间", "voided"}, FieldType::time},
};

inline constexpr std::array repair_headings{
    PaperHeading{"repair", "报修人", "from"},      PaperHeading{"repair", "联系电话", "phone"},
    PaperHeading{"repair", "报修方式", "channel"}, PaperHeading{"repair", "维修位置", "place"},
    PaperHeading{"repair", "事项", "text"},
};

}  // namespace huiyin::records
