package io.github.servicelinkage.stub.contract;

import java.util.Map;

/**
 * What a server sends back: {@code Content-Length} is left to the web framework.
 *
 * @param status HTTP status
 * @param headers names and values of the header fields
 * @param body JSON in UTF-8; not to be changed
 */
public record ContractAnswer(int status, Map<String, String> headers, byte[] body) {}
