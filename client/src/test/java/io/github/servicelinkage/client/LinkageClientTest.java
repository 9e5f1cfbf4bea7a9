package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.client.error.InvalidRequestException;
import io.github.servicelinkage.client.error.Violation;
import io.github.servicelinkage.client.model.VirtualAccount;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.server.Request;
import io.github.servicelinkage.client.server.ScriptedServer;
import java.net.URI;
import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LinkageClientTest {

    @Test
    void sendsTheDocumentedRequestOfARegistrationLookUp() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.start((request, connection) -> connection.json(200, Bodies.MEMBER));
                LinkageClient client = Clients.of(server).build()) {
            Membership result = client.searchRegistration(
                    Clients.PERSON, CallOptions.standard().withRequestId("reqid-0001"));

            assertThat(result.isMember()).isTrue();
            assertThat(result.requestId()).isEqualTo("reqid-0001");
            assertThat(result.expiry().orElseThrow().date()).isEqualTo(LocalDate.of(2018, 11, 5));
            assertThat(result.expiry().orElseThrow().isExpired()).isTrue();
            Request request = server.requests().get(0);
            assertThat(request.line()).isEqualTo("POST /v1/common/member/register/search HTTP/1.1");
            assertThat(request.header("apikey")).contains(Clients.KEY);
            assertThat(request.header("Content-Type")).contains("application/json; charset=utf-8");
            ObjectMapper json = new ObjectMapper();
            assertThat(json.readTree(request.text())).isEqualTo(json.readTree("""
                                    {"partner":{"comId":"F0995","srvId":"297"},
                                     "commonHeader":{"reqIdConsumer":"reqid-0001",
                                      "ci":"QciuDFKLcwalCKtWALuNWic9eGm7WNdauW+A+n+mpfhif24c3msHdzVjoZK0ntkXZ1+nA6LX47nyKmIq1JoHhg=="},
                                     "body":{"korName":"박환덕"}}"""));
        }
    }

    @Test
    void readsTheAccountsOfAConsentLookUp() {
        try (ScriptedServer server =
                        ScriptedServer.start((request, connection) -> connection.json(200, Bodies.ACCOUNTS));
                LinkageClient client = Clients.of(server).build()) {
            ConnectedAccounts result = client.searchConsent(Clients.PERSON);

            assertThat(result.accounts())
                    .containsExactly(
                            new VirtualAccount(
                                    "00992",
                                    "160635473367600099",
                                    "diamond",
                                    URI.create("https://sandbox-apigw.koscom.co.kr/v1/diamond/account/")),
                            new VirtualAccount("00991", "160613251214500099", "주식투자용", null));
            assertThat(server.requests().get(0).line()).startsWith("POST /v1/common/member/consent/search ");
            assertThat(result.toString()).doesNotContain("160635473367600099").doesNotContain("diamond,");
        }
    }

    @Test
    void refusesARequestThatBreaksTheContractBeforeItLeaves() {
        try (ScriptedServer server =
                        ScriptedServer.start((request, connection) -> connection.json(200, Bodies.MEMBER));
                LinkageClient client = Clients.of(server).build()) {
            assertThatThrownBy(() -> client.searchRegistration(new Person("", "가".repeat(11))))
                    .isInstanceOfSatisfying(InvalidRequestException.class, invalid -> {
                        assertThat(invalid.violations())
                                .extracting(Violation::path)
                                .containsExactly("body.korName", "commonHeader.ci");
                        assertThat(invalid.requestId()).isNotEmpty();
                    });
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void bringsANameToNfcBeforeItIsJudged() {
        String decomposed = Normalizer.normalize("가나다라마바사아자차", Normalizer.Form.NFD);
        try (ScriptedServer server =
                        ScriptedServer.start((request, connection) -> connection.json(200, Bodies.MEMBER));
                LinkageClient client = Clients.of(server).build()) {
            client.searchRegistration(new Person("ci", decomposed));

            assertThat(server.requests().get(0).text()).contains("\"korName\":\"가나다라마바사아자차\"");
        }
    }

    @Test
    void saysWhatToDoNextForEachKindOfPerson() {
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> {
                    boolean registration = Bodies.isRegistration(request);
                    String name = request.text();
                    if (registration) {
                        connection.json(200, name.contains("비회원") ? Bodies.NON_MEMBER : Bodies.MEMBER);
                    } else {
                        connection.json(200, name.contains("무계좌") ? Bodies.NO_ACCOUNTS : Bodies.ACCOUNTS);
                    }
                });
                LinkageClient client = Clients.of(server).build()) {
            assertThat(client.nextStep(new Person("ci", "비회원"))).isInstanceOf(NextStep.SignUp.class);
            assertThat(server.requests()).hasSize(1);
            assertThat(client.nextStep(new Person("ci", "무계좌"))).isInstanceOf(NextStep.ConnectAccount.class);
            assertThat(client.nextStep(Clients.PERSON)).isInstanceOfSatisfying(NextStep.Ready.class, ready -> {
                assertThat(ready.accounts()).hasSize(2);
                assertThat(ready.isExpired()).isTrue();
            });
        }
    }
}
