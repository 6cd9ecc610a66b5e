#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "huiyin/store/ordered_scan.hpp"
#include "row_sums.hpp"

/// How the rows of a table and the entries of its indexes are read a part at a time, each with a
/// last column that is 1 where it agrees with everything else in the file: what `integrity_check`
/// and `foreign_key_check` ask, but for the pages themselves.
namespace huiyin::gate {

struct IndexShape {
    std::string name;
    std::vector<std::string> columns;
    std::string condition;  ///< of a partial index; else TRUE
    bool is_partial = false;
};

/// A column that refers to the id of another table's row.
struct Reference {
    std::size_t column;
    std::string table;
    std::string to;
};

/// Throws Doubt for a key of several columns.
std::vector<Reference> read_references(store::Connection& connection, const TableShape& table);

/// Of a column, whether it has to be NULL or anything else.
struct NullCondition {
    std::size_t column;
    bool is_null;
};

/// What a partial index asks of its rows, all of it; nothing where it asks something else.
std::optional<std::vector<NullCondition>> null_conditions(const TableShape& table,
                                                          const IndexShape& index);

/// The indexes of a table that are not the table itself. Throws Doubt for one over an expression.
std::vector<IndexShape> read_indexes(store::Connection& connection, const TableShape& table);

/// The rows in the order of the primary key, which is their id: its columns, the others in their
/// order, of each partial index whether it has to have the row, whether every reference leads to
/// one.
store::OrderedScan::Source rows_to_sum(store::Connection& connection, const TableShape& table,
                                       const std::vector<IndexShape>& indexes);

/// The entries of an index in their order: its columns and the id of the row.
store::OrderedScan::Source entries_to_sum(const TableShape& table, const IndexShape& index);

/// The rows in the order of the primary key: its columns, the others in their order, whether every
/// index has the row, whether every reference leads to one, and `also`, said of the row `r`.
store::OrderedScan::Source rows_of(store::Connection& connection, const TableShape& table,
                                   const std::string& also = "TRUE");

/// The same of a table that has rows of its own beside an index for its key: what that one lacks is
/// not seen in its order.
store::OrderedScan::Source rows_by_place(store::Connection& connection, const TableShape& table);

/// The entries of an index in their order, and whether each leads to a row that has its values.
store::OrderedScan::Source entries_of(store::Connection& connection, const TableShape& table,
                                      const IndexShape& index);

}  // namespace huiyin::gate
