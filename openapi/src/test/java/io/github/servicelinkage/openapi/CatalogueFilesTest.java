package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three files of the catalogue are well formed. */
class CatalogueFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"requirements", "decisions", "sources"})
    void fileFollowsItsSchema(String name) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(read(name + ".schema.json"))
                        .validate(read(name + ".yaml")))
                .as("%1$s.yaml against %1$s.schema.json", name)
                .isEmpty();
    }
}
