package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Form;
import io.github.servicelinkage.conformance.check.OperationContext;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What comes before a run: each operation's control is sent, to see whether the target is reached, accepts a valid request, and
 * has quota enough. A control that is refused for its form is sent in the other forms that the contract leaves open.
 *
 * @param exchanges what was sent
 * @param context what the run is to be planned from: the forms that the target accepts
 * @param obstacle what stands in the way of the run, or empty
 */
public record Preflight(List<CaseExchange> exchanges, PlanContext context, Text obstacle) {
    /** Errors that say something of the caller, the address or the load, and nothing of the form of the request. */
    private static final Set<Integer> OTHER_REASONS = Set.of(401, 403, 404, 405, 408, 429);

    /** Sends every control before a run of so many requests, unless the run ends first. */
    static Preflight of(Run run, PlanContext planned, int requests) {
        try {
            return run.unlessEnded(() -> sent(run, planned, requests));
        } catch (RunEnded ended) {
            return new Preflight(List.of(), planned, ended.reason());
        }
    }

    private static Preflight sent(Run run, PlanContext planned, int requests) {
        List<CaseExchange> exchanges = new ArrayList<>();
        List<CaseExchange> last = new ArrayList<>();
        PlanContext context = planned;
        try {
            for (OperationContext operation : planned.operations()) {
                List<CaseExchange> attempts = run.sendControl(operation.id());
                exchanges.addAll(attempts);
                CaseExchange accepted = attempts.get(attempts.size() - 1);
                for (Form form : isRefusedForItsForm(accepted) ? Form.others() : List.<Form>of()) {
                    PlanContext other = context.with(operation.id(), form);
                    CaseExchange exchange = run.sendAsControl(other.control(operation.id()));
                    exchanges.add(exchange);
                    if (exchange.isSuccess()) {
                        accepted = exchange;
                        context = other;
                        break;
                    }
                }
                last.add(accepted);
            }
        } catch (RunEnded ended) {
            return new Preflight(exchanges, planned, ended.reason());
        }
        return new Preflight(
                exchanges,
                context,
                unreachable(last)
                        .or(() -> refused(last))
                        .or(() -> quota(last, requests))
                        .orElse(Text.NONE));
    }

    /** What is to be told of the forms that the target accepts. */
    List<Text> remarks() {
        return context.operations().stream()
                .map(OperationContext::id)
                .filter(operation -> context.form(operation) != Form.EXAMPLE)
                .map(operation -> Text.of(
                        "%s: 문서의 예제는 거부하고 %s 보내야 수락하므로, 그 형태로 판정했습니다.",
                        "%s: the document's example was refused and accepted only %s, so that form was used.",
                        operation,
                        context.form(operation).words()))
                .toList();
    }

    private static boolean isRefusedForItsForm(CaseExchange exchange) {
        return exchange.response()
                .map(Response::status)
                .filter(status -> status >= 400 && status < 500 && !OTHER_REASONS.contains(status))
                .isPresent();
    }

    private static Optional<Text> unreachable(List<CaseExchange> last) {
        return last.stream().anyMatch(exchange -> exchange.response().isPresent())
                ? Optional.empty()
                : Optional.of(Text.of(
                        "대상에 연결할 수 없어 아무것도 판정하지 못했습니다: %s. --url과 대상의 상태를 확인하십시오.",
                        "The target cannot be reached, so nothing was judged: %s. Check --url and whether the target runs.",
                        last.get(0).failure().orElseThrow().text()));
    }

    private static Optional<Text> refused(List<CaseExchange> last) {
        return last.stream().anyMatch(CaseExchange::isSuccess)
                ? Optional.empty()
                : Optional.of(Text.of(
                        "대조 요청을 수락하지 않아(상태 %d) 아무것도 판정하지 못했습니다. 키(LINKAGE_API_KEY), --url, --subjects를 확인하십시오.",
                        "The control request was not accepted (status %d), so nothing was judged. Check the key (LINKAGE_API_KEY), --url and --subjects.",
                        last.get(0).response().map(Response::status).orElse(0)));
    }

    private static Optional<Text> quota(List<CaseExchange> last, int requests) {
        return last.stream()
                .flatMap(exchange -> exchange.response().stream())
                .flatMap(response -> response.header(ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY).stream())
                .filter(remaining -> remaining.matches("[0-9]{1,9}") && Integer.parseInt(remaining) < requests)
                .findFirst()
                .map(remaining -> Text.of(
                        "오늘 남은 요청 수(%s)가 계획한 요청 수(%d)보다 적어 시작하지 않았습니다. --only로 줄이거나 GMT 자정 이후에 실행하십시오.",
                        "The remaining daily quota (%s) does not pay for the %d planned requests, so the run was not started. Narrow it with --only, or run after the next GMT midnight.",
                        remaining,
                        requests));
    }
}
