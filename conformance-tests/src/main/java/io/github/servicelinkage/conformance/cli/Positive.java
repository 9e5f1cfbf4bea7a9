package io.github.servicelinkage.conformance.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number above zero. */
final class Positive implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new TypeConversionException("'" + value + "' is not a whole number from 1 to 9999999");
        }
        return Integer.valueOf(value);
    }
}
