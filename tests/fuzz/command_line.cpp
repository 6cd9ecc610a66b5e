// What was typed after `huiyin`: one word a line.
#include <string>
#include <vector>

#include "huiyin/cli/arguments.hpp"
#include "target.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<std::string> words(1);
    for (const char letter : fuzz::text(data, size)) {
        if (letter == '\n')
            words.emplace_back();
        else if (letter != '\0')
            words.back() += letter;
    }
    fuzz::understands_or_refuses([&] { cli::parse(words, false); });
    return 0;
}
