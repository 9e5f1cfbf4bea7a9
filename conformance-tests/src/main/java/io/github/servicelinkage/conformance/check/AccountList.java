package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.SchemaRules.Violation;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Account;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The accounts that a response lists, by their numbers. Of a response whose list cannot be read nothing is said: its form is
 * judged elsewhere.
 *
 * @param operation the operation that was asked
 * @param accounts the accounts in the order of the response; empty where they cannot be read
 */
record AccountList(OperationContext operation, Optional<List<JsonNode>> accounts) {
    private static final String LIST = "vtAccList";
    private static final String NUMBER = "vtAccNo";
    private static final Pattern NUMBERS = Pattern.compile("/vtAccList(/[0-9]+(/vtAccNo)?)?");
    private static final Finding UNREADABLE = Finding.notJudged(new Text(
            "판정할 수 없음: 계좌 목록을 읽을 수 없음(LNK-RES-10 ~ LNK-RES-16)",
            "not judged: the list of accounts cannot be read (LNK-RES-10 to LNK-RES-16)"));

    static AccountList of(OperationContext operation, Response response) {
        boolean readable = response.isSuccess()
                && response.json().path(LIST).isArray()
                && operation.plan().contract().schemas().judge(operation.responseSchema(), response.json()).stream()
                        .noneMatch(AccountList::concernsNumbers);
        if (!readable) {
            return new AccountList(operation, Optional.empty());
        }
        List<JsonNode> accounts = new ArrayList<>();
        response.json().path(LIST).forEach(accounts::add);
        return new AccountList(operation, Optional.of(accounts));
    }

    /** Whether an account of this person is listed. */
    boolean hasAnyOf(Subject person) {
        return !Collections.disjoint(numbers(), person.vtAccNos());
    }

    /** Whether exactly these accounts are listed, each once and in any order. */
    Finding comparedWith(Collection<String> expected) {
        return accounts.map(list -> {
                    Set<String> actual = numbers();
                    long missing = expected.stream()
                            .filter(number -> !actual.contains(number))
                            .count();
                    long foreign = actual.stream()
                            .filter(number -> !expected.contains(number))
                            .count();
                    long repeated = list.size() - actual.size();
                    return Finding.holdsIf(
                            missing + foreign + repeated == 0,
                            () -> Text.of(
                                    "빠진 계좌 %d개, 다른 계좌 %d개, 되풀이된 계좌 %d개",
                                    "%d accounts missing, %d foreign, %d repeated", missing, foreign, repeated));
                })
                .orElse(UNREADABLE);
    }

    /** Whether those of these accounts that are listed have the company code and the alias that they should. */
    Finding detailsOf(List<Account> expected) {
        Map<String, JsonNode> listed = new LinkedHashMap<>();
        accounts.orElse(List.of())
                .forEach(account -> listed.put(account.path(NUMBER).asText(), account));
        long compared = 0;
        Set<String> wrong = new TreeSet<>();
        for (Account account : expected) {
            JsonNode actual = listed.get(account.vtAccNo());
            if (actual != null) {
                compared++;
                different(actual, "comId", account.comId()).ifPresent(wrong::add);
                different(actual, "vtAccAlias", account.vtAccAlias()).ifPresent(wrong::add);
            }
        }
        if (compared == 0) {
            return Finding.notJudged(new Text(
                    "판정할 수 없음: 그 계좌가 응답에 없음(LNK-BIZ-03)",
                    "not judged: the response does not list the accounts (LNK-BIZ-03)"));
        }
        String names = String.join(", ", wrong);
        return Finding.holdsIf(
                wrong.isEmpty(), () -> Text.of("다른 계좌의 값이거나 틀린 값: %s", "of another account, or wrong: %s", names));
    }

    /** Numbers of the accounts. */
    Set<String> numbers() {
        Set<String> numbers = new TreeSet<>();
        accounts.orElse(List.of())
                .forEach(account -> numbers.add(account.path(NUMBER).asText()));
        return numbers;
    }

    /** A member that is absent or malformed is judged elsewhere. */
    private Optional<String> different(JsonNode account, String name, Optional<String> expected) {
        Contract contract = operation.plan().contract();
        String schema = contract.resolve(operation.responseSchema() + "/properties/vtAccList/items");
        return expected.filter(value -> account.path(name).isTextual())
                .filter(value -> contract.schemas()
                        .judge(schema + "/properties/" + name, account.path(name))
                        .isEmpty())
                .filter(value -> !account.path(name).asText().equals(value))
                .map(value -> name);
    }

    private static boolean concernsNumbers(Violation violation) {
        return NUMBERS.matcher(violation.instance()).matches()
                && (violation.property().isEmpty() || violation.property().equals(NUMBER));
    }
}
