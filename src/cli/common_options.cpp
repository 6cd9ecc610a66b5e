#include "huiyin/cli/common_options.hpp"

namespace huiyin::cli {

std::span<const Option> common_options() {
    return options_of<CommonOptions>;
}
std::span<const Option> provenance_options() {
    return options_of<ProvenanceOptions>;
}

}  // namespace huiyin::cli
