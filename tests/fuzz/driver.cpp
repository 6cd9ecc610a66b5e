// Runs a target without libFuzzer: all of a corpus, then so many seeded mutations of it. Needs no
// other compiler than the rest, and the same seed tries the same inputs.
//
//     fuzz_csv RUNS SEED FILE…
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "target.hpp"

namespace {

using Chance = std::mt19937_64;

std::string some_of(const std::string& bytes, Chance& chance) {
    if (bytes.empty()) return {};
    const auto start = chance() % bytes.size();
    return bytes.substr(start, chance() % 32);
}

void mutate(std::string& bytes, const std::vector<std::string>& corpus, Chance& chance) {
    const auto place = chance() % (bytes.size() + 1);
    const auto at = bytes.begin() + static_cast<std::ptrdiff_t>(place);
    switch (chance() % 6) {
        case 0:  // a bit
            if (at != bytes.end()) *at = static_cast<char>(*at ^ (1 << (chance() % 8)));
            break;
        case 1:  // a byte
            bytes.insert(at, static_cast<char>(chance() % 256));
            break;
        case 2:  // less
            bytes.erase(place, chance() % 16);
            break;
        case 3:  // the same again
            bytes.insert(place, some_of(bytes, chance));
            break;
        case 4:  // a piece of another
            bytes.insert(place, some_of(corpus[chance() % corpus.size()], chance));
            break;
        default: {  // what numbers and quoting are made of
            static constexpr std::string_view telling = "\"'\\,;:-+0129{}[]%\n\r\t\0\xff";
            if (at != bytes.end()) *at = telling[chance() % telling.size()];
        }
    }
}

void try_out(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// So that a crash can be looked into: the input under test lies in a file.
void keep(const std::string& bytes, const char* file) {
    if (file != nullptr) std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace

int main(int argc, char** argv) {
    const long runs = argc > 2 ? std::stol(argv[1]) : 0;
    Chance chance(argc > 2 ? std::stoull(argv[2]) : 0);
    std::vector<std::string> corpus;
    for (int index = 3; index < argc; ++index) {
        std::ifstream file(argv[index], std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    if (corpus.empty()) {
        std::cerr << "usage: " << argv[0] << " RUNS SEED FILE…\n";
        return 2;
    }
    const char* last = std::getenv("FUZZ_LAST_INPUT");
    for (const auto& bytes : corpus)
        try_out(bytes);
    for (long run = 0; run < runs; ++run) {
        auto bytes = corpus[chance() % corpus.size()];
        for (auto changes = 1 + chance() % 8; changes > 0; --changes)
            mutate(bytes, corpus, chance);
        keep(bytes, last);
        try_out(bytes);
    }
    std::cout << corpus.size() << " inputs, " << runs << " mutations\n";
    return 0;
}
