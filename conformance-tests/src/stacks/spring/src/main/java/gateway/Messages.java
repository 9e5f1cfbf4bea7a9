package gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.CodePointLength;

interface Messages {
    record Partner(@NotEmpty @CodePointLength(max = 5) String comId, @NotEmpty @CodePointLength(max = 20) String srvId) {}

    record CommonHeader(
            String reqIdPlatform,
            @CodePointLength(max = 20) String reqIdConsumer,
            @NotEmpty @CodePointLength(max = 88) String ci) {}

    record RegistrationBody(@NotEmpty @CodePointLength(max = 10) String korName) {}

    record ConsentBody(@NotEmpty @CodePointLength(max = 12) String korName) {}

    record RegistrationRequest(
            @NotNull @Valid Partner partner,
            @NotNull @Valid CommonHeader commonHeader,
            @NotNull @Valid RegistrationBody body) {}

    record ConsentRequest(
            @NotNull @Valid Partner partner,
            @NotNull @Valid CommonHeader commonHeader,
            @NotNull @Valid ConsentBody body) {}

    record Person(String ci, String korName, Map<String, Object> registration, Map<String, Object> consent) {}

    record Known(Partner partner, List<Person> people) {}
}
