package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import java.util.List;

/**
 * Tells if a gateway sends its errors with a status of success: one cause of findings in many families.
 *
 * @param context knows what a success holds
 */
record StatusDiagnosis(PlanContext context) implements Diagnosis {
    private static final int FEWEST = 3;

    @Override
    public List<Text> of(List<CaseExchange> exchanges) {
        List<CaseExchange> wrong = exchanges.stream()
                .filter(exchange ->
                        exchange.intent() == Intent.REFUSED || exchange.intent().isInvalid())
                .filter(exchange -> exchange.response().isPresent())
                .toList();
        long inside = wrong.stream()
                .filter(exchange -> exchange.isSuccess() && context.content(exchange) == Content.ERROR)
                .count();
        return inside < FEWEST
                ? List.of()
                : List.of(Text.of(
                        "오류를 성공 상태로 보냅니다: 거부해야 할 요청 %2$d개 중 %1$d개의 응답이 2xx이고 본문은 오류입니다. 오류는 그에 맞는 상태(4xx, 5xx)로 보내야 합니다.",
                        "Errors come with a status of success: %d of %d requests that had to be refused got a 2xx whose body tells of an error. Errors are sent with their own status (4xx, 5xx).",
                        inside,
                        wrong.size()));
    }
}
