package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;

/** BIZ: which company and service a request comes from. */
final class BizPartnerFaults {
    private static final RequestMember COMPANY = code("comId");
    private static final RequestMember SERVICE = code("srvId");

    private BizPartnerFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                                "serves-any-partner",
                                "LNK-BIZ-09",
                                new Text(
                                        "길이만 맞으면 어떤 comId와 srvId든 문서 예시의 것으로 본다.",
                                        "Any comId and srvId of the right length are taken for those of the document's example."),
                                Rewrite.acceptJson(request -> {
                                    if (fits(COMPANY, request) && fits(SERVICE, request)) {
                                        asExample(request);
                                    }
                                }))
                        .alsoBlaming("LNK-BIZ-13", "another company is served like any"),
                new Fault(
                        "ignores-service",
                        "LNK-BIZ-10",
                        new Text(
                                "같은 기업의 다른 서비스에 문서 예시의 서비스에 연결한 계좌를 보낸다.",
                                "Another service of the company gets the accounts of the document's example service."),
                        asExample()),
                new Fault(
                        "compares-beginning-of-company",
                        "LNK-BIZ-13",
                        new Text(
                                "기업 코드의 앞 두 글자가 같으면 문서 예시의 기업으로 본다.",
                                "Company codes that begin like the document's example are taken for it."),
                        Rewrite.acceptJson(request -> {
                            if (fits(COMPANY, request) && fits(SERVICE, request) && beginsAsExample(request)) {
                                asExample(request);
                            }
                        })));
    }

    private static boolean beginsAsExample(ObjectNode request) {
        String code = COMPANY.in(request).textValue();
        String example = COMPANY.example().textValue();
        return !code.equals(example) && code.startsWith(example.substring(0, 2));
    }

    /** Responds to other codes of the same company as to the example's. */
    private static Interceptor asExample() {
        return (next, setup) -> request -> {
            Response response = next.handle(request);
            return response.status() == 200 && isOfExampleCompany(request)
                    ? next.handle(request.withBody(Json.changed(request.body(), BizPartnerFaults::asExample)))
                    : response;
        };
    }

    private static boolean isOfExampleCompany(Request request) {
        return Json.object(request.body())
                .map(COMPANY::in)
                .filter(COMPANY.example()::equals)
                .isPresent();
    }

    private static void asExample(ObjectNode request) {
        COMPANY.change(code -> COMPANY.example()).accept(request);
        SERVICE.change(code -> SERVICE.example()).accept(request);
    }

    private static boolean fits(RequestMember member, ObjectNode request) {
        JsonNode code = member.in(request);
        return code.isTextual()
                && !code.textValue().isEmpty()
                && code.textValue().length() <= member.max();
    }

    private static RequestMember code(String name) {
        return RequestMember.all().stream()
                .filter(member -> member.dotted().equals("partner." + name))
                .findFirst()
                .orElseThrow();
    }
}
