package example;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every error in the platform's envelope. Spring's own responses and log lines would show rejected values: see application.properties. */
@RestControllerAdvice
public class Errors {
    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentNotValidException.class})
    void badRequest(HttpServletResponse response) throws IOException {
        write(response, 400, "Bad Request");
    }

    @ExceptionHandler
    void mediaType(HttpMediaTypeException error, HttpServletResponse response) throws IOException {
        boolean isAccept = error instanceof org.springframework.web.HttpMediaTypeNotAcceptableException;
        write(response, isAccept ? 406 : 415, isAccept ? "Not Acceptable" : "Unsupported Media Type");
    }

    @ExceptionHandler
    void anythingElse(Exception error, HttpServletResponse response) throws IOException {
        write(response, 500, "Internal Server Error");
    }

    static void write(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream()
                .write("{\"category\":\"op-apim\",\"code\":%d,\"message\":\"%s\"}"
                        .formatted(status, message)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
