package io.github.servicelinkage.client.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jackson without its leniency: no coercion between types, no null (LNK-RES-22), no duplicate member, no trailing content, no
 * charset but UTF-8 (LNK-RES-03).
 */
final class StrictJson {

    private StrictJson() {}

    static JsonMapper mapper() {
        JsonMapper.Builder mapper = JsonMapper.builder(JsonFactory.builder()
                        .disable(JsonFactory.Feature.CHARSET_DETECTION)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(new SimpleModule()
                        .addDeserializer(String.class, new Text())
                        .addDeserializer(URI.class, new ServiceUri()));
        for (LogicalType type : List.of(LogicalType.Textual, LogicalType.Enum)) {
            mapper.withCoercionConfig(
                    type,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        }
        return mapper.build();
    }

    /** A string, where null is not the same as absent. */
    private static final class Text extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String getNullValue(DeserializationContext context) throws JsonMappingException {
            return context.reportInputMismatch(this, "null");
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }

    /** The absolute URI of an HTTP service (LNK-RES-18), where null is not the same as absent: any other could run code. */
    private static final class ServiceUri extends FromStringDeserializer<URI> {

        private static final long serialVersionUID = 1L;

        ServiceUri() {
            super(URI.class);
        }

        @Override
        protected URI _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                URI uri = new URI(text);
                boolean called = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
                return called && uri.getHost() != null ? uri : context.reportInputMismatch(this, "no HTTP service");
            } catch (URISyntaxException noUri) {
                return context.reportInputMismatch(this, "no URI");
            }
        }

        @Override
        protected @Nullable Object _deserializeFromEmptyString(DeserializationContext context) throws IOException {
            return context.reportInputMismatch(this, "empty");
        }

        @Override
        public URI getNullValue(DeserializationContext context) throws JsonMappingException {
            return context.reportInputMismatch(this, "null");
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
