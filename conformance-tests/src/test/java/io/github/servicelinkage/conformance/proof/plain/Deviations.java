package io.github.servicelinkage.conformance.proof.plain;

import static io.github.servicelinkage.conformance.proof.plain.PlainMember.CI;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.NAME;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.REFERENCE;
import static io.github.servicelinkage.conformance.proof.plain.PlainMember.UNUSED;

import io.github.servicelinkage.conformance.result.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Gateways that refuse the very first request, each for one reason: what a team meets that runs the suite for the first time. */
final class Deviations {
    private static final PlainResponse UNAUTHORIZED =
            PlainResponse.json(401, Map.of("message", "No API key found in request"));
    private static final PlainResponse LOGIN =
            PlainResponse.text(200, "text/html", "<!DOCTYPE html><html><form>Sign in</form></html>");

    private static final PlainResponse BLOCKED =
            PlainResponse.text(403, "text/html", "<html>Request Rejected. Your support ID is: 123</html>");

    private Deviations() {}

    /**
     * A deviation.
     *
     * @param name what is different
     * @param change makes the gateway so
     * @param url makes the URL that is given of the right one
     * @param verdict the verdict
     * @param failed the requirements that fail; none where many do
     * @param sentence what is said, or its decisive part
     */
    record Deviation(
            String name,
            Consumer<PlainRules> change,
            UnaryOperator<String> url,
            Verdict verdict,
            List<String> failed,
            String sentence) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Deviation> all() {
        return List.of(
                broken(
                        "requires reqIdPlatform",
                        "LNK-REQ-10",
                        "only with an empty reqIdPlatform",
                        rules -> rules.member(UNUSED, PlainMember::mandatory)),
                broken(
                        "takes no reqIdConsumer",
                        List.of("LNK-REQ-16", "LNK-LEN-05"),
                        "only without reqIdConsumer",
                        rules -> rules.read(
                                PlainTree.refusing(root -> root.at(REFERENCE).isTextual()))),
                broken(
                        "takes no hyphen in reqIdConsumer",
                        List.of("LNK-REQ-16", "LNK-LEN-05"),
                        "only with letters alone in reqIdConsumer",
                        rules -> rules.read(PlainTree.refusing(
                                root -> !root.at(REFERENCE).asText().matches("[A-Za-z0-9]*")))),
                broken(
                        "requires a charset",
                        "LNK-MEDIA-01",
                        "only with charset=utf-8",
                        rules -> rules.isJson = type -> type.toLowerCase(java.util.Locale.ROOT)
                                .replace(" ", "")
                                .equals("application/json;charset=utf-8")),
                broken(
                        "requires the charset in capitals",
                        "LNK-MEDIA-01",
                        "only with charset=UTF-8",
                        rules -> rules.isJson = "application/json;charset=UTF-8"::equals),
                broken(
                        "requires the media type in capitals",
                        "LNK-MEDIA-01",
                        "only with the media type in capitals",
                        rules -> rules.isJson = "APPLICATION/JSON"::equals),
                broken(
                        "requires Accept",
                        "LNK-HTTP-07",
                        "only with Accept: application/json",
                        rules -> rules.instead(
                                request -> request.header("Accept").isEmpty(),
                                request -> PlainResponse.error(406, "There is JSON only."))),
                broken(
                        "looks for Apikey",
                        "LNK-AUTH-08",
                        "only with the key header spelled Apikey",
                        rules -> rules.instead(named("Apikey").negate(), request -> UNAUTHORIZED)),
                broken(
                        "looks for apiKey",
                        "LNK-AUTH-08",
                        "only with the key header spelled apiKey",
                        rules -> rules.instead(named("apiKey").negate(), request -> UNAUTHORIZED)),
                broken(
                        "looks for APIKEY",
                        "LNK-AUTH-08",
                        "only with the key header spelled APIKEY",
                        rules -> rules.instead(
                                named("APIKEY").negate(), request -> PlainResponse.error(400, "No key."))),
                broken(
                        "refuses programs",
                        "LNK-AUTH-01",
                        "only with another User-Agent",
                        rules -> rules.instead(
                                request ->
                                        !request.header("User-Agent").orElse("").startsWith("Mozilla"),
                                request -> PlainResponse.text(403, "text/html", "<html>Request blocked</html>"))),
                broken(
                        "requires X-Request-Id",
                        "LNK-AUTH-01",
                        "only with headers that the contract does not ask for",
                        rules -> rules.instead(
                                request -> request.header("X-Request-Id").isEmpty(),
                                request -> PlainResponse.error(400, "No id."))),
                broken(
                        "takes no ci of 88 characters",
                        "LNK-LEN-16",
                        "It refuses a ci of 88 characters and accepts one of 64.",
                        rules -> rules.member(CI, member -> member.max(64))),
                broken(
                        "takes no name of three characters",
                        "LNK-LEN-12",
                        "It refuses a name of 3 characters and accepts one of 1.",
                        rules -> rules.member(NAME, member -> member.max(2))),
                unclear(
                        "reads X-API-Key",
                        "reads the key from X-API-Key and not",
                        rules -> keyIn(rules, "X-API-Key", key -> key)),
                unclear(
                        "reads Api-Key",
                        "reads the key from Api-Key and not",
                        rules -> keyIn(rules, "Api-Key", key -> key)),
                unclear(
                        "reads a bearer token",
                        "reads the key from Authorization: Bearer and not",
                        rules -> keyIn(rules, "Authorization", key -> "Bearer " + key)),
                unclear(
                        "reads Authorization",
                        "reads the key from Authorization and not",
                        rules -> keyIn(rules, "Authorization", key -> key)),
                unclear(
                        "reads the query",
                        "reads the key from the query",
                        rules -> rules.knowsKey =
                                (request, key) -> request.query().equals("apikey=" + key)),
                unclear(
                        "another key",
                        "The key was refused. See that LINKAGE_API_KEY",
                        rules -> rules.knowsKey = (request, key) -> false),
                unclear(
                        "locked key",
                        "The key is locked",
                        rules -> rules.instead(
                                request -> true,
                                request -> PlainResponse.error(401, 2003, "op-auth", "Account Locked"))),
                unclear(
                        "unknown partner",
                        "The company and service codes are not allowed with this key",
                        rules -> rules.knowsPartner = asked -> false),
                unclear(
                        "address filter",
                        "A web application firewall or proxy refuses it with a page",
                        rules -> always(rules, PlainResponse.text(403, "text/html", "<h1>403 Forbidden</h1>"))),
                unclear("forbidden", "Access is forbidden", rules -> always(rules, PlainResponse.error(403, "No."))),
                unclear(
                        "no such path",
                        "No operation is found at this address",
                        rules -> always(rules, PlainResponse.error(404, "No."))),
                address("URL with the operation", "--url names an operation", url -> url + "/register/search"),
                address(
                        "URL without path",
                        "The path is missing in --url",
                        url -> url.replace("/v1/common/member", "")),
                unclear("wants a slash", "accepts the path with a slash at its end only", rules -> {
                    var before = rules.path;
                    rules.path = before.andThen(path -> path.endsWith("/") ? path.replaceAll("/$", "") : "/nowhere");
                }),
                unclear(
                        "redirects to a slash",
                        "with a slash at its end",
                        rules -> rules.instead(
                                request -> !request.path().endsWith("/"),
                                request -> redirect(308, request.path() + "/"))),
                unclear(
                        "redirects to https",
                        "It redirects to https",
                        rules -> rules.instead(
                                request -> true, request -> redirect(301, "https://127.0.0.1" + request.path()))),
                unclear(
                        "redirects to a login",
                        "to another path of the same host",
                        rules -> rules.instead(request -> true, request -> redirect(302, "/login?next=1"))),
                unclear(
                        "redirects to another host",
                        "to another host",
                        rules -> rules.instead(request -> true, request -> redirect(302, "https://login.example/"))),
                unclear("login page", "is a page (HTML)", rules -> always(rules, LOGIN)),
                unclear(
                        "empty success",
                        "the body is empty",
                        rules -> always(rules, PlainResponse.text(200, "text/plain", ""))),
                unclear(
                        "plain text",
                        "the body is no JSON",
                        rules -> always(rules, PlainResponse.text(200, "text/plain", "OK"))),
                unclear(
                        "error inside a success",
                        "the body tells of an error",
                        rules -> always(rules, PlainResponse.error(200, 401, "op-apim", "Unauthorized"))),
                unclear(
                        "another envelope with an error",
                        "the body tells of an error",
                        rules -> always(
                                rules, PlainResponse.json(200, Map.of("resultCode", "E401", "resultMsg", "no")))),
                unclear(
                        "proxy login",
                        "A proxy in between wants a login",
                        rules -> always(rules, PlainResponse.text(407, "text/html", "<p>Log in"))),
                unclear(
                        "nobody behind the proxy",
                        "A proxy or load balancer in front reaches no gateway",
                        rules -> always(rules, PlainResponse.text(502, "text/html", "<h1>Bad Gateway"))),
                unclear(
                        "timeout behind the proxy",
                        "A proxy or load balancer in front reaches no gateway",
                        rules -> always(rules, PlainResponse.text(504, "text/html", "<h1>Gateway Time-out"))),
                unclear(
                        "its own failure",
                        "The gateway itself failed",
                        rules -> always(rules, PlainResponse.error(500, "No."))),
                unclear(
                        "knows nobody",
                        "It does not know the person",
                        rules -> always(rules, PlainResponse.error(500, 3007, "op-exco", "not found user"))),
                unclear(
                        "fails with those whom it knows",
                        "It accepts people whom nobody knows and refuses those of --subjects",
                        rules -> rules.respond =
                                failingFor(rules, asked -> rules.find(asked).isPresent())),
                unclear(
                        "fails with one person",
                        "It refuses the member-with-accounts and accepts the",
                        rules -> rules.respond = failingFor(
                                rules,
                                asked -> asked.ci()
                                        .equals(PlainPeople.MEMBERS.get(0).ci()))),
                unclear(
                        "another version of HTTP",
                        "another version of HTTP",
                        rules -> always(rules, PlainResponse.error(505, "2 only"))),
                unclear(
                        "wants an upgrade",
                        "another version of HTTP",
                        rules -> always(rules, PlainResponse.error(426, "h2c"))),
                unclear("media type", "It does not take application/json", rules -> rules.isJson = type -> false),
                broken(
                        "compares the media type with the document's own spelling",
                        "LNK-MEDIA-01",
                        "only with Content-Type: Application/json; charset=utf-8",
                        rules -> rules.instead(
                                request -> !request.header("Content-Type")
                                        .equals(Optional.of(
                                                request.path().endsWith(PlainOperation.CONSENT.path())
                                                        ? "Application/json"
                                                        : "Application/json; charset=utf-8")),
                                request -> PlainResponse.error(415, "No."))),
                broken(
                        "requires a charset and reqIdPlatform",
                        "LNK-MEDIA-01",
                        "only with charset=utf-8, and also with an empty reqIdPlatform",
                        rules -> {
                            rules.isJson = type -> type.contains("charset");
                            rules.member(UNUSED, PlainMember::mandatory);
                        }),
                unclear(
                        "requires a charset, and refuses all even so",
                        "Sent with charset=utf-8, it is refused with 400/3003 instead",
                        rules -> {
                            rules.isJson = type -> type.contains("charset");
                            rules.read(PlainTree.refusing(root -> true));
                            rules.errors(response -> response.status() == 400
                                    ? PlainResponse.error(400, 3003, "op-exco", "No.")
                                    : response);
                        }),
                broken(
                        "blocks bodies that are not ASCII, by a page",
                        "LNK-JSON-11",
                        "only with \\u escapes in place of Hangul",
                        rules -> rules.instead(
                                request -> body(request).chars().anyMatch(c -> c >= 0x80), request -> BLOCKED)),
                broken(
                        "refuses bodies that are not ASCII",
                        "LNK-JSON-11",
                        "only with \\u escapes in place of Hangul",
                        rules -> rules.instead(
                                request -> body(request).chars().anyMatch(c -> c >= 0x80),
                                request -> PlainResponse.error(400, "ASCII only."))),
                broken(
                        "blocks a plus sign, by a page",
                        "LNK-LEN-16",
                        "It refuses a ci with + / =",
                        rules -> rules.instead(request -> body(request).contains("+"), request -> BLOCKED)),
                broken(
                        "refuses a ci in Base64",
                        "LNK-LEN-16",
                        "It refuses a ci with + / =",
                        rules -> rules.read(
                                PlainTree.refusing(root -> root.at(CI).asText().matches(".*[+/=].*")))),
                unclear(
                        "another host",
                        "Check the host and port of --url.",
                        rules -> always(rules, PlainResponse.error(421, "Misdirected Request"))),
                unclear(
                        "wants a signature",
                        "asks for another authentication (WWW-Authenticate: HMAC)",
                        rules -> always(
                                rules,
                                UNAUTHORIZED.withHeader("www-authenticate", "hmac realm=\"gw\", headers=\"date\""))),
                unclear(
                        "wants a token",
                        "asks for another authentication (WWW-Authenticate: Bearer)",
                        rules -> always(rules, UNAUTHORIZED.withHeader("www-authenticate", "Bearer error=\"x\""))),
                unclear(
                        "asks for a scheme that nobody knows",
                        "The key was refused",
                        rules -> always(rules, UNAUTHORIZED.withHeader("www-authenticate", "Secret realm=\"x\""))),
                unclear(
                        "wants a client certificate",
                        "A server in front wants a client certificate",
                        rules -> always(
                                rules,
                                PlainResponse.text(
                                        400,
                                        "text/html",
                                        "<html><title>400 No required SSL certificate was sent</title></html>"))),
                unclear(
                        "wants TLS",
                        "A server in front wants TLS at this port",
                        rules -> always(
                                rules,
                                PlainResponse.text(
                                        400,
                                        "text/html",
                                        "<html><h1>The plain HTTP request was sent to HTTPS port</h1></html>"))),
                unclear(
                        "refuses with a page",
                        "run the curl line below to read it",
                        rules -> always(rules, PlainResponse.text(400, "text/html", "<h1>Bad Request"))),
                unclear(
                        "redirects to a query",
                        "It redirects to the same path with a query",
                        rules -> rules.instead(
                                request -> request.query().isEmpty(),
                                request -> redirect(307, request.path() + "?sid=abc"))),
                unclear(
                        "redirects to itself",
                        "It redirects to the very address that was asked for",
                        rules -> rules.instead(request -> true, request -> redirect(308, request.path()))),
                unclear(
                        "redirects to another port",
                        "to another port or scheme of the same host",
                        rules -> rules.instead(
                                request -> true, request -> redirect(302, "http://127.0.0.1:1" + request.path()))),
                unclear(
                        "redirects to no URL",
                        "its Location is no valid URL",
                        rules -> rules.instead(request -> true, request -> redirect(302, "http://[/"))),
                unclear(
                        "has several choices",
                        "and no address (Location) with it",
                        rules -> always(rules, PlainResponse.text(300, "text/plain", ""))),
                unclear(
                        "was not modified",
                        "and no address (Location) with it",
                        rules -> always(rules, PlainResponse.text(304, "text/plain", ""))),
                unclear(
                        "null",
                        "the body is JSON, but no object",
                        rules -> always(rules, PlainResponse.text(200, "application/json", "null"))),
                unclear(
                        "a string",
                        "the body is JSON, but no object",
                        rules -> always(rules, PlainResponse.text(200, "application/json", "\"OK\""))),
                unclear(
                        "an empty list",
                        "the body is JSON, but no object",
                        rules -> always(rules, PlainResponse.text(200, "application/json", "[]"))),
                unclear(
                        "takes small bodies only",
                        "It calls the body too large, although it has only ",
                        rules -> always(rules, PlainResponse.error(413, "No."))),
                unclear(
                        "takes few header fields only",
                        "It calls the header fields too large, although they have only about ",
                        rules -> always(rules, PlainResponse.error(431, "No."))),
                unclear(
                        "wants what no contract has",
                        "In the contract, code 3003 means RequiredItemMissing",
                        rules -> always(rules, PlainResponse.error(400, 3003, "op-exco", "certDn"))),
                unclear(
                        "refuses all",
                        "It refuses a request that the contract says is valid",
                        rules -> always(rules, PlainResponse.error(400, "No."))),
                unclear(
                        "closes",
                        "the connection was closed before the response",
                        rules -> always(rules, PlainResponse.NONE)));
    }

    /** Gateways that accept the first request, and of which something shows on the way. */
    static List<Deviation> onTheWay() {
        return List.of(
                broken("takes the key at first only", List.of("LNK-AUTH-01"), "", rules -> expiring(rules, 4)),
                unclear("has a key that expires", "may have expired", rules -> expiring(rules, 100)),
                unclear("blocks whoever sends many requests", "may block the address", rules -> {
                    AtomicInteger requests = new AtomicInteger();
                    rules.errors(response -> response);
                    var before = rules.respond;
                    rules.respond = asked -> requests.incrementAndGet() > 60
                            ? PlainResponse.text(403, "text/html", "<html>blocked</html>")
                            : before.apply(asked);
                }),
                unclear("locks a key after five wrong ones", "The key is locked", rules -> locking(rules, 2003)),
                unclear(
                        "refuses a key after five wrong ones",
                        "locked after several wrong ones",
                        rules -> locking(rules, 401)),
                broken(
                        "takes each reqIdConsumer once",
                        List.of("LNK-AUTH-01", "LNK-REQ-16"),
                        "only with a reqIdConsumer that was never sent before",
                        rules -> {
                            Set<String> seen = ConcurrentHashMap.newKeySet();
                            rules.read(PlainTree.refusing(root -> root.has("partner")
                                    && !root.at(REFERENCE).asText().isEmpty()
                                    && !seen.add(root.at(REFERENCE).asText() + root.at(CI) + root.path("unknown"))));
                        }),
                broken(
                        "sends errors as successes",
                        List.of(),
                        "Errors come with a status of success",
                        rules -> rules.errors(response -> response.withStatus(200))),
                broken(
                        "knows other people",
                        List.of(),
                        "The target does not know the member-with-accounts that was asked for",
                        rules -> rules.find = asked -> Optional.empty()),
                broken(
                        "has not deployed one operation",
                        "LNK-AUTH-01",
                        "searchConsent: The control request was not accepted (status 404)",
                        rules -> rules.instead(
                                request -> request.path().endsWith(PlainOperation.CONSENT.path()),
                                request -> PlainResponse.error(404, "No."))),
                broken(
                        "wraps its data",
                        List.of(),
                        "",
                        rules -> rules.data(data -> Map.of("resultCode", "0000", "data", data))));
    }

    private static void expiring(PlainRules rules, int uses) {
        AtomicInteger requests = new AtomicInteger();
        var knowsKey = rules.knowsKey;
        rules.knowsKey = (request, key) -> requests.incrementAndGet() <= uses && knowsKey.test(request, key);
    }

    private static void locking(PlainRules rules, int code) {
        AtomicInteger wrong = new AtomicInteger();
        var knowsKey = rules.knowsKey;
        rules.knowsKey = (request, key) -> {
            boolean isRight = knowsKey.test(request, key);
            if (!isRight && request.header("apikey").isPresent()) {
                wrong.incrementAndGet();
            }
            return isRight && wrong.get() < 5;
        };
        rules.errors(response -> response.status() == 401 && wrong.get() >= 5
                ? PlainResponse.error(401, code, "op-auth", "Account Locked")
                : response);
    }

    private static Deviation broken(String name, String requirement, String sentence, Consumer<PlainRules> change) {
        return broken(name, List.of(requirement), sentence, change);
    }

    private static Deviation broken(
            String name, List<String> requirements, String sentence, Consumer<PlainRules> change) {
        return new Deviation(name, change, UnaryOperator.identity(), Verdict.NON_CONFORMANT, requirements, sentence);
    }

    private static Deviation unclear(String name, String sentence, Consumer<PlainRules> change) {
        return new Deviation(name, change, UnaryOperator.identity(), Verdict.INCONCLUSIVE, List.of(), sentence);
    }

    private static Deviation address(String name, String sentence, UnaryOperator<String> url) {
        return new Deviation(name, rules -> {}, url, Verdict.INCONCLUSIVE, List.of(), sentence);
    }

    private static Predicate<PlainRequest> named(String name) {
        return request ->
                request.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private static void keyIn(PlainRules rules, String header, UnaryOperator<String> value) {
        rules.knowsKey = (request, key) ->
                request.header(header).filter(value.apply(key)::equals).isPresent();
    }

    private static void always(PlainRules rules, PlainResponse response) {
        rules.instead(request -> true, request -> response);
    }

    private static String body(PlainRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static PlainResponse redirect(int status, String location) {
        return PlainResponse.text(status, "text/plain", "").withHeader("location", location);
    }

    private static Function<PlainAsked, PlainResponse> failingFor(PlainRules rules, Predicate<PlainAsked> when) {
        Function<PlainAsked, PlainResponse> before = rules.respond;
        return asked -> when.test(asked) ? PlainResponse.error(500, "No.") : before.apply(asked);
    }
}
