package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.ProviderState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Pact's provider state generators may fill in: the values of the subjects that an interaction names. */
final class StateValues extends HashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    /** Nothing is known that could be filled in; the message says of what. */
    static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Collects the values of some states.
     *
     * @param apiKey the value {@code apiKey}
     * @param states the values of each role
     * @param named the states that the interaction starts from
     * @throws Missing if one of them is no role of the subjects
     */
    static StateValues of(String apiKey, Map<String, Map<String, Object>> states, List<ProviderState> named) {
        StateValues values = new StateValues();
        values.put("apiKey", apiKey);
        for (ProviderState state : named) {
            Map<String, Object> subject = states.get(state.getName());
            if (subject == null) {
                throw new Missing("No subject is given for the state " + state.getName() + ".");
            }
            values.putAll(subject);
        }
        // An expression names one value: of several accounts, the first.
        if (values.getOrDefault("vtAccNos", "") instanceof List<?> numbers && !numbers.isEmpty()) {
            values.put("vtAccNo", numbers.get(0));
        }
        return values;
    }

    @Override
    public Object get(@Nullable Object name) {
        if (!containsKey(name)) {
            throw new Missing("The subject of this state has no " + name + ".");
        }
        return super.get(name);
    }
}
