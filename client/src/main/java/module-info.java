/**
 * Client of the open platform's service linkage API.
 *
 * <p>How a call is sent is not exported.
 */
@SuppressWarnings("requires-automatic") // Micrometer has no module descriptor; it is optional.
module io.github.servicelinkage.client {
    // These occur in the signatures, or as annotations, of what is exported.
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
    exports io.github.servicelinkage.client.call;
    exports io.github.servicelinkage.client.error;
    exports io.github.servicelinkage.client.micrometer;
    exports io.github.servicelinkage.client.model;

    // Records are read, written and judged by reflection.
    opens io.github.servicelinkage.client.model to
            com.fasterxml.jackson.databind,
            org.hibernate.validator;
}
