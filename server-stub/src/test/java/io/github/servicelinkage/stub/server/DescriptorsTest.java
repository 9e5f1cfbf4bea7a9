package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorsTest {
    @ParameterizedTest
    @CsvSource({"256,156", "1024,924", "10100,10000", "1048576,10000", "50,1", "unlimited,10000"})
    void leavesAReserve(String limit, int connections) {
        Stream<String> limits = Stream.of(
                "Limit                     Soft Limit           Hard Limit           Units     ",
                "Max cpu time              unlimited            unlimited            seconds   ",
                "Max open files            " + limit + "                 4096                 files     ");

        assertThat(Descriptors.connections(10_000, limits)).isEqualTo(connections);
    }
}
