package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Map;
import java.util.Optional;

/** What the status of a refusal says of its reason, with what to do about it. */
final class StatusWords {
    static final Text COMPARE = new Text(
            "계약상 유효한 요청을 거부했습니다. 아래의 응답과 게이트웨이의 로그를 확인하십시오.",
            "It refuses a request that the contract says is valid. See the response below, and the gateway's log.");

    private static final Text FAILED =
            new Text("게이트웨이 내부의 오류입니다. 게이트웨이의 로그를 확인하십시오.", "The gateway itself failed. See its log.");

    private static final Text NOBODY_BEHIND = new Text(
            "앞단의 프록시나 로드 밸런서가 게이트웨이에 닿지 못합니다. 게이트웨이가 실행 중인지 확인하십시오.",
            "A proxy or load balancer in front reaches no gateway. See whether the gateway runs.");

    private static final Text VERSION = new Text(
            "다른 HTTP 버전을 요구합니다. HTTP/1.1을 받도록 하거나 --http 2로 실행하십시오.",
            "It wants another version of HTTP. Have it take HTTP/1.1, or run with --http 2.");

    private static final Map<Integer, Text> BY_STATUS = Map.ofEntries(
            Map.entry(
                    401,
                    new Text(
                            "키를 거부했습니다. LINKAGE_API_KEY가 이 게이트웨이에서 발급한 키인지 확인하십시오.",
                            "The key was refused. See that LINKAGE_API_KEY holds a key that this gateway has issued.")),
            Map.entry(
                    403,
                    new Text(
                            "접근이 금지되어 있습니다. 이 키로 쓸 수 있는 서비스인지, 주소를 제한하는지 확인하십시오.",
                            "Access is forbidden. See whether the key may use this service, and whether addresses are filtered.")),
            Map.entry(405, notFound()),
            Map.entry(404, notFound()),
            Map.entry(410, notFound()),
            Map.entry(
                    407,
                    new Text(
                            "프록시가 로그인을 요구합니다. 로그인이 필요 없는 경로로 연결하십시오.",
                            "A proxy in between wants a login. Connect by a way that needs none.")),
            Map.entry(
                    408,
                    new Text(
                            "요청을 제때 받지 못했다고 합니다. 앞단의 프록시와 게이트웨이의 로그를 확인하십시오.",
                            "It says that the request did not arrive in time. See the proxy in front, and the gateway's log.")),
            Map.entry(
                    411,
                    new Text(
                            "Content-Length가 있는 요청에 Content-Length를 요구합니다. 앞단의 프록시가 지우는지 확인하십시오.",
                            "It wants the Content-Length that the request has. See whether a proxy in front takes it away.")),
            Map.entry(
                    415,
                    new Text(
                            "application/json을 받지 않습니다. 게이트웨이가 받는 미디어 타입을 확인하십시오.",
                            "It does not take application/json. See which media types the gateway is set to take.")),
            Map.entry(
                    421,
                    new Text(
                            "이 호스트로 온 요청은 처리하지 않는다고 합니다. --url의 호스트와 포트를 확인하십시오.",
                            "It serves no requests for this host. Check the host and port of --url.")),
            Map.entry(426, VERSION),
            Map.entry(505, VERSION),
            Map.entry(
                    429,
                    new Text(
                            "요청 수를 제한하고 있습니다. --rate로 속도를 낮추거나 나중에 다시 실행하십시오.",
                            "It limits the number of requests. Slow down with --rate, or run again later.")),
            Map.entry(502, NOBODY_BEHIND),
            Map.entry(503, NOBODY_BEHIND),
            Map.entry(504, NOBODY_BEHIND));

    /** Of a request that is too large: how large it is, and what to do. */
    private static final Map<Integer, Text> TOO_LARGE = Map.of(
            413,
            new Text(
                    "본문이 %1$d바이트뿐인데 너무 크다고 거부합니다. 게이트웨이와 앞단 프록시의 본문 크기 제한을 늘리십시오.",
                    "It calls the body too large, although it has only %1$d bytes. Raise the limit of the gateway, or of the proxy in front."),
            431,
            new Text(
                    "헤더가 %2$d바이트 정도인데 너무 크다고 거부합니다. 게이트웨이와 앞단 프록시의 헤더 크기 제한을 늘리십시오.",
                    "It calls the header fields too large, although they have only about %2$d bytes. Raise the limit of the gateway, or of the proxy in front."));

    /** Bytes of the fields that are added to every request: Host, User-Agent and Content-Length. */
    private static final int USUAL_FIELDS = 80;

    private static final int BETWEEN_NAME_AND_VALUE = ": \r\n".length();

    private StatusWords() {}

    /** The words for a status that has its own, as the response to a request. */
    static Optional<Text> of(int status, Request request) {
        Text size = TOO_LARGE.get(status);
        return size == null
                ? Optional.ofNullable(BY_STATUS.get(status))
                : Optional.of(Text.of(size.ko(), size.en(), request.body().length, headSize(request)));
    }

    /** The words for a status, whichever it is. */
    static Text ofAny(int status, Request request) {
        return of(status, request).orElse(status / 100 == 5 ? FAILED : COMPARE);
    }

    private static int headSize(Request request) {
        return USUAL_FIELDS
                + request.headers().stream()
                        .mapToInt(field -> field.name().length() + field.value().length() + BETWEEN_NAME_AND_VALUE)
                        .sum();
    }

    private static Text notFound() {
        return new Text(
                "이 주소에 연산이 없습니다. --url을 …/v1/common/member까지 지정했는지 확인하십시오.",
                "No operation is found at this address. See that --url ends in …/v1/common/member.");
    }
}
