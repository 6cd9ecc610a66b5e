#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postgres_library.hpp"

/// One connection to the company's PostgreSQL. Everything is sent without waiting in libpq: a
/// server that has stopped would outwait all of its timeouts. Private to this directory.
namespace huiyin::headquarters {

/// What the server said no to. Never the rows it says it of: what people said may lie in them.
struct ServerError {
    std::string state;  ///< SQLSTATE, five characters
    std::string message;

    bool is(std::string_view code) const { return state == code; }
    bool is_of_class(std::string_view two) const { return state.starts_with(two); }
};

/// The connection was lost, or the server goes down: what was asked for last may have happened.
struct ConnectionLost {
    std::string message;
};

/// Nobody answers there.
struct Unreachable {
    std::string message;
};

/// A value of a statement, in PostgreSQL's binary form.
struct Parameter {
    unsigned type = 0;  ///< its oid
    std::optional<std::string> bytes;
};
Parameter parameter(std::int64_t value);
Parameter parameter(std::string_view value);
Parameter parameter(const std::string& value);
Parameter parameter(const std::optional<std::string>& value);
/// Bytes, as bytea.
Parameter parameter_of_bytes(std::string_view value);

/// What a statement answered; values as text.
class Answer {
  public:
    Answer(const PostgresLibrary& library, PgResult* result)
        : library_(&library), result_(result) {}
    ~Answer();
    Answer(Answer&& other) noexcept;
    Answer& operator=(Answer&&) = delete;

    int rows() const { return library_->row_count(result_); }
    std::string text(int row, int column) const;
    std::optional<std::string> maybe_text(int row, int column) const;
    std::int64_t integer(int row, int column) const;
    std::int64_t affected() const;
    int status() const { return library_->result_status(result_); }
    /// Nothing more comes.
    bool is_none() const { return result_ == nullptr; }
    ServerError error() const;

  private:
    const PostgresLibrary* library_;
    PgResult* result_;
};

class Server {
  public:
    /// Throws Unreachable, also for what is no address.
    explicit Server(const std::string& url);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// One statement. This and all below throw ServerError and ConnectionLost.
    template <typename... Values>
    Answer run(const std::string& sql, const Values&... values) {
        return run_with(sql, {parameter(values)...});
    }
    Answer run_with(const std::string& sql, const std::vector<Parameter>& values);
    /// Several statements without values.
    void script(const std::string& sql);

    /// Rows in the binary form of COPY, after `COPY … FROM STDIN (FORMAT binary)`.
    void begin_copy_in(const std::string& sql);
    void copy_in(std::string_view bytes);
    void end_copy_in();
    /// The pieces of `COPY … TO STDOUT (FORMAT binary)`, joined.
    std::string copy_out(const std::string& sql);

  private:
    using Moment = std::chrono::steady_clock::time_point;

    void wait(bool to_write, Moment until);
    void push(Moment until);
    Answer next_answer(Moment until);
    /// Reads the answers to what was sent; the last that says something.
    Answer answers();
    [[noreturn]] void lose(const std::string& why) const;

    const PostgresLibrary& library_;
    std::unique_ptr<PgConnection, void (*)(PgConnection*)> connection_;
};

}  // namespace huiyin::headquarters
