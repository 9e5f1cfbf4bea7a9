package io.github.servicelinkage.stub.contract;

import java.util.regex.Pattern;

/** The one media type of requests: JSON in UTF-8, compared without case (RFC 9110 §8.3.1), other parameters ignored. */
final class MediaType {
    static final String JSON_UTF_8 = "application/json; charset=utf-8";

    // Possessive all over: a loop in linear time, where backtracking recurses with every parameter.
    private static final String CHARSET = "\\s*+;\\s*+charset=(?:\"utf-8\"|utf-8)";
    private static final String OTHER =
            "\\s*+;\\s*+(?!charset=)[!#$%&'*+.^_`|~0-9a-z-]++=(?:[!#$%&'*+.^_`|~0-9a-z-]++|\"[^\"]*+\")";
    private static final Pattern JSON = Pattern.compile(
            "application/json(?:" + CHARSET + "|" + OTHER + ")*+\\s*+;?\\s*+", Pattern.CASE_INSENSITIVE);

    private MediaType() {}

    static boolean isJson(String contentType) {
        return contentType.equals("application/json")
                || contentType.equals(JSON_UTF_8)
                || JSON.matcher(contentType).matches();
    }
}
