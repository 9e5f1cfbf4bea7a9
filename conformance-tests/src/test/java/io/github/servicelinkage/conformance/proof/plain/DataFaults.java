package io.github.servicelinkage.conformance.proof.plain;

import io.github.servicelinkage.conformance.proof.Proof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** RES: what a success looks like. */
final class DataFaults {
    private static final String COMMON = "commonTermsExpireDate";
    private static final String SERVICE = "serviceTermsExpireDate";

    private DataFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                PlainFault.of(
                        "created",
                        "LNK-RES-01",
                        "A POST yields a 201.",
                        rules -> rules.status(status -> status == 200 ? 201 : status)),
                success(
                        "json-as-text",
                        "LNK-RES-02",
                        "JSON is called text.",
                        response -> response.withHeader("content-type", "text/json")),
                success(
                        "list-of-the-response",
                        "LNK-RES-03",
                        "The response is wrapped in a list.",
                        response -> response.withRaw(("[" + response.text() + "]").getBytes(StandardCharsets.UTF_8))),
                success(
                        "json-in-a-string",
                        "LNK-RES-03",
                        "JSON is written twice.",
                        response -> response.withRaw(
                                PlainJson.write(response.text()).getBytes(StandardCharsets.UTF_8))),
                success(
                        "json-in-utf-16",
                        "LNK-RES-03",
                        "The response is in UTF-16.",
                        response -> response.withRaw(response.text().getBytes(StandardCharsets.UTF_16BE))),
                success(
                        "mark-in-front",
                        "LNK-RES-04",
                        "A byte order mark is put in front.",
                        response -> response.withRaw(("\uFEFF" + response.text()).getBytes(StandardCharsets.UTF_8))),
                success(
                        "korean-charset",
                        "LNK-RES-05",
                        "The charset of the server is in the label.",
                        response -> response.withHeader("content-type", "application/json;charset=EUC-KR")),
                changes("no-result-for-strangers", "LNK-RES-06", "Nothing is said of a non-member.", data -> {
                    data.values().remove("nonMember");
                    return data;
                }),
                changes("result-in-capitals", "LNK-RES-07", "The result is in capitals.", data -> {
                    data.replace("result", String.valueOf(data.get("result")).toUpperCase(Locale.ROOT));
                    return data;
                }),
                sets("date-with-hyphens-on-registration", "LNK-RES-08", COMMON, "2018-11-05"),
                sets("date-that-is-none-on-registration", "LNK-RES-08", COMMON, "20181131"),
                drops("no-date-on-registration", "LNK-RES-09", COMMON),
                changes("no-list-if-empty", "LNK-RES-10", "An empty list is left out.", data -> {
                    data.values().remove(List.of());
                    return data;
                }),
                changes("list-of-one-is-an-object", "LNK-RES-11", "A list of one account is written as it.", data -> {
                    data.replaceAll(
                            (name, value) -> value instanceof List<?> list && list.size() == 1 ? list.get(0) : value);
                    return data;
                }),
                changes("numbers-alone", "LNK-RES-12", "Accounts are listed as their numbers.", data -> {
                    data.replaceAll((name, value) -> value instanceof List<?> list
                            ? list.stream()
                                    .map(each -> ((Map<?, ?>) each).get("vtAccNo"))
                                    .toList()
                            : value);
                    return data;
                }),
                accountDrops("no-company", "LNK-RES-13", "comId"),
                account("company-as-number", "LNK-RES-14", "comId", 991),
                account("company-by-name", "LNK-RES-14", "comId", "한국투자증권"),
                accountDrops("no-account-number", "LNK-RES-15", "vtAccNo"),
                account("account-as-number", "LNK-RES-16", "vtAccNo", 160635473367600099L),
                account("account-with-hyphens", "LNK-RES-16", "vtAccNo", "160-635473-367600-099"),
                account("long-alias", "LNK-RES-17", "vtAccAlias", "다이아몬드 투자증권 위탁 종합 계좌 (주거래)"),
                account("endpoint-without-host", "LNK-RES-18", "endpoint", "/v1/diamond/account/"),
                sets("date-with-time-on-consent", "LNK-RES-19", SERVICE, "20190813T000000"),
                drops("no-date-on-consent", "LNK-RES-20", SERVICE),
                PlainFault.of(
                        "slip-of-the-pen",
                        "LNK-RES-21",
                        "The alias of an account has two letters in the wrong order in its name.",
                        rules -> rules.eachAccount(account -> {
                            account.put("vtAccAlais", account.remove("vtAccAlias"));
                            return account;
                        })),
                changes(
                        "date-misspelt-on-registration",
                        "LNK-RES-21",
                        "The name of the date has a letter more.",
                        data -> {
                            if (data.containsKey(COMMON)) {
                                data.put("commonTermsExpiredDate", data.remove(COMMON));
                            }
                            return data;
                        }),
                account("no-alias-is-null", "LNK-RES-22", "vtAccAlias", null),
                account("no-endpoint-is-null", "LNK-RES-22", "endpoint", null),
                changes("date-of-strangers-is-null", "LNK-RES-23", "A non-member's date is null.", data -> {
                    if ("nonMember".equals(data.get("result"))) {
                        data.put(COMMON, null);
                    }
                    return data;
                }),
                account("empty-company-in-list", "LNK-RES-24", "comId", ""),
                account("empty-account-number", "LNK-RES-25", "vtAccNo", ""),
                accountDrops("no-alias", "LNK-RES-26", "vtAccAlias"),
                account("endpoint-inside", "LNK-RES-27", "endpoint", "http://10.20.30.40:8080/account"),
                account("endpoint-with-query", "LNK-RES-27", "endpoint", "https://securities.example/?company=1"),
                account(
                                "endpoint-with-key",
                                "LNK-PRIV-03",
                                "endpoint",
                                "https://securities.example/?apikey=" + Proof.API_KEY)
                        .alsoBlaming("LNK-RES-27", "the key is in a query"),
                account("broken-letters", "LNK-RES-28", "vtAccAlias", "다이\uFFFD몬드")
                        .alsoBlaming("LNK-BIZ-07", "it is not the alias of the account either"));
    }

    private static PlainFault success(
            String name, String requirement, String description, UnaryOperator<PlainResponse> change) {
        return PlainFault.of(
                name,
                requirement,
                description,
                rules -> rules.sent(response -> response.isSuccess() ? change.apply(response) : response));
    }

    private static PlainFault changes(
            String name, String requirement, String description, UnaryOperator<Map<String, Object>> change) {
        return PlainFault.of(name, requirement, description, rules -> rules.data(change));
    }

    private static PlainFault sets(String name, String requirement, String member, String value) {
        return changes(name, requirement, "%s is %s.".formatted(member, value), data -> {
            data.replace(member, value);
            return data;
        });
    }

    private static PlainFault drops(String name, String requirement, String member) {
        return changes(name, requirement, "%s is left out.".formatted(member), data -> {
            data.remove(member);
            return data;
        });
    }

    private static PlainFault account(String name, String requirement, String member, @Nullable Object value) {
        return PlainFault.of(
                name,
                requirement,
                "%s of an account is %s.".formatted(member, value),
                rules -> rules.eachAccount(account -> {
                    account.put(member, value);
                    return account;
                }));
    }

    private static PlainFault accountDrops(String name, String requirement, String member) {
        return PlainFault.of(
                name,
                requirement,
                "%s of an account is left out.".formatted(member),
                rules -> rules.eachAccount(account -> {
                    account.remove(member);
                    return account;
                }));
    }
}
