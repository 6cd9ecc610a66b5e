#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "huiyin/records/repair.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"

/// Dispatch orders (clauses 4.1 to 4.3), by themselves and in the dossier of their repair. Throws
/// nothing of its own; what takes a View as `view_matter` does.
namespace huiyin::reports {

/// What a state is called: `dispatched` 已派工.
Text order_state_title(std::string_view state);

nlohmann::ordered_json order_json(const records::Order& order, const View& view);
nlohmann::ordered_json orders_json(const std::vector<records::Order>& orders, const View& view);

Table orders_table(const std::vector<records::Order>& orders, const View& view);
Document orders_document(const std::vector<records::Order>& orders, const View& view);
Document order_document(const records::Order& order, const View& view);

}  // namespace huiyin::reports
