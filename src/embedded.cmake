# What the program carries: schema, rules, the regulation, pages, completion. Included by CMakeLists.txt.

file(GLOB HUIYIN_SCHEMA CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/store/schema/*.sql")
huiyin_embed("${CMAKE_CURRENT_BINARY_DIR}/schema_files.cpp" huiyin::store schema_files
    "${CMAKE_CURRENT_SOURCE_DIR}/store/schema" ${HUIYIN_SCHEMA})
huiyin_embed("${CMAKE_CURRENT_BINARY_DIR}/matter_files.cpp" huiyin::records matter_files
    "${CMAKE_CURRENT_SOURCE_DIR}/records" "${CMAKE_CURRENT_SOURCE_DIR}/records/matter.sql")
file(GLOB_RECURSE HUIYIN_RULES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/rulebook/rules/*.sql")
huiyin_embed_rules("${CMAKE_CURRENT_BINARY_DIR}/rule_files.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/rulebook" ${HUIYIN_RULES})
# The compiler reads the rules' files, and clang counts its steps: a million are too few for a hundred files.
set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/rule_files.cpp" PROPERTIES
    COMPILE_OPTIONS "$<$<CXX_COMPILER_ID:Clang>:-fconstexpr-steps=16777216>")
huiyin_embed("${CMAKE_CURRENT_BINARY_DIR}/rule_context.cpp" huiyin::rulebook context_files
    "${CMAKE_CURRENT_SOURCE_DIR}/rulebook"
    "${CMAKE_CURRENT_SOURCE_DIR}/rulebook/scope.sql" "${CMAKE_CURRENT_SOURCE_DIR}/rulebook/owed.sql"
    "${CMAKE_CURRENT_SOURCE_DIR}/rulebook/given.sql"
    "${CMAKE_CURRENT_SOURCE_DIR}/rulebook/given_duty.sql")

huiyin_embed("${CMAKE_CURRENT_BINARY_DIR}/regulation_files.cpp" huiyin::rulebook regulation_files
    "${PROJECT_SOURCE_DIR}/docs" "${PROJECT_SOURCE_DIR}/docs/regulation.md")

file(GLOB HUIYIN_PAGES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/reports/templates/*")
huiyin_embed("${CMAKE_CURRENT_BINARY_DIR}/page_files.cpp" huiyin::reports page_files
    "${CMAKE_CURRENT_SOURCE_DIR}/reports/templates" ${HUIYIN_PAGES})

set(HUIYIN_SHELLS "${CMAKE_CURRENT_SOURCE_DIR}/cli/shells")
huiyin_embed("${CMAKE_CURRENT_BINARY_DIR}/shell_files.cpp" huiyin::cli shell_files "${HUIYIN_SHELLS}"
    "${HUIYIN_SHELLS}/huiyin.bash" "${HUIYIN_SHELLS}/huiyin.zsh" "${HUIYIN_SHELLS}/huiyin.fish")
