package example;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.NextStep;
import io.github.servicelinkage.client.Person;

/** What a service says to a person; the flow of the README. */
public final class Onboarding {

    private final LinkageClient client;

    public Onboarding(LinkageClient client) {
        this.client = client;
    }

    public String next(Person person) {
        NextStep step = client.nextStep(person);
        if (step instanceof NextStep.SignUp) {
            return "sign up";
        } else if (step instanceof NextStep.ConnectAccount) {
            return "connect an account";
        } else if (step instanceof NextStep.Ready ready) {
            return ready.accounts().size() + " accounts";
        }
        throw new AssertionError(step);
    }
}
