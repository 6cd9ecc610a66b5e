#include "signing_key.hpp"

#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/store/lock.hpp"
#include "public_key.hpp"

namespace huiyin::cli::shared {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// While it lives, the terminal does not show what is typed.
class Unseen {
  public:
    Unseen() : can_hide_(tcgetattr(STDIN_FILENO, &shown_) == 0) {
        auto hidden = shown_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (can_hide_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~Unseen() {
        if (can_hide_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

  private:
    termios shown_{};
    bool can_hide_;
};

/// Reads a key that is pasted, without showing it.
std::string ask_for_key(Output& output) {
    if (!is_terminal(STDIN_FILENO))
        throw Failure(Exit::usage, Label{"缺少私钥", "the private key is missing"},
                      Label{"写作 --key-file 文件,或 --key-file - 由标准输入读入",
                            "write --key-file FILE, or --key-file - to read standard input"});
    output.complain(Label{"请粘贴私钥(PEM,到 END 一行为止,不显示):",
                          "paste the private key (PEM, to its END line; it is not shown):"});
    const Unseen typing;
    std::string pem;
    for (std::string line; pem.size() < base::limits::key_file && std::getline(std::cin, line);) {
        pem += line + "\n";
        if (line.starts_with("-----END")) break;
    }
    store::require_not_interrupted();
    return pem;
}

void warn_of_readers(const std::string& file, Output& output) {
    struct stat status {};
    if (file == "-" || stat(file.c_str(), &status) != 0 || (status.st_mode & 077) == 0) return;
    output.say(compose({"警告:他人可读私钥 {}(请 chmod 600)",
                        "warning: others can read the private key {} (chmod 600)"},
                       file));
}

}  // namespace

gate::SigningKey read_signing_key(const std::optional<std::string>& file, Output& output) {
    if (file) base::refuse_folder(*file);
    auto key = gate::SigningKey::parse(file ? read_input(*file, base::limits::key_file)
                                            : ask_for_key(output));
    if (file) warn_of_readers(*file, output);
    return key;
}

}  // namespace huiyin::cli::shared
