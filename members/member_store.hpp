// Members in full: the directory, the profile, sign-in and what an administrator may change.
#pragma once

#include "members/members.hpp"
