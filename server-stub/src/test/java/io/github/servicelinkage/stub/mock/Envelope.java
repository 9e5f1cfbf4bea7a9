package io.github.servicelinkage.stub.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The form in which the platform words every error. */
final class Envelope {
    private Envelope() {}

    static void assertEnvelope(HttpResponse<byte[]> response, int status, int code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json;charset=utf-8");
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("\"category\":\"op-")
                .contains("\"code\":" + code + ",")
                .contains("\"message\":\"");
    }
}
