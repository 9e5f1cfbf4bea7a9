package io.github.servicelinkage.conformance.exchange;

/**
 * A header field of a request.
 *
 * @param name field name, sent in this letter case
 * @param value field value
 */
public record Header(String name, String value) {}
