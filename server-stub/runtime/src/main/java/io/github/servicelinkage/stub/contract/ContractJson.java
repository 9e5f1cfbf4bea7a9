package io.github.servicelinkage.stub.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Strict JSON as the contract requires it: UTF-8 without BOM, a single value, no duplicate members, no type coercion; unknown members
 * are ignored. Thread-safe.
 */
public final class ContractJson {
    /** Deep enough for any sensible unknown member, and far from exhausting the stack. */
    private static final int MAX_DEPTH = 64;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addDeserializer(String.class, new StrictStrings()))
            .build();

    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return MAPPER.readerFor(type);
        }
    };

    private static final ClassValue<ObjectWriter> WRITERS = new ClassValue<>() {
        @Override
        protected ObjectWriter computeValue(Class<?> type) {
            return MAPPER.writerFor(type);
        }
    };

    private ContractJson() {}

    /**
     * Reads a request body; {@link ContractValidation} checks the limits of its members.
     *
     * @throws ErrorResponseException with the member or the place that is wrong, never with its value
     */
    public static <T> T read(Class<T> type, byte[] body) {
        CharBuffer text = text(body);
        ObjectReader reader = READERS.get(type);
        try (JsonParser parser = reader.createParser(text.array(), text.arrayOffset(), text.remaining())) {
            T value = reader.readValue(parser);
            if (value == null) {
                throw new ErrorResponseException(ErrorResponse.BAD_REQUEST, "the body is null");
            }
            return value;
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof JsonProcessingException syntax && !(syntax instanceof DatabindException)) {
                throw notJson(syntax);
            }
            String path = e.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            throw new ErrorResponseException(
                    ErrorResponse.BAD_REQUEST, (path.isEmpty() ? "body" : path) + ": not of the documented type");
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a response body in UTF-8. */
    public static byte[] write(Object body) {
        try {
            return WRITERS.get(body.getClass()).writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + body.getClass().getSimpleName() + " as JSON");
        }
    }

    private static ErrorResponseException notJson(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new ErrorResponseException(
                    ErrorResponse.BAD_REQUEST,
                    "JSON nested deeper than " + MAX_DEPTH + ", or with a number, name or text that is too long");
        }
        JsonLocation location = e.getLocation();
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new ErrorResponseException(ErrorResponse.BAD_REQUEST, "not JSON" + place);
    }

    private static CharBuffer text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new ErrorResponseException(ErrorResponse.BAD_REQUEST, "not UTF-8");
        }
    }
}
