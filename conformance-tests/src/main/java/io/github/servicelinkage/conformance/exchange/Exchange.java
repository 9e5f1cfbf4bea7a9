package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.message.Text;
import java.util.Optional;

/**
 * A request, and what came of it.
 *
 * @param description what the request is, in a few words
 * @param request what was sent
 * @param answer what came back; empty where nothing did
 * @param failure why nothing came back
 */
public record Exchange(Text description, Request request, Optional<Answer> answer, Optional<Failure> failure) {

    /** An exchange that was answered. */
    public static Exchange answered(Text description, Request request, Answer answer) {
        return new Exchange(description, request, Optional.of(answer), Optional.empty());
    }

    /** An exchange that was not answered. */
    public static Exchange failed(Text description, Request request, Failure failure) {
        return new Exchange(description, request, Optional.empty(), Optional.of(failure));
    }

    /** Whether the target could not be reached at all. */
    public boolean isUnreachable() {
        return failure.filter(reason -> reason != Failure.TIMEOUT && reason != Failure.CLOSED)
                .isPresent();
    }

    /** Why there is no answer. */
    public enum Failure {
        /** No answer within the time limit. */
        TIMEOUT(new Text("제한 시간 안에 응답 없음", "no answer within the time limit")),
        /** The connection ended before the answer did. */
        CLOSED(new Text("응답 전에 연결이 끊김", "the connection was closed before the answer")),
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
