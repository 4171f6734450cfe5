// One line of a slice's table of addresses: method, pattern, handler, who may come in. The handler's
// parameters are read from the {} places and typed: `get("/forum/threads/{}/{}", show_thread)` calls
// show_thread(Context&, ThreadId, string).
#pragma once

#include "base/text.hpp"
#include "site/context.hpp"

#include <functional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace site {

/// Who gets as far as the handler; what they may do there is the handler's to decide.
enum class Door {
    members, // signed in (or a bearer token with the scope that the method needs); others are sent to sign in
    anyone,
};

using Handler = std::function<server::Response(Context&, std::span<const std::string>)>;

struct Route {
    server::Method method;
    std::string pattern;
    Handler handler;
    Door door = Door::members;
    bool guarded = true; // a form must carry the forgery token; never false for members
};

namespace detail {

/// A path value as the handler wants it; false when it is no such thing, and then there is no such page.
inline bool read_path(const std::string& text, std::string& out) {
    out = text;
    return true;
}
inline bool read_path(const std::string& text, int& out) {
    const auto number = base::parse_int(text);
    if (!number || *number < 0 || *number > 1'000'000'000) return false;
    out = static_cast<int>(*number);
    return true;
}
template <class Tag> bool read_path(const std::string& text, base::Id<Tag>& out) {
    const auto number = base::parse_int(text);
    if (!number || *number <= 0) return false;
    out.value = *number;
    return true;
}

template <class Callable, class... Params>
Handler typed(Callable callable, std::type_identity<server::Response(Context&, Params...)>) {
    return [callable](Context& c, [[maybe_unused]] std::span<const std::string> values) -> server::Response {
        std::tuple<std::decay_t<Params>...> params;
        bool sound = values.size() >= sizeof...(Params);
        std::size_t at = 0;
        std::apply([&](auto&... param) { ((sound = sound && read_path(values[at++], param)), ...); }, params);
        if (!sound) return not_found(c);
        return std::apply([&](auto&... param) { return callable(c, param...); }, params);
    };
}

template <class R, class... Params> Handler typed(R (*function)(Context&, Params...)) {
    return typed(function, std::type_identity<R(Context&, Params...)>{});
}
template <class L, class R, class... Params>
Handler typed_member(L lambda, R (L::*)(Context&, Params...) const) {
    return typed(lambda, std::type_identity<R(Context&, Params...)>{});
}
template <class L>
    requires std::is_class_v<L>
Handler typed(L lambda) {
    return typed_member(lambda, &L::operator());
}

} // namespace detail

template <class F> Route get(std::string pattern, F handler, Door door = Door::members) {
    return {server::Method::get, std::move(pattern), detail::typed(handler), door};
}
template <class F> Route post(std::string pattern, F handler, Door door = Door::members) {
    return {server::Method::post, std::move(pattern), detail::typed(handler), door};
}
template <class F> Route put(std::string pattern, F handler) {
    return {server::Method::put, std::move(pattern), detail::typed(handler)};
}
template <class F> Route patch(std::string pattern, F handler) {
    return {server::Method::patch, std::move(pattern), detail::typed(handler)};
}
template <class F> Route del(std::string pattern, F handler) {
    return {server::Method::del, std::move(pattern), detail::typed(handler)};
}

} // namespace site
