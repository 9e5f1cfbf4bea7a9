package gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import io.javalin.json.JavalinJackson;
import io.javalin.validation.ValidationException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

public final class Gateway {
    record Partner(String comId, String srvId) {}

    record CommonHeader(String reqIdPlatform, String reqIdConsumer, String ci) {}

    record Body(String korName) {}

    record Request(Partner partner, CommonHeader commonHeader, Body body) {}

    record Person(String ci, String korName, Map<String, Object> registration, Map<String, Object> consent) {}

    record Known(Partner partner, List<Person> people) {}

    private final Known known;
    private final byte[] key;

    private Gateway(Known known, String key) {
        this.known = known;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        Known known = new ObjectMapper().readValue(new File(System.getenv("PEOPLE")), Known.class);
        new Gateway(known, System.getenv("API_KEY"))
                .app()
                .start("127.0.0.1", Integer.parseInt(System.getenv("PORT")));
    }

    private Javalin app() {
        Javalin app = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.jsonMapper(new JavalinJackson().updateMapper(
                    mapper -> mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = 64 * 1024;
        });
        app.before(this::authenticate);
        app.post("/v1/common/member/register/search", context -> lookup(
                context, 10, person -> person == null ? Map.of("result", "nonMember") : person.registration()));
        app.post("/v1/common/member/consent/search", context -> lookup(
                context, 12, person -> person == null ? Map.of("vtAccList", List.of()) : person.consent()));
        app.exception(MethodNotAllowedResponse.class, (failure, context) -> {
            context.header(Header.ALLOW, "POST");
            fail(context, HttpStatus.METHOD_NOT_ALLOWED);
        });
        app.exception(HttpResponseException.class, (failure, context) ->
                fail(context, HttpStatus.forStatus(failure.getStatus())));
        app.exception(ValidationException.class, (failure, context) -> fail(context, HttpStatus.BAD_REQUEST));
        app.exception(JsonProcessingException.class, (failure, context) -> fail(context, HttpStatus.BAD_REQUEST));
        app.exception(Exception.class, (failure, context) -> fail(context, HttpStatus.INTERNAL_SERVER_ERROR));
        return app;
    }

    private void authenticate(Context context) {
        context.header(Header.CACHE_CONTROL, "no-store");
        String given = context.header("apikey");
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key)) {
            throw new UnauthorizedResponse();
        }
    }

    private void lookup(Context context, int longestName, Function<Person, Map<String, Object>> answer) {
        String type = context.contentType() == null ? "" : context.contentType().split(";")[0].strip();
        if (!type.equalsIgnoreCase(ContentType.JSON)) {
            throw new UnsupportedMediaTypeResponse();
        }
        Request request = context.bodyValidator(Request.class)
                .check(it -> valid(it, longestName), "not as specified")
                .get();
        if (!request.partner().equals(known.partner())) {
            envelope(context, HttpStatus.FORBIDDEN, "op-auth", 2100, "Authorization Failed");
            return;
        }
        context.json(answer.apply(known.people().stream()
                .filter(it -> it.ci().equals(request.commonHeader().ci()))
                .filter(it -> it.korName().equals(request.body().korName()))
                .findFirst()
                .orElse(null)));
    }

    private static boolean valid(Request it, int longestName) {
        return it.partner() != null
                && text(it.partner().comId(), 5)
                && text(it.partner().srvId(), 20)
                && it.commonHeader() != null
                && (it.commonHeader().reqIdConsumer() == null || length(it.commonHeader().reqIdConsumer()) <= 20)
                && text(it.commonHeader().ci(), 88)
                && it.body() != null
                && text(it.body().korName(), longestName);
    }

    private static boolean text(String value, int longest) {
        return value != null && !value.isEmpty() && length(value) <= longest;
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private static void fail(Context context, HttpStatus status) {
        envelope(context, status, "op-apim", status.getCode(), status.getMessage());
    }

    private static void envelope(Context context, HttpStatus status, String category, int code, String message) {
        context.status(status).json(Map.of("category", category, "code", code, "message", message));
    }
}
