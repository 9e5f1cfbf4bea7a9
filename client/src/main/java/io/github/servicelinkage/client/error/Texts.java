package io.github.servicelinkage.client.error;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The texts of the errors, Korean or English by the default locale. */
final class Texts {

    private Texts() {}

    static String text(String key, Object... parts) {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.class.getPackageName() + ".messages");
        Object[] shown = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shown[i] = String.valueOf(parts[i]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(shown);
    }

    static String list(List<Violation> violations) {
        return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }

    static String said(Optional<GatewayError> error) {
        return error.map(GatewayError::toString).orElseGet(() -> text("saidNothing"));
    }

    static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
