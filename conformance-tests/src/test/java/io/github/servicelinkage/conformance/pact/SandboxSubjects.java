package io.github.servicelinkage.conformance.pact;

import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sandbox's people, and changes of them. */
final class SandboxSubjects {

    private SandboxSubjects() {}

    /** With other accounts of the main subject than the mock gateway knows. */
    static Subjects withAccounts(List<String> vtAccNos) {
        Subjects sandbox = SubjectsFile.sandbox();
        Map<Role, Subject> subjects = new EnumMap<>(sandbox.subjects());
        subjects.computeIfPresent(
                Role.MEMBER_WITH_ACCOUNTS, (role, subject) -> new Subject(subject.ci(), subject.korName(), vtAccNos));
        return new Subjects(sandbox.partner(), subjects);
    }

    /** The main subject alone. */
    static Subjects onlyMain() {
        Subjects sandbox = SubjectsFile.sandbox();
        return new Subjects(sandbox.partner(), Map.of(Role.MEMBER_WITH_ACCOUNTS, sandbox.main()));
    }

    /** Everything that no output may show. */
    static List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(MockGateway.DEFAULT_API_KEY));
        SubjectsFile.sandbox().subjects().values().forEach(subject -> {
            secrets.add(subject.ci());
            secrets.add(subject.korName());
            secrets.addAll(subject.vtAccNos());
        });
        // Somebody whom the subjects file does not know.
        secrets.addAll(List.of("홍길동", "aG9uZ2lsZG9uZy1jb25uZWN0aW5nLWluZm9ybWF0aW9u", "110123456789012345"));
        return secrets;
    }
}
