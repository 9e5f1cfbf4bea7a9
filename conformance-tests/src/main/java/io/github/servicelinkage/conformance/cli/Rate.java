package io.github.servicelinkage.conformance.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many requests a second are allowed; reads {@code 10/s} and {@code 10}. */
final class Rate implements ITypeConverter<Rate> {
    static final Rate UNLIMITED = new Rate(0);

    private final double perSecond;

    /** For picocli, which makes the converter. */
    Rate() {
        this(0);
    }

    private Rate(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Most requests in a second; 0 for no limit. */
    double perSecond() {
        return perSecond;
    }

    @Override
    public Rate convert(String value) {
        if (!value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?(/s)?")) {
            throw new TypeConversionException("'" + value + "' is not a rate such as 10/s");
        }
        return new Rate(Double.parseDouble(value.replace("/s", "")));
    }
}
