#include <date/date.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <utility>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/time.hpp"

namespace huiyin::base {

namespace {

using std::chrono::days;

constexpr std::string_view zone_directory = "/usr/share/zoneinfo/";

/// A name such as `Asia/Shanghai`, with no way out of the zone directory. The zones under `right/`
/// count leap seconds, which the times of this program do not.
bool is_plain_name(std::string_view name) {
    static constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
    return !name.empty() && name.find_first_not_of(letters) == std::string_view::npos &&
           !name.starts_with('/') && !name.starts_with("right/");
}

bool is_zone_file(const std::string& path) {
    static constexpr std::string_view magic = "TZif";
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return false;
    std::array<char, magic.size()> start{};
    std::ifstream(path, std::ios::binary).read(start.data(), start.size());
    return std::string_view(start.data(), start.size()) == magic;
}

/// The date library prints zoneless times only as if they were UTC.
date::sys_seconds printable(CivilTime civil) {
    return date::sys_seconds{civil.time_since_epoch()};
}

/// A year of four digits is left to C, which makes no stream of it.
std::string show(const char* format, CivilTime civil) {
    const std::time_t as_if_utc = civil.time_since_epoch().count();
    std::tm parts{};
    const bool is_known = gmtime_r(&as_if_utc, &parts) != nullptr;
    if (!is_known || parts.tm_year < 1000 - 1900 || parts.tm_year > 9999 - 1900)
        return date::format(format, printable(civil));
    std::array<char, std::string_view("0000-00-00T00:00:00").size() + 1> text{};
    return {text.data(), std::strftime(text.data(), text.size(), format, &parts)};
}

std::string show(const char* format, Instant instant, const Zone& zone) {
    return show(format, zone.civil(instant));
}

/// The process has one zone, and others may have been asked in between: rules of an office's own
/// are tried in UTC while a batch is read in the office's.
void put_in_force(const std::string& name) {
    static std::string in_force;
    if (name == in_force) return;
    // By its path, so that what was checked is what is used whatever TZDIR says.
    setenv("TZ", (":" + std::string(zone_directory) + name).c_str(), 1);
    tzset();
    in_force = name;
}

}  // namespace

Instant machine_now() {
    return std::chrono::floor<Seconds>(std::chrono::system_clock::now());
}

Zone::Zone(std::string name) : name_(std::move(name)) {
    const std::string path = std::string(zone_directory) + name_;
    if (!is_plain_name(name_) || !is_zone_file(path))
        throw Failure(Exit::usage, compose({"没有时区“{}”", "there is no time zone \"{}\""}, name_),
                      Label{"写作 Asia/Shanghai 这样的名称", "write a name such as Asia/Shanghai"});
}

Seconds Zone::offset(Instant instant) const {
    put_in_force(name_);
    const std::time_t utc_seconds = seconds(instant);
    std::tm local{};
    if (localtime_r(&utc_seconds, &local) == nullptr)
        throw Failure(
            Exit::failed,
            compose({"时间 {} 超出日历", "the time {} is beyond the calendar"}, utc_seconds));
    return Seconds{local.tm_gmtoff};
}

CivilTime Zone::civil(Instant instant) const {
    return CivilTime{instant.time_since_epoch() + offset(instant)};
}

std::vector<Instant> Zone::instants(CivilTime civil) const {
    // No zone is a day away from UTC, so a day on either side holds every offset in question.
    const Instant as_if_utc{civil.time_since_epoch()};
    std::vector<Instant> found{as_if_utc - offset(as_if_utc - days{1}),
                               as_if_utc - offset(as_if_utc + days{1})};
    std::erase_if(found, [&](Instant candidate) { return this->civil(candidate) != civil; });
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

Instant Zone::instant(CivilTime civil) const {
    const auto found = instants(civil);
    if (!found.empty()) return found.front();
    const Instant as_if_utc{civil.time_since_epoch()};
    return as_if_utc - offset(as_if_utc - days{1});
}

std::string iso(Instant instant, const Zone& zone) {
    const Seconds offset = zone.offset(instant);
    const auto minutes = std::abs(offset.count()) / 60;
    return show("%FT%T", CivilTime{instant.time_since_epoch() + offset}) +
           format("{}{:02}:{:02}", offset < Seconds{0} ? '-' : '+', minutes / 60, minutes % 60);
}

std::string readable(Instant instant, const Zone& zone) {
    return show("%F %T", instant, zone);
}

std::string readable_minute(Instant instant, const Zone& zone) {
    return show("%F %R", instant, zone);
}

std::string readable_brief(Instant instant, Instant now, const Zone& zone) {
    return year_of(instant, zone) == year_of(now, zone) ? show("%m-%d %R", instant, zone)
                                                        : readable_minute(instant, zone);
}

int year_of(Instant instant, const Zone& zone) {
    const auto day = std::chrono::floor<days>(zone.civil(instant));
    return int{std::chrono::year_month_day{day}.year()};
}

}  // namespace huiyin::base
