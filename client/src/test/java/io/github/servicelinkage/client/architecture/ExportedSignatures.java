package io.github.servicelinkage.client.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Every type in what a caller can see of a class is exported, or of another library. */
final class ExportedSignatures extends ArchCondition<JavaClass> {

    private final String root;
    private final Set<String> exported;

    ExportedSignatures(String root, String... exported) {
        super("name only exported types in their signatures");
        this.root = root;
        this.exported = Set.of(exported);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        report(type, "its declaration", parents, events);
        for (JavaField field : type.getFields()) {
            if (visible(field.getModifiers())) {
                report(type, field.getName(), Stream.of(field.getType()), events);
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (visible(unit.getModifiers())) {
                Stream<JavaType> types =
                        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
                report(type, unit.getName(), types, events);
            }
        }
    }

    private static boolean visible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private void report(JavaClass type, String member, Stream<JavaType> types, ConditionEvents events) {
        types.flatMap(named -> named.getAllInvolvedRawTypes().stream())
                .filter(named -> named.getPackageName().startsWith(root))
                .filter(named -> !exported.contains(named.getPackageName()))
                .forEach(named -> events.add(SimpleConditionEvent.violated(
                        type, type.getName() + ": " + member + " names the internal " + named.getName())));
    }
}
