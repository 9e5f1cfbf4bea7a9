package io.github.servicelinkage.stub.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of faults. */
public final class Faults {
    private static final List<Fault> ALL = Stream.of(
                    AuthFaults.faults(),
                    AuthBypassFaults.faults(),
                    ReqFaults.faults(),
                    ReqFormFaults.faults(),
                    ReqReadingFaults.faults(),
                    TypeFaults.faults(),
                    LenFaults.faults(),
                    MediaFaults.faults(),
                    JsonFaults.faults(),
                    HttpFaults.faults(),
                    HttpMethodFaults.faults(),
                    HttpCodingFaults.faults(),
                    ResFormFaults.faults(),
                    ResFaults.faults(),
                    ResListFaults.faults(),
                    ResAccountFaults.faults(),
                    ErrFaults.faults(),
                    BizFaults.faults(),
                    BizRefusalFaults.faults(),
                    BizAccountFaults.faults(),
                    BizPartnerFaults.faults(),
                    BizIdentityFaults.faults(),
                    PrivFaults.faults(),
                    PrivSuccessFaults.faults(),
                    BehFaults.faults(),
                    BehCrowdFaults.faults(),
                    BehStateFaults.faults(),
                    FlowFaults.faults())
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    /** Every fault, in the order of the requirement families. */
    public static List<Fault> all() {
        return ALL;
    }

    /** The fault of this name. */
    public static Optional<Fault> named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
