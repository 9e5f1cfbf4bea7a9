package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.message.Language;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * What a command line says in one language: the texts of a bundle, and beside them those that all command lines share. The JVM's own
 * locale has no part in it.
 */
public final class Texts extends ResourceBundle {
    private static final String SHARED = "io.github.servicelinkage.stub.cli.Shared";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle own;
    private final ResourceBundle shared;
    private final Language language;

    private Texts(ResourceBundle own, ResourceBundle shared, Language language) {
        this.own = own;
        this.shared = shared;
        this.language = language;
    }

    /**
     * Reads texts.
     *
     * @param bundle the name of the bundle, on the class path
     * @param language which of its languages
     */
    public static Texts in(String bundle, Language language) {
        return new Texts(bundle(bundle, language), bundle(SHARED, language), language);
    }

    /** A sentence with values in it, which are written the same in every language. */
    public String text(String key, Object... values) {
        Object[] written = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(getString(key), Locale.ROOT).format(written);
    }

    /** Which language this is. */
    public Language language() {
        return language;
    }

    @Override
    public Locale getLocale() {
        return language.locale();
    }

    @Override
    public Enumeration<String> getKeys() {
        Set<String> keys = new LinkedHashSet<>(own.keySet());
        keys.addAll(shared.keySet());
        return Collections.enumeration(keys);
    }

    @Override
    protected Object handleGetObject(String key) {
        ResourceBundle bundle = own.containsKey(key) || !shared.containsKey(key) ? own : shared;
        return bundle.containsKey(key) ? bundle.getObject(key) : null;
    }

    private static ResourceBundle bundle(String name, Language language) {
        return ResourceBundle.getBundle(name, language.locale(), NO_FALLBACK);
    }
}
