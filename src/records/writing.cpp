#include "huiyin/records/writing.hpp"

#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/office.hpp"

namespace huiyin::records {

StaffId Writing::staff_with_us(std::string_view login) const {
    const auto person = staff(login);
    require_with_us(connection_, person, provenance_.at, zone_);
    return person;
}

std::int64_t Writing::next_id(std::string_view table) const {
    if (changes_ != nullptr) return changes_->last_id(table) + 1;
    return store::find_integer(connection_, std::string("SELECT max(id) FROM ").append(table))
               .value_or(0) +
           1;
}

std::string Writing::in_office_language(const base::Label& words) const {
    return std::string(words.in(load_office(connection_).language));
}

KeptTextId Writing::keep(std::string_view place, std::int64_t row, std::string_view value) const {
    const auto salt = base::random_bytes(salt_size);
    const auto id = put_on_file(place, row, salt, value);
    store::run(connection_, "INSERT INTO content (id, salt, value) VALUES (?, ?, ?)", id,
               store::Blob{salt}, value);
    return id;
}

KeptTextId Writing::keep_file(std::string_view place, std::int64_t row,
                              std::string_view bytes) const {
    const auto salt = base::random_bytes(salt_size);
    const auto id = put_on_file(place, row, salt, bytes);
    store::run(connection_, "INSERT INTO file (id, salt, bytes) VALUES (?, ?, ?)", id,
               store::Blob{salt}, store::Blob{bytes});
    return id;
}

KeptTextId Writing::put_on_file(std::string_view place, std::int64_t row, std::string_view salt,
                                std::string_view value) const {
    const auto id = next_id("said");
    const auto digest = kept_text_digest(place, row, salt, value);
    store::run(connection_, "INSERT INTO said (id, place, row, digest) VALUES (?, ?, ?, ?)", id,
               place, row, store::Blob{digest});
    return id;
}

std::optional<KeptTextId> Writing::keep(std::string_view place, std::int64_t row,
                                        const std::optional<std::string>& value) const {
    return value ? std::optional(keep(place, row, std::string_view(*value))) : std::nullopt;
}

std::optional<std::string> kept_text(store::Connection& connection, std::optional<KeptTextId> id) {
    if (!id) return {};
    return store::find_text(connection, "SELECT value FROM content WHERE id = ?", *id);
}

std::string kept_text_digest(std::string_view place, std::int64_t row, std::string_view salt,
                             std::string_view value) {
    // The place and the row end in a byte that neither they nor the salt's length can imitate.
    // Put together by hand: a proof of a store asks this of each text of all its years.
    std::string address(place);
    address += '\n';
    address += std::to_string(row);
    address += '\n';
    return std::string(base::bytes(base::blake2b({address, salt, value})));
}

base::Text binds_from_now(const Writing& writing) {
    return base::compose(
        {"决定自作出之时起有效:{} 起", "a decision binds from when it is made: {}"},
        base::readable(writing.now(), writing.zone()));
}

}  // namespace huiyin::records
