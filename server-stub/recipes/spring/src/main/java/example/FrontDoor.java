package example;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Path, method and key are judged before the body is looked at; then its size and its encoding. */
@Component
public class FrontDoor extends OncePerRequestFilter {
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final Set<String> PATHS =
            Set.of("/v1/common/member/register/search", "/v1/common/member/consent/search");

    private final byte[] key;

    FrontDoor(@Value("${LINKAGE_API_KEY}") String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        List<String> keys = Collections.list(request.getHeaders("apikey"));
        if (!PATHS.contains(request.getRequestURI())) {
            Errors.write(response, 404, "Not Found");
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            Errors.write(response, 405, "Method Not Allowed");
        } else if (keys.size() != 1 || !MessageDigest.isEqual(key, keys.get(0).getBytes(StandardCharsets.UTF_8))) {
            Errors.write(response, 401, "Unauthorized");
        } else {
            byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES || !isUtf8(body)) {
                Errors.write(response, 400, "Bad Request");
            } else {
                chain.doFilter(new Read(request, body), response);
            }
        }
    }

    private static boolean isUtf8(byte[] body) {
        try {
            return !StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString().startsWith("\uFEFF");
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A request whose body has been read already. */
    private static final class Read extends HttpServletRequestWrapper {
        private final ByteArrayInputStream body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
