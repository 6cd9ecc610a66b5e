#pragma once

#include <array>

#include "huiyin/records/field.hpp"

/// Duty, people, policies and the journal; and what the office said of itself beside the matters.
namespace huiyin::records {

inline constexpr std::array office_fields{
    Field{.of = "shift",
          .key = "officer",
          .title = {"当班人", "officer"},
          .type = FieldType::staff,
          .place = "shift.officer",
          .typed = {"who", "当班人"},
          .turn = 21},
    Field{.of = "shift",
          .key = "substitute_for",
          .title = {"代", "standing in for"},
          .type = FieldType::staff,
          .place = "shift.substitute_for",
          .typed = {"substitute-for", "代"},
          .turn = 22},
    Field{"shift", "started", {"开始", "started"}, FieldType::time, "shift.started_at"},
    Field{.of = "shift",
          .key = "ended",
          .title = {"结束", "ended"},
          .type = FieldType::time,
          .turn = 23},

    Field{.of = "roster",
          .key = "kind",
          .title = {"班次", "kind"},
          .type = FieldType::choice,
          .place = "roster.sort",
          .typed = {"kind", "班次"},
          .words = words::duty,
          .turn = 22},
    Field{.of = "roster",
          .key = "who",
          .title = {"值班人", "who"},
          .type = FieldType::staff,
          .place = "roster.staff",
          .typed = {"who", "值班人"},
          .turn = 21},
    Field{"roster", "from", {"自", "from"}, FieldType::time, "roster.from_at", {"from", "自"}},
    Field{"roster", "to", {"至", "to"}, FieldType::time, "roster.until_at", {"to", "至"}},

    Field{
        "staff", "login", {"登录名", "login"}, FieldType::word, "staff.login", {"LOGIN", "登录名"}},
    Field{"staff",
          "name",
          {"姓名", "name"},
          FieldType::staff_name,
          "staff_edition.name",
          {"name", "姓名"}},
    Field{
        "staff", "role", {"角色", "role"}, FieldType::word, "staff_edition.role", {"role", "角色"}},
    Field{"staff",
          "department",
          {"部门", "department"},
          FieldType::word,
          "staff_edition.department",
          {"department", "部门"}},
    Field{"staff",
          "superior",
          {"上级", "superior"},
          FieldType::staff,
          "staff_edition.superior",
          {"superior", "上级"}},
    Field{"staff", "left", {"已离职", "left"}, FieldType::flag, "staff_edition.has_left"},

    Field{"policy", "key", {"参数", "policy"}, FieldType::word, "policy_edition.key"},
    Field{"policy", "value", {"现值", "value"}, FieldType::word, "policy_edition.value"},
    Field{"policy", "default", {"规定值", "default"}, FieldType::word},
    Field{"policy", "clause", {"条款", "clause"}, FieldType::word},
    Field{"policy", "kind", {"类型", "kind"}, FieldType::word},
    Field{"policy", "edition", {"版次", "edition"}, FieldType::whole, "policy_edition.edition"},
    Field{
        "policy_edition", "reason", {"理由", "reason"}, FieldType::words, "policy_edition.reason"},

    Field{"journal", "seq", {"序号", "seq"}, FieldType::whole},
    Field{"journal", "kind", {"种类", "kind"}, FieldType::word},
    Field{"journal", "at", {"时间", "when"}, FieldType::time},
    Field{"journal", "os_user", {"系统用户", "OS user"}, FieldType::word},
    Field{"journal", "staff", {"职工", "staff"}, FieldType::staff},
    Field{"journal", "command", {"命令", "command"}, FieldType::word},
    Field{"journal", "subjects", {"涉及", "subjects"}, FieldType::matters},
    Field{"journal", "hash", {"校验值", "hash"}, FieldType::word},

    Field{
        "weekly_report", "summary", {"小结", "summary"}, FieldType::words, "weekly_report.summary"},
    Field{"explanation", "reason", {"说明", "explanation"}, FieldType::words, "explanation.reason"},
    Field{"own_rule", "text", {"规则文件", "rule file"}, FieldType::words, "own_rule.text"},
    Field{"own_rule", "reason", {"理由", "reason"}, FieldType::words, "own_rule.reason"},
    Field{"plan_edition", "text", {"预案", "plan"}, FieldType::words, "plan_edition.text"},
    Field{"erasure", "reason", {"理由", "reason"}, FieldType::words, "erasure.reason"},
    Field{"restoration", "reason", {"理由", "reason"}, FieldType::words, "restoration.reason"},
    Field{"attachment", "", {"文件", "file"}, FieldType::bytes, "attachment.file"},
    Field{"request_key", "", {"防重复标识", "key"}, FieldType::digest, "request_key.arguments"},

    Field{"area", "name", {"重要部位", "key area"}, FieldType::word, "area.name"},
    Field{"plan", "name", {"预案名称", "plan"}, FieldType::word, "plan_edition.name"},

    // Columns that only the history of a record shows.
    Field{"matter", "", {"可联系自", "reachable since"}, FieldType::time, "matter.reachable_at"},
    Field{"complaint",
          "",
          {"自何时算重复", "a repeat since"},
          FieldType::time,
          "complaint.repeat_at"},
    Field{"order_detail",
          "",
          {"报价(元以下,分)", "quoted (fen below a yuan)"},
          FieldType::whole,
          "order_detail.quoted_fen"},
    Field{"order_detail",
          "",
          {"收费(元以下,分)", "fee (fen below a yuan)"},
          FieldType::whole,
          "order_detail.fee_fen"},
};

}  // namespace huiyin::records
