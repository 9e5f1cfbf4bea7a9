package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Transport security of an https target. Certificate and host name are verified on every connection. */
final class TlsChecks implements CheckFamily {
    private static final Set<String> SECURE = Set.of("TLSv1.2", "TLSv1.3");

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> List.of(trusted(operation), version(operation)));
    }

    private static Check trusted(Operation operation) {
        return new Check.Observing(
                "LNK-TLS-01",
                operation.id(),
                new Text("믿을 수 있는 인증서와 맞는 호스트 이름", "a trusted certificate and the right host name"),
                exchange -> isOverTls(exchange)
                        ? Optional.of(Finding.holdsIf(exchange.answer().isPresent(), Exchange.Failure.TLS::text))
                        : Optional.empty());
    }

    private static Check version(Operation operation) {
        return new Check.Observing(
                "LNK-TLS-02",
                operation.id(),
                Text.same("TLS 1.2 / 1.3"),
                exchange -> exchange.answer()
                        .flatMap(answer -> answer.tlsProtocol())
                        .map(protocol -> Finding.holdsIf(SECURE.contains(protocol), () -> Text.same(protocol))));
    }

    private static boolean isOverTls(Exchange exchange) {
        return exchange.failure().filter(Exchange.Failure.TLS::equals).isPresent()
                || exchange.answer().flatMap(answer -> answer.tlsProtocol()).isPresent();
    }
}
