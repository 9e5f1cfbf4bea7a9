package io.github.servicelinkage.conformance.proof.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The people of the sandbox who have joined. */
final class PlainPeople {
    /** Where the file tells no date, the people have different ones. */
    private static final int NO_DATE_TOLD = 20301201;

    static final List<PlainPerson> MEMBERS = read();

    private PlainPeople() {}

    /** A member and the accounts that are connected to the service of the example. */
    record PlainPerson(
            String ci,
            String name,
            List<Map<String, Object>> accounts,
            String commonTermsExpireDate,
            String serviceTermsExpireDate) {}

    private static List<PlainPerson> read() {
        try (InputStream in = PlainPeople.class.getResourceAsStream("/service-linkage/sandbox-subjects.yaml")) {
            JsonNode file = new ObjectMapper(new YAMLFactory()).readTree(Objects.requireNonNull(in, "no subjects"));
            List<PlainPerson> people = new ArrayList<>();
            file.path("subjects").properties().forEach(subject -> {
                if (!subject.getKey().equals("non-member")) {
                    people.add(person(subject.getValue(), String.valueOf(NO_DATE_TOLD + people.size())));
                }
            });
            return List.copyOf(people);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlainPerson person(JsonNode subject, String otherDate) {
        List<Map<String, Object>> accounts = new ArrayList<>();
        subject.path("accounts").forEach(account -> accounts.add(0, account(account)));
        return new PlainPerson(
                subject.path("ci").asText(),
                subject.path("korName").asText(),
                List.copyOf(accounts),
                subject.path("commonTermsExpireDate").asText(otherDate),
                subject.path("serviceTermsExpireDate").asText(otherDate));
    }

    private static Map<String, Object> account(JsonNode account) {
        String alias = account.path("vtAccAlias").asText();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("currency", "KRW");
        data.put("endpoint", "https://securities.example/" + alias);
        data.put("vtAccAlias", alias);
        data.put("vtAccNo", account.path("vtAccNo").asText());
        data.put("comId", account.path("comId").asText());
        return data;
    }
}
