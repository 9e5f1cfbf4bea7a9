package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.mock.Fault;
import io.github.servicelinkage.stub.mock.Request;
import io.github.servicelinkage.stub.model.CommonHeader;
import io.github.servicelinkage.stub.model.ConsentBody;
import io.github.servicelinkage.stub.model.RegistrationBody;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Clause families D1 and D2: how long a text may be, and in which unit that is counted. */
final class LengthFaults {
    private LengthFaults() {}

    static List<Fault> faults() {
        return List.of(
                tooLong("LNK-LEN-08", "/register/search", "body", "korName", RegistrationBody.class),
                tooLong("LNK-LEN-10", "/consent/search", "body", "korName", ConsentBody.class),
                tooLong("LNK-LEN-06", "/register/search", "commonHeader", "ci", CommonHeader.class),
                tooLong("LNK-LEN-06", "/consent/search", "commonHeader", "ci", CommonHeader.class),
                new Fault(
                        "counts-korName-in-bytes",
                        "LNK-LEN-12",
                        "The length of korName is counted in UTF-8 bytes.",
                        Rewrite.refuse(LengthFaults::longInBytes, ErrorAnswer.BAD_REQUEST)));
    }

    /** One code point too many is cut off before the proper gateway sees it. */
    private static Fault tooLong(String requirement, String path, String object, String member, Class<?> type) {
        int max = Limit.max(type, member);
        String operation = path.startsWith("/register") ? "registration" : "consent";
        return new Fault(
                "accepts-%s-one-too-long-on-%s".formatted(member, operation),
                requirement,
                "%s of %d code points is taken by %s.".formatted(member, max + 1, path),
                Rewrite.request(request -> request.path().endsWith(path)
                        ? request.withBody(Rewrite.json(
                                request.body(),
                                Rewrite.text(
                                        object, member, text -> oneTooMany(text, max) ? Limit.first(max, text) : text)))
                        : request));
    }

    private static boolean oneTooMany(String text, int max) {
        return text.codePointCount(0, text.length()) == max + 1;
    }

    private static boolean longInBytes(Request request) {
        Class<?> type = request.path().endsWith("/register/search") ? RegistrationBody.class : ConsentBody.class;
        String korName = Rewrite.textOf(request.body(), "body", "korName");
        return korName.getBytes(StandardCharsets.UTF_8).length > Limit.max(type, "korName");
    }
}
