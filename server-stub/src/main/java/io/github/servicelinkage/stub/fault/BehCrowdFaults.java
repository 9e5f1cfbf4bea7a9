package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** BEH: what goes wrong when many requests come, and many at once. */
final class BehCrowdFaults {
    private static final int FLAKY = 37;
    private static final int TOO_MANY = 3;
    private static final int POOL = 20;

    private BehCrowdFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "fails-now-and-then",
                        "LNK-BEH-02",
                        new Text(
                                "회원에 대한 Accept 없는 올바른 요청 37건마다 한 번 500/3007로 응답한다.",
                                "Of the valid requests about members without Accept, every 37th gets 500/3007."),
                        BehCrowdFaults::failNowAndThen),
                new Fault(
                        "fails-when-three-are-under-way",
                        "LNK-BEH-02",
                        new Text(
                                "세 요청을 동시에 처리하게 되면 500으로 응답한다.",
                                "As soon as three requests are under way, the response is 500."),
                        BehCrowdFaults::failInCrowd),
                new Fault(
                        "mixes-people-up-beyond-twenty",
                        "LNK-BEH-04",
                        new Text(
                                "20개가 넘는 요청을 동시에 처리하게 되면 바로 앞 요청의 응답을 보낸다.",
                                "With more than 20 requests under way, each gets the response of the one before."),
                        BehCrowdFaults::mixUpInCrowd));
    }

    private static Handler failNowAndThen(Handler next, Interceptor.Setup setup) {
        AtomicInteger count = new AtomicInteger();
        return request -> {
            Response response = next.handle(request);
            return response.status() == 200
                            && !request.headers().contains("Accept")
                            && BizFaults.isMember(next, request)
                            && count.incrementAndGet() % FLAKY == 0
                    ? Response.error(ErrorResponse.USER_NOT_FOUND)
                    : response;
        };
    }

    private static Handler failInCrowd(Handler next, Interceptor.Setup setup) {
        UnderWay requests = new UnderWay();
        return request -> {
            int underWay = requests.arrived();
            Response response = next.handle(request);
            boolean fails = underWay >= TOO_MANY && response.status() == 200;
            return UnderWay.late(fails ? Response.error(ErrorResponse.INTERNAL_SERVER_ERROR) : response, underWay);
        };
    }

    private static Handler mixUpInCrowd(Handler next, Interceptor.Setup setup) {
        UnderWay requests = new UnderWay();
        Map<String, Response> before = new ConcurrentHashMap<>();
        return request -> {
            int underWay = requests.arrived();
            Response response = next.handle(request);
            if (response.status() == 200) {
                Response previous = before.put(request.path(), response);
                response = underWay > POOL && previous != null ? previous : response;
            }
            return UnderWay.late(response, underWay);
        };
    }
}
