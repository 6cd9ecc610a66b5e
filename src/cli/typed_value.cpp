#include "huiyin/cli/typed_value.hpp"

#include <stdexcept>

#include "check_value.hpp"
#include "huiyin/records/matter.hpp"

namespace huiyin::cli {

std::vector<RecordNumber> Reads<Takes::numbers, std::vector<RecordNumber>>::read(
    const std::string& typed) {
    std::vector<RecordNumber> numbers;
    for (auto& one : base::split_list(typed))
        numbers.emplace_back(std::move(one));
    return numbers;
}

records::MatterKind Reads<Takes::choice, records::MatterKind>::read(const std::string& typed) {
    using records::MatterKind;
    for (const auto kind : {MatterKind::complaint, MatterKind::suggestion})
        if (records::name_of(kind).word == typed) return kind;
    throw std::logic_error("a choice of kinds that are not read here");
}

Bound Reads<Takes::bound, Bound>::read(const std::string& typed, const Moment& moment) {
    const auto bound = base::TypedBound::parse(typed);
    return {bound.begin(moment.now, moment.zone), bound.end(moment.now, moment.zone)};
}

}  // namespace huiyin::cli
