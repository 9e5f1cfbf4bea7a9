package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.servicelinkage.client.error.ContractViolationException;
import io.github.servicelinkage.client.error.Violation;
import io.github.servicelinkage.client.server.Connection;
import io.github.servicelinkage.client.server.ScriptedServer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A response that violates the contract is an error: never a non-member, never an empty list. */
class ContractBreakingResponsesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                              | result
                    {"result":null}                                                 | result
                    {"result":"MEMBER"}                                             | result
                    {"result":"maybe"}                                              | result
                    {"result":""}                                                   | result
                    {"result":0}                                                    | result
                    {"result":["member"]}                                           | result
                    {"result":"member","commonTermsExpireDate":null}                | commonTermsExpireDate
                    {"result":"member","commonTermsExpireDate":20181105}            | commonTermsExpireDate
                    {"result":"member","commonTermsExpireDate":""}                  | commonTermsExpireDate
                    {"result":"member","commonTermsExpireDate":"2018-11-05"}        | commonTermsExpireDate
                    {"result":"member","commonTermsExpireDate":"20180230"}          | commonTermsExpireDate
                    {"result":"member","result":"nonMember"}                        | ''
                    {"result":"nonMember"} {}                                       | ''
                    []                                                              | ''
                    null                                                            | ''
                    "nonMember"                                                     | ''
                    """)
    void isNoRegistration(String body, String path) {
        assertThat(violation(body, client -> client.searchRegistration(Clients.PERSON)))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                        | vtAccList
                    {"vtAccList":null}                                                        | vtAccList
                    {"vtAccList":{}}                                                          | vtAccList
                    {"vtAccList":[null]}                                                      | vtAccList[0].<list element>
                    {"vtAccList":[{"vtAccNo":"1"}]}                                           | vtAccList[0].comId
                    {"vtAccList":[{"comId":" 00991","vtAccNo":"1"}]}                          | vtAccList[0].comId
                    {"vtAccList":[{"comId":"00991","vtAccNo":1}]}                             | vtAccList[0].vtAccNo
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1234567890123456789"}]}         | vtAccList[0].vtAccNo
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","vtAccAlias":null}]}         | vtAccList[0].vtAccAlias
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":null}]}           | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"/v1/cyber"}]}    | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":""}]}             | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"javascript:alert(1)"}]} | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"file:///etc/passwd"}]} | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"data:text/html;base64,PGI+"}]} | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"jar:https://x.example/a.jar!/"}]} | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"https:///nohost"}]} | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"https:opaque"}]} | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"ftp://x.example/"}]} | vtAccList[0].endpoint
                    {"vtAccList":[{"comId":"00991","vtAccNo":"1","endpoint":"http://a b"}]}   | vtAccList[0].endpoint
                    {"vtAccList":[],"serviceTermsExpireDate":"20191301"}                      | serviceTermsExpireDate
                    """)
    void isNoConsent(String body, String path) {
        assertThat(violation(body, client -> client.searchConsent(Clients.PERSON)))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUC-KR", "UTF-16", "UTF-16LE", "UTF-32"})
    void isNotReadInAnotherCharset(String charset) {
        byte[] body = "{\"vtAccList\":[{\"comId\":\"00991\",\"vtAccNo\":\"1\",\"vtAccAlias\":\"주식\"}]}"
                .getBytes(Charset.forName(charset));
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> raw(connection, body));
                LinkageClient client = Clients.of(server).build()) {
            assertThat(catchThrowableOfType(
                            ContractViolationException.class, () -> client.searchConsent(Clients.PERSON)))
                    .isNotNull();
        }
    }

    @Test
    void mayHoldMembersThatTheContractDoesNotKnow() {
        try (ScriptedServer server = ScriptedServer.start((request, connection) ->
                        connection.json(200, "{\"result\":\"nonMember\",\"new\":{\"deep\":[null]},\"other\":null}"));
                LinkageClient client = Clients.of(server).build()) {
            assertThat(client.searchRegistration(Clients.PERSON).isMember()).isFalse();
        }
    }

    @Test
    void mayNameItsMediaTypeInAnyDocumentedWay() throws IOException {
        String[] written = {
            "application/json",
            "Application/JSON",
            "application/json;charset=utf-8",
            "application/json; charset=UTF-8",
            "application/json; charset=\"utf-8\""
        };
        int[] turn = {0};
        try (ScriptedServer server = ScriptedServer.start((request, connection) ->
                        connection.respond(200, "Content-Type: " + written[turn[0]] + "\r\n", Bodies.NON_MEMBER));
                LinkageClient client = Clients.of(server).build()) {
            for (turn[0] = 0; turn[0] < written.length; turn[0]++) {
                assertThat(client.searchRegistration(Clients.PERSON).isMember()).isFalse();
            }
        }
    }

    private static void raw(Connection connection, byte[] body) throws IOException {
        connection.write(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        connection.write(body);
    }

    private static String violation(String body, Consumer<LinkageClient> call) {
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> connection.json(200, body));
                LinkageClient client = Clients.of(server).build()) {
            ContractViolationException failure =
                    catchThrowableOfType(ContractViolationException.class, () -> call.accept(client));
            assertThat(failure).as(body).isNotNull();
            assertThat(failure.response().orElseThrow().bodyText()).isEqualTo(body);
            Violation violation = failure.violations().get(0);
            assertThat(failure.violations()).extracting(Violation::path).containsOnly(violation.path());
            assertThat(failure).hasMessageContaining(violation.toString());
            return violation.path();
        }
    }
}
