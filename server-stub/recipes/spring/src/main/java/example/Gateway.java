package example;

import example.api.ConsentApi;
import example.api.RegisterApi;
import example.model.Consent;
import example.model.ConsentRequest;
import example.model.Registration;
import example.model.RegistrationRequest;
import example.model.VirtualAccount;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a team writes: the two look-ups, behind the interfaces that were generated. */
@SpringBootApplication
@RestController
@RequestMapping("/v1/common/member")
public class Gateway implements RegisterApi, ConsentApi {
    public static void main(String[] arguments) {
        SpringApplication.run(Gateway.class, arguments);
    }

    @Override
    public ResponseEntity<Registration> searchRegistration(RegistrationRequest request) {
        boolean member = isKnown(request.getCommonHeader().getCi(), request.getBody().getKorName());
        return ResponseEntity.ok(
                member
                        ? new Registration(Registration.ResultEnum.MEMBER).commonTermsExpireDate("20991231")
                        : new Registration(Registration.ResultEnum.NON_MEMBER));
    }

    @Override
    public ResponseEntity<Consent> searchConsent(ConsentRequest request) {
        if (!isKnown(request.getCommonHeader().getCi(), request.getBody().getKorName())) {
            return ResponseEntity.ok(new Consent(List.of()));
        }
        VirtualAccount account = new VirtualAccount("00992", "160635473367600099")
                .vtAccAlias("diamond")
                .endpoint(URI.create("https://gateway.example/v1/diamond/account/"));
        return ResponseEntity.ok(new Consent(List.of(account)).serviceTermsExpireDate("20991231"));
    }

    private static boolean isKnown(String ci, String korName) {
        return ci.equals("example-ci") && korName.equals("가나다"); // here stands your database
    }

    // The generated interfaces both have it, with the same meaning.
    @Override
    public java.util.Optional<org.springframework.web.context.request.NativeWebRequest> getRequest() {
        return java.util.Optional.empty();
    }
}
