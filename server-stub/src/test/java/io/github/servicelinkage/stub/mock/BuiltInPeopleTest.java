package io.github.servicelinkage.stub.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.data.GatewayData.Account;
import io.github.servicelinkage.stub.data.GatewayData.Consents;
import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.model.Registration.Result;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in person gets what the data file says, and every situation has somebody. */
class BuiltInPeopleTest extends AgainstMockGateway {
    private static final String LONG_AGO = "20210101";

    static List<Person> people() {
        return DataFile.builtIn().people();
    }

    @ParameterizedTest
    @MethodSource("people")
    void getWhatTheirDataSays(Person person) {
        Call registration = Call.registration(gateway).json(of(person));
        if (person.korName().length() > 10) {
            assertThat(registration.status()).isEqualTo(400);
        } else {
            assertThat(registration.response().path("result").asText())
                    .isEqualTo(person.result().value());
        }
        assertThat(Call.consent(gateway).json(of(person)).response().findValuesAsText("vtAccNo"))
                .isEqualTo(accounts(person).map(Account::vtAccNo).toList());
    }

    @Test
    void areThereForEverySituation() {
        assertThat(people())
                .anyMatch(person -> person.result() == Result.NON_MEMBER)
                .anyMatch(person -> accounts(person).findAny().isEmpty())
                .anyMatch(person -> accounts(person).count() == 1)
                .anyMatch(person -> accounts(person).count() >= 30)
                .anyMatch(person -> expired(person.commonTermsExpireDate()))
                .anyMatch(person ->
                        person.consentList().stream().anyMatch(consents -> expired(consents.serviceTermsExpireDate())))
                .anyMatch(person -> person.korName().length() == 10)
                .anyMatch(person -> person.korName().length() == 12)
                .anyMatch(person -> person.consentList().size() == 3)
                .anyMatch(person -> accounts(person)
                        .map(Account::vtAccAlias)
                        .filter(Objects::nonNull)
                        .anyMatch(alias -> alias.length() == 20));
    }

    private static boolean expired(String day) {
        return day != null && day.compareTo(LONG_AGO) < 0;
    }

    /** The accounts that the example request's service sees. */
    private static Stream<Account> accounts(Person person) {
        return person.consentList().stream()
                .filter(consents ->
                        consents.comId().equals("F0995") && consents.srvId().equals("297"))
                .map(Consents::accounts)
                .flatMap(List::stream);
    }

    private static Consumer<ObjectNode> of(Person person) {
        return request -> {
            request.withObject("/commonHeader").put("ci", person.ci());
            request.withObject("/body").put("korName", person.korName());
        };
    }
}
