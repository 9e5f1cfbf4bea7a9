package io.github.servicelinkage.stub.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A call in the making: the contract's example request, and what a test changes about it. */
public final class Call {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final URI server;
    private final String path;
    private String method = "POST";
    private byte[] body = ServiceLinkageApi.PERSON_REQUEST.getBytes(StandardCharsets.UTF_8);

    private Call(MockGateway gateway, String path) {
        server = gateway.url();
        this.path = path;
        header("Content-Type", "application/json").header(ServiceLinkageApi.API_KEY_HEADER, gateway.apiKey());
    }

    public static Call registration(MockGateway gateway) {
        return new Call(gateway, "/register/search");
    }

    public static Call consent(MockGateway gateway) {
        return new Call(gateway, "/consent/search");
    }

    public static Call path(MockGateway gateway, String path) {
        return new Call(gateway, path);
    }

    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Call without(String header) {
        headers.remove(header);
        return this;
    }

    public Call method(String method) {
        this.method = method;
        return this;
    }

    public Call body(byte[] body) {
        this.body = body;
        return this;
    }

    public Call body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes the example request, whose objects are there for sure. */
    public Call json(Consumer<ObjectNode> change) {
        try {
            ObjectNode request = (ObjectNode) JSON.readTree(ServiceLinkageApi.PERSON_REQUEST);
            change.accept(request);
            return body(request.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> send() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return send().statusCode();
    }

    public JsonNode response() {
        try {
            return JSON.readTree(send().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
