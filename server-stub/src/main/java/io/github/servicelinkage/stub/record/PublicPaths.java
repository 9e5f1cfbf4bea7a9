package io.github.servicelinkage.stub.record;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where in a JSON text the values stand that are neither personal nor free text, as the contract marks its members: paths such as
 * {@code /vtAccList/}{@code *}{@code /comId}.
 */
final class PublicPaths {
    private PublicPaths() {}

    /** The paths of generated records and of what they contain. */
    static Set<String> of(Stream<? extends Type> records) {
        return records.flatMap(type -> paths("", type)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> paths(String path, Type type) {
        if (type instanceof ParameterizedType list) {
            return paths(path + "/*", list.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> record && record.isRecord()
                ? Stream.of(record.getRecordComponents()).flatMap(member -> paths(path, member))
                : Stream.of(path);
    }

    private static Stream<String> paths(String parent, RecordComponent member) {
        return ServiceLinkageApi.PERSONAL_MEMBERS.contains(member.getName())
                ? Stream.empty()
                : paths(parent + "/" + member.getName(), member.getGenericType());
    }
}
