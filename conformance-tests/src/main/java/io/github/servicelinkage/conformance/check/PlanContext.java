package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What checks are planned from: the contract, the requirements, and whom and which key the target knows. Immutable. */
public final class PlanContext {
    private final Contract contract;
    private final Catalogue catalogue;
    private final Subjects subjects;
    private final String apiKey;
    private final boolean local;
    private final ErrorForms errors;
    private final Map<String, Form> forms;
    private final List<OperationContext> operations;

    /**
     * Gathers what checks are planned from.
     *
     * @param contract the contract
     * @param catalogue the requirements
     * @param subjects the people that the target knows
     * @param apiKey the key that the target takes
     * @param local whether the target is on this machine
     */
    public PlanContext(Contract contract, Catalogue catalogue, Subjects subjects, String apiKey, boolean local) {
        this(contract, catalogue, subjects, apiKey, local, Map.of());
    }

    private PlanContext(
            Contract contract,
            Catalogue catalogue,
            Subjects subjects,
            String apiKey,
            boolean local,
            Map<String, Form> forms) {
        this.contract = contract;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.apiKey = apiKey;
        this.local = local;
        this.errors = ErrorForms.of(contract);
        this.forms = Map.copyOf(forms);
        this.operations = contract.operations().stream()
                .map(operation -> new OperationContext(this, operation))
                .toList();
    }

    /** The same, but for an operation whose requests go out in another form that the contract leaves open. */
    public PlanContext with(String operation, Form form) {
        Map<String, Form> changed = new LinkedHashMap<>(forms);
        changed.put(operation, form);
        return new PlanContext(contract, catalogue, subjects, apiKey, local, changed);
    }

    /** The form in which the requests of an operation go out. */
    public Form form(String operation) {
        return forms.getOrDefault(operation, Form.EXAMPLE);
    }

    /** The contract. */
    public Contract contract() {
        return contract;
    }

    /** The requirements. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The people that the target knows. */
    public Subjects subjects() {
        return subjects;
    }

    /** The key that the target takes. */
    public String apiKey() {
        return apiKey;
    }

    /** Whether the target is on this machine, so that nobody else reads its logs. */
    public boolean isLocal() {
        return local;
    }

    /** The errors that the contract documents. */
    ErrorForms errors() {
        return errors;
    }

    /** Each operation, to plan its checks. */
    public List<OperationContext> operations() {
        return operations;
    }

    /** The control of one operation. */
    public Case control(String operation) {
        return operation(operation).control();
    }

    /** The control of each operation: the request that every other case differs from in one place. */
    public List<Case> controls() {
        return operations().stream().map(OperationContext::control).toList();
    }

    /**
     * Whether a control was accepted: its response is what the contract says, if perhaps with faults, and not a page of a login or an
     * error that calls itself a success.
     */
    public boolean isAccepted(CaseExchange control) {
        return control.isSuccess() && content(control) == Content.ANSWER;
    }

    /** Whether a response is the error of this name in the contract, such as {@code AccountLocked}. */
    public boolean isError(Response response, String name) {
        return errors.isError(response, name);
    }

    /** Whether a request carries the key that the target takes. */
    public boolean hasKey(Request request) {
        return request.header(contract.apiKeyHeader()).filter(apiKey::equals).isPresent();
    }

    /** Whether a request carries a key that the target does not take. */
    public boolean hasWrongKey(Request request) {
        return request.header(contract.apiKeyHeader())
                .filter(key -> !key.strip().equals(apiKey))
                .isPresent();
    }

    /** What the response to a case holds at first sight. */
    public Content content(CaseExchange exchange) {
        return Content.of(
                exchange.response().orElseThrow(),
                operation(exchange.planned().operation()).successMembers());
    }

    /** An operation. */
    public OperationContext operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The checks of every operation. */
    List<Check> perOperation(Function<OperationContext, List<Check>> checks) {
        return operations().stream().map(checks).flatMap(List::stream).toList();
    }
}
