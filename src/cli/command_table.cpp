#include <array>

#include "nouns.hpp"

namespace huiyin::cli {

std::span<const std::span<const Verb>> command_table() {
    static const std::array table{
        complaint_verbs(), suggestion_verbs(), callback_verbs(), letter_verbs(),
        survey_verbs(),    repair_verbs(),     order_verbs(),    duty_verbs(),
        assist_verbs(),    event_verbs(),      conduct_verbs(),  amend_verbs(),
        matter_verbs(),    search_verbs(),     unit_verbs(),     status_verbs(),
        check_verbs(),     report_verbs(),     form_verbs(),     rules_verbs(),
        batch_verbs(),     setup_verbs(),      staff_verbs(),    policy_verbs(),
        area_verbs(),      plan_verbs(),       audit_verbs(),    seal_verbs(),
        proof_verbs(),     personal_verbs(),   copy_verbs(),     export_verbs(),
        bundle_verbs(),    hq_verbs(),         about_verbs(),    hq_ingest_verbs(),
        hq_fork_verbs(),   hq_company_verbs(), snippet_verbs(),  remind_verbs(),
    };
    return table;
}

}  // namespace huiyin::cli
