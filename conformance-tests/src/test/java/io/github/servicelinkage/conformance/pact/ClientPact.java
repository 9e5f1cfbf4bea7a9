package io.github.servicelinkage.conformance.pact;

import static io.github.servicelinkage.client.api.ServiceLinkageApi.SEARCH_CONSENT;
import static io.github.servicelinkage.client.api.ServiceLinkageApi.SEARCH_REGISTRATION;
import static io.github.servicelinkage.conformance.pact.ClientInteraction.accepted;
import static io.github.servicelinkage.conformance.pact.ClientInteraction.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.error.UnauthorizedException;
import io.github.servicelinkage.client.model.VirtualAccount;
import io.github.servicelinkage.client.options.CallOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kotlin.Triple;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** All that the client relies on. */
final class ClientPact {

    private static final Person PERSON = new Person(
            ContractExample.person().at("/commonHeader/ci").asText(),
            ContractExample.person().at("/body/korName").asText());
    private static final CallOptions OPTIONS = CallOptions.standard()
            .withRequestId(
                    ContractExample.person().at("/commonHeader/reqIdConsumer").asText());

    private static final ContractExample MEMBER = registration("member");
    private static final ContractExample NON_MEMBER = registration("nonMember");
    private static final ContractExample ACCOUNTS = consent("accounts");
    private static final ContractExample NO_ACCOUNTS = consent("noAccounts");
    private static final ContractExample REFUSED = ContractExample.unauthorized("InvalidCredentials");

    private ClientPact() {}

    static List<ClientInteraction> interactions() {
        ContractExample platformExpiry = MEMBER.onlyRequired("commonTermsExpireDate");
        ContractExample serviceExpiry = ACCOUNTS.onlyRequired("serviceTermsExpireDate");
        return List.of(
                registration("a member is found", "member-with-accounts", MEMBER.onlyRequired(), true),
                registration("a member is found", "member-without-accounts", MEMBER.onlyRequired(), true),
                registration("a stranger is no member", "non-member", NON_MEMBER.onlyRequired(), false),
                accepted(
                                SEARCH_REGISTRATION,
                                "the consent to the platform has an end",
                                "member-with-accounts",
                                platformExpiry,
                                platformExpiry.rules(),
                                client -> assertThat(client.searchRegistration(PERSON, OPTIONS)
                                                .expiry())
                                        .isPresent())
                        .pending(),
                refused(
                        SEARCH_REGISTRATION,
                        "member-with-accounts",
                        REFUSED,
                        client -> assertUnauthorized(() -> client.searchRegistration(PERSON, OPTIONS))),
                consent("every account has a company and a number", "member-with-accounts", ACCOUNTS.onlyRequired()),
                ownAccount("member-with-accounts"),
                ownAccount("other-member-with-accounts"),
                accepted(
                        SEARCH_CONSENT,
                        "no account is connected",
                        "member-without-accounts",
                        NO_ACCOUNTS.onlyRequired(),
                        NO_ACCOUNTS.rules(),
                        client -> assertThat(
                                        client.searchConsent(PERSON, OPTIONS).accounts())
                                .isEmpty()),
                accepted(
                                SEARCH_CONSENT,
                                "the consent for the service has an end",
                                "member-with-accounts",
                                serviceExpiry,
                                serviceExpiry.rules(),
                                client -> assertThat(client.searchConsent(PERSON, OPTIONS)
                                                .expiry())
                                        .isPresent())
                        .pending(),
                refused(
                        SEARCH_CONSENT,
                        "member-with-accounts",
                        REFUSED,
                        client -> assertUnauthorized(() -> client.searchConsent(PERSON, OPTIONS))));
    }

    /** The pact file. */
    static String text() {
        List<Interaction> interactions = new ArrayList<>();
        ClientPact.interactions().forEach(interaction -> interactions.add(interaction.pact()));
        StringWriter text = new StringWriter();
        DefaultPactWriter.INSTANCE.writePact(
                new V4Pact(
                        new Consumer("service-linkage-client"), new Provider("service-linkage-gateway"), interactions),
                new PrintWriter(text),
                PactSpecVersion.V4);
        return text.toString().replace("\r\n", "\n");
    }

    private static ClientInteraction registration(
            String description, String state, ContractExample answer, boolean isMember) {
        return accepted(
                SEARCH_REGISTRATION,
                description,
                state,
                answer,
                answer.rules(),
                client -> assertThat(client.searchRegistration(PERSON, OPTIONS).isMember())
                        .isEqualTo(isMember));
    }

    private static ClientInteraction consent(String description, String state, ContractExample answer) {
        return accepted(
                SEARCH_CONSENT,
                description,
                state,
                answer,
                answer.rules(),
                client -> assertFirstAccount(client, answer));
    }

    /** One entry has the number that the state promises; the order is free. */
    private static ClientInteraction ownAccount(String state) {
        ContractExample answer = ACCOUNTS.onlyRequired();
        MatchingRuleCategory entry = new MatchingRuleCategory("body");
        entry.addRule("$.comId", TypeMatcher.INSTANCE);
        MatchingRuleCategory rules = new MatchingRuleCategory("body");
        rules.addRule("$.vtAccList", new ArrayContainsMatcher(List.of(new Triple<>(0, entry, Map.of()))));
        ClientInteraction interaction = accepted(
                SEARCH_CONSENT,
                "an account of this member is among the answers",
                state,
                answer,
                rules,
                client -> assertFirstAccount(client, answer));
        interaction
                .pact()
                .getResponse()
                .getGenerators()
                .addGenerator(Category.BODY, "$.vtAccList[0].vtAccNo", ClientInteraction.fromState("vtAccNo"));
        return interaction;
    }

    private static void assertFirstAccount(LinkageClient client, ContractExample answer) {
        JsonNode account = answer.value().at("/vtAccList/0");
        assertThat(client.searchConsent(PERSON, OPTIONS).accounts())
                .extracting(VirtualAccount::comId, VirtualAccount::vtAccNo)
                .containsExactly(tuple(
                        account.get("comId").asText(), account.get("vtAccNo").asText()));
    }

    private static void assertUnauthorized(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(UnauthorizedException.class);
    }

    private static ContractExample registration(String name) {
        return ContractExample.answer(SEARCH_REGISTRATION.path(), SEARCH_REGISTRATION.method(), name);
    }

    private static ContractExample consent(String name) {
        return ContractExample.answer(SEARCH_CONSENT.path(), SEARCH_CONSENT.method(), name);
    }
}
