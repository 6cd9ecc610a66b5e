#include "server.hpp"

#include <poll.h>

#include <charconv>
#include <utility>

#include "huiyin/store/lock.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

namespace {

using Clock = std::chrono::steady_clock;

/// How long a server may take for one statement before it counts as stopped. Waiting for another's
/// lock ends sooner, by the server's own clock.
constexpr std::chrono::seconds longest_answer{120};
constexpr std::chrono::seconds longest_connect{10};

/// A server that is going down, or a standby: what was begun is to be begun again elsewhere or
/// later.
bool says_farewell(const ServerError& error) {
    return error.is_of_class("08") || error.is("57P01") || error.is("57P02") || error.is("57P03");
}

std::string first_line(std::string text) {
    return text.substr(0, text.find('\n'));
}

}  // namespace

Parameter parameter(std::int64_t value) {
    return {oid::int8, big_endian(value)};
}
Parameter parameter(std::string_view value) {
    return {oid::text, std::string(value)};
}
Parameter parameter(const std::string& value) {
    return {oid::text, value};
}
Parameter parameter(const std::optional<std::string>& value) {
    return {oid::text, value};
}
Parameter parameter_of_bytes(std::string_view value) {
    return {oid::bytea, std::string(value)};
}

Answer::~Answer() {
    if (result_ != nullptr) library_->clear(result_);
}

Answer::Answer(Answer&& other) noexcept
    : library_(other.library_), result_(std::exchange(other.result_, nullptr)) {}

std::optional<std::string> Answer::maybe_text(int row, int column) const {
    if (library_->is_null(result_, row, column) != 0) return {};
    return std::string(library_->value(result_, row, column),
                       static_cast<std::size_t>(library_->length(result_, row, column)));
}

std::string Answer::text(int row, int column) const {
    return maybe_text(row, column).value_or("");
}

std::int64_t Answer::integer(int row, int column) const {
    const auto digits = text(row, column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::int64_t Answer::affected() const {
    const std::string_view digits = library_->rows_affected(result_);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

ServerError Answer::error() const {
    const auto field = [&](int code) {
        const char* text = library_->result_error_field(result_, code);
        return text == nullptr ? std::string{} : std::string(text);
    };
    return {field(pg::sqlstate), field(pg::primary_message)};
}

Server::Server(const std::string& url)
    : library_(PostgresLibrary::open()),
      connection_(library_.connect_start(url.c_str()), library_.finish) {
    const auto refuse = [&](const std::string& why) { throw Unreachable{why}; };
    auto* const raw = connection_.get();
    if (raw == nullptr) refuse("no memory");
    const auto until = Clock::now() + longest_connect;
    int next = pg::polling_writing;
    while (library_.status(raw) != 1 && next != pg::polling_ok) {
        if (next == pg::polling_failed) break;
        try {
            wait(next == pg::polling_writing, until);
        } catch (const ConnectionLost& lost) {
            refuse(lost.message);
        }
        next = library_.connect_poll(raw);
    }
    if (library_.status(raw) != pg::connection_ok) refuse(first_line(library_.error_message(raw)));
    library_.set_error_verbosity(raw, pg::terse);
    library_.set_notice_processor(
        raw, [](void*, const char*) {}, nullptr);
    library_.set_nonblocking(raw, 1);
    try {
        script(
            "SET client_encoding = 'UTF8'; SET datestyle = 'ISO'; SET search_path = huiyin;"
            " SET lock_timeout = '10s'; SET synchronous_commit = on");
        // What people said must not lie in the server's log, neither in a statement nor in a row
        // that failed; only its administrator may say so, and whom `hq init` let.
        script("SET log_min_error_statement = 'panic'; SET log_error_verbosity = 'terse'");
    } catch (const ServerError&) {
    } catch (const ConnectionLost& lost) {
        refuse(lost.message);
    }
}

Server::~Server() = default;

void Server::lose(const std::string& why) const {
    throw ConnectionLost{why.empty() ? first_line(library_.error_message(connection_.get())) : why};
}

void Server::wait(bool to_write, Moment until) {
    constexpr std::chrono::milliseconds piece{200};
    while (true) {
        store::require_not_interrupted();
        pollfd watched{.fd = library_.socket(connection_.get()),
                       .events = static_cast<short>(to_write ? POLLIN | POLLOUT : POLLIN),
                       .revents = 0};
        if (watched.fd < 0) lose({});
        if (poll(&watched, 1, static_cast<int>(piece.count())) > 0) return;
        if (Clock::now() > until) lose("the server does not answer");
    }
}

void Server::push(Moment until) {
    auto* const raw = connection_.get();
    while (true) {
        const int left = library_.flush(raw);
        if (left < 0) lose({});
        if (left == 0) return;
        wait(true, until);
        if (library_.consume_input(raw) == 0) lose({});
    }
}

Answer Server::next_answer(Moment until) {
    auto* const raw = connection_.get();
    while (library_.is_busy(raw) != 0) {
        wait(false, until);
        if (library_.consume_input(raw) == 0) lose({});
    }
    return {library_, library_.get_result(raw)};
}

Answer Server::answers() {
    const auto until = Clock::now() + longest_answer;
    push(until);
    std::optional<Answer> last;
    std::optional<ServerError> error;
    while (true) {
        auto answer = next_answer(until);
        if (answer.is_none()) break;
        const int status = answer.status();
        if (status != pg::command_ok && status != pg::tuples_ok && status != pg::copy_in &&
            status != pg::copy_out && !error)
            error = answer.error();
        last.emplace(std::move(answer));
        if (status == pg::copy_in || status == pg::copy_out) break;
    }
    if (error) {
        if (says_farewell(*error) || library_.status(connection_.get()) != pg::connection_ok)
            lose(error->message);
        throw *error;
    }
    if (!last) lose("no answer");
    return std::move(*last);
}

Answer Server::run_with(const std::string& sql, const std::vector<Parameter>& values) {
    std::vector<unsigned> types;
    std::vector<const char*> bytes;
    std::vector<int> lengths;
    const std::vector<int> binary(values.size(), 1);
    for (const auto& value : values) {
        types.push_back(value.type);
        bytes.push_back(value.bytes ? value.bytes->data() : nullptr);
        lengths.push_back(value.bytes ? static_cast<int>(value.bytes->size()) : 0);
    }
    if (library_.send_query_params(connection_.get(), sql.c_str(), static_cast<int>(values.size()),
                                   types.data(), bytes.data(), lengths.data(), binary.data(),
                                   0) == 0)
        lose({});
    return answers();
}

void Server::script(const std::string& sql) {
    if (library_.send_query(connection_.get(), sql.c_str()) == 0) lose({});
    answers();
}

void Server::begin_copy_in(const std::string& sql) {
    if (library_.send_query(connection_.get(), sql.c_str()) == 0) lose({});
    answers();
    copy_in(copy_header);
}

void Server::copy_in(std::string_view bytes) {
    const auto until = Clock::now() + longest_answer;
    auto* const raw = connection_.get();
    constexpr std::size_t piece = std::size_t{1} << 20U;
    while (!bytes.empty()) {
        const auto part = bytes.substr(0, piece);
        const int sent = library_.put_copy_data(raw, part.data(), static_cast<int>(part.size()));
        if (sent < 0) lose({});
        if (sent > 0) bytes.remove_prefix(part.size());
        push(until);
    }
}

void Server::end_copy_in() {
    copy_in(copy_trailer);
    if (library_.put_copy_end(connection_.get(), nullptr) < 0) lose({});
    answers();
}

std::string Server::copy_out(const std::string& sql) {
    auto* const raw = connection_.get();
    if (library_.send_query(raw, sql.c_str()) == 0) lose({});
    answers();
    std::string all;
    while (true) {
        const auto until = Clock::now() + longest_answer;
        char* piece = nullptr;
        const int size = library_.get_copy_data(raw, &piece, 1);
        if (size > 0) {
            all.append(piece, static_cast<std::size_t>(size));
            library_.free_memory(piece);
        } else if (size == 0) {
            wait(false, until);
            if (library_.consume_input(raw) == 0) lose({});
        } else {
            break;
        }
    }
    answers();
    return all;
}

}  // namespace huiyin::headquarters
