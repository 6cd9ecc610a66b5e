#include <fstream>
#include <sstream>

#include "bundle_form.hpp"
#include "gzip.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/checkpoint.hpp"

namespace huiyin::headquarters {

using base::Failure;
using base::Label;

namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20U;
constexpr std::size_t largest_part = std::size_t{1} << 30U;

/// `WORD N N`: the numbers behind that word; nothing for another line. There is one way to write
/// it.
std::optional<std::vector<std::size_t>> numbers_of(const std::string& line, std::string_view word,
                                                   std::size_t count) {
    if (!line.starts_with(word)) return {};
    std::vector<std::size_t> numbers;
    std::string written(word);
    std::istringstream rest(line.substr(word.size()));
    for (std::size_t number = 0; rest >> number;) {
        if (number > largest_part) return {};
        numbers.push_back(number);
        written += base::format(" {}", number);
    }
    return numbers.size() == count && written == line ? std::optional(std::move(numbers))
                                                      : std::nullopt;
}

}  // namespace

struct BundleReader::State {
    explicit State(const std::filesystem::path& file) : gzip(file) {}

    GzipReader gzip;
    std::string manifest_line;
    std::string signature;
    Manifest manifest;
    gate::Chain chain;
    std::optional<std::string> line;  ///< the last that was read and is not used yet
    std::int64_t texts = 0;
    std::string texts_digest;

    /// What is wrong is told with the entry at which it shows.
    [[noreturn]] void refuse_at(const base::Text& what) const {
        throw DamagedBundle({base::format("第 {} 条日志:{}", chain.entries + 1, what.zh),
                             base::format("journal entry {}: {}", chain.entries + 1, what.en)});
    }
    [[noreturn]] static void refuse(const Label& what) { throw DamagedBundle(what); }

    template <typename Work>
    auto unless_damaged(Work work) {
        try {
            return work();
        } catch (const Damaged&) {
            refuse_at(Label{"上报包在此被截断或改动", "the bundle was cut or altered there"});
        }
    }
    const std::string& peek() {
        if (!line) line = unless_damaged([&] { return gzip.line(longest_line); });
        return *line;
    }
    std::string part(std::size_t count) {
        return unless_damaged([&] { return gzip.bytes(count); });
    }
};

bool is_meant_as_bundle(const std::filesystem::path& file) {
    if (file.extension() == ".huiyin") return true;
    constexpr std::string_view packed = "\x1f\x8b";
    constexpr auto any_form = bundle_mark.substr(0, bundle_mark.rfind('-') + 1);
    std::string beginning(packed.size(), '\0');
    std::ifstream bytes(file, std::ios::binary);
    if (!bytes) return true;
    if (!bytes.read(beginning.data(), std::ssize(beginning)) || beginning != packed) return false;
    try {
        return GzipReader(file).bytes(any_form.size()) == any_form;
    } catch (const Damaged&) {
        return true;
    } catch (const Failure&) {
        return true;
    }
}

std::optional<std::string> claimed_store(const std::filesystem::path& file) {
    constexpr std::string_view key = R"("store":")";
    constexpr std::size_t digits = 32;
    const auto text = unpacked_beginning(file);
    const auto found = text.find(key);
    if (found == text.npos) return {};
    auto store = text.substr(found + key.size(), digits);
    const bool is_one =
        store.size() == digits && store.find_first_not_of("0123456789abcdef") == store.npos;
    return is_one ? std::optional(std::move(store)) : std::nullopt;
}

BundleReader::BundleReader(const std::filesystem::path& file) {
    state_ = std::make_unique<State>(file);
    auto& state = *state_;
    try {
        if (state.gzip.line(longest_line) != bundle_mark) throw Damaged{};
        state.manifest_line = state.gzip.line(longest_line);
        state.signature = base::from_exact_base64(state.gzip.line(longest_line)).value_or("");
    } catch (const Damaged&) {
        throw DamagedBundle(
            Label{"不是上报包,或已被截断、改动", "it is no bundle, or was cut or altered"});
    }
    state.manifest = parse_manifest(state.manifest_line);
    state.chain = {state.manifest.known.entries, state.manifest.known.hash};
}

BundleReader::~BundleReader() = default;

const Manifest& BundleReader::manifest() const {
    return state_->manifest;
}

const std::string& BundleReader::manifest_line() const {
    return state_->manifest_line;
}

std::string BundleReader::signature() const {
    return base::base64(state_->signature);
}

bool BundleReader::signed_by(std::string_view public_key) const {
    return gate::is_signed(state_->signature, signed_statement(state_->manifest_line), public_key);
}

std::optional<BundleReader::Next> BundleReader::next_entry() {
    auto& state = *state_;
    const auto sizes = numbers_of(state.peek(), "entry", 2);
    if (!sizes) {
        const bool whole = state.manifest.share == Share::figures ||
                           (state.chain.entries == state.manifest.head.entries &&
                            state.chain.hash == state.manifest.head.hash);
        if (!whole)
            state.refuse_at(Label{"签过名的末端没有到达:有日志被去掉",
                                  "the head that was signed is not reached: entries were removed"});
        return {};
    }
    state.line.reset();
    constexpr std::size_t hash_size = 32;
    Next next;
    next.entry = {state.part(sizes->at(0)), state.part(sizes->at(1)), state.part(hash_size)};
    auto taken = state.chain.take(next.entry.head, next.entry.changeset, next.entry.hash);
    if (const auto* broken = std::get_if<gate::Chain::Break>(&taken))
        state.refuse_at(*broken == gate::Chain::Break::altered
                            ? Label{"与其校验值不符", "does not match its hash"}
                            : Label{"与前一条不衔接", "does not follow the one before"});
    if (state.chain.entries > state.manifest.head.entries)
        state.refuse_at(Label{"超出签过名的末端", "lies beyond the head that was signed"});
    next.head = std::get<gate::EntryHead>(std::move(taken));
    return next;
}

std::string BundleReader::findings() {
    auto& state = *state_;
    const auto size = numbers_of(state.peek(), "findings", 1);
    if (!size) state.refuse(Label{"上报包里没有检查结果", "the bundle has no findings"});
    state.line.reset();
    auto text = state.part(size->front());
    if (base::hex(base::blake2b({text})) != state.manifest.findings)
        state.refuse(Label{"上报包里的检查结果被改动", "the bundle's findings were altered"});
    return text;
}

std::optional<BundledText> BundleReader::next_text() {
    auto& state = *state_;
    const auto numbers = numbers_of(state.peek(), "text", 3);
    if (!numbers) {
        if (state.texts != state.manifest.texts ||
            state.texts_digest != state.manifest.texts_digest)
            state.refuse(Label{"上报包里的文字被改动", "the bundle's texts were altered"});
        return {};
    }
    state.line.reset();
    BundledText text{static_cast<std::int64_t>(numbers->at(0)), state.part(numbers->at(1)),
                     state.part(numbers->at(2))};
    ++state.texts;
    state.texts_digest = chained_digest(state.texts_digest, text_frame(text));
    return text;
}

std::string BundleReader::figures() {
    auto& state = *state_;
    if (state.manifest.share != Share::figures) return {};
    const auto size = numbers_of(state.peek(), "figures", 1);
    if (!size) state.refuse(Label{"上报包里没有数字", "the bundle has no figures"});
    state.line.reset();
    auto text = state.part(size->front());
    if (base::hex(base::blake2b({text})) != state.manifest.figures)
        state.refuse(Label{"上报包里的数字被改动", "the bundle's figures were altered"});
    return text;
}

void BundleReader::end() {
    auto& state = *state_;
    const bool whole =
        state.peek() == "end" && state.unless_damaged([&] { return state.gzip.at_end(); });
    if (!whole)
        state.refuse(Label{"上报包末尾有多出的内容,或被截断",
                           "the bundle goes on behind its end, or was cut"});
}

}  // namespace huiyin::headquarters
