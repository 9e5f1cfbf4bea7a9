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

    private static final Text COMPARE = new Text(
            "계약상 유효한 요청을 거부했습니다. 아래의 응답과 게이트웨이의 로그를 확인하십시오.",
            "It refuses a request that the contract says is valid. See the response below, and the gateway's log.");

    private static final Text FAILED =
            new Text("게이트웨이 내부의 오류입니다. 게이트웨이의 로그를 확인하십시오.", "The gateway itself failed. See its log.");

    private static final Text NOBODY_BEHIND = new Text(
            "앞단의 프록시나 로드 밸런서가 게이트웨이에 닿지 못합니다. 게이트웨이가 실행 중인지 확인하십시오.",
            "A proxy or load balancer in front reaches no gateway. See whether the gateway runs.");

    private static final Text PARTNER = new Text(
            "이 키로는 쓸 수 없는 이용기관 코드입니다. 키와 함께 발급된 comId와 srvId를 --subjects 파일에 적으십시오.",
            "The company and service codes are not allowed with this key. Put the comId and srvId that were issued with it into the file of --subjects.");

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
            Map.entry(421, VERSION),
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
            Content.ERROR,
            new Text(
                    "성공 상태이지만 본문은 오류입니다. 오류는 그에 맞는 상태(4xx, 5xx)로 보내야 합니다.",
                    "It calls it a success, but the body tells of an error. Errors are sent with their own status (4xx, 5xx)."));

    private static Text notFound() {
        return new Text(
                "이 주소에 연산이 없습니다. --url을 …/v1/common/member까지 지정했는지 확인하십시오.",
                "No operation is found at this address. See that --url ends in …/v1/common/member.");
    }

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
            Text inside = BY_STATUS.getOrDefault(status(response), Text.NONE);
            return Objects.requireNonNull(BY_CONTENT.getOrDefault(context.content(control), COMPARE))
                    .then(inside);
        }
        if (response.status() >= 300 && response.status() < 400) {
            return redirect(control, response.header("Location").orElse(""));
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
        return BY_STATUS.getOrDefault(response.status(), response.status() / 100 == 5 ? FAILED : COMPARE);
    }

    /** What is said of a key that the target has locked. */
    static Text locked() {
        return new Text(
                "키가 잠겼습니다. 틀린 키가 여러 번 오면 잠그는 게이트웨이입니다. 잠금을 푼 뒤 --only로 인증(LNK-AUTH)을 뺀 나머지를 실행하십시오.",
                "The key is locked, as some gateways do after several wrong ones. Have it unlocked, and leave the authentication (LNK-AUTH) out by --only.");
    }

    private boolean namesOperation() {
        return context.contract().operations().stream()
                .anyMatch(operation -> target.url().getPath().endsWith(operation.path()));
    }

    private Text redirect(CaseExchange control, String location) {
        URI asked = URI.create(target.url() + control.request().path());
        URI to;
        try {
            to = asked.resolve(location);
        } catch (IllegalArgumentException e) {
            to = asked;
        }
        if (!Objects.equals(asked.getHost(), to.getHost())) {
            return new Text(
                    "다른 호스트로 리디렉션합니다(로그인 화면일 수 있음). 키가 다른 곳으로 가지 않도록 리디렉션은 따라가지 않습니다. --url을 확인하십시오.",
                    "It redirects to another host, as to a login. No redirect is followed, so that the key goes nowhere else. Check --url.");
        }
        if ("https".equals(to.getScheme()) && !"https".equals(asked.getScheme())) {
            return new Text(
                    "https로 리디렉션합니다. --url을 https://로 지정하십시오.", "It redirects to https. Give --url with https://.");
        }
        return to.getPath().equals(asked.getPath() + "/")
                ? new Text(
                        "끝에 슬래시(/)가 붙은 경로로 리디렉션합니다. 계약의 경로를 그대로 받도록 고치십시오.",
                        "It redirects to the path with a slash at its end. Have the contract's path taken as it stands.")
                : new Text(
                        "같은 호스트의 다른 경로로 리디렉션합니다(로그인 화면일 수 있음). --url을 확인하십시오.",
                        "It redirects to another path of the same host, as to a login. Check --url.");
    }
}
