package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/** Sends every operation's example request to a gateway: a smoke test, and what trains a class-data archive. */
final class SelfCheck {
    private static final int OK = 200;

    private SelfCheck() {}

    static boolean of(MockGateway gateway) {
        boolean passed = true;
        for (Route<?, ?> route : ServiceLinkageApi.ROUTES) {
            passed &= responds(gateway, route);
        }
        return passed;
    }

    private static boolean responds(MockGateway gateway, Route<?, ?> route) {
        try {
            return isOk(gateway, route);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOk(MockGateway gateway, Route<?, ?> route) throws IOException {
        HttpURLConnection call = (HttpURLConnection) gateway.url()
                .resolve(gateway.url().getPath() + route.path())
                .toURL()
                .openConnection();
        call.setRequestMethod(route.method());
        call.setRequestProperty("Content-Type", "application/json");
        call.setRequestProperty(ServiceLinkageApi.API_KEY_HEADER, gateway.apiKey());
        call.setDoOutput(true);
        call.getOutputStream().write(ServiceLinkageApi.PERSON_REQUEST.getBytes(StandardCharsets.UTF_8));
        if (call.getResponseCode() != OK) {
            return false;
        }
        try (InputStream body = call.getInputStream()) {
            return body.readAllBytes().length > 0;
        }
    }
}
