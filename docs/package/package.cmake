# The Debian package: cpack -G DEB, in the build folder.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME huiyin)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_VENDOR huiyin)
set(CPACK_PACKAGE_CONTACT "huiyin maintainers <maintainers@huiyin.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "records tool that enforces a service office's regulation (回音)")
set(CPACK_PACKAGE_DESCRIPTION
"住宅服务办公室的登记工具:每次登记之前先过一遍制度。还能改正的,拒绝登记并指出条款;
已经发生的,如实登记、记为违规,直到有人说明。一个程序,一个 SQLite 文件,日志可核对。
.
Every command is checked against the office's written regulation before it is
recorded: what can still be put right is refused, with the clause and the
remedy; what has already happened is recorded as a breach until somebody
explains it. One program, one SQLite file, and a journal that proves that
nothing was changed unseen.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# Each release has a package of its own, and a later release's takes an earlier one's place.
cmake_host_system_information(RESULT HUIYIN_RELEASE QUERY DISTRIB_INFO)
set(CPACK_DEBIAN_PACKAGE_RELEASE "1~${HUIYIN_RELEASE_ID}${HUIYIN_RELEASE_VERSION_ID}")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata")
# Debian names a library's package after the name that programs know it by.
string(REPLACE ".so." "" CPACK_DEBIAN_PACKAGE_RECOMMENDS "${HUIYIN_SHEET_LIBRARY}")
# Of headquarters alone.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, man-db, libpq5")
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/as_debian_has_it.cmake")
include(CPack)
