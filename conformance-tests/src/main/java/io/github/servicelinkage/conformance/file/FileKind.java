package io.github.servicelinkage.conformance.file;

import io.github.servicelinkage.conformance.message.Text;

/**
 * A kind of file.
 *
 * @param name what people call it
 * @param schema the name of its JSON Schema, a resource beside the others that the suite publishes
 * @param advice where to look for what such a file holds
 */
public record FileKind(Text name, String schema, Text advice) {}
