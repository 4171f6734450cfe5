// Files beside the data file that hold a secret: a key that no backup, free page or write-ahead log of the
// data may ever hold. Readable by their owner alone; what is written is safely on disk when the call returns.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace store {

/// At most one byte more than `most`, so that a file that is too long is seen; nothing where there is no
/// file. This and the others throw std::system_error when the disk refuses.
std::optional<std::string> read_private_file(const std::filesystem::path& file, std::size_t most);
/// Makes the file or writes it anew.
void write_private_file(const std::filesystem::path& file, std::string_view bytes);
/// Makes the folder where it is missing.
void make_private_folder(const std::filesystem::path& folder);
/// Overwrites the file's first `bytes` bytes with zeros and removes it. Does nothing where there is none.
void destroy_private_file(const std::filesystem::path& file, std::size_t bytes);

} // namespace store
