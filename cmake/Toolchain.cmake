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

# Functions and lines are enough to read a release's stack; all of debugging takes half as long again to compile.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
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

# cohort_precompiled_header(NAME [option…]): the headers that everything needs, compiled once for all targets that take the
# same options and REUSE_FROM it. A handler then compiles in a fraction of a second.
file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "")
function(cohort_precompiled_header name)
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_compile_options(${name} PRIVATE ${ARGN})
  target_link_libraries(${name} PRIVATE cohort_options)
  target_precompile_headers(${name} PRIVATE
    <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view> <tuple>
    <utility> <variant> <vector> <tl/expected.hpp> <boost/pfr.hpp>)
endfunction()
cohort_precompiled_header(cohort_precompiled)
