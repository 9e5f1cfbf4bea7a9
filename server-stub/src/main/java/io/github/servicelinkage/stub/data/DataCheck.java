package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import io.github.servicelinkage.stub.contract.ContractValidation;
import io.github.servicelinkage.stub.contract.ErrorResponseException;
import io.github.servicelinkage.stub.data.GatewayData.Account;
import io.github.servicelinkage.stub.data.GatewayData.Company;
import io.github.servicelinkage.stub.data.GatewayData.Consents;
import io.github.servicelinkage.stub.data.GatewayData.Partner;
import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.data.PeopleDirectory.Identity;
import io.github.servicelinkage.stub.data.PeopleDirectory.Service;
import io.github.servicelinkage.stub.message.Text;
import io.github.servicelinkage.stub.model.CommonHeader;
import io.github.servicelinkage.stub.model.Consent;
import io.github.servicelinkage.stub.model.ConsentBody;
import io.github.servicelinkage.stub.model.Registration;
import io.github.servicelinkage.stub.model.Registration.Result;
import io.github.servicelinkage.stub.model.VirtualAccount;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a data file: first its structure by its JSON Schema, then references and the limits of the generated records. */
final class DataCheck {
    /** A company is judged as part of an account. */
    private static final String ANY_NUMBER = "0";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Set<String> RESULTS =
            Arrays.stream(Result.values()).map(Result::value).collect(Collectors.toCollection(TreeSet::new));

    private final DataProblems problems;
    private final Set<Service> services = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<Identity> people = new HashSet<>();

    private final String ownKey;

    private DataCheck(DataProblems problems, String ownKey) {
        this.problems = problems;
        this.ownKey = ownKey;
    }

    /** Reads YAML into a tree whose nodes know their lines. */
    static JsonNode read(ObjectMapper yaml, String text, DataProblems problems) throws IOException {
        try (PlainYaml parser = new PlainYaml(yaml.createParser(text), problems)) {
            JsonNode tree = yaml.reader()
                    .with(LocationJsonNodeFactoryFactory.getInstance().getJsonNodeFactory(parser))
                    .readTree(parser);
            parser.end();
            return tree == null ? MissingNode.getInstance() : tree;
        }
    }

    static void structure(ObjectMapper yaml, String text, JsonNode tree, DataProblems problems) throws IOException {
        JsonNode schema;
        try (InputStream json = DataFile.resource("people.schema.json")) {
            schema = JSON.readTree(json);
        }
        List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(
                        tree,
                        context -> context.executionConfig(config ->
                                config.failFast(true).locale(problems.language().locale())));
        if (!errors.isEmpty()) {
            Error error = errors.get(0);
            throw problems.of(error, schema, line(error, yaml, text));
        }
        for (JsonNode person : tree.path("people")) {
            JsonNode result = person.path("result");
            if (!result.isMissingNode() && !RESULTS.contains(result.textValue())) {
                throw problems.at(
                        result,
                        "result",
                        new Text("%s 가운데 하나여야 합니다", "must be one of %s").with(String.join(", ", RESULTS)));
            }
        }
    }

    /** Of a member that is not known, the line of its name: the value may begin on a later one. */
    private static int line(Error error, ObjectMapper yaml, String text) throws IOException {
        if (error.getKeyword().equals("additionalProperties")) {
            JsonPointer name = JsonPointer.compile(String.valueOf(error.getInstanceLocation()))
                    .appendProperty(error.getProperty());
            try (JsonParser parser = yaml.createParser(text)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.FIELD_NAME
                            && parser.getParsingContext().pathAsPointer().equals(name)) {
                        return parser.currentTokenLocation().getLineNr();
                    }
                }
            }
        }
        return DataProblems.line(error.getInstanceNode());
    }

    static void content(JsonNode tree, GatewayData data, String ownKey, DataProblems problems) throws IOException {
        DataCheck check = new DataCheck(problems, ownKey);
        for (int at = 0; at < data.partners().size(); at++) {
            check.partner(tree.path("partners").path(at), data.partners().get(at));
        }
        for (Map.Entry<String, JsonNode> company : tree.path("companies").properties()) {
            check.company(company.getValue(), data.companies().get(company.getKey()));
        }
        for (int at = 0; at < data.people().size(); at++) {
            check.person(tree.path("people").path(at), data.people().get(at), data);
        }
    }

    private void partner(JsonNode node, Partner partner) throws IOException {
        for (String service : partner.services()) {
            limits(node, new io.github.servicelinkage.stub.model.Partner(partner.comId(), service));
            services.add(new Service(partner.comId(), service));
        }
        for (int at = 0; at < partner.keys().size(); at++) {
            String key = partner.keys().get(at);
            if (key.equals(ownKey)) {
                throw problems.at(
                        node.path("apiKeys").path(at),
                        "apiKeys",
                        new Text(
                                "게이트웨이 자신의 키이며, 모든 이용기관에 유효합니다",
                                "this is the gateway's own key, which serves every partner"));
            }
            if (!keys.add(key)) {
                throw problems.at(
                        node.path("apiKeys").path(at),
                        "apiKeys",
                        new Text("다른 이용기관의 키와 같습니다", "another partner has this key"));
            }
        }
    }

    private void company(JsonNode node, Company company) throws IOException {
        try {
            URI endpoint = company.endpoint() == null ? null : new URI(company.endpoint());
            limits(node, new VirtualAccount(company.comId(), ANY_NUMBER, null, endpoint));
        } catch (URISyntaxException e) {
            throw problems.at(
                    node.path("endpoint"),
                    "endpoint",
                    new Text(
                            "URI가 아닙니다. 중괄호처럼 URI에 쓸 수 없는 글자는 %XX로 쓰십시오",
                            "not a URI; write characters that a URI cannot have, such as braces, as %XX"));
        }
    }

    private void person(JsonNode node, Person person, GatewayData data) throws IOException {
        limits(node.path("ci"), new CommonHeader(null, null, person.ci()));
        limits(node.path("korName"), new ConsentBody(person.korName()));
        if (!people.add(new Identity(person.ci(), person.korName()))) {
            throw problems.at(node.path("ci"), "ci", new Text("같은 사람이 두 번 나옵니다", "this person appears twice"));
        }
        day(node, "commonTermsExpireDate", person.commonTermsExpireDate());
        limits(node, new Registration(person.result(), person.commonTermsExpireDate()));
        for (int at = 0; at < person.consentList().size(); at++) {
            consents(node.path("consents").path(at), person.consentList().get(at), data);
        }
    }

    private void consents(JsonNode node, Consents given, GatewayData data) throws IOException {
        if (!services.contains(new Service(given.comId(), given.srvId()))) {
            throw problems.at(
                    node,
                    "comId, srvId",
                    new Text("이 기업과 서비스가 partners에 없습니다", "no such company and service under partners"));
        }
        day(node, "serviceTermsExpireDate", given.serviceTermsExpireDate());
        limits(node, new Consent(List.of(), given.serviceTermsExpireDate()));
        for (int at = 0; at < given.accounts().size(); at++) {
            Account account = given.accounts().get(at);
            JsonNode accountNode = node.path("accounts").path(at);
            if (!data.companies().containsKey(account.company())) {
                throw problems.at(
                        accountNode.path("company"),
                        "company",
                        new Text("이 별칭의 회사가 companies에 없습니다", "no company with this alias under companies"));
            }
            limits(accountNode, PeopleDirectory.account(data.companies().get(account.company()), account));
        }
    }

    private void day(JsonNode node, String member, @Nullable String day) throws IOException {
        if (day != null) {
            try {
                LocalDate.parse(day, DAY);
            } catch (DateTimeParseException e) {
                throw problems.at(node.path(member), member, new Text("달력에 없는 날짜입니다", "not a day of the calendar"));
            }
        }
    }

    private void limits(JsonNode node, Object record) throws IOException {
        try {
            ContractValidation.validate(record);
        } catch (ErrorResponseException e) {
            throw problems.at(node, record.getClass().getSimpleName(), Text.same(e.getMessage()));
        }
    }
}
