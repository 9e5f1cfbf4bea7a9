package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.message.Text;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A request, and what came back.
 *
 * @param request what was sent
 * @param response what came back; empty where nothing did
 * @param failure why nothing came back
 * @param elapsed how long it took, a repetition on another connection included; zero where nobody looked
 */
public record Exchange(Request request, Optional<Response> response, Optional<Failure> failure, Duration elapsed) {
    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);

    /** An exchange that got a response. */
    public static Exchange of(Request request, Response response) {
        return of(request, response, Duration.ZERO);
    }

    /** An exchange that got a response after this time. */
    public static Exchange of(Request request, Response response, Duration elapsed) {
        return new Exchange(request, Optional.of(response), Optional.empty(), elapsed);
    }

    /** An exchange that got none. */
    public static Exchange failed(Request request, Failure failure) {
        return failed(request, failure, Duration.ZERO);
    }

    /** An exchange that got none, which was clear after this time. */
    public static Exchange failed(Request request, Failure failure, Duration elapsed) {
        return new Exchange(request, Optional.empty(), Optional.of(failure), elapsed);
    }

    /** Whether the target could not be reached at all. */
    public boolean isUnreachable() {
        return failure.filter(Failure.OF_CONNECTING::contains).isPresent();
    }

    /** Whether it was not sent at all: it takes HTTP/1.1, which is not spoken here. */
    public boolean isImpossible() {
        return failure.filter(Failure.HTTP2_ONLY::equals).isPresent();
    }

    /** Whether its response says that who asks is not let in: for the key, or for where he comes from. */
    public boolean isTurnedAway() {
        return response.filter(answer -> TURNED_AWAY.contains(answer.status())).isPresent();
    }

    /** Why there is no response. */
    public enum Failure {
        /** No response within the time limit. */
        TIMEOUT(new Text("제한 시간 안에 응답 없음", "no response within the time limit")),
        /** The connection ended before the response did. */
        CLOSED(new Text("응답 전에 연결이 끊김", "the connection was closed before the response")),
        /** What came is no response of HTTP. */
        MALFORMED(new Text(
                "HTTP 응답의 형식이 아님(상태 줄, 헤더, Content-Length, 청크 또는 HTTP/2 프레임)",
                "what came is not an HTTP response (status line, header, Content-Length, chunk or frame of HTTP/2)")),
        /** The response has no end, or a size that nobody can want. */
        TOO_LARGE(new Text("응답의 헤더 또는 본문이 지나치게 큼", "the headers or the body of the response are too large")),
        /** Interim responses came without end. */
        INTERIM_ONLY(new Text("최종 응답 없이 1xx만 반복됨", "interim responses (1xx) alone came, and no final one")),
        /** The target changed the protocol, which no request asks for. */
        SWITCHED(new Text("요청하지 않은 프로토콜 전환(101)", "the protocol was switched (101), which was not asked for")),
        /** Nothing listens, or the host is not known. */
        UNREACHABLE(new Text("연결할 수 없음", "no connection")),
        /** What listens does not speak TLS, or ended the connection instead. */
        NO_TLS(new Text(
                "TLS로 응답하지 않음(https 포트가 아니거나 연결을 끊음)",
                "no TLS there (not an https port, or the connection was ended instead)")),
        /** HTTP/2 alone is wanted, and the target does not speak it. */
        NO_HTTP2(new Text(
                "HTTP/2로 응답하지 않음(대상이 HTTP/1.1만 지원하거나 연결을 끊음. --http 2 없이 실행)",
                "no HTTP/2 there (the target speaks HTTP/1.1 only, or ended the connection; run without --http 2)")),
        /** The request takes HTTP/1.1, and HTTP/2 alone is spoken: the target knows nothing else, or nothing else is wanted. */
        HTTP2_ONLY(new Text(
                "HTTP/1.1로만 보낼 수 있는 요청인데 HTTP/2만 사용함(대상이 HTTP/2만 지원하거나 --http 2로 실행)",
                "the request takes HTTP/1.1, but the target speaks HTTP/2 only (or the run does, by --http 2)")),
        /** The target wants to know who connects. */
        CLIENT_CERTIFICATE(new Text(
                "대상이 클라이언트 인증서를 요구함(상호 TLS. 스위트는 클라이언트 인증서를 보내지 않음)",
                "the target wants a client certificate (mutual TLS), which the suite does not have")),
        /** The target refuses the handshake, and does not say why. */
        TLS_REFUSED(
                new Text(
                        "대상이 TLS 협상을 거부함(클라이언트 인증서를 요구하거나 공통 암호 모음이 없음)",
                        "the target refuses the TLS handshake (it wants a client certificate, or no cipher suite is spoken by both)")),
        /** No version of TLS that may be used is spoken by both sides. */
        TLS_VERSION(new Text("대상이 TLS 1.2와 1.3을 지원하지 않음", "the target speaks neither TLS 1.2 nor TLS 1.3")),
        /** The certificate was not accepted. */
        TLS(new Text(
                "TLS 연결을 믿을 수 없음(인증서 또는 호스트 이름. 사설 CA는 --ca-file로 지정)",
                "the TLS connection is not trusted (certificate or host name; a private CA is trusted by --ca-file)"));

        private static final Set<Failure> OF_CONNECTING = EnumSet.of(
                UNREACHABLE, NO_TLS, NO_HTTP2, HTTP2_ONLY, CLIENT_CERTIFICATE, TLS_REFUSED, TLS_VERSION, TLS);

        private final Text text;

        Failure(Text text) {
            this.text = text;
        }

        /** The reason in words. */
        public Text text() {
            return text;
        }
    }
}
