package io.github.servicelinkage.stub.cli;

import picocli.CommandLine.IVersionProvider;

/**
 * The version of the JAR that a command line is in.
 *
 * @param name the name of the command line
 * @param main a class of the JAR
 * @param texts its language
 */
record Version(String name, Class<?> main, Texts texts) implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = main.getPackage().getImplementationVersion();
        return new String[] {name + " " + (version == null ? texts.text("development") : version)};
    }
}
