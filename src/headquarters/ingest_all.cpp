#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <tuple>

#include "connected.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/headquarters/bundle.hpp"
#include "huiyin/store/lock.hpp"
#include "ingest.hpp"
#include "remedies.hpp"
#include "whose_it_is.hpp"

namespace huiyin::headquarters {

using base::Exit;
using base::Failure;

using Files = std::vector<std::filesystem::path>;

namespace {

Ingested told(const std::filesystem::path& file, const Failure& failure) {
    Ingested result{.file = file, .office = {}, .store_id = {}, .result = "failed"};
    result.exit = failure.code();
    result.problems = failure.problems();
    if (failure.code() != Exit::integrity) return result;
    result.result = "refused";
    result.damaged = true;
    for (auto& problem : result.problems)
        if (problem.remedy.empty()) problem.remedy = once_more({});
    return result;
}

/// The bundles of one office, in their order.
struct Stack {
    std::string store_id;
    Files files;
};

/// By office, and within it by where each begins; what is no bundle stands alone.
std::vector<Stack> stacks_of(const Files& bundles) {
    using Place = std::tuple<std::string, std::int64_t, std::int64_t, base::Instant>;
    std::vector<std::pair<Place, std::filesystem::path>> placed;
    std::vector<Stack> stacks;
    for (const auto& file : bundles) {
        try {
            const BundleReader bundle(file);
            const auto& manifest = bundle.manifest();
            placed.push_back({{manifest.store_id, manifest.known.entries, manifest.head.entries,
                               manifest.made_at},
                              file});
        } catch (const Failure&) {
            // Whoever takes it tells what is wrong with it.
            stacks.push_back({{}, {file}});
        }
    }
    std::ranges::stable_sort(placed, {}, [](const auto& one) { return one.first; });
    for (auto& [place, file] : placed) {
        if (stacks.empty() || stacks.back().store_id != std::get<0>(place) ||
            stacks.back().store_id.empty())
            stacks.push_back({std::get<0>(place), {}});
        stacks.back().files.push_back(std::move(file));
    }
    return stacks;
}

std::vector<Ingested> ingest_stacks(const std::string& url, const std::vector<const Stack*>& stacks,
                                    base::Instant now) {
    Company company(url);
    std::vector<Ingested> results;
    for (const auto* stack : stacks)
        for (const auto& file : stack->files)
            results.push_back(company.ingest(file, now));
    return results;
}

nlohmann::json json_of(const Ingested& one) {
    nlohmann::json problems = nlohmann::json::array();
    for (const auto& problem : one.problems)
        problems.push_back(
            {problem.what.zh, problem.what.en, problem.remedy.zh, problem.remedy.en});
    nlohmann::json json{{"file", one.file.string()},
                        {"office", one.office},
                        {"store", one.store_id},
                        {"from", one.from},
                        {"to", one.to},
                        {"result", one.result},
                        {"exit", static_cast<int>(one.exit)},
                        {"problems", problems}};
    if (one.head) json["head"] = {one.head->entries, one.head->hash};
    return json;
}

Ingested from_json(const nlohmann::json& json) {
    Ingested one{.file = json.at("file").get<std::string>(),
                 .office = json.at("office").get<std::string>(),
                 .store_id = json.at("store").get<std::string>(),
                 .from = json.at("from").get<std::int64_t>(),
                 .to = json.at("to").get<std::int64_t>(),
                 .result = json.at("result").get<std::string>(),
                 .exit = static_cast<Exit>(json.at("exit").get<int>())};
    for (const auto& problem : json.at("problems"))
        one.problems.push_back(
            {{problem.at(0).get<std::string>(), problem.at(1).get<std::string>()},
             {problem.at(2).get<std::string>(), problem.at(3).get<std::string>()}});
    if (json.contains("head"))
        one.head = gate::Head{json["head"].at(0).get<std::int64_t>(),
                              json["head"].at(1).get<std::string>()};
    return one;
}

/// As somebody looks for one in a list; workers end in any order.
std::vector<Ingested> by_office_and_file(std::vector<Ingested> results) {
    std::ranges::stable_sort(results, {}, [](const Ingested& one) {
        return std::pair(one.office, one.file.filename().string());
    });
    return results;
}

/// A process that takes some offices' bundles and tells what became of them through a pipe.
struct Worker {
    pid_t process = -1;
    int from = -1;
};

Worker begin_worker(const std::string& url, const std::vector<const Stack*>& stacks,
                    base::Instant now) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw Failure(Exit::failed, base::Label{"系统资源不足", "the system is out of resources"});
    const pid_t process = fork();
    if (process < 0) {
        close(ends[0]);
        close(ends[1]);
        throw Failure(Exit::failed, base::Label{"系统资源不足", "the system is out of resources"});
    }
    if (process > 0) {
        close(ends[1]);
        return {process, ends[0]};
    }
    close(ends[0]);
    int code = 0;
    try {
        Company company(url);
        for (const auto* stack : stacks)
            for (const auto& file : stack->files)
                base::write_all(ends[1], base::one_line(json_of(company.ingest(file, now))) + "\n",
                                "pipe");
    } catch (const Failure& failure) {
        code = static_cast<int>(failure.code());
    } catch (...) {
        code = static_cast<int>(Exit::failed);
    }
    // What the parent has still to write is its own.
    _exit(code);
}

/// What a worker told, up to its end.
void gather(const Worker& worker, std::vector<Ingested>& results) {
    std::string text;
    char piece[4096];
    while (true) {
        const auto count = read(worker.from, piece, sizeof piece);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        text.append(piece, static_cast<std::size_t>(count));
    }
    close(worker.from);
    for (std::size_t begin = 0, end = 0; (end = text.find('\n', begin)) != text.npos;
         begin = end + 1)
        results.push_back(from_json(nlohmann::json::parse(text.substr(begin, end - begin))));
}

}  // namespace

Ingested Company::ingest(const std::filesystem::path& bundle, base::Instant now) {
    Ingested result;
    try {
        result =
            connected_->steadily([&] { return ingest_once(connected_->ready(), bundle, now); });
        // Half a statement may be on its way.
        if (result.exit != Exit::done) connected_->drop();
    } catch (const Failure& failure) {
        if (failure.code() == Exit::interrupted) throw;
        result = told(bundle, failure);
    }
    try {
        if (result.exit == Exit::integrity && result.store_id.empty())
            connected_->steadily([&] { tell_whose(connected_->ready(), result); });
        keep_refusal(result, now);
    } catch (const Failure& failure) {
        // Whoever took it is told of it here; it was not taken, whatever `hq status` says.
        if (failure.code() == Exit::interrupted) throw;
    }
    return result;
}

std::vector<Ingested> ingest_all(const std::string& url, Files bundles, int workers,
                                 base::Instant now) {
    const auto stacks = stacks_of(bundles);
    const auto count = std::min(static_cast<std::size_t>(std::max(workers, 1)), stacks.size());
    std::vector<std::vector<const Stack*>> shares(std::max<std::size_t>(count, 1));
    for (std::size_t index = 0; index < stacks.size(); ++index)
        shares[index % shares.size()].push_back(&stacks[index]);
    if (shares.size() == 1) return by_office_and_file(ingest_stacks(url, shares.front(), now));

    std::vector<Worker> begun;
    for (const auto& share : shares)
        begun.push_back(begin_worker(url, share, now));
    std::vector<Ingested> results;
    bool all_ended_well = true;
    for (const auto& worker : begun) {
        gather(worker, results);
        int status = 0;
        while (waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
        }
        all_ended_well = all_ended_well && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    store::require_not_interrupted();
    // A worker that was killed told of some bundles only: the others are told of as not taken.
    for (const auto& file : bundles) {
        if (all_ended_well) break;
        if (std::ranges::find(results, file, &Ingested::file) == results.end())
            results.push_back(told(
                file, Failure(Exit::failed,
                              base::Label{"收包的进程中断了", "the process that took it was ended"},
                              base::Label{"重来一遍即可:每个包只收一次",
                                          "run it again: each bundle is taken exactly once"})));
    }
    return by_office_and_file(std::move(results));
}

}  // namespace huiyin::headquarters
