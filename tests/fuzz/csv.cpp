// A table for `batch --csv`.
#include "target.hpp"

#include "huiyin/base/encoding.hpp"
#include "table_file.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::understands_or_refuses([&] {
        cli::read_csv(base::decode(std::string(fuzz::text(data, size))).text,
                      [](std::string_view word) { return word == "text"; });
    });
    return 0;
}
