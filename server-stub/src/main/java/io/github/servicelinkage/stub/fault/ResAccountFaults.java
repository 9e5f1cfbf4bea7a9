package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.text;
import static io.github.servicelinkage.stub.fault.Json.without;
import static io.github.servicelinkage.stub.fault.ResListFaults.account;

import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.function.UnaryOperator;

/** RES: values of accounts that have the right type, and are of no use. */
final class ResAccountFaults {
    private ResAccountFaults() {}

    static List<Fault> faults() {
        return List.of(
                account(
                        "gives-empty-comId",
                        "LNK-RES-24",
                        new Text("계좌의 comId가 비어 있다.", "The comId of an account is empty."),
                        text("comId", id -> "")),
                account(
                        "gives-empty-vtAccNo",
                        "LNK-RES-25",
                        new Text("계좌의 vtAccNo가 비어 있다.", "The vtAccNo of an account is empty."),
                        text("vtAccNo", number -> "")),
                account(
                        "leaves-out-aliases",
                        "LNK-RES-26",
                        new Text("계좌에 vtAccAlias가 없다.", "Accounts have no vtAccAlias."),
                        without("vtAccAlias")),
                endpoint(
                        "gives-private-http-endpoint",
                        new Text("endpoint가 사설 주소의 http이다.", "endpoint is http at a private address."),
                        endpoint -> endpoint.replaceFirst("https://[^/]+", "http://10.20.30.40")),
                endpoint(
                        "gives-endpoint-with-credentials",
                        new Text("endpoint에 로그인 정보가 있다.", "endpoint holds user information."),
                        endpoint -> endpoint.replaceFirst("https://", "https://gateway:secret@")),
                endpoint(
                        "gives-endpoint-with-query",
                        new Text("endpoint에 쿼리가 있다.", "endpoint has a query."),
                        endpoint -> endpoint + "?session=7d9f2c1e"),
                account(
                                "garbles-aliases",
                                "LNK-RES-28",
                                new Text("vtAccAlias의 첫 글자가 깨진다.", "The first character of vtAccAlias is garbled."),
                                text("vtAccAlias", alias -> "\uFFFD" + alias.substring(1)))
                        .alsoBlaming("LNK-BIZ-07", "a garbled alias is not that of the account"));
    }

    private static Fault endpoint(String name, Text description, UnaryOperator<String> change) {
        return account(name, "LNK-RES-27", description, text("endpoint", change));
    }
}
