package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.Optional;

/** TLS: transport security of an https target. Certificate and host name are verified on every connection. */
final class TlsChecks implements CheckFamily {
    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> List.of(trusted(operation)));
    }

    private static Check trusted(OperationContext operation) {
        return PassiveChecks.exchanges(
                "LNK-TLS-01",
                operation,
                new Text("믿을 수 있는 인증서와 맞는 호스트 이름", "a trusted certificate and the right host name"),
                exchange -> isOverTls(exchange)
                        ? Optional.of(Finding.holdsIf(exchange.response().isPresent(), Exchange.Failure.TLS::text))
                        : Optional.empty());
    }

    private static boolean isOverTls(CaseExchange exchange) {
        return exchange.failure().filter(Exchange.Failure.TLS::equals).isPresent()
                || exchange.response()
                        .flatMap(response -> response.tlsProtocol())
                        .isPresent();
    }
}
