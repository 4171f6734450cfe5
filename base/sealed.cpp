#include "base/sealed.hpp"

#include <openssl/evp.h>

#include <memory>
#include <span>
#include <stdexcept>

namespace base {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;

struct Free {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Free>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string random_bytes(const Random& random, std::size_t length) {
    std::string out(length, '\0');
    random(std::as_writable_bytes(std::span(out)));
    return out;
}

void check(int done) {
    if (done != 1) throw std::runtime_error("OpenSSL's AES-256-GCM failed");
}

/// A cipher that has taken key, nonce and context.
Cipher begin(std::string_view key, std::string_view nonce, std::string_view context, int encrypt) {
    if (key.size() != key_bytes) throw std::runtime_error("a key has 32 bytes");
    Cipher cipher(EVP_CIPHER_CTX_new());
    check(EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(nonce), encrypt));
    int written = 0;
    check(
        EVP_CipherUpdate(cipher.get(), nullptr, &written, bytes(context), static_cast<int>(context.size())));
    return cipher;
}

} // namespace

std::string random_key(const Random& random) {
    return random_bytes(random, key_bytes);
}

std::string seal(std::string_view key, std::string_view text, std::string_view context,
                 const Random& random) {
    const std::string nonce = random_bytes(random, nonce_bytes);
    const auto cipher = begin(key, nonce, context, 1);
    std::string hidden(text.size(), '\0');
    std::string tag(tag_bytes, '\0');
    int written = 0;
    check(
        EVP_CipherUpdate(cipher.get(), bytes(hidden), &written, bytes(text), static_cast<int>(text.size())));
    check(EVP_CipherFinal_ex(cipher.get(), bytes(hidden) + written, &written));
    check(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_bytes), tag.data()));
    return nonce + hidden + tag;
}

std::optional<std::string> open_sealed(std::string_view key, std::string_view sealed,
                                       std::string_view context) {
    if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
    const auto hidden = sealed.substr(nonce_bytes, sealed.size() - nonce_bytes - tag_bytes);
    std::string tag(sealed.substr(sealed.size() - tag_bytes));
    const auto cipher = begin(key, sealed.substr(0, nonce_bytes), context, 0);
    std::string text(hidden.size(), '\0');
    int written = 0;
    check(EVP_CipherUpdate(cipher.get(), bytes(text), &written, bytes(hidden),
                           static_cast<int>(hidden.size())));
    check(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag_bytes), tag.data()));
    if (EVP_CipherFinal_ex(cipher.get(), bytes(text) + written, &written) != 1) return std::nullopt;
    return text;
}

} // namespace base
