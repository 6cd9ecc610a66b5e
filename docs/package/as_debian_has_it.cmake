# Run by cpack over what it is about to pack: Debian compresses manual pages, has zsh's completions in a
# folder of its own, and the licence as `copyright`.
set(share "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share")
file(GLOB_RECURSE pages "${share}/man/*.1")
if(pages)
    execute_process(COMMAND gzip -9n ${pages} COMMAND_ERROR_IS_FATAL ANY)
endif()
file(MAKE_DIRECTORY "${share}/zsh")
file(RENAME "${share}/zsh/site-functions" "${share}/zsh/vendor-completions")
file(RENAME "${share}/doc/huiyin/LICENSE" "${share}/doc/huiyin/copyright")
