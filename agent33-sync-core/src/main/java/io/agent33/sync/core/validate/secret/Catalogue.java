package io.agent33.sync.core.validate.secret;

import java.util.ArrayList;
import java.util.List;

/** All that is looked for without being asked, the particular before the general: of two on one place the first is told. */
final class Catalogue {
    static final List<Detector> DETECTORS = all();

    private Catalogue() {}

    private static List<Detector> all() {
        List<Detector> all = new ArrayList<>();
        all.addAll(ForgeCredentials.RULES);
        all.addAll(CloudCredentials.RULES);
        all.addAll(RegistryCredentials.RULES);
        all.addAll(ServiceCredentials.RULES);
        all.add(new PrivateKeys());
        all.add(new JsonWebTokens());
        all.addAll(AddressCredentials.RULES);
        all.add(new ConnectionStrings());
        all.add(new Assignments());
        all.add(new PrivatePaths());
        all.add(new PrivateAddresses());
        return List.copyOf(all);
    }
}
