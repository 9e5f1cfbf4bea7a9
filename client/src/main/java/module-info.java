/**
 * Client of the open platform's service linkage API.
 *
 * <p>Packages that send, parse or validate are internal and not exported.
 */
@SuppressWarnings("requires-automatic") // Micrometer has no module descriptor; it is optional.
module io.github.servicelinkage.client {
    // These appear in the signatures or annotations of exported types.
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive jakarta.validation;
    requires transitive java.net.http;
    requires transitive org.hibernate.validator;
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires static micrometer.commons;
    requires static micrometer.observation;

    exports io.github.servicelinkage.client;
    exports io.github.servicelinkage.client.api;
    exports io.github.servicelinkage.client.error;
    exports io.github.servicelinkage.client.micrometer;
    exports io.github.servicelinkage.client.model;
    exports io.github.servicelinkage.client.observe;
    exports io.github.servicelinkage.client.options;
    exports io.github.servicelinkage.client.response;

    // Records are read, written and validated by reflection.
    opens io.github.servicelinkage.client.model to
            com.fasterxml.jackson.databind,
            org.hibernate.validator;
}
