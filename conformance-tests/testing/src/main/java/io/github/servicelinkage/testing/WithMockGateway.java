package io.github.servicelinkage.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the mock gateway on a free port for a test class, or for one test. Tests receive what they need as parameters: a
 * {@code LinkageClient} that calls the gateway, a {@code LinkageClientBuilder} for a client with settings of the test's own, the
 * {@code MockGateway}, or a {@code Person} who is a member with accounts. {@link TestPeople} has others.
 *
 * <pre>{@code
 * @WithMockGateway
 * class OurServiceTest {
 *     @Test
 *     void recognizesAMember(LinkageClient client, Person person) { … }
 *
 *     @Test
 *     @WithMockGateway(scenario = "rate-limit-exceeded")
 *     void survivesAUsedUpQuota(LinkageClient client, Person person) { … }
 * }
 * }</pre>
 *
 * <p>The annotation of a test takes precedence over that of its class. All tests of a class share its gateway.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MockGatewayExtension.class)
public @interface WithMockGateway {

    /**
     * The respects in which the gateway departs from the contract.
     *
     * @return names of faults, as {@code ./linkage mock --list-faults} prints them
     */
    String[] faults() default {};

    /**
     * How the gateway treats every request of the client, as in {@code ./linkage mock --list-scenarios}.
     *
     * @return the name of an error response, a fault, or a step such as {@code delay 2s}, several separated by commas; empty for the
     *     normal response
     */
    String scenario() default "";
}
