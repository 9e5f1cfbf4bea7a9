package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that a text of foreign origin may show: those of the contract's errors, of HTTP and of Java's own sentences. No
 * encoding of a secret is among them, so no encoding has to be known. Words have two letters or more: single ones could
 * spell anything.
 */
final class KnownWords {

    /** What is neither a space nor a mark that separates words or surrounds them. */
    private static final Pattern WORD = Pattern.compile("[^\\s,;:()\\[\\]{}'\"<>=|]+");

    /** All but a few marks between words; line ends and control characters among it. */
    private static final Pattern NO_MARK = Pattern.compile("[^ ,;:()\\[\\]'\"]+");

    private static final String OF_HTTP_AND_JAVA = """
            HTTP/1.1 HTTP/2 header parser received no bytes
            HTTP connect timed out request timed out
            parsing HTTP/1.1 status line, receiving
            EOF reached while reading
            fixed content-length, bytes received
            chunked transfer encoding, state
            READING_LENGTH READING_DATA DONE Content-Length Transfer-Encoding
            Invalid chunk header byte Illegal invalid chunk end of stream
            Invalid status line
            Invalid character in header name or value
            malformed response: Bad header name
            Unexpected end of header block
            unexpected content length header with response
            protocol error PROTOCOL_ERROR no status code in response
            too many concurrent streams, too many interim responses, too many retries
            Received RST_STREAM: Stream not processed, Internal error, Refused stream, Stream cancelled
            GOAWAY received, Flow control error, Enhance your calm, Use HTTP/1.1 for request, request not processed by peer
            Connection refused, Connection reset by peer, Connection timed out, Connection closed locally, Broken pipe
            Connection closed, Channel closed, closed output, Output closed, subscription cancelled, Request cancelled
            No route to host, Network is unreachable, Host is down, Name or service not known, unresolved address
            Tunnel failed, got: Proxy Authentication Required, Unable to tunnel through proxy, No authenticator set
            WWW-Authenticate Proxy-Authenticate header missing for response code
            Remote host terminated the handshake, Unsupported or unrecognized SSL message
            Received fatal alert: handshake_failure, bad_certificate, certificate_required, certificate_expired,
            certificate_unknown, unknown_ca, protocol_version, internal_error, unrecognized_name, access_denied
            unsupported_certificate, certificate_revoked, insufficient_security, no_application_protocol, close_notify
            PKIX path building failed, PKIX path validation failed, validity check failed, signature check failed
            sun.security.validator.ValidatorException sun.security.provider.certpath.SunCertPathBuilderException
            java.security.cert.CertPathValidatorException java.security.cert.CertificateExpiredException
            java.security.cert.CertificateNotYetValidException java.security.cert.CertificateException
            java.io.IOException java.net.ConnectException java.net.SocketException java.io.EOFException
            java.net.ProtocolException javax.net.ssl.SSLHandshakeException javax.net.ssl.SSLException
            java.nio.channels.ClosedChannelException java.nio.channels.UnresolvedAddressException
            unable to find valid certification path to requested target, timestamp check failed, NotAfter, NotBefore
            Path does not chain with any of the trust anchors, Algorithm constraints check failed on
            No subject alternative DNS names present, No subject alternative IP address, No name matching found
            The server selected protocol version is not accepted by client preferences TLSv1.2 TLSv1.3
            No appropriate protocol, protocol is disabled or cipher suites are inappropriate
            No negotiable cipher suite, Extended key usage does not permit use for TLS server authentication
            Continue Created Accepted Moved Permanently Found See Other Temporary Redirect
            Payment Required, Conflict, Gone, Length Required, Precondition Failed, Content Too Large, URI Too Long
            Unprocessable Content, Too Many Requests, Request Header Fields Too Large, Not Implemented, Bad Gateway
            Gateway Timeout, Service Temporarily Unavailable, upstream, backend, maintenance, try again later
            API key is missing, invalid, expired, revoked, blocked, suspended, not valid, not registered, not permitted
            access denied, permission, quota exceeded, rate limit, daily, limit reached, per day, per second
            unknown, incorrect, wrong, missing required parameter, field, member, body, value, format, type, length, size
            JSON, UTF-8, application/json, text/html, text/plain, charset, Accept, Content-Type, media type, encoding
            user, account, company, service, partner, consumer, client, server, system, database, error, failure, exception
            comId, srvId, reqIdConsumer, reqIdPlatform, korName, vtAccNo, vtAccAlias, apikey, commonHeader
            an and be by can cannot could did do for from has have if in it must of that this was were with your
            요청 응답 오류 오류가 발생했습니다 발생하였습니다 잘못된 잘못되었습니다 올바르지 않습니다 유효하지 않은 존재하지 않는 없습니다
            인증 인증에 실패 실패했습니다 실패하였습니다 권한이 권한 접근 거부 차단 만료 만료된 만료되었습니다 초과 초과했습니다 초과하였습니다
            사용자 회원 회원이 아닙니다 이용자 이용기관 기업 서비스 계좌 가상계좌 동의 키 값 값이 형식 형식이 길이 길이가 필수 항목이 누락되었습니다
            시스템 서버 내부 점검 중입니다 잠시 후 다시 시도하십시오 시도해 주세요 주십시오 일일 한도 호출 횟수 네트워크 시간 연결 통신
            """;

    private static final Set<String> ALL = Stream.concat(
                    ServiceLinkageApi.ERROR_BODIES.stream(), Stream.of(OF_HTTP_AND_JAVA))
            .flatMap(text -> WORD.matcher(text).results())
            .map(word -> key(word.group()))
            .filter(word -> word.codePointCount(0, word.length()) > 1
                    && word.codePoints().anyMatch(Character::isLetter))
            .collect(Collectors.toUnmodifiableSet());

    private KnownWords() {}

    /** The text with every other word replaced, and nothing between words but a mark and a space. */
    static String of(String text, UnaryOperator<String> replacement) {
        StringBuilder shown = new StringBuilder();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            shown.append(marks(text.substring(end, word.start())));
            shown.append(ALL.contains(key(word.group())) ? word.group() : replacement.apply(word.group()));
            end = word.end();
        }
        return shown.append(marks(text.substring(end))).toString();
    }

    private static String marks(String between) {
        String marks = NO_MARK.matcher(between).replaceAll(" ");
        return marks.length() <= 2 ? marks : marks.substring(0, 1) + marks.substring(marks.length() - 1);
    }

    /** Without the stop of a sentence, and in small letters. */
    private static String key(String word) {
        String bare = word.replaceFirst("[.!?]+$", "");
        return bare.toLowerCase(Locale.ROOT);
    }
}
