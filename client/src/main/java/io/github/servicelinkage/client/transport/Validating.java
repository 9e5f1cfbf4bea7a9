package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.error.InvalidRequestException;
import io.github.servicelinkage.client.error.Violation;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no request out and no answer in that does not follow the contract.
 *
 * @param next where a valid call goes on
 * @param contract judges requests
 * @param answers reads and judges answers
 */
record Validating(Transport next, ContractBodies contract, AnswerReader answers) implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(Validating.class);

    @Override
    public Reply send(Call call) {
        Object request = call.requestOf().apply(call.requestId());
        List<Violation> violations = contract.violations(request);
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(call.requestId(), violations);
        }
        LOG.debug("{} sends {}", call.requestId(), request);
        Reply reply = next.send(call.withContent(contract.write(request)));
        Object body = answers.read(reply);
        LOG.debug("{} received {}", call.requestId(), body);
        return new Reply(reply.call(), reply.answer(), body);
    }
}
