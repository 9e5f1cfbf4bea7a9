package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.message.Text;
import java.util.Optional;

/**
 * A request, and what came back.
 *
 * @param request what was sent
 * @param response what came back; empty where nothing did
 * @param failure why nothing came back
 */
public record Exchange(Request request, Optional<Response> response, Optional<Failure> failure) {

    /** An exchange that got a response. */
    public static Exchange of(Request request, Response response) {
        return new Exchange(request, Optional.of(response), Optional.empty());
    }

    /** An exchange that got none. */
    public static Exchange failed(Request request, Failure failure) {
        return new Exchange(request, Optional.empty(), Optional.of(failure));
    }

    /** Whether the target could not be reached at all. */
    public boolean isUnreachable() {
        return failure.filter(reason -> reason != Failure.TIMEOUT && reason != Failure.CLOSED)
                .isPresent();
    }

    /** Why there is no response. */
    public enum Failure {
        /** No response within the time limit. */
        TIMEOUT(new Text("제한 시간 안에 응답 없음", "no response within the time limit")),
        /** The connection ended before the response did. */
        CLOSED(new Text("응답 전에 연결이 끊김", "the connection was closed before the response")),
        /** Nothing listens, or the host is not known. */
        UNREACHABLE(new Text("연결할 수 없음", "no connection")),
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
