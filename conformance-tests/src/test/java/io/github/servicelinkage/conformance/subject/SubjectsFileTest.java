package io.github.servicelinkage.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectsFileTest {
    private static final String FILE = """
            partner: { comId: F0995, srvId: "297" }
            subjects:
              member-with-accounts: { ci: "a-ci", korName: 가나다, vtAccNos: ["100000000000000001"] }
            """;

    @TempDir
    private Path folder;

    @Test
    void composesNamesThatAFileHasDecomposed() throws IOException {
        Path file = Files.writeString(folder.resolve("subjects.yaml"), Normalizer.normalize(FILE, Normalizer.Form.NFD));

        assertThat(SubjectsFile.read(file).main().korName()).isEqualTo("가나다");
    }
}
