package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.fault.Fault;
import io.github.servicelinkage.stub.message.Text;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong inside, the caller gets an response. */
class LastLineTest {
    @ParameterizedTest
    @MethodSource
    void respondsWhenItsOwnCodeFails(Throwable failure) throws IOException {
        Fault fault = new Fault("fails", "", Text.same(""), (next, setup) -> request -> {
            throw LastLineTest.<RuntimeException>unchecked(failure);
        });
        try (MockGateway gateway = MockGateway.builder().fault(fault).start()) {
            assertThat(Call.registration(gateway).status()).isEqualTo(500);
        }
    }

    static Stream<Throwable> respondsWhenItsOwnCodeFails() {
        return Stream.of(
                new IllegalStateException(), new StackOverflowError(), new RuntimeException(null, null, false, false) {
                    private static final long serialVersionUID = 1L;
                });
    }

    @Test
    void respondsWhenAnObserverFails() throws IOException {
        try (MockGateway gateway = MockGateway.builder()
                .observer((request, response, took) -> {
                    throw new IllegalStateException();
                })
                .start()) {
            assertThat(Call.registration(gateway).status()).isEqualTo(200);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }
}
