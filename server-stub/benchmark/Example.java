import io.github.servicelinkage.stub.api.ServiceLinkageApi;

/** Prints the contract's example request. */
public class Example {
    public static void main(String[] arguments) {
        System.out.print(ServiceLinkageApi.PERSON_REQUEST);
    }
}
