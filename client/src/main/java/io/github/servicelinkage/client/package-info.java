/**
 * The client of the service linkage API; start at {@link io.github.servicelinkage.client.LinkageClient}. Here is what a caller
 * needs for a first call, and nothing that sends, parses or validates.
 *
 * <p>No logger of the client shows a person, an account or the API key, at any level. The JDK's own logger {@code
 * jdk.httpclient.HttpClient} does: if the system property {@code jdk.httpclient.HttpClient.log} enables it, it writes the
 * header fields of each request, the key included. Leave it off wherever real keys are used.
 */
@NullMarked
package io.github.servicelinkage.client;

import org.jspecify.annotations.NullMarked;
