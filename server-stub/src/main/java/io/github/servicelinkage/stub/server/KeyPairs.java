package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.message.Problem;
import io.github.servicelinkage.stub.message.Text;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/** Whether a key belongs to its certificate: if not, every handshake would fail, and only callers would know. */
final class KeyPairs {
    private static final Map<String, String> SIGNATURES = Map.of(
            "RSA",
            "SHA256withRSA",
            "RSASSA-PSS",
            "SHA256withRSA",
            "EC",
            "SHA256withECDSA",
            "EdDSA",
            "EdDSA",
            "Ed25519",
            "EdDSA");

    private KeyPairs() {}

    /**
     * Checks the pairs of a key store; one of an algorithm that is not known here is left to TLS.
     *
     * @throws Problem if a key is not that of its certificate
     */
    static void check(KeyManagerFactory factory) throws Problem, GeneralSecurityException {
        for (KeyManager manager : factory.getKeyManagers()) {
            if (manager instanceof X509KeyManager keys) {
                for (String algorithm : SIGNATURES.keySet()) {
                    String[] aliases = keys.getServerAliases(algorithm, null);
                    for (String alias : aliases == null ? new String[0] : aliases) {
                        check(keys.getPrivateKey(alias), keys.getCertificateChain(alias)[0].getPublicKey());
                    }
                }
            }
        }
    }

    private static void check(PrivateKey key, PublicKey certified) throws Problem, GeneralSecurityException {
        if (!belong(key, certified)) {
            throw new Problem(
                    new Text(
                            "인증서와 키가 서로 맞지 않습니다. 인증서의 키를 --tls-key에 지정하십시오.",
                            "The certificate and the key do not belong together. Specify the key of the certificate with --tls-key."),
                    new InvalidKeyException());
        }
    }

    private static boolean belong(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        String algorithm = SIGNATURES.get(certified.getAlgorithm());
        if (algorithm == null) {
            return true;
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            byte[] text = certified.getEncoded();
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(text);
            return signature.verify(signed);
        } catch (InvalidKeyException e) {
            return false;
        }
    }
}
