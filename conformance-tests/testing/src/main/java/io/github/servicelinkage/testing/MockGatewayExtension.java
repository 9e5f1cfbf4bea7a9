package io.github.servicelinkage.testing;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.LinkageClientBuilder;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Supplies tests with the mock gateway and a client that calls it; see {@link WithMockGateway}. To configure the gateway in code,
 * register the extension instead of annotating the class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MockGatewayExtension GATEWAY = MockGatewayExtension.of(gateway -> gateway.data(Path.of("people.yaml")));
 * }</pre>
 */
public final class MockGatewayExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(MockGatewayExtension.class);
    private static final Set<Class<?>> SUPPLIED =
            Set.of(MockGateway.class, LinkageClient.class, LinkageClientBuilder.class, Person.class);

    private final UnaryOperator<MockGatewayBuilder> setup;

    /** Creates the extension that {@link WithMockGateway} registers. */
    public MockGatewayExtension() {
        this(UnaryOperator.identity());
    }

    private MockGatewayExtension(UnaryOperator<MockGatewayBuilder> setup) {
        this.setup = setup;
    }

    /**
     * Creates an extension whose gateway is configured in code.
     *
     * @param setup configures the gateway; unless it sets a port, the gateway takes a free one
     * @return the extension, for a field with {@code @RegisterExtension}
     */
    public static MockGatewayExtension of(UnaryOperator<MockGatewayBuilder> setup) {
        return new MockGatewayExtension(setup);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SUPPLIED.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext owner = owner(context);
        // The owner is the key: with a common one, the store would return the gateway of an enclosing class.
        RunningGateway running = owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        owner.getUniqueId(), id -> start(annotation(owner).orElse(null)), RunningGateway.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == MockGateway.class) {
            return running.gateway();
        }
        if (type == Person.class) {
            return TestPeople.memberWithAccounts();
        }
        return type == LinkageClient.class ? running.client() : running.builder();
    }

    /** The nearest annotated test, class or enclosing class; the outermost class if none is annotated. */
    private static ExtensionContext owner(ExtensionContext context) {
        ExtensionContext owner = context;
        while (annotation(owner).isEmpty()
                && owner.getParent().filter(up -> up.getElement().isPresent()).isPresent()) {
            owner = owner.getParent().orElseThrow();
        }
        return owner;
    }

    private static Optional<WithMockGateway> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), WithMockGateway.class);
    }

    private RunningGateway start(@Nullable WithMockGateway wanted) {
        MockGatewayBuilder builder = setup.apply(MockGateway.builder());
        if (wanted == null) {
            return RunningGateway.start(builder, "");
        }
        for (String name : wanted.faults()) {
            builder.fault(Faults.named(name)
                    .orElseThrow(() -> new ExtensionConfigurationException("There is no fault \"" + name
                            + "\". Use a name that ./linkage mock --list-faults prints.")));
        }
        return RunningGateway.start(builder, wanted.scenario());
    }
}
