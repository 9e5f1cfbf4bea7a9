package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.PrintWriter;
import java.util.Locale;

/** What the command prints once its gateway answers: where, with which key, and a call to paste. */
final class Greeting {
    private static final int SHOWN = 4;
    private static final int HINTED = 16;

    private Greeting() {}

    static void print(PrintWriter out, Texts texts, MockGateway gateway, boolean builtInPeople) {
        boolean ownKey = !gateway.apiKey().equals(MockGateway.DEFAULT_API_KEY);
        out.println(texts.text("ready", gateway.url()));
        out.println(texts.text("key", hint(gateway.apiKey())));
        for (Route<?, ?> route : ServiceLinkageApi.ROUTES) {
            out.printf(
                    Locale.ROOT,
                    "%ncurl -s %s%s -H '%s: %s' -H 'Content-Type: application/json' -d '%s'%n",
                    gateway.url(),
                    route.path(),
                    ServiceLinkageApi.API_KEY_HEADER,
                    ownKey ? "<" + texts.text("yourKey") + ">" : gateway.apiKey(),
                    builtInPeople ? ServiceLinkageApi.PERSON_REQUEST : "…");
        }
        out.println();
        out.flush();
    }

    /** A long key is recognisable by its end; a short one would be half told. */
    private static String hint(String key) {
        return key.length() < HINTED ? "…" : "…" + key.substring(key.length() - SHOWN);
    }
}
