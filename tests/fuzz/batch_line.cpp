// A line of a batch: quoting first, then the command in it, which becomes one for the gate.
#include "huiyin/base/input.hpp"
#include "huiyin/cli/arguments.hpp"
#include "target.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::understands_or_refuses([&] {
        const auto words = base::shell_words(fuzz::text(data, size));
        if (!words.empty()) cli::recording(cli::parse(words, false));
    });
    return 0;
}
