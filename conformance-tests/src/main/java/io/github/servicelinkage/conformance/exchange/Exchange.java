package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.message.Text;
import java.time.Duration;
import java.util.Optional;

/**
 * A request, and what came back.
 *
 * @param request what was sent
 * @param response what came back; empty where nothing did
 * @param failure why nothing came back
 * @param elapsed how long it took, a repetition on another connection included; zero where nobody looked
 */
public record Exchange(Request request, Optional<Response> response, Optional<Failure> failure, Duration elapsed) {

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
        return failure.filter(
                        reason -> reason == Failure.UNREACHABLE || reason == Failure.TLS || reason == Failure.NO_TLS)
                .isPresent();
    }

    /** Why there is no response. */
    public enum Failure {
        /** No response within the time limit. */
        TIMEOUT(new Text("제한 시간 안에 응답 없음", "no response within the time limit")),
        /** The connection ended before the response did. */
        CLOSED(new Text("응답 전에 연결이 끊김", "the connection was closed before the response")),
        /** What came is no response of HTTP/1.1. */
        MALFORMED(new Text(
                "HTTP/1.1 응답의 형식이 아님(상태 줄, 헤더, Content-Length 또는 청크)",
                "what came is not an HTTP/1.1 response (status line, header, Content-Length or chunk)")),
        /** The response has no end, or a size that nobody can want. */
        TOO_LARGE(new Text(
                "응답의 헤더 또는 본문이 지나치게 크거나 깊게 중첩됨",
                "the headers or the body of the response are too large, or too deeply nested")),
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
        /** The certificate or the TLS version was not accepted. */
        TLS(
                new Text(
                        "TLS 연결을 믿을 수 없음(인증서, 호스트 이름 또는 버전. 사설 CA는 --ca-file로 지정)",
                        "the TLS connection is not trusted (certificate, host name or version; a private CA is trusted by --ca-file)"));

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
