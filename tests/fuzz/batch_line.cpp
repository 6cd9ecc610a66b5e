// A batch as it is read: lines, their quoting, the command in each, which becomes one for the gate.
#include "target.hpp"

#include "batch_lines.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto lines = cli::typed_lines({.text = std::string(fuzz::text(data, size))});
    while (lines->advance())
        fuzz::understands_or_refuses([&] { lines->command(); });
    return 0;
}
