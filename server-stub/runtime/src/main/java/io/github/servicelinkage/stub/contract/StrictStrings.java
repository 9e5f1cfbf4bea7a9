package io.github.servicelinkage.stub.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Accepts JSON strings only, and only well-formed Unicode: an escaped lone surrogate is rejected (RFC 8259 §8.2). */
final class StrictStrings extends StdScalarDeserializer<String> {
    @Serial
    private static final long serialVersionUID = 1L;

    StrictStrings() {
        super(String.class);
    }

    /** A member that is present and null: nothing in the contract is nullable. */
    @Override
    public String getNullValue(DeserializationContext context) throws JsonMappingException {
        return context.reportInputMismatch(String.class, "null");
    }

    /** An absent member; {@link ContractValidation} checks whether it is required. */
    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            if (!Character.isHighSurrogate(unit)
                    || at + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(++at))) {
                return context.reportInputMismatch(String.class, "half of a surrogate pair");
            }
        }
        return text;
    }
}
