package io.github.servicelinkage.conformance.attack;

import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Well-formed and hostile inputs, from which the fuzzer's are made. */
final class FuzzSeeds {

    private static final String JSON = "Content-Type: application/json; charset=utf-8\r\n";
    private static final String ACCOUNTS =
            "{\"serviceTermsExpireDate\":\"20190813\",\"vtAccList\":[{\"comId\":\"00992\","
                    + "\"vtAccNo\":\"160635473367600099\",\"vtAccAlias\":\"diamond\",\"endpoint\":\"https://gateway.example/v1/\"}]}";

    private FuzzSeeds() {}

    /** HTTP/1.1 responses. */
    static List<byte[]> responses() {
        String echo = "{\"category\":\"op-exco\",\"code\":3007,\"message\":\"no user " + SandboxPerson.NAME + " "
                + SandboxPerson.CI + " " + MockGateway.DEFAULT_API_KEY + "\",\"description\":\"" + SandboxPerson.CI
                + "\"}";
        return bytes(Stream.concat(
                Stream.of(
                        response("200 OK", JSON, "{\"result\":\"member\",\"commonTermsExpireDate\":\"20181105\"}"),
                        response("200 OK", JSON, "{\"result\":\"nonMember\"}"),
                        response(
                                "200 OK",
                                JSON + "X-RateLimit-Limit-Day: 1000\r\nX-RateLimit-Remaining-Day: 9\r\n",
                                ACCOUNTS),
                        response("200 OK", JSON, "{\"vtAccList\":[]}"),
                        response(
                                "400 Bad", JSON, "{\"category\":\"op-apim\",\"code\":3001,\"message\":\"Invalid ci\"}"),
                        response("401 No", JSON, "{\"message\":\"No API key found in request\"}"),
                        response("403 No", JSON, "{\"category\":\"op-apim\",\"code\":403,\"message\":\"Forbidden\"}"),
                        response(
                                "404 No",
                                "Content-Type: text/html\r\n",
                                "<html><b>Not Found</b> at java.lang.X.y(X.java:1)</html>"),
                        response("500 X", JSON, echo),
                        response(
                                "500 X",
                                "Content-Type: text/plain; charset=EUC-KR\r\nServer: x\r\n",
                                "ORA-0001: SELECT a FROM b " + SandboxPerson.CI),
                        response("302 Found", "Location: https://gateway.example/?" + SandboxPerson.CI + "\r\n", ""),
                        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                                + response("200 OK", JSON, "{\"result\":\"nonMember\"}"),
                        "HTTP/1.1 100 Continue\r\n\r\n" + response("400 X", JSON, echo),
                        "HTTP/1.1 200 OK\r\n" + JSON
                                + "Transfer-Encoding: chunked\r\n\r\n16\r\n{\"result\":\"nonMember\"}\r\n0\r\nX: y\r\n\r\n",
                        "HTTP/1.0 200 OK\r\n" + JSON + "\r\n" + ACCOUNTS,
                        response("204 No Content", "", ""),
                        response("401 No", "WWW-Authenticate: Basic realm=\"x\"\r\n" + JSON, echo),
                        response("407 No", "Proxy-Authenticate: Basic realm=\"x\"\r\n", ""),
                        response(
                                "200 OK",
                                JSON + "Content-Encoding: gzip\r\nSet-Cookie: a=" + SandboxPerson.CI + "\r\n",
                                "\u001f\u008b\b")),
                Attack.of("client-http.yaml").map(Attack::text)));
    }

    /** Requests to the mock gateway. */
    static List<byte[]> requests() {
        String registration =
                "{\"partner\":{\"comId\":\"F0995\",\"srvId\":\"297\"},\"commonHeader\":{\"reqIdConsumer\":\"a1\",\"ci\":\""
                        + SandboxPerson.CI + "\"},\"body\":{\"korName\":\"" + SandboxPerson.NAME + "\"}}";
        List<String> seeds = new ArrayList<>(
                List.of(
                        request("POST", "/register/search", "", registration),
                        request("POST", "/consent/search", "", registration),
                        request("POST", "/register/search", "Expect: 100-continue\r\n", registration),
                        request("GET", "/register/search", "", ""),
                        request(
                                "OPTIONS",
                                "/consent/search",
                                "Origin: https://x.example\r\nAccess-Control-Request-Method: POST\r\n",
                                ""),
                        request(
                                "POST",
                                "/register/search?ci=" + SandboxPerson.CI,
                                "Cookie: a=b; c=\"d\"\r\nX-Forwarded-For: 1.2.3.4\r\n",
                                registration),
                        request("POST", "/register/search", "", registration)
                                + request("POST", "/consent/search", "", registration),
                        "GET /health HTTP/1.1\r\nHost: a\r\n\r\n",
                        "GET /metrics HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                        "POST /v1/common/member/register/search HTTP/1.1\r\nHost: a\r\napikey: "
                                + MockGateway.DEFAULT_API_KEY
                                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n",
                        "GET /health HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0006\u0004\u0000\u0000\u0000\u0000\u0000\u0000\u0003\u0000\u0000\u0000d"));
        for (String step : MockGateway.scenarios().keySet()) {
            if (!step.contains("delay")) {
                seeds.add(request(
                        "POST", "/register/search", MockGateway.SCENARIO_HEADER + ": " + step + "\r\n", registration));
            }
        }
        return bytes(seeds.stream());
    }

    /** Data files of the mock gateway. */
    static List<byte[]> dataFiles() {
        String all = resource("/io/github/servicelinkage/stub/data/people.yaml");
        String few = all.substring(0, all.indexOf("  - situation: \"sandbox: no account\""));
        return bytes(Stream.of(
                few,
                "partners: [{ comId: F0995, services: [\"297\"] }]\npeople: [{ ci: A+/=, korName: 가나다 }]\n",
                few.replace("      ", "\t"),
                "---\n" + few + "...\n"));
    }

    /** Subjects files of the suite. */
    static List<byte[]> subjectsFiles() {
        String sandbox = resource("/service-linkage/sandbox-subjects.yaml");
        return bytes(
                Stream.of(
                        sandbox,
                        sandbox.replaceAll("(?m)^#.*\n", ""),
                        "partner: { comId: F0995, srvId: \"297\" }\nsubjects:\n  member-with-accounts: { ci: A, korName: 가, vtAccNos: [\"1\"] }\n"));
    }

    /** Waivers files of the suite. */
    static List<byte[]> waiversFiles() {
        return bytes(Stream.of(
                "- requirement: LNK-HTTP-04\n  owner: gateway team\n  reason: The load balancer; fixed with 12\n  expires: 2027-03-31\n",
                "- { requirement: LNK-AUTH-01, owner: \"a\", reason: 이유, expires: \"2026-11-30\" }\n- { requirement: LNK-RES-01 }\n",
                "- { requirement: %s, owner: %s, reason: %s, expires: 2026-11-30, %s: \"%s\" }\n"
                        .formatted(
                                SandboxPerson.ACCOUNT,
                                SandboxPerson.CI,
                                SandboxPerson.NAME,
                                SandboxPerson.NAME,
                                MockGateway.DEFAULT_API_KEY)));
    }

    /** Earlier reports, as {@code --replay} and {@code --baseline} take them. */
    static List<byte[]> reports() {
        return bytes(Stream.of(
                "{\"verdict\":\"NON_CONFORMANT\",\"results\":[{\"check\":\"LNK-AUTH-01/searchConsent\",\"status\":\"failed\"},"
                        + "{\"check\":\"LNK-RES-01/searchRegistration\",\"status\":\"passed\"}]}",
                "{\"results\":[{\"check\":\"%s\",\"status\":\"failed\"},{\"check\":\"%s\",\"status\":\"passed\"}]}"
                        .formatted(SandboxPerson.CI, SandboxPerson.NAME),
                "{\"results\":[]}"));
    }

    /** Pacts of consumers. */
    static List<byte[]> pacts() {
        String interaction =
                "{\"consumer\":{\"name\":\"c\"},\"provider\":{\"name\":\"p\"},\"interactions\":[{\"description\":\"d\","
                        + "\"providerStates\":[{\"name\":\"member-with-accounts\",\"params\":{\"a\":1}}],\"request\":{\"method\":\"POST\",\"path\":\"/register/search\","
                        + "\"headers\":{\"apikey\":\"x\",\"Content-Type\":\"application/json\"},\"body\":{\"body\":{\"korName\":\"가\"}},"
                        + "\"generators\":{\"body\":{\"$.body.korName\":{\"type\":\"ProviderState\",\"expression\":\"${korName}\"}}}},"
                        + "\"response\":{\"status\":200,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{\"result\":\"member\"},"
                        + "\"matchingRules\":{\"body\":{\"$.result\":{\"matchers\":[{\"match\":\"regex\",\"regex\":\"[a-z]+\"}]}}}}}],"
                        + "\"metadata\":{\"pactSpecification\":{\"version\":\"3.0.0\"}}}";
        return bytes(Stream.of(
                resource("/service-linkage/pacts/service-linkage-client-service-linkage-gateway.json"),
                interaction,
                interaction
                        .replace("\"c\"", "\"" + SandboxPerson.NAME + "\"")
                        .replace("\"d\"", "\"" + SandboxPerson.CI + "\""),
                interaction.replace("member\"", SandboxPerson.ACCOUNT + "\"").replace("가", SandboxPerson.NAME),
                "{\"consumer\":{\"name\":\"c\"},\"provider\":{\"name\":\"p\"},\"messages\":[{\"description\":\"d\",\"contents\":{}}],"
                        + "\"metadata\":{\"pactSpecification\":{\"version\":\"2.0.0\"}}}"));
    }

    private static String response(String status, String fields, String body) {
        return "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String request(String method, String path, String fields, String body) {
        return method + " /v1/common/member" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\napikey: "
                + MockGateway.DEFAULT_API_KEY
                + "\r\nContent-Type: application/json; charset=utf-8\r\nAccept: application/json\r\n"
                + fields + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static List<byte[]> bytes(Stream<String> seeds) {
        return seeds.map(seed -> seed.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(SubjectsFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
