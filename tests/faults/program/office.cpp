#include "office.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "huiyin/base/input.hpp"
#include "huiyin/cli/program.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace faults {

using namespace huiyin;

namespace {

/// Standard output and error lead to a file while this lives.
class Listening {
  public:
    explicit Listening(const fs::path& heard) : out_(dup(STDOUT_FILENO)), err_(dup(STDERR_FILENO)) {
        const int file = open(heard.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        dup2(file, STDOUT_FILENO);
        dup2(file, STDERR_FILENO);
        close(file);
    }
    ~Listening() {
        dup2(out_, STDOUT_FILENO);
        dup2(err_, STDERR_FILENO);
        close(out_);
        close(err_);
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

  private:
    int out_;
    int err_;
};

}  // namespace

int run_command(const fs::path& store, const Words& words, const fs::path& heard,
                void (*at_the_start)()) {
    const Listening listening(heard);
    std::vector<const char*> arguments{"huiyin", "--db", store.c_str()};
    for (const auto& word : words)
        arguments.push_back(word.c_str());
    if (at_the_start != nullptr) at_the_start();
    return cli::run(static_cast<int>(arguments.size()), arguments.data());
}

std::vector<Words> read_commands() {
    std::vector<Words> commands;
    for (std::string line; std::getline(std::cin, line);)
        if (auto words = base::shell_words(line); !words.empty())
            commands.push_back(std::move(words));
    return commands;
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::int64_t entries_in(const fs::path& store) {
    auto connection = store::open_to_read(store);
    return store::find_integer(connection, "SELECT count(*) FROM journal").value();
}

std::string problems_of(const fs::path& store, const std::string& statements) {
    std::string problems;
    try {
        for (const auto& fault : gate::verify(store, {}, {}, gate::ProofBy::replay).faults)
            problems += "audit verify: " + fault.what.en + "\n";
        auto connection = store::open_to_read(store);
        for (std::size_t start = 0; start < statements.size();) {
            const auto end = std::min(statements.find(";\n", start), statements.size());
            for (store::Query row(connection, statements.substr(start, end - start)); row.next();)
                problems += row.text(0) + "\n";
            start = end + 2;
        }
    } catch (const base::Failure& failure) {
        for (const auto& problem : failure.problems())
            problems += "exit " + std::to_string(static_cast<int>(failure.code())) + ": " +
                        problem.what.en + "\n";
    } catch (const std::exception& error) {
        problems += std::string(error.what()) + "\n";
    }
    return problems;
}

}  // namespace faults
