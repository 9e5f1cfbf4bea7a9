package io.github.servicelinkage.conformance.exchange;

import java.io.IOException;
import org.apache.hc.core5.http.HttpException;

/** One exchange on one connection, in one version of HTTP. */
interface Wire {
    /** Sends the request, and reads the response to its end. */
    Response exchange() throws IOException, HttpException;

    /** Whether anything of the response came: what is sent once more after that, would be sent twice. */
    boolean hasBegun();

    /** Whether another exchange may follow on the connection. */
    boolean keepsConnection();
}
