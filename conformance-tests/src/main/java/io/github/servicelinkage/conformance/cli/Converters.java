package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.net.URI;
import picocli.CommandLine.ITypeConverter;

/** Reads the values of options. What is accepted in place of a bad value is said in the texts of the command line, by option. */
final class Converters {
    private Converters() {}

    /**
     * A server URL, without a slash at its end.
     *
     * @throws UsageException if it is no server URL
     */
    static URI serverUrl(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http
                || url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            throw new UsageException(new Text(
                    "--url은 https://HOST/v1/common/member 형식이어야 합니다(사용자 정보와 쿼리 없이).",
                    "--url must look like https://HOST/v1/common/member, without user information or query."));
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }

    /** A whole number above zero. */
    static final class Positive implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (!value.matches("[1-9][0-9]{0,6}")) {
                throw new IllegalArgumentException("not a positive number");
            }
            return Integer.valueOf(value);
        }
    }

    /**
     * How many requests a second are allowed; reads {@code 10/s} and {@code 10}.
     *
     * @param perSecond most requests in a second; 0 for no limit
     */
    record Rate(double perSecond) implements ITypeConverter<Rate> {
        static final Rate UNLIMITED = new Rate(0);

        /** For picocli, which makes the converter. */
        Rate() {
            this(0);
        }

        @Override
        public Rate convert(String value) {
            if (!value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?(/s)?")) {
                throw new IllegalArgumentException("not a rate");
            }
            return new Rate(Double.parseDouble(value.replace("/s", "")));
        }
    }
}
