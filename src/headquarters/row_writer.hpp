#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/store/row_changes.hpp"
#include "server.hpp"
#include "tables.hpp"

/// Puts an office's changes into headquarters' tables. Private to this directory.
namespace huiyin::headquarters {

/// A change that headquarters cannot take as it is: `what` says why, in both languages.
struct Misfit {
    std::string table;
    base::Text what;
};

/// Applies changesets: new rows by COPY as they come, the others by one statement a table, each
/// only where every old value is what the change says it was. Within a transaction of the caller's.
class RowWriter final : private store::RowVisitor {
  public:
    RowWriter(Server& server, std::int64_t office) : server_(server), office_(office) {}

    /// Throws Misfit where a row is not as the changes say, Failure{integrity} for bytes that are
    /// no changeset, and what Server throws.
    void apply(std::string_view changeset);

    /// How many texts went, because they were erased or said anew.
    std::int64_t texts_gone() const { return texts_gone_; }

  private:
    void table(std::string_view name, std::string_view keys) override;
    void row(const store::RowChange& change) override;

    void insert(std::span<const store::RawValue> values);
    void send_rows();
    void keep(std::vector<store::RawValue>& cells, std::span<const store::RawValue> values);
    void finish_table();
    void send_updates();
    void send_deletes();
    void remove_texts(const Parameter& ids);
    void require_type(const TableColumn& column, const store::RawValue& value) const;
    Parameter list_of(const std::vector<store::RawValue>& cells, std::size_t stride,
                      std::size_t column) const;
    void run_for_all(const std::string& sql, const std::vector<Parameter>& values,
                     std::size_t expected);

    Server& server_;
    std::int64_t office_;
    const OfficeTable* table_ = nullptr;
    std::size_t columns_ = 0;  ///< those of the changeset: an older office has fewer
    bool copying_ = false;
    std::int64_t texts_gone_ = 0;
    std::string rows_;
    /// Old values and new ones of each changed row, one after the other; old ones of each that
    /// went.
    std::vector<store::RawValue> changed_;
    std::vector<store::RawValue> removed_;
};

}  // namespace huiyin::headquarters
