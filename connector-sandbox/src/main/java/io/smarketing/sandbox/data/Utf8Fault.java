package io.smarketing.sandbox.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The place in a file at which its bytes stop being UTF-8; a stream's decoder tells that they do, but not where. */
final class Utf8Fault {

    private final DataFolder.Source source;

    Utf8Fault(DataFolder.Source source) {
        this.source = source;
    }

    /** The line, counted from 1, of the first byte that is not UTF-8; the last line if all are. */
    long line() {
        try (InputStream in = source.open()) {
            byte[] all = in.readAllBytes();
            int end = goodBytes(all);
            long line = 1;
            for (int i = 0; i < end; i++) {
                line += all[i] == '\n' ? 1 : 0;
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int goodBytes(byte[] all) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(all);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return in.position();
    }
}
