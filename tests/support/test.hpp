// The one place that names the test library, so that moving to its next version is one line.
#pragma once

#include <catch2/catch.hpp>
