# Finds Emscripten: $EMSDK (an activated emsdk), $EMSCRIPTEN_ROOT, the emcc on PATH, or Debian's
# package; then includes the toolchain file that Emscripten brings.
set(_bce_toolchain cmake/Modules/Platform/Emscripten.cmake)

find_program(_bce_emcc emcc NO_CMAKE_FIND_ROOT_PATH)
if(_bce_emcc)
  file(REAL_PATH "${_bce_emcc}" _bce_emcc_file)
  cmake_path(GET _bce_emcc_file PARENT_PATH _bce_on_path)
endif()

foreach(_bce_root
    "$ENV{EMSDK}/upstream/emscripten" "$ENV{EMSCRIPTEN_ROOT}"
    "${_bce_on_path}" "${_bce_on_path}/../libexec" # Homebrew keeps it there
    /usr/share/emscripten)
  if(EXISTS "${_bce_root}/${_bce_toolchain}")
    # Debian's toolchain file takes emcc from PATH; everyone else's is beside the compiler.
    if(EXISTS "${_bce_root}/emcc" AND NOT CMAKE_CXX_COMPILER)
      set(CMAKE_C_COMPILER "${_bce_root}/emcc")
      set(CMAKE_CXX_COMPILER "${_bce_root}/em++")
      set(CMAKE_AR "${_bce_root}/emar" CACHE FILEPATH "")
      set(CMAKE_RANLIB "${_bce_root}/emranlib" CACHE FILEPATH "")
    endif()
    if(_bce_root STREQUAL "/usr/share/emscripten")
      # Its linker runs a script that needs acorn, which lies where only Debian's own node looks.
      set(CMAKE_CXX_LINKER_LAUNCHER env NODE_PATH=/usr/share/nodejs)
    endif()
    include("${_bce_root}/${_bce_toolchain}")
    return()
  endif()
endforeach()
message(FATAL_ERROR "Emscripten was not found: activate an emsdk (EMSDK), put emcc on PATH, or install Debian's package 'emscripten'.")
