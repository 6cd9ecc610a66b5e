// A bundle as it came to headquarters: what is inside, packed as it would be.
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include <string>
#include <vector>

#include "huiyin/headquarters/bundle.hpp"
#include "target.hpp"

using namespace huiyin;

namespace {

std::string packed(std::string_view bytes) {
    z_stream z{};
    constexpr int as_gzip = 15 + 16;
    deflateInit2(&z, Z_BEST_SPEED, Z_DEFLATED, as_gzip, 8, Z_DEFAULT_STRATEGY);
    std::string copy(bytes);
    std::string out(deflateBound(&z, copy.size()) + 64, '\0');
    z.next_in = reinterpret_cast<Bytef*>(copy.data());
    z.avail_in = static_cast<uInt>(copy.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, Z_FINISH);
    out.resize(out.size() - z.avail_out);
    deflateEnd(&z);
    return out;
}

void read_all(const std::string& path) {
    headquarters::BundleReader bundle(path);
    bundle.signed_by(std::string(32, 'k'));
    while (bundle.next_entry()) {
    }
    bundle.findings();
    while (bundle.next_text()) {
    }
    bundle.figures();
    bundle.end();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text(data, size);
    for (const auto& content : {packed(bytes), std::string(bytes)}) {
        const int file = memfd_create("bundle", MFD_CLOEXEC);
        if (file < 0) return 0;
        if (write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size()))
            fuzz::understands_or_refuses(
                [&] { read_all("/proc/self/fd/" + std::to_string(file)); });
        close(file);
    }
    return 0;
}
