package io.github.servicelinkage.stub.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.contract.ContractResponse;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.github.servicelinkage.stub.model.Consent;
import io.github.servicelinkage.stub.model.ConsentRequest;
import io.github.servicelinkage.stub.model.Registration;
import io.github.servicelinkage.stub.model.RegistrationRequest;
import io.github.servicelinkage.stub.model.VirtualAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** A gateway on the JDK's HTTP server: the contract validates requests and words errors, this class only looks people up. */
public final class OwnGateway implements ServiceLinkageApi {
    @Override
    public Registration searchRegistration(RegistrationRequest request) {
        boolean member = isKnown(request.commonHeader().ci(), request.body().korName());
        return member
                ? new Registration(Registration.Result.MEMBER, "20991231")
                : new Registration(Registration.Result.NON_MEMBER, null);
    }

    @Override
    public Consent searchConsent(ConsentRequest request) {
        URI endpoint = URI.create("https://gateway.example/v1/diamond/account/");
        List<VirtualAccount> accounts =
                isKnown(request.commonHeader().ci(), request.body().korName())
                        ? List.of(new VirtualAccount("00992", "160635473367600099", "diamond", endpoint))
                        : List.of();
        return new Consent(accounts, accounts.isEmpty() ? null : "20991231");
    }

    private static boolean isKnown(String ci, String korName) {
        return ci.equals("example-ci") && korName.equals("가나다"); // your database look-up goes here
    }

    /** Starts the gateway on a port of the loopback interface; 0 takes a free one. */
    public static HttpServer start(int port, String apiKey) throws IOException {
        Optional<ServiceLinkageApi> api = Optional.of(new OwnGateway());
        ServerContract contract = new ServerContract(key -> key.equals(apiKey) ? api : Optional.empty());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> respond(exchange, contract));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return server;
    }

    private static void respond(HttpExchange exchange, ServerContract contract) throws IOException {
        ContractResponse response = contract.respond(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                name -> exchange.getRequestHeaders().getOrDefault(name, List.of()),
                exchange.getRequestBody().readNBytes(ServerContract.MAX_BODY_BYTES + 1));
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD"); // RFC 9110 §9.3.2: no body
        exchange.sendResponseHeaders(response.status(), head ? -1 : response.body().length);
        if (!head) {
            exchange.getResponseBody().write(response.body());
        }
        exchange.close();
    }

    public static void main(String[] arguments) throws IOException {
        start(Integer.parseInt(arguments[0]), System.getenv("LINKAGE_API_KEY"));
    }
}
