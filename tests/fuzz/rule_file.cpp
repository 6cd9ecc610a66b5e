// A rule, as an office may bring its own.
#include "huiyin/rulebook/rule.hpp"
#include "target.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::understands_or_refuses(
        [&] { rulebook::parse_rule("office/fuzzed.sql", fuzz::text(data, size)); });
    return 0;
}
