package io.github.servicelinkage.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java of every README compiles against the kit as it is. A block is a class, or statements with a person at hand. */
class ReadmeCodeTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> READMES =
            List.of("README.md", "client/README.md", "openapi/README.md", "server-stub/README.md");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public |final )*(?:class|interface|record) ");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\n");

    private static final String IMPORTS = """
            import static org.assertj.core.api.Assertions.*;
            import io.github.servicelinkage.client.*;
            import io.github.servicelinkage.client.options.*;
            import io.github.servicelinkage.client.observe.*;
            import io.github.servicelinkage.client.error.*;
            import io.github.servicelinkage.conformance.junit.*;
            import io.github.servicelinkage.stub.fault.*;
            import io.github.servicelinkage.stub.mock.MockGateway;
            import java.net.URI;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.*;
            """;

    /** What a reader has: a person, and a way to make a client. */
    private static final String AT_HAND = """
            abstract class Readme {
                String ci;
                String korName;
                Person person;
                LinkageClient client;
                abstract LinkageClient newClient(URI gateway, String apiKey);
            """;

    /**
     * A block of code.
     *
     * @param place file and line, for whoever has to mend it
     * @param code the block
     */
    record Block(String place, String code) {

        @Override
        public String toString() {
            return place;
        }
    }

    static Stream<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (String file : READMES) {
            String text = Files.readString(ROOT.resolve(file));
            for (MatchResult match : BLOCK.matcher(text).results().toList()) {
                long line = text.substring(0, match.start()).lines().count() + 1;
                blocks.add(new Block(file + ":" + line, match.group(1)));
            }
        }
        return blocks.stream();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void compiles(Block block, @TempDir Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();

        boolean compiled = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-proc:none", "-d", classes.toString()),
                        null,
                        List.of(new Source(source(block.code()))))
                .call();

        assertThat(compiled).as("%s: %s", block.place(), complaints).isTrue();
    }

    private static String source(String code) {
        StringBuilder imports = new StringBuilder(IMPORTS);
        IMPORT.matcher(code).results().forEach(match -> imports.append(match.group()));
        String rest = IMPORT.matcher(code).replaceAll("");
        return TYPE.matcher(rest).find()
                ? imports + rest
                : imports + AT_HAND + "void block() throws Exception {\n" + rest + "\n} }";
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String code;

        Source(String code) {
            super(URI.create("string:///Readme.java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
