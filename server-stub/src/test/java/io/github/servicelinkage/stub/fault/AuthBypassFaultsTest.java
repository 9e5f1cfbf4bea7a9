package io.github.servicelinkage.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form gets data without a key where it is the fault, and nowhere else. */
class AuthBypassFaultsTest {
    @ParameterizedTest
    @CsvSource({
        "doubled-slash, POST, //consent/search, -, -",
        "path-parameter, POST, /consent;x=1/search, -, -",
        "encoded-path, POST, /consent%2fsearch, -, -",
        "encoded-path, POST, /%63onsent/search, -, -",
        "path-in-other-case, POST, /Consent/SEARCH, -, -",
        "X-Forwarded-For, POST, /consent/search, X-Forwarded-For, 127.0.0.1",
        "X-Real-IP, POST, /consent/search, X-Real-IP, 127.0.0.1",
        "cookie, POST, /consent/search, Cookie, apikey=any",
        "query, POST, /consent/search?x=1, -, -",
        "OPTIONS, OPTIONS, /consent/search, -, -",
        "method-override, GET, /consent/search, X-HTTP-Method-Override, POST",
    })
    void getsDataWithoutKey(String form, String method, String path, String header, String value) throws IOException {
        try (MockGateway plain = MockGateway.builder().start();
                MockGateway faulty = faulty(form)) {
            assertThat(call(faulty, method, path, header, value).status()).isEqualTo(200);
            assertThat(call(plain, method, path, header, value).status()).isBetween(400, 499);
            assertThat(Call.consent(faulty).without("apikey").status()).isEqualTo(401);
        }
    }

    @Test
    void getsDataWithoutKeyInHttp10() throws IOException {
        try (MockGateway gateway = faulty("HTTP-1-0");
                RawConnection connection = new RawConnection(gateway)) {
            String body = ServiceLinkageApi.PERSON_REQUEST;
            int length = body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            connection.send("POST " + gateway.url().getPath() + "/consent/search HTTP/1.0\r\nHost: mock\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body);

            assertThat(connection.receive()).contains(" 200 ");
        }
    }

    private static Call call(MockGateway gateway, String method, String path, String header, String value) {
        Call call = Call.path(gateway, path).method(method).without("apikey");
        return header.equals("-") ? call : call.header(header, value);
    }

    private static MockGateway faulty(String form) throws IOException {
        return MockGateway.builder()
                .fault(Faults.named("skips-key-for-" + form).orElseThrow())
                .start();
    }
}
