#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "huiyin/records/callback.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"

namespace huiyin::reports {

nlohmann::ordered_json repair_json(const records::Repair& repair, const View& view);
nlohmann::ordered_json order_json(const records::Order& order, const View& view);
nlohmann::ordered_json orders_json(const std::vector<records::Order>& orders, const View& view);

/// Everything about one repair.
struct RepairDossier {
    records::Repair repair;
    std::vector<records::Step> steps;
    std::vector<records::Callback> callbacks;
    std::vector<records::Order> orders;
    rulebook::Checker::Verdict verdict;
};
nlohmann::ordered_json dossier_json(const RepairDossier& dossier, const View& view,
                                    Language language);
Document dossier_document(const RepairDossier& dossier, const View& view);

Document repairs_document(const std::vector<records::Repair>& repairs, const View& view);
Document orders_document(const std::vector<records::Order>& orders, const View& view);
Document order_document(const records::Order& order, const View& view);

}  // namespace huiyin::reports
