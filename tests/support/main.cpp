/// Catch2 2 has no library with main; with Catch2 3 this file is not compiled.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
