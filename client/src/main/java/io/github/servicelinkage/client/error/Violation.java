package io.github.servicelinkage.client.error;

/**
 * One place where a request or an answer does not follow the contract.
 *
 * @param path the member, such as {@code body.korName} or {@code vtAccList[0].vtAccNo}; empty for the whole body
 * @param message what is wrong with it; never its value
 */
public record Violation(String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
