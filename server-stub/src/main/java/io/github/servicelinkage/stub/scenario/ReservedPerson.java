package io.github.servicelinkage.stub.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.contract.ContractJson;
import io.github.servicelinkage.stub.contract.ErrorResponseException;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Request;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The reserved person of a scenario, whose CI is {@value #PREFIX} and the scenario. No real CI looks like that, since a colon is not
 * part of Base64.
 *
 * @param scenario the scenario
 * @param body the request body that asks for this person
 */
record ReservedPerson(String scenario, ObjectNode body) {
    private static final String PREFIX = "scenario:";

    /** The reserved person that a request asks for. */
    static Optional<ReservedPerson> in(Request request) {
        if (!mayMention(request.body())) {
            return Optional.empty();
        }
        try {
            ObjectNode body = ContractJson.read(ObjectNode.class, request.body().array());
            String ci = body.at("/commonHeader/ci").asText();
            return ci.startsWith(PREFIX)
                    ? Optional.of(new ReservedPerson(ci.substring(PREFIX.length()), body))
                    : Optional.empty();
        } catch (ErrorResponseException notJson) {
            return Optional.empty();
        }
    }

    /** The body that asks for another person instead. */
    Bytes replacedBy(StandIn standIn) {
        ObjectNode other = body.deepCopy();
        other.withObject("/commonHeader").put("ci", standIn.ci());
        other.withObject("/body").put("korName", standIn.korName());
        Bytes replaced = Bytes.of(ContractJson.write(other));
        if (replaced.length() <= ServerContract.MAX_BODY_BYTES) {
            return replaced;
        }
        // It was not too large before, so it must not be now: whatever nobody looks at is left out.
        other.retain("partner", "commonHeader", "body");
        other.withObject("/partner").retain("comId", "srvId");
        other.withObject("/commonHeader").retain("ci");
        other.withObject("/body").retain("korName");
        return Bytes.of(ContractJson.write(other));
    }

    /** Tells nearly every other request apart without parsing it; an escape may hide the prefix. */
    private static boolean mayMention(Bytes body) {
        if (body.length() > ServerContract.MAX_BODY_BYTES) {
            return false;
        }
        // One byte per character is the fastest decoding, and enough to find ASCII.
        String text = new String(body.array(), StandardCharsets.ISO_8859_1);
        return text.contains(PREFIX) || text.indexOf('\\') >= 0;
    }
}
