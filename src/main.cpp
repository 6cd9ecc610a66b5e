#include "huiyin/cli/program.hpp"
#include "huiyin/store/store.hpp"

int main(int argc, char** argv) {
#ifndef HUIYIN_SANITIZED  // which would call it a leak
    huiyin::store::close_by_ending();
#endif
    return huiyin::cli::run(argc, argv);
}
