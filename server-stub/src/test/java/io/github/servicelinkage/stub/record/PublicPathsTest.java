package io.github.servicelinkage.stub.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.model.Consent;
import io.github.servicelinkage.stub.model.PlatformError;
import io.github.servicelinkage.stub.model.Registration;
import io.github.servicelinkage.stub.model.RegistrationRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the contract marks as neither personal nor free text today. */
class PublicPathsTest {
    @Test
    void areThoseOfMembersThatTheContractDoesNotMark() {
        assertThat(PublicPaths.of(Stream.of(Registration.class, Consent.class, PlatformError.class)))
                .containsExactlyInAnyOrder(
                        "/result",
                        "/commonTermsExpireDate",
                        "/serviceTermsExpireDate",
                        "/vtAccList/*/comId",
                        "/vtAccList/*/endpoint",
                        "/category",
                        "/code",
                        "/message",
                        "/description");
        assertThat(PublicPaths.of(Stream.of(RegistrationRequest.class)))
                .containsExactlyInAnyOrder("/partner/comId", "/partner/srvId", "/commonHeader/reqIdPlatform");
    }
}
