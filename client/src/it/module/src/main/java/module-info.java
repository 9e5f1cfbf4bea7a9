/** A consumer on the module path. */
module example.consumer {
    requires io.github.servicelinkage.client;

    exports example;
}
