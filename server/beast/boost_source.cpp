// The parts of Asio and Beast that are no templates, compiled here once for the whole folder.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
