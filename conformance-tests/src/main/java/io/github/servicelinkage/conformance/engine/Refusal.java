package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Content;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Why a control was not accepted, as far as its response alone tells, with what to do about it.
 *
 * @param context what the control was planned from
 * @param target the target
 */
record Refusal(PlanContext context, Target target) {
    /** Name of the contract's error for a locked key. */
    static final String LOCKED = "AccountLocked";

    private static final Text PARTNER = new Text(
            "이 키로는 쓸 수 없는 이용기관 코드입니다. 키와 함께 발급된 comId와 srvId를 --subjects 파일에 적으십시오.",
            "The company and service codes are not allowed with this key. Put the comId and srvId that were issued with it into the file of --subjects.");

    /** What pages of servers in front say, and what it means. */
    private static final Map<String, Text> PAGES = Map.of(
            "SSL certificate",
            new Text(
                    "앞단의 서버가 클라이언트 인증서(상호 TLS)를 요구합니다. 이 도구에는 클라이언트 인증서가 없으므로 인증서가 필요 없는 경로로 연결하십시오.",
                    "A server in front wants a client certificate (mutual TLS), which the suite does not have. Connect by a way that needs none."),
            "plain HTTP request was sent to HTTPS port",
            new Text(
                    "앞단의 서버가 이 포트에서 TLS를 요구합니다. --url을 https://로 지정하십시오.",
                    "A server in front wants TLS at this port. Give --url with https://."));

    private static final Text SOME_PAGE = new Text(
            "게이트웨이가 아니라 앞단의 서버가 페이지(HTML 등)로 거부한 것으로 보입니다. 클라이언트 인증서나 https를 요구할 수 있습니다. 페이지의 내용은 보고서에 표시하지 않으므로 아래의 curl 명령을 실행하여 확인하십시오.",
            "A server in front seems to refuse it with a page (such as HTML), perhaps because it wants a client certificate or https. Reports do not show the page: run the curl line below to read it.");

    private static final Map<Content, Text> BY_CONTENT = Map.of(
            Content.EMPTY,
            new Text(
                    "성공 상태이지만 본문이 비어 있습니다. 이 경로를 게이트웨이가 처리하는지 확인하십시오.",
                    "It calls it a success, but the body is empty. See whether the gateway serves this path."),
            Content.PAGE,
            new Text(
                    "성공 상태이지만 본문이 JSON이 아니라 페이지(HTML)입니다. 로그인 화면이나 프록시의 안내 화면일 수 있으니 --url을 확인하십시오.",
                    "It calls it a success, but the body is a page (HTML), such as that of a login or a proxy, and no JSON. Check --url."),
            Content.TEXT,
            new Text(
                    "성공 상태이지만 본문이 JSON이 아닙니다. --url을 확인하십시오.",
                    "It calls it a success, but the body is no JSON. Check --url."),
            Content.VALUE,
            new Text(
                    "성공 상태이고 본문이 JSON이지만 객체가 아닙니다. 계약의 성공 응답은 JSON 객체입니다. 이 경로를 게이트웨이가 처리하는지 확인하십시오.",
                    "It calls it a success, and the body is JSON, but no object, which every success of the contract is. See whether the gateway serves this path."),
            Content.ERROR,
            new Text(
                    "성공 상태이지만 본문은 오류입니다. 오류는 그에 맞는 상태(4xx, 5xx)로 보내야 합니다.",
                    "It calls it a success, but the body tells of an error. Errors are sent with their own status (4xx, 5xx)."));

    /** That a control got another response than a success. */
    Text fact(CaseExchange control) {
        Response response = control.response().orElseThrow();
        return Text.of(
                "대조 요청을 수락하지 않아(상태 %s) 아무것도 판정하지 못했습니다.",
                "The control request was not accepted (status %s), so nothing was judged.",
                response.errorCode() == response.status() ? response.status() : CaseExchange.code(response));
    }

    /** The same, with what its response says of the reason. */
    Text withReason(CaseExchange control) {
        return fact(control).then(remedy(control, control.response().orElseThrow()));
    }

    /** That a control got no response. */
    Text unanswered(CaseExchange control) {
        Exchange.Failure failure = control.failure().orElseThrow();
        if (failure == Exchange.Failure.TIMEOUT) {
            return Text.of(
                    "대상에 연결했지만 제한 시간(%d초) 안에 응답이 없어 아무것도 판정하지 못했습니다. 느린 원인을 확인하거나 --timeout을 늘리십시오.",
                    "The target was reached but sent no response within %d seconds, so nothing was judged. See why it is slow, or raise --timeout.",
                    target.timeout().toSeconds());
        }
        if (!control.exchange().isUnreachable()) {
            return Text.of(
                    "대상에 연결했지만 응답을 받지 못해 아무것도 판정하지 못했습니다: %s. --url이 게이트웨이의 포트인지 확인하십시오.",
                    "The target was reached but gave no response, so nothing was judged: %s. See that --url names the gateway's port.",
                    failure.text());
        }
        return failure == Exchange.Failure.UNREACHABLE || failure == Exchange.Failure.NO_TLS
                ? Text.of(
                        "대상에 연결할 수 없어 아무것도 판정하지 못했습니다: %s. --url과 대상의 상태를 확인하십시오.",
                        "The target cannot be reached, so nothing was judged: %s. Check --url and whether the target runs.",
                        failure.text())
                : Text.of(
                        "대상과 연결이 성립하지 않아 아무것도 판정하지 못했습니다: %s.",
                        "No connection came about, so nothing was judged: %s.", failure.text());
    }

    /** Whether its response tells the reason, so that more requests would tell nothing more, or make it worse. */
    boolean isPlain(CaseExchange control) {
        Response response = control.response().orElseThrow();
        return context.isError(response, LOCKED) || response.isSuccess() && context.content(control) != Content.ERROR;
    }

    /** The status that the response has or, if it calls itself a success, that its error has. */
    static int status(Response response) {
        int inside = response.errorCode();
        return response.isSuccess() && inside >= 400 && inside < 600 ? inside : response.status();
    }

    private Text remedy(CaseExchange control, Response response) {
        if (response.isSuccess()) {
            return Objects.requireNonNull(BY_CONTENT.getOrDefault(context.content(control), StatusWords.COMPARE))
                    .then(StatusWords.of(status(response), control.request()).orElse(Text.NONE));
        }
        if (response.status() >= 300 && response.status() < 400) {
            return Redirect.words(URI.create(target.url() + control.request().path()), response);
        }
        if (context.isError(response, LOCKED)) {
            return locked();
        }
        if (context.isError(response, "AuthorizationFailed")) {
            return PARTNER;
        }
        if (context.isError(response, "UserNotFound")) {
            return new Text(
                    "요청한 사람을 모릅니다. 게이트웨이가 아는 사람을 --subjects 파일에 적으십시오.",
                    "It does not know the person that was asked for. Give people whom it knows by --subjects.");
        }
        if (response.status() == 403 && context.content(control) == Content.PAGE) {
            return new Text(
                    "웹 방화벽이나 프록시가 페이지로 거부했습니다. 이 컴퓨터의 주소를 허용하도록 요청하십시오.",
                    "A web application firewall or proxy refuses it with a page. Have the address of this machine let through.");
        }
        if (Set.of(404, 405).contains(response.status()) && namesOperation()) {
            return new Text(
                    "--url에 연산의 경로까지 적혀 있습니다. …/v1/common/member까지만 지정하십시오.",
                    "--url names an operation. Give it up to …/v1/common/member only.");
        }
        if (response.status() == 401) {
            Optional<Text> scheme = Challenge.words(response);
            if (scheme.isPresent()) {
                return scheme.get();
            }
        }
        if (response.status() < 500
                && context.content(control) == Content.PAGE
                && StatusWords.of(response.status(), control.request()).isEmpty()) {
            return page(response);
        }
        return meaning(response).then(StatusWords.ofAny(response.status(), control.request()));
    }

    /** What is said of a key that the target has locked. */
    static Text locked() {
        return new Text(
                "키가 잠겼습니다. 틀린 키가 여러 번 오면 잠그는 게이트웨이입니다. 잠금을 푼 뒤 --only로 인증(LNK-AUTH)을 뺀 나머지를 실행하십시오.",
                "The key is locked, as some gateways do after several wrong ones. Have it unlocked, and leave the authentication (LNK-AUTH) out by --only.");
    }

    private static Text page(Response response) {
        return PAGES.entrySet().stream()
                .filter(page -> response.text().contains(page.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(SOME_PAGE);
    }

    /** What the code of its error means, where it is one of the contract's own. */
    Text meaning(Response response) {
        return response.errorCode() == response.status()
                ? Text.NONE
                : context.contract()
                        .errorMeaning(response.status(), response.errorCode())
                        .map(meaning -> Text.of(
                                "계약에서 코드 %d의 뜻은 %s입니다.",
                                "In the contract, code %d means %s.", response.errorCode(), meaning))
                        .orElse(Text.NONE);
    }

    private boolean namesOperation() {
        return context.contract().operations().stream()
                .anyMatch(operation -> target.url().getPath().endsWith(operation.path()));
    }
}
