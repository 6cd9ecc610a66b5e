#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/reports/matter_view.hpp"

/// Everything on file as tables that other programs read. docs/backup.md. Throws nothing of its
/// own, and what `TakeRow` throws.
namespace huiyin::reports {

/// Takes one row of a table: an object with the keys of its fields.
using TakeRow = std::function<void(const nlohmann::ordered_json& row)>;

/// One table of an export: `complaints.csv` for people, `complaints.jsonl` for programs.
struct ExportTable {
    std::string_view name;  ///< without its ending
    Label title;
    std::string_view of;  ///< whose fields its columns are (`records/field.hpp`)
    bool is_matter;       ///< with those that every matter has
    void (*rows)(const View& view, const TakeRow& take);
};
std::span<const ExportTable> export_tables();

/// The header of a CSV file: what its columns are called.
std::string csv_header(const ExportTable& table, Language language);
/// A row as CSV: times as a spreadsheet reads them, in the office's zone without its offset; lists
/// divided by blanks, 1 and 0 for yes and no, listed words in one language.
std::string csv_row(const ExportTable& table, const nlohmann::ordered_json& row, Language language);

/// The keys of a table with what they are called, line by line.
std::string columns_explained(const ExportTable& table);

}  // namespace huiyin::reports
