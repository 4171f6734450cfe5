// Beast's parser, writing straight into our Request, and stricter: what leaves a doubt about where a message
// ends or whom it is for is refused (RFC 9112 sections 3.2, 6.1 and 6.3), since two programs that read one
// message in two ways are how requests are smuggled past a proxy.
#pragma once

#include "server/beast/limits.hpp"
#include "server/request.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <string>
#include <string_view>

namespace server::beast {

class RequestParser : public boost::beast::http::basic_parser<true> {
  public:
    /// Reads one message into `request`, which must outlive the parser.
    RequestParser(Request& request, const Limits& limits);

    /// Takes a whole header, as HeadScan found it. Returns 0, or the status to refuse it with.
    int take_head(std::string_view head);
    /// Takes what it can of the body and returns how many bytes that was. After it, refusal() tells.
    std::size_t take_body(std::string_view bytes);
    /// 0, or the status to refuse the message with.
    [[nodiscard]] int refusal() const { return refusal_; }

    /// Whether the client waits for "100 Continue" before it sends the body (RFC 9110 section 10.1.1).
    [[nodiscard]] bool expects_continue() const { return expects_continue_; }
    [[nodiscard]] bool is_http_1_1() const { return http_1_1_; }

  private:
    using Code = boost::beast::error_code;
    using Text = boost::beast::string_view;
    using Field = boost::beast::http::field;

    void on_request_impl(boost::beast::http::verb verb, Text name, Text target, int version,
                         Code& code) override;
    void on_response_impl(int, Text, int, Code&) override {}
    void on_field_impl(Field field, Text name, Text value, Code& code) override;
    void on_header_impl(Code& code) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Code& code) override;
    std::size_t on_body_impl(Text bytes, Code& code) override;
    void on_chunk_header_impl(std::uint64_t size, Text extensions, Code& code) override;
    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, Code& code) override;
    void on_finish_impl(Code&) override {}

    int check_field(Field field, std::string_view value);
    int check_head();
    void refuse(int status, Code& code);

    Request& request_;
    const Limits& limits_;
    std::string target_;
    std::size_t fields_ = 0;
    std::size_t hosts_ = 0;
    std::size_t lengths_ = 0;
    std::size_t codings_ = 0;
    std::size_t extension_bytes_ = 0;
    int refusal_ = 0;
    bool http_1_1_ = false;
    bool expects_continue_ = false;
    bool head_done_ = false;
};

} // namespace server::beast
