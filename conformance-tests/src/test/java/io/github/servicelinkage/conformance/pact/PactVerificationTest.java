package io.github.servicelinkage.conformance.pact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.pact.PactOutcome.Kind;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.exchange.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verification says of gateways that are right, wrong in one respect, or not there. */
class PactVerificationTest {

    @Test
    void correctGatewayHoldsEveryInteraction() throws IOException {
        List<PactOutcome> outcomes = Gateways.verify(Gateways::same);

        assertThat(outcomes).hasSize(ClientPact.interactions().size());
        assertThat(outcomes).extracting(PactOutcome::kind).containsOnly(Kind.HELD);
        assertThat(outcomes).extracting(outcome -> outcome.detail().en()).containsOnly("");
        assertThat(outcomes).extracting(PactOutcome::consumer).containsOnly("service-linkage-client");
        assertThat(outcomes)
                .extracting(PactOutcome::state)
                .containsAll(Arrays.stream(Role.values()).map(Role::label).toList());
    }

    @Test
    void resultInCapitalsBreaksThePactAndIsNamed() throws IOException {
        List<PactOutcome> outcomes = Gateways.verify(Gateways.success(json -> {
            if (json.has("result")) {
                json.put("result", json.get("result").asText().toUpperCase(Locale.ROOT));
            }
        }));

        assertThat(broken(outcomes))
                .extracting(PactOutcome::interaction)
                .containsExactlyInAnyOrder(
                        "searchRegistration: a member is found",
                        "searchRegistration: a member is found",
                        "searchRegistration: a stranger is no member");
        assertThat(broken(outcomes).get(0).detail().en())
                .isEqualTo("$.result: expected to be equal to 'member' (String),"
                        + " but it is a string of 6 characters that differs only in upper and lower case");
    }

    @Test
    void accountsOfSomebodyElseBreakThePactWithoutBeingShown() throws IOException {
        List<PactOutcome> outcomes =
                Gateways.verify(Gateways::same, SandboxSubjects.withAccounts(List.of("999999999999999999")), List.of());

        assertThat(broken(outcomes)).singleElement().satisfies(outcome -> {
            assertThat(outcome.interaction())
                    .isEqualTo("searchConsent: an account of this member is among the answers");
            assertThat(outcome.state()).isEqualTo("member-with-accounts");
            assertThat(outcome.detail().en()).isEqualTo("$.vtAccList: no entry is the expected one (comId, vtAccNo)");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;",
                "application/json; charset=utf-8;",
                "application/json; odd=\"a;b\"",
                "application/json; charset=\"utf-8\"; x",
                "Application/JSON;v=1"
            })
    void parametersOfTheMediaTypeAreNoHindrance(String mediaType) throws IOException {
        List<PactOutcome> outcomes =
                Gateways.verify((request, response) -> response.withHeader("content-type", mediaType));

        assertThat(outcomes).extracting(PactOutcome::kind).containsOnly(Kind.HELD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'2020-01-01' | {'$.m': {'match': 'date', 'date': 'yyyy-MM-dd'}} | 'c2VjcmV0IHNlY3JldA' | $.m: expected to match a date pattern of 'yyyy-MM-dd', but it is a string of 18 characters",
                "'10:00' | {'$.m': {'match': 'time', 'time': 'HH:mm'}} | 'c2VjcmV0IHNlY3JldA' | $.m: expected to match a time pattern of 'HH:mm', but it is a string of 18 characters",
                "{'a': 1} | {'$.m': {'match': 'values'}, '$.m.*': {'match': 'integer'}} | {'c2VjcmV0IHNlY3JldA': 'x'} | $.m.*: expected to be an integer, but it is a string of 1 characters"
            })
    void whatAForeignPactComparesShowsNothingOfTheResponse(
            String example, String rules, String actual, String expected, @TempDir Path folder) throws IOException {
        String pact = """
                {'consumer': {'name': 'c'}, 'provider': {'name': 'p'}, 'interactions': [{'description': 'd',
                  'request': {'method': 'POST', 'path': '/x'},
                  'response': {'status': 404, 'headers': {'Content-Type': 'application/json'}, 'body': {'m': %s},
                    'matchingRules': {'body': %s}}}], 'metadata': {'pactSpecification': {'version': '3.0.0'}}}
                """.formatted(example, rules.replaceAll("('[$][^']*'): ([{][^}]*[}])", "$1: {'matchers': [$2]}"));
        Path file = Files.writeString(folder.resolve("p.json"), pact.replace('\'', '"'));

        List<PactOutcome> outcomes = Gateways.verify(
                (request, response) -> response.withBody(Bytes.of("{\"m\":" + actual.replace('\'', '"') + "}")),
                SubjectsFile.sandbox(),
                List.of(file.toString()));

        assertThat(broken(outcomes))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.detail().en()).isEqualTo(expected));
    }

    @Test
    void memberThatIsMissingOrOfAnotherTypeBreaksThePact() throws IOException {
        assertThat(broken(Gateways.verify(Gateways.success(json -> json.remove("vtAccList")))))
                .extracting(outcome -> outcome.detail().en())
                .containsOnly("$: missing vtAccList");
        assertThat(broken(Gateways.verify(Gateways.success(
                        json -> json.path("vtAccList").forEach(account -> ((ObjectNode) account).put("comId", 992))))))
                .extracting(outcome -> outcome.detail().en())
                .anySatisfy(detail -> assertThat(detail)
                        .startsWith("$.vtAccList[0].comId: expected to be the same type as '00992' (String),"
                                + " but it is a JSON integer; $.vtAccList[1].comId: "));
    }

    @Test
    void gatewayThatTakesAnyKeyBreaksThePact() throws IOException {
        List<PactOutcome> outcomes =
                Gateways.verify((request, answer) -> answer.status() == 401 ? answer.withStatus(200) : answer);

        assertThat(broken(outcomes)).hasSize(2).allSatisfy(outcome -> {
            assertThat(outcome.interaction()).endsWith("a wrong key is refused");
            assertThat(outcome.detail().en()).contains("the status is 200, expected 401");
        });
    }

    @Test
    void errorAsHtmlBreaksThePact() throws IOException {
        List<PactOutcome> outcomes = Gateways.verify((request, answer) -> answer.status() == 401
                ? answer.withHeader("Content-Type", "text/html").withBody(Bytes.of("<html>no</html>"))
                : answer);

        assertThat(broken(outcomes))
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome.detail().en())
                        .contains("the media type is text/html, expected application/json"));
    }

    @Test
    void bodyThatIsNoJsonBreaksThePact() throws IOException {
        List<PactOutcome> outcomes =
                Gateways.verify((request, answer) -> answer.withBody(Bytes.of("{\"result\": member}")));

        assertThat(outcomes).extracting(PactOutcome::kind).containsOnly(Kind.BROKEN, Kind.SKIPPED);
        assertThat(broken(outcomes).get(0).detail().en()).contains("not the JSON that its Content-Type says");
    }

    @Test
    void whatIsOnlyHopedForIsSkippedWhenItDoesNotHold() throws IOException {
        List<PactOutcome> outcomes = Gateways.verify(Gateways.success(json -> json.remove("commonTermsExpireDate")));

        assertThat(broken(outcomes)).isEmpty();
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.kind() == Kind.SKIPPED)
                .singleElement()
                .extracting(outcome -> outcome.detail().en())
                .isEqualTo("pending, and did not hold: $: missing commonTermsExpireDate");
    }

    @Test
    void stateWithoutSubjectIsSkipped() throws IOException {
        assertThat(Gateways.verify(Gateways::same, SandboxSubjects.onlyMain(), List.of()))
                .allSatisfy(outcome -> assertThat(outcome.kind())
                        .isEqualTo(outcome.state().equals("member-with-accounts") ? Kind.HELD : Kind.SKIPPED));
    }

    @Test
    void subjectWithoutANeededValueIsSkipped() throws IOException {
        List<PactOutcome> outcomes =
                Gateways.verify(Gateways::same, SandboxSubjects.withAccounts(List.of()), List.of());

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.kind() == Kind.SKIPPED)
                .singleElement()
                .extracting(outcome -> outcome.detail().en())
                .isEqualTo("The subject of this state has no vtAccNo; add it to the subjects file.");
    }

    @Test
    void unreachableGatewayIsAnErrorInOneSentence() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Target nobody = Gateways.target(URI.create("http://127.0.0.1:" + port + "/v1/common/member"), "key");

        assertThat(Gateways.verify(nobody, SubjectsFile.sandbox(), List.of())).allSatisfy(outcome -> {
            assertThat(outcome.kind()).isEqualTo(Kind.ERROR);
            assertThat(outcome.detail().en())
                    .isEqualTo(nobody.url() + ": no connection; check the URL and that the server is running.");
        });
    }

    private static List<PactOutcome> broken(List<PactOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.kind() == Kind.BROKEN)
                .toList();
    }
}
