#pragma once

#include <optional>
#include <string>

#include "huiyin/cli/output.hpp"
#include "huiyin/gate/seal.hpp"
#include "typed_command.hpp"

/// The private key that several commands sign with.
namespace huiyin::cli::shared {

inline constexpr Declared<Takes::file> key_file{
    "key-file",
    {"私钥文件,- 为标准输入;不写则在终端询问",
     "file of the private key, - for standard input; else asked for"}};

/// From a file, standard input or, where none is named, the terminal. Warns of a file that others
/// can read. Throws Failure{usage} where there is nobody to ask, Failure{failed} for what is no
/// key.
gate::SigningKey read_signing_key(const std::optional<std::string>& file, Output& output);

}  // namespace huiyin::cli::shared
