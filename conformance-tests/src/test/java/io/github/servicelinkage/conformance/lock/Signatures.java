package io.github.servicelinkage.conformance.lock;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public signatures of a class, one line each; a line names its class, so that it can be read alone. */
final class Signatures {

    private Signatures() {}

    static List<String> of(String name, Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(name + "  " + annotations(type) + kind(type));
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                lines.add(name + "." + component.getName() + "  " + component(type, component));
            }
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                lines.add(name + "." + ((Enum<?>) constant).name() + "  " + accessors(type, constant));
            }
        }
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> isPublic(field.getModifiers()) && !field.isEnumConstant())
                .sorted(Comparator.comparing(Field::getName))
                .forEach(field -> lines.add(name + "." + field.getName() + "  " + constant(field)));
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isPublic(method.getModifiers()) && !isGiven(type, method))
                .map(method -> name + "." + method.getName() + parameters(method) + "  " + annotations(method)
                        + typeName(method.getAnnotatedReturnType()))
                .sorted()
                .forEach(lines::add);
        Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> isPublic(nested.getModifiers()))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(nested -> lines.addAll(of(name + "." + nested.getSimpleName(), nested)));
        return lines;
    }

    private static String kind(Class<?> type) {
        return type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    }

    /** Constraints are kept on the field of a component; those that may stand at a type are found at both places. */
    private static String component(Class<?> type, RecordComponent component) {
        try {
            Field field = type.getDeclaredField(component.getName());
            Set<Annotation> found = new LinkedHashSet<>(List.of(field.getAnnotations()));
            found.addAll(List.of(component.getAnnotatedType().getAnnotations()));
            return join(found.stream()) + plainName(component.getAnnotatedType());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String accessors(Class<?> type, Object constant) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> method.getName() + " = " + value(() -> method.invoke(constant)))
                .collect(Collectors.joining(", "));
    }

    private static String constant(Field field) {
        String type = typeName(field.getAnnotatedType());
        Object value = read(() -> field.get(null));
        return value instanceof String || value instanceof URI ? type + " = " + value(() -> value) : type;
    }

    /** What the language adds to a record or an enum by itself, or every object has. */
    private static boolean isGiven(Class<?> type, Method method) {
        boolean accessor = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
        return accessor
                || method.isSynthetic()
                || Set.of("toString", "equals", "hashCode").contains(method.getName())
                || type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getAnnotatedParameterTypes())
                .map(Signatures::typeName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String typeName(AnnotatedType type) {
        return annotations(type) + plainName(type);
    }

    private static String plainName(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            String raw =
                    ((Class<?>) ((java.lang.reflect.ParameterizedType) type.getType()).getRawType()).getSimpleName();
            return Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                    .map(Signatures::typeName)
                    .collect(Collectors.joining(", ", raw + "<", ">"));
        }
        if (type instanceof AnnotatedTypeVariable || type instanceof AnnotatedWildcardType) {
            return type.getType().getTypeName();
        }
        return ((Class<?>) type.getType()).getSimpleName();
    }

    private static String annotations(AnnotatedElement element) {
        return join(Arrays.stream(element.getAnnotations()));
    }

    private static String join(Stream<Annotation> annotations) {
        return annotations.map(annotation -> annotation(annotation) + " ").collect(Collectors.joining());
    }

    /** An annotation with the members that differ from their defaults. */
    private static String annotation(Annotation annotation) {
        List<String> members = Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .filter(member -> !Objects.deepEquals(read(() -> member.invoke(annotation)), member.getDefaultValue()))
                .map(member -> member.getName() + " = " + value(() -> member.invoke(annotation)))
                .toList();
        String name = "@" + annotation.annotationType().getSimpleName();
        return members.isEmpty()
                ? name
                : name + "(" + String.join(", ", members).replaceFirst("^value = (?!.*, \\w+ = )", "") + ")";
    }

    private interface Reading {
        Object get() throws ReflectiveOperationException;
    }

    private static Object read(Reading reading) {
        try {
            return reading.get();
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static String value(Reading reading) {
        Object value = read(reading);
        return value instanceof String || value instanceof URI
                ? '"' + value.toString().replace("\n", "\\n") + '"'
                : String.valueOf(value);
    }

    private static boolean isPublic(int modifiers) {
        return Modifier.isPublic(modifiers);
    }
}
