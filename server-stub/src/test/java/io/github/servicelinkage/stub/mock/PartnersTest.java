package io.github.servicelinkage.stub.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnersTest {
    @TempDir
    private Path folder;

    private MockGateway gateway;

    @BeforeEach
    void start() throws IOException {
        Path data = Files.writeString(folder.resolve("people.yaml"), """
                partners:
                  - { comId: A, services: ["1", "2"], apiKeys: [key-a] }
                  - { comId: B, services: ["1"], apiKeys: [key-b] }
                companies:
                  cyber: { comId: "00991" }
                people:
                  - korName: 가나다
                    ci: x
                    consents:
                      - { comId: A, srvId: "1", accounts: [ { vtAccNo: "11", company: cyber } ] }
                      - { comId: A, srvId: "2", accounts: [ { vtAccNo: "12", company: cyber, vtAccAlias: 별칭 } ] }
                      - { comId: B, srvId: "1", accounts: [] }
                """);
        gateway = MockGateway.builder().data(data).start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void seeOtherAccountsOfTheSamePersonInEveryService() {
        assertThat(Call.consent(gateway).json(of("A", "1")).response())
                .hasToString("{\"vtAccList\":[{\"comId\":\"00991\",\"vtAccNo\":\"11\",\"vtAccAlias\":\"cyber\"}]}");
        assertThat(Call.consent(gateway).json(of("A", "2")).response())
                .hasToString("{\"vtAccList\":[{\"comId\":\"00991\",\"vtAccNo\":\"12\",\"vtAccAlias\":\"별칭\"}]}");
        assertThat(Call.consent(gateway).json(of("B", "1")).response()).hasToString("{\"vtAccList\":[]}");
    }

    @Test
    void useTheirOwnKeyForTheirOwnCodesOnly() {
        assertThat(Call.consent(gateway)
                        .header("apikey", "key-a")
                        .json(of("A", "1"))
                        .status())
                .isEqualTo(200);
        assertThat(Call.consent(gateway)
                        .header("apikey", "key-b")
                        .json(of("A", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(Call.registration(gateway)
                        .header("apikey", "key-b")
                        .json(of("A", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(Call.registration(gateway)
                        .json(of("B", "2"))
                        .response()
                        .path("code")
                        .asInt())
                .isEqualTo(2100);
    }

    private static Consumer<ObjectNode> of(String comId, String srvId) {
        return request -> {
            request.withObject("/partner").put("comId", comId).put("srvId", srvId);
            request.withObject("/commonHeader").put("ci", "x");
            request.withObject("/body").put("korName", "가나다");
        };
    }
}
