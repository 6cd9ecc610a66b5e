#include "found.hpp"

#include <array>
#include <variant>

#include "packing.hpp"

namespace huiyin::rulebook {

namespace {

enum class Holds : char { nothing, number, words };

Row::Value take_value(std::string_view& bytes) {
    const auto holds = static_cast<Holds>(bytes.front());
    bytes.remove_prefix(1);
    if (holds == Holds::nothing) return nullptr;
    if (holds == Holds::number) return take_number(bytes);
    return take_words(bytes);
}

}  // namespace

std::string_view lasting_severity(std::string_view word) {
    constexpr std::array all{Severity::refuse, Severity::breach, Severity::notice};
    for (const auto one : all)
        if (severity_word(one) == word) return severity_word(one);
    return {};
}

std::string packed(const Row& row, const Columns& columns) {
    std::string bytes;
    for (const auto& column : columns) {
        const auto& value = row.value(column);
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            bytes += static_cast<char>(Holds::number);
            pack_number(bytes, *number);
        } else if (const auto* words = std::get_if<std::string>(&value)) {
            bytes += static_cast<char>(Holds::words);
            pack_words(bytes, *words);
        } else {
            bytes += static_cast<char>(Holds::nothing);
        }
    }
    return bytes;
}

Row Found::said() const {
    Row row;
    if (columns == nullptr) return row;
    std::string_view bytes = cells;
    for (const auto& column : *columns)
        row.set(column, take_value(bytes));
    return row;
}

}  // namespace huiyin::rulebook
