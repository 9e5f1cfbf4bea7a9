package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Interceptor.Person;
import io.github.servicelinkage.stub.exchange.Interceptor.Setup;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.function.BiPredicate;

/** Whom a request is about, and whom a gateway takes for that person. */
final class People {
    /** The person of the document's example. */
    static final Person EXAMPLE = in(Bytes.of(ServiceLinkageApi.PERSON_REQUEST));

    private People() {}

    /** The person whom a request is about. */
    static Person in(Request request) {
        return in(request.body());
    }

    private static Person in(Bytes body) {
        return new Person(Json.text(body, "/commonHeader/ci"), Json.text(body, "/body/korName"));
    }

    /** The same request about somebody else. */
    static Request about(Person person, Request request) {
        return request.withBody(Json.changed(request.body(), body -> {
            body.withObject("/commonHeader").put("ci", person.ci());
            body.withObject("/body").put("korName", person.korName());
        }));
    }

    /** Whether the gateway knows somebody with this ci. */
    static boolean isKnown(String ci, Setup setup) {
        return setup.people().stream().anyMatch(person -> person.ci().equals(ci));
    }

    /** Takes a person whom the gateway does not know for one whom it does, if they are alike: first the asked, then the known one. */
    static Interceptor taking(BiPredicate<Person, Person> alike) {
        return (next, setup) -> request -> {
            Response response = next.handle(request);
            Person asked = in(request);
            if (response.status() != 200 || setup.people().contains(asked)) {
                return response;
            }
            return setup.people().stream()
                    .filter(known -> alike.test(asked, known))
                    .findFirst()
                    .map(known -> next.handle(about(known, request)))
                    .orElse(response);
        };
    }
}
