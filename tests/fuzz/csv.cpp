// A table for `batch --csv`.
#include "target.hpp"

#include "table_file.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::understands_or_refuses([&] { cli::read_csv(fuzz::text(data, size)); });
    return 0;
}
