package io.github.servicelinkage.stub.scenario;

/**
 * The person whose data a reserved person gets, before the scenario changes the response.
 *
 * @param ci connecting information
 * @param korName name
 */
public record StandIn(String ci, String korName) {
    /** Shows nothing personal. */
    @Override
    public String toString() {
        return "StandIn[***]";
    }
}
