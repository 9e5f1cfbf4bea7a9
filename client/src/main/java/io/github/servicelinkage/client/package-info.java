/**
 * The client of the service linkage API: {@link io.github.servicelinkage.client.LinkageClient}, the person it asks about
 * and what it answers. How a call travels is in {@code transport}, what can go wrong in {@code error}.
 *
 * <p>No logger shows a person, an account or the API key, at any level, but one, which is not the client's: the JDK's
 * {@code jdk.httpclient.HttpClient}. If the system property {@code jdk.httpclient.HttpClient.log} switches it on, it writes
 * the header fields of each request, the key among them. Leave it off where real keys are in use.
 */
@NullMarked
package io.github.servicelinkage.client;

import org.jspecify.annotations.NullMarked;
