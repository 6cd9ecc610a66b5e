#include "huiyin/cli/program.hpp"

int main(int argc, char** argv) {
    return huiyin::cli::run(argc, argv);
}
