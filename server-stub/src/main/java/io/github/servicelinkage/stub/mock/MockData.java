package io.github.servicelinkage.stub.mock;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.stub.model.Partner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The people that a mock gateway knows, as they stand in its data file.
 *
 * @param partner the fintech company that may ask
 * @param companies the securities companies, by alias
 * @param people the people
 */
record MockData(Partner partner, Map<String, Company> companies, List<Person> people) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * A securities company.
     *
     * @param comId its code
     * @param endpoint where its account service is
     */
    record Company(String comId, String endpoint) {}

    /**
     * A member of the fintech portal.
     *
     * @param ci connecting information
     * @param korName name
     * @param commonTermsExpireDate day on which the consent to the platform expires
     * @param serviceTermsExpireDate day on which the consent for the service expires
     * @param accounts connected accounts, in the order of the answer
     */
    record Person(
            String ci,
            String korName,
            @Nullable String commonTermsExpireDate,
            @Nullable String serviceTermsExpireDate,
            List<Account> accounts) {
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /**
     * A virtual account.
     *
     * @param vtAccNo its number
     * @param company alias of the company that keeps it
     */
    record Account(String vtAccNo, String company) {
        @Override
        public String toString() {
            return "Account[***]";
        }
    }

    static MockData builtIn() {
        try (InputStream yaml = MockData.class.getResourceAsStream("people.yaml")) {
            return YAML.readValue(Objects.requireNonNull(yaml), MockData.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MockData read(Path file) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return YAML.readValue(yaml, MockData.class);
        }
    }
}
