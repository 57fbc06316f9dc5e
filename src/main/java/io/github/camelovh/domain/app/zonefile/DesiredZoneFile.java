// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.file.DropRefusedException;
import io.github.camelovh.domain.app.file.DroppedFiles;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.row.NameReading;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.InvalidZoneFileException;
import io.github.camelovh.domain.dns.RecordList;
import io.github.camelovh.domain.dns.ZoneFile;
import io.github.camelovh.domain.dns.ZoneFileRules;
import io.github.camelovh.domain.dns.ZoneRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a file wishes a zone to be. The file has the name of the zone, its ending says how it is written: {@code .zone} is a
 * whole zone file, {@code .csv}, {@code .yaml} and {@code .json} are lists of records.
 *
 * @param zone by the file's name
 * @param records in the file's order
 */
record DesiredZoneFile(DomainName zone, List<ZoneRecord> records) {
    /** A zone of 100,000 records has eight. */
    static final int MOST_BYTES = 16 << 20;

    DesiredZoneFile {
        records = List.copyOf(records);
    }

    /**
     * Reads a file.
     *
     * @param encoding of CSV files without a byte order mark; null for UTF-8
     * @param dropped whether it lies where others may write, so that links are not followed
     * @throws ZoneFileException with a line and a reason for what is wrong
     * @throws DropRefusedException if a dropped file is a link, a device or the like, or a file is too long
     */
    static DesiredZoneFile read(Path file, Charset encoding, boolean dropped) throws IOException {
        DomainName zone = zone(file);
        try {
            byte[] bytes = dropped ? DroppedFiles.read(file, MOST_BYTES) : DroppedFiles.readNamed(file, MOST_BYTES);
            return new DesiredZoneFile(zone, records(file, bytes, zone, encoding));
        } catch (InvalidZoneFileException | InvalidRecordsException | ImportFileException e) {
            throw new ZoneFileException(e);
        } catch (NoSuchFileException e) {
            throw refused(file, "there is no such file");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The zone that a file is called by.
     *
     * @throws ZoneFileException if that is no name of a zone
     */
    static DomainName zone(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        NameReading.Result read = NameReading.read(dot < 0 ? "" : name.substring(0, dot));
        if (dot <= 0 || read.isRefused()) {
            throw refused(
                    file,
                    "its name has to be that of the zone, as example.com.zone"
                            + (dot <= 0 ? "" : ": " + read.problem() + ", " + read.mend()));
        }
        return DomainName.of(read.ascii());
    }

    private static List<ZoneRecord> records(Path file, byte[] bytes, DomainName zone, Charset encoding)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "zone" -> ZoneFile.read(bytes, zone, ZoneFileRules.WHOLE_ZONE).records();
            case "csv" ->
                CsvRecords.read(new ByteArrayInputStream(bytes), encoding).of(zone);
            case "yaml", "yml" -> YamlRecords.read(text(file, bytes)).of(zone);
            case "json" -> RecordList.read(text(file, bytes), zone);
            default -> throw refused(file, "its ending is none of .zone, .csv, .yaml, .yml and .json");
        };
    }

    private static String text(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, text, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw refused(file, "line " + line + ": it is not written in UTF-8; save it as UTF-8");
        }
        String read = text.flip().toString();
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    private static ZoneFileException refused(Path file, String why) {
        return new ZoneFileException(file.getFileName() + " is refused, and nothing was changed: " + why);
    }
}
