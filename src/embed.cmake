# Turns text files into one C++ file: `std::span<const NAMESPACE::EmbeddedFile> NAMESPACE::NAME()`. What
# HUIYIN_EMBED_INCLUDE and HUIYIN_EMBED_MORE hold stands before and behind it; the files are `NAME_list` there.
function(huiyin_embed output namespace name base)
    set(body "// Made by the build from the files named below.\n#include \"huiyin/base/embedded.hpp\"\n\n#include <array>\n#include <string_view>\n${HUIYIN_EMBED_INCLUDE}\nnamespace ${namespace} {\n\nnamespace {\n\n// Of a literal the compiler knows the length; counting the letters of all would be too much for it.\nusing std::string_view_literals::operator\"\"sv;\n\nconstexpr std::array ${name}_list{\n")
    foreach(file IN LISTS ARGN)
        file(READ "${file}" text)
        file(RELATIVE_PATH path "${base}" "${file}")
        string(APPEND body "        base::EmbeddedFile{\"${path}\", R\"embedded(${text})embedded\"sv},\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    endforeach()
    string(APPEND body "};\n\n}  // namespace\n\nstd::span<const base::EmbeddedFile> ${name}() {\n    return ${name}_list;\n}\n${HUIYIN_EMBED_MORE}\n}  // namespace ${namespace}\n")
    file(CONFIGURE OUTPUT "${output}" CONTENT "${body}" @ONLY)
endfunction()

# The rules' files, with what decides whether one is run at all, which the compiler reads off them.
function(huiyin_embed_rules output room)
    set(HUIYIN_EMBED_INCLUDE "#include \"${room}/rule_key.hpp\"\n")
    set(HUIYIN_EMBED_MORE "\nstd::span<const RuleKey> rule_keys() {\n    static constexpr auto keys = keys_of(rule_files_list);\n    return keys;\n}\n")
    huiyin_embed("${output}" huiyin::rulebook rule_files "${room}/rules" ${ARGN})
endfunction()
