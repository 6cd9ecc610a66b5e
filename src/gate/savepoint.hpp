#pragma once

#include <exception>

#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

/// Takes back what was written since its making, unless kept. Where that fails it says so in
/// `spoiled`.
class Savepoint {
  public:
    Savepoint(store::Connection& connection, store::ChangeRecorder& recorder, bool& spoiled)
        : connection_(connection), recorder_(recorder), spoiled_(spoiled) {
        store::run(connection_, "SAVEPOINT command");
    }
    ~Savepoint() {
        if (kept_) return;
        recorder_.forget_ids();
        try {
            store::run(connection_, "ROLLBACK TO command");
            store::run(connection_, "RELEASE command");
        } catch (const std::exception&) {
            // Half a command may be left: SQLite rolls the whole transaction back by itself on a
            // full disk, but not when memory ran out.
            spoiled_ = true;
        }
    }
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    void keep() {
        store::run(connection_, "RELEASE command");
        kept_ = true;
    }
    /// What was written since is taken back; more may follow.
    void begin_again() {
        recorder_.forget_ids();
        store::run(connection_, "ROLLBACK TO command");
    }

  private:
    store::Connection& connection_;
    store::ChangeRecorder& recorder_;
    bool& spoiled_;
    bool kept_ = false;
};

}  // namespace huiyin::gate
