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
    /** How to send a request again by its curl line. */
    public static final Text NOTE = new Text(
            "요청을 다시 보내려면 LINKAGE_URL(서버 URL)과 LINKAGE_API_KEY(키)를 환경 변수로 설정하고, 꺾쇠괄호 부분을 바꾸어 curl 줄을 셸에서 실행하십시오."
                    + " <ci>, <korName>, <vtAccNo>는 대상자 파일에 있는 그 사람의 값으로, <ci, 89 code points>는 그 길이의 아무 값으로, <another key>는 틀린 키로 바꿉니다.",
            "To send a request again, set LINKAGE_URL (the server URL) and LINKAGE_API_KEY (the key) in the environment, replace what stands in angle brackets,"
                    + " and run the curl line in a shell: <ci>, <korName> and <vtAccNo> are the person's values in the subjects file,"
                    + " <ci, 89 code points> is any value of that length, <another key> any wrong key.");

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
