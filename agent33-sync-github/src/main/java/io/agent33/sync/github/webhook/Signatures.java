package io.agent33.sync.github.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who signs deliveries: whoever has one of the secrets. Thread-safe; tells nothing of them. */
final class Signatures {
    static final String HEADER = "X-Hub-Signature-256";
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    Signatures(List<String> secrets) {
        keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM))
                .toList();
    }

    /** Whether one of them signed the body. Takes as long whichever it is, and however much of the signature is right. */
    boolean isBySomeone(String signature, byte[] body) {
        byte[] given = signature.getBytes(UTF_8);
        boolean found = false;
        for (SecretKeySpec key : keys) {
            found |= MessageDigest.isEqual(sign(key, body).getBytes(UTF_8), given);
        }
        return found;
    }

    private static String sign(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM + ", which every JDK has", e);
        }
    }
}
