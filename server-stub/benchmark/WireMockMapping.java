import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;

/** Prints a WireMock stub for the registration request. Run: WireMockMapping.java CONTRACT (schema|anything), that is what the body must match. */
public class WireMockMapping {
    public static void main(String[] arguments) throws Exception {
        JsonNode contract = new YAMLMapper().readTree(new File(arguments[0]));
        ObjectNode schemas = (ObjectNode) contract.at("/components/schemas");
        ObjectMapper json = new ObjectMapper();
        ObjectNode schema = json.createObjectNode().put("$ref", "#/$defs/RegistrationRequest");
        schema.set("$defs", json.readTree(schemas.toString().replace("#/components/schemas/", "#/$defs/")));
        ObjectNode mapping = json.createObjectNode();
        ObjectNode request = mapping.putObject("request")
                .put("method", "POST")
                .put("urlPath", "/v1/common/member/register/search");
        request.putObject("headers")
                .set("apikey", json.createObjectNode().put("equalTo", System.getenv("LINKAGE_API_KEY")));
        if (arguments[1].equals("schema")) {
            request.putArray("bodyPatterns")
                    .addObject()
                    .put("matchesJsonSchema", schema.toString())
                    .put("schemaVersion", "V202012");
        }
        ObjectNode response = mapping.putObject("response").put("status", 200);
        response.putObject("headers").put("Content-Type", "application/json;charset=utf-8");
        response.set("jsonBody", contract.at(
                "/paths/~1register~1search/post/responses/200/content/application~1json/examples/member/value"));
        System.out.print(mapping);
    }
}
