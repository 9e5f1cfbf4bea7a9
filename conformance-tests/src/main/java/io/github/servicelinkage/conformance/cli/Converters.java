package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.exchange.HttpVersion;
import io.github.servicelinkage.conformance.exchange.Target;
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
        if (!Target.isServerUrl(url)) {
            throw new UsageException(
                    new Text(
                            "--url은 https://HOST/v1/common/member 형식이어야 합니다(사용자 정보와 쿼리 없이, 포트는 65535까지).",
                            "--url must look like https://HOST/v1/common/member, without user information or query, and with a port up to 65535."));
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }

    /** A whole number from one to a limit. */
    private static class Whole implements ITypeConverter<Integer> {
        private final int most;

        Whole(int most) {
            this.most = most;
        }

        @Override
        public Integer convert(String value) {
            if (!value.matches("[1-9][0-9]{0,6}") || Integer.parseInt(value) > most) {
                throw new IllegalArgumentException("not a number up to " + most);
            }
            return Integer.valueOf(value);
        }
    }

    /** Seconds of a request, an hour at most. */
    static final class Seconds extends Whole {
        Seconds() {
            super(3600);
        }
    }

    /** Minutes of a run, a day at most. */
    static final class Minutes extends Whole {
        Minutes() {
            super(1440);
        }
    }

    /** Checks that run at a time. */
    static final class Concurrency extends Whole {
        Concurrency() {
            super(64);
        }
    }

    /** A version of HTTP, in place of the one that the target chooses. */
    static final class Http implements ITypeConverter<HttpVersion> {
        @Override
        public HttpVersion convert(String value) {
            return switch (value) {
                case "1.1" -> HttpVersion.HTTP_1_1;
                case "2" -> HttpVersion.HTTP_2;
                default -> throw new IllegalArgumentException("not a version");
            };
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
            double rate = Double.parseDouble(value.replace("/s", ""));
            if (rate == 0) {
                throw new IllegalArgumentException("not a rate above zero");
            }
            return new Rate(rate);
        }
    }
}
