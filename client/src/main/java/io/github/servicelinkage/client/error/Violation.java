package io.github.servicelinkage.client.error;

/**
 * One place where a request or a response violates the contract.
 *
 * @param path the member, such as {@code body.korName} or {@code vtAccList[0].vtAccNo}; empty for the response as a whole
 * @param message what is wrong with it, in the language of {@link LinkageException}; never its value
 */
public record Violation(String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
