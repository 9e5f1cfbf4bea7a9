package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A kind of redirect, told from where it leads, with what to do about it.
 *
 * @param isFrom whether it leads so, from the URL that was asked to another
 * @param words what it means
 */
record Redirect(BiPredicate<URI, URI> isFrom, Text words) {
    private static final Text NOWHERE = new Text(
            "성공도 오류도 아닌 상태(3xx)를 이동할 주소(Location) 없이 보냅니다. 앞단의 캐시나 프록시가 보내는지 확인하십시오.",
            "It sends a status that is neither success nor error (3xx), and no address (Location) with it. See whether a cache or proxy in front does.");

    private static final Text UNREADABLE = new Text(
            "리디렉션의 Location이 올바른 URL이 아닙니다. 어느 서버가 보내는지 확인하십시오.",
            "It redirects, but its Location is no valid URL. See which server sends it.");

    /** The first that fits is said. */
    private static final List<Redirect> KINDS = List.of(
            new Redirect(
                    (asked, to) -> !same(host(asked), host(to)),
                    new Text(
                            "다른 호스트로 리디렉션합니다(로그인 화면일 수 있음). 키가 다른 곳으로 가지 않도록 리디렉션은 따라가지 않습니다. --url을 확인하십시오.",
                            "It redirects to another host, as to a login. No redirect is followed, so that the key goes nowhere else. Check --url.")),
            new Redirect(
                    (asked, to) -> same("https", to.getScheme()) && !same("https", asked.getScheme()),
                    new Text(
                            "https로 리디렉션합니다. --url을 https://로 지정하십시오.",
                            "It redirects to https. Give --url with https://.")),
            new Redirect(
                    (asked, to) -> !same(asked.getScheme(), to.getScheme()) || port(asked) != port(to),
                    new Text(
                            "같은 호스트의 다른 포트나 스킴으로 리디렉션합니다. --url의 스킴과 포트를 확인하십시오.",
                            "It redirects to another port or scheme of the same host. Check scheme and port of --url.")),
            new Redirect(
                    (asked, to) -> to.getPath().equals(asked.getPath() + "/"),
                    new Text(
                            "끝에 슬래시(/)가 붙은 경로로 리디렉션합니다. 계약의 경로를 그대로 받도록 고치십시오.",
                            "It redirects to the path with a slash at its end. Have the contract's path taken as it stands.")),
            new Redirect(
                    (asked, to) -> to.getPath().equals(asked.getPath()) && to.getRawQuery() != null,
                    new Text(
                            "같은 경로에 쿼리를 붙인 주소로 리디렉션합니다. 계약의 주소에는 쿼리가 없습니다. 쿼리 없는 요청을 받도록 고치십시오.",
                            "It redirects to the same path with a query, of which the contract knows nothing. Have the request taken without it.")),
            new Redirect(
                    (asked, to) -> to.getPath().equals(asked.getPath()),
                    new Text(
                            "요청한 주소로 다시 리디렉션하므로 끝나지 않습니다. 앞단의 프록시 설정을 확인하십시오.",
                            "It redirects to the very address that was asked for, without end. See how the proxy in front is set.")),
            new Redirect(
                    (asked, to) -> true,
                    new Text(
                            "같은 호스트의 다른 경로로 리디렉션합니다(로그인 화면일 수 있음). --url을 확인하십시오.",
                            "It redirects to another path of the same host, as to a login. Check --url.")));

    /** What a response with a status of 3xx means to who asked for a URL. */
    static Text words(URI asked, Response response) {
        Optional<String> location = response.header("Location").filter(value -> !value.isBlank());
        if (location.isEmpty() || response.status() == 304) {
            return NOWHERE;
        }
        URI to;
        try {
            to = asked.resolve(location.get().strip());
        } catch (IllegalArgumentException e) {
            return UNREADABLE;
        }
        return KINDS.stream()
                .filter(kind -> kind.isFrom.test(asked, to))
                .findFirst()
                .orElseThrow()
                .words;
    }

    /** The host, or what stands for it where it is none by RFC 3986, such as a name with an underscore. */
    private static String host(URI url) {
        String authority = Objects.requireNonNullElse(url.getRawAuthority(), "").replaceFirst(":\\d*$", "");
        return Objects.requireNonNullElse(url.getHost(), authority);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : same("https", url.getScheme()) ? 443 : 80;
    }

    private static boolean same(String one, String other) {
        return one.equalsIgnoreCase(Objects.requireNonNullElse(other, ""));
    }
}
