package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.message.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** BIZ: what belongs to an account or a person, and comes wrong. */
final class BizAccountFaults {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private BizAccountFaults() {}

    static List<Fault> faults() {
        return List.of(
                accounts(
                        "gives-every-account-one-company",
                        new Text("모든 계좌의 comId가 00999이다.", "The comId of every account is 00999."),
                        account -> account.put("comId", "00999")),
                accounts(
                        "drops-leading-zeros-of-comId",
                        new Text("comId 앞의 0을 뗀다.", "comId comes without its leading zeros."),
                        text("comId", id -> id.replaceFirst("^0+", ""))),
                new Fault(
                        "swaps-aliases",
                        "LNK-BIZ-07",
                        new Text("계좌가 여럿이면 별칭이 서로 바뀐다.", "The aliases of several accounts are swapped."),
                        Rewrite.successJson(BizAccountFaults::swapAliases)),
                dates(
                        "gives-dates-a-day-early",
                        new Text("만료일이 하루 이르다.", "Expiry dates are a day early."),
                        day -> LocalDate.parse(day, DAY).minusDays(1).format(DAY)),
                dates(
                        "gives-everybody-one-date",
                        new Text("누구의 만료일이든 2099년 12월 31일이다.", "Everybody's expiry dates are the last day of 2099."),
                        day -> "20991231"),
                new Fault(
                        "gives-serviceTermsExpireDate-of-1900",
                        "LNK-BIZ-08",
                        new Text("serviceTermsExpireDate가 19000101이다.", "serviceTermsExpireDate is 19000101."),
                        Rewrite.successJson(text("serviceTermsExpireDate", day -> "19000101"))));
    }

    private static Fault accounts(String name, Text description, Consumer<ObjectNode> change) {
        return new Fault(
                name,
                "LNK-BIZ-07",
                description,
                Rewrite.successJson(response ->
                        response.path("vtAccList").forEach(account -> change.accept((ObjectNode) account))));
    }

    private static Fault dates(String name, Text description, UnaryOperator<String> change) {
        return new Fault(
                name,
                "LNK-BIZ-08",
                description,
                Rewrite.successJson(
                        text("commonTermsExpireDate", change).andThen(text("serviceTermsExpireDate", change))));
    }

    private static void swapAliases(ObjectNode response) {
        List<JsonNode> aliases = new ArrayList<>();
        response.path("vtAccList").forEach(account -> aliases.add(account.path("vtAccAlias")));
        Collections.rotate(aliases, 1);
        int at = 0;
        for (JsonNode account : response.path("vtAccList")) {
            ((ObjectNode) account).set("vtAccAlias", aliases.get(at++));
        }
    }
}
