package io.github.servicelinkage.conformance.attack;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.util.List;

/** The document's example person, about whom the attacked ones are asked; nothing of it may be shown. */
final class SandboxPerson {
    static final String CI = "QciuDFKLcwalCKtWALuNWic9eGm7WNdauW+A+n+mpfhif24c3msHdzVjoZK0ntkXZ1+nA6LX47nyKmIq1JoHhg==";
    static final String NAME = "박환덕";
    static final String ACCOUNT = "160635473367600099";

    /** What must not be shown, as it is. */
    static final List<String> SECRETS = List.of(CI, NAME, ACCOUNT, MockGateway.DEFAULT_API_KEY);

    private SandboxPerson() {}
}
