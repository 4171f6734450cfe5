# How everything is compiled: strict warnings, the fast linker, a cache, and the standard headers compiled once.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE} "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime")
  list(REVERSE CMAKE_CXX_COMPILER_LAUNCHER)
  list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER env)
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(cohort_options INTERFACE)
target_compile_options(cohort_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Werror -fno-plt)
target_include_directories(cohort_options INTERFACE ${CMAKE_SOURCE_DIR})
if(COHORT_SANITIZE)
  # With the checks for null g++ 12 no longer takes the address of a template argument for a constant, and the literals
  # of SQL and HTML do not compile; the address sanitizer finds a null that is used.
  target_compile_options(cohort_options INTERFACE -fsanitize=address,undefined
    -fno-sanitize=null,nonnull-attribute,returns-nonnull-attribute -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(cohort_options INTERFACE -fsanitize=address,undefined)
elseif(COHORT_FUZZ)
  # libgit2's own initializers leave fields out, which only clang minds.
  target_compile_options(cohort_options INTERFACE -O1 -gline-tables-only -D_GLIBCXX_ASSERTIONS
    -Wno-missing-field-initializers -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(cohort_options INTERFACE -fsanitize=address,undefined)
else()
  target_compile_options(cohort_options INTERFACE $<$<CONFIG:RelWithDebInfo,Release>:-D_FORTIFY_SOURCE=2> -fstack-protector-strong)
endif()

# One precompiled header for all: a handler then compiles in a fraction of a second.
file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "")
add_library(cohort_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(cohort_precompiled PUBLIC cohort_options)
target_precompile_headers(cohort_precompiled PRIVATE
  <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view> <tuple>
  <utility> <variant> <vector> <tl/expected.hpp> <boost/pfr.hpp>)
