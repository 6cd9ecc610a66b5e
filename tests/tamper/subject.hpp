#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"

/// What somebody with the sqlite3 shell does behind the office's back, and takes back.
namespace tamper {

/// One value of one row, and another one in its place.
struct Cell {
    std::string table;
    std::string column;
    std::string row;    ///< SQL that finds the row before the change
    std::string found;  ///< and after it
    huiyin::store::Value value;
    bool is_blob = false;
    huiyin::store::Value other;
    bool other_is_blob = false;

    std::string name() const;
};

class Subject {
  public:
    explicit Subject(const std::string& path);

    huiyin::store::Connection& connection() { return connection_; }

    /// Every table of the store but the search index, which is derived from the others.
    std::vector<std::string> tables();
    std::vector<Cell> cells(const std::string& table);
    void change(const Cell& cell);
    void restore(const Cell& cell);

    std::int64_t entries();
    std::string journal_bytes(std::int64_t seq, std::string_view column);
    void put_journal_bytes(std::int64_t seq, std::string_view column, std::string_view bytes);

    /// Runs statements that name `:seq`, lets `look` look, and puts the journal back.
    void tried(std::string_view statements, std::int64_t seq, const std::function<void()>& look);
    /// The same with one word of an entry changed and all hashes reckoned anew from there on.
    void rewritten_from(std::int64_t seq, const std::function<void()>& look);

  private:
    void put_back_journal();

    huiyin::store::Connection connection_;
};

}  // namespace tamper
