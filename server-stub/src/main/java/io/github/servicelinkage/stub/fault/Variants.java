package io.github.servicelinkage.stub.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of variants: conformant gateways that respond differently. */
public final class Variants {
    private static final List<Variant> ALL = Stream.of(
                    FormVariants.variants(),
                    RefusalVariants.variants(),
                    FlowVariants.variants(),
                    PersonVariants.variants(),
                    FrontVariants.variants())
            .flatMap(List::stream)
            .toList();

    private Variants() {}

    /** Every variant. */
    public static List<Variant> all() {
        return ALL;
    }

    /** The variant of this name. */
    public static Optional<Variant> named(String name) {
        return ALL.stream().filter(variant -> variant.name().equals(name)).findFirst();
    }
}
