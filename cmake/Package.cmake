# What `cmake --install` places, and the Debian package that cpack makes of it (script/package).
include(GNUInstallDirs)
set(papers ${CMAKE_INSTALL_DATAROOTDIR}/doc/cohort)

# Read-only once it is loaded: no address of a function that an attacker could bend.
target_link_options(cohort PRIVATE LINKER:-z,relro,-z,now)

find_program(GZIP gzip REQUIRED)
function(cohort_install_compressed file destination name)
  set(packed ${CMAKE_BINARY_DIR}/package/${name}.gz)
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
  execute_process(COMMAND ${GZIP} -9 -n -c ${CMAKE_SOURCE_DIR}/${file} OUTPUT_FILE ${packed} COMMAND_ERROR_IS_FATAL ANY)
  install(FILES ${packed} DESTINATION ${destination})
endfunction()

install(TARGETS cohort)
install(DIRECTORY demo/ DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/cohort/demo)
install(FILES package/cohort.service package/cohort-backup.service package/cohort-backup.timer
  DESTINATION /lib/systemd/system)
install(FILES package/cohort.toml DESTINATION /etc PERMISSIONS OWNER_READ OWNER_WRITE)
install(FILES package/debian/copyright docs/operations.md DESTINATION ${papers})
install(FILES package/debian/lintian-overrides
  DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/lintian/overrides RENAME cohort)
cohort_install_compressed(package/cohort.1 ${CMAKE_INSTALL_MANDIR}/man1 cohort.1)
cohort_install_compressed(package/debian/changelog ${papers} changelog)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Cohort maintainers <cohort@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "where local election offices help each other")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Members ask and answer questions, keep versioned best-practice pages together,
adopt shared standards by fair ballots, and search all of it. One program, one
data file, one small machine; no outside service at run time.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE https://cohort.example.org)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, tzdata")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
foreach(file postinst prerm postrm conffiles)
  list(APPEND CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/package/debian/${file})
endforeach()
include(CPack)
