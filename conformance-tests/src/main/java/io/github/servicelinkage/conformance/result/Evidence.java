package io.github.servicelinkage.conformance.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.servicelinkage.conformance.message.Harmless;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as reports show it, with everything personal replaced by placeholders, and all of it {@linkplain Harmless harmless}.
 *
 * @param description what the request is
 * @param expected what was expected
 * @param request method and path
 * @param curl the request as a curl line
 * @param status status of the response
 * @param headers header fields of the response that a check looks at
 * @param body body of the response, shortened
 * @param failure why there is no response
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        Text description,
        Text expected,
        String request,
        String curl,
        @Nullable Integer status,
        @Nullable Map<String, String> headers,
        @Nullable String body,
        @Nullable Text failure) {
    /** An exchange. */
    public Evidence {
        request = Harmless.line(request);
        curl = Harmless.line(curl);
        headers = headers == null ? null : harmless(headers);
        body = body == null ? null : Harmless.line(body);
    }

    private static Map<String, String> harmless(Map<String, String> headers) {
        Map<String, String> harmless = new TreeMap<>();
        headers.forEach((name, value) -> harmless.put(Harmless.line(name), Harmless.line(value)));
        return harmless;
    }
}
