#include "office_time.hpp"

#include <ctime>
#include <stdexcept>

namespace huiyin::property {

namespace {

std::string formatted(Instant at, const char* format) {
    const std::time_t shifted = at + office_offset;
    std::tm civil{};
    gmtime_r(&shifted, &civil);
    std::string text(32, '\0');
    text.resize(std::strftime(text.data(), text.size(), format, &civil));
    return text;
}

}  // namespace

std::string office_time(Instant at) {
    return formatted(at, "%Y-%m-%d %H:%M:%S");
}

std::string office_day(Instant at) {
    return formatted(at, "%Y-%m-%d");
}

int office_year(Instant at) {
    return std::stoi(formatted(at, "%Y"));
}

Instant read_iso(const std::string& text) {
    std::tm civil{};
    const char* end = strptime(text.c_str(), "%Y-%m-%dT%H:%M:%S", &civil);
    if (end == nullptr || std::string(end) != "+08:00")
        throw std::runtime_error("no time of the office: " + text);
    return timegm(&civil) - office_offset;
}

Instant start_of_week(Instant at) {
    const auto weekday = std::stoi(formatted(at, "%u"));
    return read_iso(formatted(at, "%Y-%m-%dT00:00:00+08:00")) - (weekday - 1) * day;
}

Instant start_of_month(Instant at) {
    return read_iso(formatted(at, "%Y-%m-01T00:00:00+08:00"));
}

std::string office_week(Instant at) {
    return formatted(at, "%G-W%V");
}

}  // namespace huiyin::property
