package io.github.servicelinkage.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VariantsTest {
    @Test
    void reversesMembersOfBothOperations() throws IOException {
        try (MockGateway plain = MockGateway.builder().start();
                MockGateway reversing = MockGateway.builder()
                        .variant(Variants.named("reverses-members").orElseThrow())
                        .start()) {
            for (Function<MockGateway, Call> call :
                    List.<Function<MockGateway, Call>>of(Call::registration, Call::consent)) {
                JsonNode right = call.apply(plain).response();
                JsonNode different = call.apply(reversing).response();

                List<String> reversed = names(right);
                Collections.reverse(reversed);
                assertThat(names(different)).isEqualTo(reversed).isNotEqualTo(names(right));
            }
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
