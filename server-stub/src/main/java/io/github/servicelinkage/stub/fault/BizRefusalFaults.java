package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.RequestMember.CONSENT;
import static io.github.servicelinkage.stub.fault.RequestMember.REGISTRATION;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.function.BiPredicate;

/** BIZ: errors instead of what is to be said of a person. */
final class BizRefusalFaults {
    private static final Text OTHERS =
            new Text("문서 예시의 사람이 아닌 회원", "members other than the person of the document's example");
    private static final Text NON_MEMBERS = new Text("비회원", "people who are not members");

    private BizRefusalFaults() {}

    static List<Fault> faults() {
        return List.of(
                refuses(
                        "responds-404-to-other-members-on-registration",
                        "LNK-BIZ-01",
                        OTHERS,
                        REGISTRATION,
                        (next, request) -> BizFaults.isMember(next, request) && isOther(request),
                        ErrorResponse.NOT_FOUND),
                refuses(
                        "responds-404-to-other-members-on-consent",
                        "LNK-BIZ-03",
                        OTHERS,
                        CONSENT,
                        (next, request) -> !BizFaults.accounts(next, request).isEmpty() && isOther(request),
                        ErrorResponse.NOT_FOUND),
                refuses(
                        "responds-404-to-members-without-accounts",
                        "LNK-BIZ-04",
                        new Text("계좌 없는 회원", "members without accounts"),
                        CONSENT,
                        (next, request) -> BizFaults.isMember(next, request)
                                && BizFaults.accounts(next, request).isEmpty(),
                        ErrorResponse.NOT_FOUND),
                refuses(
                        "responds-404-to-non-members",
                        "LNK-BIZ-02",
                        NON_MEMBERS,
                        REGISTRATION,
                        (next, request) -> !BizFaults.isMember(next, request),
                        ErrorResponse.NOT_FOUND),
                refuses(
                        "responds-3007-to-non-members",
                        "LNK-BIZ-02",
                        NON_MEMBERS,
                        REGISTRATION,
                        (next, request) -> !BizFaults.isMember(next, request),
                        ErrorResponse.USER_NOT_FOUND));
    }

    private static Fault refuses(
            String name,
            String requirement,
            Text whom,
            Route<?, ?> route,
            BiPredicate<Handler, Request> which,
            ErrorResponse error) {
        return new Fault(
                name,
                requirement,
                new Text("%2$s 조회에서 %1$s에게 %3$s로 응답한다.", "On %2$s the response about %1$s is %3$s.")
                        .with(whom, route.path(), error.status()),
                Rewrite.on(route, (next, setup) -> request -> {
                    Response response = next.handle(request);
                    return response.status() == 200 && which.test(next, request) ? Response.error(error) : response;
                }));
    }

    private static boolean isOther(Request request) {
        return !People.in(request).ci().equals(People.EXAMPLE.ci());
    }
}
