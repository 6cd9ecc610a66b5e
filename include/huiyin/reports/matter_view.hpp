#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::reports {

/// For whom a matter is shown, and with what at hand.
struct View {
    store::Connection& connection;  ///< for logins only
    const base::Zone& zone;
    base::Instant now;
    const records::Policies& policies;
    bool names;  ///< whether the viewer's role sees residents' names
};

/// A complaint as `show` and `list` give it in JSON, without steps and findings.
nlohmann::ordered_json complaint_json(const records::Complaint& complaint, const View& view);

/// Everything about one complaint.
struct ComplaintDossier {
    records::Complaint complaint;
    std::vector<records::Step> steps;
    std::vector<records::Callback> callbacks;
    rulebook::Checker::Verdict verdict;
};
nlohmann::ordered_json dossier_json(const ComplaintDossier& dossier, const View& view,
                                    Language language);
Document dossier_document(const ComplaintDossier& dossier, const View& view);

Document complaints_document(const std::vector<records::Complaint>& complaints, const View& view);

/// What a channel is called.
Text channel_title(std::string_view channel);

}  // namespace huiyin::reports
