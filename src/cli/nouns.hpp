#pragma once

#include <span>

#include "huiyin/cli/command.hpp"

/// The commands of each noun; `command_table()` lists them in the order of help.
namespace huiyin::cli {

std::span<const Verb> setup_verbs();
std::span<const Verb> staff_verbs();
std::span<const Verb> policy_verbs();
std::span<const Verb> complaint_verbs();
std::span<const Verb> suggestion_verbs();
std::span<const Verb> callback_verbs();
std::span<const Verb> letter_verbs();
std::span<const Verb> survey_verbs();
std::span<const Verb> repair_verbs();
std::span<const Verb> order_verbs();
std::span<const Verb> duty_verbs();
std::span<const Verb> assist_verbs();
std::span<const Verb> snippet_verbs();
std::span<const Verb> remind_verbs();
std::span<const Verb> area_verbs();
std::span<const Verb> plan_verbs();
std::span<const Verb> event_verbs();
std::span<const Verb> conduct_verbs();
std::span<const Verb> amend_verbs();
std::span<const Verb> matter_verbs();
std::span<const Verb> search_verbs();
std::span<const Verb> unit_verbs();
std::span<const Verb> rules_verbs();
std::span<const Verb> check_verbs();
std::span<const Verb> status_verbs();
std::span<const Verb> report_verbs();
std::span<const Verb> form_verbs();
std::span<const Verb> audit_verbs();
std::span<const Verb> seal_verbs();
std::span<const Verb> proof_verbs();
std::span<const Verb> personal_verbs();
std::span<const Verb> batch_verbs();
std::span<const Verb> copy_verbs();
std::span<const Verb> export_verbs();
std::span<const Verb> bundle_verbs();
std::span<const Verb> hq_verbs();
std::span<const Verb> hq_fork_verbs();
std::span<const Verb> hq_ingest_verbs();
std::span<const Verb> hq_company_verbs();
std::span<const Verb> about_verbs();

/// Of a replayed export: `report weekly`, which files its week then and prints nothing.
class Arguments;
gate::Command filing(const Arguments& arguments);
/// The same of `remind`, which notes whom it told of what.
gate::Command reminding(const Arguments& arguments);

}  // namespace huiyin::cli
