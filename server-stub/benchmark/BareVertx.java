import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * The baseline: a Vert.x server with a constant response. Run: java -cp linkage-mock.jar BareVertx.java PORT
 * EVENT-LOOPS.
 */
public class BareVertx {
    public static void main(String[] arguments) {
        Buffer body = Buffer.buffer("{\"result\":\"member\",\"commonTermsExpireDate\":\"20181105\"}");
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(
                () -> context -> vertx.createHttpServer()
                        .requestHandler(request -> request.response()
                                .putHeader("Content-Type", "application/json;charset=utf-8")
                                .end(body))
                        .listen(Integer.parseInt(arguments[0]), "127.0.0.1"),
                new DeploymentOptions().setInstances(Integer.parseInt(arguments[1])));
    }
}
