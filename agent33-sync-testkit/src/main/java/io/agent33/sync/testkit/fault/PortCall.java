package io.agent33.sync.testkit.fault;

/**
 * A call of a port, as a run made it.
 *
 * @param number from 1, in the order of the calls' beginnings
 * @param scope the downstream's name, or {@code upstream}, {@code rules}, {@code publisher}
 * @param port the interface, for example {@code DownstreamRepository}
 * @param method its method
 * @param writes whether others can see what it does
 */
public record PortCall(int number, String scope, String port, String method, boolean writes) {
    @Override
    public String toString() {
        return "#" + number + " " + port + "." + method + " of " + scope;
    }
}
