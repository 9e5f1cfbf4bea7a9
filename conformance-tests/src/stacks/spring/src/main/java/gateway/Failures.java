package gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

@RestControllerAdvice
class Failures extends ResponseEntityExceptionHandler {
    private final boolean hardened;

    Failures(@Value("${HARDENED:}") String hardened) {
        this.hardened = !hardened.isEmpty();
    }

    static ResponseEntity<Object> envelope(int status, String category, int code, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("category", category, "code", code, "message", message));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> envelope = envelope(
                status.value(), "op-apim", status.value(), HttpStatus.valueOf(status.value()).getReasonPhrase());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(envelope.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure) {
        if (hardened && failure instanceof HttpMessageConversionException) {
            return envelope(400, "op-apim", 400, "Bad Request");
        }
        return envelope(500, "op-apim", 500, "Internal Server Error");
    }

    @Component
    static class KeyFilter extends OncePerRequestFilter {
        private final byte[] key;

        KeyFilter(@Value("${API_KEY}") String key) {
            this.key = key.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader("Cache-Control", "no-store");
            String given = request.getHeader("apikey");
            if (given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key)) {
                chain.doFilter(request, response);
                return;
            }
            response.setStatus(401);
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write("{\"category\":\"op-apim\",\"code\":401,\"message\":\"Unauthorized\"}");
        }
    }
}
