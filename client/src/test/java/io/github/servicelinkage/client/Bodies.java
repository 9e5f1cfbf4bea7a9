package io.github.servicelinkage.client;

import io.github.servicelinkage.client.server.Request;
import io.github.servicelinkage.client.server.ScriptedServer.Script;

/** Responses that follow the contract. */
final class Bodies {

    static final String MEMBER = "{\"result\":\"member\",\"commonTermsExpireDate\":\"20181105\"}";
    static final String NON_MEMBER = "{\"result\":\"nonMember\"}";
    static final String NO_ACCOUNTS = "{\"vtAccList\":[]}";
    static final String ACCOUNTS = """
            {"vtAccList":[
              {"comId":"00992","vtAccNo":"160635473367600099","vtAccAlias":"diamond",
               "endpoint":"https://sandbox-apigw.koscom.co.kr/v1/diamond/account/"},
              {"comId":"00991","vtAccNo":"160613251214500099","vtAccAlias":"주식투자용"}],
             "serviceTermsExpireDate":"20190813","futureMember":null}""";

    private Bodies() {}

    static boolean isRegistration(Request request) {
        return request.line().contains("/register/search ");
    }

    /** A gateway where everybody is a member with accounts. */
    static Script everybodyIsReady() {
        return (request, connection) -> connection.json(200, isRegistration(request) ? MEMBER : ACCOUNTS);
    }
}
