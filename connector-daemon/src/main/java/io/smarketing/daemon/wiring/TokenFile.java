package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.TokenKeep;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest token of a CRM's login, in a file beside the store that only its owner can read. It is not in the store,
 * which is copied and handed around, and which is opened only once the logins have told whose accounts it holds.
 */
final class TokenFile implements TokenKeep {

    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private final Path file;
    private volatile TokenKeep unwritten = TokenKeep.inMemory();

    private TokenFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    static TokenFile beside(Path store, CrmId crm) {
        return new TokenFile(store.resolveSibling(store.getFileName() + "." + crm + ".token"));
    }

    @Override
    public Optional<Secret> newestOf(Secret configured) {
        return unwritten.newestOf(configured).or(() -> read(configured));
    }

    @Override
    public void keep(Secret configured, Secret newest) {
        try {
            write(mark(configured) + "\n" + newest.reveal() + "\n");
            unwritten = TokenKeep.inMemory();
        } catch (IOException e) {
            unwritten.keep(configured, newest);
            LOG.error(
                    "The file {} cannot be written: after a restart the login may be refused. Give this user write"
                            + " permission on its folder.",
                    file);
        }
    }

    private Optional<Secret> read(Secret configured) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == 2 && lines.get(0).equals(mark(configured))
                    ? Optional.of(new Secret(lines.get(1)))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("The file {} cannot be read: the configured token is tried instead.", file);
            return Optional.empty();
        }
    }

    private void write(String text) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        // a temporary file is its owner's alone, and who reads meanwhile sees the old one or the new one whole
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new");
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** By which the configured token is known again without being stored. */
    private static String mark(Secret token) {
        return Fingerprint.of(token.reveal());
    }
}
