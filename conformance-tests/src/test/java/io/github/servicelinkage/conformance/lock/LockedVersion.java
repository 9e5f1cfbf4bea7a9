package io.github.servicelinkage.conformance.lock;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line of the lock: files of the contract, and the version that they have.
 *
 * @param name spec or catalogue
 * @param version the version that the files name
 * @param sha256 digest of the files
 */
record LockedVersion(String name, String version, String sha256) {

    /** The line of a lock; empty in a lock that has none yet. */
    static Optional<LockedVersion> in(List<String> lock, String name) {
        return lock.stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length == 4 && words[0].equals(name) && words[2].equals("sha256"))
                .map(words -> new LockedVersion(name, words[1], words[3]))
                .findFirst();
    }

    String line() {
        return "%-10s %s sha256 %s".formatted(name, version, sha256);
    }

    /** Why these files may not follow those that are in the lock. */
    Optional<String> objection(LockedVersion locked) {
        return equals(locked) || isAbove(locked.version)
                ? Optional.empty()
                : Optional.of("The %s has changed since version %s was locked, and still calls itself %s. Raise %s"
                        .formatted(
                                name,
                                locked.version,
                                version,
                                name.equals("spec")
                                        ? "info.version of openapi/service-linkage.yaml."
                                        : "version of openapi/requirements.yaml."));
    }

    private boolean isAbove(String other) {
        return Arrays.compare(numbers(version), numbers(other)) > 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
