package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.mock.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of faults. */
public final class Faults {
    private static final List<Fault> ALL = Stream.of(
                    AuthenticationFaults.faults(),
                    PresenceFaults.faults(),
                    TypeFaults.faults(),
                    LengthFaults.faults(),
                    MediaTypeFaults.faults(),
                    JsonFaults.faults(),
                    HttpFaults.faults(),
                    FormFaults.faults(),
                    AnswerFaults.faults(),
                    ErrorFaults.faults(),
                    BusinessFaults.faults(),
                    PrivacyFaults.faults(),
                    BehaviourFaults.faults(),
                    FlowFaults.faults())
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    /** Every fault, in the order of the clause families. */
    public static List<Fault> all() {
        return ALL;
    }

    /** The fault of this name. */
    public static Optional<Fault> named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
