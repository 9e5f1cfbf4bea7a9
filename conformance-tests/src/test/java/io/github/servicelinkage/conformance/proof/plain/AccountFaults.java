package io.github.servicelinkage.conformance.proof.plain;

import io.github.servicelinkage.conformance.proof.plain.PlainPeople.PlainPerson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** BIZ: which accounts are listed, and what belongs to them. */
final class AccountFaults {
    private static final DateTimeFormatter FORM = DateTimeFormatter.BASIC_ISO_DATE;

    private AccountFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                list(
                        "list-cut-at-two",
                        "LNK-BIZ-03",
                        "Two accounts are a page.",
                        accounts -> accounts.subList(0, Math.min(2, accounts.size()))),
                list("account-twice", "LNK-BIZ-03", "A join yields an account twice.", accounts -> {
                    List<Map<String, Object>> more = new ArrayList<>(accounts);
                    accounts.stream().findFirst().ifPresent(more::add);
                    return more;
                }),
                list(
                        "one-account-of-each-company",
                        "LNK-BIZ-03",
                        "Accounts are kept by their company.",
                        accounts -> accounts.stream()
                                .filter(account -> accounts.size() == 1 || !"00991".equals(account.get("comId")))
                                .toList()),
                PlainFault.of(
                        "number-through-a-double",
                        "LNK-BIZ-03",
                        "An account number was a floating-point number on its way.",
                        rules -> rules.eachAccount(account -> {
                            double rounded = Double.parseDouble(String.valueOf(account.get("vtAccNo")));
                            account.put("vtAccNo", new BigDecimal(rounded).toPlainString());
                            return account;
                        })),
                PlainFault.of(
                        "nothing-found-for-no-accounts",
                        "LNK-BIZ-04",
                        "A member without accounts gets a 404.",
                        rules -> noAccounts(rules, PlainResponse.error(404, "Nothing found."))),
                PlainFault.of(
                        "user-not-found-for-no-accounts",
                        "LNK-BIZ-04",
                        "A member without accounts gets a 500/3007.",
                        rules -> noAccounts(rules, PlainResponse.error(500, 3007, "op-exco", "not found user"))),
                PlainFault.of(
                        "not-found-for-strangers-on-consent",
                        "LNK-BIZ-05",
                        "An unknown person gets a 404.",
                        rules -> rules.strangers(PlainOperation.CONSENT, PlainResponse.error(404, "No such person."))),
                PlainFault.of(
                        "sample-accounts-for-strangers",
                        "LNK-BIZ-05",
                        "An unknown person gets the account of a demonstration.",
                        rules -> rules.strangers(
                                PlainOperation.CONSENT,
                                PlainResponse.json(
                                        200,
                                        Map.of(
                                                "vtAccList",
                                                List.of(Map.of("comId", "00990", "vtAccNo", "1", "vtAccAlias", "x")),
                                                "serviceTermsExpireDate",
                                                "20301231")))),
                PlainFault.of(
                        "zeros-lost",
                        "LNK-BIZ-07",
                        "The code of a company was a number on its way.",
                        rules -> rules.eachAccount(account -> {
                            account.put(
                                    "comId", String.valueOf(Integer.parseInt(String.valueOf(account.get("comId")))));
                            return account;
                        })),
                list(
                        "aliases-in-another-order",
                        "LNK-BIZ-07",
                        "Aliases come from a list in another order.",
                        accounts -> {
                            List<Map<String, Object>> mixed = new ArrayList<>();
                            for (int i = 0; i < accounts.size(); i++) {
                                Map<String, Object> account = new LinkedHashMap<>(accounts.get(i));
                                account.replace(
                                        "vtAccAlias",
                                        accounts.get((i + 1) % accounts.size()).get("vtAccAlias"));
                                mixed.add(account);
                            }
                            return mixed;
                        }),
                PlainFault.of(
                        "day-before",
                        "LNK-BIZ-08",
                        "A date loses a day between time zones.",
                        rules -> dates(
                                rules,
                                date -> LocalDate.parse(date, FORM).minusDays(1).format(FORM))),
                PlainFault.of(
                        "one-date-for-all",
                        "LNK-BIZ-08",
                        "Every consent expires on the same day.",
                        rules -> dates(rules, date -> "20301231")));
    }

    private static PlainFault list(
            String name, String requirement, String description, UnaryOperator<List<Map<String, Object>>> change) {
        return PlainFault.of(name, requirement, description, rules -> {
            var before = rules.accounts;
            rules.accounts = asked -> change.apply(before.apply(asked));
        });
    }

    private static void noAccounts(PlainRules rules, PlainResponse response) {
        var before = rules.respond;
        rules.respond = asked -> asked.isOf(PlainOperation.CONSENT)
                        && rules.find(asked)
                                .filter(person -> person.accounts().isEmpty())
                                .isPresent()
                ? response
                : before.apply(asked);
    }

    private static void dates(PlainRules rules, UnaryOperator<String> change) {
        var before = rules.find;
        rules.find = asked -> before.apply(asked)
                .map(person -> new PlainPerson(
                        person.ci(),
                        person.name(),
                        person.accounts(),
                        change.apply(person.commonTermsExpireDate()),
                        change.apply(person.serviceTermsExpireDate())));
    }
}
