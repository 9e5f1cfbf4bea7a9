package io.github.servicelinkage.conformance.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the mock gateway on a free port for a test class, or for one test. Tests take what they need as parameters: a
 * {@code LinkageClient} that calls the gateway, a {@code LinkageClientBuilder} to complete, the {@code MockGateway}, a {@code
 * Person} whom it knows as a member with accounts.
 *
 * <pre>{@code
 * @WithMockGateway
 * class OurServiceTest {
 *     @Test
 *     void knowsAMember(LinkageClient client, Person person) { … }
 *
 *     @Test
 *     @WithMockGateway(scenario = "rate-limit-exceeded")
 *     void survivesAUsedUpQuota(LinkageClient client, Person person) { … }
 * }
 * }</pre>
 *
 * <p>The annotation of a test goes before that of its class. All tests of a class share its gateway.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MockGatewayExtension.class)
public @interface WithMockGateway {

    /** Names of faults, as {@code ./linkage mock --list-faults} shows them: the gateway departs from the contract in these respects. */
    String[] faults() default {};

    /**
     * What the gateway does with every request of the client: the name of an error answer, a fault, or a step such as {@code
     * delay 2s}; several are separated by commas. Empty, it answers.
     */
    String scenario() default "";
}
